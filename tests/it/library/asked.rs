//! What is asked of the library: who cites a document, what it cites, what documents ask for, and how States voted.

use super::Reader;

/// A resolution with a recorded vote, in the markup in which it is published.
fn voted(number: u32, in_favour: &[&str], against: &[&str]) -> String {
    let voters = |names: &[&str]| -> String {
        names
            .iter()
            .map(|name| format!("<organization refersTo=\"memberState\">{name}</organization>"))
            .collect()
    };
    format!(
        "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><statement name=\"resolution\"><meta>\
         <identification source=\"#x\"><FRBRWork><FRBRthis value=\"/akn/un/statement/deliberation/unga/2016-05-03/70-{number}/!main\"/>\
         <FRBRdate date=\"2016-05-03\" name=\"adoption\"/><FRBRnumber value=\"A/RES/70/{number}\"/></FRBRWork>\
         <FRBRExpression><FRBRlanguage language=\"eng\"/></FRBRExpression></identification>\
         <analysis source=\"#x\"><parliamentary><voting outcome=\"adoptedRecordedVote\">\
         <count value=\"{}\" refersTo=\"inFavour\"><voters>{}</voters></count>\
         <count value=\"{}\" refersTo=\"against\"><voters>{}</voters></count></voting></parliamentary></analysis></meta>\
         <preface><p><docNumber refersTo=\"#symbol\">A/RES/70/{number}</docNumber></p><p><docTitle>The sea {number}</docTitle></p></preface>\
         <mainBody><p>The General Assembly,</p><paragraph eId=\"par_1\"><num>1.</num><content><p>Decides to sail.</p></content>\
         </paragraph></mainBody></statement></akomaNtoso>",
        in_favour.len(),
        voters(in_favour),
        against.len(),
        voters(against),
    )
}

#[test]
fn those_who_cite_a_resolution_are_listed_and_those_who_cite_a_paragraph() {
    let reader = Reader::with_library();
    let ran = reader.run(&["cited-by", "70/901"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.starts_with("A/RES/71/902 pp1 cites op2: Recalling its resolution 70/901"),
        "{}",
        ran.out
    );
    assert_eq!(ran.out.lines().count(), 1);
    for typed in [
        &["cited-by", "70/901#op2"][..],
        &["cited-by", "70/901", "2"],
        &["cited-by", "a/res/70/901 op2"],
        &["cited-by", "70/901#IV.op2"],
    ] {
        assert_eq!(reader.run(typed).out, ran.out, "{typed:?}");
    }
    let ran = reader.run(&["cited-by", "70/901#op1"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (1, "", ""));
    let ran = reader.run(&["cited-by", "71/902", "--format", "json"]);
    let rows: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (rows[0]["symbol"].as_str(), rows[0]["anchor"].as_str()),
        (Some("S/RES/2901 (2031)"), Some("pp1"))
    );
    let ran = reader.run(&["cited-by", "the sea"]);
    assert_eq!(ran.status, 2);
    assert_eq!(
        ran.err,
        "plenary: \"the sea\" does not begin with the number or symbol of a document, such as 78/123 or S/RES/2719#op4\n"
    );
}

#[test]
fn what_a_resolution_cites_is_listed_with_what_is_in_the_library() {
    let reader = Reader::with_library();
    let ran = reader.run(&["cites", "71/902"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, "pp1: A/RES/70/901 op2  The sea\n"), "{}", ran.err);
    let ran = reader.run(&["cites", "71/902#op1"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    let ran = reader.run(&["cites", "2901", "--format", "csv"]);
    assert_eq!(ran.out, "anchor,symbol,paragraph,held,title\r\npp1,A/RES/71/902,,yes,\"The sea\"\r\n");
    reader.write(
        "far.txt",
        &super::resolution("A/RES/71/904", "Recalling its resolution 44/25,\n\n1. Decides to row."),
    );
    reader.run(&["library", "update"]);
    assert_eq!(reader.run(&["cites", "71/904"]).out, "pp1: A/RES/44/25  (not in the library)\n");
    let ran = reader.run(&["cites", "78/123"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("has no such document"), "{}", ran.err);
}

#[test]
fn votes_are_shown_by_document_and_by_state_under_the_names_of_today() {
    let reader = Reader::new();
    reader.write("a.xml", &voted(921, &["TURKEY", "FRANCE"], &["COTE D'IVOIRE"]));
    reader.write("b.xml", &voted(922, &["FRANCE"], &["TÜRKİYE"]));
    assert_eq!(reader.run(&["library", "add", "texts"]).out, "2 documents in the library, 2 read now\n");
    let ran = reader.run(&["votes", "70/921"]);
    assert_eq!(
        (ran.status, ran.out.as_str()),
        (
            0,
            "A/RES/70/921, 2016-05-03, 2-1-0: The sea 921\nIn favour (2): Türkiye, France\nAgainst (1): Côte d'Ivoire\n"
        ),
        "{}",
        ran.err
    );
    let ran = reader.run(&["votes", "--state", "turkey"]);
    assert_eq!(
        ran.out,
        "yes     A/RES/70/921, 2016-05-03, 2-1-0: The sea 921\nno      A/RES/70/922, 2016-05-03, 1-1-0: The sea 922\n"
    );
    let ran = reader.run(&["votes", "--state", "Türkiye", "--choice", "no", "--format", "csv"]);
    assert!(ran.out.contains("\r\nA/RES/70/922,2016-05-03,Türkiye,no,1,1,0,\"The sea 922\","), "{}", ran.out);
    assert_eq!(reader.run(&["votes", "--state", "France", "--choice", "abstain"]).status, 1);
    assert_eq!(reader.run(&["votes", "--state", "France", "--year", "1999"]).status, 1);
    let ran = reader.run(&["search", "voted:no:turkey sailing", "--format", "json"]);
    let hits: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((hits.as_array().unwrap().len(), hits[0]["symbol"].as_str()), (1, Some("A/RES/70/922")));
    let ran = reader.run(&["votes", "--state", "Turk"]);
    assert_eq!(
        (ran.status, ran.err.as_str()),
        (2, "plenary: \"Turk\" is not the name of a Member State; did you mean Türkiye, Turkmenistan?\n")
    );
    let ran = reader.run(&["votes"]);
    assert_eq!(ran.status, 2, "neither a document nor a State is named");
}

#[test]
fn a_document_without_a_recorded_vote_is_said_to_have_none() {
    let reader = Reader::with_library();
    let ran = reader.run(&["votes", "70/901"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert_eq!(ran.err, "plenary: A/RES/70/901: no recorded vote on it is known\n");
}

/// A resolution that asks for several things, in two languages.
fn asking(reader: &Reader) {
    let english = "Invites States to row, requests the Secretary-General to submit to the General Assembly a report on tides at its \
                   seventy-first session, and encourages the fleet to brief Member States by 31 March 2017";
    reader.write("asks.en.txt", &super::resolution("A/RES/70/905", &format!("1. {english};\n\n2. Requests the Secretary-General to submit a report to the Committee at its fifth session.")));
    reader.write(
        "asks.fr.txt",
        "A/RES/70/905\n\nRésolution adoptée par l’Assemblée générale le 3 mai 2016\n\nLa mer\n\nL’Assemblée générale,\n\n\
         1. Prie le Secrétaire général de lui présenter un rapport sur les marées à sa soixante et onzième session.\n",
    );
    reader.run(&["library", "update"]);
}

#[test]
fn what_is_asked_for_is_listed_by_when_it_is_due_and_each_version_of_a_language_once() {
    let reader = Reader::with_library();
    asking(&reader);
    let ran = reader.run(&["actions"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let told: Vec<&str> = ran.out.lines().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(
        told,
        [
            "GA71        report     secretary-general  A/RES/70/905 1",
            "2017-03-31  brief      ?                  A/RES/70/905 1",
            "?           report     secretary-general  A/RES/70/905 2 (? at its fifth session)",
            "            act        member-states      A/RES/71/902 1",
            "            report     secretary-general  A/RES/70/901 1",
            "            act        states             A/RES/70/905 1",
        ]
    );
    let symbols = |arguments: &[&str]| {
        let ran = reader.run(arguments);
        let rows: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let rows = rows.as_array().unwrap().clone();
        assert_eq!(ran.status, i32::from(rows.is_empty()), "{arguments:?}: {}", ran.err);
        rows.iter()
            .map(|row| format!("{} {}", row["anchor"].as_str().unwrap(), row["deadlines"][0]["resolved"]))
            .collect::<Vec<_>>()
    };
    let json = |more: &[&'static str]| symbols(&[&["actions", "--format", "json"], more].concat());
    assert_eq!(json(&["--by", "sg", "--session", "71"]), ["op1 \"GA71\""]);
    assert_eq!(json(&["--by", "sg", "--session", "71", "--language", "fr"]), ["op1 \"GA71\""]);
    assert_eq!(json(&["--kind", "brief", "--after", "2017"]), ["op1 \"2017-03-31\""]);
    assert_eq!(json(&["--before", "2016", "--to", "GA"]), ["op2 null"], "it may be due by then");
    assert_eq!(json(&["--session", "HRC5"]), ["op2 null"], "it may be of that body");
    assert_eq!(json(&["--session", "99"]), Vec::<String>::new());
    assert_eq!(json(&["--of-session", "71", "--kind", "report"]), Vec::<String>::new());
    let ran = reader.run(&["search", "due:71", "--format", "csv"]);
    assert_eq!((ran.status, ran.out.lines().count()), (0, 3), "in both languages: {}", ran.out);
    assert_eq!(reader.run(&["search", "due:2017-03"]).status, 0);
    assert_eq!(reader.run(&["search", "due:2017-04"]).status, 1);
    assert_eq!(
        reader.run(&["search", "by:states act:invite row"]).status,
        0,
        "also of a request that does not open a paragraph"
    );
}

#[test]
fn what_a_file_asks_for_is_listed_without_a_library() {
    let reader = Reader::new();
    reader.write(
        "a.txt",
        &super::resolution(
            "A/RES/70/905",
            "1. Requests the Secretary-General to report on tides;\n\n2. Invites States to row.",
        ),
    );
    let ran = reader.run(&["actions", "texts", "--format", "csv"]);
    let file = reader.texts().join("a.txt");
    assert_eq!(
        ran.out,
        format!(
            "due,what,by,to,action,symbol,anchor,title,date,language,said,text,file\r\n\
             ,report,secretary-general,GA,REQUEST,A/RES/70/905,op1,\"The sea\",2016-05-03,en,,\"Requests the Secretary-General to report on tides;\",texts/a.txt\r\n\
             ,act,states,,INVITE,A/RES/70/905,op2,\"The sea\",2016-05-03,en,,\"Invites States to row.\",texts/a.txt\r\n"
        ),
        "{}",
        ran.err
    );
    let at = format!("{}#op2", file.display());
    assert_eq!(
        reader.run(&["actions", &at]).out,
        "  act        states  A/RES/70/905 2: Invites States to row.\n"
    );
    assert_eq!(reader.run(&["actions", &at, "--by", "sg"]).status, 1);
    let ran = reader.run(&["actions", "texts", "--by", "the cook"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.err
            .starts_with("plenary: \"the cook\" is not somebody who is asked; known are secretary-general, "),
        "{}",
        ran.err
    );
    assert_eq!(reader.run(&["actions", "texts", "--before", "soon"]).status, 2);
    assert_eq!(reader.run(&["actions", "nowhere.txt"]).status, 2);
    assert_eq!(reader.run(&["actions"]).status, 2, "there is no library");
}

#[test]
fn a_file_that_is_in_the_library_is_named_by_its_number() {
    let reader = Reader::with_library();
    let ran = reader.run(&["actions", "71/902"]);
    assert_eq!(
        (ran.status, ran.out.as_str()),
        (0, "  act        member-states  A/RES/71/902 1: Calls upon Member States to paint their boats;\n")
    );
}

#[test]
fn of_several_files_of_a_document_the_one_that_is_read_most_surely_is_opened() {
    let reader = Reader::with_library();
    reader.write("b.xml", &voted(77, &["Chile"], &[]));
    reader.write("a.txt", &super::resolution("A/RES/70/77", "1. Decides to sail a text."));
    reader.write("c.txt", &super::resolution("A/RES/70/77", "1. Decides to sail a text."));
    assert_eq!(reader.run(&["library", "update"]).status, 0);
    let ran = reader.run(&["show", "70/77#op1"]);
    assert!(ran.out.contains("Decides to sail.") && !ran.out.contains("a text"), "{}{}", ran.out, ran.err);
}

#[test]
fn a_number_opens_the_document_that_has_no_other_and_not_a_part_of_the_same_number() {
    let reader = Reader::with_library();
    reader.write("a.txt", &super::resolution("A/RES/70/88 B", "1. Decides to sail with part B."));
    reader.write("b.txt", &super::resolution("A/RES/70/88", "1. Decides to sail with all."));
    reader.write("c.txt", &super::resolution("A/RES/70/89 B", "1. Decides to sail with the only part."));
    assert_eq!(reader.run(&["library", "update"]).status, 0);
    for (typed, words) in [
        ("70/88#op1", "with all"),
        ("A/RES/70/88#op1", "with all"),
        ("70/88 B#op1", "with part B"),
        ("70/89#op1", "with the only part"),
    ] {
        let ran = reader.run(&["show", typed]);
        assert!(ran.out.contains(words), "{typed}: {}{}", ran.out, ran.err);
    }
}
