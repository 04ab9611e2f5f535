//! The panes: the outline, the text, the status line.

pub(crate) mod outline;
pub(crate) mod reader;
pub(crate) mod status;
