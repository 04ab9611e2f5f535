//! For the queries of the bench: how addresses are written in each language, and its short words.

pub(crate) fn little(language: &str) -> [&'static str; 4] {
    match language {
        "en" => ["the", "of the", "and", "on"],
        "fr" => ["le", "de la", "et les", "du"],
        "es" => ["el", "de la", "y los", "del"],
        "ru" => ["о", "и", "в", "на"],
        _ => ["في", "من", "على", "التي"],
    }
}

pub(crate) fn operative(language: &str, number: u32) -> Vec<String> {
    let words: &[&str] = match language {
        "en" => &["#", "OP #", "op#", "para #", "para. #", "paragraph #", "operative paragraph #", "§ #"],
        "fr" => &["#", "OP#", "par. #", "paragraphe #", "par. # du dispositif"],
        "es" => &["#", "OP #", "párr. #", "párrafo #", "párrafo # de la parte dispositiva"],
        "ru" => &["#", "ОП #", "п. #", "пункт #", "в пункте #", "п. # постановляющей части"],
        "ar" => &["#", "الفقرة #", "فقرة #", "الفقرة # من المنطوق"],
        _ => &["#", "第#段", "执行部分第#段", "第 # 段"],
    };
    words.iter().map(|word| word.replace('#', &number.to_string())).collect()
}

pub(crate) fn preambular(language: &str, number: u32) -> Vec<String> {
    let words: &[&str] = match language {
        "en" => &["pp#", "PP #", "preambular paragraph #", "preambular #"],
        "fr" => &["pp#", "alinéa #", "#e alinéa du préambule"],
        "es" => &["pp#", "párrafo # del preámbulo"],
        "ru" => &["пп#", "абзац # преамбулы", "#-й пункт преамбулы"],
        "ar" => &["الفقرة # من الديباجة"],
        _ => &["序言部分第#段", "pp#"],
    };
    words.iter().map(|word| word.replace('#', &number.to_string())).collect()
}
