//! Finds the nodes that an [`Address`] means in a document, nearest first.
//!
//! Each node that fits has a cost: how far its kind and label are from what was said. What was said and what might
//! have been meant are kept apart: "10" never means preambular paragraph 10, though a list may suggest it.

use super::fits::{Fits, OTHERWISE};
use super::{Address, Step, Unit, Which, is_one_letter, named, parse};
use crate::document::{Anchor, Document, Kind, NodeId};

/// What an address means in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Places {
    /// The nodes that the address names, nearest first. Empty where there are none.
    pub meant: Vec<NodeId>,
    /// Suggestions while the address is being typed: "1" may become "12", and "10" may mean preambular paragraph 10.
    pub otherwise: Vec<NodeId>,
}

impl Places {
    /// The nodes that are meant, then the suggestions.
    pub(crate) fn all(self) -> Vec<NodeId> {
        let mut all = self.meant;
        all.extend(self.otherwise);
        all
    }
}

/// The one node that an address means, as all commands and the jump box understand it. `from` is the node being read.
/// `None` where the address leads nowhere.
pub fn meant(typed: &str, document: &Document, from: NodeId) -> Option<NodeId> {
    let address = parse(typed);
    address
        .map_or_else(|| anchored(typed, document), |address| resolve(&address, document, from))
        .meant
        .first()
        .copied()
}

/// The node of an anchor that cannot be parsed as an address.
pub(crate) fn anchored(typed: &str, document: &Document) -> Places {
    let meant = document.resolve(&Anchor(typed.trim().to_owned())).into_iter().collect();
    Places { meant, otherwise: Vec::new() }
}

/// The nodes that an address means, best first; `from` is the node being read.
pub(crate) fn resolve(address: &Address, document: &Document, from: NodeId) -> Places {
    let mut places = Places::default();
    if !address.symbol.as_deref().is_none_or(|symbol| is_own(symbol, document)) {
        return places;
    }
    let anchored = by_anchor(address, document);
    // Read from outside any scope, an anchor means its own node; inside a scope, "op3" means paragraph 3 of that
    // scope, as "op. 3" does.
    let (first, last) = match anchored {
        Some(_) if address.steps.is_empty() || from == NodeId::ROOT || address.typed.contains('.') => {
            (anchored, None)
        }
        _ => (None, anchored),
    };
    places.meant.extend(first);
    let mut found = Found::new(document, from, address.partial);
    let mut named = named::named(address, document);
    let here = found.lineage(from);
    named.sort_by_key(|&id| found.far(&here, id));
    places.meant.extend(named);
    found.steps(steps(address, document));
    for unit in [Unit::Any, Unit::Scope, Unit::Sub] {
        if !found.costs.is_empty() {
            break;
        }
        if let Some(inside) = inside_only_annex(steps(address, document), unit, document) {
            found.steps(&inside);
        }
    }
    let (meant, otherwise) = found.sorted();
    places.meant.extend(meant);
    places.otherwise = otherwise;
    for (at, step) in address.also.iter().enumerate() {
        let mut steps = address.steps.clone();
        if let Some(last) = steps.last_mut() {
            *last = step.clone();
        }
        let mut more = Found::new(document, from, false);
        more.steps(&steps);
        // The second number of "7 and 9" is as important as the first.
        let place = (at + 1).min(places.meant.len());
        places.meant.splice(place..place, more.sorted().0.into_iter().take(1));
    }
    if address.open {
        let below: Vec<NodeId> =
            places.meant.first().map(|&first| document.children(first).collect()).unwrap_or_default();
        let place = places.meant.len().min(1);
        places.meant.splice(
            place..place,
            below.into_iter().filter(|&id| document.node(id).kind == Kind::Subparagraph),
        );
    }
    places.meant.extend(last);
    // "29B", where no paragraph has that number, is a section of the programme budget.
    if places.meant.is_empty()
        && is_number_with_letter(&address.typed)
        && let Some(section) = parse(&format!("section {}", address.typed))
    {
        places.meant.extend(resolve(&section, document, from).meant);
    }
    let mut seen = std::collections::HashSet::new();
    places.meant.retain(|id| seen.insert(*id));
    places.otherwise.retain(|id| seen.insert(*id));
    places
}

/// Whether it is a number and one letter: "29B", "29b".
fn is_number_with_letter(typed: &str) -> bool {
    let letter = typed.trim_start_matches(|letter: char| letter.is_ascii_digit());
    letter.len() < typed.len() && is_one_letter(letter)
}

/// The node whose anchor was typed, ignoring case.
fn by_anchor(address: &Address, document: &Document) -> Option<NodeId> {
    let typed = address.typed.trim_end_matches(['.', '(']);
    // "7" is the anchor of a paragraph outside any scope; as an address it may mean that of the scope being read.
    if typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    document.resolve(&Anchor(typed.to_owned())).or_else(|| {
        let lower = typed.to_lowercase();
        (lower != typed).then(|| document.resolve(&Anchor(lower))).flatten()
    })
}

/// Whether a typed symbol is that of the document: "65/218" is A/RES/65/218, and "58/1 B" is a part of A/RES/58/1
/// A-B. A document without a symbol accepts any.
pub(crate) fn is_own(symbol: &str, document: &Document) -> bool {
    let plain = |symbol: &str| symbol.to_uppercase().replace(char::is_whitespace, "");
    let Some(own) = document.symbol() else { return true };
    let typed = plain(symbol);
    let is_it = |own: &str| own == typed || own.strip_suffix(&typed).is_some_and(|head| head.ends_with('/'));
    // "S/RES/3990" is S/RES/3990 (2049).
    let yearless = own.strip_suffix(')').and_then(|own| own.rsplit_once('(')).map(|(head, _)| plain(head));
    is_it(&plain(own))
        || yearless.is_some_and(|own| is_it(&own))
        || part_of_symbol(own).is_some_and(|(whole, _)| is_it(&plain(whole)))
}

/// Where a document says its symbol, if that is all that was typed.
pub(crate) fn own_symbol(query: &str, document: &Document) -> Option<NodeId> {
    let own = document.symbol()?;
    let (symbol, rest) = parse::split_symbol(query.trim());
    if !rest.is_empty() || !is_own(&symbol?, document) {
        return None;
    }
    let is_in =
        |kind| document.ids().find(|&id| document.node(id).kind == kind && document.body(id).contains(own));
    let first = |kind| document.ids().find(|&id| document.node(id).kind == kind);
    is_in(Kind::MastheadLine).or_else(|| first(Kind::MastheadLine)).or_else(|| first(Kind::Title))
}

/// Splits the letter of a part off a symbol: "A/RES/58/1" and "B" for "A/RES/58/1 B".
fn part_of_symbol(symbol: &str) -> Option<(&str, &str)> {
    let (whole, letters) = symbol.rsplit_once(' ')?;
    letters.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-').then_some((whole, letters))
}

/// The steps that remain for "A/RES/58/1 B, para. 4" in a document that consists of that part only.
fn steps<'a>(address: &'a Address, document: &Document) -> &'a [Step] {
    let letters = document.symbol().and_then(part_of_symbol).map(|(_, letters)| letters.to_lowercase());
    match address.steps.as_slice() {
        [Step { unit: Unit::Scope, which: Which::Label(letter), .. }, rest @ ..]
            if address.symbol.is_some()
                && letters.as_ref() == Some(letter)
                // Notes belong to the document as a whole.
                && (rest.iter().any(|step| step.unit == Unit::Note)
                    || !document.nodes().iter().any(|node| node.kind == Kind::Part)) =>
        {
            rest
        }
        all => all,
    }
}

/// For "annex 51", "annex G, 2" or "annex (dd)" in a document whose only annex does not have that label: reads the
/// label as a paragraph, section or letter of that annex.
fn inside_only_annex(steps: &[Step], unit: Unit, document: &Document) -> Option<Vec<Step>> {
    let mut annexes = document.ids().filter(|&id| document.node(id).kind == Kind::Annex);
    let only = annexes.next().is_some() && annexes.next().is_none();
    let at = steps.iter().position(|step| step.unit == Unit::Annex).filter(|_| only)?;
    let last = at + 1 == steps.len();
    let possible = match steps.get(at)?.which {
        Which::Number(_) => unit == if last { Unit::Any } else { Unit::Scope },
        Which::Label(_) => unit == Unit::Scope || unit == Unit::Sub && last,
        _ => false,
    };
    if !possible {
        return None;
    }
    let mut inside = steps.to_vec();
    let step = inside.get_mut(at)?;
    let named = Step { unit, ..step.clone() };
    *step = Step { unit: Unit::Annex, which: Which::Only, repeat: "" };
    inside.insert(at + 1, named);
    Some(inside)
}

struct Found<'a> {
    fits: Fits<'a>,
    document: &'a Document,
    from: NodeId,
    partial: bool,
    costs: Vec<(u32, NodeId)>,
}

impl<'a> Found<'a> {
    fn new(document: &'a Document, from: NodeId, partial: bool) -> Self {
        Self { fits: Fits::new(document), document, from, partial, costs: Vec::new() }
    }

    /// Adds the nodes that a path of steps leads to.
    fn steps(&mut self, steps: &[Step]) {
        let Some((last, outer)) = steps.split_last() else { return };
        if last.which == Which::Last {
            return self.last(last, outer);
        }
        let found = self.document.ids().filter_map(|id| {
            let cost = self.fits.cost(last, id, self.partial)?;
            let above = self.above(last, outer, id)?;
            Some((cost + above, id))
        });
        let found: Vec<_> = found.collect();
        self.costs.extend(found);
    }

    /// Adds the last node of a kind in each scope.
    fn last(&mut self, step: &Step, outer: &[Step]) {
        let kinds: &[Kind] = match step.unit {
            Unit::Preambular => &[Kind::Preambular],
            Unit::Sub => &[Kind::Subparagraph],
            Unit::Annex => &[Kind::Annex],
            Unit::Article => &[Kind::Article],
            Unit::Section | Unit::Part | Unit::Scope => &[Kind::Section, Kind::Part],
            Unit::Note => &[Kind::Note],
            Unit::Table => &[Kind::Table],
            _ => &[Kind::Operative, Kind::Paragraph],
        };
        let mut lasts: Vec<(NodeId, NodeId)> = Vec::new();
        for id in self.document.ids().filter(|&id| kinds.contains(&self.document.node(id).kind)) {
            if self.above(step, outer, id).is_none() {
                continue;
            }
            let scope = self.document.node(id).parent;
            match lasts.iter_mut().find(|(known, _)| *known == scope) {
                Some((_, last)) => *last = id,
                None => lasts.push((scope, id)),
            }
        }
        self.costs.extend(lasts.into_iter().map(|(_, id)| (0, id)));
    }

    /// The cost of the ancestors of a node for the steps before the last, from the innermost on; `None` where they do
    /// not fit.
    ///
    /// Sections may be left out ("annex, para. 3" in a chapter of it). Of paragraphs only a letter may be left out:
    /// "7 (ii)" is 7 (b) (ii), but "I.1" is never a sub-paragraph of another paragraph in section I.
    fn above(&self, last: &Step, outer: &[Step], id: NodeId) -> Option<u32> {
        let mut cost = 0;
        let mut inner = last.unit;
        let mut above = self.document.ancestors(id);
        for step in outer.iter().rev() {
            let close = inner == Unit::Sub && !step.unit.is_scope();
            loop {
                let ancestor = above.next()?;
                if let Some(fit) = self.fits.cost(step, ancestor, false) {
                    cost += fit;
                    break;
                }
                let kind = self.document.node(ancestor).kind;
                if close && !matches!(kind, Kind::Subparagraph | Kind::Continuation) {
                    return None;
                }
                cost += u32::from(kind == Kind::Subparagraph);
            }
            inner = step.unit;
        }
        // "annex (b)" is a letter of the annex itself, not one of each of its paragraphs.
        if last.unit == Unit::Sub && outer.last().is_some_and(|step| step.unit.is_scope()) {
            let paragraph = self.document.ancestors(id).find(|&up| {
                let kind = self.document.node(up).kind;
                kind.is_clause() && kind != Kind::Subparagraph
            });
            let other = paragraph.filter(|&paragraph| !self.document.holds_only_list(paragraph));
            cost += other.map_or(0, |_| OTHERWISE);
        }
        Some(cost)
    }

    /// The nodes that are meant, and the suggestions.
    fn sorted(mut self) -> (Vec<NodeId>, Vec<NodeId>) {
        let here: Vec<NodeId> = self.lineage(self.from);
        let mut keyed: Vec<_> = std::mem::take(&mut self.costs)
            .into_iter()
            .map(|(cost, id)| {
                let (out, into) = self.far(&here, id);
                // Between nodes of similar cost, the nearer to the node being read comes first.
                (cost / 4, out, into, cost, id)
            })
            .collect();
        keyed.sort_unstable();
        keyed.dedup_by_key(|key| key.4);
        let meant = keyed.iter().filter(|key| key.3 < OTHERWISE).map(|key| key.4).collect();
        (meant, keyed.iter().filter(|key| key.3 >= OTHERWISE).map(|key| key.4).collect())
    }

    /// The number of containers to leave and to enter on the way to a node.
    fn far(&self, here: &[NodeId], id: NodeId) -> (usize, usize) {
        let there = self.lineage(id);
        let common = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
        (here.len() - common, there.len() - common)
    }

    /// The containers of a node from the widest to the narrowest, without synthetic ones.
    fn lineage(&self, id: NodeId) -> Vec<NodeId> {
        let mut above: Vec<NodeId> = self
            .document
            .ancestors(id)
            .filter(|&ancestor| {
                let kind = self.document.node(ancestor).kind;
                kind.is_scope() || kind.is_clause()
            })
            .collect();
        above.reverse();
        let kind = self.document.node(id).kind;
        if id == self.from && (kind.is_scope() || kind.is_clause()) {
            above.push(id);
        }
        above
    }
}
