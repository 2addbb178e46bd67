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
    /// Hears of the site's own folder; of those in it when [`Self::renew_all`] was called. That waits until everything was
    /// read: each file that is opened in a watched folder wakes the thread that listens.
    pub(super) fn start(root: &Path, engine: Sender<Work>) -> Result<Self, Failure> {
        let watcher = notify::recommended_watcher(move |event| {
            if let Some(work) = hint(event) {
                // Nobody listens any more when the preview ends.
                let _ = engine.send(work);
            }
        });
        let none = |error| failure("serve-no-watch", root, &error);
        let mut watcher = watcher.map_err(none)?;
        // Not its folders: `public/` and `.arengo/` may be large and change often.
        watcher.watch(root, RecursiveMode::NonRecursive).map_err(none)?;
        Ok(Self { watcher, watched: BTreeSet::new(), root: root.to_owned() })
    }

    /// Watches again what stands directly in the site's folder and was heard of: a folder that was taken away and came back is
    /// another one.
    pub(super) fn renew(&mut self, paths: &BTreeSet<PathBuf>) -> Result<(), Failure> {
        let is_direct = |path: &&PathBuf| path.parent() == Some(self.root.as_path());
        let direct: Vec<&PathBuf> = paths.iter().filter(is_direct).collect();
        if direct.is_empty() {
            return Ok(());
        }
        self.watched.retain(|folder| !direct.contains(&folder));
        self.follow()
    }

    /// Watches everything again, folders included that came while nobody heard of it.
    pub(super) fn renew_all(&mut self) -> Result<(), Failure> {
        self.watched.clear();
        self.follow()
    }

    /// Watches folders that are not watched yet.
    fn follow(&mut self) -> Result<(), Failure> {
        let folders: BTreeSet<PathBuf> = Stamps::watched(&self.root).into_iter().collect();
        self.watched.retain(|folder| folders.contains(folder));
        for folder in folders {
            if !self.watched.contains(&folder) {
                self.watch(folder)?;
            }
        }
        let log = self.root.join(".git/logs");
        if log.is_dir() && self.watched.insert(log.clone()) {
            // Without it, dates of changes wait for the next start.
            let _ = self.watcher.watch(&log, RecursiveMode::NonRecursive);
        }
        Ok(())
    }

    /// Watches a folder with everything in it.
    fn watch(&mut self, folder: PathBuf) -> Result<(), Failure> {
        self.watcher
            .watch(&folder, RecursiveMode::Recursive)
            .map_err(|error| failure("serve-watch", &folder, &error))?;
        self.watched.insert(folder);
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

fn failure(words: &'static str, path: &Path, error: &notify::Error) -> Failure {
    Failure::environment(words).with("path", path.display().to_string()).with("detail", error.to_string())
}
