//! The pages that are being rendered at this moment, for somebody who looks on: a template that never comes back tells
//! nobody that it does not. It is what a thread knows as its page (`templates`), to be seen from outside.

use std::{
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use super::error::TEMPLATE;
use crate::{
    config::Config,
    diagnostic::{Diagnostic, Seen},
    source::FileId,
};

/// A page that a template is being applied to.
#[derive(Clone)]
pub struct Busy {
    number: u64,
    /// The site's own, so that sites that are built by one process can be told apart.
    config: Arc<Config>,
    template: FileId,
    /// Empty: a part that is the same on every page.
    url: String,
    since: Instant,
    flag: Arc<Flag>,
}

/// Raised for a page that is to stop: what looks at it on the way gives up.
#[derive(Debug, Default)]
pub(super) struct Flag {
    is_up: AtomicBool,
    why: OnceLock<Excess>,
}

impl Flag {
    pub(super) fn is_up(&self) -> bool {
        self.is_up.load(Ordering::Relaxed)
    }
}

/// Why a page is given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// It takes more seconds than this.
    Seconds(u32),
    /// The program needs more memory than so many MiB.
    Memory(u32),
}

static BUSY: Mutex<Vec<Busy>> = Mutex::new(Vec::new());
static NUMBER: AtomicU64 = AtomicU64::new(0);

/// Kept as long as the page is being rendered.
pub(super) struct Seat {
    number: u64,
    pub flag: Arc<Flag>,
}

pub(super) fn take(config: &Arc<Config>, template: FileId, url: &str) -> Seat {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let (config, url) = (Arc::clone(config), url.to_owned());
    let flag = Arc::<Flag>::default();
    let busy = Busy { number, config, template, url, since: Instant::now(), flag: Arc::clone(&flag) };
    BUSY.lock().unwrap_or_else(PoisonError::into_inner).push(busy);
    Seat { number, flag }
}

impl Seat {
    /// What is to be said of the page if it was asked to stop.
    pub(super) fn given_up(&self, template: FileId, url: &str) -> Option<Diagnostic> {
        let excess = self.flag.why.get().filter(|_| self.flag.is_up())?;
        Some(given_up(*excess, template, url))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        BUSY.lock().unwrap_or_else(PoisonError::into_inner).retain(|busy| busy.number != self.number);
    }
}

impl Busy {
    /// The page of a site that has been in work for the longest time.
    pub fn longest(config: &Arc<Config>) -> Option<Self> {
        let all = BUSY.lock().unwrap_or_else(PoisonError::into_inner);
        let own = all.iter().filter(|busy| Arc::ptr_eq(&busy.config, config));
        own.min_by_key(|busy| busy.since).cloned()
    }

    /// The page at an address of a site, if it is in work.
    pub fn at(config: &Arc<Config>, url: &str) -> Option<Self> {
        let all = BUSY.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().find(|busy| Arc::ptr_eq(&busy.config, config) && busy.url == url).cloned()
    }

    /// All pages in work, of whatever site.
    pub fn all() -> Vec<Self> {
        BUSY.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Asks the page to stop: it does at its next loop, or when it next writes. One that does neither goes on.
    pub fn ask_to_stop(&self, why: Excess) {
        self.flag.why.get_or_init(|| why);
        self.flag.is_up.store(true, Ordering::Relaxed);
    }

    pub fn was_asked_to_stop(&self) -> bool {
        self.flag.is_up()
    }

    /// The seconds that its site grants a page.
    pub fn seconds(&self) -> u32 {
        self.config.limiti.pagina_secondi
    }

    pub fn config(&self) -> &Arc<Config> {
        &self.config
    }

    /// Empty: a part that is the same on every page.
    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn takes(&self) -> Duration {
        self.since.elapsed()
    }

    /// Differs from that of any other page, and of this one when it is made again.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// What is to be said of a page that is given up.
    pub fn given_up(&self, excess: Excess) -> Diagnostic {
        given_up(excess, self.template, &self.url)
    }
}

/// What is to be said of a page that is given up.
pub fn given_up(excess: Excess, template: FileId, url: &str) -> Diagnostic {
    let told = match excess {
        Excess::Seconds(n) => TEMPLATE.variant("template--slow", template).with("n", n),
        Excess::Memory(n) => TEMPLATE.variant("template--memory", template).with("n", n),
    };
    if url.is_empty() {
        return told;
    }
    let seen = Seen { page: url.to_owned(), selector: String::new(), html: String::new() };
    Diagnostic { place: told.place.clone().seen(seen), ..told }
}
