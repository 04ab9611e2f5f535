//! The map from keys to commands: the defaults of the table, overridden by the config file.

use super::command::{Command, Scope, TABLE};
use super::key::{Key, parse_chord, show_chord};
use crate::config::Binding;

/// What the keys pressed so far mean in a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// A command.
    Command(Command),
    /// The beginning of a longer chord.
    Prefix,
    None,
}

/// A chord bound to a command in a scope.
#[derive(Clone, Debug)]
struct Bound {
    scope: Scope,
    chord: Vec<Key>,
    command: Command,
}

/// The bindings in force. No chord occurs twice in a scope.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Bound>,
}

impl Default for Keymap {
    fn default() -> Self {
        let mut bindings = Vec::with_capacity(256);
        for row in TABLE {
            for key in row.keys {
                if let Ok(chord) = parse_chord(key) {
                    bindings.push(Bound { scope: row.scope, chord, command: row.command });
                }
            }
        }
        Self { bindings }
    }
}

impl Keymap {
    /// Applies the bindings of a config file. `Err`: the index of the first binding that cannot be applied,
    /// and why (it is unknown, or collides with another of the file). A binding of the file always wins over
    /// a default.
    pub(crate) fn configure(&mut self, bindings: &[Binding]) -> Result<(), (usize, String)> {
        let mut given: Vec<(Command, Vec<Vec<Key>>)> = Vec::new();
        for (index, binding) in bindings.iter().enumerate() {
            let (command, chords) = meant(&binding.command, &binding.keys).map_err(|why| (index, why))?;
            given.push((command, chords));
            let before = given.iter().zip(bindings).take(index + 1);
            for ((other, others), at) in before {
                if let Some(why) = collision(command, &given[index].1, *other, others, at.line) {
                    return Err((index, why));
                }
            }
        }
        self.give(&given);
        Ok(())
    }

    /// Gives commands keys, and takes away the default bindings that would hide those keys.
    fn give(&mut self, given: &[(Command, Vec<Vec<Key>>)]) {
        self.bindings.retain(|bound| !given.iter().any(|(command, _)| *command == bound.command));
        for (command, chords) in given {
            let scope = command.row().scope;
            for chord in chords {
                self.bindings.retain(|bound| {
                    let is_given = given.iter().any(|(own, _)| *own == bound.command);
                    let same = bound.scope == scope && bound.chord == *chord;
                    !same && (is_given || !collide(scope, chord, bound.scope, &bound.chord))
                });
                self.bindings.push(Bound { scope, chord: chord.clone(), command: *command });
            }
        }
    }

    /// What the keys pressed so far mean in one scope.
    pub(crate) fn find(&self, scope: Scope, typed: &[Key]) -> Match {
        let mut begun =
            self.bindings.iter().filter(|bound| bound.scope == scope && bound.chord.starts_with(typed));
        let Some(first) = begun.next() else { return Match::None };
        std::iter::once(first)
            .chain(begun)
            .find(|bound| bound.chord.len() == typed.len())
            .map_or(Match::Prefix, |bound| Match::Command(bound.command))
    }

    /// The keys of a command as text, the default ones first.
    pub(crate) fn keys(&self, command: Command) -> Vec<String> {
        let row = command.row();
        let mut keys: Vec<String> = self
            .bindings
            .iter()
            .filter(|bound| bound.command == command)
            .map(|bound| show_chord(&bound.chord))
            .collect();
        keys.sort_by_key(|key| {
            (row.keys.iter().position(|own| own == key).unwrap_or(usize::MAX), key.clone())
        });
        keys
    }
}

/// Parses the command and the chords of a binding.
fn meant(id: &str, keys: &[String]) -> Result<(Command, Vec<Vec<Key>>), String> {
    let command = Command::of_id(id).ok_or_else(|| {
        let near = nearest(id).map_or(String::new(), |near| format!("; did you mean {near:?}?"));
        format!("{id:?} is not a command{near} (`plenary keys` lists them)")
    })?;
    Ok((command, keys.iter().map(|key| parse_chord(key)).collect::<Result<_, _>>()?))
}

/// Whether one of two chords hides the other, where that is not intended.
///
/// A pane is asked before [`Scope::Global`], so its keys hide the global ones; but a complete chord in either
/// is carried out at once, without waiting for further keys. The keys of a sheet hide global ones on purpose:
/// there `q` closes the sheet.
fn collide(scope: Scope, chord: &[Key], other: Scope, default: &[Key]) -> bool {
    let related = chord.starts_with(default) || default.starts_with(chord);
    match (scope, other) {
        _ if scope == other => related,
        (Scope::Global, Scope::Reader | Scope::Outline) => related,
        (Scope::Reader | Scope::Outline | Scope::Sheet, Scope::Global) => {
            chord.len() > default.len() && chord.starts_with(default)
        }
        _ => false,
    }
}

/// The error for two bindings of one file that collide; they may be the same one.
fn collision(
    command: Command,
    chords: &[Vec<Key>],
    other: Command,
    others: &[Vec<Key>],
    line: usize,
) -> Option<String> {
    let (scope, other_scope) = (command.row().scope, other.row().scope);
    for chord in chords {
        for before in others.iter().filter(|before| command != other || *before != chord) {
            if !collide(scope, chord, other_scope, before) && !collide(other_scope, before, scope, chord) {
                continue;
            }
            let (key, taken, id) = (show_chord(chord), show_chord(before), other.row().id);
            return Some(if chord == before {
                format!("{key:?} cannot be {:?}: it is {id:?} on line {line}", command.row().id)
            } else {
                let (long, short) = if chord.len() > before.len() { (&key, &taken) } else { (&taken, &key) };
                format!(
                    "{key:?} and {taken:?} ({id:?} on line {line}) collide: {long:?} is never heard, for {short:?} is a whole key"
                )
            });
        }
    }
    None
}

/// The command whose id is most similar to what was typed.
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

    #[test]
    fn no_chord_of_the_table_occurs_twice_in_a_scope() {
        let keymap = Keymap::default();
        for (at, bound) in keymap.bindings.iter().enumerate() {
            let before = keymap.bindings.iter().take(at);
            let mut same = before.filter(|other| other.scope == bound.scope && other.chord == bound.chord);
            assert!(same.next().is_none(), "{bound:?}");
        }
    }

    fn find(keymap: &Keymap, scope: Scope, chord: &str) -> Match {
        keymap.find(scope, &parse_chord(chord).unwrap())
    }

    fn configured(bindings: &[(&str, &[&str])]) -> Result<Keymap, (usize, String)> {
        let mut keymap = Keymap::default();
        let bindings: Vec<Binding> = (2..)
            .zip(bindings)
            .map(|(line, (command, keys))| Binding {
                command: (*command).to_owned(),
                keys: keys.iter().map(|&key| key.to_owned()).collect(),
                line,
            })
            .collect();
        keymap.configure(&bindings).map(|()| keymap)
    }

    #[test]
    fn a_rebound_command_loses_its_old_keys_and_may_have_several_chords() {
        let keymap = configured(&[("line-down", &["x", "g d"]), ("quit", &[])]).unwrap();
        assert_eq!(find(&keymap, Scope::Reader, "j"), Match::None);
        assert_eq!(find(&keymap, Scope::Reader, "x"), Match::Command(Command::LineDown));
        assert_eq!(find(&keymap, Scope::Reader, "g d"), Match::Command(Command::LineDown));
        assert_eq!(find(&keymap, Scope::Global, "q"), Match::None);
        assert_eq!(find(&Keymap::default(), Scope::Global, "Z"), Match::Prefix);
    }

    #[test]
    fn bindings_of_the_file_override_the_defaults_that_would_hide_them() {
        let keymap = configured(&[("quit", &["j"]), ("bottom", &["g e"]), ("copy", &["n"])]).unwrap();
        assert_eq!(find(&keymap, Scope::Reader, "j"), Match::None);
        assert_eq!(find(&keymap, Scope::Outline, "j"), Match::None);
        assert_eq!(find(&keymap, Scope::Global, "j"), Match::Command(Command::Quit));
        assert_eq!(find(&keymap, Scope::Reader, "g"), Match::Prefix);
        assert_eq!(find(&keymap, Scope::Outline, "g"), Match::Command(Command::OutlineTop));
        assert_eq!(find(&keymap, Scope::Global, "n"), Match::Command(Command::Copy));
        assert_eq!(find(&keymap, Scope::Sheet, "n"), Match::Command(Command::SheetNext));
        // Two commands may swap their keys.
        let keymap = configured(&[("line-down", &["k"]), ("line-up", &["j"])]).unwrap();
        assert_eq!(find(&keymap, Scope::Reader, "j"), Match::Command(Command::LineUp));
        assert_eq!(find(&keymap, Scope::Reader, "k"), Match::Command(Command::LineDown));
    }

    #[test]
    fn colliding_bindings_of_the_file_are_an_error() {
        let error = |bindings: &[(&str, &[&str])]| configured(bindings).unwrap_err();
        assert_eq!(
            error(&[("line-down", &["j"]), ("quit", &["j"])]),
            (1, "\"j\" cannot be \"quit\": it is \"line-down\" on line 2".into())
        );
        assert_eq!(
            error(&[("top", &["g"]), ("bottom", &["g e"])]),
            (1, "\"g e\" and \"g\" (\"top\" on line 2) collide: \"g e\" is never heard, for \"g\" is a whole key".into())
        );
        assert_eq!(error(&[("top", &["g g", "g"])]).0, 0);
        assert_eq!(error(&[("copy", &["g"]), ("sheet-copy", &["g g"])]).0, 1);
        assert!(configured(&[("top", &["x"]), ("outline-top", &["x"]), ("accept", &["x"])]).is_ok());
        assert!(configured(&[("copy", &["x"]), ("sheet-copy", &["x"])]).is_ok());
    }

    #[test]
    fn a_bad_binding_is_an_error_with_a_reason() {
        assert_eq!(
            configured(&[("line-dwon", &[])]).unwrap_err().1,
            "\"line-dwon\" is not a command; did you mean \"line-down\"? (`plenary keys` lists them)"
        );
        assert_eq!(
            configured(&[("top", &["Hom"])]).unwrap_err().1,
            "\"Hom\" is not a key; write j, Space, Ctrl-P, Alt-Left or F1"
        );
    }
}
