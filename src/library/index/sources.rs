//! The files that an index was made of, and what became of each.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{self, BufRead as _, BufReader, Read};

/// Longest line of the list, in bytes.
const LONGEST: u64 = 1 << 16;

/// A file, or a document in an archive.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Origin {
    /// Its absolute path, or that of the archive.
    pub path: String,
    /// Its name in the archive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
}

/// What is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    pub size: u64,
    /// In nanoseconds since 1970.
    pub modified: u64,
    /// Its number in the index.
    pub number: u64,
    /// Why it could not be read, as a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
    /// Only its name was looked at so far.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unread: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks for it")]
fn is_false(value: &bool) -> bool {
    !value
}

#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(flatten)]
    origin: Origin,
    #[serde(flatten)]
    entry: Entry,
}

/// All files of a library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    pub files: BTreeMap<Origin, Entry>,
    /// The number of the next document.
    next: u64,
}

impl Known {
    pub(super) fn read(from: impl Read) -> io::Result<Self> {
        let mut known = Self::default();
        let mut from = BufReader::new(from);
        let mut line = Vec::new();
        loop {
            line.clear();
            if from.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
                return Ok(known);
            }
            let Line { origin, entry } = serde_json::from_slice(&line)?;
            known.next = known.next.max(entry.number + 1);
            known.files.insert(origin, entry);
        }
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for (origin, entry) in &self.files {
            let line = Line { origin: origin.clone(), entry: entry.clone() };
            // A path is UTF-8 here, so that it can be written.
            out.extend(serde_json::to_vec(&line).unwrap_or_default());
            out.push(b'\n');
        }
        out
    }

    /// How many documents could be read.
    pub(crate) fn held(&self) -> usize {
        self.files.values().filter(|entry| entry.refused.is_none()).count()
    }

    /// A number that no document had before.
    pub(super) fn number(&mut self) -> u64 {
        self.next += 1;
        self.next - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_as_it_was_written_and_numbers_are_not_used_twice() {
        let mut known = Known::default();
        for (path, member, refused) in
            [("/a\nb.txt", None, None), ("/z.zip", Some("x.xml"), Some("it is a picture"))]
        {
            let number = known.number();
            known.files.insert(
                Origin { path: path.to_owned(), member: member.map(str::to_owned) },
                Entry { size: 7, modified: 8, number, refused: refused.map(str::to_owned), unread: false },
            );
        }
        let mut again = Known::read(known.bytes().as_slice()).unwrap();
        assert_eq!(again, known);
        assert_eq!(again.number(), 2);
    }
}
