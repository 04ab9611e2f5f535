//! The status line: the document, the position in it, how much has been read, and the keys that apply.

use crate::app::aloud;
use crate::app::session::{OnDisk, Session};
use crate::app::words;
use crate::document::{Document, Kind, NodeId, citation, naming};
use crate::text::width;
use crate::ui::paint::{Course, Line};
use crate::ui::state::{Focus, State};
use ratatui::style::Style;

/// The most cells of the name of a section.
const NAME: usize = 36;

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
    // What can be done with what is marked matters more than how far it is into the text.
    let marked = state.panes.current().is_some_and(|session| session.selected().is_some());
    let choices: &[(&str, &str)] = if on_top || marked {
        &[
            (&long, &all),
            (&long, &hinted),
            (&short, &hinted),
            (&least, &hinted),
            (&long, &percent),
            (&short, ""),
            (&least, ""),
        ]
    } else {
        &[(&long, &all), (&long, &percent), (&short, &percent), (&short, ""), (&least, "")]
    };
    let most = usize::from(cells);
    let fits = |choice: &&(&str, &str)| {
        let (left, right) = **choice;
        width::width(left) + usize::from(!right.is_empty()) + width::width(right) <= most
    };
    let (left, right) = choices.iter().find(fits).copied().unwrap_or((&least, ""));
    let left = width::ellipsize(left, most);
    let mut line = Line::default();
    line.push(&" ".repeat(most), state.theme.status);
    let course = match (state.is_mirrored(), &state.notice) {
        (true, _) => Course::ToLeft,
        // A sentence runs as its language does, whatever it quotes.
        (false, Some(_)) => Course::ToRight,
        (false, None) => Course::Letters,
    };
    put(&mut line, 0, &left, state.theme.status, course);
    put(&mut line, most.saturating_sub(width::width(right)), right, state.theme.status, course);
    line
}

/// Puts the parts of a phrase one after the other, each as a text of its own, so that a key at the end of one is not
/// joined to the next.
fn put(line: &mut Line, mut at: usize, words: &str, style: Style, course: Course) {
    for group in words.split("  ") {
        for (index, part) in group.split(" · ").enumerate() {
            if index > 0 {
                line.run(at as u16, " · ", style, course);
                at += width::width(" · ");
            }
            let bare = part.trim_start();
            at += part.len() - bare.len();
            line.run(at as u16, bare, style, course);
            at += width::width(bare);
        }
        at += 2;
    }
}

/// The left part of the line: the notice, or else what is being read to be shown next, or else the position, with its rank if there is room.
fn left(state: &State, ranked: bool) -> String {
    match (&state.notice, state.panes.read_next(), state.panes.current()) {
        (Some(notice), ..) => format!(" {notice}"),
        (None, Some(source), _) => format!(" {}  {}", source.name(), state.messages().status_reading()),
        (None, None, Some(session)) => place(state, session, ranked),
        (None, None, None) => format!(" {}", state.messages().status_nothing_open()),
    }
}

fn least(state: &State) -> String {
    match (&state.notice, state.panes.read_next(), state.panes.current()) {
        (None, None, Some(session)) => format!(" {}", standing(state, session)),
        _ => left(state, false),
    }
}

fn place(state: &State, session: &Session, ranked: bool) -> String {
    let document = &session.document;
    let name = document.symbol().map_or_else(|| session.origin.name(), str::to_owned);
    let id = session.current();
    let mut out = format!(" {name}");
    let marked = session.selected();
    let spoken = standing(state, session);
    if !spoken.is_empty() {
        out.push_str("  ");
        out.push_str(&spoken);
    }
    if let Some(name) = naming::name(document, clause(document, id)).filter(|_| ranked) {
        let name = width::ellipsize(document.body(name), NAME).into_owned();
        out.push(' ');
        out.push_str(&name);
    }
    if let Some((table, row)) = session.table_row()
        && let Some(table) = document.table(table)
    {
        out.push_str(&aloud::row(table, row, state.messages()));
    }
    let ranking = document.ancestors(id).fold(id, |found, up| {
        if matches!(document.node(up).kind, Kind::Operative | Kind::Preambular) { up } else { found }
    });
    // Beside "table", "3 of 7" would count tables.
    let kind = document.node(id).kind;
    let numbered = ranking == id || matches!(kind, Kind::Subparagraph | Kind::Continuation);
    if let Some((at, of)) = words::rank(document, ranking).filter(|(at, _)| {
        ranked && numbered && marked.is_none() && *at == document.node(ranking).ordinal as usize
    }) {
        out.push_str(" · ");
        out.push_str(&state.messages().status_rank(at, of));
    }
    if session.found.at.is_some() || !session.found.hits.is_empty() {
        let at = session.found.ordinal().map_or_else(|| "–".to_owned(), |at| at.to_string());
        let query = session.found.name();
        let found = format!(" · /{query} {at}/{}", session.found.count());
        out.push_str(&found);
    }
    if let Some(sieve) = session.sieve() {
        let sifted = format!(" · &{} {}", sieve.query, sieve.matches.len());
        out.push_str(&sifted);
    }
    if session.partial {
        out.push_str(" · ");
        out.push_str(state.messages().status_reading());
        if let Some((read, of)) = session.pages {
            let pages = format!(" {read}/{of}");
            out.push_str(&pages);
        }
    }
    if session.file == OnDisk::Changed {
        out.push_str(" · ");
        out.push_str(state.messages().status_changed());
    }
    out
}

/// What is marked, or else the name of the clause.
fn standing(state: &State, session: &Session) -> String {
    let Some(marked) = session.selected() else { return said(state, session.current()) };
    let range = citation::spoken_range(&session.document, marked.first, marked.last, state.words());
    state.messages().status_marked(&range)
}

/// The node itself, or the section that it names.
fn clause(document: &Document, id: NodeId) -> NodeId {
    naming::named(document, id).unwrap_or(id)
}

/// The name of a clause; a container has its heading as its name, so that the position is never empty.
fn said(state: &State, id: NodeId) -> String {
    let Some(document) = state.document() else { return String::new() };
    let spoken = state.spoken(clause(document, id));
    if !spoken.is_empty() {
        return spoken;
    }
    std::iter::once(id)
        .chain(document.ancestors(id))
        .map(|up| words::container(document.node(up).kind, state.words()))
        .find(|word| !word.is_empty())
        .map_or(spoken, |word| word.to_lowercase())
}

fn hints(state: &State) -> String {
    let messages = state.messages();
    match (state.focus, state.panes.current()) {
        (_, None) => messages.hints_nothing_open(),
        (Focus::Outline, _) => messages.hints_outline(),
        (_, Some(session)) if session.selected().is_some() => messages.hints_marked(),
        (Focus::Reader, Some(session)) if session.wide_table().is_some() => messages.hints_table(),
        (Focus::Reader, _) => messages.hints_text(),
    }
    .to_owned()
}
