//! One check for each rule and language. The benchmark on a corpus is in `benches/lexicon.rs`.

use super::*;
use crate::document::Action::*;
use Language::*;
use proptest::prelude::*;

/// Checks a text in which a bar marks the end of the opening phrase.
#[track_caller]
fn check(language: Language, register: Register, text: &str, action: impl Into<Option<Action>>) {
    let (opening, rest) = text.split_once('|').unwrap_or(("", text));
    let whole = format!("{opening}{rest}");
    let found = opener(language, register, &whole);
    let found = found.map(|found| (whole.get(..found.bytes).unwrap_or("not at a character"), found.action));
    assert_eq!(found, action.into().map(|action| (opening, action)), "{whole}");
}

#[track_caller]
fn preambular(language: Language, text: &str, action: impl Into<Option<Action>>) {
    check(language, Register::Preambular, text, action);
}

#[track_caller]
fn operative(language: Language, text: &str, action: impl Into<Option<Action>>) {
    check(language, Register::Operative, text, action);
}

#[track_caller]
fn classified(language: Language, text: &str, action: Action, addressees: &[&str]) {
    let found = classify(language, Register::Operative, text, None);
    let keys: Vec<&str> = found.addressees.keys().collect();
    assert_eq!((found.action, keys.as_slice()), (Some(action), addressees), "{text}");
}

#[test]
fn every_phrase_of_the_list_is_found_up_to_its_end_or_bar() {
    let mut missing = Vec::new();
    for line in include_str!("verbs.tsv").lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [language, table, phrase, _] = fields.as_slice() else { panic!("{line}") };
        if phrase.contains(['{', '*']) {
            continue;
        }
        let register = if *table == "pp" { Register::Preambular } else { Register::Operative };
        let (whole, bar) = (phrase.replace('|', ""), phrase.find('|').unwrap_or(phrase.len()));
        let found = opener(language.parse().unwrap(), register, &whole).map_or(0, |found| found.bytes);
        if found == 0 || (found < bar && !phrase.contains('|')) {
            missing.push(format!("{line}: {found}"));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn each_language_has_both_registers() {
    preambular(En, "Recalling| its resolution 65/218,", Reaffirm);
    operative(En, "Requests| the Secretary-General to report;", Request);
    preambular(Fr, "Rappelant| sa résolution 65/218,", Reaffirm);
    operative(Fr, "Décide| de rester saisie de la question.", Seized);
    preambular(Es, "Recordando| su resolución 65/218,", Reaffirm);
    operative(Es, "Solicita| al Secretario General que informe;", Request);
    preambular(Ru, "ссылаясь| на свою резолюцию 65/218,", Reaffirm);
    operative(Ru, "постановляет|, что", Decide);
    preambular(Ar, "وإذ تشير| إلى قرارها 65/218،", Reaffirm);
    operative(Ar, "تقرر| أن تنشئ صندوقا؛", Decide);
    preambular(Zh, "回顾|其第65/218号决议，", Reaffirm);
    operative(Zh, "请|秘书长提交报告；", Request);
}

#[test]
fn adverbs_may_stand_before_within_and_after() {
    operative(En, "Also requests| the Secretary-General", Request);
    operative(En, "Once again further requests| the Council", Request);
    operative(En, "Calls once again upon| all States", Urge);
    preambular(En, "Noting also with grave concern| that", Concern);
    operative(Fr, "Se déclare également gravement préoccupée| par", Concern);
    operative(Fr, "Prie de nouveau| le Secrétaire général", Request);
    operative(Es, "Hace también un llamamiento| a los Estados", Urge);
    preambular(Ru, "принимая также к сведению| доклад,", Note);
    preambular(Ar, "وإذ تعيد أيضا تأكيد| قرارها،", Reaffirm);
    operative(Zh, "在这方面还赞赏地注意到|报告；", Welcome);
}

#[test]
fn a_circumstance_is_not_part_of_the_opening_phrase() {
    operative(En, "Stresses|, in this regard, the need", Stress);
    preambular(En, "Recalling| in this regard the report,", Reaffirm);
    operative(Fr, "Souligne| à cet égard que", Stress);
}

#[test]
fn a_complement_overrides_the_verb() {
    operative(En, "Notes with deep regret| that", Concern);
    operative(En, "Takes note with appreciation| of", Welcome);
    operative(Fr, "Note avec une profonde inquiétude| que", Concern);
    operative(Es, "Observa con suma inquietud| que", Concern);
    operative(Ru, "с глубоким сожалением отмечает|, что", Concern);
    operative(Ar, "تلاحظ مع بالغ القلق| أن", Concern);
    operative(Zh, "深为遗憾地注意到|情况；", Concern);
    operative(En, "Decides with regret| to close", Decide);
}

#[test]
fn an_object_overrides_verbs_that_repeat() {
    operative(En, "Reiterates its deep concern| about", Concern);
    operative(Fr, "Réaffirme son plein appui| au Groupe", Welcome);
    operative(Es, "Reitera su firme condena| de", Condemn);
    operative(Ru, "вновь заявляет о своей решительной поддержке| усилий", Welcome);
    operative(Ar, "تكرر الإعراب عن بالغ قلقها| إزاء", Concern);
}

#[test]
fn traces_of_typing_and_scanning_are_ignored() {
    operative(En, "CALLS  UPON| all", Urge);
    operative(En, "Takes\u{a0}note| of", Note);
    operative(En, "“Takes note| of", Note);
    preambular(Fr, "Ayant à l'esprit| la Charte,", Reaffirm);
    preambular(Fr, "Ayant à l ’ esprit| la Charte,", Reaffirm);
    operative(Fr, "De\u{301}cide| que", Decide);
    operative(Fr, "Reaffirme| que", Reaffirm);
    operative(Ru, "пpocит| Генерального секретаря", Request);
    operative(Ru, "Подчёркивает| важность", Stress);
    preambular(Ar, "وإذ تـشـيـر| الى قرارها،", Reaffirm);
    preambular(Ar, "وإذ تُسَلِّم| بأن،", Recognize);
    preambular(Ar, "وإذ تحيط علماً| بتقرير،", Note);
    operative(Zh, "注 意 到|报告", Note);
}

#[test]
fn an_opening_phrase_ends_at_the_end_of_a_word() {
    operative(En, "Notesworthy things", None);
    operative(Fr, "Notez", None);
    operative(Ru, "просители", None);
}

#[test]
fn arabic_verbs_are_found_in_any_person() {
    operative(Ar, "نهيب| بالدول", Urge);
    operative(Ar, "يطلب| إلى الأمين العام", Request);
    preambular(Ar, "وإذ نرصد| المبالغ،", Decide);
}

#[test]
fn an_unknown_preambular_verb_is_recognised_by_its_form() {
    preambular(En, "Juggling| the issues,", Other);
    preambular(Fr, "Jonglant| avec les questions,", Other);
    preambular(Es, "Barajando| las cuestiones,", Other);
    preambular(Ru, "жонглируя| вопросами,", Other);
    preambular(Ar, "وإذ تلاعب| القضايا،", Other);
    preambular(En, "Opening of the session", None);
    operative(En, "Juggling the issues,", None);
}

#[test]
fn prose_has_no_opening_phrase() {
    for register in [Register::Preambular, Register::Operative] {
        check(En, register, "The States Parties shall", None);
        check(Fr, register, "Les États Parties s’engagent", None);
        check(Zh, register, "大会第六十五届会议", None);
        check(En, register, "", None);
    }
}

#[test]
fn a_matter_that_stays_on_the_agenda_is_recognised() {
    classified(En, "Decides to remain actively seized of the matter.", Seized, &[]);
    classified(En, "Decides to review the matter at its eightieth session.", Seized, &[]);
    classified(Fr, "Décide d’inscrire à l’ordre du jour provisoire de sa session", Seized, &[]);
    classified(Es, "Decide, en consecuencia, seguir examinando la cuestión.", Seized, &[]);
    classified(Ru, "постановляет продолжить рассмотрение этого вопроса на своей сессии.", Seized, &[]);
    classified(Ar, "يقرر أن يبقي المسألة قيد نظره.", Seized, &[]);
    classified(Zh, "决定将题为“人权”的项目列入第八十届会议临时议程。", Seized, &[]);
    classified(En, "Decides to establish a fund;", Decide, &[]);
}

#[test]
fn addressees_are_found() {
    classified(
        En,
        "Requests the Secretary-General to report to the General Assembly;",
        Request,
        &["secretary-general"],
    );
    classified(
        En,
        "Urges Member States, relevant organizations of the United Nations system and civil society to act;",
        Urge,
        &["member-states", "un-system", "civil-society"],
    );
    classified(
        Fr,
        "Prie le Secrétaire général de présenter au Conseil un rapport ;",
        Request,
        &["secretary-general"],
    );
    classified(
        Fr,
        "Demande instamment à tous les États et aux donateurs de coopérer ;",
        Urge,
        &["states", "international-community"],
    );
    classified(
        Es,
        "Solicita al Secretario General que presente a la Asamblea",
        Request,
        &["secretary-general"],
    );
    classified(
        Ru,
        "просит Генерального секретаря представить Совету доклад;",
        Request,
        &["secretary-general"],
    );
    classified(
        Ru,
        "настоятельно призывает государства-члены и гражданское общество",
        Urge,
        &["member-states", "civil-society"],
    );
    classified(
        Ar,
        "تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة تقريرا؛",
        Request,
        &["secretary-general"],
    );
    classified(Ar, "تحث الدول الأعضاء على التعاون مع الأمين العام؛", Urge, &["member-states"]);
    classified(Ar, "تهيب بالدول وبالمجتمع المدني أن تتعاون؛", Urge, &["states", "civil-society"]);
    classified(Ar, "تكرر طلبها للدول الأعضاء أن تتعاون؛", Request, &["member-states"]);
    classified(Zh, "请秘书长向大会提交报告；", Request, &["secretary-general"]);
    classified(Zh, "敦促会员国、民间社会和私营部门参与；", Urge, &["member-states", "civil-society"]);
    classified(En, "Notes the work of the Secretary-General;", Note, &[]);
}

#[test]
fn italics_show_where_the_opening_phrase_ends() {
    let text = "Welcomes and encourages the work";
    let found = classify(En, Register::Operative, text, Some("Welcomes and encourages".len()));
    assert_eq!((found.opener, found.action), (23, Some(Welcome)));
    assert_eq!(classify(En, Register::Operative, text, None).opener, 8);
    // A length that cannot be right is ignored.
    assert_eq!(classify(Fr, Register::Operative, "Décide que", Some(2)).opener, 7);
    assert_eq!(classify(Fr, Register::Operative, "Décide que", Some(900)).opener, 7);
}

#[test]
fn a_numbered_recital_is_classified() {
    let found = classify(En, Register::Operative, "Recalling its resolution,", None);
    assert_eq!((found.opener, found.action), (9, Some(Reaffirm)));
}

fn any_language() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::ALL.to_vec())
}

/// Arbitrary text, and texts that begin and continue as real ones do.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = vec![
        "Notes ",
        "with deep",
        " concern",
        "Décide ",
        "à l ’",
        "وإذ ",
        "تشير",
        "، و",
        "回顾",
        "，并",
        "ссылаясь ",
        "\u{301}",
        "\u{640}",
        " ",
        ", and ",
        "in this regard",
        "🙂",
        "\u{a0}",
        "请",
        "также",
    ];
    prop_oneof![
        any::<String>(),
        prop::collection::vec(prop::sample::select(pieces), 0..12).prop_map(|p| p.concat())
    ]
}

proptest! {
    #[test]
    fn any_text_can_be_classified(language in any_language(), text in any_text(), italic in prop::option::of(0..40_usize)) {
        for register in [Register::Preambular, Register::Operative] {
            if let Some(found) = opener(language, register, &text) {
                prop_assert!(found.bytes > 0 && text.is_char_boundary(found.bytes));
            }
            let found = classify(language, register, &text, italic);
            prop_assert!(text.is_char_boundary(found.opener));
        }
    }
}
