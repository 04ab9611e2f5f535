//! Page headers and footers. United Nations documents have the symbol, distribution and date in the header of the
//! first page, so that header is read before the text; where it has no symbol, the symbol is taken from another
//! header.

use super::flow::{Face, Flow};
use super::names::is_symbol;
use crate::document::Reason;
use crate::formats::Style;

pub(super) const RUNNING_HEAD: Reason = Reason::RunningHead;
pub(super) const RUNNING_FOOT: Reason = Reason::RunningFoot;

pub(super) struct Heads<H> {
    /// The header of the first page, which its format reads.
    pub(super) first: Option<H>,
    first_words: String,
    /// The text of all other headers and footers, and the reason for which each is set aside.
    others: Vec<(String, Reason)>,
}

impl<H> Default for Heads<H> {
    fn default() -> Self {
        Self { first: None, first_words: String::new(), others: Vec::new() }
    }
}

impl<H> Heads<H> {
    /// Adds a header or footer with its text.
    pub(super) fn add(&mut self, head: H, words: String, on_first_page: bool, reason: Reason) {
        if words.trim().is_empty() {
            return;
        }
        if on_first_page && reason == RUNNING_HEAD && self.first.is_none() {
            (self.first, self.first_words) = (Some(head), words);
        } else {
            self.others.push((words, reason));
        }
    }

    /// Writes the symbol from the header of the other pages where that of the first page has none.
    pub(super) fn write_symbol(&self, flow: &mut Flow) {
        if self.first_words.split_whitespace().any(is_symbol) {
            return;
        }
        let heads = self.others.iter().filter(|(_, reason)| *reason == RUNNING_HEAD);
        let mut words = heads.flat_map(|(words, _)| words.split_whitespace());
        if let Some(symbol) = words.find(|word| is_symbol(word)) {
            flow.text(symbol, Face::default());
            flow.end(Style::Paragraph);
        }
    }

    pub(super) fn set_aside(&self, flow: &mut Flow) {
        for (words, reason) in &self.others {
            flow.aside(words, *reason);
        }
    }
}
