//! Writes a document as Markdown: each paragraph on one line, headings, and footnotes as `[^1]`.
//!
//! Numbers are written so that a renderer shows them as printed. Where it would number a list by itself and arrive at
//! another number, the dot is escaped.

use super::inline::{InlinePiece, by_column, pieces, pieces_of_cell, stands_above};
use super::notes::{identifier, superscript};
use crate::document::{Align, Document, Kind, NodeId, NoteMark, Part, Table};
use crate::text::clean;
use std::io::{self, Write};

/// Writes a part of a document.
pub(crate) fn write(document: &Document, part: &Part, out: &mut dyn Write) -> io::Result<()> {
    let mut page = MarkdownWriter { document, out, open: Vec::new(), number: None, first: true };
    for id in part.ids(document) {
        page.block(id)?;
    }
    for &id in &part.notes {
        let words: Vec<String> =
            (id.0..document.node(id).subtree_end.0).map(|id| page.inline(NodeId(id))).collect();
        page.gap("")?;
        writeln!(page.out, "[^{}]: {}", identifier(document, id), words.join(" "))?;
    }
    Ok(())
}

struct MarkdownWriter<'p> {
    document: &'p Document,
    out: &'p mut dyn Write,
    /// For each ancestor of the current node, where its subtree ends, and its kind.
    open: Vec<(NodeId, Kind)>,
    /// The number of the previous block, if a renderer would continue counting from it.
    number: Option<u32>,
    first: bool,
}

impl MarkdownWriter<'_> {
    fn block(&mut self, id: NodeId) -> io::Result<()> {
        let node = self.document.node(id);
        while self.open.pop_if(|(end, _)| *end <= id).is_some() {}
        let depth = self.open.iter().filter(|(_, kind)| *kind == Kind::Quotation).count();
        let quoted = "> ".repeat(depth.min(8) + usize::from(node.kind == Kind::Quotation));
        let level = (2 + self.open.iter().filter(|(_, kind)| kind.is_scope()).count()).min(6);
        self.open.push((node.subtree_end, node.kind));
        let label = clean(self.document.label(id).trim()).into_owned();
        if label.is_empty() && node.body.is_empty() {
            return Ok(());
        }
        if node.kind == Kind::Table {
            return self.table(id, &quoted);
        }
        self.gap(&quoted)?;
        let words = self.inline(id);
        let space = if label.is_empty() || words.is_empty() { "" } else { " " };
        let number = std::mem::take(&mut self.number);
        self.out.write_all(quoted.as_bytes())?;
        match node.kind {
            Kind::Title => writeln!(self.out, "# {}{space}{words}", escape(&label, false)),
            Kind::Heading | Kind::Section | Kind::Part | Kind::Annex | Kind::Article => {
                let (marks, name) = ("#".repeat(level), escape(&label, false));
                if !words.is_empty() && stands_above(node.kind, &label) {
                    writeln!(self.out, "{marks} {name}\n{}\n{quoted}{marks} {words}", quoted.trim_end())
                } else {
                    writeln!(self.out, "{marks} {name}{space}{words}")
                }
            }
            _ => {
                let plain = label.strip_suffix('.').and_then(|digits| digits.parse().ok());
                let counts_on =
                    plain.is_some_and(|plain: u32| number.is_none_or(|before| before + 1 == plain));
                self.number = plain;
                let label = if counts_on { label } else { escape(&label, true) };
                let words = if label.is_empty() { escape_start(words) } else { words };
                writeln!(self.out, "{label}{space}{words}")
            }
        }
    }

    /// Writes an empty line between blocks; within a quotation it is part of the quotation.
    fn gap(&mut self, quoted: &str) -> io::Result<()> {
        if std::mem::take(&mut self.first) { Ok(()) } else { writeln!(self.out, "{}", quoted.trim_end()) }
    }

    fn table(&mut self, id: NodeId, quoted: &str) -> io::Result<()> {
        self.number = None;
        self.gap(quoted)?;
        match self.document.table(id) {
            Some(table) => self.barred(table, quoted),
            None => self.laid_out(self.document.body(id), quoted),
        }
    }

    /// Writes a table whose cells are not known, with its lines unchanged, as a fenced code block.
    fn laid_out(&mut self, text: &str, quoted: &str) -> io::Result<()> {
        let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
        let fence = format!("{quoted}{}\n", "`".repeat(longest.max(2) + 1));
        self.out.write_all(fence.as_bytes())?;
        for line in text.lines() {
            writeln!(self.out, "{quoted}{}", clean(line).trim_end())?;
        }
        self.out.write_all(fence.as_bytes())
    }

    /// Writes a table with bars. Markdown has one header row and no merged cells: a merged cell is empty where it
    /// continues.
    fn barred(&mut self, table: &Table, quoted: &str) -> io::Result<()> {
        for (at, row) in table.rows().enumerate() {
            self.out.write_all(quoted.as_bytes())?;
            for cell in by_column(table.columns, row) {
                let words = cell.map(|cell| self.marked_up(pieces_of_cell(self.document, cell)));
                let words = words.unwrap_or_default().replace('|', "\\|");
                write!(self.out, "| {words}{}", if words.is_empty() { "" } else { " " })?;
            }
            self.out.write_all(b"|\n")?;
            // Markdown requires the delimiter row below the first row, even if that is not a header.
            if at == 0 {
                self.out.write_all(quoted.as_bytes())?;
                for rule in rules(table) {
                    write!(self.out, "|{rule}")?;
                }
                self.out.write_all(b"|\n")?;
            }
        }
        Ok(())
    }

    /// The words of a node, with emphasis and note marks.
    fn inline(&self, id: NodeId) -> String {
        self.marked_up(pieces(self.document, id))
    }

    fn marked_up(&self, pieces: Vec<InlinePiece<'_>>) -> String {
        let document = self.document;
        let mut out = String::new();
        let mut set_off = String::new();
        for piece in pieces {
            let words = match piece.mark {
                Some(NoteMark { note: Some(note), .. }) => format!("[^{}]", identifier(document, *note)),
                Some(_) => superscript(document.slice(piece.span)),
                None => {
                    let lines = document.slice(piece.span).split('\n').map(|line| escape(line, false));
                    lines.collect::<Vec<_>>().join("<br>")
                }
            };
            if piece.emphasis {
                set_off.push_str(&words);
            } else {
                emphasize(&std::mem::take(&mut set_off), &mut out);
                out.push_str(&words);
            }
        }
        emphasize(&set_off, &mut out);
        out
    }
}

/// Puts asterisks around the words. They must not be beside spaces, where they would mark nothing, or within a word,
/// where not every renderer recognises them.
fn emphasize(words: &str, out: &mut String) {
    let inner = words.trim();
    let Some(at) = words.find(inner).filter(|_| !inner.is_empty()) else { return out.push_str(words) };
    let (before, rest) = words.split_at(at);
    let (inner, after) = rest.split_at(inner.len());
    let inside = |last: char| last.is_alphanumeric() || matches!(last, ')' | ']' | '*');
    if before.is_empty() && out.ends_with(inside) {
        return out.push_str(words);
    }
    for piece in [before, "*", inner, "*", after] {
        out.push_str(piece);
    }
}

/// Escapes whatever Markdown would take for markup; for a `label`, also the dot after a number.
fn escape(text: &str, label: bool) -> String {
    let text = clean(text);
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let marks_up = match letter {
            '\\' | '`' | '*' | '<' | '^' | '~' | '$' => true,
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '[' => next == '^',
            ']' => matches!(next, '(' | '[' | ':'),
            '&' => next == '#' || next.is_ascii_alphabetic(),
            '.' | ')' => label && before.is_ascii_digit(),
            _ => false,
        };
        if marks_up {
            out.push('\\');
        }
        out.push(letter);
        before = letter;
    }
    out
}

/// Escapes the first word of a paragraph if it would begin a heading, a list, a quotation or a thematic break.
fn escape_start(words: String) -> String {
    let trimmed = words.trim_start();
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    let list = digits > 0 && trimmed.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')']));
    if list {
        let (number, rest) = trimmed.split_at(digits);
        return format!("{number}\\{rest}");
    }
    let begins = trimmed.starts_with(['#', '>', '+', '-', '=', '~', '|']);
    if begins { format!("\\{trimmed}") } else { words }
}

/// The delimiter row: the alignment of each column, taken from its first cell below the header that has one.
fn rules(table: &Table) -> Vec<&'static str> {
    let mut aligns = vec![Align::Unset; usize::from(table.columns)];
    let header = (table.header_rows as usize).max(1);
    let body = table.rows().skip(header);
    for cell in body.chain(table.rows().take(header)).flatten().filter(|cell| cell.columns == 1) {
        if let Some(align) = aligns.get_mut(usize::from(cell.column))
            && *align == Align::Unset
        {
            *align = cell.align;
        }
    }
    let rule = |align: Align| match align {
        Align::Unset => "---",
        Align::Start => ":--",
        Align::Centre => ":-:",
        Align::End => "--:",
    };
    aligns.into_iter().map(rule).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_markup_characters_are_escaped() {
        assert_eq!(
            escape("[sur la base de A/65/456 (Part II)] snake_case _x_", false),
            "[sur la base de A/65/456 (Part II)] snake_case \\_x\\_"
        );
        assert_eq!(
            escape("a*b <i> [x](y) [^1] \\ AT&T &amp; 10^2 ~", false),
            "a\\*b \\<i> [x\\](y) \\[\\^1] \\\\ AT\\&T \\&amp; 10\\^2 \\~"
        );
        assert_eq!(escape_start("12. words".to_owned()), "12\\. words");
        assert_eq!(escape_start("# words".to_owned()), "\\# words");
        assert_eq!(escape_start("(a) words".to_owned()), "(a) words");
    }

    #[test]
    fn asterisks_are_next_to_words() {
        let mut out = String::new();
        emphasize(" two words ", &mut out);
        assert_eq!(out, " *two words* ");
        let mut out = "n".to_owned();
        emphasize("o", &mut out);
        assert_eq!(out, "no");
    }
}
