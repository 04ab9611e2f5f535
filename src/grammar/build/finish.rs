//! The beginning and the end of every document: what its format reports, and what is found once all its clauses stand.

use super::Build;
use crate::document::symbol::Organ;
use crate::document::{Builder, Kind, Masthead, Node, NodeId};
use crate::formats::Content;
use crate::grammar::{doubts, references, words};
use crate::lang::{Language, dates, ordinals};
use crate::text::Part as _;

/// A document without clauses, and what the reader of its format set aside or doubted.
pub(in crate::grammar) fn begin(content: &Content, language: Option<Language>) -> Builder {
    let mut builder = Builder::new();
    builder.reserve(content.text.len());
    builder.set_language(language);
    for aside in &content.asides {
        builder.set_aside(aside.line, &aside.text, aside.reason);
    }
    for diagnostic in &content.diagnostics {
        builder.diagnose(diagnostic.line, diagnostic.finding.clone());
    }
    builder
}

impl Build {
    /// Reads what the finished tree tells: numbers and dates of the masthead, references, and doubts; `line_of` tells the
    /// line of a node.
    pub(in crate::grammar) fn read_whole(&mut self, line_of: impl Fn(NodeId, &Node) -> u32) {
        fill_card(&mut self.document, self.language);
        find_references(&mut self.document, self.language);
        doubts::find(&mut self.document, self.language, line_of);
    }
}

/// What the lines of the masthead and of the vote say as numbers, dates and names.
fn fill_card(builder: &mut Builder, language: Language) {
    let card = builder.masthead_mut();
    if card.session_number.is_none() {
        card.session_number = card
            .session
            .as_deref()
            .and_then(|line| ordinals::ordinal(language, line).map(|(_, number)| number));
    }
    if let Some(line) = card.adoption.as_ref().filter(|_| card.adoption_date.is_none())
        && let Some((range, _)) = dates::date(language, line)
    {
        card.adoption_date = line.get(range).map(|date| date.trim().to_owned());
    }
    let votes = (0..builder.len() as u32).map(NodeId).filter(|&id| builder.node(id).kind == Kind::Vote);
    for id in votes.collect::<Vec<_>>() {
        let text = builder.text().part(builder.node(id).body.range()).to_owned();
        fill_vote(builder.masthead_mut(), &text);
    }
}

/// "In favour: Arcadia, Belmarch" and the line that tells the result.
fn fill_vote(card: &mut Masthead, text: &str) {
    let (label, names) = text.split_once([':', '：']).unwrap_or(("", text));
    let field = match words::vote_side(label) {
        Some(words::Side::For) => &mut card.votes_in_favour,
        Some(words::Side::Against) => &mut card.votes_against,
        Some(words::Side::Abstaining) => &mut card.abstentions,
        None if words::is_vote_roll(text) => return,
        None => {
            card.vote.get_or_insert_with(|| text.trim_matches(['[', ']']).to_owned());
            return;
        }
    };
    field.get_or_insert_with(|| names.trim().trim_end_matches(']').to_owned());
}

/// References are kept up to this many: a hostile text is made of them.
fn most_references(bytes: usize) -> usize {
    100_000 + bytes / 256
}

/// The references of every node's words.
fn find_references(builder: &mut Builder, language: Language) {
    let organ = builder.masthead_mut().symbol.as_deref().and_then(Organ::of);
    let context = references::Context { language, organ };
    let mut found = Vec::new();
    let most = most_references(builder.text().len());
    for index in 0..builder.len() {
        let node = *builder.node(NodeId(index as u32));
        if node.body.is_empty() || matches!(node.kind, Kind::MastheadLine | Kind::Table) || found.len() > most
        {
            continue;
        }
        let text = builder.text().part(node.body.range());
        references::find(text, node.body.start as usize, context, &mut found);
    }
    for reference in found {
        builder.reference(reference);
    }
}
