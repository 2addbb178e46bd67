//! Attached documents: what a PDF lacks for people who cannot see it, and formats that the law does not want.
//!
//! The requirements are those of pages (EN 301 549, chapter 10; Linee guida AgID sull'accessibilità), checked as far as a
//! file tells of itself; open formats are asked for by art. 7 of d.lgs. 33/2013 and art. 68 of d.lgs. 82/2005.
//! Everything here warns and nothing stops publishing unless the site wants it: an office often has to publish what
//! others made, on a day the law sets.

pub mod pdf;
mod uses;

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use pdf::{Facts, Opened};
use rayon::prelude::*;
use uses::Uses;

use crate::{
    diagnostic::{Diagnostic, Place, Severity},
    hash::Hash,
    load::{self, Attachment},
    model::Model,
    privacy::{self, Findings, Found, Privacy},
    rule::Meta,
};

pub static PDF_BOOKMARKS: Meta = Meta::new("pdf-bookmarks", Severity::Warning);
pub static PDF_BROKEN: Meta = Meta::new("pdf-broken", Severity::Warning);
pub static PDF_CLAIMS: Meta = Meta::new("pdf-claims", Severity::Warning);
pub static PDF_LANG: Meta = criterion("pdf-lang", &["3.1.1"]);
pub static PDF_LOCKED: Meta = Meta::new("pdf-locked", Severity::Warning);
pub static PDF_TAGS: Meta = criterion("pdf-tags", &["1.3.1"]);
pub static PDF_TEXT: Meta = criterion("pdf-text", &["1.1.1", "1.4.5"]);
pub static PDF_TITLE: Meta = criterion("pdf-title", &["2.4.2"]);
pub static OPEN_FORMAT: Meta = Meta::new("open-format", Severity::Warning);

pub static RULES: &[&Meta] = &[
    &OPEN_FORMAT,
    &PDF_BOOKMARKS,
    &PDF_BROKEN,
    &PDF_CLAIMS,
    &PDF_LANG,
    &PDF_LOCKED,
    &PDF_TAGS,
    &PDF_TEXT,
    &PDF_TITLE,
];

const fn criterion(id: &'static str, wcag: &'static [&'static str]) -> Meta {
    Meta { id, severity: Severity::Warning, wcag, act: &[], examples: &[] }
}

/// Longer documents need bookmarks.
const PAGES_WITHOUT_BOOKMARKS: usize = 20;

/// Judges the attachments that published contents use. Each file is opened once, however many names it has.
pub fn run(model: &Model, privacy: &Privacy) -> Vec<Diagnostic> {
    let uses = uses::of(model);
    let used: Vec<(&Attachment, &Uses)> =
        uses.iter().map(|(id, uses)| (model.attachment(*id), uses)).collect();
    let mut opened = Files::new();
    open(&used, privacy, &mut opened);
    tell(&used, &opened)
}

/// What was seen in files, to be kept while a site is worked on: a file that stays is not opened again.
#[derive(Default)]
pub struct Known {
    privacy: Arc<Privacy>,
    files: Files,
}

/// [`run`] with what is known of files, which is brought up to date.
pub fn run_after(known: &mut Known, model: &Model, privacy: &Arc<Privacy>) -> Vec<Diagnostic> {
    let uses = uses::of(model);
    let used: Vec<(&Attachment, &Uses)> =
        uses.iter().map(|(id, uses)| (model.attachment(*id), uses)).collect();
    if !known.privacy.judges_like(privacy) {
        known.files.clear();
    }
    known.privacy = Arc::clone(privacy);
    let needed: HashSet<FileKey> = keys(&used).into_keys().collect();
    known.files.retain(|key, _| needed.contains(key));
    open(&used, privacy, &mut known.files);
    tell(&used, &known.files)
}

/// By the hash of their bytes, and whether an act needs them.
type Files = HashMap<FileKey, Looked>;
type FileKey = (Hash, bool);

fn tell(used: &[(&Attachment, &Uses)], opened: &Files) -> Vec<Diagnostic> {
    let by_hash = keys(used);
    let acts: HashSet<Hash> = by_hash.keys().filter(|(_, is_act)| *is_act).map(|(hash, _)| *hash).collect();
    let mut diagnostics = Vec::new();
    for (attachment, uses) in used {
        let place = Place::from(attachment.file);
        let mut found = Vec::new();
        if let Some(looked) = opened.get(&(attachment.hash, acts.contains(&attachment.hash))) {
            found.extend(looked.pdf.iter().flat_map(|opened| judge_pdf(opened, &place)));
            found.extend(looked.found.told(&place));
        }
        found.extend(judge_format(&attachment.extension(), uses.is_document, &place));
        diagnostics.extend(
            found.into_iter().map(|found| {
                uses.places.iter().fold(found, |found, span| found.related(*span, "ui-used-here"))
            }),
        );
    }
    diagnostics
}

/// What was seen in a file.
struct Looked {
    pdf: Option<Opened>,
    /// Personal data.
    found: Findings,
}

/// The files that are read, each once, however many names it has.
fn keys<'a>(used: &[(&'a Attachment, &Uses)]) -> HashMap<FileKey, &'a Attachment> {
    let mut by_hash: HashMap<Hash, (&Attachment, bool)> = HashMap::new();
    for (attachment, uses) in used.iter().filter(|(attachment, _)| is_read(&attachment.extension())) {
        by_hash.entry(attachment.hash).or_insert((attachment, false)).1 |= uses.is_act;
    }
    by_hash.into_iter().map(|(hash, (attachment, is_act))| ((hash, is_act), attachment)).collect()
}

/// Opens the files that are not known yet. One that cannot be opened was told when the site was read.
fn open(used: &[(&Attachment, &Uses)], privacy: &Privacy, known: &mut Files) {
    let new: Vec<(FileKey, Looked)> = keys(used)
        .into_par_iter()
        .filter(|(key, _)| !known.contains_key(key))
        .filter_map(|(key, attachment)| {
            let bytes = load::read_attachment(attachment).ok()?;
            Some((key, look(&attachment.extension(), bytes, Found::new(privacy, key.1))))
        })
        .collect();
    known.extend(new);
}

fn is_read(extension: &str) -> bool {
    matches!(
        extension,
        "pdf" | "csv" | "tsv" | "txt" | "json" | "geojson" | "xml" | "html" | "htm" | "ics" | "rtf"
    )
}

fn look(extension: &str, bytes: Vec<u8>, mut found: Found<'_>) -> Looked {
    if extension == "pdf" {
        let pdf = Opened::reading(bytes, |page, text| found.look(text, privacy::Place::Page(page)));
        return Looked { pdf: Some(pdf), found: found.findings() };
    }
    let text = text_of(&bytes);
    if matches!(extension, "csv" | "tsv") {
        for (line, row) in privacy::rows(&text) {
            found.look(&row, privacy::Place::Line(line));
        }
    } else {
        found.look_at_lines(&text);
    }
    Looked { pdf: None, found: found.findings() }
}

/// UTF-8, else what office programs in Italy wrote before.
fn text_of(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

/// What there is to say of a PDF.
pub fn judge_pdf(opened: &Opened, place: &Place) -> Vec<Diagnostic> {
    match opened {
        Opened::Broken => vec![PDF_BROKEN.at(place.clone())],
        Opened::TooLarge => {
            vec![PDF_BROKEN.variant("pdf-broken--large", place.clone()).severity(Severity::Note)]
        }
        Opened::Password => vec![PDF_LOCKED.variant("pdf-locked--password", place.clone())],
        Opened::Read(facts) => judge_facts(facts, place),
    }
}

fn judge_facts(facts: &Facts, place: &Place) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let at = || place.clone();
    if facts.keeps_out_access {
        found.push(PDF_LOCKED.at(at()));
    }
    let text = facts.text;
    let is_scan = text.looked > 0 && text.pictures_only == text.looked;
    if is_scan {
        // Of a picture nobody asks for tags and language.
        found.push(PDF_TEXT.at(at()));
    } else if text.pictures_only > 0 {
        let some = PDF_TEXT.variant("pdf-text--some", at()).severity(Severity::Note);
        found.push(some.with("n", text.pictures_only).with("looked", text.looked));
    }
    if !facts.is_tagged && !is_scan {
        found.push(PDF_TAGS.at(at()));
    }
    match &facts.title {
        None => found.push(PDF_TITLE.at(at())),
        Some(title) if !facts.shows_title => {
            found.push(PDF_TITLE.variant("pdf-title--hidden", at()).with("title", title));
        }
        Some(_) => {}
    }
    if facts.lang.is_none() && !is_scan {
        found.push(PDF_LANG.at(at()));
    }
    if facts.pages > PAGES_WITHOUT_BOOKMARKS && !facts.has_bookmarks {
        found.push(PDF_BOOKMARKS.at(at()).with("pages", facts.pages));
    }
    if let Some(claim) = broken_claim(facts) {
        found.push(PDF_CLAIMS.at(at()).with("standard", claim));
    }
    found
}

/// A standard the file says it follows although it lacks what that standard wants first.
/// PDF/UA, and the levels A of PDF/A, want tags; PDF/UA wants a title that is shown, too (ISO 14289-1, 7.1).
fn broken_claim(facts: &Facts) -> Option<String> {
    let has_title = facts.title.is_some() && facts.shows_title;
    if let Some(part) = &facts.claims.pdf_ua
        && (!facts.is_tagged || !has_title || facts.lang.is_none())
    {
        return Some(format!("PDF/UA-{part}"));
    }
    let pdf_a = facts.claims.pdf_a.as_ref()?;
    (pdf_a.ends_with('a') && !facts.is_tagged).then(|| format!("PDF/A-{pdf_a}"))
}

/// What there is to say of a file by its name alone; `is_document` when it is offered for reading and not shown.
pub fn judge_format(extension: &str, is_document: bool, place: &Place) -> Option<Diagnostic> {
    let say = |diagnostic: Diagnostic| Some(diagnostic.with("format", extension.to_uppercase()));
    match extension {
        // Formats of one vendor.
        "doc" | "xls" | "ppt" | "mdb" | "accdb" | "pub" | "pages" | "numbers" | "key" | "wps" | "rtf" => {
            say(OPEN_FORMAT.at(place.clone()))
        }
        // ISO/IEC 29500, a standard: allowed, but seldom written as the standard says.
        "docx" | "xlsx" | "pptx" => {
            say(OPEN_FORMAT.variant("open-format--office", place.clone()).severity(Severity::Note))
        }
        "docm" | "xlsm" | "pptm" => say(OPEN_FORMAT.variant("open-format--macro", place.clone())),
        "jpg" | "jpeg" | "png" | "gif" | "tif" | "tiff" | "bmp" | "webp" | "heic" if is_document => {
            say(OPEN_FORMAT.variant("open-format--image", place.clone()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        documents::pdf::{Claims, Text},
        source::Sources,
    };

    fn said(opened: &Opened) -> Vec<&'static str> {
        let place = Place::from(Sources::default().add("a.pdf", ""));
        judge_pdf(opened, &place).iter().map(|found| found.message.id).collect()
    }

    fn good() -> Facts {
        Facts {
            pages: 21,
            is_tagged: true,
            title: Some("Statuto".into()),
            shows_title: true,
            lang: Some("it".into()),
            has_bookmarks: true,
            text: Text { looked: 21, pictures_only: 0 },
            keeps_out_access: false,
            claims: Claims { pdf_a: Some("2a".into()), pdf_ua: Some("1".into()) },
        }
    }

    #[test]
    fn each_lack_is_told_once() {
        let check = |change: fn(&mut Facts), expected: &[&str]| {
            let mut facts = good();
            change(&mut facts);
            assert_eq!(said(&Opened::Read(Box::new(facts))), expected);
        };
        check(|_| {}, &[]);
        check(|facts| facts.keeps_out_access = true, &["pdf-locked"]);
        check(|facts| facts.is_tagged = false, &["pdf-tags", "pdf-claims"]);
        check(|facts| facts.lang = None, &["pdf-lang", "pdf-claims"]);
        check(|facts| facts.shows_title = false, &["pdf-title--hidden", "pdf-claims"]);
        check(|facts| facts.has_bookmarks = false, &["pdf-bookmarks"]);
        check(|facts| facts.text.pictures_only = 3, &["pdf-text--some"]);
        check(
            |facts| {
                *facts =
                    Facts { pages: 20, text: Text { looked: 20, pictures_only: 20 }, ..Facts::default() };
            },
            &["pdf-text", "pdf-title"],
        );
        assert_eq!(said(&Opened::Broken), ["pdf-broken"]);
        assert_eq!(said(&Opened::TooLarge), ["pdf-broken--large"]);
        assert_eq!(said(&Opened::Password), ["pdf-locked--password"]);
    }

    #[test]
    fn formats_are_known_by_name() {
        let place = Place::from(Sources::default().add("a", ""));
        let said = |extension, is_document| {
            judge_format(extension, is_document, &place).map(|found| (found.message.id, found.severity))
        };
        assert_eq!(said("doc", true), Some(("open-format", Severity::Warning)));
        assert_eq!(said("docx", true), Some(("open-format--office", Severity::Note)));
        assert_eq!(said("xlsm", true), Some(("open-format--macro", Severity::Warning)));
        assert_eq!(said("png", true), Some(("open-format--image", Severity::Warning)));
        assert_eq!(said("png", false), None);
        assert_eq!(said("odt", true), None);
        assert_eq!(said("csv", true), None);
    }
}
