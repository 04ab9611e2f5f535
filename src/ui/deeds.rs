//! What each command does: the column of the table of commands that depends on the interface.
//!
//! A command without a row here does not compile. What takes more than a line is a function of `act`, where
//! it needs only the state, or else of `dispatch`. Commands of lists and sheets are handled by the topmost
//! overlay and do nothing here.

use super::App;
use super::act::{self, Cut};
use crate::app::cited::Side;
use crate::app::command::Command;
use crate::app::event::Effect;
use crate::app::hand::Wish;
use crate::app::outline::Outline;
use crate::app::session::Session;

/// Carries out a command that no overlay has handled.
#[expect(clippy::too_many_lines, reason = "a row a command")]
pub(super) fn deed(command: Command) -> fn(&mut App) {
    match command {
        Command::LineDown => |app| act::go(true, &mut app.state, |session, _| session.scroll(1)),
        Command::LineUp => |app| act::go(false, &mut app.state, |session, _| session.scroll(-1)),
        Command::PageDown => |app| act::go(true, &mut app.state, Session::page),
        Command::PageUp => |app| act::go(false, &mut app.state, |session, page| session.page(-page)),
        Command::HalfDown => {
            |app| act::go(true, &mut app.state, |session, page| session.scroll((page / 2).max(1)))
        }
        Command::HalfUp => {
            |app| act::go(false, &mut app.state, |session, page| session.scroll(-(page / 2).max(1)))
        }
        Command::Top => |app| act::go_to_end(false, &mut app.state),
        Command::Bottom => |app| act::go_to_end(true, &mut app.state),
        Command::NextClause => |app| act::step(true, &mut app.state),
        Command::PreviousClause => |app| act::step(false, &mut app.state),
        Command::NextSection => |app| act::step_section(true, &mut app.state),
        Command::PreviousSection => |app| act::step_section(false, &mut app.state),
        Command::Follow => App::follow,
        Command::Deeper => |app| act::deeper(&mut app.state),
        Command::Shallower => |app| act::shallower(&mut app.state),

        Command::OutlineDown => |app| act::walk(1, &mut app.state),
        Command::OutlineUp => |app| act::walk(-1, &mut app.state),
        Command::OutlinePageDown => |app| act::walk(act::outline_page(&app.state), &mut app.state),
        Command::OutlinePageUp => |app| act::walk(-act::outline_page(&app.state), &mut app.state),
        Command::OutlineTop => |app| act::walk(isize::MIN + 1, &mut app.state),
        Command::OutlineBottom => |app| act::walk(isize::MAX, &mut app.state),
        Command::OutlineGo => |app| act::go_to_entry(&mut app.state),
        Command::Unfold => |app| act::fold(&mut app.state, Outline::unfold),
        Command::Fold => |app| act::fold(&mut app.state, Outline::fold),
        Command::UnfoldAll => {
            |app| act::fold(&mut app.state, |outline, document, _| outline.unfold_all(document))
        }
        Command::FoldAll => {
            |app| act::fold(&mut app.state, |outline, document, _| outline.fold_all(document))
        }

        Command::Jump => |app| app.open_jump(""),
        Command::Find => App::open_find,
        Command::Filter => App::open_filter,
        Command::FindInAll => App::open_find_in_all,
        Command::FindNext => |app| act::find_again(true, &mut app.state),
        Command::FindPrevious => |app| act::find_again(false, &mut app.state),
        Command::Back => |app| app.travel(true),
        Command::Forward => |app| app.travel(false),
        Command::Copy => |app| act::copy(Cut::Text, &mut app.state),
        Command::Select => |app| act::select(&mut app.state),
        Command::CopyCited => |app| act::copy(Cut::Cited, &mut app.state),
        Command::CopyCitation => |app| act::copy(Cut::Citation, &mut app.state),
        Command::SetMark => |app| app.await_mark(Command::SetMark),
        Command::GoMark => |app| app.await_mark(Command::GoMark),
        Command::SwitchPane => App::switch_pane,
        Command::ToggleOutline => App::toggle_outline,
        Command::OutlineNarrower => |app| app.widen_outline(-2),
        Command::OutlineWider => |app| app.widen_outline(2),
        Command::Narrower => |app| app.widen(-2),
        Command::Wider => |app| app.widen(2),
        Command::TogglePages => |app| act::toggle_pages(&mut app.state),
        Command::NextTheme => |app| act::next_theme(&mut app.state),
        Command::ToggleMouse => App::toggle_mouse,
        Command::Details => App::open_details,
        Command::Problems => App::open_problems,
        Command::Actions => App::open_actions,
        Command::CitedBy => |app| app.open_cited(Side::CitedBy),
        Command::Cites => |app| app.open_cited(Side::Cites),
        Command::Documents => App::list_documents,
        Command::NextDocument => |app| app.state.wish(Wish::Step { forward: true }),
        Command::PreviousDocument => |app| app.state.wish(Wish::Step { forward: false }),
        Command::Translate => |app| app.state.wish(Wish::Translation),
        Command::Reload => App::reload,
        Command::Help => |app| app.open_help(),
        Command::Redraw => |app| app.state.effects.push(Effect::Redraw),
        Command::Suspend => |app| app.state.effects.push(Effect::Suspend),
        Command::Close => App::close,
        Command::Quit => |app| app.state.quit(),

        Command::Accept
        | Command::Cancel
        | Command::NextEntry
        | Command::PreviousEntry
        | Command::NextEntries
        | Command::PreviousEntries
        | Command::CursorLeft
        | Command::CursorRight
        | Command::CursorHome
        | Command::CursorEnd
        | Command::DeleteLeft
        | Command::DeleteRight
        | Command::DeleteWord
        | Command::Clear
        | Command::Complete
        | Command::ToggleRegex
        | Command::Sort
        | Command::SaveSearch
        | Command::ForgetSearch
        | Command::Widen
        | Command::CopyList
        | Command::SheetNext
        | Command::SheetPrevious
        | Command::SheetFollow
        | Command::SheetDown
        | Command::SheetUp
        | Command::SheetCopy
        | Command::SheetClose => |_| {},
    }
}
