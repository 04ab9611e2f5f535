//! Amendments: instructions, and the new text as a quotation below its instruction, so that its numbers are not those of
//! the document.

use super::Clauses;
use crate::document::Kind;
use crate::grammar::amendments::{is_instruction, names_a_place, unlabelled};
use crate::grammar::numbering::{self, number};
use crate::grammar::paragraphs::Para;
use crate::grammar::shape::starts_with_quote;
use crate::grammar::words;

impl Clauses<'_> {
    /// A paragraph of a document of amendments; false where it is something else.
    pub(super) fn amendment(&mut self, at: usize, para: Para) -> bool {
        let text = self.first(para);
        let quoting = self.build.scope().kind == Kind::Quotation;
        if is_instruction(unlabelled(&self.beginning(para))) {
            self.build.leave_scopes(|scope| scope.kind != Kind::Quotation);
            if !number(text).is_some_and(|number| self.numbered(para, number)) {
                let (label, body) = numbering::item(text).map_or((0, 0), |item| (item.label, item.body));
                self.paragraph(para, label, body, 0);
            }
            return true;
        }
        let above = names_a_place(text)
            && self.para(at + 1).is_some_and(|next| is_instruction(unlabelled(&self.beginning(next))));
        if above {
            self.build.leave_scopes(|scope| scope.kind != Kind::Quotation);
            self.heading(at, para);
            return true;
        }
        if words::unit(text).is_some() && !starts_with_quote(text) {
            self.build.leave_scopes(|scope| scope.kind != Kind::Quotation);
            return false;
        }
        if !quoting {
            if !self.build.lists.colon_above() {
                return false;
            }
            self.quote(para);
        }
        self.quoted(at, para);
        true
    }

    /// The first lines of a paragraph: what is to be done may stand on its second.
    fn beginning(&self, para: Para) -> String {
        let lines = self.paragraphs.blocks(para).take(4).filter_map(|at| self.content.blocks.get(at));
        lines.map(|block| self.content.words(block)).collect::<Vec<_>>().join(" ")
    }
}
