//! The table of commands. The keymap, the help, docs/keys.md, `plenary keys` and the keys of the config file
//! are made from it.
//!
//! To add a command, add a row here and one in `ui/deeds.rs`, which says what it does. After the keys,
//! `whole` makes the command wait until the whole document is read, and `screen` leaves it out of the line
//! mode.

use crate::lang::Language;
use crate::messages::{Fixed, Messages};

/// Where the keys of a command apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Everywhere, except in a list that takes typed text.
    Global,
    /// The reading pane.
    Reader,
    /// The outline.
    Outline,
    /// Any list with a query: jump, find, documents and help.
    List,
    /// An overlay that shows something: a note, the masthead or an error.
    Sheet,
}

impl Scope {
    pub(crate) fn name(self, messages: Messages) -> &'static str {
        match self {
            Self::Global => messages.scope_global(),
            Self::Reader => messages.scope_reader(),
            Self::Outline => messages.scope_outline(),
            Self::List => messages.scope_list(),
            Self::Sheet => messages.scope_sheet(),
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub command: Command,
    /// The name in the config file, such as `line-down`.
    pub id: &'static str,
    /// What the command does, in the language of the interface.
    pub sentence: Fixed,
    pub scope: Scope,
    /// Default keys, each as [`super::key::parse_chord`] reads it.
    pub keys: &'static [&'static str],
    /// The command waits until the whole document is read, because its result would be wrong before.
    pub whole: bool,
    /// The command changes only how the screen looks, so the line mode does not have it.
    pub screen: bool,
}

impl Row {
    /// Whether the line mode has the command.
    pub(crate) fn is_spoken(&self) -> bool {
        matches!(self.scope, Scope::Reader | Scope::Global) && !self.screen
    }
}

/// The words that may follow the keys of a row, as the values of [`Row::whole`] and [`Row::screen`].
macro_rules! words {
    () => {
        (false, false)
    };
    (whole) => {
        (true, false)
    };
    (screen) => {
        (false, true)
    };
    // Both.
    (alone) => {
        (true, true)
    };
}

macro_rules! commands {
    ($($scope:ident { $($command:ident $id:literal $sentence:ident [$($key:literal)*] $($word:ident)?;)* })*) => {
        /// What a reader can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $($($command,)*)* }

        /// The rows, in the order of the commands.
        pub const TABLE: &[Row] = &[$($(
            Row {
                command: Command::$command,
                id: $id,
                sentence: Messages::$sentence,
                scope: Scope::$scope,
                keys: &[$($key),*],
                whole: words!($($word)?).0,
                screen: words!($($word)?).1,
            },
        )*)*];
    };
}

commands! {
    Reader {
        LineDown "line-down" command_line_down ["j" "Down" "Ctrl-E" "Ctrl-N"];
        LineUp "line-up" command_line_up ["k" "Up" "Ctrl-Y"];
        PageDown "page-down" command_page_down ["Space" "PageDown" "f" "Ctrl-F" "Ctrl-V"];
        PageUp "page-up" command_page_up ["b" "PageUp" "Ctrl-B" "Alt-v"];
        HalfDown "half-page-down" command_half_page_down ["d" "Ctrl-D"];
        HalfUp "half-page-up" command_half_page_up ["u" "Ctrl-U"];
        Top "top" command_top ["g" "Home" "<"];
        Bottom "bottom" command_bottom ["G" "End" ">"] whole;
        NextClause "next-clause" command_next_clause ["]" "J"];
        PreviousClause "previous-clause" command_previous_clause ["[" "K"];
        Follow "follow" command_follow ["Enter" "v"] whole;
        Deeper "unfold-here" command_unfold_here ["l" "Right"] screen;
        Shallower "fold-here" command_fold_here ["h" "Left"] screen;
    }
    Outline {
        OutlineDown "outline-down" command_outline_down ["j" "Down" "Ctrl-N"];
        OutlineUp "outline-up" command_outline_up ["k" "Up"];
        OutlinePageDown "outline-page-down" command_outline_page_down ["Space" "PageDown" "d" "Ctrl-D" "f" "Ctrl-F"];
        OutlinePageUp "outline-page-up" command_outline_page_up ["b" "PageUp" "u" "Ctrl-U" "Ctrl-B"];
        OutlineTop "outline-top" command_outline_top ["g" "Home"];
        OutlineBottom "outline-bottom" command_outline_bottom ["G" "End"] whole;
        OutlineGo "outline-go" command_outline_go ["Enter"];
        Unfold "unfold" command_unfold ["l" "Right"];
        Fold "fold" command_fold ["h" "Left"];
    }
    Global {
        Jump "jump" command_jump [":" "Ctrl-P"] whole;
        Find "find" command_find ["/" "Ctrl-S"] whole;
        Filter "filter" command_filter ["&"] alone;
        FindNext "find-next" command_find_next ["n"] whole;
        FindPrevious "find-previous" command_find_previous ["N"] whole;
        FindInAll "find-in-all" command_find_in_all ["S"] screen;
        Back "back" command_back ["Backspace" "Ctrl-O" "Alt-Left"];
        Forward "forward" command_forward ["Alt-Right"];
        Copy "copy" command_copy ["y"];
        Select "select" command_select ["V"] screen;
        CopyCited "copy-cited" command_copy_cited ["Y"];
        CopyCitation "copy-citation" command_copy_citation ["c"];
        SetMark "set-mark" command_set_mark ["m"];
        GoMark "go-mark" command_go_mark ["'" "`"];
        NextSection "next-section" command_next_section ["}"] whole;
        PreviousSection "previous-section" command_previous_section ["{"];
        UnfoldAll "unfold-all" command_unfold_all ["*"] screen;
        FoldAll "fold-all" command_fold_all ["_"] screen;
        SwitchPane "switch-pane" command_switch_pane ["Tab" "Shift-Tab"];
        ToggleOutline "toggle-outline" command_toggle_outline ["o"];
        OutlineNarrower "outline-narrower" command_outline_narrower ["("] screen;
        OutlineWider "outline-wider" command_outline_wider [")"] screen;
        Narrower "shorter-lines" command_shorter_lines ["-"] screen;
        Wider "longer-lines" command_longer_lines ["+" "="] screen;
        TogglePages "toggle-pages" command_toggle_pages ["p"];
        NextTheme "next-theme" command_next_theme ["t"] screen;
        ToggleMouse "toggle-mouse" command_toggle_mouse ["M"] screen;
        Details "details" command_details ["i"] whole;
        Problems "problems" command_problems ["e"] whole;
        Actions "actions" command_actions ["a"] whole;
        CitedBy "cited-by" command_cited_by ["B"];
        Cites "cites" command_cites ["r"];
        Documents "documents" command_documents ["D" "Ctrl-X"];
        NextDocument "next-document" command_next_document ["." "Ctrl-PageDown"];
        PreviousDocument "previous-document" command_previous_document ["," "Ctrl-PageUp"];
        Translate "other-language" command_other_language ["L"];
        Reload "reload" command_reload ["R"] whole;
        Help "help" command_help ["?" "F1"];
        Redraw "redraw" command_redraw ["Ctrl-L"];
        Suspend "suspend" command_suspend ["Ctrl-Z"] screen;
        Close "close" command_close ["Esc"] screen;
        Quit "quit" command_quit ["q" "Ctrl-C" "Z Z"];
    }
    List {
        Accept "accept" command_accept ["Enter"];
        Cancel "cancel" command_cancel ["Esc" "Ctrl-C" "Ctrl-G"];
        NextEntry "next-entry" command_next_entry ["Down" "Ctrl-N" "Ctrl-J"];
        Complete "complete" command_complete ["Tab"];
        PreviousEntry "previous-entry" command_previous_entry ["Up" "Ctrl-P" "Ctrl-K" "Shift-Tab"];
        NextEntries "next-entries" command_next_entries ["PageDown"];
        PreviousEntries "previous-entries" command_previous_entries ["PageUp"];
        CursorLeft "cursor-left" command_cursor_left ["Left" "Ctrl-B"];
        CursorRight "cursor-right" command_cursor_right ["Right" "Ctrl-F"];
        CursorHome "cursor-home" command_cursor_home ["Home" "Ctrl-A"];
        CursorEnd "cursor-end" command_cursor_end ["End" "Ctrl-E"];
        DeleteLeft "delete-left" command_delete_left ["Backspace" "Ctrl-H"];
        DeleteRight "delete-right" command_delete_right ["Delete" "Ctrl-D"];
        DeleteWord "delete-word" command_delete_word ["Ctrl-W"];
        Clear "clear" command_clear ["Ctrl-U"];
        ToggleRegex "toggle-regex" command_toggle_regex ["Ctrl-R" "Alt-r"];
        Sort "sort" command_sort ["Ctrl-T"];
        SaveSearch "save-search" command_save_search ["Ctrl-S" "Alt-s"];
        ForgetSearch "forget-search" command_forget_search ["Ctrl-X" "Alt-x"];
        Widen "widen-list" command_widen ["Ctrl-O"];
        CopyList "copy-list" command_copy_list ["Ctrl-Y"];
    }
    Sheet {
        SheetNext "sheet-next" command_sheet_next ["n" "Tab" "]"];
        SheetPrevious "sheet-previous" command_sheet_previous ["N" "Shift-Tab" "["];
        SheetFollow "sheet-follow" command_sheet_follow ["Enter"];
        SheetDown "sheet-down" command_sheet_down ["j" "Down" "Space" "PageDown"];
        SheetUp "sheet-up" command_sheet_up ["k" "Up" "b" "PageUp"];
        SheetCopy "sheet-copy" command_sheet_copy ["y"];
        SheetClose "sheet-close" command_sheet_close ["Esc" "q" "Backspace" "Ctrl-C"];
    }
}

impl Command {
    pub(crate) fn row(self) -> &'static Row {
        // The rows and the commands are made from the same lines, so the order is the same.
        TABLE.get(self as usize).unwrap_or(&TABLE[0])
    }

    /// The command with this id, as the config file names it; `None` where there is none.
    pub(crate) fn of_id(id: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.id == id).map(|row| row.command)
    }
}

/// The table as Markdown, for docs/keys.md and `plenary keys`.
pub fn markdown() -> String {
    use std::fmt::Write as _;
    let english = Messages::of(Language::En);
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
        let (scope, keys, sentence) = (row.scope.name(english), keys.join(" "), (row.sentence)(english));
        let written = writeln!(out, "| {scope} | {keys} | {sentence} | `{}` |", row.id);
        debug_assert!(written.is_ok(), "writing to a String does not fail");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn ids_of_commands_are_unique_and_keys_do_not_collide() {
        let ids: HashSet<_> = TABLE.iter().map(|row| row.id).collect();
        assert_eq!(ids.len(), TABLE.len(), "an id stands twice");
        assert!(TABLE.iter().all(|row| row.command.row().id == row.id), "a row is found by its command");
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
