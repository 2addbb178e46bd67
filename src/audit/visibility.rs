//! What of a page reaches anybody: rendered, visible, hidden from assistive technology, inert, disabled.
//!
//! Decided from attributes and from `style`; the contents of a closed `<details>` count as there,
//! since a click brings them.

use super::dom::{Document, NodeId};

/// One set of flags for each node of a document.
#[derive(Debug)]
pub struct Visibility {
    flags: Vec<u8>,
}

const UNRENDERED: u8 = 1;
const INVISIBLE: u8 = 2;
const ARIA_HIDDEN: u8 = 4;
const INERT: u8 = 8;
const DISABLED: u8 = 16;

impl Visibility {
    pub fn of(document: &Document) -> Self {
        let mut flags = vec![0; document.len()];
        for node in document.descendants(NodeId(0)) {
            let inherited = document.parent(node).map_or(0, |parent| flags[parent.0 as usize]);
            let own = if document.is_element(node) { own(document, node, inherited) } else { inherited };
            flags[node.0 as usize] = own;
        }
        Self { flags }
    }

    /// Shown to people who see: takes part in the rendering and is not `visibility: hidden`.
    pub fn is_visible(&self, node: NodeId) -> bool {
        !self.has(node, UNRENDERED | INVISIBLE)
    }

    /// Stands in the accessibility tree, unless its role takes it out.
    pub fn is_exposed(&self, node: NodeId) -> bool {
        !self.has(node, UNRENDERED | INVISIBLE | ARIA_HIDDEN | INERT)
    }

    /// Hidden from everybody or from assistive technology, as the name computation asks.
    pub fn is_hidden(&self, node: NodeId) -> bool {
        self.has(node, UNRENDERED | INVISIBLE | ARIA_HIDDEN)
    }

    pub fn is_aria_hidden(&self, node: NodeId) -> bool {
        self.has(node, ARIA_HIDDEN)
    }

    pub fn is_inert(&self, node: NodeId) -> bool {
        self.has(node, INERT)
    }

    /// A control that cannot be used, by itself or by its `<fieldset>`.
    pub fn is_disabled(&self, node: NodeId) -> bool {
        self.has(node, DISABLED)
    }

    fn has(&self, node: NodeId, flags: u8) -> bool {
        self.flags[node.0 as usize] & flags != 0
    }
}

fn own(document: &Document, node: NodeId, inherited: u8) -> u8 {
    let mut flags = inherited & !DISABLED;
    let style = document.attr(node, "style").unwrap_or("");
    if is_unrendered(document, node, style) {
        flags |= UNRENDERED;
    }
    match declared(style, "visibility").as_deref() {
        Some("hidden" | "collapse") => flags |= INVISIBLE,
        Some("visible" | "initial") => flags &= !INVISIBLE,
        _ => {}
    }
    if document.attr(node, "aria-hidden").is_some_and(|value| value.trim().eq_ignore_ascii_case("true")) {
        flags |= ARIA_HIDDEN;
    }
    if document.has_attr(node, "inert") {
        flags |= INERT;
    }
    let is_control = matches!(document.tag(node), "button" | "input" | "select" | "textarea" | "fieldset");
    if is_control && document.has_attr(node, "disabled") || disabled_by_fieldset(document, node, inherited) {
        flags |= DISABLED;
    }
    flags
}

/// A disabled `<fieldset>` disables what is in it, except in its first `<legend>`.
fn disabled_by_fieldset(document: &Document, node: NodeId, inherited: u8) -> bool {
    inherited & DISABLED != 0 && !is_first_legend(document, node)
}

fn is_first_legend(document: &Document, node: NodeId) -> bool {
    document.tag(node) == "legend"
        && document.parent(node).is_some_and(|parent| {
            document.tag(parent) == "fieldset" && document.first_child_named(parent, "legend") == Some(node)
        })
}

fn is_unrendered(document: &Document, node: NodeId, style: &str) -> bool {
    match declared(style, "display") {
        Some(display) => return display == "none",
        None if document.has_attr(node, "hidden") => return true,
        None => {}
    }
    match document.tag(node) {
        "base" | "datalist" | "head" | "link" | "meta" | "noembed" | "noframes" | "noscript" | "param"
        | "rp" | "script" | "style" | "template" | "title" => true,
        "input" => document.attr(node, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden")),
        "dialog" => !document.has_attr(node, "open"),
        "audio" => !document.has_attr(node, "controls"),
        "" => {
            matches!(document.local_name(node), "defs" | "desc" | "metadata" | "script" | "style" | "symbol")
        }
        _ => document.has_attr(node, "popover"),
    }
}

/// The value of a property in a `style` attribute, in lower case, without `!important`: the last one,
/// or the last important one.
pub(super) fn declared(style: &str, property: &str) -> Option<String> {
    let mut found: Option<(bool, String)> = None;
    for declaration in style.split(';') {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        if !name.trim().eq_ignore_ascii_case(property) {
            continue;
        }
        let value = value.trim().to_ascii_lowercase();
        let plain = value.split('!').next().unwrap_or("").trim_end().to_owned();
        let important = plain.len() != value.len();
        if important || !found.as_ref().is_some_and(|(important, _)| *important) {
            found = Some((important, plain));
        }
    }
    found.map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, visible: bool, exposed: bool) {
        let document = Document::parse(html);
        let visibility = Visibility::of(&document);
        let node = document.by_id("x").unwrap();
        assert_eq!((visibility.is_visible(node), visibility.is_exposed(node)), (visible, exposed), "{html}");
    }

    #[test]
    fn attributes_and_styles_hide() {
        check("<p id=x>", true, true);
        check("<div hidden><p id=x>", false, false);
        check("<p id=x hidden style='display:block'>", true, true);
        check("<p style='DISPLAY : none !important; display: block'><b id=x>", false, false);
        check("<p style='visibility:hidden'><b id=x style='visibility: visible'>", true, true);
        check("<p aria-hidden=true><b id=x aria-hidden=false>", true, false);
        check("<div inert><p id=x>", true, false);
        check("<dialog><p id=x>", false, false);
        check("<details><p id=x>", true, true);
        check("<input id=x type=HIDDEN>", false, false);
    }

    #[test]
    fn a_fieldset_disables_all_but_its_legend() {
        let document =
            Document::parse("<fieldset disabled><legend><input id=a></legend><p><input id=b></fieldset>");
        let visibility = Visibility::of(&document);
        assert!(!visibility.is_disabled(document.by_id("a").unwrap()));
        assert!(visibility.is_disabled(document.by_id("b").unwrap()));
    }
}
