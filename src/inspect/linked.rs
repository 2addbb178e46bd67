//! The style sheets that pages link, gathered before the pages are judged: from beside a file, or from the server of a page.

use std::collections::HashSet;

use crate::audit::{Document, Sheets};

/// Sheets of one command, and how deep they may import each other.
const MOST: usize = 2_000;
const DEEP: usize = 8;

/// The sheets so far, and the addresses that were asked for, found or not.
#[derive(Default)]
pub(super) struct Linked {
    pub(super) sheets: Sheets,
    asked: HashSet<String>,
}

impl Linked {
    pub(super) fn new(sheets: Sheets) -> Self {
        Self { sheets, asked: HashSet::new() }
    }

    /// Adds what a page links and what that imports. `page` is the address under which the page is judged; `fetch` finds
    /// what something at a place calls by an address, and gives its own place, its name and its text.
    pub(super) fn gather<P: Clone>(
        &mut self,
        page: &str,
        document: &Document,
        place: &P,
        fetch: impl Fn(&P, &str) -> Option<(P, String, String)>,
    ) {
        let hrefs = document.references().into_iter().filter(|found| links_sheet(document, found.node));
        let mut open: Vec<(String, P, String, usize)> =
            hrefs.map(|found| (page.to_owned(), place.clone(), found.url.to_owned(), 0)).collect();
        while let Some((base, place, href, depth)) = open.pop() {
            let address = Sheets::address(&base, &href);
            if depth > DEEP
                || self.asked.len() >= MOST
                || self.sheets.has(&address)
                || !self.asked.insert(address.clone())
            {
                continue;
            }
            let Some((place, name, css)) = fetch(&place, &href) else { continue };
            self.sheets.add(&address, &name, &css);
            let imports = self.sheets.imports(&address).into_iter();
            open.extend(imports.map(|href| (address.clone(), place.clone(), href, depth + 1)));
        }
    }
}

fn links_sheet(document: &Document, node: crate::audit::NodeId) -> bool {
    let mut rels = document.attr(node, "rel").unwrap_or("").split_ascii_whitespace();
    document.tag(node) == "link" && rels.any(|rel| rel.eq_ignore_ascii_case("stylesheet"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_and_what_they_import_are_asked_for_once() {
        let document = Document::parse(
            "<link rel=stylesheet href=css/a.css><link rel=icon href=i.png><link rel='stylesheet' href='https://example.it/b.css'>\
             <link rel=stylesheet href=css/a.css?v=2><link rel=stylesheet href=manca.css>",
        );
        let asked = std::cell::RefCell::new(Vec::new());
        let mut linked = Linked::default();
        for page in ["pagine/x.html", "pagine/y.html"] {
            linked.gather(page, &document, &"pagine", |place, href| {
                asked.borrow_mut().push(format!("{place}: {href}"));
                match href.split('?').next()? {
                    "css/a.css" => Some(("css", "a.css".into(), "@import 'c.css'; p { color: red }".into())),
                    "c.css" => Some(("css", "c.css".into(), "@import 'a.css';".into())),
                    _ => None,
                }
            });
        }
        asked.borrow_mut().sort();
        let expected =
            ["css: c.css", "pagine: css/a.css?v=2", "pagine: https://example.it/b.css", "pagine: manca.css"];
        assert_eq!(*asked.borrow(), expected);
        assert!(linked.sheets.has("pagine/css/c.css"));
    }
}
