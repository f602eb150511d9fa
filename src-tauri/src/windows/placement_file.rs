//! The file `window.json`: where and how large the main window was.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use tauri::{LogicalSize, Monitor};

use keydesk_core::store::replace_file;

use crate::capabilities::MAIN;

/// Larger than any screen, and small enough for GTK.
const LARGEST_SIDE: f64 = 16_384.0;

/// Where and how large a window is, while it is neither maximized nor minimized.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Placement {
    /// Logical pixels, without decorations.
    pub(super) width: f64,
    pub(super) height: f64,
    /// Physical pixels. Means nothing on Wayland, where no program knows or chooses its place.
    pub(super) x: i32,
    pub(super) y: i32,
    #[serde(default)]
    pub(super) maximized: bool,
}

/// The file `window.json`: the placement by the label of the window.
pub(crate) struct PlacementFile {
    path: PathBuf,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    placement: Option<Placement>,
    /// The number of changes so far: the latest one is written.
    changes: u64,
}

impl PlacementFile {
    /// Reads the file. If it is missing or damaged, the window opens as on the first start.
    pub(crate) fn open(path: PathBuf) -> Self {
        let placement = read(&path);
        Self { path, state: Mutex::new(State { placement, changes: 0 }) }
    }

    /// The size at the last end, or `usual` on the first start.
    pub(super) fn size_or(&self, usual: LogicalSize<f64>) -> LogicalSize<f64> {
        self.placement()
            .map_or(usual, |placement| LogicalSize::new(placement.width, placement.height))
    }

    /// The placement at the last end. `None` on the first start.
    pub(super) fn placement(&self) -> Option<Placement> {
        self.lock().placement
    }

    /// Notes that the window changes. Returns the number of this change.
    pub(super) fn begin_change(&self) -> u64 {
        let mut state = self.lock();
        state.changes += 1;
        state.changes
    }

    /// Whether nothing has changed since the change with this number.
    pub(super) fn is_latest(&self, change: u64) -> bool {
        self.lock().changes == change
    }

    /// Remembers where the window is, and writes it if it has changed. Blocks.
    pub(super) fn note(&self, placement: Placement) {
        let mut state = self.lock();
        if state.placement.replace(placement) != Some(placement) {
            write(&self.path, placement);
        }
    }

    /// The window is maximized: remembers that, with its size and place from before.
    pub(super) fn note_maximized(&self) {
        let before = self.lock().placement;
        if let Some(before) = before {
            self.note(Placement { maximized: true, ..before });
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A screen without the panels of the desktop, in physical pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Screen {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    scale: f64,
}

impl Screen {
    pub(super) fn of(monitor: &Monitor) -> Self {
        let area = monitor.work_area();
        let (place, size) = (area.position, area.size);
        let (width, height) = (size.width, size.height);
        Self { x: place.x, y: place.y, width, height, scale: monitor.scale_factor() }
    }

    fn size(&self) -> LogicalSize<f64> {
        LogicalSize::new(f64::from(self.width) / self.scale, f64::from(self.height) / self.scale)
    }

    /// Whether a point is on this screen.
    fn has(&self, x: f64, y: f64) -> bool {
        let (left, top) = (f64::from(self.x), f64::from(self.y));
        (left..left + f64::from(self.width)).contains(&x)
            && (top..top + f64::from(self.height)).contains(&y)
    }
}

impl Placement {
    /// `None` for a size that no window has. A damaged file can hold one.
    pub(super) fn new(width: f64, height: f64, x: i32, y: i32) -> Option<Self> {
        let is_possible = |side: &f64| (1.0..=LARGEST_SIDE).contains(side);
        let has_size = [width, height].iter().all(is_possible);
        has_size.then_some(Self { width, height, x, y, maximized: false })
    }

    /// This placement on the screen that has one of its corners, no larger than that screen. `None` if
    /// no screen has one.
    pub(super) fn on(self, screens: &[Screen]) -> Option<Self> {
        let has_corner = |screen: &&Screen| {
            let (left, top) = (f64::from(self.x), f64::from(self.y));
            let right = left + self.width * screen.scale - 1.0;
            let bottom = top + self.height * screen.scale - 1.0;
            [(left, top), (right, top), (left, bottom), (right, bottom)]
                .iter()
                .any(|(x, y)| screen.has(*x, *y))
        };
        let most = screens.iter().find(has_corner)?.size();
        Some(Self {
            width: self.width.min(most.width),
            height: self.height.min(most.height),
            ..self
        })
    }
}

fn read(path: &Path) -> Option<Placement> {
    let text = std::fs::read(path).ok()?;
    let stored: Result<BTreeMap<String, Placement>, _> = serde_json::from_slice(&text);
    match stored {
        Ok(mut stored) => {
            let Placement { width, height, x, y, maximized } = stored.remove(MAIN)?;
            Some(Placement { maximized, ..Placement::new(width, height, x, y)? })
        }
        Err(error) => {
            tracing::warn!(%error, "the window's placement can't be read");
            None
        }
    }
}

fn write(path: &Path, placement: Placement) {
    let stored = BTreeMap::from([(MAIN, placement)]);
    let written = serde_json::to_vec_pretty(&stored)
        .map_err(std::io::Error::from)
        .and_then(|text| replace_file(path, &text));
    if let Err(error) = written {
        // The next start uses the placement with which this one began.
        tracing::warn!(kind = ?error.kind(), "the window's placement can't be written");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: Screen = Screen { x: 0, y: 0, width: 1920, height: 1080, scale: 1.0 };
    const FINE: Screen = Screen { x: 1920, y: 0, width: 3840, height: 2160, scale: 2.0 };

    fn at(width: f64, height: f64, x: i32, y: i32) -> Placement {
        Placement::new(width, height, x, y).unwrap()
    }

    #[test]
    fn a_window_opens_where_it_was_and_no_larger_than_its_screen() {
        let both = [WIDE, FINE];
        for (was, opens) in [
            (at(1080.0, 760.0, 40, 30), Some(at(1080.0, 760.0, 40, 30))),
            // Partly on the screen, at each corner.
            (at(1080.0, 760.0, -1000, -700), Some(at(1080.0, 760.0, -1000, -700))),
            (at(1080.0, 760.0, 2000, 900), Some(at(1080.0, 760.0, 2000, 900))),
            // On no screen.
            (at(1080.0, 760.0, -1080, 0), None),
            (at(1080.0, 760.0, 100, 2200), None),
            (at(1080.0, 760.0, 9000, 3000), None),
            // Larger than the screen.
            (at(2400.0, 3000.0, 0, 0), Some(at(1920.0, 1080.0, 0, 0))),
            (at(2400.0, 900.0, 1930, 10), Some(at(1920.0, 900.0, 1930, 10))),
        ] {
            assert_eq!(was.on(&both), opens, "{was:?}");
        }
        assert_eq!(at(1080.0, 760.0, 0, 0).on(&[]), None);
    }

    #[test]
    fn the_file_has_the_latest_placement() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window.json");
        let usual = LogicalSize::new(1080.0, 760.0);
        let first = PlacementFile::open(path.clone());
        assert_eq!(first.size_or(usual), usual);
        first.note_maximized();
        assert!(!path.exists());
        first.note(at(900.0, 700.0, 5, 6));
        first.note(at(950.0, 650.0, 5, 6));
        let second = PlacementFile::open(path.clone());
        assert_eq!(second.size_or(usual), LogicalSize::new(950.0, 650.0));
        second.note_maximized();
        let maximized = Placement { maximized: true, ..at(950.0, 650.0, 5, 6) };
        assert_eq!(read(&path), Some(maximized));
    }

    #[test]
    fn a_file_of_an_older_version_is_read_and_a_damaged_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window.json");
        let older = r#"{"main":{"width":1080,"height":760,"x":40,"y":30,"prev_x":0,"prev_y":0,
            "maximized":false,"visible":true,"decorated":true,"fullscreen":false}}"#;
        for (text, placement) in [
            (older, Some(at(1080.0, 760.0, 40, 30))),
            (r#"{"main":{"width":0,"height":760,"x":40,"y":30}}"#, None),
            (r#"{"main":{"width":1e9,"height":760,"x":40,"y":30}}"#, None),
            (r#"{"main":{"width":900,"height":-1,"x":40,"y":30}}"#, None),
            (r#"{"other":{"width":900,"height":760,"x":40,"y":30}}"#, None),
            ("{}", None),
            ("", None),
            (r#"{"main":"#, None),
            ("[1, 2]", None),
        ] {
            std::fs::write(&path, text).unwrap();
            assert_eq!(read(&path), placement, "{text}");
        }
    }
}
