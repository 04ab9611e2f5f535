//! Tables on the screen, at various widths.

use crate::harness::Harness;
use insta::assert_snapshot;
use plenary::document::{Cell, Document, Kind, Language, Span, Table};
use plenary::internals::{Builder, Settings};
use std::sync::Arc;

/// A cell as given in the tests: its words, and how many columns and rows it covers.
#[derive(Clone, Debug)]
pub(crate) struct Wanted(String, u16, u16);

impl From<&str> for Wanted {
    fn from(words: &str) -> Self {
        Self(words.to_owned(), 1, 1)
    }
}

/// A cell over several columns or rows.
fn over(words: &str, columns: u16, rows: u16) -> Wanted {
    Wanted(words.to_owned(), columns, rows)
}

macro_rules! rows {
    ($([$($cell:expr),* $(,)?]),* $(,)?) => { vec![$(vec![$(Wanted::from($cell)),*]),*] };
}

// Declared after the macro, which it uses.
mod everywhere;
mod reading;

/// A resolution with a paragraph, a table with this many header rows, and a paragraph after it.
pub(crate) fn document(language: Language, header_rows: u32, rows: &[Vec<Wanted>]) -> Arc<Document> {
    document_with(language, header_rows, rows, 1)
}

/// The same with `after_it` paragraphs after the table.
fn document_with(language: Language, header_rows: u32, rows: &[Vec<Wanted>], after_it: u32) -> Arc<Document> {
    let (before, after) = match language {
        Language::Ar => ("تقرر الجدول التالي:", "تقرر أن تبقي المسألة قيد نظرها."),
        Language::Zh => ("决定采用下表：", "决定继续处理此案。"),
        Language::Fr => ("Décide d'adopter le barème ci-après :", "Décide de rester saisie de la question."),
        _ => ("Decides that the scale shall be as follows:", "Decides to remain seized of the matter."),
    };
    let mut builder = Builder::new();
    builder.set_language(Some(language));
    builder.open(Kind::OperativePart, Span::default());
    builder.leaf(Kind::Operative, "1.", 1, before, Span::default());
    let node = builder.open(Kind::Table, Span::default());
    let mut table = Table::default();
    table.header_rows = header_rows;
    let start = builder.push("").start;
    // For each row, the columns that cells from rows above reach into.
    let mut taken: Vec<Vec<u16>> = vec![Vec::new(); rows.len() + 8];
    for (at, row) in rows.iter().enumerate() {
        table.begin_row();
        let mut column = 0;
        for Wanted(words, columns, down) in row {
            while taken[at].contains(&column) {
                column += 1;
            }
            let text = builder.push(words);
            builder.push("\t");
            table.push(Cell {
                text,
                column,
                columns: *columns,
                rows: *down,
                align: plenary::document::Align::Unset,
                header: false,
            });
            for below in at + 1..(at + usize::from(*down)).min(taken.len()) {
                taken[below].extend(column..column + columns);
            }
            column += columns;
        }
        builder.push("\n");
    }
    let end = builder.push("").end;
    builder.node_mut(node).body = Span { start, end };
    table.close();
    builder.table(node, table);
    builder.close();
    for number in 2..2 + after_it {
        builder.leaf(Kind::Operative, &format!("{number}."), number, after, Span::default());
    }
    Arc::new(builder.finish())
}

fn reader(document: Arc<Document>, width: u16, height: u16) -> Harness {
    let settings =
        Settings { colour: false, outline: plenary::internals::Outline::Hidden, ..Settings::default() };
    Harness::with(settings, "text.txt", document).size(width, height)
}

pub(crate) fn scale() -> Vec<Vec<Wanted>> {
    rows![
        ["Member State", "Rate (percentage)", "Remarks"],
        ["Atlantis", "0.005", "Pays in kind."],
        [
            "Lilliput and Blefuscu, United Islands of",
            "12.5",
            "The islands are assessed together, as they were before the war over the egg."
        ],
        ["Utopia", "1,021.75", "–"],
    ]
}

#[test]
fn columns_fit_words_wrap_and_figures_align_at_the_decimal_mark() {
    assert_snapshot!(reader(document(Language::En, 1, &scale()), 72, 20).frame(), @"
      1. Decides that the scale shall be as follows:

    Member State                     Rate  Remarks
                             (percentage)
    ──────────────────────────────────────────────────────────────────────
    Atlantis                        0.005  Pays in kind.

    Lilliput and Blefuscu,         12.5    The islands are assessed
    United Islands of                      together, as they were before
                                           the war over the egg.

    Utopia                      1,021.75   –

      2. Decides to remain seized of the matter.





    text.txt  para. 1 · 1 of 2                 all  : jump  / find  ? keys
    ");
}

fn wide() -> Vec<Vec<Wanted>> {
    let mut rows = rows![
        [
            over("Budget section", 1, 2),
            over("Expenditure", 3, 1),
            over("Estimates", 3, 1),
            over("Posts", 3, 1)
        ],
        ["2038", "2039", "2040", "2041", "2042", "2043", "Professional", "General Service", "Local"],
    ];
    for (at, name) in
        ["Overall policy-making", "Political affairs", "International justice and law"].iter().enumerate()
    {
        let money = |year: usize| {
            format!("{}\u{a0}{:03}.{}", (at + 3) * (year + 7), (at * 371 + year * 97) % 1000, year % 10)
        };
        let mut row = vec![Wanted::from(*name)];
        row.extend((0..6).map(|year| Wanted::from(money(year).as_str())));
        row.extend((0..3).map(|kind| Wanted::from(format!("{}", at * 17 + kind * 5).as_str())));
        rows.push(row);
    }
    rows.push(vec![over("A section that no State has asked for", 10, 1)]);
    rows
}

fn arabic() -> Vec<Vec<Wanted>> {
    rows![
        ["الدولة العضو", "النسبة المئوية", "ملاحظات"],
        ["أطلانطس", "0.005", "تدفع عينا"],
        ["الجزر المتحدة", "12.5", "تقيم الجزر معا كما كانت قبل الحرب على البيضة الكبيرة"],
    ]
}

fn chinese() -> Vec<Vec<Wanted>> {
    rows![
        ["会员国", "百分比", "说明"],
        ["大西国", "0.005", "以实物支付。"],
        ["乌托邦国", "12.5", "这些岛屿在战争之前就一起摊款，现在仍然一起摊款。"],
    ]
}

/// Forty States, each with a rate.
fn long() -> Vec<Vec<Wanted>> {
    let mut rows = rows![["Member State", "Rate"]];
    rows.extend(
        (1..=40).map(|at| vec![format!("State {at}").as_str().into(), format!("0.{at:03}").as_str().into()]),
    );
    rows
}

#[test]
fn a_table_wider_than_the_screen_keeps_its_first_column_and_scrolls_the_others() {
    let mut reader = reader(document(Language::En, 2, &wide()), 80, 14);
    assert_snapshot!(reader.frame(), @"
      1. Decides that the scale shall be as follows:

    Budget section                           Expenditure               Estimates
                                       2038         2039         2040       2041
    ─────────────────────────────────────────────────────────────────────────────›
    Overall policy-making          21 000.0     24 097.1     27 194.2   30 291.3
    Political affairs              28 371.0     32 468.1     36 565.2   40 662.3
    International justice and      35 742.0     40 839.1     45 936.2   50 033.3
      law
    A section that no State has asked for

      2. Decides to remain seized of the matter.

    text.txt  para. 1 · 1 of 2                            all  ← → columns  ? keys
    ");
    reader.press("Right Right");
    assert_snapshot!(reader.frame(), @"
      1. Decides that the scale shall be as follows:

    Budget section              Expenditure             Estimates
                                       2040       2041       2042       2043
    ‹────────────────────────────────────────────────────────────────────────────›
    Overall policy-making          27 194.2   30 291.3   33 388.4   36 485.5
    Political affairs              36 565.2   40 662.3   44 759.4   48 856.5
    International justice and      45 936.2   50 033.3   55 130.4   60 227.5
      law
    A section that no State has asked for

      2. Decides to remain seized of the matter.

    columns 4–7 of 10                                     all  ← → columns  ? keys
    ");
    reader.press("Right Right Right Right Right");
    assert_snapshot!(reader.frame(), @"
      1. Decides that the scale shall be as follows:

    Budget section              Estimates              Posts
                                     2043  Professional    General  Local
                                                           Service
    ‹─────────────────────────────────────────────────────────────────────────────
    Overall policy-making        36 485.5             0          5     10
    Political affairs            48 856.5            17         22     27
    International justice and    60 227.5            34         39     44
      law
    A section that no State has asked for

      2. Decides to remain seized of the matter.
    the last columns                                    100 %  ← → columns  ? keys
    ");
    reader.press("Left Left Left Left Left Left");
    assert_eq!(
        reader.status(),
        " the first columns                                     all  ← → columns  ? keys"
    );
}

#[test]
fn on_a_narrow_screen_a_row_becomes_lines_of_header_and_value() {
    let mut reader = reader(document(Language::En, 2, &wide()), 44, 30);
    assert_snapshot!(reader.frame(), @"
      1. Decides that the scale shall be as
         follows:

    Budget section, Expenditure, 2038, 2039,
    2040, Estimates, 2041, 2042, 2043, Posts,
    Professional, General Service, Local
    ──────────────────────────────────────────
    Overall policy-making
      Expenditure, 2038: 21 000.0
      Expenditure, 2039: 24 097.1
      Expenditure, 2040: 27 194.2
      Estimates, 2041: 30 291.3
      Estimates, 2042: 33 388.4
      Estimates, 2043: 36 485.5
      Posts, Professional: 0
      Posts, General Service: 5
      Posts, Local: 10

    Political affairs
      Expenditure, 2038: 28 371.0
      Expenditure, 2039: 32 468.1
      Expenditure, 2040: 36 565.2
      Estimates, 2041: 40 662.3
      Estimates, 2042: 44 759.4
      Estimates, 2043: 48 856.5
      Posts, Professional: 17
      Posts, General Service: 22
      Posts, Local: 27

    text.txt  para. 1 · 1 of 2            64 %
    ");
}

#[test]
fn a_table_is_wider_than_the_text_only_where_that_saves_lines() {
    assert_snapshot!(reader(document(Language::En, 1, &scale()), 120, 12).frame(), @"
                        1. Decides that the scale shall be as follows:

                      Member State                         Rate  Remarks
                                                   (percentage)
                      ─────────────────────────────────────────────────────────────────────────────────
                      Atlantis                            0.005  Pays in kind.

                      Lilliput and Blefuscu,             12.5    The islands are assessed together, as
                      United Islands of                          they were before the war over the egg.

                      Utopia                          1,021.75   –
    text.txt  para. 1 · 1 of 2                                                                86 %  : jump  / find  ? keys
    ");
    assert_snapshot!(reader(document(Language::En, 2, &wide()), 132, 12).frame(), @"
                              1. Decides that the scale shall be as follows:

     Budget section                         Expenditure                    Estimates                           Posts
                                        2038      2039      2040      2041      2042      2043  Professional  General Service  Local
     ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     Overall policy-making          21 000.0  24 097.1  27 194.2  30 291.3  33 388.4  36 485.5             0                5     10
     Political affairs              28 371.0  32 468.1  36 565.2  40 662.3  44 759.4  48 856.5            17               22     27
     International justice and law  35 742.0  40 839.1  45 936.2  50 033.3  55 130.4  60 227.5            34               39     44
     A section that no State has asked for

                              2. Decides to remain seized of the matter.
    text.txt  para. 1 · 1 of 2                                                                           100 %  : jump  / find  ? keys
    ");
}

#[test]
fn an_arabic_table_is_mirrored_but_its_figures_are_not() {
    assert_snapshot!(reader(document(Language::Ar, 1, &arabic()), 60, 12).frame(), @"
                                      :ﻲﻟﺎﺘﻟا ﻝوﺪﺠﻟا رﺮﻘﺗ .1

                              ﺕﺎﻈﺣﻼﻣ     ﺔﺒﺴﻨﻟا   ﻮﻀﻌﻟا ﺔﻟوﺪﻟا
                                        ﺔﻳﻮﺌﻤﻟا
    ──────────────────────────────────────────────────────────
                           ﺎﻨﻴﻋ ﻊﻓﺪﺗ      0.005         ﺲﻄﻧﻼﻃأ

         ﻞﺒﻗ ﺖﻧﺎﻛ ﺎﻤﻛ ﺎﻌﻣ رﺰﺠﻟا ﻢﻴﻘﺗ     12.5    ةﺪﺤﺘﻤﻟا رﺰﺠﻟا
            ةﺮﻴﺒﻜﻟا ﺔﻀﻴﺒﻟا ﻰﻠﻋ ﺏﺮﺤﻟا

                          .ﺎﻫﺮﻈﻧ ﺪﻴﻗ ﺔﻟﺄﺴﻤﻟا ﻲﻘﺒﺗ ﻥأ رﺮﻘﺗ .2
    text.txt  para. 1 · 1 of 2   100 %  : jump  / find  ? keys
    ");
}

#[test]
fn figures_typed_with_their_last_group_first_are_figures() {
    let rows = rows![["الباب", "المبلغ"], ["الأول", "500 738 92"], ["الثاني", "700 564"], ["الثالث", "–"]];
    assert_snapshot!(reader(document(Language::Ar, 1, &rows), 50, 10).frame(), @"
                            :ﻲﻟﺎﺘﻟا ﻝوﺪﺠﻟا رﺮﻘﺗ .1

                                 ﻎﻠﺒﻤﻟا   ﺏﺎﺒﻟا
                             ──────────────────
                             92 738 500    ﻝوﻷا
                                564 700  ﻲﻧﺎﺜﻟا
                                      –  ﺚﻟﺎﺜﻟا

                .ﺎﻫﺮﻈﻧ ﺪﻴﻗ ﺔﻟﺄﺴﻤﻟا ﻲﻘﺒﺗ ﻥأ رﺮﻘﺗ .2
    text.txt  para. 1 · 1 of 2                 100 %
    ");
}

#[test]
fn a_cell_over_several_rows_continues_between_them() {
    let rows = rows![
        ["Office", "Place", "Status"],
        [over("Investigations", 1, 2), "Atlantis", over("Converted from a temporary post", 1, 2)],
        ["The mission of observers to the islands of Lilliput"],
        ["Audit", "Utopia", "New"],
    ];
    assert_snapshot!(reader(document(Language::En, 1, &rows), 44, 16).frame(), @"
      1. Decides that the scale shall be as
         follows:

    Office          Place          Status
    ──────────────────────────────────────────
    Investigations  Atlantis       Converted
                                   from a
                    The mission    temporary
                    of observers   post
                    to the
                    islands of
                    Lilliput

    Audit           Utopia         New

    text.txt  para. 1 · 1 of 2            82 %
    ");
}

#[test]
fn a_long_header_is_wrapped_rather_than_the_rows_below() {
    let rows = rows![
        ["Section", "Amount in thousands of dollars of Atlantis"],
        ["Overall policy-making, direction and coordination", "1,250.5"],
        ["Disarmament of the islands of Lilliput and Blefuscu", "90.0"],
    ];
    assert_snapshot!(reader(document(Language::En, 1, &rows), 80, 10).frame(), @"
      1. Decides that the scale shall be as follows:

    Section                                                 Amount in thousands of
                                                               dollars of Atlantis
    ──────────────────────────────────────────────────────────────────────────────
    Overall policy-making, direction and coordination                      1,250.5
    Disarmament of the islands of Lilliput and Blefuscu                       90.0

      2. Decides to remain seized of the matter.
    text.txt  para. 1 · 1 of 2                       100 %  : jump  / find  ? keys
    ");
}

#[test]
fn chinese_wraps_between_characters_of_two_cells_each() {
    assert_snapshot!(reader(document(Language::Zh, 1, &chinese()), 46, 12).frame(), @"
      1. 决定采用下表：

    会员国    百分比  说明
    ────────────────────────────────────────────
    大西国     0.005  以实物支付。

    乌托邦国  12.5    这些岛屿在战争之前就一起摊
                      款，现在仍然一起摊款。

      2. 决定继续处理此案。

    text.txt  para. 1 · 1 of 2               all
    ");
}

#[test]
fn a_long_header_above_figures_is_wrapped_rather_than_the_names_of_rows() {
    let rows = rows![
        [
            "Post",
            "Number of posts (without field missions)",
            "Number of posts (field missions alone)",
            "Total"
        ],
        ["Deputy keeper of the harbour", "1", "–", "1"],
        ["Assistant keeper of the harbour", "34", "19", "53"],
    ];
    assert_snapshot!(reader(document(Language::En, 1, &rows), 80, 12).frame(), @"
      1. Decides that the scale shall be as follows:

    Post                                 Number of posts    Number of posts  Total
                                          (without field    (field missions
                                               missions)             alone)
    ──────────────────────────────────────────────────────────────────────────────
    Deputy keeper of the harbour                       1                  –      1
    Assistant keeper of the harbour                   34                 19     53

      2. Decides to remain seized of the matter.

    text.txt  para. 1 · 1 of 2                         all  : jump  / find  ? keys
    ");
}

#[test]
fn where_few_rows_wrap_a_hanging_indent_replaces_blank_rows() {
    let mut rows = long();
    rows.truncate(8);
    rows.insert(3, vec!["The united islands of Lilliput and of Blefuscu".into(), "1.5".into()]);
    assert_snapshot!(reader(document(Language::En, 1, &rows), 36, 18).frame(), @"
    1.
    Decides that the scale shall be as
    follows:

    Member State                  Rate
    ──────────────────────────────────
    State 1                      0.001
    State 2                      0.002
    The united islands of        1.5
      Lilliput and of Blefuscu
    State 3                      0.003
    State 4                      0.004
    State 5                      0.005
    State 6                      0.006
    State 7                      0.007

    2.
    text.txt  para. 1 · 1 of 2    84 %
    ");
}

#[test]
fn rows_of_which_only_the_names_wrap_have_no_blank_rows_between_them() {
    let rows = rows![
        ["Category", "Posts"],
        ["Deputy Secretary-General", "1"],
        ["Under-Secretary-General", "37"],
        ["Professional and higher", "939"],
    ];
    assert_snapshot!(reader(document(Language::En, 1, &rows), 24, 14).frame(), @"
    1.
    Decides that the scale
    shall be as follows:

    Category         Posts
    ──────────────────────
    Deputy               1
      Secretary-
      General
    Under-              37
      Secretary-
      General
    Professional       939
    text.txt  para. 1 77 %
    ");
}

#[test]
fn a_card_without_a_name_shows_the_header_of_its_first_value() {
    let mut rows = wide();
    rows[3][0] = "".into();
    let mut reader = reader(document(Language::En, 2, &rows), 44, 30);
    assert_snapshot!(reader.frame(), @"
      1. Decides that the scale shall be as
         follows:

    Budget section, Expenditure, 2038, 2039,
    2040, Estimates, 2041, 2042, 2043, Posts,
    Professional, General Service, Local
    ──────────────────────────────────────────
    Overall policy-making
      Expenditure, 2038: 21 000.0
      Expenditure, 2039: 24 097.1
      Expenditure, 2040: 27 194.2
      Estimates, 2041: 30 291.3
      Estimates, 2042: 33 388.4
      Estimates, 2043: 36 485.5
      Posts, Professional: 0
      Posts, General Service: 5
      Posts, Local: 10

    Expenditure, 2038: 28 371.0
      Expenditure, 2039: 32 468.1
      Expenditure, 2040: 36 565.2
      Estimates, 2041: 40 662.3
      Estimates, 2042: 44 759.4
      Estimates, 2043: 48 856.5
      Posts, Professional: 17
      Posts, General Service: 22
      Posts, Local: 27

    International justice and law
    text.txt  para. 1 · 1 of 2            69 %
    ");
}

#[test]
fn merged_cells_are_beside_their_rows_and_above_their_columns() {
    let rows = rows![
        [over("Year", 1, 2), over("Members", 2, 1)],
        ["Men", "Women"],
        [over("2040, the first year of the great silence", 1, 3), "12", "13"],
        ["7", "8"],
        ["1", "2"],
        ["2041", "5", "6"],
    ];
    assert_snapshot!(reader(document(Language::En, 2, &rows), 30, 18).frame(), @"
    1.
    Decides that the scale shall
    be as follows:

    Year               Members
                      Men  Women
    ────────────────────────────
    2040, the first    12     13
      year of the       7      8
      great silence     1      2
    2041                5      6

    2.
    Decides to remain seized of
    the matter.


    text.txt  para. 1        all
    ");
}

/// Some typists begin an Arabic number with its first group, others, for the sake of the Unicode bidirectional
/// algorithm, with its last.
#[test]
fn a_number_in_groups_reads_from_left_to_right_in_an_arabic_table_too() {
    let rows = rows![
        ["البند", "المبلغ", "الفرق"],
        ["الأنهار", "56 234 300", "(107 700)"],
        ["البحار", "8 894 000", "862 600"]
    ];
    assert_snapshot!(reader(document(Language::Ar, 1, &rows), 60, 10).frame(), @"
                                      :ﻲﻟﺎﺘﻟا ﻝوﺪﺠﻟا رﺮﻘﺗ .1

                               ﻕﺮﻔﻟا      ﻎﻠﺒﻤﻟا    ﺪﻨﺒﻟا
                           ──────────────────────────────
                           (107 700)  56 234 300   رﺎﻬﻧﻷا
                            862 600    8 894 000   رﺎﺤﺒﻟا

                          .ﺎﻫﺮﻈﻧ ﺪﻴﻗ ﺔﻟﺄﺴﻤﻟا ﻲﻘﺒﺗ ﻥأ رﺮﻘﺗ .2

    text.txt  para. 1 · 1 of 2     all  : jump  / find  ? keys
    ");
    let turned = rows![
        ["البند", "المبلغ", "الفرق"],
        ["الأنهار", "300 234 56", "(700 107)"],
        ["البحار", "000 894 8", "600 862"]
    ];
    let first = reader(document(Language::Ar, 1, &rows), 60, 10).frame();
    assert_eq!(reader(document(Language::Ar, 1, &turned), 60, 10).frame(), first);
}
