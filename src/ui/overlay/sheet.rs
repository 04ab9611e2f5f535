//! A sheet of text to read: the masthead and details, what was not understood, an error.

use super::roll::{self, Roll};
use super::{Flow, Overlay, Shape, rule};
use crate::app::command::{Command, Scope};
use crate::app::event::Effect;
use crate::document::{Document, Kind};
use crate::messages::{Counted, Messages};
use crate::text::{width, wrap};
use crate::ui::paint::Line;
use crate::ui::state::State;

/// A heading, and entries of a label and words.
#[derive(Debug)]
pub(crate) struct Sheet {
    title: String,
    entries: Vec<(String, String)>,
    /// Lists below the entries, in columns.
    rolls: Vec<Roll>,
    shape: Shape,
    top: usize,
    last_top: usize,
    page: usize,
}

impl Sheet {
    pub(crate) fn new(title: impl Into<String>, entries: Vec<(String, String)>, shape: Shape) -> Self {
        Self { title: title.into(), entries, rolls: Vec::new(), shape, top: 0, last_top: 0, page: 1 }
    }

    /// A sentence about something that went wrong.
    pub(crate) fn error(sentence: &str, state: &State) -> Self {
        Self::new(state.messages().sheet_failed(), vec![(String::new(), sentence.to_owned())], Shape::Foot)
    }

    /// All that is known of the document.
    pub(crate) fn details(document: &Document, origin: &str, state: &State) -> Self {
        let messages = state.messages();
        let (rolls, taken) = roll::rolls(document, state);
        let listed = |field: &str| match field {
            "in favour" | "against" | "abstaining" => taken.votes,
            "sponsors" => taken.sponsors,
            _ => false,
        };
        let fields = document.masthead().entries().into_iter().filter(|(field, _)| !listed(field));
        let mut entries: Vec<(String, String)> =
            fields.map(|(field, words)| (label(field, messages).to_owned(), words.to_owned())).collect();
        entries.extend(roll::filed(document, state));
        entries.push((messages.sheet_clauses().to_owned(), counts(document, messages)));
        entries.push((messages.sheet_references().to_owned(), document.references().len().to_string()));
        if let Some(language) = document.language() {
            entries.push((messages.sheet_language().to_owned(), language.code().to_owned()));
        }
        entries.push((messages.sheet_read_from().to_owned(), origin.to_owned()));
        let problems = document.diagnostics().len() + document.set_aside().len();
        if problems > 0 {
            entries.push((messages.sheet_parsing().to_owned(), messages.sheet_remarks(problems)));
        }
        let title = messages.sheet_details();
        Self { rolls, ..Self::new(title, entries, Shape::Full) }
    }

    /// Diagnostics, and what was set aside as page furniture.
    pub(crate) fn problems(document: &Document, state: &State) -> Self {
        let messages = state.messages();
        let line = |line: usize| messages.sheet_line(line);
        let said =
            document.diagnostics().iter().map(|found| (line(found.line as usize), found.message.clone()));
        let aside = document
            .set_aside()
            .iter()
            .map(|aside| (line(aside.line as usize), messages.sheet_set_aside(aside.reason, &aside.text)));
        let mut entries: Vec<_> = said.chain(aside).collect();
        if entries.is_empty() {
            entries.push((String::new(), messages.sheet_all_understood().to_owned()));
        }
        Self::new(messages.sheet_problems(), entries, Shape::Full)
    }
}

/// "10 preambular, 14 operative, 1 note".
pub(crate) fn counts(document: &Document, messages: Messages) -> String {
    let names: [(Kind, Counted); 7] = [
        (Kind::Preambular, Messages::count_preambular),
        (Kind::Operative, Messages::count_operative),
        (Kind::Paragraph, Messages::count_paragraphs),
        (Kind::Subparagraph, Messages::count_subparagraphs),
        (Kind::Annex, Messages::count_annexes),
        (Kind::Table, Messages::count_tables),
        (Kind::Note, Messages::count_notes),
    ];
    let said = names.into_iter().filter_map(|(kind, said)| {
        let count = document.nodes().iter().filter(|node| node.kind == kind).count();
        (count > 0).then(|| said(messages, count))
    });
    said.collect::<Vec<_>>().join(messages.comma())
}

/// What a field of the masthead is called.
fn label(field: &'static str, messages: Messages) -> &'static str {
    match field {
        "symbol" => messages.sheet_symbol(),
        "title" => messages.sheet_title(),
        "organ" => messages.sheet_organ(),
        "session" => messages.sheet_session(),
        "agenda item" => messages.sheet_agenda_item(),
        "adoption" => messages.sheet_adoption(),
        "adopted on" => messages.sheet_adopted_on(),
        "meeting" => messages.sheet_meeting(),
        "basis" => messages.sheet_basis(),
        "sponsors" => messages.sheet_sponsors(),
        "vote" => messages.sheet_vote(),
        "in favour" => messages.sheet_in_favour(),
        "against" => messages.sheet_against(),
        "abstaining" => messages.sheet_abstaining(),
        "distribution" => messages.sheet_distribution(),
        "date" => messages.sheet_date(),
        "original" => messages.sheet_original(),
        field => field,
    }
}

/// Entries as lines: labels at the left, words wrapped beside them.
pub(crate) fn entry_lines(entries: &[(String, String)], cells: u16, state: &State) -> Vec<Line> {
    let widest = entries.iter().map(|(label, _)| width::width(label)).max().unwrap_or(0);
    let column = if widest == 0 { 2 } else { widest as u16 + 4 };
    let beside = column + 20 <= cells;
    let (column, room) =
        if beside { (column, cells.saturating_sub(column + 1)) } else { (2, cells.saturating_sub(3)) };
    let mut lines = Vec::new();
    for (label, words) in entries {
        let mut line = Line::default();
        line.put(2, &state.painted(label), state.theme.dim);
        if !beside && !label.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut ranges = Vec::new();
        for part in words.split('\n') {
            ranges.clear();
            wrap::wrap(part, usize::from(room.max(1)), usize::from(room.max(1)), &mut ranges);
            for range in &ranges {
                let words = part.get(range.start as usize..range.end as usize).unwrap_or_default();
                line.put(column, &state.painted(words), state.theme.text);
                lines.push(std::mem::take(&mut line));
            }
        }
    }
    lines
}

impl Overlay for Sheet {
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
                let rolls =
                    self.rolls.iter().map(|roll| format!("{}\t{}", roll.title, roll.names.join(", ")));
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
        title.put(2, &state.painted(&self.title), state.theme.heading);
        lines.push(title);
        if self.shape == Shape::Full {
            lines.push(Line::default());
        }
        let mut body = entry_lines(&self.entries, cells, state);
        body.extend(self.rolls.iter().flat_map(|roll| roll::lines(roll, cells, state)));
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
