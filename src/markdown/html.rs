//! The writer: events into HTML, every element with the place it was written at.
//!
//! What is open stands on one stack, what Markdown opened and what raw HTML opened.
//! Raw HTML never crosses what Markdown opened, so the result is balanced whatever was written.
//! Nothing here calls itself by depth of nesting, and past [`LIMIT`] elements are left out and their text is kept.

use std::{collections::HashSet, ops::Range};

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};

use super::{
    Body, Events, Facts, Located, Words,
    allow::Content,
    escape::{attribute, escape_into},
    footnotes::Footnotes,
    links::Resolver,
    raw::{RawPart, raw_at},
    sanitize,
    table::{Caption, Position, caption_at},
};
use crate::{
    diagnostic::{Diagnostic, Severity},
    rule::Meta,
    source::MARK,
};

pub static MARKDOWN_DEPTH: Meta = Meta::new("markdown-depth", Severity::Warning);

/// Lists, quotes, emphasis inside each other; no reader follows so far.
pub(super) const LIMIT: usize = 64;

/// How a body stands in its page.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// How many levels deeper than in the text headings are: 1 when the body stands in a section with an `h2`.
    pub heading_shift: u8,
    /// Whether elements carry [`MARK`].
    pub marks: bool,
    /// Put before every id, where several bodies share a page.
    pub id_prefix: String,
}

pub(super) struct Written {
    /// Not yet cleaned.
    pub(super) html: String,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// The body for a page.
pub(super) fn page(
    body: &Body,
    events: &Events<'_>,
    resolver: &dyn Resolver,
    words: &Words,
    settings: &Settings,
) -> String {
    let facts = body.facts();
    let html = write(body.located(), facts, events, resolver, words, settings).html;
    if facts.has_raw_html { sanitize::clean(&html) } else { html }
}

/// What [`page`] gave for a text without raw HTML, its headings so many levels further down. There every `<` that begins no
/// tag of ours is escaped, so headings are found by their tags.
pub(super) fn lowered(html: &str, by: u8) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let name = if tag.starts_with("</h") { 3 } else { 2 };
        let level = tag.as_bytes().get(name).filter(|_| tag.starts_with("<h") || name == 3);
        match level {
            Some(level @ b'1'..=b'6') => {
                out.push_str(&tag[..name]);
                out.push(char::from((level - b'0').saturating_add(by).min(6) + b'0'));
                rest = &tag[name + 1..];
            }
            _ => {
                out.push('<');
                rest = &tag[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

pub(super) fn write(
    located: &Located,
    facts: &Facts,
    events: &Events<'_>,
    resolver: &dyn Resolver,
    words: &Words,
    settings: &Settings,
) -> Written {
    let mut writer = Writer::new(located, facts, events, resolver, words, settings);
    let mut at = 0;
    while at < events.len() {
        at = writer.step(at);
    }
    writer.close_raw();
    writer.footnotes();
    Written { html: writer.out, diagnostics: writer.diagnostics }
}

/// An element as seen from what stands in it and around it.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub(super) name: &'static str,
    pub(super) content: Content,
    pub(super) is_phrasing: bool,
}

impl Shape {
    const fn block(name: &'static str, content: Content) -> Self {
        Self { name, content, is_phrasing: false }
    }

    const fn inline(name: &'static str) -> Self {
        Self { name, content: Content::Phrasing, is_phrasing: true }
    }
}

/// Something open.
pub(super) struct Frame {
    pub(super) name: &'static str,
    /// The element it really stands in the page as: its own name, or its parent's when it is not written.
    pub(super) place: &'static str,
    pub(super) content: Content,
    pub(super) is_written: bool,
    pub(super) is_link: bool,
    /// Written when it is closed.
    pub(super) end: String,
    /// None: opened by Markdown.
    pub(super) raw: Option<RawPart>,
}

pub(super) struct Writer<'a> {
    pub(super) located: &'a Located,
    pub(super) facts: &'a Facts,
    pub(super) events: &'a Events<'a>,
    pub(super) resolver: &'a dyn Resolver,
    pub(super) words: &'a Words,
    pub(super) settings: &'a Settings,
    pub(super) out: String,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) stack: Vec<Frame>,
    /// Frames of the stack that are written, that are links, that raw HTML opened.
    pub(super) depth: usize,
    pub(super) links_open: usize,
    pub(super) raw_open: usize,
    is_too_deep_told: bool,
    headings_written: usize,
    /// Ids that raw HTML may not give again.
    pub(super) ids: HashSet<String>,
    pub(super) footnotes: Footnotes,
    /// Labels and marks of the notes that are open, each with the text before it.
    notes_open: Vec<(String, String, String)>,
    pub(super) caption: Option<Caption>,
    pub(super) position: Position,
}

impl<'a> Writer<'a> {
    fn new(
        located: &'a Located,
        facts: &'a Facts,
        events: &'a Events<'a>,
        resolver: &'a dyn Resolver,
        words: &'a Words,
        settings: &'a Settings,
    ) -> Self {
        Self {
            located,
            facts,
            events,
            resolver,
            words,
            settings,
            out: String::with_capacity(located.text.len() * 2),
            diagnostics: Vec::new(),
            stack: Vec::new(),
            depth: 0,
            links_open: 0,
            raw_open: 0,
            is_too_deep_told: false,
            headings_written: 0,
            ids: facts.headings.iter().map(|heading| heading.id.clone()).collect(),
            footnotes: Footnotes::default(),
            notes_open: Vec::new(),
            caption: None,
            position: Position::default(),
        }
    }

    pub(super) fn located(&self) -> &'a Located {
        self.located
    }

    /// Writes the event at `at`, and says where to go on.
    pub(super) fn step(&mut self, at: usize) -> usize {
        let events = self.events;
        if let Some((raw, next)) = raw_at(events, at) {
            self.raw(&raw);
            return next;
        }
        let (event, range) = &events[at];
        match event {
            Event::Start(Tag::Paragraph) => return self.paragraph(at, range),
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                return self.markdown_image(dest_url, title, at);
            }
            Event::Start(tag) => self.start(tag, at, range),
            Event::End(end) => self.end(*end),
            Event::Text(text) => self.text(text, range),
            Event::Code(code) => {
                self.make_room(true, range);
                self.out.push_str("<code>");
                escape_into(code, &mut self.out);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => {
                self.make_room(true, range);
                self.out.push_str("<br>\n");
            }
            Event::Rule => {
                self.make_room(false, range);
                let mark = self.mark(range);
                self.out.push_str(&format!("<hr{mark}>\n"));
            }
            Event::FootnoteReference(label) => {
                self.make_room(true, range);
                self.footnote_reference(label);
            }
            Event::TaskListMarker(is_done) => self.task(*is_done),
            Event::Html(_) | Event::InlineHtml(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        at + 1
    }

    fn start(&mut self, tag: &Tag<'_>, at: usize, range: &Range<usize>) {
        use Content::{Flow, Only, Phrasing};
        let mark = self.mark(range);
        match tag {
            Tag::Heading { attrs, .. } => self.heading(attrs, range),
            Tag::BlockQuote(None) => {
                let shape = Shape::block("blockquote", Flow);
                self.open_container(shape, &format!("<blockquote{mark}>\n"), "</blockquote>\n", range);
            }
            Tag::BlockQuote(Some(kind)) => self.alert(*kind, range),
            Tag::CodeBlock(kind) => self.code_block(kind, range),
            Tag::List(first) => self.list(*first, at, range),
            Tag::Item => self.open_part("li", Flow, &format!("<li{mark}>"), "</li>\n"),
            Tag::FootnoteDefinition(label) => {
                self.close_raw();
                let before = std::mem::take(&mut self.out);
                self.notes_open.push((label.to_string(), mark, before));
                self.push_markdown("li", Flow, false, String::new());
            }
            Tag::DefinitionList => {
                let shape = Shape::block("dl", Only(&["dt", "dd"]));
                self.open_container(shape, &format!("<dl{mark}>\n"), "</dl>\n", range);
            }
            Tag::DefinitionListTitle => self.open_part("dt", Flow, &format!("<dt{mark}>"), "</dt>\n"),
            Tag::DefinitionListDefinition => self.open_part("dd", Flow, &format!("<dd{mark}>"), "</dd>\n"),
            Tag::Table(alignments) => self.table(alignments, range),
            Tag::TableHead => self.table_head(),
            Tag::TableRow => self.table_row(),
            Tag::TableCell => self.table_cell(at, range),
            Tag::Emphasis => self.open_container(Shape::inline("em"), "<em>", "</em>", range),
            Tag::Strong => self.open_container(Shape::inline("strong"), "<strong>", "</strong>", range),
            Tag::Strikethrough => self.open_container(Shape::inline("del"), "<del>", "</del>", range),
            Tag::Link { link_type, dest_url, title, .. } => {
                let target = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.to_string(),
                };
                self.markdown_link(&target, title, range);
            }
            // Not asked of the parser; their text is kept.
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {
                self.push_markdown("", Phrasing, false, String::new());
            }
            Tag::Paragraph | Tag::Image { .. } | Tag::HtmlBlock => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        self.close_raw();
        self.pop();
        if matches!(end, TagEnd::FootnoteDefinition)
            && let Some((label, mark, before)) = self.notes_open.pop()
        {
            let note = std::mem::replace(&mut self.out, before);
            self.keep_footnote(label, mark, note);
        }
    }

    pub(super) fn text(&mut self, text: &str, range: &Range<usize>) {
        if !text.trim().is_empty() {
            self.make_room(true, range);
        }
        escape_into(text, &mut self.out);
    }

    /// A paragraph: the caption of a table, a figure, or a paragraph.
    fn paragraph(&mut self, at: usize, range: &Range<usize>) -> usize {
        if let Some((caption, table)) = caption_at(self.events, at) {
            self.caption = Some(caption);
            return table;
        }
        if let Some(next) = self.figure(at, range) {
            return next;
        }
        self.make_room(false, range);
        let mark = self.mark(range);
        self.out.push_str("<p");
        self.out.push_str(&mark);
        self.out.push('>');
        self.push_markdown("p", Content::Phrasing, true, "</p>\n".to_owned());
        at + 1
    }

    fn heading(&mut self, attributes: &[(CowStr<'_>, Option<CowStr<'_>>)], range: &Range<usize>) {
        self.make_room(false, range);
        let Some(heading) = self.facts.headings.get(self.headings_written) else {
            return self.push_markdown("", Content::Phrasing, false, String::new());
        };
        self.headings_written += 1;
        let level = self.heading_level(heading.level);
        self.out.push_str(&format!("<h{level}"));
        attribute("id", &format!("{}{}", self.settings.id_prefix, heading.id), &mut self.out);
        if let Some((_, Some(lang))) = attributes.iter().find(|(name, _)| &**name == "lang") {
            attribute("lang", lang, &mut self.out);
        }
        let mark = self.mark(range);
        self.out.push_str(&mark);
        self.out.push('>');
        self.push_markdown("h", Content::Phrasing, true, format!("</h{level}>\n"));
    }

    pub(super) fn heading_level(&self, level: u8) -> u8 {
        level.saturating_add(self.settings.heading_shift).min(6)
    }

    fn alert(&mut self, kind: BlockQuoteKind, range: &Range<usize>) {
        let (class, title) = match kind {
            BlockQuoteKind::Note => ("note", &self.words.note),
            BlockQuoteKind::Tip => ("success", &self.words.tip),
            BlockQuoteKind::Important => ("important", &self.words.important),
            BlockQuoteKind::Warning => ("warning", &self.words.warning),
            BlockQuoteKind::Caution => ("danger", &self.words.caution),
        };
        let mark = self.mark(range);
        let mut tag = format!("<div class=\"callout {class}\"{mark}>\n<div class=\"callout-inner\">\n");
        tag.push_str("<div class=\"callout-title\"><span class=\"text\">");
        escape_into(title, &mut tag);
        tag.push_str("</span></div>\n");
        self.open_container(Shape::block("div", Content::Flow), &tag, "</div>\n</div>\n", range);
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>) {
        self.make_room(false, range);
        let mark = self.mark(range);
        // Long lines are scrolled, so the keyboard must reach the block.
        self.out.push_str(&format!("<pre tabindex=\"0\"{mark}><code"));
        if let CodeBlockKind::Fenced(info) = kind
            && let Some(language) = info.split_whitespace().next()
        {
            attribute("class", &format!("language-{language}"), &mut self.out);
        }
        self.out.push('>');
        self.push_markdown("pre", Content::Phrasing, true, "</code></pre>\n".to_owned());
    }

    fn list(&mut self, first: Option<u64>, at: usize, range: &Range<usize>) {
        let mark = self.mark(range);
        let class = if self.is_task_list(at) { " class=\"list-unstyled\"" } else { "" };
        let content = Content::Only(&["li"]);
        match first {
            None => {
                let tag = format!("<ul{class}{mark}>\n");
                self.open_container(Shape::block("ul", content), &tag, "</ul>\n", range);
            }
            Some(first) => {
                let start = if first == 1 { String::new() } else { format!(" start=\"{first}\"") };
                let tag = format!("<ol{start}{class}{mark}>\n");
                self.open_container(Shape::block("ol", content), &tag, "</ol>\n", range);
            }
        }
    }

    fn is_task_list(&self, list: usize) -> bool {
        let marker = |at: usize| matches!(self.events.get(at), Some((Event::TaskListMarker(_), _)));
        marker(list + 2)
            || (matches!(self.events.get(list + 2), Some((Event::Start(Tag::Paragraph), _)))
                && marker(list + 3))
    }

    /// A box to see, a word to hear: nothing to press, so no form control.
    fn task(&mut self, is_done: bool) {
        let (sign, word) = if is_done { ('☑', &self.words.done) } else { ('☐', &self.words.to_do) };
        self.out
            .push_str(&format!("<span aria-hidden=\"true\">{sign}</span> <span class=\"visually-hidden\">"));
        escape_into(word, &mut self.out);
        self.out.push_str("</span> ");
    }

    /// Opens something that may stand in itself without end.
    pub(super) fn open_container(&mut self, shape: Shape, start: &str, end: &str, range: &Range<usize>) {
        self.make_room(shape.is_phrasing, range);
        let fits = self.depth < LIMIT;
        if fits {
            self.out.push_str(start);
        } else {
            self.tell_depth(range);
        }
        let end = if fits { end.to_owned() } else { String::new() };
        self.push_markdown(shape.name, shape.content, fits, end);
    }

    /// Opens a part of what is open: it is written if the whole is.
    pub(super) fn open_part(&mut self, name: &'static str, content: Content, start: &str, end: &str) {
        self.close_raw();
        let is_written = self.is_written();
        if is_written {
            self.out.push_str(start);
        }
        let end = if is_written { end.to_owned() } else { String::new() };
        self.push_markdown(name, content, is_written, end);
    }

    /// Whether what was opened last is in the page.
    pub(super) fn is_written(&self) -> bool {
        self.stack.last().is_none_or(|frame| frame.is_written)
    }

    pub(super) fn push_markdown(
        &mut self,
        name: &'static str,
        content: Content,
        is_written: bool,
        end: String,
    ) {
        self.depth += usize::from(is_written);
        self.stack.push(Frame { name, place: name, content, is_written, is_link: false, end, raw: None });
    }

    /// Closes what was opened last.
    pub(super) fn pop(&mut self) -> Option<Frame> {
        let frame = self.stack.pop()?;
        self.out.push_str(&frame.end);
        self.depth -= usize::from(frame.is_written);
        self.links_open -= usize::from(frame.is_link);
        self.raw_open -= usize::from(frame.raw.is_some());
        Some(frame)
    }

    pub(super) fn tell_depth(&mut self, range: &Range<usize>) {
        if !std::mem::replace(&mut self.is_too_deep_told, true) {
            let start = range.start..(range.start + 1).min(self.located.text.len());
            self.say(MARKDOWN_DEPTH.at(self.located().span(&start)).with("limit", LIMIT));
        }
    }

    pub(super) fn say(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// [`MARK`] for these bytes of the text, or nothing.
    pub(super) fn mark(&self, range: &Range<usize>) -> String {
        if !self.settings.marks {
            return String::new();
        }
        let mut mark = String::with_capacity(48);
        mark.push(' ');
        mark.push_str(MARK);
        mark.push_str("=\"");
        self.located().span(range).push_mark(&mut mark);
        mark.push('"');
        mark
    }
}
