//! Hears from the system that something in the site's folder changed. What it hears is a hint and no more.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::mpsc::Sender,
};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::engine::Work;
use crate::{diagnostic::Failure, load::Stamps};

/// Sends hints for as long as it lives.
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
    root: PathBuf,
}

impl Watch {
    pub(super) fn start(root: &Path, engine: Sender<Work>) -> Result<Self, Failure> {
        let watcher = notify::recommended_watcher(move |event| {
            if let Some(work) = hint(event) {
                // Nobody listens any more when the preview ends.
                let _ = engine.send(work);
            }
        });
        let watcher = watcher.map_err(|error| failure(root, &error))?;
        let mut watch = Self { watcher, watched: BTreeSet::new(), root: root.to_owned() };
        // Not its folders: `public/` and `.arengo/` may be large and change often.
        watch.watcher.watch(root, RecursiveMode::NonRecursive).map_err(|error| failure(root, &error))?;
        watch.follow()?;
        Ok(watch)
    }

    /// Watches folders that were not there before.
    pub(super) fn follow(&mut self) -> Result<(), Failure> {
        let folders: BTreeSet<PathBuf> = Stamps::watched(&self.root).into_iter().collect();
        self.watched.retain(|folder| folders.contains(folder));
        for folder in folders {
            if !self.watched.contains(&folder) {
                self.watcher
                    .watch(&folder, RecursiveMode::Recursive)
                    .map_err(|error| failure(&folder, &error))?;
                self.watched.insert(folder);
            }
        }
        let log = self.root.join(".git/logs");
        if log.is_dir() && self.watched.insert(log.clone()) {
            // Without it, dates of changes wait for the next start.
            let _ = self.watcher.watch(&log, RecursiveMode::NonRecursive);
        }
        Ok(())
    }
}

/// Reading a file is no change: else the preview would wake itself.
fn hint(event: notify::Result<Event>) -> Option<Work> {
    match event {
        Ok(event) if event.need_rescan() => Some(Work::Anything),
        Ok(Event { kind: EventKind::Access(_), .. }) => None,
        Ok(event) => Some(Work::Changed(event.paths)),
        Err(_) => Some(Work::Anything),
    }
}

fn failure(path: &Path, error: &notify::Error) -> Failure {
    Failure::environment("serve-watch")
        .with("path", path.display().to_string())
        .with("detail", error.to_string())
}
