//! Attached documents: what a PDF lacks for people who cannot see it, and formats that the law does not want.
//!
//! The requirements are those of pages (EN 301 549, chapter 10; Linee guida AgID sull'accessibilità), checked as far as a
//! file tells of itself; open formats are asked for by art. 7 of d.lgs. 33/2013 and art. 68 of d.lgs. 82/2005.
//! Everything here warns and nothing stops publishing unless the site wants it: an office often has to publish what
//! others made, on a day the law sets.

mod office;
pub mod pdf;
mod uses;

use std::{collections::HashMap, sync::Arc};

use pdf::{Facts, Opened};
use rayon::prelude::*;
use uses::Uses;

use crate::{
    diagnostic::{Diagnostic, Place, Severity},
    hash::Hash,
    load::{self, Attachment},
    model::Model,
    privacy::{self, Findings, Found, Heads, Privacy},
    rule::Meta,
    tables::{Cell, Published, Tables},
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
/// A file in which nobody looked for personal data.
pub static PRIVACY_UNREAD: Meta = Meta::new("privacy-unread", Severity::Warning);

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
    &PRIVACY_UNREAD,
];

const fn criterion(id: &'static str, wcag: &'static [&'static str]) -> Meta {
    Meta { id, severity: Severity::Warning, wcag, act: &[], examples: &[] }
}

/// Longer documents need bookmarks.
const PAGES_WITHOUT_BOOKMARKS: usize = 20;

/// What was seen in files: while a site is worked on, one that stays is not opened again.
#[derive(Default)]
pub struct Known {
    privacy: Arc<Privacy>,
    /// By the hash of their bytes; whether an act needs them, and what was seen.
    files: HashMap<Hash, (bool, Looked)>,
}

/// Judges what is published besides pages: attachments that contents use, files of `static/`, tables. Each file is opened
/// once, however many names it has, unless it is `known`.
pub fn run<'a>(
    known: &mut Known,
    model: &'a Model,
    tables: &Tables,
    statics: impl IntoIterator<Item = &'a Attachment>,
    privacy: &Arc<Privacy>,
) -> Vec<Diagnostic> {
    let today = uses::of(model);
    let n_attachments = today.len();
    // On its day it is too late to look for what may not be published.
    let mut later = uses::to_come(model);
    later.retain(|id, _| !today.contains_key(id));
    let attached = today.into_iter().chain(later);
    let mut uses: Vec<(&Attachment, Uses)> =
        attached.map(|(id, uses)| (model.attachment(id), uses)).collect();
    uses.extend(statics.into_iter().map(|file| (file, Uses::default())));
    known.open(&uses, privacy);
    let mut diagnostics = Vec::new();
    for (n, (attachment, uses)) in uses.iter().enumerate() {
        let place = Place::from(attachment.file);
        let mut found = Vec::new();
        let looked = known.files.get(&attachment.hash).map(|(_, looked)| looked);
        // Of a file of `static/`, and of what is to come, only what it must not hold is told.
        if n < n_attachments {
            let pdf = looked.and_then(|looked| looked.pdf.as_ref());
            found.extend(pdf.into_iter().flat_map(|opened| judge_pdf(opened, &place)));
            found.extend(judge_format(&attachment.extension(), uses.is_document, &place));
        }
        found.extend(looked.into_iter().flat_map(|looked| looked.told(&attachment.extension(), &place)));
        found.extend(unreadable_format(&attachment.extension(), &place));
        diagnostics.extend(
            found.into_iter().map(|found| {
                uses.places.iter().fold(found, |found, span| found.related(*span, "ui-used-here"))
            }),
        );
    }
    let shown = tables.iter().map(|(id, tables)| (model.entry(id).head, tables));
    let later = privacy::beside(model).into_iter().map(|entry| (entry.head, tables.of_hidden(entry.file)));
    diagnostics.extend(shown.chain(later).flat_map(|(used, tables)| {
        let told = tables.iter().flat_map(|table| look_at_table(table, privacy));
        told.map(move |found| found.related(used, "ui-used-here"))
    }));
    diagnostics
}

/// What was seen in a file.
struct Looked {
    pdf: Option<Opened>,
    /// Personal data.
    found: Findings,
    is_unread: bool,
}

impl Looked {
    fn told(&self, extension: &str, place: &Place) -> Vec<Diagnostic> {
        let unread =
            self.is_unread.then(|| PRIVACY_UNREAD.at(place.clone()).with("format", extension.to_uppercase()));
        self.found.told(place).into_iter().chain(unread).collect()
    }
}

impl Known {
    /// Opens the files that are not known. One that cannot be opened was told when the site was read.
    fn open(&mut self, used: &[(&Attachment, Uses)], privacy: &Arc<Privacy>) {
        if !self.privacy.judges_like(privacy) {
            self.files.clear();
        }
        self.privacy = Arc::clone(privacy);
        let mut by_hash: HashMap<Hash, (&Attachment, bool)> = HashMap::new();
        for (attachment, uses) in used.iter().filter(|(attachment, _)| is_read(&attachment.extension())) {
            by_hash.entry(attachment.hash).or_insert((attachment, false)).1 |= uses.is_act;
        }
        let is_needed = |hash: &Hash, is_act: bool| by_hash.get(hash).is_some_and(|(_, now)| *now == is_act);
        self.files.retain(|hash, (is_act, _)| is_needed(hash, *is_act));
        let new: Vec<(Hash, (bool, Looked))> = by_hash
            .into_par_iter()
            .filter(|(hash, _)| !self.files.contains_key(hash))
            .filter_map(|(hash, (attachment, is_act))| {
                let bytes = load::read_attachment(attachment).ok()?;
                let found = Found::new(privacy, is_act);
                Some((hash, (is_act, look(&attachment.extension(), bytes, found))))
            })
            .collect();
        self.files.extend(new);
    }
}

fn is_read(extension: &str) -> bool {
    matches!(
        extension,
        "pdf" | "csv" | "tsv" | "txt" | "json" | "geojson" | "xml" | "html" | "htm" | "ics" | "rtf" | "md"
    ) || office::is_office(extension)
}

fn look(extension: &str, bytes: Vec<u8>, mut found: Found<'_>) -> Looked {
    let (mut pdf, mut is_unread) = (None, false);
    if extension == "pdf" {
        pdf = Some(Opened::reading(bytes, |page, text| found.look(text, &privacy::Place::Page(page))));
    } else if office::is_office(extension) {
        is_unread = office::look(extension, &bytes, &mut found).is_err();
    } else if matches!(extension, "csv" | "tsv") {
        for (line, row) in privacy::rows(&text_of(&bytes)) {
            found.look_at_row(&row, |_| privacy::Place::Line(line));
        }
    } else {
        found.look_at_lines(&text_of(&bytes));
    }
    Looked { pdf, found: found.findings(), is_unread }
}

/// The cells of a table as it is published: what the office's file holds besides never leaves the office.
fn look_at_table(published: &Published, privacy: &Privacy) -> Vec<Diagnostic> {
    let table = &published.table;
    let columns = table.columns.iter().map(|column| &table.scheme.columns[*column]);
    let heads = Heads::new(columns.map(|column| column.title.as_str()));
    let mut found = Found::new(privacy, true);
    for row in &table.rows {
        let cells: Vec<String> = row.cells.iter().map(said).collect();
        let row_number = row.number as usize;
        let sentence = heads.sentence(cells.iter().map(String::as_str));
        found.look_at_row(&sentence, |_| privacy::Place::Line(row_number));
    }
    found.findings().told(&Place::from(table.file))
}

/// What a cell says of somebody; a number says nothing by itself.
fn said(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Date(day) => day.strftime("%d/%m/%Y").to_string(),
        Cell::Empty | Cell::Bool(_) | Cell::Integer(_) | Cell::Decimal(_) => String::new(),
    }
}

/// Any bytes as a document, whatever its name says: what fuzzing calls.
pub fn any_bytes(bytes: &[u8]) {
    let privacy = Privacy::default();
    for extension in ["docx", "pptx", "odt", "odp", "xlsx", "ods"] {
        let _ = office::look(extension, bytes, &mut Found::new(&privacy, true));
    }
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

/// A file into which this program cannot look.
fn unreadable_format(extension: &str, place: &Place) -> Option<Diagnostic> {
    let is_closed = matches!(
        extension,
        "doc"
            | "xls"
            | "ppt"
            | "p7m"
            | "zip"
            | "7z"
            | "rar"
            | "gz"
            | "mdb"
            | "accdb"
            | "pages"
            | "numbers"
            | "eml"
            | "msg"
    );
    let told = PRIVACY_UNREAD.variant("privacy-unread--format", place.clone()).severity(Severity::Note);
    is_closed.then(|| told.with("format", extension.to_uppercase()))
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
