//! The columns of rows whose tags do not tell them.
//!
//! Word writes a merged cell without `ColSpan` in some files: the second row of a head then has two cells above three
//! columns of figures, or four where empty cells keep two apart. Most rows of a table have as many cells as it has columns,
//! and show where each column stands on the page; the words of the other rows are given to the columns that they stand over.

use super::tables::Cell;
use std::collections::{HashMap, HashSet};

/// The columns, from and to, that words stand over. Words in the room between two columns stand over the nearer one.
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

/// Gives the cells of rows that have more or fewer cells than most the columns that their words stand over.
pub(super) fn align(cells: &mut [Cell]) {
    let Some((columns, bands)) = usual(cells) else { return };
    let mut rows: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, cell) in cells.iter().enumerate() {
        rows.entry(cell.place.row).or_default().push(at);
    }
    for mut row in rows.into_values() {
        row.sort_by_key(|&at| cells.get(at).map_or(0, |cell| cell.place.column));
        let of = |at: &usize| cells.get(*at);
        // A cell of several rows, and a row with a span that is told, are as their tags say.
        let told = row.iter().filter_map(of).any(|cell| {
            usize::from(cell.place.all) == columns || cell.place.columns > 1 || cell.place.rows > 1
        });
        // A lone label of a row is in the first column.
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

/// How many columns most rows have, and where these stand; nothing where all rows have as many, or they stand over another.
fn usual(cells: &[Cell]) -> Option<(usize, Vec<(f32, f32)>)> {
    let mut rows: HashMap<u16, usize> = HashMap::new();
    for cell in cells {
        *rows.entry(cell.place.all).or_insert(0) += 1;
    }
    let (&columns, _) = rows.iter().max_by_key(|&(&all, &count)| (count, all))?;
    if rows.len() < 2 || columns < 2 {
        return None;
    }
    let mut bands: Vec<Option<(f32, f32)>> = vec![None; usize::from(columns)];
    // The words of a head are often wider than the figures below.
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

/// The columns of the cells of a row, from and to; nothing where two of them stand over the same one.
fn places(row: &[&Cell], bands: &[(f32, f32)]) -> Option<Vec<(usize, usize)>> {
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
    // The last cell of a row that has too few goes on to the end of the table.
    let last = row.last().filter(|cell| cell.place.column + cell.place.columns == cell.place.all);
    if short
        && last.is_some()
        && let Some(place) = out.last_mut().filter(|place| place.0 > 0)
    {
        place.1 = bands.len().saturating_sub(1);
    }
    Some(out)
}

/// The two columns that words stand right between.
fn between(bands: &[(f32, f32)], (x0, x1): (f32, f32)) -> Option<(usize, usize)> {
    let at =
        bands.windows(2).position(|pair| matches!(pair, [left, right] if x0 >= left.1 && x1 <= right.0))?;
    Some((at, at + 1)).filter(|&(from, _)| from > 0)
}

/// The columns of a baseline of a head that has fewer words than the table has columns behind the first: "2095" and "2096"
/// right above the middle of two columns each, or a unit above the middle of all. Nothing where they stand otherwise.
///
/// Words above the middle of an odd number of columns may as well be those of the middle one, unless they are in brackets,
/// as the unit of all columns is.
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
