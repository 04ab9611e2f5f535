//! Words that say little on their own, folded: a query may hold them and a paragraph need not.

use std::collections::HashSet;
use std::sync::OnceLock;

const STOP: &str = "\
a an and are as at be by for from has have in into is it its of on or that the their this these those to was were which \
with will all s \
au aux avec ce ces cet cette d dans de des du elle en est et il l la le les leur leurs n ne notamment ont ou par pour qu \
que qui sa se ses son sont sur un une y c j m t \
al como con del el es esa ese esta este esto las lo los no o para por que se sin sobre su sus un una unos unas e \
в во и из или к ко на не о об от по с со у за до для а его ее их как что это этих этом также том ряд \
في من على الي علي عن ان الى التي الذي و او هذا هذه ذلك تلك ما لا كل مع بين قد \
的 和 与 及 在 以 并 或 了 之 于 为 其";

/// Parts that French and English write onto a word with an apostrophe.
const ELIDED: [&str; 14] =
    ["l", "d", "s", "n", "j", "m", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "dell"];

pub(super) fn is_stop(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    word.len() <= 14 && WORDS.get_or_init(|| STOP.split_whitespace().collect()).contains(word)
}

pub(super) fn is_elided(word: &str) -> bool {
    ELIDED.contains(&word)
}

/// An Arabic word without the particles written onto it; `None` where there are none, or too little would be left.
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
