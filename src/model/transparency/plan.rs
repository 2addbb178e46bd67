//! Where every content is listed and from which day to which, whatever day it is today.
//!
//! It is made before presence is decided: what the law says must go is gone everywhere.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;

use super::{
    duration::{self, Dates, Life},
    rules::{DURATION, SECTION, TOO_SHORT},
    select::Index,
};
use crate::{
    diagnostic::Diagnostic,
    load::Site,
    model::Model,
    schema::{DurationRule, Selector, Transparency as Law},
    suggest::closest,
    validate::{Entry, Item, Val},
};

/// Where a content is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A section as a whole, named by an editor.
    Section(usize),
    Obligation(usize),
}

/// A content in a list, with its days.
#[derive(Debug, Clone)]
pub struct Listing {
    pub target: Target,
    pub life: Life,
    /// From this day it belongs to those of the past.
    pub past_from: Option<Date>,
    /// Fields shown beside the title.
    pub columns: Vec<String>,
    /// The place of its selector; what an editor named comes last.
    pub rank: usize,
    /// Its section speaks of single persons.
    pub is_of_persons: bool,
}

/// The listings of every content, by type and id.
#[derive(Debug, Default)]
pub struct Plan {
    listings: BTreeMap<(String, String), Vec<Listing>>,
}

impl Plan {
    pub fn of(&self, type_name: &str, id: &str) -> &[Listing] {
        self.listings.get(&(type_name.to_owned(), id.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// Every content with its listings.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, &[Listing])> {
        self.listings.iter().map(|((name, id), listings)| (name.as_str(), id.as_str(), listings.as_slice()))
    }

    /// The last day on which any list shows it; none: no day is the last, or no list does.
    pub fn last_day(&self, type_name: &str, id: &str) -> Option<Date> {
        let ends: Option<Vec<Date>> =
            self.of(type_name, id).iter().map(|listing| listing.life.until).collect();
        ends?.into_iter().max()
    }
}

/// Looks at every content. A site without the section plans nothing.
pub fn plan(entries: &[Arc<Entry>], site: &Site, diagnostics: &mut Vec<Diagnostic>) -> Plan {
    let mut plan = Plan::default();
    if site.config.trasparenza.is_none() {
        return plan;
    }
    let index = Index::new(entries, site);
    let gathering = gathering(site);
    for entry in index.speakers(entries) {
        plan.look_at(entry, &mut Planner::new(site, &index, &gathering, diagnostics));
    }
    plan
}

/// What `plan` says of one content among those of a model; an older version of it there does not count.
pub fn plan_of(entry: &Entry, model: &Model, site: &Site) -> Plan {
    let mut plan = Plan::default();
    if site.config.trasparenza.is_none() {
        return plan;
    }
    let index = Index::with(entry, model, site);
    if let Some(speaker) = index.speaker(entry) {
        plan.look_at(speaker, &mut Planner::new(site, &index, &gathering(site), &mut Vec::new()));
    }
    plan
}

impl Plan {
    fn look_at(&mut self, entry: &Entry, planner: &mut Planner<'_>) {
        let listings = planner.listings(entry);
        if !listings.is_empty() {
            self.listings.insert((entry.content_type.name.clone(), entry.id.clone()), listings);
        }
    }
}

fn gathering(site: &Site) -> Gathering<'_> {
    let mut gathering: Gathering<'_> = BTreeMap::new();
    for (n, obligation) in site.schemas.transparency.obligations.iter().enumerate() {
        for (rank, selector) in obligation.gathers.iter().enumerate() {
            gathering.entry(&selector.tipo).or_default().push((n, rank, selector));
        }
    }
    gathering
}

/// By content type: obligation, place among its selectors, selector.
type Gathering<'a> = BTreeMap<&'a str, Vec<(usize, usize, &'a Selector)>>;

struct Planner<'a> {
    law: &'a Law,
    gathering: &'a Gathering<'a>,
    index: &'a Index<'a>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Planner<'a> {
    fn new(
        site: &'a Site,
        index: &'a Index<'a>,
        gathering: &'a Gathering<'a>,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self { law: &site.schemas.transparency, index, gathering, diagnostics }
    }

    fn listings(&mut self, entry: &Entry) -> Vec<Listing> {
        let times = self.law.times.get(&entry.content_type.name);
        let dates = duration::dates(entry, times);
        let named = self.named(entry, &dates);
        let in_sections: BTreeSet<usize> =
            named.iter().map(|listing| self.section_of(listing.target)).collect();
        let mut listings = self.by_kind(entry, &dates, &in_sections);
        listings.extend(named);
        self.tell_undated(entry, &dates, &listings);
        self.tell_too_short(entry, &listings);
        listings
    }

    /// Because of what it is. Within a section the editor's word counts more.
    fn by_kind(&self, entry: &Entry, dates: &Dates, but: &BTreeSet<usize>) -> Vec<Listing> {
        let mut listings: Vec<Listing> = Vec::new();
        let selectors = self.gathering.get(entry.content_type.name.as_str()).map_or(&[][..], Vec::as_slice);
        for (n, rank, selector) in selectors {
            let (target, obligation) = (Target::Obligation(*n), &self.law.obligations[*n]);
            let is_listed = listings.last().is_some_and(|last| last.target == target);
            if is_listed || but.contains(&obligation.section) || !self.index.matches(selector, entry) {
                continue;
            }
            let Some(life) = duration::life(obligation.duration, selector.quando, dates) else { continue };
            listings.push(Listing {
                target,
                life,
                past_from: past_from(dates),
                columns: selector.colonne.clone(),
                rank: *rank,
                is_of_persons: self.law.sections[obligation.section].is_of_persons,
            });
        }
        listings
    }

    /// Because an editor says so (`trasparenza`).
    fn named(&mut self, entry: &Entry, dates: &Dates) -> Vec<Listing> {
        let mut listings = Vec::new();
        for item in entry.items("trasparenza") {
            let Val::Text(key) = &item.value else { continue };
            let target = self.target(key);
            let Some(target) = target else {
                self.diagnostics.push(unknown_key(key, item, self.law));
                continue;
            };
            let rule = match target {
                Target::Obligation(n) => {
                    self.tell_repealed(n, item, dates);
                    self.law.obligations[n].duration
                }
                Target::Section(_) => DurationRule::FiveYears,
            };
            let life = duration::life(rule, None, dates).unwrap_or_default();
            listings.push(Listing {
                target,
                life,
                past_from: past_from(dates),
                columns: Vec::new(),
                rank: usize::MAX,
                is_of_persons: self.law.sections[self.section_of(target)].is_of_persons,
            });
        }
        listings
    }

    /// A section with one obligation is that obligation.
    fn target(&self, key: &str) -> Option<Target> {
        if let Some(n) = self.law.obligation(key) {
            return Some(Target::Obligation(n));
        }
        let section = self.law.section(key)?;
        match self.law.sections[section].obligations.as_slice() {
            [only] => Some(Target::Obligation(*only)),
            _ => Some(Target::Section(section)),
        }
    }

    fn section_of(&self, target: Target) -> usize {
        match target {
            Target::Section(section) => section,
            Target::Obligation(n) => self.law.obligations[n].section,
        }
    }

    fn tell_repealed(&mut self, n: usize, item: &Item, dates: &Dates) {
        let obligation = &self.law.obligations[n];
        let Some(until) = obligation.until else { return };
        if dates.start.is_none_or(|start| start > until) {
            let diagnostic = SECTION.variant("transparency-section--repealed", item.span);
            let diagnostic = diagnostic.severity(crate::diagnostic::Severity::Warning);
            let day = until.strftime("%d/%m/%Y").to_string();
            self.diagnostics.push(diagnostic.with("title", &obligation.title).with("date", day));
        }
    }

    /// An act without a day: nobody knows when it must go.
    fn tell_undated(&mut self, entry: &Entry, dates: &Dates, listings: &[Listing]) {
        let counts = |listing: &&Listing| match listing.target {
            Target::Obligation(n) => self.law.obligations[n].duration == DurationRule::FiveYears,
            Target::Section(_) => true,
        };
        if !dates.is_act || dates.start.is_some() || dates.decided.is_some() {
            return;
        }
        if let Some(listing) = listings.iter().find(counts) {
            let fields = self.law.times.get(&entry.content_type.name).map_or(&[][..], |times| &times.decorre);
            let fields: Vec<String> = fields.iter().map(|name| format!("`{name}`")).collect();
            let diagnostic = DURATION.at(entry.head).with("title", self.title(listing.target));
            self.diagnostics.push(diagnostic.with("fields", fields.join(", ")));
        }
    }

    /// `pubblicato_fino` takes a content away before the law lets it go.
    fn tell_too_short(&mut self, entry: &Entry, listings: &[Listing]) {
        let Some(item) = entry.field("pubblicato_fino") else { return };
        let Some(until) = item.value.date() else { return };
        let longest = listings.iter().max_by_key(|listing| listing.life.until.unwrap_or(Date::MAX));
        let Some(longest) = longest.filter(|longest| longest.life.until.is_none_or(|end| end > until)) else {
            return;
        };
        let diagnostic = match longest.life.until {
            Some(end) => TOO_SHORT.at(item.span).with("date", end.strftime("%d/%m/%Y").to_string()),
            None => TOO_SHORT.variant("transparency-too-short--open", item.span),
        };
        self.diagnostics.push(diagnostic.with("title", self.title(longest.target)));
    }

    fn title(&self, target: Target) -> &str {
        match target {
            Target::Section(n) => &self.law.sections[n].title,
            Target::Obligation(n) => &self.law.obligations[n].title,
        }
    }
}

fn past_from(dates: &Dates) -> Option<Date> {
    dates.concluded.and_then(|last| last.tomorrow().ok())
}

/// A key nobody knows, with the one that was perhaps meant.
pub(super) fn unknown_key(key: &str, item: &Item, law: &Law) -> Diagnostic {
    let last = key.rsplit('/').next().unwrap_or(key);
    let by_last = || law.keys().find(|known| known.rsplit('/').next() == Some(last));
    match by_last().or_else(|| closest(key, law.keys())) {
        Some(known) => SECTION.at(item.span).with("known", known),
        None => SECTION.variant("transparency-section--strange", item.span),
    }
    .with("key", key)
}
