//! `plenary` reads United Nations resolutions: from bytes to a tree, and from the tree to a terminal.
//!
//! One way through the house, each module using only those before it:
//! `text`, `document` → `formats` → `grammar` → `lookup`, `layout`, `export` → `library`, `config` → `app` → `ui` → `terminal`, `cli`.
//!
//! Invariants: parsing never fails; no word is lost; a [`document::Document`] never changes; a node id never
//! leaves memory; nothing is measured while drawing; text of a document never steers the terminal.
//! ARCHITECTURE.md has them all with their reasons.
#![cfg_attr(test, allow(clippy::string_slice, reason = "tests slice their own literals"))]

pub mod app;
pub mod cli;
pub mod config;
pub mod document;
pub mod export;
pub mod formats;
pub mod grammar;
pub mod layout;
pub mod library;
pub mod lookup;
pub mod terminal;
pub mod text;
pub mod ui;
