//! What the owner of a library wants to be in it: folders, files and archives. The index is derived from that; this is not,
//! and is kept in a file of its own, which may be edited by hand.

use super::Trouble;
use super::generation::Site;
use crate::library::{Door, xdg};
use serde::{Deserialize, Serialize};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Greatest size of the list, in bytes.
const MOST_BYTES: u64 = 1 << 20;
const LIST: &str = "library.toml";

/// A library: its index, and the list of what is to be in it.
#[derive(Clone, Debug)]
pub(crate) struct Home {
    pub site: Site,
    list: PathBuf,
    door: Door,
}

/// The content of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wanted {
    /// Absolute paths of folders, files and archives.
    #[serde(default)]
    pub folders: Vec<PathBuf>,
}

impl Home {
    /// The library in a folder, with its list beside the index; or that of the reader, whose index lies among what may be
    /// deleted, and whose list does not. `None` without a home folder.
    pub(crate) fn of(
        folder: Option<&Path>,
        env: &dyn Fn(&str) -> Option<String>,
        door: &Door,
    ) -> Option<Self> {
        let (index, list) = match folder {
            Some(folder) => (folder.to_path_buf(), folder.join(LIST)),
            None => (
                xdg(env, "XDG_CACHE_HOME", ".cache")?.join("library"),
                xdg(env, "XDG_DATA_HOME", ".local/share")?.join(LIST),
            ),
        };
        Some(Self { site: Site::new(&index, door), list, door: door.clone() })
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
        let unreadable = |cause| Trouble::Unreadable { path: self.list.clone(), cause };
        let mut text = String::new();
        match self.door.regular(&self.list) {
            Ok(file) => file.take(MOST_BYTES).read_to_string(&mut text).map_err(unreadable)?,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Wanted::default()),
            Err(cause) => return Err(unreadable(cause)),
        };
        toml::from_str(&text)
            .map_err(|cause| Trouble::List { path: self.list.clone(), cause: cause.message().to_owned() })
    }

    /// Writes the list.
    pub(crate) fn want(&self, wanted: &Wanted) -> Result<(), Trouble> {
        let unwritable = |cause| Trouble::Unwritable { path: self.list.clone(), cause };
        let text = toml::to_string(wanted).unwrap_or_default();
        let folder = self.list.parent().unwrap_or(Path::new("."));
        self.door.make_folders(folder, false).map_err(unwritable)?;
        self.door.write(&self.list, text.as_bytes()).map_err(unwritable)
    }
}
