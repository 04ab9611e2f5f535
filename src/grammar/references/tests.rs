//! One check for each rule of references and for each language.

use super::*;
use Language::{Ar, En, Es, Fr, Ru, Zh};
use Organ::{GeneralAssembly as Ga, SecurityCouncil as Sc};

/// The target of a reference on one line.
fn told(target: &Target) -> String {
    let place =
        |paragraph: &Option<String>| paragraph.as_ref().map_or(String::new(), |place| format!(" #{place}"));
    match target {
        Target::Resolution { symbol, paragraph } | Target::Document { symbol, paragraph } => {
            format!("{symbol}{}", place(paragraph))
        }
        Target::Decision { symbol } => symbol.clone(),
        Target::Own { paragraph } => format!("#{paragraph}"),
        Target::Charter { article, paragraph } => format!("Charter {article}{}", place(paragraph)),
        Target::Note { marker } => format!("note {marker}"),
    }
}

/// Checks the references of a text; each expected line is "words => target".
fn check_of(organ: Organ, language: Language, text: &str, expected: &[&str]) {
    let mut out = Vec::new();
    find(text, 100, Context { language, organ: Some(organ) }, &mut out);
    let found: Vec<String> = out
        .iter()
        .map(|reference| {
            let range = reference.span.range();
            format!(
                "{} => {}",
                text.get(range.start - 100..range.end - 100).unwrap(),
                told(&reference.target)
            )
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

fn check(language: Language, text: &str, expected: &[&str]) {
    check_of(Ga, language, text, expected);
}

#[test]
fn a_resolution_after_its_word() {
    let expected = &["64/171 => A/RES/64/171"];
    check(En, "Recalling its resolution 64/171¹ of 18 December 2009,", expected);
    check(Fr, "Rappelant sa résolution 64/171² du 18 décembre 2009,", expected);
    check(Es, "Recordando su resolución 64/171, de 18 de diciembre de 2009,", expected);
    check(Ru, "ссылаясь на свою резолюцию 64/171 от 18 декабря 2009 года,", expected);
    check(Ar, "وإذ تشير إلى قرارها 64/171 المؤرخ 18 كانون الأول/ديسمبر 2009،", expected);
    check(Zh, "回顾其2009年12月18日第64/171号决议，", expected);
}

#[test]
fn a_list_of_resolutions() {
    let expected = &["64/171 => A/RES/64/171", "63/180 => A/RES/63/180", "58/1 B => A/RES/58/1 B"];
    check(En, "its resolutions 64/171 of 18 December 2009, 63/180 and 58/1 B,", expected);
    check(Fr, "ses résolutions 64/171 du 18 décembre 2009, 63/180 et 58/1 B,", expected);
    check(Es, "sus resoluciones 64/171, de 18 de diciembre de 2009, 63/180 y 58/1 B,", expected);
    check(Ru, "свои резолюции 64/171 от 18 декабря 2009 года, 63/180 и 58/1 B,", expected);
    check(Zh, "其2009年12月18日第64/171号、第63/180号和第58/1 B号决议，", expected);
    let arabic = &["64/171 => A/RES/64/171", "63/180 => A/RES/63/180", "58/1 باء => A/RES/58/1 B"];
    check(Ar, "قراراتها 64/171 المؤرخ 18 كانون الأول/ديسمبر 2009 و 63/180 و 58/1 باء،", arabic);
}

#[test]
fn the_council_may_leave_out_the_year() {
    let expected = &["1701 => S/RES/1701 (2006)"];
    check_of(Sc, En, "in line with resolution 1701, to take measures", expected);
    check_of(Sc, Fr, "conformément à la résolution 1701, des mesures", expected);
    check_of(Sc, Es, "en consonancia con la resolución 1701, medidas", expected);
    check_of(Sc, Ru, "в соответствии с резолюцией 1701 меры", expected);
    check_of(Sc, Ar, "تمشيا مع القرار 1701، تدابير", expected);
    check_of(Sc, Zh, "根据第1701号决议采取措施", expected);
    check(En, "Security Council resolution 1701", expected);
    check_of(
        Sc,
        En,
        "resolutions 2250 and 2419;",
        &["2250 => S/RES/2250 (2015)", "2419 => S/RES/2419 (2018)"],
    );
    check_of(
        Sc,
        En,
        "as set forth in paragraph 6 of Resolution 2360, expresses",
        &["paragraph 6 => S/RES/2360 (2017) #op6", "2360 => S/RES/2360 (2017)"],
    );
    check(En, "its resolution 1701, to take measures", &[]);
    check_of(Sc, En, "resolution 1701/2, decision 1701, resolution of 1701, resolution 9999", &[]);
    check_of(Sc, En, "its resolution, with 1701 posts and 2419 others", &[]);
}

#[test]
fn a_resolution_of_the_environment_assembly_is_told_by_its_name() {
    let expected = &["5/14 => UNEP/EA.5/Res.14"];
    check(En, "Recalling United Nations Environment Assembly resolution 5/14,", expected);
    check(En, "resolution 5/14 of 2 March 2022 of the United Nations Environment Assembly", expected);
    check(
        En,
        "the Environment Assembly, in paragraph 2 of its resolution 5/14",
        &["paragraph 2 => UNEP/EA.5/Res.14 #op2", "5/14 => UNEP/EA.5/Res.14"],
    );
    check(Fr, "la résolution 5/14 de l’Assemblée des Nations Unies pour l’environnement", expected);
    check(Es, "la resolución 5/14 de la Asamblea de las Naciones Unidas sobre el Medio Ambiente", expected);
    check(Ru, "резолюцией 5/14 Ассамблеи Организации Объединенных Наций по окружающей среде", expected);
    check(Ar, "قرار جمعية الأمم المتحدة للبيئة 5/14", expected);
    check(Zh, "联合国环境大会第5/14号决议", expected);
}

#[test]
fn letters_of_parts() {
    check(En, "resolutions 43/222 A to E of 1988", &["43/222 A to E => A/RES/43/222 A-E"]);
    check(Fr, "les résolutions 43/222 A à E", &["43/222 A à E => A/RES/43/222 A-E"]);
    check(Es, "resoluciones 43/222 A a E", &["43/222 A a E => A/RES/43/222 A-E"]);
    check(Ru, "резолюции 43/222 А–Е", &["43/222 А–Е => A/RES/43/222 A-E"]);
    check(Ar, "القرارات 43/222 ألف إلى هاء", &["43/222 ألف إلى هاء => A/RES/43/222 A-E"]);
    check(Zh, "第43/222 A至E号决议", &["43/222 A至E => A/RES/43/222 A-E"]);
}

#[test]
fn old_resolutions_have_sessions_in_roman_numerals() {
    let expected = &["217 A (III) => A/RES/217 (III) A"];
    check(En, "Resolution 217 A (III).", expected);
    check(Fr, "Voir résolution 217 A (III).", expected);
    check(Es, "Resolución 217 A (III).", expected);
    check(Ru, "Резолюция 217 A (III).", expected);
    check(Zh, "第217 A (III)号决议。", expected);
    check(Ar, "القرار 217 ألف (د - 3).", &["217 ألف (د - 3) => A/RES/217 (III) A"]);
    check(En, "Resolution 3201 (S-VI).", &["3201 (S-VI) => A/RES/3201 (S-VI)"]);
    check(En, "resolution S-27/2, annex", &["S-27/2 => A/RES/S-27/2"]);
    check(Ar, "القرار دإ-27/2، المرفق", &["دإ-27/2 => A/RES/S-27/2"]);
}

#[test]
fn security_council_numbers_have_years() {
    let expected = &["1267 (1999) => S/RES/1267 (1999)", "1989 (2011) => S/RES/1989 (2011)"];
    check(En, "Security Council resolutions 1267 (1999) and 1989 (2011),", expected);
    check(Fr, "les résolutions 1267 (1999) et 1989 (2011) du Conseil", expected);
    check(Es, "las resoluciones 1267 (1999) y 1989 (2011),", expected);
    check(Ru, "резолюции 1267 (1999) и 1989 (2011),", expected);
    check(Ar, "قراري مجلس الأمن 1267 (1999) و 1989 (2011)،", expected);
    check(
        Zh,
        "第1267(1999)和1989(2011)号决议",
        &["1267(1999) => S/RES/1267 (1999)", "1989(2011) => S/RES/1989 (2011)"],
    );
}

#[test]
fn the_human_rights_council_must_be_named() {
    let expected = &["13/23 => A/HRC/RES/13/23"];
    check(En, "Human Rights Council resolution 13/23 of 26 March 2010,", expected);
    check(Fr, "la résolution 13/23 du Conseil des droits de l'homme, en date du 26 mars 2010³,", expected);
    check(Es, "la resolución 13/23 del Consejo de Derechos Humanos,", expected);
    check(Ru, "резолюцию 13/23 Совета по правам человека от 26 марта 2010 года,", expected);
    check(Ar, "قرار مجلس حقوق الإنسان 13/23 المؤرخ 26 آذار/مارس 2010،", expected);
    check(Zh, "人权理事会2010年3月26日第13/23号决议，", expected);
    check(
        Fr,
        "les résolutions 12/1 et 13/23 du Conseil des droits de l’homme",
        &["12/1 => A/HRC/RES/12/1", "13/23 => A/HRC/RES/13/23"],
    );
}

#[test]
fn the_date_tells_the_assembly_from_the_human_rights_council() {
    check(
        En,
        "resolutions 49/23 of 1 April 2022 and 49/2 of 15 December 1994",
        &["49/23 => A/HRC/RES/49/23", "49/2 => A/RES/49/2"],
    );
    check(Fr, "la résolution 31/18 du Conseil, en date du 23 mars 2016¹,", &["31/18 => A/HRC/RES/31/18"]);
    // Neither the Assembly nor the Council: a commission that is not named here.
    check(Fr, "sa résolution 25/1 du 27 mai 2016,", &[]);
    check(En, "document LC 45/18 and the decision", &[]);
}

#[test]
fn preambular_paragraphs_of_other_resolutions() {
    check(
        En,
        "the third preambular paragraph of resolution 64/171 and the fourth preambular paragraph,",
        &[
            "third preambular paragraph => A/RES/64/171 #pp3",
            "64/171 => A/RES/64/171",
            "fourth preambular paragraph => #pp4",
        ],
    );
}

#[test]
fn four_digits_before_the_slash_are_a_year() {
    check(En, "Economic and Social Council resolution 2010/1 of", &["2010/1 => E/RES/2010/1"]);
    check(
        Fr,
        "la Sous-Commission a adopté, à sa session, la résolution 2000/22, en date",
        &["2000/22 => E/CN.4/Sub.2/RES/2000/22"],
    );
    check(En, "Commission on Human Rights resolution 2005/80", &["2005/80 => E/CN.4/RES/2005/80"]);
}

#[test]
fn decisions() {
    let expected = &["65/501 => A/DEC/65/501"];
    check(En, "its decision 65/501 of 2010", expected);
    check(Fr, "sa décision 65/501", expected);
    check(Es, "su decisión 65/501", expected);
    check(Ru, "решение 65/501", expected);
    check(Ar, "مقررها 65/501", expected);
    check(Zh, "第65/501号决定", expected);
}

#[test]
fn symbols() {
    check(Fr, "(A/65/456/Add.2 (Part II))", &["A/65/456/Add.2 (Part II) => A/65/456/Add.2 (Part II)"]);
    check(En, "(A/65/L.45 and Add.1)", &["A/65/L.45 => A/65/L.45", "Add.1 => A/65/L.45/Add.1"]);
    check(
        Fr,
        "Voir E/CN.4/2001/2-E/CN.4/Sub.2/2000/46, chap. II.",
        &["E/CN.4/2001/2 => E/CN.4/2001/2", "E/CN.4/Sub.2/2000/46 => E/CN.4/Sub.2/2000/46"],
    );
    check(En, "See A/65/456, para. 7.", &["A/65/456 => A/65/456", "para. 7 => A/65/456 #7"]);
}

#[test]
fn paragraphs_of_this_text() {
    check(En, "referred to in paragraph 3 above,", &["paragraph 3 => #op3"]);
    check(En, "paragraphs 9 and 11 (b) below", &["paragraphs 9 => #op9", "11 (b) => #op11(b)"]);
    check(Fr, "visés aux paragraphes 9 et 11 ci-dessus,", &["paragraphes 9 => #op9", "11 => #op11"]);
    check(Fr, "à l’alinéa b) du paragraphe 2 ci-dessus", &["alinéa b) du paragraphe 2 => #op2(b)"]);
    check(Es, "en los párrafos 9 y 11 supra,", &["párrafos 9 => #op9", "11 => #op11"]);
    check(Ru, "в пункте 3 выше", &["пункте 3 => #op3"]);
    check(Ru, "в подпункте (е) пункта 2 выше", &["подпункте (е) пункта 2 => #op2(e)"]);
    check(Ar, "في الفقرة 3 أعلاه", &["الفقرة 3 => #op3"]);
    check(Ar, "في الفقرتين 9 و 11 أدناه", &["الفقرتين 9 => #op9", "11 => #op11"]);
    check(En, "as set out in paragraph 3;", &["paragraph 3 => #op3"]);
    check(Fr, "énoncées au paragraphe 2 de la présente résolution", &["paragraphe 2 => #op2"]);
    check(Zh, "上文第3段", &["第3段 => #op3"]);
    check(Zh, "上文第9和11段", &["第9 => #op9", "11段 => #op11"]);
}

#[test]
fn sub_paragraphs() {
    check(En, "paragraph 2 (e) above", &["paragraph 2 (e) => #op2(e)"]);
    check(
        En,
        "paragraphs 4 (a) and (b) (ii) above",
        &["paragraphs 4 (a) => #op4(a)", "(b) (ii) => #op4(b)(ii)"],
    );
    check(Fr, "paragraphe 2 e) ci-dessus", &["paragraphe 2 e) => #op2(e)"]);
    check(Ru, "пункте 2 е) выше", &["пункте 2 е) => #op2(e)"]);
    check(Ar, "الفقرة 2 (هـ) أعلاه", &["الفقرة 2 (هـ) => #op2(e)"]);
    check(Zh, "上文第2(e)段", &["第2(e)段 => #op2(e)"]);
}

#[test]
fn paragraphs_of_other_resolutions() {
    let found = |words: &str, number: &str| {
        [format!("{words} => S/RES/2169 (2014) #op5"), format!("{number} => S/RES/2169 (2014)")]
    };
    let check = |language, text: &str, words: &str| {
        let expected = found(words, "2169 (2014)");
        check_of(Sc, language, text, &expected.each_ref().map(String::as_str));
    };
    check(En, "in paragraph 5 of its resolution 2169 (2014),", "paragraph 5");
    check(Fr, "au paragraphe 5 de la résolution 2169 (2014),", "paragraphe 5");
    check(Es, "en el párrafo 5 de la resolución 2169 (2014),", "párrafo 5");
    check(Ru, "в пункте 5 резолюции 2169 (2014),", "пункте 5");
    check(Ar, "في الفقرة 5 من القرار 2169 (2014)،", "الفقرة 5");
    check_of(
        Sc,
        Zh,
        "第2169(2014)号决议第5段",
        &["2169(2014) => S/RES/2169 (2014)", "第5段 => S/RES/2169 (2014) #op5"],
    );
    check_of(Sc, En, "paragraph 5 of the report (S/2015/123)", &["S/2015/123 => S/2015/123"]);
}

#[test]
fn preambular_paragraphs() {
    check(En, "the eighth preambular paragraph", &["eighth preambular paragraph => #pp8"]);
    check(Fr, "au huitième alinéa du préambule", &["huitième alinéa du préambule => #pp8"]);
    check(Es, "el octavo párrafo del preámbulo", &["octavo párrafo del preámbulo => #pp8"]);
    check(Es, "el párrafo octavo del preámbulo", &["octavo del preámbulo => #pp8"]);
    check(Ru, "восьмой пункт преамбулы", &["восьмой пункт преамбулы => #pp8"]);
    check(Ar, "الفقرة الثامنة من الديباجة", &["الثامنة من الديباجة => #pp8"]);
    check(Zh, "序言部分第8段", &["序言部分第8段 => #pp8"]);
    check(Zh, "序言部分第八段", &["序言部分第八段 => #pp8"]);
}

#[test]
fn the_charter() {
    let article = "Charter Article 33 #2";
    check(
        En,
        "under Article 33, paragraph 2, of the Charter",
        &[&format!("Article 33, paragraph 2 => {article}")],
    );
    check(
        Fr,
        "le paragraphe 2 de son Article 33",
        &[&format!("paragraphe 2 => {article}"), "Article 33 => Charter Article 33"],
    );
    check(
        Es,
        "el párrafo 2 del Artículo 33 de la Carta",
        &[&format!("párrafo 2 => {article}"), "Artículo 33 => Charter Article 33"],
    );
    check(
        Ru,
        "пункт 2 статьи 33 Устава",
        &[&format!("пункт 2 => {article}"), "статьи 33 => Charter Article 33"],
    );
    check(
        Ar,
        "الفقرة 2 من المادة 33 من الميثاق",
        &[&format!("الفقرة 2 => {article}"), "المادة 33 => Charter Article 33"],
    );
    check(Zh, "《联合国宪章》第三十三条第二项", &[&format!("第三十三条第二项 => {article}")]);
    check(
        En,
        "in Articles 55 and 56 of the Charter",
        &["Articles 55 => Charter Article 55", "56 => Charter Article 56"],
    );
}

#[test]
fn chapters_of_the_charter() {
    check_of(Sc, En, "Acting under Chapter VII of the Charter,", &["Chapter VII => Charter Chapter VII"]);
    check_of(
        Sc,
        Fr,
        "Agissant en vertu du Chapitre VII de la Charte,",
        &["Chapitre VII => Charter Chapter VII"],
    );
    check_of(
        Sc,
        Es,
        "Actuando en virtud del Capítulo VII de la Carta,",
        &["Capítulo VII => Charter Chapter VII"],
    );
    check_of(Sc, Ru, "действуя на основании главы VII Устава,", &["главы VII => Charter Chapter VII"]);
    check_of(
        Sc,
        Ar,
        "وإذ يتصرف بموجب الفصل السابع من ميثاق الأمم المتحدة،",
        &["الفصل السابع => Charter Chapter VII"],
    );
    check_of(Sc, Zh, "根据《联合国宪章》第七章采取行动，", &["第七章 => Charter Chapter VII"]);
}

#[test]
fn notes_of_this_text() {
    check(En, "See note 3.", &["3 => note 3"]);
    check(Fr, "Voir note 3.", &["3 => note 3"]);
    check(Es, "Véase la nota 3.", &["3 => note 3"]);
    check(Ru, "См. сноску 3.", &["3 => note 3"]);
    check(Ar, "انظر الحاشية 3.", &["3 => note 3"]);
    check(Zh, "见脚注3。", &["3 => note 3"]);
}

#[test]
fn what_only_looks_like_a_reference_is_none() {
    for text in [
        "by 3.5 per cent, or 2/3 of the membership, on 12/10/2009,",
        "the decision by a 2/3 majority of the 193 Members",
        "65/218. Enhancement of international cooperation",
        "article 5 of the Covenant and Article 5 of the Covenant",
        "HIV/AIDS, the biennium 2018/19 and the 2030 Agenda",
        "paragraph 5 of the report of the Secretary-General",
        "800 (2019) people",
        "Chapter III of the report",
        "under article 12, paragraph 2, of the Rome Statute",
        "Ibid., para. 18; see also chap. IV, para. 24.",
    ] {
        check(En, text, &[]);
    }
    check(Ar, "تحقيق الاستقرار 64/171", &[]);
    check(Fr, "résolution adoptée par 2/3 des voix, soit 64 %", &[]);
}

proptest::proptest! {
    #[test]
    fn any_string_can_be_read(
        text in "(resolution |paragraph |[0-9]{1,4}|/|\\(|\\)| |-|Article |第|号决议|段|宪章|قرار|الفقرة|د|و|пункт |резолюции |²|alinéa |du préambule|A/|\\PC){0,30}",
    ) {
        for language in Language::ALL {
            let mut out = Vec::new();
            find(&text, 0, Context { language, organ: None }, &mut out);
            for reference in &out {
                proptest::prop_assert!(text.get(reference.span.range()).is_some_and(|words| !words.is_empty()));
            }
            proptest::prop_assert!(out.is_sorted_by_key(|reference| reference.span.start));
        }
    }
}
