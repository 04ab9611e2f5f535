//! What the owner of a library wants to be in it: folders, files and archives; and the searches that a reader has saved. The
//! index is derived from that; this is not, and is kept in a file of its own, which may be edited by hand.

use super::Trouble;
use super::generation::Site;
use crate::library::door::whole;
use crate::library::{Door, xdg};
use serde::{Deserialize, Serialize};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Greatest size of the list, in bytes.
const MOST_BYTES: u64 = 1 << 20;
const LIST: &str = "library.toml";
const LOCK: &str = "library.lock";
/// Most searches that are saved.
const MOST_SAVED: usize = 100;

/// A library: its index, and the list of what is to be in it.
#[derive(Clone, Debug)]
pub(crate) struct Home {
    pub site: Site,
    list: PathBuf,
    /// The reader's own list, where searches are saved; `None` where none are.
    own: Option<PathBuf>,
    /// The folder of a library that is not the reader's own.
    folder: Option<PathBuf>,
    door: Door,
}

/// The content of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wanted {
    /// Absolute paths of folders, files and archives.
    #[serde(default)]
    pub folders: Vec<PathBuf>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub saved: Vec<Saved>,
}

/// A search that was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Saved {
    pub line: String,
    /// How many hits it had when it was last looked at.
    #[serde(default)]
    pub hits: u64,
    /// The folder of the library that it is for, where that is not the reader's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub library: Option<PathBuf>,
}

impl Home {
    /// The library in a folder, with its list beside the index; or that of the reader, whose index lies among what may be
    /// deleted, and whose list does not. `None` without a home folder.
    pub(crate) fn of(
        folder: Option<&Path>,
        env: &dyn Fn(&str) -> Option<String>,
        door: &Door,
    ) -> Option<Self> {
        let own = || Some(xdg(env, "XDG_DATA_HOME", ".local/share")?.join(LIST));
        let (index, list) = match folder {
            Some(folder) => (folder.to_path_buf(), folder.join(LIST)),
            None => (xdg(env, "XDG_CACHE_HOME", ".cache")?.join("library"), own()?),
        };
        let own = own().filter(|_| !door.is_restricted());
        let folder = folder.map(whole);
        Some(Self { site: Site::new(&index, door), list, own, folder, door: door.clone() })
    }

    /// The same where no search is saved.
    #[must_use]
    pub(crate) fn without_saved(self) -> Self {
        Self { own: None, ..self }
    }

    /// Whether there is an index, of whatever version. Nothing of it is opened.
    pub(crate) fn is_there(&self) -> bool {
        self.door.is_folder(self.site.folder())
    }

    /// Where the list lies.
    pub(crate) fn list(&self) -> &Path {
        &self.list
    }

    /// What is to be in the library; nothing where there is no list.
    pub(crate) fn wanted(&self) -> Result<Wanted, Trouble> {
        self.read(&self.list)
    }

    /// Changes what is to be in the library, and returns it.
    pub(crate) fn want<E: From<Trouble>>(
        &self,
        change: impl FnOnce(&mut Wanted) -> Result<(), E>,
    ) -> Result<Wanted, E> {
        self.change(&self.list, change)
    }

    /// The searches that were saved for this library; `None` where none are saved.
    pub(crate) fn saved(&self) -> Result<Option<Vec<Saved>>, Trouble> {
        let Some(own) = &self.own else { return Ok(None) };
        Ok(Some(self.read(own)?.saved.into_iter().filter(|saved| saved.library == self.folder).collect()))
    }

    /// Saves a search with how many hits it has, or notes that it was looked at.
    pub(crate) fn save(&self, line: &str, hits: u64) -> Result<(), Trouble> {
        self.change_saved(line, |known, all| {
            if let Some(known) = known.and_then(|at| all.get_mut(at)) {
                known.hits = hits;
            } else if all.len() < MOST_SAVED {
                all.push(Saved { line: line.to_owned(), hits, library: self.folder.clone() });
            } else {
                return Err(Trouble::ManySaved(MOST_SAVED));
            }
            Ok(())
        })
    }

    /// Forgets a search.
    pub(crate) fn forget(&self, line: &str) -> Result<(), Trouble> {
        self.change_saved(line, |known, all| {
            known.map(|at| all.remove(at));
            Ok(())
        })
    }

    fn change_saved(
        &self,
        line: &str,
        change: impl FnOnce(Option<usize>, &mut Vec<Saved>) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let Some(own) = &self.own else { return Ok(()) };
        let is_it = |saved: &Saved| saved.line == line && saved.library == self.folder;
        self.change(own, |wanted| change(wanted.saved.iter().position(is_it), &mut wanted.saved)).map(drop)
    }

    fn read(&self, list: &Path) -> Result<Wanted, Trouble> {
        let unreadable = |cause| Trouble::Unreadable { path: list.to_path_buf(), cause };
        let mut text = String::new();
        match self.door.regular(list) {
            Ok(file) => file.take(MOST_BYTES).read_to_string(&mut text).map_err(unreadable)?,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Wanted::default()),
            Err(cause) => return Err(unreadable(cause)),
        };
        toml::from_str(&text)
            .map_err(|cause| Trouble::List { path: list.to_path_buf(), cause: cause.message().to_owned() })
    }

    /// Reads a list again under a lock, because another session may have written it, changes it and writes it.
    fn change<E: From<Trouble>>(
        &self,
        list: &Path,
        change: impl FnOnce(&mut Wanted) -> Result<(), E>,
    ) -> Result<Wanted, E> {
        let unwritable = |cause| Trouble::Unwritable { path: list.to_path_buf(), cause };
        let folder = list.parent().unwrap_or(Path::new("."));
        self.door.make_folders(folder, false).map_err(unwritable)?;
        let _lock = self.door.lock_soon(&folder.join(LOCK));
        let mut wanted = self.read(list)?;
        change(&mut wanted)?;
        let text = toml::to_string(&wanted).unwrap_or_default();
        self.door.write(list, text.as_bytes()).map_err(unwritable)?;
        Ok(wanted)
    }
}
