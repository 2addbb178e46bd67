//! What a PDF tells of itself: tags, title, language, text, bookmarks, permissions, and what it claims to conform to.
//! The syntax is the `hayro-syntax` crate's; here is what the answers mean (ISO 32000-1, ISO 14289-1).
//!
//! Any bytes may come: `guard` refuses what would unpack without end, and everything that is looked at is counted.

mod cmap;
mod content;
mod font;
mod glyphs;
mod guard;
mod letters;
mod metadata;
mod permissions;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub use content::Text;
use hayro_syntax::{
    DecryptionError, LoadPdfError, Pdf,
    object::{Dict, Stream, String as PdfString},
};
pub use metadata::Claims;

/// What came of opening a PDF.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// Not a PDF, or too broken to be read.
    Broken,
    /// Nobody reads it without a password.
    Password,
    /// More than can be looked at in good time.
    TooLarge,
    Read(Box<Facts>),
}

/// What a PDF tells of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    pub pages: usize,
    /// Marked as tagged, with a structure that is not empty.
    pub is_tagged: bool,
    pub title: Option<String>,
    /// Viewers show the title and not the name of the file.
    pub shows_title: bool,
    pub lang: Option<String>,
    pub has_bookmarks: bool,
    pub text: Text,
    /// Its permissions keep assistive technology out.
    pub keeps_out_access: bool,
    pub claims: Claims,
}

impl Opened {
    /// Opens a PDF. Any bytes give an answer.
    pub fn of(bytes: Vec<u8>) -> Self {
        Self::with(bytes, |_| {})
    }

    /// Opens a PDF, and tells the number and the text of every page.
    pub fn reading(bytes: Vec<u8>, mut tell: impl FnMut(usize, &str)) -> Self {
        Self::with(bytes, |pdf| letters::pages(pdf, &mut tell))
    }

    fn with(bytes: Vec<u8>, look: impl FnOnce(&Pdf)) -> Self {
        if !guard::is_reasonable(&bytes) {
            return Self::TooLarge;
        }
        // The library has no known panic; should it have one, it is the file that could not be read.
        catch_unwind(AssertUnwindSafe(|| read(bytes, look))).unwrap_or(Self::Broken)
    }
}

fn read(bytes: Vec<u8>, look: impl FnOnce(&Pdf)) -> Opened {
    let pdf = match Pdf::new(bytes) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => return Opened::Password,
        // Signed for certain readers, or encrypted in a way of some vendor: the same for who wants to read.
        Err(LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm)) => return Opened::Password,
        Err(_) => return Opened::Broken,
    };
    if pdf.len() > guard::MOST_OBJECTS {
        return Opened::TooLarge;
    }
    let Some(catalog) = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()) else { return Opened::Broken };
    if pdf.pages().is_empty() {
        return Opened::Broken;
    }
    look(&pdf);
    let metadata =
        catalog.get::<Stream<'_>>("Metadata").map(|stream| metadata::Xmp::of(&stream)).unwrap_or_default();
    let title =
        pdf.metadata().title.as_deref().map(text).filter(|title| !title.is_empty()).or(metadata.title);
    let preferences = catalog.get::<Dict<'_>>("ViewerPreferences").unwrap_or_default();
    let lang = catalog.get::<PdfString<'_>>("Lang").map(|lang| text(lang.as_bytes()));
    Opened::Read(Box::new(Facts {
        pages: pdf.pages().len(),
        is_tagged: is_tagged(&catalog),
        title,
        shows_title: preferences.get::<bool>("DisplayDocTitle").unwrap_or_default(),
        lang: lang.filter(|lang| is_language(lang)),
        has_bookmarks: catalog
            .get::<Dict<'_>>("Outlines")
            .is_some_and(|outlines| outlines.contains_key("First")),
        text: Text::of(&pdf),
        keeps_out_access: permissions::keep_out_access(&pdf),
        claims: metadata.claims,
    }))
}

/// A mark without a structure is a promise only.
fn is_tagged(catalog: &Dict<'_>) -> bool {
    let marked = catalog.get::<Dict<'_>>("MarkInfo").and_then(|mark| mark.get::<bool>("Marked"));
    marked == Some(true)
        && catalog.get::<Dict<'_>>("StructTreeRoot").is_some_and(|root| root.contains_key("K"))
}

/// A primary subtag of BCP 47 is letters.
fn is_language(lang: &str) -> bool {
    let primary = lang.split('-').next().unwrap_or_default();
    (2..=8).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic())
}

/// A text string: UTF-16 or UTF-8 with a mark, else nearly Latin-1. Trimmed, since white space names nothing.
fn text(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    };
    text.trim_matches(|c: char| c.is_whitespace() || c.is_control()).to_owned()
}

#[cfg(test)]
mod tests;
