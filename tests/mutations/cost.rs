//! What reading a file costs, as the allocator counts it: the most memory that it took at once, and the bytes that it
//! asked for in all, which stand for its time.
//!
//! Both are the same on every machine and however busy it is. Whoever does a thing again for each part of a file copies
//! or collects something each time, as a rule, so that the bytes asked for grow with the square of its size.

use cap::Cap;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: Cap<PeakAlloc> = Cap::new(PeakAlloc, usize::MAX);

/// Bytes of memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// The most that was taken at once.
    pub(crate) peak: usize,
    /// All that was asked for, also what was given back.
    pub(crate) asked: usize,
}

impl Cost {
    /// The most that reading a file of so many bytes may cost.
    pub(crate) fn most(size: usize) -> Self {
        Self { peak: (64 << 20) + 8 * size, asked: (128 << 20) + 256 * size }
    }

    /// A sentence where it is more than the most for a file of so many bytes.
    pub(crate) fn excess(self, size: usize) -> Option<String> {
        let most = Self::most(size);
        let said = |what: &str, cost: usize, most: usize| {
            (cost > most)
                .then(|| format!("{what} {} KB for {} KB, and may {}", cost >> 10, size >> 10, most >> 10))
        };
        said("it takes", self.peak, most.peak).or_else(|| said("it asks in all for", self.asked, most.asked))
    }
}

/// Measures from here on.
pub(crate) struct Meter {
    taken: usize,
    asked: usize,
}

impl Meter {
    pub(crate) fn start() -> Self {
        PeakAlloc.reset_peak_usage();
        Self { taken: PeakAlloc.current_usage(), asked: MEMORY.total_allocated() }
    }

    /// What it cost since then.
    pub(crate) fn cost(&self) -> Cost {
        Cost {
            peak: PeakAlloc.peak_usage().saturating_sub(self.taken),
            asked: MEMORY.total_allocated().saturating_sub(self.asked),
        }
    }
}
