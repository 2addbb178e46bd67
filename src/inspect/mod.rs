//! Judges pages that Arengo need not have made: files, folders, or a portal that is served on this computer.
//!
//! 1. `files` and `served` find the pages and read them (`http`, `encoding`); they are the only ones here to touch the world.
//! 2. `linked` gathers the style sheets that pages link.
//! 3. Each page is judged by itself, in parallel, a fault of ours staying on its page.
//! 4. `papers` opens the PDFs that lie in folders or that pages link.
//! 5. What a site accepts is taken out, as in a build.

mod encoding;
mod files;
mod http;
mod linked;
mod papers;
mod served;

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
};

use jiff::civil::Date;
use rayon::prelude::*;

use linked::Linked;
pub use served::Address;

use crate::{
    audit::{self, Document, Settings, Sheets, Subject},
    diagnostic::{Conclusion, Diagnostic, Failure, Features, Finding, Place, Seen, Tested, TestedPage},
    judge::{self, Policy},
    l10n::Arg,
    pipeline::{self, INTERNAL},
    source::{FileId, Sources},
};

/// What to judge, and by what.
pub struct Order {
    pub targets: Vec<Target>,
    pub settings: Settings,
    /// Style sheets that hold for all pages, whatever they link.
    pub css: Vec<PathBuf>,
    /// What the site says of findings, if the pages are a site's.
    pub policy: Policy,
    /// The day for which accepted findings count.
    pub today: Date,
    /// What the policy's places point into.
    pub sources: Sources,
}

/// Where pages are.
#[derive(Clone, Debug)]
pub enum Target {
    /// A file, or a folder with pages below it.
    Path(PathBuf),
    /// A page that is served on this computer, and everything it leads to.
    Served(Address),
}

/// What was found.
pub struct Inspection {
    pub sources: Sources,
    /// Judged, sorted, folded.
    pub findings: Vec<Finding>,
    pub accepted: usize,
    pub accepted_findings: Vec<Finding>,
    pub pages: usize,
    pub tested: Tested,
}

impl Inspection {
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.diagnostic.is_error())
    }
}

/// Reads and judges everything.
pub fn run(order: Order) -> Result<Inspection, Failure> {
    let Order { targets, settings, css, policy, today, sources } = order;
    let mut desk = Desk {
        linked: Linked::new(files::sheets(&targets, &css)?),
        settings: &settings,
        sources,
        diagnostics: Vec::new(),
        pages: BTreeMap::new(),
        names: BTreeMap::new(),
    };
    files::judge(&targets, &mut desk)?;
    served::judge(&targets, &mut desk)?;
    Ok(desk.close(&policy, today))
}

/// A page to be judged, by the name that findings shall use.
struct Waiting<R> {
    name: String,
    /// The page's address on its site, if that is known: what accepted findings name.
    address: Option<String>,
    /// How to get it.
    read: R,
}

/// What is known so far.
struct Desk<'a> {
    settings: &'a Settings,
    linked: Linked,
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
    /// Judged pages by name.
    pages: BTreeMap<String, Judged>,
    /// Names by address.
    names: BTreeMap<String, String>,
}

/// What is kept of a page: what every rule concluded, and what kinds of content it holds.
struct Judged {
    conclusions: Vec<Conclusion>,
    features: Features,
}

/// What reading a page came to.
#[derive(Clone)]
enum Read {
    Page(String),
    /// Not a page after all, and nothing to say about it.
    Nothing,
    /// Why it could not be read.
    Trouble(Arg),
}

/// A page that was looked at.
struct Looked<T> {
    text: Option<String>,
    judged: Option<Judged>,
    diagnostics: Vec<Diagnostic>,
    /// What the caller wanted to know of it.
    extra: Option<T>,
}

impl Desk<'_> {
    /// Reads and judges pages in parallel; `ask` takes what else is wanted from each tree.
    fn judge<R: Sync, T: Send>(
        &mut self,
        waiting: &[Waiting<R>],
        read: impl Fn(&R) -> Read + Sync,
        ask: impl Fn(&R, &Document) -> T + Sync,
    ) -> Vec<T> {
        let numbered: Vec<(FileId, &Waiting<R>)> = waiting
            .iter()
            .filter(|page| !self.pages.contains_key(&page.name))
            .map(|page| (self.sources.add(page.name.as_str(), ""), page))
            .collect();
        let (settings, sheets) = (self.settings, &self.linked.sheets);
        let looked: Vec<Looked<T>> = numbered
            .par_iter()
            .map(|&(file, page)| {
                let url = page.address.as_deref().unwrap_or(&page.name);
                let look =
                    || look(read(&page.read), file, url, (settings, sheets), |tree| ask(&page.read, tree));
                catch_unwind(AssertUnwindSafe(look)).unwrap_or_else(|_| {
                    let fault = INTERNAL.at(seen(file, url)).with("address", url);
                    Looked { text: None, judged: None, diagnostics: vec![fault], extra: None }
                })
            })
            .collect();
        let mut extras = Vec::new();
        for ((_, page), looked) in numbered.into_iter().zip(looked) {
            self.diagnostics.extend(looked.diagnostics);
            if let Some(text) = looked.text {
                self.sources.add(page.name.as_str(), text);
            }
            if let Some(judged) = looked.judged {
                self.pages.insert(page.name.clone(), judged);
            }
            if let Some(address) = &page.address {
                self.names.insert(address.clone(), page.name.clone());
            }
            extras.extend(looked.extra);
        }
        extras
    }

    /// Takes out what is accepted and folds the rest.
    fn close(self, policy: &Policy, today: Date) -> Inspection {
        let known: Vec<&str> = pipeline::rules().iter().map(|rule| rule.id).collect();
        let verdict = judge::judge(self.diagnostics, policy, &known, today, &self.sources);
        let is_of_policy =
            |finding: &Finding| judge::RULES.iter().any(|rule| rule.id == finding.diagnostic.rule);
        // Part of a site was judged: what it accepts elsewhere is not for nothing.
        let mut findings: Vec<Finding> =
            verdict.findings.into_iter().filter(|finding| !is_of_policy(finding)).collect();
        let named = |page: &mut String| {
            if let Some(name) = self.names.get(page) {
                page.clone_from(name);
            }
        };
        for finding in &mut findings {
            finding.pages.iter_mut().for_each(named);
            finding.diagnostic.place.seen.iter_mut().for_each(|seen| named(&mut seen.page));
        }
        let pages = self.pages.len();
        let tested = Tested {
            tests: audit::tests(),
            pages: self
                .pages
                .into_iter()
                .map(|(page, Judged { conclusions, features })| TestedPage { page, conclusions, features })
                .collect(),
        };
        Inspection {
            sources: self.sources,
            findings,
            accepted: verdict.accepted,
            accepted_findings: verdict.accepted_findings,
            pages,
            tested,
        }
    }
}

/// Judges what was read.
fn look<T>(
    read: Read,
    file: FileId,
    url: &str,
    (settings, sheets): (&Settings, &Sheets),
    ask: impl FnOnce(&Document) -> T,
) -> Looked<T> {
    let nothing = Looked { text: None, judged: None, diagnostics: Vec::new(), extra: None };
    let text = match read {
        Read::Page(text) => text,
        Read::Nothing => return nothing,
        Read::Trouble(detail) => {
            let trouble = audit::PAGE_UNREAD.at(seen(file, url)).with("detail", detail);
            return Looked { diagnostics: vec![trouble], ..nothing };
        }
    };
    let document = Document::parse_with_places(&text);
    let of_drawings = is_drawing(url).then(|| for_drawings(settings));
    let settings = of_drawings.as_ref().unwrap_or(settings);
    let judgement = Subject { document: &document, url, file, sheets }.judge(settings);
    let features = document.features();
    let extra = Some(ask(&document));
    drop(document);
    Looked {
        // Only an excerpt of what is wrong will ever be shown.
        text: (!judgement.diagnostics.is_empty()).then_some(text),
        judged: Some(Judged { conclusions: judgement.conclusions, features }),
        diagnostics: judgement.diagnostics,
        extra,
    }
}

/// Whether a file is a drawing and no page: it has no title, no language and no landmarks.
fn is_drawing(name: &str) -> bool {
    name.rsplit('.').next().is_some_and(|extension| extension.eq_ignore_ascii_case("svg"))
}

/// Of the rules that run, those about elements wherever they stand.
fn for_drawings(settings: &Settings) -> Settings {
    let is_about_pages = |rule: &&&audit::Rule| {
        !matches!(rule.check, audit::Check::Each { .. })
            || rule.tags.contains(&"html")
            || rule.meta.id == "valid-lang"
    };
    let without: Vec<String> =
        audit::rules::RULES.iter().filter(is_about_pages).map(|rule| rule.meta.id.to_owned()).collect();
    let mut settings = settings.clone();
    settings.only.retain(|id| !without.contains(id));
    settings.without.extend(without);
    settings
}

/// The page as a whole.
fn seen(file: FileId, url: &str) -> Place {
    Place::from(file).seen(Seen { page: url.to_owned(), selector: String::new(), html: String::new() })
}
