//! Paragraphs of formats whose markup says what they are: that holds, and only numbers and containers are found here.

use super::{Clauses, State};
use crate::document::Kind;
use crate::grammar::lexicon::Register;
use crate::grammar::numbering::{item, number};
use crate::grammar::paragraphs::Para;
use crate::grammar::words::{self, Unit};

impl Clauses<'_> {
    /// A paragraph of this kind. A kind that has no words of its own, or none that fits here, is read like any other.
    pub(super) fn known(&mut self, at: usize, para: Para, kind: Kind) {
        let text = self.first(para);
        match kind {
            Kind::Enacting => {
                let whole = words::Enacting {
                    organ: words::Organ::Other,
                    bytes: text.len(),
                    rest: text.len(),
                    comma: true,
                };
                self.enacting(para, words::enacting(text).unwrap_or(whole), true);
            }
            Kind::Preambular => {
                self.state = State::Preamble;
                self.scope_mut().state = State::Preamble;
                match number(text) {
                    Some(number) => self.preambular(para, number.label, number.body),
                    None => self.preambular(para, 0, 0),
                }
            }
            Kind::Operative => match number(text) {
                Some(number) => {
                    self.state = State::Operative;
                    self.numbered(para, number);
                }
                None => self.unnumbered_operative(para),
            },
            Kind::Subparagraph => {
                if !item(text).is_some_and(|item| self.item(at, para, &item)) {
                    self.continuation(at, para);
                }
            }
            Kind::Continuation if self.lists.is_open() => self.continuation(at, para),
            Kind::Paragraph => {
                if !number(text).is_some_and(|number| self.numbered(para, number)) {
                    self.close_clause();
                    let id = self.node(Kind::Paragraph, para, 0, 0, 0);
                    self.clause_opened(id, para);
                }
            }
            Kind::Section | Kind::Part | Kind::Annex | Kind::Article => {
                let head = words::unit(text).unwrap_or(words::UnitHead {
                    unit: match kind {
                        Kind::Annex => Unit::Annex,
                        Kind::Article => Unit::Article,
                        _ => Unit::Section,
                    },
                    ordinal: 0,
                    label: 0,
                    title: 0,
                });
                if !self.unit(at, para, head) {
                    self.heading(para);
                }
            }
            Kind::Closing => self.closing(para),
            Kind::Vote => self.vote(para),
            Kind::Table => self.table(para),
            Kind::Heading | Kind::Title => self.heading(para),
            _ => {
                let register =
                    if self.state == State::Preamble { Register::Preambular } else { Register::Operative };
                self.close_clause();
                let id = self.node(Kind::Paragraph, para, 0, 0, 0);
                self.clause_opened(id, para);
                self.set_opener(id, register);
            }
        }
    }
}
