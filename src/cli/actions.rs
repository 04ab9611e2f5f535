//! `plenary actions`: lists what documents, or all those of the library, ask for.

use super::out::{self, Out, Style};
use super::rows::{self, RowFormat, SHOWN};
use super::{Common, Failure, Status, place};
use crate::document::{Action, Addressees, NodeId, Part, What};
use crate::lang::{Language, tables};
use crate::library::actions::{Due, Row, Wanted, due_key, sort, typed_day};
use crate::library::scan::gather_each;
use crate::library::{Door, open_each};
use crate::lookup::{addressee_named, body_named};
use crate::text::fold::fold_str;
use crate::text::{clean, ellipsize};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use serde::Serialize;
use std::ffi::OsString;
use std::io::{self, Write as _};

#[cfg(feature = "library")]
const EXAMPLES: &str = "\
Examples:
  plenary actions --by sg --session 81              what the Secretary-General is asked for by the 81st session
  plenary actions --kind report --before 2026-07 --to sc
  plenary actions 79/206                            what a resolution of the library asks for
  plenary actions draft.docx --format csv           what a file asks for, for spreadsheets

What is due first is first. A \"?\" stands where it was not surely understood who is asked, or by when; the words are there.";
#[cfg(not(feature = "library"))]
const EXAMPLES: &str = "\
Examples:
  plenary actions resolutions/ --by sg --session 81 what the Secretary-General is asked for by the 81st session
  plenary actions draft.docx --format csv           what a file asks for, for spreadsheets

What is due first is first. A \"?\" stands where it was not surely understood who is asked, or by when; the words are there.";

/// List what documents ask for: of whom, what, by when and for whom
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Actions {
    /// Documents and folders; - is standard input, and FILE#op7 is a place in a document [default: the library]
    #[cfg_attr(not(feature = "library"), arg(required = true))]
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<OsString>,
    /// Only of this addressee, by any name: secretary-general, sg, "member states"
    #[arg(long, value_name = "WHOM")]
    by: Option<String>,
    /// Only what goes to this body: GA, SC, HRC
    #[arg(long, value_name = "BODY")]
    to: Option<String>,
    /// Only this kind of request
    #[arg(long, value_name = "KIND", value_parser = kinds())]
    kind: Option<What>,
    /// Only what is due at this session: 81 of the General Assembly, HRC60
    #[arg(long, value_name = "SESSION")]
    session: Option<String>,
    /// Only what is due before this day: 2026-03-31, 2026-03, 2026
    #[arg(long, value_name = "DATE")]
    before: Option<String>,
    /// Only what is due on this day or later
    #[arg(long, value_name = "DATE")]
    after: Option<String>,
    /// Only of documents of this session
    #[arg(long, value_name = "NUMBER")]
    of_session: Option<u32>,
    /// How they are written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: RowFormat,
}

fn kinds() -> impl clap::builder::TypedValueParser<Value = What> {
    PossibleValuesParser::new(What::ALL.map(What::code))
        .map(|code| What::ALL.into_iter().find(|what| what.code() == code).unwrap_or(What::Act))
}

impl Actions {
    fn wanted(&self) -> Result<Wanted, Failure> {
        let unknown = |typed: &str, what, known: &[&str]| Failure::Unknown {
            typed: typed.to_owned(),
            what,
            known: known.join(", "),
        };
        let by = self.by.as_deref().map(|typed| {
            let key = addressee_named(&fold_str(typed));
            key.ok_or_else(|| unknown(typed, "somebody who is asked", &Addressees::KEYS))
        });
        let bodies = || {
            let mut codes: Vec<&str> =
                tables().flat_map(|words| words.asking.bodies).map(|(_, code)| *code).collect();
            codes.retain(|code| !code.is_empty());
            codes.sort_unstable();
            codes.dedup();
            codes
        };
        let to = self
            .to
            .as_deref()
            .map(|typed| body_named(typed).ok_or_else(|| unknown(typed, "a body", &bodies())));
        let due = self.session.as_deref().map(|typed| {
            due_key(typed).ok_or_else(|| unknown(typed, "a session", &["81", "GA81", "HRC60", "CSW70"]))
        });
        let day = |typed: &Option<String>| {
            let day = typed.as_deref().map(|typed| {
                typed_day(typed).ok_or_else(|| unknown(typed, "a day", &["2026-03-31", "2026-03", "2026"]))
            });
            day.transpose()
        };
        Ok(Wanted {
            by: by.transpose()?,
            to: to.transpose()?,
            what: self.kind,
            due: due.transpose()?,
            before: day(&self.before)?,
            after: day(&self.after)?,
            session: self.of_session,
            ..Wanted::default()
        })
    }
}

pub(super) fn run(actions: &Actions, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let wanted = actions.wanted()?;
    let (found, status) = if actions.files.is_empty() {
        (of_library(&wanted, common, door)?, Status::Found)
    } else {
        of_files(actions, &wanted, common, door)?
    };
    write(&found, actions.format, door, out)?;
    Ok(if found.is_empty() { status.max(Status::Nothing) } else { status })
}

#[cfg(feature = "library")]
fn of_library(wanted: &Wanted, common: &Common, door: &Door) -> Result<Vec<Row>, Failure> {
    let wanted = Wanted { language: common.language, ..wanted.clone() };
    super::shelf::sound(common, door, || Ok(super::shelf::shelf(common, door)?.actions(&wanted)?.0))
}

#[cfg(not(feature = "library"))]
#[expect(clippy::unnecessary_wraps, reason = "with a library it may fail")]
fn of_library(_: &Wanted, _: &Common, _: &Door) -> Result<Vec<Row>, Failure> {
    Ok(Vec::new())
}

/// What the documents ask for that are named, and whether all could be read.
fn of_files(
    actions: &Actions,
    wanted: &Wanted,
    common: &Common,
    door: &Door,
) -> Result<(Vec<Row>, Status), Failure> {
    let files = &actions.files;
    let (mut status, mut items) = (Status::Found, Vec::new());
    for listing in gather_each(files, door) {
        match listing {
            Ok(listing) => items.extend(listing.items),
            Err(error) if files.len() > 1 => {
                out::complain(&error);
                status = Status::Failed;
            }
            Err(error) => return Err(error.into()),
        }
    }
    for item in &items {
        out::announce(&item.source);
    }
    let options = common.options_for(&items, door);
    let alone = items.len() == 1;
    let mut found: Vec<Row> = Vec::new();
    let untried = open_each(&items, &options, &mut |item, opened| {
        let read = opened.map_err(Failure::from).and_then(|document| {
            let part = match item.at.as_deref() {
                None => Part::whole(&document),
                Some(at) => Part::of(&document, place(&document, at, NodeId::ROOT, &item.source.typed())?),
            };
            Ok(Row::all(&document, &part, &item.source))
        });
        match read {
            Ok(rows) => found.extend(rows.into_iter().filter(|row| {
                let session = wanted.session.is_none_or(|session| row.document.session == Some(session));
                session && wanted.has(&row.task)
            })),
            Err(failure) if alone => return Err(failure),
            Err(failure) => {
                out::complain(&failure);
                status = Status::Failed;
            }
        }
        Ok::<_, Failure>(())
    })?;
    sort(&mut found);
    Ok((found, out::given_up(untried, status, &options.workers)))
}

/// A request, in the JSON output.
#[derive(Serialize)]
struct JsonRow<'r> {
    symbol: Option<&'r str>,
    anchor: &'r str,
    place: &'r str,
    language: Option<Language>,
    date: Option<&'r str>,
    title: Option<&'r str>,
    action: Action,
    verb: &'r str,
    addressees: &'r [String],
    what: What,
    deadlines: Vec<JsonDue<'r>>,
    to: &'r [String],
    text: &'r str,
    /// Not in a restricted session that may not open it.
    file: Option<String>,
}

#[derive(Serialize)]
struct JsonDue<'d> {
    said: &'d str,
    resolved: Option<&'d str>,
}

impl<'r> JsonRow<'r> {
    fn of(row: &'r Row, door: &Door) -> Self {
        let Row { task, text, anchor, place, document } = row;
        let due =
            task.due.iter().map(|Due { said, resolved, .. }| JsonDue { said, resolved: resolved.as_deref() });
        Self {
            symbol: document.symbol.as_deref(),
            anchor,
            place,
            language: document.language,
            date: document.date.as_deref(),
            title: document.title.as_deref(),
            action: task.action,
            verb: &task.verb,
            addressees: &task.by,
            what: task.what,
            deadlines: due.collect(),
            to: &task.to,
            text,
            file: file(row, door),
        }
    }
}

/// The file of a row, where it may be told.
fn file(row: &Row, door: &Door) -> Option<String> {
    let source = row.document.source.as_ref()?;
    let told = source.path().is_none_or(|path| !door.is_restricted() || door.about(path).is_ok());
    told.then(|| source.typed())
}

fn write(found: &[Row], format: RowFormat, door: &Door, out: &mut Out) -> Result<(), Failure> {
    match format {
        RowFormat::Text => {
            let by =
                found.iter().map(|row| row.task.by().chars().count()).max().unwrap_or_default().min(WIDEST);
            let due =
                found.iter().map(|row| row.task.due().chars().count()).max().unwrap_or_default().min(WIDEST);
            found.iter().try_for_each(|row| line(row, due, by, out))?;
        }
        RowFormat::Json => {
            let all: Vec<JsonRow> = found.iter().map(|row| JsonRow::of(row, door)).collect();
            rows::json(&all, out)?;
        }
        RowFormat::Csv => {
            rows::table(Row::COLUMNS, found.iter().map(|row| row.cells(file(row, door))), out)?;
        }
    }
    Ok(())
}

/// The widest that a column is made for all rows; a longer value takes its room.
const WIDEST: usize = 20;

/// Writes `GA81  report  secretary-general  SYMBOL place: words`; of what was not understood the words are said too.
fn line(row: &Row, due: usize, by: usize, out: &mut Out) -> io::Result<()> {
    let Row { task, text, place, document, .. } = row;
    write!(out, "{:<due$}  {:<9}  {:<by$}  ", task.due(), task.what.code(), task.by())?;
    rows::place(&document.name(), place, out)?;
    let unclear: Vec<&str> =
        task.due.iter().filter(|due| due.resolved.is_none()).map(|due| due.said.as_str()).collect();
    if !unclear.is_empty() {
        out.styled_text(Style::Faint, &format!(" (? {})", clean(&unclear.join("; "))))?;
    }
    writeln!(out, ": {}", ellipsize(&clean(text), SHOWN))
}
