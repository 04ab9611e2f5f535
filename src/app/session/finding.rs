//! Searches in the document that is open.

use super::Session;
use crate::app::found::{AT_ONCE, Found};
use crate::app::panes::Sought;
use crate::document::NodeId;
use crate::lookup::find::Skim;
use crate::text::fold::fold_str;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

impl Session {
    /// Begins a search at a node. The first one folds the text, so that the next keys need not.
    ///
    /// `Err`: what is wrong with the regular expression.
    pub(crate) fn search(&self, query: &str, regex: bool, from: NodeId) -> Result<Found, String> {
        let document = &self.document;
        let fold = || (document.text().len() <= AT_ONCE).then(|| Skim::new(document)).flatten().map(Arc::new);
        let skim = if regex { None } else { self.skim.get_or_init(fold).clone() };
        Found::begin(document, skim, (query, regex), from)
    }

    /// Marks a text as if it had been looked for, with the match from here on as the current one.
    pub(crate) fn seek(&mut self, text: &str) {
        let from = self.search_from();
        // A literal text is no expression that could be wrong.
        if let Ok(mut found) = self.search(text, false, from.0) {
            found.at = found.first(from);
            self.found = found;
        }
    }

    /// Marks what was found elsewhere in this document.
    pub(crate) fn mark(&mut self, sought: &Sought) {
        match sought {
            Sought::Text(text) => self.seek(text),
            Sought::Words { typed, forms } => self.seek_words(typed, forms),
        }
    }

    /// Marks words in the paragraphs that have all of them. The next match is then the next such paragraph.
    fn seek_words(&mut self, typed: &str, words: &[(usize, String)]) {
        let mut forms: Vec<String> = words.iter().map(|(_, form)| regex::escape(form)).collect();
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        let from = self.search_from();
        let Ok(mut found) = self.search(&forms.join("|"), true, from.0) else { return };
        if found.growing().is_none() {
            let number = |text: &str| {
                let folded = fold_str(text);
                words.iter().find(|(_, form)| fold_str(form) == folded).map(|(number, _)| *number)
            };
            let mut has: HashMap<NodeId, HashSet<usize>> = HashMap::new();
            for (node, span) in &found.hits {
                has.entry(*node).or_default().extend(number(self.document.slice(*span)));
            }
            let all = has.values().map(HashSet::len).max().unwrap_or_default();
            found.hits.retain(|(node, _)| has.get(node).is_some_and(|has| has.len() == all));
        }
        found.words = Some(typed.to_owned());
        found.at = found.first(from);
        self.found = found;
    }

    /// Where a search starts: at the clause that was gone to, or else at the top of the screen.
    pub(crate) fn search_from(&self) -> (NodeId, u32) {
        match self.top.landed {
            Some(id) => (id, self.top.at.unwrap_or(self.document.node(id).body.start)),
            None => (self.top.node, self.top.offset.unwrap_or(0)),
        }
    }
}
