//! The clipboard as another program on Wayland sees it.

use std::process::Command;

use crate::desktop::Desktop;
use crate::error::Error;
use crate::process;

impl Desktop {
    /// The text that another program would paste on Wayland, and the types that the clipboard offers. Fails if
    /// there is nothing to paste.
    pub fn pasted(&self) -> Result<(String, Vec<String>), Error> {
        process::must_be_installed(&["wl-paste"])?;
        let paste = |argument: &str| {
            let mut paste = Command::new("wl-paste");
            process::output_of(paste.arg(argument).envs(self.environment(self.folder())))
        };
        let types = paste("--list-types")?.lines().map(str::to_owned).collect();
        Ok((paste("--no-newline")?, types))
    }
}
