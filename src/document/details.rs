//! What a document's markup says beside its words: votes by State, sponsors, steps, subjects, editions.
//!
//! Only formats with such markup fill it in; of a text it stays empty. What is printed is in the tree and on the
//! [`super::Masthead`]; here is what the United Nations files with it. Nothing here is guessed.

use serde::Serialize;

/// Everything that is filed with a document. Lists are in the order of the source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Details {
    /// What it is: `resolution`, `decision`, `draftResolution`, `presidentialStatement`.
    pub form: Option<String>,
    /// The committee that recommended it: `thirdCommittee`.
    pub committee: Option<String>,
    /// The document that it comes from, as printed: "A/80/555, para. 7".
    pub originating: Option<String>,
    pub agenda: Vec<AgendaItem>,
    /// Symbols and names of its work, its expression and its manifestation.
    pub editions: Vec<Edition>,
    /// "25-04962 (F)".
    pub job_number: Option<String>,
    pub steps: Vec<Step>,
    pub votes: Vec<Vote>,
    pub subjects: Vec<Subject>,
}

/// An item of the agenda, as the cover page has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AgendaItem {
    /// "18 (a)".
    pub number: Option<String>,
    pub name: Option<String>,
}

/// One level of the three by which a document is filed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// `A`, `B`, ... of resolutions that are published as one document; `annex` of an annex.
    pub part: Option<String>,
    /// `work`, `expression` (a language of it) or `manifestation` (a file of that).
    pub level: Level,
    pub this: Option<String>,
    pub uri: Option<String>,
    /// `2025-12-15`; what happened then is `event`.
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
    /// The symbol of what this step made: `A/80/L.4`, `A/80/PV.64`.
    pub document: Option<String>,
    /// By whom, as the source says it.
    pub by: Option<String>,
    /// What in that document: a paragraph, or a chapter of the Charter.
    pub refers_to: Option<String>,
}

/// How a text was adopted, and how each State voted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Vote {
    pub part: Option<String>,
    /// `adoptedWithoutVote`, `adoptedRecordedVote`, or words.
    pub outcome: Option<String>,
    /// States that make a vote valid, where that is said.
    pub quorum: Option<String>,
    pub sides: Vec<Side>,
}

/// Those who voted alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Side {
    /// `inFavour`, `against`, `abstaining`.
    pub choice: String,
    /// How many the source says they are.
    pub count: Option<u32>,
    pub voters: Vec<Voter>,
}

/// Who voted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Voter {
    /// As the source writes it: "ALBANIA".
    pub name: String,
    /// `memberState`.
    pub role: Option<String>,
    /// Where the name is kept.
    pub address: Option<String>,
}

/// A keyword that a library gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Subject {
    pub part: Option<String>,
    /// The list that the word is of: `UNBIS Thesaurus`, `SDGO`, `EuroVoc`; of an item of the agenda, the agenda's symbol.
    pub scheme: String,
    pub value: String,
    pub label: Option<String>,
    pub short: Option<String>,
    pub address: Option<String>,
    /// `agenda` of an item of the agenda, `title` of a title.
    pub role: Option<String>,
    /// Who says so.
    pub source: Option<String>,
}

impl Details {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The States and others that proposed it, each once, those that joined later too. Names as the source has them.
    pub fn sponsors(&self) -> Vec<&str> {
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

    /// Subjects of one list: `UNBIS Thesaurus`, `SDGO`.
    pub fn subjects_of<'a>(&'a self, scheme: &'a str) -> impl Iterator<Item = &'a Subject> {
        self.subjects.iter().filter(move |subject| subject.scheme == scheme && subject.role.is_none())
    }

    /// The level of the document itself, not of a part of it.
    pub fn edition(&self, level: Level) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.level == level && edition.part.is_none())
    }
}

impl Vote {
    /// The side of a choice: `inFavour`, `against`, `abstaining`.
    pub fn side(&self, choice: &str) -> Option<&Side> {
        self.sides.iter().find(|side| side.choice == choice)
    }
}

impl Side {
    /// What the source says; where it says nothing, how many it names.
    pub fn size(&self) -> usize {
        self.count.map_or(self.voters.len(), |count| count as usize)
    }
}

impl Step {
    /// The names in `by`, where it is a list of them.
    pub fn names(&self) -> Vec<&str> {
        names(self.by.as_deref().unwrap_or_default())
    }
}

/// The names of a list in words: "Chad, the Gambia, Trinidad and Tobago and Tuvalu". What is no list is one name.
pub fn names(list: &str) -> Vec<&str> {
    /// What follows the "and" that belongs to a name.
    const COMPOUND: [&str; 8] = [
        "Herzegovina",
        "Barbuda",
        "Tobago",
        "Nevis",
        "Principe",
        "Príncipe",
        "the Grenadines",
        "Northern Ireland",
    ];
    let list = list.trim().trim_end_matches('.');
    if list.is_empty() {
        return Vec::new();
    }
    // "the representative of Luxembourg, on behalf of the Bureau" is one.
    if list.contains("behalf") || list.contains("submitted by") || list.contains("adopted") {
        return vec![list];
    }
    let mut out = Vec::new();
    for part in split_outside(list) {
        let mut rest = part;
        let mut start = 0;
        while let Some(at) = rest.get(start..).and_then(|tail| tail.find(" and ")) {
            let at = start + at;
            let after = rest.get(at + 5..).unwrap_or_default();
            if COMPOUND.iter().any(|name| after.starts_with(name)) {
                start = at + 5;
                continue;
            }
            out.push(rest.get(..at).unwrap_or_default());
            (rest, start) = (after, 0);
        }
        out.push(rest);
    }
    let trimmed = out.into_iter().map(|name| {
        let name = name.trim();
        name.strip_prefix("and ").unwrap_or(name)
    });
    trimmed.filter(|name| !name.is_empty()).collect()
}

/// The parts between commas that stand in no brackets.
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
    fn a_list_of_names_is_taken_apart() {
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
    fn sponsors_are_told_once() {
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
