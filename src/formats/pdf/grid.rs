//! The grid of a tagged table: the row and the column of each of its cells.
//!
//! It is read from the structure tree alone, which has the empty cells too. [`super::tables`] finds the words of a
//! cell, by the lines that carry the cell's tag.

use super::tags::{ElementKind, Roles};
use hayro_syntax::object::{Array, Dict, MaybeRef, ObjRef, Object, ObjectIdentifier};
use hayro_syntax::xref::XRef;

/// How many rows of one table are read. The longest tables of United Nations documents, which list all States, have
/// about two hundred.
const MOST_ROWS: usize = 20_000;
/// How many columns of one table are told apart.
pub(super) const MOST_COLUMNS: u16 = 200;
/// How many cells of one table are read.
const MOST_CELLS: usize = 200_000;
/// How deep in elements such as `THead` and `TBody` the rows of a table may be nested.
const DEEPEST: usize = 4;

/// Where a cell stands in its table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct GridPlace {
    /// Its first row, from 0.
    pub row: u32,
    /// Its first column, from 0.
    pub column: u16,
    /// How many columns it spans, at least 1.
    pub columns: u16,
    /// How many rows it spans, at least 1.
    pub rows: u16,
    /// How many columns its row has, counting those that a cell of a row above spans.
    pub all: u16,
    /// It is tagged as a header (`TH`, or any cell of `THead`).
    pub header: bool,
}

/// The cells of a table in reading order, each with its structure element.
/// Each element that is looked at is taken from `left`.
pub(super) fn cells(
    xref: &XRef,
    roles: &Roles<'_>,
    table: ObjRef,
    left: &mut usize,
) -> Vec<(ObjectIdentifier, GridPlace)> {
    let mut out = Vec::new();
    // For each column, how many further rows are covered by a cell of a row above.
    let mut covered: Vec<u16> = Vec::new();
    for (row, (at, head)) in rows(xref, roles, table, left).into_iter().enumerate() {
        let mut column = 0_u16;
        let begun = out.len();
        for kid in kids(xref, at, left) {
            let Some(cell) = element(xref, kid, left) else { continue };
            let header = match roles.kind(&cell) {
                Some(ElementKind::Cell { header }) => header || head,
                _ => continue,
            };
            while covered.get(usize::from(column)).is_some_and(|&rows| rows > 0) {
                column += 1;
            }
            if column >= MOST_COLUMNS || out.len() >= MOST_CELLS {
                break;
            }
            let columns = span(&cell, "ColSpan").min(MOST_COLUMNS - column);
            let rows = span(&cell, "RowSpan");
            let end = usize::from(column + columns);
            if covered.len() < end {
                covered.resize(end, 0);
            }
            for below in covered.get_mut(usize::from(column)..end).unwrap_or_default() {
                *below = rows;
            }
            out.push((kid.into(), GridPlace { row: row as u32, column, columns, rows, all: 0, header }));
            column += columns;
        }
        let trailing = covered.iter().skip(usize::from(column)).take_while(|&&rows| rows > 0).count() as u16;
        for (_, place) in out.iter_mut().skip(begun) {
            place.all = column + trailing;
        }
        for below in &mut covered {
            *below = below.saturating_sub(1);
        }
    }
    out
}

/// The rows of a table in order, each with whether it is in the table's head.
fn rows(xref: &XRef, roles: &Roles<'_>, table: ObjRef, left: &mut usize) -> Vec<(ObjRef, bool)> {
    let mut out = Vec::new();
    // A stack of elements still to be examined.
    let mut open: Vec<(ObjRef, usize, bool)> = Vec::new();
    let below = |kids: Vec<ObjRef>, depth: usize, head: bool, open: &mut Vec<(ObjRef, usize, bool)>| {
        open.extend(kids.into_iter().rev().map(|kid| (kid, depth, head)));
    };
    below(kids(xref, table, left), 1, false, &mut open);
    let mut seen = 0;
    while let Some((at, depth, head)) = open.pop() {
        seen += 1;
        if seen > 2 * MOST_ROWS || out.len() >= MOST_ROWS {
            break;
        }
        let Some(dict) = element(xref, at, left) else { continue };
        match roles.kind(&dict) {
            Some(ElementKind::Row) => out.push((at, head)),
            None if depth < DEEPEST => {
                below(kids(xref, at, left), depth + 1, head || roles.is(&dict, b"THead"), &mut open);
            }
            // The rows of a nested table are not rows of this one.
            Some(_) | None => {}
        }
    }
    out
}

/// An element, which is parsed each time: a long one takes more from `left`, and none is given once that is used up.
fn element<'a>(xref: &'a XRef, at: ObjRef, left: &mut usize) -> Option<Dict<'a>> {
    if *left == 0 {
        return None;
    }
    let dict = xref.get::<Dict<'_>>(at.into())?;
    *left = left.saturating_sub(1 + dict.data().len() / 64);
    Some(dict)
}

/// The child elements of an element.
fn kids(xref: &XRef, at: ObjRef, left: &mut usize) -> Vec<ObjRef> {
    let Some(dict) = element(xref, at, left) else { return Vec::new() };
    let mut refs = |list: Array<'_>| {
        let most = MOST_ROWS.min(*left);
        let found = list.raw_iter().take(most).inspect(|_| *left -= 1).filter_map(|kid| match kid {
            MaybeRef::Ref(at) => Some(at),
            MaybeRef::NotRef(_) => None,
        });
        found.collect::<Vec<ObjRef>>()
    };
    match dict.get_raw::<Object<'_>>("K") {
        Some(MaybeRef::NotRef(Object::Array(list))) => refs(list),
        Some(MaybeRef::Ref(at)) => match xref.get::<Object<'_>>(at.into()) {
            Some(Object::Array(list)) => refs(list),
            _ => vec![at],
        },
        _ => Vec::new(),
    }
}

/// The value of `ColSpan` or `RowSpan` (`key`) among the attributes of a cell; 1 where it is absent.
fn span(cell: &Dict<'_>, key: &str) -> u16 {
    let of = |attributes: &Dict<'_>| attributes.get::<i32>(key);
    let found = match cell.get::<Object<'_>>("A") {
        Some(Object::Dict(attributes)) => of(&attributes),
        Some(Object::Array(list)) => list.iter::<Dict<'_>>().take(8).find_map(|attributes| of(&attributes)),
        _ => None,
    };
    found.and_then(|count| u16::try_from(count).ok()).unwrap_or(1).clamp(1, MOST_COLUMNS)
}
