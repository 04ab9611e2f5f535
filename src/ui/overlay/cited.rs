//! Who cites the paragraph that is read, or its document, and what they cite. What the document cites is listed below its
//! text, which shows the citation; who cites it comes from the library, with the words of the selected paragraph.

use super::listing::{self, Listing};
use super::{Flow, Overlay, Shape, prompt};
use crate::app::cited::{self, Lead, Order, Side};
use crate::app::command::{Command, Scope};
use crate::app::panes::{Aim, Sought};
use crate::document::{Document, NodeId, Span};
use crate::library::enquiry::{Enquiry, Purpose, Reply};
use crate::text::width;
use crate::ui::input::Input;
use crate::ui::paint::Line;
use crate::ui::state::State;
use std::sync::Arc;

/// The most cells of each column: the document that cites, where, and what; or where, which document is cited, and what.
const CITED_BY: [usize; 3] = [22, 12, 14];
const CITES: [usize; 3] = [10, 22, 16];
/// The most cells of what the list is about.
const TITLE: usize = 56;

#[derive(Debug)]
pub(crate) struct Cited {
    side: Side,
    document: Arc<Document>,
    /// The paragraph that was read when the list was opened.
    part: Option<NodeId>,
    /// All of the document is listed, and not only what concerns the paragraph.
    whole: bool,
    all: Vec<cited::Line>,
    /// The lines that are listed, in their order.
    shown: Vec<usize>,
    order: Order,
    listing: Listing,
    /// Why there is no list.
    trouble: Option<String>,
}

impl Cited {
    /// Opens on the paragraph that is read; `None` where no document is open, or where there is no library to be asked.
    pub(crate) fn new(side: Side, state: &mut State) -> Option<Self> {
        let session = state.panes.current()?;
        let (document, here) = (Arc::clone(&session.document), session.current());
        if side == Side::CitedBy && !state.enquiries.there {
            state.say(state.messages().no_library());
            return None;
        }
        let mut cited = Self {
            side,
            part: cited::part(&document, here),
            whole: false,
            all: Vec::new(),
            shown: Vec::new(),
            order: Order::First,
            listing: Listing::new(side == Side::CitedBy, state),
            trouble: None,
            document,
        };
        cited.ask(state);
        Some(cited)
    }

    /// Asks for what is to be listed.
    fn ask(&mut self, state: &mut State) {
        let language = self.document.language();
        match self.side {
            Side::CitedBy => {
                if let Some(symbol) = self.document.symbol() {
                    let enquiry = Enquiry::CitedBy { typed: symbol.to_owned(), language };
                    state.enquire(Purpose::CitedBy, enquiry);
                }
            }
            Side::Cites => {
                self.all = cited::cited(&self.document, self.part);
                if state.enquiries.there {
                    let symbols = cited::symbols(&self.all);
                    state.enquire(Purpose::Cites, Enquiry::Held { symbols, language });
                }
            }
        }
        self.choose(state);
    }

    fn purpose(&self) -> Purpose {
        if self.side == Side::CitedBy { Purpose::CitedBy } else { Purpose::Cites }
    }

    /// Lists what concerns the paragraph, or where there is nothing of it, the whole document.
    fn choose(&mut self, state: &mut State) {
        self.whole = self.part.is_none() || !self.all.iter().any(|line| line.near);
        self.fill(state);
        self.preview(state);
    }

    /// Puts the lines in order and lists them.
    fn fill(&mut self, state: &State) {
        let messages = state.messages();
        let shown = self.order.of(&self.all, self.whole);
        let absent = |line: &cited::Line| {
            // What is beside the open document can be read without the library.
            let at_hand = state.shelf.with_symbol(&line.name, None, None).is_some();
            !at_hand && state.enquiries.there && !state.enquiries.is_awaited(Purpose::Cites)
        };
        let rows: Vec<([String; 3], &str)> = shown
            .iter()
            .filter_map(|index| self.all.get(*index))
            .map(|line| match (self.side, &line.entry) {
                (Side::CitedBy, _) => {
                    ([line.name.clone(), line.place.clone(), line.at(messages)], line.text.as_str())
                }
                (Side::Cites, entry) => {
                    let said = match entry {
                        Some(entry) => entry.title.as_deref().unwrap_or_default(),
                        None if absent(line) => messages.not_held(),
                        None => "",
                    };
                    ([line.place.clone(), line.name.clone(), line.at(messages)], said)
                }
            })
            .collect();
        self.listing.fill(&rows, if self.side == Side::CitedBy { CITED_BY } else { CITES });
        self.shown = shown;
        let title = self.title(state);
        self.listing.prompt = prompt(messages.labelled(&title, "").trim_end());
    }

    /// "Who cites A/RES/78/153, para. 12"
    fn title(&self, state: &State) -> String {
        let messages = state.messages();
        let name = self.document.symbol().map(str::to_owned);
        let name = name.or_else(|| Some(state.panes.current()?.origin.name())).unwrap_or_default();
        let part = self.part.filter(|_| !self.whole).map(|id| state.spoken(id));
        let parts: Vec<String> = [Some(name), part].into_iter().flatten().collect();
        let what = parts.join(messages.comma());
        let title = match self.side {
            Side::CitedBy => messages.cited_by(&what),
            Side::Cites => messages.cites(&what),
        };
        width::ellipsize(&title, TITLE).into_owned()
    }

    /// How much is shown, and how much there is of the paragraph or of the whole document.
    fn counts(&self, state: &State) -> String {
        let messages = state.messages();
        let count = |whole| cited::count(&self.all, whole, self.side, messages);
        let other = match self.part {
            _ if self.all.is_empty() => return String::new(),
            None => return count(true),
            Some(_) if self.whole => messages.cited_part(&count(false)),
            Some(_) => messages.cited_whole(&count(true)),
        };
        format!("{}{}{other}", count(self.whole), messages.semicolon())
    }

    /// What is said where nothing is listed.
    fn none(&self, state: &State) -> String {
        let messages = state.messages();
        match &self.trouble {
            Some(trouble) => trouble.clone(),
            None if self.side == Side::Cites => messages.cites_nothing().to_owned(),
            None if state.enquiries.is_awaited(Purpose::CitedBy) => messages.asking_library().to_owned(),
            None => messages.cited_nothing().to_owned(),
        }
    }

    fn turn(&mut self, state: &mut State) {
        self.order = self.order.next(self.side);
        state.say(self.order.said(self.side, state.messages()));
        self.fill(state);
        self.preview(state);
    }

    /// Lists all of the document, or only what concerns the paragraph.
    fn widen(&mut self, state: &mut State) {
        let has_part = self.part.is_some() && self.all.iter().any(|line| line.near);
        self.whole = !has_part || !self.whole;
        let selected = self.listing.list.selected().and_then(|at| self.shown.get(at)).copied();
        self.fill(state);
        // What was selected stays so, and the text where it is.
        if let Some(at) = self.shown.iter().position(|index| Some(*index) == selected) {
            self.listing.list.select(at);
        }
        self.preview(state);
    }

    fn selected(&self) -> Option<&cited::Line> {
        self.all.get(*self.shown.get(self.listing.list.selected()?)?)
    }

    fn place(&self) -> Option<(NodeId, Span)> {
        self.selected()?.here
    }

    /// Shows the citation in the text.
    fn preview(&self, state: &mut State) {
        Listing::show(self.place(), state);
    }

    fn close(&self, state: &mut State) {
        state.enquiries.forget(self.purpose());
        if self.side == Side::Cites {
            self.listing.give_back(state);
        }
    }

    fn open(&self, state: &mut State) -> Flow {
        let Some(line) = self.selected() else { return Flow::Done };
        match &line.lead {
            Lead::Nowhere => {
                state.say(state.messages().link_not_open(&line.name));
                return Flow::Done;
            }
            Lead::Goal(goal) => {
                self.close(state);
                state.visit(goal.clone());
            }
            Lead::Paragraph(origin, anchor, number) => {
                let aim = Aim::Anchors(vec![anchor.clone()]);
                state.open_marked(origin, Some(aim), Some(Sought::Text(number.clone())));
            }
        }
        Flow::Close
    }

    /// Copies the lines that are listed as a table.
    fn copy(&self, state: &mut State) {
        let listed = self.listing.list.all().filter_map(|index| self.all.get(*self.shown.get(index)?));
        let rows = listed.map(|line| line.cells(self.side));
        // The list and the subcommand have the same name.
        let command = if self.side == Side::CitedBy { Command::CitedBy } else { Command::Cites };
        listing::copy(rows, cited::Line::columns(self.side), (&self.title(state), command.row().id), state);
    }

    /// The title of the document that cites, and the words of the selected paragraph.
    fn words(&self, cells: u16, state: &State) -> Vec<Line> {
        let Some(line) = self.selected().filter(|_| self.side == Side::CitedBy) else { return Vec::new() };
        let title = line.entry.as_ref().and_then(|entry| entry.title.as_deref()).unwrap_or_default();
        let about = state.messages().labelled(&line.name, title);
        listing::words(&about, &line.text, line.mark.clone(), cells, state)
    }
}

impl Overlay for Cited {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn shape(&self) -> Shape {
        self.listing.shape()
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        match command {
            Command::Accept => return self.open(state),
            Command::Cancel => {
                self.close(state);
                return Flow::Close;
            }
            Command::Sort => self.turn(state),
            Command::Widen => self.widen(state),
            Command::CopyList => self.copy(state),
            _ if self.listing.list.act(command) => self.preview(state),
            _ => return Flow::Pass,
        }
        Flow::Done
    }

    fn text(&mut self, typed: &str, state: &mut State) -> Flow {
        self.listing.list.type_in(typed);
        self.preview(state);
        Flow::Done
    }

    fn news(&mut self, state: &mut State) -> Flow {
        match state.enquiries.take(self.purpose()) {
            Some(Reply::Passages(passages)) => {
                self.all = cited::citing(&self.document, self.part, passages);
                self.choose(state);
            }
            Some(Reply::Held(held)) => {
                cited::hold(&mut self.all, held);
                let at = self.listing.list.cursor;
                self.fill(state);
                self.listing.list.cursor = at;
            }
            Some(Reply::Failed(sentence)) if self.side == Side::CitedBy => self.trouble = Some(sentence),
            _ => {}
        }
        Flow::Done
    }

    fn outlives(&mut self, state: &mut State) -> bool {
        self.close(state);
        false
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        let (above, none) = (self.counts(state), self.none(state));
        let words = self.words(cells, state);
        self.listing.frame(&above, words, &none, (cells, most), state)
    }

    fn input(&self) -> Option<(&Input, u16, u16)> {
        Some(self.listing.input())
    }

    fn hints(&self, state: &State) -> String {
        state.messages().hints_cited().to_owned()
    }

    fn settle(&mut self, state: &mut State) {
        self.preview(state);
    }
}
