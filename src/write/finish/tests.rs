//! What a page says before and after, as html5ever reads it.

use std::cell::{Cell, RefCell};

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind,
    },
};
use proptest::prelude::*;

use super::*;

/// Exact bytes of a minified page.
fn check(html: &str, expected: &str) {
    let found = String::from_utf8(finish_html(html, true)).unwrap();
    assert_eq!(found, expected);
    assert_eq!(meaning(html), meaning(&found), "{html}");
}

fn check_unmarked(html: &str, expected: &str) {
    assert_eq!(String::from_utf8(finish_html(html, false)).unwrap(), expected);
}

#[test]
fn marks_go_and_nothing_else() {
    check_unmarked(
        "<p datasrc=\"1:2-3\">a<br datasrc='1:2-3'/><i class=x datasrc=1:2-3 id=y>b</i></p>",
        "<p>a<br/><i class=x id=y>b</i></p>",
    );
    check_unmarked("<p\n  datasrc=\"0:0-1\"\n  >a</p>", "<p\n  >a</p>");
    check_unmarked("<p title='datasrc=\"1:2-3\"' datasrc=\"1:2-3\">", "<p title='datasrc=\"1:2-3\"'>");
}

#[test]
fn what_only_looks_like_a_mark_stays() {
    for html in [
        "<!-- <p datasrc=\"1:2-3\"> --><p>a",
        "<script>'<p datasrc=\"1:2-3\">'</script>",
        "<textarea><p datasrc=\"1:2-3\"></textarea>",
        "<p>datasrc=\"1:2-3\"</p><p datasrc-2=a>",
        "<p datasrc=\"1:2-3",
    ] {
        check_unmarked(html, html);
    }
}

#[test]
fn minifies() {
    check(
        "<!DOCTYPE html>\n<html lang=\"it\">\n<head>\n  <title> Comune </title>\n  <link rel=\"stylesheet\" href=\"/a.css\">\n</head>\n\
         <body>\n  <!-- menù -->\n  <ul class=\" a  b \">\n    <li>uno</li>\n    <li>due</li>\n  </ul>\n</body>\n</html>\n",
        "<!doctype html><html lang=it><head><title> Comune </title><link href=/a.css rel=stylesheet></head>\
         <body> <ul class=\"a b\"> <li>uno</li> <li>due</li> </ul> </body></html>",
    );
}

#[test]
fn keeps_space_between_words() {
    check(
        "<div><a href=/a>uno</a> <a href=/b>due</a></div>",
        "<div><a href=/a>uno</a> <a href=/b>due</a></div>",
    );
    check("<p>a<label> b </label>c</p>", "<p>a<label> b </label>c</p>");
    check("<blockquote>a <!-- x --> b</blockquote>", "<blockquote>a b</blockquote>");
    check("<pre>\n\n  a  <b> c </b>\n</pre>", "<pre>\n\n  a  <b> c </b>\n</pre>");
    check("<textarea>\n  a\n</textarea>", "<textarea>\n  a\n</textarea>");
    check(
        "<table> <tr> <td> a </td> <td>b</td> </tr> </table>",
        "<table><tr><td> a </td><td>b</td></tr></table>",
    );
}

#[test]
fn keeps_attributes_that_mean_something() {
    check("<p lang=\"\">a</p>", "<p lang>a</p>");
    check("<option value=\"\">Scegli</option>", "<option value>Scegli</option>");
    check("<iframe sandbox=\"\" src=\"/x\"></iframe>", "<iframe sandbox src=/x></iframe>");
    check("<div hidden=\"until-found\">a</div>", "<div hidden=until-found>a</div>");
    check("<button type=\"submit\">a</button>", "<button type=submit>a</button>");
    check("<ol type=\"A\"><li>a</li></ol>", "<ol type=A><li>a</li></ol>");
    check("<input type=\"text\" value=\"\">", "<input type=text value>");
    check("<img src=\"/a.png\" alt=\"\">", "<img alt src=/a.png>");
    check(
        "<a href=\"\" aria-label=\"x &quot;y&quot; 'z'\">a</a>",
        "<a aria-label=\"x &#34;y&#34; 'z'\" href>a</a>",
    );
    check("<p class=\"\" style=\"\">a</p>", "<p>a</p>");
}

/// What minify-html would read otherwise than a browser is published as it is.
#[test]
fn leaves_alone_what_it_might_spoil() {
    let endless = "<title>Uffici</titles><p>a</p>";
    check(endless, endless);
    for html in [
        "<div><b><i>x</b></i></div><p>y  z</p>",
        "<p>a <div> b </div></p>",
        "<p a=1 a=2>  x</p>",
        "<p>1 <3  x</p>",
        "<p>a\r\nb  c</p>",
        "<p>\u{FDD0}  x</p>",
        "<script><!-- <script> </script> --></script>  x",
        "<pre>&#10;\n  a</pre>",
        "<svg><style>a  > b</style></svg>",
        "<math><mi>x</mi>  </math>",
        "<svg><![CDATA[ a  b ]]></svg>",
        "<body><p>  a</p><body>",
    ] {
        check(html, html);
    }
    let deep = format!("{}  x{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
    assert_eq!(finish_html(&deep, true), deep.as_bytes());
    let deep_enough = format!("{}x{}", "<div>".repeat(MAX_DEPTH), "</div>".repeat(MAX_DEPTH));
    check(&deep_enough, &deep_enough);
}

const RICH: &str = include_str!("rich.html");

#[test]
fn a_rich_page_says_the_same() {
    let minified = String::from_utf8(finish_html(RICH, true)).unwrap();
    assert!(minified.len() * 10 < RICH.len() * 9, "{} of {}", minified.len(), RICH.len());
    assert!(!minified.contains("<!--") && !minified.contains(MARK));
    let (before, after) = (meaning(&without_marks(RICH)), meaning(&minified));
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before, after);
    }
    assert_eq!(before.len(), after.len());
    assert_eq!(String::from_utf8(finish_html(&minified, true)).unwrap(), minified, "twice is once");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Any row of tags, words and signs, well nested or not, and nothing that panics.
    #[test]
    fn any_page_says_the_same(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        let html: String = pieces.concat();
        let finished = String::from_utf8(finish_html(&html, true)).unwrap();
        prop_assert_eq!(meaning(&without_marks(&html)), meaning(&finished), "{}", finished);
    }

    #[test]
    fn any_tree_says_the_same(html in tree()) {
        let finished = String::from_utf8(finish_html(&html, true)).unwrap();
        prop_assert_eq!(meaning(&without_marks(&html)), meaning(&finished), "{}", finished);
    }
}

/// Well-nested pages, which minify-html does change.
fn tree() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(LEAVES).prop_map(str::to_owned);
    leaf.prop_recursive(5, 64, 6, |inside| {
        (prop::sample::select(ELEMENTS), prop::collection::vec(inside, 0..6)).prop_map(|(start, inside)| {
            let name = start[1..].split([' ', '>']).next().unwrap();
            format!("{start}{}</{name}>", inside.concat())
        })
    })
}

const LEAVES: &[&str] = &[
    "parola",
    " ",
    "\n    ",
    " due parole ",
    "&amp;",
    "&#32;a&Tab;",
    "&nbsp;",
    "<br>",
    "<img alt=\"\" src=\"/a b.png\">",
    "<input type=\"text\" value=\"\" required>",
    "<!-- x -->",
    "<hr class=\" a  b \">",
    "<svg viewBox=\"0 0 1 1\"> <path d=\"M0 0\"/> <title> a </title></svg>",
    "<textarea>\n a  b\n</textarea>",
    "<pre>\n a  <b> c </b>\n</pre>",
    "<script type=\"application/ld+json\">{\"a\":  \"<b>\"}</script>",
];

const ELEMENTS: &[&str] = &[
    "<div>",
    "<div datasrc=\"1:2-3\" class=\"\">",
    "<p lang=\"\">",
    "<a href=\"/x?a=1&amp;b=2\" target=\"_self\">",
    "<span title=\"l'una &quot;e&quot; l'altra\">",
    "<ul>",
    "<li>",
    "<label>",
    "<button type=\"submit\">",
    "<table>",
    "<tr>",
    "<td>",
    "<select>",
    "<option value=\"\">",
    "<blockquote>",
    "<summary>",
    "<x-y hidden=\"until-found\">",
    "<dl>",
    "<noscript>",
    "<code>",
    "<section aria-label=\"&lt;a&gt; = `b`\">",
];

const PIECES: &[&str] = &[
    "a",
    "3",
    "è",
    " ",
    "\n  ",
    "&amp;",
    "&lt;",
    "&nbsp;",
    "&amp;amp;",
    "&",
    "<",
    ">",
    "\"",
    "&#32;",
    "<%",
    "{{",
    "/",
    "amp;",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<a href=\"/x y\">",
    "</a>",
    "<b>",
    "</b>",
    "<br>",
    "<br/>",
    "<img src=a alt=\"\">",
    "<img alt='\"' title=\"it's &quot;\">",
    "<input type=text value=''>",
    "<pre>",
    "</pre>",
    "<textarea>",
    "</textarea>",
    "<code>",
    "</code>",
    "<label>",
    "</label>",
    "<button type=submit>",
    "</button>",
    "<select>",
    "<option value=''>",
    "</option>",
    "</select>",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</tr>",
    "</table>",
    "<svg viewBox=\"0 0 1 1\">",
    "<path d=\" M0 0 \"/>",
    "<title>",
    "</title>",
    "</svg>",
    "<script>",
    "<script type=\"application/ld+json\">",
    "</script>",
    "<style>",
    "</style>",
    "<!-- x -->",
    "<!doctype html>",
    "<html>",
    "</html>",
    "<head>",
    "</head>",
    "<body>",
    "</body>",
    "<p lang=''",
    ">",
    "<i datasrc=\"1:2-3\" hidden>",
    "</i>",
    "<x-y Z=\"&lt;&amp;amp\">",
    "</x-y>",
    "<template>",
    "</template>",
    "<noscript>",
    "</noscript>",
    "<dl>",
    "<dt>",
    "</dt>",
    "<dd>",
    "</dd>",
    "</dl>",
    "<blockquote>",
    "</blockquote>",
];

/// Tags with their attributes and words, one a line; white space as a reader sees it.
fn meaning(html: &str) -> Vec<String> {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Meaning::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.push("end".to_owned());
    tokenizer.sink.lines.into_inner()
}

#[derive(Default)]
struct Meaning {
    lines: RefCell<Vec<String>>,
    text: RefCell<String>,
    open: RefCell<Vec<String>>,
    /// Of an open script or style sheet, whose space at the ends means nothing.
    is_code: Cell<bool>,
    foreign: Cell<usize>,
}

impl TokenSink for Meaning {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(text) => self.text.borrow_mut().push_str(&text),
            Token::NullCharacterToken => self.text.borrow_mut().push('\0'),
            Token::DoctypeToken(doctype) => self.push(format!("doctype {:?}", doctype.name)),
            Token::TagToken(tag) => return self.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Meaning {
    fn push(&self, line: String) {
        let text = self.text.take();
        let text = if self.is_code.get() { text.trim() } else { &text };
        let open = self.open.borrow();
        let is_exact = self.is_code.get() || open.iter().any(|name| matches!(&**name, "pre" | "textarea"));
        let parent = open.last().map_or("html", String::as_str);
        let mut lines = self.lines.borrow_mut();
        push_text(&mut lines, text, is_exact, parent);
        lines.push(line);
    }

    fn tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        let is_start = tag.kind == TagKind::StartTag;
        let mut attributes: Vec<String> = tag.attrs.iter().filter_map(|it| attribute(name, it)).collect();
        attributes.sort();
        self.push(format!("{}{name} {}", if is_start { "<" } else { "</" }, attributes.join(" ")));
        self.nest(name, is_start, tag.self_closing);
        let is_raw = is_start && self.foreign.get() == 0;
        self.is_code.set(is_raw && matches!(name, "script" | "style"));
        match name {
            "script" if is_raw => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "iframe" if is_raw => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" if is_raw => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}

impl Meaning {
    fn nest(&self, name: &str, is_start: bool, self_closing: bool) {
        let mut open = self.open.borrow_mut();
        let is_foreign = self.foreign.get() > 0 || matches!(name, "svg" | "math");
        let is_leaf = if is_foreign {
            self_closing
        } else {
            matches!(name, "br" | "hr" | "img" | "input" | "meta" | "link")
        };
        if is_start && !is_leaf {
            open.push(name.to_owned());
        } else if let (false, Some(at)) = (is_start, open.iter().rposition(|other| other == name)) {
            open.truncate(at);
        }
        self.foreign.set(open.iter().filter(|name| matches!(&***name, "svg" | "math")).count());
    }
}

/// None for what may go: empty classes, and values that a browser assumes anyway.
fn attribute(element: &str, attribute: &html5ever::Attribute) -> Option<String> {
    let name = &*attribute.name.local;
    let words: Vec<&str> = attribute.value.split_ascii_whitespace().collect();
    match (element, name, words.join(" ")) {
        (_, "class" | "style", value) if value.is_empty() => None,
        ("script", "type", value) if value == "text/javascript" => None,
        ("link" | "style", "type", value) if value == "text/css" => None,
        ("link", "media", value) if value == "all" => None,
        ("form", "method", value) if value == "get" => None,
        (_, "checked", _) => Some(name.to_owned()),
        (_, "class" | "d", value) => Some(format!("{name}={value}")),
        ("meta", "content", value) => Some(format!("{name}={}", value.replace(' ', ""))),
        _ => Some(format!("{name}={}", attribute.value)),
    }
}

fn push_text(lines: &mut Vec<String>, text: &str, is_exact: bool, parent: &str) {
    let mut line = String::new();
    for char in text.chars() {
        match char {
            ' ' | '\n' | '\t' | '\r' | '\x0c' if !is_exact => {
                if !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            _ => line.push(char),
        }
    }
    // Where white space is never seen it may go; elsewhere one space is kept for any number.
    if line.is_empty() || line == " " && UNSEEN_SPACE.contains(&parent) {
        return;
    }
    lines.push(format!("'{line}"));
}
