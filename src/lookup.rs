//! Stub.
pub mod address;
pub mod find;
pub mod jump;
