//! Decides where an export is written, and makes sure that it never overwrites a source document.

use super::Refused;
use crate::library::{Door, Source, door, shown};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// What the argument OUT means.
pub(super) enum Target {
    Stdout,
    File(PathBuf),
    Folder(Folder),
}

impl Target {
    /// A path is a folder if it exists as one or ends in a separator; no path or `-` is standard output.
    pub(super) fn of(typed: Option<&Path>, door: &Door) -> Self {
        match typed {
            None => Self::Stdout,
            Some(path) if ["-", "/dev/stdout"].iter().any(|stdout| path == Path::new(stdout)) => Self::Stdout,
            Some(path) => {
                let text = path.as_os_str().to_string_lossy();
                if text.ends_with(std::path::is_separator) || door.is_folder(path) {
                    Self::Folder(Folder { path: path.to_path_buf(), taken: HashSet::new() })
                } else {
                    Self::File(path.to_path_buf())
                }
            }
        }
    }

    /// The ending of the file's name; `None` for other targets and for names without one.
    pub(super) fn ending(&self) -> Option<String> {
        match self {
            Self::File(path) => Some(path.extension()?.to_string_lossy().into_owned()),
            Self::Stdout | Self::Folder(_) => None,
        }
    }
}

/// A folder to write to.
pub(super) struct Folder {
    path: PathBuf,
    /// Paths already used in this run.
    taken: HashSet<PathBuf>,
}

impl Folder {
    /// The path for a document's export: the document's name with another ending, in the same subfolder as below
    /// `root`. If two documents would get the same path, the later one keeps its own ending too, and then a number.
    pub(super) fn place(&mut self, source: &Source, root: Option<&Path>, ending: &str) -> PathBuf {
        let name = match source {
            Source::File(path) => {
                let below = root.and_then(|root| path.strip_prefix(root).ok());
                let file = path.file_name().map_or_else(|| Path::new("document"), Path::new);
                below.unwrap_or(file).to_path_buf()
            }
            Source::Stdin => PathBuf::from("document"),
            Source::Builtin(name, _) => PathBuf::from(name),
            // Names in an archive are untrusted, so they must not lead to another folder.
            Source::Member(..) => {
                let name = source.name().replace(std::path::is_separator, "_");
                PathBuf::from(if name.starts_with('.') { format!("_{name}") } else { name })
            }
        };
        let mut bare = name.clone();
        if has_ending(&name) {
            bare.set_extension("");
        }
        let with = |base: &Path, middle: &str| {
            let file = base.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.path.join(base.with_file_name(format!("{file}{middle}.{ending}")))
        };
        let numbered = (2..).map(|count: u32| with(&name, &format!(".{count}")));
        let free = [with(&bare, ""), with(&name, "")].into_iter().chain(numbered);
        let path = free.into_iter().find(|path| !self.taken.contains(path)).unwrap_or_default();
        self.taken.insert(path.clone());
        path
    }
}

/// Whether the name has a file ending. In `A_C.3_65_L.7` the text after the last dot is a number, not an ending.
fn has_ending(name: &Path) -> bool {
    let ending = name.extension().unwrap_or_default().to_string_lossy();
    !ending.is_empty() && ending.len() <= 8 && !ending.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether a path leads to the file that a document is read from, even under another name.
pub(super) fn is_same(source: &Source, path: &Path) -> bool {
    source.path().is_some_and(|from| door::is_same(from, path))
}

/// Writes a file, replacing an existing one, which is whole until the new one is.
pub(super) fn write(path: &Path, bytes: &[u8], door: &Door) -> Result<(), Refused> {
    door.write(path, bytes).map_err(|cause| Refused::Write { path: shown(path), cause })
}

/// The same for a file that was not named itself. Whoever can write into its folder may have put a pipe there, which would be
/// waited for, or a device.
pub(super) fn write_found(path: &Path, bytes: &[u8], door: &Door) -> Result<(), Refused> {
    match door.about(path) {
        Ok(about) if !about.is_file() => {
            let cause = std::io::Error::other("it is not a regular file");
            Err(Refused::Write { path: shown(path), cause })
        }
        _ => write(path, bytes, door),
    }
}

/// Creates the folder of a file.
pub(super) fn make_folder(path: &Path, door: &Door) -> Result<(), Refused> {
    let folder = path.parent().unwrap_or(path);
    door.make_folders(folder, false).map_err(|cause| Refused::Write { path: shown(folder), cause })
}
