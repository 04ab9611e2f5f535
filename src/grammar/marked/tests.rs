//! Tests of Akoma Ntoso from the file to the tree: what the markup says is what stands there.

use crate::document::Document;
use crate::document::dump::dump;
use crate::formats::akn;
use crate::grammar::{Options, parse_content};
use insta::assert_snapshot;

mod lists;
mod mends;
mod misprints;
mod scopes;

fn parse(source: &str) -> Document {
    parse_content(&akn::read(source), Options::default())
}

/// A resolution with these elements in its statement.
fn statement(inner: &str) -> Document {
    parse(&format!(
        "<akomaNtoso><statement name=\"resolution\"><meta><identification><FRBRExpression>\
         <FRBRlanguage language=\"eng\"/></FRBRExpression></identification></meta>{inner}</statement></akomaNtoso>"
    ))
}

#[test]
fn a_resolution_from_cover_to_conclusions() {
    let document = statement(
        r##"<coverPage>
  <p class="upperRight"><docNumber refersTo="#symbol">A/RES/95/12</docNumber></p>
  <p><docAuthority refersTo="#issuingBody">General Assembly</docAuthority></p>
  <p><inline title="7 (a)" name="agenda item">Agenda item 7 (a)</inline></p>
  <p xml:space="preserve"><docProponent refersTo="#thirdCommittee">[on the report of the Third Committee (<inline name="originating document">A/95/3, para. 4</inline>)]</docProponent></p>
</coverPage>
<preface><p><docNumber>95/12.</docNumber> <docTitle refersTo="#resolutionTitle"><span class="bold">Harbours and tides</span></docTitle></p></preface>
<preamble>
  <formula><p><span class="italic">The General Assembly</span>,</p></formula>
  <container name="Recalling"><p xml:space="preserve">	<span class="italic">Recalling</span> its resolution <a href="https://undocs.org/en/A/RES/94/1">94/1</a>,<authorialNote marker="1"><p>Resolution 55/2.</p></authorialNote></p></container>
</preamble>
<mainBody>
  <paragraph class="SingleTxt"><num>1.</num><content><p>	<span class="italic">Requests</span> the Secretary-General to report<authorialNote marker="*"><p>Orally.</p></authorialNote>;</p></content></paragraph>
  <paragraph class="SingleTxt"><num>2.</num><list><intro><p>Decides:</p></intro>
    <point><num>(a)</num><content><p>To wait;</p></content></point>
    <point><num>(i)</num><content><p>Briefly;</p></content></point>
    <point><num>(b)</num><content><p>To return;</p></content></point>
    <wrapUp><p>and to rest.</p></wrapUp></list></paragraph>
</mainBody>
<conclusions><p><event refersTo="#adoption"><location refersTo="#adoptionMeeting">3rd plenary meeting</location><eol/><docDate refersTo="#adoptionDate">1 May 2040</docDate></event></p></conclusions>"##,
    );
    assert_snapshot!(dump(&document), @r#"
    masthead
      m1 "A/RES/95/12"
      m2 "General Assembly"
      m3 "Agenda item 7 (a)"
      m4 "[on the report of the Third Committee (A/95/3, para. 4)]"
      title Title "95/12." "Harbours and tides"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 94/1,¹" ^fn1
    operative
      op1 "1." [REQUEST] to secretary-general "Requests the Secretary-General to report*;" ^fn*
      op2 "2." [DECIDE] "Decides:"
        op2(a) "(a)" "To wait;"
          op2(a)(i) "(i)" "Briefly;"
        op2(b) "(b)" "To return;"
        op2+1 Continuation "and to rest."
    closing1 Closing "3rd plenary meeting"
    closing2 Closing "1 May 2040"
    notes
      fn1 "1" "Resolution 55/2."
      fn* "*" "Orally."
    "#);
    let (card, details) = (document.masthead(), document.details());
    assert_eq!(card.symbol.as_deref(), Some("A/RES/95/12"));
    assert_eq!(card.title.as_deref(), Some("Harbours and tides"));
    assert_eq!(card.basis.as_deref(), Some("on the report of the Third Committee (A/95/3, para. 4)"));
    assert_eq!(card.meeting.as_deref(), Some("3rd plenary meeting"));
    assert_eq!(details.form.as_deref(), Some("resolution"));
    assert_eq!(details.committee.as_deref(), Some("thirdCommittee"));
    assert_eq!(details.agenda[0].number.as_deref(), Some("7 (a)"));
    assert_eq!(document.references().len(), 2);
}

#[test]
fn votes_sponsors_and_subjects_are_details() {
    let document = parse(
        r#"<akomaNtoso><statement name="resolution"><meta>
<classification source="library"><keyword value="HARBOURS" showAs="HARBOURS" dictionary="UNBIS Thesaurus"/></classification>
<workflow><step date="0001-01-01" outcome="draftResolution" as="A/95/L.3" by="Chad, Trinidad and Tobago and Fiji"/></workflow>
<analysis><parliamentary><voting outcome="adoptedRecordedVote">
<count value="002" refersTo="inFavour"><x:voters><organization refersTo="memberState">CHAD</organization><organization>FIJI</organization></x:voters></count>
<count value="1" refersTo="against"><x:voters><organization>PERU</organization></x:voters></count>
</voting></parliamentary></analysis></meta><mainBody/></statement></akomaNtoso>"#,
    );
    let details = document.details();
    assert_eq!(details.sponsors(), ["Chad", "Trinidad and Tobago", "Fiji"]);
    assert_eq!(details.steps[0].date, None);
    assert_eq!(details.subjects_of("UNBIS Thesaurus").next().unwrap().value, "HARBOURS");
    let vote = &details.votes[0];
    let side = |choice: &str| vote.sides.iter().find(|side| side.choice == choice).unwrap();
    assert_eq!(side("inFavour").size(), 2);
    assert_eq!(side("against").voters[0].name, "PERU");
}

#[test]
fn numbers_typed_into_the_words_are_labels_of_inferred_paragraphs() {
    let document = statement(
        "<mainBody><paragraph><content><p>1. Decides:</p></content></paragraph>\
         <paragraph><content><p>\t(a)\tTo wait;</p></content></paragraph>\
         <paragraph><num>2.</num><content><p>Requests a report.</p></content></paragraph></mainBody>",
    );
    assert_snapshot!(dump(&document), @r#"
    operative
      op1 "1." [DECIDE] inferred "Decides:"
        op1(a) "(a)" inferred "To wait;"
      op2 "2." [REQUEST] "Requests a report."
    "#);
}

#[test]
fn sections_have_preambles_and_headings_open_annexes() {
    let document = statement(
        r##"<mainBody><section><subheading>	A	</subheading><subheading>Lights</subheading>
<crossHeading refersTo="#preamble"><span class="italic">Noting</span> the dark,</crossHeading>
<paragraph><num>1.</num><content><p>Asks for light.</p></content></paragraph></section></mainBody>
<attachments><attachment><doc name="annex"><meta/><mainBody>
<paragraph class="H1"><content><p><span class="bold">Annex I</span></p></content></paragraph>
<paragraph class="HCh"><num>II.</num><content><p>.	Lamps</p></content></paragraph>
<paragraph><num>1.</num><content><p>A lamp is a light.</p></content></paragraph>
<container><table><tr><td><p>Lamp</p></td><td><p>Price</p></td></tr><tr><td/><td><p>3</p><p>dollars</p></td></tr></table></container>
</mainBody></doc></attachment></attachments>"##,
    );
    assert_snapshot!(dump(&document), @r#"
    A "A" "Lights"
      A.preamble
        A.pp1 [NOTE] "Noting the dark,"
      A.operative
        A.op1 "1." [REQUEST] "Asks for light."
    annex-I "Annex I"
      annex-I.II "II." "Lamps"
        annex-I.II.1 "1." "A lamp is a light."
          annex-I.II.t1 Table "Lamp\tPrice\n\t3\ndollars"
    "#);
}

#[test]
fn what_follows_a_title_continues_it() {
    let document = statement(
        "<preface><p><docNumber>95/3.</docNumber><docTitle>Seas</docTitle></p>\
         <p><docNumber refersTo=\"#letter\">B</docNumber><authorialNote marker=\"1\"><p>Once A.</p></authorialNote></p></preface>",
    );
    assert_snapshot!(dump(&document), @r#"
    masthead
      title Title "95/3." "Seas"
        title+1 Continuation "B¹" ^fn1
    notes
      fn1 "1" "Once A."
    "#);
}

#[test]
fn resolutions_published_as_one_are_parts() {
    let document = parse(
        r##"<akomaNtoso><documentCollection name="publication"><meta/><preface><p><docNumber>95/3.</docNumber><docTitle refersTo="#resolutionTitle">Seas</docTitle></p></preface>
<collectionBody><component><documentRef showAs="Resolution A"/></component></collectionBody></documentCollection><components>
<component><statement name="resolution"><meta><workflow><step outcome="adopted"/></workflow></meta><preface><p><docNumber>A</docNumber><docTitle refersTo="#resolutionTitle">Waves</docTitle></p></preface>
<preamble><formula><p>The General Assembly,</p></formula></preamble><mainBody><paragraph><num>1.</num><content><p>Notes the waves.</p></content></paragraph></mainBody></statement></component>
<component><statement name="resolution"><meta><workflow><step outcome="adopted"/></workflow></meta><preface><p><docNumber>B</docNumber></p></preface>
<mainBody><paragraph><num>1.</num><content><p>Notes the wind.</p></content></paragraph></mainBody></statement></component></components></akomaNtoso>"##,
    );
    assert_snapshot!(dump(&document), @r#"
    masthead
      title Title "95/3." "Seas"
    A "A" "Waves"
      A.preamble
        A.enacting "The General Assembly,"
      A.operative
        A.op1 "1." [NOTE] "Notes the waves."
    B "B"
      B.operative
        B.op1 "1." [NOTE] "Notes the wind."
    "#);
    let parts: Vec<_> = document.details().steps.iter().map(|step| step.part.as_deref()).collect();
    assert_eq!(parts, [Some("A"), Some("B")]);
    assert_eq!(document.title(), Some("Seas"));
}

#[test]
fn raised_brackets_belong_to_the_mark() {
    let document = statement(
        "<mainBody><paragraph><num>1.</num><content><p>word<sup>(</sup><authorialNote marker=\"5\"><p>Note.</p></authorialNote><sup>)</sup>, 10<sup>9</sup> <i>more</i></p></content></paragraph></mainBody>",
    );
    let id = document.ids().find(|&id| document.body(id).starts_with("word")).unwrap();
    assert_eq!(document.body(id), "word⁽⁵⁾, 10⁹ more");
    assert_eq!(document.own_text(id), "word, 10⁹ more");
}

#[test]
fn broken_markup_is_doubted_and_loses_no_word() {
    let document = statement(
        "stray <mainBody><paragraph><num>1.</num><content><p>Decides</content></paragraph> loose<foo>unknown</foo></mainBody>",
    );
    for word in ["stray", "Decides", "loose", "unknown"] {
        assert!(document.text().contains(word), "{word}");
    }
    assert!(document.diagnostics().iter().any(|diagnostic| diagnostic.code() == "markup"));
}

#[test]
fn a_hundred_thousand_elements_in_each_other() {
    for tag in ["paragraph", "point", "section", "authorialNote", "table", "span", "a", "p"] {
        let source = format!(
            "<akomaNtoso>{}words{}",
            format!("<{tag}>").repeat(100_000),
            format!("</{tag}>").repeat(100_000)
        );
        assert!(parse(&source).text().contains("words"), "{tag}");
    }
}

#[test]
fn endless_clauses_are_one() {
    let source = format!("<akomaNtoso><mainBody>{}</mainBody>", "<p>x</p>".repeat(300_000));
    let document = parse(&source);
    assert!(document.len() < 200_000);
    assert_eq!(document.text().matches('x').count(), 300_000);
    assert!(document.diagnostics().iter().any(|diagnostic| diagnostic.code() == "too-many-nodes"));
}
