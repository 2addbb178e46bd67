//! The rules about the register: numbers, ends, documents, and what the albo and transparency may not do to each other.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Act, FIELD, KIND_FIELD, Source, State, read::chain};
use crate::{
    diagnostic::{Diagnostic, Place, Severity},
    load::Site,
    model::{Model, links_of, references_of},
    rule::Meta,
    schema::ActRule,
    source::Span,
    validate::Item,
};

/// A number used twice, or left out.
pub(in crate::model) static NUMBER: Meta = Meta::new("albo-number", Severity::Error);
/// An act of which nobody knows when it must go, or whose end contradicts its rule.
pub(in crate::model) static END: Meta = Meta::new("albo-end", Severity::Error);
/// An act without a document.
pub(in crate::model) static DOCUMENT: Meta = Meta::new("albo-document", Severity::Warning);
/// An act about single persons that transparency lists for search engines to find.
pub(in crate::model) static REGIME: Meta = Meta::new("albo-regime", Severity::Error);
/// What `[albo]` of `site.toml` names.
pub(in crate::model) static SETTINGS: Meta = Meta::new("albo-settings", Severity::Error);

pub(in crate::model) fn check(model: &Model, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    settings(model, site, diagnostics);
    numbers(model, site, diagnostics);
    for act in model.albo.acts() {
        let judge = Judge { act, model, site };
        diagnostics.extend(judge.registered());
        diagnostics.extend(judge.end());
        diagnostics.extend(judge.annulled());
        // What is over can be mended no more.
        if act.until.is_some_and(|until| until < site.today) {
            continue;
        }
        diagnostics.extend(judge.reason());
        diagnostics.extend(judge.too_short());
        diagnostics.extend(judge.document());
        diagnostics.extend(judge.regime());
        judge.links_and_references(diagnostics);
    }
}

/// The office that `[albo]` names is there.
fn settings(model: &Model, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    const OFFICE: &str = "unita_organizzativa";
    let Some(id) = site.config.albo.as_ref().and_then(|albo| albo.ufficio.as_ref()) else { return };
    if model.find(OFFICE, id).is_some() || model.absent.contains_key(&(OFFICE.to_owned(), id.clone())) {
        return;
    }
    let place = site.config.places.albo_office.map_or_else(|| site.config_file.into(), Place::from);
    let offices = model.contents().map(|(_, content)| content).filter(|content| content.type_name == OFFICE);
    let diagnostic = match crate::suggest::closest(id, offices.map(|content| content.id.as_str())) {
        Some(known) => SETTINGS.at(place).with("known", known),
        None => SETTINGS.variant("albo-settings--strange", place),
    };
    diagnostics.push(diagnostic.with("id", id));
}

/// Every number of a year once, none left out from 1 to the last. The acts come by year and number.
fn numbers(model: &Model, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let mut by_year: BTreeMap<i16, Vec<&Act>> = BTreeMap::new();
    for act in model.albo.acts() {
        by_year.entry(act.year).or_default().push(act);
    }
    let starts = site.config.albo.as_ref().and_then(|albo| albo.inizia_da.as_deref()).and_then(start);
    for (year, acts) in by_year {
        // What came before the register of this site is kept elsewhere.
        let before = match starts {
            Some((first_year, _)) if year < first_year => None,
            Some((first_year, number)) if year == first_year => Some(number - 1),
            _ => Some(0),
        };
        if let (Some(before), Some(act)) = (before, acts.first()) {
            diagnostics.extend(gap(act, before, "albo-number--start"));
        }
        for pair in acts.windows(2) {
            let [before, act] = pair else { continue };
            let place = number_span(act);
            if act.number == before.number {
                let last = acts.last().map_or(act.number, |act| act.number);
                diagnostics.push(
                    NUMBER
                        .at(place)
                        .with("number", act.number.to_string())
                        .with("year", year.to_string())
                        .with("free", (last + 1).to_string())
                        .related(number_span(before), "ui-first-here"),
                );
            }
            diagnostics.extend(gap(act, before.number, "albo-number--gaps"));
            if act.number > before.number && act.registered < before.registered {
                let diagnostic = NUMBER.variant("albo-number--order", place).severity(Severity::Warning);
                diagnostics.push(
                    diagnostic
                        .with("number", act.number.to_string())
                        .with("day", italian(act.registered))
                        .with("before", before.number.to_string())
                        .with("other", italian(before.registered)),
                );
            }
        }
    }
}

/// `418/2025`: year and number with which the register of this site begins.
fn start(written: &str) -> Option<(i16, i64)> {
    let (number, year) = written.split_once('/')?;
    Some((year.parse().ok()?, number.parse().ok()?))
}

/// Numbers that nobody has between the one before and this act's; `many`: the words for more than one of them.
fn gap(act: &Act, before: i64, many: &'static str) -> Option<Diagnostic> {
    let missing = act.number - before - 1;
    let words = if missing == 1 && before > 0 { "albo-number--gap" } else { many };
    (missing > 0).then(|| {
        NUMBER
            .variant(words, number_span(act))
            .severity(Severity::Warning)
            .with("first", (before + 1).to_string())
            .with("last", (act.number - 1).to_string())
            .with("number", act.number.to_string())
            .with("year", act.year.to_string())
    })
}

fn number_span(act: &Act) -> Span {
    member(act, "numero").map_or(act.span, |item| item.span)
}

fn member<'a>(act: &'a Act, name: &str) -> Option<&'a Item> {
    act.entry.field(FIELD)?.value.member(name)
}

struct Judge<'a> {
    act: &'a Act,
    model: &'a Model,
    site: &'a Site,
}

impl Judge<'_> {
    fn span(&self, name: &str) -> Span {
        member(self.act, name).map_or(self.act.span, |item| item.span)
    }

    fn rule(&self) -> Option<&ActRule> {
        let words = chain(self.act.kind.as_deref()?, self.site);
        self.site.schemas.albo.rule(words.iter().map(String::as_str), self.act.from)
    }

    /// Nobody knows the last day, or it comes before the first.
    fn end(&self) -> Option<Diagnostic> {
        let act = self.act;
        if act.until.is_some() {
            return None;
        }
        let diagnostic = match (act.source, &act.kind, self.rule()) {
            (Some(_), ..) => {
                let name = if member(act, "al").is_some() { "al" } else { "dal" };
                END.variant("albo-end--before", self.span(name)).with("from", italian(act.from))
            }
            // Where the type of content asks for it, its absence was told with the other fields.
            (None, None, _) => {
                act.entry.content_type.field(KIND_FIELD)?;
                if self.has_unknown_type() {
                    return None;
                }
                END.variant("albo-end--no-type", act.span)
            }
            (None, Some(kind), None) => {
                END.variant("albo-end--no-rule", self.span("tipo")).with("type", kind)
            }
            (None, Some(kind), Some(rule)) => {
                END.at(act.span).with("type", kind).with("norm", rule.norm.as_str())
            }
        };
        Some(diagnostic)
    }

    /// Whether a type is written that no vocabulary has: that was told at its place, and is one mistake.
    fn has_unknown_type(&self) -> bool {
        let text = &self.act.entry.source;
        let says = |text: &str, name: &str| {
            let parts = text.split(['\n', ',', '{']).map(str::trim_start);
            parts.filter_map(|part| part.strip_prefix(name)).any(|rest| rest.trim_start().starts_with(':'))
        };
        let group = text.get(self.act.span.start as usize..self.act.span.end as usize).unwrap_or("");
        says(group, "tipo") || says(text, KIND_FIELD)
    }

    fn annulled(&self) -> Option<Diagnostic> {
        let date = self.act.annulled.as_ref()?.date;
        let is_in_time = self.act.from <= date && self.act.until.is_none_or(|until| date <= until);
        let place = || {
            let inner = member(self.act, "annullato").and_then(|item| item.value.member("data"));
            inner.map_or(self.act.span, |item| item.span)
        };
        (!is_in_time).then(|| {
            let until = self.act.until.map(italian).unwrap_or_default();
            END.variant("albo-end--annulled", place())
                .with("from", italian(self.act.from))
                .with("until", until)
        })
    }

    /// Another duration than that of the type has its reason written down.
    fn reason(&self) -> Option<Diagnostic> {
        if self.act.source != Some(Source::Decided) || self.act.reason.is_some() {
            return None;
        }
        let name = if member(self.act, "al").is_some() { "al" } else { "giorni" };
        let said = self.rule().map(|rule| rule.norm.as_str());
        let words = if said.is_some() { "albo-end--reason" } else { "albo-end--reason-free" };
        Some(END.variant(words, self.span(name)).with("norm", said.unwrap_or_default()))
    }

    /// Nothing is on the board before it is in the register.
    fn registered(&self) -> Option<Diagnostic> {
        let act = self.act;
        (act.registered > act.from).then(|| {
            NUMBER
                .variant("albo-number--registered", self.span("registrato_il"))
                .with("day", italian(act.registered))
                .with("from", italian(act.from))
        })
    }

    /// Fewer days than a norm asks for. A norm that nobody read reminds only.
    fn too_short(&self) -> Option<Diagnostic> {
        let rule = self.rule().filter(|rule| rule.is_minimum)?;
        let (least, days) = (i32::from(rule.days?), self.act.days()?);
        (days < least).then(|| {
            let severity = if rule.verified { Severity::Warning } else { Severity::Note };
            let name = if member(self.act, "al").is_some() { "al" } else { "giorni" };
            END.variant("albo-end--short", self.span(name))
                .severity(severity)
                .with("days", i64::from(days))
                .with("least", i64::from(least))
                .with("norm", rule.norm.as_str())
        })
    }

    /// Publication has effects in law through the document itself.
    fn document(&self) -> Option<Diagnostic> {
        let has_one = self.act.documents.iter().any(|document| document.title.is_some());
        // Of an act about persons an extract is published, which may be the text alone.
        let needs_one =
            !has_one && !self.act.is_personal && self.act.state(self.site.today) != State::Annulled;
        needs_one.then(|| DOCUMENT.at(self.act.span))
    }

    /// Names of single persons are not for search engines: transparency would have to publish them.
    fn regime(&self) -> Option<Diagnostic> {
        let entry = &self.act.entry;
        let listings = self.model.transparency.plan.of(&entry.content_type.name, &entry.id);
        let is_found = !listings.is_empty() && !entry.is_true("dati_particolari");
        (self.act.is_personal && is_found).then(|| {
            let place = entry.field("trasparenza").or_else(|| entry.field("genere_atto"));
            let place = place.map_or(self.act.span, |item| item.span);
            REGIME.at(place).with("type", self.act.kind.as_deref().unwrap_or_default())
        })
    }

    /// What the model of contents does not hold today is judged here: nobody else would.
    fn links_and_references(&self, diagnostics: &mut Vec<Diagnostic>) {
        let entry = &self.act.entry;
        if self.model.find(&entry.content_type.name, &entry.id).is_some() {
            return;
        }
        links_of(entry, self.model, diagnostics);
        references_of(entry, self.model, &self.site.schemas, diagnostics);
    }
}

fn italian(day: Date) -> String {
    day.strftime("%d/%m/%Y").to_string()
}
