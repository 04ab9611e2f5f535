//! Finds what is doubtful in the finished tree: a letter missing from a list, a list set in one sentence, a
//! preambular paragraph whose "also" refers to nothing before it.
//!
//! A doubt is only reported as a diagnostic; nothing is moved. The checks may therefore rest on how resolutions are
//! drafted (United Nations Editorial Manual), provided that they are silent on resolutions that follow the manual.

use super::lexicon::{self, Register};
use super::numbering::{self, Class, Form, Item};
use super::shape::{ends_with_colon, last_letter};
use super::words;
use crate::document::{Action, Builder, Finding, Kind, Node, NodeId};
use crate::lang::{Language, ar};
use crate::text::Part as _;
use crate::text::chars::{is_gap, is_superscript};
use std::collections::HashMap;

/// The most items of a list in one sentence.
const MOST_ITEMS: usize = 40;

/// The most bytes of an item of a list whose marks were lost.
const LONGEST_ITEM: usize = 400;

/// The fewest items of a list that is reported: nobody would cite two letters in a sentence.
const FEWEST_ITEMS: u32 = 3;

/// Reports what is doubtful in all clauses. `line_of` gives the line of a node.
pub(super) fn find(builder: &mut Builder, language: Language, line_of: impl Fn(NodeId, &Node) -> u32) {
    let mut found = Vec::new();
    let mut lists: HashMap<NodeId, (Item, u32)> = HashMap::new();
    let mut preamble = Preamble::default();
    let mut row = Row::default();
    for index in 0..builder.len() {
        let id = NodeId(index as u32);
        let node = builder.node(id);
        let text = builder.text();
        let body = text.part(node.body.range());
        match node.kind {
            Kind::Subparagraph => {
                let label = text.part(node.label.range());
                let lettered = || lists.get(&node.parent).is_some_and(|(item, _)| item.form != Form::Bullet);
                if label.is_empty() && !node.inferred && lettered() {
                    found.push((id, Finding::ItemUnlabelled));
                }
                found.extend(gap(&mut lists, node, label).map(|gap| (id, gap)));
            }
            Kind::Preambular => {
                found.extend(preamble.lacks_first(language, node, body).map(|gap| (id, gap)));
            }
            Kind::Preamble => preamble = Preamble::default(),
            _ => {}
        }
        if let Some(first) = row.goes_on(language, id, node, body) {
            found.push((first, Finding::ListUnlabelled));
        }
        let clause =
            matches!(node.kind, Kind::Operative | Kind::Preambular | Kind::Paragraph | Kind::Subparagraph);
        if clause && let Some((first, last)) = list_in(body) {
            let (first, last) = (first.to_owned(), last.to_owned());
            found.push((id, Finding::ListInSentence { first, last }));
        }
    }
    for (id, finding) in found {
        let line = line_of(id, builder.node(id));
        builder.diagnose(line, finding);
    }
}

/// A letter or number of a list that does not follow the one before it: "(a)", "(b)", "(d)".
fn gap(lists: &mut HashMap<NodeId, (Item, u32)>, node: &Node, label: &str) -> Option<Finding> {
    let item = numbering::item(&format!("{label} ")).filter(|item| item.form != Form::Bullet)?;
    let before = lists.insert(node.parent, (item, node.ordinal));
    let (before, last) = before?;
    let alike = before.form == item.form
        && before.readings().any(|(class, _)| item.readings().any(|(other, _)| other == class));
    (alike && node.ordinal > last + 1 && !before.is_before(&item)).then(|| Finding::ItemGap {
        label: label.to_owned(),
        ordinal: node.ordinal,
        last,
    })
}

/// The first and last label of a list that is set in one sentence: "..., as follows: (a) ...; (b) ...; and (c) ...".
fn list_in(body: &str) -> Option<(&str, &str)> {
    let (mut first, mut last) = (None, None);
    let mut class = Class::Latin;
    let mut due = 1;
    let mut from = 0;
    for (at, mark) in body.match_indices([':', '：', ';', '；', '؛']) {
        let after = at + mark.len();
        if after < from || due as usize > MOST_ITEMS {
            continue;
        }
        let Some((start, item)) = item_behind(body, after) else { continue };
        let reading = item.readings().find(|&(one, value)| value == due && (due == 1 || one == class));
        let opens = due > 1 || ends_with_colon(mark);
        if let Some((one, _)) = reading.filter(|_| opens) {
            let label = body.get(start..start + item.label)?;
            first = first.or(Some(label));
            (class, last, due, from) = (one, Some(label), due + 1, start + item.label);
        }
    }
    first.zip(last).filter(|_| due > FEWEST_ITEMS)
}

/// The item directly after a punctuation mark, or after one short word that follows the mark: "; and (c)".
fn item_behind(body: &str, at: usize) -> Option<(usize, Item)> {
    let skip = |at: usize| {
        let rest = body.get(at..)?;
        let words = rest.trim_start_matches(|letter: char| is_gap(letter) || is_superscript(letter));
        Some((at + rest.len() - words.len(), words))
    };
    let lettered = |words: &str| numbering::item(words).filter(|item| item.form == Form::Bracket);
    let (at, words) = skip(at)?;
    if let Some(item) = lettered(words) {
        return Some((at, item));
    }
    let (word, _) = words.split_once(is_gap).filter(|(word, _)| word.chars().count() <= 4)?;
    let (at, words) = skip(at + word.len())?;
    lettered(words).map(|item| (at, item))
}

/// A run of unlabelled paragraphs that end with semicolons, as list items do and sentences do not (United Nations
/// Editorial Manual).
#[derive(Default)]
struct Row {
    first: NodeId,
    count: u32,
}

impl Row {
    /// The first paragraph of a run when this paragraph is its third; `None` otherwise.
    fn goes_on(&mut self, language: Language, id: NodeId, node: &Node, body: &str) -> Option<NodeId> {
        let opens = |register| lexicon::opener(language, register, body).is_some();
        let item = node.kind == Kind::Paragraph
            && node.label.is_empty()
            && body.len() <= LONGEST_ITEM
            && matches!(last_letter(body), Some(';' | '；' | '؛'))
            && !words::says_we(body)
            && !opens(Register::Operative)
            && !opens(Register::Preambular);
        self.count = if item { self.count + 1 } else { 0 };
        if self.count == 1 {
            self.first = id;
        }
        (self.count == 3).then_some(self.first)
    }
}

/// The preamble that is being read.
#[derive(Default)]
struct Preamble {
    words: String,
}

impl Preamble {
    /// "Recalling also" where no paragraph before it recalls anything: the paragraph that did is missing from the
    /// file.
    fn lacks_first(&mut self, language: Language, node: &Node, body: &str) -> Option<Finding> {
        let opener = body.part(..usize::from(node.opener));
        // Only "Recalling" and its like are sure to be repeated: "Noting also" may follow "Welcoming".
        let recalls = node.action == Some(Action::Reaffirm);
        let verb = verb_of_also(language, opener).filter(|_| recalls);
        let words = body.to_lowercase();
        let lacks = verb.filter(|verb| !self.words.contains(&verb.to_lowercase()));
        let finding = lacks.map(|_| Finding::PreambleGap { opener: opener.trim().to_owned() });
        self.words.push_str(&words);
        self.words.push('\n');
        finding
    }
}

/// The verb of an opening phrase that continues another paragraph: "Recalling also", "Rappelant en outre", "又回顾".
fn verb_of_also(language: Language, opener: &str) -> Option<&str> {
    let also = language.words().also;
    if language == Language::Zh {
        return also.iter().find_map(|also| opener.strip_prefix(also));
    }
    let mut words = opener.split(is_gap).filter(|word| !word.is_empty());
    let mut verb = words.next()?;
    if ar::INTRODUCING.contains(&verb) {
        verb = words.next()?;
    }
    words.any(|word| also.contains(&word)).then_some(verb)
}

#[cfg(test)]
mod tests {
    use super::list_in;

    #[test]
    fn a_list_in_a_sentence_begins_after_a_colon_and_has_a_mark_before_each_item() {
        let list = "Decides: (a) to row; (b) to swim;¹ and (c) to sail;";
        assert_eq!(list_in(list), Some(("(a)", "(c)")));
        assert_eq!(list_in("Решает: a) грести; b) плыть; c) ждать;"), Some(("a)", "c)")));
        assert_eq!(list_in("决定：(a) 划船；(b) 游泳；(c) 航行；"), Some(("(a)", "(c)")));
        // Two items are too few, and letters of an article are not a list.
        assert_eq!(list_in("Decides: (a) to row; (b) to swim;"), None);
        assert_eq!(list_in("Recalls article 1 (a); (b) and (c) of the rules"), None);
    }
}
