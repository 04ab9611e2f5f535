//! `plenary votes`: how States voted on a document of the library, and the votes of a State.

use super::out::{self, Out, Style};
use super::rows::{self, RowFormat};
use super::{Common, Failure, Status, shelf};
use crate::library::Door;
use crate::library::index::{Asked, CHOICES, Found, Votes as Wanted, choice_key};
use crate::lookup::{state_key, state_named, states_like};
use crate::text::{clean, ellipsize};
use clap::Args;
use clap::builder::PossibleValuesParser;
use serde::Serialize;
use std::io::Write as _;

const EXAMPLES: &str = "\
Examples:
  plenary votes 78/78                               how States voted on a resolution
  plenary votes --state France --choice no --session 79
  plenary votes --state 'south korea' --year 2023 --format csv

States are named as the United Nations writes them today. Any other name of theirs can be typed: Turkey, UK, Syria.";

/// How many cells of a title are shown.
const SHOWN: usize = 100;

/// Show how States voted on a document of the library, or list the votes of a State
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Votes {
    /// The number or symbol of a document
    #[arg(value_name = "SYMBOL", required_unless_present = "state")]
    words: Vec<String>,
    /// List the votes of this State
    #[arg(long, value_name = "NAME", conflicts_with = "words")]
    state: Option<String>,
    /// Only where it voted so
    #[arg(long, value_name = "CHOICE", requires = "state", value_parser = PossibleValuesParser::new(CHOICES))]
    choice: Option<String>,
    /// Only of this session
    #[arg(long, value_name = "NUMBER", requires = "state")]
    session: Option<u32>,
    /// Only of this year
    #[arg(long, value_name = "YEAR", requires = "state")]
    year: Option<u32>,
    /// How they are written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: RowFormat,
}

/// How many States chose so.
#[derive(Clone, Copy, Serialize)]
struct Counts {
    yes: u32,
    no: u32,
    abstain: u32,
}

/// How many States chose yes, no and to abstain, as it is printed, or else as they are listed.
fn sums(found: &Found) -> Option<[u32; 3]> {
    let listed = || {
        let voted = &found.card.voted;
        let chosen = |key| voted.iter().filter(|(_, choice)| choice_key(choice) == Some(key)).count();
        CHOICES.map(|key| u32::try_from(chosen(key)).unwrap_or(u32::MAX))
    };
    found.card.vote.or_else(|| (!found.card.voted.is_empty()).then(listed))
}

impl Counts {
    fn of(found: &Found) -> Option<Self> {
        sums(found).map(|[yes, no, abstain]| Self { yes, no, abstain })
    }
}

#[derive(Serialize)]
struct JsonState {
    state: String,
    choice: &'static str,
}

/// A vote, in the JSON output.
#[derive(Serialize)]
struct JsonVote<'v> {
    symbol: Option<&'v str>,
    date: Option<&'v str>,
    title: Option<&'v str>,
    counts: Option<Counts>,
    /// How the State voted that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    choice: Option<&'static str>,
    /// How all States voted, where a document was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    states: Option<Vec<JsonState>>,
    file: Option<String>,
}

pub(super) fn run(votes: &Votes, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    match &votes.state {
        Some(state) => of_state(votes, state, common, door, out),
        None => on_document(votes, common, door, out),
    }
}

/// The name of a State as it is shown.
fn today(printed: &str) -> String {
    state_named(printed).map_or_else(|| clean(printed).into_owned(), str::to_owned)
}

/// How each State voted.
fn states(found: &Found) -> Vec<JsonState> {
    let all =
        found.card.voted.iter().filter_map(|(state, choice)| {
            Some(JsonState { state: today(state), choice: choice_key(choice)? })
        });
    all.collect()
}

fn on_document(votes: &Votes, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let typed = votes.words.join(" ");
    let asked = Asked::read(&typed).ok_or(Failure::NoSymbol(typed))?;
    let shelf = shelf::shelf(common, door)?;
    let all = shelf.named(&asked.typed, common.language).0;
    // One language has the list of the vote, another may not.
    let with = all.iter().find(|found| !found.card.voted.is_empty());
    let with = with.or_else(|| all.iter().find(|found| found.card.vote.is_some()));
    let Some(found) = with.or(all.first()) else { return Err(shelf::absent(&asked.typed, &shelf)) };
    let (states, counts) = (states(found), Counts::of(found));
    if states.is_empty() && counts.is_none() {
        out::complain(&format!("{}: no recorded vote on it is known", found.name()));
        return Ok(Status::Nothing);
    }
    let card = &found.card;
    match votes.format {
        RowFormat::Json => rows::json(
            &JsonVote {
                symbol: card.symbol.as_deref(),
                date: card.date.as_deref(),
                title: card.title.as_deref(),
                counts,
                choice: None,
                states: Some(states),
                file: shelf::file(found, door),
            },
            out,
        )?,
        RowFormat::Csv => rows::table(
            ["symbol", "state", "choice"],
            states.into_iter().map(|JsonState { state, choice }| [found.name(), state, choice.to_owned()]),
            out,
        )?,
        RowFormat::Text => {
            head(found, out)?;
            writeln!(out)?;
            for (key, told) in CHOICES.into_iter().zip(["In favour", "Against", "Abstaining"]) {
                let names: Vec<&str> =
                    states.iter().filter(|vote| vote.choice == key).map(|vote| vote.state.as_str()).collect();
                if !names.is_empty() {
                    writeln!(out, "{told} ({}): {}", names.len(), names.join(", "))?;
                }
            }
        }
    }
    Ok(Status::Found)
}

/// Writes `SYMBOL, date, 134-8-17: title`.
fn head(found: &Found, out: &mut Out) -> std::io::Result<()> {
    let card = &found.card;
    out.styled_text(Style::Bold, &clean(&found.name()))?;
    if let Some(date) = &card.date {
        write!(out, ", {}", clean(date))?;
    }
    if let Some([yes, no, abstain]) = sums(found) {
        write!(out, ", {yes}-{no}-{abstain}")?;
    }
    if let Some(title) = &card.title {
        write!(out, ": {}", ellipsize(&clean(title), SHOWN))?;
    }
    Ok(())
}

fn of_state(
    votes: &Votes,
    typed: &str,
    common: &Common,
    door: &Door,
    out: &mut Out,
) -> Result<Status, Failure> {
    let Some(state) = state_named(typed) else {
        let near = states_like(typed);
        return Err(Failure::NoState { typed: typed.to_owned(), near: near.join(", ") });
    };
    let key = state_key(state);
    let choice = CHOICES.into_iter().find(|choice| votes.choice.as_deref() == Some(choice));
    let wanted = Wanted { state: key.clone(), choice, session: votes.session, year: votes.year };
    let all = shelf::shelf(common, door)?.voted(&wanted, common.language)?;
    let all: Vec<(&Found, &'static str)> = all
        .iter()
        .filter_map(|found| {
            let (_, choice) = found.card.voted.iter().find(|(state, _)| state_key(state) == key)?;
            Some((found, choice_key(choice)?))
        })
        .collect();
    match votes.format {
        RowFormat::Json => {
            let all: Vec<JsonVote> = all
                .iter()
                .map(|(found, choice)| JsonVote {
                    symbol: found.card.symbol.as_deref(),
                    date: found.card.date.as_deref(),
                    title: found.card.title.as_deref(),
                    counts: Counts::of(found),
                    choice: Some(choice),
                    states: None,
                    file: shelf::file(found, door),
                })
                .collect();
            rows::json(&all, out)?;
        }
        RowFormat::Csv => rows::table(
            ["symbol", "date", "state", "choice", "yes", "no", "abstain", "title", "file"],
            all.iter().map(|(found, choice)| {
                let card = &found.card;
                let [yes, no, abstain] =
                    sums(found).map_or_else(Default::default, |counts| counts.map(|count| count.to_string()));
                [
                    found.name(),
                    card.date.clone().unwrap_or_default(),
                    state.to_owned(),
                    (*choice).to_owned(),
                    yes,
                    no,
                    abstain,
                    card.title.clone().unwrap_or_default(),
                    shelf::file(found, door).unwrap_or_default(),
                ]
            }),
            out,
        )?,
        RowFormat::Text => {
            for (found, choice) in &all {
                write!(out, "{choice:<8}")?;
                head(found, out)?;
                writeln!(out)?;
            }
        }
    }
    Ok(if all.is_empty() { Status::Nothing } else { Status::Found })
}
