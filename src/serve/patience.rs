//! Pages that do not end: each is made by a thread that can be left behind, and a guard asks those that take too long to
//! stop. So the others are answered, whatever a template does.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc, Mutex, OnceLock,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::{Duration, Instant},
};

use super::{
    aside,
    hub::{Hub, lock},
    server,
};
use crate::{
    diagnostic::{Diagnostic, Failure},
    l10n::Message,
    pipeline::{Bounds, GRACE, Line, Snapshot},
    render::{self, Busy, Excess},
    route::Route,
};

/// How often the guard looks.
const PACE: Duration = Duration::from_millis(50);
/// How often who waits looks up.
const STEP: Duration = Duration::from_millis(100);
/// Threads that may be left behind before a template that left one is no longer tried: each keeps a processor busy.
const MOST_LEFT: usize = 4;

/// Who waits for a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// A person.
    Visitor,
    /// Nobody: all pages are being judged.
    Round,
}

/// What a thread is given to do.
type Job = Box<dyn FnOnce() + Send>;
/// Threads that wait for the next page, by how humble they are: each is as humble as who first asked.
type Idle = Mutex<BTreeMap<i32, Vec<mpsc::Sender<Job>>>>;

/// Pages whose threads were left behind, and threads that wait for pages.
#[derive(Default)]
pub(super) struct Patience {
    left: Mutex<Vec<Left>>,
    idle: Arc<Idle>,
}

struct Left {
    snapshot: Arc<Snapshot>,
    /// Path of the template.
    template: String,
    url: String,
    is_over: Arc<AtomicBool>,
}

impl Patience {
    /// How many threads still work on what nobody waits for.
    pub(super) fn count(&self) -> usize {
        self.still().len()
    }

    fn still(&self) -> std::sync::MutexGuard<'_, Vec<Left>> {
        let mut left = lock(&self.left);
        left.retain(|left| !left.is_over.load(Ordering::Relaxed));
        left
    }

    /// Has a thread do it, one that waits or a new one. False: the system has none to give.
    fn give(&self, mut job: Job) -> bool {
        let humble = aside::humility();
        let waiting = lock(&self.idle).get_mut(&humble).and_then(Vec::pop);
        if let Some(waiting) = waiting {
            job = match waiting.send(job) {
                Ok(()) => return true,
                Err(mpsc::SendError(job)) => job,
            };
        }
        let idle = Arc::downgrade(&self.idle);
        let work = move || {
            loop {
                job();
                // Nobody is left who might ask: the preview ended.
                let Some(all) = idle.upgrade() else { return };
                let (more, jobs) = mpsc::channel();
                lock(&all).entry(humble).or_default().push(more);
                drop(all);
                let Ok(next) = jobs.recv() else { return };
                job = next;
            }
        };
        server::spawn("arengo-pagina", work).is_ok()
    }

    /// Whether a page need not be tried: it would leave another thread behind.
    fn knows(&self, snapshot: &Arc<Snapshot>, template: &str, url: &str, who: Who) -> bool {
        let left = self.still();
        let is_enough = who == Who::Round || left.len() >= MOST_LEFT;
        left.iter().any(|left| {
            let is_same = Arc::ptr_eq(&left.snapshot, snapshot) && left.url == url;
            is_same || (is_enough && left.template == template && left.snapshot.has_theme_of(snapshot))
        })
    }
}

/// Does something with a page of a snapshot. An error: the page does not end.
pub(super) fn attempt<T: Send + 'static>(
    hub: &Hub,
    (snapshot, line, route): (&Arc<Snapshot>, &Line<'_>, &Route),
    who: Who,
    work: fn(&Line<'_>, &Route) -> T,
) -> Result<T, Box<Diagnostic>> {
    let file = line.template(route);
    let template = snapshot.sources.get(file).path.to_string();
    let seconds = line.view().config().limiti.pagina_secondi;
    let given_up = || Box::new(render::given_up(Excess::Seconds(seconds), file, &route.url));
    if hub.patience.knows(snapshot, &template, &route.url, who) {
        return Err(given_up());
    }
    let (result, made) = mpsc::sync_channel(1);
    let is_over = Arc::<AtomicBool>::default();
    let (of, url, over) = (Arc::clone(snapshot), route.url.clone(), Arc::clone(&is_over));
    let page = move || {
        let line = of.prepared.as_ref().and_then(|prepared| prepared.line());
        let found = line.as_ref().and_then(|line| Some((line, line.view().routes().at(&url)?)));
        if let Some((line, route)) = found {
            // Nobody may be waiting any more.
            let _ = result.send(work(line, route));
        }
        over.store(true, Ordering::Relaxed);
    };
    // A system without threads to give: the page is made here.
    if !hub.patience.give(Box::new(page)) {
        return Ok(work(line, route));
    }
    let until = Instant::now() + Duration::from_secs(seconds.into()) + GRACE;
    loop {
        match made.recv_timeout(STEP) {
            Ok(made) => return Ok(made),
            // A fault of the program, which shows again here, where it is caught.
            Err(RecvTimeoutError::Disconnected) => return Ok(work(line, route)),
            Err(RecvTimeoutError::Timeout) if hub.is_closed() => return Err(given_up()),
            Err(RecvTimeoutError::Timeout) if Instant::now() < until => {}
            Err(RecvTimeoutError::Timeout) => break,
        }
    }
    let left = Left { snapshot: Arc::clone(snapshot), template, url: route.url.clone(), is_over };
    lock(&hub.patience.left).push(left);
    hub.say(&Message::new("serve-left").with("page", &route.url).with("n", hub.patience.count()));
    Err(given_up())
}

/// Looks on until the preview ends. The hub comes when the site was read for the first time.
pub(super) fn guard(hub: &OnceLock<Arc<Hub>>, is_over: &AtomicBool) {
    let mut told = BTreeSet::new();
    while !is_over.load(Ordering::Relaxed) {
        thread::sleep(PACE);
        let all = Busy::all();
        for busy in &all {
            let seconds = Duration::from_secs(busy.seconds().into());
            if busy.takes() > seconds && !busy.was_asked_to_stop() {
                busy.ask_to_stop(Excess::Seconds(busy.seconds()));
            }
        }
        let Some(hub) = hub.get() else { continue };
        told.retain(|number| all.iter().any(|busy| busy.number() == *number));
        for busy in &all {
            over_memory(hub, busy);
            stuck(hub, busy, &mut told);
        }
    }
}

/// A part of all pages that does not stop holds up the thread that takes changes in.
fn stuck(hub: &Hub, busy: &Busy, told: &mut BTreeSet<u64>) {
    let limit = Duration::from_secs(busy.seconds().into()) + GRACE;
    if !busy.url().is_empty() || busy.takes() < limit || !told.insert(busy.number()) {
        return;
    }
    hub.fail(Failure::environment("serve-stuck"));
}

/// A page that fills the memory is asked to stop; if it does not, the preview ends before the system ends it.
fn over_memory(hub: &Hub, busy: &Busy) {
    let Some(watch) = &hub.options.watch else { return };
    let Some(excess) = Bounds::new(busy.config(), watch.memory).memory_of(busy) else { return };
    if !busy.was_asked_to_stop() {
        busy.ask_to_stop(excess);
        let asked = Instant::now();
        while asked.elapsed() < GRACE / 4 {
            thread::sleep(PACE / 5);
        }
    }
    let is_there = Busy::all().iter().any(|other| other.number() == busy.number());
    if is_there && Bounds::new(busy.config(), watch.memory).memory_of(busy).is_some() {
        watch.tell(busy.given_up(excess), &hub.state().snapshot.sources);
    }
}
