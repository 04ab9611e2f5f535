//! Addresses that lead nowhere: which ones are clearly meant as addresses, and what is nearest to them.

use super::{Address, Step, Unit, Which, resolve};
use crate::document::{Document, NodeId};

impl Address {
    /// Whether the address is only a number, or several: "99".
    pub(crate) fn is_number(&self) -> bool {
        matches!(self.steps.as_slice(), [Step { unit: Unit::Any, which: Which::Number(_), .. }])
    }

    /// Whether it is clearly an address: a unit with its number ("art. 5"), a sub-paragraph ("7 b") or a number in a
    /// scope ("III.2"). Unlike these, "a" and "annex" may be the beginning of a sentence.
    pub(crate) fn is_explicit(&self) -> bool {
        match self.steps.as_slice() {
            [] => false,
            [only] => !matches!(only.unit, Unit::Any | Unit::Scope) && only.which != Which::Only,
            _ => true,
        }
    }
}

/// The node nearest to an address that leads nowhere: the paragraph of a missing sub-paragraph, or the only annex.
/// `None` where nothing is near.
pub(crate) fn nearest(address: &Address, document: &Document, from: NodeId) -> Option<NodeId> {
    let mut steps = address.steps.clone();
    loop {
        let last = steps.last_mut()?;
        if !last.repeat.is_empty() {
            last.repeat = "";
        } else if last.unit == Unit::Annex && last.which != Which::Only {
            last.which = Which::Only;
        } else {
            steps.pop();
        }
        if steps.is_empty() {
            return None;
        }
        let wider = Address {
            typed: String::new(),
            symbol: address.symbol.clone(),
            steps: steps.clone(),
            also: Vec::new(),
            partial: false,
            open: false,
        };
        let near = |id: &NodeId| {
            let kind = document.node(*id).kind;
            kind.is_clause() || kind.is_scope() || kind.is_synthetic()
        };
        if let Some(found) = resolve(&wider, document, from).meant.into_iter().find(near) {
            return Some(found);
        }
    }
}
