//! PDFs of a few lines, the example's own, and broken ones.

#![expect(clippy::disallowed_methods, reason = "tests read the example's documents")]

use proptest::prelude::*;

use super::*;

/// A PDF of these objects, the first being the catalog; `trailer` is added to the trailer.
fn pdf(objects: &[&[u8]], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut starts = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        starts.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", n + 1).bytes());
        bytes.extend(*object);
        bytes.extend(b"\nendobj\n");
    }
    let xref = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", starts.len() + 1).bytes());
    for start in starts {
        bytes.extend(format!("{start:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    bytes.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{xref}\n%%EOF\n").bytes(),
    );
    bytes
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let mut object = format!("<< {dictionary} /Length {} >>\nstream\n", data.len()).into_bytes();
    object.extend(data);
    object.extend(b"\nendstream");
    object
}

fn packed(data: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

const PAGES: &[u8] = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const PAGE: &[u8] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R \
    /Resources << /XObject << /Foto 5 0 R /Modulo 6 0 R >> >> >>";

/// A document of one page with this catalog and this content.
fn one_page(catalog: &str, content: &[u8], trailer: &str) -> Vec<u8> {
    let picture = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray",
        b"x",
    );
    let form = stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"BT (testo) Tj ET");
    let catalog = format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>");
    pdf(&[catalog.as_bytes(), PAGES, PAGE, content, &picture, &form, b"<< /Title (Statuto) >>"], trailer)
}

fn facts(bytes: Vec<u8>) -> Facts {
    match Opened::of(bytes) {
        Opened::Read(facts) => *facts,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_bare_document_lacks_everything_but_text() {
    let facts = facts(one_page("", &stream("", b"BT (testo) Tj ET"), ""));
    let expected = Facts { pages: 1, text: Text { looked: 1, pictures_only: 0 }, ..Facts::default() };
    assert_eq!(facts, expected);
}

#[test]
fn a_good_document_says_what_it_is() {
    let catalog = "/Lang (it-IT) /MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot /K 3 0 R >> \
        /ViewerPreferences << /DisplayDocTitle true >> /Outlines << /First 3 0 R >>";
    let facts = facts(one_page(catalog, &stream("", b"BT (testo) Tj ET"), "/Info 7 0 R"));
    let expected = Facts {
        pages: 1,
        is_tagged: true,
        title: Some("Statuto".into()),
        shows_title: true,
        lang: Some("it-IT".into()),
        has_bookmarks: true,
        text: Text { looked: 1, pictures_only: 0 },
        ..Facts::default()
    };
    assert_eq!(facts, expected);
}

#[test]
fn pictures_are_no_text() {
    let check = |content: Vec<u8>, pictures_only| {
        assert_eq!(facts(one_page("", &content, "")).text, Text { looked: 1, pictures_only });
    };
    check(stream("", b"/Foto Do"), 1);
    check(stream("/Filter /FlateDecode", &packed(b"q /Foto Do Q")), 1);
    check(stream("", b"/Foto Do /Modulo Do"), 0);
    check(stream("", b"/Foto Do BT 3 Tr [(o) 3 (cr)] TJ ET"), 0);
    check(stream("", b""), 0);
    check(stream("/Filter /FlateDecode", b"not packed at all"), 0);
}

#[test]
fn promises_without_structure_do_not_count() {
    let check = |catalog: &str| {
        let facts = facts(one_page(catalog, &stream("", b""), ""));
        assert!(!facts.is_tagged && facts.lang.is_none() && facts.title.is_none(), "{catalog}");
    };
    check("/MarkInfo << /Marked true >> /Lang () /Metadata 3 0 R");
    check("/MarkInfo << /Marked true >> /StructTreeRoot << >> /Lang (1)");
    check("/MarkInfo << /Marked false >> /StructTreeRoot << /K 3 0 R >> /Lang (x)");
    check("/MarkInfo 4 0 R /StructTreeRoot 99 0 R /Lang 12");
}

#[test]
fn what_is_no_document_is_told_apart() {
    assert_eq!(Opened::of(Vec::new()), Opened::Broken);
    assert_eq!(Opened::of(b"<html>".to_vec()), Opened::Broken);
    assert_eq!(Opened::of(b"%PDF-1.7\n%%EOF".to_vec()), Opened::Broken);
    assert_eq!(Opened::of(pdf(&[b"<< /Type /Catalog >>"], "")), Opened::Broken);
    assert_eq!(Opened::of(pdf(&[b"<< /Type /Catalog /Pages 1 0 R >>"], "")), Opened::Broken);
}

#[test]
fn a_bomb_is_not_opened() {
    let zeros = packed(&vec![b' '; 300 * 1024 * 1024]);
    let bomb = stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &zeros);
    assert_eq!(Opened::of(one_page("", &bomb, "")), Opened::TooLarge);
    // As the content of a page it is only looked into.
    let facts = facts(one_page("", &stream("/Filter /FlateDecode", &zeros), ""));
    assert_eq!(facts.text, Text { looked: 1, pictures_only: 0 });
}

#[test]
fn forms_that_draw_themselves_end() {
    let form = stream(
        "/Type /XObject /Subtype /Form /Resources << /XObject << /Modulo 6 0 R >> >>",
        b"/Modulo Do /Modulo Do",
    );
    let catalog: &[u8] = b"<< /Type /Catalog /Pages 2 0 R >>";
    let content = stream("", b"/Modulo Do");
    let bytes = pdf(&[catalog, PAGES, PAGE, &content, b"null", &form], "");
    assert_eq!(facts(bytes).text, Text { looked: 1, pictures_only: 0 });
}

#[test]
fn text_strings_have_three_forms() {
    assert_eq!(text(b"Perch\xe9"), "Perché");
    assert_eq!(text(b"\xfe\xff\x00P\x00\xe8"), "Pè");
    assert_eq!(text("\u{feff}Più".as_bytes()), "Più");
    assert_eq!(text(b" \x00 "), "");
}

#[test]
fn the_documents_of_the_example_lack_nothing() {
    let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut n_documents = 0;
    for entry in walkdir::WalkDir::new(content).into_iter().filter_map(Result::ok) {
        if entry.path().extension().is_some_and(|extension| extension == "pdf") {
            n_documents += 1;
            let facts = facts(std::fs::read(entry.path()).unwrap());
            let place = crate::diagnostic::Place::from(crate::source::Sources::default().add("a.pdf", ""));
            let found = crate::documents::judge_pdf(&Opened::Read(Box::new(facts)), &place);
            assert!(found.is_empty(), "{}: {found:?}", entry.path().display());
        }
    }
    assert!(n_documents >= 19, "{n_documents}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_an_answer(
        at in prop::collection::vec((0..1_500_usize, any::<u8>()), 0..30),
        cut in 0..2_000_usize,
    ) {
        let catalog = "/Lang (it) /MarkInfo << /Marked true >> /StructTreeRoot << /K [3 0 R 2 0 R] >> /Metadata 4 0 R";
        let mut bytes = one_page(catalog, &stream("/Filter /FlateDecode", &packed(b"BT (a) Tj ET /Modulo Do")), "/Info 7 0 R /Encrypt 7 0 R");
        for (index, byte) in at {
            if let Some(old) = bytes.get_mut(index) {
                *old = byte;
            }
        }
        bytes.truncate(bytes.len().saturating_sub(cut / 4));
        Opened::of(bytes);
    }

    #[test]
    fn any_parts_give_an_answer(parts in prop::collection::vec(prop::sample::select(vec![
        "%PDF-1.7\n", "1 0 obj", "endobj", "<<", ">>", "[", "]", "/Type", "/Catalog", "/Pages", "2 0 R", "1 0 R", "stream\n",
        "endstream", "/Length 5", "xref\n0 2\n", "0000000009 00000 n \n", "trailer", "startxref\n9\n", "%%EOF", "/Kids", "/Root",
        "/Encrypt", "/ObjStm", "/Filter /FlateDecode", "/Filter [/LZWDecode /LZWDecode]", "(", ")", "9999999999", "-1", " ",
    ]), 0..120)) {
        Opened::of(parts.concat().into_bytes());
    }
}

/// The text of every page of a document with one page, a simple font `F` and a composite one `C`.
fn text_of(content: &[u8], annotations: &str) -> String {
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Annots [{annotations}] \
         /Resources << /XObject << /Modulo 6 0 R >> /Font << /F 5 0 R /C 7 0 R >> >> >>"
    );
    let widths = "500 ".repeat(224);
    let simple = format!(
        "<< /Type /Font /Subtype /TrueType /FirstChar 32 /Widths [{widths}] \
         /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /egrave /fi] >> >>"
    );
    let form =
        stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"BT /F 10 Tf 10 20 Td (modulo) Tj ET");
    let composite = "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 8 0 R \
        /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 500 /W [3 [250 500] 10 20 600] >>] >>";
    let map = stream("", b"beginbfchar <0003> <0041> endbfchar beginbfrange <000A> <0014> <0061> endbfrange");
    let catalog = b"<< /Type /Catalog /Pages 2 0 R >>";
    let content = stream("/Filter /FlateDecode", &packed(content));
    let objects: [&[u8]; 8] =
        [catalog, PAGES, page.as_bytes(), &content, simple.as_bytes(), &form, composite.as_bytes(), &map];
    let mut texts = Vec::new();
    let opened = Opened::reading(pdf(&objects, ""), |page, text| texts.push((page, text.to_owned())));
    assert!(matches!(opened, Opened::Read(_)), "{opened:?}");
    assert_eq!(texts.len(), 1);
    assert_eq!(texts[0].0, 1);
    texts.remove(0).1
}

#[test]
fn letters_are_read_with_their_fonts() {
    let check =
        |content: &str, expected: &str| assert_eq!(text_of(content.as_bytes(), ""), expected, "{content}");
    check("BT /F 10 Tf 50 700 Td (citt\\340 \\1 \\2ne) Tj ET", "città è fine");
    check("BT /C 10 Tf 50 700 Td <0003000A000B> Tj ET", "Aab");
    // Letters moved a little belong together, moved far they do not.
    check("BT /F 10 Tf [(RSS) -20 (MRA) 30 (85) -400 (T10)] TJ ET", "RSSMRA85 T10");
    check("BT /F 10 Tf 50 700 Td (uno) Tj 15 0 Td (due) Tj 30 0 Td (tre) Tj ET", "unodue tre");
    check(
        "BT /F 10 Tf 14 TL 50 700 Td (uno) Tj T* (due) Tj (tre) ' 0 -40 Td (quattro) Tj ET",
        "uno\ndue\ntre\n\nquattro",
    );
    // Each text by itself, on a page that stands on its head.
    check(
        "q 1 0 0 -1 0 800 cm BT /F 10 Tf 1 0 0 1 50 100 Tm (uno) Tj ET BT /F 10 Tf 1 0 0 1 65 100 Tm (due) Tj ET Q",
        "unodue",
    );
    // Below a black box, outside of the page, without ink: it is there all the same.
    check("BT /F 10 Tf 3 Tr 50 700 Td (nascosto) Tj ET 0 g 0 0 600 800 re f", "nascosto");
    check("/Modulo Do", "modulo");
    check("BT (senza carattere) Tj ET", "");
}

#[test]
fn notes_and_fields_are_read() {
    let annotations = "<< /Type /Annot /Subtype /Widget /FT /Tx /V (Ugo Valenti) >> \
        << /Type /Annot /Subtype /Text /Contents (da togliere) >> << /Subtype /Stamp /AP << /N 6 0 R >> >>";
    let text = text_of(b"", annotations);
    assert_eq!(text.split_whitespace().collect::<Vec<_>>().join(" "), "Ugo Valenti da togliere modulo");
}

#[test]
fn the_text_of_the_example_is_read() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("content/documenti/delibera-aliquote-imu-2026/delibera-aliquote-imu-2026.pdf");
    let mut whole = String::new();
    Opened::reading(std::fs::read(path).unwrap(), |_, text| whole.push_str(text));
    assert!(whole.contains("aliquote") && whole.contains("2026"), "{whole}");
    // Words stay whole, and apart.
    let words = whole.split_whitespace().count();
    assert!((100..5_000).contains(&words), "{words} words in {whole}");
}
