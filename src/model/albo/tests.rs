//! A register replayed on every day of two years.

use std::path::PathBuf;

use jiff::ToSpan;

use super::*;
use crate::{
    load::{Request, Site, load},
    model::{self, Model},
    source::Sources,
    validate,
};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The example, read once: only the day is changed between models.
fn example() -> (Site, Sources) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let request = Request { root, today: day("2026-11-26"), base_url: None, drafts: false };
    let loading = load(&request).unwrap();
    (loading.site.unwrap(), loading.sources)
}

fn on(today: Date, site: &mut Site, validated: &validate::Validated) -> Model {
    site.today = today;
    model::run(validated.clone(), site).unpack(&mut Vec::new())
}

#[test]
fn every_act_is_there_in_its_days_and_no_others() {
    let (mut site, sources) = example();
    let validated = validate::run(&site, &sources).unpack(&mut Vec::new());
    let (first, last) = (day("2025-10-01"), day("2027-09-30"));
    let register = on(first, &mut site, &validated).albo.acts.clone();
    assert!(register.len() >= 40, "a year of acts: {}", register.len());
    let mut at = first;
    let mut most = 0;
    // Making the model of every day would take minutes: it is made on the days on which something changes, and a day after.
    let turns: std::collections::BTreeSet<Date> = register
        .iter()
        .flat_map(|act| act.turns(true))
        .flat_map(|day| [day, day.saturating_add(1.day())])
        .filter(|day| first <= *day && *day <= last)
        .collect();
    assert!(turns.len() > 60);
    while at <= last {
        let shown: Vec<&Act> = register.iter().filter(|act| act.is_shown(at)).collect();
        for act in &register {
            // By hand: the first day, and every day until the last, which is the first and as many as the type says.
            let until = act.from.saturating_add(act.days().unwrap().days());
            assert_eq!(act.is_shown(at), act.from <= at && at <= until, "{at} {}", act.label());
            let state = act.state(at);
            assert_eq!(state == State::Due, at < act.from, "{at} {}", act.label());
            assert!(state != State::InForce || act.is_shown(at), "{at} {}", act.label());
            assert!(!(act.is_archived(at) && act.is_shown(at)), "{at} {}", act.label());
        }
        if turns.contains(&at) {
            let model = on(at, &mut site, &validated);
            let mut found: Vec<String> =
                model.albo.shown().iter().map(|n| model.albo.act(*n).label()).collect();
            let mut expected: Vec<String> = shown.iter().map(|act| act.label()).collect();
            found.sort();
            expected.sort();
            assert_eq!(found, expected, "{at}");
            most = most.max(found.len());
            beside_the_contents(&model, at);
        }
        at = at.tomorrow().unwrap();
    }
    assert!(most >= 5, "never more than {most} acts at once");
}

/// An act is a content of the portal only where transparency lists it, and its files are at addresses of their own.
fn beside_the_contents(model: &Model, at: Date) {
    for content in model.of_type("atto") {
        let entry = model.main_version(*content);
        let listings = model.transparency.plan.of("atto", &entry.id);
        assert!(listings.iter().any(|listing| listing.life.contains(at)), "{at} {}", entry.id);
    }
    for (_, address) in model.albo.files(at) {
        assert!(address.starts_with(ADDRESS), "{address}");
    }
    for (_, address) in model.used_attachments() {
        assert!(!address.starts_with(ADDRESS), "{address}");
    }
}

#[test]
fn an_annulled_act_keeps_its_line() {
    let (mut site, sources) = example();
    let validated = validate::run(&site, &sources).unpack(&mut Vec::new());
    let model = on(day("2026-11-26"), &mut site, &validated);
    let annulled: Vec<&Act> = model.albo.acts().iter().filter(|act| act.annulled.is_some()).collect();
    assert!(!annulled.is_empty());
    for act in annulled {
        let date = act.annulled.as_ref().unwrap().date;
        let before = date.saturating_sub(1.day());
        assert_eq!(act.state(date), State::Annulled);
        assert_eq!(act.files(date).count(), 0, "its files are gone");
        assert!(before < act.from || act.state(before) == State::InForce);
        assert!(act.is_shown(act.until.unwrap()), "the line stays until its last day");
        assert_eq!(act.state(act.until.unwrap().saturating_add(400.days())), State::Annulled, "for ever");
    }
}
