//! Whatever is written: no panic, balanced, and the same to our writer and to a parser.

use proptest::prelude::*;

use super::*;
use crate::markdown::{
    html::write,
    scan::{Kind, scan},
};

const VOID: &[&str] = &["br", "hr", "img", "col"];

/// Start and end tags, checked to be balanced.
fn tags(html: &str) -> Vec<String> {
    let mut open = Vec::new();
    let mut tags = Vec::new();
    for token in scan(html) {
        match token.kind {
            Kind::Start(tag) => {
                tags.push(format!("<{}>", tag.name));
                if !VOID.contains(&tag.name.as_str()) {
                    open.push(tag.name);
                }
            }
            Kind::End(name) => {
                assert_eq!(open.pop().as_ref(), Some(&name), "{html}");
                tags.push(format!("</{name}>"));
            }
            Kind::Text(_) => {}
            other => panic!("{other:?} in {html}"),
        }
    }
    assert!(open.is_empty(), "{open:?} in {html}");
    tags.retain(|tag| !matches!(tag.as_str(), "<tbody>" | "</tbody>"));
    tags
}

/// What is written is balanced, and a parser reads it as it was meant.
fn hold(markdown: &str) {
    let body = read(markdown).value;
    let settings = Settings { marks: true, ..Settings::default() };
    let ours =
        write(body.located(), body.facts(), &events(body.text()), &Site, &Words::italian(), &settings).html;
    let parsed = sanitize::clean(&ours);
    assert_eq!(tags(&ours), tags(&parsed), "{markdown:?}\n{ours}\n{parsed}");
    assert!(sanitize::judge(&ours, body.located()).is_none(), "{markdown:?}\n{ours}\n{parsed}");
    let classes: Vec<&str> = classes().collect();
    for token in scan(&ours) {
        let Kind::Start(tag) = token.kind else { continue };
        for class in tag.get("class").unwrap_or("").split_whitespace() {
            assert!(classes.contains(&class) || class.starts_with("language-"), "{class}");
        }
    }
    body.plain_text();
    body.excerpt(20);
    for by in [1, 4] {
        let at = |heading_shift| {
            to_html(&body, &Site, &Words::italian(), &Settings { heading_shift, ..settings.clone() })
        };
        assert!(super::lowered(&body, &at(0), by).is_none_or(|lowered| lowered == at(by)), "{markdown:?}");
    }
}

/// Pieces that meet in all the wrong ways.
const PIECES: &[&str] = &[
    "a",
    " ",
    "\n",
    "\n\n",
    "è",
    "# ",
    "## ",
    "- ",
    "  - ",
    "1. ",
    "> ",
    "> [!NOTE]\n> ",
    "*",
    "**",
    "~~",
    "`",
    "```\n",
    "    ",
    "[",
    "](",
    ")",
    "![",
    "](b.png \"t\")",
    "[a](b.md)",
    "[^1]",
    "[^1]: ",
    "| a | b |\n|-|-|\n",
    "| ",
    ": ",
    "Tabella: x\n\n",
    "- [x] ",
    "---\n",
    "\\",
    "&lt;",
    "&",
    "<",
    ">",
    "{#a}",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<a href=b>",
    "</a>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<div title=\"",
    "<ul>",
    "<li>",
    "</li>",
    "</ul>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<table>",
    "<tr>",
    "<td>",
    "<th>",
    "</td>",
    "</tr>",
    "</table>",
    "<caption>",
    "<colgroup>",
    "<col>",
    "<tbody>",
    "<thead>",
    "<details>",
    "<summary>",
    "</summary>",
    "</details>",
    "<figure>",
    "<figcaption>",
    "</figure>",
    "<span lang=en>",
    "</span>",
    "<br>",
    "<hr>",
    "<img src=a.png alt=b>",
    "<del>",
    "</del>",
    "<script>",
    "</script>",
    "<svg>",
    "</svg>",
    "<style>",
    "<!--",
    "-->",
    "<h2>",
    "<blockquote>",
    "</blockquote>",
    "<q>",
    "<font>",
    "<x",
    "\r\n",
    "\t",
    "\0",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        hold(&pieces.concat());
    }

    #[test]
    fn any_text(text in "\\PC{0,80}") {
        hold(&text);
    }
}

/// Twice as much may take about twice as long: a thousand times the pieces, still at once.
#[test]
fn long_repetitions_end() {
    for piece in [
        ">",
        "- ",
        "[",
        "![",
        "[a](b",
        "*a ",
        "`",
        "<b>",
        "<b title=a>",
        "</b>",
        "<div>\n\n",
        "<!-- -->",
        "<!---->",
        "<a href=b>c",
        "</a ",
        "<script>",
        "<i a=",
        "[^1]",
        "[^a]: b\n\n",
        "# a\n",
        "## a {#a}\n",
        "|a",
        "a\n: b\n\n",
        "<ul>a",
        "<u>",
        "<x>",
        "![a](b \"t\")\n\n",
        "Tabella: a\n\n",
        "**a**\n\n",
        "<p>",
        "<li>",
        "<!DOCTYPE",
        "&amp;",
        "<q><div>",
        "1. a\n\n",
        "<div><!---",
        "<div></a",
        "<div></script",
        "<table>a",
        "<details>\n\n- a\n\n",
    ] {
        let markdown = piece.repeat(60_000 / piece.len());
        // What were quadratic here would be noticed: it would take longer than all other tests together.
        let body = read(&markdown).value;
        to_html(&body, &Site, &Words::italian(), &Settings::default());
        body.plain_text();
    }
}
