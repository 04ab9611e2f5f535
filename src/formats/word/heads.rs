//! The heads and feet of pages. The United Nations keeps symbol, distribution and date in the head of the first page, so
//! that it is read before the text; the symbol of other heads is read where the first page has none.

use super::flow::{Face, Flow};
use super::names::is_symbol;
use crate::formats::Style;

pub(super) const RUNNING_HEAD: &str = "running-head";
pub(super) const RUNNING_FOOT: &str = "running-foot";

pub(super) struct Heads<H> {
    /// The head of the first page, for its format to read.
    pub(super) first: Option<H>,
    first_words: String,
    /// The words of all others, and what they are.
    others: Vec<(String, &'static str)>,
}

impl<H> Default for Heads<H> {
    fn default() -> Self {
        Self { first: None, first_words: String::new(), others: Vec::new() }
    }
}

impl<H> Heads<H> {
    /// Adds a head or a foot with words.
    pub(super) fn add(&mut self, head: H, words: String, on_first_page: bool, reason: &'static str) {
        if words.trim().is_empty() {
            return;
        }
        if on_first_page && reason == RUNNING_HEAD && self.first.is_none() {
            (self.first, self.first_words) = (Some(head), words);
        } else {
            self.others.push((words, reason));
        }
    }

    /// Writes the symbol from the head of every page, where that of the first page has none.
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
            flow.aside(words, reason);
        }
    }
}
