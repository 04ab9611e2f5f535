//! The box of the library: documents by their symbols or by filters, paragraphs by their words, as one types; and before
//! that what is at hand and what there is to browse.
//!
//! The list is that of the last answer: a key never waits for the next one. `library/items.rs` makes it, `library/rows.rs`
//! draws it.

mod items;
mod rows;
mod yours;

use super::{Flow, Overlay, Shape, prompt};
use crate::app::command::{Command, Scope};
use crate::app::enquiries::Looked;
use crate::app::filters;
use crate::app::hand::Wish;
use crate::app::panes::{Aim, Sought};
use crate::document::Anchor;
use crate::library::Source;
use crate::library::enquiry::{Entry, Keep, Listing, Purpose, Reply, SavedSearch, Yours};
use crate::text::width;
use crate::ui::filter::Filtered;
use crate::ui::input::{Cursor, Input};
use crate::ui::paint::Line;
use crate::ui::state::State;
use items::Item;
use yours::{ask_for_yours, ask_to_keep};

/// Most paragraphs, and most documents, that are listed.
const MOST: usize = 60;

#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "switches, each by itself")]
pub(crate) struct LibraryBox {
    input: Input,
    /// The line is that of the last time, and the first letter typed begins another one.
    again: bool,
    listing: Listing,
    yours: Yours,
    /// What went wrong, as a sentence.
    trouble: Option<String>,
    most_cited: bool,
    /// A filter is being chosen.
    adding: bool,
    /// Enter was pressed before there was an answer for what was typed.
    hasty: bool,
    items: Vec<Item>,
    /// The places in `items` of those that can be chosen, and which of them is selected.
    choices: Vec<usize>,
    cursor: Cursor,
    /// The one that was selected the last time, as soon as it is listed.
    back_to: Option<usize>,
    /// The first item that is shown, and what each row of the screen shows of the items.
    top: usize,
    shown: Vec<Option<usize>>,
    page: usize,
    /// The documents at hand as lines, and those of them that have what is typed.
    at_hand: Vec<String>,
    origins: Vec<Source>,
    here: Filtered,
    /// All documents at hand are listed, and not only the first.
    all_at_hand: bool,
    /// The sessions, years and subjects that there are, as filters.
    known: Vec<String>,
    prompt: String,
    /// Nothing is open behind the list, and Escape was pressed: once more ends the program.
    leaving: bool,
}

impl LibraryBox {
    /// Opens with what was looked for when something was opened from it the last time.
    pub(crate) fn new(state: &mut State) -> Self {
        let mut new = Self {
            prompt: prompt(state.messages().library_prompt()),
            page: 1,
            // What was named is listed whole.
            all_at_hand: state.panes.is_empty(),
            ..Self::default()
        };
        if let Some(Looked { line, at, most_cited }) = state.enquiries.looked.take() {
            new.again = !line.is_empty();
            (new.input, new.most_cited, new.back_to) = (Input::new(&line), most_cited, Some(at));
        }
        state.catalogue();
        new.read_shelf(state);
        ask_for_yours(state);
        new.search(state);
        new
    }

    fn read_shelf(&mut self, state: &State) {
        self.at_hand = state.shelf.lines(state.messages());
        self.origins = state.shelf.cards().iter().map(|card| card.origin.clone()).collect();
        self.here = Filtered::default();
        // No letters that are scattered over a line.
        self.here.growing = true;
        self.here.fill(self.at_hand.iter().map(String::as_str));
        self.here.type_in(self.input.text());
    }

    /// Asks for what is typed now. What is listed stays until there is an answer.
    fn search(&mut self, state: &mut State) {
        let line = self.input.text().to_owned();
        self.here.input = Input::default();
        self.here.type_in(&line);
        state.look_in_library(&line, self.most_cited, MOST);
        (self.cursor, self.top, self.hasty) = (Cursor::default(), 0, false);
        self.arrange(state);
    }

    /// What is typed was changed by the reader.
    fn typed(&mut self, state: &mut State) {
        (self.again, self.adding, self.back_to) = (false, false, None);
        self.search(state);
    }

    fn take_in(&mut self, state: &mut State) {
        self.take_in_yours(state);
        match state.enquiries.take(Purpose::Box) {
            Some(Reply::Listing(listing)) => {
                if listing.line != self.listing.line {
                    self.cursor = Cursor::default();
                }
                if listing.line.trim().is_empty() {
                    let parts = listing.shelves.iter().filter_map(|shelf| shelf.filter.split_once(' '));
                    let parts = parts.map(|(_, part)| part);
                    let subjects = listing.subjects.iter().map(|subject| subject.filter.as_str());
                    let mut known: Vec<String> = Vec::new();
                    for filter in parts.chain(subjects) {
                        if !known.iter().any(|other| other == filter) {
                            known.push(filter.to_owned());
                        }
                    }
                    self.known = known;
                }
                (self.listing, self.trouble) = (*listing, None);
            }
            Some(Reply::Failed(sentence)) => self.trouble = Some(sentence),
            _ => return,
        }
        self.arrange(state);
        if let Some(at) = self.back_to.take() {
            self.cursor.at = at.min(self.choices.len().saturating_sub(1));
        }
    }

    fn selected(&self) -> Option<&Item> {
        self.items.get(*self.choices.get(self.cursor.at)?)
    }

    /// Puts a filter, or what was chosen, into the line.
    fn take(&mut self, line: &str, state: &mut State) -> Flow {
        self.input = Input::new(line);
        self.typed(state);
        Flow::Done
    }

    fn accept(&mut self, state: &mut State) -> Flow {
        let asked = self.listing.line == self.input.text();
        if !asked
            && state.enquiries.is_awaited(Purpose::Box)
            && !matches!(self.selected(), Some(Item::Offer(_)))
        {
            // What is listed is for something else.
            self.hasty = true;
            return Flow::Done;
        }
        let Some(item) = self.selected().cloned() else { return Flow::Done };
        match item {
            Item::Offer(offer) => self.take(&filters::taken(self.input.text(), &offer), state),
            Item::Shelved(shelved) => self.take(&format!("{} ", shelved.filter), state),
            Item::Saved(SavedSearch { line, .. }) => {
                // It was looked at, so that nothing of it is new.
                ask_to_keep(Keep::Save(line.clone()), state);
                self.take(&format!("{line} "), state)
            }
            Item::Read(at) => {
                let Some(document) = self.yours.read.get(at).cloned() else { return Flow::Done };
                self.open(document, None, None, state)
            }
            Item::More(_) => {
                self.all_at_hand = true;
                self.arrange(state);
                Flow::Done
            }
            Item::AtHand(at) => {
                let Some(origin) = self.origins.get(at).cloned() else { return Flow::Done };
                let open = state.panes.current().is_some_and(|session| session.origin == origin);
                if !open {
                    state.load(origin);
                }
                state.enquiries.forget(Purpose::Box);
                Flow::Close
            }
            Item::Document(at) => {
                let place = self.listing.place.clone().map(Aim::Address);
                let Some(document) = self.listing.documents.get(at).cloned() else { return Flow::Done };
                self.open(document, place, None, state)
            }
            Item::Passage(at) => {
                let Some(passage) = self.listing.passages.get(at) else { return Flow::Done };
                let aim = Aim::Anchors(vec![Anchor(passage.anchor.clone())]);
                let sought = self.listing.sought(passage);
                self.open(passage.document.clone(), Some(aim), sought, state)
            }
            Item::Heading(_) | Item::Said(_) => Flow::Done,
        }
    }

    /// Opens a document at a place, where the words that were looked for are then marked.
    fn open(&self, document: Entry, aim: Option<Aim>, sought: Option<Sought>, state: &mut State) -> Flow {
        let messages = state.messages();
        let Some(origin) = document.origin else {
            state.say(messages.labelled(&document.name, messages.library_fenced()));
            return Flow::Done;
        };
        state.enquiries.forget(Purpose::Box);
        let line = self.input.text().to_owned();
        state.enquiries.looked = Some(Looked { line, at: self.cursor.at, most_cited: self.most_cited });
        state.open_marked(&origin, aim, sought);
        Flow::Close
    }

    fn cancel(&mut self, leaving: bool, state: &mut State) -> Flow {
        if std::mem::take(&mut self.adding) {
            self.cursor = Cursor::default();
            self.arrange(state);
            return Flow::Done;
        }
        if !state.panes.is_empty() {
            state.enquiries.forget(Purpose::Box);
            return Flow::Close;
        }
        // One Escape too many is no wish to end the program.
        if leaving {
            return Flow::Run(Command::Quit);
        }
        if self.input.text().is_empty() {
            self.leaving = true;
            state.say(state.messages().escape_again());
            return Flow::Done;
        }
        self.take("", state)
    }

    /// Takes what is offered, or else offers filters.
    fn complete(&mut self, state: &mut State) -> Flow {
        if matches!(self.selected(), Some(Item::Offer(_))) {
            return self.accept(state);
        }
        (self.again, self.adding) = (false, true);
        self.cursor = Cursor::default();
        self.arrange(state);
        Flow::Done
    }
}

impl Overlay for LibraryBox {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn shape(&self) -> Shape {
        Shape::Full
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        let leaving = std::mem::take(&mut self.leaving);
        let before = self.input.text().len();
        if self.input.edit(command) {
            self.again = false;
            if self.input.text().len() != before {
                self.typed(state);
            }
            return Flow::Done;
        }
        if command == Command::Complete {
            return self.complete(state);
        }
        if self.cursor.step(command, self.choices.len(), self.page) {
            return Flow::Done;
        }
        match command {
            Command::Accept => {
                let typed = self.input.text().trim().strip_prefix(':');
                if typed.is_some_and(|typed| Wish::typed(typed, None, None) == Some(Wish::Quit)) {
                    return Flow::Run(Command::Quit);
                }
                self.accept(state)
            }
            Command::Sort => {
                self.most_cited = !self.most_cited;
                let messages = state.messages();
                state.say(if self.most_cited {
                    messages.library_most_cited()
                } else {
                    messages.library_best_first()
                });
                self.search(state);
                Flow::Done
            }
            Command::SaveSearch => {
                let line = self.input.text().trim();
                if !line.is_empty() {
                    self.keep(Keep::Save(line.to_owned()), state);
                }
                Flow::Done
            }
            Command::ForgetSearch => {
                match self.saved_line().map(str::to_owned) {
                    Some(line) => self.keep(Keep::Forget(line), state),
                    None => state.say(state.messages().library_not_saved()),
                }
                Flow::Done
            }
            Command::Cancel => self.cancel(leaving, state),
            _ => Flow::Pass,
        }
    }

    fn text(&mut self, typed: &str, state: &mut State) -> Flow {
        self.leaving = false;
        if self.again {
            self.input = Input::default();
        }
        self.input.insert(typed);
        self.typed(state);
        Flow::Done
    }

    fn press(&mut self, row: u16, state: &mut State) -> Flow {
        let item = self.shown.get(usize::from(row)).copied().flatten();
        let Some(at) = item.and_then(|item| self.choices.iter().position(|choice| *choice == item)) else {
            return Flow::Done;
        };
        // The first click selects, so that the paragraph is seen below; the second opens.
        if std::mem::replace(&mut self.cursor.at, at) == at { self.accept(state) } else { Flow::Done }
    }

    fn news(&mut self, state: &mut State) -> Flow {
        if self.at_hand.len() != state.shelf.cards().len() || state.is_looking() {
            self.read_shelf(state);
            self.arrange(state);
        }
        self.take_in(state);
        let answered = self.hasty && !state.enquiries.is_awaited(Purpose::Box);
        if answered && std::mem::take(&mut self.hasty) { self.accept(state) } else { Flow::Done }
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        self.take_in(state);
        self.drawn(cells, most, state)
    }

    fn input(&self) -> Option<(&Input, u16, u16)> {
        Some((&self.input, width::width(&self.prompt) as u16, 0))
    }

    fn hints(&self, state: &State) -> String {
        state.messages().hints_library().to_owned()
    }
}
