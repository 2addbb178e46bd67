//! One walk over a text that collects what a body says: headings, links, images, words;
//! and judges what can be judged from them.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::{
    Events, Facts, Heading, Link, LinkKind, Located, footnotes,
    headings::{self, BOLD_HEADING, Ids},
    links::{self, LINK_SCHEME},
    raw::raw_at,
    scan::{self, Kind, Raw},
    unread,
};
/// The facts of a text whose events these are.
pub(super) fn collect(located: &Located, events: &Events<'_>) -> Facts {
    let mut walk = Walk {
        located,
        facts: Facts::default(),
        ids: explicit_ids(events),
        inline: String::new(),
        heading: None,
        link: None,
        raw_link: None,
        image: None,
        images_open: 0,
        depth: 0,
    };
    let mut at = 0;
    while at < events.len() {
        at = walk.step(events, at);
    }
    walk.finish_raw_link(None);
    walk.flush();
    // A link of raw HTML is known when it ends.
    walk.facts.links.sort_by_key(|link| link.span.start);
    footnotes::judge(located, events, &mut walk.facts.diagnostics);
    unread::judge(located, events, &mut walk.facts.diagnostics);
    walk.facts
}

struct Walk<'a> {
    located: &'a Located,
    facts: Facts,
    ids: Ids,
    /// Text since the beginning of the block, or of what is open.
    inline: String,
    heading: Option<OpenHeading>,
    link: Option<OpenLink>,
    /// A link that raw HTML began. It may never end, so links of Markdown are followed beside it.
    raw_link: Option<OpenLink>,
    /// The outermost image: others inside are only alternative text.
    image: Option<OpenLink>,
    images_open: usize,
    /// Block elements that are open.
    depth: usize,
}

struct OpenHeading {
    written_level: u8,
    id: Option<String>,
    text_from: usize,
    range: Range<usize>,
}

struct OpenLink {
    target: String,
    text_from: usize,
    range: Range<usize>,
}

/// Explicit ids of headings are never renamed because another heading's text happens to give the same.
fn explicit_ids(events: &Events<'_>) -> Ids {
    Ids::keeping(events.iter().filter_map(|(event, _)| match event {
        Event::Start(Tag::Heading { id: Some(id), .. }) => Some(id.to_string()),
        _ => None,
    }))
}

impl Walk<'_> {
    /// Takes in the event at `at`, and says where to go on.
    fn step(&mut self, events: &Events<'_>, at: usize) -> usize {
        if let Some((raw, next)) = raw_at(events, at) {
            self.raw(&raw);
            return next;
        }
        let (event, _) = &events[at];
        match event {
            Event::Start(tag) => self.start(tag, events, at),
            Event::End(end) => self.end(*end),
            Event::Text(text) | Event::Code(text) => self.inline.push_str(text),
            Event::SoftBreak | Event::HardBreak => self.inline.push(' '),
            _ => {}
        }
        at + 1
    }

    fn start(&mut self, tag: &Tag<'_>, events: &Events<'_>, at: usize) {
        let range = events[at].1.clone();
        let text_from = self.inline.len();
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => return,
            Tag::Link { link_type, dest_url, .. } => {
                if self.link.is_none() {
                    let target = match link_type {
                        LinkType::Email => format!("mailto:{dest_url}"),
                        _ => dest_url.to_string(),
                    };
                    self.link = Some(OpenLink { target, text_from, range });
                }
                return;
            }
            Tag::Image { dest_url, .. } => {
                self.images_open += 1;
                if self.image.is_none() {
                    self.image = Some(OpenLink { target: dest_url.to_string(), text_from, range });
                }
                return;
            }
            Tag::Heading { level, id, .. } => {
                self.flush();
                self.heading = Some(OpenHeading {
                    written_level: *level as u8,
                    id: id.as_ref().map(ToString::to_string),
                    text_from: self.inline.len(),
                    range,
                });
            }
            Tag::Paragraph if self.depth == 0 => self.bold_heading(events, at),
            _ => {}
        }
        self.depth += 1;
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => return,
            TagEnd::Link => {
                if let Some(open) = self.link.take() {
                    self.link_found(open);
                }
                return;
            }
            TagEnd::Image => {
                self.images_open = self.images_open.saturating_sub(1);
                if self.images_open == 0 {
                    self.finish_image();
                }
                return;
            }
            TagEnd::Heading(_) => self.finish_heading(),
            _ => {}
        }
        self.depth = self.depth.saturating_sub(1);
        self.inline.push(' ');
        self.flush();
    }

    /// Forgets the text of finished blocks, unless something open still needs it.
    fn flush(&mut self) {
        if self.heading.is_none() && self.link.is_none() && self.raw_link.is_none() && self.image.is_none() {
            self.facts.n_words += words_in(&self.inline);
            self.inline.clear();
        }
    }

    fn text_from(&self, start: usize) -> String {
        let words: Vec<&str> = self.inline.get(start..).unwrap_or("").split_whitespace().collect();
        words.join(" ")
    }

    fn finish_heading(&mut self) {
        let Some(open) = self.heading.take() else { return };
        let text = self.text_from(open.text_from);
        let id = self.ids.give(open.id.as_deref(), &text);
        let span = self.located.span(&open.range);
        let heading = Heading { level: open.written_level.max(2), id, text, span };
        let wanted = open.id.as_deref().filter(|wanted| !wanted.is_empty());
        if let Some(wanted) = wanted.filter(|wanted| heading.id != *wanted && heading.id.starts_with(*wanted))
        {
            let told = headings::HEADING_ID.at(span).with("id", wanted).with("given", &heading.id);
            self.facts.diagnostics.push(told);
        }
        headings::judge(
            open.written_level,
            &heading,
            self.facts.headings.last(),
            &mut self.facts.diagnostics,
        );
        self.facts.anchors.insert(heading.id.clone());
        self.facts.headings.push(heading);
    }

    /// Ends a link of raw HTML at `end`, or at its start tag when nothing ends it.
    fn finish_raw_link(&mut self, end: Option<usize>) {
        if let Some(mut open) = self.raw_link.take() {
            open.range.end = end.unwrap_or(open.range.end).max(open.range.start);
            self.link_found(open);
        }
    }

    fn link_found(&mut self, open: OpenLink) {
        let text = self.text_from(open.text_from);
        let span = self.located.span(&open.range);
        if let Some((words, scheme)) = links::refusal(&open.target, false) {
            self.facts
                .diagnostics
                .push(LINK_SCHEME.variant(words, span).with("target", &open.target).with("scheme", scheme));
            return;
        }
        links::judge_text(&text, &open.target, span, &mut self.facts.diagnostics);
        self.keep(Link { kind: LinkKind::Link, target: open.target, text, span });
    }

    fn finish_image(&mut self) {
        let Some(open) = self.image.take() else { return };
        let text = self.text_from(open.text_from);
        self.image_found(open.target, text, open.range, false);
    }

    fn image_found(&mut self, target: String, text: String, range: Range<usize>, is_decorative: bool) {
        let span = self.located.span(&range);
        if let Some((words, scheme)) = links::refusal(&target, true) {
            self.facts
                .diagnostics
                .push(LINK_SCHEME.variant(words, span).with("target", &target).with("scheme", scheme));
            return;
        }
        if !is_decorative {
            links::judge_alt(&text, &target, span, &mut self.facts.diagnostics);
        }
        self.keep(Link { kind: LinkKind::Image, target, text, span });
    }

    /// Without a target there is nothing to resolve; it has been told.
    fn keep(&mut self, link: Link) {
        if !link.target.trim().is_empty() {
            self.facts.links.push(link);
        }
    }

    fn raw(&mut self, raw: &Raw) {
        self.facts.has_raw_html = true;
        for token in scan::scan(&raw.html) {
            match token.kind {
                Kind::Text(text) => self.inline.push_str(&text),
                Kind::Start(tag) => self.raw_tag(&tag, raw.range(&token.range)),
                Kind::End(name) if name == "a" => self.finish_raw_link(Some(raw.range(&token.range).end)),
                _ => {}
            }
        }
    }

    fn raw_tag(&mut self, tag: &scan::Tag, range: Range<usize>) {
        if let Some(id) = tag.get("id") {
            self.facts.anchors.insert(id.to_owned());
        }
        if tag.name == "a" {
            self.finish_raw_link(None);
            let text_from = self.inline.len();
            self.raw_link = tag.get("href").map(|target| OpenLink {
                target: target.to_owned(),
                text_from,
                range: range.clone(),
            });
        }
        if tag.name == "img" {
            let alt = tag.get("alt").unwrap_or("").trim().to_owned();
            self.inline.push_str(&alt);
            let is_decorative = tag.get("alt") == Some("");
            self.image_found(tag.get("src").unwrap_or("").to_owned(), alt, range, is_decorative);
        }
    }

    /// A paragraph that is nothing but short bold text, with something after it.
    fn bold_heading(&mut self, events: &Events<'_>, start: usize) {
        let inside = |at: usize| events.get(at).map(|(event, _)| event);
        if !matches!(inside(start + 1), Some(Event::Start(Tag::Strong))) {
            return;
        }
        let mut text = String::new();
        let mut at = start + 2;
        while let Some(event) = inside(at) {
            match event {
                Event::Text(part) | Event::Code(part) => text.push_str(part),
                Event::End(TagEnd::Strong) => break,
                Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) => {}
                _ => return,
            }
            at += 1;
        }
        let ends = matches!(inside(at + 1), Some(Event::End(TagEnd::Paragraph)));
        let goes_on = matches!(
            inside(at + 2),
            Some(Event::Start(
                Tag::Paragraph | Tag::List(_) | Tag::Table(_) | Tag::DefinitionList | Tag::BlockQuote(_)
            ))
        );
        if ends && goes_on && headings::looks_like_heading(text.trim()) {
            let span = self.located.span(&events[start].1);
            self.facts.diagnostics.push(BOLD_HEADING.at(span).with("text", text.trim()));
        }
    }
}

/// What a byte is to a word.
#[derive(Clone, Copy)]
enum Class {
    Space,
    Letter,
    /// Nothing of its own, or inside a character that its first byte has told.
    Sign,
    /// The first byte of a character beyond ASCII.
    First,
}

/// Every byte of every text is looked up here.
const CLASSES: [Class; 256] = {
    let mut classes = [Class::Sign; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b' ' | b'\t'..=b'\r' => Class::Space,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
            0xc0.. => Class::First,
            _ => Class::Sign,
        };
        byte += 1;
    }
    classes
};

/// How many words with a letter or digit there are between white space.
fn words_in(text: &str) -> usize {
    let mut n_words = 0;
    let mut is_counted = false;
    for (at, byte) in text.bytes().enumerate() {
        let class = match CLASSES[usize::from(byte)] {
            Class::First => text[at..].chars().next().map_or(Class::Sign, class_of),
            class => class,
        };
        match class {
            Class::Space => is_counted = false,
            Class::Letter => {
                n_words += usize::from(!is_counted);
                is_counted = true;
            }
            Class::Sign | Class::First => {}
        }
    }
    n_words
}

fn class_of(character: char) -> Class {
    match character {
        _ if character.is_whitespace() => Class::Space,
        _ if character.is_alphanumeric() => Class::Letter,
        _ => Class::Sign,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::words_in;

    proptest! {
        #[test]
        fn words_are_what_stands_between_white_space(text in "[a0 \t\u{b}\u{85}\u{a0}\u{2028}\u{3000}\u{1680}\u{2019}«»è.%-]{0,30}") {
            let expected = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            prop_assert_eq!(words_in(&text), expected);
        }
    }
}
