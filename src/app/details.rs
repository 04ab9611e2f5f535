//! What is known of a document besides its text: the masthead, votes and sponsors, the steps to adoption,
//! subjects, the number of clauses of each kind, and what was not understood.
//!
//! Votes and sponsors come from the markup where the document has it, and otherwise from the text of its
//! masthead. Nothing is drawn here.

use crate::document::details::{Side, Step, Vote, names};
use crate::document::{Document, Kind};
use crate::lang::{Language, tables};
use crate::messages::Messages;
use crate::text::width;

/// Everything that is known of a document besides its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Details {
    /// Pairs of a label and a text.
    pub entries: Vec<(String, String)>,
    /// Lists of names.
    pub rolls: Vec<Roll>,
}

impl Details {
    /// Collects the details. `origin` is the name of the file as it was typed.
    pub(crate) fn of(document: &Document, origin: &str, messages: Messages) -> Self {
        let (rolls, taken) = rolls(document, messages);
        let listed = |field: &str| match field {
            "in favour" | "against" | "abstaining" => taken.votes,
            "sponsors" => taken.sponsors,
            _ => false,
        };
        let fields = document.masthead().entries().into_iter().filter(|(field, _)| !listed(field));
        let mut entries: Vec<(String, String)> =
            fields.map(|(field, words)| (label(field, messages).to_owned(), words.to_owned())).collect();
        entries.extend(filed(document, messages));
        let lines = other_lines(document, &entries);
        if !lines.is_empty() {
            entries.push((messages.said_masthead().to_owned(), lines.join("\n")));
        }
        entries.push((messages.sheet_clauses().to_owned(), counts(document, messages)));
        entries.push((messages.sheet_references().to_owned(), document.references().len().to_string()));
        if let Some(language) = document.language() {
            entries.push((messages.sheet_language().to_owned(), messages.name(language).to_owned()));
        }
        entries.push((messages.sheet_read_from().to_owned(), origin.to_owned()));
        let problems = document.diagnostics().len() + document.set_aside().len();
        if problems > 0 {
            entries.push((messages.sheet_parsing().to_owned(), messages.sheet_remarks(problems)));
        }
        Self { entries, rolls }
    }
}

/// The most lines of a masthead that are listed, and entries that they are compared with.
const LINES: usize = 100;

/// The lines of the masthead that no entry gives.
fn other_lines(document: &Document, entries: &[(String, String)]) -> Vec<String> {
    let lines = document.ids().filter(|&id| document.node(id).kind == Kind::MastheadLine).take(LINES);
    let lines = lines.map(|id| document.plain(document.node(id).body));
    let is_given = |line: &String| {
        let line = line.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '[' | ']'));
        let before = entries.iter().take(LINES).filter_map(|(_, words)| line.strip_suffix(words.as_str()));
        let mut labels = before.map(str::trim_end).filter(|label| label.len() < line.len());
        labels.any(|label| label.is_empty() || label.ends_with(['.', ':', '：']))
    };
    lines.filter(|line| !is_given(line)).collect()
}

/// The diagnostics, and what was set aside as page furniture.
pub(crate) fn problems(document: &Document, messages: Messages) -> Vec<(String, String)> {
    let line = |line: usize| messages.sheet_line(line);
    let said =
        document.diagnostics().iter().map(|found| (line(found.line as usize), found.finding.said(messages)));
    let aside = document.set_aside().iter().map(|aside| {
        (line(aside.line as usize), messages.sheet_set_aside(aside.reason.said(messages), &aside.text))
    });
    let mut entries: Vec<_> = said.chain(aside).collect();
    if entries.is_empty() {
        entries.push((String::new(), messages.sheet_all_understood().to_owned()));
    }
    entries
}

/// The number of clauses of each kind, without the kinds that do not occur.
pub(crate) fn counted(document: &Document) -> impl Iterator<Item = (Kind, usize)> {
    const KINDS: [Kind; 7] = [
        Kind::Preambular,
        Kind::Operative,
        Kind::Paragraph,
        Kind::Subparagraph,
        Kind::Annex,
        Kind::Table,
        Kind::Note,
    ];
    let count = |kind| document.nodes().iter().filter(|node| node.kind == kind).count();
    KINDS.into_iter().map(move |kind| (kind, count(kind))).filter(|(_, count)| *count > 0)
}

/// "10 preambular, 14 operative, 1 note".
pub(crate) fn counts(document: &Document, messages: Messages) -> String {
    let said = counted(document).map(|(kind, count)| match kind {
        Kind::Preambular => messages.count_preambular(count),
        Kind::Operative => messages.count_operative(count),
        Kind::Subparagraph => messages.count_subparagraphs(count),
        Kind::Annex => messages.count_annexes(count),
        Kind::Table => messages.count_tables(count),
        Kind::Note => messages.count_notes(count),
        _ => messages.count_paragraphs(count),
    });
    said.collect::<Vec<_>>().join(messages.comma())
}

/// The label of a field of the masthead.
fn label(field: &'static str, messages: Messages) -> &'static str {
    match field {
        "symbol" => messages.sheet_symbol(),
        "title" => messages.sheet_title(),
        "organ" => messages.sheet_organ(),
        "session" => messages.sheet_session(),
        "agenda item" => messages.sheet_agenda_item(),
        "adoption" => messages.sheet_adoption(),
        "adopted on" => messages.sheet_adopted_on(),
        "meeting" => messages.sheet_meeting(),
        "basis" => messages.sheet_basis(),
        "sponsors" => messages.sheet_sponsors(),
        "vote" => messages.sheet_vote(),
        "in favour" => messages.sheet_in_favour(),
        "against" => messages.sheet_against(),
        "abstaining" => messages.sheet_abstaining(),
        "distribution" => messages.sheet_distribution(),
        "date" => messages.sheet_date(),
        "original" => messages.sheet_original(),
        field => field,
    }
}

/// A list of names with its title, shown in columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Roll {
    pub title: String,
    pub names: Vec<String>,
}

/// Fields of the masthead that are left out because a list shows them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Taken {
    votes: bool,
    sponsors: bool,
}

/// The lists of a document, and the fields that they replace.
fn rolls(document: &Document, messages: Messages) -> (Vec<Roll>, Taken) {
    let details = document.details();
    let mut rolls: Vec<Roll> = details.votes.iter().flat_map(|vote| of_vote(vote, messages)).collect();
    if rolls.is_empty() {
        rolls = printed_votes(document, messages);
    }
    let votes = !rolls.is_empty();
    let filed: Vec<String> = details.sponsors().into_iter().map(str::to_owned).collect();
    let printed = || printed_names(document, document.masthead().sponsors.as_deref().unwrap_or_default());
    let sponsors = if filed.is_empty() { printed() } else { filed };
    let proposed = sponsors.len() > 1;
    if proposed {
        rolls.push(Roll {
            title: titled(messages.sheet_sponsors(), sponsors.len(), messages),
            names: sponsors,
        });
    }
    (rolls, Taken { votes, sponsors: proposed })
}

/// Labels and texts of the metadata filed with a document.
fn filed(document: &Document, messages: Messages) -> Vec<(String, String)> {
    let details = document.details();
    let mut entries = Vec::new();
    let mut entry = |label: &str, words: String| {
        if !words.is_empty() {
            entries.push((label.to_owned(), words));
        }
    };
    for item in &details.agenda {
        let words = [item.number.as_deref(), item.name.as_deref()];
        entry(messages.sheet_agenda(), words.into_iter().flatten().collect::<Vec<_>>().join("  "));
    }
    let committee = |code: &str| committee_words(code, messages);
    entry(messages.sheet_committee(), details.committee.as_deref().map_or_else(String::new, committee));
    entry(messages.sheet_based_on(), details.originating.clone().unwrap_or_default());
    for vote in &details.votes {
        let outcome =
            vote.outcome.as_deref().map_or_else(String::new, |outcome| outcome_words(outcome, messages));
        let said =
            if outcome.is_empty() { outcome } else { of_part(vote.part.as_deref(), outcome, messages) };
        entry(messages.sheet_decided_by(), said);
    }
    // A step without a date, a document or a body is not worth showing.
    let told = |step: &&Step| step.date.is_some() || step.document.is_some() || step.by.is_some();
    for step in details.steps.iter().filter(told) {
        entry(messages.sheet_step(), step_words(step, messages));
    }
    for (scheme, label) in [("UNBIS Thesaurus", messages.sheet_subjects()), ("SDGO", messages.sheet_goals())]
    {
        // Each part of a resolution may be filed under the same subjects.
        let mut words: Vec<&str> = Vec::new();
        for subject in details.subjects_of(scheme) {
            let word = subject.label.as_deref().unwrap_or(&subject.value);
            // Goal 3 is filed as "sdg_3".
            let word = ["sdg_", "SDG_"].iter().find_map(|code| word.strip_prefix(code)).unwrap_or(word);
            if !words.contains(&word) {
                words.push(word);
            }
        }
        entry(label, words.join(messages.semicolon()));
    }
    entry(messages.sheet_job_number(), details.job_number.clone().unwrap_or_default());
    entries
}

/// "in favour (12)".
fn titled(title: &str, count: usize, messages: Messages) -> String {
    format!("{title}{}", messages.bracketed(&count.to_string()))
}

/// What is said of a part of a resolution, or of all of it: "Section A: recorded vote".
fn of_part(part: Option<&str>, said: String, messages: Messages) -> String {
    match part {
        Some(part) => messages.labelled(part, &said),
        None => said,
    }
}

fn committee_words(code: &str, messages: Messages) -> String {
    let known = match code {
        "firstCommittee" => messages.committee_first(),
        "secondCommittee" => messages.committee_second(),
        "thirdCommittee" => messages.committee_third(),
        "fourthCommittee" => messages.committee_fourth(),
        "fifthCommittee" => messages.committee_fifth(),
        "sixthCommittee" => messages.committee_sixth(),
        "noMainCommittee" => messages.committee_none(),
        other => return spaced(other),
    };
    known.to_owned()
}

fn choice_words(choice: &str, messages: Messages) -> String {
    let known = match choice {
        "inFavour" => messages.sheet_in_favour(),
        "against" => messages.sheet_against(),
        "abstaining" => messages.sheet_abstaining(),
        "absent" | "nonVoting" | "notVoting" => messages.sheet_not_voting(),
        other => return spaced(other),
    };
    known.to_owned()
}

fn of_vote(vote: &Vote, messages: Messages) -> Vec<Roll> {
    let titled = |side: &Side| titled(&choice_words(&side.choice, messages), side.size(), messages);
    let sides = vote.sides.iter().filter(|side| side.size() > 0);
    sides
        .map(|side| Roll {
            title: of_part(vote.part.as_deref(), titled(side), messages),
            names: side.voters.iter().map(|voter| voter.name.clone()).collect(),
        })
        .collect()
}

/// The votes as printed in the text, where the names can be told apart.
fn printed_votes(document: &Document, messages: Messages) -> Vec<Roll> {
    let masthead = document.masthead();
    let sides = [
        ("inFavour", &masthead.votes_in_favour),
        ("against", &masthead.votes_against),
        ("abstaining", &masthead.abstentions),
    ];
    let rolls: Vec<Roll> = sides
        .into_iter()
        .filter_map(|(choice, words)| Some((choice, printed_names(document, words.as_deref()?))))
        .map(|(choice, names)| Roll {
            title: titled(&choice_words(choice, messages), names.len(), messages),
            names,
        })
        .filter(|roll| !roll.names.is_empty())
        .collect();
    // One very long name is a sentence, so this is not a list of names.
    if rolls.iter().any(|roll| roll.names.iter().any(|name| width::width(name) > 60)) {
        Vec::new()
    } else {
        rolls
    }
}

/// The names of a list that is printed in the language of the document.
fn printed_names(document: &Document, words: &str) -> Vec<String> {
    let words = words.trim().trim_end_matches([']', '.', '。']).trim();
    let language = document.language().unwrap_or(Language::En);
    if words.is_empty() || words.chars().any(|letter| letter.is_ascii_digit()) {
        return Vec::new();
    }
    let and = match language {
        Language::En => return names(words).into_iter().map(str::to_owned).collect(),
        Language::Ar => return words.split('،').map(|name| name.trim().to_owned()).collect(),
        language => language.words().votes.and,
    };
    let mut all: Vec<&str> =
        words.split([',', '、', '，']).map(str::trim).filter(|name| !name.is_empty()).collect();
    // Only the last piece can hold two names joined by "and"; "Bosnia y Herzegovina" is one name.
    if let Some(last) = all.pop() {
        match last.rsplit_once(and).filter(|(_, after)| !is_second_half(after)) {
            Some((before, after)) => all.extend([before.trim(), after.trim()]),
            None => all.push(last),
        }
    }
    all.into_iter().map(str::to_owned).collect()
}

/// Whether the words after an "and" belong to the name of a State.
fn is_second_half(after: &str) -> bool {
    tables().flat_map(|words| words.votes.halves).any(|half| after.trim().starts_with(half))
}

/// A camel-case name as words: `thirdCommittee` is "Third Committee".
fn spaced(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for (at, letter) in name.chars().enumerate() {
        if at > 0 && letter.is_uppercase() && !out.ends_with(|last: char| last == ' ' || last.is_uppercase())
        {
            out.push(' ');
        }
        if at == 0 { out.extend(letter.to_uppercase()) } else { out.push(letter) }
    }
    out
}

fn outcome_words(outcome: &str, messages: Messages) -> String {
    let known = match outcome {
        "adoptedWithoutVote" => messages.outcome_consensus(),
        "adoptedRecordedVote" => messages.outcome_recorded(),
        other => return spaced(other),
    };
    known.to_owned()
}

/// "2025-12-15  adopted  A/80/PV.64".
fn step_words(step: &Step, messages: Messages) -> String {
    let outcome = match step.outcome.as_str() {
        "draftResolution" => messages.step_draft().to_owned(),
        "draftResolutionAdditionalSponsors" => messages.step_sponsors().to_owned(),
        "recommendedForAdoption" => messages.step_recommended().to_owned(),
        "adopted" => messages.step_adopted().to_owned(),
        other => spaced(other),
    };
    let by = step.by.as_deref().filter(|_| !step.outcome.starts_with("draft"));
    let parts = [step.date.as_deref(), Some(&outcome), step.document.as_deref(), by];
    let said: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    of_part(step.part.as_deref(), said.join("  "), messages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_markup_are_words() {
        assert_eq!(spaced("thirdCommittee"), "Third Committee");
        assert_eq!(spaced("adoptedBySC"), "Adopted By SC");
    }
}
