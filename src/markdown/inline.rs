//! Links and images as they are written into a page.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    Picture, Target,
    allow::Content,
    escape::{address_attribute, attribute, escape_into},
    html::{LIMIT, Writer},
    links::refusal,
};

impl Writer<'_> {
    pub(super) fn markdown_link(&mut self, target: &str, title: &str, range: &Range<usize>) {
        self.make_room(true, range);
        if self.links_open > 0 {
            // Only raw HTML can have begun the other link.
            self.tell("raw-html--link-in-link", range, |told| told);
        }
        let found = if self.links_open > 0 || self.depth >= LIMIT { None } else { self.target(target) };
        let mut attributes = String::new();
        if !title.is_empty() {
            attribute("title", title, &mut attributes);
        }
        match found {
            Some(found) => {
                let end = self.link(&found, &attributes, range);
                self.push_markdown("a", Content::Phrasing, true, end);
                self.mark_link();
            }
            None => self.push_markdown("a", Content::Phrasing, false, String::new()),
        }
    }

    /// Where a link may lead.
    pub(super) fn target(&self, target: &str) -> Option<Target> {
        if target.trim().is_empty() || refusal(target, false).is_some() {
            return None;
        }
        match target.strip_prefix('#') {
            Some(id) if self.facts.anchors.contains(id) => {
                Some(Target { href: format!("#{}{id}", self.settings.id_prefix), ..Target::default() })
            }
            _ => self.resolver.link(target),
        }
    }

    /// Writes the start of a link, and returns what is to be written at its end.
    pub(super) fn link(&mut self, target: &Target, attributes: &str, range: &Range<usize>) -> String {
        let mark = self.mark(range);
        self.out.push_str("<a");
        address_attribute("href", &target.href, &mut self.out);
        if target.external {
            self.out.push_str(" rel=\"external\"");
        }
        if let Some(lang) = &target.lang {
            attribute("hreflang", lang, &mut self.out);
        }
        self.out.push_str(attributes);
        self.out.push_str(&mark);
        self.out.push('>');
        let mut end = String::new();
        if let Some(document) = &target.document {
            escape_into(&document.note(), &mut end);
        }
        if target.external && !self.words.other_site.is_empty() {
            end.push_str("<span class=\"visually-hidden\"> (");
            escape_into(&self.words.other_site, &mut end);
            end.push_str(")</span>");
        }
        end.push_str("</a>");
        end
    }

    /// What was opened last is a link.
    pub(super) fn mark_link(&mut self) {
        if let Some(frame) = self.stack.last_mut() {
            frame.is_link = true;
            self.links_open += 1;
        }
    }

    pub(super) fn markdown_image(&mut self, target: &str, title: &str, at: usize) -> usize {
        let range = &self.events[at].1;
        self.make_room(true, range);
        let (alt, next) = self.alternative(at);
        let picture = if refusal(target, true).is_some() { None } else { self.resolver.image(target) };
        match picture {
            Some(picture) => {
                let mut attributes = String::new();
                if !title.is_empty() {
                    attribute("title", title, &mut attributes);
                }
                self.image(&picture, &alt, "img-fluid", &attributes, range);
            }
            None => escape_into(&alt, &mut self.out),
        }
        next
    }

    pub(super) fn image(
        &mut self,
        picture: &Picture,
        alt: &str,
        class: &str,
        attributes: &str,
        range: &Range<usize>,
    ) {
        let mark = self.mark(range);
        self.out.push_str("<img");
        address_attribute("src", &picture.src, &mut self.out);
        attribute("alt", alt, &mut self.out);
        attribute("class", class, &mut self.out);
        for (name, size) in [("width", picture.width), ("height", picture.height)] {
            if let Some(size) = size {
                attribute(name, &size.to_string(), &mut self.out);
            }
        }
        self.out.push_str(" loading=\"lazy\" decoding=\"async\"");
        self.out.push_str(attributes);
        self.out.push_str(&mark);
        self.out.push('>');
    }

    /// The alternative text of the image that starts at `at`, and the index after its end.
    fn alternative(&self, at: usize) -> (String, usize) {
        let mut alt = String::new();
        let mut images_open = 0_usize;
        for (offset, (event, _)) in self.events[at..].iter().enumerate() {
            match event {
                Event::Start(Tag::Image { .. }) => images_open += 1,
                Event::End(TagEnd::Image) => {
                    images_open -= 1;
                    if images_open == 0 {
                        return (alt.trim().to_owned(), at + offset + 1);
                    }
                }
                Event::Text(text) | Event::Code(text) => alt.push_str(text),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
        }
        (alt, self.events.len())
    }

    /// An image alone in its paragraph with a title.
    pub(super) fn figure(&mut self, at: usize, range: &Range<usize>) -> Option<usize> {
        let (Event::Start(Tag::Image { dest_url, title, .. }), image_range) = self.events.get(at + 1)? else {
            return None;
        };
        if title.trim().is_empty() || refusal(dest_url, true).is_some() {
            return None;
        }
        let (alt, end) = self.alternative(at + 1);
        let picture = self.resolver.image(dest_url)?;
        if !matches!(self.events.get(end), Some((Event::End(TagEnd::Paragraph), _))) {
            return None;
        }
        self.make_room(false, range);
        let mark = self.mark(range);
        self.out.push_str(&format!("<figure class=\"figure\"{mark}>\n"));
        self.image(&picture, &alt, "figure-img img-fluid", "", image_range);
        self.out.push_str("\n<figcaption class=\"figure-caption\">");
        escape_into(title, &mut self.out);
        self.out.push_str("</figcaption>\n</figure>\n");
        Some(end + 1)
    }
}
