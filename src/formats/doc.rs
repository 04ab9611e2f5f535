//! doc: not yet.

use super::{Content, How, ReadError};

/// Reads the bytes of a file.
pub fn read(_bytes: &[u8], _how: &How) -> Result<Content, ReadError> {
    Err(ReadError::Binary)
}
