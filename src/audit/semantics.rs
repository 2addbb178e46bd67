//! Which role an element has: the written one if it can be, else the one of HTML (HTML-AAM).

use std::sync::LazyLock;

use html5ever::{LocalName, ns};

use super::{
    Page,
    dom::{Document, NodeId},
    focus,
    numbers::ByNumber,
    roles::{GENERIC, GLOBAL, NO_ROLE, Role, role},
    visibility::Visibility,
};

/// Tells the roles of elements that stand before.
type Known<'a> = &'a dyn Fn(NodeId) -> &'static Role;

const SECTIONING: &[&str] = &["article", "aside", "nav", "section"];

/// Elements of HTML whose role is always the same.
const ALWAYS: &[(&str, &str)] = &[
    ("address", "group"),
    ("article", "article"),
    ("blockquote", "blockquote"),
    ("button", "button"),
    ("caption", "caption"),
    ("code", "code"),
    ("datalist", "listbox"),
    ("dd", "definition"),
    ("del", "deletion"),
    ("details", "group"),
    ("dfn", "term"),
    ("dialog", "dialog"),
    ("dt", "term"),
    ("em", "emphasis"),
    ("fieldset", "group"),
    ("figure", "figure"),
    ("h1", "heading"),
    ("h2", "heading"),
    ("h3", "heading"),
    ("h4", "heading"),
    ("h5", "heading"),
    ("h6", "heading"),
    ("hgroup", "group"),
    ("hr", "separator"),
    ("html", "document"),
    ("ins", "insertion"),
    ("main", "main"),
    ("menu", "list"),
    ("meter", "meter"),
    ("nav", "navigation"),
    ("ol", "list"),
    ("optgroup", "group"),
    ("option", "option"),
    ("output", "status"),
    ("p", "paragraph"),
    ("progress", "progressbar"),
    ("s", "deletion"),
    ("search", "search"),
    ("strong", "strong"),
    ("sub", "subscript"),
    ("sup", "superscript"),
    ("table", "table"),
    ("textarea", "textbox"),
    ("time", "time"),
    ("ul", "list"),
];
/// Elements of HTML that mean nothing by themselves.
const MEANINGLESS: &[&str] =
    &["b", "bdi", "bdo", "body", "data", "div", "i", "pre", "q", "samp", "small", "span", "u"];

/// Both, by atoms: asked for every element of a page.
static FIXED: LazyLock<ByNumber<LocalName, &'static Role>> = LazyLock::new(|| {
    let generic = MEANINGLESS.iter().map(|&tag| (tag.into(), &GENERIC));
    ALWAYS.iter().map(|&(tag, role)| (tag.into(), known_role(role))).chain(generic).collect()
});

/// That of most elements which are in no table.
static LINK: LazyLock<&Role> = LazyLock::new(|| known_role("link"));

/// The role an element shows to assistive technology. `known` gives the roles of the elements before it.
pub(super) fn semantic_role(
    document: &Document,
    visibility: &Visibility,
    node: NodeId,
    known: Known,
) -> &'static Role {
    let implicit = implicit_role(document, node, known);
    let wanted = explicit_role(document, node).unwrap_or(implicit);
    if !wanted.is_none() || !is_undone(document, visibility, node) {
        return wanted;
    }
    match (implicit.is_none(), document.tag(node)) {
        // `alt=""` says as much as `role="none"`.
        (true, "img") => known_role("img"),
        _ => implicit,
    }
}

/// The first word of `role` that names a role an author may write.
pub(super) fn explicit_role(document: &Document, node: NodeId) -> Option<&'static Role> {
    document.attr(node, "role")?.split_ascii_whitespace().find_map(|token| {
        let found = role(&token.to_ascii_lowercase()).filter(|role| !role.is_abstract)?;
        // A region or form without name is none.
        let nameless = matches!(found.name, "region" | "form") && !has_author_name(document, node);
        (!nameless).then_some(found)
    })
}

/// Whether `none` must be ignored: the element takes the focus, or carries an attribute that all roles have.
fn is_undone(document: &Document, visibility: &Visibility, node: NodeId) -> bool {
    let has_global = document.attrs(node).any(|(name, _)| name != "aria-hidden" && GLOBAL.contains(&name));
    has_global || focus::is_focusable(document, visibility, node)
}

/// Whether the author named the element itself, as landmarks made from `<section>` and `<form>` ask.
pub(super) fn has_author_name(document: &Document, node: NodeId) -> bool {
    let has_text = |name| document.attr(node, name).is_some_and(|value| !value.trim().is_empty());
    has_text("aria-label")
        || has_text("title")
        || document
            .attr(node, "aria-labelledby")
            .is_some_and(|list| document.by_ids(list).take(8).any(|label| has_words(document, label)))
}

fn has_words(document: &Document, label: NodeId) -> bool {
    let says = |node| {
        document.text(node).is_some_and(|text| !text.trim().is_empty())
            || ["aria-label", "alt", "title"]
                .iter()
                .any(|name| document.attr(node, name).is_some_and(|v| !v.is_empty()))
    };
    says(label) || document.descendants(label).take(1_000).any(says)
}

/// The role an element of a page has without its `role` attribute.
pub(super) fn own_role(page: &Page, node: NodeId) -> &'static Role {
    implicit_role(page, node, &|up| page.role(up))
}

/// The role HTML gives an element. `known` tells those of the elements around it.
pub(super) fn implicit_role(document: &Document, node: NodeId, known: Known) -> &'static Role {
    if let Some(name) = document.name(node)
        && name.ns == ns!(html)
        && let Some(role) = FIXED.get(&name.local)
    {
        return role;
    }
    let has = |name| document.has_attr(node, name);
    let name = match document.tag(node) {
        "" => return foreign_role(document, node),
        "a" | "area" if has("href") => return *LINK,
        "a" | "area" => return &GENERIC,
        "aside" => match document.closest_above(node, SECTIONING) {
            Some(_) if !has_author_name(document, node) => "generic",
            _ => "complementary",
        },
        "footer" => scoped(document, node, "contentinfo"),
        "form" => named(document, node, "form"),
        "header" => scoped(document, node, "banner"),
        "img" => match document.attr(node, "alt") {
            Some("") => "none",
            _ => "img",
        },
        "input" => return input_role(document, node),
        "li" => return list_item_role(document, node, known),
        "math" => "math",
        "section" => named(document, node, "region"),
        "select" => select_role(document, node),
        "svg" => "graphics-document",
        "tbody" | "td" | "tfoot" | "th" | "thead" | "tr" => return table_role(document, node, known),
        _ => return &NO_ROLE,
    };
    known_role(name)
}

fn known_role(name: &str) -> &'static Role {
    role(name).unwrap_or(&NO_ROLE)
}

fn foreign_role(document: &Document, node: NodeId) -> &'static Role {
    let is_link = document.is_svg(node)
        && document.local_name(node) == "a"
        && (document.has_attr(node, "href") || document.namespaced_attr(node, "href").is_some());
    if is_link { known_role("link") } else { &NO_ROLE }
}

/// A header or footer of the page, or one of a part of it.
fn scoped(document: &Document, node: NodeId, landmark: &'static str) -> &'static str {
    let inside = document.ancestors(node).any(|up| {
        let tag = document.tag(up);
        tag == "main" || SECTIONING.contains(&tag)
    });
    if inside { "generic" } else { landmark }
}

fn named(document: &Document, node: NodeId, landmark: &'static str) -> &'static str {
    if has_author_name(document, node) { landmark } else { "generic" }
}

fn input_role(document: &Document, node: NodeId) -> &'static Role {
    let kind = document.attr(node, "type").unwrap_or("text").to_ascii_lowercase();
    let has_list = document.attr(node, "list").is_some_and(|id| document.by_id(id).is_some());
    let name = match kind.as_str() {
        "button" | "image" | "reset" | "submit" => "button",
        "checkbox" => "checkbox",
        "radio" => "radio",
        "range" => "slider",
        "number" => "spinbutton",
        "color" | "date" | "datetime-local" | "file" | "hidden" | "month" | "password" | "time" | "week" => {
            return &NO_ROLE;
        }
        _ if has_list => "combobox",
        "search" => "searchbox",
        _ => "textbox",
    };
    known_role(name)
}

fn select_role(document: &Document, node: NodeId) -> &'static str {
    let shown = document.attr(node, "size").and_then(|size| size.trim().parse::<u32>().ok());
    if document.has_attr(node, "multiple") || shown.is_some_and(|size| size > 1) {
        "listbox"
    } else {
        "combobox"
    }
}

fn list_item_role(document: &Document, node: NodeId, known: Known) -> &'static Role {
    let Some(parent) = document.parent(node) else { return &GENERIC };
    let role = known(parent);
    match document.tag(parent) {
        "ul" | "ol" | "menu" if role.is_none() => role,
        "ul" | "ol" | "menu" => known_role("listitem"),
        _ if role.is_a("list") => known_role("listitem"),
        _ => &GENERIC,
    }
}

fn table_role(document: &Document, node: NodeId, known: Known) -> &'static Role {
    let Some(table) = document.closest(node, &["table"]) else { return &GENERIC };
    let role = known(table);
    if role.is_none() {
        return role;
    }
    let is_grid = matches!(role.name, "grid" | "treegrid");
    if !is_grid && role.name != "table" {
        return &GENERIC;
    }
    known_role(match document.tag(node) {
        "tr" => "row",
        "td" if is_grid => "gridcell",
        "td" => "cell",
        "th" => header_role(document, node),
        _ => "rowgroup",
    })
}

fn header_role(document: &Document, node: NodeId) -> &'static str {
    match document.attr(node, "scope").map(str::to_ascii_lowercase).as_deref() {
        Some("row" | "rowgroup") => "rowheader",
        Some("col" | "colgroup") => "columnheader",
        // Without scope: a header among data cells is that of its row.
        _ => {
            let data_beside = document.parent(node).is_some_and(|row| {
                document.child_elements(row).take(2_000).any(|cell| document.tag(cell) == "td")
            });
            if data_beside { "rowheader" } else { "columnheader" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Page;
    use super::*;

    #[test]
    fn roles_of_elements() {
        let check = |html: &str, expected| {
            let document = Document::parse(html);
            let page = Page::new(&document);
            assert_eq!(page.role(document.by_id("x").unwrap()).name, expected, "{html}");
        };
        check("<a id=x>", "generic");
        check("<a id=x href>", "link");
        check("<h1 id=x role='nonsense Button'>", "button");
        check("<h1 id=x role=command>", "heading");
        check("<h1 id=x role=none>", "none");
        check("<h1 id=x role=none aria-label=''>", "heading");
        check("<button id=x role=none>", "button");
        check("<button id=x role=none disabled>", "none");
        check("<img id=x alt=''>", "none");
        check("<img id=x alt='' aria-label=a>", "img");
        check("<img id=x alt='' role=none tabindex=0>", "img");
        check("<ul role=none><li id=x>", "none");
        check("<li id=x>", "generic");
        check("<section id=x>", "generic");
        check("<section id=x aria-label=a>", "region");
        check("<section id=x role=region>", "generic");
        check("<header id=x>", "banner");
        check("<article><header id=x>", "generic");
        check("<table role=grid><td id=x>", "gridcell");
        check("<table role=none><td id=x>", "none");
        check("<table><tr><th id=x>a<td>b", "rowheader");
        check("<input id=x list=l><datalist id=l></datalist>", "combobox");
        check("<select id=x multiple>", "listbox");
        check("<svg><a id=x xlink:href=a>", "link");
    }
}
