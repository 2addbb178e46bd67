//! `link-document`: a link to a document says of what kind and how large it is.

use crate::{
    audit::{
        NodeId, Page,
        names::{accessible_name, description},
    },
    rule::Verdict,
};

audit_rule! {
    "link-document" {
        severity: Warning,
        wcag: [],
        act: [],
        tags: ["a"],
    }
    Pass r#"<a href="/tari.pdf">Regolamento TARI (PDF, 1,2 MB)</a>"#
    Pass r#"<li><a href="/tari.pdf">Regolamento TARI</a> PDF 340 kB</li>"#
    Fail r#"<p>Leggi il <a href="/tari.pdf">Regolamento TARI</a></p>"#
    Fail r#"<p>Leggi il <a href="/tari.pdf">Regolamento TARI in PDF</a></p>"#
    Inapplicable r#"<a href="/tari">Regolamento TARI</a>"#
}

/// Kinds of files that open outside the page.
const KINDS: &[&str] = &[
    "7z", "csv", "doc", "docx", "epub", "odp", "ods", "odt", "p7m", "pdf", "ppt", "pptx", "rtf", "xls", "xlsx", "zip",
];
/// Of the text after a link, so much is looked at, and so many nodes.
const CONTEXT: usize = 200;
const NODES: usize = 20;
const BLOCKS: &[&str] = &["li", "p", "td", "dd", "div", "figure", "article", "section", "body"];

fn applies(page: &Page, link: NodeId) -> bool {
    page.is_exposed(link) && page.is_a(link, "link") && kind(page, link).is_some()
}

fn check(page: &Page, link: NodeId) -> Verdict {
    let kind = kind(page, link).unwrap_or_default();
    let text = format!("{} {} {}", accessible_name(page, link), description(page, link), text_after(page, link));
    let text = text.to_lowercase();
    let says_kind = text.split(|c: char| !c.is_alphanumeric()).any(|word| word == kind);
    let verdict = match (says_kind, says_size(&text)) {
        (true, true) => return Verdict::Passed,
        (false, false) => Verdict::failed("link-document"),
        (false, true) => Verdict::failed("link-document--kind"),
        (true, false) => Verdict::failed("link-document--size"),
    };
    verdict.with("kind", kind.to_uppercase())
}

/// What follows the link in its paragraph, entry or cell.
fn text_after(page: &Page, link: NodeId) -> String {
    let mut text = String::new();
    let mut up = link;
    while text.len() < CONTEXT && !BLOCKS.contains(&page.tag(up)) {
        let mut next = page.next_sibling(up);
        while let Some(node) = next.filter(|_| text.len() < CONTEXT) {
            let pieces = std::iter::once(node).chain(page.descendants(node)).take(NODES);
            pieces.filter_map(|piece| page.text(piece)).for_each(|piece| {
                text.push(' ');
                text.push_str(piece);
            });
            next = page.next_sibling(node);
        }
        let Some(parent) = page.parent(up) else { break };
        up = parent;
    }
    text
}

/// What the end of the address tells.
fn kind(page: &Page, link: NodeId) -> Option<String> {
    let href = page.attr(link, "href")?.trim();
    let path = href.split(['?', '#']).next()?;
    let end = path.rsplit('/').next()?.rsplit_once('.')?.1.to_ascii_lowercase();
    KINDS.contains(&end.as_str()).then_some(end)
}

/// A number and a unit of size, in lower case.
fn says_size(text: &str) -> bool {
    let units = ["kb", "mb", "gb", "kib", "mib", "byte", "bytes"];
    let has_unit = |word: &str| units.iter().any(|unit| word.strip_suffix(unit).is_some_and(ends_in_digit));
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ';' | '–')).collect();
    words.iter().any(|word| has_unit(word.trim_matches(['.', ','])))
        || words.windows(2).any(|pair| {
            ends_in_digit(pair[0]) && units.contains(&pair[1].trim_matches(|c: char| !c.is_alphanumeric()))
        })
}

fn ends_in_digit(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_digit())
}
