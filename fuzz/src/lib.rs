//! What fuzzing looks for, as plain functions: any bytes go in, nothing may panic, and every place lies in the text.
//! The kept corpus runs through the same functions in `tests/fuzz_corpus.rs`.

use arengo::{
    audit,
    diagnostic::Diagnostic,
    documents::pdf::Opened,
    markdown::{self, Located, Picture, Resolver, Settings, Target, Words},
    privacy::Scope,
    schema::{self, SchemaFile},
    source::{Offsets, Sources},
    tree::{Limits, Node, Value, parse_toml, parse_yaml},
};

/// A front matter, read as YAML.
pub fn front_matter(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let file = Sources::default().add("a.md", text.as_ref());
    let staged = parse_yaml(file, &text, 0..text.len() as u32, Limits { depth: 8 });
    places(&staged.diagnostics, &text);
    for entry in staged.value.map.iter() {
        node(&entry.node, &text);
    }
}

/// A schema of a content type: JSON, then its meaning; and the same bytes as a vocabulary.
pub fn schema_file(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut sources = Sources::default();
    for name in ["prova.schema.json", "comune.json", "vocabolari/prova.yaml"] {
        let id = sources.add(name, text.as_ref());
        let staged = schema::read(&[SchemaFile { id, name, text: &text }]);
        places(&staged.diagnostics, &text);
        for content_type in staged.value.types.values() {
            let _ = staged.value.for_editors(content_type);
        }
    }
}

/// A `site.toml`.
pub fn toml_config(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let file = Sources::default().add("site.toml", text.as_ref());
    places(&parse_toml(file, &text).diagnostics, &text);
}

/// A Markdown body: its findings, and its HTML, which the auditor must be able to read.
pub fn markdown_body(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let file = Sources::default().add("a.md", text.as_ref());
    let located = Located { file, text: text.as_ref().into(), offsets: Offsets::Shifted(0) };
    let staged = markdown::parse(located);
    places(&staged.diagnostics, &text);
    let settings = Settings { heading_shift: 0, marks: true, id_prefix: String::new() };
    let html = markdown::to_html(&staged.value, &Anywhere, &Words::italian(), &settings);
    let document = audit::Document::parse(&html);
    let forbidden = |tag: &str| ["script", "style", "iframe", "object", "form", "svg", "math"].contains(&tag);
    for node in document.elements() {
        assert!(!forbidden(document.tag(node)), "{html}");
        assert!(document.attrs(node).all(|(name, _)| !name.starts_with("on")), "{html}");
    }
}

/// Leads every link and image somewhere.
struct Anywhere;

impl Resolver for Anywhere {
    fn link(&self, _: &str) -> Option<Target> {
        Some(Target { href: "/altrove/".to_owned(), ..Target::default() })
    }

    fn image(&self, _: &str) -> Option<Picture> {
        Some(Picture { src: "/immagine.png".to_owned(), width: Some(4), height: Some(3) })
    }
}

/// A page of any bytes: read, judged, and published without its marks.
pub fn page(data: &[u8]) {
    let html = String::from_utf8_lossy(data);
    let document = audit::Document::parse(&html);
    let file = Sources::default().add("a.html", "");
    let subject = audit::Subject { document: &document, url: "/", file, sheets: audit::Sheets::none() };
    let _ = subject.audit(&audit::Settings::default());
    let _ = arengo::write::finish_html(&html, true);
}

/// A dark picture at every address but the empty one.
fn picture(address: &str) -> Option<Vec<u8>> {
    const DARK: [u8; 71] =
        *b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x02\x08\0\0\0\0W\xddR\xf8\0\0\0\x0eIDAT\
        \x78\x9c\x63\x54\x60\x60\x62\x60\0\0\0\xb2\0\x24\x21\x47\x24\x82\0\0\0\0IEND\xaeB`\x82";
    (!address.is_empty()).then(|| DARK.to_vec())
}

/// A picture of any bytes that texts lie over: decoded, and asked for the colours behind them. As it is, and as a PNG whose
/// sums are right, since a decoder looks no further where they are wrong.
pub fn picture_file(data: &[u8]) {
    const PAGE: &str = "<html lang=it><style>p{margin:0;color:#777;background-image:url(a)}.b{background:url(a) no-repeat 3px 2px #fff}\
        .c{background:linear-gradient(#0008,#0008),url(a)}</style><body><main><p>a b</p><p class=b>c d</p><p class=c>e f</p></main>";
    for bytes in [data.to_vec(), summed(data)] {
        let mut sheets = audit::Sheets::default();
        sheets.open_pictures(move |_| Some(bytes.clone()));
        let document = audit::Document::parse(PAGE);
        let page = audit::Page::styled(&document, "/", &sheets);
        audit::walk(&page, |rule| rule.meta.id.starts_with("color-contrast"), |_, _, _| {});
    }
}

/// The chunks of a PNG, each with the sum that belongs to it, behind the signature that every PNG has.
fn summed(data: &[u8]) -> Vec<u8> {
    const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
    let mut png = SIGNATURE.to_vec();
    let mut rest = data.strip_prefix(SIGNATURE).unwrap_or(data);
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = u32::from_be_bytes(*length) as usize % 65_536;
        let body = &after[..after.len().min(4 + length)];
        png.extend((body.len().saturating_sub(4) as u32).to_be_bytes());
        png.extend(body);
        png.extend((!body.iter().fold(!0, sum)).to_be_bytes());
        rest = after.get(4 + length + 4..).unwrap_or_default();
    }
    png
}

/// CRC-32, bit by bit.
fn sum(before: u32, byte: &u8) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
    (0..8).fold(before ^ u32::from(*byte), step)
}

/// Names and descriptions of every element of a page of any bytes, and every rule, those that are off included.
pub fn names(data: &[u8]) {
    let html = String::from_utf8_lossy(data);
    let document = audit::Document::parse(&html);
    let mut sheets = audit::Sheets::default();
    sheets.open_pictures(picture);
    let page = audit::Page::styled(&document, "", &sheets);
    for node in document.elements().take(300) {
        let name = audit::names::accessible_name(&page, node);
        assert_eq!(audit::names::fold_space(&name), name, "white space is folded");
        assert!(name.len() < 100_000, "a name is cut");
        let _ = audit::names::description(&page, node);
    }
    audit::walk(&page, |_| true, |_, _, _| {});
}

/// A style sheet of any bytes, linked, imported by itself, inside a page and in a `style` attribute.
pub fn css(data: &[u8]) {
    let css = String::from_utf8_lossy(data);
    let mut sheets = audit::Sheets::default();
    sheets.open_pictures(picture);
    sheets.add("/a.css", "a.css", &format!("@import 'a.css' layer(x);{css}"));
    let inside = css.replace("</", "");
    let attribute = css.replace('"', "'");
    let html = format!(
        "<html lang=it class=a><link rel=stylesheet href=/a.css><style>{inside}</style><body><main id=x class='a b'>\
         <p style=\"{attribute}\">a <a href=/>b</a><input class=c disabled placeholder=d></p><ul><li>e<li class=b>f</ul></main>"
    );
    let document = audit::Document::parse(&html);
    let file = Sources::default().add("a.html", "");
    let _ = audit::Subject { document: &document, url: "/", file, sheets: &sheets }
        .audit(&audit::Settings::default());
}

/// A file of data: CSV, JSON, and what pretends to be a workbook; the same bytes as office documents.
pub fn data_file(data: &[u8]) {
    arengo::tables::any_bytes(data);
    arengo::documents::any_bytes(data);
}

/// Any text searched for personal data: every place is a piece of it, in order; as a table, too.
pub fn privacy(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for (is_act, is_about_a_person) in [(false, false), (true, true)] {
        let scope = Scope { year: 2026, is_act, is_about_a_person };
        let mut last = 0;
        for hit in arengo::privacy::search(&text, &scope) {
            assert!(
                text.get(hit.range.start as usize..hit.range.end as usize).is_some(),
                "{hit:?} lies outside"
            );
            assert!(hit.range.start >= last, "{hit:?} comes too late");
            last = hit.range.start;
        }
    }
    let _ = arengo::privacy::rows(&text);
}

/// The text of a PDF of any bytes, and of any content on a page.
pub fn pdf_text(data: &[u8]) {
    let _ = Opened::reading(data.to_vec(), |_, _| {});
    let mut pdf = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\n\
        endobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /Font << /F \
        << /Type /Font /Subtype /Type0 /ToUnicode 4 0 R >> /G << /Type /Font /Subtype /Type1 >> >> >> >>\nendobj\n"
        .to_vec();
    pdf.extend(format!("4 0 obj\n<< /Length {} >>\nstream\n", data.len() + 32).bytes());
    pdf.extend(b"BT /F 10 Tf (a) Tj /G 10 Tf (b) Tj ");
    pdf.extend(data);
    pdf.extend(b"\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n");
    let _ = Opened::reading(pdf, |_, _| {});
}

fn places(diagnostics: &[Diagnostic], text: &str) {
    for diagnostic in diagnostics {
        if let Some(range) = &diagnostic.place.range {
            let inside = text.get(range.start as usize..range.end as usize).is_some();
            assert!(inside, "{diagnostic:?} lies outside");
        }
    }
}

fn node(found: &Node, text: &str) {
    let range = found.range.start as usize..found.range.end as usize;
    assert!(text.get(range).is_some(), "{found:?} lies outside");
    let _ = found.offsets(text);
    match &found.value {
        Value::List(items) => items.iter().for_each(|item| node(item, text)),
        Value::Map(map) => map.iter().for_each(|entry| node(&entry.node, text)),
        Value::Scalar(_) => {}
    }
}
