//! Headings: their ids, and the rules about their order.

use std::collections::{HashMap, HashSet};

use super::Heading;
use crate::{
    diagnostic::{Diagnostic, Severity},
    rule::Meta,
    slug::slug,
};

pub static HEADING_LEVEL_ONE: Meta =
    Meta { wcag: &["1.3.1"], ..Meta::new("heading-level-one", Severity::Warning) };
pub static HEADING_SKIPPED: Meta =
    Meta { wcag: &["1.3.1"], ..Meta::new("heading-skipped", Severity::Warning) };
/// Two headings ask for one id: only the first gets it, and links to it never lead to the second.
pub static HEADING_ID: Meta = Meta::new("heading-id", Severity::Warning);
pub static HEADING_EMPTY: Meta =
    Meta { wcag: &["1.3.1", "2.4.6"], ..Meta::new("heading-empty", Severity::Warning) };
pub static BOLD_HEADING: Meta = Meta { wcag: &["1.3.1"], ..Meta::new("bold-heading", Severity::Warning) };

/// A heading of a page is seldom longer; a longer paragraph in bold is emphasis.
const HEADING_CHARACTERS: usize = 80;

/// Ids that are taken.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashSet<String>,
    /// The number the last namesake got.
    numbers: HashMap<String, usize>,
    /// Explicit ids that headings further on will ask for.
    kept: HashSet<String>,
}

impl Ids {
    pub(super) fn keeping(explicit: impl Iterator<Item = String>) -> Self {
        Self { kept: explicit.collect(), ..Self::default() }
    }

    /// An id nobody has yet: the explicit one, else made of the text; namesakes get `-2`, `-3`.
    pub(super) fn give(&mut self, explicit: Option<&str>, text: &str) -> String {
        let wanted = match explicit {
            Some(id) if !id.is_empty() => id.to_owned(),
            _ => slug(text),
        };
        // These belong to footnotes.
        let wanted = match wanted.starts_with("fn-") || wanted.starts_with("fnref-") {
            true => format!("voce-{wanted}"),
            false => wanted,
        };
        let is_kept = |id: &String| explicit.is_none() && self.kept.contains(id);
        let mut id = wanted.clone();
        let number = self.numbers.entry(wanted.clone()).or_insert(1);
        while self.taken.contains(&id) || is_kept(&id) {
            *number += 1;
            id = format!("{wanted}-{number}");
        }
        self.taken.insert(id.clone());
        id
    }
}

/// What there is to say of a heading written with `written` number signs, after `previous`.
pub(super) fn judge(
    written: u8,
    heading: &Heading,
    previous: Option<&Heading>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if written == 1 {
        diagnostics.push(HEADING_LEVEL_ONE.at(heading.span).with("text", &heading.text));
    }
    if heading.text.is_empty() {
        diagnostics.push(HEADING_EMPTY.at(heading.span));
    }
    if let Some(previous) = previous.filter(|previous| heading.level > previous.level + 1) {
        diagnostics.push(
            HEADING_SKIPPED
                .at(heading.span)
                .with("written", "#".repeat(heading.level.into()))
                .with("wanted", "#".repeat(usize::from(previous.level) + 1))
                .related(previous.span, "ui-heading-before"),
        );
    }
}

/// Whether a paragraph all in bold is meant as a heading: short, and not a sentence.
pub(super) fn looks_like_heading(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= HEADING_CHARACTERS
        && !text.ends_with(['.', '!', '?', ';', ',', '…'])
}
