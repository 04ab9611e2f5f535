//! A tolerant tree of XML: not yet.
