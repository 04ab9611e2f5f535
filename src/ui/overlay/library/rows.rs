//! Draws the box of the library.

use super::items::Item;
use super::{LibraryBox, MOST};
use crate::library::enquiry::{Entry, Passage, SavedSearch, Shelved};
use crate::text::Part as _;
use crate::text::{width, wrap};
use crate::ui::overlay::{query_line, rule, select};
use crate::ui::paint::{Line, Styled};
use crate::ui::state::State;
use std::ops::Range;

/// From this many rows on, the paragraph that is selected is shown whole below the list, ...
const PREVIEW: u16 = 16;
/// ... in this part of them at most.
const PART: u16 = 3;
/// How many rows of its text are listed of a paragraph, and on a screen of fewer rows than this.
const ROWS: (usize, usize) = (2, 1);
const TALL: u16 = 30;
/// The column where the words of a paragraph begin.
const INDENT: usize = 4;
/// The column where the counts of what there is to browse end.
const COUNTED: usize = 46;
/// Most cells of a symbol, and of a place.
const SYMBOL: usize = 22;

impl LibraryBox {
    pub(super) fn drawn(&mut self, cells: u16, most: u16, state: &State) -> Vec<Line> {
        let messages = state.messages();
        let count = match (self.input.text().is_empty(), self.choices.len()) {
            (true, _) | (_, 0) => messages.library_count(self.listing.status.documents as usize),
            (false, all) => {
                let full = self.listing.documents.len() == MOST || self.listing.passages.len() == MOST;
                format!("{}/{all}{}", self.cursor.at + 1, if full { "+" } else { "" })
            }
        };
        let mut lines =
            vec![query_line(&self.prompt, self.input.text(), &count, cells, state), rule(cells, state)];
        let rows = if most < TALL { ROWS.1 } else { ROWS.0 };
        let preview = if most >= PREVIEW { self.preview(cells, most / PART, state) } else { Vec::new() };
        let room = usize::from(most).saturating_sub(lines.len() + preview.len());
        self.page = (room / (1 + rows)).max(1);
        self.scroll(room, rows);
        self.shown = vec![None; lines.len()];
        let selected = self.choices.get(self.cursor.at).copied();
        for (at, item) in self.items.iter().enumerate().skip(self.top) {
            let mut drawn = self.item(item, selected == Some(at), (cells, rows), state);
            drawn.truncate((room + 2).saturating_sub(lines.len()));
            self.shown.extend(drawn.iter().map(|_| Some(at)));
            lines.extend(drawn);
            if lines.len() >= room + 2 {
                break;
            }
        }
        if !preview.is_empty() {
            lines.resize_with(room + 2, Line::default);
            lines.extend(preview);
        }
        lines
    }

    /// Moves the list as little as possible, so that what is selected is in it with the heading above.
    fn scroll(&mut self, room: usize, rows: usize) {
        let Some(&at) = self.choices.get(self.cursor.at) else {
            self.top = 0;
            return;
        };
        let headed = at > 0 && matches!(self.items.get(at - 1), Some(Item::Heading(_)));
        let first = at - usize::from(headed);
        self.top = self.top.min(first);
        let shown = self.items.get(self.top..=at).unwrap_or_default();
        let mut high: usize = shown.iter().map(|item| item.high(rows)).sum();
        while self.top < first && high > room {
            high -= self.items.get(self.top).map_or(0, |item| item.high(rows));
            self.top += 1;
        }
    }

    fn item(&self, item: &Item, selected: bool, (cells, rows): (u16, usize), state: &State) -> Vec<Line> {
        let mut line = Line::default();
        let base = select(&mut line, selected, state);
        let room = usize::from(cells).saturating_sub(3);
        match item {
            Item::Heading(text) => {
                let mut line = Line::default();
                line.put(1, &format!("── {text} "), state.theme.dim);
                let from = line.width();
                line.put(from, &"─".repeat(usize::from(cells.saturating_sub(from))), state.theme.rule);
                return vec![line];
            }
            Item::Said(text) => {
                line.put(2, &width::ellipsize(text, room), state.theme.dim);
            }
            Item::AtHand(at) => {
                let text = self.at_hand.get(*at).map(String::as_str).unwrap_or_default();
                let open = state.panes.current().map(|session| &session.origin);
                if open.is_some() && open == self.origins.get(*at) {
                    line.put(1, "*", state.theme.dim);
                }
                Styled::new(&width::ellipsize(text, room.saturating_sub(1)), base).columns(&mut line, 3);
            }
            Item::Offer(offer) => {
                line.put(2, &offer.insert, state.theme.heading);
                line.put(26, &width::ellipsize(&offer.meaning, room.saturating_sub(24)), base);
            }
            Item::More(count) => {
                line.put(3, state.messages().library_more(*count).as_str(), base);
            }
            Item::Shelved(Shelved { filter, count }) => {
                let inner = if filter.contains(' ') && filter.starts_with("organ") { 4 } else { 2 };
                line.put(inner, &width::ellipsize(filter, COUNTED - 8), base);
                let count = count.to_string();
                line.put((COUNTED - width::width(&count)) as u16, &count, state.theme.number);
                let name = organ_named(filter, state);
                line.put(
                    COUNTED as u16 + 2,
                    &width::ellipsize(&name, room.saturating_sub(COUNTED)),
                    state.theme.dim,
                );
            }
            Item::Saved(SavedSearch { line: saved, hits, new }) => {
                line.put(2, &width::ellipsize(saved, COUNTED - 10), base);
                let hits = hits.to_string();
                line.put((COUNTED - width::width(&hits)) as u16, &hits, state.theme.number);
                if *new > 0 {
                    line.put(
                        COUNTED as u16 + 2,
                        &state.messages().library_new(*new as usize),
                        state.theme.heading,
                    );
                }
            }
            Item::Document(_) | Item::Read(_) => {
                let entry = match item {
                    Item::Read(at) => self.yours.read.get(*at),
                    Item::Document(at) => self.listing.documents.get(*at),
                    _ => None,
                };
                if let Some(entry) = entry {
                    document(entry, &mut line, base, cells, state);
                }
            }
            Item::Passage(at) => {
                let Some(passage) = self.listing.passages.get(*at) else { return vec![line] };
                head(passage, &mut line, base, cells, state);
                let mut lines = vec![line];
                lines.extend(excerpt(passage, selected, (cells, rows), state));
                return lines;
            }
        }
        vec![line]
    }

    /// The selected paragraph as a whole.
    fn preview(&self, cells: u16, most: u16, state: &State) -> Vec<Line> {
        let Some(Item::Passage(at)) = self.selected() else { return Vec::new() };
        let Some(passage) = self.listing.passages.get(*at) else { return Vec::new() };
        let text = flat(&passage.text);
        let wide = usize::from(cells.min(state.settings.measure + 2)).saturating_sub(4);
        let rows: Vec<Range<usize>> = rows_of(&text, wide).collect();
        let most = usize::from(most).saturating_sub(1);
        let mut lines = vec![rule(cells, state)];
        for (at, row) in rows.iter().take(most).enumerate() {
            let more = at + 1 == most && rows.len() > most;
            lines.push(words(&text, row.clone(), &passage.marks, (2, more), state.theme.text, state));
        }
        lines
    }
}

impl Item {
    fn high(&self, rows: usize) -> usize {
        if matches!(self, Self::Passage(_)) { 1 + rows } else { 1 }
    }
}

/// A text on one line, of the same length.
fn flat(text: &str) -> String {
    text.replace(['\n', '\t'], " ")
}

fn rows_of(text: &str, wide: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    wrap::rows(text, wide, wide).map(|row| row.start as usize..row.end as usize)
}

/// Symbol, place, verb and title.
fn head(passage: &Passage, line: &mut Line, base: ratatui::style::Style, cells: u16, state: &State) {
    let end = usize::from(cells).saturating_sub(1);
    line.put(2, &width::ellipsize(&passage.document.name, SYMBOL), state.theme.heading);
    let at = line.width() + 1;
    line.put(at, &width::ellipsize(&passage.place, SYMBOL), state.theme.number);
    let opener = passage.opener();
    let at = line.width() + 2;
    if !opener.is_empty() {
        line.put(at, &width::ellipsize(opener, SYMBOL), state.theme.opener);
    }
    let at = line.width() + 2;
    if let Some(title) = passage.document.title.as_deref().filter(|_| usize::from(at) + 8 < end) {
        let title = width::ellipsize(title, end - usize::from(at)).into_owned();
        Styled::new(&title, base).phrase(line, at);
    }
}

/// Some rows of a paragraph around the first of the words that were looked for, and where it has the same wording.
fn excerpt(passage: &Passage, selected: bool, (cells, high): (u16, usize), state: &State) -> Vec<Line> {
    let text = flat(&passage.text);
    let wide = usize::from(cells).saturating_sub(INDENT + 2);
    let rows: Vec<Range<usize>> = rows_of(&text, wide).collect();
    let first = passage
        .marks
        .first()
        .map_or(0, |mark| rows.iter().position(|row| row.end > mark.start).unwrap_or_default());
    let first = first.min(rows.len().saturating_sub(high));
    let same = passage.same_places();
    let mut lines = Vec::new();
    for at in 0..high {
        let mut line = Line::default();
        if let Some(row) = rows.get(first + at) {
            let mut row = row.clone();
            let last = at + 1 == high;
            if last && !same.is_empty() {
                let room = wide.saturating_sub(width::width(&same) + 3);
                let kept = width::truncate(text.part(row.clone()), room).len();
                row.end = row.start + kept;
            }
            let more = last && (row.end < text.trim_end().len());
            line = words(&text, row, &passage.marks, (INDENT as u16, more), state.theme.text, state);
            if at == 0 && first > 0 {
                line.put(INDENT as u16 - 2, "…", state.theme.dim);
            }
        }
        if at + 1 == high && !same.is_empty() {
            let x = usize::from(cells).saturating_sub(width::width(&same) + 1);
            line.put(x as u16, &same, state.theme.dim);
        }
        if selected {
            line.put(0, "▌", state.theme.bar);
        }
        lines.push(line);
    }
    lines
}

/// A row of a text, its words marked; `more`: it goes on.
fn words(
    text: &str,
    row: Range<usize>,
    marks: &[Range<usize>],
    (x, more): (u16, bool),
    base: ratatui::style::Style,
    state: &State,
) -> Line {
    let shown = text.part(row.clone()).trim_end();
    let mut written = shown.to_owned();
    if more {
        written.push('…');
    }
    let mut styled = Styled::new(&written, base);
    for mark in marks.iter().filter(|mark| mark.start < row.end && mark.end > row.start) {
        let (start, end) = (mark.start.max(row.start) - row.start, mark.end.min(row.end) - row.start);
        styled.over(start.min(shown.len())..end.min(shown.len()), state.theme.hit);
    }
    let mut line = Line::default();
    styled.phrase(&mut line, x);
    line
}

/// Symbol, year, title, vote, how often it is cited, and languages.
fn document(entry: &Entry, line: &mut Line, base: ratatui::style::Style, cells: u16, state: &State) {
    line.put(2, &width::ellipsize(&entry.name, SYMBOL), state.theme.heading);
    let at = line.width().max(18) + 1;
    line.put(at, entry.year().unwrap_or_default(), state.theme.dim);
    let told = entry.told(state.messages()).join(" · ");
    let end = usize::from(cells).saturating_sub(width::width(&told) + 1);
    let at = usize::from(line.width().max(at + 4)) + 2;
    if let Some(title) = &entry.title {
        let title = width::ellipsize(title, end.saturating_sub(at + 2)).into_owned();
        Styled::new(&title, base).phrase(line, at as u16);
    }
    line.put(end as u16, &told, state.theme.dim);
}

/// The name of the organ of a filter that is of an organ alone.
fn organ_named(filter: &str, state: &State) -> String {
    let organs = state.messages().filters_organs().split(';');
    let key = filter.strip_prefix("organ:").unwrap_or_default();
    let mut named = organs.filter_map(|organ| organ.trim().split_once(' '));
    named.find(|(name, _)| *name == key).map_or_else(String::new, |(_, name)| name.to_owned())
}
