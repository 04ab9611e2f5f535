//! `plenary cited-by` and `plenary cites`: references between the documents of the library, in both directions.

use super::out::{Out, Style};
use super::rows::{self, RowFormat, SHOWN};
use super::{Common, Failure, Status, shelf};
use crate::document::Kind;
use crate::lang::Language;
use crate::library::Door;
use crate::library::enquiry::{Entry, Passage};
use crate::library::index::{Asked, Citing};
use crate::text::{clean, ellipsize};
use clap::Args;
use serde::Serialize;
use std::io::{self, Write as _};

const CITED_BY: &str = "\
Examples:
  plenary cited-by 70/1                             all paragraphs of the library that cite a resolution
  plenary cited-by 78/153#op12                      those that cite this paragraph, or one below it
  plenary cited-by S/RES/2719 --format csv          a table for spreadsheets

What a footnote cites counts for the paragraph that has its mark.";

const CITES: &str = "\
Examples:
  plenary cites 79/206                              what a resolution cites, paragraph by paragraph
  plenary cites 79/206#op5                          what this paragraph cites";

/// List the paragraphs of the library that cite a document, or a paragraph of it
#[derive(Debug, Args)]
#[command(after_help = CITED_BY)]
pub(super) struct CitedBy {
    #[command(flatten)]
    about: About,
}

/// List what a document of the library cites, or a paragraph of it
#[derive(Debug, Args)]
#[command(after_help = CITES)]
pub(super) struct Cites {
    #[command(flatten)]
    about: About,
}

#[derive(Debug, Args)]
struct About {
    /// A number or symbol, with a paragraph: 78/153#op12, '78/153 12'
    #[arg(value_name = "SYMBOL", required = true)]
    words: Vec<String>,
    /// How they are written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: RowFormat,
}

impl About {
    fn read(&self) -> Result<Asked, Failure> {
        let typed = self.words.join(" ");
        Asked::read(&typed).ok_or(Failure::NoSymbol(typed))
    }
}

/// A paragraph that cites, in the JSON output.
#[derive(Serialize)]
struct JsonCiting<'c> {
    symbol: Option<&'c str>,
    anchor: &'c str,
    place: &'c str,
    kind: Kind,
    language: Option<Language>,
    date: Option<&'c str>,
    title: Option<&'c str>,
    /// The paragraphs that it cites of the document.
    cited: &'c [String],
    text: &'c str,
    file: Option<String>,
}

pub(super) fn cited_by(
    command: &CitedBy,
    common: &Common,
    door: &Door,
    out: &mut Out,
) -> Result<Status, Failure> {
    let asked = command.about.read()?;
    let all = shelf::shelf(common, door)?.cited_by(&asked, common.language, shelf::reader(door))?;
    match command.about.format {
        RowFormat::Text => all.iter().try_for_each(|citing| line(citing, out))?,
        RowFormat::Json => {
            let all: Vec<JsonCiting> = all.iter().map(|citing| JsonCiting::of(citing, door)).collect();
            rows::json(&all, out)?;
        }
        RowFormat::Csv => rows::table(
            Passage::COLUMNS,
            all.iter().map(|Citing { paragraph, places, document }| {
                let card = &document.card;
                [
                    card.symbol.clone().unwrap_or_default(),
                    paragraph.anchor.clone(),
                    places.join("; "),
                    card.date.clone().unwrap_or_default(),
                    card.language.map_or("", Language::code).to_owned(),
                    card.title.clone().unwrap_or_default(),
                    paragraph.text.clone(),
                    shelf::file(document, door).unwrap_or_default(),
                ]
            }),
            out,
        )?,
    }
    Ok(if all.is_empty() { Status::Nothing } else { Status::Found })
}

impl<'c> JsonCiting<'c> {
    fn of(citing: &'c Citing, door: &Door) -> Self {
        let Citing { paragraph, places, document } = citing;
        let card = &document.card;
        Self {
            symbol: card.symbol.as_deref(),
            anchor: &paragraph.anchor,
            place: &paragraph.place,
            kind: paragraph.kind,
            language: card.language,
            date: card.date.as_deref(),
            title: card.title.as_deref(),
            cited: places,
            text: &paragraph.text,
            file: shelf::file(document, door),
        }
    }
}

/// Writes `SYMBOL place cites op12: words`.
fn line(citing: &Citing, out: &mut Out) -> io::Result<()> {
    let Citing { paragraph, places, document } = citing;
    rows::place(&document.name(), &paragraph.place, out)?;
    if !places.is_empty() {
        out.styled_text(Style::Faint, &format!(" cites {}", clean(&places.join(", "))))?;
    }
    writeln!(out, ": {}", ellipsize(&clean(&paragraph.text), SHOWN))
}

/// A citation, in the JSON output.
#[derive(Serialize)]
struct JsonCited<'c> {
    anchor: &'c str,
    place: &'c str,
    /// What is cited, and the paragraph of it.
    symbol: &'c str,
    paragraph: Option<&'c str>,
    /// Whether that document is in the library, and its title.
    held: bool,
    title: Option<String>,
}

pub(super) fn cites(command: &Cites, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let asked = command.about.read()?;
    let shelf = shelf::shelf(common, door)?;
    let Some((_, paragraphs)) = shelf.cites(&asked, common.language)? else {
        return Err(shelf::absent(&asked.typed, &shelf));
    };
    let all: Vec<JsonCited> = paragraphs
        .iter()
        .flat_map(|paragraph| paragraph.cites.iter().map(move |cited| (paragraph, cited)))
        .map(|(paragraph, cited)| {
            let title = shelf.title_of(&cited.symbol, common.language);
            JsonCited {
                anchor: &paragraph.anchor,
                place: &paragraph.place,
                symbol: &cited.symbol,
                paragraph: cited.paragraph.as_deref(),
                held: title.is_some(),
                title: title.filter(|title| !title.is_empty()),
            }
        })
        .collect();
    match command.about.format {
        RowFormat::Json => rows::json(&all, out)?,
        RowFormat::Csv => rows::table(
            Entry::COLUMNS,
            all.iter().map(|cited| {
                [
                    cited.anchor.to_owned(),
                    cited.symbol.to_owned(),
                    cited.paragraph.unwrap_or_default().to_owned(),
                    if cited.held { "yes" } else { "no" }.to_owned(),
                    cited.title.clone().unwrap_or_default(),
                ]
            }),
            out,
        )?,
        RowFormat::Text => {
            for cited in &all {
                out.styled_text(Style::Faint, &clean(cited.place))?;
                write!(out, ": ")?;
                out.styled_text(Style::Bold, &clean(cited.symbol))?;
                if let Some(paragraph) = cited.paragraph {
                    write!(out, " {}", clean(paragraph))?;
                }
                match &cited.title {
                    Some(title) => writeln!(out, "  {}", ellipsize(&clean(title), SHOWN))?,
                    None if cited.held => writeln!(out)?,
                    None => writeln!(out, "  (not in the library)")?,
                }
            }
        }
    }
    Ok(if all.is_empty() { Status::Nothing } else { Status::Found })
}
