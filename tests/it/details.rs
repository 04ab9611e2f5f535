//! The sheet of details about a document: votes by State, sponsors, procedural steps, subjects.

use crate::harness::Harness;
use insta::assert_snapshot;
use plenary::document::details::{AgendaItem, Details, Side, Step, Subject, Vote, Voter};
use plenary::document::{Document, Language};
use plenary::document::{Kind, Span};
use plenary::internals::{Builder, Settings};
use std::sync::Arc;

fn side(choice: &str, names: &[&str]) -> Side {
    let voters = names.iter().map(|name| Voter { name: (*name).to_owned(), ..Voter::default() });
    Side { choice: choice.to_owned(), count: Some(names.len() as u32), voters: voters.collect() }
}

fn marked() -> Arc<Document> {
    let mut builder = Builder::new();
    builder.masthead_mut().symbol = Some("A/RES/95/7".to_owned());
    builder.leaf(Kind::Title, "95/7.", 0, "Quiet terminals", Span::default());
    let said = |words: &str| Some(words.to_owned());
    *builder.details_mut() = Details {
        committee: said("thirdCommittee"),
        agenda: vec![AgendaItem { number: said("12 (a)"), name: said("Terminals") }],
        steps: vec![
            Step {
                outcome: "draftResolution".into(),
                date: said("2040-11-05"),
                document: said("A/95/L.4"),
                by: said("Arcadia and Belmarch"),
                ..Step::default()
            },
            Step {
                outcome: "adopted".into(),
                date: said("2040-12-02"),
                document: said("A/95/PV.70"),
                ..Step::default()
            },
        ],
        votes: vec![Vote {
            outcome: said("adoptedRecordedVote"),
            sides: vec![
                side("inFavour", &["ARCADIA", "BELMARCH", "DUNMERE ISLANDS", "ESTRAVA", "FENWOLD"]),
                side("against", &["CORVANIA"]),
                side("abstaining", &[]),
            ],
            ..Vote::default()
        }],
        subjects: vec![
            Subject {
                scheme: "UNBIS Thesaurus".into(),
                value: "T1".into(),
                label: said("TERMINALS"),
                ..Subject::default()
            },
            Subject { scheme: "SDGO".into(), value: "SDG_9".into(), ..Subject::default() },
        ],
        ..Details::default()
    };
    Arc::new(builder.finish())
}

#[test]
fn votes_sponsors_and_steps_from_markup_are_listed() {
    let settings = Settings { colour: false, ..Settings::default() };
    let mut reader = Harness::with(settings, "a.xml", marked()).size(60, 34).keys("i");
    assert_snapshot!(reader.frame(), @"
     About this document

     symbol      A/RES/95/7
     agenda      12 (a)  Terminals
     committee   Third Committee
     decided by  recorded vote
     step        2040-11-05  draft resolution  A/95/L.4
     step        2040-12-02  adopted  A/95/PV.70
     subjects    TERMINALS
     goals       9
     clauses
     references  0
     read from   a.xml

     in favour (5)
       ARCADIA           DUNMERE ISLANDS   FENWOLD
       BELMARCH          ESTRAVA

     against (1)
       CORVANIA

     sponsors (2)
       Arcadia    Belmarch










    A/RES/95/7  title                   all  y copy  Esc close
    ");
    reader.press("y");
    assert!(
        reader.copied.as_deref().unwrap().contains("in favour (5)\tARCADIA, BELMARCH"),
        "{:?}",
        reader.copied
    );
}

#[test]
fn votes_printed_in_the_text_are_separated_by_position() {
    let mut reader = Harness::sample("A_RES_95_52.en.txt").size(80, 34).keys("i");
    assert_snapshot!(reader.frame(), @"
     About this document

     symbol        A/RES/95/52
     title         Scale for the apportionment of bandwidth at Headquarters
     organ         General Assembly
     session       Ninety-fifth session
     agenda item   Agenda item 141
     adoption      Resolution adopted by the General Assembly on 23 December 2040
     adopted on    23 December 2040
     meeting       70th plenary meeting
     basis         on the report of the Fifth Committee (A/95/655, para. 9)
     vote          Adopted by a recorded vote of 14 to 3, with 4 abstentions. The
                   voting was as follows:
     distribution  General
     date          15 January 2041
     masthead      MODEL RESOLUTION — written for plenary; not a document of the
                   United Nations
                   United Nations
     clauses       4 preambular, 6 operative, 6 subparagraphs, 1 table, 2 notes
     references    3
     language      English
     read from     A_RES_95_52.en.txt

     in favour (14)
       Arcadia           Estrava           Ilmaria           Meridia
       Belmarch          Fenwold           Jorvania          New Tarsis
       Dunmere Islands   Galdovia          Kestrel Bay
       Eastmark          Hither Sound      Lower Sandoria

     against (3)
       Corvania       Ostrovia       Port Halcyon

     abstaining (4)
    A/RES/95/52  masthead                             32 %  j k  y copy  Esc close
    ");
    let mut reader = Harness::sample("A_HRC_RES_105_7.es.txt").size(40, 40).keys("i j j j");
    let frame = reader.frame();
    assert!(frame.contains("in favour (9)") && frame.contains("against (2)"), "{frame}");
    assert!(frame.contains("Puerto Halcyon"), "{frame}");
}

#[test]
fn what_the_markup_says_in_codes_is_told_in_the_language_of_the_interface() {
    for (locale, committee, vote) in [
        (Language::Fr, "commission     Troisième Commission", "vote enregistré"),
        (Language::Zh, "委员会    第三委员会", "记录表决"),
    ] {
        let settings = Settings { colour: false, locale, ..Settings::default() };
        let frame = Harness::with(settings, "a.xml", marked()).size(60, 34).keys("i").frame();
        let plain = frame.replace(' ', "");
        assert!(
            plain.contains(&committee.replace(' ', "")) && plain.contains(&vote.replace(' ', "")),
            "{frame}"
        );
    }
}
