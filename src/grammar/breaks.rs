//! Handles lines that were broken by hand within a paragraph of a word processor or a web page: where such a line
//! begins something new.
//!
//! "II", a line break and "Title" make the heading of a section in resolutions on the budget (seen in General
//! Assembly resolutions of sessions 75 to 80), and students write a clause and its list as one paragraph. Most line
//! breaks mean nothing, as in a long title, so a paragraph is only cut where its lines clearly begin something.

use super::lexicon::{self, Register};
use super::numbering::{item, number};
use super::shape::{ends_with_mark, starts_lower};
use super::words;
use crate::document::{Diagnostic, Finding, Span};
use crate::formats::{Block, Content, Style};
use crate::lang::Language;
use crate::text::Part as _;
use crate::text::chars::is_gap;
use std::borrow::Cow;

/// The content with such paragraphs cut, and with paragraphs joined that a stray line end had split.
pub(super) fn cut(content: &Content, language: Language) -> Cow<'_, Content> {
    let mut cut = at_breaks(content, language);
    if let Some(more) = at_missing_numbers(&cut, language) {
        cut = Cow::Owned(more);
    }
    if let Some(more) = behind_numerals(&cut, language) {
        cut = Cow::Owned(more);
    }
    cut
}

/// Cuts "II Conditions of service" after the numeral of a section. Resolutions on the budget set it on a line of its
/// own, but copies of them often do not. A single such line means nothing ("I welcome"); a sequence from I on does.
fn behind_numerals(content: &Content, language: Language) -> Option<Content> {
    if !words::has_case(language) {
        return None;
    }
    let mut cuts: Vec<(usize, u32)> = Vec::new();
    let mut last = 0;
    for (at, block) in content.blocks.iter().enumerate() {
        let line = content.words(block);
        let free = block.style != Style::Line || block.gap > 0;
        if !free || matches!(block.style, Style::Row | Style::Note) || line.len() > LONGEST_TITLE {
            continue;
        }
        let Some(head) = words::numeral_and_title(line) else { continue };
        let (numeral, title) = line.split_at_checked(head.title).unwrap_or_default();
        // Other numerals of the sequence may stand on lines of their own.
        let follows = (last + 1..=last + 3).contains(&head.ordinal) && (last > 0 || head.ordinal == 1);
        let bare = numeral.trim_end().ends_with(char::is_alphabetic);
        if follows && bare && title.starts_with(char::is_uppercase) && !ends_with_mark(line) {
            cuts.push((at, block.text.start + head.label as u32));
            last = head.ordinal;
        }
    }
    if cuts.len() < 2 {
        return None;
    }
    Some(with_cuts(content, &cuts))
}

/// The most bytes in the title of a section.
const LONGEST_TITLE: usize = 400;

/// Cuts "... civil society; 2. URGES Member States:" before the number where paragraph 1 begins above, paragraph 3
/// begins below, and paragraph 2 nowhere. Seen in resolutions of the World Health Assembly.
fn at_missing_numbers(content: &Content, language: Language) -> Option<Content> {
    let mut cuts: Vec<(usize, u32)> = Vec::new();
    let mut diagnostics = content.diagnostics.clone();
    let mut last: Option<(usize, u32)> = None;
    for (at, block) in content.blocks.iter().enumerate() {
        if matches!(block.style, Style::Row | Style::Note) {
            continue;
        }
        let Some(value) = number(content.words(block)).map(|number| number.value) else { continue };
        if let Some((from, before)) = last.filter(|(_, before)| value == before + 2) {
            let between = content.blocks.part(from..at).iter().enumerate();
            let found = between.rev().find_map(|(offset, block)| {
                let start = number_inside(content.words(block), before + 1, language)?;
                Some((from + offset, block.text.start + start as u32, block.line))
            });
            if let Some((at, start, line)) = found {
                cuts.push((at, start));
                let finding = Finding::NumberInside { number: before + 1 };
                diagnostics.push(Diagnostic::new(line, finding));
            }
        }
        last = Some((at, value));
    }
    if cuts.is_empty() {
        return None;
    }
    Some(Content { diagnostics, ..with_cuts(content, &cuts) })
}

/// The two blocks before and after a byte offset of the text, without the spaces around it.
fn cut_at(content: &Content, block: Block, at: u32) -> (Block, Block) {
    let words = |span: Span| content.text.part(span.range());
    let (before, after) = (Span { end: at, ..block.text }, Span { start: at, ..block.text });
    let end = before.start + words(before).trim_end().len() as u32;
    let start = after.end - words(after).trim_start().len() as u32;
    let before = Block { text: Span { end, ..before }, ..block };
    (before, Block { text: Span { start, ..after }, gap: 1, ..block })
}

/// The content with blocks cut, given as block index and byte offset, in the order of the text; each block is cut
/// once.
fn with_cuts(content: &Content, cuts: &[(usize, u32)]) -> Content {
    let mut blocks = Vec::with_capacity(content.blocks.len() + cuts.len());
    let mut cuts = cuts.iter().peekable();
    for (at, block) in content.blocks.iter().enumerate() {
        match cuts.next_if(|(of, _)| *of == at) {
            Some(&(_, byte)) => blocks.extend(<[Block; 2]>::from(cut_at(content, *block, byte))),
            None => blocks.push(*block),
        }
    }
    Content { blocks, ..content.clone() }
}

/// The byte offset of a number inside a paragraph, as in "; 2. Urges".
fn number_inside(words: &str, value: u32, language: Language) -> Option<usize> {
    let label = format!("{value}.");
    words.match_indices(&label).map(|(at, _)| at).find(|&at| {
        let (before, after) = words.split_at_checked(at).unwrap_or_default();
        let rest = after.part(label.len()..);
        before.ends_with(is_gap)
            && ends_with_mark(before)
            && rest.starts_with(is_gap)
            && !starts_lower(rest.trim_start())
            && lexicon::opener(language, Register::Operative, rest.trim_start()).is_some()
    })
}

/// The content with paragraphs cut at the lines that were broken by hand.
fn at_breaks(content: &Content, language: Language) -> Cow<'_, Content> {
    if content.breaks.is_empty() {
        return Cow::Borrowed(content);
    }
    let mut blocks = Vec::with_capacity(content.blocks.len());
    for block in &content.blocks {
        let mut rest = *block;
        if matches!(block.style, Style::Paragraph | Style::Heading(_)) {
            let from = content.breaks.partition_point(|at| *at <= block.text.start);
            let inside = content.breaks.part(from..);
            let mut lines = Lines { content, language, last: None };
            for &at in inside.iter().take_while(|at| **at < block.text.end) {
                // Of several breaks in a row, those after the first are in the blanks that were left out.
                if at > rest.text.start
                    && let Some((before, after)) = lines.parted(rest, at)
                {
                    blocks.push(before);
                    rest = after;
                }
            }
        }
        blocks.push(rest);
    }
    if blocks.len() == content.blocks.len() {
        return Cow::Borrowed(content);
    }
    Cow::Owned(Content { blocks, ..content.clone() })
}

/// The lines of one paragraph.
struct Lines<'a> {
    content: &'a Content,
    language: Language,
    /// The number of the last line that has one.
    last: Option<u32>,
}

impl Lines<'_> {
    /// The two blocks before and after a line break, where the text after it begins something new.
    fn parted(&mut self, block: Block, at: u32) -> Option<(Block, Block)> {
        let (before, after) = cut_at(self.content, block, at);
        let (above, below) = (self.content.words(&before), self.content.words(&after));
        if above.is_empty() || below.is_empty() {
            return None;
        }
        let counted = number(below).map(|number| number.value);
        self.last = self.last.or_else(|| number(above).map(|number| number.value));
        let is_due = counted.is_some_and(|value| self.last.is_some_and(|last| value == last + 1));
        let begins = words::is_unit_alone(above)
            || super::enacting::is_known_line(above)
            || is_due
            || ends_with_mark(above) && (counted.is_some() || item(below).is_some() || self.opens(below));
        if !begins {
            return None;
        }
        self.last = counted.or(self.last);
        Some((before, after))
    }

    fn opens(&self, words: &str) -> bool {
        if words::has_case(self.language) && self.language != Language::Ru && starts_lower(words) {
            return false;
        }
        [Register::Preambular, Register::Operative]
            .into_iter()
            .any(|register| lexicon::opener(self.language, register, words).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks of a paragraph in which bars stand for line breaks.
    fn cut_at_bars(paragraph: &str) -> Vec<String> {
        let text = paragraph.replace('|', " ");
        let breaks = paragraph.match_indices('|').map(|(at, _)| at as u32 + 1).collect();
        let span = Span::new(0, text.len());
        let block =
            Block { text: span, source: span, line: 1, page: 0, gap: 1, indent: 0, style: Style::Paragraph };
        let content = Content { text, blocks: vec![block], breaks, ..Content::default() };
        let cut = cut(&content, Language::En);
        cut.blocks.iter().map(|block| cut.words(block).to_owned()).collect()
    }

    #[test]
    fn a_section_numeral_is_separated_from_its_title() {
        assert_eq!(
            cut_at_bars("II|Rivers of the north| and their banks"),
            ["II", "Rivers of the north  and their banks"]
        );
        assert_eq!(cut_at_bars("B|Rivers"), ["B", "Rivers"]);
        assert_eq!(cut_at_bars("B||||Rivers"), ["B", "Rivers"]);
        assert_eq!(cut_at_bars("Annex|Rules of the river"), ["Annex", "Rules of the river"]);
    }

    #[test]
    fn a_clause_is_separated_from_its_list_and_from_the_next_clause() {
        assert_eq!(
            cut_at_bars("1. Asks States|2. Urges donors to:|(a) give;|(b) give more."),
            ["1. Asks States", "2. Urges donors to:", "(a) give;", "(b) give more."]
        );
        assert_eq!(
            cut_at_bars("The General Assembly,|Recalling rivers,|Noting lakes,"),
            ["The General Assembly,", "Recalling rivers,", "Noting lakes,"]
        );
    }

    #[test]
    fn a_paragraph_that_begins_inside_a_line_is_cut_where_its_number_is_missing() {
        let blocks = |text: &str| {
            let content = crate::formats::plain::read(text);
            let cut = cut(&content, Language::En);
            cut.blocks.iter().map(|block| cut.words(block).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            blocks("1. ASKS States to row and civil society; 2. URGES Member States:\n\n3. NOTES rivers."),
            ["1. ASKS States to row and civil society;", "2. URGES Member States:", "3. NOTES rivers."]
        );
        // No number is missing, or the text after the number does not open a paragraph.
        for kept in [
            "1. Asks States; 2. Urges Member States.\n\n2. Notes rivers.",
            "1. Sees art. 2. The rule.\n\n3. Notes.",
        ] {
            assert_eq!(blocks(kept).len(), 2, "{kept}");
        }
    }

    #[test]
    fn a_sequence_of_numerals_with_titles_are_sections() {
        for (organ, first, second, recital, verb) in [
            (
                "The General Assembly,",
                "I Rivers of the north",
                "II Lakes",
                "Recalling boats,",
                "Decides to row",
            ),
            (
                "L’Assemblée générale,",
                "I Fleuves du nord",
                "II Lacs",
                "Rappelant les barques,",
                "Décide de ramer",
            ),
        ] {
            let text = format!(
                "{organ}\n\n{first}\n\n{recital}\n\n1. {verb} ;\n\n{second}\n\n{recital}\n\n1. {verb}.\n"
            );
            let document = crate::grammar::parse(&text, crate::grammar::Options::default());
            let anchors: Vec<String> = document.ids().map(|id| document.anchor(id).0).collect();
            for wanted in ["I.pp1", "I.op1", "II.pp1", "II.op1"] {
                assert!(anchors.iter().any(|anchor| anchor == wanted), "{wanted} in {anchors:?}");
            }
        }
        // A single numeral begins a sentence.
        let text = "The Assembly,\n\nRecalling,\n\n1. Notes.\n\nI Welcome Norway\n";
        let document = crate::grammar::parse(text, crate::grammar::Options::default());
        assert!(document.ids().all(|id| document.node(id).kind != crate::document::Kind::Section));
    }

    #[test]
    fn other_line_breaks_become_spaces() {
        for paragraph in ["Rivers|and lakes", "A river|2 metres deep", "Report of the Council,|part two"] {
            assert_eq!(cut_at_bars(paragraph), [paragraph.replace('|', " ")]);
        }
    }
}
