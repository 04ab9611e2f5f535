//! The tests from outside: one binary, so that linking is paid for once.

mod cli;
mod hostile;
mod support;
mod tidy;
