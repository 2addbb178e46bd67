//! What offices say of sections: who answers for them, and why a part is empty.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{plan::unknown_key, rules::SECTION};
use crate::{
    calendar::days_after,
    diagnostic::Diagnostic,
    load::Site,
    model::Model,
    schema::Transparency as Law,
    source::Span,
    validate::{ContentId, Val},
};

/// The content type in which offices speak of a section.
pub const TYPE: &str = "sezione_trasparente";

/// After so many days "in preparation" is no answer any more. The law sets no term; three months are the longest it
/// gives elsewhere for a first publication (d.lgs. 33/2013, art. 14, c. 2).
const PREPARING_DAYS: i32 = 90;

/// Why something is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    /// The obligation does not concern the body.
    NotApplicable,
    /// There was no case in the year.
    None,
    Preparing,
}

/// A formula, as an office declared it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub formula: Formula,
    /// The day the office looked.
    pub date: Date,
    pub year: Option<i16>,
    pub reason: Option<String>,
    pub span: Span,
    /// Said of this obligation, not of a whole section.
    pub is_exact: bool,
}

impl Statement {
    /// The last day on which it is an answer; none: always.
    pub fn good_until(&self) -> Option<Date> {
        match self.formula {
            Formula::NotApplicable => None,
            // In January the year before may still be the last one that is known.
            Formula::None => Date::new(self.year?.saturating_add(1), 1, 31).ok(),
            Formula::Preparing => Some(days_after(self.date, PREPARING_DAYS)),
        }
    }
}

/// Everything that was said.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub statements: Vec<Statement>,
    /// By obligation: the statement nearest to it.
    pub of_obligation: BTreeMap<usize, usize>,
    /// By section: the content that speaks of it.
    pub of_section: BTreeMap<usize, ContentId>,
}

pub(super) fn collect(model: &Model, site: &Site, diagnostics: &mut Vec<Diagnostic>) -> Said {
    let law = &site.schemas.transparency;
    let mut said = Said::default();
    let mut nearest: BTreeMap<usize, usize> = BTreeMap::new();
    for content in model.of_type(TYPE) {
        let entry = model.main_version(*content);
        let Some(item) = entry.field("sezione") else { continue };
        let Val::Text(key) = &item.value else { continue };
        let Some(section) = law.section(key) else {
            diagnostics.push(unknown_key(key, item, law));
            continue;
        };
        if let Some(first) = said.of_section.insert(section, *content) {
            let first = model.main_version(first).head;
            let twice = SECTION.variant("transparency-section--twice", item.span).with("key", key);
            diagnostics.push(twice.related(first, "ui-first-here"));
        }
        for item in entry.items("dichiarazioni") {
            let Some((statement, below)) = statement(&item.value, item.span) else { continue };
            let whole = below.as_ref().map_or_else(|| key.clone(), |(below, _)| format!("{key}/{below}"));
            let targets = targets(&whole, law);
            if targets.is_empty() {
                let item = below.as_ref().map_or(item, |(_, item)| item);
                diagnostics.push(unknown_key(&whole, item, law));
                continue;
            }
            let depth = whole.split('/').count();
            let n = said.statements.len();
            let is_exact = targets.len() == 1;
            said.statements.push(Statement { is_exact, ..statement });
            for target in targets {
                if nearest.get(&target).is_none_or(|known| *known <= depth) {
                    nearest.insert(target, depth);
                    said.of_obligation.insert(target, n);
                }
            }
        }
    }
    said
}

/// The obligations a key stands for: itself, or all of a section and of what is below it.
fn targets(key: &str, law: &Law) -> Vec<usize> {
    let below = format!("{key}/");
    let all = law.obligations.iter().enumerate();
    all.filter(|(_, obligation)| obligation.key == key || obligation.key.starts_with(&below))
        .map(|(n, _)| n)
        .collect()
}

type Below<'a> = Option<(String, &'a crate::validate::Item)>;

fn statement(value: &Val, span: Span) -> Option<(Statement, Below<'_>)> {
    let text = |name: &str| match &value.member(name)?.value {
        Val::Text(text) => Some(text.clone()),
        _ => None,
    };
    let formula = match text("formula")?.as_str() {
        "non applicabile" => Formula::NotApplicable,
        "nessuno" => Formula::None,
        _ => Formula::Preparing,
    };
    let year = match value.member("anno").map(|item| &item.value) {
        Some(Val::Integer(year)) => i16::try_from(*year).ok(),
        _ => None,
    };
    let date = value.member("data")?.value.date()?;
    let below = text("obbligo").and_then(|text| Some((text, value.member("obbligo")?)));
    Some((Statement { formula, date, year, reason: text("motivo"), span, is_exact: false }, below))
}
