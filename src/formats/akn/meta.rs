//! Reads the `meta` element into [`Details`].

use super::super::xml::Node;
use crate::document::details::{Details, Edition, Level, Side, Step, Subject, Vote, Voter};

/// The maximum number of entries of each list. No real document has more, and each takes more memory than its markup.
const MOST: usize = 20_000;

/// Adds the content of a `meta` element. `part` is the letter of the resolution that it belongs to, in a collection.
pub(super) fn read(meta: Node<'_, '_>, part: Option<&str>, details: &mut Details) {
    let mut at = MetaState::default();
    for node in meta.descendants().filter(|node| node.is_element()) {
        match node.name() {
            "identification" => at.made = node.attribute("source").as_deref() == Some("#plenary"),
            "classification" => at.source = attribute(node, "source"),
            "keyword" if details.subjects.len() < MOST => details.subjects.push(Subject {
                part: own(part),
                scheme: attribute(node, "dictionary").unwrap_or_default(),
                value: attribute(node, "value").unwrap_or_default(),
                label: attribute(node, "showAs"),
                short: attribute(node, "shortForm"),
                address: attribute(node, "href"),
                role: attribute(node, "refersTo"),
                source: at.source.clone(),
            }),
            "step" if details.steps.len() < MOST => details.steps.push(Step {
                part: own(part),
                outcome: attribute(node, "outcome").unwrap_or_default(),
                date: attribute(node, "date").filter(|date| !date.starts_with("0001")),
                document: attribute(node, "as"),
                by: attribute(node, "by"),
                refers_to: attribute(node, "refersTo"),
            }),
            "docketNumber" if details.job_number.is_none() => {
                details.job_number = Some(words(node)).filter(|number| !number.is_empty());
            }
            "voting" if details.votes.len() < MOST => details.votes.push(Vote {
                part: own(part),
                outcome: attribute(node, "outcome"),
                ..Vote::default()
            }),
            "quorum" => {
                if let Some(vote) = details.votes.last_mut() {
                    vote.quorum = attribute(node, "value");
                }
            }
            "count" => at.side(node, details),
            "organization" => at.voter(node, details),
            name => at.edition(name, node, part, details),
        }
    }
}

#[derive(Default)]
struct MetaState {
    source: Option<String>,
    /// An identification is being read.
    level: bool,
    /// The identification was made up by this program when it exported the file.
    made: bool,
    voters: usize,
    sides: usize,
}

impl MetaState {
    fn side(&mut self, node: Node<'_, '_>, details: &mut Details) {
        if let Some(vote) = details.votes.last_mut()
            && self.sides < MOST
        {
            self.sides += 1;
            vote.sides.push(Side {
                choice: attribute(node, "refersTo").unwrap_or_default(),
                count: attribute(node, "value").and_then(|value| value.parse().ok()),
                voters: Vec::new(),
            });
        }
    }

    fn voter(&mut self, node: Node<'_, '_>, details: &mut Details) {
        if let Some(side) = details.votes.last_mut().and_then(|vote| vote.sides.last_mut())
            && self.voters < MOST
        {
            self.voters += 1;
            side.voters.push(Voter {
                name: words(node),
                role: attribute(node, "refersTo"),
                address: attribute(node, "GUID"),
            });
        }
    }

    fn edition(&mut self, name: &str, node: Node<'_, '_>, part: Option<&str>, details: &mut Details) {
        if self.made {
            return;
        }
        let level = match name {
            "FRBRWork" => Some(Level::Work),
            "FRBRExpression" => Some(Level::Expression),
            "FRBRManifestation" => Some(Level::Manifestation),
            _ => None,
        };
        if let Some(level) = level.filter(|_| details.editions.len() < MOST) {
            self.level = true;
            details.editions.push(Edition { part: own(part), level, ..Edition::default() });
            return;
        }
        let Some(edition) = details.editions.last_mut().filter(|_| self.level) else { return };
        match name {
            "FRBRthis" => edition.this = attribute(node, "value"),
            "FRBRuri" => edition.uri = attribute(node, "value"),
            "FRBRdate" => {
                (edition.date, edition.event) = (attribute(node, "date"), attribute(node, "name"));
            }
            "FRBRauthor" => {
                (edition.author, edition.role) = (attribute(node, "href"), attribute(node, "as"));
            }
            "FRBRcountry" => edition.country = attribute(node, "value"),
            "FRBRlanguage" => edition.language = attribute(node, "language"),
            _ => {}
        }
    }
}

fn own(part: Option<&str>) -> Option<String> {
    part.map(str::to_owned)
}

/// The value of an attribute, cleaned of characters that could control a terminal. `None` where it is absent or empty.
pub(super) fn attribute(node: Node<'_, '_>, name: &str) -> Option<String> {
    let value = node.attribute(name)?;
    Some(clean(&value)).filter(|value| !value.is_empty())
}

pub(super) fn words(node: Node<'_, '_>) -> String {
    clean(&node.words())
}

/// Text with white space collapsed and invisible characters dropped.
fn clean(text: &str) -> String {
    let trimmed = text.trim();
    let mut before = b'x';
    let tame = trimmed.bytes().all(|byte| {
        let pair = before == b' ' && byte == b' ';
        before = byte;
        (b' '..0x7F).contains(&byte) && !pair
    });
    if tame {
        return trimmed.to_owned();
    }
    let mut writer = super::writer::TextWriter::default();
    writer.words(trimmed);
    writer.text
}
