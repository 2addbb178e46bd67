//! Raw HTML in a body: what the allow-list permits is written anew and balanced, everything else is told.

use std::ops::Range;

use pulldown_cmark::{Event, Tag as MarkdownTag, TagEnd};

use super::{
    Events,
    allow::{self, Content, Element, Refused},
    escape::{address_attribute, attribute},
    html::{Frame, LIMIT, Writer},
    links::refusal,
    scan::{self, Kind, Raw, Tag, opaque_name, scan},
};
use crate::{
    diagnostic::{Diagnostic, Severity},
    rule::Meta,
};

pub static RAW_HTML: Meta = Meta::new("raw-html", Severity::Warning);

/// Elements that are kept in mind to find their end tags; past this nobody is served by exact words.
const MOST_OPEN: usize = 256;

/// What the stack knows of an element that raw HTML opened.
pub(super) struct RawPart {
    /// Of the start tag, in the body's text.
    range: Range<usize>,
    /// Its end tag may be left out.
    ends_by_itself: bool,
}

/// The raw HTML that begins with the event at `at`, and the index after it.
pub(super) fn raw_at(events: &Events<'_>, at: usize) -> Option<(Raw, usize)> {
    let mut raw = Raw::new();
    let (event, range) = events.get(at)?;
    match event {
        Event::InlineHtml(html) => {
            raw.push(html, range.clone());
            let end = opaque_name(html).and_then(|name| end_of_opaque(events, at + 1, name));
            if let Some((closing, html, range)) = end {
                // What stands between the tags is no text for readers: it goes with them.
                raw.push(html, range);
                return Some((raw, closing + 1));
            }
            Some((raw, at + 1))
        }
        Event::Html(html) => {
            raw.push(html, range.clone());
            Some((raw, at + 1))
        }
        Event::Start(MarkdownTag::HtmlBlock) => {
            for (offset, (event, range)) in events[at + 1..].iter().enumerate() {
                match event {
                    Event::Html(html) | Event::Text(html) => raw.push(html, range.clone()),
                    Event::End(TagEnd::HtmlBlock) => return Some((raw, at + offset + 2)),
                    _ => {}
                }
            }
            Some((raw, events.len()))
        }
        _ => None,
    }
}

/// The inline end tag of `name`, before the block ends: its index, text and place.
fn end_of_opaque<'a>(
    events: &'a Events<'_>,
    from: usize,
    name: &str,
) -> Option<(usize, &'a str, Range<usize>)> {
    let mut depth = 0_usize;
    for (offset, (event, range)) in events.get(from..)?.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return None,
            Event::End(_) => depth -= 1,
            Event::InlineHtml(html) if depth == 0 && is_end_tag(html, name) => {
                return Some((from + offset, html, range.clone()));
            }
            _ => {}
        }
    }
    None
}

fn is_end_tag(html: &str, name: &str) -> bool {
    html.strip_prefix("</")
        .and_then(|rest| rest.get(..name.len()))
        .is_some_and(|found| found.eq_ignore_ascii_case(name))
}

impl Writer<'_> {
    pub(super) fn raw(&mut self, raw: &Raw) {
        for token in scan(&raw.html) {
            let range = raw.range(&token.range);
            match token.kind {
                Kind::Text(text) => self.text(&text, &range),
                Kind::Start(tag) => self.start_tag(&tag, raw, range),
                Kind::End(name) => self.end_tag(&name, &range),
                Kind::Comment => {}
                Kind::OpenComment => self.tell("raw-html--comment", &range, |told| told),
                Kind::Declaration => self.tell("raw-html--declaration", &range, |told| told),
                Kind::Broken => self.tell("raw-html--broken", &range, |told| told),
            }
        }
    }

    fn start_tag(&mut self, tag: &Tag, raw: &Raw, range: Range<usize>) {
        let Some(element) = allow::element(&tag.name) else {
            self.tell(words_for(&tag.name), &range, |told| told.with("element", &tag.name));
            return;
        };
        let keeps_place = self.end_implied(element);
        if !keeps_place || (element.name == "a" && self.links_open > 0) {
            let parent = self.stack.last().map_or("", |frame| frame.place);
            let words = if parent == "p" || element.name == "a" || parent.is_empty() {
                "raw-html--misplaced"
            } else {
                "raw-html--misplaced-in"
            };
            self.tell(words, &range, |told| told.with("element", element.name).with("parent", parent));
            self.push_raw(element, false, String::new(), range);
            return;
        }
        if self.depth >= LIMIT {
            self.tell_depth(&range);
            self.push_raw(element, false, String::new(), range);
            return;
        }
        let attributes = self.attributes(element, tag, raw);
        match element.name {
            "img" => self.raw_image(tag, &attributes, &range),
            "a" => self.raw_link(element, tag, &attributes, range),
            "table" => self.raw_table(element, &attributes, range),
            name => {
                let mark = self.mark(&range);
                self.out.push_str(&format!("<{name}{}{mark}>", attributes.written()));
                self.push_raw(element, true, format!("</{name}>"), range);
            }
        }
    }

    fn raw_image(&mut self, tag: &Tag, attributes: &Attributes, range: &Range<usize>) {
        let target = tag.get("src").unwrap_or("");
        let alt = tag.get("alt").unwrap_or("");
        let picture = match target.trim().is_empty() || refusal(target, true).is_some() {
            true => None,
            false => self.resolver.image(target),
        };
        match picture {
            Some(picture) => {
                let class = with_class("img-fluid", &attributes.class);
                self.image(&picture, alt, &class, &attributes.others, range);
            }
            None => self.text(alt, range),
        }
    }

    fn raw_link(
        &mut self,
        element: &'static Element,
        tag: &Tag,
        attributes: &Attributes,
        range: Range<usize>,
    ) {
        match tag.get("href").and_then(|href| self.target(href)) {
            Some(target) => {
                let end = self.link(&target, &attributes.written(), &range);
                self.push_raw(element, true, end, range);
                self.mark_link();
            }
            None => self.push_raw(element, false, String::new(), range),
        }
    }

    /// As a table in Markdown: it looks like one, and the keyboard can scroll it.
    fn raw_table(&mut self, element: &'static Element, attributes: &Attributes, range: Range<usize>) {
        let mut tag = "<section class=\"table-responsive\" tabindex=\"0\"".to_owned();
        attribute("aria-label", &self.words.table, &mut tag);
        tag.push_str(&self.mark(&range));
        tag.push_str(">\n<table");
        attribute("class", &with_class("table", &attributes.class), &mut tag);
        self.out.push_str(&format!("{tag}{}>", attributes.others));
        self.push_raw(element, true, "</table>\n</section>".to_owned(), range);
    }

    /// The attributes an element keeps, without those that are written by other means.
    fn attributes(&mut self, element: &Element, tag: &Tag, raw: &Raw) -> Attributes {
        let mut kept = Attributes::default();
        for written in &tag.attributes {
            let range = raw.range(&written.range);
            let (value, refused) = allow::attribute(element, &written.name, &written.value);
            if let Some(refused) = refused {
                self.tell_attribute(refused, element, written, &range);
            }
            let Some(value) = value else { continue };
            match written.name.as_str() {
                "href" | "src" | "alt" | "loading" => {}
                "width" | "height" => {}
                "class" => kept.class = value,
                "id" => self.raw_id(&value, &range, &mut kept.others),
                "headers" | "aria-describedby" | "aria-labelledby" => {
                    let ids: Vec<String> = value
                        .split_whitespace()
                        .map(|id| format!("{}{id}", self.settings.id_prefix))
                        .collect();
                    attribute(&written.name, &ids.join(" "), &mut kept.others);
                }
                "cite" if refusal(&value, true).is_some() => {
                    self.tell_attribute(Refused::Value, element, written, &range);
                }
                "cite" => address_attribute("cite", &value, &mut kept.others),
                _ => attribute(&written.name, &value, &mut kept.others),
            }
        }
        kept
    }

    fn raw_id(&mut self, id: &str, range: &Range<usize>, out: &mut String) {
        let is_free = !id.starts_with("fn-") && !id.starts_with("fnref-") && self.ids.insert(id.to_owned());
        if is_free {
            attribute("id", &format!("{}{id}", self.settings.id_prefix), out);
        } else {
            self.tell("raw-html--id", range, |told| told.with("id", id));
        }
    }

    fn tell_attribute(
        &mut self,
        refused: Refused,
        element: &Element,
        written: &scan::Attribute,
        range: &Range<usize>,
    ) {
        let words = match (refused, written.name.as_str()) {
            (Refused::Name, "style" | "align" | "bgcolor" | "color" | "border" | "valign") => {
                "raw-html--style"
            }
            (Refused::Name, name) if name.starts_with("on") => "raw-html--event",
            (Refused::Name, "name") if element.name == "a" => "raw-html--name",
            (Refused::Name, "target") => "raw-html--target",
            (Refused::Name, _) => "raw-html--attribute",
            (Refused::Value, "class") => "raw-html--class",
            (Refused::Value, _) => "raw-html--value",
        };
        self.tell(words, range, |told| {
            told.with("element", element.name).with("name", &written.name).with("value", &written.value)
        });
    }

    /// Closes what the start of `element` closes by itself (`<li>` a `<li>`), if then there is a place for it.
    fn end_implied(&mut self, element: &Element) -> bool {
        let mut n_closing = 0;
        for frame in self.stack.iter().rev() {
            if accepts(frame, element) {
                break;
            }
            match &frame.raw {
                Some(part) if part.ends_by_itself || !frame.is_written => n_closing += 1,
                _ => return false,
            }
        }
        if n_closing == self.stack.len() && !element.inside.is_empty() {
            return false;
        }
        for _ in 0..n_closing {
            self.pop();
        }
        true
    }

    fn push_raw(&mut self, element: &'static Element, is_written: bool, end: String, range: Range<usize>) {
        if element.content == Content::Void || self.raw_open >= MOST_OPEN {
            return;
        }
        let (place, around) = match self.stack.last() {
            Some(frame) => (frame.place, frame.content),
            None => ("", Content::Flow),
        };
        let is_transparent = matches!(element.name, "a" | "ins" | "del");
        self.depth += usize::from(is_written);
        self.raw_open += 1;
        self.stack.push(Frame {
            name: element.name,
            place: if is_written && !is_transparent { element.name } else { place },
            content: if is_written && !is_transparent { element.content } else { around },
            is_written,
            is_link: false,
            end,
            raw: Some(RawPart { range, ends_by_itself: element.ends_by_itself }),
        });
    }

    fn end_tag(&mut self, name: &str, range: &Range<usize>) {
        // The start of what is not allowed was told; its end says nothing new.
        let Some(element) = allow::element(name) else { return };
        let of_raw = self.stack.iter().rev().take_while(|frame| frame.raw.is_some());
        match of_raw.enumerate().find(|(_, frame)| frame.name == element.name) {
            Some((n_inside, _)) => {
                for _ in 0..n_inside {
                    self.close_unended();
                }
                self.pop();
            }
            // With so many open, it may be one that is no longer kept in mind.
            None if self.raw_open < MOST_OPEN => {
                self.tell("raw-html--unopened", range, |told| told.with("element", element.name));
            }
            None => {}
        }
    }

    /// Closes what raw HTML left open inside the innermost thing that Markdown opened.
    pub(super) fn close_raw(&mut self) {
        while self.stack.last().is_some_and(|frame| frame.raw.is_some()) {
            self.close_unended();
        }
    }

    /// Closes an element without its end tag, and tells it if it should have had one.
    fn close_unended(&mut self) {
        if let Some(Frame { raw: Some(part), name, is_written, .. }) = self.pop()
            && !part.ends_by_itself
            && is_written
        {
            self.tell("raw-html--unbalanced", &part.range, |told| told.with("element", name));
        }
    }

    /// Closes or opens raw elements so that a block of Markdown, or text, may stand here.
    pub(super) fn make_room(&mut self, is_phrasing: bool, range: &Range<usize>) {
        loop {
            let Some(Frame { raw: Some(_), content, .. }) = self.stack.last() else { return };
            match content {
                Content::Flow | Content::Void => return,
                Content::Phrasing if is_phrasing => return,
                Content::Phrasing => self.close_phrasing(),
                Content::Only(children) => {
                    let item = children.iter().find(|child| matches!(**child, "li" | "dd"));
                    match item.and_then(|item| allow::element(item)) {
                        Some(item) => {
                            let list = self.stack.last().map_or("", |frame| frame.place);
                            let name = item.name;
                            self.tell("raw-html--text", range, |told| {
                                told.with("element", list).with("item", name)
                            });
                            self.out.push_str(&format!("<{name}>"));
                            self.push_raw(item, true, format!("</{name}>"), range.clone());
                            return;
                        }
                        None => self.close_unended(),
                    }
                }
            }
        }
    }

    /// Closes an element of a line because a block follows.
    fn close_phrasing(&mut self) {
        if let Some(Frame { raw: Some(part), name, is_written, .. }) = self.pop()
            && !part.ends_by_itself
            && is_written
        {
            self.tell("raw-html--phrasing", &part.range, |told| told.with("element", name));
        }
    }

    pub(super) fn tell(
        &mut self,
        words: &'static str,
        range: &Range<usize>,
        fill: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let diagnostic = RAW_HTML.variant(words, self.located().span(range));
        self.say(fill(diagnostic));
    }
}

/// Attributes as they are written again.
#[derive(Default)]
struct Attributes {
    class: String,
    others: String,
}

impl Attributes {
    fn written(&self) -> String {
        let mut written = String::new();
        if !self.class.is_empty() {
            attribute("class", &self.class, &mut written);
        }
        written.push_str(&self.others);
        written
    }
}

fn accepts(frame: &Frame, element: &Element) -> bool {
    let is_inside = element.inside.is_empty() || element.inside.contains(&frame.place);
    is_inside
        && match frame.content {
            Content::Flow => true,
            Content::Phrasing => element.is_phrasing,
            Content::Only(children) => children.contains(&element.name),
            Content::Void => false,
        }
}

/// A class the renderer gives, and those that were asked for.
fn with_class(own: &str, asked: &str) -> String {
    let asked = asked.split_whitespace().filter(|class| *class != own);
    std::iter::once(own).chain(asked).collect::<Vec<_>>().join(" ")
}

/// The words that say what to write instead of an element that is not allowed.
fn words_for(name: &str) -> &'static str {
    match name {
        "font" | "basefont" => "raw-html--font",
        "center" => "raw-html--center",
        "u" => "raw-html--underline",
        "strike" | "tt" | "big" | "blink" | "marquee" | "nobr" => "raw-html--old",
        "iframe" | "object" | "embed" | "video" | "audio" | "frame" | "frameset" => "raw-html--embedded",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "raw-html--heading",
        "script" | "style" | "link" | "meta" | "base" | "noscript" | "template" => "raw-html--script",
        "form" | "input" | "button" | "select" | "textarea" | "label" | "fieldset" | "option" => {
            "raw-html--form"
        }
        "svg" | "math" | "canvas" => "raw-html--svg",
        "pre" | "xmp" | "plaintext" => "raw-html--code",
        _ => "raw-html--element",
    }
}
