//! Pages as blocks.
