//! What the bytes of a shown text mean in their font, and how wide they are (ISO 32000-1, 9.6 to 9.10).

use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use super::{cmap::CMap, content::unpacked, glyphs};

/// Widths in thousandths of the size.
const DEFAULT_WIDTH: f64 = 500.0;
/// Entries of a table of widths that are kept.
const MOST_WIDTHS: usize = 70_000;

/// A font, as far as text is concerned.
#[derive(Debug, Default)]
pub(super) struct Font {
    meaning: Option<CMap>,
    /// Two bytes make a code; else one.
    is_composite: bool,
    /// Of simple fonts: what each byte means by its encoding.
    letters: Vec<Option<String>>,
    /// First code, last code, width; in order.
    widths: Vec<(u32, u32, f64)>,
    default_width: f64,
}

/// A shown code.
pub(super) struct Shown {
    pub(super) text: String,
    pub(super) width: f64,
    /// Word spacing applies to it.
    pub(super) is_space: bool,
}

impl Font {
    pub(super) fn of(dictionary: &Dict<'_>) -> Self {
        let meaning = dictionary.get::<Stream<'_>>("ToUnicode").map(|stream| CMap::of(&unpacked(&stream)));
        let is_composite =
            dictionary.get::<Name<'_>>("Subtype").is_some_and(|subtype| subtype.as_str() == "Type0");
        let mut font = Self { meaning, is_composite, default_width: DEFAULT_WIDTH, ..Self::default() };
        if is_composite {
            let descendants = dictionary.get::<Array<'_>>("DescendantFonts");
            if let Some(descendant) = descendants.and_then(|fonts| fonts.iter::<Dict<'_>>().next()) {
                font.default_width = descendant.get::<Number>("DW").map_or(1000.0, |width| width.as_f64());
                font.widths = composite_widths(&descendant);
            }
        } else {
            font.letters = letters(dictionary);
            font.widths = simple_widths(dictionary);
        }
        font.widths.sort_by_key(|range| range.0);
        font
    }

    /// The codes of a shown string.
    pub(super) fn shown<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = Shown> + 'a {
        bytes.chunks(if self.is_composite { 2 } else { 1 }).map(|bytes| {
            let code = bytes.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
            let told = self.meaning.as_ref().and_then(|meaning| meaning.text(code));
            let encoded = || self.letters.get(code as usize).cloned().flatten();
            Shown {
                text: told.or_else(encoded).unwrap_or_default(),
                width: self.width(code),
                is_space: !self.is_composite && code == 32,
            }
        })
    }

    fn width(&self, code: u32) -> f64 {
        let n = self.widths.partition_point(|range| range.0 <= code);
        match n.checked_sub(1).map(|n| self.widths[n]) {
            Some((_, last, width)) if code <= last => width,
            _ => self.default_width,
        }
    }
}

fn simple_widths(dictionary: &Dict<'_>) -> Vec<(u32, u32, f64)> {
    let first = dictionary.get::<Number>("FirstChar").and_then(|first| u32::try_from(first.as_i64()).ok());
    let widths = dictionary.get::<Array<'_>>("Widths");
    let widths = widths.iter().flat_map(Array::iter::<Number>).take(256);
    let first = first.unwrap_or(0).min(255);
    widths.enumerate().map(|(n, width)| (first + n as u32, first + n as u32, width.as_f64())).collect()
}

/// `W`: a code and a list of widths, or two codes and the width of all between them.
fn composite_widths(dictionary: &Dict<'_>) -> Vec<(u32, u32, f64)> {
    let mut widths = Vec::new();
    let mut pending: Vec<u32> = Vec::new();
    let table = dictionary.get::<Array<'_>>("W");
    for object in table.iter().flat_map(Array::iter::<Object<'_>>) {
        if widths.len() > MOST_WIDTHS {
            break;
        }
        match (object, pending.as_slice()) {
            (Object::Array(list), [first]) => {
                let codes = list.iter::<Number>().take(MOST_WIDTHS).enumerate();
                let first = *first;
                widths.extend(codes.map(|(n, width)| {
                    let code = first.saturating_add(n as u32);
                    (code, code, width.as_f64())
                }));
                pending.clear();
            }
            (Object::Number(width), [first, last]) => {
                widths.push((*first, *last, width.as_f64()));
                pending.clear();
            }
            (Object::Number(code), _) => pending.push(u32::try_from(code.as_i64()).unwrap_or(0)),
            _ => pending.clear(),
        }
    }
    widths
}

/// What each byte means: the encoding named, with the differences told.
fn letters(dictionary: &Dict<'_>) -> Vec<Option<String>> {
    let named = dictionary.get::<Name<'_>>("Encoding");
    let encoding = dictionary.get::<Dict<'_>>("Encoding");
    let base = named.or_else(|| encoding.as_ref()?.get::<Name<'_>>("BaseEncoding"));
    let charset = match base.as_ref().map(Name::as_str) {
        Some("MacRomanEncoding") => encoding_rs::MACINTOSH,
        // What has no encoding is read like the rest: letters and digits are the same in all of them.
        _ => encoding_rs::WINDOWS_1252,
    };
    let mut letters: Vec<Option<String>> = (0..=u8::MAX)
        .map(|byte| {
            let text = charset.decode_without_bom_handling(&[byte]).0.into_owned();
            Some(text).filter(|text| !text.chars().all(char::is_control))
        })
        .collect();
    let differences = encoding.and_then(|encoding| encoding.get::<Array<'_>>("Differences"));
    let mut code = 0_usize;
    for object in differences.iter().flat_map(Array::iter::<Object<'_>>) {
        match object {
            Object::Number(number) => code = usize::try_from(number.as_i64()).unwrap_or(usize::MAX),
            Object::Name(name) => {
                if let Some(letter) = letters.get_mut(code) {
                    *letter = glyphs::text(name.as_str());
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    letters
}
