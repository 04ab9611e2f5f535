//! Metadata of a document beside its words: votes by State, sponsors, steps of adoption, subjects, editions.
//!
//! Only formats whose markup has such metadata fill it in; for all others it is empty. What is printed stands in the
//! tree and in the [`super::Masthead`]. Nothing here is inferred.

use crate::lang::Language;
use crate::text::Part as _;
use serde::Serialize;

/// All metadata of a document. Lists are in the order of the source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Details {
    /// The form of the document: `resolution`, `decision`, `draftResolution`, `presidentialStatement`.
    pub form: Option<String>,
    /// The committee that recommended the text: `thirdCommittee`.
    pub committee: Option<String>,
    /// The report in which the text was recommended, as printed: "A/80/555, para. 7".
    pub originating: Option<String>,
    pub agenda: Vec<AgendaItem>,
    /// Symbols and names of its work, its expressions and its manifestations (the levels of FRBR).
    pub editions: Vec<Edition>,
    /// The job number as printed: "25-04962 (F)".
    pub job_number: Option<String>,
    pub steps: Vec<Step>,
    pub votes: Vec<Vote>,
    pub subjects: Vec<Subject>,
}

/// An item of the agenda, as on the cover page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AgendaItem {
    /// "18 (a)".
    pub number: Option<String>,
    pub name: Option<String>,
}

/// One of the three levels (work, expression, manifestation) that identify a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// The part of the document that this is about: `A`, `B`, ... for resolutions published as one document; `annex`
    /// for an annex.
    pub part: Option<String>,
    /// `work`, `expression` (a language version) or `manifestation` (a file of that version).
    pub level: Level,
    pub this: Option<String>,
    pub uri: Option<String>,
    /// A date such as `2025-12-15`; `event` says what happened on it.
    pub date: Option<String>,
    /// `adoption`, `publication` or `markup`.
    pub event: Option<String>,
    pub author: Option<String>,
    /// `author`, `issuer` or `editor`.
    pub role: Option<String>,
    pub country: Option<String>,
    /// `eng`, `fra`, ...
    pub language: Option<String>,
}

/// The levels at which a document is identified, from the abstract to the concrete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    #[default]
    Work,
    Expression,
    Manifestation,
}

/// A step on the way to adoption.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Step {
    pub part: Option<String>,
    /// `draftResolution`, `draftResolutionAdditionalSponsors`, `recommendedForAdoption`, `adopted`.
    pub outcome: String,
    /// `None` where the source has none, or the year 1.
    pub date: Option<String>,
    /// The symbol of the document that this step produced: `A/80/L.4`, `A/80/PV.64`.
    pub document: Option<String>,
    /// Who took the step, in the words of the source.
    pub by: Option<String>,
    /// What it refers to in that document: a paragraph, or a chapter of the Charter.
    pub refers_to: Option<String>,
}

/// How a text was adopted and how each State voted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Vote {
    pub part: Option<String>,
    /// `adoptedWithoutVote`, `adoptedRecordedVote`, or free text.
    pub outcome: Option<String>,
    /// The number of States required for a valid vote, where the source says it.
    pub quorum: Option<String>,
    pub sides: Vec<Side>,
}

/// The voters who made the same choice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Side {
    /// `inFavour`, `against`, `abstaining`.
    pub choice: String,
    /// The number of voters, where the source says it.
    pub count: Option<u32>,
    pub voters: Vec<Voter>,
}

/// One voter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Voter {
    /// As the source writes it: "ALBANIA".
    pub name: String,
    /// `memberState`.
    pub role: Option<String>,
    /// The identifier (an IRI) of the voter in the source, where it has one.
    pub address: Option<String>,
}

/// A keyword that the document is indexed under.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Subject {
    pub part: Option<String>,
    /// The vocabulary that the keyword is from: `UNBIS Thesaurus`, `SDGO`, `EuroVoc`; for an agenda item, the symbol
    /// of the agenda.
    pub scheme: String,
    pub value: String,
    pub label: Option<String>,
    pub short: Option<String>,
    pub address: Option<String>,
    /// `agenda` for an agenda item, `title` for a title.
    pub role: Option<String>,
    /// Who assigned the keyword.
    pub source: Option<String>,
}

impl Details {
    /// The States and others that proposed the text, later sponsors included, each once. Names are as in the source.
    pub(crate) fn sponsors(&self) -> Vec<&str> {
        let mut all = Vec::new();
        for step in self.steps.iter().filter(|step| step.outcome.starts_with("draft")) {
            for name in names(step.by.as_deref().unwrap_or_default()) {
                if !all.contains(&name) {
                    all.push(name);
                }
            }
        }
        all
    }

    /// The subjects of one vocabulary: `UNBIS Thesaurus`, `SDGO`.
    pub(crate) fn subjects_of<'a>(&'a self, scheme: &'a str) -> impl Iterator<Item = &'a Subject> {
        self.subjects.iter().filter(move |subject| subject.scheme == scheme && subject.role.is_none())
    }
}

impl Side {
    /// The number of voters that the source states, else the number of voters that it names.
    pub(crate) fn size(&self) -> usize {
        self.count.map_or(self.voters.len(), |count| count as usize)
    }
}

/// Splits a list in running text: "Chad, the Gambia, Trinidad and Tobago and Tuvalu". A text that is not a list is
/// one name.
pub(crate) fn names(list: &str) -> Vec<&str> {
    let votes = &Language::En.words().votes;
    let list = list.trim().trim_end_matches('.');
    if list.is_empty() {
        return Vec::new();
    }
    // "the representative of Luxembourg, on behalf of the Bureau" is one name.
    if votes.phrases.iter().any(|phrase| list.contains(phrase)) {
        return vec![list];
    }
    let mut out = Vec::new();
    for part in split_outside(list) {
        let mut rest = part;
        let mut start = 0;
        while let Some(at) = rest.get(start..).and_then(|tail| tail.find(votes.and)) {
            let at = start + at;
            let after = rest.part(at + votes.and.len()..);
            if votes.halves.iter().any(|name| after.starts_with(name)) {
                start = at + votes.and.len();
                continue;
            }
            out.push(rest.part(..at));
            (rest, start) = (after, 0);
        }
        out.push(rest);
    }
    let trimmed = out.into_iter().map(|name| {
        let name = name.trim();
        name.strip_prefix(votes.and.trim_start()).unwrap_or(name)
    });
    trimmed.filter(|name| !name.is_empty()).collect()
}

/// Splits at the commas that are outside brackets.
fn split_outside(list: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_u32;
    list.split(move |letter| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == ',' && depth == 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_names_is_split() {
        assert_eq!(
            names(
                "Chad, Cuba (on behalf, so to speak), Antigua and Barbuda, the Gambia and Bosnia and Herzegovina"
            ),
            [
                "Chad, Cuba (on behalf, so to speak), Antigua and Barbuda, the Gambia and Bosnia and Herzegovina"
            ]
        );
        assert_eq!(
            names(
                "Chad, Bolivia (Plurinational, State of), Antigua and Barbuda, the Gambia and Bosnia and Herzegovina"
            ),
            [
                "Chad",
                "Bolivia (Plurinational, State of)",
                "Antigua and Barbuda",
                "the Gambia",
                "Bosnia and Herzegovina"
            ]
        );
        assert!(names(" ").is_empty());
        assert_eq!(names("Sierra Leone"), ["Sierra Leone"]);
    }

    #[test]
    fn each_sponsor_is_listed_once() {
        let step = |outcome: &str, by: &str| Step {
            outcome: outcome.to_owned(),
            by: Some(by.to_owned()),
            ..Step::default()
        };
        let details = Details {
            steps: vec![
                step("draftResolution", "Chad and Fiji"),
                step("draftResolutionAdditionalSponsors", "Fiji, Peru"),
                step("adopted", "Adopted unanimously"),
            ],
            ..Details::default()
        };
        assert_eq!(details.sponsors(), ["Chad", "Fiji", "Peru"]);
    }
}
