//! Raw HTML into tokens, with the bytes each was written with.
//!
//! Where a tag begins and ends is found here, by the rules of the HTML tokenizer;
//! what a tag says (names, decoded values) is asked of html5ever, one tag at a time.
//! Nothing of the written bytes reaches the page: tags are written anew from the tokens.

use std::{cell::RefCell, ops::Range};

use html5ever::{
    TokenizerResult,
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag as ParsedTag, TagKind, Token as Parsed, TokenSink, TokenSinkResult, Tokenizer,
    },
};

/// More attributes than anybody writes; beyond, a tag is not read, since telling doubles apart is quadratic.
const ATTRIBUTES: usize = 64;

/// Elements whose content is no text for readers: it goes with the tags.
const OPAQUE: &[&str] = &[
    "canvas",
    "iframe",
    "math",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "plaintext",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "xmp",
];

/// The name of the element a start tag opens, when what stands in it is no text for readers.
pub(super) fn opaque_name(html: &str) -> Option<&'static str> {
    let rest = html.strip_prefix('<')?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    OPAQUE.iter().copied().find(|name| rest[..end].eq_ignore_ascii_case(name))
}

/// One piece of raw HTML, and how its bytes lead back to the text of the body.
pub(super) struct Raw {
    pub(super) html: String,
    /// Starts of the parts, in `html` and in the body's text.
    parts: Vec<(usize, Range<usize>)>,
}

impl Raw {
    pub(super) fn new() -> Self {
        Self { html: String::new(), parts: Vec::new() }
    }

    /// Adds what the Markdown parser gave as one event.
    pub(super) fn push(&mut self, html: &str, range: Range<usize>) {
        self.parts.push((self.html.len(), range));
        self.html.push_str(html);
    }

    /// The place in the body's text of some bytes of the piece.
    pub(super) fn range(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.at(range.start);
        let end = if range.is_empty() { start } else { self.at(range.end - 1) + 1 };
        start..end.max(start)
    }

    fn at(&self, byte: usize) -> usize {
        let after = self.parts.partition_point(|(start, _)| *start <= byte);
        match self.parts.get(after.saturating_sub(1)) {
            Some((start, source)) => {
                (source.start + byte.saturating_sub(*start)).min(source.end.saturating_sub(1))
            }
            None => 0,
        }
    }
}

#[derive(Debug, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// In the raw piece.
    pub(super) range: Range<usize>,
}

#[derive(Debug, PartialEq)]
pub(super) enum Kind {
    /// Decoded text.
    Text(String),
    Start(Tag),
    /// `</name>`.
    End(String),
    Comment,
    /// A comment that nothing ends.
    OpenComment,
    /// `<!doctype …>`, `<?php …>` and the like.
    Declaration,
    /// A tag that is not one: never closed, or with too many attributes.
    Broken,
}

#[derive(Debug, PartialEq)]
pub(super) struct Tag {
    /// In lower case.
    pub(super) name: String,
    pub(super) attributes: Vec<Attribute>,
}

#[derive(Debug, PartialEq)]
pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) value: String,
    /// Of name and value, in the raw piece.
    pub(super) range: Range<usize>,
}

impl Tag {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.name == name).map(|found| found.value.as_str())
    }
}

/// Reads one piece.
pub(super) fn scan(html: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut text_from = 0;
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let Some((kind, end)) = markup(html, start) else {
            at = start + 1;
            continue;
        };
        text(html, text_from..start, &mut tokens);
        let end = match &kind {
            Kind::Start(tag) if OPAQUE.contains(&tag.name.as_str()) => after_content(html, end, &tag.name),
            _ => end,
        };
        tokens.push(Token { kind, range: start..end });
        at = end;
        text_from = end;
    }
    text(html, text_from..html.len(), &mut tokens);
    tokens
}

fn text(html: &str, range: Range<usize>, tokens: &mut Vec<Token>) {
    if range.is_empty() {
        return;
    }
    let written = &html[range.clone()];
    let decoded = if written.contains('&') { decode(written) } else { written.to_owned() };
    tokens.push(Token { kind: Kind::Text(decoded), range });
}

/// What begins at the `<` at `start`, and where it ends; nothing when the `<` is text.
fn markup(html: &str, start: usize) -> Option<(Kind, usize)> {
    let rest = &html[start + 1..];
    let to_bracket = || rest.find('>').map_or(html.len(), |found| start + found + 2);
    if let Some(comment) = rest.strip_prefix("!--") {
        return Some(match comment_length(comment) {
            Some(length) => (Kind::Comment, start + 4 + length),
            None => (Kind::OpenComment, html.len()),
        });
    }
    let mut characters = rest.chars();
    match (characters.next()?, characters.next()) {
        ('!' | '?', _) => Some((Kind::Declaration, to_bracket())),
        ('/', Some(second)) if second.is_ascii_alphabetic() => Some(match tag_bounds(html, start + 2) {
            Some((name, end, _)) => (Kind::End(name.to_ascii_lowercase()), end),
            None => (Kind::Broken, html.len()),
        }),
        ('/', Some(_)) => Some((Kind::Declaration, to_bracket())),
        (first, _) if first.is_ascii_alphabetic() => Some(start_tag(html, start)),
        _ => None,
    }
}

/// Length of a comment after its `<!--`, with what ends it.
fn comment_length(comment: &str) -> Option<usize> {
    if comment.starts_with('>') {
        return Some(1);
    }
    if comment.starts_with("->") {
        return Some(2);
    }
    let mut at = 0;
    loop {
        at += comment[at..].find("--")?;
        let rest = &comment[at + 2..];
        if rest.starts_with('>') {
            return Some(at + 3);
        }
        if rest.starts_with("!>") {
            return Some(at + 4);
        }
        at += 1;
    }
}

fn start_tag(html: &str, start: usize) -> (Kind, usize) {
    let Some((name, end, ranges)) = tag_bounds(html, start + 1) else { return (Kind::Broken, html.len()) };
    if ranges.is_empty() {
        return (Kind::Start(Tag { name: name.to_ascii_lowercase(), attributes: Vec::new() }), end);
    }
    if ranges.len() > ATTRIBUTES {
        return (Kind::Broken, end);
    }
    let Some(parsed) = parse_tag(&html[start..end]) else { return (Kind::Broken, end) };
    let mut attributes = Vec::with_capacity(parsed.attrs.len());
    for attribute in &parsed.attrs {
        let name = attribute.name.local.to_string();
        let range = ranges
            .iter()
            .find(|(written, _)| html[written.clone()].eq_ignore_ascii_case(&name))
            .map_or(start..end, |(_, range)| range.clone());
        attributes.push(Attribute { name, value: attribute.value.to_string(), range });
    }
    (Kind::Start(Tag { name: parsed.name.to_string(), attributes }), end)
}

/// The name of an attribute, and name and value together.
type AttributeRange = (Range<usize>, Range<usize>);

/// Name, end and attributes of the tag whose name begins at `name_start`; nothing when it has no end.
fn tag_bounds(html: &str, name_start: usize) -> Option<(&str, usize, Vec<AttributeRange>)> {
    let bytes = html.as_bytes();
    let is_space = |byte: u8| byte.is_ascii_whitespace();
    let mut at = name_start;
    while at < bytes.len() && !is_space(bytes[at]) && !matches!(bytes[at], b'/' | b'>') {
        at += 1;
    }
    let name = &html[name_start..at];
    let mut attributes = Vec::new();
    loop {
        while at < bytes.len() && (is_space(bytes[at]) || bytes[at] == b'/') {
            at += 1;
        }
        if *bytes.get(at)? == b'>' {
            return Some((name, at + 1, attributes));
        }
        let start = at;
        // A `=` at the very start of a name belongs to the name.
        at += 1;
        while at < bytes.len() && !is_space(bytes[at]) && !matches!(bytes[at], b'/' | b'>' | b'=') {
            at += 1;
        }
        let name = start..at;
        let mut value = at;
        while value < bytes.len() && is_space(bytes[value]) {
            value += 1;
        }
        if bytes.get(value) == Some(&b'=') {
            at = value_end(bytes, value + 1)?;
        }
        attributes.push((name, start..at));
    }
}

fn value_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    while bytes.get(at)?.is_ascii_whitespace() {
        at += 1;
    }
    match bytes[at] {
        quote @ (b'"' | b'\'') => {
            let length = bytes[at + 1..].iter().position(|&byte| byte == quote)?;
            Some(at + length + 2)
        }
        _ => {
            let length = bytes[at..].iter().position(|&byte| byte.is_ascii_whitespace() || byte == b'>')?;
            Some(at + length)
        }
    }
}

/// Where the content of an opaque element and its end tag end.
fn after_content(html: &str, from: usize, name: &str) -> usize {
    let bytes = html.as_bytes();
    let mut at = from;
    while let Some(found) = html[at..].find("</") {
        let name_start = at + found + 2;
        let name_end = name_start + name.len();
        let same = bytes.get(name_start..name_end).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
        let ends =
            bytes.get(name_end).is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
        if same && ends {
            return tag_bounds(html, name_start).map_or(html.len(), |(_, end, _)| end);
        }
        at = name_start;
    }
    html.len()
}

fn parse_tag(written: &str) -> Option<ParsedTag> {
    let mut tokens = tokenize(written).into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(Parsed::TagToken(tag)), None) if tag.kind == TagKind::StartTag => Some(tag),
        _ => None,
    }
}

fn decode(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    for token in tokenize(written) {
        match token {
            Parsed::CharacterTokens(characters) => text.push_str(&characters),
            Parsed::NullCharacterToken => text.push('\0'),
            _ => {}
        }
    }
    text
}

/// html5ever's tokens, without its complaints.
fn tokenize(written: &str) -> Vec<Parsed> {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(written));
    let tokenizer = Tokenizer::new(Tokens::default(), Default::default());
    while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.0.take()
}

#[derive(Default)]
struct Tokens(RefCell<Vec<Parsed>>);

impl TokenSink for Tokens {
    type Handle = ();

    fn process_token(&self, token: Parsed, _line: u64) -> TokenSinkResult<()> {
        if !matches!(token, Parsed::ParseError(_) | Parsed::EOFToken) {
            self.0.borrow_mut().push(token);
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens in short: `text`, `<name attribute=value>`, `</name>`, `#` for what is no tag.
    fn check(html: &str, expected: &str) {
        let short: Vec<String> = scan(html).into_iter().map(|token| shorten(token.kind)).collect();
        assert_eq!(short.join("|"), expected, "{html}");
    }

    fn shorten(kind: Kind) -> String {
        match kind {
            Kind::Text(text) => text,
            Kind::Start(tag) => {
                let attributes: String =
                    tag.attributes.iter().map(|a| format!(" {}={}", a.name, a.value)).collect();
                format!("<{}{attributes}>", tag.name)
            }
            Kind::End(name) => format!("</{name}>"),
            Kind::Comment => "#comment".to_owned(),
            Kind::OpenComment => "#open".to_owned(),
            Kind::Declaration => "#declaration".to_owned(),
            Kind::Broken => "#broken".to_owned(),
        }
    }

    #[test]
    fn reads_tags_as_browsers_do() {
        check("a < b <3 &amp; &lt;i>", "a < b <3 & <i>");
        check("<P Class=a TITLE='b > c'>x</P >", "<p class=a title=b > c>|x|</p>");
        check("<a/href=x title = \"&#106;ava\">", "<a href=x title=java>");
        check("<img src=a.png/>", "<img src=a.png/>");
        check("<a =x b>", "<a =x= b=>");
        check("<div", "#broken");
        check("x<div title=\"a>b", "x|#broken");
        check("</div", "#broken");
        check("</", "</");
        check("<i a a=1>", "<i a=>");
    }

    #[test]
    fn comments_end_where_browsers_end_them() {
        check("<!-- a -->b", "#comment|b");
        check("<!-->b", "#comment|b");
        check("<!--->b", "#comment|b");
        check("<!-- a --!>b", "#comment|b");
        check("<!-- a ->b", "#open");
        check("<!doctype html><?php a ?></ x>b", "#declaration|#declaration|#declaration|b");
        check("<![CDATA[<i>]]>", "#declaration|]]>");
    }

    #[test]
    fn content_of_scripts_goes_with_them() {
        check("<script>a<b>c</scripts></SCRIPT x>d", "<script>|d");
        check("<style><!-- </style><i>--></style>", "<style>|<i>|-->|</style>");
        check("<svg><style><a></svg>b", "<svg>|b");
        check("<script>a", "<script>");
        check("<scr<script>ipt>alert(1)</script>", "<scr<script>|ipt>alert(1)|</script>");
    }

    #[test]
    fn places_lead_to_the_body() {
        let mut raw = Raw::new();
        raw.push("<p\n", 10..13);
        raw.push("class>", 20..26);
        let Kind::Start(tag) = &scan(&raw.html)[0].kind else { panic!("a tag") };
        assert_eq!(raw.range(&tag.attributes[0].range), 20..25);
        assert_eq!(raw.range(&(0..9)), 10..26);
    }
}
