//! Stop words, folded: a paragraph that matches a query need not contain them.

use crate::lang::tables;
use std::collections::HashSet;
use std::sync::OnceLock;

/// Particles that French and English write onto a word with an apostrophe.
const ELIDED: [&str; 14] =
    ["l", "d", "s", "n", "j", "m", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "dell"];

pub(super) fn is_stop(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    word.len() <= 14
        && WORDS
            .get_or_init(|| tables().flat_map(|table| table.stop.split_whitespace()).collect())
            .contains(word)
}

pub(super) fn is_elided(word: &str) -> bool {
    ELIDED.contains(&word)
}

/// An Arabic word without the particles written onto it; `None` where there are none, or where too little would
/// remain.
pub(super) fn without_particles(word: &str) -> Option<&str> {
    const PARTICLES: [&str; 16] =
        ["وبال", "ولل", "وال", "بال", "فال", "كال", "ال", "لل", "وب", "ول", "و", "ف", "ب", "ل", "ك", "س"];
    if !word.chars().next().is_some_and(|first| ('\u{620}'..='\u{64a}').contains(&first)) {
        return None;
    }
    PARTICLES.into_iter().find_map(|particle| {
        let least = if particle.ends_with("ال") || particle.ends_with("لل") { 3 } else { 4 };
        word.strip_prefix(particle).filter(|rest| rest.chars().count() >= least)
    })
}
