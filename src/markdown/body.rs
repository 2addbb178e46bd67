//! A body: its text, and what is known of it without rendering.

use std::{
    collections::BTreeSet,
    ops::Range,
    sync::{Arc, OnceLock},
};

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    events, read,
    scan::{Kind, scan},
};
use crate::{
    diagnostic::Diagnostic,
    source::{Excerpt, FileId, Offsets, Span},
};

/// Text taken out of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Located {
    pub file: FileId,
    pub text: Excerpt,
    /// How places in the text lead back to the file.
    pub offsets: Offsets,
}

impl Located {
    /// The place in the file of some bytes of the text, without the blank space around them.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let written = self.text.get(range.clone()).unwrap_or("");
        let start = range.start + (written.len() - written.trim_start().len());
        let end = (range.start + written.trim_end().len()).max(start);
        Span::new(self.file, self.offsets.range(start as u32..end as u32))
    }
}

/// A Markdown text and its facts, which are read when somebody first asks: a preview begins before all texts are read.
#[derive(Clone, Debug)]
pub struct Body {
    located: Located,
    /// Copies of a body share what was read.
    facts: Arc<OnceLock<Facts>>,
}

/// What a text says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    pub headings: Vec<Heading>,
    pub links: Vec<Link>,
    pub has_raw_html: bool,
    pub n_words: usize,
    /// Ids of headings and of raw HTML.
    pub anchors: BTreeSet<String>,
    /// Everything there is to say about it.
    pub diagnostics: Vec<Diagnostic>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// From 2: the title of the page is the only heading of level 1.
    pub level: u8,
    /// Unique in the body.
    pub id: String,
    pub text: String,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub kind: LinkKind,
    /// As written, entities decoded: an address, a path to a file, `#id`.
    pub target: String,
    /// Text of the link, alternative text of the image.
    pub text: String,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    Link,
    Image,
}

/// A line of the table of contents, with the lines below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Contents<'a> {
    pub heading: &'a Heading,
    pub below: Vec<Contents<'a>>,
}

impl Body {
    /// A text, not read yet.
    pub fn new(located: Located) -> Self {
        Self { located, facts: Arc::default() }
    }

    /// Whether it is the same text at the same place.
    pub fn is_same(&self, other: &Self) -> bool {
        self.located == other.located
    }

    /// The text is known from before, and need not be read.
    pub fn recall(&self, facts: Facts) {
        // Who read it meanwhile knows the same.
        let _ = self.facts.set(facts);
    }

    pub fn facts(&self) -> &Facts {
        self.facts.get_or_init(|| read(&self.located))
    }

    pub(super) fn located(&self) -> &Located {
        &self.located
    }

    /// How places in the text lead back to the file.
    pub fn offsets(&self) -> &Offsets {
        &self.located.offsets
    }

    /// In order.
    pub fn headings(&self) -> &[Heading] {
        &self.facts().headings
    }

    /// Links and images that lead somewhere, in order; those that may not be followed (`javascript:`) are left out.
    pub fn links(&self) -> &[Link] {
        &self.facts().links
    }

    pub fn has_raw_html(&self) -> bool {
        self.facts().has_raw_html
    }

    pub fn n_words(&self) -> usize {
        self.facts().n_words
    }

    /// Everything there is to say about the text.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.facts().diagnostics
    }

    pub fn text(&self) -> &str {
        &self.located.text
    }

    pub fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// Whether `#id` leads to a place in this body.
    pub fn has_anchor(&self, id: &str) -> bool {
        self.facts().anchors.contains(id)
    }

    /// The headings down to a level, each with those below it.
    pub fn contents(&self, deepest: u8) -> Vec<Contents<'_>> {
        let headings: Vec<&Heading> = self
            .headings()
            .iter()
            .filter(|heading| heading.level <= deepest && !heading.text.is_empty())
            .collect();
        nest(&headings)
    }

    /// What a reader reads, one block a line: for search and feeds.
    pub fn plain_text(&self) -> String {
        plain_text(self.text(), |_| true)
    }

    /// The beginning of the running text (no headings, tables, code, notes), cut at a word, with `…` when it goes on.
    pub fn excerpt(&self, max_characters: usize) -> String {
        let is_running = |tag: &Tag<'_>| {
            !matches!(
                tag,
                Tag::Heading { .. } | Tag::Table(_) | Tag::CodeBlock(_) | Tag::FootnoteDefinition(_)
            )
        };
        let text = plain_text(self.text(), is_running);
        cut(text.split_whitespace(), max_characters)
    }
}

/// The same text at the same place, that says the same.
impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other) && self.facts() == other.facts()
    }
}

/// Goes as deep as there are levels of headings.
fn nest<'a>(headings: &[&'a Heading]) -> Vec<Contents<'a>> {
    let mut contents = Vec::new();
    let mut rest = headings;
    while let Some((first, after)) = rest.split_first() {
        let n_below = after.iter().take_while(|heading| heading.level > first.level).count();
        contents.push(Contents { heading: first, below: nest(&after[..n_below]) });
        rest = &after[n_below..];
    }
    contents
}

fn plain_text(text: &str, wanted: impl Fn(&Tag<'_>) -> bool) -> String {
    let mut plain = String::new();
    // Block elements that are open since one was not wanted.
    let mut skipping = 0_usize;
    for (event, _) in events(text) {
        match event {
            Event::Start(tag) if skipping > 0 || !wanted(&tag) => skipping += 1,
            Event::End(_) if skipping > 0 => skipping -= 1,
            _ if skipping > 0 => {}
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::Html(html) | Event::InlineHtml(html) => {
                for token in scan(&html) {
                    if let Kind::Text(text) = token.kind {
                        plain.push_str(&text);
                    }
                }
            }
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            Event::End(end) if !is_inline(end) && !plain.ends_with('\n') && !plain.is_empty() => {
                plain.push('\n');
            }
            _ => {}
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

fn is_inline(end: TagEnd) -> bool {
    matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

fn cut<'a>(words: impl Iterator<Item = &'a str>, max_characters: usize) -> String {
    let mut excerpt = String::new();
    let mut n_characters = 0;
    for word in words {
        let length = word.chars().count() + usize::from(!excerpt.is_empty());
        if n_characters + length > max_characters {
            excerpt.truncate(excerpt.trim_end_matches([',', ';', ':', '.', '–', '-']).len());
            excerpt.push('…');
            break;
        }
        if !excerpt.is_empty() {
            excerpt.push(' ');
        }
        excerpt.push_str(word);
        n_characters += length;
    }
    excerpt
}
