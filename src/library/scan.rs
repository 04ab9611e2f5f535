//! Turns command-line arguments (files, folders, `-`, `FILE#ANCHOR`, or nothing) into a list of documents.
//!
//! Only the first bytes of each file are read and nothing is parsed, so a folder of thousands is listed quickly.

use super::archive;
use super::door::Door;
use super::source::{LoadError, MOST_BYTES, Source, looks_readable, read_file};
use crate::formats;
use std::cmp::Ordering;
use std::collections::HashMap;
#[cfg(feature = "library")]
use std::convert::Infallible;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

/// How many levels of folders are searched in a folder that was named ...
const DEEPEST: usize = 8;
/// ... and in one that was not.
const DEEPEST_AROUND: usize = 3;
/// How many documents of a folder are listed.
pub(crate) const MOST_FILES: usize = 20_000;

/// Names, without their ending, of files that accompany documents but are not documents.
const COMPANIONS: [&str; 6] = ["readme", "license", "licence", "copying", "changelog", "contributing"];

/// A document to open, and the place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    pub source: Source,
    /// The anchor or address after `#`, if any.
    pub at: Option<String>,
    /// The folder or the archive that was named, and that it was found in; `None` where it was named itself.
    pub within: Option<PathBuf>,
}

impl Item {
    fn named(source: Source, at: Option<String>) -> Self {
        Self { source, at, within: None }
    }

    fn found(source: Source, within: &Path) -> Self {
        Self { source, at: None, within: Some(within.to_path_buf()) }
    }

    /// Whether it was named itself. One that was not is skipped where it cannot be read, which is otherwise an error.
    pub(crate) fn is_named(&self) -> bool {
        self.within.is_none()
    }
}

/// The documents that the arguments stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Listing {
    pub items: Vec<Item>,
    /// How many entries of folders are not listed: files that are not documents, and what cannot be read.
    pub skipped: usize,
}

/// Lists the documents that the arguments stand for; the built-in samples if there are none.
pub(crate) fn gather(typed: &[OsString], door: &Door) -> Result<Listing, LoadError> {
    let mut listing = Listing::default();
    for typed in typed {
        let (source, at) = split_anchor(typed, door);
        match &source {
            Source::File(path) if door.is_folder(path) => {
                let (before, skipped) = (listing.items.len(), listing.skipped);
                listing.folder(path, door, DEEPEST, &|| true)?;
                if listing.items.len() == before {
                    return Err(LoadError::EmptyFolder {
                        path: path.clone(),
                        skipped: listing.skipped - skipped,
                    });
                }
            }
            Source::File(path) if at.is_none() => {
                source.look(door)?;
                let (members, more) =
                    archive::members(path, door, |path| read_file(path, MOST_BYTES, door, Door::file).ok());
                if members.is_empty() {
                    listing.items.push(Item::named(source, at));
                } else {
                    listing.members(path, members);
                    listing.skipped += more;
                }
            }
            _ => {
                source.look(door)?;
                listing.items.push(Item::named(source, at));
            }
        }
    }
    if typed.is_empty() {
        listing.items = super::builtin::sources().map(|source| Item::named(source, None)).collect();
    }
    Ok(listing)
}

/// Lists each argument separately, so that an error in one does not hide the others.
pub(crate) fn gather_each(
    typed: &[OsString],
    door: &Door,
) -> impl Iterator<Item = Result<Listing, LoadError>> {
    typed.iter().map(|one| gather(std::slice::from_ref(one), door))
}

/// Splits `FILE#ANCHOR`, unless a file has that whole name.
pub(crate) fn split_anchor(typed: &OsStr, door: &Door) -> (Source, Option<String>) {
    if typed == "-" {
        return (Source::Stdin, None);
    }
    let path = Path::new(typed);
    if let Some((file, anchor)) = typed.to_str().and_then(|typed| typed.rsplit_once('#'))
        && !file.is_empty()
        && !anchor.is_empty()
        && door.about(path).is_err()
    {
        return (Source::at(Path::new(file), door), Some(anchor.to_owned()));
    }
    (Source::at(path, door), None)
}

/// The documents that lie in a folder, and below it where `deep` says so, in natural order. It ends early once `go_on`
/// says no.
pub(crate) fn lying_in(
    folder: &Path,
    deep: bool,
    door: &Door,
    go_on: &dyn Fn() -> bool,
) -> Result<Vec<Source>, LoadError> {
    let mut listing = Listing::default();
    listing.folder(folder, door, if deep { DEEPEST_AROUND } else { 0 }, go_on)?;
    Ok(listing.items.into_iter().map(|item| item.source).collect())
}

/// Documents that were found under absolute paths, each as it is known where it is.
pub(crate) fn as_known(found: Vec<Source>, known: Vec<Source>) -> Vec<Source> {
    let known: HashMap<_, _> =
        known.into_iter().filter_map(|source| Some((source.address()?, source))).collect();
    let as_known = |source: Source| source.path().and_then(|path| known.get(path)).cloned().unwrap_or(source);
    found.into_iter().map(as_known).collect()
}

/// What lies in a folder, or below it.
enum Met {
    File(PathBuf),
    /// A folder that is too deep to be looked into.
    #[cfg_attr(not(feature = "library"), expect(dead_code, reason = "only the library names it"))]
    TooDeep(PathBuf),
    Unlisted {
        folder: PathBuf,
        /// 0 for the folder that was to be walked itself.
        depth: usize,
        cause: io::Error,
    },
}

/// Walks a folder and the folders below it, at most so many levels deep, until `go_on` says no or `met` fails. Hidden
/// entries are passed over. A symbolic link to a folder is met as a file and not followed, because it may form a cycle.
fn walk<E>(
    folder: &Path,
    deepest: usize,
    door: &Door,
    go_on: &dyn Fn() -> bool,
    met: &mut dyn FnMut(Met) -> Result<(), E>,
) -> Result<(), E> {
    let mut waiting = vec![(folder.to_path_buf(), 0)];
    while let Some((folder, depth)) = waiting.pop().filter(|_| go_on()) {
        let entries = match door.entries(&folder) {
            Ok(entries) => entries,
            Err(cause) => {
                met(Met::Unlisted { folder, depth, cause })?;
                continue;
            }
        };
        for entry in entries.filter(|entry| !entry.name.as_encoded_bytes().starts_with(b".")) {
            let path = folder.join(entry.name);
            if entry.is_folder && depth < deepest {
                waiting.push((path, depth + 1));
            } else {
                met(if entry.is_folder { Met::TooDeep(path) } else { Met::File(path) })?;
            }
        }
    }
    Ok(())
}

/// All files in a folder and below it that may be documents by their names. Returns the folders that cannot be listed.
#[cfg(feature = "library")]
pub(super) fn all_below(folder: &Path, door: &Door, told: &mut dyn FnMut(PathBuf)) -> Vec<PathBuf> {
    let mut unlisted = Vec::new();
    let Ok(()) = walk::<Infallible>(folder, DEEPEST, door, &|| true, &mut |met| {
        match met {
            Met::File(path) if is_named_like_a_document(&path) || is_named_like_an_archive(&path) => {
                told(path);
            }
            Met::File(_) => {}
            Met::TooDeep(folder) | Met::Unlisted { folder, .. } => unlisted.push(folder),
        }
        Ok(())
    });
    unlisted
}

/// Whether a file is an archive of documents by its name.
#[cfg(feature = "library")]
pub(super) fn is_named_like_an_archive(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

impl Listing {
    /// Adds the documents of an archive in natural order, as many as of a folder.
    fn members(&mut self, archive: &Path, mut names: Vec<String>) {
        names.sort_by(|left, right| natural(left, right));
        self.skipped += names.len().saturating_sub(MOST_FILES);
        names.truncate(MOST_FILES);
        let sources = names.into_iter().map(|name| Source::Member(archive.to_path_buf(), name));
        self.items.extend(sources.map(|source| Item::found(source, archive)));
    }

    /// Adds the documents of a folder and its subfolders in natural order.
    fn folder(
        &mut self,
        folder: &Path,
        door: &Door,
        deepest: usize,
        go_on: &dyn Fn() -> bool,
    ) -> Result<(), LoadError> {
        let mut found = Vec::new();
        walk(folder, deepest, door, go_on, &mut |met| {
            match met {
                Met::File(path) if found.len() < MOST_FILES && is_document(&path, door) => found.push(path),
                Met::Unlisted { folder: path, depth: 0, cause } => {
                    return Err(LoadError::Unreadable { path, cause });
                }
                Met::File(_) | Met::TooDeep(_) | Met::Unlisted { .. } => self.skipped += 1,
            }
            Ok(())
        })?;
        found.sort_by(|left, right| natural(&left.to_string_lossy(), &right.to_string_lossy()));
        self.items.extend(found.into_iter().map(|path| Item::found(Source::File(path), folder)));
        Ok(())
    }
}

fn is_document(path: &Path, door: &Door) -> bool {
    is_named_like_a_document(path) && looks_readable(path, door)
}

fn is_named_like_a_document(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let stem = match formats::ending(&name) {
        Some(ending) => name.strip_suffix(ending).unwrap_or(&name),
        None => &name,
    };
    let companion = stem.split(['-', '.', '_']).next().is_some_and(|word| COMPANIONS.contains(&word));
    formats::is_listed(&name) && !companion
}

/// Natural order: numbers within names are compared by value, so that 9 comes before 10.
pub(crate) fn natural(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left, right);
    loop {
        let (Some(a), Some(b)) = (left.chars().next(), right.chars().next()) else {
            return left.len().cmp(&right.len());
        };
        let order = if a.is_ascii_digit() && b.is_ascii_digit() {
            let (number, rest) = left.split_at(left.bytes().take_while(u8::is_ascii_digit).count());
            let (other, other_rest) = right.split_at(right.bytes().take_while(u8::is_ascii_digit).count());
            (left, right) = (rest, other_rest);
            let (number, other) = (number.trim_start_matches('0'), other.trim_start_matches('0'));
            number.len().cmp(&other.len()).then_with(|| number.cmp(other))
        } else {
            (left, right) = (left.split_at(a.len_utf8()).1, right.split_at(b.len_utf8()).1);
            a.cmp(&b)
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn names_are_in_natural_order() {
        let mut names = ["r10.txt", "r9.txt", "R1.txt", "r9a.txt", "r09.txt", "r"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["R1.txt", "r", "r9.txt", "r09.txt", "r9a.txt", "r10.txt"]);
    }

    #[test]
    fn a_folder_lists_its_documents_and_counts_what_it_skips() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("deep/er")).unwrap();
        for name in [
            "b10.txt",
            "b9.txt",
            "deep/er/c",
            ".hidden",
            "data.json",
            "README.md",
            "LICENSE-MIT",
            "x.rs",
            "A_C.3_L.7",
        ] {
            fs::write(at(name), "text").unwrap();
        }
        fs::write(at("picture.txt"), b"\x89PNG\0\0").unwrap();
        fs::write(at("empty.txt"), "").unwrap();
        let listing = gather(&[folder.path().into()], &Door::free()).unwrap();
        let names: Vec<String> = listing.items.iter().map(|item| item.source.name()).collect();
        assert_eq!(names, ["A_C.3_L.7", "b9.txt", "b10.txt", "c"]);
        assert_eq!(listing.skipped, 6);
    }

    #[cfg(feature = "packed")]
    #[test]
    fn an_archive_of_several_documents_is_listed_like_a_folder() {
        use std::io::Write;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.zip");
        let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
        for name in ["fr/b10.txt", "fr/b9.txt", "picture.png"] {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            write!(zip, "The General Assembly,\n\n1. Decides on {name}.").unwrap();
        }
        zip.finish().unwrap();
        let listing = gather(&[path.clone().into()], &Door::free()).unwrap();
        let names: Vec<String> = listing.items.iter().map(|item| item.source.name()).collect();
        assert_eq!(names, ["b9.txt", "b10.txt"]);
        let (typed, at) = split_anchor(path.join("fr/b9.txt#op1").as_os_str(), &Door::free());
        assert_eq!((&typed, at.as_deref()), (&listing.items[0].source, Some("op1")));
        assert!(
            typed
                .open(&super::super::ReadOptions::new(Door::free()))
                .unwrap()
                .text()
                .contains("Decides on fr/b9.txt")
        );
        let error =
            Source::File(path).open(&super::super::ReadOptions::new(Door::free())).unwrap_err().to_string();
        assert!(error.contains("several documents (fr/b10.txt, fr/b9.txt)"), "{error}");
    }

    #[test]
    fn a_folder_without_documents_is_an_error_with_a_count() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.png"), b"\x89PNG").unwrap();
        let error = gather(&[folder.path().into()], &Door::free()).unwrap_err().to_string();
        assert!(
            error.ends_with(
                ".pdf, .xml, .html, .htm, .txt, .text, .md, .markdown and names without ending; 1 other file is not listed"
            ),
            "{error}"
        );
    }

    #[test]
    fn text_after_a_hash_is_a_place_unless_a_file_has_the_whole_name() {
        let folder = tempfile::tempdir().unwrap();
        let odd = folder.path().join("odd#1");
        fs::write(&odd, "text").unwrap();
        assert_eq!(split_anchor(odd.as_os_str(), &Door::free()), (Source::File(odd.clone()), None));
        assert_eq!(
            split_anchor(OsStr::new("x.txt#op7(b)"), &Door::free()),
            (Source::File("x.txt".into()), Some("op7(b)".into()))
        );
        assert_eq!(split_anchor(OsStr::new("#7"), &Door::free()).0, Source::File("#7".into()));
    }

    #[test]
    fn no_arguments_list_the_built_in_documents() {
        assert!(!gather(&[], &Door::free()).unwrap().items.is_empty());
    }
}
