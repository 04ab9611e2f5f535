//! The list of paragraphs, in all documents at hand, that have a text; it fills while the documents are read.

use super::{Flow, Overlay, Shape, prompt, query_line, rule, select};
use crate::app::command::{Command, Scope};
use crate::app::everywhere::Passage;
use crate::text::width;
use crate::ui::input::{Cursor, Input};
use crate::ui::paint::{Line, Styled};
use crate::ui::state::State;

/// The most cells before what was looked for, so that it is seen on every row.
const BEFORE: usize = 16;

#[derive(Debug)]
pub(crate) struct FindInAll {
    input: Input,
    /// The query is that of the last search, and the first letter typed begins another one.
    again: bool,
    page: usize,
    prompt: String,
}

impl FindInAll {
    /// Opens with what was looked for the last time, and what was found.
    pub(crate) fn new(state: &mut State) -> Self {
        state.look_beside();
        let prompt = prompt(state.messages().find_in_all_prompt());
        let query = state.everywhere.query.clone();
        Self { again: !query.is_empty(), input: Input::new(&query), page: 1, prompt }
    }

    fn search(&mut self, state: &mut State) {
        self.again = false;
        state.find_in_all(self.input.text());
    }

    fn count(state: &State) -> String {
        let found = &state.everywhere;
        if found.query.is_empty() {
            return String::new();
        }
        let more = if found.more || found.claim.is_some() { "+" } else { "" };
        let at = if found.passages.is_empty() { 0 } else { found.at + 1 };
        let places = format!("{at}/{}{more}", found.passages.len());
        let read = state.messages().find_in_all_read(found.documents, found.read, found.all);
        format!("{places} · {read}")
    }
}

impl Overlay for FindInAll {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn shape(&self) -> Shape {
        Shape::Full
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        if self.input.edit(command) {
            self.search(state);
            return Flow::Done;
        }
        let found = &mut state.everywhere;
        let mut cursor = Cursor { at: found.at, ..Cursor::default() };
        if cursor.step(command, found.passages.len(), self.page) {
            found.at = cursor.at;
            return Flow::Done;
        }
        match command {
            Command::Accept if found.passages.is_empty() => {
                let query = found.query.clone();
                if found.claim.is_none() && !query.is_empty() {
                    state.say(state.messages().not_found_query(&query));
                }
                Flow::Done
            }
            Command::Accept => {
                state.open_passage();
                Flow::Close
            }
            Command::Cancel => {
                // What was found so far stays for the next time.
                found.claim = None;
                Flow::Close
            }
            _ => Flow::Pass,
        }
    }

    fn text(&mut self, typed: &str, state: &mut State) -> Flow {
        if self.again {
            self.input = Input::default();
        }
        self.input.insert(typed);
        self.search(state);
        Flow::Done
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        let count = Self::count(state);
        let mut lines =
            vec![query_line(&self.prompt, self.input.text(), &count, cells, state), rule(cells, state)];
        let rows = most.saturating_sub(2);
        self.page = usize::from(rows.max(1));
        let found = &state.everywhere;
        let mut cursor = Cursor { at: found.at, ..Cursor::default() };
        let window = cursor.window(found.passages.len(), self.page);
        let shown = found.passages.get(window.clone()).unwrap_or_default();
        let widest = |text: &dyn Fn(&Passage) -> usize, most: usize| {
            shown.iter().map(text).max().unwrap_or_default().min(most)
        };
        let name = widest(&|passage| width::width(&passage.name), usize::from(cells / 4));
        let place = widest(&|passage| width::width(&passage.place), 10).max(4);
        let mut before = None;
        for (passage, index) in shown.iter().zip(window) {
            let mut line = Line::default();
            let base = select(&mut line, index == found.at, state);
            // The name of a document stands before its first paragraph.
            if before.replace(passage.document) != Some(passage.document) {
                line.put(2, &width::ellipsize(&passage.name, name), state.theme.heading);
            }
            let label = width::ellipsize(&passage.place, place);
            let at = 2 + name + 2 + place.saturating_sub(width::width(&label));
            line.put(at as u16, &label, state.theme.number);
            let x = 2 + name + 2 + place + 2;
            let (text, mark) = words(passage, usize::from(cells).saturating_sub(x + 1));
            let mut styled = Styled::new(&text, base);
            styled.over(mark, state.theme.hit);
            styled.phrase(&mut line, x as u16);
            lines.push(line);
        }
        if found.passages.is_empty() && !found.query.is_empty() {
            let mut line = Line::default();
            let messages = state.messages();
            let said =
                if found.claim.is_some() { messages.find_in_all_going() } else { messages.not_found() };
            line.put(2, said, state.theme.dim);
            lines.push(line);
        }
        lines
    }

    fn input(&self) -> Option<(&Input, u16, u16)> {
        Some((&self.input, width::width(&self.prompt) as u16, 0))
    }

    fn hints(&self, state: &State) -> String {
        state.messages().hints_documents().to_owned()
    }
}

/// A line of a passage that fits, and the bytes of it that were looked for.
fn words(passage: &Passage, cells: usize) -> (String, std::ops::Range<usize>) {
    let flat = |text: &str| text.replace(['\n', '\t'], " ");
    let first = passage.excerpt.iter().position(|(_, found)| *found).unwrap_or_default();
    let (head, rest) = passage.excerpt.split_at(first);
    let head: String = head.iter().map(|(text, _)| flat(text)).collect();
    let found = rest.first().map_or(String::new(), |(text, _)| flat(text));
    let tail: String = rest.iter().skip(1).map(|(text, _)| flat(text)).collect();
    // Whole words before it, as far as they have room.
    let mut kept = head.as_str();
    while width::width(kept) > BEFORE {
        let Some((_, after)) = kept.trim_start().split_once(' ') else { break };
        kept = after;
    }
    if width::width(kept) > BEFORE {
        kept = "";
    }
    let lead = if kept.len() < head.len() { "…" } else { "" };
    let text = format!("{lead}{kept}{found}{tail}");
    let start = lead.len() + kept.len();
    let fitting = width::ellipsize(&text, cells).into_owned();
    let end = (start + found.len()).min(fitting.len());
    (fitting, start.min(end)..end)
}
