//! Words of a query that a paragraph need not contain, all folded: stop words, those that put a question, and those that
//! lead to what is asked.

use crate::lang::{Typed, tables};
use std::collections::HashSet;
use std::sync::OnceLock;

struct Little {
    stop: HashSet<&'static str>,
    asking: HashSet<&'static str>,
    leading: HashSet<&'static str>,
}

/// The longest of these words, in bytes.
const LONGEST: usize = 32;

fn little() -> &'static Little {
    static WORDS: OnceLock<Little> = OnceLock::new();
    WORDS.get_or_init(|| {
        let all = |list: fn(&Typed) -> &'static str| {
            tables().flat_map(|table| list(&table.typed).split_whitespace()).collect()
        };
        Little {
            stop: all(|typed| typed.stop),
            asking: all(|typed| typed.asking),
            leading: all(|typed| typed.leading),
        }
    })
}

pub(crate) fn is_stop(word: &str) -> bool {
    word.len() <= LONGEST && little().stop.contains(word)
}

/// Whether a word puts a question: "where".
pub(in crate::lookup) fn is_asking(word: &str) -> bool {
    word.len() <= LONGEST && little().asking.contains(word)
}

/// Whether a word at the beginning of a query leads to what is asked: "paragraphs about".
fn is_leading(word: &str) -> bool {
    word.len() <= LONGEST && little().leading.contains(word)
}

/// How many of the words at the beginning of a query only lead to what is asked: three in "what does it say on water",
/// two in "paragraphs about water". One that stands alone is meant: "document management".
pub(in crate::lookup) fn led<'w>(words: impl Iterator<Item = &'w str>) -> usize {
    let (mut count, mut asks) = (0, false);
    let mut words = words.peekable();
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or_default();
        if is_asking(word) {
            asks = true;
        } else if is_leading(word) && next.starts_with(|letter: char| !letter.is_ascii_digit()) {
            if !asks && ![is_leading, is_asking, is_stop].iter().any(|is| is(next)) {
                break;
            }
            asks = true;
        } else if !is_stop(word) {
            break;
        }
        count += 1;
    }
    count
}

/// The length in bytes of the Chinese words at the beginning of a text that ask or lead to what is asked; 0 where there
/// are none.
pub(in crate::lookup) fn asking_han(text: &str) -> usize {
    let typed = &crate::lang::Language::Zh.words().typed;
    let words = typed.asking.split_whitespace().chain(typed.leading.split_whitespace());
    words.filter(|word| text.starts_with(word)).map(str::len).max().unwrap_or(0)
}

pub(super) fn is_elided(word: &str) -> bool {
    tables().any(|table| table.elided.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold_str;

    #[test]
    fn what_people_type_is_listed_as_it_is_folded() {
        for typed in tables().map(|table| &table.typed) {
            let deeds = typed.deeds.iter().map(|(_, words)| *words);
            for list in [typed.stop, typed.asking, typed.leading].into_iter().chain(deeds) {
                assert_eq!(fold_str(list), list);
                assert!(list.split_whitespace().all(|word| word.len() <= LONGEST), "{list}");
            }
        }
    }
}
