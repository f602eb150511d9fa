//! The keychain of the operating system, behind one thread with deadlines.
