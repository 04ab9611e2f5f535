//! The commands of the table that mean something without a screen, and what else may be typed.

use crate::app::command::{Command, Scope, TABLE};
use crate::ui::state::State;

/// Whether a command can be obeyed on plain lines.
pub(super) fn is_spoken(command: Command) -> bool {
    let of_the_screen = matches!(
        command,
        Command::Deeper
            | Command::Shallower
            | Command::OutlineNarrower
            | Command::OutlineWider
            | Command::Narrower
            | Command::Wider
            | Command::NextTheme
            | Command::ToggleMouse
            | Command::Suspend
            | Command::Close
    );
    matches!(command.row().scope, Scope::Reader | Scope::Global) && !of_the_screen
}

pub(super) fn lines(state: &State) -> Vec<String> {
    let intro = [
        (
            "Type a command and Enter. Enter alone reads on. A full stop says the paragraph again.",
            "Tapez une commande, puis Entrée. Entrée seule lit la suite. Un point redit le paragraphe.",
        ),
        (
            "A number or an address goes there: 7, 7 (b), pp3, annex I 4, note 2. Two words or more are looked for.",
            "Un numéro ou une adresse y va : 7, 7 b), pp3, annexe I 4, note 2. Deux lettres ou plus sont cherchées.",
        ),
        (
            "In a list, the number of an entry chooses it; : before a number makes it a paragraph's.",
            "Dans une liste, le numéro d'une entrée la choisit ; : devant un numéro en fait celui d'un paragraphe.",
        ),
    ];
    let mut said: Vec<String> = intro.iter().map(|(en, fr)| state.pick(en, fr).to_owned()).collect();
    for row in TABLE.iter().filter(|row| is_spoken(row.command)) {
        let keys = state.settings.keymap.keys(row.command);
        // What cannot be typed on a line has a name.
        let typed = keys.iter().filter(|key| key.chars().count() == 1 || *key == "Z Z");
        let typed: Vec<&str> = typed.map(String::as_str).collect();
        let typed = if typed.is_empty() { row.id.to_owned() } else { typed.join(" ") };
        said.push(format!("{typed}: {}", sentence(row.command, state)));
    }
    said
}

/// As in the table, but for what scrolls on a screen.
fn sentence(command: Command, state: &State) -> &'static str {
    match command {
        Command::LineDown | Command::NextClause => state.pick("Next paragraph", "Paragraphe suivant"),
        Command::LineUp | Command::PreviousClause => state.pick("Previous paragraph", "Paragraphe précédent"),
        Command::PageDown | Command::HalfDown => {
            state.pick("The next five paragraphs", "Les cinq paragraphes suivants")
        }
        Command::PageUp | Command::HalfUp => {
            state.pick("The five paragraphs before", "Les cinq paragraphes précédents")
        }
        Command::ToggleOutline | Command::SwitchPane => {
            state.pick("The outline, as a list", "Le plan, sous forme de liste")
        }
        Command::Redraw => state.pick("Say the paragraph again", "Redire le paragraphe"),
        Command::Follow => state.pick(
            "The notes and references of this paragraph, as a list",
            "Les notes et renvois de ce paragraphe, sous forme de liste",
        ),
        command => state.pick(command.row().sentence, command.row().french),
    }
}
