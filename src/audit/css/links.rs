//! Which sheets a page uses: those it links, those inside it, and those for every page.

use std::sync::Arc;

use cssparser::Parser;
use html5ever::{QualName, local_name};

use super::{
    super::dom::{Document, NodeId},
    condition::Conditions,
    set::{Sheets, resolve},
    sheet::Sheet,
    views::Truth,
};

/// The sheets of a page in their order.
#[derive(Debug, Default)]
pub(super) struct Linked {
    /// With the views they hold for and their addresses.
    pub entries: Vec<(Arc<Sheet>, Truth, String)>,
    /// For each of them the element it stands in.
    pub holders: Vec<NodeId>,
    /// Links to sheets that nobody has.
    pub missing: Vec<NodeId>,
    /// What `<meta name=color-scheme>` says.
    pub scheme: String,
}

pub(super) fn of(document: &Document, url: &str, sheets: &Sheets) -> Linked {
    let mut linked = Linked::default();
    let may_link = |name: &QualName| {
        matches!(name.local, local_name!("link") | local_name!("style") | local_name!("meta"))
    };
    for node in document.elements().filter(|&node| document.name(node).is_some_and(may_link)) {
        match document.local_name(node) {
            "link" => link(document, node, url, sheets, &mut linked),
            "style" if is_css(document, node) => {
                let name = format!("<style> {}", document.line(node));
                let sheet = sheets.inside(&name, &document.text_content(node));
                linked.add(document, node, sheet, media(document, node), url.to_owned());
            }
            "meta" if linked.scheme.is_empty() => {
                let names = |name: &str| {
                    document.attr(node, "name").is_some_and(|own| own.eq_ignore_ascii_case(name))
                };
                if names("color-scheme") {
                    linked.scheme = document.attr(node, "content").unwrap_or("").trim().to_ascii_lowercase();
                }
            }
            _ => {}
        }
    }
    for sheet in sheets.everywhere() {
        linked.add(document, document.html(), sheet.clone(), Truth::ALWAYS, String::new());
    }
    linked
}

impl Linked {
    /// A sheet that `node` holds or links, or the root for all sheets that no element names.
    fn add(&mut self, document: &Document, node: NodeId, sheet: Arc<Sheet>, truth: Truth, address: String) {
        if truth.is_never() {
            return;
        }
        let parent = document.parent(node).filter(|&parent| document.is_element(parent));
        self.entries.push((sheet, truth, address));
        self.holders.push(parent.unwrap_or(node));
    }
}

fn link(document: &Document, node: NodeId, url: &str, sheets: &Sheets, linked: &mut Linked) {
    let rel = document.attr(node, "rel").unwrap_or("").to_ascii_lowercase();
    let rels = || rel.split_ascii_whitespace();
    let href = document.attr(node, "href").unwrap_or("").trim();
    let is_sheet = rels().any(|rel| rel == "stylesheet") && !rels().any(|rel| rel == "alternate");
    if !is_sheet || href.is_empty() || document.has_attr(node, "disabled") || !is_css(document, node) {
        return;
    }
    let truth = media(document, node);
    if truth.is_never() {
        return;
    }
    match sheets.find(url, href) {
        Some(sheet) => linked.add(document, node, sheet.clone(), truth, resolve(url, href)),
        None => linked.missing.push(node),
    }
}

fn is_css(document: &Document, node: NodeId) -> bool {
    document.attr(node, "type").is_none_or(|kind| kind.is_empty() || kind.eq_ignore_ascii_case("text/css"))
}

fn media(document: &Document, node: NodeId) -> Truth {
    match document.attr(node, "media") {
        Some(media) => Conditions::default().media(&mut Parser::new(media)),
        None => Truth::ALWAYS,
    }
}
