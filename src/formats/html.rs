//! html: not yet.

use super::Content;

/// Reads decoded text.
pub fn read(source: &str) -> Content {
    super::plain::read(source)
}
