//! One small text for each rule of the grammar, and the tree that it gives.

use crate::document::dump::dump;
use crate::grammar::{Options, parse};

/// The dump of a text's tree.
fn tree(source: &str) -> String {
    let document = parse(source, Options::default());
    super::assert_sound("a rule", source, &document);
    dump(&document)
}

/// A paragraph that is divided by a page and its notes is joined, and the notes come last.
#[test]
fn a_paragraph_may_be_divided_by_a_page_and_its_notes() {
    let source = concat!(
        "80/1. On reading\n\n",
        "The General Assembly,\n\n",
        "Recalling the dialogue¹ between\n\n",
        "¹ See A/80/1.\n\n",
        "\n",
        "\n",
        "the States concerned,\n\n",
        "1. *Requests* the Secretary-General to report.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "On reading"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling the dialogue¹ between the States concerned," ^fn1
    operative
      op1 "1." [REQUEST] to secretary-general "Requests the Secretary-General to report."
    notes
      fn1 "1" "See A/80/1."
    "##);
}

/// As `pdftotext` gives it: running heads and page numbers are set aside, and a word divided at a line end is joined.
#[test]
fn lines_of_a_wrapped_text_are_joined() {
    let source = concat!(
        "United Nations\n\n",
        "A/RES/80/1\n\n",
        "80/1. On reading\n\n",
        "The General Assembly,\n\n",
        "Recalling the importance of the co-\noperation of all States in reading resolutions,1\n\n",
        "1. Requests all States to go on with it for as long as it may take\n\n",
        "1 See A/80/1.\n\n",
        "1/2\n\u{c}A/RES/80/1\n\n",
        "until all have been read;\n\n",
        "2. Decides to remain seized of the matter.\n\n",
        "2/2\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      m1 "United Nations"
      m2 "A/RES/80/1"
      title Title "80/1." "On reading"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling the importance of the co-operation…ng resolutions,¹" ^fn1
    operative
      op1 "1." [REQUEST] to states "Requests all States to go on with it for as … have been read;"
      op2 "2." [SEIZED] "Decides to remain seized of the matter."
    notes
      fn1 "1" "See A/80/1."
    - page-number "1/2" line 16
    - running-head "A/RES/80/1" line 17
    - page-number "2/2" line 23
    "##);
}

#[test]
fn a_number_may_stand_alone_on_its_line() {
    let source = concat!(
        "80/1. On reading\n\n",
        "The General Assembly,\n\n",
        "Recalling its resolution 79/1,\n\n",
        "1.\n\n",
        "Requests all States to read;\n\n",
        "2.\nDecides to remain seized of the matter.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "On reading"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 79/1,"
    operative
      op1 "1." [REQUEST] to states "Requests all States to read;"
      op2 "2." [SEIZED] "Decides to remain seized of the matter."
    "##);
}

/// (i) after (h) is a letter unless (ii) follows; text after a list continues the clause.
#[test]
fn lists_nest_and_text_after_a_list_belongs_to_the_clause() {
    let source = concat!(
        "80/1. On reading\n\n",
        "The General Assembly,\n\n",
        "Recalling its resolution 79/1,\n\n",
        "1. Requests States:\n\n",
        "(a) To read:\n\n",
        "(i) Slowly;\n\n",
        "(ii) Aloud;\n\n",
        "(b) To write;\n\n",
        "and to report thereon;\n\n",
        "2. Decides to remain seized of the matter.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "On reading"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 79/1,"
    operative
      op1 "1." [REQUEST] to states "Requests States:"
        op1(a) "(a)" "To read:"
          op1(a)(i) "(i)" "Slowly;"
          op1(a)(ii) "(ii)" "Aloud;"
        op1(b) "(b)" "To write;"
        op1+1 Continuation "and to report thereon;"
      op2 "2." [SEIZED] "Decides to remain seized of the matter."
    "##);
}

#[test]
fn the_letter_i_after_h() {
    let source = concat!(
        "80/1. On reading\n\n",
        "The General Assembly,\n\n",
        "Recalling its resolution 79/1,\n\n",
        "1. Requests States:\n\n",
        "(a) To a;\n\n",
        "(b) To b;\n\n",
        "(c) To c;\n\n",
        "(d) To d;\n\n",
        "(e) To e;\n\n",
        "(f) To f;\n\n",
        "(g) To g;\n\n",
        "(h) To h;\n\n",
        "(i) To i;\n\n",
        "(j) To j;\n\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "On reading"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 79/1,"
    operative
      op1 "1." [REQUEST] to states "Requests States:"
        op1(a) "(a)" "To a;"
        op1(b) "(b)" "To b;"
        op1(c) "(c)" "To c;"
        op1(d) "(d)" "To d;"
        op1(e) "(e)" "To e;"
        op1(f) "(f)" "To f;"
        op1(g) "(g)" "To g;"
        op1(h) "(h)" "To h;"
        op1(i) "(i)" "To i;"
        op1(j) "(j)" "To j;"
    "##);
}

#[test]
fn a_lost_number_is_inferred() {
    let source = concat!(
        "80/1. On reading\n\n",
        "The General Assembly,\n\n",
        "Recalling its resolution 79/1,\n\n",
        "1. Requests States to read;\n\n",
        "Decides to continue;\n\n",
        "3. Urges States to write.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "On reading"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 79/1,"
    operative
      op1 "1." [REQUEST] to states "Requests States to read;"
      op2 [SEIZED] inferred "Decides to continue;"
      op3 "3." [URGE] to states "Urges States to write."
    ! number-inferred line 9
    "##);
}

/// The numbering restarts in each section.
#[test]
fn sections_may_have_their_own_preambles() {
    let source = concat!(
        "80/1. On reading\n\n",
        "I\n\n",
        "Books\n\n",
        "The General Assembly,\n\n",
        "Recalling its resolution 79/1,\n\n",
        "1. Requests States to read;\n\n",
        "II\n\n",
        "Letters\n\n",
        "Recalling its resolution 79/2,\n\n",
        "1. Urges States to write.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "On reading"
    I "I" "Books"
      I.preamble
        I.enacting "The General Assembly,"
        I.pp1 [REAFFIRM] "Recalling its resolution 79/1,"
      I.operative
        I.op1 "1." [REQUEST] to states "Requests States to read;"
    II "II" "Letters"
      II.preamble
        II.pp1 [REAFFIRM] "Recalling its resolution 79/2,"
      II.operative
        II.op1 "1." [URGE] to states "Urges States to write."
    "##);
}

/// Numbers that continue through sections, and through their lettered parts, leave no gaps.
#[test]
fn numbers_may_continue_through_sections() {
    let source = concat!(
        "80/2. On reading\n\nThe General Assembly,\n\nRecalling its resolution 79/1,\n\n1. Requests States to read;\n\n",
        "I\n\nBooks\n\n2. Urges States to write;\n\nA\n\nNovels\n\n3. Invites States to print;\n\n",
        "II\n\nLetters\n\n4. Decides to read on.\n",
    );
    let document = parse(source, Options::default());
    assert_eq!(document.diagnostics(), [], "{}", tree(source));
}

#[test]
fn lettered_resolutions_are_parts() {
    let source = concat!(
        "80/1. On reading\n\n",
        "A\n\n",
        "Books\n\n",
        "The General Assembly,\n\n",
        "Recalling its resolution 79/1,\n\n",
        "1. Requests States to read.\n\n",
        "B\n\n",
        "Letters\n\n",
        "The General Assembly,\n\n",
        "Recalling its resolution 79/2,\n\n",
        "1. Urges States to write.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "On reading"
    A "A"
      A.h1 "Books"
      A.preamble
        A.enacting "The General Assembly,"
        A.pp1 [REAFFIRM] "Recalling its resolution 79/1,"
      A.operative
        A.op1 "1." [REQUEST] to states "Requests States to read."
    B "B"
      B.h1 "Letters"
      B.preamble
        B.enacting "The General Assembly,"
        B.pp1 [REAFFIRM] "Recalling its resolution 79/2,"
      B.operative
        B.op1 "1." [URGE] to states "Urges States to write."
    "##);
}

/// Articles and headings in an annex belong to it.
#[test]
fn an_annex_has_its_own_numbering() {
    let source = concat!(
        "80/1. On reading\n\n",
        "The General Assembly,\n\n",
        "Recalling its resolution 79/1,\n\n",
        "1. Adopts the rules annexed to the present resolution.\n\n",
        "71st plenary meeting\n21 December 2025\n\n",
        "Annex\n\n",
        "Rules of reading\n\n",
        "Article 1\n\n",
        "1. Readers shall read.\n\n",
        "2. They may stop.\n\n",
        "Article 2\n\n",
        "1. The rules enter into force.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "On reading"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 79/1,"
    operative
      op1 "1." [APPROVE] "Adopts the rules annexed to the present resolution."
    closing1 Closing "71st plenary meeting"
    closing2 Closing "21 December 2025"
    annex "Annex"
      annex.h1 "Rules of reading"
      annex.art1 "Article 1"
        annex.art1.1 "1." "Readers shall read."
        annex.art1.2 "2." "They may stop."
      annex.art2 "Article 2"
        annex.art2.1 "1." "The rules enter into force."
    "##);
}

#[test]
fn old_resolutions_have_no_numbers() {
    let source = concat!(
        "Resolution 262 (1968)\nof 31 December 1968\n\n",
        "The Security Council,\n\n",
        "Having considered the letter,\n\n",
        "Condemns the attack;\n\n",
        "Decides to remain seized of the matter.\n\n",
        "Adopted unanimously at the\n1462nd meeting.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      m1 "Resolution 262 (1968) of 31 December 1968"
    preamble
      enacting "The Security Council,"
      pp1 [BASIS] "Having considered the letter,"
    operative
      op1 [CONDEMN] inferred "Condemns the attack;"
      op2 [SEIZED] inferred "Decides to remain seized of the matter."
    closing1 Closing "Adopted unanimously at the 1462nd meeting."
    ! number-inferred line 8
    ! number-inferred line 10
    "##);
}

#[test]
fn a_nested_resolution_becomes_a_quotation() {
    let source = concat!(
        "80/1. On reading\n\n",
        "The General Assembly,\n\n",
        "Recalling its resolution 79/1,\n\n",
        "Having received the following text:\n\n",
        "“The Security Council,\n\n",
        "“Taking note of the report,\n\n",
        "1. Requests States to read.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "On reading"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 79/1,"
      pp2 [BASIS] "Having received the following text:"
        q1 Quotation
          q1.enacting "“The Security Council,"
          q1.pp1 [NOTE] "“Taking note of the report,"
    operative
      op1 "1." [REQUEST] to states "Requests States to read."
    "##);
}

#[test]
fn an_asterisk_of_a_note_is_not_emphasis() {
    let source = concat!(
        "80/1. On reading*\n\n",
        "The General Assembly,\n\n",
        "Recalling its resolution 79/1,\n\n",
        "1. *Requests* States to read.\n\n",
        "* Reissued for technical reasons on 15 January 2026.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "On reading*" ^fn*
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 79/1,"
    operative
      op1 "1." [REQUEST] to states "Requests States to read."
    notes
      fn* "*" "Reissued for technical reasons on 15 January 2026."
    "##);
}

#[test]
fn the_vote_and_the_meeting_are_recognised() {
    let source = concat!(
        "80/1. On reading\n\n",
        "The General Assembly,\n\n",
        "Recalling its resolution 79/1,\n\n",
        "1. Requests States to read.\n\n",
        "71st plenary meeting\n21 December 2025\n\n",
        "[Adopted by a recorded vote of 25 to 6, with 16 abstentions. The voting was as follows:\n\n",
        "In favour: Arcadia, Belmarch\n\n",
        "Against: Corvia\n\n",
        "Abstaining: none]\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "On reading"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 79/1,"
    operative
      op1 "1." [REQUEST] to states "Requests States to read."
    closing1 Closing "71st plenary meeting"
    closing2 Closing "21 December 2025"
    vote1 Vote "[Adopted by a recorded vote of 25 to 6, with… was as follows:"
    vote2 Vote "In favour: Arcadia, Belmarch"
    vote3 Vote "Against: Corvia"
    vote4 Vote "Abstaining: none]"
    "##);
}

#[test]
fn a_text_that_is_not_a_resolution() {
    let source =
        concat!("# A report\n\n", "The working group met in Geneva.\n\n", "# What it did\n\n", "It read.\n",);
    insta::assert_snapshot!(tree(source), @r##"
    h1 "A report"
    p1 "The working group met in Geneva."
    h2 "What it did"
    p2 "It read."
    ! not-a-resolution line 1
    "##);
}

/// Numbers with a dash, and letters in the abjad order.
#[test]
fn arabic() {
    let source = concat!(
        "80/1 القراءة\n\n",
        "إن الجمعية العامة،\n\n",
        "إذ تشير إلى قرارها 79/1،\n\n",
        "1 - تطلب إلى الأمين العام:\n\n",
        "(أ) أن يقرأ؛\n\n",
        "(ب) أن يكتب؛\n\n",
        "2 - تقرر أن تبقي المسألة قيد النظر.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1" "القراءة"
    preamble
      enacting "إن الجمعية العامة،"
      pp1 [REAFFIRM] "إذ تشير إلى قرارها 79/1،"
    operative
      op1 "1 -" [REQUEST] to secretary-general "تطلب إلى الأمين العام:"
        op1(a) "(أ)" "أن يقرأ؛"
        op1(b) "(ب)" "أن يكتب؛"
      op2 "2 -" [SEIZED] "تقرر أن تبقي المسألة قيد النظر."
    "##);
}

/// Without spaces and case, numbers and position decide.
#[test]
fn chinese() {
    let source = concat!(
        "80/1. 阅读\n\n",
        "大会，\n\n",
        "回顾其第79/1号决议，\n\n",
        "1. 请秘书长阅读；\n\n",
        "2. 决定继续处理此案。\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "阅读"
    preamble
      enacting "大会，"
      pp1 [REAFFIRM] "回顾其第79/1号决议，"
    operative
      op1 "1." [REQUEST] to secretary-general "请秘书长阅读；"
      op2 "2." [SEIZED] "决定继续处理此案。"
    "##);
}

/// Preambular paragraphs begin in lower case, also after a page break.
#[test]
fn russian() {
    let source = concat!(
        "80/1. Чтение\n\n",
        "Генеральная Ассамблея,\n\n",
        "ссылаясь на свою резолюцию 79/1,\n\n",
        "будучи убеждена в пользе\n\n",
        "\n",
        "\n",
        "чтения,\n\n",
        "1. просит Генерального секретаря:\n\n",
        "a) читать;\n\n",
        "б) писать;\n\n",
        "2. постановляет продолжить рассмотрение вопроса.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "Чтение"
    preamble
      enacting "Генеральная Ассамблея,"
      pp1 [REAFFIRM] "ссылаясь на свою резолюцию 79/1,"
      pp2 [RECOGNIZE] "будучи убеждена в пользе чтения,"
    operative
      op1 "1." [REQUEST] to secretary-general "просит Генерального секретаря:"
        op1(a) "a)" "читать;"
        op1(b) "б)" "писать;"
      op2 "2." [SEIZED] "постановляет продолжить рассмотрение вопроса."
    "##);
}

/// Escape sequences, bidirectional overrides and bells are dropped.
#[test]
fn nothing_hostile_reaches_the_terminal() {
    let source = concat!(
        "80/1. On reading\n\n",
        "The General Assembly,\n\n",
        "Recalling its resolution 79/1,\n\n",
        "1. Requests\u{1b}[31m States\u{202e} to\u{7} read.\n",
    );
    insta::assert_snapshot!(dump(&parse(source, Options::default())), @r##"
    masthead
      title Title "80/1." "On reading"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 79/1,"
    operative
      op1 "1." [REQUEST] to states "Requests States to read."
    "##);
}

#[test]
fn markdown_is_read_as_markup() {
    let source = concat!(
        "## 80/1. On reading\n\n",
        "**The General Assembly,**\n\n",
        "*Recalling* its resolution 79/1,[^1]\n\n",
        "---\n\n",
        "1\\. *Requests* States to _read_.\n\n",
        "[^1]: See A/80/1.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "On reading"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 79/1,¹" ^fn1
    operative
      op1 "1." [REQUEST] to states "Requests States to read."
    notes
      fn1 "1" "See A/80/1."
    - rule "---" line 7
    "##);
}

#[test]
fn a_table_between_bars_has_cells() {
    let source = concat!(
        "80/1. On reading\n\n",
        "The General Assembly,\n\n",
        "Recalling its resolution 79/1,\n\n",
        "1. Approves the scale:\n\n",
        "| State | Rate |\n| Arcadia | 0.005 |\n\n",
        "2. Decides to remain seized of the matter.\n",
    );
    insta::assert_snapshot!(tree(source), @r##"
    masthead
      title Title "80/1." "On reading"
    preamble
      enacting "The General Assembly,"
      pp1 [REAFFIRM] "Recalling its resolution 79/1,"
    operative
      op1 "1." [APPROVE] "Approves the scale:"
        t1 Table "State\tRate\nArcadia\t0.005"
      op2 "2." [SEIZED] "Decides to remain seized of the matter."
    "##);
}
