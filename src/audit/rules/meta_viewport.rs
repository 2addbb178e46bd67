//! `meta-viewport`: the page can be zoomed to twice its size.

use crate::{
    audit::{NodeId, Page},
    rule::Verdict,
};

audit_rule! {
    "meta-viewport" {
        severity: Error,
        wcag: ["1.4.4"],
        act: ["b4f0c3"],
        tags: ["meta"],
    }
    Pass r#"<meta name="viewport" content="width=device-width, initial-scale=1">"#
    Pass r#"<meta name="viewport" content="maximum-scale=5">"#
    Fail r#"<meta name="viewport" content="user-scalable=no">"#
    Fail r#"<meta name="viewport" content="width=device-width, maximum-scale=1.0">"#
    Inapplicable r#"<meta name="viewport" content="width=device-width">"#
}

pub(super) fn applies(page: &Page, meta: NodeId) -> bool {
    page.attr(meta, "name").is_some_and(|name| name.trim().eq_ignore_ascii_case("viewport"))
        && page.attr(meta, "content").is_some_and(|content| {
            let properties = properties(content);
            properties
                .iter()
                .any(|(name, _)| matches!(name.as_str(), "user-scalable" | "maximum-scale" | "initial-scale"))
        })
}

fn check(page: &Page, meta: NodeId) -> Verdict {
    for (name, value) in properties(page.attr(meta, "content").unwrap_or("")) {
        let stops = match name.as_str() {
            "user-scalable" => !allows_zoom(&value),
            "maximum-scale" => scale(&value).is_some_and(|scale| scale < 2.0),
            _ => false,
        };
        if stops {
            return Verdict::failed("meta-viewport").with("property", name).with("value", value);
        }
    }
    Verdict::Passed
}

/// How far the page can be zoomed; none when nothing stops it.
pub(super) fn largest_scale(page: &Page, meta: NodeId) -> Option<f32> {
    let properties = properties(page.attr(meta, "content").unwrap_or(""));
    let limit = |(name, value): &(String, String)| match name.as_str() {
        "user-scalable" if !allows_zoom(value) => Some(1.0),
        "maximum-scale" => scale(value),
        _ => None,
    };
    properties.iter().filter_map(limit).reduce(f32::min)
}

/// `name=value` pairs in lower case. Commas, semicolons and spaces part them, spaces may stand around `=`.
fn properties(content: &str) -> Vec<(String, String)> {
    let tight = content.to_ascii_lowercase().replace(';', ",");
    let mut pairs: Vec<(String, String)> = Vec::new();
    for part in tight.split(',') {
        let joined = part.split('=').map(str::trim).collect::<Vec<_>>().join("=");
        for pair in joined.split_ascii_whitespace() {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            // Said twice, the last one holds.
            pairs.retain(|(known, _)| known != name);
            pairs.push((name.to_owned(), value.to_owned()));
        }
    }
    pairs
}

/// CSS Device Adaptation: words and small numbers that are not `yes` mean no.
fn allows_zoom(value: &str) -> bool {
    match value {
        "yes" | "device-width" | "device-height" | "" => true,
        _ => leading_number(value).is_some_and(|number| number.abs() >= 1.0),
    }
}

fn scale(value: &str) -> Option<f32> {
    match value {
        "yes" => Some(1.0),
        "device-width" | "device-height" => Some(10.0),
        "" => None,
        // Negative values are dropped, words count as almost nothing.
        _ => Some(leading_number(value).unwrap_or(0.1)).filter(|&scale| scale >= 0.0),
    }
}

fn leading_number(value: &str) -> Option<f32> {
    let end =
        value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(value.len());
    value[..end].parse().ok()
}
