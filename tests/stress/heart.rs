//! The heartbeat of a window: a command that does nothing but go through the program's main thread,
//! again and again, while the window is used.

use serde_json::from_value;
use test_driver::{App, Desktop, Error, Launch, Window, play_on};

/// A window that answers later than this seems to hang, in milliseconds. A computer that needs longer
/// while nothing hangs is measured by itself.
const AT_ONCE: f64 = 100.0;

/// A computer may be busy with other things, and late by that, this often; a main thread that waits
/// for a keychain is late each time.
const TRIES: usize = 3;

/// Asks at a fixed pace, answered or not: a main thread that stands still is late for every
/// question of that time.
const BEGIN: &str = "
const { invoke } = window.__TAURI_INTERNALS__;
const heart = { open: new Set(), waits: [] };
window.heart = heart;
setInterval(async () => {
  const begun = performance.now();
  heart.open.add(begun);
  await invoke('check_email', { input: '' });
  heart.open.delete(begun);
  heart.waits.push(performance.now() - begun);
}, 25);
";

/// A question without an answer yet counts with how long it has waited.
const TAKE: &str = "
const { heart } = window;
const now = performance.now();
const waits = [...heart.waits, ...[...heart.open].map((begun) => now - begun)];
heart.waits = [];
return waits;
";

/// How long each answer took, in milliseconds, shortest first.
#[derive(Debug)]
pub(crate) struct Beats(Vec<f64>);

/// Lets the heart of the window beat, as long as its document lives.
pub(crate) async fn begin(window: &Window) -> Result<(), Error> {
    window.run(BEGIN).await.map(drop)
}

/// The beats since the last look at them.
pub(crate) async fn take(window: &Window) -> Result<Beats, Error> {
    let mut waits: Vec<f64> = from_value(window.run(TAKE).await?).unwrap();
    assert!(!waits.is_empty(), "the heart does not beat");
    waits.sort_by(f64::total_cmp);
    Ok(Beats(waits))
}

/// Plays a scene that gives the beats before there was trouble with the keychain and those since then.
/// Fails if the window froze in each try.
pub(crate) fn play_unfrozen<D, S>(desktop: D, launch: &Launch, mut scene: S) -> Result<(), Error>
where
    D: Fn() -> Result<Desktop, Error>,
    S: AsyncFnMut(&mut App) -> Result<(Beats, Beats), Error>,
{
    let mut freezes = Vec::new();
    for _ in 0..TRIES {
        let mut seen = None;
        play_on(desktop()?, launch.clone(), async |app| {
            seen = Some(scene(app).await?);
            Ok(())
        })?;
        match seen.and_then(|(calm, troubled)| troubled.freeze(&calm)) {
            None => return Ok(()),
            Some(freeze) => freezes.push(freeze),
        }
    }
    Err(Error::new(format!("the window froze each time: {freezes:#?}")))
}

impl Beats {
    /// What there is of a freeze, compared to what this computer does when nothing hangs. It is seen
    /// by either bound: a wait that is long, or many that are not short.
    fn freeze(&self, calm: &Self) -> Option<String> {
        [(95, 3.0), (100, 5.0)].into_iter().find_map(|(percent, times)| {
            let (wait, usual) = (self.longest_of(percent), calm.longest_of(percent));
            let is_frozen = wait > times * usual.max(AT_ONCE);
            is_frozen.then(|| format!("{percent} % within {wait} ms, usually {usual} ms"))
        })
    }

    /// The longest wait of the quickest so many percent.
    fn longest_of(&self, percent: usize) -> f64 {
        self.0[(self.0.len() * percent).div_ceil(100) - 1]
    }
}
