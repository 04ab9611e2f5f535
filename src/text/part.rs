//! A part of a text or of a list, at a range that its caller knows to lie inside.
//!
//! A reader must not be stopped by a mistake of ours: a range that is outside, or that cuts a letter, gives nothing. But a
//! mistake of ours must be found, so the same range stops a debug build, where the tests, the damaged files and the
//! fuzzers run. Where a range may well be outside, as one that a file states, use `get`.

use std::slice::SliceIndex;

/// What has parts: `str` and slices.
pub(crate) trait Part {
    /// The part at a range; nothing where the range is outside or cuts a letter, which is a mistake of the caller's and
    /// stops a debug build.
    #[track_caller]
    fn part<'a, I>(&'a self, range: I) -> &'a Self
    where
        I: SliceIndex<Self, Output = Self>,
        &'a Self: Default,
    {
        let part = self.get_part(range);
        debug_assert!(part.is_some(), "a range outside of what it is a part of");
        part.unwrap_or_default()
    }

    /// The same, and `None` where there is no such part.
    fn get_part<I: SliceIndex<Self, Output = Self>>(&self, range: I) -> Option<&Self>;
}

impl Part for str {
    fn get_part<I: SliceIndex<Self, Output = Self>>(&self, range: I) -> Option<&Self> {
        self.get(range)
    }
}

impl<T> Part for [T] {
    fn get_part<I: SliceIndex<Self, Output = Self>>(&self, range: I) -> Option<&Self> {
        self.get(range)
    }
}
