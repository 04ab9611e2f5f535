//! `plenary FILE...`: starts the reader, or writes the documents as text if standard output is not a terminal.

use super::out::{self, Out};
use super::{COMMANDS, Common, Failure, Status, place, restrict, show};
use crate::app::hand::Ground;
use crate::app::settings::Settings;
use crate::config::{self, Config, Flags};
use crate::document::{NodeId, Part};
use crate::lang::Language;
use crate::library::door::whole;
use crate::library::source::edits;
use crate::library::{Door, Home, Listing, LoadError, ReadOptions, Source, State, gather, open_each};
use crate::terminal::{self, Ended, Start};
use clap::Args;
use std::collections::HashSet;
use std::ffi::OsString;
#[cfg(not(unix))]
use std::io::IsTerminal;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Arguments of the reader.
#[expect(clippy::struct_excessive_bools, reason = "switches of a command line")]
#[derive(Debug, Default, Args)]
pub(super) struct Open {
    /// Documents and folders; - is standard input, FILE#op7 a place in a document, nothing the sample documents
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<OsString>,
    /// Open at this place: 7, "7 (b)", pp3, "annex I, 4", "note 2"
    #[arg(long, help_heading = "Reading", value_name = "ADDRESS")]
    pub(super) at: Option<String>,
    /// The list of paragraphs beside the text
    #[arg(long, help_heading = "Screen", value_name = "WHEN")]
    pub(super) outline: Option<config::Outline>,
    /// Cells in a line of text, 60 to 100 [default: 76]
    #[arg(long, help_heading = "Screen", value_name = "CELLS", value_parser = clap::value_parser!(u16).range(60..=100))]
    pub(super) measure: Option<u16>,
    /// Who turns right-to-left text
    #[arg(long, help_heading = "Screen", value_name = "WHO")]
    pub(super) bidi: Option<config::Bidi>,
    /// Colours
    #[arg(long, help_heading = "Screen", value_name = "NAME")]
    pub(super) theme: Option<config::Theme>,
    /// Configuration file [default: ~/.config/plenary/config.toml]
    #[arg(long, help_heading = "Reading", value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Listen to the mouse: the wheel, the outline, notes and references
    #[arg(long, help_heading = "Screen")]
    pub(super) mouse: bool,
    /// Plain lines instead of a screen: a paragraph at a time, for screen readers, braille and simple terminals
    #[arg(long, help_heading = "Reading")]
    pub(super) linear: bool,
    /// Write what was copied to the terminal when the session ends
    #[arg(long, help_heading = "Copying")]
    pub(super) print_on_exit: bool,
    /// The width of characters that some terminals give two cells
    #[arg(long, help_heading = "Screen", value_name = "WIDTH")]
    pub(super) ambiguous: Option<config::Ambiguous>,
    /// References as links that the terminal opens
    #[arg(long, help_heading = "Screen", value_name = "WHEN")]
    pub(super) links: Option<config::Links>,

    /// The form of what is copied
    #[arg(long, help_heading = "Copying", value_enum, value_name = "FORM")]
    pub(super) copy_as: Option<config::CopyAs>,
    /// Only the documents that are named, for accounts that are to read and nothing else (docs/restricted.md)
    #[arg(long, help_heading = "Reading")]
    pub(super) restricted: bool,
    /// Neither read nor write where you were in a document, and its marks
    #[arg(long, help_heading = "Reading")]
    pub(super) no_state: bool,
}

pub(super) fn run(open: &Open, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    // Invalid options and key bindings are reported even if the reader is not started.
    let (config, settings) = settings(open, common, door)?;
    let restricted = door.is_restricted();
    let env = restrict::environment(restricted);
    let dumb = terminal::capabilities(&env).dumb;
    let piped = [OsString::from("-")];
    let typed = if open.files.is_empty() && is_piped() { piped.as_slice() } else { open.files.as_slice() };
    let library = library(common, door);
    let library = if config.state { library } else { library.map(Home::without_saved) };
    // Whoever has a library begins with it, and needs no samples.
    let linear = open.linear || (out.is_terminal() && (config.linear || dumb));
    let home = typed.is_empty() && library.is_some() && (linear || out.is_terminal());
    let mut listing = if home { Listing::default() } else { gather(typed, door).map_err(suggest_command)? };
    if typed.len() > 1 {
        // What is named twice is one document.
        let mut named = HashSet::new();
        listing.items.retain(|item| named.insert(same(&item.source)));
    }
    let options = common.options_for(&listing.items, door);
    if let Some(first) = listing.items.first_mut().filter(|_| open.at.is_some()) {
        first.at.clone_from(&open.at);
    }
    if !linear && !out.is_terminal() {
        return print(&listing, &options, out);
    }
    for variable in crate::library::relative_homes(&env) {
        out::complain(&format!(
            "{variable} is a relative path, so what plenary keeps there is neither read nor saved"
        ));
    }
    let state = if config.state { State::load(&env, door) } else { State::off() };
    let state = if restricted { state.without_catalogue() } else { state };
    // Several documents are shown as a list to choose from, unless a place was given.
    let wanted = listing.items.len() == 1 || listing.items.first().is_some_and(|item| item.at.is_some());
    let samples = typed.is_empty() && !home;
    // Whoever has read something knows the keys.
    let welcome = samples && state.last().is_none();
    let first = if samples { Some(welcome_page(&listing, config.locale)) } else { wanted.then_some(0) };
    let at = first.and_then(|first| listing.items.get(first)?.at.clone());
    let notice = match listing.skipped {
        0 if welcome => Some(settings.messages().welcome().to_owned()),
        0 => None,
        skipped => Some(settings.messages().files_not_listed(skipped)),
    };
    if let Some(item) = first.and_then(|first| listing.items.get(first)) {
        out::announce(&item.source);
    }
    // A document on standard input lies nowhere, and the samples lie together.
    let alone = matches!(listing.items.as_slice(), [item] if item.is_named() && item.source.path().is_some());
    let grounds: Vec<Ground> = typed.iter().filter_map(|typed| ground(Path::new(typed), door)).collect();
    let mut sources: Vec<Source> = listing.items.into_iter().map(|item| item.source).collect();
    let last = state
        .last()
        .filter(|_| typed.is_empty() && !restricted)
        .and_then(|last| Some(Source::at(last.path.as_ref()?, door)));
    sources.extend(last.filter(|source| source.path().is_some_and(|path| door.is_file(path))));
    let start = Start {
        sources,
        grounds,
        alone,
        open: first,
        at,
        settings,
        options,
        state,
        library,
        notice,
        restricted,
    };
    match if linear { terminal::linear(start)? } else { terminal::run(start)? } {
        Ended::Quit => Ok(Status::Found),
        Ended::Signal(signal) => Ok(Status::Signal(signal)),
    }
}

/// The library that the reader may ask, if there is one: in a restricted session only one that was named.
fn library(common: &Common, door: &Door) -> Option<Home> {
    let restricted = door.is_restricted();
    let env = restrict::environment(restricted);
    let home = Home::of(common.library(), &env, door).filter(|_| !restricted || common.library().is_some());
    home.filter(Home::is_there)
}

/// A source by the path that it has without links.
fn same(source: &Source) -> Source {
    match source {
        Source::File(path) => Source::File(whole(path)),
        Source::Member(path, name) => Source::Member(whole(path), name.clone()),
        other => other.clone(),
    }
}

/// The folder that was named, whose documents are all listed.
fn ground(path: &Path, door: &Door) -> Option<Ground> {
    door.is_folder(path).then(|| Ground { folder: whole(path), deep: true })
}

/// The settings of a session, including its key bindings, from the options, the configuration file and the environment.
pub(super) fn settings(open: &Open, common: &Common, door: &Door) -> Result<(Config, Settings), Failure> {
    let env = restrict::environment(door.is_restricted());
    let config = Config::load(&open.flags(common), &env, door)?;
    let settings = Settings::of(&config, terminal::capabilities(&env))?;
    Ok((config, settings))
}

/// Whether a document is expected on standard input. That standard input is no terminal is not enough: a background job
/// without input has /dev/null.
fn is_piped() -> bool {
    #[cfg(unix)]
    {
        use rustix::fs::{FileType, fstat};
        let kind = fstat(io::stdin()).map(|about| FileType::from_raw_mode(about.st_mode));
        kind.is_ok_and(|kind| matches!(kind, FileType::Fifo | FileType::RegularFile | FileType::Socket))
    }
    #[cfg(not(unix))]
    {
        !io::stdin().is_terminal()
    }
}

/// Suggests a command if the missing file's name is one edit away from a command's name.
fn suggest_command(error: LoadError) -> LoadError {
    match error {
        LoadError::Missing { path, near: None } => {
            let typed = path.to_string_lossy().into_owned();
            let is_near = |command: &&&str| edits(command, &typed) == 1;
            let near =
                COMMANDS.iter().find(is_near).map(|command| format!("the command `plenary {command}`"));
            LoadError::Missing { path, near }
        }
        other => other,
    }
}

/// Index of the sample to open first: the one that exists in every language, in the reader's language.
fn welcome_page(listing: &Listing, locale: Language) -> usize {
    let name = format!("A_RES_95_12.{}.txt", locale.code());
    listing.items.iter().position(|item| item.source.name() == name).unwrap_or(0)
}

impl Open {
    fn flags(&self, common: &Common) -> Flags {
        Flags {
            config: self.config.clone(),
            theme: self.theme,
            outline: self.outline,
            measure: self.measure,
            bidi: self.bidi,
            no_state: self.no_state,
            mouse: self.mouse,
            linear: self.linear,
            print_on_exit: self.print_on_exit,
            links: self.links,
            ambiguous: self.ambiguous,
            copy_as: self.copy_as,
            color: match common.color {
                out::When::Auto => None,
                out::When::Always => Some(true),
                out::When::Never => Some(false),
            },
        }
    }
}

/// Writes the documents one after the other, each below its name if there are several.
fn print(listing: &Listing, options: &ReadOptions, out: &mut Out) -> Result<Status, Failure> {
    let several = listing.items.len() > 1;
    let (mut status, mut first) = (Status::Found, true);
    for item in &listing.items {
        out::announce(&item.source);
    }
    let untried = open_each(&listing.items, options, &mut |item, opened| {
        let document = match opened {
            Ok(document) => document,
            // Not everything in a folder is a document.
            Err(error) if !item.is_named() && !matches!(error, LoadError::Trouble { .. }) => return Ok(()),
            Err(error) if several => {
                out.flush()?;
                out::complain(&error);
                status = Status::Failed;
                return Ok(());
            }
            Err(error) => return Err(Failure::from(error)),
        };
        let part = match item.at.as_deref() {
            None => Part::whole(&document),
            Some(typed) => Part::of(&document, place(&document, typed, NodeId::ROOT, &item.source.typed())?),
        };
        if several {
            let before = if std::mem::take(&mut first) { "" } else { "\n" };
            writeln!(out, "{before}==> {} <==\n", item.source.typed())?;
        }
        show::write(&document, &part, show::ShowFormat::Text, None, out)
    })?;
    Ok(out::given_up(untried, status, &options.workers))
}
