//! References from the text to other documents, to its own paragraphs, and to the Charter.

use super::{Document, NodeId, Span};
use serde::Serialize;

/// A reference, and the words of the text that express it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Byte range in [`super::Document::text`].
    pub span: Span,
    pub target: Target,
}

/// What a reference points to. `paragraph` is an [`super::Anchor`]-like address in the target: `op5(e)`, `pp8`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "to", rename_all = "kebab-case")]
pub enum Target {
    /// A resolution, with its canonical symbol: `A/RES/64/171`, `S/RES/1325 (2000)`, `A/HRC/RES/13/23`.
    Resolution { symbol: String, paragraph: Option<String> },
    /// A decision: symbol `A/DEC/65/501`.
    Decision { symbol: String },
    /// Any other document with a symbol: `A/65/456/Add.2 (Part II)`.
    Document { symbol: String, paragraph: Option<String> },
    /// A paragraph of this same document, as an anchor to resolve from the scope where it is cited: `op3`, `op2(e)`.
    Own { paragraph: String },
    /// An Article or Chapter of the Charter: `Article 33`, paragraph `2`.
    Charter { article: String, paragraph: Option<String> },
    /// A footnote: "see note 3".
    Note { marker: String },
}

impl Target {
    /// The node of this same document that the reference points to, resolved from the node that cites it.
    pub(crate) fn within(&self, document: &Document, from: NodeId) -> Option<NodeId> {
        let paragraph = match self {
            Self::Own { paragraph } => paragraph,
            Self::Resolution { symbol, paragraph: Some(paragraph) } if document.symbol() == Some(symbol) => {
                paragraph
            }
            Self::Note { marker } => return document.resolve(&format!("fn{marker}").as_str().into()),
            _ => return None,
        };
        let scopes = document.ancestors(from).filter(|&up| document.node(up).kind.is_scope());
        let mut prefixes: Vec<String> = scopes.map(|up| format!("{}.", document.anchor(up))).collect();
        prefixes.push(String::new());
        let bare = paragraph.strip_prefix("op").unwrap_or(paragraph);
        prefixes.iter().find_map(|prefix| {
            document
                .resolve(&format!("{prefix}{paragraph}").as_str().into())
                .or_else(|| document.resolve(&format!("{prefix}{bare}").as_str().into()))
        })
    }
}
