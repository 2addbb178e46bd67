//! Over two hundred planted defects: each must be found where it is, and its good twin must not be blamed.

use std::collections::BTreeSet;

use super::{Document, Page, Settings, rules::RULES, run, walk};
use crate::rule::{Outcome, Verdict};

const PLANTED: &str = include_str!("../../tests/audit/planted.txt");

/// A line of the list.
struct Case<'a> {
    rule: &'a str,
    /// `-` fails, `?` is asked, `+` is good.
    kind: char,
    html: String,
}

fn cases() -> Vec<Case<'static>> {
    let mut rule = "";
    let mut cases = Vec::new();
    for line in PLANTED.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (whole, rest) = line.strip_prefix('@').map_or((false, line), |rest| (true, rest));
        match rest.chars().next().filter(|kind| "-?+".contains(*kind)) {
            None => rule = line,
            Some(kind) if whole => cases.push(Case { rule, kind, html: rest[2..].to_owned() }),
            Some(kind) => cases.push(Case { rule, kind, html: page_with(&rest[2..]) }),
        }
    }
    cases
}

fn page_with(html: &str) -> String {
    format!(
        "<!doctype html><html lang=\"it\"><head><title>Uffici</title></head>\
         <body><main id=\"main\"><h1>Uffici</h1>{html}</main></body></html>"
    )
}

#[test]
fn planted_defects_are_found_where_they_are() {
    let mut missed = Vec::new();
    let mut n_planted = 0;
    for case in cases().iter().filter(|case| case.kind != '+') {
        n_planted += 1;
        let document = Document::parse(&case.html);
        let wanted = if case.kind == '-' { Outcome::Failed } else { Outcome::CantTell };
        let found: BTreeSet<_> = run(&document, &Settings::default())
            .into_iter()
            .filter(|found| found.rule.id == case.rule && found.outcome == wanted)
            .map(|found| found.node)
            .collect();
        // What a page lacks is told of the whole page.
        let places = ["x", "y"].map(|id| document.all_by_id(id)).concat();
        let is_found = if places.is_empty() {
            found.contains(&document.html())
        } else {
            places.iter().any(|x| found.contains(x))
        };
        if !is_found {
            let places: Vec<_> = found.iter().map(|&node| document.selector(node)).collect();
            missed.push(format!("{}: {} (found at {places:?})", case.rule, case.html));
        }
    }
    assert!(missed.is_empty(), "{} of {n_planted} missed:\n{}", missed.len(), missed.join("\n"));
    assert!(n_planted > 200, "only {n_planted} planted defects");
}

#[test]
fn good_twins_are_not_blamed() {
    let mut blamed = Vec::new();
    for case in cases().iter().filter(|case| case.kind == '+') {
        let document = Document::parse(&case.html);
        for found in run(&document, &Settings::default()) {
            if found.outcome == Outcome::Failed {
                blamed.push(format!("{} by {}: {}", case.rule, found.rule.id, case.html));
            }
        }
    }
    assert!(blamed.is_empty(), "{}", blamed.join("\n"));
}

#[test]
fn every_rule_on_by_default_is_planted() {
    // Rules that only ask, or whose own examples need a whole page of text.
    const ELSEWHERE: &[&str] = &["aria-hidden-body", "bypass", "duplicate-id", "frame-tested", "readability"];
    let planted: BTreeSet<&str> =
        cases().iter().filter(|case| case.kind != '+').map(|case| case.rule).collect();
    let missing: Vec<&str> = RULES
        .iter()
        .filter(|rule| rule.off.is_empty() && !planted.contains(rule.meta.id))
        .map(|rule| rule.meta.id)
        .filter(|id| !ELSEWHERE.contains(id) && !needs_sheets(id))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Rules about styles have tests of their own, with sheets.
fn needs_sheets(id: &str) -> bool {
    matches!(
        id,
        "avoid-inline-spacing"
            | "color-contrast"
            | "css-orientation-lock"
            | "link-in-text-block"
            | "target-size"
            | "scrollable-region-focusable"
            | "focus-visible"
            | "text-hidden"
    )
}

#[test]
fn a_good_page_passes_something() {
    let document = Document::parse(&page_with("<p>Lo sportello è aperto.</p>"));
    let page = Page::new(&document);
    let mut passed = 0;
    walk(&page, |_| true, |_, _, verdict| passed += usize::from(verdict == Verdict::Passed));
    assert!(passed > 5);
}
