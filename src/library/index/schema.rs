//! The fields of the index. One that is added, or means something else, takes another [`VERSION`]: an index of another
//! version is built beside, never changed.

use super::key::keys;
use super::likeness;
use super::record::{Card, Paragraph};
use super::update::Placed;
use super::words::{Analyser, tagged};
use crate::document::Organ;
use crate::lang::Language;
use crate::library::actions::Due;
use crate::lookup::state_key;
use crate::text::Part as _;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use tantivy::TantivyDocument;
use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, STORED, STRING, Schema, SchemaBuilder, TextFieldIndexing,
    TextOptions,
};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};

/// The version of the index.
pub(super) const VERSION: u32 = 8;

/// A paragraph as it is stored, so that a list of hits needs no file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Stored {
    pub symbol: Option<String>,
    #[serde(flatten)]
    pub paragraph: Paragraph,
}

#[derive(Clone, Debug)]
pub(super) struct Fields {
    pub schema: Schema,
    /// The document, by its number in the list of sources.
    pub document: Field,
    /// "card" or "paragraph".
    pub kind: Field,
    /// Of a card: the document as JSON.
    pub card: Field,
    /// Of a paragraph: it as JSON.
    pub paragraph: Field,
    /// The keys of the symbols of the document, on its card.
    pub symbol: Field,
    pub folded: Field,
    pub stems: Field,
    pub title: Field,
    pub above: Field,
    pub language: Field,
    pub organ: Field,
    pub session: Field,
    pub year: Field,
    pub act: Field,
    pub by: Field,
    /// What is asked for, "report"; by when, by the keys of [`Due`]; and for whom.
    pub what: Field,
    pub due: Field,
    pub to: Field,
    /// Keys of what is cited: with a language ("en A/RES/70/1"), and with the paragraph ("A/RES/70/1#op3").
    pub cites: Field,
    pub subject: Field,
    /// The subjects of a card as they are, each behind its language: "en marine resources".
    pub filed: Field,
    /// How a State voted, by its key: "no france".
    pub voted: Field,
    /// The day: 20240712.
    pub day: Field,
    /// A sketch of its words, which paragraphs of nearly the same words share for the most part (`likeness.rs`).
    pub wording: Field,
}

impl Fields {
    pub(super) fn new() -> Self {
        let mut schema = SchemaBuilder::new();
        let words = |analyser: &str, option| {
            let indexing = TextFieldIndexing::default().set_tokenizer(analyser).set_index_option(option);
            TextOptions::default().set_indexing_options(indexing)
        };
        let weak = words(Analyser::STEMS, IndexRecordOption::Basic);
        let fast = NumericOptions::default().set_fast();
        let indexed = NumericOptions::default().set_fast().set_indexed();
        Self {
            document: schema.add_u64_field("document", indexed),
            kind: schema.add_text_field("kind", STRING),
            card: schema.add_bytes_field("card", STORED),
            paragraph: schema.add_bytes_field("paragraph", STORED),
            symbol: schema.add_text_field("symbol", STRING),
            folded: schema
                .add_text_field("folded", words(Analyser::FOLDED, IndexRecordOption::WithFreqsAndPositions)),
            stems: schema.add_text_field("stems", words(Analyser::STEMS, IndexRecordOption::WithFreqs)),
            title: schema.add_text_field("title", weak.clone()),
            above: schema.add_text_field("above", weak),
            language: schema.add_text_field("language", STRING),
            organ: schema.add_text_field("organ", STRING),
            session: schema.add_text_field("session", STRING),
            year: schema.add_text_field("year", STRING),
            act: schema.add_text_field("act", STRING),
            by: schema.add_text_field("by", STRING),
            what: schema.add_text_field("what", STRING),
            due: schema.add_text_field("due", STRING),
            to: schema.add_text_field("to", STRING),
            cites: schema.add_text_field("cites", STRING),
            subject: schema
                .add_text_field("subject", words(Analyser::FOLDED, IndexRecordOption::WithFreqsAndPositions)),
            filed: schema.add_text_field("filed", STRING),
            voted: schema.add_text_field("voted", STRING),
            day: schema.add_u64_field("day", fast.clone()),
            wording: schema.add_u64_field("wording", fast),
            schema: schema.build(),
        }
    }

    /// What the card of a document is found by.
    pub(super) fn card(&self, number: u64, placed: &Placed) -> TantivyDocument {
        let card = &placed.card;
        let mut out = self.common(number, card);
        out.add_text(self.kind, "card");
        out.add_bytes(self.card, &serde_json::to_vec(placed).unwrap_or_default());
        for key in card.claims.iter().flat_map(|claim| keys(claim)) {
            out.add_text(self.symbol, key);
        }
        let tongue = tongue(card.language);
        let filed: BTreeSet<&str> = card.subjects.iter().map(String::as_str).collect();
        for subject in filed {
            out.add_text(self.filed, format!("{tongue} {subject}"));
        }
        for (state, choice) in &card.voted {
            if let Some(choice) = choice_key(choice) {
                out.add_text(self.voted, format!("{choice} {}", state_key(state)));
            }
        }
        out
    }

    pub(super) fn paragraph(&self, number: u64, card: &Card, paragraph: Paragraph) -> TantivyDocument {
        let mut out = self.common(number, card);
        out.add_text(self.kind, "paragraph");
        if paragraph.kind.is_clause() {
            out.add_text(self.kind, "clause");
        }
        let language = card.language;
        let text = tagged(&paragraph.text, language);
        out.add_u64(self.wording, likeness::sketch(&paragraph.text));
        out.add_text(self.folded, &text);
        out.add_text(self.stems, text);
        out.add_text(self.title, tagged(card.title.as_deref().unwrap_or_default(), language));
        out.add_text(self.above, tagged(&paragraph.above, language));
        for act in &paragraph.acts {
            out.add_text(self.act, act);
        }
        for by in &paragraph.by {
            out.add_text(self.by, by);
        }
        let tasks = &paragraph.tasks;
        let what = tasks.iter().map(|task| task.what.code().to_owned()).collect();
        let due = tasks.iter().flat_map(|task| &task.due).flat_map(Due::keys).collect();
        let to = tasks.iter().flat_map(|task| task.to.clone()).collect();
        for (field, mut values) in
            [(self.what, what), (self.due, due), (self.to, to)] as [(Field, Vec<String>); 3]
        {
            values.sort();
            values.dedup();
            for value in values {
                out.add_text(field, value);
            }
        }
        let tongue = tongue(language);
        let mut cited: Vec<String> = Vec::new();
        for cites in &paragraph.cites {
            for key in keys(&cites.symbol) {
                if let Some(place) = &cites.paragraph {
                    cited.push(format!("{key}#{place}"));
                }
                cited.push(format!("{tongue} {key}"));
                cited.push(key);
            }
        }
        cited.sort();
        cited.dedup();
        for key in cited {
            out.add_text(self.cites, key);
        }
        let stored = Stored { symbol: card.symbol.clone(), paragraph };
        out.add_bytes(self.paragraph, &serde_json::to_vec(&stored).unwrap_or_default());
        out
    }

    /// What cards and paragraphs are filtered by.
    fn common(&self, number: u64, card: &Card) -> TantivyDocument {
        let mut out = TantivyDocument::default();
        out.add_u64(self.document, number);
        if let Some(language) = card.language {
            out.add_text(self.language, language.code());
        }
        if let Some(organ) = card.symbol.as_deref().and_then(Organ::of) {
            out.add_text(self.organ, organ.stem().to_lowercase());
        }
        if let Some(session) = session_key(card) {
            out.add_text(self.session, session);
        }
        if let Some(date) = &card.date {
            out.add_text(self.year, date.part(..date.floor_char_boundary(4)));
            let day = date.replace('-', "").parse().unwrap_or_default();
            out.add_u64(self.day, day);
        }
        for subject in &card.subjects {
            out.add_text(self.subject, tagged(subject, None));
        }
        out
    }
}

/// What stands for a language before what is counted by language.
fn tongue(language: Option<Language>) -> &'static str {
    language.map_or("--", Language::code)
}

/// The word for a choice in a vote: "yes", "no", "abstain".
pub(crate) fn choice_key(choice: &str) -> Option<&'static str> {
    match choice {
        "inFavour" => Some("yes"),
        "against" => Some("no"),
        "abstaining" => Some("abstain"),
        _ => None,
    }
}

pub(super) fn analysers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    let [folded, stems] = Analyser::both();
    manager.register(Analyser::FOLDED, TextAnalyzer::from(folded));
    manager.register(Analyser::STEMS, TextAnalyzer::from(stems));
    manager
}

/// What a session is filtered by: "79", and "ES-11" or "S-32" for an emergency or special session, which is numbered by itself.
/// Where the masthead does not say which it is, the symbol does.
fn session_key(card: &Card) -> Option<String> {
    let symbol = card.symbol.as_deref().unwrap_or_default();
    let part = symbol.rsplit('/').nth(1).unwrap_or_default();
    let special = part.strip_prefix("ES-").or_else(|| part.strip_prefix("S-"));
    if special.is_some_and(|number| number.parse::<u32>().is_ok()) {
        return Some(part.to_owned());
    }
    let in_symbol = || part.parse().ok().filter(|number: &u32| (1..200).contains(number));
    card.session.or_else(in_symbol).map(|session| session.to_string())
}
