//! placeholder
use crate::document::Language;
pub fn detect(text: &str) -> Option<Language> {
    let (mut ar, mut zh, mut ru, mut latin) = (0, 0, 0, 0);
    for c in text.chars().take(4000) {
        match c {
            'a'..='z' | 'A'..='Z' => latin += 1,
            'а'..='я' => ru += 1,
            _ if super::shape::is_arabic(c) => ar += 1,
            _ if super::shape::is_wide(c) => zh += 3,
            _ => {}
        }
    }
    let max = ar.max(zh).max(ru).max(latin / 2);
    if max == 0 { return None; }
    if max == ar { return Some(Language::Ar); }
    if max == zh { return Some(Language::Zh); }
    if max == ru { return Some(Language::Ru); }
    let (mut en, mut fr, mut es) = (0, 0, 0);
    for w in text.split(|c: char| !c.is_alphabetic()).take(1500) {
        match w {
            "the" | "of" | "and" | "to" | "The" => en += 1,
            "des" | "les" | "du" | "et" | "au" | "aux" | "le" => fr += 1,
            "los" | "del" | "y" | "el" | "las" | "por" | "El" | "La" => es += 1,
            _ => {}
        }
    }
    Some(if en >= fr && en >= es { Language::En } else if fr >= es { Language::Fr } else { Language::Es })
}
