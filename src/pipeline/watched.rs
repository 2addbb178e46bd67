//! Work on which somebody looks on: a page that takes too long, or all memory, is told and the run ended, because
//! nothing else can stop a template that is at work ([`crate::render::Busy`]).

use std::{
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread,
    time::Duration,
};

use super::Build;
use crate::{
    config::Config,
    diagnostic::{self, Diagnostic},
    load::Site,
    render::{Busy, Excess},
    source::Sources,
    write::Staging,
};

/// How often memory is looked at: it fills at some GB in a second.
const PACE: Duration = Duration::from_millis(10);
/// A page that is in work for less is not what fills the memory: other ones are done in a few thousandths of a second.
const AT_WORK: Duration = Duration::from_millis(200);
/// How long a page that a preview asked to stop may take to do so.
pub const GRACE: Duration = Duration::from_secs(1);
const MIB: u64 = 1024 * 1024;

/// What a driver does for a run that can be ended.
#[derive(Clone)]
pub struct Watch {
    /// The bytes of memory the program has in use, and those the computer has; none where nobody knows.
    pub memory: fn() -> Option<Memory>,
    /// Shows what was found, and ends the process: it cannot come back.
    pub end: Arc<dyn Fn(&Build) + Send + Sync>,
}

impl Watch {
    /// Shows why a page is given up, and ends the process. Policies of the site change nothing: without this page there is
    /// nothing to publish.
    pub fn tell(&self, why: Diagnostic, sources: &Sources) {
        let findings = diagnostic::fold(vec![why], sources);
        (self.end)(&Build { findings, ..Build::empty(sources.clone()) });
    }
}

/// In bytes.
#[derive(Debug, Clone, Copy)]
pub struct Memory {
    pub used: u64,
    pub there: u64,
}

/// What pages of a site may take, and how memory is measured.
#[derive(Clone)]
pub struct Bounds {
    config: Arc<Config>,
    memory: fn() -> Option<Memory>,
    /// How long a page has to stop when it is asked to, beyond what it may take.
    grace: Duration,
}

impl Bounds {
    pub fn new(config: &Arc<Config>, memory: fn() -> Option<Memory>) -> Self {
        Self { config: Arc::clone(config), memory, grace: Duration::ZERO }
    }

    /// The page that is beyond the limits now, and why.
    pub fn beyond(&self) -> Option<(Busy, Excess)> {
        let busy = Busy::longest(&self.config).filter(|busy| busy.takes() > AT_WORK)?;
        let limits = self.config.limiti;
        if busy.takes() > Duration::from_secs(limits.pagina_secondi.into()) + self.grace {
            return Some((busy, Excess::Seconds(limits.pagina_secondi)));
        }
        let excess = self.memory_of(&busy)?;
        Some((busy, excess))
    }

    /// Whether there is too little memory for a page that is long in work.
    pub fn memory_of(&self, busy: &Busy) -> Option<Excess> {
        if busy.takes() <= AT_WORK {
            return None;
        }
        let memory = (self.memory)()?;
        // A jump to the double must still find room.
        let most = (u64::from(self.config.limiti.memoria_mib) * MIB).min(memory.there / 2);
        (memory.used > most).then_some(Excess::Memory((most / MIB) as u32))
    }
}

/// Does the work while another thread looks on. Where pages are asked to stop, they have `grace` to do so.
pub(super) fn run<T>(
    watch: Option<&Watch>,
    grace: Duration,
    site: &Site,
    sources: &Sources,
    staging: Option<&Staging>,
    work: impl FnOnce() -> T,
) -> T {
    let Some(watch) = watch else { return work() };
    let bounds = Bounds { grace, ..Bounds::new(&site.config, watch.memory) };
    let tell = |busy: &Busy, excess| {
        if let Some(staging) = staging {
            staging.give_up();
        }
        watch.tell(busy.given_up(excess), sources);
    };
    // The threads for pages may all be at work on pages without end.
    let ended = |busy: &Busy, excess| match rayon::ThreadPoolBuilder::new().num_threads(1).build() {
        Ok(pool) => pool.install(|| tell(busy, excess)),
        Err(_) => tell(busy, excess),
    };
    let done = Done::default();
    thread::scope(|scope| {
        scope.spawn(|| {
            while !done.within(PACE) {
                if let Some((busy, excess)) = bounds.beyond() {
                    return ended(&busy, excess);
                }
            }
        });
        let _bell = Bell(&done);
        work()
    })
}

#[derive(Default)]
struct Done {
    is_done: Mutex<bool>,
    told: Condvar,
}

impl Done {
    /// Waits; true as soon as the work is done.
    fn within(&self, time: Duration) -> bool {
        let is_done = self.is_done.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.told.wait_timeout_while(is_done, time, |is_done| !*is_done);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

/// Rings also when the work panics.
struct Bell<'a>(&'a Done);

impl Drop for Bell<'_> {
    fn drop(&mut self) {
        *self.0.is_done.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.0.told.notify_all();
    }
}
