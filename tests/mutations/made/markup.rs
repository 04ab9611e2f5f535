//! Markup: elements and attributes that the readers of each format act upon, nested and repeated without sense.

use super::wild::Wild;
use std::fmt::Write as _;

/// What a kind of markup is written with.
pub(crate) struct Vocabulary {
    /// What stands around everything.
    open: &'static str,
    close: &'static str,
    /// What most elements stand in, without brackets.
    elements: &'static [&'static str],
    /// Attributes whose values are numbers or names.
    attributes: &'static [&'static str],
    /// Names that are values: of styles, kinds, and what refers to them.
    values: &'static [&'static str],
    /// The element that holds words.
    words: &'static str,
}

pub(crate) const DOCX: Vocabulary = Vocabulary {
    open: "<w:document><w:body>",
    close: "</w:body></w:document>",
    elements: &[
        "w:p",
        "w:r",
        "w:tbl",
        "w:tr",
        "w:tc",
        "w:pPr",
        "w:rPr",
        "w:tcPr",
        "w:trPr",
        "w:gridSpan",
        "w:vMerge",
        "w:gridBefore",
        "w:numPr",
        "w:ilvl",
        "w:numId",
        "w:pStyle",
        "w:rStyle",
        "w:footnoteReference",
        "w:endnoteReference",
        "w:commentReference",
        "w:tab",
        "w:br",
        "w:sym",
        "w:ins",
        "w:del",
        "w:delText",
        "w:instrText",
        "w:fldChar",
        "w:fldSimple",
        "w:sdt",
        "w:sdtContent",
        "w:txbxContent",
        "mc:AlternateContent",
        "mc:Choice",
        "mc:Fallback",
        "w:sectPr",
        "w:position",
        "w:sz",
        "w:outlineLvl",
        "w:hyperlink",
        "w:tblGrid",
        "w:ruby",
        "w:rt",
        "m:r",
    ],
    attributes: &[
        "w:val",
        "w:id",
        "w:type",
        "w:char",
        "w:font",
        "w:instr",
        "w:fldCharType",
        "w:customMarkFollows",
    ],
    values: &[
        "continue",
        "restart",
        "superscript",
        "begin",
        "separate",
        "end",
        "Heading1",
        "page",
        "F0B7",
        "true",
    ],
    words: "w:t",
};

pub(crate) const DOCX_PARTS: Vocabulary = Vocabulary {
    open: "<w:part>",
    close: "</w:part>",
    elements: &[
        "w:style",
        "w:basedOn",
        "w:pPr",
        "w:rPr",
        "w:numPr",
        "w:numId",
        "w:ilvl",
        "w:abstractNum",
        "w:num",
        "w:abstractNumId",
        "w:lvl",
        "w:start",
        "w:numFmt",
        "w:lvlText",
        "w:lvlOverride",
        "w:startOverride",
        "w:lvlRestart",
        "w:numStyleLink",
        "w:styleLink",
        "w:footnote",
        "w:endnote",
        "w:comment",
        "w:p",
        "w:r",
        "w:footnotePr",
        "w:numStart",
        "w:numRestart",
        "w:isLgl",
        "w:vanish",
        "w:vertAlign",
    ],
    attributes: &[
        "w:val",
        "w:id",
        "w:styleId",
        "w:type",
        "w:abstractNumId",
        "w:numId",
        "w:ilvl",
        "w:default",
    ],
    values: &[
        "Heading1",
        "decimal",
        "lowerRoman",
        "upperLetter",
        "chineseCounting",
        "bullet",
        "%1.%2)",
        "%9",
        "true",
    ],
    words: "w:t",
};

pub(crate) const ODT: Vocabulary = Vocabulary {
    open: "<office:document-content><office:body><office:text>",
    close: "</office:text></office:body></office:document-content>",
    elements: &[
        "text:p",
        "text:h",
        "text:span",
        "text:s",
        "text:tab",
        "text:line-break",
        "text:list",
        "text:list-item",
        "text:list-header",
        "text:note",
        "text:note-citation",
        "text:note-body",
        "table:table",
        "table:table-row",
        "table:table-cell",
        "table:covered-table-cell",
        "table:table-header-rows",
        "table:table-columns",
        "table:table-column",
        "text:section",
        "text:tracked-changes",
        "office:annotation",
        "text:ruby",
        "text:ruby-text",
        "draw:frame",
        "draw:text-box",
        "text:a",
        "text:soft-page-break",
    ],
    attributes: &[
        "text:c",
        "text:style-name",
        "text:outline-level",
        "text:start-value",
        "text:continue-numbering",
        "text:continue-list",
        "xml:id",
        "text:id",
        "text:note-class",
        "table:number-columns-repeated",
        "table:number-rows-repeated",
        "table:number-columns-spanned",
        "table:number-rows-spanned",
        "text:display-name",
    ],
    values: &["true", "L1", "P1", "footnote", "endnote", "Standard"],
    words: "text:span",
};

pub(crate) const ODT_STYLES: Vocabulary = Vocabulary {
    open: "<office:document-styles><office:styles>",
    close: "</office:styles></office:document-styles>",
    elements: &[
        "style:style",
        "text:list-style",
        "text:list-level-style-number",
        "text:list-level-style-bullet",
        "text:outline-style",
        "text:outline-level-style",
        "style:paragraph-properties",
        "style:text-properties",
        "style:master-page",
        "style:header",
        "style:footer",
        "text:p",
        "text:notes-configuration",
    ],
    attributes: &[
        "style:name",
        "style:parent-style-name",
        "style:next-style-name",
        "style:list-style-name",
        "text:level",
        "text:display-levels",
        "text:start-value",
        "style:num-format",
        "style:num-prefix",
        "style:num-suffix",
        "style:num-list-format",
        "style:default-outline-level",
        "fo:break-before",
        "style:family",
    ],
    values: &["P1", "L1", "Standard", "i", "A", "1", "一, 二, 三", "paragraph", "%1%.%2%", "page"],
    words: "text:p",
};

const HTML: Vocabulary = Vocabulary {
    open: "<!DOCTYPE html><html><body>",
    close: "</body></html>",
    elements: &[
        "p",
        "div",
        "span",
        "table",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "caption",
        "ol",
        "ul",
        "li",
        "a",
        "sup",
        "b",
        "i",
        "br",
        "hr",
        "pre",
        "h1",
        "h3",
        "blockquote",
        "dl",
        "dt",
        "dd",
        "select",
        "option",
        "template",
        "svg",
        "script",
        "textarea",
        "plaintext",
        "nav",
        "footer",
        "details",
        "noscript",
        "iframe",
        "font",
        "section",
    ],
    attributes: &[
        "colspan",
        "rowspan",
        "start",
        "value",
        "type",
        "style",
        "class",
        "id",
        "href",
        "name",
        "role",
        "hidden",
        "lang",
        "epub:type",
        "align",
    ],
    values: &[
        "#a",
        "a",
        "display:none",
        "list-style-type:upper-roman",
        "vertical-align:super",
        "footnote",
        "noteref",
        "MsoFootnoteText",
        "mso-element:footnote",
        "I",
        "A",
        "fr",
        "ar",
        "presentation",
    ],
    words: "span",
};

const AKN: Vocabulary = Vocabulary {
    open: "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><statement>",
    close: "</statement></akomaNtoso>",
    elements: &[
        "meta",
        "identification",
        "FRBRWork",
        "FRBRalias",
        "FRBRdate",
        "coverPage",
        "preface",
        "preamble",
        "mainBody",
        "container",
        "block",
        "p",
        "formula",
        "recital",
        "paragraph",
        "subparagraph",
        "point",
        "section",
        "division",
        "article",
        "num",
        "heading",
        "crossHeading",
        "content",
        "list",
        "intro",
        "wrapUp",
        "item",
        "authorialNote",
        "noteRef",
        "table",
        "tr",
        "td",
        "th",
        "component",
        "attachments",
        "attachment",
        "doc",
        "embeddedStructure",
        "ref",
        "docTitle",
        "docNumber",
        "i",
        "sup",
        "span",
        "eol",
        "toc",
        "tocItem",
        "img",
        "conclusions",
    ],
    attributes: &[
        "eId", "name", "colspan", "rowspan", "href", "marker", "value", "showAs", "class", "style",
        "refersTo", "src", "date", "xml:lang",
    ],
    values: &["op1", "op1__a", "fn1", "preambular", "operative", "annex", "symbol", "GUID", "fr", "#op1"],
    words: "p",
};

pub(crate) fn html(wild: &mut Wild<'_>) -> String {
    written(wild, &HTML)
}

pub(crate) fn akn(wild: &mut Wild<'_>) -> String {
    written(wild, &AKN)
}

/// The longest text that is written.
const MOST: usize = 300_000;
/// The deepest that elements of different names are nested; those of one name are nested deeper.
const DEEPEST: usize = 12;

pub(crate) fn written(wild: &mut Wild<'_>, vocabulary: &Vocabulary) -> String {
    let mut out = String::new();
    if wild.rarely(16) {
        out.push_str("<!DOCTYPE a [<!ENTITY e0 \"The house, \">");
        for at in 1..=wild.times().min(39) {
            write!(out, "<!ENTITY e{at} \"{}\">", format!("&e{};", at - 1).repeat(8)).unwrap();
        }
        out.push_str("]>");
    }
    out.push_str(vocabulary.open);
    while !wild.is_dry() && out.len() < MOST {
        element(wild, vocabulary, &mut out, 0);
    }
    write!(out, "<{0}>Decides</{0}>", vocabulary.words).unwrap();
    out.push_str(vocabulary.close);
    out
}

fn element(wild: &mut Wild<'_>, vocabulary: &Vocabulary, out: &mut String, depth: usize) {
    if wild.is_dry() || out.len() > MOST {
        return;
    }
    match wild.byte() {
        ..50 => return writeln!(out, "<{0}>{1}</{0}>", vocabulary.words, wild.words()).unwrap(),
        50..56 => {
            return write!(out, "&e{};&#x{:x};&nbsp;&nothing;", wild.below(40), wild.below(65536)).unwrap();
        }
        56..60 => return write!(out, "<![CDATA[{}]]><!-- {} -->", wild.words(), wild.words()).unwrap(),
        60..63 => {
            return out.push_str(wild.one(&[
                "<",
                "</",
                "<!--",
                "<![CDATA[",
                "&",
                "\"",
                "<?x",
                "</p>",
                "</table>",
            ]));
        }
        _ => {}
    }
    let name = wild.one(vocabulary.elements);
    let mut tag = format!("<{name}");
    for _ in 0..wild.below(4) {
        let value = if wild.byte() < 140 { wild.number() } else { wild.one(vocabulary.values).to_owned() };
        write!(tag, " {}=\"{value}\"", wild.one(vocabulary.attributes)).unwrap();
    }
    let mut times = if wild.rarely(12) { wild.times() } else { 1 };
    if wild.rarely(40) {
        times = times.min((MOST.saturating_sub(out.len())) / (tag.len() + 2) + 1);
        return out.push_str(&(tag + "/>").repeat(times));
    }
    tag.push('>');
    times = times.min((MOST.saturating_sub(out.len())) / (tag.len() + name.len() + 3) + 1);
    // Repeated in itself, or one after another.
    let nested = wild.byte() < 128;
    if !nested {
        out.push_str(&format!("{tag}x</{name}>").repeat(times.saturating_sub(1)));
        times = 1;
    }
    out.push_str(&tag.repeat(times));
    if depth < DEEPEST {
        for _ in 0..=wild.below(5) {
            element(wild, vocabulary, out, depth + 1);
        }
    }
    // One in twenty is never closed.
    if !wild.rarely(13) {
        out.push_str(&format!("</{name}>").repeat(times));
    }
}
