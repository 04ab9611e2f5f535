//! What the program and its worker say to each other: frames of a letter, a length of four bytes (little-endian) and as
//! many bytes. A question and an answer are JSON.

use super::super::summary::{Answer, Ask};
use crate::lang::Language;
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// A new document follows; what was handed over before is dropped.
pub(super) const NEW: u8 = b'N';
/// Bytes of the document.
pub(super) const BYTES: u8 = b'B';
pub(super) const QUESTION: u8 = b'Q';
pub(super) const ANSWER: u8 = b'A';

/// Greatest length of the bytes in a frame to the worker. A document comes in many.
pub(super) const MOST_ASKED: usize = 1 << 16;
/// Greatest length of an answer to a search, in bytes. A longer one is as if the worker had stopped.
const MOST_FOUND: usize = 8 << 20;
/// That of the paragraphs that have a text: fifty lines.
const MOST_MENTIONED: usize = 1 << 17;
/// That of what the library keeps of a document.
#[cfg(feature = "library")]
const MOST_KEPT: usize = 64 << 20;
/// That of any other answer: a folder may have thousands of documents, of which something is shown each.
const MOST_SHOWN: usize = 1 << 14;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Question {
    pub(super) ask: Ask,
    /// The name of the document in the archive that was handed over.
    pub(super) member: Option<String>,
    /// What was handed over is only the beginning of a plain text.
    pub(super) cut: bool,
    pub(super) language: Option<Language>,
    pub(super) encoding: Option<String>,
    /// The name of the format.
    pub(super) format: Option<String>,
}

pub(super) fn send(to: &mut dyn Write, kind: u8, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    to.write_all(&[kind])?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(bytes)
}

/// The next frame, of at most `most` bytes; `None` at the end.
pub(super) fn receive(from: &mut dyn Read, most: usize) -> io::Result<Option<(u8, Vec<u8>)>> {
    let mut kind = [0];
    if from.read(&mut kind)? == 0 {
        return Ok(None);
    }
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length) as usize;
    if length > most {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    Ok(Some((kind[0], bytes)))
}

pub(super) fn send_answer(to: &mut dyn Write, answer: &Answer) -> io::Result<()> {
    send(to, ANSWER, &serde_json::to_vec(answer)?)?;
    to.flush()
}

/// The answer, which is as little trusted as the document was.
pub(super) fn receive_answer(from: &mut dyn Read, ask: &Ask) -> io::Result<Answer> {
    let most = match ask {
        Ask::Search { .. } => MOST_FOUND,
        Ask::Mentions { .. } => MOST_MENTIONED,
        #[cfg(feature = "library")]
        Ask::Record => MOST_KEPT,
        Ask::Summary | Ask::Readable { .. } => MOST_SHOWN,
    };
    match receive(from, most)? {
        Some((ANSWER, bytes)) => Ok(serde_json::from_slice(&bytes)?),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}
