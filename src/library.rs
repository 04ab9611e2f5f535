//! Reads documents from files, folders, zip archives, standard input, and the built-in samples.
//!
//! It finds, names and reads documents. It neither keeps those that were read nor decides which one is shown.

mod archive;
pub mod builtin;
pub mod fence;
pub mod scan;
pub mod source;
pub mod state;

pub use fence::Fence;
pub use scan::{Item, Listing, gather};
pub use source::{LoadError, ReadOptions, Source, reason, shown};
pub use state::State;

use crate::document::Document;
use std::path::Path;
use std::sync::Arc;

/// Reads and parses one file.
pub fn open(path: &Path, options: &ReadOptions) -> Result<Arc<Document>, LoadError> {
    Source::File(path.to_path_buf()).open(options)
}
