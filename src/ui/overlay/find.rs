//! The find box: searches for literal text, and shows the first match at once in the text above.

use super::{Flow, Overlay, Places, query_line, rule, select};
use crate::app::command::{Command, Scope};
use crate::app::found::{Found, Hit};
use crate::app::session::{Session, Spot};
use crate::document::{NodeId, rows};
use crate::text::width;
use crate::ui::excerpt::Excerpt;
use crate::ui::input::{Cursor, Input};
use crate::ui::paint::Line;
use crate::ui::state::State;

#[derive(Debug)]
pub(crate) struct Find {
    input: Input,
    regex: bool,
    cursor: Cursor,
    from: Spot,
    /// The search before this one, restored if the user cancels.
    before: Found,
    /// Where the text was searched from.
    here: (NodeId, u32),
    /// The match that was chosen in the list.
    chosen: Option<Hit>,
    problem: Option<String>,
    /// What was typed last is not looked for yet.
    stale: bool,
    page: usize,
}

impl Find {
    pub(crate) fn new(state: &mut State) -> Option<Self> {
        let session = state.panes.current_mut()?;
        session.found.halt();
        Some(Self {
            input: Input::default(),
            regex: session.found.regex,
            cursor: Cursor::default(),
            from: session.spot(),
            here: session.search_from(),
            chosen: None,
            before: std::mem::take(&mut session.found),
            problem: None,
            stale: false,
            page: 1,
        })
    }

    /// Looks for what is typed, or leaves that to the last of the keys that are waiting.
    fn search(&mut self, state: &mut State) {
        self.stale = true;
        if !state.hurried {
            self.catch_up(state);
        }
    }

    fn catch_up(&mut self, state: &mut State) {
        if !std::mem::take(&mut self.stale) {
            return;
        }
        let Some(session) = state.panes.current_mut() else { return };
        session.restore(self.from);
        self.here = session.search_from();
        (self.problem, self.chosen, self.cursor) = (None, None, Cursor::default());
        match session.search(self.input.text(), self.regex, self.here.0) {
            Ok(found) => session.found = found,
            Err(problem) => {
                session.found = Found::nothing(self.input.text().to_owned(), self.regex);
                self.problem = Some(problem);
            }
        }
        self.preview(state);
    }

    /// Shows the match that was chosen, or else the first one from where the box was opened.
    fn preview(&mut self, state: &mut State) {
        let Some(session) = state.panes.current_mut() else { return };
        let found = &mut session.found;
        let chosen = self.chosen.and_then(|hit| found.index_of(hit));
        let Some(at) = chosen.or_else(|| found.first(self.here)) else { return };
        (self.cursor.at, found.at) = (at, Some(at));
        if let Some(&(node, span)) = found.hits.get(at) {
            session.show(node, Some(span.start));
        }
    }
}

impl Overlay for Find {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        if self.input.edit(command) {
            self.search(state);
            return Flow::Done;
        }
        self.catch_up(state);
        let hits = state.panes.current().map_or(0, |session| session.found.hits.len());
        if self.cursor.step(command, hits, self.page) {
            let chosen = |session: &Session| session.found.hits.get(self.cursor.at).copied();
            self.chosen = state.panes.current().and_then(chosen);
            self.preview(state);
            return Flow::Done;
        }
        match command {
            Command::ToggleRegex => {
                self.regex = !self.regex;
                self.search(state);
                Flow::Done
            }
            Command::Accept if self.input.text().is_empty() && !self.before.query.is_empty() => {
                self.input = Input::new(&self.before.query.clone());
                self.search(state);
                Flow::Done
            }
            Command::Accept => {
                let Some(session) = state.panes.current_mut() else { return Flow::Close };
                let Some(&(node, span)) = session.found.hits.get(self.cursor.at) else {
                    let (query, empty) = (self.input.text().to_owned(), self.input.text().is_empty());
                    if let Some(read) = session.found.growing() {
                        state.say(state.messages().searching(read.into()));
                    } else if !empty && self.problem.is_none() {
                        state.say(state.messages().not_found_query(&query));
                    }
                    return if empty { self.cancel(state) } else { Flow::Done };
                };
                session.history.leave(self.from);
                session.show(node, Some(span.start));
                session.found.at = Some(self.cursor.at);
                Flow::Close
            }
            Command::Cancel => self.cancel(state),
            _ => Flow::Pass,
        }
    }

    fn text(&mut self, typed: &str, state: &mut State) -> Flow {
        // As in less: a star before anything else looks in all documents.
        if typed == "*" && self.input.text().is_empty() && !self.regex {
            self.cancel(state);
            return Flow::Run(Command::FindInAll);
        }
        self.input.insert(typed);
        self.search(state);
        Flow::Done
    }

    fn news(&mut self, state: &mut State) -> Flow {
        self.catch_up(state);
        self.preview(state);
        Flow::Done
    }

    fn outlives(&mut self, state: &mut State) -> bool {
        self.cancel(state);
        false
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        self.catch_up(state);
        let rows = most.saturating_sub(2).min(6);
        self.page = usize::from(rows.max(1));
        let mut lines = vec![rule(cells, state)];
        let Some(session) = state.panes.current() else { return lines };
        let hits = &session.found.hits;
        let at = if hits.is_empty() { 0 } else { self.cursor.at + 1 };
        let kind = if self.regex { format!("{}  ", state.messages().find_regex()) } else { String::new() };
        let count = format!("{kind}{at}/{}", session.found.count());
        lines.push(query_line("/ ", self.input.text(), &count, cells, state));
        if let Some(problem) = &self.problem {
            let mut line = Line::default();
            line.put(2, &width::ellipsize(problem, usize::from(cells.saturating_sub(3))), state.theme.dim);
            lines.push(line);
        }
        let document = &session.document;
        let window = self.cursor.window(hits.len(), self.page);
        let shown = hits.get(window.clone()).unwrap_or_default();
        let places = Places::new(document, shown.iter().map(|(id, _)| *id), cells);
        for (row, index) in window.enumerate() {
            let Some((id, span)) = hits.get(index) else { continue };
            let selected = index == self.cursor.at;
            let mut line = Line::default();
            let base = select(&mut line, selected, state);
            places.put(row, &mut line, state.theme.number);
            let x = places.end();
            let node = document.node(*id);
            let body = if node.label.overlaps(*span) {
                node.label
            } else {
                rows::around(document, *id, Some(span.start))
            };
            let excerpt = Excerpt {
                document,
                body,
                marks: std::slice::from_ref(span),
                base,
                hit: state.theme.hit,
                mirrored: state.is_mirrored(),
            };
            excerpt.put(&mut line, x, cells.saturating_sub(x));
            lines.push(line);
        }
        if hits.is_empty() && self.problem.is_none() && !self.input.text().is_empty() {
            let mut line = Line::default();
            let messages = state.messages();
            let none = || messages.not_found().to_owned();
            let said = session.found.growing().map_or_else(none, |read| messages.searching(read.into()));
            line.put(2, &said, state.theme.dim);
            lines.push(line);
        }
        lines
    }

    fn input(&self) -> Option<(&Input, u16, u16)> {
        Some((&self.input, 2, 1))
    }

    fn hints(&self, state: &State) -> String {
        state.messages().hints_find().to_owned()
    }

    fn settle(&mut self, state: &mut State) {
        self.preview(state);
    }
}

impl Find {
    fn cancel(&mut self, state: &mut State) -> Flow {
        if let Some(session) = state.panes.current_mut() {
            session.found = std::mem::take(&mut self.before);
            session.restore(self.from);
        }
        Flow::Close
    }
}

#[cfg(test)]
mod tests {
    use crate::app::event::{Event, Size};
    use crate::app::key::parse_chord;
    use crate::app::settings::Settings;
    use crate::library::{Door, ReadOptions, builtin};
    use crate::ui::App;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    const SIZE: Size = Size { width: 90, height: 24 };

    /// What is on the screen after these keys, of which all but the last `alone` arrive together.
    fn shown(keys: &str, alone: usize) -> Buffer {
        let source = builtin::sources().next().unwrap();
        let document = source.open(&ReadOptions::new(Door::free())).unwrap();
        let mut app = App::new(Settings::default(), builtin::sources());
        app.prepare(SIZE);
        app.open(source, document, false);
        app.prepare(SIZE);
        let keys = parse_chord(keys).unwrap();
        for (at, key) in keys.iter().enumerate() {
            app.hurry(at + alone < keys.len());
            app.update(Event::Key(*key));
        }
        app.prepare(SIZE);
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
        app.view(&mut buffer);
        buffer
    }

    #[test]
    fn letters_that_arrive_together_find_what_they_find_one_by_one() {
        for keys in [
            "/ a n d",
            "/ a n x Backspace d Enter",
            "/ t h e Enter n",
            "/ t h e Down Down Enter",
            "/ t h Esc",
        ] {
            let apart = shown(keys, keys.len());
            assert_eq!(shown(keys, 1), apart, "{keys}");
            assert_eq!(shown(keys, 0), apart, "{keys}: drawn while more keys wait");
        }
    }
}
