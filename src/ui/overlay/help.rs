//! The help: what is useful where one is, the ten keys to know first, then all commands by what one wants to do.
//! What is typed filters them, also by other words for the same. Enter carries the selected one out.

use super::{Flow, Overlay, Shape, query_line, rule, select};
use crate::app::command::{Command, Row, Scope, TABLE};
use crate::app::help::{FIRST, Group, IN_TABLE, other_words};
use crate::app::key::{parse_chord, printed_chord};
use crate::app::session::Session;
use crate::messages::Messages;
use crate::text::width;
use crate::ui::filter::Filtered;
use crate::ui::input::Input;
use crate::ui::paint::{Line, Styled};
use crate::ui::state::State;

/// How many cells the sentence and the scope get before the keys are cut off.
const WORDS: u16 = 66;

/// Something that may be typed into the list where one is, with what it does.
pub(crate) type Tip = (&'static str, &'static str);

/// A line of the help.
#[derive(Debug)]
enum What {
    Command(&'static Row, String),
    Tip(Tip),
}

#[derive(Debug)]
pub(crate) struct Help {
    list: Filtered,
    /// The lines in the order of the help, each with the number of its section.
    lines: Vec<(usize, What)>,
    /// The headings of the sections.
    sections: Vec<String>,
    here: Scope,
    /// Whether a command can be carried out from here.
    runs: bool,
    /// The first row that is shown, headings and blank rows included.
    top: usize,
}

/// The sections of the help with their lines.
#[derive(Default)]
struct Sections<'s> {
    names: Vec<String>,
    lines: Vec<(usize, What)>,
    state: Option<&'s State>,
}

impl Sections<'_> {
    fn add(&mut self, name: String, tips: &[Tip], commands: impl Iterator<Item = Command>) {
        let Some(state) = self.state else { return };
        let section = self.names.len();
        self.names.push(name);
        self.lines.extend(tips.iter().map(|&tip| (section, What::Tip(tip))));
        let printed = |key: &String| match parse_chord(key) {
            Ok(chord) => printed_chord(&chord, state.messages()),
            Err(_) => key.clone(),
        };
        let keys = |command| {
            let keys = state.settings.keymap.keys(command);
            keys.iter().map(printed).collect::<Vec<_>>().join("  ")
        };
        self.lines.extend(commands.map(|command| (section, What::Command(command.row(), keys(command)))));
    }
}

impl Help {
    /// `here`: where the help was asked for, and what may be typed there; `over` a list, a sheet or something else that
    /// stays open below.
    pub(crate) fn new(here: Scope, tips: &[Tip], over: bool, state: &State) -> Self {
        let messages = state.messages();
        let mut sections = Sections { state: Some(state), ..Sections::default() };
        let table = |session: &Session| session.document.table(session.current()).is_some();
        let in_table = !over && state.panes.current().is_some_and(table);
        if matches!(here, Scope::Outline | Scope::List | Scope::Sheet) {
            let name = messages.labelled(messages.help_here(), here.name(messages));
            let own = TABLE.iter().filter(|row| row.scope == here).map(|row| row.command);
            sections.add(name, tips, own);
        } else if in_table {
            sections.add(messages.help_table().to_owned(), &[], IN_TABLE.into_iter());
        }
        if sections.names.is_empty() {
            sections.add(messages.help_first().to_owned(), &[], FIRST.into_iter());
        }
        let special = sections.lines.len();
        for group in Group::ALL {
            let of_group = TABLE.iter().map(|row| row.command).filter(|&command| Group::of(command) == group);
            sections.add(group.name(messages).to_owned(), &[], of_group);
        }
        let Sections { names, lines, .. } = sections;
        // A line that stands twice is found once, in its group.
        let searched = lines.iter().enumerate().map(|(at, (_, what))| match what {
            What::Command(..) if at < special => String::new(),
            what => what.searched(messages),
        });
        let searched: Vec<String> = searched.collect();
        let mut list = Filtered::default();
        list.fill(searched.iter().map(String::as_str));
        let runs = !over || state.panes.current().is_some();
        Self { list, lines, sections: names, here, runs, top: 0 }
    }

    /// The rows of the help as long as nothing is typed: a heading for each section, and the index of each line. A
    /// blank row stands before a heading.
    fn rows(&self) -> Vec<Result<usize, Option<usize>>> {
        let mut rows = Vec::with_capacity(self.lines.len() + 2 * self.sections.len());
        let mut last = None;
        for (index, (section, _)) in self.lines.iter().enumerate() {
            if last.is_some_and(|last| last != *section) {
                rows.push(Err(None));
            }
            if last != Some(*section) {
                rows.push(Err(Some(*section)));
            }
            last = Some(*section);
            rows.push(Ok(index));
        }
        rows
    }

    /// The rows that fit into the window, with the selected one among them.
    fn grouped(&mut self, room: usize) -> Vec<Result<usize, Option<usize>>> {
        let rows = self.rows();
        let selected = self.list.selected().unwrap_or_default();
        let at = rows.iter().position(|row| *row == Ok(selected)).unwrap_or_default();
        // The heading of the first line of a section is shown with it.
        let headed = at.checked_sub(1).filter(|&above| matches!(rows.get(above), Some(Err(Some(_)))));
        self.top = self.top.min(headed.unwrap_or(at)).max((at + 1).saturating_sub(room));
        rows.into_iter().skip(self.top).take(room).collect()
    }
}

impl What {
    /// The text that a query is compared with: what is seen, the name of the command, and other words for it.
    fn searched(&self, messages: Messages) -> String {
        match self {
            Self::Command(row, keys) => {
                let other = other_words(row.command).map_or("", |words| words(messages));
                let (sentence, group) = ((row.sentence)(messages), Group::of(row.command).name(messages));
                // Keys are found by their English names too, which the configuration has.
                let named = row.keys.join(" ");
                format!("{sentence} {keys} {} {} {group} {other} {named}", row.id, row.scope.name(messages))
            }
            Self::Tip((typed, sentence)) => format!("{sentence} {typed}"),
        }
    }
}

impl Overlay for Help {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn shape(&self) -> Shape {
        Shape::Full
    }

    fn act(&mut self, command: Command, _state: &mut State) -> Flow {
        if self.list.act(command) {
            return Flow::Done;
        }
        match command {
            Command::Accept => match self.list.selected().and_then(|index| self.lines.get(index)) {
                Some((_, What::Command(row, _))) if self.runs => match row.scope {
                    Scope::Global | Scope::Reader => Flow::Run(row.command),
                    Scope::Outline if self.here == Scope::Outline => Flow::Run(row.command),
                    _ => Flow::Close,
                },
                _ => Flow::Close,
            },
            Command::Cancel | Command::Help => Flow::Close,
            _ => Flow::Pass,
        }
    }

    fn text(&mut self, typed: &str, _state: &mut State) -> Flow {
        self.list.type_in(typed);
        Flow::Done
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        let count = self.list.count();
        let mut lines =
            vec![query_line("? ", self.list.input.text(), &count, cells, state), rule(cells, state)];
        let room = most.saturating_sub(2);
        let window = self.list.window(room);
        let look = Look::new(self, cells, state.messages());
        if self.list.input.text().trim().is_empty() {
            let selected = self.list.selected();
            for row in self.grouped(usize::from(room)) {
                lines.push(match row {
                    Ok(index) => look.line(self, index, &[], selected == Some(index), state),
                    Err(heading) => {
                        let mut line = Line::default();
                        let name = heading.and_then(|section| self.sections.get(section));
                        line.put(2, name.map_or("", String::as_str), state.theme.heading);
                        line
                    }
                });
            }
            return lines;
        }
        for (index, marks, selected) in window {
            lines.push(look.line(self, index, &marks, selected, state));
        }
        lines
    }

    fn input(&self) -> Option<(&Input, u16, u16)> {
        Some((&self.list.input, 2, 0))
    }

    fn hints(&self, state: &State) -> String {
        state.messages().hints_help().to_owned()
    }
}

/// The columns of the help, in cells.
struct Look {
    cells: u16,
    keys: u16,
    /// The width of the column that says where a key holds, with the blanks around it.
    scope: u16,
}

impl Look {
    fn new(help: &Help, cells: u16, messages: Messages) -> Self {
        let scopes = TABLE.iter().map(|row| width::width(row.scope.name(messages)));
        let scope = scopes.max().unwrap_or(0) as u16 + 2;
        let wide = help.lines.iter().map(|(_, what)| match what {
            What::Command(_, keys) => width::width(keys),
            What::Tip((typed, _)) => width::width(typed),
        });
        let widest = wide.max().unwrap_or(0) as u16;
        Self { cells, keys: widest.min(cells.saturating_sub(WORDS)).max(cells / 4), scope }
    }

    fn line(
        &self,
        help: &Help,
        index: usize,
        marks: &[std::ops::Range<usize>],
        selected: bool,
        state: &State,
    ) -> Line {
        let mut line = Line::default();
        let Some((_, what)) = help.lines.get(index) else { return line };
        let base = select(&mut line, selected, state);
        let messages = state.messages();
        let (keys, sentence, scope) = match what {
            What::Command(row, keys) => (keys.as_str(), (row.sentence)(messages), row.scope.name(messages)),
            What::Tip((typed, sentence)) => (*typed, *sentence, ""),
        };
        line.put(2, &width::ellipsize(keys, usize::from(self.keys)), state.theme.number);
        let scoped = self.cells >= 80 && !scope.is_empty();
        let taken = self.keys + 4 + if scoped { self.scope } else { 0 };
        let words = width::ellipsize(sentence, usize::from(self.cells.saturating_sub(taken)));
        let mut styled = Styled::new(&words, base);
        // What matched may be a word that is not shown.
        for mark in marks.iter().filter(|mark| mark.end <= words.len()) {
            styled.over(mark.clone(), state.theme.hit);
        }
        styled.phrase(&mut line, self.keys + 4);
        if scoped {
            line.put(self.cells.saturating_sub(self.scope - 1), scope, state.theme.dim);
        }
        line
    }
}
