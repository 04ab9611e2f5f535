//! Rich text: control words with wild numbers, in groups that nest.

use super::wild::Wild;
use std::fmt::Write as _;

const WORDS: [&str; 60] = [
    "par",
    "pard",
    "plain",
    "b",
    "i",
    "super",
    "nosupersub",
    "up",
    "uc",
    "u",
    "bin",
    "trowd",
    "cellx",
    "cell",
    "row",
    "intbl",
    "itap",
    "nestcell",
    "nestrow",
    "clmrg",
    "clmgf",
    "clvmrg",
    "clvmgf",
    "trhdr",
    "ls",
    "ilvl",
    "s",
    "cs",
    "outlinelevel",
    "footnote",
    "ftnalt",
    "chftn",
    "pict",
    "object",
    "fldinst",
    "fldrslt",
    "field",
    "stylesheet",
    "fonttbl",
    "f",
    "fcharset",
    "cpg",
    "ansicpg",
    "deff",
    "listtable",
    "listtext",
    "pntext",
    "header",
    "footer",
    "annotation",
    "deleted",
    "v",
    "xe",
    "tc",
    "shptxt",
    "sect",
    "page",
    "tab",
    "line",
    "ud",
];

pub(crate) fn build(wild: &mut Wild<'_>) -> Vec<u8> {
    let mut out =
        String::from("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset178 X;}}\n");
    let mut open = 1_usize;
    while !wild.is_dry() && out.len() < 300_000 {
        match wild.byte() {
            ..60 => {
                let words: String = wild.words().chars().filter(char::is_ascii).collect();
                writeln!(out, " {words}\\par").unwrap();
            }
            60..75 => {
                let times = wild.times().max(1);
                open += times;
                out.push_str(&wild.one(&["{", "{\\*"]).repeat(times));
            }
            75..100 => {
                let times = wild.times().clamp(1, 300).min(open);
                open -= times;
                out.push_str(&"}".repeat(times));
            }
            100..110 => write!(out, "\\'{:02x}", wild.byte()).unwrap(),
            110..118 => out.push_str(
                &wild.one(&["ab", "0", "\\~", "\\_", "\\cell ", "\\emdash ", "\\u"]).repeat(wild.times()),
            ),
            118..130 => {
                let cells = 1 + wild.below(6);
                let cell = format!("\\cellx{}", wild.number());
                writeln!(
                    out,
                    "\\trowd {}\\pard\\intbl {}\\row",
                    cell.repeat(cells),
                    "x\\cell ".repeat(cells)
                )
                .unwrap();
            }
            _ => {
                let word = wild.one(&WORDS);
                if wild.byte() < 120 {
                    write!(out, "\\{word}{} ", wild.number()).unwrap();
                } else {
                    write!(out, "\\{word} ").unwrap();
                }
            }
        }
    }
    out.push_str(&"}".repeat(open));
    out.into_bytes()
}
