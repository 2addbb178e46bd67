//! Which pages search engines must find, and which they must not (d.lgs. 33/2013, art. 9, c. 1, and art. 7-bis).

use crate::{
    diagnostic::Severity,
    model::{EntryId, Model, SectionId},
    rule::Meta,
};

/// A page that says the contrary of what the law wants of it.
pub static INDEXING: Meta = Meta::new("transparency-indexing", Severity::Error);

/// What the law wants of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Indexing {
    /// Nothing may keep search engines away.
    Wanted,
    /// The albo pretorio: never, whatever is on the page.
    Never,
    /// Particular or judicial data: search engines are kept away, here too.
    Refused,
    /// The law says nothing.
    Free,
}

impl Indexing {
    /// The words for a page that does the contrary; none: it does what it should.
    pub fn fault(self, keeps_away: bool) -> Option<&'static str> {
        match (self, keeps_away) {
            (Self::Wanted, true) => Some("transparency-indexing"),
            (Self::Never, false) => Some("transparency-indexing--albo"),
            (Self::Refused, false) => Some("transparency-indexing--refused"),
            _ => None,
        }
    }
}

/// What is wanted of the page of a content.
pub fn of_content(model: &Model, id: EntryId) -> Indexing {
    let entry = model.entry(id);
    if is_refused(model, id) {
        return Indexing::Refused;
    }
    let listings = model.transparency.plan.of(&entry.content_type.name, &entry.id);
    let is_listed = listings.iter().any(|listing| listing.life.contains(model.today));
    if is_listed { Indexing::Wanted } else { Indexing::Free }
}

/// What is wanted of the page of a section.
pub fn of_section(model: &Model, id: SectionId) -> Indexing {
    if model.section(id).is_of_law { Indexing::Wanted } else { Indexing::Free }
}

/// Whether a content holds particular or judicial data.
pub fn is_refused(model: &Model, id: EntryId) -> bool {
    model.entry(id).is_true("dati_particolari")
}
