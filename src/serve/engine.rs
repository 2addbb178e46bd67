//! The loop that keeps the site up to date: one thread, one kind of work after the other.

use std::{
    collections::BTreeSet,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::{Duration, Instant},
};

use jiff::civil::Date;

use super::{
    Calendar,
    hub::{Event, Hub},
    watch::Watch,
};
use crate::{
    load::{Change, Stamps},
    pipeline::Workshop,
};

/// What the loop is asked to do.
pub(super) enum Work {
    /// Somebody heard of these paths.
    Changed(Vec<PathBuf>),
    /// Something changed, nobody knows what.
    Anything,
    /// Show the site of another day; none: of today.
    LookAt(Option<Date>, bool),
    Quit,
}

/// Changes that come together are taken in together: this long after the last one, but no longer than that in all.
const QUIET: Duration = Duration::from_millis(6);
const AT_MOST: Duration = Duration::from_millis(30);

/// How often browsers are asked whether they are still there, and the calendar is looked at.
const PULSE: Duration = Duration::from_secs(20);

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
}

impl Engine {
    pub(super) fn new(workshop: Workshop, stamps: Stamps, watch: Watch, hub: Arc<Hub>) -> Self {
        let calendar = hub.options.calendar.clone();
        let first = hub.options.plan.request.today;
        Self { workshop, stamps, watch, hub, calendar, chosen: None, first }
    }

    /// Works until it is told to quit.
    pub(super) fn run(mut self, work: &Receiver<Work>) {
        let mut last_pulse = Instant::now();
        loop {
            if last_pulse.elapsed() >= PULSE {
                last_pulse = Instant::now();
                self.hub.tell(Event::Nothing);
                self.new_day();
            }
            match work.recv_timeout(PULSE) {
                Ok(Work::Changed(paths)) => {
                    let Some(hints) = gather(paths, work, &mut self) else { return };
                    self.take_in(hints);
                }
                Ok(Work::Anything) => self.compare_all(),
                Ok(Work::LookAt(day, drafts)) => self.look_at(day, drafts),
                Err(RecvTimeoutError::Timeout) => {}
                Ok(Work::Quit) | Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn take_in(&mut self, hints: Hints) {
        if hints.anything {
            return self.compare_all();
        }
        let changes = self.stamps.named(&hints.paths);
        self.update(&changes);
        // What stands beside a named file may have changed unheard.
        let others = self.stamps.around(&hints.paths);
        self.update(&others);
    }

    fn compare_all(&mut self) {
        let changes = self.stamps.everything();
        self.update(&changes);
    }

    fn update(&mut self, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        if changes.iter().any(|change| change.path.matches('/').count() == 1) {
            // A folder may be new.
            if let Err(failure) = self.watch.follow() {
                self.hub.tell_failure(&failure);
            }
        }
        let before = Arc::clone(self.workshop.latest());
        // A fault of the program may spoil one state, never the preview.
        let updated = catch_unwind(AssertUnwindSafe(|| self.workshop.update(changes)));
        match updated {
            Ok(Ok(true)) => self.hub.publish(&before, self.workshop.latest(), changes),
            Ok(Ok(false)) => {}
            Ok(Err(failure)) => self.hub.fail(failure),
            Err(_) => self.hub.fail(crate::diagnostic::Failure::environment("serve-fault")),
        }
    }

    fn look_at(&mut self, day: Option<Date>, drafts: bool) {
        self.chosen = day;
        let today = day.unwrap_or_else(|| self.today());
        let before = Arc::clone(self.workshop.latest());
        self.workshop.look_at(today, drafts);
        self.hub.publish(&before, self.workshop.latest(), &[]);
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
            Err(RecvTimeoutError::Timeout) => return Some(hints),
            Ok(Work::Quit) | Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}
