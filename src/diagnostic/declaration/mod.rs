//! What the accessibility declaration and its self-assessment need, criterion by criterion (legge 4/2004, art. 3-quater;
//! model of AgID after the implementing decision (EU) 2018/1523): a page and a data file for the office that reviews.
//!
//! Four states are known. "Conforme" is said where it follows from the standard itself or a person has signed it, never from
//! silence; "non applicabile" where none of the judged pages holds what the criterion is about, or a person says so; all else
//! is left to a person. What a rule found broken stays broken, whoever says otherwise.

mod answer;
mod json;
mod page;

pub use answer::{Answer, Seen};

use super::{Conclusion, Features, Finding, Report};
use crate::{
    l10n::L10n,
    source::Sources,
    wcag::{CRITERIA, Criterion, Level, Version},
};

/// What can be said of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Something breaks it.
    Fails,
    /// Nothing on the judged pages falls under it; the words say what is missing.
    Inapplicable(&'static str),
    /// It follows from the standard.
    Conforms(&'static str),
    /// A person looked, and saw this.
    Answered(Seen),
    /// Only a person can tell.
    Open,
}

/// A criterion of level A or AA in the self-assessment.
struct Assessed<'a> {
    criterion: &'static Criterion,
    state: State,
    failures: Vec<&'a Finding>,
    questions: Vec<&'a Finding>,
    /// Findings that somebody accepted for a while: the criterion is broken all the same.
    accepted: Vec<&'a Finding>,
    /// Pages on which some rule had something to judge and found it good.
    passed_pages: usize,
    /// The latest that a person said of it.
    answer: Option<&'a Answer>,
}

/// The page and the data file.
pub struct Declaration {
    pub html: String,
    pub json: String,
}

/// Whose pages were judged, and what persons said of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Signed<'a> {
    /// Name of the body, if the pages are a site's.
    pub site: Option<&'a str>,
    pub answers: &'a [Answer],
}

/// Assesses what a run found.
pub fn declaration(report: &Report<'_>, signed: Signed<'_>, sources: &Sources, l10n: &L10n) -> Declaration {
    let assessed = assess(report, signed.answers);
    Declaration {
        html: page::page(report, &assessed, signed.site, sources, l10n),
        json: json::json(report, &assessed, signed.site, sources, l10n),
    }
}

fn assess<'a>(report: &Report<'a>, answers: &'a [Answer]) -> Vec<Assessed<'a>> {
    let features = features(report);
    let asked = CRITERIA.iter().filter(|criterion| criterion.level < Level::AAA);
    asked
        .map(|criterion| {
            let answers = answers.iter().filter(|answer| answer.criterion == criterion.number);
            assess_one(criterion, report, features, answers.max_by_key(|answer| answer.date))
        })
        .collect()
}

fn assess_one<'a>(
    criterion: &'static Criterion,
    report: &Report<'a>,
    features: Option<Features>,
    answer: Option<&'a Answer>,
) -> Assessed<'a> {
    let about = |findings: &'a [Finding]| {
        findings.iter().filter(|found| found.diagnostic.wcag.contains(&criterion.number))
    };
    let (questions, failures): (Vec<_>, Vec<_>) =
        about(report.findings).partition(|found| found.diagnostic.is_question());
    let accepted: Vec<_> =
        about(report.accepted_findings).filter(|found| !found.diagnostic.is_question()).collect();
    let state = if !failures.is_empty() || !accepted.is_empty() {
        State::Fails
    } else if let Some(answer) = answer {
        State::Answered(answer.seen)
    } else if criterion.number == "4.1.1" {
        State::Conforms("ui-declaration-parsing")
    } else if let Some(missing) = features.and_then(|features| missing(criterion.number, features)) {
        State::Inapplicable(missing)
    } else {
        State::Open
    };
    let passed_pages = passed_pages(report, criterion);
    Assessed { criterion, state, failures, questions, accepted, passed_pages, answer }
}

impl State {
    fn is_broken(self) -> bool {
        matches!(self, Self::Fails | Self::Answered(Seen::Fails))
    }

    fn is_met(self) -> bool {
        matches!(self, Self::Conforms(_) | Self::Answered(Seen::Conforms))
    }

    fn is_inapplicable(self) -> bool {
        matches!(self, Self::Inapplicable(_) | Self::Answered(Seen::Inapplicable))
    }
}

/// What all pages together hold; none if that was not kept, or there was no page.
fn features(report: &Report<'_>) -> Option<Features> {
    let pages = &report.tested?.pages;
    pages.iter().map(|page| page.features).reduce(Features::or)
}

/// What a criterion is about and the pages do not have.
fn missing(number: &str, features: Features) -> Option<&'static str> {
    let (is_there, words) = match number {
        "1.2.1" | "1.2.2" | "1.2.3" | "1.2.4" | "1.2.5" | "1.4.2" => {
            (features.media, "ui-declaration-no-media")
        }
        "1.3.5" | "3.2.2" | "3.3.1" | "3.3.2" | "3.3.3" | "3.3.4" | "3.3.7" => {
            (features.controls, "ui-declaration-no-forms")
        }
        "3.3.8" => (features.passwords, "ui-declaration-no-access"),
        "2.1.4" => (features.scripts || features.shortcuts, "ui-declaration-no-shortcuts"),
        "2.2.1" => (features.scripts || features.timing, "ui-declaration-no-timing"),
        "2.2.2" => (features.scripts || features.motion || features.media, "ui-declaration-no-motion"),
        "2.5.1" | "2.5.2" | "2.5.4" | "2.5.7" | "4.1.3" => (features.scripts, "ui-declaration-no-scripts"),
        _ => return None,
    };
    (!is_there).then_some(words)
}

fn passed_pages(report: &Report<'_>, criterion: &Criterion) -> usize {
    let Some(tested) = report.tested else { return 0 };
    let passed = |ends: &[Conclusion]| {
        let mut good = tested.tests.iter().zip(ends).filter(|(_, end)| **end == Conclusion::Passed);
        good.any(|(test, _)| test.wcag.contains(&criterion.number))
    };
    tested.pages.iter().filter(|page| passed(&page.conclusions)).count()
}

/// Whether the law asks for it today: EN 301 549 V3.2.1 takes over WCAG 2.1.
fn is_in_force(criterion: &Criterion) -> bool {
    criterion.since < Version::V22
}

#[cfg(test)]
mod tests;
