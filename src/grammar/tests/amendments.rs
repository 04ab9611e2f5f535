//! Amendments to drafts: the instruction, and the new text quoted below it.

use crate::document::dump::dump;
use crate::document::{Document, Kind};
use crate::grammar::{Options, parse};

fn read(source: &str) -> Document {
    let document = parse(source, Options::default());
    super::assert_sound("amendments", source, &document);
    document
}

#[test]
fn new_text_becomes_a_quotation_below_its_instruction() {
    let document = read(concat!(
        "A/95/L.7\n\nGeneral Assembly\n\nDistr.: Limited\n\nAgenda item 72\n\n",
        "Arcadia: amendment to draft resolution A/95/L.3\n\nLakes\n\n",
        "1. Replace “lakes” with “rivers” in the title and the preambular paragraphs.\n\n",
        "2. After the third preambular paragraph, insert a new preambular paragraph reading:\n\n",
        "Stressing that there are ten lakes,\n\n",
        "3. Replace operative paragraph 5 with the following:\n\n",
        "5. Decides to keep the lakes clean;\n\n4. Delete operative paragraph 8.\n",
    ));
    insta::assert_snapshot!(dump(&document), @r##"
    masthead
      m1 "A/95/L.7"
      m2 "General Assembly"
      m3 "Distr.: Limited"
      m4 "Agenda item 72"
      m5 "Arcadia: amendment to draft resolution A/95/L.3"
      title Title "Lakes"
    1 "1." "Replace “lakes” with “rivers” in the title a…ular paragraphs."
    2 "2." "After the third preambular paragraph, insert…ragraph reading:"
      q1 Quotation
        q1.pp1 [STRESS] "Stressing that there are ten lakes,"
    3 "3." "Replace operative paragraph 5 with the following:"
      q2 Quotation
        q2.op5 "5." [SEIZED] "Decides to keep the lakes clean;"
    4 "4." "Delete operative paragraph 8."
    "##);
}

#[test]
fn amendments_in_french_and_chinese() {
    let document = read(concat!(
        "A/95/L.7\n\nAssemblée générale\n\nArcadie : amendements au projet de résolution A/95/L.3\n\nLacs et rivières\n\n",
        "1. Après le troisième alinéa du préambule, insérer un nouvel alinéa ainsi libellé :\n\n",
        "« Soulignant que les lacs sont au nombre de dix, »\n\n",
        "2. Remplacer le paragraphe 5 du dispositif par le texte suivant :\n\n",
        "« 5. Décide de garder les lacs propres ; »\n\n3. Au paragraphe 8, supprimer « et des rivières ».\n",
    ));
    assert_eq!(document.title(), Some("Lacs et rivières"));
    let resolves = |document: &Document, anchor: &str| document.resolve(&anchor.into()).is_some();
    assert!(resolves(&document, "q2.op5") && resolves(&document, "3") && !resolves(&document, "op5"));
    let document = read(concat!(
        "对决议草案A/95/L.3的修正案\n\n1. 在序言部分第三段之后插入一段如下：\n\n强调指出湖泊的数目为十个，\n\n",
        "2. 将执行部分第5段改为：\n\n5. 决定保持湖泊清洁；\n\n3. 删除执行部分第8段。\n",
    ));
    assert!(resolves(&document, "q1.pp1") && resolves(&document, "q2.op5") && resolves(&document, "3"));
}

#[test]
fn amendments_of_students_have_fields_and_headings() {
    let document = read(concat!(
        "AMENDMENT TO DRAFT RESOLUTION 1.2\nSponsors: Arcadia, Port Halcyon\nCommittee: Lakes\n\n",
        "Operative clause 3\n\nReplace the clause with the following:\n\n3. Calls upon all to keep the lakes clean;\n\n",
        "Add a new operative clause after clause 4, reading:\n\n5. Requests the board to write;\n\n6. Decides to read;\n\n",
        "Strike operative clause 7.\n",
    ));
    let quoted = document.ids().filter(|&id| document.node(id).kind == Kind::Quotation);
    assert_eq!(quoted.map(|id| document.children(id).count()).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(document.title(), Some("AMENDMENT TO DRAFT RESOLUTION 1.2"));
}

#[test]
fn instructions_about_other_texts_are_not_amendments() {
    let document = read(
        "How to build\n\nAdd a section to the file:\n\nlakes = 10\n\nReplace the title of the section:\n\nname = 1\n",
    );
    assert!(document.ids().all(|id| document.node(id).kind != Kind::Quotation));
}
