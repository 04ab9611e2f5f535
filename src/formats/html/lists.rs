//! The numbers of list items, as a browser prints them.

use super::elements::{Attributes, Element};
use crate::lang::numerals;

/// An open list.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    numeral: Option<Numeral>,
    next: i32,
}

#[derive(Clone, Copy, Debug)]
enum Numeral {
    Decimal,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
    Bullet,
}

impl List {
    /// A list without numbers gets bullets only if it is `introduced`, by a colon or by an outer list. Elsewhere pages
    /// use lists for layout.
    pub(super) fn of(element: Element, given: &Attributes<'_>, introduced: bool) -> Self {
        let styled = given.style("list-style-type").or_else(|| given.style("list-style"));
        let numeral = match styled.or(given.kind.as_deref()).unwrap_or_default() {
            "none" => None,
            _ if element.name() != "ol" => introduced.then_some(Numeral::Bullet),
            "a" | "lower-alpha" | "lower-latin" => Some(Numeral::LowerLetter),
            "A" | "upper-alpha" | "upper-latin" => Some(Numeral::UpperLetter),
            "i" | "lower-roman" => Some(Numeral::LowerRoman),
            "I" | "upper-roman" => Some(Numeral::UpperRoman),
            _ => Some(Numeral::Decimal),
        };
        Self { numeral, next: given.start.unwrap_or(1) }
    }

    /// The number of the next item with its punctuation; `value` is that of its attribute. `None` in a list without
    /// numbers and bullets. Small letters and Roman numerals are in brackets, as the subparagraphs of resolutions are.
    pub(super) fn next(&mut self, value: Option<i32>) -> Option<String> {
        let number = value.unwrap_or(self.next);
        self.next = number.saturating_add(1);
        Some(match self.numeral? {
            Numeral::Bullet => "•".to_owned(),
            Numeral::Decimal => format!("{number}."),
            Numeral::LowerLetter => format!("({})", letters(number).unwrap_or_else(|| number.to_string())),
            Numeral::LowerRoman => format!("({})", roman(number)),
            Numeral::UpperLetter => {
                format!("{}.", letters(number).unwrap_or_else(|| number.to_string()).to_uppercase())
            }
            Numeral::UpperRoman => {
                format!("{}.", roman(number).to_uppercase())
            }
        })
    }
}

/// The number in letters: a to z, aa, ab. `None` below 1.
fn letters(number: i32) -> Option<String> {
    let mut left = u32::try_from(number).ok().filter(|number| *number > 0)?;
    let mut out = Vec::new();
    while left > 0 {
        left -= 1;
        out.push(char::from(b'a' + (left % 26) as u8));
        left /= 26;
    }
    Some(out.iter().rev().collect())
}

fn roman(number: i32) -> String {
    u32::try_from(number).map_or_else(|_| number.to_string(), |number| numerals::roman(number).to_lowercase())
}
