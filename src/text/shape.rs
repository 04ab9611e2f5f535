//! Joined Arabic letters, for terminals that show each letter as they get it.
//!
//! Unicode has a character for every form that a letter takes among its neighbours, and one for lam with alef, which
//! is a single cell. [`display`] puts these into the order of the row. They are for the screen alone: what is copied,
//! searched or written elsewhere keeps the letters. Marks stay on their letter; a letter that has no such characters,
//! which no language of the United Nations has, is shown by itself.

use std::borrow::Cow;
use std::ops::Range;

use super::bidi;
use super::grapheme::graphemes;

/// What one cell shows (or two, if it is wide), with the bytes of the row that it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown<'t> {
    pub range: Range<usize>,
    pub text: Cow<'t, str>,
    /// It stands among letters that run from right to left.
    pub rtl: bool,
}

/// The letters that join, in the order of Unicode: each with its isolated form, which those for the end, the beginning
/// and the middle of a word follow, and whether it joins the next letter too.
const LETTERS: [(char, char, bool); 75] = [
    ('آ', '\u{fe81}', false),
    ('أ', '\u{fe83}', false),
    ('ؤ', '\u{fe85}', false),
    ('إ', '\u{fe87}', false),
    ('ئ', '\u{fe89}', true),
    ('ا', '\u{fe8d}', false),
    ('ب', '\u{fe8f}', true),
    ('ة', '\u{fe93}', false),
    ('ت', '\u{fe95}', true),
    ('ث', '\u{fe99}', true),
    ('ج', '\u{fe9d}', true),
    ('ح', '\u{fea1}', true),
    ('خ', '\u{fea5}', true),
    ('د', '\u{fea9}', false),
    ('ذ', '\u{feab}', false),
    ('ر', '\u{fead}', false),
    ('ز', '\u{feaf}', false),
    ('س', '\u{feb1}', true),
    ('ش', '\u{feb5}', true),
    ('ص', '\u{feb9}', true),
    ('ض', '\u{febd}', true),
    ('ط', '\u{fec1}', true),
    ('ظ', '\u{fec5}', true),
    ('ع', '\u{fec9}', true),
    ('غ', '\u{fecd}', true),
    ('ف', '\u{fed1}', true),
    ('ق', '\u{fed5}', true),
    ('ك', '\u{fed9}', true),
    (LAM, '\u{fedd}', true),
    ('م', '\u{fee1}', true),
    ('ن', '\u{fee5}', true),
    ('ه', '\u{fee9}', true),
    ('و', '\u{feed}', false),
    ('ى', '\u{feef}', false),
    ('ي', '\u{fef1}', true),
    ('ٱ', '\u{fb50}', false),
    ('ٹ', '\u{fb66}', true),
    ('ٺ', '\u{fb5e}', true),
    ('ٻ', '\u{fb52}', true),
    ('پ', '\u{fb56}', true),
    ('ٿ', '\u{fb62}', true),
    ('ڀ', '\u{fb5a}', true),
    ('ڃ', '\u{fb76}', true),
    ('ڄ', '\u{fb72}', true),
    ('چ', '\u{fb7a}', true),
    ('ڇ', '\u{fb7e}', true),
    ('ڈ', '\u{fb88}', false),
    ('ڌ', '\u{fb84}', false),
    ('ڍ', '\u{fb82}', false),
    ('ڎ', '\u{fb86}', false),
    ('ڑ', '\u{fb8c}', false),
    ('ژ', '\u{fb8a}', false),
    ('ڤ', '\u{fb6a}', true),
    ('ڦ', '\u{fb6e}', true),
    ('ک', '\u{fb8e}', true),
    ('ڭ', '\u{fbd3}', true),
    ('گ', '\u{fb92}', true),
    ('ڱ', '\u{fb9a}', true),
    ('ڳ', '\u{fb96}', true),
    ('ں', '\u{fb9e}', false),
    ('ڻ', '\u{fba0}', true),
    ('ھ', '\u{fbaa}', true),
    ('ۀ', '\u{fba4}', false),
    ('ہ', '\u{fba6}', true),
    ('ۅ', '\u{fbe0}', false),
    ('ۆ', '\u{fbd9}', false),
    ('ۇ', '\u{fbd7}', false),
    ('ۈ', '\u{fbdb}', false),
    ('ۉ', '\u{fbe2}', false),
    ('ۋ', '\u{fbde}', false),
    ('ی', '\u{fbfc}', true),
    ('ې', '\u{fbe4}', true),
    ('ے', '\u{fbae}', false),
    ('ۓ', '\u{fbb0}', false),
    // It never changes, but letters join it.
    (TATWEEL, TATWEEL, true),
];

const LAM: char = 'ل';
const TATWEEL: char = 'ـ';
/// The second letters of the ligatures with lam, and the isolated form of each, which that for the end follows.
const ALEFS: [(char, char); 4] = [('آ', '\u{fef5}'), ('أ', '\u{fef7}'), ('إ', '\u{fef9}'), ('ا', '\u{fefb}')];

const NON_JOINER: char = '\u{200c}';
const JOINER: char = '\u{200d}';

/// A letter or another grapheme of the row, on its way to its form.
struct Letter<'t> {
    range: Range<usize>,
    text: &'t str,
    /// The isolated form and whether the letter joins the next one; `None` for what does not join.
    forms: Option<(char, bool)>,
    joined_before: bool,
    joined_behind: bool,
    /// The alef that lam forms one cell with: its isolated form, and the text with the marks.
    alef: Option<(char, &'t str)>,
}

impl<'t> Letter<'t> {
    fn of(range: Range<usize>, text: &'t str) -> Self {
        let first = text.chars().next().unwrap_or(' ');
        let forms =
            LETTERS.iter().find(|(letter, ..)| *letter == first).map(|(_, form, both)| (*form, *both));
        Self { range, text, forms, joined_before: false, joined_behind: false, alef: None }
    }

    /// Whether a joiner joins it with whatever follows, or a non-joiner parts it.
    fn steered(&self) -> Option<bool> {
        self.text.chars().next_back().and_then(|last| match last {
            JOINER => Some(true),
            NON_JOINER => Some(false),
            _ => None,
        })
    }

    /// The text with the letter in its form. Joiners have had their effect by now.
    fn shaped(&self) -> Cow<'t, str> {
        let form = match (self.forms, self.alef) {
            (Some((TATWEEL, _)) | None, _) => return Cow::Borrowed(self.text),
            (_, Some((alef, _))) => nth(alef, u32::from(self.joined_before)),
            (Some((isolated, _)), None) => match (self.joined_before, self.joined_behind) {
                // By itself, and with no letter to its left or right that would join it.
                (false, false) if !self.joins_next() => return self.without_joiners(),
                (false, false) => isolated,
                (true, false) => nth(isolated, 1),
                (false, true) => nth(isolated, 2),
                (true, true) => nth(isolated, 3),
            },
        };
        let marks = |text: &'t str| text.chars().skip(1).filter(|mark| !is_joiner(*mark));
        let alef = self.alef.map(|(_, text)| marks(text));
        Cow::Owned(std::iter::once(form).chain(marks(self.text)).chain(alef.into_iter().flatten()).collect())
    }

    fn without_joiners(&self) -> Cow<'t, str> {
        if self.text.chars().any(is_joiner) {
            return Cow::Owned(self.text.chars().filter(|letter| !is_joiner(*letter)).collect());
        }
        Cow::Borrowed(self.text)
    }

    fn joins_next(&self) -> bool {
        self.forms.is_some_and(|(_, both)| both)
    }
}

fn is_joiner(letter: char) -> bool {
    matches!(letter, JOINER | NON_JOINER)
}

fn nth(first: char, by: u32) -> char {
    char::from_u32(u32::from(first) + by).unwrap_or(first)
}

/// The row in display order, from left to right, with Arabic letters joined.
pub(crate) fn display(line: &str, base_rtl: bool) -> Vec<Shown<'_>> {
    let letters = joined(line);
    let mut out = Vec::with_capacity(letters.len());
    for run in bidi::visual(line, base_rtl) {
        let from = out.len();
        let start = letters.partition_point(|letter| letter.range.start < run.range.start);
        let within = letters.iter().skip(start).take_while(|letter| letter.range.start < run.range.end);
        out.extend(within.map(|letter| {
            let text =
                if run.rtl && letter.forms.is_none() { bidi::mirrored(letter.text) } else { letter.shaped() };
            Shown { range: letter.range.clone(), text, rtl: run.rtl }
        }));
        if run.rtl
            && let Some(new) = out.get_mut(from..)
        {
            new.reverse();
        }
    }
    out
}

/// The row as it is read, for terminals that order and join letters themselves.
pub(crate) fn as_read(line: &str) -> Vec<Shown<'_>> {
    let cell =
        |at: usize, text| Shown { range: at..at + str::len(text), text: Cow::Borrowed(text), rtl: false };
    graphemes(line).map(|grapheme| cell(grapheme.at, grapheme.text)).collect()
}

/// The graphemes of a row as it is read, with what joins them; lam and alef are one.
fn joined(line: &str) -> Vec<Letter<'_>> {
    let mut letters: Vec<Letter<'_>> = Vec::with_capacity(line.len());
    for grapheme in graphemes(line) {
        let range = grapheme.at..grapheme.at + grapheme.text.len();
        let mut letter = Letter::of(range, grapheme.text);
        if let Some(before) = letters.last_mut() {
            let steered = before.steered();
            let alef = grapheme
                .text
                .chars()
                .next()
                .and_then(|first| ALEFS.iter().find(|(alef, _)| *alef == first).map(|(_, form)| *form));
            if let Some(form) = alef
                && before.text.starts_with(LAM)
                && before.alef.is_none()
                && steered.is_none()
            {
                before.alef = Some((form, grapheme.text));
                before.range.end = letter.range.end;
                continue;
            }
            let joins = before.alef.is_none() && before.joins_next();
            if joins && steered != Some(false) && (letter.forms.is_some() || steered == Some(true)) {
                before.joined_behind = true;
                letter.joined_before = letter.forms.is_some();
            }
        }
        letters.push(letter);
    }
    if let Some(last) = letters.last_mut() {
        last.joined_behind |= last.steered() == Some(true) && last.joins_next();
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    /// The code points of the row as it is displayed.
    fn codes(line: &str) -> String {
        let shown: Vec<String> = display(line, true)
            .iter()
            .map(|shown| {
                shown.text.chars().map(|c| format!("{:X}", u32::from(c))).collect::<Vec<_>>().join("+")
            })
            .collect();
        shown.join(" ")
    }

    #[test]
    fn a_letter_has_the_form_of_its_place_in_the_word() {
        assert_eq!(codes("ببب"), "FE90 FE92 FE91");
        assert_eq!(codes("ب"), "FE8F");
        assert_eq!(codes("دب"), "FE8F 62F", "what joins nothing stays the letter that it is");
        assert_eq!(codes("بد"), "FEAA FE91");
    }

    #[test]
    fn words_are_joined_each_by_itself() {
        assert_eq!(codes("في من"), "FEE6 FEE3 20 FEF2 FED3");
        assert_eq!(codes("شيء"), "621 FEF2 FEB7", "hamza joins nothing");
    }

    #[test]
    fn lam_and_alef_are_one_cell_with_the_marks_of_both() {
        assert_eq!(codes("لا"), "FEFB");
        assert_eq!(codes("بلا"), "FEFC FE91");
        assert_eq!(codes("الأمم"), "FEE2 FEE3 FEF7 627");
        assert_eq!(codes("لَاً"), "FEFB+64E+64B");
        assert_eq!(codes("للا"), "FEFC FEDF");
        assert_eq!(codes("لاب"), "FE8F FEFB", "the alef in it joins nothing");
        let shown = display("بلا", true);
        assert_eq!(shown.iter().map(|shown| shown.range.clone()).collect::<Vec<_>>(), [2..6, 0..2]);
    }

    #[test]
    fn marks_stay_on_their_letters_and_do_not_part_them() {
        assert_eq!(codes("بَّب"), "FE90 FE91+64E+651");
    }

    #[test]
    fn tatweel_joins_and_stays() {
        assert_eq!(codes("بـب"), "FE90 640 FE91");
        assert_eq!(codes("ـد"), "FEAA 640");
    }

    #[test]
    fn joiners_do_their_work_and_are_gone() {
        assert_eq!(codes("ه\u{200d}"), "FEEB");
        assert_eq!(codes("می\u{200c}خواهد"), "FEAA FEEB 627 FEEE FEA7 FBFD FEE3");
        assert_eq!(codes("ل\u{200c}ا"), "627 FEDD");
    }

    #[test]
    fn numbers_symbols_and_brackets_stand_as_in_any_row() {
        let shown: String =
            display("(أ) 7-9، A/RES/65/1", true).into_iter().map(|shown| shown.text).collect();
        assert_eq!(shown, "A/RES/65/1 ،7-9 (أ)");
    }

    #[test]
    fn the_forms_are_those_that_unicode_gives_to_the_letters() {
        for (letter, isolated, both) in LETTERS {
            if letter == TATWEEL {
                continue;
            }
            for by in 0..if both { 4 } else { 2 } {
                let form = nth(isolated, by).to_string();
                assert_eq!(
                    form.nfkc().collect::<String>(),
                    letter.to_string().nfkc().collect::<String>(),
                    "{letter}"
                );
            }
            if both {
                let behind = nth(isolated, 4).to_string();
                assert_ne!(behind.nfkc().next(), Some(letter), "{letter} has four forms");
            }
        }
        for (alef, form) in ALEFS {
            for by in 0..2 {
                let both = nth(form, by).to_string();
                assert_eq!(
                    both.nfkc().collect::<String>(),
                    format!("{LAM}{alef}").nfkc().collect::<String>()
                );
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_each_letter_is_one_cell(line in "[بلاأدوهيء ـًَّ\u{200c}\u{200d}a1()]{0,30}", rtl in any::<bool>()) {
            let mut shown = display(&line, rtl);
            for cell in &shown {
                prop_assert!(width(&cell.text) <= 1);
            }
            shown.sort_by_key(|cell| cell.range.start);
            let mut at = 0;
            for cell in &shown {
                prop_assert_eq!(cell.range.start, at);
                at = cell.range.end;
            }
            prop_assert_eq!(at, line.len());
        }
    }
}
