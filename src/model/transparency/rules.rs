//! The rules about Amministrazione trasparente, told when everything is known.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{LawPage, Shown, State, rhythm, statements::Statement};
use crate::{
    diagnostic::{Diagnostic, Place, Severity},
    load::Site,
    model::Model,
    rule::Meta,
    schema::Applies,
};

/// A section or obligation that nobody knows.
pub(in super::super) static SECTION: Meta = Meta::new("transparency-section", Severity::Error);
/// An obligation without contents and without a word why.
pub(in super::super) static EMPTY: Meta = Meta::new("transparency-empty", Severity::Warning);
/// An act of which nobody knows when it must go.
pub(in super::super) static DURATION: Meta = Meta::new("transparency-duration", Severity::Warning);
/// Taken away before the law lets it go.
pub(in super::super) static TOO_SHORT: Meta = Meta::new("transparency-too-short", Severity::Warning);
/// Not renewed in time.
pub(in super::super) static LATE: Meta = Meta::new("transparency-late", Severity::Warning);
/// A declaration that is too old, or says there is nothing where there is something.
pub(in super::super) static FORMULA: Meta = Meta::new("transparency-formula", Severity::Warning);
/// What `[trasparenza]` of `site.toml` names, or misses.
pub(in super::super) static SETTINGS: Meta = Meta::new("transparency-settings", Severity::Error);

pub(in super::super) fn check(model: &Model, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    settings(model, site, diagnostics);
    super::contracts::check(model, site, diagnostics);
    for page in &model.transparency.pages {
        empty(page, model, site, diagnostics);
        formulas(page, model, site, diagnostics);
    }
}

/// Where to tell about a section: what its office wrote of it, else what it shows, else the settings.
fn place(page: &LawPage, shown: &[Shown], model: &Model, site: &Site) -> Place {
    match page.spoken.or_else(|| shown.first().map(|shown| shown.content)) {
        Some(content) => model.main_version(content).head.into(),
        None => site.config_file.into(),
    }
}

fn office(page: &LawPage, model: &Model) -> String {
    page.office.map_or("–".to_owned(), |office| model.main_version(office).title.clone())
}

/// What was not read in a source, or depends on a condition, only reminds.
fn weight(n: usize, site: &Site) -> Severity {
    let obligation = &site.schemas.transparency.obligations[n];
    if obligation.verified && obligation.applies == Applies::Yes { Severity::Warning } else { Severity::Note }
}

fn empty(page: &LawPage, model: &Model, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for duty in page.duties.iter().filter(|duty| duty.state == State::Missing) {
        let obligation = &site.schemas.transparency.obligations[duty.obligation];
        diagnostics.push(
            EMPTY
                .at(place(page, &[], model, site))
                .severity(weight(duty.obligation, site))
                .with("title", &obligation.title)
                .with("section", page.section_title(site))
                .with("norm", &obligation.norm)
                .with("what", &obligation.what)
                .with("office", office(page, model))
                .with("key", &obligation.key),
        );
    }
}

/// What is not renewed in time, told when the data were read.
pub fn late(model: &Model, site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for page in &model.transparency.pages {
        late_on(page, model, site, &mut diagnostics);
    }
    diagnostics
}

fn late_on(page: &LawPage, model: &Model, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for duty in page.duties.iter().filter(|duty| duty.state == State::Filled && !duty.is_lighter) {
        let obligation = &site.schemas.transparency.obligations[duty.obligation];
        let Some(updated) = model.renewed(duty) else { continue };
        let Some(due) = rhythm::late_since(obligation, updated, site.today) else { continue };
        let severity =
            if obligation.due_is_verified { weight(duty.obligation, site) } else { Severity::Note };
        diagnostics.push(
            LATE.at(place(page, &duty.shown, model, site))
                .severity(severity)
                .with("title", &obligation.title)
                .with("section", page.section_title(site))
                .with("days", days_between(due, site.today))
                .with("due", italian(due))
                .with("updated", italian(updated))
                .with("office", office(page, model)),
        );
    }
}

fn formulas(page: &LawPage, model: &Model, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    // What was said of a whole section is told once.
    let mut told = BTreeSet::new();
    for duty in &page.duties {
        let obligation = &site.schemas.transparency.obligations[duty.obligation];
        let Some(statement) = duty.statement else { continue };
        let said = &model.transparency.statements[statement];
        let diagnostic = match duty.state {
            // A word for a whole section does not contradict what is there.
            State::Filled if said.is_exact => FORMULA.variant("transparency-formula--filled", said.span),
            State::Declared => match stale(said, site.today) {
                Some(words) => FORMULA.variant(words, said.span),
                None => continue,
            },
            _ => continue,
        };
        let diagnostic = diagnostic
            .with("title", &obligation.title)
            .with("date", italian(said.date))
            .with("year", said.year.unwrap_or(said.date.year()).to_string())
            .with("office", office(page, model));
        if told.insert(statement) {
            diagnostics.push(diagnostic);
        }
    }
}

/// Why a declaration has to be looked at again.
fn stale(said: &Statement, today: Date) -> Option<&'static str> {
    let until = said.good_until()?;
    (today > until).then_some(match said.year {
        Some(_) => "transparency-formula--year",
        None => "transparency-formula--preparing",
    })
}

/// `[trasparenza]` names contents that exist; thresholds need the number of inhabitants.
fn settings(model: &Model, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let Some(settings) = &site.config.trasparenza else { return };
    let law = &site.schemas.transparency;
    let span = |text: &str| {
        let places = &site.config.places.transparency;
        places.iter().find(|(written, _)| written == text).map(|(_, span)| *span)
    };
    let named = [("unita_organizzativa", &settings.ufficio), ("persona", &settings.responsabile)];
    for (type_name, id) in named {
        let Some(id) = id else { continue };
        if model.find(type_name, id).is_none() && !model.absent.contains_key(&(type_name.into(), id.clone()))
        {
            let place = span(id).map_or_else(|| site.config_file.into(), Place::from);
            let ids = model.contents.iter().filter(|content| content.type_name == type_name);
            let known = crate::suggest::closest(id, ids.map(|content| content.id.as_str()));
            let diagnostic = match known {
                Some(known) => SETTINGS.at(place).with("known", known),
                None => SETTINGS.variant("transparency-settings--strange", place),
            };
            diagnostics.push(diagnostic.with("id", id));
        }
    }
    if site.config.ente.popolazione.is_none() {
        let threshold = law.obligations.iter().find_map(|obligation| obligation.inhabitants_from);
        diagnostics.extend(threshold.map(|threshold| {
            SETTINGS
                .variant("transparency-settings--population", site.config_file)
                .severity(Severity::Warning)
                .with("threshold", threshold as usize)
        }));
    }
}

fn days_between(from: Date, to: Date) -> usize {
    from.until(to).map_or(0, |span| usize::try_from(span.get_days()).unwrap_or(0))
}

pub(super) fn italian(day: Date) -> String {
    day.strftime("%d/%m/%Y").to_string()
}
