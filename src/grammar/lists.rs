//! The lists of a clause: at which level an item stands, and what a paragraph after a list belongs to.
//!
//! The levels of a resolution are (a), (i), a. and i. (United Nations Editorial Manual); other labels, and levels in
//! another order, occur in annexes and in texts of other makers.

use super::numbering::{Class, Form, Item};
use super::shape::{ends_with_colon, ends_with_stop};
use crate::document::{Builder, NodeId};

/// The most levels of items.
const DEEPEST: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Level {
    form: Form,
    class: Class,
    last: u32,
    /// The indentation of its items, in columns.
    indent: u8,
    node: NodeId,
    /// Whether the last item ends with a colon, so that a list may follow below it.
    colon: bool,
}

/// The level at which an item is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    depth: usize,
    form: Form,
    class: Class,
    pub ordinal: u32,
}

/// The current clause and the levels that are open in it.
#[derive(Debug, Default)]
pub(super) struct Lists {
    clause: Option<NodeId>,
    colon: bool,
    /// Whether the last item ended with a full stop, which completes the list.
    ended: bool,
    levels: Vec<Level>,
    /// The last closed level at each depth: letters may continue below the next numeral, (i) (a) (b) (ii) (c), as in
    /// mandates of the Security Council.
    closed: [Option<Level>; DEEPEST],
    /// The indentation of the current paragraph, in columns.
    indent: u8,
    pending: Option<Place>,
}

impl Lists {
    pub(super) fn leave(&mut self) {
        self.clause = None;
        self.levels.clear();
        self.closed = [None; DEEPEST];
    }

    pub(super) fn enter(&mut self, clause: NodeId, colon: bool) {
        self.clause = Some(clause);
        self.colon = colon;
        self.levels.clear();
        self.closed = [None; DEEPEST];
    }

    /// Sets the indentation of the next item, in columns: bullets have no other sign of their level.
    pub(super) fn set_in(&mut self, indent: u8) {
        self.indent = indent;
    }

    pub(super) fn is_open(&self) -> bool {
        self.clause.is_some()
    }

    pub(super) fn in_list(&self) -> bool {
        !self.levels.is_empty()
    }

    /// Whether the first level of the clause has bullets.
    pub(super) fn has_bullets(&self) -> bool {
        self.levels.first().is_some_and(|level| level.class == Class::Bullet)
    }

    /// Whether the list is complete, so that what follows does not belong to it.
    pub(super) fn has_ended(&self) -> bool {
        self.in_list() && self.ended
    }

    pub(super) fn clause(&self) -> NodeId {
        self.clause.unwrap_or(NodeId::ROOT)
    }

    /// Whether a list is expected, because the clause or the current item ends with a colon.
    pub(super) fn awaits(&self) -> bool {
        self.clause.is_some() && self.colon_above()
    }

    /// The place of an item; `None` where it fits nowhere. `next` is the item after it, which helps to tell letters
    /// from numerals.
    pub(super) fn place(&self, item: &Item, next: Option<&Item>) -> Option<Place> {
        if item.form == Form::Bullet {
            return Some(self.bullet());
        }
        let follows = |class: Class, ordinal: u32| {
            next.is_none_or(|next| {
                next.readings().any(|(next_class, value)| next_class == class && value == ordinal + 1)
            })
        };
        // First choice: the next item of an open level, innermost first.
        let mut best = None;
        for (depth, level) in self.levels.iter().enumerate().rev() {
            for (class, ordinal) in item.readings() {
                if level.form == item.form && level.class == class && ordinal == level.last + 1 {
                    let place = Place { depth, form: item.form, class, ordinal };
                    if best.is_none() {
                        best = Some(place);
                    }
                    // "(i)" after "(h)" is a letter, unless "(ii)" comes next.
                    if follows(class, ordinal) {
                        return Some(self.or_first(item, next, place));
                    }
                }
            }
        }
        if let Some(place) = best {
            return Some(self.or_first(item, next, place));
        }
        // Second choice: the next item of the list that was below the previous item's parent.
        if let Some(place) = self.runs_on(item, next) {
            return Some(place);
        }
        // Third choice: the first item of a new level.
        if let Some((class, ordinal)) = item.readings().find(|&(_, ordinal)| ordinal == 1) {
            let same = self.levels.iter().position(|level| level.form == item.form && level.class == class);
            if same.is_none() || self.colon_above() {
                let depth = same.unwrap_or(self.levels.len()).min(DEEPEST - 1);
                let depth = if self.colon_above() { self.levels.len().min(DEEPEST - 1) } else { depth };
                return Some(Place { depth, form: item.form, class, ordinal });
            }
            return Some(Place { depth: same.unwrap_or(0), form: item.form, class, ordinal });
        }
        // The next item tells the class: "(xx)" before "(xxi)" is a numeral, wherever its list began.
        if let Some((class, ordinal)) =
            item.readings().find(|&(class, ordinal)| next.is_some() && follows(class, ordinal))
            && !self.levels.iter().any(|level| level.class == class && level.form == item.form)
            && self.in_list()
        {
            return Some(Place { depth: self.depth_of(class), form: item.form, class, ordinal });
        }
        // Last choice: an item missing from an open level, or a list that does not begin at its first item.
        for (depth, level) in self.levels.iter().enumerate().rev() {
            if let Some((class, ordinal)) = item.readings().find(|&(class, ordinal)| {
                class == level.class && level.form == item.form && ordinal > level.last
            }) {
                return Some(Place { depth, form: item.form, class, ordinal });
            }
        }
        for (depth, level) in self.levels.iter().enumerate().rev() {
            if let Some((class, ordinal)) =
                item.readings().find(|&(class, _)| class == level.class && level.form == item.form)
            {
                return Some(Place { depth, form: item.form, class, ordinal });
            }
        }
        let (class, ordinal) = item.readings().next()?;
        let letter = item.form != Form::Dot && item.form != Form::Dash;
        letter.then_some(Place { depth: self.depth_of(class), form: item.form, class, ordinal })
    }

    /// The place of an item in the list that was open below the item before the innermost one.
    fn runs_on(&self, item: &Item, next: Option<&Item>) -> Option<Place> {
        let depth = self.levels.len();
        let level = self.closed.get(depth).copied().flatten().filter(|level| level.form == item.form)?;
        let due = (level.class, level.last + 1);
        let goes_on = next.is_some_and(|next| next.readings().any(|reading| reading == (due.0, due.1 + 1)));
        let opens = item.readings().any(|(_, value)| value == 1);
        let runs = level.class != Class::Bullet && item.readings().any(|reading| reading == due);
        (runs && (goes_on || !opens)).then_some(Place {
            depth,
            form: item.form,
            class: level.class,
            ordinal: due.1,
        })
    }

    /// The depth of an item whose list did not begin in this clause: below all open levels, except that letters stand
    /// above numerals. "(b)" after "(vi)" belongs to a list whose "(a)" is inside the words of the clause.
    fn depth_of(&self, class: Class) -> usize {
        let is_numeral =
            |level: &Level| matches!(level.class, Class::Roman | Class::Han) || level.form == Form::Quote;
        let is_letter = matches!(class, Class::Latin | Class::Abjad | Class::Stem);
        let above = self.levels.first().is_some_and(is_numeral) && is_letter;
        if above { 0 } else { self.levels.len().min(DEEPEST - 1) }
    }

    /// "(i)" that could follow "(h)" opens a list of numerals instead, where "(ii)" comes next and a colon precedes
    /// it.
    fn or_first(&self, item: &Item, next: Option<&Item>, place: Place) -> Place {
        let numeral = item.readings().find(|&(class, ordinal)| class == Class::Roman && ordinal == 1);
        let second = next.is_some_and(|next| next.readings().any(|reading| reading == (Class::Roman, 2)));
        match numeral {
            Some((class, ordinal))
                if place.class == Class::Latin && second && self.levels.len() < DEEPEST =>
            {
                Place { depth: self.levels.len(), form: item.form, class, ordinal }
            }
            _ => place,
        }
    }

    /// Whether an item is the next one of an open list, or the first one after a colon.
    pub(super) fn takes(&self, item: &Item) -> bool {
        let next = |level: &Level| {
            item.form == level.form
                && item.readings().any(|(class, ordinal)| class == level.class && ordinal == level.last + 1)
        };
        self.is_open() && (self.levels.iter().any(next) || self.announces(item))
    }

    /// Whether an item is the first of a list that a colon announces.
    fn announces(&self, item: &Item) -> bool {
        self.is_open() && self.colon_above() && item.readings().any(|(_, ordinal)| ordinal == 1)
    }

    pub(super) fn colon_above(&self) -> bool {
        self.levels.last().map_or(self.colon, |level| level.colon)
    }

    fn bullet(&self) -> Place {
        let same = |level: &Level| level.class == Class::Bullet && level.indent + 2 > self.indent;
        let depth = self.levels.iter().position(same).unwrap_or(self.levels.len());
        let last = self.levels.get(depth).map_or(0, |level| level.last);
        Place { depth: depth.min(DEEPEST - 1), form: Form::Bullet, class: Class::Bullet, ordinal: last + 1 }
    }

    /// Closes the levels below the place of an item.
    pub(super) fn descend(&mut self, builder: &mut Builder, place: Place) {
        let place = Place { depth: place.depth.min(self.levels.len()), ..place };
        for (closed, level) in self.closed.iter_mut().zip(&self.levels).skip(place.depth + 1) {
            *closed = Some(*level);
        }
        if place.ordinal == 1
            && let Some(closed) = self.closed.get_mut(place.depth)
        {
            *closed = None;
        }
        self.levels.truncate(place.depth);
        builder.close_to(self.innermost());
        self.pending = Some(place);
    }

    /// Records the node of an item that was opened, and its last words.
    pub(super) fn opened(&mut self, node: NodeId, last_words: &str) {
        self.ended = ends_with_stop(last_words);
        if let Some(place) = self.pending.take() {
            let colon = ends_with_colon(last_words);
            self.levels.push(Level {
                form: place.form,
                class: place.class,
                last: place.ordinal,
                indent: self.indent,
                node,
                colon,
            });
        }
    }

    fn innermost(&self) -> NodeId {
        self.levels.last().map_or(self.clause.unwrap_or(NodeId::ROOT), |level| level.node)
    }

    /// Closes all items, so that the clause itself is innermost.
    pub(super) fn close_items(&mut self, builder: &mut Builder) {
        if let Some(clause) = self.clause {
            builder.close_to(clause);
        }
    }

    /// Whether a plain number belongs to a list inside the clause, such as "1." after a clause that ends with a
    /// colon.
    pub(super) fn numbers_inside(&self, value: u32, last: u32, operative: bool) -> bool {
        if let Some(level) =
            self.levels.iter().find(|level| level.class == Class::Digit && level.form == Form::Dot)
        {
            return value == level.last + 1 && !(value == last + 1 && operative);
        }
        value == 1 && last > 0 && self.clause.is_some() && self.colon_above() && !operative
    }

    /// The place of a plain number that belongs to a list inside the clause.
    pub(super) fn place_of_number(&self, value: u32) -> Place {
        let depth = self
            .levels
            .iter()
            .position(|level| level.class == Class::Digit && level.form == Form::Dot)
            .unwrap_or(self.levels.len());
        Place { depth: depth.min(DEEPEST - 1), form: Form::Dot, class: Class::Digit, ordinal: value }
    }

    /// Closes levels so that the node which an unnumbered paragraph continues is innermost: the item whose list
    /// continues after it, the item whose list it precedes, or else the clause.
    pub(super) fn continue_clause(&mut self, builder: &mut Builder, next: Option<&Item>) {
        let goes_on = self.levels.iter().rposition(|level| {
            next.is_some_and(|next| {
                next.form == level.form
                    && next.readings().any(|(class, value)| {
                        class == level.class && (class == Class::Bullet || value == level.last + 1)
                    })
            })
        });
        if let Some(depth) = goes_on {
            self.levels.truncate(depth + 1);
            builder.close_to(self.innermost());
        } else if next.is_some_and(|next| self.announces(next)) {
            builder.close_to(self.innermost());
        } else {
            self.levels.clear();
            builder.close_to(self.clause());
        }
    }
}
