//! The parts of the manual that the program knows better than a writer: fields from the schemas, rules from their words.
//!
//! Nothing here touches the disk. `tests/manual.rs` holds the pages against `docs/` and rewrites them on request.
//! Pages about fields exist only in Italian, as the labels and helps of the schemas do; rules speak both languages.

mod fields;
mod rules;
mod shape;
mod vocabularies;
mod yaml;

use serde_json::Value;

pub use rules::{page as rule_page, severity};

use crate::{
    l10n::{L10n, Lang},
    rule::Meta,
    schema::{Judge, Schemas},
};

/// A file of the manual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Below `docs/`.
    pub path: String,
    pub text: String,
}

/// The folders below `docs/` in which nothing is written by hand.
pub const FOLDERS: &[&str] = &["manuale/campi", "manuale/regole", "rules"];

/// The schema of `site.toml`: as text says it, and as it is understood.
pub struct SiteSchema<'a> {
    pub judge: &'a Judge,
    pub schema: &'a Value,
}

/// Every generated page, in the order of their paths.
pub fn pages(schemas: &Schemas, site: &SiteSchema<'_>, known: &[&Meta]) -> Vec<Page> {
    let mut pages = fields::pages(schemas, site);
    pages.push(vocabularies::page(schemas));
    pages.extend(rules::pages(known, &L10n::new(Lang::It), "manuale/regole"));
    pages.extend(rules::pages(known, &L10n::new(Lang::En), "rules"));
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    pages
}

/// Text for a cell of a table: one line, and nothing in it ends the cell or becomes a tag.
fn cell(text: &str) -> String {
    inline(text).replace('|', "\\|")
}

/// Text for a line of Markdown: what looks like a tag stays text, unless it is code already.
fn inline(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts = one_line.split('`').enumerate();
    let parts = parts.map(|(n, part)| if n % 2 == 0 { part.replace('<', "\\<") } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_hold_anything() {
        let check = |text, expected| assert_eq!(cell(text), expected);
        check("a | b", "a \\| b");
        check("due\nrighe", "due righe");
        check("il tag <p> e `<p>`", "il tag \\<p> e `<p>`");
    }
}
