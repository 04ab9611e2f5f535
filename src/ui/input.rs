//! An input line with a cursor, and the selection in the list below it.

use crate::app::command::Command;
use crate::text::Part as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// The text typed so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Input {
    text: String,
    /// Byte offset in the text, at a grapheme boundary.
    cursor: usize,
}

impl Input {
    pub(crate) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len() }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The byte offset of the cursor.
    pub(crate) fn at(&self) -> usize {
        self.cursor
    }

    fn before(&self) -> &str {
        self.text.part(..self.cursor)
    }

    fn after(&self) -> &str {
        self.text.part(self.cursor..)
    }

    /// Inserts text at the cursor; line ends of pasted text become spaces.
    pub(crate) fn insert(&mut self, typed: &str) {
        let typed: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        self.text.insert_str(self.cursor, &typed);
        self.cursor += typed.len();
    }

    /// Carries out an editing command. Returns whether it was one.
    pub(crate) fn edit(&mut self, command: Command) -> bool {
        match command {
            Command::CursorLeft => {
                self.cursor -= self.before().graphemes(true).next_back().map_or(0, str::len);
            }
            Command::CursorRight => {
                self.cursor += self.after().graphemes(true).next().map_or(0, str::len);
            }
            Command::CursorHome => self.cursor = 0,
            Command::CursorEnd => self.cursor = self.text.len(),
            Command::DeleteLeft => {
                let from = self.cursor - self.before().graphemes(true).next_back().map_or(0, str::len);
                self.delete_back_to(from);
            }
            Command::DeleteRight => {
                let to = self.cursor + self.after().graphemes(true).next().map_or(0, str::len);
                self.text.replace_range(self.cursor..to, "");
            }
            Command::DeleteWord => {
                let word = self.before().trim_end();
                let from = word.rfind(char::is_whitespace).map_or(0, |at| {
                    at + word.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
                });
                self.delete_back_to(from);
            }
            Command::Clear => {
                self.text.clear();
                self.cursor = 0;
            }
            _ => return false,
        }
        true
    }

    fn delete_back_to(&mut self, from: usize) {
        self.text.replace_range(from..self.cursor, "");
        self.cursor = from;
    }
}

/// The selection in a list that may be longer than its window.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cursor {
    pub(crate) at: usize,
    pub(crate) top: usize,
}

impl Cursor {
    /// Moves the selection in a list of `len` entries, of which `page` are visible. Returns whether `command`
    /// moves it.
    pub(crate) fn step(&mut self, command: Command, len: usize, page: usize) -> bool {
        let page = page.max(1);
        let last = len.saturating_sub(1);
        self.at = match command {
            Command::NextEntry | Command::Complete if self.at >= last => 0,
            Command::NextEntry | Command::Complete => self.at + 1,
            Command::PreviousEntry if self.at == 0 => last,
            Command::PreviousEntry => self.at - 1,
            Command::NextEntries => (self.at + page).min(last),
            Command::PreviousEntries => self.at.saturating_sub(page),
            _ => return false,
        };
        true
    }

    /// The indices of the visible entries. The window is moved as little as possible, so that it contains the
    /// selection.
    pub(crate) fn window(&mut self, len: usize, page: usize) -> std::ops::Range<usize> {
        let page = page.max(1);
        self.at = self.at.min(len.saturating_sub(1));
        if self.at < self.top {
            self.top = self.at;
        } else if self.at >= self.top + page {
            self.top = self.at + 1 - page;
        }
        self.top = self.top.min(len.saturating_sub(page));
        self.top..(self.top + page).min(len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editing_moves_by_graphemes_and_words() {
        let mut input = Input::new("prie le e\u{301}t");
        for command in [Command::DeleteLeft, Command::DeleteLeft] {
            assert!(input.edit(command));
        }
        assert_eq!(input.text(), "prie le ");
        input.edit(Command::DeleteWord);
        assert_eq!(input.text(), "prie ");
        input.edit(Command::CursorHome);
        input.insert("re\n");
        assert_eq!((input.text(), input.at()), ("re prie ", 3));
        assert!(!input.edit(Command::Accept));
    }

    #[test]
    fn the_window_follows_the_selection_and_the_list_wraps_around() {
        let mut cursor = Cursor::default();
        cursor.step(Command::PreviousEntry, 10, 3);
        assert_eq!(cursor.window(10, 3), 7..10);
        cursor.step(Command::NextEntry, 10, 3);
        assert_eq!(cursor.window(10, 3), 0..3);
        cursor.step(Command::NextEntries, 10, 3);
        assert_eq!(cursor.window(10, 3), 1..4);
        assert_eq!(cursor.window(0, 3), 0..0);
    }
}
