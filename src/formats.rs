//! Bytes to text: what encoding they are in, and whether they are a document at all.
//!
//! One file a format comes here; it makes blocks for the grammar and decides nothing about clauses.

use std::borrow::Cow;

/// Why bytes could not be read as a document. The caller knows the file's name and says it.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ReadError {
    #[error("it is empty")]
    Empty,
    #[error("it is not text (it holds zero bytes); plenary reads plain text")]
    Binary,
    #[error("{0:?} is not an encoding that plenary knows; try utf-8, windows-1251 or gb18030")]
    UnknownEncoding(String),
}

/// The decoded text of a file.
pub fn decode<'a>(bytes: &'a [u8], encoding: Option<&str>) -> Result<Cow<'a, str>, ReadError> {
    let _ = encoding;
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.iter().take(8192).any(|&byte| byte == 0) {
        return Err(ReadError::Binary);
    }
    Ok(String::from_utf8_lossy(bytes))
}
