//! Carries out the commands of the panes. Those of an overlay are in its own file.

use super::overlay::find;
use super::state::State;
use crate::app::command::Command;
use crate::app::event::Effect;
use crate::document::{Document, Kind, Language, NodeId, citation, rows};

/// A command of the reading pane. Whether it was one.
pub(crate) fn reader(command: Command, state: &mut State) -> bool {
    let page = usize::from(state.size.height.saturating_sub(2)).max(1).cast_signed();
    let Some(session) = state.panes.current_mut() else { return false };
    let moved = match command {
        Command::LineDown => session.scroll(1),
        Command::LineUp => session.scroll(-1),
        Command::PageDown => session.page(page),
        Command::PageUp => session.page(-page),
        Command::HalfDown => session.scroll((page / 2).max(1)),
        Command::HalfUp => session.scroll(-(page / 2).max(1)),
        Command::Top | Command::Bottom => {
            session.history.leave(session.spot());
            if command == Command::Top {
                session.go_top();
            } else {
                session.go_bottom();
            }
            true
        }
        Command::NextClause | Command::PreviousClause => step(state, command == Command::NextClause, is_stop),
        Command::NextSection | Command::PreviousSection => {
            session.history.leave(session.spot());
            step(state, command == Command::NextSection, is_section)
        }
        Command::Deeper | Command::Shallower if session.wide_table().is_some() => {
            sideways(command == Command::Deeper, state);
            true
        }
        Command::Deeper => {
            let id = session.current();
            session.outline.unfold(&session.document, id);
            true
        }
        Command::Shallower => {
            let id = session.current();
            let folded = session.outline.fold_around(&session.document, id);
            if !folded {
                state.say(state.messages().nothing_to_fold());
            }
            true
        }
        _ => return false,
    };
    if !moved {
        say_end(command, state);
    }
    true
}

/// Shows columns of a wide table further to the right, or to the left.
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

fn say_end(command: Command, state: &mut State) {
    let ahead = matches!(
        command,
        Command::LineDown
            | Command::PageDown
            | Command::HalfDown
            | Command::NextClause
            | Command::NextSection
    );
    let messages = state.messages();
    state.say(if ahead && state.panes.current().is_some_and(|session| session.partial) {
        messages.reading_rest()
    } else if ahead {
        messages.the_end()
    } else {
        messages.the_beginning()
    });
}

fn step(state: &mut State, forward: bool, stops: impl Fn(&Document, NodeId) -> bool) -> bool {
    let Some(session) = state.panes.current_mut() else { return false };
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

fn is_section(document: &Document, id: NodeId) -> bool {
    let node = document.node(id);
    let within = document.node(node.parent).kind;
    match node.kind {
        // Inside a section or an annex they begin where that begins.
        Kind::Preamble | Kind::OperativePart => matches!(within, Kind::Document | Kind::Part),
        Kind::Title | Kind::Notes => true,
        Kind::Heading => node.parent.0 + 1 != id.0,
        kind => kind.is_scope(),
    }
}

/// A command of the outline. Whether it was one.
pub(crate) fn outline(command: Command, state: &mut State) -> bool {
    let page = usize::from(state.size.height.saturating_sub(1)).max(1).cast_signed();
    let Some(session) = state.panes.current_mut() else { return false };
    let document = std::sync::Arc::clone(&session.document);
    let outline = &mut session.outline;
    let selected = outline.selected();
    match command {
        Command::OutlineDown => outline.walk(1),
        Command::OutlineUp => outline.walk(-1),
        Command::OutlinePageDown => outline.walk(page),
        Command::OutlinePageUp => outline.walk(-page),
        Command::OutlineTop => outline.walk(isize::MIN + 1),
        Command::OutlineBottom => outline.walk(isize::MAX),
        Command::OutlineGo => {
            if let Some(id) = selected {
                state.focus = super::state::Focus::Reader;
                state.go(id);
            }
        }
        Command::Unfold => {
            if let Some(id) = selected {
                outline.unfold(&document, id);
            }
        }
        Command::Fold => {
            if let Some(id) = selected {
                outline.fold(&document, id);
            }
        }
        Command::UnfoldAll => outline.unfold_all(&document),
        Command::FoldAll => outline.fold_all(&document),
        _ => return false,
    }
    true
}

/// Copies the current clause as a command asks: text, text and citation, or citation.
pub(crate) fn copy(command: Command, state: &mut State) {
    let Some(session) = state.panes.current() else { return };
    let document = &session.document;
    let id = copied(document, session.current());
    if let Some((id, row)) = session.table_row().filter(|(table, _)| *table == id)
        && command != Command::CopyCitation
    {
        return copy_row(id, row, command == Command::CopyCited, state);
    }
    let text = whole_text(document, id);
    let cited = citation::cite(document, id);
    let copied = match command {
        Command::CopyCitation => cited.clone(),
        Command::CopyCited => format!("{text} ({cited})"),
        _ => text,
    };
    let what = if command == Command::CopyCitation { cited } else { state.spoken(id) };
    state.effects.push(Effect::Copy(copied));
    let sent = state.sent();
    state.say(if what.is_empty() { sent.to_owned() } else { state.messages().labelled(&what, sent) });
}

/// Copies the row of a table that was gone to, with the citation of the table where that is wanted; asked again for the words
/// of the same place, the cell alone.
fn copy_row(id: NodeId, row: usize, cited: bool, state: &mut State) {
    let Some(session) = state.panes.current() else { return };
    let document = &session.document;
    let Some(table) = document.table(id) else { return };
    let at = session.spot().at.unwrap_or_default();
    let again = !cited && state.copied_row == Some((id, at));
    let cell = table.cell_at(at).filter(|_| again);
    let mut text =
        cell.map_or_else(|| rows::tabbed(document, table, row), |cell| rows::words(document, cell));
    let messages = state.messages();
    let what = if cell.is_some() { messages.copied_cell() } else { messages.copied_row() };
    if cited {
        text = format!("{text} ({})", citation::cite(document, id));
    }
    let mut notice = messages.labelled(what, state.sent());
    if !again && !cited {
        notice = format!("{notice} · {}", messages.copied_again());
    }
    state.copied_row = (!again && !cited).then_some((id, at));
    state.effects.push(Effect::Copy(text));
    state.say(notice);
}

fn copied(document: &Document, id: NodeId) -> NodeId {
    if document.node(id).kind.is_synthetic() { NodeId(id.0 + 1) } else { id }
}

/// A clause unwrapped, without note marks, with what stands under it, each on its own line with its label.
fn whole_text(document: &Document, id: NodeId) -> String {
    // Paragraphs are quoted without their number; the number of a section or an annex is part of its heading.
    let label = if document.node(id).kind.is_scope() { document.label(id).trim() } else { "" };
    let mut out = format!("{label} {}", own_text(document, id)).trim().to_owned();
    for below in (id.0 + 1..document.node(id).subtree_end.0).map(NodeId) {
        let node = document.node(below);
        if node.kind == Kind::Continuation {
            continue;
        }
        let label = document.label(below);
        let line = format!("{label} {}", own_text(document, below));
        if !line.trim().is_empty() {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(line.trim());
        }
    }
    out
}

/// The words of a node; of a table its rows, with tabs between the columns.
fn own_text(document: &Document, id: NodeId) -> String {
    let Some(table) = document.table(id) else { return document.own_text(id) };
    let rows = (0..table.rows().len()).filter(|&row| !table.row(row).is_empty());
    rows.map(|row| rows::tabbed(document, table, row)).collect::<Vec<_>>().join("\n")
}

/// Goes to the next (or previous) place that was found, going round at either end.
pub(crate) fn find_again(forward: bool, state: &mut State) {
    let Some(session) = state.panes.current_mut() else { return };
    if session.found.query.is_empty() {
        return state.say(state.messages().nothing_looked_for());
    }
    if session.found.hits.is_empty()
        && let Ok(hits) = find::search(&session.document, &session.found.query, session.found.regex)
    {
        session.found.hits = hits;
    }
    let count = session.found.hits.len();
    if count == 0 {
        let query = session.found.query.clone();
        return state.say(state.messages().not_found_query(&query));
    }
    let here = session.search_from();
    let after = session.found.hits.partition_point(|(node, span)| (*node, span.start) < here);
    let (at, round) = match (session.found.at, forward) {
        (Some(at), true) => ((at + 1) % count, at + 1 == count),
        (Some(at), false) => ((at + count - 1) % count, at == 0),
        (None, true) => (after % count, after == count),
        (None, false) => ((after + count - 1) % count, after == 0),
    };
    session.history.leave(session.spot());
    session.found.at = Some(at);
    if let Some(&(node, span)) = session.found.hits.get(at) {
        session.show(node, Some(span.start));
    }
    if round {
        let messages = state.messages();
        let round = if forward { messages.round_to_beginning() } else { messages.round_to_end() };
        let notice = format!("{round} · {}/{count}", at + 1);
        state.say(notice);
    }
}
