//! The second judgment on a body with raw HTML: ammonia parses the whole as a browser would
//! and keeps only what is on the list. `raw` has already left nothing to remove, so every difference is told.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::LazyLock,
};

use ammonia::Builder;

use super::{
    Located,
    raw::RAW_HTML,
    scan::{Kind, scan},
};
use crate::{diagnostic::Diagnostic, source::MARK};

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(cleaner);

/// The HTML as a parser understands it, cleaned.
pub(super) fn clean(html: &str) -> String {
    CLEANER.clean(html).to_string()
}

/// What cleaning would change.
pub(super) fn judge(html: &str, located: &Located) -> Option<Diagnostic> {
    let (before, after) = (census(html), census(&clean(html)));
    let changed: BTreeSet<&str> = before
        .keys()
        .chain(after.keys())
        .filter(|key| before.get(*key) != after.get(*key))
        .map(String::as_str)
        .collect();
    if changed.is_empty() {
        return None;
    }
    let whole = located.span(&(0..located.text.len()));
    let what: Vec<&str> = changed.into_iter().collect();
    Some(RAW_HTML.variant("raw-html--changed", whole).with("what", what.join(", ")))
}

/// How many there are of every element, and of every attribute on it.
fn census(html: &str) -> BTreeMap<String, usize> {
    let mut census = BTreeMap::new();
    for token in scan(html) {
        let Kind::Start(tag) = token.kind else { continue };
        // A parser adds it to every table.
        if tag.name == "tbody" {
            continue;
        }
        for attribute in &tag.attributes {
            *census.entry(format!("<{} {}>", tag.name, attribute.name)).or_default() += 1;
        }
        *census.entry(format!("<{}>", tag.name)).or_default() += 1;
    }
    census
}

/// Elements that may stand in a body.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "ul",
    "var",
];

/// What the renderer writes itself, and what `allow` lets raw HTML write.
fn cleaner() -> Builder<'static> {
    const ANY: &[&str] = &[
        "aria-describedby",
        "aria-hidden",
        "aria-label",
        "aria-labelledby",
        "class",
        "dir",
        "id",
        "lang",
        "role",
        "tabindex",
        "title",
        MARK,
    ];
    const OF: &[(&str, &[&str])] = &[
        ("a", &["href", "hreflang", "rel"]),
        ("blockquote", &["cite"]),
        ("col", &["span"]),
        ("colgroup", &["span"]),
        ("del", &["datetime", "cite"]),
        ("details", &["open"]),
        ("img", &["src", "alt", "width", "height", "loading", "decoding"]),
        ("ins", &["datetime", "cite"]),
        ("li", &["value"]),
        ("ol", &["start", "reversed", "type"]),
        ("q", &["cite"]),
        ("td", &["colspan", "rowspan", "headers"]),
        ("th", &["colspan", "rowspan", "headers", "scope", "abbr"]),
        ("time", &["datetime"]),
    ];
    let set = |names: &[&'static str]| names.iter().copied().collect::<HashSet<_>>();
    let mut builder = Builder::empty();
    builder
        .tags(set(TAGS))
        .generic_attributes(set(ANY))
        .tag_attributes(OF.iter().map(|(tag, names)| (*tag, set(names))).collect::<HashMap<_, _>>())
        .url_schemes(set(&["http", "https", "mailto", "tel", "sms"]))
        .clean_content_tags(set(&["script", "style"]))
        .link_rel(None)
        .strip_comments(true);
    builder
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        markdown::{Located, parse},
        source::{Offsets, Sources},
    };

    /// What `raw` should never let through is still removed here, and told.
    #[test]
    fn what_is_not_on_the_list_is_removed_and_told() {
        let file = Sources::default().add("a.md", "");
        let text = Located { file, text: "a".into(), offsets: Offsets::Shifted(0) };
        let body = parse(text).value;
        let html = "<p onclick=\"a\">b<script>c</script> <a href=\"javascript:d\">e</a></p>";
        assert_eq!(clean(html), "<p>b <a>e</a></p>");
        let told = judge(html, body.located()).expect("a finding");
        assert_eq!(
            told.message.args[0].1,
            crate::l10n::Arg::Text("<a href>, <p onclick>, <script>".to_owned())
        );
        assert!(judge("<p>b</p>", body.located()).is_none());
    }
}
