//! PDF: a graph of pages, fonts, forms and maps whose links, places and filters are right, and whose numbers are wild.

use super::packing;
use super::wild::Wild;
use std::fmt::Write as _;
use std::io::Write as _;

/// A file that is being written: bodies of objects, the first of which is the catalogue.
#[derive(Default)]
pub(crate) struct File {
    objects: Vec<Vec<u8>>,
    /// What else the trailer says.
    pub(crate) trailer: String,
}

impl File {
    /// The number that the next object gets.
    pub(crate) fn next(&self) -> usize {
        self.objects.len() + 1
    }

    pub(crate) fn add(&mut self, body: impl Into<Vec<u8>>) -> usize {
        self.objects.push(body.into());
        self.objects.len()
    }

    /// A stream whose data is packed already.
    pub(crate) fn stream(&mut self, entries: &str, data: &[u8]) -> usize {
        self.add(stream(entries, &data.len().to_string(), data))
    }

    /// The whole file, with a table of where its objects are.
    pub(crate) fn finish(&self) -> Vec<u8> {
        let (mut out, places) = self.body(&[]);
        let start = out.len();
        let count = places.len() + 1;
        write!(out, "xref\n0 {count}\n0000000000 65535 f \n").unwrap();
        for place in places {
            writeln!(out, "{:010} 00000 n ", place.unwrap_or(0)).unwrap();
        }
        write!(out, "trailer\n<</Size {count}/Root 1 0 R{}>>\nstartxref\n{start}\n%%EOF\n", self.trailer)
            .unwrap();
        out
    }

    /// The whole file, with some of its objects in an object stream and a table that is a stream too.
    /// `entries` is what the object stream says of itself, and `packer` packs what it holds.
    pub(crate) fn finish_packed(
        &self,
        held: &[usize],
        entries: impl FnOnce(usize, usize) -> String,
        packer: impl FnOnce(Vec<u8>) -> Vec<u8>,
        wild: &mut Wild<'_>,
    ) -> Vec<u8> {
        let (mut out, places) = self.body(held);
        let (mut numbers, mut bodies) = (String::new(), Vec::new());
        for number in held {
            write!(numbers, "{number} {} ", wild.or(4, bodies.len())).unwrap();
            bodies.extend_from_slice(&self.objects[number - 1]);
            bodies.push(b'\n');
        }
        let holder = self.next();
        let mut data = numbers.clone().into_bytes();
        data.extend(bodies);
        let data = packer(data);
        let holder_at = out.len();
        object(
            &mut out,
            holder,
            &stream(&entries(held.len(), numbers.len()), &data.len().to_string(), &data),
        );
        let start = out.len();
        let mut table = Vec::new();
        let mut row = |kind: u8, place: u64, index: u64| {
            table.push(kind);
            table.extend((place as u32).to_be_bytes());
            table.extend((index as u16).to_be_bytes());
        };
        row(0, 0, 65535);
        for (at, place) in places.iter().enumerate() {
            match held.iter().position(|number| *number == at + 1) {
                Some(index) => row(2, wild.field(3, holder as u64), wild.field(3, index as u64)),
                None => row(1, wild.field(2, place.unwrap_or(0) as u64), 0),
            }
        }
        row(1, holder_at as u64, 0);
        row(1, start as u64, 0);
        let table = packing::zlib(&table);
        let size = holder + 2;
        let mut entries = format!("/Type/XRef/Size {}/W[1 {} 2]/Root 1 0 R", wild.or(8, size), wild.or(4, 4));
        if wild.rarely(20) {
            write!(
                entries,
                "/Index[{} {} {} {}]",
                wild.or(40, 0),
                wild.or(90, size),
                wild.number(),
                wild.number()
            )
            .unwrap();
        }
        if wild.rarely(12) {
            write!(entries, "/Prev {}", wild.or(128, start)).unwrap();
        }
        write!(entries, "/Filter/FlateDecode{}", self.trailer).unwrap();
        object(&mut out, size - 1, &stream(&entries, &table.len().to_string(), &table));
        write!(out, "startxref\n{start}\n%%EOF\n").unwrap();
        out
    }

    /// The head and all objects but those that are held elsewhere, and where each begins.
    fn body(&self, held: &[usize]) -> (Vec<u8>, Vec<Option<usize>>) {
        let mut out = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
        let mut places = Vec::new();
        for (at, body) in self.objects.iter().enumerate() {
            let apart = !held.contains(&(at + 1));
            places.push(apart.then_some(out.len()));
            if apart {
                object(&mut out, at + 1, body);
            }
        }
        (out, places)
    }
}

fn object(out: &mut Vec<u8>, number: usize, body: &[u8]) {
    writeln!(out, "{number} 0 obj").unwrap();
    out.extend_from_slice(body);
    out.extend_from_slice(b"\nendobj\n");
}

fn stream(entries: &str, length: &str, data: &[u8]) -> Vec<u8> {
    let mut out = format!("<<{entries}/Length {length}>>stream\n").into_bytes();
    out.extend_from_slice(data);
    out.extend_from_slice(b"\nendstream");
    out
}

/// How many objects of a kind a file has.
const FEW: usize = 3;

/// Where the objects of each kind are.
struct Places {
    pages: usize,
    leaves: usize,
    fonts: usize,
    forms: usize,
    maps: usize,
    contents: usize,
}

pub(crate) fn build(wild: &mut Wild<'_>) -> Vec<u8> {
    let mut file = File::default();
    let shape = wild.byte();
    let at = Places { pages: 2, leaves: 5, fonts: 8, forms: 11, maps: 14, contents: 17 };
    file.add("<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 2 0 R>>");
    for node in 0..FEW {
        let kids = kids(wild, &at, node);
        let count = wild.or(30, FEW);
        let parent = if wild.rarely(40) { wild.one(&[2, 3, 4, 5]) } else { 2 };
        file.add(format!("<</Type/Pages/Count {count}/Parent {parent} 0 R/Kids[{kids}]{}>>", resources(&at)));
    }
    for _ in 0..FEW {
        let leaf = leaf(wild, &at);
        file.add(leaf);
    }
    for _ in 0..FEW {
        let font = font(wild, &at);
        file.add(font);
    }
    for _ in 0..FEW {
        let matrix = if wild.rarely(80) {
            format!("/Matrix[{} 0 0 1 0 {}]", wild.number(), wild.number())
        } else {
            String::new()
        };
        let content = content(wild);
        let entries = format!(
            "/Type/XObject/Subtype/Form/BBox[0 0 600 {}]{matrix}{}",
            wild.or(20, 800),
            resources(&at)
        );
        packed(&mut file, wild, &entries, content);
    }
    for _ in 0..FEW {
        let map = map(wild);
        let used = if wild.rarely(60) {
            format!("/UseCMap {} 0 R", at.maps + wild.below(FEW))
        } else {
            String::new()
        };
        packed(&mut file, wild, &format!("/Type/CMap/CMapName/X{used}"), map.into_bytes());
    }
    for _ in 0..FEW {
        let content = content(wild);
        packed(&mut file, wild, "", content);
    }
    if wild.rarely(12) {
        file.trailer = format!(
            "/ID[<00><00>]/Encrypt<</Filter/Standard/V {}/R {}/P {}/Length {}/O({})/U({})/CF<</StdCF<</CFM/AESV2/Length {}>>>>/StmF/StdCF/StrF/StdCF>>",
            wild.or(60, wild_version(shape)),
            wild.or(60, wild_version(shape)),
            wild.number(),
            wild.or(60, 128),
            "o".repeat(32),
            "u".repeat(32),
            wild.or(60, 16)
        );
    }
    if shape.is_multiple_of(3) {
        // No streams are held in a stream.
        let mut held: Vec<usize> = (1..at.forms).collect();
        held.truncate(1 + wild.below(at.forms));
        let extended = wild.rarely(20);
        let holder = file.next();
        let twice = wild.rarely(60);
        let bomb = wild.rarely(8);
        let (count, first) = (wild.rarely(30).then(|| wild.number()), wild.rarely(20).then(|| wild.number()));
        let entries = |right_count: usize, right_first: usize| {
            format!(
                "/Type/ObjStm/N {}/First {}{}/Filter[/FlateDecode{}]",
                count.unwrap_or(right_count.to_string()),
                first.unwrap_or(right_first.to_string()),
                if extended { format!("/Extends {holder} 0 R") } else { String::new() },
                if twice { "/FlateDecode" } else { "" },
            )
        };
        let pack = |data: Vec<u8>| {
            let once = if bomb { [data, vec![b' '; 16 << 20]].concat() } else { data };
            let once = packing::zlib(&once);
            if twice { packing::zlib(&once) } else { once }
        };
        return file.finish_packed(&held, entries, pack, wild);
    }
    let mut out = file.finish();
    if shape.is_multiple_of(7) {
        // Without its table, a reader has to search for the objects.
        let cut = wild.below(400);
        out.truncate(out.len().saturating_sub(cut));
    }
    out
}

fn wild_version(shape: u8) -> u8 {
    shape % 6
}

fn kids(wild: &mut Wild<'_>, at: &Places, node: usize) -> String {
    let mut kids = String::new();
    // The first node leads to all leaves, so that something is read.
    if node == 0 {
        for leaf in 0..FEW {
            write!(kids, "{} 0 R ", at.leaves + leaf).unwrap();
        }
    }
    let more = wild.times().min(3000);
    for _ in 0..more {
        let kid = if wild.byte() < 128 { at.leaves + wild.below(FEW) } else { at.pages + wild.below(FEW) };
        write!(kids, "{kid} 0 R ").unwrap();
    }
    kids
}

fn resources(at: &Places) -> String {
    let list = |name: char, first: usize| {
        (0..FEW).fold(String::new(), |all, more| format!("{all}/{name}{more} {} 0 R", first + more))
    };
    format!("/Resources<</Font<<{}>>/XObject<<{}>>>>", list('F', at.fonts), list('X', at.forms))
}

fn leaf(wild: &mut Wild<'_>, at: &Places) -> String {
    let contents = match wild.byte() {
        ..180 => format!("{} 0 R", at.contents + wild.below(FEW)),
        180..240 => {
            (0..=wild.below(5))
                .fold("[".to_owned(), |all, _| format!("{all} {} 0 R", at.contents + wild.below(FEW)))
                + "]"
        }
        _ => format!("[{}]", format!("{} 0 R ", at.contents).repeat(wild.times())),
    };
    format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 {} 595 {}]/Rotate {}/UserUnit {}/Contents {contents}{}>>",
        wild.or(8, 0),
        wild.or(16, 842),
        wild.or(20, 0),
        wild.or(20, 1),
        resources(at)
    )
}

/// A font with lists of widths of each kind.
fn font(wild: &mut Wild<'_>, at: &Places) -> String {
    let map = if wild.byte() < 128 {
        format!("/ToUnicode {} 0 R", at.maps + wild.below(FEW))
    } else {
        String::new()
    };
    let program = match wild.byte() {
        ..160 => String::new(),
        kind => format!(
            "/FontFile{} {} 0 R",
            ["", "2", "3"][usize::from(kind) % 3],
            at.contents + wild.below(FEW)
        ),
    };
    let descriptor = format!(
        "/FontDescriptor<</Type/FontDescriptor/Flags {}/MissingWidth {}{program}>>",
        wild.or(20, 4),
        wild.or(20, 500)
    );
    let widths = |wild: &mut Wild<'_>| {
        (0..wild.times()).fold(String::new(), |mut all, _| {
            write!(all, "{} ", wild.or(20, 500)).unwrap();
            all
        })
    };
    match wild.byte() {
        ..60 => format!("<</Type/Font/Subtype/Type1/BaseFont/Helvetica{map}>>"),
        60..130 => format!(
            "<</Type/Font/Subtype/{}/BaseFont/AAAAAA+X{descriptor}/FirstChar {}/LastChar {}/Widths[{}]/Encoding<</Differences[{} /a /b {} /uni0041]>>{map}>>",
            wild.one(&["TrueType", "Type1", "MMType1"]),
            wild.or(60, 32),
            wild.or(60, 126),
            widths(wild),
            wild.or(60, 65),
            wild.number()
        ),
        130..220 => {
            let list = |wild: &mut Wild<'_>| {
                let mut all = String::new();
                for _ in 0..wild.times() {
                    if wild.byte() < 128 {
                        write!(all, "{} [{}] ", wild.number(), widths(wild)).unwrap();
                    } else {
                        write!(all, "{} {} {} ", wild.number(), wild.number(), wild.number()).unwrap();
                    }
                    if all.len() > 100_000 {
                        break;
                    }
                }
                all
            };
            let encoding = match wild.byte() {
                ..120 => "/Identity-H".to_owned(),
                120..200 => format!("{} 0 R", at.maps + wild.below(FEW)),
                _ => wild.one(&["/UniGB-UCS2-H", "/UniJIS-UTF16-V", "/90ms-RKSJ-H", "/Nothing"]).to_owned(),
            };
            let kind = wild.one(&["CIDFontType2", "CIDFontType0"]);
            format!(
                "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding {encoding}{map}/DescendantFonts[<</Type/Font/Subtype/{kind}/BaseFont/X\
                 /CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>{descriptor}/DW {}/W[{}]/W2[{}]/DW2[{} {}]/CIDToGIDMap {}>>]>>",
                wild.or(20, 1000),
                list(wild),
                list(wild),
                wild.number(),
                wild.number(),
                if wild.byte() < 200 { "/Identity".to_owned() } else { format!("{} 0 R", at.contents) }
            )
        }
        _ => format!(
            "<</Type/Font/Subtype/Type3/FontBBox[0 0 {} 10]/FontMatrix[{} 0 0 0.001 0 0]/CharProcs<</a {} 0 R/b {} 0 R>>\
             /Encoding<</Differences[{} /a /b]>>/FirstChar {}/LastChar {}/Widths[{}]{map}{}>>",
            wild.number(),
            wild.or(60, "0.001"),
            at.contents,
            at.forms,
            wild.or(60, 65),
            wild.or(60, 65),
            wild.or(60, 66),
            widths(wild),
            resources(at)
        ),
    }
}

/// A character map, of ranges of all sizes.
fn map(wild: &mut Wild<'_>) -> String {
    let mut out = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n".to_owned();
    if wild.rarely(40) {
        writeln!(out, "/{} usecmap", wild.one(&["UniGB-UCS2-H", "X", "Identity-H", "UniJIS-UTF16-V"]))
            .unwrap();
    }
    let code = |wild: &mut Wild<'_>| {
        let wide = wild.one(&[2, 1, 2, 4, 3, 0]);
        let mut code = "<".to_owned();
        for at in 0..wide {
            let byte = if at + 1 < wide { wild.one(&[0, 0, 0xD8, 0xFF, 0x10]) } else { wild.byte() };
            write!(code, "{byte:02x}").unwrap();
        }
        code + ">"
    };
    writeln!(out, "1 begincodespacerange <0000> <FFFF> {} {} endcodespacerange", code(wild), code(wild))
        .unwrap();
    for _ in 0..wild.times().min(200) {
        let count = wild.times();
        match wild.byte() % 4 {
            0 => {
                writeln!(out, "{} beginbfchar", wild.or(30, count)).unwrap();
                let entry = format!("{} {}\n", code(wild), code(wild));
                out.push_str(&entry.repeat(count));
                out.push_str("endbfchar\n");
            }
            1 => {
                writeln!(out, "{} beginbfrange", wild.or(30, count)).unwrap();
                let to = match wild.byte() {
                    ..150 => code(wild),
                    150..200 => format!("[{} {}]", code(wild), code(wild)),
                    _ => format!("<{}>", "0041".repeat(wild.times())),
                };
                let (first, last) = if wild.byte() < 90 {
                    ("<0000>".to_owned(), "<FFFF>".to_owned())
                } else {
                    (code(wild), code(wild))
                };
                out.push_str(&format!("{first} {last} {to}\n").repeat(count));
                out.push_str("endbfrange\n");
            }
            2 => {
                writeln!(
                    out,
                    "{} begincidrange {} {} {} endcidrange",
                    wild.or(30, 1),
                    code(wild),
                    code(wild),
                    wild.number()
                )
                .unwrap();
            }
            _ => writeln!(out, "1 begincidchar {} {} endcidchar", code(wild), wild.number()).unwrap(),
        }
        if out.len() > 300_000 {
            break;
        }
    }
    out + "endcmap end end\n"
}

/// The operators of a page or a form.
fn content(wild: &mut Wild<'_>) -> Vec<u8> {
    let mut out = String::new();
    let mut y = 800_i32;
    writeln!(out, "BT /F0 12 Tf 50 {y} Td (The house,) Tj ET").unwrap();
    for _ in 0..4 + wild.below(40) {
        let words = wild.words();
        y -= 14;
        match wild.byte() % 18 {
            0..5 => writeln!(
                out,
                "BT /F{} {} Tf {} {} Td ({words}) Tj ET",
                wild.below(FEW),
                wild.or(16, 12),
                wild.or(16, 50),
                wild.or(16, y)
            ),
            5 => writeln!(
                out,
                "BT /F{} 9 Tf 50 {y} Td [({words}) {} ({words})] TJ T* ({words}) ' ET",
                wild.below(FEW),
                wild.number()
            ),
            6 => writeln!(
                out,
                "BT /F1 1 Tf {} 0 {} 12 50 {y} Tm <00410042> Tj {} {} (x) \" ET",
                wild.or(60, 12),
                wild.number(),
                wild.number(),
                wild.number()
            ),
            7 => writeln!(
                out,
                "{} Tc {} Tw {} Tz {} TL {} Ts",
                wild.number(),
                wild.number(),
                wild.or(90, 100),
                wild.number(),
                wild.number()
            ),
            8 => writeln!(out, "q {} 0 0 {} 0 {} cm", wild.or(60, 1), wild.or(60, 1), wild.number()),
            9 => writeln!(out, "{}", "q ".repeat(wild.times())),
            10 => writeln!(out, "{}", "Q ".repeat(wild.times())),
            11 | 12 => {
                writeln!(out, "{}", format!("/X{} Do ", wild.below(FEW)).repeat(wild.times().clamp(1, 60)))
            }
            13 => {
                let line = format!(
                    "{} {y} m {} {y} l S {} {y} {} 0.5 re f\n",
                    wild.or(30, 50),
                    wild.or(30, 500),
                    wild.or(30, 50),
                    wild.or(30, 400)
                );
                writeln!(out, "{}", line.repeat(wild.times().max(1)))
            }
            14 => writeln!(
                out,
                "/P <</MCID {}/ActualText({words})>> BDC BT /F0 12 Tf 50 {y} Td ({words}) Tj ET EMC",
                wild.number()
            ),
            15 => writeln!(out, "BI /W {} /H {} /BPC 8 /CS /G ID {words} EI", wild.number(), wild.number()),
            16 => writeln!(out, "{}(x){} TJ", "[".repeat(wild.times()), "]".repeat(wild.times())),
            _ => {
                let one = format!(
                    "BT /F{} 8 Tf {} {} Td ({words}) Tj ET\n",
                    wild.below(FEW),
                    wild.below(600),
                    wild.below(800)
                );
                writeln!(out, "{}", one.repeat(wild.times().min(2000)))
            }
        }
        .unwrap();
        if wild.is_dry() {
            break;
        }
    }
    out.into_bytes()
}

/// Adds a stream with a chain of filters, each of which really packs it.
fn packed(file: &mut File, wild: &mut Wild<'_>, entries: &str, mut data: Vec<u8>) {
    if wild.rarely(4) {
        data.extend(vec![wild.one(b" 0q"); 1 << (16 + wild.below(9))]);
    }
    let (mut names, mut parameters) = (String::new(), String::new());
    let layers = [0, 1, 1, 1, 2, 3, 5][wild.below(7)];
    for _ in 0..layers {
        let mut given = "null".to_owned();
        let kind = wild.below(9);
        if kind < 6 && wild.rarely(40) {
            let columns = 1 + wild.below(40);
            data = packing::rows(&data, columns);
            given = format!(
                "<</Predictor {}/Columns {}/Colors {}/BitsPerComponent {}>>",
                wild.or(60, 12),
                wild.or(60, columns),
                wild.or(20, 1),
                wild.or(20, 8)
            );
        }
        let (name, packed) = match kind {
            0..5 => ("/FlateDecode", packing::zlib(&data)),
            5 => ("/LZWDecode", packing::lzw(&data)),
            6 => ("/ASCII85Decode", packing::base85(&data)),
            7 => ("/ASCIIHexDecode", packing::hex(&data)),
            _ => ("/RunLengthDecode", packing::runs(&data)),
        };
        data = packed;
        names.insert_str(0, name);
        parameters = format!("{given} {parameters}");
    }
    let length = wild.or(6, data.len());
    file.add(stream(&format!("{entries}/Filter[{names}]/DecodeParms[{parameters}]"), &length, &data));
}
