//! An overlay of text to read: the details of a document, its diagnostics, or an error.

use super::{Flow, Overlay, Shape, rule};
use crate::app::command::{Command, Scope};
use crate::app::details::{self, Details, Roll};
use crate::app::event::Effect;
use crate::document::Document;
use crate::text::Part as _;
use crate::text::bidi::needs_reordering;
use crate::text::{is_rtl, width, wrap};
use crate::ui::paint::{Course, Line, Styled};
use crate::ui::state::State;

/// A title, and entries of a label and a text.
#[derive(Debug)]
pub(crate) struct Sheet {
    title: String,
    entries: Vec<(String, String)>,
    /// Lists of names shown in columns under the entries.
    rolls: Vec<Roll>,
    shape: Shape,
    /// It tells of something that failed.
    failed: bool,
    top: usize,
    last_top: usize,
    page: usize,
}

impl Sheet {
    pub(crate) fn new(title: impl Into<String>, entries: Vec<(String, String)>, shape: Shape) -> Self {
        Self {
            title: title.into(),
            entries,
            rolls: Vec::new(),
            shape,
            failed: false,
            top: 0,
            last_top: 0,
            page: 1,
        }
    }

    /// An error message of one sentence.
    pub(crate) fn error(sentence: &str, state: &State) -> Self {
        let entries = vec![(String::new(), sentence.to_owned())];
        Self { failed: true, ..Self::new(state.messages().sheet_failed(), entries, Shape::Foot) }
    }

    /// The details of the document.
    pub(crate) fn details(document: &Document, origin: &str, state: &State) -> Self {
        let Details { entries, rolls } = Details::of(document, origin, state.messages());
        Self { rolls, ..Self::new(state.messages().sheet_details(), entries, Shape::Full) }
    }

    /// The diagnostics, and what was set aside as page furniture.
    pub(crate) fn problems(document: &Document, state: &State) -> Self {
        let messages = state.messages();
        Self::new(messages.sheet_problems(), details::problems(document, messages), Shape::Full)
    }
}

/// The lines of entries: labels at the left, texts wrapped beside them.
pub(crate) fn entry_lines(entries: &[(String, String)], cells: u16, state: &State) -> Vec<Line> {
    let widest = entries.iter().map(|(label, _)| width::width(label)).max().unwrap_or(0);
    let column = if widest == 0 { 2 } else { widest as u16 + 4 };
    let beside = column + 20 <= cells;
    let (column, room) =
        if beside { (column, cells.saturating_sub(column + 1)) } else { (2, cells.saturating_sub(3)) };
    let mut lines = Vec::new();
    for (label, words) in entries {
        let mut line = Line::default();
        line.put(2, label, state.theme.dim);
        if !beside && !label.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        // "A/80/555" before Arabic words is read from right to left where everything is.
        let turned = is_rtl(words) || state.is_mirrored() && needs_reordering(words, false);
        let course = if turned { Course::ToLeft } else { Course::ToRight };
        let mut ranges = Vec::new();
        for part in words.split('\n') {
            ranges.clear();
            wrap::wrap(part, usize::from(room.max(1)), usize::from(room.max(1)), &mut ranges);
            for range in &ranges {
                let words = part.part(range.start as usize..range.end as usize);
                line.run(column, words, state.theme.text, course);
                lines.push(std::mem::take(&mut line));
            }
        }
    }
    lines
}

/// The lines of a list: its title, and its names in as many columns as fit, read down each column.
fn roll_lines(roll: &Roll, cells: u16, state: &State) -> Vec<Line> {
    const LEFT: u16 = 4;
    let mut out = vec![Line::default()];
    let mut title = Line::default();
    title.put(2, &roll.title, state.theme.heading);
    out.push(title);
    let widest = roll.names.iter().map(|name| width::width(name)).max().unwrap_or(0);
    let column = (widest + 3).clamp(8, 36);
    let count = (usize::from(cells.saturating_sub(LEFT)) / column).clamp(1, 6);
    let rows = roll.names.len().div_ceil(count.max(1));
    for row in 0..rows {
        let mut line = Line::default();
        for (at, name) in roll.names.iter().skip(row).step_by(rows.max(1)).enumerate() {
            let x = LEFT + (at * column) as u16;
            let room = if count == 1 { usize::from(cells.saturating_sub(LEFT)) } else { column - 2 };
            let shown = crate::text::ellipsize(name, room);
            Styled::new(&shown, state.theme.text).flush_left(&mut line, x);
        }
        out.push(line);
    }
    out
}

impl Overlay for Sheet {
    /// What it says of a document or of a failure is over once another document is shown.
    fn outlives(&mut self, _state: &mut State) -> bool {
        false
    }

    fn tells_of_failure(&self) -> bool {
        self.failed
    }

    fn scope(&self) -> Scope {
        Scope::Sheet
    }

    fn shape(&self) -> Shape {
        self.shape
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        match command {
            Command::SheetDown => self.top = (self.top + self.page.max(2) / 2).min(self.last_top),
            Command::SheetUp => self.top = self.top.saturating_sub(self.page.max(2) / 2),
            Command::SheetCopy => {
                let entries =
                    self.entries.iter().map(|(label, words)| format!("{label}\t{words}").trim().to_owned());
                let comma = state.messages().comma();
                let rolls =
                    self.rolls.iter().map(|roll| format!("{}\t{}", roll.title, roll.names.join(comma)));
                state.effects.push(Effect::Copy(entries.chain(rolls).collect::<Vec<_>>().join("\n")));
                let sent = state.sent();
                state.say(sent);
            }
            Command::SheetClose | Command::SheetFollow => return Flow::Close,
            _ => return Flow::Pass,
        }
        Flow::Done
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        let mut lines = Vec::new();
        if self.shape == Shape::Foot {
            lines.push(rule(cells, state));
        }
        let mut title = Line::default();
        title.put(2, &self.title, state.theme.heading);
        lines.push(title);
        if self.shape == Shape::Full {
            lines.push(Line::default());
        }
        let mut body = entry_lines(&self.entries, cells, state);
        body.extend(self.rolls.iter().flat_map(|roll| roll_lines(roll, cells, state)));
        self.page = usize::from(most).saturating_sub(lines.len());
        self.last_top = body.len().saturating_sub(self.page);
        self.top = self.top.min(self.last_top);
        lines.extend(body.into_iter().skip(self.top).take(self.page));
        lines
    }

    fn hints(&self, state: &State) -> String {
        let more = if self.last_top > 0 { "j k  " } else { "" };
        format!("{more}{}", state.messages().hints_sheet())
    }
}
