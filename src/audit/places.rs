//! Where in a page each element was written. html5ever tells lines only, and a finding about any HTML wants the column too.
//!
//! A tag, a comment and a doctype end with `>`. So the page is fed in parts that end there: a token that comes out of the
//! tokenizer ends where the part does, and a start tag begins at the first `<` with a letter since the token before it.
//! The build does without: its pages carry marks that lead back to the sources.

use std::{cell::Cell, ops::Range};

use html5ever::tokenizer::{StartTag, TagToken, Token};

/// How far a page has been read.
pub(super) struct Places<'a> {
    html: &'a str,
    /// The end of what the tokenizer was fed.
    fed: Cell<usize>,
    /// The end of the last token that was not text.
    last: Cell<usize>,
}

impl<'a> Places<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self { html, fed: Cell::new(0), last: Cell::new(0) }
    }

    /// The next part to feed: up to the next `>`.
    pub(super) fn next_part(&self) -> Option<Range<usize>> {
        let start = self.fed.get();
        let rest = &self.html[start..];
        if rest.is_empty() {
            return None;
        }
        let end = rest.find('>').map_or(self.html.len(), |at| start + at + 1);
        self.fed.set(end);
        Some(start..end)
    }

    /// Where the start tag that has just come was written.
    pub(super) fn of(&self, token: &Token) -> Option<Range<usize>> {
        let is_start = match token {
            TagToken(tag) => tag.kind == StartTag,
            Token::CharacterTokens(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {
                return None;
            }
            // Comments, doctypes, processing instructions.
            _ => false,
        };
        let (from, end) = (self.last.get(), self.fed.get());
        self.last.set(end);
        is_start.then(|| from + start_of_tag(&self.html[from..end])..end)
    }
}

/// The first `<` with a letter behind it, outside of the raw text that drawings may hold.
fn start_of_tag(text: &str) -> usize {
    const RAW: &str = "<![CDATA[";
    let mut at = 0;
    while let Some(found) = text[at..].find('<') {
        at += found;
        let rest = &text[at..];
        if rest.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic) {
            return at;
        }
        at += match rest.strip_prefix(RAW).and_then(|raw| raw.find("]]>")) {
            Some(length) => RAW.len() + length,
            None => 1,
        };
    }
    0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::audit::Document;

    /// The start tags that elements were written with, in document order.
    fn tags(html: &str) -> Vec<&str> {
        let document = Document::parse_with_places(html);
        document.elements().filter_map(|node| document.place(node)).map(|place| &html[place]).collect()
    }

    #[test]
    fn every_element_that_was_written_is_found() {
        let check = |html, expected: &[&str]| assert_eq!(tags(html), expected, "{html}");
        check(
            "<!doctype html><html lang=it><p>è <b\n class='a>b'>x</b>",
            &["<html lang=it>", "<html lang=it>", "<html lang=it>", "<p>", "<b\n class='a>b'>"],
        );
        check("<!-- <p> --><script>if (a <b) '<i>'</script><I>1 < 2 <B>x", &["<script>", "<I>", "<B>"]);
        check(
            "<svg><![CDATA[<a <b> ]]><foreignobject><p title='<p>'>",
            &["<svg>", "<foreignobject>", "<p title='<p>'>"],
        );
        check("<p><b>1<p><b id=x>2", &["<p>", "<b>", "<p>", "<p>", "<b id=x>"]);
        check(
            "<title>a <b c</title><image src=x><textarea><p></textarea><td>",
            &["<title>", "<image src=x>", "<textarea>"],
        );
        check("\u{feff}<p>è", &["<p>"]);
        check("<table><td>x</table></p>", &["<table>", "<table>", "<table>", "<td>"]);
    }

    #[test]
    fn the_tree_is_the_same() {
        let html = "<!doctype html><p title='a>b'>&notit; &amp\n<b>x</p><table><a>y<tr><svg><![CDATA[a>b]]></svg><!--> -->";
        let shown = |document: &Document| -> Vec<String> {
            let nodes = document.elements();
            nodes.map(|node| document.start_tag_excerpt(node) + &document.text_content(node)).collect()
        };
        assert_eq!(shown(&Document::parse(html)), shown(&Document::parse_with_places(html)));
    }

    proptest! {
        #[test]
        fn any_page_has_places(html in "([<>/!a-c'\"= -]|<a|<p|<!--|-->|<svg>|<!\\[CDATA\\[|\\]\\]>|è|\r\n){0,60}") {
            let document = Document::parse_with_places(&html);
            for node in document.elements() {
                if let Some(place) = document.place(node) {
                    prop_assert!(html[place].starts_with('<'));
                }
            }
            prop_assert_eq!(document.len(), Document::parse(&html).len());
        }
    }
}
