//! One small text for each rule of the grammar.
