//! Iterates over grapheme clusters and their width in cells.
//!
//! Most characters of the six languages are a grapheme by themselves and of known width. Those are recognised here
//! without the Unicode tables, which are ten times slower; all others go to `unicode-segmentation`. The width of a
//! whole string is computed in `width`.

use unicode_segmentation::UnicodeSegmentation;

use super::measure::Measure;
use super::width::grapheme_width;

/// Width in cells of a character that forms no cluster with another such character; `None` for all others.
///
/// Between two of these there is always a cluster boundary, so no Unicode table needs to be consulted. A test below
/// compares every one of them with the tables.
#[inline]
pub(super) fn simple(c: char) -> Option<usize> {
    if let Some(is_simple) = LOW.get(c as usize) {
        return is_simple.then_some(1);
    }
    match c {
        '\u{2010}'..='\u{2027}'
        | '\u{1e00}'..='\u{1eff}'
        | '\u{202f}'..='\u{205e}'
        | '\u{20a0}'..='\u{20c0}'
        | '\u{2100}'..='\u{214f}' => Some(1),
        '\u{3000}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ff01}'..='\u{ff60}' => Some(2),
        _ => None,
    }
}

/// Whether a character below U+0700 is one of them: Latin, Greek, Cyrillic, Hebrew and Arabic, which most text consists
/// of.
static LOW: [bool; 0x700] = {
    let mut table = [false; 0x700];
    let mut code = 0;
    while code < table.len() {
        table[code] = matches!(code,
            0x20..=0x7e | 0xa0..=0xac | 0xae..=0x2ff | 0x370..=0x377 | 0x37a..=0x37f | 0x384..=0x38a | 0x38e..=0x3a1
            | 0x3a3..=0x482 | 0x48a..=0x52f | 0x5d0..=0x5ea | 0x60c | 0x61b | 0x61e..=0x64a | 0x660..=0x66f
            | 0x671..=0x6d3 | 0x6f0..=0x6f9);
        code += 1;
    }
    table
};

/// Byte offset of the end of the grapheme that starts at `at`, and its width in cells; `None` at the end of the text.
/// `at` must be a grapheme boundary.
#[inline]
pub(super) fn step(text: &str, at: usize) -> Option<(usize, usize)> {
    if let Some([b' '..=b'~', b' '..=b'~']) = text.as_bytes().get(at..at + 2) {
        return Some((at + 1, 1));
    }
    let rest = text.get(at..)?;
    let measure = Measure::now();
    if !measure.is_usual() {
        return measured_step(text, at, measure);
    }
    let mut chars = rest.chars();
    let c = chars.next()?;
    if let Some(cells) = simple(c)
        && chars.next().is_none_or(|next| simple(next).is_some())
    {
        return Some((at + c.len_utf8(), cells));
    }
    slow_step(rest, at)
}

#[cold]
fn measured_step(text: &str, at: usize, measure: Measure) -> Option<(usize, usize)> {
    match measure.raised(text, at) {
        Some((bytes, cells)) => Some((at + bytes, cells)),
        None => slow_step(text.get(at..)?, at),
    }
}

#[cold]
fn slow_step(rest: &str, at: usize) -> Option<(usize, usize)> {
    let grapheme = rest.graphemes(true).next()?;
    Some((at + grapheme.len(), grapheme_width(grapheme)))
}

/// An extended grapheme cluster of a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Grapheme<'t> {
    /// Byte offset at which it starts.
    pub at: usize,
    pub text: &'t str,
    /// Width in cells; 0 for what is not displayed, such as controls and lone joiners.
    pub cells: usize,
}

/// The graphemes of a string in logical order; the same clusters that `unicode-segmentation` finds.
#[derive(Clone, Debug)]
pub(crate) struct Graphemes<'t> {
    text: &'t str,
    at: usize,
}

pub(crate) fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes { text, at: 0 }
}

impl<'t> Iterator for Graphemes<'t> {
    type Item = Grapheme<'t>;

    fn next(&mut self) -> Option<Grapheme<'t>> {
        let at = self.at;
        let (next, cells) = step(self.text, at)?;
        self.at = next;
        Some(Grapheme { at, text: self.text.get(at..next)?, cells })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn simple_characters_agree_with_the_unicode_tables() {
        let mut buffer = [0; 4];
        for c in ('\0'..=char::MAX).filter(|c| simple(*c).is_some()) {
            let alone = c.encode_utf8(&mut buffer);
            assert_eq!(simple(c), Some(ratatui_cells(alone)), "{c:?} U+{:04X}", c as u32);
            for pair in [format!("{c}{c}"), format!("{c}a"), format!("a{c}")] {
                assert_eq!(pair.graphemes(true).count(), 2, "{c:?} U+{:04X}", c as u32);
            }
        }
    }

    fn ratatui_cells(s: &str) -> usize {
        use ratatui::buffer::CellWidth;
        usize::from(s.cell_width())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn clusters_are_those_of_the_unicode_standard(s in "\\PC{0,20}|[a-zé\u{301}\u{200d}👩👍🏽🇫🇷\u{600}कष\u{94d}각ᄀ가\r\n ل\u{64e}ا界]{0,20}") {
            let ours: Vec<_> = graphemes(&s).map(|g| (g.at, g.text)).collect();
            let theirs: Vec<_> = s.grapheme_indices(true).collect();
            prop_assert_eq!(ours, theirs);
        }
    }
}
