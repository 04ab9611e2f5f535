//! The words of one or several clauses as they are pasted into another text: unwrapped, without note marks, without the
//! punctuation that only joins them to what follows, and without half a pair of quotation marks.

mod marks;

use crate::document::{Document, Kind, NodeId, Part, Span, rows};
use crate::lang::{self, Language};
use crate::text::chars::is_wide;

/// Clauses that follow each other: the first node, and the node behind the last of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    pub first: NodeId,
    pub last: NodeId,
    /// The first node behind the passage.
    end: NodeId,
}

impl Passage {
    /// All from one clause to another, whichever comes first, each whole. A heading at the end means up to it: nothing of
    /// what it leads to was marked. Nor are footnotes meant where the text before them is marked.
    pub(crate) fn between(document: &Document, one: NodeId, other: NodeId) -> Self {
        let (first, goal) = (one.min(other), one.max(other));
        let whole = document.node(first).subtree_end;
        let (mut last, mut end) = (goal, document.node(goal).subtree_end);
        while last >= whole
            && let Some(up_to) = leads_in(document, first, last)
        {
            (last, end) = (NodeId(up_to.0.saturating_sub(1)), up_to);
        }
        // A last clause within the first is no further end.
        if last < whole {
            return Self { first, last: first, end: whole };
        }
        if last != goal {
            // What ends there with its last sub-paragraph is marked whole.
            let ends = document.ancestors(last).take_while(|&up| {
                let node = document.node(up);
                up > first && node.subtree_end == end && !node.kind.is_scope() && !node.kind.is_synthetic()
            });
            last = ends.last().unwrap_or(last);
        }
        Self { first, last, end }
    }

    pub(crate) fn is_one(self) -> bool {
        self.first == self.last
    }

    pub(crate) fn holds(self, id: NodeId) -> bool {
        self.first <= id && id < self.end
    }
}

/// Up to where a passage goes that was marked as far as a node that is no part of it: a heading, which leads to what
/// follows, or a footnote.
fn leads_in(document: &Document, first: NodeId, last: NodeId) -> Option<NodeId> {
    let notes = document.ancestors(last).find(|&up| document.node(up).kind == Kind::Notes);
    if let Some(notes) = notes {
        return (first < notes).then_some(notes);
    }
    let kind = document.node(last).kind;
    (kind == Kind::Heading || kind.is_scope() || kind.is_synthetic()).then_some(last)
}

/// The passage as plain text, each clause on a line, with its citation behind it where one is given. The number of a
/// single paragraph is left to the citation; the paragraphs of several have theirs.
pub(crate) fn plain(document: &Document, passage: Passage, citation: Option<&str>) -> String {
    let mut out = String::new();
    for id in (passage.first.0..passage.end.0).map(NodeId) {
        let node = document.node(id);
        let below_its_clause = node.kind == Kind::Continuation && id != passage.first;
        if below_its_clause || matches!(node.kind, Kind::Notes | Kind::Note) && !passage.is_one() {
            continue;
        }
        let alone = id == passage.first && passage.is_one() && !node.kind.is_scope();
        let label = if alone { "" } else { document.label(id).trim() };
        let line = format!("{label} {}", words(document, id));
        if !line.trim().is_empty() {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(line.trim());
        }
    }
    let mut out = marks::paired(without_joint(&out), is_rtl(document));
    if let Some(citation) = citation {
        out.push_str(&in_brackets(document, passage, citation, "\n"));
    }
    out
}

fn is_rtl(document: &Document) -> bool {
    document.language().is_some_and(Language::is_rtl)
}

/// A citation as it stands behind what is quoted; behind a table on a line of its own, since it would be read as a cell.
fn in_brackets(document: &Document, passage: Passage, citation: &str, line: &str) -> String {
    let last = NodeId(passage.end.0.saturating_sub(1));
    let before = match document.node(last).kind {
        Kind::Table => line,
        // Nothing stands between Chinese words and a bracket.
        _ if document.language() == Some(Language::Zh) => "",
        _ => " ",
    };
    format!("{before}({citation})")
}

/// The passage as Markdown, with its citation where one is given, and with the notes that it cites.
pub(crate) fn markdown(document: &Document, passage: Passage, citation: Option<&str>) -> String {
    let part = if passage.is_one() {
        Part::of(document, passage.first)
    } else {
        Part::between(document, passage.first, passage.end)
    };
    let (mut out, mut notes) = (Vec::new(), Vec::new());
    let alone = Part { clauses: 0..0, notes: part.notes.clone() };
    let written = super::markdown::write(document, &Part { notes: Vec::new(), ..part }, &mut out)
        .and_then(|()| super::markdown::write(document, &alone, &mut notes));
    debug_assert!(written.is_ok(), "writing to memory does not fail");
    let mut clauses = String::from_utf8(out).unwrap_or_default();
    // Marks of notes may stand behind the punctuation.
    let end = clauses.trim_end().len();
    let mut words = end;
    while let Some(left) = clauses.get(..words).and_then(|left| left.strip_suffix(']'))
        && let Some(at) = left.rfind("[^")
    {
        words = at;
    }
    let kept = clauses.get(..words).map_or(words, |words| without_joint(words).len());
    clauses.truncate(end);
    clauses.replace_range(kept..words, "");
    let mut clauses = marks::paired(&clauses, is_rtl(document));
    if let Some(citation) = citation {
        clauses.push_str(&in_brackets(document, passage, citation, "\n\n"));
    }
    if !notes.is_empty() {
        clauses.push_str("\n\n");
        clauses.push_str(String::from_utf8(notes).unwrap_or_default().trim_end());
    }
    clauses
}

/// The words of a node and its continuations without note marks; of a table, its rows with tabs between the columns.
fn words(document: &Document, id: NodeId) -> String {
    if let Some(table) = document.table(id) {
        let rows = (0..table.rows().len()).filter(|&row| !table.row(row).is_empty());
        return rows.map(|row| rows::tabbed(document, table, row)).collect::<Vec<_>>().join("\n");
    }
    let mut out = String::new();
    for span in document.own_spans(id) {
        if !out.is_empty() {
            out.push(' ');
        }
        let mut at = span.start;
        for mark in document.marks_in(span) {
            let next = mark.span.start.max(at);
            push(&mut out, document.slice(Span { start: at, end: next }), at > span.start);
            at = mark.span.end.max(at);
        }
        push(&mut out, document.slice(Span { start: at, end: span.end.max(at) }), at > span.start);
    }
    out
}

/// Appends words. Where a note mark stood before them, no blank is left that was only there because of the mark.
fn push(out: &mut String, words: &str, behind_mark: bool) {
    let mut words = words;
    if behind_mark {
        let next = words.trim_start().chars().next();
        let before = out.trim_end().chars().next_back();
        let wide = |letter: Option<char>| letter.is_some_and(is_wide);
        let blank_follows = words.starts_with(char::is_whitespace);
        if wide(before) && wide(next) {
            out.truncate(out.trim_end().len());
            words = words.trim_start();
        } else if blank_follows || next.is_none_or(|next| ",.;:!?)]}»”’،؛؟".contains(next)) {
            out.truncate(out.trim_end().len());
        }
    }
    out.push_str(words);
}

/// The words without the comma or semicolon, and the "and" behind it, that join a clause to the next one; some texts
/// have two of them ("; and,"). What ends in a full stop or a colon is left as it is.
fn without_joint(words: &str) -> &str {
    let once = without_last_joint(words);
    without_last_joint(once)
}

fn without_last_joint(words: &str) -> &str {
    const JOINTS: &[char] = &[';', ',', '；', '，', '؛', '،', '、'];
    let words = words.trim_end();
    let joint = |words: &'_ str| words.strip_suffix(JOINTS).map(|left| left.trim_end().len());
    if let Some(length) = joint(words) {
        return words.split_at_checked(length).map_or(words, |(left, _)| left);
    }
    // "(b) To report; and"
    let last = words.rfind(|letter: char| JOINTS.contains(&letter));
    let behind = last.and_then(|at| words.get(at..)).map(|end| end.trim_start_matches(JOINTS).trim());
    let and = behind.is_some_and(|word| lang::tables().any(|language| language.citing.ends.contains(&word)));
    match last.and_then(|at| words.split_at_checked(at)) {
        Some((left, _)) if and => left.trim_end(),
        _ => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, citation};

    #[test]
    fn a_heading_at_the_end_means_up_to_it_and_citation_and_words_agree() {
        let mut builder = Builder::new();
        builder.set_language(Some(Language::En));
        builder.masthead_mut().symbol = Some("A/RES/95/7".to_owned());
        let at = Span::default();
        let row = |builder: &mut Builder, number: u32| {
            builder.leaf(Kind::Paragraph, &format!("{number}."), number, &format!("Row {number};"), at)
        };
        builder.open(Kind::Annex, at);
        let rules: Vec<_> = (1..=2).map(|number| row(&mut builder, number)).collect();
        let third = builder.open(Kind::Paragraph, at);
        let label = builder.push("3.");
        (builder.node_mut(third).label, builder.node_mut(third).ordinal) = (label, 3);
        builder.leaf(Kind::Subparagraph, "(a)", 1, "deep;", at);
        builder.close();
        let heading = builder.leaf(Kind::Heading, "", 0, "Boats", at);
        let section = builder.open(Kind::Section, at);
        let fourth = row(&mut builder, 4);
        builder.close();
        builder.close();
        builder.open(Kind::Notes, at);
        let note = builder.leaf(Kind::Note, "1", 1, "A note.", at);
        builder.close();
        let document = builder.finish();
        let told = |one, other| {
            let passage = Passage::between(&document, one, other);
            let cited = citation::cite_range(&document, passage.first, passage.last);
            (cited, plain(&document, passage, None).lines().count())
        };
        let cited = |tail: &str, lines| (format!("A/RES/95/7, annex, {tail}"), lines);
        assert_eq!(told(rules[1], heading), cited("paras. 2 and 3", 3));
        assert_eq!(told(heading, rules[1]), cited("paras. 2 and 3", 3), "whichever was marked first");
        assert_eq!(told(rules[0], section), cited("paras. 1–3", 4));
        assert_eq!(told(third, section), cited("para. 3", 1));
        assert_eq!(told(rules[0], note), told(rules[0], fourth), "a footnote is not copied, nor cited");
    }
}
