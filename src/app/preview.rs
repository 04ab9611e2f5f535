//! What a reference to another document leads to, as the library has it: shown before the reader goes there.

use super::links::{self, Goal};
use super::panes::Aim;
use crate::document::Anchor;
use crate::lang::Language;
use crate::library::Source;
use crate::library::enquiry::{Enquiry, Entry, Passage, Reply};
use crate::messages::Messages;

/// The most paragraphs that are shown: that which is cited, and those below it.
const MOST: usize = 40;

#[derive(Debug, Default)]
pub(crate) enum Preview {
    /// The library was not asked: it is no matter of it.
    #[default]
    None,
    Awaited,
    /// The library has the document, and these paragraphs of it at the place that is cited.
    Held(Box<Entry>, Vec<Passage>),
    /// The library does not have it.
    Absent,
    Failed(String),
}

/// The question to the library about where a reference leads; `None` where it leads to no other document.
pub(crate) fn question(goal: &Goal) -> Option<Enquiry> {
    let Goal::Elsewhere { symbol, paragraph, language } = goal else { return None };
    let language = Language::ALL.into_iter().find(|known| Some(known.code()) == *language);
    Some(Enquiry::Text { symbol: symbol.clone(), place: paragraph.clone(), language })
}

impl Preview {
    pub(crate) fn of(reply: Reply) -> Self {
        match reply {
            Reply::Within(Some(found)) => {
                let (entry, mut passages) = found;
                passages.truncate(MOST);
                Self::Held(Box::new(entry), passages)
            }
            Reply::Within(None) => Self::Absent,
            Reply::Failed(sentence) => Self::Failed(sentence),
            _ => Self::None,
        }
    }

    /// The paragraph that is shown: where it is opened.
    pub(crate) fn lead(&self) -> Option<(Source, Aim)> {
        let Self::Held(entry, passages) = self else { return None };
        let first = passages.first()?;
        Some((entry.origin.clone()?, Aim::Anchors(vec![Anchor(first.anchor.clone())])))
    }

    /// What is shown below the reference, as labels and words. `at_hand`: the document can be opened without the library.
    pub(crate) fn entries(&self, goal: &Goal, at_hand: bool, messages: Messages) -> Vec<(String, String)> {
        let Goal::Elsewhere { symbol, paragraph, .. } = goal else { return Vec::new() };
        let say = |sentence: String| vec![(String::new(), sentence)];
        match self {
            Self::None => Vec::new(),
            Self::Awaited => say(messages.asking_library().to_owned()),
            Self::Absent if at_hand => Vec::new(),
            Self::Absent => say(messages.preview_absent(symbol)),
            Self::Failed(sentence) => say(sentence.clone()),
            Self::Held(entry, passages) => {
                let title = entry.title.clone().filter(|_| !at_hand);
                let title = title.filter(|title| !title.is_empty()).map(|title| (String::new(), title));
                let mut out: Vec<(String, String)> = title.into_iter().collect();
                match paragraph {
                    Some(paragraph) if passages.is_empty() => {
                        let at = links::aloud(paragraph, messages);
                        out.extend(say(messages.preview_no_paragraph(symbol, &at)));
                    }
                    _ => out.extend(passages.iter().map(|passage| {
                        let words = passage.text.split_whitespace().collect::<Vec<_>>().join(" ");
                        (passage.place.clone(), words)
                    })),
                }
                out
            }
        }
    }
}
