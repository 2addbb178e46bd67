//! Footnotes: numbers in the order of reference, notes at the end of the body, ways there and back.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Tag};

use super::{
    Events, Located,
    escape::{attribute, escape_into},
    html::Writer,
};
use crate::{
    diagnostic::{Diagnostic, Severity},
    rule::Meta,
};

pub static FOOTNOTE_UNUSED: Meta = Meta::new("footnote-unused", Severity::Warning);
pub static FOOTNOTE_MISSING: Meta = Meta::new("footnote-missing", Severity::Warning);

/// Tells notes nobody refers to, and references to notes nobody wrote.
pub(super) fn judge(located: &Located, events: &Events<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let referenced: BTreeSet<&str> = events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::FootnoteReference(label) => Some(&**label),
            _ => None,
        })
        .collect();
    for (event, range) in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) if !referenced.contains(&**label) => {
                diagnostics.push(FOOTNOTE_UNUSED.at(located.span(range)).with("label", label.to_string()));
            }
            // Without a note, the parser leaves `[`, `^label`, `]` as text.
            Event::Text(text) if is_reference(located, text, range.start, range.end) => {
                let span = located.span(&(range.start - 1..range.end + 1));
                diagnostics.push(FOOTNOTE_MISSING.at(span).with("label", &text[1..]));
            }
            _ => {}
        }
    }
}

fn is_reference(located: &Located, text: &str, start: usize, end: usize) -> bool {
    let source = &located.text;
    text.len() > 1
        && text.starts_with('^')
        && source.get(..start).is_some_and(|before| before.ends_with('['))
        && source.get(end..).is_some_and(|after| after.starts_with(']'))
}

/// The notes of a body while it is written.
#[derive(Default)]
pub(super) struct Footnotes {
    /// Label → number and how many references there are.
    numbers: BTreeMap<String, (usize, usize)>,
    /// Label → mark and HTML of the note.
    notes: BTreeMap<String, (String, String)>,
}

impl Writer<'_> {
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let next = self.footnotes.numbers.len() + 1;
        let (number, references) = self.footnotes.numbers.entry(label.to_owned()).or_insert((next, 0));
        *references += 1;
        let (number, reference) = (*number, *references);
        let prefix = &self.settings.id_prefix;
        let id = reference_id(prefix, number, reference);
        self.out.push_str("<sup");
        attribute("id", &id, &mut self.out);
        self.out.push('>');
        if self.links_open > 0 {
            // A link inside a link cannot be.
            self.out.push_str(&number.to_string());
        } else {
            self.out.push_str("<a role=\"doc-noteref\"");
            attribute("href", &format!("#{prefix}fn-{number}"), &mut self.out);
            attribute("aria-label", &numbered(&self.words.footnote, number), &mut self.out);
            self.out.push_str(&format!(">{number}</a>"));
        }
        self.out.push_str("</sup>");
    }

    /// Keeps what was written since the note began.
    pub(super) fn keep_footnote(&mut self, label: String, mark: String, html: String) {
        self.footnotes.notes.entry(label).or_insert((mark, html));
    }

    /// Writes the notes that are referred to, in the order of their numbers.
    pub(super) fn footnotes(&mut self) {
        let Footnotes { numbers, mut notes } = std::mem::take(&mut self.footnotes);
        let mut ordered: Vec<(usize, usize, (String, String))> = numbers
            .into_iter()
            .filter_map(|(label, (number, references))| Some((number, references, notes.remove(&label)?)))
            .collect();
        ordered.sort_by_key(|(number, ..)| *number);
        if ordered.is_empty() {
            return;
        }
        let heading_id = format!("{}fn-heading", self.settings.id_prefix);
        let level = self.heading_level(2);
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\"");
        attribute("aria-labelledby", &heading_id, &mut self.out);
        self.out.push_str(&format!(">\n<h{level}"));
        attribute("id", &heading_id, &mut self.out);
        self.out.push('>');
        escape_into(&self.words.footnotes, &mut self.out);
        self.out.push_str(&format!("</h{level}>\n<ol>\n"));
        for (number, references, (mark, html)) in ordered {
            self.footnote(number, references, &mark, &html);
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    fn footnote(&mut self, number: usize, references: usize, mark: &str, html: &str) {
        let prefix = &self.settings.id_prefix;
        self.out.push_str("<li");
        attribute("id", &format!("{prefix}fn-{number}"), &mut self.out);
        self.out.push_str(mark);
        self.out.push('>');
        // The ways back stand in the last paragraph, if the note ends with one.
        let (text, end) = match html.strip_suffix("</p>\n") {
            Some(text) => (text, "</p>\n"),
            None => (html, ""),
        };
        self.out.push_str(text);
        for reference in 1..=references {
            let label = numbered(&self.words.back_to_text, number);
            let label = if references > 1 { format!("{label} ({reference})") } else { label };
            self.out.push_str(" <a role=\"doc-backlink\"");
            attribute("href", &format!("#{}", reference_id(prefix, number, reference)), &mut self.out);
            attribute("aria-label", &label, &mut self.out);
            self.out.push_str(">↩</a>");
        }
        self.out.push_str(end);
        self.out.push_str("</li>\n");
    }
}

fn reference_id(prefix: &str, number: usize, reference: usize) -> String {
    match reference {
        1 => format!("{prefix}fnref-{number}"),
        _ => format!("{prefix}fnref-{number}-{reference}"),
    }
}

fn numbered(words: &str, number: usize) -> String {
    words.replace("{n}", &number.to_string())
}
