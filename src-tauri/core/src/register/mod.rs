//! Keys without their secrets, and attempts, in SQLite.
