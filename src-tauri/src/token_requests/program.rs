//! Which program asks: the one that has started `keydesk token`, or the one that has connected itself.
//!
//! A script is run by its interpreter, and that is the program here. Programs of the same person can pretend to be
//! others; docs/threat-model.md says what that means.

use std::path::{Path, PathBuf};

use super::socket::Peer;

/// `keydesk token` may itself be started by `keydesk`: on Windows, without variables of the web engine.
const MOST_OWN_PROCESSES: usize = 4;

/// The full path of the program. `None` if the system does not say it, if its file has been deleted or replaced, or if
/// the path is not Unicode.
pub(super) fn of(peer: Peer) -> Option<String> {
    let own = std::env::current_exe().ok()?;
    let mut process = peer.0?;
    for _ in 0..MOST_OWN_PROCESSES {
        let program = path(process)?;
        if program != own {
            return named(&program);
        }
        process = parent(process)?;
    }
    None
}

fn named(program: &Path) -> Option<String> {
    let program = program.to_str()?;
    // Linux appends this to the path of a file that is no longer there.
    let is_there = !program.ends_with(" (deleted)");
    is_there.then(|| program.to_owned())
}

#[cfg(target_os = "linux")]
fn path(process: u32) -> Option<PathBuf> {
    std::fs::read_link(format!("/proc/{process}/exe")).ok()
}

#[cfg(target_os = "linux")]
fn parent(process: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    parent_in(&stat)
}

/// The fourth field. The second one is the name in parentheses, and may have any characters.
#[cfg(target_os = "linux")]
fn parent_in(stat: &str) -> Option<u32> {
    let (_, fields) = stat.rsplit_once(')')?;
    fields.split_whitespace().nth(1)?.parse().ok().filter(|parent| *parent != 0)
}

#[cfg(not(target_os = "linux"))]
fn path(process: u32) -> Option<PathBuf> {
    with_process(process, |process| process.exe().map(Path::to_owned))
}

#[cfg(not(target_os = "linux"))]
fn parent(process: u32) -> Option<u32> {
    with_process(process, |process| process.parent().map(sysinfo::Pid::as_u32))
}

#[cfg(not(target_os = "linux"))]
fn with_process<T>(process: u32, read: impl FnOnce(&sysinfo::Process) -> Option<T>) -> Option<T> {
    use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System, UpdateKind};

    let process = Pid::from_u32(process);
    let mut system = System::new().ok()?;
    let wanted = ProcessRefreshKind::nothing().with_exe(UpdateKind::Always);
    system.refresh_processes_specifics(ProcessesToUpdate::Some(&[process]), true, wanted);
    read(system.process(process)?)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    #[test]
    fn a_program_that_has_connected_itself_is_named() {
        let mut child = Command::new("cat").stdin(Stdio::piped()).spawn().unwrap();
        let own = std::env::current_exe().unwrap();
        // Until the child runs its program, its file is still that of this process.
        while path(child.id()).as_ref() == Some(&own) {
            std::thread::yield_now();
        }
        let program = of(Peer(Some(child.id()))).unwrap();
        assert!(program.starts_with('/') && !program.ends_with('/'), "{program}");
        assert_ne!(Path::new(&program), own);
        drop(child.stdin.take());
        child.wait().unwrap();
        assert_eq!(of(Peer(Some(child.id()))), None);
        assert_eq!(of(Peer(None)), None);
    }

    #[test]
    fn a_command_of_the_app_is_the_program_that_has_started_it() {
        let parent = path(parent(std::process::id()).unwrap()).unwrap();
        assert_eq!(of(Peer(Some(std::process::id()))), named(&parent));
    }

    #[test]
    fn the_name_of_a_process_can_not_change_its_parent() {
        assert_eq!(parent_in("7 (a) R 1 (b) S 42 7 7 0"), Some(42));
        assert_eq!(parent_in("7 (init) S 0 7 7 0"), None);
        assert_eq!(parent_in("7"), None);
        assert_eq!(named(Path::new("/usr/bin/php (deleted)")), None);
    }
}
