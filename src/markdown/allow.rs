//! What raw HTML may say: one allow-list, fit for accessible content, and what may stand inside what.

use Content::{Flow, Only, Phrasing, Void};

/// What an element may contain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Content {
    /// Blocks and text.
    Flow,
    /// Text and what stands in a line.
    Phrasing,
    /// These elements, and no text.
    Only(&'static [&'static str]),
    Void,
}

#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: &'static str,
    pub(super) content: Content,
    /// Stands in a line of text.
    pub(super) is_phrasing: bool,
    /// Only inside these; anywhere when empty.
    pub(super) inside: &'static [&'static str],
    /// HTML lets its end tag be left out.
    pub(super) ends_by_itself: bool,
    /// Beyond [`ATTRIBUTES`].
    pub(super) attributes: &'static [&'static str],
}

const fn inline(name: &'static str, attributes: &'static [&'static str]) -> Element {
    Element { name, content: Phrasing, is_phrasing: true, inside: &[], ends_by_itself: false, attributes }
}

const fn block(name: &'static str, content: Content, attributes: &'static [&'static str]) -> Element {
    Element { name, content, is_phrasing: false, inside: &[], ends_by_itself: false, attributes }
}

const fn part(
    name: &'static str,
    content: Content,
    inside: &'static [&'static str],
    attributes: &'static [&'static str],
) -> Element {
    Element { name, content, is_phrasing: false, inside, ends_by_itself: true, attributes }
}

const SECTIONS: &[&str] = &["table"];
const ROWS: &[&str] = &["table", "thead", "tbody", "tfoot"];

/// Sorted by kind, then by name.
const ELEMENTS: &[Element] = &[
    Element { content: Flow, ..inline("a", &["href", "hreflang"]) },
    inline("abbr", &[]),
    inline("b", &[]),
    Element { content: Void, ..inline("br", &[]) },
    inline("cite", &[]),
    inline("code", &[]),
    inline("del", &["datetime", "cite"]),
    inline("em", &[]),
    inline("i", &[]),
    Element { content: Void, ..inline("img", &["src", "alt", "width", "height", "loading"]) },
    inline("ins", &["datetime", "cite"]),
    inline("kbd", &[]),
    inline("mark", &[]),
    inline("q", &["cite"]),
    inline("s", &[]),
    inline("samp", &[]),
    inline("small", &[]),
    inline("span", &[]),
    inline("strong", &[]),
    inline("sub", &[]),
    inline("sup", &[]),
    inline("time", &["datetime"]),
    inline("var", &[]),
    block("blockquote", Flow, &["cite"]),
    block("details", Flow, &["open"]),
    block("div", Flow, &[]),
    block("dl", Only(&["dt", "dd"]), &[]),
    block("figure", Flow, &[]),
    block("hr", Void, &[]),
    block("ol", Only(&["li"]), &["start", "reversed", "type"]),
    block("table", Only(&["caption", "colgroup", "thead", "tbody", "tfoot", "tr"]), &[]),
    block("ul", Only(&["li"]), &[]),
    Element { ends_by_itself: true, ..block("p", Phrasing, &[]) },
    part("caption", Flow, SECTIONS, &[]),
    part("col", Void, &["colgroup"], &["span"]),
    part("colgroup", Only(&["col"]), SECTIONS, &["span"]),
    part("dd", Flow, &["dl"], &[]),
    part("dt", Flow, &["dl"], &[]),
    Element { ends_by_itself: false, ..part("figcaption", Flow, &["figure"], &[]) },
    part("li", Flow, &["ul", "ol"], &["value"]),
    Element { ends_by_itself: false, ..part("summary", Phrasing, &["details"], &[]) },
    part("tbody", Only(&["tr"]), SECTIONS, &[]),
    part("td", Flow, &["tr"], &["colspan", "rowspan", "headers"]),
    part("tfoot", Only(&["tr"]), SECTIONS, &[]),
    part("th", Flow, &["tr"], &["colspan", "rowspan", "headers", "scope", "abbr"]),
    part("thead", Only(&["tr"]), SECTIONS, &[]),
    part("tr", Only(&["td", "th"]), ROWS, &[]),
];

/// On every element.
const ATTRIBUTES: &[&str] =
    &["aria-describedby", "aria-label", "aria-labelledby", "class", "dir", "id", "lang", "role", "title"];

const ROLES: &[&str] = &["group", "list", "listitem", "none", "note", "presentation", "region"];

/// Classes raw HTML may ask for.
const RAW_CLASSES: &[&str] = &[
    "figure",
    "figure-caption",
    "figure-img",
    "img-fluid",
    "lead",
    "list-inline",
    "list-inline-item",
    "list-unstyled",
    "small",
    "table",
    "table-responsive",
    "table-sm",
    "table-striped",
    "text-center",
    "text-end",
    "text-nowrap",
    "text-start",
    "visually-hidden",
];

/// Classes the renderer writes by itself.
const OWN_CLASSES: &[&str] = &[
    "callout",
    "callout-inner",
    "callout-title",
    "danger",
    "figure",
    "figure-caption",
    "figure-img",
    "footnotes",
    "important",
    "img-fluid",
    "list-unstyled",
    "note",
    "success",
    "table",
    "table-responsive",
    "text",
    "text-center",
    "text-end",
    "text-start",
    "visually-hidden",
    "warning",
];

/// Every class a rendered body can carry (besides `language-…` of code): a style sheet that is cut down keeps these.
pub fn classes() -> impl Iterator<Item = &'static str> {
    OWN_CLASSES.iter().chain(RAW_CLASSES.iter().filter(|class| !OWN_CLASSES.contains(class))).copied()
}

/// Elements the renderer writes by itself, where raw HTML may not.
const OWN_ELEMENTS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6", "pre", "section"];

/// Every element a rendered body can have.
pub fn elements() -> impl Iterator<Item = &'static str> {
    ELEMENTS.iter().map(|element| element.name).chain(OWN_ELEMENTS.iter().copied())
}

/// Every attribute raw HTML may have, besides those the renderer writes.
pub fn attributes() -> impl Iterator<Item = &'static str> {
    let own = ELEMENTS.iter().flat_map(|element| element.attributes);
    ATTRIBUTES.iter().chain(own).chain(&["tabindex"]).copied()
}

pub(super) fn element(name: &str) -> Option<&'static Element> {
    ELEMENTS.iter().find(|element| element.name == name)
}

/// Why an attribute may not stay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Refused {
    Name,
    Value,
}

/// The value an attribute of `element` keeps, and why it is not all that was written. Addresses are not judged here.
pub(super) fn attribute(element: &Element, name: &str, value: &str) -> (Option<String>, Option<Refused>) {
    if !ATTRIBUTES.contains(&name) && !element.attributes.contains(&name) {
        return (None, Some(Refused::Name));
    }
    let fits = match name {
        "class" => return classes_of(value),
        "role" => ROLES.contains(&value),
        "dir" => matches!(value, "ltr" | "rtl" | "auto"),
        "scope" => matches!(value, "row" | "col" | "rowgroup" | "colgroup"),
        "type" => matches!(value, "1" | "a" | "A" | "i" | "I"),
        "lang" | "hreflang" => {
            !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        }
        "id" => is_id(value),
        "colspan" | "rowspan" | "span" => matches!(value.parse::<u16>(), Ok(1..=1000)),
        "start" | "value" => value.parse::<i32>().is_ok(),
        "headers" | "aria-describedby" | "aria-labelledby" => value.split_whitespace().all(is_id),
        _ => true,
    };
    if fits { (Some(value.to_owned()), None) } else { (None, Some(Refused::Value)) }
}

fn is_id(value: &str) -> bool {
    !value.is_empty() && !value.contains(char::is_whitespace)
}

fn classes_of(value: &str) -> (Option<String>, Option<Refused>) {
    let kept: Vec<&str> = value.split_whitespace().filter(|class| RAW_CLASSES.contains(class)).collect();
    let all_kept = kept.len() == value.split_whitespace().count();
    (Some(kept.join(" ")).filter(|kept| !kept.is_empty()), (!all_kept).then_some(Refused::Value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, attribute_name: &str, value: &str, kept: Option<&str>, refused: Option<Refused>) {
        let element = element(name).expect("allowed");
        assert_eq!(attribute(element, attribute_name, value), (kept.map(str::to_owned), refused));
    }

    #[test]
    fn attributes_are_named_and_valued() {
        check("p", "lang", "en-GB", Some("en-GB"), None);
        check("p", "lang", "en\"", None, Some(Refused::Value));
        check("p", "onclick", "x()", None, Some(Refused::Name));
        check("p", "style", "color:red", None, Some(Refused::Name));
        check("p", crate::source::MARK, "0:1-2", None, Some(Refused::Name));
        check("p", "href", "x", None, Some(Refused::Name));
        check("a", "href", "x", Some("x"), None);
        check("th", "scope", "col", Some("col"), None);
        check("td", "colspan", "9999", None, Some(Refused::Value));
        check("div", "role", "button", None, Some(Refused::Value));
        check("div", "class", " lead  small ", Some("lead small"), None);
        check("div", "class", "lead position-fixed", Some("lead"), Some(Refused::Value));
    }

    #[test]
    fn parts_name_elements_of_the_list() {
        for listed in ELEMENTS {
            for parent in listed.inside {
                assert!(element(parent).is_some(), "{parent}");
            }
            if let Only(children) = listed.content {
                assert!(children.iter().all(|child| element(child).is_some()), "{}", listed.name);
            }
        }
    }
}
