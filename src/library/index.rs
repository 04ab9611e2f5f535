//! The library: an index of the paragraphs of thousands of documents, so that any of them is found by its number, and any
//! paragraph by its words, without reading a file.
//!
//! All in it is derived from the documents and may be deleted at any time. It is kept in generations
//! (`index/generation.rs`), folders that do not change once they are published, so that many sessions read one library
//! without locks, and a program that is killed leaves the last one whole. `index/record.rs` says what is kept of a document,
//! `index/words.rs` what its words are searched by, `index/update.rs` brings the index up to date with the folders, and
//! `index/search.rs` finds paragraphs.

mod directory;
mod generation;
mod home;
mod key;
mod librarian;
mod likeness;
mod narrow;
mod query;
mod record;
mod schema;
mod search;
mod sources;
mod trial;
mod update;
mod words;

use generation::Site;
pub(crate) use home::Home;
pub(crate) use key::{is_typed_key, key};
pub(crate) use librarian::Librarian;
pub(crate) use narrow::worth_reading;
pub(crate) use record::Record;
pub(crate) use schema::choice_key;
pub(crate) use search::cited::{Asked, Citing};
pub(crate) use search::votes::{CHOICES, Votes};
pub(crate) use search::{Found, Hit, Library, Query};
pub(crate) use sources::Known;
pub use trial::Trial;
pub(crate) use update::{Progress, Report, update};

use std::io;
use std::path::PathBuf;

/// Why a library cannot be read or built, as one sentence.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    #[error("{}: no library is there; `plenary library add FOLDER` makes one", super::shown(.0))]
    Absent(PathBuf),
    #[error("{}: this library was made by another version of plenary; `plenary library rebuild` makes it again", super::shown(.0))]
    Foreign(PathBuf),
    #[error("{}: this library is damaged ({cause}); `plenary library rebuild` makes it again", super::shown(.path))]
    Damaged { path: PathBuf, cause: String },
    #[error("{}: it is not a list of folders ({cause}); mend it or delete it", super::shown(.path))]
    List { path: PathBuf, cause: String },
    #[error("{0} searches are saved already; remove one of them")]
    ManySaved(usize),
    #[error("{}: another plenary is building this library; wait for it, or use the library as it is", super::shown(.0))]
    Busy(PathBuf),
    #[error("{}: the library cannot be brought up to date ({cause}); it is as it was before", super::shown(.path))]
    Unbuilt { path: PathBuf, cause: String },
    #[error("{}: it cannot be written ({})", super::shown(.path), super::not_written(.cause))]
    Unwritable { path: PathBuf, cause: io::Error },
    #[error("{}: it cannot be read ({})", super::shown(.path), super::reason(.cause))]
    Unreadable { path: PathBuf, cause: io::Error },
}
