//! Whether two paragraphs say nearly the same: a resolution repeats those of the year before, with another session, another
//! year and some words more.
//!
//! Whoever compares many of them looks at their sketches first: eight bytes, each of which two paragraphs share as often as
//! they share a word (Broder's least hashes). Figures do not count.

use super::words::each_folded;
use crate::text::hash;

/// How many bytes of their sketches paragraphs share at least whose words are worth comparing.
const SHARED: usize = 4;
/// Which part of their words two paragraphs share at least that say nearly the same, in percent.
const LIKE: usize = 80;
/// Of fewer different words, each counts.
const FEW: usize = 10;

/// Odd numbers, each of which puts the words into another order.
const ORDERS: [u64; 8] = [
    0x9e37_79b9_7f4a_7c15,
    0xbf58_476d_1ce4_e5b9,
    0x94d0_49bb_1331_11eb,
    0xff51_afd7_ed55_8ccd,
    0xc4ce_b9fe_1a85_ec53,
    0x2545_f491_4f6c_dd1d,
    0xd6e8_feb8_6659_fd93,
    0xa076_1d64_78bd_642f,
];

/// The sketch of a paragraph.
pub(super) fn sketch(text: &str) -> u64 {
    let mut least = [u64::MAX; ORDERS.len()];
    for word in Wording::of(text).0 {
        for (least, order) in least.iter_mut().zip(ORDERS) {
            let number = word.wrapping_mul(order);
            *least = (*least).min(number ^ number >> 32);
        }
    }
    u64::from_le_bytes(least.map(|least| least.to_le_bytes()[0]))
}

/// Whether paragraphs of such sketches may be alike.
pub(super) fn may_be_like(one: u64, other: u64) -> bool {
    let shared = one.to_le_bytes().into_iter().zip(other.to_le_bytes()).filter(|(one, other)| one == other);
    shared.count() >= SHARED
}

/// The different words of a paragraph, in an order of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wording(Vec<u64>);

impl Wording {
    pub(super) fn of(text: &str) -> Self {
        let mut all: Vec<u64> = Vec::new();
        each_folded(text, |word| {
            if !word.bytes().any(|byte| byte.is_ascii_digit()) {
                all.push(word.bytes().fold(hash::START, |sum, byte| hash::step(sum, u64::from(byte))));
            }
        });
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// Whether two paragraphs say nearly the same.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let shared = self.0.iter().filter(|word| other.0.binary_search(word).is_ok()).count();
        let all = self.0.len() + other.0.len() - shared;
        shared * 100 >= if all < FEW { 100 } else { LIKE } * all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_like_that_of_the_year_before_and_not_like_its_neighbour() {
        let texts = [
            "Requests the harbour master to report on the tides of the northern coast at its seventieth session;",
            "Requests the harbour master to report on the tides of the northern coast at its seventy-first session;",
            "Requests the harbour master to repair the lighthouse before the winter, and to paint its door;",
        ];
        let like = |one: &str, other: &str| {
            may_be_like(sketch(one), sketch(other)) && Wording::of(one).is_like(&Wording::of(other))
        };
        assert!(like(texts[0], texts[1]));
        assert!(!like(texts[0], texts[2]));
        assert!(
            like("Recalling its resolution 70/1,", "Recalling its resolution 71/25,"),
            "figures do not count"
        );
    }
}
