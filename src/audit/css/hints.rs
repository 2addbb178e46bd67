//! Attributes of older HTML that style an element: colours, sizes and fonts that count as a sheet's weakest rules.

use std::sync::LazyLock;

use super::super::dom::{Document, NodeId, name_bit};

/// Every attribute that [`of`] looks for.
const NAMES: &[&str] = &["background", "bgcolor", "color", "height", "nowrap", "size", "text", "width"];
/// The bits of their names: an element without any of them hints at nothing.
static HINTS: LazyLock<u64> = LazyLock::new(|| NAMES.iter().fold(0, |bits, name| bits | name_bit(name)));

/// What an element's attributes ask for, as declarations.
pub(super) fn of(document: &Document, node: NodeId) -> String {
    if document.attribute_names(node) & *HINTS == 0 {
        return String::new();
    }
    let mut css = String::new();
    let attribute = |name: &str| document.attr(node, name).map(str::trim).filter(|value| !value.is_empty());
    let mut add = |property: &str, value: String| {
        css.push_str(property);
        css.push(':');
        css.push_str(&value);
        css.push(';');
    };
    let tag = document.tag(node);
    if matches!(tag, "body" | "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th")
        && let Some(colour) = attribute("bgcolor").and_then(legacy_colour)
    {
        add("background-color", colour);
    }
    match tag {
        "body" => {
            if let Some(colour) = attribute("text").and_then(legacy_colour) {
                add("color", colour);
            }
            if attribute("background").is_some() {
                add("background-image", "url(x)".to_owned());
            }
        }
        "table" | "td" | "th" if attribute("background").is_some() => {
            add("background-image", "url(x)".to_owned());
        }
        "font" => {
            if let Some(colour) = attribute("color").and_then(legacy_colour) {
                add("color", colour);
            }
            if let Some(size) = attribute("size").and_then(legacy_size) {
                add("font-size", size.to_owned());
            }
        }
        _ => {}
    }
    let has_size = matches!(
        tag,
        "img" | "video" | "iframe" | "canvas" | "embed" | "object" | "svg" | "table" | "td" | "th"
    ) || tag == "input"
        && attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("image"));
    if has_size {
        for name in ["width", "height"] {
            if let Some(size) = attribute(name).and_then(dimension) {
                add(name, size);
            }
        }
    }
    if matches!(tag, "td" | "th") && document.has_attr(node, "nowrap") {
        add("white-space", "nowrap".to_owned());
    }
    css
}

/// Names and hexadecimal numbers; what browsers make of other words is not worth the trouble.
fn legacy_colour(value: &str) -> Option<String> {
    let digits = value.strip_prefix('#').unwrap_or(value);
    let is_hex = matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hex {
        return Some(format!("#{digits}"));
    }
    value.bytes().all(|byte| byte.is_ascii_alphabetic()).then(|| value.to_owned())
}

fn legacy_size(value: &str) -> Option<&'static str> {
    Some(match value {
        "1" => "x-small",
        "2" => "small",
        "3" => "medium",
        "4" => "large",
        "5" => "x-large",
        "6" => "xx-large",
        "7" => "xxx-large",
        _ => return None,
    })
}

fn dimension(value: &str) -> Option<String> {
    let digits = value.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let number: f32 = value[..digits].parse().ok()?;
    let unit = if value[digits..].starts_with('%') { "%" } else { "px" };
    Some(format!("{number}{unit}"))
}
