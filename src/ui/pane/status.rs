//! The status line: the document, the position in it, how much has been read, and the keys that apply.

use crate::app::aloud;
use crate::app::session::Session;
use crate::app::words;
use crate::document::{Kind, NodeId};
use crate::text::width;
use crate::ui::paint::{Line, from_left, turned};
use crate::ui::state::{Focus, State};

/// The status line, `cells` cells wide. `sheet` are the hints of the topmost overlay, if there is one; they
/// take precedence over the rank of the clause.
pub(crate) fn line(state: &State, cells: u16, sheet: Option<String>) -> Line {
    let percent = match state.panes.current() {
        Some(session) if session.fits() => state.messages().status_all().to_owned(),
        Some(session) => state.messages().status_percent(session.percent().into()),
        None => String::new(),
    };
    let on_top = sheet.is_some();
    let hints = sheet.unwrap_or_else(|| self::hints(state));
    let (long, short) = (left(state, true), left(state, false));
    // On a narrow screen the paragraph matters more than the document.
    let least = least(state);
    let (all, hinted) = (format!("{percent}  {hints} "), format!("{hints} "));
    let percent = format!("{percent} ");
    let choices: &[(&str, &str)] = if on_top {
        &[(&long, &all), (&long, &hinted), (&short, &hinted), (&long, &percent), (&short, ""), (&least, "")]
    } else {
        &[(&long, &all), (&long, &percent), (&short, &percent), (&short, ""), (&least, "")]
    };
    let most = usize::from(cells);
    let fits = |choice: &&(&str, &str)| {
        let (left, right) = **choice;
        width::width(left) + usize::from(!right.is_empty()) + width::width(right) <= most
    };
    let (left, right) = choices.iter().find(fits).copied().unwrap_or((&least, ""));
    let left = width::ellipsize(left, most).into_owned();
    let used = width::width(&left);
    let room = usize::from(cells).saturating_sub(used + width::width(right));
    let blank = " ".repeat(room);
    let words = if state.is_mirrored() {
        format!("{}{blank}{}", mirrored(right), mirrored(&left))
    } else {
        format!("{left}{blank}{right}")
    };
    let mut line = Line::default();
    line.push(&words, state.theme.status);
    line
}

/// The parts of a line from right to left, each reordered by itself, so that a key at the end of one is not
/// joined to the next.
fn mirrored(line: &str) -> String {
    let group = |group: &str| group.rsplit(" · ").map(turned).collect::<Vec<_>>().join(" · ");
    line.rsplit("  ").map(group).collect::<Vec<_>>().join("  ")
}

/// A part of the line in visual order; one that is mirrored with the whole line is left as it is.
fn shown(phrase: &str, state: &State) -> String {
    if state.is_mirrored() { phrase.to_owned() } else { state.painted(phrase) }
}

/// The left part of the line: the notice, or else the position, with its rank if there is room.
fn left(state: &State, ranked: bool) -> String {
    match (&state.notice, state.panes.current()) {
        (Some(notice), _) if state.is_mirrored() => format!(" {notice}"),
        (Some(notice), _) => format!(" {}", from_left(notice, state.settings.bidi)),
        (None, Some(session)) => place(state, session, ranked),
        (None, None) => match state.panes.read_now() {
            Some(source) => format!(" {}  {}", source.name(), state.messages().status_reading()),
            None => format!(" {}", state.messages().status_nothing_open()),
        },
    }
}

fn least(state: &State) -> String {
    match (&state.notice, state.panes.current()) {
        (None, Some(session)) => format!(" {}", shown(&said(state, session.current()), state)),
        _ => left(state, false),
    }
}

fn place(state: &State, session: &Session, ranked: bool) -> String {
    let document = &session.document;
    let name = document.symbol().map_or_else(|| session.origin.name(), str::to_owned);
    let id = session.current();
    let mut out = format!(" {name}");
    let spoken = shown(&said(state, id), state);
    if !spoken.is_empty() {
        out.push_str("  ");
        out.push_str(&spoken);
    }
    if let Some((table, row)) = session.table_row()
        && let Some(table) = document.table(table)
    {
        out.push_str(&aloud::row(table, row, state.messages()));
    }
    let clause = document.ancestors(id).fold(id, |found, up| {
        if matches!(document.node(up).kind, Kind::Operative | Kind::Preambular) { up } else { found }
    });
    if let Some((at, of)) = words::rank(document, clause)
        .filter(|(at, _)| ranked && *at == document.node(clause).ordinal as usize)
    {
        let part = shown(words::part(document.node(clause).kind, document), state);
        out.push_str(" · ");
        out.push_str(&state.messages().status_rank(at, of, &part));
    }
    if session.found.at.is_some() || !session.found.hits.is_empty() {
        let at = session.found.at.map_or_else(|| "–".to_owned(), |at| (at + 1).to_string());
        let query = shown(&session.found.query, state);
        let found = format!(" · /{query} {at}/{}", session.found.count());
        out.push_str(&found);
    }
    if session.partial {
        out.push_str(" · ");
        out.push_str(state.messages().status_reading());
        if let Some((read, of)) = session.pages {
            let pages = format!(" {read}/{of}");
            out.push_str(&pages);
        }
    }
    if session.changed {
        out.push_str(" · ");
        out.push_str(state.messages().status_changed());
    }
    out
}

/// The name of a clause; a container has its heading as its name, so that the position is never empty.
fn said(state: &State, id: NodeId) -> String {
    let spoken = state.spoken(id);
    if !spoken.is_empty() {
        return spoken;
    }
    let Some(document) = state.document() else { return spoken };
    std::iter::once(id)
        .chain(document.ancestors(id))
        .map(|up| words::container(document.node(up).kind, document))
        .find(|word| !word.is_empty())
        .map_or(spoken, |word| word.to_lowercase())
}

fn hints(state: &State) -> String {
    let messages = state.messages();
    match (state.focus, state.panes.current()) {
        (_, None) => messages.hints_nothing_open(),
        (Focus::Outline, _) => messages.hints_outline(),
        (Focus::Reader, Some(session)) if session.wide_table().is_some() => messages.hints_table(),
        (Focus::Reader, _) => messages.hints_text(),
    }
    .to_owned()
}
