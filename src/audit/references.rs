//! The addresses a page points to.

use std::sync::LazyLock;

use super::{
    dom::{Document, NodeId},
    numbers::ByName,
};

/// An address that an element of the page points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    pub node: NodeId,
    pub attribute: &'static str,
    /// As it stands there, without white space around it.
    pub url: &'a str,
}

/// Attributes that hold an address, by element.
const REFERENCES: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("area", &["href"]),
    ("audio", &["src"]),
    ("embed", &["src"]),
    ("form", &["action"]),
    ("iframe", &["src"]),
    ("img", &["src", "srcset"]),
    ("input", &["src"]),
    ("link", &["href"]),
    ("object", &["data"]),
    ("script", &["src"]),
    ("source", &["src", "srcset"]),
    ("track", &["src"]),
    ("use", &["href"]),
    ("video", &["src", "poster"]),
];

static BY_NAME: LazyLock<ByName<&[&str]>> = LazyLock::new(|| REFERENCES.iter().copied().collect());

impl Document {
    /// Every address the page points to, in document order; each candidate of a `srcset` by itself.
    pub fn references(&self) -> impl Iterator<Item = Reference<'_>> + '_ {
        self.elements().flat_map(|node| self.references_of(node))
    }

    fn references_of(&self, node: NodeId) -> impl Iterator<Item = Reference<'_>> + '_ {
        let name = self.local_name(node);
        let names = BY_NAME.get(name).copied().unwrap_or_default();
        names.iter().flat_map(move |&attribute| {
            let value = self.attr(node, attribute).unwrap_or("");
            let parts = if attribute == "srcset" { candidates(value) } else { vec![value.trim()] };
            let written = parts.into_iter().filter(|url| !url.is_empty());
            written.map(move |url| Reference { node, attribute, url })
        })
    }
}

/// The addresses in a `srcset`: what stands before the width or density of each candidate.
fn candidates(srcset: &str) -> Vec<&str> {
    let mut urls = Vec::new();
    let mut rest = srcset;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            return urls;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let url = &rest[..end];
        rest = &rest[end..];
        let bare = url.trim_end_matches(',');
        urls.push(bare);
        if bare.len() == url.len() {
            rest = rest.find(',').map_or("", |comma| &rest[comma..]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_given_one_by_one() {
        let document = Document::parse(
            "<a href=' /a/ '>x</a><img src=b.jpg srcset='c,1.jpg 1x, d.jpg 2x,e.jpg'><a name=x><use href='#i'>",
        );
        let urls: Vec<_> = document.references().map(|found| (found.attribute, found.url)).collect();
        let expected = [
            ("href", "/a/"),
            ("src", "b.jpg"),
            ("srcset", "c,1.jpg"),
            ("srcset", "d.jpg"),
            ("srcset", "e.jpg"),
            ("href", "#i"),
        ];
        assert_eq!(urls, expected);
    }
}
