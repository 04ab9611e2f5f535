//! Assigns cells to columns where the tags of a table do not.
//!
//! Word omits `ColSpan` for merged cells in some files: the second row of the head then has, for example, two cells
//! above three columns of figures. Most rows of a table have one cell for each column and show where the columns stand
//! on the page. The cells of the other rows are assigned to the columns that their words stand over.

use super::tables::PdfCell;
use std::collections::{HashMap, HashSet};

/// The first and last column (inclusive) that a range of x covers. A range in the gap between two columns belongs to
/// the nearer one. `None` only where there are no columns.
pub(super) fn covered(bands: &[(f32, f32)], (x0, x1): (f32, f32)) -> Option<(usize, usize)> {
    let over = |band: &(f32, f32)| x0 < band.1 && x1 > band.0;
    let first = bands.iter().position(over);
    let last = bands.iter().rposition(over);
    first.zip(last).or_else(|| {
        let distance = |band: &(f32, f32)| (band.0 - x1).max(x0 - band.1);
        let nearest = bands
            .iter()
            .enumerate()
            .min_by(|(_, left), (_, right)| distance(left).total_cmp(&distance(right)));
        nearest.map(|(at, _)| (at, at))
    })
}

/// Corrects the columns of rows that have more or fewer cells than most rows.
pub(super) fn align(cells: &mut [PdfCell]) {
    let Some((columns, bands)) = usual(cells) else { return };
    let mut rows: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, cell) in cells.iter().enumerate() {
        rows.entry(cell.place.row).or_default().push(at);
    }
    for mut row in rows.into_values() {
        row.sort_by_key(|&at| cells.get(at).map_or(0, |cell| cell.place.column));
        let of = |at: &usize| cells.get(*at);
        // The tags of a row with an explicit span are believed.
        let told = row.iter().filter_map(of).any(|cell| {
            usize::from(cell.place.all) == columns || cell.place.columns > 1 || cell.place.rows > 1
        });
        // A single label in the first column stays there.
        let label = row.len() == 1 && row.iter().filter_map(of).all(|cell| cell.place.column == 0);
        if told || label {
            continue;
        }
        let Some(places) = places(&row.iter().filter_map(of).collect::<Vec<_>>(), &bands) else { continue };
        for (at, (from, to)) in row.iter().zip(places) {
            if let Some(cell) = cells.get_mut(*at) {
                cell.place.column = from as u16;
                cell.place.columns = (to - from + 1) as u16;
            }
        }
    }
}

/// How many columns most rows have, and the range of x of each. `None` where all rows have equally many, or the ranges
/// overlap.
fn usual(cells: &[PdfCell]) -> Option<(usize, Vec<(f32, f32)>)> {
    let mut rows: HashMap<u16, usize> = HashMap::new();
    for cell in cells {
        *rows.entry(cell.place.all).or_insert(0) += 1;
    }
    let (&columns, _) = rows.iter().max_by_key(|&(&all, &count)| (count, all))?;
    if rows.len() < 2 || columns < 2 {
        return None;
    }
    let mut bands: Vec<Option<(f32, f32)>> = vec![None; usize::from(columns)];
    // The head is left out, as its words are often wider than the column of figures below.
    let body: HashSet<u32> =
        cells.iter().filter(|cell| !cell.place.header).map(|cell| cell.place.row).collect();
    let body = cells.iter().filter(|cell| {
        cell.place.all == columns
            && cell.place.columns == 1
            && (body.is_empty() || body.contains(&cell.place.row))
    });
    for cell in body {
        let Some(band) = bands.get_mut(usize::from(cell.place.column)) else { continue };
        let (x0, x1) = band.unwrap_or(cell.across);
        *band = Some((x0.min(cell.across.0), x1.max(cell.across.1)));
    }
    let bands: Vec<(f32, f32)> = bands.into_iter().collect::<Option<_>>()?;
    let apart = bands.windows(2).all(|pair| matches!(pair, [left, right] if left.1 <= right.0));
    apart.then_some((usize::from(columns), bands))
}

/// The first and last column (inclusive) of each cell of a row; `None` where two cells would share a column.
fn places(row: &[&PdfCell], bands: &[(f32, f32)]) -> Option<Vec<(usize, usize)>> {
    let short = row.first().is_some_and(|cell| usize::from(cell.place.all) < bands.len());
    let mut out: Vec<(usize, usize)> = Vec::with_capacity(row.len());
    for cell in row {
        let (mut from, mut to) = covered(bands, cell.across)?;
        if short && let Some(both) = between(bands, cell.across) {
            (from, to) = both;
        }
        if out.last().is_some_and(|&(_, last)| last >= from) {
            return None;
        }
        out.push((from, to));
    }
    // The last cell of a row with too few cells extends to the end of the table.
    let last = row.last().filter(|cell| cell.place.column + cell.place.columns == cell.place.all);
    if short
        && last.is_some()
        && let Some(place) = out.last_mut().filter(|place| place.0 > 0)
    {
        place.1 = bands.len().saturating_sub(1);
    }
    Some(out)
}

/// The two columns between which a range of x stands, unless one of them is the first column.
fn between(bands: &[(f32, f32)], (x0, x1): (f32, f32)) -> Option<(usize, usize)> {
    let at =
        bands.windows(2).position(|pair| matches!(pair, [left, right] if x0 >= left.1 && x1 <= right.0))?;
    Some((at, at + 1)).filter(|&(from, _)| from > 0)
}

/// The first and last column (inclusive) of each word on a baseline of the head that spans several columns: "2095" and
/// "2096" centred over two columns each, or a unit of measurement centred over all. The first column, of labels, is
/// left out. `None` where the words are not centred so, within `tolerance` points.
///
/// A word centred over an odd number of columns may as well belong to the middle one. It is taken to span all of them
/// only if it is in brackets, as units are.
pub(super) fn centred(
    bands: &[(f32, f32)],
    pieces: &[((f32, f32), &str)],
    tolerance: f32,
) -> Option<Vec<(usize, usize)>> {
    let behind = bands.len().checked_sub(1)?;
    let each = behind.checked_div(pieces.len()).filter(|each| *each > 1)?;
    if each * pieces.len() != behind {
        return None;
    }
    let mut out = Vec::with_capacity(pieces.len());
    for (index, &((x0, x1), words)) in pieces.iter().enumerate() {
        let from = 1 + index * each;
        let to = from + each - 1;
        let (left, right) = (bands.get(from)?.0, bands.get(to)?.1);
        let unit = words.starts_with(['(', '（']) && words.ends_with([')', '）']);
        if ((x0 + x1) - (left + right)).abs() > 2.0 * tolerance || each % 2 == 1 && !unit {
            return None;
        }
        out.push((from, to));
    }
    Some(out)
}
