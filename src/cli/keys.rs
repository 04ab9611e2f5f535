//! `plenary keys`: lists all commands of the reader with the key bindings in force.

use super::out::Out;
use super::{Common, Failure, Status, open};
use crate::app::command::TABLE;
use crate::lang::Language;
use crate::library::Door;
use crate::messages::Messages;
use crate::text::width;
use std::io::Write;

pub(super) fn run(open: &open::Open, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let english = Messages::of(Language::En);
    let keymap = open::settings(open, common, door)?.1.keymap;
    let mut scope = None;
    for row in TABLE {
        if scope.replace(row.scope).is_none_or(|before| before != row.scope) {
            let gap = if scope.is_none() || row.command == TABLE[0].command { "" } else { "\n" };
            writeln!(out, "{gap}{}", row.scope.name(english))?;
        }
        let keys = keymap.keys(row.command).join("  ");
        let pad = 26_usize.saturating_sub(width(&keys)).max(2);
        let id_pad = 22_usize.saturating_sub(row.id.len()).max(2);
        writeln!(out, "  {keys}{:pad$}{}{:id_pad$}{}", "", row.id, "", (row.sentence)(english))?;
    }
    Ok(Status::Found)
}
