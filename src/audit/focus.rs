//! Which elements take the keyboard's focus.

use super::{
    dom::{Document, NodeId},
    visibility::Visibility,
};

/// Whether an element can take the focus, by keyboard or by script.
pub(super) fn is_focusable(document: &Document, visibility: &Visibility, node: NodeId) -> bool {
    visibility.is_visible(node)
        && !visibility.is_inert(node)
        && !visibility.is_disabled(node)
        && (is_native(document, node) || tabindex(document, node).is_some())
}

/// Whether the Tab key stops there.
pub(super) fn is_in_tab_order(document: &Document, visibility: &Visibility, node: NodeId) -> bool {
    is_focusable(document, visibility, node) && tabindex(document, node).is_none_or(|index| index >= 0)
}

/// The number in `tabindex`, read as HTML reads integers.
pub(super) fn tabindex(document: &Document, node: NodeId) -> Option<i64> {
    let value = document.attr(node, "tabindex")?.trim_start();
    let unsigned = value.strip_prefix(['-', '+']).unwrap_or(value);
    let n_digits = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let number = unsigned[..n_digits.min(18)].parse::<i64>().ok()?;
    Some(if value.starts_with('-') { -number } else { number })
}

/// What `contenteditable` must say; other words leave an element as it is.
const EDITABLE: [&str; 3] = ["", "true", "plaintext-only"];

/// Elements that take the focus without being asked to.
fn is_native(document: &Document, node: NodeId) -> bool {
    match document.tag(node) {
        "a" | "area" => document.has_attr(node, "href"),
        "button" | "embed" | "iframe" | "input" | "select" | "textarea" => true,
        "audio" | "video" => document.has_attr(node, "controls"),
        "summary" => is_summary(document, node),
        "" => {
            document.is_svg(node)
                && document.local_name(node) == "a"
                && (document.has_attr(node, "href") || document.namespaced_attr(node, "href").is_some())
        }
        _ => document
            .attr(node, "contenteditable")
            .is_some_and(|value| EDITABLE.iter().any(|word| value.eq_ignore_ascii_case(word))),
    }
}

/// Whether a `<summary>` opens its `<details>`: the first one does.
pub(super) fn is_summary(document: &Document, node: NodeId) -> bool {
    document.tag(node) == "summary"
        && document.parent(node).is_some_and(|parent| {
            document.tag(parent) == "details" && document.first_child_named(parent, "summary") == Some(node)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_the_focus() {
        let check = |html: &str, focusable, tab| {
            let document = Document::parse(html);
            let page = super::super::Page::new(&document);
            let visibility = &page.visibility;
            let node = document.by_id("x").unwrap();
            let found =
                (is_focusable(&document, visibility, node), is_in_tab_order(&document, visibility, node));
            assert_eq!(found, (focusable, tab), "{html}");
        };
        check("<a id=x>", false, false);
        check("<a id=x href=a>", true, true);
        check("<a id=x href=a tabindex=-1>", true, false);
        check("<div id=x tabindex=' 0x'>", true, true);
        check("<div id=x tabindex=x>", false, false);
        check("<button id=x disabled>", false, false);
        check("<div hidden><button id=x>", false, false);
        check("<details><summary>a</summary><summary id=x>", false, false);
    }
}
