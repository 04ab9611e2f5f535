//! Stop words, folded: a paragraph that matches a query need not contain them.

use crate::lang::tables;
use std::collections::HashSet;
use std::sync::OnceLock;

pub(in crate::lookup) fn is_stop(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    word.len() <= 14
        && WORDS
            .get_or_init(|| tables().flat_map(|table| table.stop.split_whitespace()).collect())
            .contains(word)
}

pub(super) fn is_elided(word: &str) -> bool {
    tables().any(|table| table.elided.contains(&word))
}
