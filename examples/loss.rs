//! Throw-away.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a tool for trying")]
use std::collections::BTreeMap;
fn counted(text: &str, counts: &mut BTreeMap<char, i64>, sign: i64) {
    for letter in text.chars() {
        let letter = match letter { '¹' => '1', '²' => '2', '³' => '3', '⁰' => '0', '⁴'..='⁹' => char::from_digit(letter as u32 - '⁴' as u32 + 4, 10).unwrap(), l => l };
        let markup = letter.is_whitespace() || letter.is_control() || "*#_^|<>\\${}-\u{2010}[]:".contains(letter);
        let unseen = matches!(letter, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' | '\u{80}'..='\u{9F}');
        if !markup && !unseen { *counts.entry(letter).or_insert(0) += sign; }
    }
}
fn main() {
    let mut n = 0; let mut bad = 0;
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file).unwrap();
        let Ok(decoded) = plenary::formats::decode(&bytes, None) else { println!("{file}: unreadable"); continue };
        let t = std::time::Instant::now();
        let d = plenary::grammar::parse(&decoded.text, plenary::grammar::Options::default());
        let el = t.elapsed();
        let mut c = BTreeMap::new();
        counted(&decoded.text, &mut c, 1);
        for id in d.ids() { counted(d.label(id), &mut c, -1); counted(d.body(id), &mut c, -1); }
        for a in d.set_aside() { counted(&a.text, &mut c, -1); }
        let lost: Vec<_> = c.into_iter().filter(|(_, n)| *n != 0).collect();
        n += 1;
        if !lost.is_empty() { bad += 1; if bad < 30 { println!("{file}: {lost:?}"); } }
        if el.as_millis() > 300 { println!("{file}: {el:?} for {} bytes, {} nodes", bytes.len(), d.len()); }
    }
    println!("{n} files, {bad} lose words");
}
