//! Folding repeats: one fault of a template seen on 3,000 pages is one finding with a count and some addresses.

use crate::{
    diagnostic::{Diagnostic, sort},
    source::Sources,
};

/// How many pages are named when a finding shows on many.
const EXAMPLES: usize = 3;

/// A diagnostic and how often it was met.
#[derive(Clone, Debug)]
pub struct Finding {
    pub diagnostic: Diagnostic,
    /// How many times it was met: 1 unless repeats were folded.
    pub times: usize,
    /// The first addresses that show it, in order; empty when it shows on no page.
    pub pages: Vec<String>,
}

/// Sorts, and makes one of those that say the same of the same place.
pub fn fold(mut diagnostics: Vec<Diagnostic>, sources: &Sources) -> Vec<Finding> {
    sort(&mut diagnostics, sources);
    let mut findings: Vec<Finding> = Vec::with_capacity(diagnostics.len());
    for diagnostic in diagnostics {
        let page = diagnostic.place.seen.as_ref().map(|seen| seen.page.clone());
        match findings.last_mut().filter(|last| says_the_same(&last.diagnostic, &diagnostic)) {
            Some(last) => {
                last.times += 1;
                last.pages
                    .extend(page.filter(|page| last.pages.len() < EXAMPLES && !last.pages.contains(page)));
            }
            None => findings.push(Finding { diagnostic, times: 1, pages: page.into_iter().collect() }),
        }
    }
    findings
}

fn says_the_same(a: &Diagnostic, b: &Diagnostic) -> bool {
    a.rule == b.rule
        && a.place.file == b.place.file
        && a.place.range == b.place.range
        && a.message == b.message
        // Without a page, the same words twice are still one thing to mend.
        && a.place.seen.is_some() == b.place.seen.is_some()
}
