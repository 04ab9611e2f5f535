//! Commands that need only the state. `deeds` assigns them to commands.

use super::state::{Focus, State};
use super::theme::Theme;
use crate::app::event::Effect;
use crate::app::found::Step;
use crate::app::outline::Outline;
use crate::app::session::Session;
use crate::config::{self, CopyAs};
use crate::document::{Document, Kind, NodeId, citation, rows};
use crate::export::quote;
use crate::lang::Language;
use crate::text::width;

/// Moves the text by a number of rows that depends on the page, or says that it cannot go further.
pub(crate) fn go(ahead: bool, state: &mut State, go: impl FnOnce(&mut Session, isize) -> bool) {
    let page = usize::from(state.size.height.saturating_sub(2)).max(1).cast_signed();
    let Some(session) = state.panes.current_mut() else { return };
    if !go(session, page) {
        say_end(ahead, state);
    }
}

/// Goes to the beginning or the end of the text.
pub(crate) fn go_to_end(bottom: bool, state: &mut State) {
    let Some(session) = state.panes.current_mut() else { return };
    session.history.leave(session.spot());
    if bottom {
        session.go_bottom();
    } else {
        session.go_top();
    }
}

/// Goes to the next or the previous clause.
pub(crate) fn step(forward: bool, state: &mut State) {
    go(forward, state, |session, _| show_neighbour(session, forward, is_stop));
}

/// Goes to the beginning of the next or the previous section: with the cursor of the outline where that has the focus.
pub(crate) fn step_section(forward: bool, state: &mut State) {
    if state.focus == Focus::Outline {
        return walk_sections(forward, state);
    }
    go(forward, state, |session, _| {
        session.history.leave(session.spot());
        show_neighbour(session, forward, |document, id| is_section(document, id, forward))
    });
}

/// Moves the cursor of the outline to the next or the previous section.
pub(crate) fn walk_sections(forward: bool, state: &mut State) {
    let Some(session) = state.panes.current_mut() else { return };
    let document = &session.document;
    let outline = &mut session.outline;
    let is_section = |at: &usize| {
        outline
            .entries()
            .get(*at)
            .is_some_and(|entry| !entry.line && is_section(document, entry.node, forward))
    };
    let at = outline.cursor;
    let next = if forward {
        (at + 1..outline.entries().len()).find(is_section)
    } else {
        (0..at).rev().find(is_section)
    };
    match next {
        Some(next) => outline.cursor = next,
        None => say_end(forward, state),
    }
}

/// Unfolds the clause in the outline; in a wide table, shows further columns.
pub(crate) fn deeper(state: &mut State) {
    let Some(session) = state.panes.current_mut() else { return };
    if session.wide_table().is_some() {
        return sideways(true, state);
    }
    if session.at_masthead() && session.unfold_masthead(true) {
        return;
    }
    let id = session.current();
    session.outline.unfold(&session.document, id);
}

/// Folds the clause or its parent in the outline; in a wide table, shows the columns before.
pub(crate) fn shallower(state: &mut State) {
    let Some(session) = state.panes.current_mut() else { return };
    if session.wide_table().is_some() {
        return sideways(false, state);
    }
    if session.at_masthead() && session.unfold_masthead(false) {
        return;
    }
    let id = session.current();
    if !session.outline.fold_around(&session.document, id) {
        state.say(state.messages().nothing_to_fold());
    }
}

/// Scrolls a wide table by columns to the right or to the left.
fn sideways(right: bool, state: &mut State) {
    let Some(session) = state.panes.current_mut() else { return };
    let rtl = session.document.language().is_some_and(Language::is_rtl);
    let notice = match session.across(if right == rtl { -1 } else { 1 }) {
        Some((before, after)) => {
            let table = session.wide_table().and_then(|id| session.document.table(id));
            let all = table.map_or(0, |table| table.columns);
            let (from, to) = (before + 2, all.saturating_sub(after));
            let messages = state.messages();
            if from == to {
                messages.table_column(from.into(), all.into())
            } else {
                messages.table_columns(from.into(), to.into(), all.into())
            }
        }
        None if right == rtl => state.messages().table_first_columns().to_owned(),
        None => state.messages().table_last_columns().to_owned(),
    };
    state.say(notice);
}

fn say_end(ahead: bool, state: &mut State) {
    let messages = state.messages();
    state.say(if ahead && state.panes.current().is_some_and(|session| session.partial) {
        messages.reading_rest()
    } else if ahead {
        messages.the_end()
    } else {
        messages.the_beginning()
    });
}

fn show_neighbour(session: &mut Session, forward: bool, stops: impl Fn(&Document, NodeId) -> bool) -> bool {
    let Some(id) = session.neighbour(forward, stops) else { return false };
    session.show(id, None);
    true
}

fn is_stop(document: &Document, id: NodeId) -> bool {
    let kind = document.node(id).kind;
    kind.is_clause()
        || matches!(
            kind,
            Kind::Title
                | Kind::Enacting
                | Kind::Heading
                | Kind::Note
                | Kind::Table
                | Kind::Vote
                | Kind::Closing
        )
        || kind.is_scope()
}

fn is_section(document: &Document, id: NodeId, forward: bool) -> bool {
    let node = document.node(id);
    let top = matches!(document.node(node.parent).kind, Kind::Document | Kind::Part);
    match node.kind {
        // Within a section or an annex it begins together with that, so it is no stop of its own.
        Kind::OperativePart => top,
        // These two begin a document, a few lines below each other: on the way down they would be no step.
        Kind::Preamble => top && !forward,
        Kind::Title => !forward,
        Kind::Notes => true,
        Kind::Heading => node.parent.0 + 1 != id.0,
        kind => kind.is_scope(),
    }
}

/// The number of entries on a page of the outline.
pub(crate) fn outline_page(state: &State) -> isize {
    usize::from(state.size.height.saturating_sub(1)).max(1).cast_signed()
}

/// Moves the cursor of the outline.
pub(crate) fn walk(entries: isize, state: &mut State) {
    if let Some(session) = state.panes.current_mut() {
        session.outline.walk(entries);
    }
}

/// Goes to the entry of the outline under its cursor.
pub(crate) fn go_to_entry(state: &mut State) {
    if let Some(id) = state.panes.current().and_then(|session| session.outline.selected()) {
        state.focus = Focus::Reader;
        state.go(id);
    }
}

/// Folds or unfolds the outline, at the entry under its cursor or all of it.
pub(crate) fn fold(state: &mut State, fold: impl FnOnce(&mut Outline, &Document, NodeId)) {
    let Some(session) = state.panes.current_mut() else { return };
    if let Some(id) = session.outline.selected() {
        fold(&mut session.outline, &session.document, id);
    }
}

/// Turns the marks of the original's page ends on or off.
pub(crate) fn toggle_pages(state: &mut State) {
    state.show_pages = !state.show_pages;
    let none = state.document().is_none_or(|document| document.page_breaks().is_empty());
    if state.show_pages && none {
        state.say(state.messages().no_pages());
    }
}

pub(crate) fn next_theme(state: &mut State) {
    state.settings.follow_background = false;
    state.settings.theme = match state.settings.theme {
        config::Theme::Light => config::Theme::Dark,
        config::Theme::Auto | config::Theme::Dark => config::Theme::Contrast,
        config::Theme::Contrast => config::Theme::Mono,
        config::Theme::Mono => config::Theme::Light,
    };
    state.theme = Theme::of(&state.settings);
    state.say(state.messages().theme(theme_name(state)));
}

fn theme_name(state: &State) -> &'static str {
    let messages = state.messages();
    match state.settings.theme {
        config::Theme::Light => messages.theme_light(),
        config::Theme::Auto | config::Theme::Dark => messages.theme_dark(),
        config::Theme::Contrast => messages.theme_contrast(),
        config::Theme::Mono => messages.theme_mono(),
    }
}

/// What is copied of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    Text,
    /// The text followed by its citation.
    Cited,
    Citation,
}

/// Copies the marked clauses, or else the current one: the text, the text and its citation, or the citation.
pub(crate) fn copy(cut: Cut, state: &mut State) {
    let Some(session) = state.panes.current() else { return };
    let document = &session.document;
    let passage = session.passage();
    if let Some((id, row)) = session.table_row().filter(|(table, _)| *table == passage.first)
        && passage.is_one()
        && cut != Cut::Citation
    {
        return copy_row(id, row, cut == Cut::Cited, state);
    }
    let cited = citation::cite_range(document, passage.first, passage.last);
    let text = |citation| match state.settings.copy {
        CopyAs::Text => quote::plain(document, passage, citation),
        CopyAs::Markdown => quote::markdown(document, passage, citation),
    };
    let messages = state.messages();
    let place = if passage.is_one() {
        state.spoken(passage.first)
    } else {
        citation::spoken_range(document, passage.first, passage.last, state.words())
    };
    let (copied, what) = match cut {
        Cut::Citation => (cited.clone(), cited),
        Cut::Text => (text(None), place),
        // The masthead has no name, nor has the whole document.
        Cut::Cited if place.is_empty() => (text(Some(&cited)), messages.copied_cited(&cited)),
        Cut::Cited => (text(Some(&cited)), messages.copied_cited(&place)),
    };
    state.effects.push(Effect::Copy(copied));
    if let Some(session) = state.panes.current_mut() {
        session.select(None);
    }
    let sent = state.sent();
    let whole = messages.labelled(what.trim(), sent);
    // Where both have no room, where it went matters more: it may say how to get it there.
    let fits = !what.is_empty() && width::width(&whole) + 1 < usize::from(state.size.width);
    state.say(if fits { whole } else { sent.to_owned() });
}

/// Marks the current clause as the first of those that are copied next; marked already, takes the mark away.
pub(crate) fn select(state: &mut State) {
    let Some(session) = state.panes.current_mut() else { return };
    let from = session.selected().is_none().then(|| session.passage().first);
    session.select(from);
    state.notice = None;
}

/// Copies a table row that was gone to, with the citation of the table if asked for. Copying the text of the
/// same row again copies only the cell.
fn copy_row(id: NodeId, row: usize, cited: bool, state: &mut State) {
    let Some(session) = state.panes.current() else { return };
    let document = &session.document;
    let Some(table) = document.table(id) else { return };
    let at = session.spot().at.unwrap_or_default();
    let again = !cited && session.copied_row == Some((id, at));
    let cell = table.cell_at(at).filter(|_| again);
    let mut text =
        cell.map_or_else(|| rows::tabbed(document, table, row), |cell| rows::words(document, cell));
    let messages = state.messages();
    let what = if cell.is_some() { messages.copied_cell() } else { messages.copied_row() };
    if cited {
        // Not in the last cell of the row.
        text = format!("{text}\n({})", citation::cite(document, id));
    }
    let mut notice = messages.labelled(what, state.sent());
    if !again && !cited {
        notice = format!("{notice} · {}", messages.copied_again());
    }
    if let Some(session) = state.panes.current_mut() {
        session.copied_row = (!again && !cited).then_some((id, at));
    }
    state.effects.push(Effect::Copy(text));
    state.say(notice);
}

/// Goes to the next or the previous match, wrapping around at the ends.
pub(crate) fn find_again(forward: bool, state: &mut State) {
    let Some(session) = state.panes.current_mut() else { return };
    if session.found.query.is_empty() {
        return state.say(state.messages().nothing_looked_for());
    }
    let here = session.search_from();
    if session.found.hits.is_empty()
        && session.found.growing().is_none()
        && let Ok(found) = session.search(&session.found.query, session.found.regex, here.0)
    {
        session.found = found;
    }
    let (at, round) = match session.found.step(forward, here) {
        Step::To(at, round) => (at, round),
        Step::Wait(read) => return state.say(state.messages().searching(read.into())),
        Step::Nowhere => {
            let query = session.found.name().to_owned();
            return state.say(state.messages().not_found_query(&query));
        }
    };
    session.history.leave(session.spot());
    session.found.at = Some(at);
    if let Some(&(node, span)) = session.found.hits.get(at) {
        session.show(node, Some(span.start));
    }
    if round {
        let (now, count) = (session.found.ordinal().unwrap_or_default(), session.found.count());
        let messages = state.messages();
        let round = if forward { messages.round_to_beginning() } else { messages.round_to_end() };
        let notice = format!("{round} · {now}/{count}");
        state.say(notice);
    }
}
