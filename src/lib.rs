//! `plenary` reads United Nations resolutions: from the bytes of a file to a tree of paragraphs, and from the tree to a
//! terminal.
//!
//! The library has five public modules: [`formats`] reads bytes, [`grammar`] makes a [`document`] of them, [`lookup`]
//! finds paragraphs and text in it, and [`export`] writes it for other programs. The rest is the program itself. It is
//! private: ARCHITECTURE.md describes it.
//!
//! # Reading bytes
//!
//! [`formats::read`] recognises the format and the encoding of a file and extracts its text. It is the only step that
//! can fail. [`grammar::parse_content`] then makes the document: a text that is no resolution becomes plain paragraphs.
//!
//! ```
//! use plenary::{formats, grammar};
//!
//! let bytes = b"The General Assembly,\n\nRecalling the tides,\n\n1. Decides to sail.\n".to_vec();
//! let content = formats::read(bytes, &formats::How::default())?;
//! let document = grammar::parse_content(&content, grammar::Options::default());
//! assert_eq!(document.language().map(|language| language.code()), Some("en"));
//!
//! let error = formats::read(Vec::new(), &formats::How::default()).unwrap_err();
//! assert_eq!(error.to_string(), "it is empty");
//! # Ok::<(), formats::ReadError>(())
//! ```
//!
//! # Walking the tree
//!
//! The nodes of a [`document::Document`] stand in reading order. A [`document::NodeId`] is valid for one document in
//! memory; a [`document::Anchor`] is what to save and to show.
//!
//! ```
//! use plenary::document::{Kind, NodeId};
//! use plenary::grammar;
//!
//! let text = "The General Assembly,\n\nRecalling the tides,\n\n1. Decides to sail;\n\n2. Requests:\n\n(a) A chart;\n\n(b) A lamp.\n";
//! let document = grammar::parse(text, grammar::Options::default());
//!
//! let paragraphs = document.ids().filter(|id| document.node(*id).kind.is_clause());
//! let lines: Vec<String> = paragraphs.map(|id| format!("{}: {}", document.anchor(id), document.own_text(id))).collect();
//! assert_eq!(
//!     lines,
//!     ["pp1: Recalling the tides,", "op1: Decides to sail;", "op2: Requests:", "op2(a): A chart;", "op2(b): A lamp."]
//! );
//!
//! let second = document.ids().find(|id| document.label(*id) == "2.").unwrap_or(NodeId::ROOT);
//! assert_eq!(document.node(second).kind, Kind::Operative);
//! assert_eq!(document.children(second).count(), 2);
//! ```
//!
//! # Finding the paragraph that an address means
//!
//! An address is what people say and type: "2 (b)", "op 2 b)", "annex, para. 3". The address of a paragraph that the
//! document does not have gives nothing, and never the paragraph beside it.
//!
//! ```
//! use plenary::document::NodeId;
//! use plenary::{grammar, lookup::address};
//!
//! let text = "The General Assembly,\n\n1. Decides to sail;\n\n2. Requests:\n\n(a) A chart;\n\n(b) A lamp.\n";
//! let document = grammar::parse(text, grammar::Options::default());
//! let found = address::meant("2 (b)", &document, NodeId::ROOT);
//! assert_eq!(found.map(|id| document.own_text(id)).as_deref(), Some("A lamp."));
//! assert_eq!(address::meant("2 (c)", &document, NodeId::ROOT), None);
//! ```
//!
//! # Searching
//!
//! [`lookup::find`] finds text as typed. Small letters also match capitals, and letters without accents those with
//! accents.
//!
//! ```
//! use plenary::grammar;
//! use plenary::lookup::find::{Query, find_all};
//!
//! let text = "The General Assembly,\n\n1. Decides to reopen the café;\n\n2. Requests the owner of the Café to report.\n";
//! let document = grammar::parse(text, grammar::Options::default());
//! let matches = find_all(&document, &Query::literal("cafe"))?;
//! let places: Vec<String> = matches.iter().map(|found| document.anchor(found.node).to_string()).collect();
//! assert_eq!(places, ["op1", "op2"]);
//! assert_eq!(document.slice(matches[1].span), "Café");
//! # Ok::<(), String>(())
//! ```
//!
//! # Exporting
//!
//! [`export::write`] writes a document, or a part of it, in a format for other programs.
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

mod app;
mod cli;
mod config;
pub mod document;
pub mod export;
pub mod formats;
pub mod grammar;
#[doc(hidden)]
pub mod internals;
mod lang;
mod layout;
mod library;
pub mod lookup;
mod messages;
mod terminal;
mod text;
mod ui;
