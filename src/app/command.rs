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

    pub fn french(self) -> &'static str {
        match self {
            Self::Global => "partout",
            Self::Reader => "texte",
            Self::Outline => "plan",
            Self::List => "listes",
            Self::Sheet => "fiches",
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub command: Command,
    /// As the config file names it: `line-down`.
    pub id: &'static str,
    /// In English, as in the README and the man page.
    pub sentence: &'static str,
    pub french: &'static str,
    pub scope: Scope,
    /// Default keys, each as [`super::key::parse_chord`] reads it.
    pub keys: &'static [&'static str],
}

macro_rules! commands {
    ($($scope:ident { $($command:ident $id:literal $sentence:literal $french:literal [$($key:literal)*];)* })*) => {
        /// What a reader can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $($($command,)*)* }

        /// The table.
        pub const TABLE: &[Row] = &[$($(
            Row { command: Command::$command, id: $id, sentence: $sentence, french: $french, scope: Scope::$scope, keys: &[$($key),*] },
        )*)*];
    };
}

commands! {
    Reader {
        LineDown "line-down" "Scroll one line down" "Une ligne plus bas" ["j" "Down" "Ctrl-E" "Ctrl-N"];
        LineUp "line-up" "Scroll one line up" "Une ligne plus haut" ["k" "Up" "Ctrl-Y"];
        PageDown "page-down" "Scroll one page down" "Une page plus bas" ["Space" "PageDown" "f" "Ctrl-F" "Ctrl-V"];
        PageUp "page-up" "Scroll one page up" "Une page plus haut" ["b" "PageUp" "Ctrl-B" "Alt-v"];
        HalfDown "half-page-down" "Scroll half a page down" "Une demi-page plus bas" ["d" "Ctrl-D"];
        HalfUp "half-page-up" "Scroll half a page up" "Une demi-page plus haut" ["u" "Ctrl-U"];
        Top "top" "Go to the beginning" "Aller au début" ["g" "Home" "<"];
        Bottom "bottom" "Go to the end" "Aller à la fin" ["G" "End" ">"];
        NextClause "next-clause" "Go to the next clause" "Paragraphe suivant" ["]" "J"];
        PreviousClause "previous-clause" "Go to the previous clause" "Paragraphe précédent" ["[" "K"];
        NextSection "next-section" "Go to the next section, part or annex" "Section, partie ou annexe suivante" ["}"];
        PreviousSection "previous-section" "Go to the previous section, part or annex" "Section, partie ou annexe précédente" ["{"];
        Follow "follow" "Show the notes and references of this clause" "Montrer les notes et renvois de ce paragraphe" ["Enter" "v"];
        Deeper "unfold-here" "Unfold this clause in the outline; in a table wider than the screen, columns further right" "Déplier ce paragraphe dans le plan ; dans un tableau plus large que l'écran, colonnes plus à droite" ["l" "Right"];
        Shallower "fold-here" "Fold this clause in the outline; in a table wider than the screen, columns further left" "Plier ce paragraphe dans le plan ; dans un tableau plus large que l'écran, colonnes plus à gauche" ["h" "Left"];
    }
    Outline {
        OutlineDown "outline-down" "Next entry" "Entrée suivante" ["j" "Down" "Ctrl-N"];
        OutlineUp "outline-up" "Previous entry" "Entrée précédente" ["k" "Up"];
        OutlinePageDown "outline-page-down" "A page of entries down" "Une page d'entrées plus bas" ["Space" "PageDown" "d" "Ctrl-D" "f" "Ctrl-F"];
        OutlinePageUp "outline-page-up" "A page of entries up" "Une page d'entrées plus haut" ["b" "PageUp" "u" "Ctrl-U" "Ctrl-B"];
        OutlineTop "outline-top" "First entry" "Première entrée" ["g" "Home"];
        OutlineBottom "outline-bottom" "Last entry" "Dernière entrée" ["G" "End"];
        OutlineGo "outline-go" "Go to the entry and read" "Aller à l'entrée et lire" ["Enter"];
        Unfold "unfold" "Unfold the entry, or go into it" "Déplier l'entrée, ou y entrer" ["l" "Right"];
        Fold "fold" "Fold the entry, or go to the one above it" "Plier l'entrée, ou remonter" ["h" "Left"];
        UnfoldAll "unfold-all" "Unfold all entries" "Tout déplier" ["*" "L"];
        FoldAll "fold-all" "Fold all entries" "Tout plier" ["_" "H"];
    }
    Global {
        Jump "jump" "Jump to a paragraph: its number, or words of it" "Aller à un paragraphe : son numéro ou ses mots" [":" "Ctrl-P"];
        Find "find" "Find text as typed" "Chercher le texte tel qu'il est tapé" ["/" "Ctrl-S"];
        FindNext "find-next" "Next place that was found" "Occurrence suivante" ["n"];
        FindPrevious "find-previous" "Previous place that was found" "Occurrence précédente" ["N"];
        Back "back" "Back to where you were" "Revenir où l'on était" ["Backspace" "Ctrl-O" "Alt-Left"];
        Forward "forward" "Forward again" "Repartir en avant" ["Ctrl-I" "Alt-Right"];
        Copy "copy" "Copy the paragraph or row; again, the cell" "Copier le paragraphe ou la ligne ; encore, la cellule" ["y"];
        CopyCited "copy-cited" "Copy the paragraph with its citation" "Copier le paragraphe et sa référence" ["Y"];
        CopyCitation "copy-citation" "Copy the citation alone" "Copier la référence seule" ["c"];
        SetMark "set-mark" "Set a mark: m and a letter" "Poser une marque : m et une lettre" ["m"];
        GoMark "go-mark" "Go to a mark: ' and a letter" "Aller à une marque : ' et une lettre" ["'" "`"];
        SwitchPane "switch-pane" "Go to the other pane" "Passer à l'autre volet" ["Tab" "Shift-Tab"];
        ToggleOutline "toggle-outline" "Show or hide the outline" "Montrer ou cacher le plan" ["o"];
        OutlineNarrower "outline-narrower" "Make the outline narrower" "Rétrécir le plan" ["("];
        OutlineWider "outline-wider" "Make the outline wider" "Élargir le plan" [")"];
        Narrower "shorter-lines" "Shorten the lines of the text" "Raccourcir les lignes du texte" ["-"];
        Wider "longer-lines" "Lengthen the lines of the text" "Allonger les lignes du texte" ["+" "="];
        TogglePages "toggle-pages" "Mark where the pages of the source end" "Marquer la fin des pages de la source" ["p"];
        NextTheme "next-theme" "Next theme: light, dark, contrast, mono" "Thème suivant : clair, sombre, contraste, mono" ["t"];
        ToggleMouse "toggle-mouse" "Listen to the mouse, or leave it to the terminal" "Écouter la souris, ou la laisser au terminal" ["M"];
        Details "details" "Masthead and all that is known of the document" "En-tête et tout ce que l'on sait du document" ["i"];
        Problems "problems" "What was not understood in the document" "Ce qui n'a pas été compris dans le document" ["e"];
        Documents "documents" "List of documents" "Liste des documents" ["D" "Ctrl-X"];
        Reload "reload" "Read the file again" "Relire le fichier" ["R"];
        Help "help" "All keys" "Toutes les touches" ["?" "F1"];
        Redraw "redraw" "Draw the screen again" "Redessiner l'écran" ["Ctrl-L"];
        Suspend "suspend" "Suspend; `fg` comes back" "Suspendre ; `fg` fait revenir" ["Ctrl-Z"];
        Close "close" "Close what is on top" "Fermer ce qui est au-dessus" ["Esc"];
        Quit "quit" "Quit" "Quitter" ["q" "Ctrl-C" "Z Z"];
    }
    List {
        Accept "accept" "Take the entry" "Prendre l'entrée" ["Enter"];
        Cancel "cancel" "Close the list and go back" "Fermer la liste et revenir" ["Esc" "Ctrl-C" "Ctrl-G"];
        NextEntry "next-entry" "Next entry" "Entrée suivante" ["Down" "Ctrl-N" "Ctrl-J" "Tab"];
        PreviousEntry "previous-entry" "Previous entry" "Entrée précédente" ["Up" "Ctrl-P" "Ctrl-K" "Shift-Tab"];
        NextEntries "next-entries" "A page of entries down" "Une page d'entrées plus bas" ["PageDown"];
        PreviousEntries "previous-entries" "A page of entries up" "Une page d'entrées plus haut" ["PageUp"];
        CursorLeft "cursor-left" "Cursor left" "Curseur à gauche" ["Left" "Ctrl-B"];
        CursorRight "cursor-right" "Cursor right" "Curseur à droite" ["Right" "Ctrl-F"];
        CursorHome "cursor-home" "Cursor to the beginning" "Curseur au début" ["Home" "Ctrl-A"];
        CursorEnd "cursor-end" "Cursor to the end" "Curseur à la fin" ["End" "Ctrl-E"];
        DeleteLeft "delete-left" "Delete the letter before the cursor" "Effacer la lettre avant le curseur" ["Backspace" "Ctrl-H"];
        DeleteRight "delete-right" "Delete the letter at the cursor" "Effacer la lettre sous le curseur" ["Delete" "Ctrl-D"];
        DeleteWord "delete-word" "Delete the word before the cursor" "Effacer le mot avant le curseur" ["Ctrl-W"];
        Clear "clear" "Delete the whole query" "Effacer toute la recherche" ["Ctrl-U"];
        ToggleRegex "toggle-regex" "Find: a regular expression or plain text" "Chercher : expression régulière ou texte" ["Ctrl-R" "Alt-r"];
    }
    Sheet {
        SheetNext "sheet-next" "Next note or reference" "Note ou renvoi suivant" ["n" "Tab" "]"];
        SheetPrevious "sheet-previous" "Previous note or reference" "Note ou renvoi précédent" ["N" "Shift-Tab" "["];
        SheetFollow "sheet-follow" "Follow the reference" "Suivre le renvoi" ["Enter"];
        SheetDown "sheet-down" "Scroll down" "Défiler vers le bas" ["j" "Down" "Space" "PageDown"];
        SheetUp "sheet-up" "Scroll up" "Défiler vers le haut" ["k" "Up" "b" "PageUp"];
        SheetCopy "sheet-copy" "Copy what is shown" "Copier ce qui est montré" ["y"];
        SheetClose "sheet-close" "Close" "Fermer" ["Esc" "q" "Backspace" "Ctrl-C"];
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
