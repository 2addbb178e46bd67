//! Tables: headers with a scope, a caption, a region that the keyboard can scroll.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::{
    Events,
    allow::Content,
    escape::attribute,
    html::{Shape, Writer},
};
use crate::{diagnostic::Severity, rule::Meta};

pub static TABLE_HEADER_EMPTY: Meta =
    Meta { wcag: &["1.3.1"], ..Meta::new("table-header-empty", Severity::Warning) };

/// How a paragraph begins that is the caption of the table after it.
const CAPTION: &[&str] = &["Tabella:", "Table:", "Tabelle:"];

/// Where the writer is in a table.
#[derive(Default)]
pub(super) struct Position {
    pub(super) alignments: Vec<Alignment>,
    column: usize,
    is_head: bool,
}

/// A caption waiting for its table: its events, and the bytes of its first text to leave out.
pub(super) struct Caption {
    events: Range<usize>,
    prefix: usize,
}

/// The caption that the paragraph at `start` is, and the index of the table's start.
pub(super) fn caption_at(events: &Events<'_>, start: usize) -> Option<(Caption, usize)> {
    let Some((Event::Text(text), _)) = events.get(start + 1) else { return None };
    let prefix = CAPTION.iter().find(|prefix| text.starts_with(**prefix))?.len();
    let end = start + events[start..].iter().position(|(e, _)| matches!(e, Event::End(TagEnd::Paragraph)))?;
    let is_said = end > start + 2 || !text[prefix..].trim().is_empty();
    let is_before_table = matches!(events.get(end + 1), Some((Event::Start(Tag::Table(_)), _)));
    (is_said && is_before_table).then_some((Caption { events: start + 1..end, prefix }, end + 1))
}

impl Writer<'_> {
    pub(super) fn table(&mut self, alignments: &[Alignment], range: &Range<usize>) {
        let caption = self.caption.take();
        let label = match &caption {
            Some(caption) => self.words.table_named.replace("{name}", &self.caption_text(caption)),
            None => self.words.table.clone(),
        };
        let mut tag = "<section class=\"table-responsive\" tabindex=\"0\"".to_owned();
        attribute("aria-label", &label, &mut tag);
        // The mark stands on the outermost element: what is wrong with the region leads to the table too.
        tag.push_str(&self.mark(range));
        tag.push_str(">\n<table class=\"table\">\n");
        self.position = Position { alignments: alignments.to_vec(), ..Position::default() };
        let shape = Shape { name: "table", content: Content::Flow, is_phrasing: false };
        self.open_container(shape, &tag, "</tbody>\n</table>\n</section>\n", range);
        if let Some(caption) = caption {
            self.caption(&caption);
        }
    }

    fn caption(&mut self, caption: &Caption) {
        let is_written = self.is_written();
        if is_written {
            self.out.push_str("<caption>");
        }
        let events = self.events;
        let mut at = caption.events.start;
        if let Some((Event::Text(text), range)) = events.get(at) {
            self.text(text[caption.prefix..].trim_start(), range);
            at += 1;
        }
        // Inline events only: this goes one level deep.
        while at < caption.events.end {
            at = self.step(at);
        }
        self.close_raw();
        if is_written {
            self.out.push_str("</caption>\n");
        }
    }

    fn caption_text(&self, caption: &Caption) -> String {
        let mut text = String::new();
        for (event, _) in &self.events[caption.events.clone()] {
            match event {
                Event::Text(part) | Event::Code(part) => text.push_str(part),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        text[caption.prefix..].trim().to_owned()
    }

    pub(super) fn table_head(&mut self) {
        self.position.is_head = true;
        self.position.column = 0;
        self.open_part("thead", Content::Flow, "<thead>\n<tr>\n", "</tr>\n</thead>\n<tbody>\n");
    }

    pub(super) fn table_row(&mut self) {
        self.position.is_head = false;
        self.position.column = 0;
        self.open_part("tr", Content::Flow, "<tr>\n", "</tr>\n");
    }

    pub(super) fn table_cell(&mut self, at: usize, range: &Range<usize>) {
        let class = match self.position.alignments.get(self.position.column) {
            Some(Alignment::Left) => " class=\"text-start\"",
            Some(Alignment::Center) => " class=\"text-center\"",
            Some(Alignment::Right) => " class=\"text-end\"",
            Some(Alignment::None) | None => "",
        };
        self.position.column += 1;
        let is_empty = matches!(self.events.get(at + 1), Some((Event::End(TagEnd::TableCell), _)));
        if self.position.is_head && is_empty {
            let diagnostic = TABLE_HEADER_EMPTY.at(self.located().span(range));
            self.say(diagnostic.with("column", self.position.column));
        }
        let mark = self.mark(range);
        if self.position.is_head && !is_empty {
            let tag = format!("<th scope=\"col\"{class}{mark}>");
            self.open_part("th", Content::Flow, &tag, "</th>\n");
        } else {
            let tag = format!("<td{class}{mark}>");
            self.open_part("td", Content::Flow, &tag, "</td>\n");
        }
    }
}
