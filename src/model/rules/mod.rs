//! Rules about the whole.

mod at_least_one;
mod cycles;
mod links;
mod menu;

use super::{Model, albo, transparency};
use crate::{
    diagnostic::{Diagnostic, Severity},
    load::{Attachment, Site},
    rule::Meta,
};
pub(super) use links::check_entry as links_of;

pub(super) static DUPLICATE_ID: Meta = Meta::new("duplicate-id-content", Severity::Error);
pub static REFERENCE: Meta = Meta::new("reference", Severity::Error);
pub(super) static SECTION_MISSING: Meta = Meta::new("section-missing", Severity::Warning);
pub(super) static ATTACHMENT_UNUSED: Meta = Meta::new("attachment-unused", Severity::Note);
pub(super) static LINK: Meta = Meta::new("link", Severity::Error);
pub(super) static MENU: Meta = Meta::new("menu-section", Severity::Error);
pub(super) static REFERENCE_CYCLE: Meta = Meta::new("reference-cycle", Severity::Error);

pub static RULES: &[&Meta] = &[
    &albo::DOCUMENT,
    &albo::END,
    &albo::NUMBER,
    &albo::REGIME,
    &albo::SETTINGS,
    &ATTACHMENT_UNUSED,
    &DUPLICATE_ID,
    &LINK,
    &MENU,
    &REFERENCE,
    &REFERENCE_CYCLE,
    &SECTION_MISSING,
    &transparency::DURATION,
    &transparency::EMPTY,
    &transparency::FORMULA,
    &transparency::INDEXING,
    &transparency::DOCUMENT,
    &transparency::LATE,
    &transparency::SECTION,
    &transparency::SETTINGS,
    &transparency::TOO_SHORT,
];

pub(super) fn check(model: &Model, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    // A portal without pages would replace the one that is online.
    if model.order.is_empty() && site.contents.is_empty() && site.unread.is_empty() {
        let nothing = SECTION_MISSING.variant("section-missing--nothing", site.config_file);
        return diagnostics.push(nothing.severity(Severity::Error));
    }
    menu::check(model, site, diagnostics);
    links::check(model, diagnostics);
    cycles::check(model, diagnostics);
    at_least_one::check(model, diagnostics);
    transparency::check(model, site, diagnostics);
    albo::check(model, site, diagnostics);
    diagnostics.extend(model.attachments.unused().map(unused));
}

/// A file that nobody uses; one that was meant for a page has only the wrong name.
fn unused(attachment: &Attachment) -> Diagnostic {
    let name = attachment.name();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let is_page =
        matches!(attachment.extension().to_lowercase().as_str(), "md" | "markdown" | "mdown" | "mkd");
    if is_page {
        let told = ATTACHMENT_UNUSED.variant("attachment-unused--page", attachment.file);
        return told.severity(Severity::Warning).with("name", name).with("better", format!("{stem}.md"));
    }
    ATTACHMENT_UNUSED.at(attachment.file).with("name", name)
}
