//! The addresses a page points to.

use std::sync::LazyLock;

use html5ever::LocalName;

use super::{
    dom::{Document, NodeId, name_bit},
    numbers::ByNumber,
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

static BY_NAME: LazyLock<ByNumber<LocalName, &[&str]>> = LazyLock::new(|| {
    REFERENCES.iter().map(|(name, attributes)| (LocalName::from(*name), *attributes)).collect()
});

/// The bits of the names of these attributes: most elements have none of them.
static NAMES: LazyLock<u64> = LazyLock::new(|| {
    BY_NAME.values().flat_map(|names| names.iter()).fold(0, |bits, name| bits | name_bit(name))
});

impl Document {
    /// Every address the page points to, in document order; each candidate of a `srcset` by itself.
    pub fn references(&self) -> Vec<Reference<'_>> {
        let names_of_all = *NAMES;
        let mut references = Vec::new();
        for node in self.elements() {
            if self.attribute_names(node) & names_of_all == 0 {
                continue;
            }
            let names = self.name(node).and_then(|name| BY_NAME.get(&name.local)).copied();
            for &attribute in names.unwrap_or_default() {
                let value = self.attr(node, attribute).unwrap_or("");
                let mut put = |url| references.push(Reference { node, attribute, url });
                match attribute {
                    "srcset" => candidates(value).into_iter().for_each(put),
                    _ => put(value.trim()),
                }
            }
        }
        references.retain(|reference| !reference.url.is_empty());
        references
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
        let urls: Vec<_> =
            document.references().into_iter().map(|found| (found.attribute, found.url)).collect();
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
