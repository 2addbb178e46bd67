//! Amministrazione trasparente: the law's tree held against the contents of the site (d.lgs. 33/2013).
//!
//! 1. `plan`: where every content is listed, and from which day to which; before presence is decided.
//! 2. `statements`: what offices say of sections.
//! 3. Here: the pages of the day, with what each obligation shows and why it is empty.
//! 4. `rules`: what is missing, late, contradictory. `deadlines`: what comes next.

mod contracts;
mod deadlines;
mod duration;
mod indexing;
mod plan;
mod rhythm;
mod rules;
mod select;
mod statements;

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use jiff::civil::Date;

pub use contracts::{Answer, Due, documents_of};
pub use deadlines::{Deadline, Reason, RowsGo, deadlines, next_change};
pub use duration::Life;
pub use indexing::{INDEXING, Indexing, is_refused, of_content, of_section};
pub use plan::{Listing, Plan, Target, plan, plan_of};
pub use rhythm::{due_after, due_between, late_since};
pub use statements::{Formula, Statement, TYPE};

pub(super) use contracts::DOCUMENT;
pub(super) use rules::check;
pub use rules::late;
pub(super) use rules::{DURATION, EMPTY, FORMULA, LATE, SECTION, SETTINGS, TOO_SHORT};

use super::{Model, SectionId};
use crate::{
    config::TipoEnte,
    diagnostic::Diagnostic,
    load::Site,
    schema::{Applies, Obligation, ROOT},
    validate::ContentId,
};

/// The sections of the law on the day of the build.
#[derive(Debug, Default)]
pub struct Transparency {
    /// In the order of the law.
    pub pages: Vec<LawPage>,
    pub statements: Vec<Statement>,
    pub plan: Plan,
    by_section: HashMap<SectionId, usize>,
}

/// A section or subsection, with its page.
#[derive(Debug, Clone)]
pub struct LawPage {
    /// Its number in the law.
    pub law: usize,
    pub section: SectionId,
    /// What the office says of it (`sezione_trasparente`).
    pub content: Option<ContentId>,
    /// Where its office would speak of it: that, or what it says of the section above.
    pub spoken: Option<ContentId>,
    /// Who answers for it.
    pub office: Option<ContentId>,
    pub responsible: Option<ContentId>,
    pub duties: Vec<Duty>,
    /// What editors put into the section without naming an obligation.
    pub general: Vec<Shown>,
    /// The last change of anything in it.
    pub updated: Option<Date>,
}

/// An obligation on a page.
#[derive(Debug, Clone)]
pub struct Duty {
    /// Its number in the law.
    pub obligation: usize,
    pub state: State,
    /// The body is small enough for the simplification of the obligation.
    pub is_lighter: bool,
    /// Its number among the statements.
    pub statement: Option<usize>,
    pub shown: Vec<Shown>,
    /// The last change of what it shows.
    pub updated: Option<Date>,
}

impl Model {
    /// Since when an obligation is in order: what data tell counts more than the day on which somebody touched a page.
    pub fn renewed(&self, duty: &Duty) -> Option<Date> {
        self.told_by_data.get(&duty.obligation).copied().or(duty.updated)
    }
}

/// Why an obligation looks as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It shows contents.
    Filled,
    /// Empty, and an office said why.
    Declared,
    /// It does not concern this body.
    NotApplicable(Exempt),
    /// Empty, and nobody said why.
    Missing,
}

/// Why an obligation does not concern the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exempt {
    /// It concerns other kinds of bodies.
    Kind,
    /// The body has fewer inhabitants than this.
    Inhabitants(u32),
}

/// A content in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    pub content: ContentId,
    /// Fields shown beside the title.
    pub columns: Vec<String>,
    /// The last day it is there.
    pub until: Option<Date>,
    /// It belongs to those of the past.
    pub is_past: bool,
}

impl Transparency {
    /// The page of a section of the tree.
    pub fn page_of(&self, section: SectionId) -> Option<&LawPage> {
        self.by_section.get(&section).map(|n| &self.pages[*n])
    }

    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }
}

impl LawPage {
    /// The official title.
    pub(super) fn section_title<'a>(&self, site: &'a Site) -> &'a str {
        &site.schemas.transparency.sections[self.law].title
    }

    /// Everything listed, in the order of the page: what belongs to no obligation first.
    pub fn all_shown(&self) -> impl Iterator<Item = &Shown> {
        self.general.iter().chain(self.duties.iter().flat_map(|duty| &duty.shown))
    }
}

/// Address of a section of the law.
pub(super) fn address(key: &str) -> String {
    format!("/{ROOT}/{key}/")
}

/// The pages of the day. The plan was made before presence was decided; now it is held against what is there.
pub(super) fn build(model: &mut Model, plan: Plan, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let law = &site.schemas.transparency;
    if site.config.trasparenza.is_none() {
        return;
    }
    let said = statements::collect(model, site, diagnostics);
    let mut shown = shown_today(model, &plan);
    let mut pages: Vec<LawPage> = Vec::new();
    for (n, section) in law.sections.iter().enumerate() {
        let Some(id) = model.section_at(&address(&section.key)) else { continue };
        let above = section.parent.and_then(|parent| pages.iter().find(|page| page.law == parent));
        let content = said.of_section.get(&n).copied();
        let spoken = content.or_else(|| above?.spoken);
        let (office, responsible) = answers(model, site, content, above);
        let duties: Vec<Duty> = section
            .obligations
            .iter()
            .filter_map(|obligation| {
                let shown = shown.remove(&Target::Obligation(*obligation)).unwrap_or_default();
                let statement = said.of_obligation.get(obligation).copied();
                duty(*obligation, shown, statement, &said.statements, model, site)
            })
            .collect();
        let general = shown.remove(&Target::Section(n)).unwrap_or_default();
        let own = content.and_then(|content| model.updated(model.version(content, &model.main_language)));
        let updated = duties.iter().map(|duty| duty.updated).chain([own]);
        let updated =
            updated.chain(general.iter().map(|shown| changed(model, shown.content))).flatten().max();
        pages.push(LawPage {
            law: n,
            section: id,
            content,
            spoken,
            office,
            responsible,
            duties,
            general,
            updated,
        });
    }
    let by_section = pages.iter().enumerate().map(|(n, page)| (page.section, n)).collect();
    let statements = said.statements;
    model.transparency = Arc::new(Transparency { pages, statements, plan, by_section });
}

/// What every list shows today, in its order: the current ones first.
fn shown_today(model: &Model, plan: &Plan) -> BTreeMap<Target, Vec<Shown>> {
    let mut order: HashMap<ContentId, usize> = HashMap::new();
    for contents in model.by_type.values() {
        order.extend(contents.iter().enumerate().map(|(n, content)| (*content, n)));
    }
    let mut lists: BTreeMap<Target, Vec<(usize, Shown)>> = BTreeMap::new();
    for (type_name, id, listings) in plan.iter() {
        let Some(content) = model.find(type_name, id) else { continue };
        // An editor may take it away earlier, which was told.
        let last = model.main_version(content).date("pubblicato_fino");
        for listing in listings.iter().filter(|listing| listing.life.contains(model.today)) {
            let shown = Shown {
                content,
                columns: listing.columns.clone(),
                until: [listing.life.until, last].into_iter().flatten().min(),
                is_past: listing.past_from.is_some_and(|from| from <= model.today),
            };
            lists.entry(listing.target).or_default().push((listing.rank, shown));
        }
    }
    let sorted = lists.into_iter().map(|(target, mut list)| {
        list.sort_by_key(|(rank, shown)| (shown.is_past, *rank, order.get(&shown.content).copied()));
        (target, list.into_iter().map(|(_, shown)| shown).collect())
    });
    sorted.collect()
}

/// Office and person: named for the section, else for the one above, else in `site.toml`.
fn answers(
    model: &Model,
    site: &Site,
    content: Option<ContentId>,
    above: Option<&LawPage>,
) -> (Option<ContentId>, Option<ContentId>) {
    let settings = site.config.trasparenza.as_ref();
    let entry = content.map(|content| model.main_version(content));
    let office = entry
        .and_then(|entry| model.competent_office(entry))
        .or_else(|| above?.office)
        .or_else(|| model.find("unita_organizzativa", settings?.ufficio.as_ref()?));
    let responsible = entry
        .and_then(|entry| super::targets(entry.items("responsabile")).next())
        .or_else(|| above?.responsible)
        .or_else(|| model.find("persona", settings?.responsabile.as_ref()?));
    (office, responsible)
}

/// None: it is not asked for today and there is nothing to show.
fn duty(
    n: usize,
    shown: Vec<Shown>,
    statement: Option<usize>,
    statements: &[Statement],
    model: &Model,
    site: &Site,
) -> Option<Duty> {
    let obligation = &site.schemas.transparency.obligations[n];
    let is_asked =
        obligation.from <= model.today && obligation.until.is_none_or(|until| model.today <= until);
    if !is_asked && shown.is_empty() {
        return None;
    }
    let state = if !shown.is_empty() {
        State::Filled
    } else if statement.is_some() {
        State::Declared
    } else {
        exempt(obligation, site).map_or(State::Missing, State::NotApplicable)
    };
    let said = statement.filter(|_| state == State::Declared).map(|statement| statements[statement].date);
    let updated = shown.iter().map(|shown| changed(model, shown.content)).chain([said]).flatten().max();
    Some(Duty { obligation: n, state, is_lighter: is_lighter(obligation, site), statement, shown, updated })
}

/// Whether the body has few enough inhabitants for what the obligation lets small ones do.
fn is_lighter(obligation: &Obligation, site: &Site) -> bool {
    let people = site.config.ente.popolazione;
    obligation.lighter.as_ref().is_some_and(|lighter| people.is_some_and(|n| n < lighter.abitanti_sotto))
}

fn changed(model: &Model, content: ContentId) -> Option<Date> {
    model.updated(model.version(content, &model.main_language))
}

/// Whether an obligation does not concern the body, and why.
fn exempt(obligation: &Obligation, site: &Site) -> Option<Exempt> {
    let config = &site.config;
    let is_town = matches!(config.ente.tipo, TipoEnte::Comune | TipoEnte::Unione);
    if is_town && obligation.applies == Applies::No {
        return Some(Exempt::Kind);
    }
    if let (Some(threshold), Some(people)) = (obligation.inhabitants_from, config.ente.popolazione)
        && people < threshold
    {
        return Some(Exempt::Inhabitants(threshold));
    }
    None
}

/// What the tree of sections gets: address, title, place among its neighbours.
pub(super) fn sections(site: &Site, plan: &Plan, today: Date) -> Vec<(String, String, i64)> {
    let law = &site.schemas.transparency;
    if site.config.trasparenza.is_none() || law.is_empty() {
        return Vec::new();
    }
    let is_kept = |n: usize| {
        let is_of = |target: Target| match target {
            Target::Section(section) => section == n,
            Target::Obligation(obligation) => law.obligations[obligation].section == n,
        };
        plan.iter().any(|(_, _, listings)| {
            listings.iter().any(|listing| is_of(listing.target) && listing.life.contains(today))
        })
    };
    let shown = law.sections.iter().enumerate().filter(|(n, section)| !section.is_archive || is_kept(*n));
    let root = (format!("/{ROOT}/"), crate::schema::ROOT_TITLE.to_owned(), i64::MAX);
    let below = shown.map(|(n, section)| (address(&section.key), section.title.clone(), n as i64));
    std::iter::once(root).chain(below).collect()
}
