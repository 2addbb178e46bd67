//! The loop that keeps the site up to date: one thread, one kind of work after the other.

use std::{
    collections::BTreeSet,
    mem,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError},
    },
    thread,
    time::{Duration, Instant},
};

use jiff::civil::Date;

use super::{
    Calendar,
    hub::{Event, Hub},
    watch::Watch,
};
use crate::{
    diagnostic::Failure,
    load::{Change, Stamps},
    pipeline::{Seen, Settled, Snapshot, Workshop},
};

/// What the loop is asked to do.
pub(super) enum Work {
    /// Somebody heard of these paths.
    Changed(Vec<PathBuf>),
    /// Something changed, nobody knows what.
    Anything,
    /// Show the site of another day; none: of today.
    LookAt(Option<Date>, bool),
    /// The site was put together; none: a fault of the program came in between.
    Settled(Option<Box<Settled>>),
    Quit,
}

/// Changes that come together are taken in together: this long after the last one, but no longer than that in all.
const QUIET: Duration = Duration::from_millis(6);
const AT_MOST: Duration = Duration::from_millis(30);

/// The site is put together again when nothing changed for so long, and in any case after so long.
const PAUSE: Duration = Duration::from_millis(250);
const PATIENCE: Duration = Duration::from_secs(3);

/// How often browsers are asked whether they are still there, and the calendar is looked at.
const PULSE: Duration = Duration::from_secs(20);

/// How often folders are walked that cannot be watched.
const ROUND: Duration = Duration::from_secs(2);

/// Work that waits for a pause.
#[derive(Clone, Copy)]
struct Waiting {
    first: Instant,
    last: Instant,
}

impl Waiting {
    /// There is more of it.
    fn more(before: Option<Self>) -> Self {
        let now = Instant::now();
        Self { first: before.map_or(now, |before| before.first), last: now }
    }

    fn left(self) -> Duration {
        let pause = PAUSE.saturating_sub(self.last.elapsed());
        pause.min(PATIENCE.saturating_sub(self.first.elapsed()))
    }

    fn is_over(self) -> bool {
        self.left().is_zero()
    }
}

pub(super) struct Engine {
    pub workshop: Workshop,
    pub stamps: Stamps,
    pub watch: Watch,
    pub hub: Arc<Hub>,
    pub calendar: Option<Calendar>,
    /// The day somebody chose in the desk.
    chosen: Option<Date>,
    /// The day of the command line.
    first: Date,
    /// Since when changes are shown for the moment, and wait for the site to be put together.
    since: Option<Waiting>,
    /// Paths that were heard of and whose neighbours were not looked at yet.
    heard: BTreeSet<PathBuf>,
    /// Since when.
    heard_since: Option<Waiting>,
    /// Whether another thread is putting the site together.
    is_settling: bool,
    /// Since when the folders have to be walked, because the system tells nothing of them.
    deaf_since: Option<Instant>,
}

impl Engine {
    pub(super) fn new(workshop: Workshop, stamps: Stamps, watch: Watch, hub: Arc<Hub>) -> Self {
        let calendar = hub.options.calendar.clone();
        let first = hub.options.plan.request.today;
        // What was opened is a first look: the site is put together as soon as there is time.
        let since = (!workshop.latest().is_settled).then(|| Waiting::more(None));
        Self {
            workshop,
            stamps,
            watch,
            hub,
            calendar,
            chosen: None,
            first,
            since,
            heard: BTreeSet::new(),
            heard_since: None,
            is_settling: false,
            deaf_since: None,
        }
    }

    /// Works until it is told to quit.
    pub(super) fn run(mut self, work: &Receiver<Work>) {
        let mut last_pulse = Instant::now();
        // From here on changes are heard of; then comes the look at the other pages, which takes both hands.
        self.compare_all();
        self.hub.checks.wake();
        loop {
            if last_pulse.elapsed() >= PULSE {
                last_pulse = Instant::now();
                self.hub.tell(Event::Nothing);
                self.new_day();
            }
            match work.recv_timeout(self.rest()) {
                Ok(Work::Changed(paths)) => {
                    self.hub.checks.give_way();
                    let Some(hints) = gather(paths, work, &mut self) else { return };
                    self.take_in(hints);
                    self.hub.checks.give_way();
                }
                Ok(Work::Anything) => self.compare_all(),
                Ok(Work::LookAt(day, drafts)) => self.look_at(day, drafts),
                Ok(Work::Settled(settled)) => self.settled(settled),
                Err(RecvTimeoutError::Timeout) => {}
                Ok(Work::Quit) | Err(RecvTimeoutError::Disconnected) => return,
            }
            if self.heard_since.is_some_and(Waiting::is_over) {
                self.look_around();
            }
            if self.deaf_since.is_some_and(|since| since.elapsed() >= ROUND) {
                self.deaf_since = Some(Instant::now());
                let changes = self.stamps.everything();
                self.update(&changes);
            }
            if self.to_settle().is_some_and(Waiting::is_over) {
                self.settle();
            }
        }
    }

    /// What waits for the site to be put together; none: nothing does, or it is being done.
    fn to_settle(&self) -> Option<Waiting> {
        self.since.filter(|_| !self.is_settling)
    }

    /// How long to wait when nothing happens.
    fn rest(&self) -> Duration {
        let waiting = self.to_settle().into_iter().chain(self.heard_since);
        let round = self.deaf_since.map(|since| ROUND.saturating_sub(since.elapsed()));
        waiting.map(Waiting::left).chain(round).min().unwrap_or(PULSE)
    }

    fn take_in(&mut self, hints: Hints) {
        if hints.anything {
            return self.compare_all();
        }
        // Watched again before they are walked: what comes in between is heard of.
        if let Err(failure) = self.watch.renew(&hints.paths) {
            self.hub.tell_failure(&failure);
        }
        let changes = self.stamps.named(&hints.paths);
        self.update(&changes);
        self.heard.extend(hints.paths);
        self.heard_since = Some(Waiting::more(self.heard_since));
    }

    /// What stands beside a named file may have changed unheard. A folder may hold thousands of files, so this waits until
    /// nobody waits for a page.
    fn look_around(&mut self) {
        self.heard_since = None;
        let others = self.stamps.around(&mem::take(&mut self.heard));
        self.update(&others);
    }

    fn compare_all(&mut self) {
        let watched = self.watch.renew_all();
        // Told once, as long as it lasts.
        if let Err(failure) = &watched
            && self.deaf_since.is_none()
        {
            self.hub.tell_failure(failure);
        }
        self.deaf_since = watched.err().map(|_| Instant::now());
        let changes = self.stamps.everything();
        self.update(&changes);
    }

    fn update(&mut self, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        let before = Arc::clone(self.workshop.latest());
        // A fault of the program may spoil one state, never the preview.
        let seen = catch_unwind(AssertUnwindSafe(|| self.workshop.look(changes)));
        match seen.unwrap_or_else(|_| Err(Failure::environment("serve-fault"))) {
            Ok(Seen::Whole) => self.publish(&before, changes),
            Ok(Seen::Moment) => {
                self.since = Some(Waiting::more(self.since));
                self.hub.show_moment(self.workshop.latest(), changes);
            }
            Ok(Seen::Nothing) => {}
            Err(failure) => self.hub.fail(failure),
        }
    }

    /// Has the site put together by a thread that lets the others go first: until it is done, what changes is shown for the
    /// moment.
    fn settle(&mut self) {
        let settling = match self.workshop.begin() {
            Ok(Some(settling)) => settling,
            Ok(None) => return self.since = None,
            Err(failure) => {
                self.since = None;
                return self.hub.fail(failure);
            }
        };
        self.is_settling = true;
        let hub = Arc::clone(&self.hub);
        let work = move || {
            // A fault of the program may spoil one state, never the preview.
            let settled = catch_unwind(AssertUnwindSafe(|| hub.aside.install(|| settling.run())));
            hub.ask(Work::Settled(settled.ok().map(Box::new)));
        };
        if thread::Builder::new().name("arengo-insieme".to_owned()).spawn(work).is_err() {
            // A system without threads to give: later.
            self.is_settling = false;
            self.since = Some(Waiting::more(None));
        }
    }

    /// Shows a site that was put together, with what changed meanwhile.
    fn settled(&mut self, settled: Option<Box<Settled>>) {
        self.is_settling = false;
        let Some(settled) = settled else {
            self.since = None;
            return self.hub.fail(Failure::environment("serve-fault"));
        };
        let before = Arc::clone(self.workshop.latest());
        match self.workshop.finish(*settled) {
            // What broke or moved was not shown for the moment: it is told already.
            Seen::Whole => self.publish(&before, &[]),
            Seen::Moment => {
                self.hub.publish(&before, self.workshop.latest(), &[]);
                self.since = Some(Waiting::more(None));
            }
            Seen::Nothing => {}
        }
    }

    fn publish(&mut self, before: &Arc<Snapshot>, changes: &[Change]) {
        self.since = None;
        self.hub.publish(before, self.workshop.latest(), changes);
    }

    fn look_at(&mut self, day: Option<Date>, drafts: bool) {
        self.chosen = day;
        let today = day.unwrap_or_else(|| self.today());
        let before = Arc::clone(self.workshop.latest());
        match self.workshop.look_at(today, drafts) {
            Ok(()) => self.publish(&before, &[]),
            Err(failure) => self.hub.fail(failure),
        }
    }

    fn new_day(&mut self) {
        let today = self.today();
        if self.chosen.is_none() && today != self.workshop.latest().today {
            let drafts = self.workshop.latest().drafts;
            self.look_at(None, drafts);
        }
    }

    fn today(&self) -> Date {
        self.calendar.as_ref().and_then(|calendar| calendar()).unwrap_or(self.first)
    }
}

struct Hints {
    paths: BTreeSet<PathBuf>,
    anything: bool,
}

/// Waits until changes pause. None: it is time to quit.
fn gather(paths: Vec<PathBuf>, work: &Receiver<Work>, engine: &mut Engine) -> Option<Hints> {
    let begun = Instant::now();
    let mut hints = Hints { paths: paths.into_iter().collect(), anything: false };
    loop {
        let left = AT_MOST.saturating_sub(begun.elapsed()).min(QUIET);
        if left.is_zero() {
            return Some(hints);
        }
        match work.recv_timeout(left) {
            Ok(Work::Changed(paths)) => hints.paths.extend(paths),
            Ok(Work::Anything) => hints.anything = true,
            Ok(Work::LookAt(day, drafts)) => engine.look_at(day, drafts),
            Ok(Work::Settled(settled)) => engine.settled(settled),
            Err(RecvTimeoutError::Timeout) => return Some(hints),
            Ok(Work::Quit) | Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}
