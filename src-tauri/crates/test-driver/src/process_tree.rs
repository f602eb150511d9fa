//! A process and all its descendants, read from `/proc`.

use std::fs;

#[cfg(target_os = "linux")]
pub(crate) use ending::end;

/// The descendants of a process, parents before their children.
pub(crate) fn descendants(ancestor: u32) -> Vec<u32> {
    let mut tree = vec![ancestor];
    let mut next = 0;
    while let Some(parent) = tree.get(next) {
        let children = children(*parent);
        tree.extend(children);
        next += 1;
    }
    tree.split_off(1)
}

/// Whether a process has ended. A zombie has.
pub(crate) fn has_ended(process: u32) -> bool {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    line.rsplit_once(')').is_none_or(|(_, after_name)| after_name.trim_start().starts_with('Z'))
}

fn children(parent: u32) -> Vec<u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let processes = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    processes.filter(|process| parent_of(*process) == Some(parent)).collect()
}

fn parent_of(process: u32) -> Option<u32> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The second field is the program's name in brackets, which may hold brackets and spaces.
    let (_, after_name) = line.rsplit_once(')')?;
    after_name.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn end(_ancestor: u32) {}

#[cfg(target_os = "linux")]
mod ending {
    use std::os::fd::OwnedFd;
    use std::time::Instant;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::process::{Pid, PidfdFlags, Signal, pidfd_open, pidfd_send_signal};

    use super::children;
    use crate::wait::TIMEOUT;

    /// Kills a process with all its descendants and returns when they have ended. A program that starts while
    /// its predecessor is still ending would think that it is the second copy.
    pub(crate) fn end(ancestor: u32) {
        let mut next = vec![ancestor];
        let mut tree = Vec::new();
        while let Some(process) = next.pop() {
            let Some(handle) = handle(process) else { continue };
            // A stopped process starts no more children, so none is missed.
            let _ = pidfd_send_signal(&handle, Signal::STOP);
            next.extend(children(process));
            tree.push(handle);
        }
        for member in &tree {
            let _ = pidfd_send_signal(member, Signal::KILL);
        }
        wait_for_the_end_of(&tree);
    }

    fn wait_for_the_end_of(tree: &[OwnedFd]) {
        let begun = Instant::now();
        for member in tree {
            let left = TIMEOUT.saturating_sub(begun.elapsed());
            let left = Timespec::try_from(left).ok();
            let _ = poll(&mut [PollFd::new(member, PollFlags::IN)], left.as_ref());
        }
    }

    /// `None` if it has already ended.
    fn handle(process: u32) -> Option<OwnedFd> {
        let pid = Pid::from_raw(i32::try_from(process).ok()?)?;
        pidfd_open(pid, PidfdFlags::empty()).ok()
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};

    use super::*;

    #[test]
    fn what_a_process_has_started_ends_with_it() {
        let mut outer = Command::new("sh")
            .args(["-c", "sh -c 'sleep 600 & echo $!; wait' & wait"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let printed = outer.stdout.take().unwrap();
        BufReader::new(printed).read_line(&mut line).unwrap();
        let sleeper: u32 = line.trim().parse().unwrap();
        assert!(descendants(outer.id()).contains(&sleeper));

        end(outer.id());
        outer.wait().unwrap();
        assert!(has_ended(sleeper));
    }
}
