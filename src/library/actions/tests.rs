//! Lists of what documents ask for.

use super::*;
use crate::grammar::Options;

fn rows(text: &str) -> Vec<Row> {
    let document = grammar::parse(text, Options::default());
    Row::all(&document, &Part::whole(&document), &Source::Stdin)
}

const SEA: &str = "A/RES/79/7\n\nThe sea\n\nThe General Assembly,\n\n1. Invites States to sail, requests the Secretary-General to report every \
                   six months, and encourages him to swim;\n\n2. Requests the Secretary-General to submit a report at its eighty-first \
                   session;\n\n3. Invites the fleet to brief Member States by 31 March 2026;\n\n4. Requests the Secretary-General to submit \
                   to the Committee a report at its fifth session.\n";

#[test]
fn each_request_has_its_own_words() {
    let rows = rows(SEA);
    let told: Vec<String> =
        rows.iter().map(|row| format!("{} {} {}", row.anchor, row.task.by(), row.text)).collect();
    assert_eq!(
        told,
        [
            "op1 states Invites States to sail,",
            "op1 secretary-general requests the Secretary-General to report every six months, and",
            "op1 secretary-general encourages him to swim;",
            "op2 secretary-general Requests the Secretary-General to submit a report at its eighty-first session;",
            "op3 ? Invites the fleet to brief Member States by 31 March 2026;",
            "op4 secretary-general Requests the Secretary-General to submit to the Committee a report at its fifth session.",
        ]
    );
}

#[test]
fn what_is_due_first_is_first_and_what_is_not_understood_stays() {
    let mut rows = rows(SEA);
    sort(&mut rows);
    let due: Vec<String> = rows.iter().map(|row| row.task.due()).collect();
    assert_eq!(due, ["2026-03-31", "GA81", "P6M", "?", "", ""]);
}

#[test]
fn a_session_is_a_day_as_a_date_is() {
    for (due, day) in [
        ("2026-03-31", Some(20_260_331)),
        ("2026-03", Some(20_260_331)),
        ("GA81", Some(20_260_901)),
        ("HRC61", Some(20_260_301)),
        ("HRC60", Some(20_250_901)),
        ("CSW70", Some(20_260_301)),
        ("P6M", None),
        ("GA99999999999", None),
        ("HRC", None),
    ] {
        assert_eq!(day_of(due), day, "{due}");
    }
    assert_eq!(typed_day("2026-03"), Some(20_260_301));
    assert_eq!((typed_day("soon"), typed_day("2026-13"), typed_day("2026-3-1-4")), (None, None, None));
}

#[test]
fn a_session_is_named_as_people_type_it() {
    for (typed, key) in [
        ("81", Some("GA81")),
        ("ga81", Some("GA81")),
        ("HRC 60", Some("HRC60")),
        ("next", None),
        ("XYZ9", None),
        ("2026-03", None),
    ] {
        assert_eq!(due_key(typed).as_deref(), key, "{typed}");
    }
}

#[test]
fn what_may_be_meant_is_wanted_too() {
    let rows = rows(SEA);
    let wanted = |wanted: Wanted| {
        rows.iter().filter(|row| wanted.has(&row.task)).map(|row| row.anchor.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(wanted(Wanted { due: Some("GA81".to_owned()), ..Wanted::default() }), ["op2"]);
    assert_eq!(wanted(Wanted { due: Some("CSW5".to_owned()), ..Wanted::default() }), ["op4"], "of some body");
    assert_eq!(wanted(Wanted { before: Some(20_260_401), ..Wanted::default() }), ["op1", "op3", "op4"]);
    assert_eq!(
        wanted(Wanted { after: Some(20_260_401), what: Some(What::Report), ..Wanted::default() }),
        ["op1", "op2", "op4"]
    );
    assert_eq!(wanted(Wanted { by: Some("states"), ..Wanted::default() }), ["op1"]);
}

#[cfg(feature = "library")]
#[test]
fn it_is_found_by_the_beginning_of_a_date_and_by_the_body_of_a_session() {
    let keys = |resolved: Option<&str>, session| {
        Due { said: String::new(), resolved: resolved.map(str::to_owned), session }.keys().join(" ")
    };
    assert_eq!(keys(Some("GA81"), Some(81)), "GA81 GA");
    assert_eq!(keys(Some("PBC5"), Some(5)), "PBC5 PBC");
    assert_eq!(keys(Some("2026-03-31"), None), "2026-03-31 2026 2026-03");
    assert_eq!(keys(Some("P6M"), None), "P6M");
    assert_eq!(keys(None, Some(9)), "? ?9");
}
