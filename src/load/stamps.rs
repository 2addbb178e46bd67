//! What a site's folder looked like when it was last walked, so that the preview can tell what changed.
//!
//! Whoever watches a folder hears of changes, but not of all: files made in a folder that was itself just made are
//! often missed. So what is heard counts as a hint. What was named is looked at; folders are listed and compared.

#![expect(clippy::disallowed_methods, reason = "`load` is the one reader of the disk")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, Metadata},
    path::{Path, PathBuf},
};

use super::walk;

/// The folders of a site that decide what is published.
const FOLDERS: [&str; 4] = [CONTENTS, "schemas", "static", "themes"];
const CONTENTS: &str = "content";
/// The files beside them. The last one grows with every commit, which gives contents their dates.
const FILES: [&str; 2] = ["site.toml", ".git/logs/HEAD"];
/// Folders inside folders are followed this far.
const MAX_DEPTH: usize = 32;

/// What stands at a path now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    File,
    /// A link or a device, which is told and never read.
    Odd,
    Gone,
}

/// A path that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// From the site's folder, with `/`.
    pub path: String,
    pub kind: Kind,
}

/// The contents' files, sorted, by their paths below `content/`. None: not all of them are plain files, and somebody has
/// to walk and tell.
pub type Listed = Option<Vec<String>>;

/// What a walk of the contents found.
struct Found {
    files: Vec<(String, Stamp)>,
    /// Whether there was nothing but files that can be read.
    is_plain: bool,
}

/// Every file that matters, as it was when last seen.
pub struct Stamps {
    root: PathBuf,
    files: BTreeMap<String, Stamp>,
    folders: BTreeSet<String>,
}

/// Compared for equality alone: clocks may jump.
#[derive(Clone, PartialEq, Eq)]
struct Stamp {
    kind: Kind,
    size: u64,
    times: [i128; 2],
    inode: u64,
}

impl Stamp {
    fn new(metadata: &Metadata) -> Self {
        let kind = if metadata.is_file() { Kind::File } else { Kind::Odd };
        let (times, inode) = times(metadata);
        Self { kind, size: metadata.len(), times, inode }
    }
}

/// When the content and the entry last changed, and the number of the file.
#[cfg(unix)]
fn times(metadata: &Metadata) -> ([i128; 2], u64) {
    use std::os::unix::fs::MetadataExt;
    let nanos = |seconds: i64, nanos: i64| i128::from(seconds) * 1_000_000_000 + i128::from(nanos);
    let modified = nanos(metadata.mtime(), metadata.mtime_nsec());
    ([modified, nanos(metadata.ctime(), metadata.ctime_nsec())], metadata.ino())
}

/// When the content last changed.
#[cfg(not(unix))]
fn times(metadata: &Metadata) -> ([i128; 2], u64) {
    let since = |time: std::time::SystemTime| time.duration_since(std::time::UNIX_EPOCH).ok();
    let modified = metadata.modified().ok().and_then(since).map_or(0, |since| since.as_nanos() as i128);
    ([modified, 0], 0)
}

impl Stamps {
    /// Walks everything.
    pub fn take(root: &Path) -> Self {
        let mut stamps = Self::begin(root);
        stamps.contents();
        stamps
    }

    /// Walks everything but the contents: they are many, and are read last.
    pub fn begin(root: &Path) -> Self {
        let mut stamps = Self { root: root.to_owned(), files: BTreeMap::new(), folders: BTreeSet::new() };
        for path in FOLDERS.into_iter().chain(FILES).filter(|path| *path != CONTENTS) {
            stamps.look(path, true, &mut Vec::new());
        }
        stamps
    }

    /// Walks the contents, of which nothing is known yet.
    pub fn contents(&mut self) -> Listed {
        let mut found = Found { files: Vec::new(), is_plain: self.is_folder(CONTENTS) };
        if found.is_plain {
            self.gather(CONTENTS, 0, &mut found);
        }
        let Found { mut files, is_plain } = found;
        files.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let below = |(path, _): &(String, Stamp)| path[CONTENTS.len() + 1..].to_owned();
        let listed = is_plain.then(|| files.iter().map(below).collect());
        // All at once: one by one each would look for its place.
        self.files.append(&mut files.into_iter().collect());
        listed
    }

    /// Every file below a folder, as [`Self::list`] would find it in a new one.
    fn gather(&mut self, folder: &str, depth: usize, found: &mut Found) {
        let Ok(entries) = fs::read_dir(self.root.join(folder)) else {
            found.is_plain = false;
            return;
        };
        self.folders.insert(folder.to_owned());
        for entry in entries {
            let Some((name, entry)) =
                entry.ok().and_then(|entry| Some((entry.file_name().into_string().ok()?, entry)))
            else {
                found.is_plain = false;
                continue;
            };
            if !walk::is_meant_name(&name) {
                continue;
            }
            // Where folders are that deep, the walk that tells says how far it goes.
            found.is_plain &= depth + 1 < MAX_DEPTH;
            if depth > MAX_DEPTH {
                continue;
            }
            let path = format!("{folder}/{name}");
            match entry.metadata() {
                Ok(metadata) if metadata.is_dir() => self.gather(&path, depth + 1, found),
                Ok(metadata) => {
                    found.is_plain &= metadata.is_file();
                    found.files.push((path, Stamp::new(&metadata)));
                }
                Err(_) => found.is_plain = false,
            }
        }
    }

    /// The folders to watch, each with everything in it.
    pub fn watched(root: &Path) -> Vec<PathBuf> {
        FOLDERS.iter().map(|folder| root.join(folder)).filter(|folder| folder.is_dir()).collect()
    }

    /// Compares everything with what is known: what to do when nobody knows what changed.
    pub fn everything(&mut self) -> Vec<Change> {
        let mut changes = Vec::new();
        for folder in FOLDERS {
            self.look(folder, true, &mut changes);
        }
        for file in FILES {
            self.look(file, false, &mut changes);
        }
        changes
    }

    /// Looks at paths that somebody named. A file that is there counts as changed: within one tick of the clock it
    /// can be written twice. A folder is compared with everything in it.
    pub fn named(&mut self, paths: &BTreeSet<PathBuf>) -> Vec<Change> {
        let mut changes = Vec::new();
        let paths: Vec<String> = paths.iter().filter_map(|path| self.relative(path)).collect();
        for path in paths {
            if FILES.contains(&path.as_str()) || FOLDERS.iter().any(|folder| is_below(&path, folder)) {
                self.look(&path, true, &mut changes);
            }
        }
        // A file may be met in a new folder and be named too: the last word counts.
        let mut latest: BTreeMap<String, Change> = BTreeMap::new();
        for change in changes {
            latest.insert(change.path.clone(), change);
        }
        latest.into_values().collect()
    }

    /// Compares the folders in which named paths stand, and those that were named themselves, each without its known
    /// folders.
    pub fn around(&mut self, paths: &BTreeSet<PathBuf>) -> Vec<Change> {
        let folders = paths.iter().flat_map(|path| [Some(path.as_path()), path.parent()]).flatten();
        let folders: BTreeSet<String> = folders.filter_map(|path| self.relative(path)).collect();
        let mut changes = Vec::new();
        for folder in folders {
            if self.folders.contains(&folder) {
                self.list(&folder, 0, false, &mut changes);
            }
        }
        changes
    }

    fn relative(&self, path: &Path) -> Option<String> {
        let relative = path.strip_prefix(&self.root).ok()?.to_str()?;
        Some(relative.replace('\\', "/"))
    }

    /// One path, whatever it is now. A file is told even if it looks the same when it was `named`.
    fn look(&mut self, path: &str, named: bool, changes: &mut Vec<Change>) {
        let is_meant = FILES.contains(&path)
            || path.split('/').skip(1).all(walk::is_meant_name) && path.split('/').count() <= MAX_DEPTH + 1;
        if !is_meant {
            return;
        }
        self.meet_parents(path, changes);
        // What is behind a link was never asked for.
        let is_reachable = match path.rsplit_once('/') {
            Some((parent, _)) => self.folders.contains(parent) || FILES.contains(&path),
            None => true,
        };
        match self.metadata(path) {
            _ if !is_reachable => {
                self.forget_file(path, changes);
                self.forget_folder(path, changes);
            }
            Ok(metadata) if metadata.is_dir() => {
                self.forget_file(path, changes);
                self.list(path, 0, true, changes);
            }
            Ok(metadata) => {
                self.forget_folder(path, changes);
                let stamp = Stamp::new(&metadata);
                let kind = stamp.kind;
                let is_known =
                    self.files.insert(path.to_owned(), stamp.clone()).is_some_and(|was| was == stamp);
                if named || !is_known {
                    changes.push(Change { path: path.to_owned(), kind });
                }
            }
            Err(_) => {
                self.forget_file(path, changes);
                self.forget_folder(path, changes);
            }
        }
    }

    /// Walks the outermost folder above a path that is not known yet.
    fn meet_parents(&mut self, path: &str, changes: &mut Vec<Change>) {
        if !path.starts_with('.') {
            let unknown = path
                .match_indices('/')
                .map(|(at, _)| &path[..at])
                .find(|parent| !self.folders.contains(*parent));
            if let Some(parent) = unknown.filter(|parent| self.is_folder(parent)) {
                self.list(parent, 0, true, changes);
            }
        }
    }

    /// Links are not followed, as they are not by `load`.
    fn metadata(&self, path: &str) -> std::io::Result<Metadata> {
        fs::symlink_metadata(self.root.join(path))
    }

    fn is_folder(&self, path: &str) -> bool {
        self.metadata(path).is_ok_and(|metadata| metadata.is_dir())
    }

    fn forget_file(&mut self, path: &str, changes: &mut Vec<Change>) {
        if self.files.remove(path).is_some() {
            changes.push(Change { path: path.to_owned(), kind: Kind::Gone });
        }
    }

    fn forget_folder(&mut self, path: &str, changes: &mut Vec<Change>) {
        self.folders.remove(path);
        let below = format!("{path}/");
        self.folders.retain(|folder| !folder.starts_with(&below));
        let files: Vec<String> = self
            .files
            .range(below.clone()..)
            .map(|(file, _)| file)
            .take_while(|file| file.starts_with(&below))
            .cloned()
            .collect();
        for file in files {
            self.forget_file(&file, changes);
        }
    }

    /// Compares the entries of a folder. Folders in it that are not known yet are walked whole, and so are all if it
    /// is to go `deep`.
    fn list(&mut self, folder: &str, depth: usize, deep: bool, changes: &mut Vec<Change>) {
        let Ok(entries) = fs::read_dir(self.root.join(folder)) else {
            return self.forget_folder(folder, changes);
        };
        let is_known = !self.folders.insert(folder.to_owned());
        let mut here = BTreeSet::new();
        for entry in entries.flatten() {
            let Ok(name) = entry.file_name().into_string() else { continue };
            if !walk::is_meant_name(&name) || depth > MAX_DEPTH {
                continue;
            }
            let path = format!("{folder}/{name}");
            // Not followed: a link is not what it leads to.
            let Ok(metadata) = entry.metadata() else { continue };
            if is_known {
                here.insert(path.clone());
            }
            if metadata.is_dir() {
                self.forget_file(&path, changes);
                if deep || !self.folders.contains(&path) {
                    self.list(&path, depth + 1, true, changes);
                }
                continue;
            }
            let stamp = Stamp::new(&metadata);
            if self.files.get(&path) != Some(&stamp) {
                changes.push(Change { path: path.clone(), kind: stamp.kind });
                self.files.insert(path, stamp);
            }
        }
        if is_known {
            self.forget_others(folder, &here, changes);
        }
    }

    /// What was directly in a folder and is not any more.
    fn forget_others(&mut self, folder: &str, here: &BTreeSet<String>, changes: &mut Vec<Change>) {
        let below = format!("{folder}/");
        let direct = |path: &&String| !path[below.len()..].contains('/') && !here.contains(*path);
        let in_folder = |path: &&String| path.starts_with(&below);
        let files: Vec<String> = self
            .files
            .range(below.clone()..)
            .map(|(path, _)| path)
            .take_while(in_folder)
            .filter(direct)
            .cloned()
            .collect();
        let folders: Vec<String> =
            self.folders.range(below.clone()..).take_while(in_folder).filter(direct).cloned().collect();
        for file in files {
            self.forget_file(&file, changes);
        }
        for folder in folders {
            self.forget_folder(&folder, changes);
        }
    }
}

fn is_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn paths(changes: &[Change]) -> Vec<(&str, Kind)> {
        let mut paths: Vec<_> = changes.iter().map(|change| (change.path.as_str(), change.kind)).collect();
        paths.sort_by_key(|(path, _)| *path);
        paths
    }

    #[test]
    fn hints_are_enough_to_find_what_changed() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let write = |path: &str| {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), path).unwrap();
        };
        write("site.toml");
        write("content/servizi/tari.md");
        write("content/servizi/.tari.md.swp");
        let mut stamps = Stamps::take(root);
        // What was gathered is what a walk that compares finds, and what a walk that tells does.
        assert_eq!(stamps.everything(), []);
        let (mut sources, mut told) = (Sources::default(), Vec::new());
        assert_eq!(Stamps::begin(root).contents(), Some(vec!["servizi/tari.md".to_owned()]));
        assert_eq!(walk::tree(root, CONTENTS, &mut sources, &mut told), ["servizi/tari.md"]);

        // Only the outermost new folder was heard of.
        write("content/a/b/c.md");
        let hint = BTreeSet::from([root.join("content/a")]);
        assert_eq!(paths(&stamps.named(&hint)), [("content/a/b/c.md", Kind::File)]);

        // A neighbour that nobody named is found around what was.
        write("content/servizi/asilo.md");
        let hint = BTreeSet::from([root.join("content/servizi/4913")]);
        assert_eq!(paths(&stamps.named(&hint)), []);
        assert_eq!(paths(&stamps.around(&hint)), [("content/servizi/asilo.md", Kind::File)]);

        // A folder that moved took its files along.
        fs::rename(root.join("content/a/b"), root.join("content/servizi/b")).unwrap();
        let hint = BTreeSet::from([root.join("content/a/b"), root.join("content/servizi/b")]);
        let expected = [("content/a/b/c.md", Kind::Gone), ("content/servizi/b/c.md", Kind::File)];
        assert_eq!(paths(&stamps.named(&hint)), expected);

        // What was named counts as changed, whatever its times say; what is nobody's content never does.
        let hint =
            BTreeSet::from([root.join("content/servizi/tari.md"), root.join("content/servizi/.tari.md.swp")]);
        assert_eq!(paths(&stamps.named(&hint)), [("content/servizi/tari.md", Kind::File)]);
        assert_eq!(stamps.everything(), []);
    }

    /// What has to be told is left to the walk that tells.
    #[test]
    #[cfg(unix)]
    fn only_plain_files_are_listed() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        assert_eq!(Stamps::begin(root).contents(), None);
        fs::create_dir_all(root.join("content/servizi")).unwrap();
        assert_eq!(Stamps::begin(root).contents(), Some(Vec::new()));
        std::os::unix::fs::symlink("/etc/hostname", root.join("content/servizi/a.md")).unwrap();
        assert_eq!(Stamps::begin(root).contents(), None);
        fs::remove_file(root.join("content/servizi/a.md")).unwrap();
        fs::create_dir_all(root.join("content").join("a/".repeat(MAX_DEPTH + 2))).unwrap();
        assert_eq!(Stamps::begin(root).contents(), None);
    }
}
