//! The command line: parses the arguments with clap and runs the command.
//!
//! Each command is one file below `cli/`. How options combine with the configuration file and the environment is
//! decided in `config`. Only this module and `terminal` write to standard output.

mod actions;
mod check;
#[cfg(feature = "library")]
mod cited;
mod completions;
mod export;
mod jump;
mod keys;
#[cfg(feature = "library")]
mod library;
mod man;
mod open;
mod out;
mod outline;
mod place;
mod restrict;
mod rows;
#[cfg(feature = "library")]
mod search;
#[cfg(feature = "library")]
mod shelf;
mod show;
#[cfg(feature = "library")]
mod votes;

use crate::config::ConfigError;
use crate::formats::Format;
use crate::lang::Language;
use crate::library::{Door, Item, LoadError, ReadOptions, Source, Workers, worker};
use crate::terminal::StartError;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use out::Out;
use place::place;
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::Path;
#[cfg(feature = "library")]
use std::path::PathBuf;
use std::process::ExitCode;

const EXAMPLES: &str = "\
Examples:
  plenary A_RES_65_218.pdf --at 7       read a resolution, from paragraph 7
  plenary resolutions/                  a folder, as a list to choose from
  plenary jump 'prie sg' *.pdf          find paragraphs without opening the reader
  plenary export draft.docx --to html   write a web page, Markdown, a table, ...

Without arguments it opens the sample documents. The manual page is plenary(1): plenary man | man -l -
In the reader, ? shows all keys. A file with the name of a command is opened with ./ before it: plenary ./show
The reader speaks English, French, Spanish, Russian, Arabic or Chinese, as LC_ALL, LC_MESSAGES, LANG or PLENARY_LOCALE say.
Exit status: 0 found, 1 nothing found, 2 misuse, or a file or the output that fails.";

/// The licences of what the binary contains, as `cargo about` collects them: docs/releasing.md.
const NOTICES: &str = include_str!("../docs/third-party.txt");

/// Read United Nations resolutions in the terminal: the text, an outline of its paragraphs, and any paragraph in a few
/// keys.
#[derive(Debug, Parser)]
#[command(name = "plenary", version, after_help = EXAMPLES, max_term_width = 100)]
#[command(
    override_usage = "plenary [OPTIONS] [FILE|FOLDER|-|FILE#PLACE]...\n       plenary [OPTIONS] <COMMAND>"
)]
struct Cli {
    #[command(flatten)]
    open: open::Open,
    #[command(flatten)]
    common: Common,
    /// Print the licences of the software and fonts that the program contains
    #[arg(long, alias = "licenses", exclusive = true)]
    licences: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Parses a language code.
fn languages() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::code)).try_map(|code| code.parse())
}

/// Parses the name of a format.
fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::all().map(Format::name)).try_map(|name| name.parse())
}

/// Options common to all commands.
#[derive(Clone, Debug, Default, Args)]
struct Common {
    /// Language of the documents, instead of the one that is recognised
    #[arg(long, help_heading = "Documents", value_name = "CODE", global = true, value_parser = languages())]
    language: Option<Language>,
    /// Encoding of the documents, instead of the one that is recognised: windows-1251, gb18030, utf-16le
    #[arg(long, help_heading = "Documents", value_name = "NAME", global = true)]
    encoding: Option<String>,
    /// Format of the documents, instead of the one that is recognised
    #[arg(long, help_heading = "Documents", value_name = "NAME", global = true, value_parser = formats())]
    format_in: Option<Format>,
    /// The library in this folder, instead of your own
    #[cfg(feature = "library")]
    #[arg(long, help_heading = "Documents", value_name = "FOLDER", global = true)]
    library: Option<PathBuf>,
    /// Colour and italics
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    color: out::When,
}

impl Common {
    /// The folder of the library that was named.
    #[cfg_attr(not(feature = "library"), expect(clippy::unused_self, reason = "without one nobody names it"))]
    fn library(&self) -> Option<&Path> {
        #[cfg(feature = "library")]
        {
            self.library.as_deref()
        }
        #[cfg(not(feature = "library"))]
        None
    }

    /// How the documents of a list are read.
    fn options_for<'i>(&self, items: impl IntoIterator<Item = &'i Item>, door: &Door) -> ReadOptions {
        let named = items.into_iter().filter(|item| item.is_named());
        self.read_options(named.map(|item| item.source.clone()), door)
    }

    /// How documents are read, of which these were named.
    fn read_options(&self, named: impl IntoIterator<Item = Source>, door: &Door) -> ReadOptions {
        ReadOptions {
            language: self.language,
            encoding: self.encoding.clone(),
            format: self.format_in,
            door: door.clone(),
            workers: Workers::of_this_program(named),
        }
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    Show(show::Show),
    Outline(outline::Outline),
    Jump(jump::Jump),
    Check(check::Check),
    Export(export::Export),
    Actions(actions::Actions),
    #[cfg(feature = "library")]
    Library(library::Library),
    #[cfg(feature = "library")]
    Search(search::Search),
    #[cfg(feature = "library")]
    CitedBy(cited::CitedBy),
    #[cfg(feature = "library")]
    Cites(cited::Cites),
    #[cfg(feature = "library")]
    Votes(votes::Votes),
    /// List all commands of the reader and their keys
    Keys,
    Completions(completions::Completions),
    /// Write the manual page: plenary man | man -l -
    Man,
}

/// The names of all commands.
#[cfg(feature = "library")]
const COMMANDS: [&str; 15] = [
    "show",
    "outline",
    "jump",
    "check",
    "export",
    "actions",
    "library",
    "search",
    "cited-by",
    "cites",
    "votes",
    "keys",
    "completions",
    "man",
    "help",
];
#[cfg(not(feature = "library"))]
const COMMANDS: [&str; 10] =
    ["show", "outline", "jump", "check", "export", "actions", "keys", "completions", "man", "help"];

/// The command line without commands, which opens the reader. Building clap's description of all commands would take as
/// long as laying out a resolution.
#[derive(Debug, Parser)]
#[command(name = "plenary", disable_help_flag = true)]
struct ReaderArguments {
    #[command(flatten)]
    open: open::Open,
    #[command(flatten)]
    common: Common,
}

impl Cli {
    fn of(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let arguments: Vec<OsString> = arguments.into_iter().collect();
        let named = |typed: &OsString| COMMANDS.iter().any(|command| typed == command);
        // Errors are reported by the complete command line, which also knows the commands.
        if !arguments.iter().skip(1).any(named)
            && let Ok(ReaderArguments { open, common }) = ReaderArguments::try_parse_from(&arguments)
        {
            return Ok(Self { open, common, licences: false, command: None });
        }
        Self::try_parse_from(arguments)
    }
}

/// How a command ended; the worst outcome is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// What was asked for was found.
    Found,
    /// Nothing matches what was asked for.
    Nothing,
    /// The arguments are invalid, or a file could not be read.
    Failed,
    /// The session was ended by a signal, with its number.
    Signal(i32),
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Found => Self::SUCCESS,
            Status::Nothing => Self::from(1),
            Status::Failed => Self::from(2),
            // The convention of shells.
            Status::Signal(signal) => Self::from(u8::try_from(128 + signal).unwrap_or(2)),
        }
    }
}

/// Why a command failed, as one sentence for the user.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Load(#[from] LoadError),
    #[cfg(feature = "library")]
    #[error(transparent)]
    Library(#[from] crate::library::index::Trouble),
    #[cfg(feature = "library")]
    #[error("no home folder is set, so there is no place for a library; name one with --library FOLDER")]
    Homeless,
    #[cfg(feature = "library")]
    #[error(
        "{0}: no file has that name, and there is no library; `plenary library add FOLDER` makes one, in which documents open by number"
    )]
    NoLibrary(String),
    #[cfg(feature = "library")]
    #[error("{typed}: no file has that name, and the library in {library} has no such document")]
    NotInLibrary { typed: String, library: String },
    #[cfg(feature = "library")]
    #[error("{0}: it is not one of the folders of the library; `plenary library` lists them")]
    NotHeld(String),
    #[cfg(feature = "library")]
    #[error("{0:?} does not begin with the number or symbol of a document, such as 78/123 or S/RES/2719#op4")]
    NoSymbol(String),
    #[cfg(feature = "library")]
    #[error("{typed:?} is not the name of a Member State{}", if near.is_empty() { String::new() } else { format!("; did you mean {near}?") })]
    NoState { typed: String, near: String },
    #[cfg(feature = "library")]
    #[error("{0}: it is in the library, but this session may not open its file")]
    Fenced(String),
    #[error("{typed:?} is not {what}; known are {known}")]
    Unknown { typed: String, what: &'static str, known: String },
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Start(#[from] StartError),
    #[error("{name}: there is no {at:?} in it{there}; `plenary outline` lists what there is")]
    NoPlace { name: String, at: String, there: String },
    #[error(transparent)]
    Refused(#[from] export::Refused),
    #[error("{0} is not for a restricted session")]
    Restricted(&'static str),
    #[error("{0:?} is a command when it stands alone; write ./{0} for the file")]
    NotFirst(&'static str),
    #[error("the output cannot be written ({})", crate::library::reason(.0))]
    Write(#[from] io::Error),
}

/// Parses the arguments and runs the command. Errors are written to standard error.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Status {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(|first| first == worker::OPTION) {
        let served = worker::serve(&mut io::stdin().lock(), &mut io::stdout().lock());
        return if served.is_ok() { Status::Found } else { Status::Failed };
    }
    let cli = match Cli::of(arguments) {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() => {
            // If this cannot be written either, there is no way to report it.
            let _ = error.print();
            return Status::Failed;
        }
        Err(help) => return ended(help.print().map(|()| Status::Found).map_err(Into::into)),
    };
    let mut out = Out::stdout(cli.common.color);
    ended(carry_out(cli, &mut out).and_then(|status| out.finish().map(|()| status).map_err(Into::into)))
}

/// Writes an error to standard error, and says how the command ended.
fn ended(done: Result<Status, Failure>) -> Status {
    match done {
        Ok(status) => status,
        // As with `plenary show FILE | head -1`: the pipe was closed because its reader needs no more.
        Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => Status::Found,
        Err(failure) => {
            out::complain(&failure);
            if is_nothing(&failure) { Status::Nothing } else { Status::Failed }
        }
    }
}

/// Whether what was asked for was understood, and is not there.
fn is_nothing(failure: &Failure) -> bool {
    match failure {
        Failure::NoPlace { .. } => true,
        #[cfg(feature = "library")]
        Failure::NotInLibrary { .. } => true,
        _ => false,
    }
}

#[cfg_attr(not(feature = "library"), expect(unused_mut, reason = "numbers are those of a library"))]
fn carry_out(mut cli: Cli, out: &mut Out) -> Result<Status, Failure> {
    let restricted = restrict::is_restricted(cli.open.restricted);
    if restricted {
        restrict::refuse(cli.open.config.as_deref(), cli.command.as_ref(), cli.common.library())?;
        restrict::harden();
    }
    if cli.licences {
        out.write_all(NOTICES.as_bytes())?;
        return Ok(Status::Found);
    }
    let named = cli.command.as_ref().map_or(cli.open.files.as_slice(), Command::documents);
    let door = &restrict::door(restricted, named, cli.common.library());
    #[cfg(feature = "library")]
    cli.put_paths_for_numbers(door)?;
    let Some(command) = &cli.command else { return open::run(&cli.open, &cli.common, door, out) };
    if !cli.open.files.is_empty() {
        return Err(Failure::NotFirst(command.name()));
    }
    match command {
        Command::Show(show) => show::run(show, &cli.common, door, out),
        Command::Outline(outline) => outline::run(outline, &cli.common, door, out),
        Command::Jump(jump) => jump::run(jump, &cli.common, door, out),
        Command::Check(check) => check::run(check, &cli.common, door, out),
        Command::Export(export) => export::run(export, &cli.common, door, out),
        Command::Actions(actions) => actions::run(actions, &cli.common, door, out),
        #[cfg(feature = "library")]
        Command::Library(library) => {
            shelf::sound(&cli.common, door, || library::run(library, &cli.common, door, out))
        }
        #[cfg(feature = "library")]
        Command::Search(search) => {
            shelf::sound(&cli.common, door, || search::run(search, &cli.common, door, out))
        }
        #[cfg(feature = "library")]
        Command::CitedBy(cited_by) => {
            shelf::sound(&cli.common, door, || cited::cited_by(cited_by, &cli.common, door, out))
        }
        #[cfg(feature = "library")]
        Command::Cites(cites) => {
            shelf::sound(&cli.common, door, || cited::cites(cites, &cli.common, door, out))
        }
        #[cfg(feature = "library")]
        Command::Votes(votes) => {
            shelf::sound(&cli.common, door, || votes::run(votes, &cli.common, door, out))
        }
        Command::Keys => keys::run(&cli.open, &cli.common, door, out),
        Command::Completions(completions) => completions::run(completions, out),
        Command::Man => man::run(out),
    }
}

/// The command line as clap describes it, for tests that try every command.
pub fn command_line() -> clap::Command {
    <Cli as clap::CommandFactory>::command()
}

#[cfg(feature = "library")]
impl Cli {
    /// Puts the path of a document of the library in place of each number or symbol that is no file.
    fn put_paths_for_numbers(&mut self, door: &Door) -> Result<(), Failure> {
        let several = match &mut self.command {
            None => &mut self.open.files,
            Some(Command::Jump(jump)) => &mut jump.files,
            Some(Command::Check(check)) => &mut check.files,
            Some(Command::Export(export)) => &mut export.files,
            Some(Command::Actions(actions)) => &mut actions.files,
            Some(
                Command::Show(show::Show { file, .. }) | Command::Outline(outline::Outline { file, .. }),
            ) => {
                if let Some(path) = shelf::by_number(std::slice::from_ref(file), &self.common, door)?.pop() {
                    *file = path;
                }
                return Ok(());
            }
            Some(_) => return Ok(()),
        };
        *several = shelf::by_number(several, &self.common, door)?;
        Ok(())
    }
}

impl Command {
    /// The documents and folders that it was given: what a restricted session may open.
    fn documents(&self) -> &[OsString] {
        match self {
            Self::Show(show) => std::slice::from_ref(&show.file),
            Self::Outline(outline) => std::slice::from_ref(&outline.file),
            Self::Jump(jump) => &jump.files,
            Self::Check(check) => &check.files,
            Self::Export(export) => &export.files,
            Self::Actions(actions) => &actions.files,
            #[cfg(feature = "library")]
            Self::Library(_) | Self::Search(_) | Self::CitedBy(_) | Self::Cites(_) | Self::Votes(_) => &[],
            Self::Keys | Self::Completions(_) | Self::Man => &[],
        }
    }

    /// Whether it answers from a library and from nothing else.
    fn needs_library(&self) -> bool {
        match self {
            Self::Actions(actions) => actions.files.is_empty(),
            _ => matches!(self.name(), "library" | "search" | "cited-by" | "cites" | "votes"),
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Show(_) => "show",
            Self::Outline(_) => "outline",
            Self::Jump(_) => "jump",
            Self::Check(_) => "check",
            Self::Export(_) => "export",
            Self::Actions(_) => "actions",
            #[cfg(feature = "library")]
            Self::Library(_) => "library",
            #[cfg(feature = "library")]
            Self::Search(_) => "search",
            #[cfg(feature = "library")]
            Self::CitedBy(_) => "cited-by",
            #[cfg(feature = "library")]
            Self::Cites(_) => "cites",
            #[cfg(feature = "library")]
            Self::Votes(_) => "votes",
            Self::Keys => "keys",
            Self::Completions(_) => "completions",
            Self::Man => "man",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_list_of_command_names_is_complete() {
        let cli = Cli::command();
        let mut names: Vec<&str> = cli.get_subcommands().map(clap::Command::get_name).collect();
        names.push("help");
        assert_eq!(names, COMMANDS);
    }
}
