//! Which roles HTML lets an author write on which element, after the W3C's "ARIA in HTML".

use super::{
    dom::{Document, NodeId},
    focus,
    semantics::has_author_name,
};

/// What an author may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Allowed {
    Any,
    Only(&'static [&'static str]),
}

const NOTHING: Allowed = Allowed::Only(&[]);
const DECORATION: &[&str] = &["none", "presentation"];
const LISTS: &[&str] = &[
    "directory",
    "group",
    "list",
    "listbox",
    "menu",
    "menubar",
    "none",
    "presentation",
    "radiogroup",
    "tablist",
    "toolbar",
    "tree",
];
const ENTRIES: &[&str] = &[
    "doc-biblioentry",
    "doc-endnote",
    "listitem",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "none",
    "option",
    "presentation",
    "radio",
    "separator",
    "tab",
    "treeitem",
];
const LINKS: &[&str] = &[
    "button",
    "checkbox",
    "doc-backlink",
    "doc-biblioref",
    "doc-glossref",
    "doc-noteref",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "radio",
    "switch",
    "tab",
    "treeitem",
];
const BUTTONS: &[&str] = &[
    "checkbox",
    "combobox",
    "gridcell",
    "link",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "radio",
    "separator",
    "slider",
    "switch",
    "tab",
    "treeitem",
];
const IMAGES: &[&str] = &[
    "button",
    "checkbox",
    "doc-cover",
    "image",
    "link",
    "math",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "meter",
    "option",
    "progressbar",
    "radio",
    "scrollbar",
    "separator",
    "slider",
    "switch",
    "tab",
    "treeitem",
];
const HEADINGS: &[&str] = &["doc-subtitle", "none", "presentation", "tab"];
const SECTIONS: &[&str] = &[
    "alert",
    "alertdialog",
    "application",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "doc-abstract",
    "doc-acknowledgments",
    "doc-afterword",
    "doc-appendix",
    "doc-bibliography",
    "doc-chapter",
    "doc-colophon",
    "doc-conclusion",
    "doc-credit",
    "doc-credits",
    "doc-dedication",
    "doc-endnotes",
    "doc-epigraph",
    "doc-epilogue",
    "doc-errata",
    "doc-example",
    "doc-foreword",
    "doc-glossary",
    "doc-index",
    "doc-introduction",
    "doc-notice",
    "doc-pagelist",
    "doc-part",
    "doc-preface",
    "doc-prologue",
    "doc-pullquote",
    "doc-qna",
    "doc-toc",
    "document",
    "feed",
    "generic",
    "group",
    "log",
    "main",
    "marquee",
    "navigation",
    "none",
    "note",
    "presentation",
    "search",
    "status",
    "tabpanel",
];
const ASIDES: &[&str] = &[
    "doc-dedication",
    "doc-example",
    "doc-footnote",
    "doc-glossary",
    "doc-pullquote",
    "doc-tip",
    "feed",
    "generic",
    "none",
    "note",
    "presentation",
    "region",
    "search",
];

/// The roles an element may be given, besides the one it has anyway.
pub(super) fn allowed_roles(document: &Document, node: NodeId) -> Allowed {
    use Allowed::{Any, Only};
    let has = |name| document.has_attr(node, name);
    match document.tag(node) {
        "a" if has("href") => Only(LINKS),
        "area" if has("href") => NOTHING,
        "area" => Only(&["button", "link"]),
        "article" => {
            Only(&["application", "document", "feed", "generic", "main", "none", "presentation", "region"])
        }
        "aside" => Only(ASIDES),
        "audio" | "video" => Only(&["application"]),
        "br" | "wbr" => Only(DECORATION),
        "button" => Only(BUTTONS),
        "dialog" => Only(&["alertdialog"]),
        "dl" => Only(&["group", "list", "none", "presentation"]),
        "dt" => Only(&["listitem"]),
        "embed" | "iframe" => Only(&["application", "document", "image", "img", "none", "presentation"]),
        "fieldset" => Only(&["generic", "none", "presentation", "radiogroup"]),
        "figcaption" => Only(&["group", "none", "presentation"]),
        "figure" if document.child_elements(node).any(|child| document.tag(child) == "figcaption") => {
            Only(&["doc-example"])
        }
        "footer" | "header" => Only(&["doc-footnote", "generic", "group", "none", "presentation"]),
        "form" => Only(&["none", "presentation", "search"]),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Only(HEADINGS),
        "hr" => Only(&["doc-pagebreak", "none", "presentation"]),
        "img" => match document.attr(node, "alt") {
            Some("") | None if !has_author_name(document, node) => Only(DECORATION),
            _ => Only(IMAGES),
        },
        "input" => Only(input_roles(document, node)),
        "li" => Only(ENTRIES),
        "menu" | "ol" | "ul" => Only(LISTS),
        "nav" => Only(&[
            "doc-index",
            "doc-pagelist",
            "doc-toc",
            "menu",
            "menubar",
            "none",
            "presentation",
            "tablist",
        ]),
        "object" => Only(&["application", "document", "image", "img"]),
        "search" => Only(&["form", "group", "none", "presentation", "region"]),
        "section" => Only(SECTIONS),
        "select" if !has("multiple") && !has("size") => Only(&["menu"]),
        "summary" if !focus::is_summary(document, node) => Any,
        "base" | "body" | "caption" | "col" | "colgroup" | "datalist" | "dd" | "details" | "head"
        | "html" | "label" | "legend" | "link" | "main" | "map" | "math" | "meta" | "meter" | "noscript"
        | "optgroup" | "option" | "param" | "picture" | "progress" | "script" | "select" | "slot"
        | "source" | "style" | "summary" | "template" | "textarea" | "title" | "track" => NOTHING,
        _ => Any,
    }
}

fn input_roles(document: &Document, node: NodeId) -> &'static [&'static str] {
    let kind = document.attr(node, "type").unwrap_or("text").to_ascii_lowercase();
    match kind.as_str() {
        "button" => BUTTONS,
        "checkbox" if document.has_attr(node, "aria-pressed") => {
            &["button", "menuitemcheckbox", "option", "switch"]
        }
        "checkbox" => &["menuitemcheckbox", "option", "switch"],
        "image" => &[
            "checkbox",
            "gridcell",
            "link",
            "menuitem",
            "menuitemcheckbox",
            "menuitemradio",
            "option",
            "radio",
            "separator",
            "slider",
            "switch",
            "tab",
            "treeitem",
        ],
        "radio" => &["menuitemradio"],
        "color" | "date" | "datetime-local" | "file" | "hidden" | "month" | "number" | "password"
        | "range" | "reset" | "submit" | "time" | "week" => &[],
        _ if document.has_attr(node, "list") => &[],
        "search" => &["combobox"],
        "email" | "tel" | "url" => &["combobox", "searchbox", "textbox"],
        _ => &["combobox", "searchbox", "spinbutton", "textbox"],
    }
}
