//! Work that may wait: on threads of its own, which let those that answer and those that take changes in go first.

use std::sync::LazyLock;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// The threads, made when they are first needed; none: the system has none to give.
pub(super) struct Aside(LazyLock<Option<ThreadPool>>);

/// Templates and nested Markdown are walked by recursion of known depth.
const STACK_BYTES: usize = 8 * 1024 * 1024;

impl Default for Aside {
    fn default() -> Self {
        Self(LazyLock::new(|| {
            let pool = ThreadPoolBuilder::new().thread_name(|n| format!("arengo-resto-{n}"));
            pool.stack_size(STACK_BYTES).start_handler(|_| be_humble()).build().ok()
        }))
    }
}

impl Aside {
    /// Does some work there, all of whose parts stay there.
    pub(super) fn install<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &*self.0 {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }
}

/// Lets everybody else go first.
pub(super) fn be_humble() {
    #[cfg(target_os = "linux")]
    // On Linux this concerns the thread that asks. If it is refused, the work is done all the same.
    let _ = rustix::process::nice(10);
}

/// How far this thread lets others go first; a thread that it makes does the same.
pub(super) fn humility() -> i32 {
    #[cfg(target_os = "linux")]
    return rustix::process::getpriority_process(None).unwrap_or(0);
    #[cfg(not(target_os = "linux"))]
    0
}
