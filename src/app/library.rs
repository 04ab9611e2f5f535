//! How lists tell of the documents and paragraphs of the library.

use super::panes::Sought;
use crate::document::Kind;
use crate::grammar::lexicon::{Register, classify};
use crate::library::enquiry::{Entry, Listing, Passage};
use crate::messages::Messages;
use crate::text::Part as _;

/// How many other documents with the same wording are named.
const SAME: usize = 2;

impl Entry {
    /// The year of its adoption.
    pub(crate) fn year(&self) -> Option<&str> {
        self.date.as_deref().and_then(|date| date.get(..4))
    }

    /// Its vote, how often it is cited, and in how many languages it is there.
    pub(crate) fn told(&self, messages: Messages) -> Vec<String> {
        let vote = self.vote.map(|[yes, no, abstained]| format!("{yes}-{no}-{abstained}"));
        let cited = (self.cited > 0).then(|| messages.library_cited(self.cited as usize));
        let languages = (self.languages > 0).then(|| messages.library_languages(self.languages));
        [vote, cited, languages].into_iter().flatten().collect()
    }
}

impl Listing {
    /// What is marked in the document of a passage when that is opened.
    pub(crate) fn sought(&self, passage: &Passage) -> Option<Sought> {
        let own = self.forms.iter().filter(|form| form.language == passage.document.language);
        let forms: Vec<(usize, String)> = own.map(|form| (form.word, form.text.clone())).collect();
        (!forms.is_empty()).then(|| Sought::Words { typed: self.line.trim().to_owned(), forms })
    }
}

impl Passage {
    /// The phrase that it opens with: "Requests"; empty where none is known.
    pub(crate) fn opener(&self) -> &str {
        let Some(language) = self.document.language.filter(|_| self.kind.is_clause()) else { return "" };
        let register = if self.kind == Kind::Preambular { Register::Preambular } else { Register::Operative };
        self.text.part(..classify(language, register, &self.text, None).opener.min(self.text.len()))
    }

    /// Where the same wording stands: "= A/RES/78/153 op33, A/RES/77/165 op31"; empty where nowhere.
    pub(crate) fn same_places(&self) -> String {
        let named = self.same.iter().take(SAME);
        let named = named.map(|(symbol, anchor)| format!("{} {anchor}", symbol.as_deref().unwrap_or("?")));
        let named: Vec<String> = named.collect();
        if named.is_empty() {
            return String::new();
        }
        let more = if self.same.len() > SAME { ", …" } else { "" };
        format!("= {}{more}", named.join(", "))
    }
}
