//! `plenary completions`: writes the completion script for a shell.

use super::out::Out;
use super::{Cli, Failure, Status};
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::io::Write;

const EXAMPLES: &str = "\
Examples:
  plenary completions bash > ~/.local/share/bash-completion/completions/plenary
  plenary completions zsh > ~/.zfunc/_plenary
  plenary completions fish > ~/.config/fish/completions/plenary.fish";

/// Write the completions of a shell
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Completions {
    /// The shell
    pub(super) shell: Shell,
}

pub(super) fn run(completions: &Completions, out: &mut Out) -> Result<Status, Failure> {
    // The generator panics if it cannot write, so it writes to memory first.
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut Cli::command(), "plenary", &mut script);
    out.write_all(&script)?;
    Ok(Status::Found)
}
