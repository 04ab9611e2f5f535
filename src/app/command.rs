//! THE table of commands. Keymap, help, README, `plenary keys` and the config file are made from it.
//!
//! To add a command: one row here and one arm where it is carried out.

/// Where a command's keys are listened to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Everywhere but in a list that takes typed text.
    Global,
    /// The reading pane.
    Reader,
    /// The outline.
    Outline,
    /// Any list with a query: jump, find, documents, help.
    List,
    /// A sheet that shows something: a note, the masthead, an error.
    Sheet,
}

impl Scope {
    pub const ALL: [Self; 5] = [Self::Global, Self::Reader, Self::Outline, Self::List, Self::Sheet];

    pub fn name(self) -> &'static str {
        match self {
            Self::Global => "everywhere",
            Self::Reader => "text",
            Self::Outline => "outline",
            Self::List => "lists",
            Self::Sheet => "sheets",
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub command: Command,
    /// As the config file names it: `line-down`.
    pub id: &'static str,
    pub sentence: &'static str,
    pub scope: Scope,
    /// Default keys, each as [`super::key::parse_chord`] reads it.
    pub keys: &'static [&'static str],
}

macro_rules! commands {
    ($($scope:ident { $($command:ident $id:literal $sentence:literal [$($key:literal)*];)* })*) => {
        /// What a reader can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $($($command,)*)* }

        /// The table.
        pub const TABLE: &[Row] = &[$($(
            Row { command: Command::$command, id: $id, sentence: $sentence, scope: Scope::$scope, keys: &[$($key),*] },
        )*)*];
    };
}

commands! {
    Reader {
        LineDown "line-down" "Scroll one line down" ["j" "Down" "Ctrl-E" "Ctrl-N"];
        LineUp "line-up" "Scroll one line up" ["k" "Up" "Ctrl-Y"];
        PageDown "page-down" "Scroll one page down" ["Space" "PageDown" "f" "Ctrl-F" "Ctrl-V"];
        PageUp "page-up" "Scroll one page up" ["b" "PageUp" "Ctrl-B" "Alt-v"];
        HalfDown "half-page-down" "Scroll half a page down" ["d" "Ctrl-D"];
        HalfUp "half-page-up" "Scroll half a page up" ["u" "Ctrl-U"];
        Top "top" "Go to the beginning" ["g" "Home" "<"];
        Bottom "bottom" "Go to the end" ["G" "End" ">"];
        NextClause "next-clause" "Go to the next clause" ["]" "J"];
        PreviousClause "previous-clause" "Go to the previous clause" ["[" "K"];
        NextSection "next-section" "Go to the next section, part or annex" ["}"];
        PreviousSection "previous-section" "Go to the previous section, part or annex" ["{"];
        Follow "follow" "Show the notes and references of this clause" ["Enter"];
        Deeper "unfold-here" "Unfold this clause in the outline" ["l" "Right"];
        Shallower "fold-here" "Fold this clause in the outline" ["h" "Left"];
    }
    Outline {
        OutlineDown "outline-down" "Next entry" ["j" "Down" "Ctrl-N"];
        OutlineUp "outline-up" "Previous entry" ["k" "Up"];
        OutlinePageDown "outline-page-down" "A page of entries down" ["Space" "PageDown" "d" "Ctrl-D" "f" "Ctrl-F"];
        OutlinePageUp "outline-page-up" "A page of entries up" ["b" "PageUp" "u" "Ctrl-U" "Ctrl-B"];
        OutlineTop "outline-top" "First entry" ["g" "Home"];
        OutlineBottom "outline-bottom" "Last entry" ["G" "End"];
        OutlineGo "outline-go" "Go to the entry and read" ["Enter"];
        Unfold "unfold" "Unfold the entry, or go into it" ["l" "Right"];
        Fold "fold" "Fold the entry, or go to the one above it" ["h" "Left"];
        UnfoldAll "unfold-all" "Unfold all entries" ["*" "L"];
        FoldAll "fold-all" "Fold all entries" ["_" "H"];
    }
    Global {
        Jump "jump" "Jump to a paragraph: its number, or words of it" [":" "Ctrl-P"];
        Find "find" "Find text as typed" ["/" "Ctrl-S"];
        FindNext "find-next" "Next place that was found" ["n"];
        FindPrevious "find-previous" "Previous place that was found" ["N"];
        Back "back" "Back to where you were" ["Backspace" "Ctrl-O" "Alt-Left"];
        Forward "forward" "Forward again" ["Ctrl-I" "Alt-Right"];
        Copy "copy" "Copy the paragraph" ["y"];
        CopyCited "copy-cited" "Copy the paragraph with its citation" ["Y"];
        CopyCitation "copy-citation" "Copy the citation alone" ["c"];
        SetMark "set-mark" "Set a mark: m and a letter" ["m"];
        GoMark "go-mark" "Go to a mark: ' and a letter" ["'" "`"];
        SwitchPane "switch-pane" "Go to the other pane" ["Tab" "Shift-Tab"];
        ToggleOutline "toggle-outline" "Show or hide the outline" ["o"];
        OutlineNarrower "outline-narrower" "Make the outline narrower" ["("];
        OutlineWider "outline-wider" "Make the outline wider" [")"];
        Narrower "shorter-lines" "Shorten the lines of the text" ["-"];
        Wider "longer-lines" "Lengthen the lines of the text" ["+" "="];
        TogglePages "toggle-pages" "Mark where the pages of the source end" ["p"];
        NextTheme "next-theme" "Next theme: light, dark, contrast, mono" ["t"];
        Details "details" "Masthead and all that is known of the document" ["i"];
        Problems "problems" "What was not understood in the document" ["e"];
        Documents "documents" "List of documents" ["D" "Ctrl-X"];
        Reload "reload" "Read the file again" ["R"];
        Help "help" "All keys" ["?" "F1"];
        Redraw "redraw" "Draw the screen again" ["Ctrl-L"];
        Suspend "suspend" "Suspend; `fg` comes back" ["Ctrl-Z"];
        Close "close" "Close what is on top" ["Esc"];
        Quit "quit" "Quit" ["q" "Ctrl-C" "Z Z"];
    }
    List {
        Accept "accept" "Take the entry" ["Enter"];
        Cancel "cancel" "Close the list and go back" ["Esc" "Ctrl-C" "Ctrl-G"];
        NextEntry "next-entry" "Next entry" ["Down" "Ctrl-N" "Ctrl-J" "Tab"];
        PreviousEntry "previous-entry" "Previous entry" ["Up" "Ctrl-P" "Ctrl-K" "Shift-Tab"];
        NextEntries "next-entries" "A page of entries down" ["PageDown"];
        PreviousEntries "previous-entries" "A page of entries up" ["PageUp"];
        CursorLeft "cursor-left" "Cursor left" ["Left" "Ctrl-B"];
        CursorRight "cursor-right" "Cursor right" ["Right" "Ctrl-F"];
        CursorHome "cursor-home" "Cursor to the beginning" ["Home" "Ctrl-A"];
        CursorEnd "cursor-end" "Cursor to the end" ["End" "Ctrl-E"];
        DeleteLeft "delete-left" "Delete the letter before the cursor" ["Backspace" "Ctrl-H"];
        DeleteRight "delete-right" "Delete the letter at the cursor" ["Delete" "Ctrl-D"];
        DeleteWord "delete-word" "Delete the word before the cursor" ["Ctrl-W"];
        Clear "clear" "Delete the whole query" ["Ctrl-U"];
        ToggleRegex "toggle-regex" "Find: a regular expression or plain text" ["Ctrl-R" "Alt-r"];
    }
    Sheet {
        SheetNext "sheet-next" "Next note or reference" ["n" "Tab" "]"];
        SheetPrevious "sheet-previous" "Previous note or reference" ["N" "Shift-Tab" "["];
        SheetFollow "sheet-follow" "Follow the reference" ["Enter"];
        SheetDown "sheet-down" "Scroll down" ["j" "Down" "Space" "PageDown"];
        SheetUp "sheet-up" "Scroll up" ["k" "Up" "b" "PageUp"];
        SheetCopy "sheet-copy" "Copy what is shown" ["y"];
        SheetClose "sheet-close" "Close" ["Esc" "q" "Backspace" "Ctrl-C"];
    }
}

impl Command {
    pub fn row(self) -> &'static Row {
        TABLE.iter().find(|row| row.command == self).unwrap_or(&TABLE[0])
    }

    pub fn of_id(id: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.id == id).map(|row| row.command)
    }
}

/// The table as Markdown, for the README and `plenary keys`.
pub fn markdown() -> String {
    use std::fmt::Write as _;
    let mut out = String::from("| where | keys | what | command |\n|---|---|---|---|\n");
    for row in TABLE {
        let keys: Vec<String> = row
            .keys
            .iter()
            .map(|key| format!("`{}`", key.replace('|', "\\|").replace('`', "` `` ` ``")))
            .collect();
        let keys: Vec<String> = keys
            .into_iter()
            .map(|key| if key.contains("`` ` ``") { "`` ` ``".to_owned() } else { key })
            .collect();
        let written =
            writeln!(out, "| {} | {} | {} | `{}` |", row.scope.name(), keys.join(" "), row.sentence, row.id);
        debug_assert!(written.is_ok(), "writing to a String does not fail");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_command_has_a_row_of_its_own_and_a_key_that_no_other_has() {
        let ids: HashSet<_> = TABLE.iter().map(|row| row.id).collect();
        assert_eq!(ids.len(), TABLE.len(), "an id stands twice");
        let mut keys = HashSet::new();
        for row in TABLE {
            assert!(!row.keys.is_empty(), "{} has no key", row.id);
            for key in row.keys {
                assert!(keys.insert((row.scope, key)), "{key} stands twice in {:?}", row.scope);
                assert!(super::super::key::parse_chord(key).is_ok(), "{key} is no key");
            }
        }
    }
}
