//! Which of many documents are worth reading for a query: those that the library does not have as they are on the disk, and
//! of the others those that have what is asked for.

use super::key::{is_typed_key, typed_keys};
use super::search::Library;
use super::sources::Origin;
use super::update::since_1970;
use super::{Query, Site, Trouble};
use crate::library::Source;
use crate::library::door::whole;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// Fewer documents are read faster than the library is asked.
const FEW: usize = 200;

/// The places of the documents that are to be read for the best paragraphs with these words, or for those that cite what the
/// words name. `None` where all are: they are few, the library has few of them, or it finds nothing there, as where a word is
/// misspelt. Of the documents of the library, at most `most` are chosen.
pub(crate) fn worth_reading(
    site: &Site,
    sources: &[Source],
    words: &str,
    most: usize,
) -> Result<Option<Vec<usize>>, Trouble> {
    if sources.len() < FEW {
        return Ok(None);
    }
    let known = site.known()?;
    let mut folders: HashMap<PathBuf, PathBuf> = HashMap::new();
    let mut held: HashMap<u64, usize> = HashMap::new();
    let mut chosen = Vec::new();
    for (at, source) in sources.iter().enumerate() {
        let entry = origin(source, &mut folders).and_then(|origin| {
            let entry = known.files.get(&origin).filter(|entry| !entry.unread)?;
            let about = site.door().about(Path::new(&origin.path)).ok()?;
            (about.len() == entry.size && since_1970(about.modified()) == entry.modified).then_some(entry)
        });
        match entry {
            // What cannot be read has been found out before.
            Some(entry) if entry.refused.is_some() => {}
            Some(entry) => _ = held.insert(entry.number, at),
            None => chosen.push(at),
        }
    }
    if held.len() < FEW {
        return Ok(None);
    }
    let about = Library::open(site)?.about(words)?;
    let found: Vec<usize> = about.iter().filter_map(|number| held.get(number).copied()).take(most).collect();
    if found.is_empty() {
        return Ok(None);
    }
    chosen.extend(found);
    chosen.sort_unstable();
    Ok(Some(chosen))
}

/// A document as the library names it. `folders` keeps the paths without links.
fn origin(source: &Source, folders: &mut HashMap<PathBuf, PathBuf>) -> Option<Origin> {
    let path = source.path()?;
    let folder = path.parent()?.to_path_buf();
    let folder = folders.entry(folder).or_insert_with_key(|folder| whole(folder));
    let path = folder.join(path.file_name()?).to_str()?.to_owned();
    let member = if let Source::Member(_, name) = source { Some(name.clone()) } else { None };
    Some(Origin { path, member })
}

impl Library {
    /// The numbers of the documents that cite what the words name, or else of those that have them, best first.
    fn about(&self, words: &str) -> Result<Vec<u64>, Trouble> {
        let found = if is_typed_key(words) {
            self.citing(&typed_keys(words).0)?
        } else {
            self.with_words(&Query { words: words.to_owned(), ..Query::default() })?
        };
        let mut met = HashSet::new();
        Ok(found.into_iter().filter(|number| met.insert(*number)).collect())
    }
}
