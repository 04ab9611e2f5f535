//! Documents that have no enacting phrase at their head: decisions, presidential statements, declarations.
//!
//! Each is known by a fixed phrase of the six languages, written folded (see `shape::fold`). Sources: the United Nations
//! Editorial Manual on decisions, and the statements of the Security Council (S/PRST).

use super::shape::fold;
use crate::text::chars::is_gap;

/// A phrase is looked for in so many first bytes of a paragraph.
const HEAD: usize = 1200;

fn head(text: &str) -> &str {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// "At its 45th plenary meeting, on 12 November 2025, the General Assembly ... decided": the whole of a decision.
pub(super) fn is_decision(text: &str) -> bool {
    const OPENINGS: [(&str, &str); 6] = [
        ("at its ", " meeting"),
        ("à sa ", " séance"),
        ("en su ", " sesión"),
        ("на своем ", " заседани"),
        ("на ", " заседании"),
        ("في جلستها ", ""),
    ];
    const AGAIN: [&str; 6] = [
        "at the same meeting, the ",
        "à la même séance, l",
        "en la misma sesión, ",
        "на том же заседании ",
        "في الجلسة نفسها، ",
        "在同次会议上，",
    ];
    const ORGANS: [&str; 15] = [
        "assembly",
        "council",
        "assemblée",
        "conseil",
        "asamblea",
        "consejo",
        "ассамблея",
        "совет",
        "الجمعية",
        "المجلس",
        "committee",
        "conference",
        "conférence",
        "conferencia",
        "конференция",
    ];
    if !text
        .starts_with(|first: char| "AÀàEНВفI在".contains(first) || first.is_ascii_digit() || first == '第')
    {
        return false;
    }
    let line = fold(head(text));
    let names = || ORGANS.iter().any(|organ| line.contains(organ));
    let numbered = |rest: &str| rest.chars().take(4).any(|letter| letter.is_ascii_digit());
    let opens = OPENINGS.iter().any(|(opening, meeting)| {
        line.strip_prefix(opening).is_some_and(|rest| {
            let near = rest.char_indices().nth(60).map_or(rest, |(end, _)| rest.get(..end).unwrap_or(rest));
            (numbered(rest) || rest.chars().take(30).any(|letter| letter.is_ascii_digit()))
                && near.contains(meeting)
        })
    });
    // "2025年11月12日，大会第45次全体会议", and the same behind "在".
    let chinese = || {
        let near =
            line.char_indices().nth(40).map_or(line.as_str(), |(end, _)| line.get(..end).unwrap_or(&line));
        near.contains('第')
            && near.contains("次")
            && near.contains("会议")
            && line.contains("大会")
            && line.chars().count() > 40
    };
    opens && names() || AGAIN.iter().any(|opening| line.starts_with(opening)) || chinese()
}

/// "... the President of the Security Council made the following statement on behalf of the Council:": the frame of a
/// presidential statement, whose paragraphs follow.
pub(super) fn is_frame_of_statement(text: &str) -> bool {
    const PHRASES: [&str; 10] = [
        "made the following statement",
        "issued the following statement",
        "a fait la déclaration suivante",
        "a fait en son nom la déclaration suivante",
        "la siguiente declaración",
        "следующее заявление",
        "بالبيان التالي",
        "البيان التالي",
        "发表以下声明",
        "以下声明",
    ];
    if !super::shape::ends_with_colon(text) || text.len() > HEAD {
        return false;
    }
    let line = fold(text);
    PHRASES.iter().any(|phrase| line.contains(phrase))
        || line.contains("la déclaration suivante")
        || line.contains("如下声明")
}

/// "The Security Council" at the start of a paragraph of a statement: its bytes, with the quotation mark before it.
pub fn speaker(text: &str) -> usize {
    const SPEAKERS: [&str; 10] = [
        "the security council",
        "the council",
        "le conseil de sécurité",
        "le conseil",
        "el consejo de seguridad",
        "el consejo",
        "совет безопасности",
        "совет",
        "安全理事会",
        "安理会",
    ];
    let words = text.trim_start_matches(['"', '“', '”', '«', '„', '»', '「', ' ', '\u{A0}']);
    let lead = text.len() - words.len();
    let found = SPEAKERS.iter().filter_map(|name| super::shape::after_phrase(words, name)).max().unwrap_or(0);
    let rest = words.get(found..).unwrap_or_default();
    let gap = rest.len() - rest.trim_start_matches(is_gap).len();
    if found == 0 { 0 } else { lead + found + gap }
}

/// "Whereas": a recital, which a declaration has above its enacting phrase.
pub(super) fn is_recital(text: &str) -> bool {
    const OPENINGS: [&str; 8] = [
        "whereas ",
        "considérant ",
        "attendu ",
        "considerando ",
        "принимая во внимание",
        "ولما كان",
        "لما كان",
        "鉴于",
    ];
    let line = fold(head(text));
    OPENINGS.iter().any(|opening| line.starts_with(opening))
}

/// "Now, therefore,": what stands between the recitals and the organ.
pub(super) fn leads_to_enacting(text: &str) -> bool {
    text.len() < 60
        && [
            "now, therefore",
            "now therefore",
            "en conséquence",
            "par conséquent",
            "ahora, pues",
            "por tanto",
            "поэтому",
            "因此",
            "لذلك",
        ]
        .iter()
        .any(|phrase| fold(text).starts_with(phrase))
}

/// "Preamble" as a heading.
pub(super) fn is_preamble_heading(text: &str) -> bool {
    text.len() < 40
        && ["preamble", "préambule", "preámbulo", "преамбула", "الديباجة", "序言"]
            .contains(&fold(text).as_str())
}

/// "TOPIC: Small arms": a field of the head of a draft, as students write it: its name and what it says. A field with
/// nothing behind the colon is none.
pub(super) fn field(text: &str) -> Option<(&str, &str)> {
    let (name, value) = text.split_once([':', '：'])?;
    let (name, value) = (name.trim(), value.trim());
    let words = name.split([' ', '-', '/']).filter(|word| !word.is_empty()).count();
    let named = (1..=4).contains(&words)
        && name.len() <= 60
        && name
            .chars()
            .all(|letter| letter.is_alphabetic() || " -/’'()".contains(letter) || letter.is_numeric())
        && !name.starts_with(char::is_lowercase);
    (named && !value.is_empty()).then_some((name, value))
}

/// Whether a field of the head names what the draft is about.
pub(super) fn names_subject(name: &str) -> bool {
    const NAMES: [&str; 21] = [
        "topic",
        "question of",
        "question",
        "subject",
        "title",
        "issue",
        "re",
        "the question of",
        "sujet",
        "thème",
        "objet",
        "titre",
        "tema",
        "tópico",
        "asunto",
        "título",
        "тема",
        "вопрос",
        "الموضوع",
        "议题",
        "主题",
    ];
    NAMES.contains(&fold(name).as_str())
}
