//! The stages in order. `load` comes first and can fail; pages are then rendered, parsed, audited and written one by
//! one, so that memory never holds the site; nothing is exchanged unless nothing stops publishing.

mod clock;
mod line;
mod moment;
mod prepare;
mod reuse;
mod settling;
mod snapshot;
mod told;
mod watched;
mod workshop;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use jiff::civil::Date;
use rayon::prelude::*;

use clock::Clock;
pub use line::{Line, Made};
use prepare::Ingredients;
pub use prepare::Prepared;
use reuse::Reuse;
pub use settling::{Settled, Settling};
pub use snapshot::Snapshot;
pub use watched::{Bounds, GRACE, Memory, Watch};

pub use workshop::{Plan, Seen, Workshop};

use crate::{
    assets::{self, Assets},
    audit::{self, Sheets},
    cache,
    config::Config,
    diagnostic::{Diagnostic, Failure, Finding, Offices, Severity, Tested, TestedPage},
    documents,
    hash::{Hash, Last},
    judge::{self, Verdict},
    links,
    load::{self, Attachment, Request, Site},
    markdown,
    model::{self, Model},
    privacy,
    render::{self, View},
    route::{self, Route},
    rule::Meta,
    schema, search,
    source::Sources,
    tables,
    timings::{self, PageTime},
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
    /// None: as `site.toml` says.
    pub search: Option<bool>,
    /// Warnings count as errors.
    pub strict: bool,
    /// Folder for what is installed once; none: `.arengo` in the site.
    pub cache: Option<PathBuf>,
    pub switches: Switches,
    pub progress: Progress,
    /// Ends a run that a template does not let end.
    pub watch: Option<Watch>,
}

/// What is done otherwise than usual.
#[derive(Debug, Clone, Copy, Default)]
pub struct Switches {
    /// Accessibility is not judged; everything else is.
    pub no_audit: bool,
    /// Every page is timed.
    pub timings: bool,
    /// Finished pages are kept in the cache folder, and taken from there if they would be made the same. The hash names
    /// the program, since another one makes other pages; without one nothing is kept. It is asked for as late as can be.
    pub keep: Option<fn() -> Option<Hash>>,
    /// The process ends with this site: its memory is left to the system, which takes it back in one piece.
    pub is_last: bool,
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
    pub accepted_findings: Vec<Finding>,
    pub pages: usize,
    /// What was tested on every page, if [`run_tested`] was asked.
    pub tested: Option<Tested>,
    /// Who answers for each content's file.
    pub offices: Offices,
    /// None: nothing was written, because nothing was asked or because of errors.
    pub written: Option<write::Outcome>,
    /// Stage and how long it took.
    pub timings: Vec<(&'static str, Duration)>,
    /// How long each page took, if that was asked.
    pub page_times: Vec<PageTime>,
    /// How many pages the cache had, if there is one.
    pub cached: Option<cache::Used>,
}

impl Build {
    /// Nothing was made and nothing found.
    pub fn empty(sources: Sources) -> Self {
        Self {
            sources,
            findings: Vec::new(),
            accepted: 0,
            accepted_findings: Vec::new(),
            pages: 0,
            tested: None,
            offices: Offices::default(),
            written: None,
            timings: Vec::new(),
            page_times: Vec::new(),
            cached: None,
        }
    }

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
        privacy::RULES,
        route::RULES,
        tables::RULES,
        render::RULES,
        documents::RULES,
        links::RULES,
        judge::RULES,
        &[&INTERNAL, &audit::PAGE_LIMITS, &audit::PAGE_UNREAD],
    ];
    let audit = audit::rules::RULES.iter().map(|rule| rule.meta);
    let mut rules: Vec<&'static Meta> = lists.into_iter().flatten().copied().chain(audit).collect();
    rules.sort_by_key(|rule| rule.id);
    rules.dedup_by_key(|rule| rule.id);
    rules
}

/// What sites that are built by one process share as long as it is the same to the byte: the vocabulary, the files of the
/// theme, its style sheets with what was learnt of them.
#[derive(Default)]
pub struct Common {
    load: load::Common,
    assets: assets::Common,
    sheets: Last<Sheets>,
}

/// Builds or checks a site.
pub fn run(order: &Order) -> Result<Build, Failure> {
    run_beside(order, false, &Common::default())
}

/// [`run`], keeping what every rule concluded on every page.
pub fn run_tested(order: &Order) -> Result<Build, Failure> {
    run_beside(order, true, &Common::default())
}

/// [`run`], or [`run_tested`], where other sites are built too.
pub fn run_beside(order: &Order, keeps_tests: bool, common: &Common) -> Result<Build, Failure> {
    let mut clock = Clock::default();
    let loading = load::load_beside(&order.request, &common.load)?;
    clock.lap("load");
    let mut sources = loading.sources;
    let Some(mut site) = loading.site else {
        let findings = crate::diagnostic::fold(loading.diagnostics, &sources);
        return Ok(Build { findings, timings: clock.laps, ..Build::empty(sources) });
    };
    if let Some(is_on) = order.search {
        // Pages offer no search that finds nothing.
        Arc::make_mut(&mut site.config).ricerca.attiva = is_on;
    }
    let staging = order.publish.then(|| Staging::open(&order.output, &site.root)).transpose()?;
    let cache = order.cache.clone().unwrap_or_else(|| site.root.join(".arengo"));
    let (assets, texts) = rayon::join(
        || theme_files(&site, &sources, &cache, &order.progress, &common.assets),
        || reuse::texts(order, &site, &sources, &cache),
    );
    let assets = assets?;
    let sheets = prepare::shared_sheets(&site, &assets, &common.sheets);
    clock.lap("assets");

    let previous = published_before(staging.as_ref(), &order.output);
    let mut told = loading.diagnostics;
    let validated = reuse::validated(&site, &sources, texts.as_ref()).unpack(&mut told);
    clock.lap("validate");
    let ingredients = Ingredients {
        published: previous.as_ref(),
        texts: texts.as_ref(),
        ..Ingredients::new(&site, &sources, &assets, &sheets)
    };
    let minify = order.minify.unwrap_or(site.config.build.minifica);
    let work = || -> Result<(Prepared, Done), Failure> {
        let prepared = ingredients.prepare(validated, told, &mut clock);
        let Some(mut line) = prepared.line() else { return Ok((prepared, Done::default())) };
        line.keeps_tests = keeps_tests;
        line.is_searched = order.publish && is_searched(line.view());
        line.audits = !order.switches.no_audit;
        let reuse = Reuse::open(order, &site, &sources, &assets, &line, minify, &cache);
        let mut done = all_pages(&line, &sources, staging.as_ref(), minify, reuse.as_ref(), order)?;
        clock.lap("pages");
        let keep = || reuse::keep(reuse, texts.as_ref(), &prepared.privacy);
        let (of_files, cached) = rayon::join(|| of_files(line.view(), &site, &prepared.privacy), keep);
        done.diagnostics.extend(of_files);
        done.cached = cached;
        clock.lap("documents");
        Ok((prepared, done))
    };
    let (mut prepared, done) =
        watched::run(order.watch.as_ref(), Duration::ZERO, &site, &sources, staging.as_ref(), work)?;
    let Done { pages, mut entries, records, diagnostics, tested, times, cached } = done;
    let verdict =
        judged(all_told(&mut prepared, diagnostics), &site.config, site.today, order.strict, &sources);
    clock.lap("judge");
    let mut build = Build {
        findings: verdict.findings,
        accepted: verdict.accepted,
        accepted_findings: verdict.accepted_findings,
        pages,
        tested: keeps_tests.then(|| Tested { tests: audit::tests(), pages: tested }),
        page_times: times,
        cached,
        offices: prepared.renderer.as_ref().map(|made| offices(made.view().model())).unwrap_or_default(),
        ..Build::empty(Sources::default())
    };
    if let (Some(staging), Some(renderer), false) = (staging, &prepared.renderer, build.has_errors()) {
        entries.extend(files(&staging, &site, renderer.view(), &assets)?);
        clock.lap("files");
        entries.extend(search_index(&staging, records)?);
        clock.lap("search");
        build.written =
            Some(staging.commit(entries, Arc::unwrap_or_clone(std::mem::take(&mut prepared.contents)))?);
        clock.lap("write");
    }
    let quoted = build.findings.iter().map(|finding| finding.diagnostic.place.file);
    prepared.privacy.cover_sources(&mut sources, quoted);
    build.sources = sources;
    build.timings = clock.laps;
    if order.switches.is_last {
        std::mem::forget((prepared, site, assets));
    }
    Ok(build)
}

/// Whether visitors can search the portal.
fn is_searched(view: &View) -> bool {
    cfg!(feature = "search") && view.config().ricerca.attiva && view.has_search()
}

/// What is published besides pages.
fn of_files(view: &View, site: &Site, privacy: &Arc<privacy::Privacy>) -> Vec<Diagnostic> {
    let mut unknown = documents::Known::default();
    documents::run(&mut unknown, view.model(), view.tables(), &site.statics, privacy)
}

/// The names of the offices that answer for contents.
fn offices(model: &Model) -> Offices {
    let named = model.entries().filter_map(|(_, entry)| {
        let office = model.competent_office(entry)?;
        Some((entry.file, model.main_version(office).title.clone()))
    });
    named.collect()
}

/// The theme's files, installed if need be, cut down to what pages can use.
fn theme_files(
    site: &Site,
    sources: &Sources,
    cache: &Path,
    progress: &Progress,
    common: &assets::Common,
) -> Result<Assets, Failure> {
    let bodies = markdown::elements().chain(markdown::attributes()).chain(markdown::classes());
    let bodies: Vec<&str> = bodies.collect();
    assets::gather(&site.theme, sources, &bodies, cache, &|| progress(Step::Installing), common)
}

/// Everything that was told before the pages and of them, with personal data covered.
fn all_told(prepared: &mut Prepared, of_pages: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut told = std::mem::take(&mut prepared.diagnostics);
    told.extend(of_pages);
    prepared.privacy.cover_words(&mut told);
    told
}

/// What the site's policy leaves of all findings.
fn judged(
    diagnostics: Vec<Diagnostic>,
    config: &Config,
    today: Date,
    strict: bool,
    sources: &Sources,
) -> Verdict {
    let mut policy = config.policy.clone();
    policy.strict = strict;
    let known: Vec<&str> = rules().iter().map(|rule| rule.id).collect();
    judge::judge(diagnostics, &policy, &known, today, sources)
}

/// Addresses of contents in what is online now.
fn published_before(staging: Option<&Staging>, output: &Path) -> Option<BTreeMap<String, String>> {
    match staging {
        Some(staging) => staging.previous().map(|manifest| manifest.contents.clone()),
        None => Manifest::read(output).map(|manifest| manifest.contents),
    }
}

#[derive(Default)]
struct Done {
    pages: usize,
    entries: Vec<write::Entry>,
    records: Vec<search::Record>,
    diagnostics: Vec<Diagnostic>,
    tested: Vec<TestedPage>,
    times: Vec<PageTime>,
    cached: Option<cache::Used>,
}

/// Makes and writes every route, in parallel; then judges the links between pages.
fn all_pages(
    line: &Line<'_>,
    sources: &Sources,
    staging: Option<&Staging>,
    minify: bool,
    reuse: Option<&Reuse<'_>>,
    order: &Order,
) -> Result<Done, Failure> {
    let routes = line.renderer.view().routes().as_slice();
    let n_finished = AtomicUsize::new(0);
    let first = Instant::now();
    let one = |route: &Route| {
        let start = first.elapsed();
        let (made, entry) = finish(line, route, staging, minify, reuse)?;
        let n = n_finished.fetch_add(1, Ordering::Relaxed) + 1;
        (order.progress)(Step::Pages(n, routes.len()));
        let time = order.switches.timings.then(|| time(line, sources, route, start, &made));
        let Made { anchors, record, diagnostics, tested, .. } = made;
        Ok(Finished { entry, anchors, record, diagnostics, tested, time })
    };
    // After the first failure there is nothing to make; a list whose length is known is made in one place.
    let failure = OnceLock::new();
    let one = |route: &Arc<Route>| match failure.get() {
        None => one(route).map_err(|error| failure.set(error)).ok(),
        Some(_) => None,
    };
    // Of the files that are no pages some take long: who begins with them keeps nobody waiting at the end.
    let (pages, files): (Vec<&Arc<Route>>, Vec<_>) = routes.iter().partition(|route| route.is_page());
    let n_pages = pages.len();
    let finished: Vec<Option<Finished>> = files.into_par_iter().chain(pages).map(one).collect();
    if let Some(failure) = failure.into_inner() {
        return Err(failure);
    }
    let mut done = Done { pages: n_pages, ..Done::default() };
    let mut anchors = Vec::with_capacity(finished.len());
    for finished in finished.into_iter().flatten() {
        done.entries.extend(finished.entry);
        done.records.extend(finished.record);
        done.diagnostics.extend(finished.diagnostics);
        done.tested.extend(finished.tested);
        done.times.extend(finished.time);
        anchors.extend(finished.anchors);
    }
    done.diagnostics.extend(links::across(&anchors));
    Ok(done)
}

/// What remains of a page when it is written: as little as can be, since there is one for each.
struct Finished {
    entry: Option<write::Entry>,
    anchors: Option<links::Anchors>,
    record: Option<search::Record>,
    diagnostics: Vec<Diagnostic>,
    tested: Option<TestedPage>,
    time: Option<PageTime>,
}

/// One route, made and written; nothing is written where nothing is published.
fn finish(
    line: &Line<'_>,
    route: &Route,
    staging: Option<&Staging>,
    minify: bool,
    reuse: Option<&Reuse<'_>>,
) -> Result<(Made, Option<write::Entry>), Failure> {
    let Some(staging) = staging else {
        return Ok((line.make(route), None));
    };
    if let Some(reuse) = reuse.filter(|_| route.is_page()) {
        return reuse.publish(line, route, minify, staging);
    }
    let (mut made, bytes) = line.publish(route, minify);
    let mut steps = made.steps;
    let put = |bytes: Vec<u8>| staging.put(&route.file(), &bytes);
    let entry = steps.time(timings::Step::Put, || bytes.map(put).transpose())?;
    made.steps = steps;
    Ok((made, entry))
}

fn time(line: &Line<'_>, sources: &Sources, route: &Route, start: Duration, made: &Made) -> PageTime {
    let template =
        if route.is_page() { sources.get(line.template(route)).path.to_string() } else { String::new() };
    let thread = rayon::current_thread_index().unwrap_or(0);
    PageTime { url: route.url.clone(), template, thread, start, steps: made.steps }
}

/// Attachments, files of `static/` and of the theme.
fn files(staging: &Staging, site: &Site, view: &View, assets: &Assets) -> Result<Vec<write::Entry>, Failure> {
    let model = view.model();
    let attachments = model.used_attachments().chain(model.albo.files(model.today));
    let attachments = attachments.map(|(id, address)| (address, model.attachment(id)));
    let statics = site.statics.iter().map(|file| (file.path.as_str(), file));
    let copies: Vec<(&str, &Attachment)> = attachments.chain(statics).collect();
    let copy = |(path, file): &(&str, &Attachment)| {
        staging.put_copy(path.trim_start_matches('/'), &file.on_disk, file.hash)
    };
    let mut entries = copies.par_iter().map(copy).collect::<Result<Vec<_>, Failure>>()?;
    for (name, address) in assets.addresses() {
        entries.push(staging.put(address.trim_start_matches('/'), &assets.files[&name])?);
    }
    Ok(entries)
}

/// The index of the search, when there is something to find.
#[cfg(feature = "search")]
fn search_index(staging: &Staging, records: Vec<search::Record>) -> Result<Vec<write::Entry>, Failure> {
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let folder = route::SEARCH_FOLDER.trim_start_matches('/');
    let files = search::index(records)?;
    files.par_iter().map(|(name, bytes)| staging.put(&format!("{folder}{name}"), bytes)).collect()
}

#[cfg(not(feature = "search"))]
fn search_index(_: &Staging, _: Vec<search::Record>) -> Result<Vec<write::Entry>, Failure> {
    Ok(Vec::new())
}
