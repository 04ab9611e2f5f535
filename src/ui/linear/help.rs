//! Help of the line mode: the commands that it has, and what else may be typed.

use crate::app::command::{Command, Row, TABLE};
use crate::app::help::Group;
use crate::messages::Messages;
use crate::ui::state::State;

pub(super) fn lines(state: &State) -> Vec<String> {
    let messages = state.messages();
    let intro =
        [messages.linear_help_commands(), messages.linear_help_addresses(), messages.linear_help_lists()];
    let mut said: Vec<String> = intro.map(str::to_owned).into();
    for group in Group::ALL {
        let spoken = TABLE.iter().filter(|row| row.is_spoken() && Group::of(row.command) == group);
        let mut lines = spoken.map(|row| line(row, state)).peekable();
        if lines.peek().is_some() {
            said.push(group.name(messages).to_owned());
        }
        said.extend(lines);
    }
    said
}

/// A command with what can be typed for it.
fn line(row: &Row, state: &State) -> String {
    let keys = state.settings.keymap.keys(row.command);
    // Only single characters and `Z Z` can be typed in a line; other commands are called by name.
    let typed = keys.iter().filter(|key| key.chars().count() == 1 || *key == "Z Z");
    let typed: Vec<&str> = typed.map(String::as_str).collect();
    let typed = if typed.is_empty() { row.id.to_owned() } else { typed.join(" ") };
    let messages = state.messages();
    messages.labelled(&typed, sentence(row.command, messages))
}

/// The sentence of the table, except for commands that scroll on a screen.
fn sentence(command: Command, messages: Messages) -> &'static str {
    match command {
        Command::LineDown | Command::NextClause => messages.linear_help_next(),
        Command::LineUp | Command::PreviousClause => messages.linear_help_previous(),
        Command::PageDown | Command::HalfDown => messages.linear_help_page_down(),
        Command::PageUp | Command::HalfUp => messages.linear_help_page_up(),
        Command::ToggleOutline | Command::SwitchPane => messages.linear_help_outline(),
        Command::Redraw => messages.linear_help_again(),
        Command::Follow => messages.linear_help_links(),
        command => (command.row().sentence)(messages),
    }
}
