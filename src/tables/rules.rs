//! The rules about tables from files of data.

use crate::{diagnostic::Severity, rule::Meta};

/// A file that gives no table, or not all of it.
pub(super) static TABLE_FILE: Meta = Meta::new("table-file", Severity::Error);
/// What a content says of its tables.
pub(super) static TABLE_NAME: Meta = Meta::new("table-name", Severity::Error);
/// A heading that the scheme does not know, or one that is missing.
pub(super) static TABLE_COLUMN: Meta = Meta::new("table-column", Severity::Error);
/// A row that has more or fewer cells than there are headings.
pub(super) static TABLE_ROW: Meta = Meta::new("table-row", Severity::Error);
/// A cell that does not say what its column asks for.
pub(super) static TABLE_CELL: Meta = Meta::new("table-cell", Severity::Error);
/// An obligation whose data the Authority wants in a scheme (d.lgs. 33/2013, art. 48).
pub(super) static TABLE_SCHEME: Meta = Meta::new("table-scheme", Severity::Note);

pub static RULES: &[&Meta] =
    &[&TABLE_CELL, &TABLE_COLUMN, &TABLE_FILE, &TABLE_NAME, &TABLE_ROW, &TABLE_SCHEME];
