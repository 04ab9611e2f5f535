//! The lists of the details sheet: how each State voted, who proposed the text, the steps to adoption, subjects.
//!
//! From what the markup files with a document where it does, else from the words of the masthead. It puts names into
//! columns; the sheet scrolls.

use crate::document::details::{Step, Vote, names};
use crate::document::{Document, Language};
use crate::lang::tables;
use crate::text::width;
use crate::ui::paint::{Line, Styled};
use crate::ui::state::State;

/// A title, and what stands below it in columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Roll {
    pub title: String,
    pub names: Vec<String>,
}

/// Fields of the masthead that are shown as a list instead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taken {
    pub votes: bool,
    pub sponsors: bool,
}

/// The lists of a document, and which fields they stand for.
pub(crate) fn rolls(document: &Document, state: &State) -> (Vec<Roll>, Taken) {
    let details = document.details();
    let mut rolls: Vec<Roll> = details.votes.iter().flat_map(|vote| of_vote(vote, state)).collect();
    if rolls.is_empty() {
        rolls = printed_votes(document, state);
    }
    let votes = !rolls.is_empty();
    let filed: Vec<String> = details.sponsors().into_iter().map(str::to_owned).collect();
    let printed = || printed_names(document, document.masthead().sponsors.as_deref().unwrap_or_default());
    let sponsors = if filed.is_empty() { printed() } else { filed };
    let proposed = sponsors.len() > 1;
    if proposed {
        rolls.push(Roll {
            title: counted(state.messages().sheet_sponsors(), sponsors.len()),
            names: sponsors,
        });
    }
    (rolls, Taken { votes, sponsors: proposed })
}

/// Labels and words of what is filed with a document beside its words.
pub(crate) fn filed(document: &Document, state: &State) -> Vec<(String, String)> {
    let details = document.details();
    let mut entries = Vec::new();
    let mut entry = |label: &str, words: String| {
        if !words.is_empty() {
            entries.push((label.to_owned(), words));
        }
    };
    for item in &details.agenda {
        let words = [item.number.as_deref(), item.name.as_deref()];
        entry(state.messages().sheet_agenda(), words.into_iter().flatten().collect::<Vec<_>>().join("  "));
    }
    entry(state.messages().sheet_committee(), details.committee.as_deref().map_or_else(String::new, spaced));
    entry(state.messages().sheet_based_on(), details.originating.clone().unwrap_or_default());
    for vote in &details.votes {
        let outcome =
            vote.outcome.as_deref().map_or_else(String::new, |outcome| outcome_words(outcome, state));
        let part = vote.part.as_ref().map_or_else(String::new, |part| format!("{part}: "));
        let said = if outcome.is_empty() { outcome } else { format!("{part}{outcome}") };
        entry(state.messages().sheet_decided_by(), said);
    }
    // A step without a date, a document and a body says nothing.
    let told = |step: &&Step| step.date.is_some() || step.document.is_some() || step.by.is_some();
    for step in details.steps.iter().filter(told) {
        entry(state.messages().sheet_step(), step_words(step, state));
    }
    for (scheme, label) in
        [("UNBIS Thesaurus", state.messages().sheet_subjects()), ("SDGO", state.messages().sheet_goals())]
    {
        // Each part of a resolution may be filed under the same ones.
        let mut words: Vec<&str> = Vec::new();
        for subject in details.subjects_of(scheme) {
            let word = subject.label.as_deref().unwrap_or(&subject.value);
            if !words.contains(&word) {
                words.push(word);
            }
        }
        entry(label, words.join("; "));
    }
    entry(state.messages().sheet_job_number(), details.job_number.clone().unwrap_or_default());
    entries
}

fn counted(title: &str, count: usize) -> String {
    format!("{title} ({count})")
}

fn choice_words(choice: &str, state: &State) -> String {
    let known = match choice {
        "inFavour" => state.messages().sheet_in_favour(),
        "against" => state.messages().sheet_against(),
        "abstaining" => state.messages().sheet_abstaining(),
        "absent" | "nonVoting" | "notVoting" => state.messages().sheet_not_voting(),
        other => return spaced(other),
    };
    known.to_owned()
}

fn of_vote(vote: &Vote, state: &State) -> Vec<Roll> {
    let part = vote.part.as_ref().map_or_else(String::new, |part| format!("{part}: "));
    let sides = vote.sides.iter().filter(|side| side.size() > 0);
    sides
        .map(|side| Roll {
            title: counted(&format!("{part}{}", choice_words(&side.choice, state)), side.size()),
            names: side.voters.iter().map(|voter| voter.name.clone()).collect(),
        })
        .collect()
}

/// The votes as the text prints them, where they can be told apart.
fn printed_votes(document: &Document, state: &State) -> Vec<Roll> {
    let masthead = document.masthead();
    let sides = [
        ("inFavour", &masthead.votes_in_favour),
        ("against", &masthead.votes_against),
        ("abstaining", &masthead.abstentions),
    ];
    let rolls: Vec<Roll> = sides
        .into_iter()
        .filter_map(|(choice, words)| Some((choice, printed_names(document, words.as_deref()?))))
        .map(|(choice, names)| Roll { title: counted(&choice_words(choice, state), names.len()), names })
        .filter(|roll| !roll.names.is_empty())
        .collect();
    // One name that is a sentence is no list.
    if rolls.iter().any(|roll| roll.names.iter().any(|name| width::width(name) > 60)) {
        Vec::new()
    } else {
        rolls
    }
}

/// The names of a list as it is printed in the language of the document.
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
    // Only the last of them can be two; "Bosnia y Herzegovina" is one.
    if let Some(last) = all.pop() {
        match last.rsplit_once(and).filter(|(_, after)| !is_second_half(after)) {
            Some((before, after)) => all.extend([before.trim(), after.trim()]),
            None => all.push(last),
        }
    }
    all.into_iter().map(str::to_owned).collect()
}

/// What follows the "and" that belongs to the name of a State.
fn is_second_half(after: &str) -> bool {
    tables().flat_map(|words| words.votes.halves).any(|half| after.trim().starts_with(half))
}

/// `thirdCommittee` as words: "Third Committee".
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

fn outcome_words(outcome: &str, state: &State) -> String {
    let known = match outcome {
        "adoptedWithoutVote" => state.messages().outcome_consensus(),
        "adoptedRecordedVote" => state.messages().outcome_recorded(),
        other => return spaced(other),
    };
    known.to_owned()
}

/// "2025-12-15  adopted  A/80/PV.64".
fn step_words(step: &Step, state: &State) -> String {
    let outcome = match step.outcome.as_str() {
        "draftResolution" => state.messages().step_draft().to_owned(),
        "draftResolutionAdditionalSponsors" => state.messages().step_sponsors().to_owned(),
        "recommendedForAdoption" => state.messages().step_recommended().to_owned(),
        "adopted" => state.messages().step_adopted().to_owned(),
        other => spaced(other),
    };
    let by = step.by.as_deref().filter(|_| !step.outcome.starts_with("draft"));
    let parts = [step.date.as_deref(), Some(&outcome), step.document.as_deref(), by];
    let part = step.part.as_ref().map_or_else(String::new, |part| format!("{part}: "));
    let said: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    format!("{part}{}", said.join("  "))
}

/// A list as lines: its title, then its names in as many columns as there is room for, read from top to bottom.
pub(crate) fn lines(roll: &Roll, cells: u16, state: &State) -> Vec<Line> {
    const LEFT: u16 = 4;
    let mut out = vec![Line::default()];
    let mut title = Line::default();
    title.put(2, &state.painted(&roll.title), state.theme.heading);
    out.push(title);
    let widest = roll.names.iter().map(|name| width::width(name)).max().unwrap_or(0);
    let column = (widest + 3).clamp(8, 36);
    let count = (usize::from(cells.saturating_sub(LEFT)) / column).clamp(1, 6);
    let rows = roll.names.len().div_ceil(count.max(1));
    for row in 0..rows {
        let mut line = Line::default();
        for (at, name) in roll.names.iter().skip(row).step_by(rows.max(1)).enumerate() {
            let x = LEFT + (at * column) as u16;
            let room = if count == 1 { usize::from(cells.saturating_sub(LEFT)) } else { column - 2 };
            let shown = crate::text::ellipsize(name, room);
            Styled::new(&shown, state.theme.text).flush_left(&mut line, x, state.settings.bidi);
        }
        out.push(line);
    }
    out
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
