//! The tests from outside: one binary, so that linking is paid for once.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::print_stderr,
    clippy::format_collect,
    reason = "helpers of tests are not tests to clippy"
)]

mod cli;
#[cfg(unix)]
mod conduct;
#[cfg(unix)]
mod economy;
mod frames;
mod harness;
mod hostile;
mod pty;
mod shapes;
mod support;
mod tidy;
