//! Rules about the whole.

mod at_least_one;
mod cycles;
mod links;

use super::Model;
use crate::{
    diagnostic::{Diagnostic, Severity},
    rule::Meta,
};

pub(super) static DUPLICATE_ID: Meta = Meta::new("duplicate-id-content", Severity::Error);
pub(super) static REFERENCE: Meta = Meta::new("reference", Severity::Error);
pub(super) static SECTION_MISSING: Meta = Meta::new("section-missing", Severity::Warning);
pub(super) static ATTACHMENT_UNUSED: Meta = Meta::new("attachment-unused", Severity::Note);
pub(super) static LINK: Meta = Meta::new("link", Severity::Error);
pub(super) static REFERENCE_CYCLE: Meta = Meta::new("reference-cycle", Severity::Error);

pub static RULES: &[&Meta] =
    &[&ATTACHMENT_UNUSED, &DUPLICATE_ID, &LINK, &REFERENCE, &REFERENCE_CYCLE, &SECTION_MISSING];

pub(super) fn check(model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    links::check(model, diagnostics);
    cycles::check(model, diagnostics);
    at_least_one::check(model, diagnostics);
    diagnostics.extend(
        model
            .attachments
            .unused()
            .map(|attachment| ATTACHMENT_UNUSED.at(attachment.file).with("name", attachment.name())),
    );
}
