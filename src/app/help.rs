//! What the help lists: the commands by what one wants to do, the keys to know first, and other words that people use
//! for them. How it is drawn and filtered is left to `ui/overlay/help.rs`.

use super::command::Command;
use crate::messages::{Fixed, Messages};

/// What one wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Read,
    Jump,
    Search,
    Copy,
    Compare,
    Lists,
    Screen,
}

impl Group {
    /// In the order of the help.
    pub(crate) const ALL: [Self; 7] =
        [Self::Read, Self::Jump, Self::Search, Self::Copy, Self::Compare, Self::Lists, Self::Screen];

    pub(crate) fn name(self, messages: Messages) -> &'static str {
        match self {
            Self::Read => messages.help_read(),
            Self::Jump => messages.help_jump(),
            Self::Search => messages.help_search(),
            Self::Copy => messages.help_copy(),
            Self::Compare => messages.help_compare(),
            Self::Lists => messages.help_lists(),
            Self::Screen => messages.help_screen(),
        }
    }

    /// The group of a command. Each is named, so that a new one does not compile without a group.
    #[expect(clippy::too_many_lines, reason = "a row a command")]
    pub(crate) fn of(command: Command) -> Self {
        use Command as C;
        match command {
            C::LineDown
            | C::LineUp
            | C::PageDown
            | C::PageUp
            | C::HalfDown
            | C::HalfUp
            | C::Top
            | C::Bottom
            | C::NextClause
            | C::PreviousClause
            | C::NextSection
            | C::PreviousSection
            | C::Deeper
            | C::Shallower => Self::Read,
            C::Jump | C::Back | C::Forward | C::SetMark | C::GoMark | C::Follow => Self::Jump,
            C::Find | C::FindNext | C::FindPrevious | C::FindInAll | C::Filter | C::Actions => Self::Search,
            C::Copy | C::Select | C::CopyCited | C::CopyCitation => Self::Copy,
            C::Translate
            | C::CitedBy
            | C::Cites
            | C::NextDocument
            | C::PreviousDocument
            | C::Documents
            | C::Details
            | C::Problems
            | C::Reload => Self::Compare,
            C::OutlineNarrower
            | C::OutlineWider
            | C::Narrower
            | C::Wider
            | C::TogglePages
            | C::NextTheme
            | C::ToggleMouse
            | C::Help
            | C::Redraw
            | C::Suspend
            | C::Close
            | C::Quit => Self::Screen,
            // The outline, the lists and the sheets.
            C::ToggleOutline
            | C::SwitchPane
            | C::UnfoldAll
            | C::FoldAll
            | C::OutlineDown
            | C::OutlineUp
            | C::OutlinePageDown
            | C::OutlinePageUp
            | C::OutlineTop
            | C::OutlineBottom
            | C::OutlineGo
            | C::Unfold
            | C::Fold
            | C::Accept
            | C::Cancel
            | C::NextEntry
            | C::PreviousEntry
            | C::NextEntries
            | C::PreviousEntries
            | C::CursorLeft
            | C::CursorRight
            | C::CursorHome
            | C::CursorEnd
            | C::DeleteLeft
            | C::DeleteRight
            | C::DeleteWord
            | C::Clear
            | C::Complete
            | C::ToggleRegex
            | C::Sort
            | C::SaveSearch
            | C::ForgetSearch
            | C::Widen
            | C::CopyList
            | C::SheetNext
            | C::SheetPrevious
            | C::SheetFollow
            | C::SheetDown
            | C::SheetUp
            | C::SheetCopy
            | C::SheetClose => Self::Lists,
        }
    }
}

/// The ten keys to know first, as in README.md; who reads this knows the key of the help, and may want to leave.
pub(crate) const FIRST: [Command; 10] = [
    Command::Jump,
    Command::Find,
    Command::NextClause,
    Command::PageDown,
    Command::Follow,
    Command::Back,
    Command::ToggleOutline,
    Command::CopyCited,
    Command::Documents,
    Command::Quit,
];

/// What is useful in a table, where the keys of the text mean something of their own.
pub(crate) const IN_TABLE: [Command; 5] =
    [Command::Deeper, Command::Shallower, Command::Copy, Command::CopyCited, Command::CopyCitation];

/// Other words for a command, so that who types them finds it.
pub(crate) fn other_words(command: Command) -> Option<Fixed> {
    use Command as C;
    Some(match command {
        C::Find | C::FindNext | C::FindPrevious | C::FindInAll => Messages::words_find,
        C::Actions => Messages::words_actions,
        C::Jump => Messages::words_jump,
        C::Back | C::Forward => Messages::words_back,
        C::SetMark | C::GoMark => Messages::words_mark,
        C::Follow => Messages::words_follow,
        C::CitedBy | C::Cites => Messages::words_cited,
        C::Copy | C::Select => Messages::words_copy,
        C::CopyCited | C::CopyCitation => Messages::words_cite,
        C::ToggleOutline | C::SwitchPane => Messages::words_outline,
        C::Translate => Messages::words_language,
        C::Documents | C::NextDocument | C::PreviousDocument => Messages::words_documents,
        C::Details => Messages::words_details,
        C::Problems => Messages::words_problems,
        C::Reload | C::Redraw => Messages::words_reload,
        C::NextTheme => Messages::words_theme,
        C::Narrower | C::Wider | C::OutlineNarrower | C::OutlineWider => Messages::words_width,
        C::Help => Messages::words_help,
        C::Quit | C::Close => Messages::words_quit,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::TABLE;

    #[test]
    fn every_group_has_commands() {
        for group in Group::ALL {
            assert!(TABLE.iter().any(|row| Group::of(row.command) == group), "{group:?}");
        }
    }
}
