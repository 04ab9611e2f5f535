//! Keys to commands: the defaults of the table, changed by what the config file says.

use super::command::{Command, Scope, TABLE};
use super::key::{Key, parse_chord, show_chord};
use std::collections::HashMap;

/// What the keys typed so far mean in a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// A command.
    Command(Command),
    /// The beginning of a chord.
    Prefix,
    None,
}

/// The bindings in force.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: HashMap<(Scope, Vec<Key>), Command>,
}

impl Default for Keymap {
    fn default() -> Self {
        let mut bindings = HashMap::new();
        for row in TABLE {
            for key in row.keys {
                if let Ok(chord) = parse_chord(key) {
                    bindings.insert((row.scope, chord), row.command);
                }
            }
        }
        Self { bindings }
    }
}

impl Keymap {
    /// Gives a command the keys listed, instead of those it had. An empty list unbinds it.
    pub fn rebind(&mut self, id: &str, keys: &[String]) -> Result<(), String> {
        let command = Command::of_id(id).ok_or_else(|| {
            let near = nearest(id).map_or(String::new(), |near| format!("; did you mean {near:?}?"));
            format!("{id:?} is not a command{near} (`plenary keys` lists them)")
        })?;
        let scope = command.row().scope;
        let chords = keys.iter().map(|key| parse_chord(key)).collect::<Result<Vec<_>, _>>()?;
        self.bindings.retain(|_, bound| *bound != command);
        for chord in chords {
            self.bindings.insert((scope, chord), command);
        }
        Ok(())
    }

    /// What `typed` means in one scope.
    pub fn find(&self, scope: Scope, typed: &[Key]) -> Match {
        if let Some(command) = self.bindings.get(&(scope, typed.to_vec())) {
            return Match::Command(*command);
        }
        let begins = |(bound, chord): &(Scope, Vec<Key>)| {
            *bound == scope && chord.len() > typed.len() && chord.starts_with(typed)
        };
        if self.bindings.keys().any(begins) { Match::Prefix } else { Match::None }
    }

    /// The keys of a command as they are shown, those of the table first.
    pub fn keys(&self, command: Command) -> Vec<String> {
        let row = command.row();
        let mut keys: Vec<String> = self
            .bindings
            .iter()
            .filter(|(_, bound)| **bound == command)
            .map(|((_, chord), _)| show_chord(chord))
            .collect();
        keys.sort_by_key(|key| {
            (row.keys.iter().position(|own| own == key).unwrap_or(usize::MAX), key.clone())
        });
        keys
    }
}

/// The command whose id shares the most letters' order with what was typed.
fn nearest(id: &str) -> Option<&'static str> {
    let distance = |other: &str| {
        let (left, right): (Vec<char>, Vec<char>) = (id.chars().collect(), other.chars().collect());
        let mut row: Vec<usize> = (0..=right.len()).collect();
        for (i, a) in left.iter().enumerate() {
            let mut diagonal = row[0];
            row[0] = i + 1;
            for (j, b) in right.iter().enumerate() {
                let cost = diagonal + usize::from(a != b);
                diagonal = row[j + 1];
                row[j + 1] = cost.min(diagonal + 1).min(row[j] + 1);
            }
        }
        row[right.len()]
    };
    let near = TABLE.iter().map(|row| row.id).min_by_key(|other| distance(other))?;
    (distance(near) <= 3).then_some(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(keymap: &Keymap, scope: Scope, chord: &str) -> Match {
        keymap.find(scope, &parse_chord(chord).unwrap())
    }

    #[test]
    fn a_rebound_command_loses_its_old_keys_and_may_have_several_and_chords() {
        let mut keymap = Keymap::default();
        assert_eq!(find(&keymap, Scope::Reader, "j"), Match::Command(Command::LineDown));
        keymap.rebind("line-down", &["x".into(), "g d".into()]).unwrap();
        assert_eq!(find(&keymap, Scope::Reader, "j"), Match::None);
        assert_eq!(find(&keymap, Scope::Reader, "x"), Match::Command(Command::LineDown));
        assert_eq!(find(&keymap, Scope::Reader, "g d"), Match::Command(Command::LineDown));
        assert_eq!(find(&keymap, Scope::Global, "Z"), Match::Prefix);
        keymap.rebind("quit", &[]).unwrap();
        assert_eq!(find(&keymap, Scope::Global, "q"), Match::None);
    }

    #[test]
    fn a_bad_binding_is_a_sentence() {
        let mut keymap = Keymap::default();
        assert_eq!(
            keymap.rebind("line-dwon", &[]),
            Err("\"line-dwon\" is not a command; did you mean \"line-down\"? (`plenary keys` lists them)"
                .into())
        );
        assert_eq!(
            keymap.rebind("top", &["Hom".into()]),
            Err("\"Hom\" is not a key; write j, Space, Ctrl-P, Alt-Left or F1".into())
        );
    }
}
