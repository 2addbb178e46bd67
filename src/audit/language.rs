//! Which languages exist: the primary subtags of the IANA language subtag registry of 2025.

use std::sync::LazyLock;

use super::dom::{Document, NodeId};

/// Sorted, one line per initial.
static SUBTAGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("language_subtags.txt").split_ascii_whitespace().collect());

/// Whether a language tag begins with a language that exists. What follows is not looked at:
/// assistive technology chooses its voice by the first part.
pub(super) fn is_known(tag: &str) -> bool {
    let primary = primary(tag);
    (2..=8).contains(&primary.len()) && SUBTAGS.binary_search(&primary.as_str()).is_ok()
}

/// The first part of a language tag, in lower case.
pub(super) fn primary(tag: &str) -> String {
    tag.trim().split('-').next().unwrap_or("").to_ascii_lowercase()
}

/// The language an element is said to be in: that of the nearest element that says one.
pub(super) fn of(document: &Document, node: NodeId) -> Option<&str> {
    let said = std::iter::once(node).chain(document.ancestors(node)).find_map(|up| document.attr(up, "lang"));
    said.map(str::trim).filter(|lang| !lang.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn primary_subtags() {
        let check = |tag, expected| assert_eq!(is_known(tag), expected, "{tag}");
        assert!(SUBTAGS.is_sorted());
        check("it", true);
        check("IT-it", true);
        check("de-AT-1996", true);
        check("lld", true);
        check("eng", false);
        check("em-US", false);
        check("i-lux", false);
        check("italiano", false);
        check("", false);
    }
}
