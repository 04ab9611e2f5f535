//! Operative paragraphs that are numbered in an unusual form, which only the sequence explains.

use crate::document::{Document, Kind};
use crate::grammar::{Options, parse};

fn read(source: &str) -> Document {
    let document = parse(source, Options::default());
    super::assert_sound("a series", source, &document);
    document
}

/// Anchor, label and words of the clauses of a text and of their sub-paragraphs.
fn clauses(source: &str) -> Vec<String> {
    let document = read(source);
    let of_clause = |kind| {
        matches!(
            kind,
            Kind::Preambular | Kind::Operative | Kind::Subparagraph | Kind::Paragraph | Kind::Section
        )
    };
    document
        .ids()
        .filter(|&id| of_clause(document.node(id).kind))
        .map(|id| format!("{} | {} | {}", document.anchor(id).0, document.label(id), document.body(id)))
        .collect()
}

fn assert_clauses(source: &str, wanted: &[&str]) {
    assert_eq!(clauses(source), wanted, "{source}");
    // The numbers are printed, whatever their form.
    let told = read(source).diagnostics().iter().any(|told| told.code() == "number-inferred");
    assert!(!told, "{source}");
}

const ENGLISH: &str = "The General Assembly,\n\nRecalling its resolution 1/1,\n\n";
const SPANISH: &str = "La Asamblea General,\n\nRecordando su resolución 1/1,\n\n";
const FRENCH: &str = "L’Assemblée générale,\n\nRappelant sa résolution 1/1,\n\n";
const CHINESE: &str = "大会，\n\n回顾其第1/1号决议，\n\n";

#[test]
fn a_full_stop_and_a_dash_number_a_paragraph() {
    assert_clauses(
        &format!(
            "{SPANISH}1.- Decide remar;\n\n2.- Pide a los remeros que informen;\n\n3.- Decide descansar.\n"
        ),
        &[
            "pp1 |  | Recordando su resolución 1/1,",
            "op1 | 1.- | Decide remar;",
            "op2 | 2.- | Pide a los remeros que informen;",
            "op3 | 3.- | Decide descansar.",
        ],
    );
    assert_clauses(
        &format!("{ENGLISH}1.- Decides to row;\n\n2.- Requests a boat.\n"),
        &[
            "pp1 |  | Recalling its resolution 1/1,",
            "op1 | 1.- | Decides to row;",
            "op2 | 2.- | Requests a boat.",
        ],
    );
}

#[test]
fn a_degree_sign_numbers_a_paragraph() {
    assert_clauses(
        &format!(
            "{FRENCH}1° Prend note du canot ;\n\n2° Prie les rameurs :\n\na) de ramer ;\n\nb) de chanter ;\n\n3° Décide d’attendre.\n"
        ),
        &[
            "pp1 |  | Rappelant sa résolution 1/1,",
            "op1 | 1° | Prend note du canot ;",
            "op2 | 2° | Prie les rameurs :",
            "op2(a) | a) | de ramer ;",
            "op2(b) | b) | de chanter ;",
            "op3 | 3° | Décide d’attendre.",
        ],
    );
    assert_clauses(
        &format!("{SPANISH}1º Decide remar;\n\n2º Pide un bote.\n"),
        &["pp1 |  | Recordando su resolución 1/1,", "op1 | 1º | Decide remar;", "op2 | 2º | Pide un bote."],
    );
}

#[test]
fn the_name_of_the_part_may_precede_the_number() {
    assert_clauses(
        "The General Assembly,\n\nPP1 Recalling its boats,\n\nPP2 Noting the river,\n\nOP1 Takes note of the oars;\n\n\
         OP2 Requests a study:\n\nOP2(a) of lakes;\n\nOP2(b) of seas;\n\nOP3 Decides to row.\n",
        &[
            "pp1 | PP1 | Recalling its boats,",
            "pp2 | PP2 | Noting the river,",
            "op1 | OP1 | Takes note of the oars;",
            "op2 | OP2 | Requests a study:",
            "op2(a) | OP2(a) | of lakes;",
            "op2(b) | OP2(b) | of seas;",
            "op3 | OP3 | Decides to row.",
        ],
    );
    for label in ["OP{}:", "OP {}.", "§ {}", "Punto {}."] {
        let one = label.replace("{}", "1");
        let two = label.replace("{}", "2");
        assert_clauses(
            &format!("{SPANISH}{one} Decide remar;\n{two} Pide un bote.\n"),
            &[
                "pp1 |  | Recordando su resolución 1/1,",
                &format!("op1 | {one} | Decide remar;"),
                &format!("op2 | {two} | Pide un bote."),
            ],
        );
    }
}

#[test]
fn a_word_numbers_a_paragraph() {
    assert_clauses(
        &format!("{ENGLISH}First, decides to row;\n\nSecond, requests a boat.\n"),
        &[
            "pp1 |  | Recalling its resolution 1/1,",
            "op1 | First, | decides to row;",
            "op2 | Second, | requests a boat.",
        ],
    );
    assert_clauses(
        &format!("{SPANISH}PRIMERO.- Decide remar;\n\nSEGUNDO.- Pide un bote.\n"),
        &[
            "pp1 |  | Recordando su resolución 1/1,",
            "op1 | PRIMERO.- | Decide remar;",
            "op2 | SEGUNDO.- | Pide un bote.",
        ],
    );
}

#[test]
fn han_numerals_number_paragraphs_or_sections() {
    for gap in ["\n", "\n\n"] {
        let lines = ["一、决定划船；", "二、请船员：", "(一) 提出报告；", "(二) 唱歌；", "三、又决定休息。"];
        assert_clauses(
            &format!("{CHINESE}{}\n", lines.join(gap)),
            &[
                "pp1 |  | 回顾其第1/1号决议，",
                "op1 | 一、 | 决定划船；",
                "op2 | 二、 | 请船员：",
                "op2(i) | (一) | 提出报告；",
                "op2(ii) | (二) | 唱歌；",
                "op3 | 三、 | 又决定休息。",
            ],
        );
    }
    assert_clauses(
        &format!("{CHINESE}（一）决定划船；\n\n（二）请船员报告。\n"),
        &["pp1 |  | 回顾其第1/1号决议，", "op1 | （一） | 决定划船；", "op2 | （二） | 请船员报告。"],
    );
    // Titles of sections may begin with a verb too.
    let sections =
        clauses(&format!("{CHINESE}一、强调河流\n\n1. 决定划船；\n\n二、请求湖泊\n\n1. 请船员报告。\n"));
    assert!(sections.iter().any(|clause| clause == "II.op1 | 1. | 请船员报告。"), "{sections:?}");
}

#[test]
fn brackets_number_paragraphs_where_no_list_is_announced() {
    assert_clauses(
        &format!(
            "{ENGLISH}1) Takes note of the boat;\n\n2) Requests a study:\n\ni. of lakes;\n\nii. of seas;\n\n3) Decides to row.\n"
        ),
        &[
            "pp1 |  | Recalling its resolution 1/1,",
            "op1 | 1) | Takes note of the boat;",
            "op2 | 2) | Requests a study:",
            "op2(i) | i. | of lakes;",
            "op2(ii) | ii. | of seas;",
            "op3 | 3) | Decides to row.",
        ],
    );
    assert_clauses(
        &format!(
            "{FRENCH}1) Décide de ramer ;\n\n2) Prie les rameurs :\n\na) de chanter ;\n\n3) Décide d’attendre.\n"
        ),
        &[
            "pp1 |  | Rappelant sa résolution 1/1,",
            "op1 | 1) | Décide de ramer ;",
            "op2 | 2) | Prie les rameurs :",
            "op2(a) | a) | de chanter ;",
            "op3 | 3) | Décide d’attendre.",
        ],
    );
    // Below a plain number they are a list, even with verbs.
    assert_clauses(
        &format!(
            "{ENGLISH}1. Decides that the crew:\n\n1) Requests boats;\n\n2) Decides to row;\n\n2. Urges haste.\n"
        ),
        &[
            "pp1 |  | Recalling its resolution 1/1,",
            "op1 | 1. | Decides that the crew:",
            "op1(1) | 1) | Requests boats;",
            "op1(2) | 2) | Decides to row;",
            "op2 | 2. | Urges haste.",
        ],
    );
}

#[test]
fn roman_numerals_number_paragraphs_when_verbs_follow_them() {
    assert_clauses(
        "The Youth Council,\n\nAlarmed by the flood,\nKeeping in mind the tides,\n\nI. Calls upon all crews to:\n\
         A. Mend the dams,\nB. Form teams such as:\n1. day teams,\n2. night teams;\nC. Rest,\n\
         II. Encourages rowers to:\nA. sing,\nB. dance;\nIII. Decides to row.\n",
        &[
            "pp1 |  | Alarmed by the flood,",
            "pp2 |  | Keeping in mind the tides,",
            "op1 | I. | Calls upon all crews to:",
            "op1(A) | A. | Mend the dams,",
            "op1(B) | B. | Form teams such as:",
            "1 | 1. | day teams,",
            "2 | 2. | night teams;",
            "op1(C) | C. | Rest,",
            "op2 | II. | Encourages rowers to:",
            "op2(A) | A. | sing,",
            "op2(B) | B. | dance;",
            "op3 | III. | Decides to row.",
        ],
    );
    assert_clauses(
        &format!(
            "{FRENCH}I. Prie les rameurs :\n\nA. de chanter,\n\nB. de ramer ;\n\nII. Décide d’attendre.\n"
        ),
        &[
            "pp1 |  | Rappelant sa résolution 1/1,",
            "op1 | I. | Prie les rameurs :",
            "op1(A) | A. | de chanter,",
            "op1(B) | B. | de ramer ;",
            "op2 | II. | Décide d’attendre.",
        ],
    );
    // Sections contain numbered paragraphs, or their titles have no end mark.
    let sections = clauses(&format!(
        "{ENGLISH}I. Requests of rowers\n\n1. Decides to row;\n\nII. Notes of singers\n\n1. Urges crews to sing.\n"
    ));
    assert!(sections.iter().any(|clause| clause == "II.op1 | 1. | Urges crews to sing."), "{sections:?}");
}

/// The message of each diagnostic.
fn told(source: &str) -> Vec<String> {
    read(source).diagnostics().iter().map(crate::document::Diagnostic::message).collect()
}

#[test]
fn targets_and_the_headings_of_goals_begin_on_lines_of_their_own() {
    let english = clauses(
        "The General Assembly\nAdopts the following outcome document:\n\nGoal 1. Mend all boats everywhere\n\
         1.1 By 2090, mend the boats of all who row on rivers and on lakes everywhere\n\
         1.2 By 2090, mend at least half the number of boats of women, men and children who row\n\
         1.a Ensure that there is wood from a variety of forests\n1.b Create sound yards at every level\n\
         Goal 2. Teach all rowers\n2.1 By 2090, teach all who row on rivers and on lakes\n2.a Train teachers in all yards\n",
    );
    assert!(
        english
            .iter()
            .any(|line| line.ends_with("| 1.a | Ensure that there is wood from a variety of forests"))
    );
    assert!(
        english.iter().any(|line| line.ends_with("| 1.b | Create sound yards at every level")),
        "{english:?}"
    );
    assert!(english.iter().any(|line| line.ends_with("| 2.a | Train teachers in all yards")), "{english:?}");
    let french = clauses(
        "L’Assemblée générale\nAdopte le document suivant :\n\nObjectif 1. Réparer tous les canots\n\
         1.1 D’ici à 2090, réparer les canots de tous ceux qui rament sur les rivières\n\
         1.2 D’ici à 2090, réparer la moitié au moins des canots des femmes et des enfants qui rament\n\
         1.a Garantir le bois de diverses forêts\nObjectif 2. Former les rameurs\n2.1 D’ici à 2090, former tous ceux qui rament\n",
    );
    assert!(
        french.iter().any(|line| line.ends_with("| 1.a | Garantir le bois de diverses forêts")),
        "{french:?}"
    );
    assert!(french.iter().any(|line| line.ends_with("| 2.1 | D’ici à 2090, former tous ceux qui rament")));
}

#[test]
fn letters_of_a_statement_are_sub_paragraphs() {
    assert_clauses(
        "S/PRST/2090/1\n\nAt the 9999th meeting of the Security Council, the President of the Security Council made the \
         following statement on behalf of the Council:\n\n\"The Security Council notes the rise of:\n\n\"(a) Rivers;\n\
         \"(b) Lakes.\n\n\"The Security Council welcomes boats.\"\n",
        &[
            "op1 |  | \"The Security Council notes the rise of:",
            "op1(a) | \"(a) | Rivers;",
            "op1(b) | \"(b) | Lakes.",
            "op2 |  | \"The Security Council welcomes boats.\"",
        ],
    );
    assert_clauses(
        "S/PRST/2090/1\n\nÀ la 9999e séance du Conseil de sécurité, son président a fait la déclaration suivante :\n\n\
         « Le Conseil de sécurité prend note :\n\n« a) Des rivières ;\n\n« b) Des lacs.\n\n« Le Conseil de sécurité salue les canots. »\n",
        &[
            "op1 |  | « Le Conseil de sécurité prend note :",
            "op1(a) | « a) | Des rivières ;",
            "op1(b) | « b) | Des lacs.",
            "op2 |  | « Le Conseil de sécurité salue les canots. »",
        ],
    );
}

#[test]
fn letters_with_operative_verbs_are_the_operative_part_of_a_decision() {
    assert_clauses(
        &format!(
            "{ENGLISH}Recalling the wish of the rowers to meet again:\n\n(a) Expresses its gratitude to the crews;\n\n(b) Endorses the plan.\n"
        ),
        &[
            "pp1 |  | Recalling its resolution 1/1,",
            "pp2 |  | Recalling the wish of the rowers to meet again:",
            "(a) | (a) | Expresses its gratitude to the crews;",
            "(b) | (b) | Endorses the plan.",
        ],
    );
    assert_clauses(
        &format!("{SPANISH}a) Decide remar;\n\nb) Pide un bote.\n"),
        &["pp1 |  | Recordando su resolución 1/1,", "(a) | a) | Decide remar;", "(b) | b) | Pide un bote."],
    );
    // Above a number they are a list of the preamble.
    let list = clauses(&format!(
        "{SPANISH}Recordando:\n\na) Decide remar,\n\nb) Pide un bote,\n\n1. Decide descansar.\n"
    ));
    assert!(list.iter().any(|clause| clause.starts_with("pp2(b) | b)")), "{list:?}");
}

#[test]
fn a_label_out_of_sequence_is_reported_and_not_counted() {
    for (opening, first, second) in
        [(ENGLISH, "Decides to row;", "Requests a boat."), (SPANISH, "Decide remar;", "Pide un bote.")]
    {
        let source = format!("{opening}1.1 {first}\n\na.7 {second}\n");
        let clauses = clauses(&source);
        assert!(clauses.iter().any(|clause| clause.ends_with(&format!("| 1.1 | {first}"))), "{clauses:?}");
        assert!(clauses.iter().any(|clause| clause.ends_with(&format!("|  | a.7 {second}"))), "{clauses:?}");
        assert!(!clauses.iter().any(|clause| clause.starts_with("op")), "{clauses:?}");
        let told = told(&source);
        assert!(told.iter().any(|told| told.starts_with("\"1.1\" numbers no paragraph")), "{told:?}");
        assert!(told.iter().any(|told| told.starts_with("\"a.7\" numbers no paragraph")), "{told:?}");
    }
}
