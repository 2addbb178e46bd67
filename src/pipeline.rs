//! The stages in order. `load` comes first and can fail; pages are then rendered, parsed, audited and written one by
//! one, so that memory never holds the site; nothing is exchanged unless nothing stops publishing.

use std::{
    collections::{BTreeMap, HashSet},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use rayon::prelude::*;

use crate::{
    assets::{self, Assets},
    audit,
    diagnostic::{Diagnostic, Failure, Finding, Severity},
    judge,
    links::{self, Addresses, Anchors},
    load::{self, Request, Site},
    markdown, model,
    render::{self, Renderer, View, ViewParts},
    route::{self, Route, Surroundings},
    rule::Meta,
    schema,
    source::{FileId, Sources},
    validate,
    write::{self, Manifest, Staging},
};

/// A fault of the program itself, met on one page.
pub static INTERNAL: Meta = Meta::new("internal", Severity::Error);

/// What to do with a site.
#[derive(Clone)]
pub struct Order {
    pub request: Request,
    /// Where the portal is published; what stands there is compared with.
    pub output: PathBuf,
    /// False: judge everything, write nothing.
    pub publish: bool,
    /// None: as `site.toml` says.
    pub minify: Option<bool>,
    /// Warnings count as errors.
    pub strict: bool,
    /// Folder for what is installed once; none: `.arengo` in the site.
    pub cache: Option<PathBuf>,
    pub progress: Progress,
}

/// How far the work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The theme's files are being installed, which takes some seconds.
    Installing,
    /// So many pages of so many are done.
    Pages(usize, usize),
}

/// Hears of every step, from many threads.
pub type Progress = Arc<dyn Fn(Step) + Send + Sync>;

/// What came out.
pub struct Build {
    pub sources: Sources,
    /// Judged (severities of the site, accepted ones removed), sorted, folded.
    pub findings: Vec<Finding>,
    /// Findings that somebody accepted.
    pub accepted: usize,
    pub pages: usize,
    /// None: nothing was written, because nothing was asked or because of errors.
    pub written: Option<write::Outcome>,
    /// Stage and how long it took.
    pub timings: Vec<(&'static str, Duration)>,
}

impl Build {
    /// Whether something stops publishing.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.diagnostic.is_error())
    }
}

/// Every rule of every stage.
pub fn rules() -> Vec<&'static Meta> {
    let lists = [
        load::RULES,
        schema::RULES,
        markdown::RULES,
        validate::RULES,
        model::RULES,
        route::RULES,
        render::RULES,
        links::RULES,
        judge::RULES,
        &[&INTERNAL, &audit::PAGE_LIMITS],
    ];
    let audit = audit::rules::RULES.iter().map(|rule| rule.meta);
    let mut rules: Vec<&'static Meta> = lists.into_iter().flatten().copied().chain(audit).collect();
    rules.sort_by_key(|rule| rule.id);
    rules.dedup_by_key(|rule| rule.id);
    rules
}

/// Builds or checks a site.
pub fn run(order: &Order) -> Result<Build, Failure> {
    let mut clock = Clock::default();
    let loading = load::load(&order.request)?;
    clock.lap("load");
    let mut diagnostics = loading.diagnostics;
    let sources = loading.sources;
    let Some(mut site) = loading.site else {
        let findings = crate::diagnostic::fold(diagnostics, &sources);
        return Ok(Build { sources, findings, accepted: 0, pages: 0, written: None, timings: clock.laps });
    };
    let staging = order.publish.then(|| Staging::open(&order.output, &site.root)).transpose()?;
    let cache = order.cache.clone().unwrap_or_else(|| site.root.join(".arengo"));
    let assets = assets::gather(&site.theme, &cache, &|| (order.progress)(Step::Installing))?;
    clock.lap("assets");

    let validated = validate::run(&site, &sources).unpack(&mut diagnostics);
    clock.lap("validate");
    let model = model::run(validated, &site).unpack(&mut diagnostics);
    clock.lap("model");
    let previous = published_before(staging.as_ref(), &order.output);
    let routes =
        route::run(&model, &site, &Surroundings { previous: previous.as_ref() }).unpack(&mut diagnostics);
    let contents = route::addresses(&model);
    clock.lap("route");

    let parts = ViewParts {
        model,
        routes,
        config: site.config.clone(),
        schemas: std::mem::take(&mut site.schemas),
        assets: assets.addresses(),
    };
    let view = View::new(parts, &site.theme, &sources).unpack(&mut diagnostics);
    let addresses = addresses(&site, &view, &assets);
    let renderer = Renderer::new(view, &site.theme, &sources).unpack(&mut diagnostics);
    let mut pages = 0;
    let mut entries = Vec::new();
    if let Some(renderer) = &renderer {
        let broken = diagnostics.iter().filter(|told| told.is_error()).map(|told| told.place.file).collect();
        let staging = staging.as_ref();
        let line = Line { renderer, addresses: &addresses, staging, order, site: &site, broken };
        let done = line.pages()?;
        pages = done.pages;
        entries = done.entries;
        diagnostics.extend(done.diagnostics);
        clock.lap("pages");
    }

    let mut policy = site.config.policy.clone();
    policy.strict = order.strict;
    let known: Vec<&str> = rules().iter().map(|rule| rule.id).collect();
    let verdict = judge::judge(diagnostics, &policy, &known, site.today, &sources);
    clock.lap("judge");
    let mut build = Build {
        sources,
        findings: verdict.findings,
        accepted: verdict.accepted,
        pages,
        written: None,
        timings: Vec::new(),
    };
    if let (Some(staging), Some(renderer), false) = (staging, &renderer, build.has_errors()) {
        entries.extend(files(&staging, &site, renderer.view(), &assets)?);
        build.written = Some(staging.commit(entries, contents)?);
        clock.lap("write");
    }
    build.timings = clock.laps;
    Ok(build)
}

/// Addresses of contents in what is online now.
fn published_before(staging: Option<&Staging>, output: &Path) -> Option<BTreeMap<String, String>> {
    match staging {
        Some(staging) => staging.previous().map(|manifest| manifest.contents.clone()),
        None => Manifest::read(output).map(|manifest| manifest.contents),
    }
}

/// Everything a link of this site may lead to.
fn addresses(site: &Site, view: &View, assets: &Assets) -> Addresses {
    let routes = view.routes().iter().map(|route| route.url.clone());
    let attachments = view.model().used_attachments().map(|(_, address)| address.to_owned());
    let statics = site.statics.iter().map(|file| format!("/{}", file.path));
    let assets = assets.addresses().into_values();
    Addresses::new(view.config(), routes.chain(attachments).chain(statics).chain(assets))
}

/// The part of the work that goes page by page.
struct Line<'a> {
    renderer: &'a Renderer,
    addresses: &'a Addresses,
    staging: Option<&'a Staging>,
    order: &'a Order,
    site: &'a Site,
    /// Files in which something stops publishing.
    broken: HashSet<FileId>,
}

#[derive(Default)]
struct Done {
    pages: usize,
    entries: Vec<write::Entry>,
    diagnostics: Vec<Diagnostic>,
}

struct Finished {
    entry: Option<write::Entry>,
    anchors: Option<Anchors>,
    diagnostics: Vec<Diagnostic>,
}

impl Line<'_> {
    /// Renders, parses, audits and writes every route, in parallel; then judges the links between pages.
    fn pages(&self) -> Result<Done, Failure> {
        let routes = self.renderer.view().routes().as_slice();
        let finished_pages = AtomicUsize::new(0);
        let finished: Vec<Finished> = routes
            .par_iter()
            .map(|route| {
                let finished = self.guarded(route);
                let n = finished_pages.fetch_add(1, Ordering::Relaxed) + 1;
                (self.order.progress)(Step::Pages(n, routes.len()));
                finished
            })
            .collect::<Result<_, Failure>>()?;
        let mut done =
            Done { pages: routes.iter().filter(|route| route.is_page()).count(), ..Done::default() };
        let mut anchors = Vec::with_capacity(finished.len());
        for page in finished {
            done.entries.extend(page.entry);
            done.diagnostics.extend(page.diagnostics);
            anchors.extend(page.anchors);
        }
        done.diagnostics.extend(links::across(&anchors));
        Ok(done)
    }

    /// A fault of the program stays on the page where it shows.
    fn guarded(&self, route: &Route) -> Result<Finished, Failure> {
        catch_unwind(AssertUnwindSafe(|| self.page(route))).unwrap_or_else(|_| {
            let diagnostic = INTERNAL.at(self.template(route)).with("address", &route.url);
            Ok(Finished { entry: None, anchors: None, diagnostics: vec![diagnostic] })
        })
    }

    fn page(&self, route: &Route) -> Result<Finished, Failure> {
        let text = match self.renderer.render(route) {
            Ok(text) => text,
            Err(diagnostic) => {
                // A template that misses what a broken content could not give is not to blame.
                let is_echo = self.renderer.content_of(route).is_some_and(|file| self.broken.contains(&file));
                let diagnostics = if is_echo { Vec::new() } else { vec![*diagnostic] };
                return Ok(Finished { entry: None, anchors: None, diagnostics });
            }
        };
        let mut finished = Finished { entry: None, anchors: None, diagnostics: Vec::new() };
        if !route.is_page() {
            finished.entry = self.put(route, text.as_bytes())?;
            return Ok(finished);
        }
        let document = audit::Document::parse(&text);
        let file = self.template(route);
        let subject = audit::Subject { document: &document, url: &route.url, file };
        finished.diagnostics = subject.audit(&audit::Settings::default());
        finished.anchors =
            Some(links::page(&document, &route.url, file, self.addresses, &mut finished.diagnostics));
        drop(document);
        if self.staging.is_some() {
            let minify = self.order.minify.unwrap_or(self.site.config.build.minifica);
            finished.entry = self.put(route, &write::finish_html(&text, minify))?;
        }
        Ok(finished)
    }

    fn put(&self, route: &Route, bytes: &[u8]) -> Result<Option<write::Entry>, Failure> {
        self.staging.map(|staging| staging.put(&route.file(), bytes)).transpose()
    }

    /// The file to name when nothing on the page says where it comes from.
    fn template(&self, route: &Route) -> FileId {
        self.renderer.template_of(route).unwrap_or(self.site.config_file)
    }
}

/// Attachments, files of `static/` and of the theme.
fn files(staging: &Staging, site: &Site, view: &View, assets: &Assets) -> Result<Vec<write::Entry>, Failure> {
    let mut entries = Vec::new();
    for (id, address) in view.model().used_attachments() {
        let attachment = view.model().attachment(id);
        entries.push(staging.put_copy(
            address.trim_start_matches('/'),
            &attachment.on_disk,
            attachment.hash,
        )?);
    }
    for file in &site.statics {
        entries.push(staging.put_copy(&file.path, &file.on_disk, file.hash)?);
    }
    for (name, address) in assets.addresses() {
        entries.push(staging.put(address.trim_start_matches('/'), &assets.files[&name])?);
    }
    Ok(entries)
}

/// How long each stage took.
struct Clock {
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Default for Clock {
    fn default() -> Self {
        Self { last: Instant::now(), laps: Vec::new() }
    }
}

impl Clock {
    fn lap(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.laps.push((stage, now - self.last));
        self.last = now;
    }
}
