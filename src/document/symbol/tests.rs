//! Every family of symbols, as printed.

use super::*;

fn check(printed: &str, expected: &str) {
    assert_eq!(Symbol::parse(printed).as_ref().map(Symbol::as_str), Some(expected), "{printed}");
}

#[test]
fn every_family_has_one_canonical_form() {
    check("A/RES/65/218", "A/RES/65/218");
    check("A/RES/58/1 B", "A/RES/58/1 B");
    check("A/RES/58/1B", "A/RES/58/1 B");
    check("A/RES/58/1 باء", "A/RES/58/1 B");
    check("A/RES/217 (III) A", "A/RES/217 (III) A");
    check("A/RES/217(III)A", "A/RES/217 (III) A");
    check("A/RES/217 A (III)", "A/RES/217 (III) A");
    check("A/RES/3419 A to D (XXX)", "A/RES/3419 (XXX) A-D");
    check("A/RES/S-13/2", "A/RES/S-13/2");
    check("A/RES/ES\u{2011}10/24", "A/RES/ES-10/24");
    check("A/RES/3201 (S-VI)", "A/RES/3201 (S-VI)");
    check("S/RES/1325 (2000)", "S/RES/1325 (2000)");
    check("S/RES/1325(2000)", "S/RES/1325 (2000)");
    check("S/RES/1325", "S/RES/1325 (2000)");
    check("E/RES/2010/1", "E/RES/2010/1");
    check("A/HRC/RES/13/23", "A/HRC/RES/13/23");
    check("A/HRC/RES/S-30/1", "A/HRC/RES/S-30/1");
    check("A/C.3/65/L.33/Rev.1", "A/C.3/65/L.33/Rev.1");
    check("A/CONF.157/24 (Part I)", "A/CONF.157/24 (Part I)");
    check("A/65/456/Add.2(Part II)", "A/65/456/Add.2 (Part II)");
    check("A/65/456/Add.2\u{a0}(часть II)", "A/65/456/Add.2 (Part II)");
    check("А/65/456*", "A/65/456");
    check("FCCC/CP/2015/10/Add.1", "FCCC/CP/2015/10/Add.1");
    check("UNEP/EA.5/Res.8", "UNEP/EA.5/Res.8");
    check("S/4328", "S/4328");
}

#[test]
fn other_words_are_not_symbols() {
    for text in
        ["HIV/AIDS", "and/or", "64/171", "A/the", "TCP/IP", "A", "", "/", "A/", "A/RES/", "N/A", "12/10/2009"]
    {
        assert_eq!(Symbol::parse(text), None, "{text}");
    }
}

#[test]
fn a_symbol_names_its_organ() {
    assert_eq!(Organ::of("A/HRC/RES/13/23"), Some(Organ::HumanRightsCouncil));
    assert_eq!(Organ::of("A/RES/65/218"), Some(Organ::GeneralAssembly));
    assert_eq!(Organ::of("E/CN.4/Sub.2/2000/46"), Some(Organ::SubCommission));
    assert_eq!(Organ::of("E/CN.4/2001/2"), Some(Organ::CommissionOnHumanRights));
    assert_eq!(Organ::of("FCCC/CP/2015/10"), None);
}

fn found(text: &str) -> Vec<&str> {
    scan(text).filter_map(|range| text.get(range)).collect()
}

#[test]
fn symbols_are_found_in_running_text() {
    assert_eq!(found("Voir A/CONF.157/24 (Part I), chap. III."), ["A/CONF.157/24 (Part I)"]);
    assert_eq!(
        found("(E/CN.4/2001/2-E/CN.4/Sub.2/2000/46, chap. II)"),
        ["E/CN.4/2001/2", "E/CN.4/Sub.2/2000/46"]
    );
    assert_eq!(found("见A/65/456和S/2015/123。"), ["A/65/456", "S/2015/123"]);
    assert_eq!(found("on HIV/AIDS in A/65/797.² and A/66/1²"), ["A/65/797", "A/66/1"]);
    assert_eq!(
        found("A/RES/65/218 of 2010, A/RES/58/1 B, S/RES/1325 (2000)."),
        ["A/RES/65/218", "A/RES/58/1 B", "S/RES/1325 (2000)"]
    );
}

proptest::proptest! {
    #[test]
    fn any_string_can_be_scanned(text in "(A|E|/|[0-9]|RES|\\.|-| |\\(|\\)|[IVX]|ألف|د|和|\\PC){0,40}") {
        for range in scan(&text) {
            let found = text.get(range).expect("spans are at character boundaries");
            let symbol = of_scanned(found);
            proptest::prop_assert_eq!(Symbol::parse(symbol.as_str()), Some(symbol.clone()), "{}", found);
        }
    }
}

#[test]
fn two_parts_are_in_english_and_what_was_corrected_is_a_part() {
    for text in [
        "NPT/CONF.2000/28 (Parts I and II)",
        "NPT/CONF.2000/28 (Part I et II)",
        "NPT/CONF.2000/28 (Part I和II)",
    ] {
        assert_eq!(of_scanned(text).as_str(), "NPT/CONF.2000/28 (Parts I and II)");
    }
    let text = "see NPT/CONF.1995/32 (Part I)/Corr.2, annex";
    let found: Vec<&str> = scan(text).map(|range| &text[range]).collect();
    assert_eq!(found, ["NPT/CONF.1995/32 (Part I)/Corr.2"]);
    assert_eq!(of_scanned("A/65/456/Add.2 (Part II)").as_str(), "A/65/456/Add.2 (Part II)");
}
