//! Reads documents from files, folders, zip archives, standard input, and the built-in samples.
//!
//! It finds, names and reads documents. It neither keeps those that were read nor decides which one is shown.

pub(crate) mod actions;
mod archive;
pub(crate) mod builtin;
pub(crate) mod door;
mod each;
pub(crate) mod enquiry;
#[cfg(feature = "library")]
pub(crate) mod index;
pub(crate) mod scan;
pub(crate) mod source;
pub(crate) mod state;
pub(crate) mod summary;
#[cfg(not(feature = "library"))]
mod without;
pub(crate) mod worker;

pub(crate) use door::Door;
pub(crate) use each::{Opened, open_each};
#[cfg(feature = "library")]
pub(crate) use index::{Home, Librarian};
pub(crate) use scan::{Item, Listing, gather};
pub(crate) use source::{LoadError, ReadOptions, Source, not_written, reason, shown};
pub(crate) use state::State;
#[cfg(not(feature = "library"))]
pub(crate) use without::{Home, Librarian};
pub(crate) use worker::{Trouble, Workers};

use crate::document::Document;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Reads and parses one file.
pub fn open(path: &Path, options: &ReadOptions) -> Result<Arc<Document>, LoadError> {
    Source::File(path.to_path_buf()).open(options)
}

/// A folder for plenary according to the XDG base directory specification: below the variable if that is an absolute
/// path, else below the home folder. `None` without a home folder, or where `HOME` is a relative path.
pub(crate) fn xdg(env: &dyn Fn(&str) -> Option<String>, variable: &str, below_home: &str) -> Option<PathBuf> {
    let absolute = |path: &PathBuf| path.is_absolute();
    let set = env(variable).map(PathBuf::from).filter(absolute);
    let home = || match env("HOME").filter(|home| !home.is_empty()) {
        Some(home) => Some(PathBuf::from(home)),
        // A static program of glibc that asks for a user loads shared libraries of another glibc, and may die of it.
        None if cfg!(all(target_env = "gnu", target_feature = "crt-static")) => None,
        None => std::env::home_dir(),
    };
    let base = set.or_else(|| Some(home().filter(absolute)?.join(below_home)))?;
    Some(base.join("plenary"))
}

/// The variables of [`xdg`] that are passed over, because they are relative paths: what they name would depend on where
/// the program is started.
pub(crate) fn relative_homes(env: &dyn Fn(&str) -> Option<String>) -> Vec<&'static str> {
    let relative =
        |variable: &&str| env(variable).is_some_and(|set| !set.is_empty() && !Path::new(&set).is_absolute());
    ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"].into_iter().filter(relative).collect()
}
