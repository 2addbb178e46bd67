//! What the findings mean for each criterion of WCAG.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Conclusion, Finding, Report},
    wcag::{CRITERIA, Criterion, Level},
};

/// A criterion, and what is known of it.
pub(super) struct Known<'a> {
    pub(super) criterion: &'static Criterion,
    pub(super) failures: usize,
    pub(super) questions: usize,
    /// Pages on which some rule had something to judge and found it good.
    pub(super) passed_pages: usize,
    /// Findings told here: those that speak of several criteria stand under the first.
    pub(super) findings: Vec<&'a Finding>,
}

/// Levels A and AA as a whole; of AAA what there is something to say about.
pub(super) fn known<'a>(report: &Report<'a>) -> Vec<Known<'a>> {
    let passed = passed(report);
    CRITERIA
        .iter()
        .map(|criterion| {
            let about: Vec<&Finding> = report
                .findings
                .iter()
                .filter(|found| found.diagnostic.wcag.contains(&criterion.number))
                .collect();
            let questions = about.iter().filter(|found| found.diagnostic.is_question()).count();
            let is_first = |found: &&Finding| found.diagnostic.wcag.first() == Some(&criterion.number);
            Known {
                criterion,
                failures: about.len() - questions,
                questions,
                passed_pages: passed.get(criterion.number).copied().unwrap_or_default(),
                findings: about.into_iter().filter(is_first).collect(),
            }
        })
        .filter(|known| is_asked(known.criterion) || known.failures + known.questions > 0)
        .collect()
}

/// What the law asks for. The W3C considers 4.1.1 met by every HTML page: there is nothing to say of it.
fn is_asked(criterion: &Criterion) -> bool {
    criterion.level < Level::AAA && criterion.number != "4.1.1"
}

fn passed(report: &Report<'_>) -> BTreeMap<&'static str, usize> {
    let mut passed = BTreeMap::new();
    let Some(tested) = report.tested else { return passed };
    for page in &tested.pages {
        let good = tested.tests.iter().zip(&page.conclusions).filter(|(_, end)| **end == Conclusion::Passed);
        let mut criteria: Vec<&'static str> = good.flat_map(|(test, _)| test.wcag).copied().collect();
        criteria.sort_unstable();
        criteria.dedup();
        for criterion in criteria {
            *passed.entry(criterion).or_default() += 1;
        }
    }
    passed
}
