//! The tests from outside: one binary, so that linking is paid for once.

mod frames;
mod harness;
mod pty;
mod support;
