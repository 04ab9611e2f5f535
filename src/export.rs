//! Documents given back in forms that other programs read.
//!
//! Each form is a file here; it writes as it walks the tree and knows nothing of files.

pub mod akn;
