//! Whether a PDF holds text, or only pictures of it.

use hayro_syntax::{
    Filter, Pdf,
    content::UntypedIter,
    object::{Array, Dict, Name, Object, Stream},
    page::Page,
};

/// Pages that are looked at, spread over the document.
const MOST_PAGES: usize = 200;
/// Of each, this much of its content.
const MOST_CONTENT: usize = 4 * 1024 * 1024;
/// Operators of all pages together.
const MOST_OPERATORS: usize = 5_000_000;
/// Forms inside forms.
const DEPTH: usize = 6;
/// Drawn parts of a page that are opened.
const MOST_PARTS: usize = 200;

/// Pages with and without text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// How many pages were looked at.
    pub looked: usize,
    /// How many of them show pictures and no letter: scans that nobody made readable.
    pub pictures_only: usize,
}

impl Text {
    pub(super) fn of(pdf: &Pdf) -> Self {
        let pages = pdf.pages();
        let step = pages.len().div_ceil(MOST_PAGES).max(1);
        let mut left = MOST_OPERATORS;
        let mut text = Self::default();
        for page in pages.iter().step_by(step) {
            if left == 0 {
                break;
            }
            text.looked += 1;
            let mut look = Look { left: &mut left, parts: MOST_PARTS, has_text: false, has_picture: false };
            look.at(&contents(page), &page.resources().x_objects, DEPTH);
            text.pictures_only += usize::from(look.has_picture && !look.has_text);
        }
        text
    }
}

/// What was seen of a page so far.
struct Look<'a> {
    left: &'a mut usize,
    parts: usize,
    has_text: bool,
    has_picture: bool,
}

impl Look<'_> {
    /// Goes through the operators of a page or a form until there is text.
    fn at(&mut self, content: &[u8], parts: &Dict<'_>, depth: usize) {
        let mut operators = UntypedIter::new(content);
        while let Some(operator) = operators.next() {
            if *self.left == 0 || self.has_text {
                return;
            }
            *self.left -= 1;
            match &**operator.operator {
                b"Tj" | b"TJ" | b"'" | b"\"" => self.has_text = true,
                b"BI" | b"ID" | b"EI" => self.has_picture = true,
                b"Do" => {
                    let name = operator.operands().next().cloned().and_then(Object::into_name);
                    let part = name.and_then(|name| parts.get::<Stream<'_>>(&*name));
                    if let Some(part) = part.filter(|_| self.parts > 0 && depth > 0) {
                        self.parts -= 1;
                        self.part(&part, parts, depth - 1);
                    }
                }
                _ => {}
            }
        }
    }

    fn part(&mut self, part: &Stream<'_>, parts: &Dict<'_>, depth: usize) {
        let kind = part.dict().get::<Name<'_>>("Subtype");
        match kind.as_ref().map(Name::as_str) {
            Some("Image") => self.has_picture = true,
            Some("Form") => {
                let own =
                    part.dict().get::<Dict<'_>>("Resources").and_then(|own| own.get::<Dict<'_>>("XObject"));
                self.at(&unpacked(part), own.as_ref().unwrap_or(parts), depth);
            }
            _ => {}
        }
    }
}

/// The content of a page, which may stand in several streams.
pub(super) fn contents(page: &Page<'_>) -> Vec<u8> {
    let dictionary = page.raw();
    if let Some(stream) = dictionary.get::<Stream<'_>>("Contents") {
        return unpacked(&stream);
    }
    let mut whole = Vec::new();
    for stream in dictionary.get::<Array<'_>>("Contents").iter().flat_map(Array::iter::<Stream<'_>>) {
        if whole.len() > MOST_CONTENT {
            break;
        }
        whole.extend(unpacked(&stream));
        whole.push(b'\n');
    }
    whole
}

/// The data of a stream, as much of it as counts. What is packed once is unpacked with a limit;
/// other filters do not blow up, and packed twice is not for text.
pub(super) fn unpacked(stream: &Stream<'_>) -> Vec<u8> {
    use std::io::Read;

    let raw = stream.raw_data();
    match stream.filters().as_slice() {
        [] => raw[..raw.len().min(MOST_CONTENT)].to_vec(),
        [Filter::FlateDecode] => {
            let mut data = Vec::new();
            // What came before an error counts as well.
            let _ = flate2::read::ZlibDecoder::new(&*raw).take(MOST_CONTENT as u64).read_to_end(&mut data);
            data
        }
        [Filter::AsciiHexDecode | Filter::Ascii85Decode] if raw.len() <= MOST_CONTENT => {
            stream.decoded().map(std::borrow::Cow::into_owned).unwrap_or_default()
        }
        [Filter::LzwDecode | Filter::RunLengthDecode]
        | [Filter::Ascii85Decode | Filter::AsciiHexDecode, Filter::FlateDecode | Filter::LzwDecode]
            if raw.len() <= MOST_CONTENT / 64 =>
        {
            stream.decoded().map(std::borrow::Cow::into_owned).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}
