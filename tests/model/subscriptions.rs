//! What people subscribe to, read back by programs that are not ours: feeds and calendars of the example.

use std::collections::BTreeSet;

use feed_rs::model::{FeedType, Text};
use icalendar::{Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime};

use super::portal::{HOST, Portal, example};

/// The title a page shows.
fn title(portal: &Portal, url: &str) -> String {
    let html = &portal.page(url).html;
    let heading = html.elements().find(|node| html.tag(*node) == "h1").expect("a title");
    html.text_content(heading).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The address of a page of the portal, without its host.
fn own<'a>(portal: &Portal, address: &'a str) -> &'a str {
    let url = address.strip_prefix(HOST).unwrap_or_else(|| panic!("{address} is elsewhere"));
    assert!(portal.pages.contains_key(url), "nothing stands at {url}");
    url
}

#[test]
fn feeds_are_read() {
    let portal = example();
    let feeds: Vec<_> = portal.files.iter().filter(|(url, _)| url.ends_with("feed.xml")).collect();
    assert!(feeds.len() >= 3, "news, events, calls");
    for (url, text) in feeds {
        let feed = feed_rs::parser::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{url}: {error}"));
        assert_eq!(feed.feed_type, FeedType::Atom, "{url}");
        assert_eq!(feed.id, format!("{HOST}{url}"));
        assert!(feed.title.is_some() && feed.updated.is_some(), "{url}");
        assert!(!feed.entries.is_empty() && feed.entries.len() <= 50, "{url}");
        let mut ids = BTreeSet::new();
        for entry in &feed.entries {
            assert!(ids.insert(&entry.id), "{} stands twice in {url}", entry.id);
            let told = entry.title.as_ref().map(|title| title.content.as_str()).unwrap_or_default();
            let page = own(portal, &entry.links.first().expect("a link").href);
            // An act is told with its number in the register before.
            assert!(told.ends_with(&title(portal, page)), "{page}: {told}");
            assert!(entry.updated.is_some() && entry.updated <= feed.updated, "{page}");
            // An act may have nothing to say beyond its subject.
            let is_act = url.starts_with("/albo-pretorio/");
            let says =
                |summary: &Option<Text>| summary.as_ref().map_or(is_act, |text| !text.content.is_empty());
            assert!(says(&entry.summary), "{page}");
        }
    }
}

/// The day or moment something begins and ends, as text that can be compared.
fn moment(when: DatePerhapsTime) -> String {
    match when {
        DatePerhapsTime::Date(day) => day.to_string(),
        DatePerhapsTime::DateTime(CalendarDateTime::Utc(moment)) => moment.to_string(),
        DatePerhapsTime::DateTime(other) => panic!("{other:?} depends on a time zone"),
    }
}

#[test]
fn calendars_are_read() {
    let portal = example();
    let mut n_files = 0;
    for (url, text) in portal.files.iter().filter(|(url, _)| url.ends_with(".ics")) {
        let calendar: Calendar = text.parse().unwrap_or_else(|error| panic!("{url}: {error}"));
        assert!(!calendar.components.is_empty(), "{url}");
        let mut uids = BTreeSet::new();
        for component in &calendar.components {
            let CalendarComponent::Event(event) = component else { panic!("{url}: {component:?}") };
            assert!(uids.insert(event.get_uid().expect("an id").to_owned()), "{url}");
            let start = moment(event.get_start().expect("a beginning"));
            assert!(event.get_end().map(moment).is_none_or(|end| end > start), "{url} {start}");
            assert!(event.get_timestamp().is_some(), "{url}");
            let page = own(portal, event.get_url().expect("an address"));
            let told = event.get_summary().expect("a title");
            let shown = title(portal, page);
            // A step of a service stands after the service's name.
            assert!(told == shown || told.starts_with(&format!("{shown}: ")), "{told} is not {shown}");
            if let Some(folder) =
                url.strip_suffix("calendario.ics").filter(|folder| portal.pages.contains_key(*folder))
                && folder == page
            {
                assert_eq!(calendar.components.len(), 1, "{url} is about one page");
            }
        }
        n_files += 1;
    }
    assert!(n_files > 10, "every event has its own");
}
