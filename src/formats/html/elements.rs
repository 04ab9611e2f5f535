//! The HTML elements and attributes that matter: which begin a paragraph, emphasise or raise text, or are not part of
//! the document.

use super::tokens::attributes;
use crate::document::Reason;
use std::borrow::Cow;

/// The effects of an element on the text in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Effects {
    pub emphasis: bool,
    pub raised: bool,
    pub note: bool,
    /// The reason to set its text aside.
    pub aside: Option<Reason>,
}

/// The kinds of elements that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ElementKind {
    /// Begins and ends a paragraph.
    Block,
    Paragraph,
    Heading(u8),
    List,
    Item,
    Table,
    Row,
    Cell,
    Pre,
    Inline,
    Link,
    Break,
    Rule,
    /// `main` and `article`: a `header` or `footer` inside of them belongs to the document.
    Main,
}

/// The known elements, in alphabetical order for a binary search.
const NAMES: [(&str, ElementKind); 78] = [
    ("a", ElementKind::Link),
    ("address", ElementKind::Block),
    ("article", ElementKind::Main),
    ("aside", ElementKind::Block),
    ("b", ElementKind::Inline),
    ("big", ElementKind::Inline),
    ("blockquote", ElementKind::Block),
    ("body", ElementKind::Block),
    ("br", ElementKind::Break),
    ("button", ElementKind::Inline),
    ("caption", ElementKind::Block),
    ("center", ElementKind::Block),
    ("cite", ElementKind::Inline),
    ("dd", ElementKind::Block),
    ("del", ElementKind::Inline),
    ("details", ElementKind::Block),
    ("dfn", ElementKind::Inline),
    ("dir", ElementKind::List),
    ("div", ElementKind::Block),
    ("dl", ElementKind::Block),
    ("dt", ElementKind::Block),
    ("em", ElementKind::Inline),
    ("fieldset", ElementKind::Block),
    ("figcaption", ElementKind::Block),
    ("figure", ElementKind::Block),
    ("font", ElementKind::Inline),
    ("footer", ElementKind::Block),
    ("form", ElementKind::Block),
    ("h1", ElementKind::Heading(1)),
    ("h2", ElementKind::Heading(2)),
    ("h3", ElementKind::Heading(3)),
    ("h4", ElementKind::Heading(4)),
    ("h5", ElementKind::Heading(5)),
    ("h6", ElementKind::Heading(6)),
    ("head", ElementKind::Block),
    ("header", ElementKind::Block),
    ("hr", ElementKind::Rule),
    ("html", ElementKind::Block),
    ("i", ElementKind::Inline),
    ("iframe", ElementKind::Inline),
    ("legend", ElementKind::Block),
    ("li", ElementKind::Item),
    ("listing", ElementKind::Pre),
    ("main", ElementKind::Main),
    ("menu", ElementKind::List),
    ("nav", ElementKind::Block),
    ("noscript", ElementKind::Block),
    ("ol", ElementKind::List),
    ("option", ElementKind::Block),
    ("p", ElementKind::Paragraph),
    ("plaintext", ElementKind::Pre),
    ("pre", ElementKind::Pre),
    ("script", ElementKind::Inline),
    ("search", ElementKind::Block),
    ("section", ElementKind::Block),
    ("select", ElementKind::Block),
    ("small", ElementKind::Inline),
    ("span", ElementKind::Inline),
    ("strong", ElementKind::Inline),
    ("style", ElementKind::Inline),
    ("sub", ElementKind::Inline),
    ("summary", ElementKind::Block),
    ("sup", ElementKind::Inline),
    ("svg", ElementKind::Inline),
    ("table", ElementKind::Table),
    ("tbody", ElementKind::Block),
    ("td", ElementKind::Cell),
    ("template", ElementKind::Inline),
    ("textarea", ElementKind::Inline),
    ("tfoot", ElementKind::Block),
    ("th", ElementKind::Cell),
    ("thead", ElementKind::Block),
    ("title", ElementKind::Block),
    ("tr", ElementKind::Row),
    ("tt", ElementKind::Inline),
    ("ul", ElementKind::List),
    ("var", ElementKind::Inline),
    ("xmp", ElementKind::Pre),
];

/// A known element, as an index into [`NAMES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Element(u8);

impl Element {
    pub(super) const COUNT: usize = NAMES.len();

    pub(super) fn of(name: &str) -> Option<Self> {
        let mut small = [0_u8; 12];
        let name = name.as_bytes();
        let lower = small.get_mut(..name.len())?;
        lower.copy_from_slice(name);
        lower.make_ascii_lowercase();
        let lower: &[u8] = lower;
        NAMES.binary_search_by(|(known, _)| known.as_bytes().cmp(lower)).ok().map(|index| Self(index as u8))
    }

    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }

    pub(super) fn name(self) -> &'static str {
        NAMES.get(self.index()).map_or("", |(name, _)| name)
    }

    pub(super) fn kind(self) -> ElementKind {
        NAMES.get(self.index()).map_or(ElementKind::Inline, |(_, kind)| *kind)
    }
}

/// The attributes that matter.
#[derive(Clone, Debug, Default)]
pub(super) struct Attributes<'a> {
    pub id: Option<Cow<'a, str>>,
    pub class: Option<Cow<'a, str>>,
    pub style: Option<Cow<'a, str>>,
    pub href: Option<Cow<'a, str>>,
    pub kind: Option<Cow<'a, str>>,
    pub start: Option<i32>,
    pub value: Option<i32>,
    pub language: Option<Cow<'a, str>>,
    pub role: Option<Cow<'a, str>>,
    pub title: Option<Cow<'a, str>>,
    pub hidden: bool,
    pub columns: Option<u16>,
    pub rows: Option<u16>,
    pub align: Option<Cow<'a, str>>,
}

impl<'a> Attributes<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut out = Self::default();
        for (name, value) in attributes(text) {
            let mut small = name.to_owned();
            small.make_ascii_lowercase();
            match small.as_str() {
                "id" | "name" => out.id = out.id.or(Some(value)),
                "class" => out.class = Some(value),
                "style" => out.style = Some(value),
                "href" => out.href = Some(value),
                "type" => out.kind = Some(value),
                "start" => out.start = value.trim().parse().ok(),
                "value" => out.value = value.trim().parse().ok(),
                "lang" | "xml:lang" => out.language = Some(value),
                "role" | "epub:type" => out.role = Some(value),
                "title" => out.title = Some(value),
                "hidden" => out.hidden = true,
                "colspan" => out.columns = value.trim().parse().ok(),
                "rowspan" => out.rows = value.trim().parse().ok(),
                "align" => out.align = Some(value),
                _ => {}
            }
        }
        out
    }

    pub(super) fn has_class(&self, wanted: impl Fn(&str) -> bool) -> bool {
        self.class.as_deref().unwrap_or_default().split_ascii_whitespace().any(wanted)
    }

    pub(super) fn has_role(&self, wanted: &[&str]) -> bool {
        self.role.as_deref().unwrap_or_default().split_ascii_whitespace().any(|role| wanted.contains(&role))
    }

    /// The value of a property in the `style` attribute.
    pub(super) fn style(&self, property: &str) -> Option<&str> {
        let style = self.style.as_deref()?;
        style
            .split(';')
            .filter_map(|rule| rule.split_once(':'))
            .find_map(|(name, value)| name.trim().eq_ignore_ascii_case(property).then(|| value.trim()))
    }

    fn style_is(&self, property: &str, wanted: &[&str]) -> bool {
        self.style(property).is_some_and(|value| wanted.iter().any(|one| value.eq_ignore_ascii_case(one)))
    }

    /// The fragment that a link leads to, if it stays on the page.
    pub(super) fn fragment(&self) -> Option<&str> {
        self.href
            .as_deref()?
            .rsplit_once('#')
            .map(|(_, fragment)| fragment)
            .filter(|fragment| !fragment.is_empty())
    }
}

/// Whether a class is one that word processors and converters give to the body of a note.
fn is_note_class(class: &str) -> bool {
    matches!(
        class,
        "sdfootnote" | "sdendnote" | "MsoFootnoteText" | "MsoEndnoteText" | "footnote" | "endnote"
    ) || class.starts_with("MsoFootnoteText")
}

fn is_mark_class(class: &str) -> bool {
    matches!(
        class,
        "MsoFootnoteReference"
            | "MsoEndnoteReference"
            | "sdfootnoteanc"
            | "sdendnoteanc"
            | "footnote-ref"
            | "noteref"
    )
}

/// The effects of an element. `inside` says that it is in a `main` or an `article`.
pub(super) fn effects(element: Element, given: &Attributes<'_>, inside: bool) -> Effects {
    let name = element.name();
    let bold = given.style_is("font-weight", &["bold", "bolder", "600", "700", "800", "900"]);
    let italic = given.style_is("font-style", &["italic", "oblique"]);
    let emphasis = bold || italic || matches!(name, "b" | "strong" | "i" | "em" | "cite" | "dfn" | "var");
    let raised = name == "sup"
        || given.style_is("vertical-align", &["super", "text-top"])
        || name != "p" && given.has_class(is_mark_class);
    let mso = given.style("mso-element").unwrap_or_default();
    let note = given.has_class(is_note_class) && !matches!(name, "a" | "span" | "section" | "ol" | "sup")
        || given.has_role(&["doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"])
        || matches!(mso, "footnote" | "endnote")
        || name == "div" && given.id.as_deref().is_some_and(is_note_division);
    Effects { emphasis, raised, note, aside: set_aside(name, given, inside) }
}

/// Whether an `id` is that of a `div` in which `LibreOffice` or Word put a note: `sdfootnote1`, `ftn1`, `edn1`.
fn is_note_division(id: &str) -> bool {
    ["sdfootnote", "sdendnote", "ftn", "edn"].iter().any(|stem| {
        id.strip_prefix(stem)
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

/// Whether an element is a header or footer that Word or `LibreOffice` print on each page.
pub(super) fn is_running(name: &str, given: &Attributes<'_>) -> bool {
    let mso = given.style("mso-element").unwrap_or_default();
    let titled = name == "div" && matches!(given.title.as_deref(), Some("header" | "footer"));
    matches!(mso, "header" | "footer") || titled
}

/// The reason why the text of an element is not part of the document; `None` where it is.
fn set_aside(name: &str, given: &Attributes<'_>, inside: bool) -> Option<Reason> {
    let hidden = given.hidden
        || given.style_is("display", &["none"])
        || given.style_is("visibility", &["hidden"])
        || given.style_is("mso-hide", &["all"]);
    if hidden {
        return Some(Reason::HiddenText);
    }
    if matches!(name, "header" | "footer") && !inside || is_running(name, given) {
        return Some(Reason::PageHeader);
    }
    let furniture = matches!(name, "nav" | "search" | "select" | "button" | "noscript" | "textarea")
        || given.has_role(&["navigation", "banner", "contentinfo", "search", "complementary", "menu"]);
    if furniture {
        return Some(Reason::Navigation);
    }
    (name == "del").then_some(Reason::DeletedText)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn element_names_are_sorted_and_found() {
        assert!(NAMES.is_sorted_by_key(|(name, _)| *name));
        for (name, _) in NAMES {
            assert_eq!(Element::of(&name.to_uppercase()).map(Element::name), Some(name));
        }
        assert_eq!(Element::of("o:p"), None);
        assert_eq!(Element::of("averylongcustomelement"), None);
    }

    #[test]
    fn a_style_attribute_is_split_into_its_properties() {
        let given = Attributes::of("style='mso-bidi-font-style:normal; font-style : Italic'");
        assert!(given.style_is("font-style", &["italic"]));
        let given = Attributes::of("style='mso-bidi-font-style:italic'");
        assert!(!effects(Element::of("span").unwrap(), &given, false).emphasis);
    }
}
