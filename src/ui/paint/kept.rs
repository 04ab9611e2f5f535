//! The rows of the frame before, so that a row that has not changed is not made again.

use super::{Line, Row};
use crate::config::Bidi;
use crate::text::measure::Measure;
use std::hash::{DefaultHasher, Hash, Hasher as _};

/// The rows of two frames, each with a hash of all that it shows.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    before: Vec<(u64, Row)>,
    now: Vec<(u64, Row)>,
}

impl Kept {
    /// Begins a frame.
    pub(crate) fn turn(&mut self) {
        self.before = std::mem::take(&mut self.now);
    }

    /// A row that depends on nothing but `on`: the one of the frame before, or else a new one.
    pub(crate) fn row(
        &mut self,
        on: &impl Hash,
        (bidi, mirrored): (Bidi, Option<u16>),
        line: impl FnOnce() -> Line,
    ) -> Row {
        let on = number(&(on, bidi, mirrored, Measure::now()));
        let known = self.before.iter().find(|(other, _)| *other == on);
        let row = known.map_or_else(|| line().set(bidi, mirrored), |(_, row)| row.clone());
        self.now.push((on, row.clone()));
        row
    }
}

/// The hash of a value, for comparing what two rows depend on.
pub(crate) fn number(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}
