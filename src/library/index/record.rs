//! What the library keeps of a document: its card, and its paragraphs with what they ask, whom, and which documents they
//! cite.

use crate::document::details::Level;
use crate::document::{Document, Kind, NodeId, Request, Target, citation};
use crate::grammar;
use crate::lang::Language;
use crate::library::actions::Task;
use crate::library::summary::Summary;
use crate::text::Part as _;
use crate::text::clean;
use serde::{Deserialize, Serialize};

/// Most paragraphs that are kept of a document, ...
const MOST_PARAGRAPHS: usize = 50_000;
/// ... most bytes of their words together, ...
const MOST_BYTES: usize = 8 << 20;
/// ... most bytes of one, and of the words above it that are searched with it.
const LONGEST: usize = 1 << 16;
const ABOVE: usize = 400;
/// Most citations of one paragraph, and most subjects, States and symbols of a document.
const MOST: usize = 400;

/// A document without its paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Card {
    pub symbol: Option<String>,
    /// All symbols that the document has by its own words and markup, that of the card first. They may disagree.
    pub claims: Vec<String>,
    /// Its title, or else its subject.
    pub title: Option<String>,
    /// The day of its adoption, or else of its date: 2024-07-12.
    pub date: Option<String>,
    pub language: Option<Language>,
    pub session: Option<u32>,
    /// Votes in favour, against, and abstentions.
    pub vote: Option<[u32; 3]>,
    pub subjects: Vec<String>,
    /// The States of a recorded vote as the source names them, with their choice: `inFavour`, `against`, `abstaining`.
    pub voted: Vec<(String, String)>,
    /// How many of its words are not in the index, because the document is too long, in paragraphs.
    pub left_out: usize,
}

/// A document that a paragraph cites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cited {
    pub symbol: String,
    /// The paragraph of it: `op5(e)`.
    pub paragraph: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Paragraph {
    pub anchor: String,
    /// Its short address: "7 (b)", "annex I.3".
    pub place: String,
    pub kind: Kind,
    pub text: String,
    /// The words of the paragraphs above it, which it goes on with.
    pub above: String,
    /// The codes of what it does, with any of its verbs: `REQUEST`.
    pub acts: Vec<String>,
    /// The keys of those who are asked, with any of its verbs.
    pub by: Vec<String>,
    /// Everything that it asks for.
    pub tasks: Vec<Task>,
    /// What it and its notes cite.
    pub cites: Vec<Cited>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Record {
    pub card: Card,
    pub paragraphs: Vec<Paragraph>,
}

impl Record {
    pub(crate) fn of(document: &Document) -> Self {
        let mut record = Self { card: Card::of(document), paragraphs: Vec::new() };
        let mut room = MOST_BYTES;
        let mut requests = grammar::requests(document);
        for id in document.ids().skip(1).filter(|&id| is_kept(document, id)) {
            let text = document.own_text(id);
            if text.trim().is_empty() {
                continue;
            }
            if record.paragraphs.len() == MOST_PARAGRAPHS || text.len() > room {
                record.card.left_out += 1;
                continue;
            }
            room -= text.len();
            record.paragraphs.push(Paragraph::of(document, id, &requests(id), text));
        }
        record
    }
}

/// Whether a node is a paragraph of the index. The masthead is on the card.
fn is_kept(document: &Document, id: NodeId) -> bool {
    let kind = document.node(id).kind;
    kind.is_clause()
        || kind.is_scope()
        || matches!(kind, Kind::Heading | Kind::Table | Kind::Note | Kind::Title | Kind::Closing)
}

impl Card {
    fn of(document: &Document) -> Self {
        let Summary { symbol, title, date, language } = Summary::of(document);
        let masthead = document.masthead();
        let details = document.details();
        let mut claims: Vec<String> = symbol.iter().cloned().collect();
        let works = details.editions.iter().filter(|edition| edition.level == Level::Work);
        for claim in works.filter_map(|work| filed(work.uri.as_deref()?)) {
            if !claims.iter().any(|known| super::key(known) == super::key(&claim)) && claims.len() < MOST {
                claims.push(claim);
            }
        }
        let subjects = details.subjects.iter().filter(|subject| subject.role.is_none());
        // Vocabularies have names in place of words: "marine_resources".
        let subjects =
            subjects.map(|subject| clean(subject.label.as_ref().unwrap_or(&subject.value)).replace('_', " "));
        let sides = details.votes.iter().flat_map(|vote| &vote.sides);
        let voted = sides.flat_map(|side| {
            side.voters
                .iter()
                .map(|voter| (clean(&voter.name).into_owned(), clean(&side.choice).into_owned()))
        });
        Self {
            symbol,
            claims,
            title,
            date,
            language,
            session: masthead.session_number,
            vote: tally(document),
            subjects: subjects.take(MOST).collect(),
            voted: voted.take(MOST).collect(),
            left_out: 0,
        }
    }
}

/// Votes in favour, against, and abstentions: as they are printed, or else by the markup.
fn tally(document: &Document) -> Option<[u32; 3]> {
    let masthead = document.masthead();
    let printed = [&masthead.votes_in_favour, &masthead.votes_against, &masthead.abstentions];
    let printed = printed.map(|count| count.as_deref().and_then(|count| count.trim().parse().ok()));
    if printed.iter().any(Option::is_some) {
        return Some(printed.map(Option::unwrap_or_default));
    }
    let sides = &document.details().votes.first()?.sides;
    let counted = ["inFavour", "against", "abstaining"].map(|choice| {
        let side = sides.iter().find(|side| side.choice == choice)?;
        Some(side.count.unwrap_or(u32::try_from(side.voters.len()).unwrap_or(u32::MAX)))
    });
    // Where nobody voted it was adopted without a vote.
    counted.iter().flatten().any(|count| *count > 0).then(|| counted.map(Option::unwrap_or_default))
}

/// The symbol that a work is filed under: `/akn/un/statement/deliberation/unga/2025-09-19/80-1/` is A/RES/80/1.
fn filed(uri: &str) -> Option<String> {
    let mut parts = uri.trim_matches('/').rsplit('/').skip_while(|part| part.starts_with('!'));
    let number = parts.next()?;
    let _date = parts.next()?;
    let organ = parts.next()?;
    let prefix = match organ {
        "unga" => "A/RES",
        "unsc" => "S/RES",
        "ecosoc" => "E/RES",
        _ => return None,
    };
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match number.split_once('-') {
        Some((session, number)) if plain(session) && plain(number) && organ != "unsc" => {
            Some(format!("{prefix}/{session}/{number}"))
        }
        None if plain(number) && organ == "unsc" => Some(format!("{prefix}/{number}")),
        _ => None,
    }
}

impl Paragraph {
    fn of(document: &Document, id: NodeId, requests: &[Request], mut text: String) -> Self {
        let node = document.node(id);
        text.truncate(text.floor_char_boundary(LONGEST));
        let above: Vec<NodeId> =
            document.ancestors(id).take_while(|&up| document.node(up).kind.is_clause()).collect();
        let above = above.into_iter().rev().map(|up| document.own_text(up)).collect::<Vec<_>>().join(" ");
        let text = clean(&text).into_owned();
        let tasks = Task::all(document, requests, &text);
        let mut acts: Vec<String> = node.action.iter().map(|action| action.code().to_owned()).collect();
        let mut by: Vec<String> = node.addressees.keys().map(str::to_owned).collect();
        for task in &tasks {
            acts.push(task.action.code().to_owned());
            by.extend_from_slice(&task.by);
        }
        for list in [&mut acts, &mut by] {
            list.sort();
            list.dedup();
        }
        Self {
            anchor: document.anchor(id).0,
            place: citation::brief(document, id),
            kind: node.kind,
            above: above.part(..above.floor_char_boundary(ABOVE)).to_owned(),
            acts,
            by,
            tasks,
            cites: cited(document, id),
            text,
        }
    }
}

/// What a paragraph cites, in its words and in the notes of it. A note's citations count for its paragraph; the note itself
/// has none.
fn cited(document: &Document, id: NodeId) -> Vec<Cited> {
    let mut out: Vec<Cited> = Vec::new();
    if document.node(id).kind == Kind::Note {
        return out;
    }
    let mut add = |target: &Target| {
        let (symbol, paragraph) = match target {
            Target::Resolution { symbol, paragraph } | Target::Document { symbol, paragraph } => {
                (symbol, paragraph)
            }
            Target::Decision { symbol } => (symbol, &None),
            Target::Own { .. } | Target::Charter { .. } | Target::Note { .. } => return,
        };
        let cited = Cited { symbol: symbol.clone(), paragraph: paragraph.clone() };
        if out.len() < MOST && !out.contains(&cited) {
            out.push(cited);
        }
    };
    for span in document.own_spans(id) {
        document.references_in(span).iter().for_each(|reference| add(&reference.target));
        let notes = document.marks_in(span).iter().filter_map(|mark| mark.note);
        for span in notes.flat_map(|note| document.own_spans(note)) {
            document.references_in(span).iter().for_each(|reference| add(&reference.target));
        }
    }
    // "resolution 70/1" beside "paragraph 4 of resolution 70/1" says nothing more.
    let narrowed: Vec<String> =
        out.iter().filter(|cited| cited.paragraph.is_some()).map(|cited| cited.symbol.clone()).collect();
    out.retain(|cited| cited.paragraph.is_some() || !narrowed.contains(&cited.symbol));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_kept_with_what_it_and_its_notes_cite() {
        let document = grammar::parse(
            "A/RES/71/4\n\nThe General Assembly,\n\nRecalling its resolution 70/1,¹\n\n1. Requests the Secretary-General:\n\n\
             (a) To report on tides;\n\n(b) To publish the report.\n\n¹ See also resolution 69/313, paragraph 4.\n",
            grammar::Options::default(),
        );
        let record = Record::of(&document);
        assert_eq!(record.card.claims, ["A/RES/71/4"]);
        let of =
            |anchor: &str| record.paragraphs.iter().find(|paragraph| paragraph.anchor == anchor).unwrap();
        let cites: Vec<_> =
            of("pp1").cites.iter().map(|cited| (cited.symbol.as_str(), cited.paragraph.as_deref())).collect();
        assert_eq!(cites, [("A/RES/70/1", None), ("A/RES/69/313", Some("op4"))]);
        assert_eq!(
            (of("op1").acts.as_slice(), of("op1").by.as_slice()),
            (&["REQUEST".to_owned()][..], &["secretary-general".to_owned()][..])
        );
        assert_eq!(
            (of("op1(a)").text.as_str(), of("op1(a)").above.as_str()),
            ("To report on tides;", "Requests the Secretary-General:")
        );
    }

    #[test]
    fn the_number_that_a_work_is_filed_under_is_a_symbol() {
        assert_eq!(
            filed("/akn/un/statement/deliberation/unga/2025-09-19/80-1/").as_deref(),
            Some("A/RES/80/1")
        );
        assert_eq!(
            filed("/akn/un/statement/deliberation/unsc/2023-12-21/2719/!main/").as_deref(),
            Some("S/RES/2719")
        );
        assert_eq!(filed("/akn/un/statement/other/unga/2025/x/"), None);
    }
}
