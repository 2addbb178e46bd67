//! All pages judged in the background, one after the other, what browsers show first.
//!
//! A page is rendered again when something it asked of the site has another answer ([`Rounds`]); it is parsed and audited
//! again only when its text, marks included, is another one, or when an address it leads to came or went.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
    sync::{
        Arc, Condvar, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use rayon::prelude::*;

use super::{
    aside::be_humble,
    hub::{Event, Hub, lock},
    patience::{self, Who},
};
use crate::{
    diagnostic::{Diagnostic, Finding},
    documents,
    hash::Hash,
    links::{self, Anchors},
    pipeline::{Line, Snapshot},
    render::{Askers, Print, Reads},
    route::Route,
};

/// What was found on a page.
#[derive(Clone)]
pub(super) struct Checked {
    text: Hash,
    /// The latest snapshot for which it holds.
    number: u64,
    pub diagnostics: Arc<Vec<Diagnostic>>,
    anchors: Option<Arc<Anchors>>,
}

/// The findings of the whole site, as far as pages were judged.
#[derive(Clone, Default)]
pub(super) struct SiteReport {
    pub findings: Arc<Vec<Finding>>,
    /// What there is to say of attached documents, which takes opening them.
    pub documents: Arc<Vec<Diagnostic>>,
    /// Pages judged, of so many.
    pub pages: usize,
    pub of: usize,
    /// The snapshot they are about.
    pub number: u64,
    /// False: the other pages are being judged.
    pub is_whole: bool,
}

#[derive(Default)]
pub(super) struct Checks {
    pages: Mutex<HashMap<String, Checked>>,
    /// Addresses that came or went, by the snapshot that first has the difference.
    differences: Mutex<VecDeque<(u64, BTreeSet<String>)>>,
    report: Mutex<SiteReport>,
    is_news: Mutex<bool>,
    bell: Condvar,
    /// Until then somebody waits for what was saved.
    busy_until: Mutex<Option<Instant>>,
    is_over: AtomicBool,
}

/// How long a browser takes to fetch what was saved.
const WAY: Duration = Duration::from_millis(40);

/// States after which a page is judged anew in any case.
const MEMORY: usize = 256;

impl Checks {
    /// There is something new to look at.
    pub(super) fn wake(&self) {
        *lock(&self.is_news) = true;
        self.bell.notify_all();
    }

    pub(super) fn quit(&self) {
        self.is_over.store(true, Ordering::Relaxed);
        self.wake();
    }

    fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
    }

    /// Waits for news, and takes them.
    fn wait(&self) {
        let is_quiet = |is_news: &mut bool| !*is_news;
        let waited = self.bell.wait_while(lock(&self.is_news), is_quiet);
        *waited.unwrap_or_else(PoisonError::into_inner) = false;
    }

    /// Something was saved: until browsers have it, nothing else is done.
    pub(super) fn give_way(&self) {
        *lock(&self.busy_until) = Some(Instant::now() + WAY);
    }

    /// Waits as long as others are to go first.
    fn wait_for_quiet(&self) {
        loop {
            let until = *lock(&self.busy_until);
            let left = until.map_or(Duration::ZERO, |until| until.saturating_duration_since(Instant::now()));
            if left.is_zero() || self.is_over() {
                return;
            }
            thread::sleep(left);
        }
    }

    fn has_news(&self) -> bool {
        *lock(&self.is_news)
    }

    pub(super) fn report(&self) -> SiteReport {
        lock(&self.report).clone()
    }

    /// What is wrong with a page of a snapshot, from memory if it was judged and did not change.
    pub(super) fn page(&self, hub: &Hub, page: (&Arc<Snapshot>, &Line<'_>, &Route)) -> Checked {
        let (snapshot, line, route) = page;
        let number = snapshot.number;
        let known = lock(&self.pages).get(&route.url).cloned();
        if let Some(known) = known.as_ref().filter(|known| known.number == number) {
            return known.clone();
        }
        let rendered = patience::attempt(hub, page, Who::Visitor, |line, route| line.render(route)).flatten();
        let checked = self.judge(line, route, number, known, rendered);
        self.keep(route, checked.clone());
        checked
    }

    fn keep(&self, route: &Route, checked: Checked) {
        let mut pages = lock(&self.pages);
        let is_older = pages.get(&route.url).is_some_and(|known| known.number > checked.number);
        if !is_older {
            pages.insert(route.url.clone(), checked);
        }
    }

    fn judge(
        &self,
        line: &Line<'_>,
        route: &Route,
        number: u64,
        known: Option<Checked>,
        rendered: Result<String, Box<Diagnostic>>,
    ) -> Checked {
        // What the law wants of a page need not stand in its text.
        let wanted = format!("{:?}", line.indexing_of(route));
        let text = match &rendered {
            Ok(text) => Hash::of_parts([text.as_bytes(), wanted.as_bytes()]),
            Err(told) => Hash::of(format!("{told:?}").as_bytes()),
        };
        let holds = |known: &Checked| {
            rendered.is_ok() && known.text == text && self.leads_where_it_did(known, number)
        };
        if let Some(known) = known.filter(holds) {
            return Checked { number, ..known };
        }
        let made = line.judge(route, rendered);
        let (diagnostics, anchors) = (Arc::new(made.diagnostics), made.anchors.map(Arc::new));
        Checked { text, number, diagnostics, anchors }
    }

    /// Whether no address the page leads to came or went since it was judged.
    fn leads_where_it_did(&self, known: &Checked, number: u64) -> bool {
        let differences = lock(&self.differences);
        if differences.front().is_some_and(|(first, _)| *first > known.number + 1) {
            return false;
        }
        let since = differences.iter().filter(|(n, _)| (known.number + 1..=number).contains(n));
        let mut changed = since.flat_map(|(_, addresses)| addresses);
        known.anchors.as_ref().is_none_or(|anchors| !changed.any(|address| anchors.leads_to(address)))
    }

    /// Remembers which addresses are new and which are gone.
    fn compare(&self, before: &Snapshot, after: &Snapshot) {
        let (then, now) = (addresses(before), addresses(after));
        let difference: BTreeSet<String> =
            then.symmetric_difference(&now).map(|address| (*address).to_owned()).collect();
        let mut differences = lock(&self.differences);
        // States in between that nobody compared are in this difference too.
        for number in before.number + 1..=after.number {
            differences.push_back((number, difference.clone()));
        }
        while differences.len() > MEMORY {
            differences.pop_front();
        }
    }

    /// Puts together what is known of the whole site.
    fn put_together(
        &self,
        snapshot: &Snapshot,
        line: Option<&Line<'_>>,
        of_documents: &Arc<Vec<Diagnostic>>,
        is_whole: bool,
    ) {
        let mut told = snapshot.diagnostics().to_vec();
        told.extend(of_documents.iter().cloned());
        let documents = Arc::clone(of_documents);
        let mut report = SiteReport { number: snapshot.number, documents, is_whole, ..SiteReport::default() };
        if let Some(line) = line {
            let mut pages = lock(&self.pages);
            let routes = line.view().routes();
            pages.retain(|url, _| routes.at(url).is_some());
            let known: BTreeMap<&String, &Checked> = pages.iter().collect();
            let mut anchors = Vec::new();
            for checked in known.into_values() {
                told.extend(checked.diagnostics.iter().cloned());
                anchors.extend(checked.anchors.clone());
                report.pages += usize::from(checked.number == snapshot.number);
            }
            told.extend(links::across(&anchors));
            report.of = routes.as_slice().len();
        }
        report.findings = Arc::new(snapshot.judge(told));
        *lock(&self.report) = report;
    }
}

fn addresses(snapshot: &Snapshot) -> HashSet<&str> {
    snapshot.prepared.as_ref().map(|prepared| prepared.addresses.all().collect()).unwrap_or_default()
}

/// Judges all pages whenever there is a new state, until the preview ends.
pub(super) fn run(hub: &Hub) {
    be_humble();
    let mut rounds = Rounds::default();
    loop {
        hub.checks.wait();
        if hub.checks.is_over() {
            return;
        }
        let snapshot = hub.state().snapshot;
        match snapshot.is_settled {
            true => rounds.whole(hub, &snapshot),
            false => of_the_moment(hub, &snapshot),
        }
    }
}

/// What browsers look at: the rest waits until the site is put together again.
fn of_the_moment(hub: &Hub, snapshot: &Arc<Snapshot>) {
    let Some(line) = snapshot.prepared.as_ref().and_then(|prepared| prepared.line()) else { return };
    watched_pages(hub, &line, snapshot);
}

fn watched_pages(hub: &Hub, line: &Line<'_>, snapshot: &Arc<Snapshot>) {
    let routes = line.view().routes();
    for route in hub.watched().iter().filter_map(|address| routes.at(address)) {
        hub.checks.page(hub, (snapshot, line, route));
        hub.tell_page(&route.url, Event::Findings);
    }
}

/// What is kept from one round over all pages to the next.
#[derive(Default)]
struct Rounds {
    /// The state of the round before.
    before: Arc<Snapshot>,
    /// What pages asked when they were rendered here.
    askers: Askers,
    /// For these: their text, and what their routes were.
    made: HashMap<String, (Hash, Option<Print>)>,
    documents: documents::Known,
    /// What there was to say of them when they were last looked at.
    of_documents: Arc<Vec<Diagnostic>>,
}

/// What one page came to.
struct Judged {
    checked: Checked,
    /// None: it does not end, and is tried again in the next state.
    reads: Option<Reads>,
    print: Option<Print>,
}

/// Pages judged between two looks at what else there is to do.
const AT_ONCE: usize = 32;
/// While all pages are being judged, this often browsers hear what was found so far.
const PROGRESS: Duration = Duration::from_secs(4);

impl Rounds {
    fn whole(&mut self, hub: &Hub, snapshot: &Arc<Snapshot>) {
        if snapshot.number > self.before.number {
            hub.checks.compare(&self.before, snapshot);
            if !snapshot.is_made_like(&self.before) {
                (self.askers, self.made) = Default::default();
            }
            self.before = Arc::clone(snapshot);
        }
        let prepared = snapshot.prepared.as_ref();
        let line = prepared.and_then(|prepared| prepared.line());
        if let Some(line) = &line
            && !self.all_pages(hub, line, snapshot)
        {
            return;
        }
        let of_documents = prepared.zip(line.as_ref()).map_or_else(Default::default, |(prepared, line)| {
            let (view, statics) = (line.view(), snapshot.statics.values());
            let look = || {
                documents::run(&mut self.documents, view.model(), view.tables(), statics, &prepared.privacy)
            };
            Arc::new(hub.aside.install(look))
        });
        self.of_documents = of_documents;
        hub.checks.put_together(snapshot, line.as_ref(), &self.of_documents, true);
        hub.tell(Event::Findings);
    }

    /// False: something newer came in between.
    fn all_pages(&mut self, hub: &Hub, line: &Line<'_>, snapshot: &Arc<Snapshot>) -> bool {
        let (routes, number) = (line.view().routes(), snapshot.number);
        watched_pages(hub, line, snapshot);
        self.made.retain(|url, _| {
            let stays = routes.at(url).is_some();
            if !stays {
                self.askers.forget(url);
            }
            stays
        });
        let outdated = self.askers.outdated(line.view());
        let mut order = Vec::new();
        {
            let mut pages = lock(&hub.checks.pages);
            for route in routes.iter() {
                let holds = |checked: &Checked| {
                    self.made
                        .get(&route.url)
                        .is_some_and(|(text, print)| checked.text == *text && *print == print_of(line, route))
                        && !outdated.contains(route.url.as_str())
                        && hub.checks.leads_where_it_did(checked, number)
                };
                match pages.get_mut(&route.url) {
                    Some(checked) if checked.number <= number && holds(checked) => checked.number = number,
                    checked => order.push((checked.map_or(0, |checked| checked.number), route)),
                }
            }
        }
        // Those that were not looked at for longest come first, or a busy editor would keep the last pages waiting.
        order.sort_by_key(|(seen, _)| *seen);
        let mut told = Instant::now();
        for some in order.chunks(AT_ONCE) {
            let page = |(_, route): &(u64, &Route)| judge(hub, (snapshot, line, route));
            let judged: Vec<Option<Judged>> = hub.aside.install(|| some.par_iter().map(page).collect());
            let is_cut_short = judged.iter().any(Option::is_none);
            for ((_, route), judged) in some.iter().zip(judged) {
                self.note(hub, route, judged);
            }
            if is_cut_short {
                return false;
            }
            if told.elapsed() > PROGRESS {
                hub.checks.put_together(snapshot, Some(line), &self.of_documents, false);
                hub.tell(Event::Findings);
                told = Instant::now();
            }
        }
        true
    }

    /// Remembers what a page came to and what it asked.
    fn note(&mut self, hub: &Hub, route: &Route, judged: Option<Judged>) {
        let Some(Judged { checked, reads, print }) = judged else { return };
        match reads {
            Some(reads) => {
                self.askers.set(&route.url, reads);
                self.made.insert(route.url.clone(), (checked.text, print));
            }
            None => {
                self.askers.forget(&route.url);
                self.made.remove(&route.url);
            }
        }
        hub.checks.keep(route, checked);
    }
}

/// Judges a page when nobody else wants to go first. None: something newer came in between.
fn judge(hub: &Hub, page: (&Arc<Snapshot>, &Line<'_>, &Route)) -> Option<Judged> {
    let (snapshot, line, route) = page;
    hub.checks.wait_for_quiet();
    if hub.checks.has_news() || hub.checks.is_over() {
        return None;
    }
    let known = lock(&hub.checks.pages).get(&route.url).cloned();
    let (rendered, reads) = match patience::attempt(hub, page, Who::Round, recorded) {
        Ok((rendered, reads)) => (rendered, Some(reads)),
        Err(told) => (Err(told), None),
    };
    let checked = hub.checks.judge(line, route, snapshot.number, known, rendered);
    Some(Judged { checked, reads, print: print_of(line, route) })
}

/// The text of a page, and what it asked; judging it asks no more than this.
fn recorded(line: &Line<'_>, route: &Route) -> (Result<String, Box<Diagnostic>>, Reads) {
    line.view().recording(|| {
        let rendered = line.render(route);
        line.indexing_of(route);
        if rendered.is_err() {
            line.content_of(route);
        }
        rendered
    })
}

/// None: a file that is no page asks for everything, so its questions are enough.
fn print_of(line: &Line<'_>, route: &Route) -> Option<Print> {
    route.is_page().then(|| line.print(route))
}
