//! Reads documents from files, folders, zip archives, standard input, and the built-in samples.
//!
//! It finds, names and reads documents. It neither keeps those that were read nor decides which one is shown.

mod archive;
pub(crate) mod builtin;
pub(crate) mod fence;
pub(crate) mod scan;
pub(crate) mod source;
pub(crate) mod state;

pub use fence::Fence;
pub use scan::{Item, Listing, gather};
pub use source::{LoadError, ReadOptions, Source, reason, shown};
pub use state::State;

use crate::document::Document;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Reads and parses one file.
pub fn open(path: &Path, options: &ReadOptions) -> Result<Arc<Document>, LoadError> {
    Source::File(path.to_path_buf()).open(options)
}

/// A folder for plenary according to the XDG base directory specification: below the variable if that is an absolute
/// path, else below the home folder.
pub(crate) fn xdg(env: &dyn Fn(&str) -> Option<String>, variable: &str, below_home: &str) -> Option<PathBuf> {
    let set = env(variable).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = set.or_else(|| {
        let home = env("HOME").map(PathBuf::from).filter(|home| home.is_absolute());
        Some(home.or_else(std::env::home_dir)?.join(below_home))
    })?;
    Some(base.join("plenary"))
}
