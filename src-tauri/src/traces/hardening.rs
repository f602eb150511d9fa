//! What the operating system is asked to keep away from this process.
//!
//! Linux and macOS: no core dumps. Linux: no reading and no tracing of its memory by other programs
//! of the same person. Windows and macOS have calls of their own for the rest; they can't be made
//! without `unsafe`, and are not made.

/// No image of the memory is written when this process, or one that it starts, crashes: a web
/// process holds the secret that it shows.
pub fn keep_no_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let nothing = Rlimit { current: Some(0), maximum: Some(0) };
        if let Err(error) = setrlimit(Resource::Core, nothing) {
            tracing::warn!(%error, "core dumps can't be switched off");
        }
    }
}

/// From here on only an administrator can read or trace this process. Called before it has its
/// first secret, and not earlier: the desktop portal, which tells the first window whether the
/// system is light or dark, answers only processes that it can look up.
pub fn close_to_others() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        if let Err(error) = set_dumpable_behavior(DumpableBehavior::NotDumpable) {
            tracing::warn!(%error, "other programs can read the memory");
        }
    }
}
