//! gzip, zstd and zip: not yet.

use super::{Format, ReadError};

/// The one file in it.
pub fn unpack(_bytes: &[u8], _format: Format) -> Result<Vec<u8>, ReadError> {
    Err(ReadError::Binary)
}
