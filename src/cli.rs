//! The command line: what was typed, as clap reads it, and the way to the command that carries it out.
//!
//! One file a command below `cli/`. What an option means together with the configuration file and the environment is
//! `config`'s business. Only here and in `terminal` anything is written to standard output.

pub mod out;
pub mod show;

use crate::document::Language;
use crate::library::{LoadError, ReadOptions};
use clap::{Args, Parser, Subcommand};
use out::Out;
use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

/// Reads United Nations resolutions in the terminal.
#[derive(Debug, Parser)]
#[command(name = "plenary", version)]
pub struct Cli {
    #[command(flatten)]
    pub common: Common,
    pub file: Option<std::path::PathBuf>,
    #[arg(long)]
    pub at: Option<String>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options that every command takes.
#[derive(Clone, Debug, Default, Args)]
pub struct Common {
    /// Language of the documents, instead of the one that plenary recognises
    #[arg(long, value_name = "CODE", global = true)]
    pub language: Option<Language>,
    /// Encoding of the documents, instead of the one that plenary recognises: windows-1251, gb18030, utf-16le, ...
    #[arg(long, value_name = "NAME", global = true)]
    pub encoding: Option<String>,
    /// Colour and italics: on a terminal only, always or never
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: out::When,
}

impl Common {
    pub fn read_options(&self) -> ReadOptions {
        ReadOptions { language: self.language, encoding: self.encoding.clone() }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Show(show::Show),
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// What was asked for is there.
    Found,
    /// Nothing answers to what was asked for.
    Nothing,
    /// The arguments make no sense, or a file could not be read.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Found => Self::SUCCESS,
            Status::Nothing => Self::from(1),
            Status::Failed => Self::from(2),
        }
    }
}

/// Why a command could not do what was asked: one sentence for the reader.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error("{0}")]
    Usage(String),
    #[error("the output cannot be written ({0})")]
    Write(#[from] io::Error),
}

/// Does what the arguments ask for.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Status {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Where not even this can be written there is nobody to tell.
            let _ = error.print();
            return if error.use_stderr() { Status::Failed } else { Status::Found };
        }
    };
    let mut out = Out::stdout(cli.common.color);
    let done = carry_out(&cli, &mut out).and_then(|status| out.finish().map(|()| status).map_err(Into::into));
    match done {
        Ok(status) => status,
        // `plenary show FILE | head -1`: the reader of the pipe has had enough.
        Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => Status::Found,
        Err(failure) => {
            out::complain(&failure);
            Status::Failed
        }
    }
}

fn carry_out(cli: &Cli, out: &mut Out) -> Result<Status, Failure> {
    match &cli.command {
        Some(Command::Show(show)) => show::run(show, &cli.common, out),
        None => {
            let file = cli.file.clone().ok_or_else(|| Failure::Usage("name a file".to_owned()))?;
            let env = |name: &str| std::env::var(name).ok();
            let config = crate::config::Config::load(&crate::config::Flags::default(), &env).map_err(|e| Failure::Usage(e.to_string()))?;
            let settings = crate::app::settings::Settings::of(&config, crate::terminal::capabilities(&env)).map_err(|e| Failure::Usage(e.to_string()))?;
            let start = crate::terminal::Start { sources: vec![crate::library::Source::File(file)], open: Some(0), at: cli.at.clone(), settings, options: cli.common.read_options(), state: crate::library::State::load(&env), notice: None };
            crate::terminal::run(start).map_err(|e| Failure::Usage(e.to_string()))?;
            Ok(Status::Found)
        }
    }
}
