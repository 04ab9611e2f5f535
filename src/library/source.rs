//! A single document: where it comes from, how its bytes are read, and a clear message for everything that can go
//! wrong.
//!
//! What the bytes mean is decided in `formats` and `grammar`.

use super::archive;
use super::door::{self, Door};
use super::worker::{Trouble, Workers};
use crate::document::Document;
use crate::formats::{self, Content, Format, How, ReadError};
use crate::grammar;
use crate::lang::Language;
use crate::text::chars::{is_invisible, steers};
use std::cell::Cell;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Greatest size of a file in bytes. No resolution is as large, and offsets in a text are 32 bits wide.
pub(super) const MOST_BYTES: u64 = 1 << 30;

/// A PDF of more bytes may have so many pages that they take long to read.
const LONG: usize = 1 << 18;

/// How many bytes are read before deciding whether to read the rest.
const HEAD: u64 = 8192;

/// What the caller knows about a document before it is read.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// The language, instead of detecting it.
    pub language: Option<Language>,
    /// The encoding, a label such as `windows-1251`, instead of detecting it.
    pub encoding: Option<String>,
    /// The format, instead of detecting it.
    pub format: Option<Format>,
    /// What may be opened at all.
    pub door: Door,
    /// How documents are read that nobody has opened.
    pub workers: Workers,
}

impl ReadOptions {
    /// Nothing is known, and all is detected.
    pub fn new(door: Door) -> Self {
        Self { language: None, encoding: None, format: None, door, workers: Workers::none() }
    }

    fn how(&self) -> How<'_> {
        How { format: self.format, encoding: self.encoding.as_deref(), ..How::default() }
    }
}

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    File(PathBuf),
    /// A document in a zip archive: the path of the archive, and the document's name in it.
    Member(PathBuf, String),
    /// Standard input, which can be read only once.
    Stdin,
    /// A sample that is part of the program: its file name and its text.
    Builtin(&'static str, &'static str),
}

/// Why a document could not be opened. The message says what failed, where, and what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error("{}: there is no such file{}", shown(.path), did_you_mean(.near.as_deref()))]
    Missing {
        path: PathBuf,
        /// The existing file or command that was probably meant.
        near: Option<String>,
    },
    #[error("{}: only the documents that were named are read here", shown(.0))]
    Fenced(PathBuf),
    #[error("{}: it cannot be read ({})", shown(.path), reason(.cause))]
    Unreadable { path: PathBuf, cause: io::Error },
    #[error("{}: plenary does not use the network; download it first, with a browser or `curl -LO`", tame(.0))]
    Web(String),
    #[error("standard input cannot be read ({})", reason(.0))]
    Stdin(io::Error),
    #[error("{}: it is a folder; `plenary FOLDER` lists what is in it, this command takes files", shown(.0))]
    Folder(PathBuf),
    #[error("{}: no document is in this folder; plenary lists {} and names without ending{}", shown(.path), endings(), passed_over(*.skipped))]
    EmptyFolder { path: PathBuf, skipped: usize },
    #[error("{name}: it is larger than 1 GB, which is more than plenary reads; split it first")]
    TooLarge { name: String },
    #[error("{name}: {cause}")]
    Read { name: String, cause: ReadError },
    #[error("{name}: {trouble}{}", if_trusted(*.trouble))]
    Trouble { name: String, trouble: Trouble },
}

impl Source {
    /// The name to display: the file name without its folder.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::File(path) => tame(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()),
            Self::Member(_, name) => tame(name.rsplit('/').next().unwrap_or(name)),
            Self::Stdin => "standard input".to_owned(),
            Self::Builtin(name, _) => (*name).to_owned(),
        }
    }

    /// The ending of its name, in lower case and without the dot; empty where there is none.
    pub(crate) fn ending(&self) -> String {
        let name = self.name();
        Path::new(&name).extension().unwrap_or_default().to_string_lossy().to_lowercase()
    }

    /// The name as it was typed, for machine-readable output; `-` for standard input.
    pub(crate) fn typed(&self) -> String {
        match self {
            Self::File(path) => shown(path),
            Self::Member(path, name) => format!("{}/{}", shown(path), tame(name)),
            Self::Stdin => "-".to_owned(),
            Self::Builtin(name, _) => (*name).to_owned(),
        }
    }

    /// The path of the file, or of the archive that contains the document; `None` for standard input and samples.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) | Self::Member(path, _) => Some(path),
            Self::Stdin | Self::Builtin(..) => None,
        }
    }

    /// An absolute path by which the document can be found again in a later session; for a document in an archive, the
    /// archive's path followed by the name. `None` for standard input and samples.
    pub(crate) fn address(&self) -> Option<PathBuf> {
        let path = self.path()?;
        let whole = door::whole(path);
        Some(match self {
            Self::Member(_, name) => whole.join(name),
            _ => whole,
        })
    }

    /// The source for such a path.
    pub(crate) fn at(address: &Path, door: &Door) -> Self {
        archive::inside(address, door)
            .map_or_else(|| Self::File(address.to_path_buf()), |(archive, name)| Self::Member(archive, name))
    }

    /// Checks that the file exists, without reading it.
    pub(crate) fn look(&self, door: &Door) -> Result<(), LoadError> {
        match self {
            Self::File(path) | Self::Member(path, _) => {
                door.about(path).map(drop).map_err(|cause| unreadable(path, cause, door))
            }
            Self::Stdin | Self::Builtin(..) => Ok(()),
        }
    }

    /// Reads and parses the document.
    pub fn open(&self, options: &ReadOptions) -> Result<Arc<Document>, LoadError> {
        self.open_as(options, &options.how(), &|| true)
    }

    /// Reads and parses the document, and calls `progress` with the number of pages read and their total. `begun` gets
    /// the document so far after as many pages as `stages` says, with the same two numbers. Only PDF has pages; for other
    /// formats neither is called. The result is of no use, and may be an error, once it is not `wanted` any more.
    pub(crate) fn open_in_stages(
        &self,
        options: &ReadOptions,
        stages: &[u32],
        begun: &dyn Fn(Arc<Document>, u32, u32),
        progress: &dyn Fn(u32, u32),
        wanted: &dyn Fn() -> bool,
    ) -> Result<Arc<Document>, LoadError> {
        let begun = |content: Content, read, of| begun(parsed(&content, options), read, of);
        let how = How { progress: Some(progress), stages, begun: Some(&begun), ..options.how() };
        self.open_as(options, &how, wanted)
    }

    fn open_as(
        &self,
        options: &ReadOptions,
        how: &How,
        wanted: &dyn Fn() -> bool,
    ) -> Result<Arc<Document>, LoadError> {
        let bytes = self.bytes(options)?;
        if !options.workers.trust(self) {
            let vouch = |pages| {
                let vouched = options.workers.vouch(&bytes, pages, options, wanted);
                vouched.map_err(|trouble| LoadError::Trouble { name: self.typed(), trouble })
            };
            // The first pages of a long one need not wait for the others to be tried.
            if let (Some(begun), Some(&first)) = (how.begun, how.stages.first())
                && bytes.len() > LONG
                && how.format.unwrap_or_else(|| Format::of(&bytes)) == Format::Pdf
            {
                vouch(Some(first))?;
                let all = Cell::new(0);
                let count = |_, of| all.set(of);
                let beginning =
                    How { pages: Some(first), progress: Some(&count), stages: &[], begun: None, ..*how };
                if let Ok(content) = formats::read(bytes.clone(), &beginning)
                    && all.get() > first
                {
                    begun(content, first, all.get());
                }
            }
            vouch(None)?;
        }
        let name = || if *self == Self::Stdin { self.name() } else { self.typed() };
        // The bytes are dropped once they are decoded, and the decoded content once it is parsed, to save memory.
        let content = formats::read(bytes, how).map_err(|cause| LoadError::Read { name: name(), cause })?;
        Ok(parsed(&content, options))
    }

    /// Reads the bytes of the document. It fails where they are more than could be read.
    pub(super) fn bytes(&self, options: &ReadOptions) -> Result<Vec<u8>, LoadError> {
        let named = options.workers.trust(self);
        let most = if named { MOST_BYTES } else { Trouble::TOO_LARGE };
        let read = match self {
            Self::File(path) if named => read_file(path, most, &options.door, Door::file),
            // What was found may have become a pipe or a device meanwhile.
            Self::File(path) => read_file(path, most, &options.door, Door::regular),
            Self::Member(path, name) => archive::member(path, name, &options.door),
            Self::Stdin => read_bounded(io::stdin().lock(), 0, MOST_BYTES, &self.name(), LoadError::Stdin),
            Self::Builtin(_, text) => Ok(text.as_bytes().to_vec()),
        };
        read.map_err(|error| match error {
            LoadError::TooLarge { name } if most < MOST_BYTES => {
                LoadError::Trouble { name, trouble: Trouble::Memory }
            }
            error => error,
        })
    }

    /// Reads and parses at most `most` bytes from the beginning of a plain text, for lists and for a first frame.
    /// `None` for other formats, for documents in archives and for standard input.
    pub(crate) fn beginning(&self, options: &ReadOptions, most: usize) -> Option<Arc<Document>> {
        match self {
            Self::File(path) => {
                let mut bytes = Vec::new();
                options.door.regular(path).ok()?.take(most as u64).read_to_end(&mut bytes).ok()?;
                if options.format.unwrap_or_else(|| Format::of(&bytes)) != Format::Text {
                    return None;
                }
                let cut = bytes.len() == most;
                parse_beginning(bytes, cut, most, options).ok()
            }
            Self::Stdin | Self::Member(..) => None,
            Self::Builtin(_, text) => Some(Arc::new(grammar::parse(text, grammar_options(options)))),
        }
    }

    /// Whether it is a file that is read page by page: a PDF.
    pub(crate) fn has_pages(&self, options: &ReadOptions) -> bool {
        let Self::File(path) = self else { return false };
        let mut head = Vec::with_capacity(HEAD as usize);
        let read = |head: &mut Vec<u8>| options.door.regular(path)?.take(HEAD).read_to_end(head);
        if read(&mut head).is_err() {
            return false;
        }
        // A file without a percent sign near its start is not a PDF, and this is faster than detecting its format.
        (options.format.is_some() || head.contains(&b'%'))
            && options.format.unwrap_or_else(|| Format::of(&head)) == Format::Pdf
    }
}

/// Parses the bytes of a document, or of its first `pages` pages in formats with pages.
pub(super) fn parse(
    bytes: Vec<u8>,
    options: &ReadOptions,
    pages: Option<u32>,
) -> Result<Arc<Document>, ReadError> {
    formats::read(bytes, &How { pages, ..options.how() }).map(|content| parsed(&content, options))
}

/// Parses the first `most` bytes of a plain text, which may be `cut` anywhere.
pub(super) fn parse_beginning(
    mut bytes: Vec<u8>,
    cut: bool,
    most: usize,
    options: &ReadOptions,
) -> Result<Arc<Document>, ReadError> {
    // The bytes may end within a character, so up to three of them are dropped.
    let mut ends = (0..4).map(|cut| bytes.len().saturating_sub(cut));
    let end = ends.find(|&end| bytes.get(..end).is_some_and(|head| std::str::from_utf8(head).is_ok()));
    bytes.truncate(end.unwrap_or(bytes.len()));
    let decoded = formats::decode(&bytes, options.encoding.as_deref())?;
    // Half of them are parsed, so that the text ends at the end of a paragraph.
    let text = grammar::prefix(&decoded.text, if cut { most / 2 } else { most });
    Ok(Arc::new(grammar::parse(text, grammar_options(options))))
}

fn parsed(content: &Content, options: &ReadOptions) -> Arc<Document> {
    Arc::new(grammar::parse_content(content, grammar_options(options)))
}

fn grammar_options(options: &ReadOptions) -> grammar::Options {
    grammar::Options { language: options.language }
}

pub(super) fn unreadable(path: &Path, cause: io::Error, door: &Door) -> LoadError {
    let path = path.to_path_buf();
    if door::is_outside(&cause) {
        return LoadError::Fenced(path);
    }
    match cause.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            if let Some(address) = path.to_str().filter(|typed| is_address(typed)) {
                return LoadError::Web(address.to_owned());
            }
            LoadError::Missing { near: near(&path, door), path }
        }
        io::ErrorKind::IsADirectory => LoadError::Folder(path),
        _ => LoadError::Unreadable { path, cause },
    }
}

/// Whether an argument that is no file looks like a web address.
fn is_address(typed: &str) -> bool {
    let named = ["http:/", "https:/", "ftp:/", "www.", "undocs.org/", "documents.un.org/", "docs.un.org/"];
    named.iter().any(|start| typed.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
}

/// Whether the first 512 bytes of a file are of a known format. A quick guess for lists; the file is not parsed.
pub(super) fn looks_readable(path: &Path, door: &Door) -> bool {
    let mut head = Vec::new();
    let read = door.regular(path).and_then(|file| file.take(512).read_to_end(&mut head));
    let utf16 = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    let format = Format::of(&head);
    let text = hopeless(&head).is_none() && (utf16 || !head.contains(&0));
    read.is_ok() && !head.is_empty() && (text || format != Format::Text)
}

/// Reads a file of at most so many bytes, through a door that says whether it must be a regular one.
pub(super) fn read_file(
    path: &Path,
    most: u64,
    door: &Door,
    open: impl Fn(&Door, &Path) -> io::Result<File>,
) -> Result<Vec<u8>, LoadError> {
    let unreadable = |cause| unreadable(path, cause, door);
    let file = open(door, path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    if about.is_dir() {
        return Err(LoadError::Folder(path.to_path_buf()));
    }
    read_bounded(file, about.len(), most, &shown(path), unreadable)
}

/// Reads everything up to `most` bytes, unless the first bytes show that it is not a document. `size` is the expected
/// size, used to reserve memory once; 0 if unknown.
fn read_bounded(
    mut from: impl Read,
    size: u64,
    most: u64,
    name: &str,
    failed: impl Fn(io::Error) -> LoadError,
) -> Result<Vec<u8>, LoadError> {
    let mut bytes = Vec::with_capacity((size.min(HEAD) as usize) + 64);
    from.by_ref().take(HEAD).read_to_end(&mut bytes).map_err(&failed)?;
    if let Some(cause) = hopeless(&bytes) {
        return Err(LoadError::Read { name: name.to_owned(), cause });
    }
    if size > most {
        return Err(LoadError::TooLarge { name: name.to_owned() });
    }
    // One spare byte lets the last read find the end of the file without doubling the buffer.
    bytes.reserve_exact((size as usize).saturating_sub(bytes.len()) + 1);
    from.take((most + 1).saturating_sub(bytes.len() as u64)).read_to_end(&mut bytes).map_err(&failed)?;
    if bytes.len() as u64 > most {
        return Err(LoadError::TooLarge { name: name.to_owned() });
    }
    Ok(bytes)
}

/// Why the first bytes of a file show that it is not a document; `None` if they do not.
pub(super) fn hopeless(head: &[u8]) -> Option<ReadError> {
    let (what, advice) = ("nothing but zero bytes", "look whether it was copied whole");
    let zeros = !head.is_empty() && head.iter().all(|&byte| byte == 0);
    zeros.then_some(ReadError::Foreign { what, advice }).or_else(|| formats::foreign(head))
}

/// A path for display, with characters that could control the terminal, or that cannot be seen, replaced: a file name is
/// as untrusted as any text.
pub(crate) fn shown(path: &Path) -> String {
    tame(&path.to_string_lossy())
}

fn tame(name: &str) -> String {
    name.chars()
        .map(|letter| if steers(letter) || is_invisible(letter) { '\u{fffd}' } else { letter })
        .collect()
}

/// The operating system's error message, without its number, of a file that could not be read.
pub(crate) fn reason(cause: &io::Error) -> String {
    if cause.kind() == io::ErrorKind::PermissionDenied && !door::is_outside(cause) {
        return "you may not read it".to_owned();
    }
    told(cause)
}

/// The same of a file that could not be written.
pub(crate) fn not_written(cause: &io::Error) -> String {
    if cause.kind() == io::ErrorKind::PermissionDenied && !door::is_outside(cause) {
        return "you may not write it".to_owned();
    }
    told(cause)
}

fn told(cause: &io::Error) -> String {
    cause.to_string().split(" (os error").next().unwrap_or_default().to_lowercase()
}

fn did_you_mean(near: Option<&str>) -> String {
    near.map_or(String::new(), |near| format!("; did you mean {near}?"))
}

/// What can be done about a document that nobody has named.
fn if_trusted(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Memory | Trouble::Time => "; name it on the command line if you trust it",
        Trouble::Stopped => "",
    }
}

fn endings() -> String {
    let all = Format::all().flat_map(Format::endings).map(|ending| format!(".{ending}"));
    all.collect::<Vec<_>>().join(", ")
}

fn passed_over(skipped: usize) -> String {
    match skipped {
        0 => String::new(),
        1 => "; 1 other file is not listed".to_owned(),
        _ => format!("; {skipped} other files are not listed"),
    }
}

/// The file in the same folder whose name is most similar to one that does not exist; `None` if none is similar enough.
fn near(path: &Path, door: &Door) -> Option<String> {
    const MOST_ENTRIES: usize = 5000;
    let wanted = path.file_name()?.to_string_lossy().to_lowercase();
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let entries = door.entries(folder.unwrap_or(Path::new("."))).ok()?;
    let names = entries.take(MOST_ENTRIES).map(|entry| entry.name);
    let distance = |name: &OsStr| {
        let name = name.to_string_lossy().to_lowercase();
        let begins = wanted.chars().count() >= 4 && name.starts_with(&wanted);
        if begins { 1 } else { edits(&name, &wanted) }
    };
    let (distance, name) = names.map(|name| (distance(&name), name)).min()?;
    let most = (wanted.chars().count() / 4).clamp(1, 3);
    (distance <= most)
        .then(|| shown(&folder.map_or_else(|| PathBuf::from(&name), |folder| folder.join(&name))))
}

/// Edit distance: how many insertions, deletions, substitutions and swaps of neighbouring letters turn one word into
/// the other.
pub(crate) fn edits(left: &str, right: &str) -> usize {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in right.iter().enumerate() {
            let mut least = (above[j] + usize::from(a != b)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == right[j - 1] && left[i - 1] == *b {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(bytes: &[u8]) -> String {
        read_bounded(bytes, 0, MOST_BYTES, "it.txt", LoadError::Stdin).unwrap_err().to_string()
    }

    #[test]
    fn a_swap_or_a_slip_is_one_edit() {
        assert_eq!(edits("A_RES_65_218", "A_RSE_65_218"), 1);
        assert_eq!(edits("note.txt", "notes.txt"), 1);
        assert_eq!(edits("", "abc"), 3);
    }

    #[test]
    fn a_web_address_is_not_reported_as_a_missing_file() {
        let said = "plenary does not use the network; download it first, with a browser or `curl -LO`";
        for typed in ["https://undocs.org/A/RES/65/218", "undocs.org/en/A/RES/65/218"] {
            assert_eq!(open_error(Path::new(typed)), format!("{typed}: {said}"));
        }
    }

    #[test]
    fn a_missing_file_suggests_a_similar_name() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("A_RES_65_218.fr.txt"), "x").unwrap();
        for typed in ["A_RES_65_218.txt", "a_res_65_218.fr.txt", "A_RES_65_281.fr.txt", "A_RES_65_218"] {
            let meant = format!("did you mean {}?", folder.path().join("A_RES_65_218.fr.txt").display());
            let error = open_error(&folder.path().join(typed));
            assert!(error.ends_with(&meant), "{error}");
        }
        assert!(open_error(&folder.path().join("letter.doc")).ends_with("there is no such file"));
    }

    fn open_error(path: &Path) -> String {
        Source::File(path.to_path_buf()).open(&ReadOptions::new(Door::free())).unwrap_err().to_string()
    }

    #[test]
    fn a_file_that_is_not_a_document_is_named_with_advice() {
        assert!(error(b"\x89PNG\r\n").starts_with("it.txt: it is an image (PNG); it has no text"));
        let zeros = "it.txt: it is nothing but zero bytes; look whether it was copied whole";
        assert_eq!(error(&vec![0; 20_000]), zeros);
    }

    #[test]
    fn a_file_name_cannot_control_the_terminal() {
        let error = open_error(Path::new("/nowhere/\u{1b}[31mred\u{202e}.txt"));
        assert!(error.starts_with("/nowhere/\u{fffd}[31mred\u{fffd}.txt: "), "{error}");
    }
}
