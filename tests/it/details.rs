//! What the sheet about a document shows: votes by State, sponsors, steps, subjects.

use crate::harness::Harness;
use insta::assert_snapshot;
use plenary::app::settings::Settings;
use plenary::document::Document;
use plenary::document::details::{AgendaItem, Details, Side, Step, Subject, Vote, Voter};
use plenary::document::{Builder, Kind, Span};
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
fn votes_sponsors_and_steps_of_the_markup_are_lists() {
    let settings = Settings { colour: false, ..Settings::default() };
    let mut reader = Harness::with(settings, "a.xml", marked()).size(60, 34).keys("i");
    assert_snapshot!(reader.frame(), @"");
    reader.press("y");
    assert!(
        reader.copied.as_deref().unwrap().contains("in favour (5)\tARCADIA, BELMARCH"),
        "{:?}",
        reader.copied
    );
}

#[test]
fn votes_that_a_text_prints_are_told_apart() {
    let mut reader = Harness::sample("A_RES_95_52.en.txt").size(80, 34).keys("i");
    assert_snapshot!(reader.frame(), @"");
    let mut reader = Harness::sample("A_HRC_RES_105_7.es.txt").size(40, 40).keys("i j j j");
    let frame = reader.frame();
    assert!(frame.contains("in favour (9)") && frame.contains("against (2)"), "{frame}");
    assert!(frame.contains("Puerto Halcyon"), "{frame}");
}
