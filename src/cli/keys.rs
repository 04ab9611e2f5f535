//! `plenary keys`: the table of commands and the keys in force.

use super::out::Out;
use super::{Cli, Failure, Status, open};
use crate::app::command::TABLE;
use crate::text::width;
use clap::Parser;
use std::io::Write;

pub(super) fn run(out: &mut Out) -> Result<Status, Failure> {
    // The command itself has no options; those before it name the configuration file. They were read once without fault.
    let typed = Cli::try_parse_from(std::env::args_os()).ok();
    let keymap = match &typed {
        Some(cli) => open::settings(&cli.open, &cli.common)?.1.keymap,
        None => crate::app::keymap::Keymap::default(),
    };
    let mut scope = None;
    for row in TABLE {
        if scope.replace(row.scope).is_none_or(|before| before != row.scope) {
            let gap = if scope.is_none() || row.command == TABLE[0].command { "" } else { "\n" };
            writeln!(out, "{gap}{}", row.scope.name())?;
        }
        let keys = keymap.keys(row.command).join("  ");
        let pad = 26_usize.saturating_sub(width(&keys)).max(2);
        let id_pad = 22_usize.saturating_sub(row.id.len()).max(2);
        writeln!(out, "  {keys}{:pad$}{}{:id_pad$}{}", "", row.id, "", row.sentence)?;
    }
    Ok(Status::Found)
}
