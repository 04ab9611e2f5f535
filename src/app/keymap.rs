//! Keys to commands: the defaults of the table, changed by what the config file says.

use super::command::{Command, Scope, TABLE};
use super::key::{Key, parse_chord, show_chord};
use crate::config::Binding;

/// What the keys typed so far mean in a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// A command.
    Command(Command),
    /// The beginning of a chord.
    Prefix,
    None,
}

/// A chord that a command has in a scope.
#[derive(Clone, Debug)]
struct Bound {
    scope: Scope,
    chord: Vec<Key>,
    command: Command,
}

/// The bindings in force: no chord stands twice in a scope.
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
    /// Gives a command the keys listed, instead of those it had. An empty list unbinds it.
    pub fn rebind(&mut self, id: &str, keys: &[String]) -> Result<(), String> {
        let (command, chords) = meant(id, keys)?;
        self.give(&[(command, chords)]);
        Ok(())
    }

    /// Follows the bindings of a configuration file. An error is the index of the binding that cannot be followed, and
    /// why: it means nothing, or it and another of them collide. Against a default the file always wins.
    pub fn configure(&mut self, bindings: &[Binding]) -> Result<(), (usize, String)> {
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

    /// Gives commands keys, and takes those keys from whatever would keep them from being heard.
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

    /// What `typed` means in one scope.
    pub fn find(&self, scope: Scope, typed: &[Key]) -> Match {
        let mut begun =
            self.bindings.iter().filter(|bound| bound.scope == scope && bound.chord.starts_with(typed));
        let Some(first) = begun.next() else { return Match::None };
        std::iter::once(first)
            .chain(begun)
            .find(|bound| bound.chord.len() == typed.len())
            .map_or(Match::Prefix, |bound| Match::Command(bound.command))
    }

    /// The keys of a command as they are shown, those of the table first.
    pub fn keys(&self, command: Command) -> Vec<String> {
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

/// The command and the chords that a binding names.
fn meant(id: &str, keys: &[String]) -> Result<(Command, Vec<Vec<Key>>), String> {
    let command = Command::of_id(id).ok_or_else(|| {
        let near = nearest(id).map_or(String::new(), |near| format!("; did you mean {near:?}?"));
        format!("{id:?} is not a command{near} (`plenary keys` lists them)")
    })?;
    Ok((command, keys.iter().map(|key| parse_chord(key)).collect::<Result<_, _>>()?))
}

/// Whether of two chords one keeps the other from being heard, against the intention of whoever bound the first.
///
/// A pane is asked before [`Scope::Global`], so its keys hide those; but whatever is a whole chord anywhere is carried
/// out before more keys are waited for. The keys of a sheet hide the global ones on purpose: `q` closes it.
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

/// What is wrong with two bindings of one file; they may be the same one.
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

    #[test]
    fn no_chord_of_the_table_stands_twice() {
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
    fn what_the_file_binds_is_taken_from_the_defaults_that_would_hide_it() {
        let keymap = configured(&[("quit", &["j"]), ("bottom", &["g e"]), ("copy", &["n"])]).unwrap();
        assert_eq!(find(&keymap, Scope::Reader, "j"), Match::None);
        assert_eq!(find(&keymap, Scope::Outline, "j"), Match::None);
        assert_eq!(find(&keymap, Scope::Global, "j"), Match::Command(Command::Quit));
        assert_eq!(find(&keymap, Scope::Reader, "g"), Match::Prefix);
        assert_eq!(find(&keymap, Scope::Outline, "g"), Match::Command(Command::OutlineTop));
        assert_eq!(find(&keymap, Scope::Global, "n"), Match::Command(Command::Copy));
        assert_eq!(find(&keymap, Scope::Sheet, "n"), Match::Command(Command::SheetNext));
        // Two commands may change their keys with one another.
        let keymap = configured(&[("line-down", &["k"]), ("line-up", &["j"])]).unwrap();
        assert_eq!(find(&keymap, Scope::Reader, "j"), Match::Command(Command::LineUp));
        assert_eq!(find(&keymap, Scope::Reader, "k"), Match::Command(Command::LineDown));
    }

    #[test]
    fn two_bindings_of_the_file_that_collide_are_an_error() {
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
