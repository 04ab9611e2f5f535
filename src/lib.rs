//! A terminal reader for United Nations resolutions.

pub mod text;
