//! The message catalogue: all languages have the same messages, and the parts of Fluent in use work.

use crate::harness::{Harness, parse};
use icu_plurals::{PluralCategory, PluralRules};
use plenary::document::Language;
use plenary::internals::{Bidi, Settings, width};
use std::fs;

#[path = "../../build/messages.rs"]
mod catalogue;

use catalogue::{Form, Kind, Message, Part};

fn files() -> Vec<(&'static str, String)> {
    let path = |code: &str| format!("{}/src/messages/{code}.ftl", env!("CARGO_MANIFEST_DIR"));
    Language::ALL.map(|language| (language.code(), fs::read_to_string(path(language.code())).unwrap())).into()
}

fn messages() -> Vec<Message> {
    catalogue::read(&files()).unwrap_or_else(|error| panic!("{error}"))
}

/// The text of a message; an argument is its name, and a choice its last form.
fn plain(parts: &[Part]) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) | Part::Argument(text) => text.clone(),
        Part::Choice(_, forms) => forms.last().map(|(_, parts)| plain(parts)).unwrap_or_default(),
    };
    parts.iter().map(part).collect()
}

fn choices<'m>(parts: &'m [Part], found: &mut Vec<&'m [(Form, Vec<Part>)]>) {
    for part in parts {
        if let Part::Choice(_, forms) = part {
            found.push(forms);
            for (_, parts) in forms {
                choices(parts, found);
            }
        }
    }
}

#[test]
fn every_language_has_every_message_with_the_same_arguments() {
    let messages = messages();
    assert!(messages.len() > 200, "{} messages", messages.len());
    for message in &messages {
        assert_eq!(message.texts.len(), Language::ALL.len(), "{}", message.id);
        for (text, language) in message.texts.iter().zip(Language::ALL) {
            assert!(!plain(text).is_empty(), "{} is empty in {}", message.id, language.code());
        }
    }
}

#[test]
fn a_message_that_is_missing_or_has_other_arguments_is_an_error() {
    let read = |english: &str, french: &str| {
        catalogue::read(&[("en", english.to_owned()), ("fr", french.to_owned())]).map(|all| all.len())
    };
    let count = "# $count (Number): how many\nn = { $count } notes\n";
    assert_eq!(read("a = A\n", "a = À\n"), Ok(1));
    for (english, french, error) in [
        ("a = A\nb = B\n", "a = À\n", "src/messages/fr.ftl: b: is missing"),
        ("a = A\n", "a = À\nc = C\n", "src/messages/fr.ftl: c is not a message of src/messages/en.ftl"),
        (count, "n = notes\n", "src/messages/fr.ftl: n: $count does not stand in it"),
        (
            count,
            "n = { $count } { $more }\n",
            "src/messages/fr.ftl: n: $more is not named in the comment above the English message",
        ),
        ("a = A\na = B\n", "a = À\n", "src/messages/en.ftl: a: stands twice"),
    ] {
        assert_eq!(read(english, french), Err(error.to_owned()));
    }
}

#[test]
fn numbers_choose_a_form_and_references_are_resolved() {
    let text = "-un = United Nations\nname = { -un } Library\n# $count (Number): books\n# $who (Text): a reader\n\
                books =\n    { $count ->\n        [0] { $who } has none{ \" \" }\n        [one] one book of { name }\n       \
                *[other] { $count } books\n    }\n";
    let read = catalogue::read(&[("en", text.to_owned())]).unwrap();
    assert_eq!(read[0].texts[0], [Part::Text("United Nations Library".into())]);
    assert_eq!(read[1].arguments, [("count".into(), Kind::Number), ("who".into(), Kind::Text)]);
    let [Part::Choice(by, forms)] = read[1].texts[0].as_slice() else { panic!("{read:?}") };
    assert_eq!(by, "count");
    assert_eq!(
        forms.iter().map(|(form, _)| form.clone()).collect::<Vec<_>>(),
        [Form::Exactly(0), Form::Category("one".into()), Form::Category("other".into()),]
    );
    assert_eq!(forms[0].1, [Part::Argument("who".into()), Part::Text(" has none ".into())]);
    assert_eq!(forms[1].1, [Part::Text("one book of United Nations Library".into())]);
    let rust = catalogue::write(&["en"], &read);
    assert!(rust.contains("pub(crate) fn books(self, arg_count: usize, arg_who: &str) -> String"), "{rust}");
    assert!(rust.contains("pub(crate) fn name(self) -> &'static str"), "{rust}");
}

#[test]
fn unused_features_of_fluent_are_errors_that_name_them() {
    let declared = "# $n (Number): a number\n# $t (Text): a text\n";
    for (text, error) in [
        ("m = { NUMBER($n) }{ $t }", "m: functions are not used here: NUMBER()"),
        ("m = Text\n    .title = Title", "m: attributes are not used here: give it a text of its own"),
        ("m = two\n    lines", "m: is one line; what is longer is wrapped on the screen"),
        ("m = { other }", "m: refers to other, which is not there"),
        ("m = { m }", "m: its references go round in a circle"),
        (
            "m = { $t ->\n    [a] A\n   *[other] B\n}",
            "m: [a] is none of zero, one, two, few, many and a whole number",
        ),
        ("m = { $n ->\n    [one] { $t }\n   *[many] B\n}", "m: the form with the asterisk is *[other]"),
        ("m = { $n }{ $t ->\n    [one] A\n   *[other] B\n}", "m: $t is text: only a number chooses"),
        ("m = { $n ->\n    [1.5] { $t }\n   *[other] B\n}", "m: [1.5] is not a whole number from 0"),
    ] {
        let read = catalogue::read(&[("en", format!("{declared}{text}\n"))]);
        assert_eq!(read.err(), Some(format!("src/messages/en.ftl: {error}")), "{text}");
    }
    let error = catalogue::read(&[("en", "a = A\nb = { $\n".to_owned())]).unwrap_err();
    assert!(error.starts_with("src/messages/en.ftl:2: "), "{error}");
}

/// Every number up to a thousand has a plural form for its category.
#[test]
fn no_plural_form_is_missing() {
    for message in messages() {
        for (text, language) in message.texts.iter().zip(Language::ALL) {
            let locale: icu_locale_core::Locale = language.code().parse().unwrap();
            let rules = PluralRules::try_new_cardinal(locale.into()).unwrap();
            let mut found = Vec::new();
            choices(text, &mut found);
            for forms in found {
                for number in 0..1000_u64 {
                    let category = format!("{:?}", rules.category_for(number)).to_lowercase();
                    let has = |(form, _): &(Form, Vec<Part>)| match form {
                        Form::Exactly(exact) => *exact == number,
                        // Forms for nothing may be missing, because nothing is counted when there are none.
                        Form::Category(name) => *name == category || number == 0,
                    };
                    assert!(
                        forms.iter().any(has),
                        "{}: {} for {number} is lacking in {}",
                        message.id,
                        category,
                        language.code()
                    );
                }
            }
        }
    }
    assert_eq!(PluralCategory::all().count(), 6);
}

/// The lengths that the comments in the catalogue promise to translators.
#[test]
fn messages_fit_the_space_they_are_given() {
    const ROOM: [(&str, usize); 11] = [
        ("hints-jump", 72),
        ("hints-text", 34),
        ("hints-nothing-open", 34),
        ("hints-table", 34),
        ("hints-outline", 40),
        ("hints-", 70),
        ("scope-", 10),
        ("language-", 12),
        ("key-", 11),
        ("page-ends", 8),
        ("sheet-", 60),
    ];
    for message in messages() {
        let Some((_, room)) = ROOM.iter().find(|(start, _)| message.id.starts_with(start)) else { continue };
        for (text, language) in message.texts.iter().zip(Language::ALL) {
            let wide = width(&plain(text));
            assert!(
                wide <= *room,
                "{} has {wide} cells in {}, there are {room}",
                message.id,
                language.code()
            );
        }
    }
}

/// A sentence of the help is seen whole beside the widest word for where its key holds.
#[test]
fn no_sentence_of_the_help_is_cut_at_80_columns() {
    const KEYS: usize = 20 + 4;
    let messages = messages();
    for (index, language) in Language::ALL.into_iter().enumerate() {
        let wide = |message: &Message| width(&plain(&message.texts[index]));
        let of = |start: &'static str| messages.iter().filter(move |message| message.id.starts_with(start));
        let scope = of("scope-").map(wide).max().unwrap_or_default() + 2;
        for message in of("command-") {
            let room = 80 - KEYS - scope;
            let (id, cells) = (&message.id, wide(message));
            assert!(cells <= room, "{id} has {cells} cells in {}, there are {room}", language.code());
        }
        for message in of("help-jump-").filter(|message| !message.id.ends_with("-keys")) {
            let (id, cells) = (&message.id, wide(message));
            assert!(cells <= 80 - KEYS, "{id} has {cells} cells in {}", language.code());
        }
    }
}

const TEXT: &str = "A/RES/95/7\n\nGeneral Assembly\n\n95/7. Quiet terminals\n\nThe General Assembly,\n\n\
    Recalling its resolution 94/31,¹\n\nConvinced that a screen is quiet,\n\n1. Decides to rest;\n\n\
    2. Requests the Secretary-General:\n\n(a) To report;\n\n(b) To publish.\n\n¹ See A/95/12.\n";

fn reader(language: Language, bidi: Bidi, (width, height): (u16, u16)) -> Harness {
    let settings = Settings { colour: false, locale: language, bidi, ..Settings::default() };
    Harness::with(settings, "t", parse(TEXT)).size(width, height)
}

/// The hints in the status line are shown whole or not at all.
#[test]
fn no_hint_is_cut_in_any_language() {
    let messages = messages();
    let words = |id: &str, index: usize| {
        plain(&messages.iter().find(|message| message.id == id).unwrap().texts[index])
    };
    // Where English fits, the other languages must fit too.
    let mut shown = Vec::new();
    for (index, language) in Language::ALL.into_iter().enumerate() {
        for size in [(40, 10), (60, 12), (80, 24)] {
            for (keys, id) in [
                ("", "hints-text"),
                (":", "hints-jump"),
                ("/", "hints-find"),
                ("?", "hints-help"),
                ("D", "hints-documents"),
                ("i", "hints-sheet"),
            ] {
                let mut reader = reader(language, Bidi::Off, size);
                if !keys.is_empty() {
                    reader.press(keys);
                }
                let frame = reader.frame();
                let status = frame.lines().last().unwrap_or_default().to_owned();
                let hints = words(id, index);
                let whole = status.contains(&hints);
                let part = hints.split("  ").find(|hint| width(hint) > 5 && status.contains(hint));
                assert!(
                    whole || part.is_none(),
                    "{language:?} {size:?} {keys:?}: {part:?} of {hints:?} in {status:?}"
                );
                if language == Language::En && whole && size.0 == 80 {
                    shown.push(id);
                }
                let wanted = size.0 == 80 && shown.contains(&id);
                assert!(whole || !wanted, "{language:?} {keys:?}: no {hints:?} in {status:?}");
            }
        }
    }
}

/// On the screen nothing but the document is left in English.
#[test]
fn no_english_is_left_in_the_other_languages() {
    let latin = |frame: &str| -> Vec<String> {
        let words = frame.split(|letter: char| !letter.is_ascii_alphabetic());
        words.filter(|word| word.len() > 3).map(str::to_owned).collect()
    };
    // Exceptions: the document, names of keys, and names of commands.
    let known = format!(
        "{TEXT} MASTHEAD PREAMBLE OPERATIVE PART NOTES masthead para Enter Ctrl Shift Home Left Right Down Space \
                 PageDown PageUp Backspace Delete regex"
    );
    for language in [Language::Ru, Language::Ar, Language::Zh] {
        for keys in
            ["", "?", "? PageDown", "? PageDown PageDown", "v", "i", "e", "D", "m", "m a", "t", "G j", "N"]
        {
            let mut reader = reader(language, Bidi::Off, (80, 24));
            if !keys.is_empty() {
                reader.press(keys);
            }
            let frame = reader.frame();
            let left: Vec<String> =
                latin(&frame).into_iter().filter(|word| !known.contains(word.as_str())).collect();
            assert!(left.is_empty(), "{language:?} {keys:?}: {left:?}\n{frame}");
        }
    }
}

/// What was found in a text, and why some of it was set aside, is told in the language of the interface.
#[test]
fn what_was_found_is_told_in_each_language() {
    const DOUBTFUL: &str = "The General Assembly,\n\nRecalling tides,\n\n1. Decides to rest;\n\n_______________\n\n\
        3. Requests boats:\n\n(a) To row;\n\n(c) To sail.\n";
    for (language, gap, aside) in [
        (Language::En, "Paragraph 3 follows paragraph 1.", "set aside (rule): ___"),
        (Language::Fr, "Le paragraphe 3 suit le paragraphe 1.", "mis de côté (filet) : ___"),
        (Language::Es, "El párrafo 3 sigue al párrafo 1.", "dejado aparte (filete): ___"),
        (Language::Ru, "Пункт 3 следует за пунктом 1.", "отложено (линейка): ___"),
        (Language::Ar, "وردت الفقرة 3 بعد الفقرة 1.", "نحي جانبا (خط فاصل): ___"),
        (Language::Zh, "第3段紧接第1段。", "已搁置（分隔线）：___"),
    ] {
        let settings = Settings { colour: false, locale: language, bidi: Bidi::Off, ..Settings::default() };
        let frame = Harness::with(settings, "t", parse(DOUBTFUL)).size(100, 12).keys("e").frame();
        // A blank cell stands behind each wide character, or none: blanks beside Chinese do not matter here.
        let plain = if language == Language::Zh { frame.replace(' ', "") } else { frame.clone() };
        assert!(plain.contains(gap) && plain.contains(aside), "{language:?}:\n{frame}");
    }
}

#[test]
fn an_arabic_interface_runs_from_right_to_left() {
    let frame = |keys: &str| reader(Language::Ar, Bidi::App, (72, 10)).keys(keys).frame();
    insta::assert_snapshot!(frame("g"), @"
    ▌     A/RES/95/7
          General Assembly

          95/7. Quiet terminals

          The General Assembly,

      pp1 Recalling its resolution 94/31,¹

     ﺢﻴﺗﺎﻔﻤﻟا ?  ﺚﺤﺑ /  ﻝﺎﻘﺘﻧا :  45 %                 ﺔﺴﻳوﺮﺘﻟا  A/RES/95/7
    ");
    insta::assert_snapshot!(frame("2 0"), @"
          A/RES/95/7
          General Assembly

          95/7. Quiet terminals

          The General Assembly,
    ────────────────────────────────────────────────────────────────────────
     0/0                                                                20 :
                   1–2 ﺕاﺮﻘﻔﻟا ،1–2 ﺔﺟﺎﺒﻳﺪﻟا ﺕاﺮﻘﻓ :ﺪﺟﻮﻳ ؛ﺎﻨﻫ دﻮﺟﻮﻣ ﺮﻴﻏ 20
     4 ﺔﻴﺷﺎﺤﻟا · pp3 · 7  رﺎﻴﺘﺧا ↓↑  ﻉﻮﺟر Esc  ءﺎﻘﺑ Enter          ﺔﺴﻳوﺮﺘﻟا
    ");
    insta::assert_snapshot!(frame("? h"), @"
     1/28                                                                h ?
    ────────────────────────────────────────────────────────────────────────
                        ﻪﻗﻮﻓ ﺎﻣ ﻰﻟإ دﻮﻌﺼﻟا وأ ﺪﻨﺒﻟا ﻲﻃ                h  ← ▐
                               ﺮﺷﺆﻤﻠﻟ ﻖﺑﺎﺴﻟا ﻑﺮﺤﻟا ﻑﺬﺣ   Backspace  Ctrl-H
                   رﺎﺴﻴﻟا ﻰﻟإ :ﺾﻳﺮﻋ ﻝوﺪﺟ ﻲﻓو ؛ﺎﻨﻫ ﻲﻄﻟا                h  ←
                                            ﻝوﻷا ﺪﻨﺒﻟا             g  Home
                                         ﺢﻴﺗﺎﻔﻤﻟا ﻊﻴﻤﺟ               ?  F1
                                    ﺔﻳاﺪﺒﻟا ﻰﻟإ ﺮﺷﺆﻤﻟا        Home  Ctrl-A
                                     ﻞﻔﺳأ ﻰﻟإ ﺔﺤﻔﺻ ﻒﺼﻧ           d  Ctrl-D
      ﻕﻼﻏإ Esc  ﺬﻴﻔﻨﺗ Enter  ﺔﻴﻔﺼﺘﻠﻟ ﺐﺘﻛا  45 %        ﺔﺴﻳوﺮﺘﻟا  A/RES/95/7
    ");
    insta::assert_snapshot!(frame("i"), @"
                                                          ﺔﻘﻴﺛﻮﻟا ﻩﺬﻫ ﻦﻋ

                                                    A/RES/95/7     ﺰﻣﺮﻟا
                                               Quiet terminals   ﻥاﻮﻨﻌﻟا
                                              General Assembly    ﺔﺌﻴﻬﻟا
        ،ﻥﺎﺘﻴﻋﺮﻓ ﻥﺎﺗﺮﻘﻓ ،ﻕﻮﻄﻨﻤﻟا ﻲﻓ ﻥﺎﺗﺮﻘﻓ ،ﺔﺟﺎﺒﻳﺪﻟا ﻲﻓ ﻥﺎﺗﺮﻘﻓ   ﺕاﺮﻘﻔﻟا
                                                   ةﺪﺣاو ﺔﻴﺷﺎﺣ
                                                             2    ﺕﻻﺎﺣﻹا
                                                     ﺔﻳﺰﻴﻠﻜﻧﻹا     ﺔﻐﻠﻟا
    ﻕﻼﻏإ Esc  ﺦﺴﻧ y  j k  45 %                       ﺔﺴﻳوﺮﺘﻟا  A/RES/95/7
    ");
}

const CHINESE: &str = "A/RES/95/7\n\n大会\n\n95/7. 安静的终端\n\n大会，\n\n回顾其第94/31号决议，\n\n1. 决定休息；\n\n\
    2. 请秘书长提出报告；\n\n3. 又请秘书长发布报告。\n";

/// A notice that names a place says so in the language of the interface, whatever the language of the document.
#[test]
fn a_notice_about_a_place_is_in_one_language() {
    let status = |language: Language, text: &str, keys: &str| {
        let settings = Settings { colour: false, locale: language, bidi: Bidi::Off, ..Settings::default() };
        let mut reader = Harness::with(settings, "t", parse(text)).size(100, 12).keys(keys);
        reader.frame().lines().last().unwrap_or_default().trim().to_owned()
    };
    let starts = |status: String, wanted: &str| assert!(status.starts_with(wanted), "{wanted}: {status}");
    starts(status(Language::En, CHINESE, ": 1 Enter V ] Y"), "paras. 1 and 2 with citation: ");
    starts(status(Language::En, CHINESE, ": 1 Enter V ]"), "A/RES/95/7  paras. 1 and 2 marked ");
    starts(status(Language::Fr, CHINESE, ": 2 Enter m a"), "marque a : par. 2 ");
    starts(status(Language::Fr, "The road\n\nIt runs down to the sea.\n", "m a"), "marque a : intertitre ");
    starts(status(Language::Ru, TEXT, ": 2 Enter"), "A/RES/95/7  п. 2 · 2/2 ");
    // What is copied is in the language of the document.
    starts(status(Language::En, CHINESE, ": 1 Enter c"), "A/RES/95/7，第1段: ");
}

#[test]
fn the_outline_of_an_arabic_document_runs_from_right_to_left() {
    const ARABIC: &str = "A/RES/95/7\n\nالجمعية العامة\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها 94/31،\n\n1 - تقرر أن تستريح؛\n\n\
        2 - تطلب إلى الأمين العام أن يقدم تقريرا.\n";
    let settings = Settings { colour: false, locale: Language::En, bidi: Bidi::App, ..Settings::default() };
    let mut reader = Harness::with(settings, "t", parse(ARABIC)).size(80, 12);
    reader.press("g");
    insta::assert_snapshot!(reader.frame(), @"
                ﺔﺴﻳوﺮﺘﻟا ▐│                                        A/RES/95/7     ▐
                ﺔﺟﺎﺒﻳﺪﻟا▾ │                                    ﺔﻣﺎﻌﻟا ﺔﻴﻌﻤﺠﻟا
    …ﺎﻫراﺮﻗ ﻰﻟإ ﺮﻴﺸﺗ 1    │
                 ﻕﻮﻄﻨﻤﻟا▾ │                                ،ﺔﻣﺎﻌﻟا ﺔﻴﻌﻤﺠﻟا ﻥإ
     ؛ﺢﻳﺮﺘﺴﺗ ﻥأ رﺮﻘﺗ 1    │
     …ﻦﻴﻣﻷا ﻰﻟإ ﺐﻠﻄﺗ 2    │                         ،94/31 ﺎﻫراﺮﻗ ﻰﻟإ ﺮﻴﺸﺗ ذإ pp1
                          │
                          │                                   ؛ﺢﻳﺮﺘﺴﺗ ﻥأ رﺮﻘﺗ - 1
                          │
                          │              .اﺮﻳﺮﻘﺗ ﻡﺪﻘﻳ ﻥأ ﻡﺎﻌﻟا ﻦﻴﻣﻷا ﻰﻟإ ﺐﻠﻄﺗ - 2
                          │
    A/RES/95/7  masthead                               all  : jump  / find  ? keys
    ");
}

#[test]
fn keys_have_the_names_that_are_printed_on_the_keyboards_of_the_country() {
    let rows = |language: Language, typed: &str| {
        let mut reader = reader(language, Bidi::Off, (100, 40)).keys("?").type_in(typed);
        reader.frame()
    };
    let french = rows(Language::Fr, "renvois");
    assert!(french.contains("Entrée  v"), "{french}");
    // They are found by the names that the configuration has for them, too.
    let spanish = rows(Language::Es, "backspace");
    assert!(spanish.contains("Retroceso"), "{spanish}");
    let mut reader = reader(Language::Fr, Bidi::Off, (80, 12)).keys("Insert");
    assert!(reader.frame().contains("Insert n'est pas une touche ici"), "{}", reader.frame());
}

#[test]
fn in_an_arabic_sheet_arabic_words_behind_a_foreign_one_are_read_from_right_to_left() {
    const MIXED: &str =
        "A/RES/95/7\n\nالجمعية العامة\n\n95/7. COVID-19 وحده\n\nإن الجمعية العامة،\n\n1 - تقرر أن تستريح.\n";
    let settings = Settings { colour: false, locale: Language::Ar, bidi: Bidi::App, ..Settings::default() };
    let frame = Harness::with(settings, "t", parse(MIXED)).size(80, 12).keys("i").frame();
    assert!(frame.contains("ﻩﺪﺣو COVID-19  "), "{frame}");
}
