//! One page after the other: rendered, parsed, audited, its links judged. Nothing is written here, so the preview
//! makes its pages with the same functions.

use std::{
    collections::HashSet,
    panic::{AssertUnwindSafe, catch_unwind},
};

use super::INTERNAL;
use crate::{
    audit,
    diagnostic::{Diagnostic, Place, TestedPage},
    links::{self, Addresses, Anchors},
    model::transparency::{INDEXING, Indexing},
    render::{Print, Renderer, View},
    route::Route,
    search,
    source::FileId,
    timings::{Step, Steps},
    write,
};

/// Makes the pages of a prepared site.
pub struct Line<'a> {
    pub(super) renderer: &'a Renderer,
    pub(super) addresses: &'a Addresses,
    pub(super) sheets: &'a audit::Sheets,
    /// The file to name when nothing on the page says where it comes from.
    pub(super) fallback: FileId,
    /// Files in which something stops publishing.
    pub(super) broken: &'a HashSet<FileId>,
    /// Whether pages are taken down for the index of the search.
    pub(super) is_searched: bool,
    /// Whether what was tested is kept.
    pub(super) keeps_tests: bool,
    /// False: accessibility is not judged, links are.
    pub(super) audits: bool,
}

/// A file of the portal, and what is to be said of it.
#[derive(Default)]
pub struct Made {
    /// Still with marks; none when it could not be rendered, and once it is written.
    pub text: Option<String>,
    /// Of a page for people: what must wait until all pages are there.
    pub anchors: Option<Anchors>,
    /// What of it can be found.
    pub record: Option<search::Record>,
    pub diagnostics: Vec<Diagnostic>,
    /// Of a page for people, if that is kept.
    pub tested: Option<TestedPage>,
    /// Its tree, as long as it may still be written from it.
    pub(super) document: Option<audit::Document>,
    pub(super) steps: Steps,
}

impl Line<'_> {
    /// Renders a route and judges what came out. A fault of the program stays on the page where it shows.
    pub fn make(&self, route: &Route) -> Made {
        self.judge(route, self.render(route))
    }

    /// Renders and judges a route, and gives the bytes to publish. As in [`Line::make`], a fault stays on its page.
    pub(super) fn publish(&self, route: &Route, minify: bool) -> (Made, Option<Vec<u8>>) {
        let mut steps = Steps::default();
        let rendered = steps.time(Step::Render, || self.render(route));
        let mut made = self.judge_timed(route, rendered, &mut steps);
        let bytes = steps.time(Step::Finish, || self.finish(route, &mut made, minify));
        made.steps = steps;
        (made, bytes)
    }

    fn finish(&self, route: &Route, made: &mut Made, minify: bool) -> Option<Vec<u8>> {
        let (text, document) = (made.text.take()?, made.document.take());
        if !route.is_page() {
            return Some(text.into_bytes());
        }
        let finished = || finished(&text, document, minify);
        let bytes = catch_unwind(AssertUnwindSafe(finished)).ok();
        made.diagnostics.extend(bytes.is_none().then(|| self.fault(route)));
        bytes
    }

    fn fault(&self, route: &Route) -> Diagnostic {
        INTERNAL.at(self.template(route)).with("address", &route.url)
    }

    /// What the pages are asked of.
    pub fn view(&self) -> &View {
        self.renderer.view()
    }

    /// The file of the content a route shows.
    pub fn content_of(&self, route: &Route) -> Option<FileId> {
        self.renderer.content_of(route)
    }

    /// The fingerprint of what a route is, besides what its page asks.
    pub fn print(&self, route: &Route) -> Print {
        self.renderer.route_print(route)
    }

    /// What the law wants of a page towards search engines.
    pub fn indexing_of(&self, route: &Route) -> Indexing {
        self.renderer.indexing(route)
    }

    /// The text of a route alone, or why there is none.
    pub fn render(&self, route: &Route) -> Result<String, Box<Diagnostic>> {
        catch_unwind(AssertUnwindSafe(|| self.renderer.render(route)))
            .unwrap_or_else(|_| Err(Box::new(self.fault(route))))
    }

    /// Judges what [`Line::render`] gave.
    pub fn judge(&self, route: &Route, rendered: Result<String, Box<Diagnostic>>) -> Made {
        Made { document: None, ..self.judge_timed(route, rendered, &mut Steps::default()) }
    }

    fn judge_timed(
        &self,
        route: &Route,
        rendered: Result<String, Box<Diagnostic>>,
        steps: &mut Steps,
    ) -> Made {
        catch_unwind(AssertUnwindSafe(|| self.page(route, rendered, steps)))
            .unwrap_or_else(|_| Made { diagnostics: vec![self.fault(route)], ..Made::default() })
    }

    fn page(&self, route: &Route, rendered: Result<String, Box<Diagnostic>>, steps: &mut Steps) -> Made {
        let text = match rendered {
            Ok(text) => text,
            Err(diagnostic) => {
                // A template that misses what a broken content could not give is not to blame.
                let is_echo = self.renderer.content_of(route).is_some_and(|file| self.broken.contains(&file));
                let diagnostics = if is_echo { Vec::new() } else { vec![*diagnostic] };
                return Made { diagnostics, ..Made::default() };
            }
        };
        if !route.is_page() {
            return Made { text: Some(text), ..Made::default() };
        }
        let document = steps.time(Step::Parse, || audit::Document::parse(&text));
        let file = self.template(route);
        let mut diagnostics = Vec::new();
        let mut tested = None;
        if self.audits {
            let subject = audit::Subject { document: &document, url: &route.url, file, sheets: self.sheets };
            let audited = steps.time(Step::Audit, || subject.judge(&audit::Settings::default()));
            diagnostics = audited.diagnostics;
            tested = self.keeps_tests.then(|| TestedPage {
                page: route.url.clone(),
                conclusions: audited.conclusions,
                features: document.features(),
            });
        }
        diagnostics.extend(self.indexing(&document, route, file));
        let anchors = steps
            .time(Step::Links, || links::page(&document, &route.url, file, self.addresses, &mut diagnostics));
        let record = self.is_searched.then(|| self.record(route, &document)).flatten();
        let (text, anchors, document) = (Some(text), Some(anchors), Some(document));
        Made { text, anchors, record, diagnostics, tested, document, ..Made::default() }
    }

    fn record(&self, route: &Route, document: &audit::Document) -> Option<search::Record> {
        let about = self.view().about(route)?;
        let address = format!("{}{}", self.view().config().base_path(), route.url);
        search::Record::of(document, &address, &about)
    }

    /// A page that keeps search engines away where the law forbids it, or does not where the law wants it.
    fn indexing(&self, document: &audit::Document, route: &Route, file: FileId) -> Option<Diagnostic> {
        let is_robots =
            |node| document.attr(node, "name").is_some_and(|name| name.eq_ignore_ascii_case("robots"));
        let says_no = |node| document.attr(node, "content").is_some_and(|says| says.contains("noindex"));
        let robots = document.named("meta").iter().copied().find(|node| is_robots(*node));
        let words = self.renderer.indexing(route).fault(robots.is_some_and(says_no))?;
        let place = robots.and_then(|node| document.source(node)).map_or_else(|| file.into(), Place::from);
        Some(INDEXING.variant(words, place))
    }

    /// The file to name when nothing on the page says where it comes from.
    pub fn template(&self, route: &Route) -> FileId {
        self.renderer.template_of(route).unwrap_or(self.fallback)
    }
}

/// The bytes to publish for a page and its tree.
fn finished(text: &str, document: Option<audit::Document>, minify: bool) -> Vec<u8> {
    let short = match document {
        Some(document) if minify => document.shortened(),
        Some(document) => document.unmarked(text),
        None => None,
    };
    let bytes = short.map_or_else(|| write::finish_html(text, minify), String::into_bytes);
    debug_assert!(minify || bytes == write::finish_html(text, false), "what the reader cuts is what is cut");
    bytes
}
