//! Tables in PDF, with and without tags: their rows and cells.

use crate::pdf::{at, dict, pages, pdf, read, shown, stream};
use plenary::formats::Content;
use std::fmt::Write as _;

/// The rows of the tables, each cell as `words`, or `words<columns x rows>` if it is merged.
fn rows(content: &Content) -> Vec<String> {
    let mut out = Vec::new();
    for table in &content.tables {
        for (at, cells) in table.rows().enumerate() {
            let mut line = String::from(if at < table.header_rows as usize { "# " } else { "" });
            for (at, cell) in cells.iter().enumerate() {
                let words = content.text.get(cell.text.range()).unwrap();
                let merged = match (cell.columns, cell.rows) {
                    (1, 1) => String::new(),
                    (columns, rows) => format!("<{columns} x {rows}>"),
                };
                write!(line, "{}{words}{merged}", if at > 0 { " | " } else { "" }).unwrap();
            }
            out.push(line);
        }
    }
    out
}

/// A paragraph whose lines are full, so that the text has margins on both sides.
fn prose(y: u32) -> String {
    [
        at(
            50,
            y,
            10,
            "The lamps of the house shall be bought in the year 2095 in the numbers that are set out in the",
        ),
        at(
            50,
            y - 12,
            10,
            "table below, and the posts that go with them shall be filled at the rates of the same year;",
        ),
    ]
    .concat()
}

/// A row of a budget: a name and two right-aligned sums.
fn budget(y: u32, name: &str, sums: [&str; 2]) -> String {
    let width = |text: &str| text.len() as u32 * 5;
    [at(60, y, 10, name), at(400 - width(sums[0]), y, 10, sums[0]), at(500 - width(sums[1]), y, 10, sums[1])]
        .concat()
}

#[test]
fn columns_without_tags_become_a_table() {
    let page = [
        prose(570),
        at(378, 500, 10, "Gross"),
        at(470, 512, 10, "Net of"),
        at(470, 500, 10, "rebates"),
        budget(476, "Oil lamps", ["1 200", "1 100"]),
        at(60, 464, 10, "Lamps that are lit by the sun and hung from the eaves of"),
        budget(452, "the roof", ["800", "-"]),
        at(60, 428, 10, "Posts"),
        budget(416, "Lamplighters", ["12", "9"]),
        budget(392, "Total", ["2 012", "1 109"]),
        prose(340),
    ];
    let content = read(&pages(&[page.concat()])).unwrap();
    assert_eq!(
        rows(&content),
        [
            " | Gross | Net of rebates",
            "Oil lamps | 1 200 | 1 100",
            "Lamps that are lit by the sun and hung from the eaves of the roof | 800 | -",
            "Posts",
            "Lamplighters | 12 | 9",
            "Total | 2 012 | 1 109",
        ]
    );
    let blocks = shown(&content);
    assert!(blocks.first().unwrap().starts_with("para: The lamps"), "{blocks:?}");
    assert!(blocks.last().unwrap().starts_with("para: The lamps"), "{blocks:?}");
}

#[test]
fn without_tags_a_unit_below_the_column_headers_spans_the_columns() {
    let page = [
        prose(570),
        at(378, 514, 10, "Gross"),
        at(470, 526, 10, "Net of"),
        at(470, 514, 10, "rebates"),
        at(410, 500, 10, "(Dollars)"),
        budget(476, "Oil lamps that burn all night", ["1 200", "1 100"]),
        budget(452, "Wicks", ["800", "-"]),
        budget(428, "Lamplighters", ["12", "9"]),
        budget(404, "Total", ["2 012", "1 109"]),
        prose(340),
    ];
    let content = read(&pages(&[page.concat()])).unwrap();
    assert_eq!(
        rows(&content)[..3],
        [" | Gross | Net of rebates", " | (Dollars)<2 x 1>", "Oil lamps that burn all night | 1 200 | 1 100"]
    );
}

#[test]
fn a_table_cut_by_a_page_is_one_and_its_repeated_header_is_set_aside() {
    let head = |y| budget(y, "Lamp", ["Gross", "Net"]);
    let first = [
        prose(790),
        head(200),
        budget(180, "Oil", ["10", "9"]),
        budget(168, "Wax", ["20", "18"]),
        budget(156, "Sun", ["30", "27"]),
    ];
    let second = [
        head(730),
        budget(710, "Gas", ["40", "36"]),
        budget(698, "Wire", ["50", "45"]),
        budget(686, "Total", ["150", "135"]),
        prose(640),
    ];
    let content = read(&pages(&[first.concat(), second.concat()])).unwrap();
    assert_eq!(content.tables.len(), 1);
    assert_eq!(
        rows(&content),
        [
            "Lamp | Gross | Net",
            "Oil | 10 | 9",
            "Wax | 20 | 18",
            "Sun | 30 | 27",
            "Gas | 40 | 36",
            "Wire | 50 | 45",
            "Total | 150 | 135",
        ]
    );
    let aside: Vec<&str> = content.asides.iter().map(|aside| aside.text.as_str()).collect();
    assert_eq!(aside, ["Lamp", "Gross", "Net"]);
}

#[test]
fn paragraphs_side_by_side_are_not_a_table() {
    let mut page = prose(790);
    for line in 0..8 {
        page += &at(50, 700 - 12 * line, 10, "The words of the left column go on from line to");
        page += &at(320, 700 - 12 * line, 10, "and those of the right column go on beside it");
    }
    let content = read(&pages(&[page])).unwrap();
    assert!(content.tables.is_empty(), "{:?}", rows(&content));
}

/// A cell: its tag, its attributes, the words of its paragraphs, and their horizontal position.
type Tagged<'a> = (&'a str, &'a str, Vec<&'a str>, u32);

/// Builds a page with a table whose cells are tagged.
fn tagged(rows: &[Vec<Tagged<'_>>]) -> Vec<u8> {
    // Object numbers: 1 to 7 as below, then those of the rows, the cells and the paragraphs.
    let cells: usize = rows.iter().map(Vec::len).sum();
    let paragraphs_from = 8 + rows.len() + cells;
    let mut paragraphs = Vec::new();
    let (mut content, mut table, mut elements, mut lines) = (String::new(), String::new(), vec![], vec![]);
    let mut cell = 8 + rows.len();
    for (row, cells) in rows.iter().enumerate() {
        let mut below = String::new();
        for (kind, attributes, words, x) in cells {
            let mut kids = String::new();
            for (line, text) in words.iter().enumerate() {
                let mcid = paragraphs.len();
                write!(kids, "{} 0 R ", paragraphs_from + mcid).unwrap();
                let y = 700 - 40 * row - 12 * line;
                writeln!(content, "/P << /MCID {mcid} >> BDC {} EMC", at(*x, y as u32, 10, text)).unwrap();
                paragraphs.push(dict(&format!("<< /S /P /P {cell} 0 R /K {mcid} >>")));
            }
            elements.push(dict(&format!("<< /S /{kind} /P {} 0 R {attributes} /K [{kids}] >>", 8 + row)));
            write!(below, "{cell} 0 R ").unwrap();
            cell += 1;
        }
        write!(table, "{} 0 R ", 8 + row).unwrap();
        lines.push(dict(&format!("<< /S /TR /P 7 0 R /K [{below}] >>")));
    }
    let parents: String = (0..paragraphs.len()).map(|at| format!("{} 0 R ", paragraphs_from + at)).collect();
    let mut objects = vec![
        dict("<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R >>"),
        dict("<< /Type /Pages /Count 1 /Kids [3 0 R] >>"),
        dict(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /StructParents 0 /Resources << /Font << /F1 5 0 R >> >> >>",
        ),
        stream("", content.as_bytes()),
        dict("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"),
        dict(&format!("<< /Type /StructTreeRoot /ParentTree << /Nums [0 [{parents}]] >> /K 7 0 R >>")),
        dict(&format!("<< /S /Table /P 6 0 R /K [{table}] >>")),
    ];
    objects.extend(lines);
    objects.extend(elements);
    objects.extend(paragraphs);
    pdf(&objects)
}

#[test]
fn tags_decide_which_cell_words_belong_to() {
    // A header cell over two columns, a cell over two rows, an empty cell, and a cell with two paragraphs.
    let two = "/A << /O /Table /ColSpan 2 >>";
    let down = "/A [<< /O /Layout >> << /O /Table /RowSpan 2 >>]";
    let found = read(&tagged(&[
        vec![("TH", two, vec!["Lamps"], 60), ("TH", "", vec!["Sum"], 140)],
        vec![("TD", down, vec!["Oil"], 60), ("TD", "", vec!["new"], 100), ("TD", "", vec!["10"], 140)],
        vec![("TD", "", vec!["old, and", "mended"], 100), ("TD", "", vec!["5"], 140)],
        vec![("TD", "", vec!["Wax"], 60), ("TD", "", vec![], 100), ("TD", "", vec!["7"], 140)],
    ]))
    .unwrap();
    assert_eq!(
        rows(&found),
        ["# Lamps<2 x 1> | Sum", "Oil<1 x 2> | new | 10", "old, and\nmended | 5", "Wax |  | 7"]
    );
}

#[test]
fn headers_with_more_or_fewer_cells_than_the_rows_are_above_their_columns() {
    let body = |name, gross, net| {
        vec![("TH", "", vec![name], 60), ("TD", "", vec![gross], 300), ("TD", "", vec![net], 400)]
    };
    let found = read(&tagged(&[
        vec![
            ("TH", "", vec![], 60),
            ("TH", "", vec!["Gross"], 298),
            ("TH", "", vec![], 340),
            ("TH", "", vec!["Net of rebates"], 380),
        ],
        vec![("TH", "", vec![], 60), ("TH", "", vec!["(Shillings)"], 330)],
        body("Oil", "1 200", "1 100"),
        body("Wicks", "800", "700"),
        vec![("TH", "", vec!["Of which:"], 60)],
        body("Posts", "12", "9"),
    ]))
    .unwrap();
    assert_eq!(
        rows(&found),
        [
            "#  | Gross | Net of rebates",
            "#  | (Shillings)<2 x 1>",
            "Oil | 1 200 | 1 100",
            "Wicks | 800 | 700",
            "Of which:",
            "Posts | 12 | 9",
        ]
    );
}
