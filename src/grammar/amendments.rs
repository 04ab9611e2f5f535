//! How amendments to a draft resolution are known: instructions such as "After preambular paragraph 3, insert".
//!
//! What becomes of them is decided in `clauses`. The forms are those of documents of the L. series ("amendment to draft resolution A/80/L.3") and of students.

use super::numbering::{self, number};
use super::shape::{ends_with_colon, fold, starts_with_quote};

/// An instruction says in so many first bytes what is to be done.
const HEAD: usize = 400;

/// What an instruction does, and to which part of a text: stems, folded. A line that names both is one if it begins with
/// what is done or with a place ("In", "After").
struct Stems {
    done: &'static [&'static str],
    places: &'static [&'static str],
    parts: &'static [&'static str],
}

const STEMS: [Stems; 5] = [
    Stems {
        done: &[
            "replace",
            "insert",
            "add ",
            "delete",
            "strike",
            "amend ",
            "remove",
            "substitute",
            "reword",
            "move ",
            "renumber",
            "change ",
            "merge ",
            "split ",
        ],
        places: &["in ", "after ", "before ", "at ", "to ", "between "],
        parts: &["paragraph", "clause", "preambular", "operative", "title", "annex", "footnote", "section"],
    },
    Stems {
        done: &["remplac", "insér", "ajout", "supprim", "modifi", "substitu", "déplac", "renumérot"],
        places: &["dans ", "après ", "avant ", "au ", "à ", "entre "],
        parts: &["paragraphe", "alinéa", "titre", "annexe", "dispositif", "préambule", "note de bas"],
    },
    Stems {
        done: &[
            "sustit", "reempla", "reempla", "insért", "insert", "añád", "añad", "agrég", "agreg", "suprím",
            "suprim", "elimín", "elimin", "modif",
        ],
        places: &["en ", "después ", "a continuación ", "antes ", "al ", "tras ", "entre "],
        parts: &["párrafo", "título", "anexo", "preámbulo", "parte dispositiva", "nota"],
    },
    Stems {
        done: &[
            "заменить",
            "вставить",
            "добавить",
            "исключить",
            "включить",
            "изложить",
            "изменить",
            "опустить",
        ],
        places: &["в ", "во ", "после ", "перед ", "между "],
        parts: &["пункт", "абзац", "заголов", "названи", "преамбул", "приложени", "сноск"],
    },
    Stems {
        done: &[
            "يستعاض",
            "تستعاض",
            "يضاف",
            "تضاف",
            "يدرج",
            "تدرج",
            "يحذف",
            "تحذف",
            "يعدل",
            "تعدل",
            "يستبدل",
            "تستبدل",
        ],
        places: &["في ", "بعد ", "قبل ", "بين "],
        parts: &["الفقرة", "فقرة", "فقرتان", "العنوان", "المرفق", "الحاشية", "الديباجة", "المنطوق"],
    },
];

/// Whether a paragraph, without its number, tells what to change in a text.
pub(super) fn is_instruction(text: &str) -> bool {
    if starts_with_quote(text) {
        return false;
    }
    let end = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= HEAD).last().unwrap_or(0);
    let line = fold(if text.len() <= HEAD { text } else { text.get(..end).unwrap_or_default() });
    // What is quoted tells nothing.
    let said = line.split(['"', '“', '”', '«', '»', '「', '」']).step_by(2).collect::<Vec<_>>().join(" ");
    let any = |stems: &[&str]| stems.iter().any(|stem| said.contains(stem));
    let begins = |stems: &[&str]| stems.iter().any(|stem| said.starts_with(stem));
    let chinese = any(&["段", "标题", "附件", "脚注"])
        && any(&["插入", "删除", "删去", "改为", "替换", "增加", "加入", "添加", "增列", "改成"])
        && begins(&["在", "将", "把", "删", "插", "以", "用", "序言", "执行", "第", "增", "添"]);
    chinese
        || STEMS
            .iter()
            .any(|stems| any(stems.parts) && (begins(stems.done) || begins(stems.places) && any(stems.done)))
}

/// "Ukraine: amendment to draft resolution A/95/L.3" in six languages.
pub(super) fn names_a_draft(text: &str) -> bool {
    const AMENDMENTS: [(&str, &str); 6] = [
        ("amendment", "draft"),
        ("amendement", "projet"),
        ("enmienda", "proyecto"),
        ("поправк", "проект"),
        ("تعديل", "مشروع"),
        ("修正", "草案"),
    ];
    let line = if text.len() < 300 { fold(text) } else { String::new() };
    AMENDMENTS.iter().any(|(amendment, draft)| line.contains(amendment) && line.contains(draft))
}

/// "Operative paragraph 5": the heading above an instruction.
pub(super) fn names_a_place(text: &str) -> bool {
    let line = if text.len() < 120 { fold(text) } else { String::new() };
    let parts = STEMS.iter().flat_map(|stems| stems.parts).chain(&["段", "标题", "附件"]);
    !line.is_empty()
        && !super::shape::ends_with_mark(text)
        && !names_a_draft(text)
        && line.split(' ').count() <= 8
        && parts.copied().any(|part| line.contains(part))
}

/// A paragraph without its number or letter.
pub(super) fn unlabelled(text: &str) -> &str {
    let body = number(text).map(|number| number.body).or_else(|| numbering::item(text).map(|item| item.body));
    text.get(body.unwrap_or(0)..).unwrap_or_default()
}

/// Whether an instruction is about a resolution: others say what to add to a section of a file.
fn is_of_a_resolution(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "preambular",
        "operative",
        "préambule",
        "dispositif",
        "preámbulo",
        "dispositiva",
        "преамбул",
        "постановляющ",
        "الديباجة",
        "المنطوق",
        "序言",
        "执行部分",
    ];
    let line = fold(text);
    WORDS.iter().any(|word| line.contains(word))
}

/// The first instruction of a document that consists of them, given the first and the last line of each paragraph: a line
/// above names the draft, or there are several that speak of a preamble or an operative part and new text follows.
pub(super) fn first<'a>(paras: impl Iterator<Item = (&'a str, &'a str)>) -> Option<usize> {
    let (mut found, mut count, mut heading) = (None, 0, None);
    let (mut named, mut colon, mut resolution) = (false, false, false);
    for (at, (first, last)) in paras.enumerate() {
        if first.is_empty() {
            continue;
        }
        let above = heading.take();
        if is_instruction(unlabelled(first)) {
            found = found.or(above).or(Some(at));
            count += 1;
            colon |= ends_with_colon(last);
            resolution |= is_of_a_resolution(first);
        } else if found.is_none() {
            named |= names_a_draft(first);
            heading = Some(at).filter(|_| names_a_place(first));
        }
    }
    found.filter(|_| named || count > 1 && colon && resolution)
}
