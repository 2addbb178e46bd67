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
    /// On how many pages it shows.
    pub n_pages: usize,
}

/// Sorts, and makes one of those that say the same of the same place.
pub fn fold(mut diagnostics: Vec<Diagnostic>, sources: &Sources) -> Vec<Finding> {
    sort(&mut diagnostics, sources);
    let mut findings: Vec<Finding> = Vec::with_capacity(diagnostics.len());
    let mut last_page = None;
    for diagnostic in diagnostics {
        let page = diagnostic.place.seen.as_ref().map(|seen| seen.page.clone());
        match findings.last_mut().filter(|last| says_the_same(&last.diagnostic, &diagnostic)) {
            Some(last) => {
                last.times += 1;
                if let Some(page) = page.clone().filter(|_| page != last_page) {
                    last.n_pages += 1;
                    last.pages.extend((last.pages.len() < EXAMPLES).then_some(page));
                }
            }
            None => findings.push(Finding {
                diagnostic,
                times: 1,
                n_pages: usize::from(page.is_some()),
                pages: page.iter().cloned().collect(),
            }),
        }
        last_page = page;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        diagnostic::{Place, Seen, Severity},
        rule::Meta,
    };

    static IMAGE_ALT: Meta = Meta::new("image-alt", Severity::Error);

    #[test]
    fn pages_are_counted_once_and_words_keep_apart() {
        let mut sources = Sources::default();
        let file = sources.add("themes/comune/base.html", "<img>");
        let on = |page: &str, name: &str| {
            let seen = Seen { page: page.into(), selector: "img".into(), html: "<img>".into() };
            IMAGE_ALT.at(Place::from(file).seen(seen)).with("name", name)
        };
        let met = ["/d/", "/a/", "/c/", "/a/", "/b/"];
        let diagnostics = met.iter().flat_map(|page| [on(page, "uno"), on(page, "due")]).collect();
        let folded: Vec<_> = fold(diagnostics, &sources)
            .into_iter()
            .map(|finding| (finding.times, finding.n_pages, finding.pages.join(" ")))
            .collect();
        assert_eq!(folded, [(5, 4, "/a/ /b/ /c/".to_owned()), (5, 4, "/a/ /b/ /c/".to_owned())]);
    }
}
