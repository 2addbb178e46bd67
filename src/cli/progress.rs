//! A bar on the terminal while pages are made, for work that lasts.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Shorter work is over before a bar could be read.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar that shows itself only when it is worth it.
pub(super) struct Bar {
    bar: ProgressBar,
}

impl Bar {
    pub(super) fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let style =
            ProgressStyle::with_template("{bar:40} {pos}/{len}").expect("a template without mistakes");
        bar.set_style(style);
        Self { bar }
    }

    /// What the pipeline calls, from any thread, with how many pages are done and how many there are.
    pub(super) fn hook(&self) -> impl Fn(usize, usize) + Send + Sync + 'static + use<> {
        let bar = self.bar.clone();
        let begun = Instant::now();
        let is_shown = AtomicBool::new(false);
        move |done, total| {
            if begun.elapsed() < PATIENCE {
                return;
            }
            if !is_shown.swap(true, Ordering::Relaxed) {
                bar.set_draw_target(ProgressDrawTarget::stderr());
            }
            bar.set_length(total as u64);
            bar.set_position(done as u64);
        }
    }

    /// Leaves the terminal as it was.
    pub(super) fn finish(self) {
        self.bar.finish_and_clear();
    }
}
