//! Body text: what it contains, and how it looks as HTML.
//!
//! 1. A [`Body`] is read once, when its facts (headings, links, words) are first asked for or by [`parse`]. Everything
//!    there is to say about the text is known then: about links and headings by `facts`,
//!    about raw HTML and tables by rendering it once for nobody (`said`), unless nothing of that is in it.
//! 2. [`to_html`] reads the text again and writes HTML, asking a [`Resolver`] where links lead.
//!    It has nothing more to say, so a body may be rendered as often as there are pages that show it.
//!
//! Conventions beyond CommonMark and GFM tables, footnotes, task lists, alerts and definition lists:
//! - a paragraph `Tabella: titolo` directly before a table is its caption;
//! - an image alone in its paragraph that has a title is a figure, the title its caption;
//! - raw HTML is held to one allow-list (`allow`) and balanced (`raw`).

mod allow;
mod body;
mod escape;
mod facts;
mod footnotes;
mod headings;
mod html;
mod inline;
mod links;
mod raw;
mod said;
mod sanitize;
mod scan;
mod table;
mod unread;
mod words;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

pub use allow::{attributes, classes, elements};
pub use body::{Body, Contents, Facts, Heading, Link, LinkKind, Located};
pub use footnotes::{FOOTNOTE_MISSING, FOOTNOTE_UNUSED};
pub use headings::{BOLD_HEADING, HEADING_EMPTY, HEADING_ID, HEADING_LEVEL_ONE, HEADING_SKIPPED};
pub use html::{MARKDOWN_DEPTH, Settings};
pub use links::{
    Document, IMAGE_ALT_FILE_NAME, IMAGE_ALT_MISSING, LINK_EMPTY, LINK_SCHEME, LINK_TEXT, Picture, Resolver,
    Target,
};
pub use raw::RAW_HTML;
pub use table::TABLE_HEADER_EMPTY;
pub use unread::{ALERT_UNKNOWN, LINK_UNREAD, TABLE_UNREAD};
pub use words::Words;

use crate::{rule::Meta, stage::Staged};

/// Every rule this module checks.
pub static RULES: &[&Meta] = &[
    &ALERT_UNKNOWN,
    &BOLD_HEADING,
    &FOOTNOTE_MISSING,
    &FOOTNOTE_UNUSED,
    &HEADING_EMPTY,
    &HEADING_ID,
    &HEADING_LEVEL_ONE,
    &HEADING_SKIPPED,
    &IMAGE_ALT_FILE_NAME,
    &IMAGE_ALT_MISSING,
    &LINK_EMPTY,
    &LINK_SCHEME,
    &LINK_TEXT,
    &LINK_UNREAD,
    &MARKDOWN_DEPTH,
    &RAW_HTML,
    &TABLE_HEADER_EMPTY,
    &TABLE_UNREAD,
];

/// Reads a body, and says everything there is to say about it.
pub fn parse(text: Located) -> Staged<Body> {
    let body = Body::new(text);
    let diagnostics = body.diagnostics().to_vec();
    Staged::new(body, diagnostics)
}

fn read(text: &Located) -> Facts {
    let events = events(&text.text);
    let mut facts = facts::collect(text, &events);
    let said = said::check(text, &facts, &events);
    facts.diagnostics.extend(said);
    facts
}

/// The body as HTML, for a place in a page.
pub fn to_html(body: &Body, resolver: &dyn Resolver, words: &Words, settings: &Settings) -> String {
    html::page(body, &events(body.text()), resolver, words, settings)
}

/// What [`to_html`] gives where headings stand so many levels further down than in the `html` it gave before: a content shows
/// its text in two places. None for texts with raw HTML.
pub fn lowered(body: &Body, html: &str, by: u8) -> Option<String> {
    (!body.has_raw_html()).then(|| html::lowered(html, by))
}

type Events<'a> = Vec<(Event<'a>, Range<usize>)>;

fn events(text: &str) -> Events<'_> {
    // No smart punctuation (citations of law stay as written), mathematics, sub- and superscript or wiki links.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let mut events = Vec::with_capacity(text.len() / 16 + 8);
    events.extend(Parser::new_ext(text, options).into_offset_iter());
    events
}

#[cfg(test)]
mod tests;
