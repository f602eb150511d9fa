//! When to kill: at each moment, and at random between each and the next.

use std::time::Duration;

use rand::Rng;
use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::moment::Moment;

/// Numbers of the practice phone book that bring a key: a new one, one that is prolonged, one that
/// had expired, one in the place of a cleaned-up one.
const NUMBERS: [&str; 4] = ["498213437654", "491713920010", "491713920011", "491713920012"];

/// One kill, and what the person does after it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kill {
    /// The number that is asked for.
    pub(crate) digits: &'static str,
    /// The moment that has to have come.
    pub(crate) after: Moment,
    /// How long the process goes on from there; without it, it stands still.
    pub(crate) goes_on_for: Option<Duration>,
    /// The next start asks again without a look at Home.
    pub(crate) at_once: bool,
}

/// How long it takes from each moment to the next.
pub(crate) type Lengths = [(Moment, Duration); Moment::ALL.len()];

/// First a kill at every moment, each followed by a look at Home; from then on every third one is
/// at a moment and the others are at random between two.
pub(crate) fn kills(how_many: usize, seed: u64, lengths: &Lengths) -> Vec<Kill> {
    let mut random = StdRng::seed_from_u64(seed);
    let mut moments = Moment::ALL.into_iter().cycle();
    let mut draw = |number: usize| {
        let first = number < Moment::ALL.len();
        let at_a_moment = if first || number.is_multiple_of(3) { moments.next() } else { None };
        let (from, length) = lengths[random.random_range(0..lengths.len())];
        Kill {
            digits: NUMBERS[random.random_range(0..NUMBERS.len())],
            after: at_a_moment.unwrap_or(from),
            goes_on_for: match at_a_moment {
                Some(_) => None,
                None => Some(length.mul_f64(random.random_range(0.0..1.0))),
            },
            at_once: !first && random.random_ratio(1, 4),
        }
    };
    (0..how_many).map(&mut draw).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_kills_are_at_every_moment() {
        let lengths = Moment::ALL.map(|moment| (moment, Duration::from_millis(1)));
        let kills = kills(12, 1, &lengths);
        let moments: Vec<_> = kills[..10].iter().map(|kill| kill.after).collect();
        assert_eq!(moments, Moment::ALL);
        assert!(kills[..10].iter().all(|kill| kill.goes_on_for.is_none() && !kill.at_once));
    }
}
