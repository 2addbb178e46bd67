//! The text of office documents (DOCX, PPTX, ODT, ODP) and workbooks (XLSX, ODS), for who looks for what may not be
//! published: everything that is inside, also what nobody sees on opening them – hidden sheets, comments, notes, words
//! that were struck out and are still there.
//!
//! Any bytes give an answer: an archive is counted before it is unpacked.

use std::panic::{AssertUnwindSafe, catch_unwind};

use quick_xml::{Reader, events::Event};

use crate::{
    archive::{self, Member},
    privacy::{Found, Heads, Place},
    tables,
};

/// It is no office file, is kept by a password, or holds more than can be looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unread;

/// Whether a file is of a kind that is read here.
pub(super) fn is_office(extension: &str) -> bool {
    matches!(extension, "docx" | "docm" | "pptx" | "pptm" | "odt" | "odp") || is_workbook(extension)
}

fn is_workbook(extension: &str) -> bool {
    matches!(extension, "xlsx" | "xlsm" | "ods")
}

/// Looks through a file.
pub(super) fn look(extension: &str, bytes: &[u8], found: &mut Found<'_>) -> Result<(), Unread> {
    if is_workbook(extension) {
        for sheet in tables::sheets(bytes, extension).ok_or(Unread)? {
            look_at_sheet(&sheet, found);
        }
    }
    let members = archive::members(bytes).map_err(|_| Unread)?;
    let mut parts: Vec<(&Member, Part)> =
        members.iter().filter_map(|member| Some((member, part(extension, &member.name)?))).collect();
    // In the order of slides, whatever that of the archive.
    parts.sort_by_key(|(_, part)| *part);
    let is_whole = is_workbook(extension) || parts.iter().any(|(_, part)| *part != Part::Beside);
    if !is_whole {
        return Err(Unread);
    }
    for (member, part) in parts {
        let xml = member.text(bytes).ok_or(Unread)?;
        let mut take = |n: usize, text: &str| {
            found.look(
                text,
                &match part {
                    Part::Document => Place::Paragraph(n),
                    Part::Slide(number) => Place::Slide(number),
                    Part::Beside => Place::Beside,
                },
            );
        };
        let read = || paragraphs(&xml, &mut take);
        catch_unwind(AssertUnwindSafe(read)).map_err(|_| Unread)??;
    }
    Ok(())
}

/// What a member of the archive holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Document,
    Slide(usize),
    /// Notes, comments, heads and feet of pages.
    Beside,
}

fn part(extension: &str, name: &str) -> Option<Part> {
    let numbered = |before: &str| name.strip_prefix(before)?.strip_suffix(".xml")?.parse::<usize>().ok();
    let begins = |starts: &[&str]| {
        name.ends_with(".xml")
            && starts.iter().any(|start| name.starts_with(start))
            && !name.contains("_rels")
    };
    match extension {
        "docx" | "docm" if name == "word/document.xml" => Some(Part::Document),
        "docx" | "docm" => {
            begins(&["word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments"])
                .then_some(Part::Beside)
        }
        "pptx" | "pptm" => numbered("ppt/slides/slide")
            .map(Part::Slide)
            .or_else(|| begins(&["ppt/notesSlides/", "ppt/comments"]).then_some(Part::Beside)),
        "odt" | "odp" if name == "content.xml" => Some(Part::Document),
        // Heads and feet of pages are styles.
        "odt" | "odp" | "ods" if name == "styles.xml" => Some(Part::Beside),
        "xlsx" | "xlsm" => begins(&["xl/comments", "xl/threadedComments"]).then_some(Part::Beside),
        _ => None,
    }
}

fn look_at_sheet(sheet: &tables::Sheet, found: &mut Found<'_>) {
    // Above the headings may stand a title.
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.is_empty()).count();
    let head = sheet.rows.iter().position(|(_, cells)| filled(cells) > 1);
    let heads = head.map(|n| Heads::new(sheet.rows[n].1.iter().map(String::as_str))).unwrap_or_default();
    for (n, (number, cells)) in sheet.rows.iter().enumerate() {
        let heads = if head.is_some_and(|head| n > head) { &heads } else { &Heads::default() };
        let row = heads.sentence(cells.iter().map(String::as_str));
        found.look_at_row(&row, |column| Place::Cell(sheet.cell_name(*number, column)));
    }
}

/// Hands on every paragraph with its number; those of a row of a table together, since they say one thing.
fn paragraphs(xml: &str, take: &mut dyn FnMut(usize, &str)) -> Result<(), Unread> {
    let mut reader = Reader::from_str(xml);
    let mut walk = Walk::default();
    loop {
        match reader.read_event().map_err(|_| Unread)? {
            Event::Start(element) => walk.start(element.name().as_ref()),
            Event::Empty(element) => walk.gap(element.local_name().as_ref()),
            Event::End(element) => walk.end(element.name().as_ref(), take),
            Event::Text(text) => walk.say(&text.xml10_content()),
            Event::CData(text) => walk.say(&text.xml10_content()),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(character)) => walk.say(character.encode_utf8(&mut [0; 4])),
                _ => walk.say(match &*reference.xml10_content() {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    _ => " ",
                }),
            },
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Where in a document the reader is.
#[derive(Default)]
struct Walk {
    /// Paragraphs and rows that are open.
    paragraphs: usize,
    rows: usize,
    /// Open elements whose text is text: in ODF all of a paragraph, else only some.
    texts: usize,
    n: usize,
    /// The number of the first paragraph that is held.
    first: usize,
    held: String,
}

impl Walk {
    fn start(&mut self, name: &str) {
        match kind(name) {
            Element::Row => self.rows += 1,
            Element::Paragraph => {
                self.paragraphs += 1;
                self.n += 1;
                if self.held.is_empty() {
                    self.first = self.n;
                } else {
                    self.held.push_str(if self.rows > 0 { ", " } else { " " });
                }
                self.texts += usize::from(is_odf(name));
            }
            Element::Text => self.texts += 1,
            Element::Other => {}
        }
    }

    fn end(&mut self, name: &str, take: &mut dyn FnMut(usize, &str)) {
        match kind(name) {
            Element::Row => self.rows = self.rows.saturating_sub(1),
            Element::Paragraph => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                self.texts = self.texts.saturating_sub(usize::from(is_odf(name)));
            }
            Element::Text => self.texts = self.texts.saturating_sub(1),
            Element::Other => return,
        }
        if self.rows == 0 && self.paragraphs == 0 && !self.held.is_empty() {
            take(self.first, &self.held);
            self.held.clear();
        }
    }

    /// An element without text that parts words.
    fn gap(&mut self, local_name: &str) {
        if matches!(local_name, "tab" | "br" | "cr" | "s" | "line-break") && self.paragraphs > 0 {
            self.held.push(' ');
        }
    }

    fn say(&mut self, text: &str) {
        if self.texts > 0 && self.paragraphs > 0 {
            self.held.push_str(text);
        }
    }
}

enum Element {
    Paragraph,
    Row,
    Text,
    Other,
}

fn is_odf(name: &str) -> bool {
    name.starts_with("text:")
}

fn kind(name: &str) -> Element {
    match name {
        // Comments of workbooks have no paragraphs of their own.
        "w:p" | "a:p" | "text:p" | "text:h" | "comment" | "threadedComment" | "p:cm" => Element::Paragraph,
        "w:tr" | "a:tr" | "table:table-row" => Element::Row,
        "w:t" | "w:delText" | "w:instrText" | "a:t" | "t" | "text" | "p:text" => Element::Text,
        _ => Element::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{archive::tests::archive, diagnostic, privacy::Privacy, source::Sources};

    fn said(xml: &str) -> Vec<(usize, String)> {
        let mut all = Vec::new();
        paragraphs(xml, &mut |n, text| all.push((n, text.to_owned()))).expect("good XML");
        all
    }

    #[test]
    fn paragraphs_of_every_program_are_read() {
        let docx = "<w:document><w:body><w:p><w:pPr><w:t/></w:pPr><w:r><w:t>Città &amp; pae</w:t></w:r><w:r><w:t>si</w:t><w:tab/>\
                    <w:t>fine</w:t></w:r></w:p>\n<w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ugo</w:t></w:r></w:p></w:tc><w:tc><w:p>\
                    <w:del><w:r><w:delText>tolto</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
        assert_eq!(said(docx), [(1, "Città & paesi fine".to_owned()), (2, "Ugo, tolto".to_owned())]);
        let odt = "<office:text><text:h>Titolo</text:h><text:p>due<text:s/>parole &#233; <text:span>altre</text:span>\
                   <office:annotation><text:p>nota</text:p></office:annotation></text:p><table:table-row><table:table-cell>\
                   <text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell>\
                   </table:table-row></office:text>";
        let expected = [(1, "Titolo"), (2, "due parole é altre nota"), (4, "a, b")];
        assert_eq!(said(odt), expected.map(|(n, text)| (n, text.to_owned())));
        let comments = "<comments><commentList><comment ref=\"A1\"><text><r><t>uno</t></r></text></comment></commentList></comments>";
        assert_eq!(said(comments), [(1, "uno".to_owned())]);
    }

    /// The words of what is found in a file, with the place in it.
    fn found(extension: &str, members: &[(&str, &[u8])]) -> Result<Vec<String>, Unread> {
        let privacy = Privacy::default();
        let mut found = Found::new(&privacy, false);
        look(extension, &archive(members), &mut found)?;
        let place = diagnostic::Place::from(Sources::default().add("a", ""));
        Ok(found.told(&place).iter().map(|told| format!("{:?}", told.message.args)).collect())
    }

    const CODE: &str = "RSSMRA85T10A562S";

    #[test]
    fn what_is_found_has_its_place() {
        let text =
            |inner: &str| format!("<w:document><w:p><w:r><w:t>x</w:t></w:r></w:p>{inner}</w:document>");
        let coded = text(&format!("<w:p><w:r><w:t>C.F. {CODE}</w:t></w:r></w:p>"));
        let told = found("docx", &[("word/document.xml", coded.as_bytes())]).expect("read");
        assert!(told[0].contains("\"paragraph\"") && told[0].contains("Number(2)"), "{told:?}");
        let plain = text("");
        let told = found(
            "docx",
            &[("word/comments.xml", coded.as_bytes()), ("word/document.xml", plain.as_bytes())],
        );
        assert!(told.as_ref().expect("read")[0].contains("\"beside\""), "{told:?}");
        let slide = format!("<p:sld><a:p><a:r><a:t>{CODE}</a:t></a:r></a:p></p:sld>");
        let told = found("pptx", &[("ppt/slides/slide12.xml", slide.as_bytes())]).expect("read");
        assert!(told[0].contains("\"slide\"") && told[0].contains("Number(12)"), "{told:?}");
    }

    #[test]
    fn a_sheet_names_the_cell() {
        let rows = ["Elenco", "Nome;Codice", &format!("Ugo;{CODE}")];
        let rows = rows
            .iter()
            .enumerate()
            .map(|(n, row)| (n as u32 + 1, row.split(';').map(str::to_owned).collect()));
        let sheet = tables::Sheet { name: "Foglio2".to_owned(), rows: rows.collect() };
        let privacy = Privacy::default();
        let mut found = Found::new(&privacy, false);
        look_at_sheet(&sheet, &mut found);
        let place = diagnostic::Place::from(Sources::default().add("a", ""));
        let told = format!("{:?}", found.told(&place));
        assert!(told.contains("Foglio2!B3"), "{told}");
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        assert_eq!(found("docx", &[("word/document.xml", b"<w:p><w:t>a</w:p>")]), Err(Unread));
        assert_eq!(found("docx", &[("altro.xml", b"<a/>")]), Err(Unread));
        let zeros = vec![0; 32 * 1024 * 1024];
        let bomb: Vec<(&str, &[u8])> = vec![("word/document.xml", &zeros); 5];
        assert_eq!(found("docx", &bomb), Err(Unread));
        let privacy = Privacy::default();
        for extension in ["docx", "odt", "xlsx", "ods", "pptx"] {
            assert_eq!(look(extension, b"niente", &mut Found::new(&privacy, false)), Err(Unread));
        }
    }
}
