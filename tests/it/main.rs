//! The end-to-end tests, in one binary so that they are linked only once.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::print_stderr,
    clippy::format_collect,
    clippy::similar_names,
    reason = "helpers of tests are not tests to clippy"
)]

mod akn;
#[cfg(unix)]
mod answers;
mod at_hand;
mod card;
mod cli;
#[cfg(unix)]
mod conduct;
#[cfg(unix)]
mod conduct_colour;
#[cfg(unix)]
mod conduct_hand;
mod details;
#[cfg(unix)]
mod economy;
#[cfg(unix)]
mod ends;
mod export;
mod fenced;
mod filter;
#[cfg(unix)]
mod floods;
mod formats;
mod frames;
mod harness;
mod hostile;
#[cfg(all(unix, feature = "library"))]
mod library;
mod linear;
mod lists;
mod messages;
#[cfg(feature = "pdf")]
mod outline;
mod pdf;
#[cfg(feature = "pdf")]
mod pdf_scripts;
#[cfg(feature = "pdf")]
mod pdf_tables;
mod picture;
mod pty;
mod questions;
mod quoting;
mod requests;
mod restricted;
mod searching;
mod shapes;
mod stale;
mod support;
mod tables;
mod tidy;
mod way_back;
#[cfg(unix)]
mod workers;
#[cfg(unix)]
mod writing;
