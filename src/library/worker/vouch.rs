//! Whether a document that was not named on the command line may be read in this process.
//!
//! A worker reads it first, and its answer is kept to the bytes: reading is deterministic, so what a worker has read within
//! its bounds stays within them here. That bounds memory and time. It is no wall against a fault in a reader that is
//! exploited: what is shown must be read where it is shown.

use super::{Answer, Ask, Matter, ReadOptions, Source, Trouble, Workers, locked};
use std::collections::HashSet;
use std::hash::{BuildHasher as _, DefaultHasher, Hasher as _, RandomState};
use std::sync::{Arc, Mutex};

/// How many documents are remembered as readable. When there are more, all are forgotten.
const MOST: usize = 20_000;

/// What is read in this process without asking a worker.
#[derive(Clone, Debug, Default)]
pub(super) struct Vouched {
    /// What was named on the command line.
    named: Arc<HashSet<Source>>,
    /// The hashes of documents that a worker has read, under a key of this process that no file can foresee.
    read: Arc<Mutex<HashSet<u64>>>,
    key: RandomState,
}

impl Vouched {
    pub(super) fn of(named: impl IntoIterator<Item = Source>) -> Self {
        Self { named: Arc::new(named.into_iter().collect()), ..Self::default() }
    }

    /// The hash of a document, as yet of none of its bytes.
    pub(super) fn hasher(&self) -> DefaultHasher {
        self.key.build_hasher()
    }

    pub(super) fn remember(&self, whole: u64) {
        let mut read = locked(&self.read);
        if read.len() >= MOST {
            read.clear();
        }
        read.insert(whole);
    }
}

impl Workers {
    /// Whether a document is read in this process without asking a worker.
    pub(crate) fn trust(&self, source: &Source) -> bool {
        // Standard input is what somebody gives, and the samples are our own.
        self.program.is_none() || source.path().is_none() || self.vouched.named.contains(source)
    }

    /// Finds out whether the bytes of a document can be read within the bounds of a worker, or so many of its pages, in
    /// formats with pages. It ends early, with [`Trouble::Stopped`], once the answer is not `wanted` any more.
    pub(crate) fn vouch(
        &self,
        bytes: &[u8],
        pages: Option<u32>,
        options: &ReadOptions,
        wanted: &dyn Fn() -> bool,
    ) -> Result<(), Trouble> {
        let mut whole = self.vouched.hasher();
        whole.write(bytes);
        if locked(&self.vouched.read).contains(&whole.finish()) {
            return Ok(());
        }
        let mut verdict = Err(Trouble::Stopped);
        let mut told = |_, answer: Result<Answer, Trouble>| {
            // One that has panicked answers otherwise.
            verdict = answer.and_then(|answer| match answer {
                Answer::Readable => Ok(()),
                _ => Err(Trouble::Stopped),
            });
        };
        self.ask_about(&[Matter::Bytes(bytes)], &Ask::Readable { pages }, options, wanted, &mut told);
        verdict
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_in_other_pieces_are_the_same_document() {
        let vouched = Vouched::of([]);
        let bytes: Vec<u8> = (0..100_000_u32).map(|at| (at % 251) as u8).collect();
        let hash = |size: usize| {
            let mut hasher = vouched.hasher();
            bytes.chunks(size).for_each(|piece| hasher.write(piece));
            hasher.finish()
        };
        assert_eq!(hash(7), hash(32_768));
        assert_eq!(hash(100_000), hash(32_768));
        assert_ne!(hash(7), Vouched::of([]).hasher().finish());
    }
}
