//! Attributes of table cells.

use super::elements::{Attributes, Element};
use crate::formats::table::{self, Shape};

/// The span and alignment of a cell.
pub(super) fn shape(element: Element, given: &Attributes<'_>) -> Shape {
    let style = given.style.as_deref().unwrap_or_default();
    let side = given.align.as_deref().or_else(|| style.split_once("text-align:").map(|(_, side)| side));
    Shape {
        columns: given.columns.unwrap_or(1),
        rows: given.rows.unwrap_or(1),
        align: table::side(side.unwrap_or_default()),
        header: element.name() == "th",
    }
}
