//! `plenary` reads United Nations resolutions: from bytes to a tree, and from the tree to a terminal.
//!
//! One way through the house, each module using only those before it:
//! `text`, `lang`, `document` → `formats` → `grammar` → `lookup`, `layout`, `export` → `library`, `config` → `app` → `ui` → `terminal`, `cli`.
//!
//! Invariants: parsing never fails; no word is lost; a [`document::Document`] never changes; a node id never
//! leaves memory; nothing is measured while drawing; text of a document never steers the terminal.
//! ARCHITECTURE.md has them all with their reasons.
//!
//! # Reading bytes, and walking the tree
//!
//! [`formats::read`] turns the bytes of a file into text with its blocks, [`grammar::parse_content`] that into a document.
//! Only the first of them can fail.
//!
//! ```
//! use plenary::document::Kind;
//! use plenary::{formats, grammar};
//!
//! let bytes = b"The General Assembly,\n\nRecalling the tides,\n\n1. Decides to sail;\n\n2. Requests:\n\n(a) A chart;\n";
//! let content = formats::read(bytes.to_vec(), &formats::How::default())?;
//! let document = grammar::parse_content(&content, grammar::Options::default());
//!
//! let clauses = document.ids().filter(|id| document.node(*id).kind.is_clause());
//! let told: Vec<String> =
//!     clauses.map(|id| format!("{}: {}", document.anchor(id), document.own_text(id))).collect();
//! assert_eq!(told[1], "op1: Decides to sail;");
//! assert_eq!(told.last().map(String::as_str), Some("op2(a): A chart;"));
//! assert!(document.ids().any(|id| document.node(id).kind == Kind::Preambular));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Finding the paragraph that an address means
//!
//! An address of something that is not there means nothing, and never its neighbour.
//!
//! ```
//! use plenary::document::NodeId;
//! use plenary::{grammar, lookup::address};
//!
//! let text = "The General Assembly,\n\n1. Decides to sail;\n\n2. Requests:\n\n(a) A chart;\n\n(b) A lamp.\n";
//! let document = grammar::parse(text, grammar::Options::default());
//! let found = address::meant("2 (b)", &document, NodeId::ROOT).expect("it is there");
//! assert_eq!(document.own_text(found), "A lamp.");
//! assert_eq!(address::meant("2 (c)", &document, NodeId::ROOT), None);
//! ```
//!
//! # Writing it for other programs
//!
//! [`export::write`] writes a document, or a part of it, in a form that other programs read; [`document::json`] writes JSON.
//!
//! ```
//! use plenary::document::Part;
//! use plenary::{export, grammar};
//!
//! let text = "The General Assembly,\n\n1. Decides to sail;\n\n2. Decides to row.\n";
//! let document = grammar::parse(text, grammar::Options::default());
//! let mut out = Vec::new();
//! export::write(&document, &Part::whole(&document), export::Format::Markdown, "sea.txt", &mut out)?;
//! assert!(String::from_utf8(out)?.contains("1. *Decides* to sail;"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![cfg_attr(test, allow(clippy::string_slice, reason = "tests slice their own literals"))]

#[doc(hidden)]
pub mod app;
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod config;
pub mod document;
pub mod export;
pub mod formats;
pub mod grammar;
mod lang;
pub mod layout;
pub mod library;
pub mod lookup;
#[doc(hidden)]
pub(crate) mod messages;
#[doc(hidden)]
pub mod terminal;
pub mod text;
#[doc(hidden)]
pub mod ui;
