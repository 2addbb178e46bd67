//! What writing a body as HTML has to say, before there is a page that shows it.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    Events, Facts, Located, Settings, Words,
    html::{LIMIT, Written, write},
    links::Anywhere,
    sanitize,
};
use crate::diagnostic::Diagnostic;

/// What writing the body has to say.
pub(super) fn check(located: &Located, facts: &Facts, events: &Events<'_>) -> Vec<Diagnostic> {
    let may_say = facts.has_raw_html || may_say(events);
    if !may_say && !cfg!(debug_assertions) {
        return Vec::new();
    }
    let Written { html, mut diagnostics } =
        write(located, facts, events, &Anywhere, &Words::italian(), &Settings::default());
    debug_assert!(may_say || diagnostics.is_empty(), "nothing is said of {:?}", located.text);
    if facts.has_raw_html {
        diagnostics.extend(sanitize::judge(&html, located));
    }
    diagnostics
}

/// Whether there may be something to say of a text without raw HTML: a cell without text, or elements nested so deeply that
/// what is written around them could pass the limit. Of most texts there is nothing.
fn may_say(events: &Events<'_>) -> bool {
    let mut depth = 0_usize;
    let mut before: Option<&Event<'_>> = None;
    events.iter().any(|(event, _)| {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_empty_cell = matches!(event, Event::End(TagEnd::TableCell))
            && matches!(before, Some(Event::Start(Tag::TableCell)));
        before = Some(event);
        is_empty_cell || depth > LIMIT / 4
    })
}
