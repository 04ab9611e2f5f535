//! Measures how alike two words are: typing mistakes and endings. It compares two words only, and has no index.

use crate::text::Part as _;
/// How a typed word matches a word of the vocabulary that it is not a prefix of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// The same stem with other endings; the number of letters in the endings.
    Stem(u32),
    /// The number of typing mistakes in the whole word.
    Typos(u32),
    /// The number of typing mistakes where the typed word is a prefix.
    TyposInBeginning(u32),
}

/// The length of the common prefix in letters.
fn common(a: &[char], b: &[char]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// The number of mistakes that are tolerated: one in words of 4 or more letters, two from 8 on.
pub(super) fn forgiven(letters: usize) -> u32 {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Compares a typed word with one of the vocabulary. `scratch` is reused to avoid allocations.
pub(super) fn likeness(typed: &[char], word: &[char], scratch: &mut Vec<u32>) -> Option<Likeness> {
    let shared = common(typed, word);
    let (mine, its) = (typed.len() - shared, word.len() - shared);
    // Inflected endings: "национальный" and "национальных", "nacional" and "nacionales".
    let stem = shared >= 4 && mine <= 3 && its <= 3 && mine + its <= 5 && shared >= mine + its;
    let most = forgiven(typed.len().max(word.len().min(typed.len() + 1)));
    let (whole, beginning) =
        if most == 0 { (u32::MAX, u32::MAX) } else { distances(typed, word, most, scratch) };
    if whole == 1 && most >= 1 && !(stem && mine == 0) {
        return Some(if stem && mine + its <= 1 { Likeness::Stem(1) } else { Likeness::Typos(1) });
    }
    if stem {
        return Some(Likeness::Stem((mine + its) as u32));
    }
    if whole <= most {
        return Some(Likeness::Typos(whole));
    }
    // A mistyped prefix is only accepted when it is long enough and its first letter is right.
    let enough = typed.len() >= 5 && shared >= 1;
    (enough && beginning <= most.min(forgiven(typed.len()))).then_some(Likeness::TyposInBeginning(beginning))
}

/// The edit distances (insertion, deletion, substitution or transposition) from a word to another, and to the best
/// prefix of the other.
fn distances(typed: &[char], word: &[char], most: u32, scratch: &mut Vec<u32>) -> (u32, u32) {
    let far = most + 1;
    if word.len() + most as usize <= typed.len().saturating_sub(1) {
        return (far, far);
    }
    let word_len = word.len();
    let word = word.get(..(typed.len() + most as usize).min(word_len)).unwrap_or(word);
    let width = word.len() + 1;
    scratch.clear();
    scratch.extend(0..width as u32);
    scratch.resize(width * 3, far);
    // Three rows in turn: the last but one, the last, and the current one.
    let (mut before, mut above, mut here) = (width * 2, 0, width);
    for (row, &letter) in typed.iter().enumerate() {
        let mut least = row as u32 + 1;
        set(scratch, here, least);
        for (column, &its) in word.iter().enumerate() {
            let same = u32::from(letter != its);
            let mut best = get(scratch, above + column) + same;
            best = best.min(get(scratch, above + column + 1) + 1).min(get(scratch, here + column) + 1);
            let swapped = row > 0
                && column > 0
                && typed.get(row - 1) == Some(&its)
                && word.get(column - 1) == Some(&letter);
            if swapped {
                best = best.min(get(scratch, before + column - 1) + 1);
            }
            set(scratch, here + column + 1, best);
            least = least.min(best);
        }
        if least > most {
            return (far, far);
        }
        (before, above, here) = (above, here, before);
    }
    let last = scratch.part(above..above + width);
    let whole = if word.len() == word_len { last.last().copied().unwrap_or(far) } else { far };
    (whole, last.iter().copied().min().unwrap_or(far))
}

fn get(cells: &[u32], at: usize) -> u32 {
    cells.get(at).copied().unwrap_or(u32::MAX / 2)
}

fn set(cells: &mut [u32], at: usize, value: u32) {
    if let Some(cell) = cells.get_mut(at) {
        *cell = value;
    }
}

#[cfg(test)]
mod tests {
    use super::{Likeness, likeness};

    #[test]
    fn stems_and_typing_mistakes_are_recognised() {
        use Likeness::{Stem, Typos, TyposInBeginning};
        for (typed, word, wanted) in [
            ("cooperaton", "cooperation", Some(Typos(1))),
            ("coperation", "cooperation", Some(Typos(1))),
            ("copoeration", "cooperation", Some(Typos(1))),
            ("cooperstion", "cooperation", Some(Typos(1))),
            ("xooperation", "cooperation", Some(Typos(1))),
            ("cooparetion", "cooperation", Some(Typos(2))),
            ("coperatoin", "cooperation", Some(Typos(2))),
            ("peple", "people", Some(Typos(1))),
            ("taht", "that", Some(Typos(1))),
            ("the", "tie", None),
            ("right", "night", Some(Typos(1))),
            ("права", "прав", Some(Stem(1))),
            ("национальный", "национальных", Some(Typos(1))),
            ("генеральный", "генерального", Some(Stem(5))),
            ("nacionale", "nacional", Some(Stem(1))),
            ("mondiaux", "mondial", Some(Stem(3))),
            ("coopr", "cooperation", Some(TyposInBeginning(1))),
            ("rights", "development", None),
        ] {
            let (a, b): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
            assert_eq!(likeness(&a, &b, &mut Vec::new()), wanted, "{typed} {word}");
        }
    }
}
