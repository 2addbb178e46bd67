//! The pages that are being rendered at this moment, for somebody who looks on: a template that never comes back tells
//! nobody that it does not. It is what a thread knows as its page (`templates`), to be seen from outside.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
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
pub(super) struct Seat(u64);

pub(super) fn take(config: &Arc<Config>, template: FileId, url: &str) -> Seat {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let (config, url) = (Arc::clone(config), url.to_owned());
    let busy = Busy { number, config, template, url, since: Instant::now() };
    BUSY.lock().unwrap_or_else(PoisonError::into_inner).push(busy);
    Seat(number)
}

impl Drop for Seat {
    fn drop(&mut self) {
        BUSY.lock().unwrap_or_else(PoisonError::into_inner).retain(|busy| busy.number != self.0);
    }
}

impl Busy {
    /// The page of a site that has been in work for the longest time.
    pub fn longest(config: &Arc<Config>) -> Option<Self> {
        let all = BUSY.lock().unwrap_or_else(PoisonError::into_inner);
        let own = all.iter().filter(|busy| Arc::ptr_eq(&busy.config, config));
        own.min_by_key(|busy| busy.since).cloned()
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
        let told = match excess {
            Excess::Seconds(n) => TEMPLATE.variant("template--slow", self.template).with("n", n),
            Excess::Memory(n) => TEMPLATE.variant("template--memory", self.template).with("n", n),
        };
        if self.url.is_empty() {
            return told;
        }
        let seen = Seen { page: self.url.clone(), selector: String::new(), html: String::new() };
        Diagnostic { place: told.place.clone().seen(seen), ..told }
    }
}
