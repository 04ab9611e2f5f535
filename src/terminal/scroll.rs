//! Finds that a frame is the one before moved up or down, so that the terminal can move its own rows.
//!
//! Only whole rows are moved: with the outline beside the text they seldom match, and the frame is written cell by cell.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;

/// How far the rows went up (or down, where negative) between two frames, if enough of them did. The last row, the
/// status line, stays where it is.
pub(super) fn shift(before: &Buffer, after: &Buffer) -> Option<i32> {
    if before.area != after.area || after.area.height < 4 {
        return None;
    }
    let (old, new) = (rows(before), rows(after));
    let blank = blank(after.area.width);
    let words = new.iter().filter(|row| **row != blank).count();
    let still = new.iter().zip(&old).filter(|(new, old)| new == old && **new != blank).count();
    let count = |by: i32| {
        let moved = |at: i32| usize::try_from(at + by).ok().and_then(|from| old.get(from));
        (0..).zip(&new).filter(|(at, row)| **row != blank && moved(*at) == Some(row)).count()
    };
    let most = i32::from(after.area.height) - 3;
    let by = (-most..=most).filter(|by| *by != 0).max_by_key(|by| (count(*by), -by.abs()))?;
    let kept = count(by);
    (kept > still + 1 && kept * 3 >= words).then_some(by)
}

/// The frame before as the terminal shows it once its rows have been moved.
pub(super) fn moved(before: &Buffer, by: i32) -> Buffer {
    let mut out = Buffer::empty(before.area);
    let area = before.area;
    let last = area.bottom().saturating_sub(1);
    for y in area.top()..area.bottom() {
        let from = if y == last { i32::from(y) } else { i32::from(y) + by };
        let inside = y == last || (from >= i32::from(area.top()) && from < i32::from(last));
        let Some(from) = u16::try_from(from).ok().filter(|_| inside) else { continue };
        for x in area.left()..area.right() {
            if let (Some(cell), Some(old)) = (out.cell_mut((x, y)), before.cell((x, from))) {
                cell.clone_from(old);
            }
        }
    }
    out
}

/// A number for each row but the last; rows with the same number are taken to be the same.
fn rows(buffer: &Buffer) -> Vec<u64> {
    let width = usize::from(buffer.area.width.max(1));
    let mut rows: Vec<u64> = buffer.content.chunks(width).map(hash).collect();
    rows.pop();
    rows
}

fn blank(width: u16) -> u64 {
    hash(&vec![Cell::default(); usize::from(width)])
}

/// FNV-1a: a row is hashed at every key, and nobody chooses rows so that two numbers collide.
fn hash(row: &[Cell]) -> u64 {
    let mut number = 0xcbf2_9ce4_8422_2325_u64;
    let mut mix = |value: u64| number = (number ^ value).wrapping_mul(0x0100_0000_01b3);
    for cell in row {
        cell.symbol().bytes().for_each(|byte| mix(u64::from(byte)));
        let coloured = u64::from(cell.fg != Color::Reset) | u64::from(cell.bg != Color::Reset) << 1;
        mix(u64::from(cell.modifier.bits()) << 2 | coloured);
    }
    number
}
