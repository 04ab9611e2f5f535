//! Requests in the six languages.

use super::*;
use crate::grammar::{Options, parse};

/// The requests of the first operative paragraph: action, addressees, what, deadlines and recipients.
fn asked(language: Language, organ: &str, paragraph: &str) -> String {
    let text = format!("A/RES/79/7\n\n{organ}\n\n1. {paragraph}\n");
    let document = parse(&text, Options { language: Some(language) });
    let op1 = document.ids().find(|&id| document.node(id).kind == Kind::Operative).unwrap();
    let shown = requests(&document)(op1).into_iter().map(|request| {
        let by: Vec<_> = request.addressees.keys().collect();
        let due: Vec<_> =
            request.deadlines.iter().map(|due| due.resolved.as_deref().unwrap_or("?")).collect();
        let (code, what) = (request.action.code(), request.what.code());
        format!("{code} {} {what} {} {}", by.join("+"), due.join("+"), request.to.join("+"))
    });
    shown.collect::<Vec<_>>().join("; ")
}

#[test]
fn a_report_for_a_session_is_asked_for_in_six_languages() {
    for (language, organ, paragraph) in [
        (
            Language::En,
            "The General Assembly,",
            "Requests the Secretary-General, in consultation with Member States, to report on tides to the General Assembly at its eighty-first session;",
        ),
        (
            Language::Fr,
            "L’Assemblée générale,",
            "Prie le Secrétaire général de lui présenter, à sa quatre-vingt-unième session, un rapport sur les marées ;",
        ),
        (
            Language::Es,
            "La Asamblea General,",
            "Solicita al Secretario General que en su octogésimo primer período de sesiones le presente un informe sobre las mareas;",
        ),
        (
            Language::Ru,
            "Генеральная Ассамблея,",
            "просит Генерального секретаря представить Генеральной Ассамблее на ее восемьдесят первой сессии доклад о приливах;",
        ),
        (
            Language::Ar,
            "إن الجمعية العامة،",
            "تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها الحادية والثمانين تقريرا عن المد؛",
        ),
        (Language::Zh, "大会，", "请秘书长向大会第八十一届会议提交一份关于潮汐的报告；"),
    ] {
        assert_eq!(
            asked(language, organ, paragraph),
            "REQUEST secretary-general report GA81 GA",
            "{paragraph}"
        );
    }
}

#[test]
fn every_request_of_a_paragraph_is_found() {
    let english = |paragraph| asked(Language::En, "The General Assembly,", paragraph);
    assert_eq!(
        english(
            "Welcomes the tide tables, requests the Secretary-General to brief Member States, and invites States to \
             measure their tides by 31 March 2026."
        ),
        "REQUEST secretary-general brief  GA; INVITE states act 2026-03-31 "
    );
    assert_eq!(
        english("Requests the Secretary-General to report every six months, and encourages him to go on."),
        "REQUEST secretary-general report P6M GA; INVITE secretary-general act  "
    );
    assert_eq!(english("Takes note of the report that was submitted at its last session."), "");
    assert_eq!(
        english("Decides to include in the provisional agenda of its eightieth session an item on tides."),
        "SEIZED  agenda GA80 "
    );
}

#[test]
fn in_chinese_a_verb_of_what_is_asked_for_is_not_one_of_the_organ() {
    let chinese = |paragraph| asked(Language::Zh, "大会，", paragraph);
    assert_eq!(
        chinese("请秘书长开展潮汐测量，并促请会员国和各实体提供海图，支持这项工作；"),
        "REQUEST secretary-general act  ; URGE member-states+un-system resources  "
    );
    assert_eq!(chinese("请秘书长在其报告中列入潮汐资料；"), "REQUEST secretary-general act  ");
}

#[test]
fn nobody_is_asked_who_is_only_named_in_what_is_asked_for() {
    let cases = [
        (
            Language::En,
            "The General Assembly,",
            "Calls for the convening of a conference of the United Nations on tides;",
            "URGE  act  ",
        ),
        (
            Language::Fr,
            "L’Assemblée générale,",
            "Prie sa présidence de dresser une liste de représentants d’organisations non gouvernementales ;",
            "REQUEST organ act  ",
        ),
        (
            Language::Ru,
            "Генеральная Ассамблея,",
            "просит Генерального секретаря довести настоящую резолюцию до сведения государств-членов и организаций;",
            "REQUEST secretary-general transmit  ",
        ),
        (
            Language::Zh,
            "大会，",
            "呼吁缔结一项关于无潮汐国家的国际法律文书，并促请所有国家尽快批准；",
            "URGE  act  ; URGE states act  ",
        ),
        (
            Language::Zh,
            "大会，",
            "鼓励《联合国潮汐公约》缔约国以及民间社会测量潮汐；",
            "INVITE parties+civil-society act  ",
        ),
    ];
    for (language, organ, paragraph, expected) in cases {
        assert_eq!(asked(language, organ, paragraph), expected, "{paragraph}");
    }
}

#[test]
fn a_session_of_another_body_is_not_resolved_as_one_of_the_organ() {
    let english = |paragraph| asked(Language::En, "The General Assembly,", paragraph);
    assert_eq!(
        english(
            "Requests the Secretary-General to brief the Special Committee at its next session on tides."
        ),
        "REQUEST secretary-general brief ? GA"
    );
    assert_eq!(
        english("Requests the Secretary-General to forward this report to the Committee."),
        "REQUEST secretary-general transmit  "
    );
}
