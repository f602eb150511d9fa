//! Asks the operating system to keep other programs from reading this process.
//!
//! Linux and macOS: no core dumps. Linux: no program of the same person can read or trace the memory.
//! Windows and macOS have other calls for the rest. They need `unsafe` code, and the app has none.

/// Disables core dumps of this process and of those that it starts. A web process holds the secret
/// that it shows.
pub fn disable_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let nothing = Rlimit { current: Some(0), maximum: Some(0) };
        if let Err(error) = setrlimit(Resource::Core, nothing) {
            tracing::warn!(%error, "core dumps can't be disabled");
        }
    }
}

/// From here on only an administrator can read or trace this process. Call it before the process has
/// its first secret, but after the first window is built: the desktop portal, which says whether the
/// desktop is light or dark, answers only processes that it can look up.
pub fn close_to_others() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        if let Err(error) = set_dumpable_behavior(DumpableBehavior::NotDumpable) {
            tracing::warn!(%error, "other programs can read the memory");
        }
    }
}
