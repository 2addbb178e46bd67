//! The folder a build fills beside the output, and the moment it takes the output's place.
#![expect(clippy::disallowed_methods, reason = "`write` is the one writer of the disk")]

use std::{
    collections::BTreeMap,
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use super::{
    disk,
    lock::Lock,
    manifest::{MANIFEST, Manifest},
    output,
    swap::{self, Places},
};
use crate::{diagnostic::Failure, hash::Hash, slug::is_safe};

/// A build's files, not yet published. Dropped without [`Staging::commit`], it leaves no trace.
///
/// Files may be put from many threads at once; nothing is shared between them but the disk.
#[derive(Debug)]
pub struct Staging {
    previous: Option<Manifest>,
    places: Places,
    /// Last, so that it is freed when the folder is already gone.
    _lock: Lock,
}

/// A file that stands in the staging folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub path: String,
    pub hash: Hash,
    /// The same file as in the previous output, with its time.
    pub kept: bool,
}

/// What a commit changed in the output, in files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub written: usize,
    pub kept: usize,
    pub removed: usize,
}

impl Staging {
    /// Opens a staging folder for `output`, after repairing what a killed build may have left.
    /// Refuses what must not be replaced: a folder that is not ours, the site itself, a link, a mount point.
    pub fn open(output: &Path, site: &Path) -> Result<Self, Failure> {
        let places = output::places(output, site)?;
        let lock = Lock::take(&places.lock, &places.output)?;
        places.tidy()?;
        let previous = output::previous(&places.output)?;
        fs::create_dir(&places.staging).map_err(disk::or_at(&places.staging))?;
        Ok(Self { previous, places, _lock: lock })
    }

    /// What is published now.
    pub fn previous(&self) -> Option<&Manifest> {
        self.previous.as_ref()
    }

    /// Puts a file: the one of the previous output if it is the same, else a new one.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<Entry, Failure> {
        self.put_hashed(path, bytes, Hash::of(bytes))
    }

    /// [`Staging::put`] for bytes whose hash is known.
    pub fn put_hashed(&self, path: &str, bytes: &[u8], hash: Hash) -> Result<Entry, Failure> {
        let staged = self.staged(path)?;
        let old = self.unchanged(path, hash, bytes.len() as u64);
        let kept = old.is_some();
        match old {
            Some(old) => link(&old, &staged, |new| new.write_all(bytes)),
            None => create(&staged).and_then(|mut new| new.write_all(bytes)),
        }
        .map_err(|error| put_failure(path, &staged, &error))?;
        Ok(Entry { path: path.to_owned(), hash, kept })
    }

    /// Puts the file of the previous output, if it has this hash and links work; its bytes are not needed for that.
    pub fn keep(&self, path: &str, hash: Hash, length: u64) -> Result<Option<Entry>, Failure> {
        let staged = self.staged(path)?;
        let Some(old) = self.unchanged(path, hash, length) else { return Ok(None) };
        match with_folder(&staged, || fs::hard_link(&old, &staged)) {
            Ok(()) => Ok(Some(Entry { path: path.to_owned(), hash, kept: true })),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(put_failure(path, &staged, &error)),
            Err(_) => Ok(None),
        }
    }

    /// Puts a copy of a file of the site, whose bytes had this hash when it was read.
    /// It is never the editor's own file under a second name: that one may be edited in place.
    pub fn put_copy(&self, path: &str, from: &Path, hash: Hash) -> Result<Entry, Failure> {
        let staged = self.staged(path)?;
        let mut source = File::open(from).map_err(|error| unreadable(from, &error))?;
        let length = source.metadata().map_err(|error| unreadable(from, &error))?.len();
        let old = self.unchanged(path, hash, length);
        let kept = old.is_some();
        let mut copied = hash;
        match old {
            Some(old) => link(&old, &staged, |new| io::copy(&mut File::open(&old)?, new).map(|_| ())),
            None => create(&staged).and_then(|mut new| {
                copied = copy_hashing(&mut source, &mut new)?;
                Ok(())
            }),
        }
        .map_err(|error| put_failure(path, &staged, &error))?;
        if copied != hash {
            return Err(disk::at("failure-source-changed", from));
        }
        Ok(Entry { path: path.to_owned(), hash, kept })
    }

    /// Takes the folder away although somebody may be writing into it: the process is about to end.
    pub fn give_up(&self) {
        let _ = self.places.tidy();
    }

    /// Publishes: writes the manifest, exchanges the folders, removes the old one.
    /// `contents` is where each content stands now, for the next build's [`Staging::previous`].
    pub fn commit(self, entries: Vec<Entry>, contents: BTreeMap<String, String>) -> Result<Outcome, Failure> {
        let kept = entries.iter().filter(|entry| entry.kept).count();
        let written = entries.len() - kept;
        let files = entries.into_iter().map(|entry| (entry.path, entry.hash)).collect();
        let manifest = Manifest { files, contents };
        let file = self.places.staging.join(MANIFEST);
        let json = manifest.to_json();
        let old = self.places.output.join(MANIFEST);
        // Where nothing changed it keeps its time, as every other file does.
        let is_same = self.previous.is_some() && fs::read(&old).is_ok_and(|bytes| bytes == json.as_bytes());
        if !is_same || fs::hard_link(&old, &file).is_err() {
            write_durably(&file, json.as_bytes()).map_err(disk::or_at(&file))?;
        }
        swap::sync_folder(&self.places.staging);
        self.places.swap()?;
        let is_gone = |path: &&String| !manifest.files.contains_key(*path);
        let removed = self.previous.iter().flat_map(|old| old.files.keys()).filter(is_gone).count();
        Ok(Outcome { written, kept, removed })
    }

    /// Where a file stands until the swap.
    fn staged(&self, path: &str) -> Result<PathBuf, Failure> {
        if !is_safe(path) || path.eq_ignore_ascii_case(MANIFEST) {
            return Err(Failure::environment("failure-write-path").with("path", path));
        }
        Ok(self.places.staging.join(path))
    }

    /// The published file, if it has these bytes. The manifest knows its hash; its length shows whether someone
    /// has touched it since.
    fn unchanged(&self, path: &str, hash: Hash, length: u64) -> Option<PathBuf> {
        let previous = self.previous.as_ref()?;
        if previous.files.get(path) != Some(&hash) {
            return None;
        }
        let old = self.places.output.join(path);
        fs::symlink_metadata(&old).is_ok_and(|found| found.is_file() && found.len() == length).then_some(old)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What cannot be removed now is removed, or complained of, by the next build.
        let _ = self.places.tidy();
    }
}

/// Gives the old file a second name; where links do not work, the same bytes and the same time.
fn link(old: &Path, staged: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let linked = with_folder(staged, || fs::hard_link(old, staged));
    if linked.is_ok() || linked.as_ref().is_err_and(|error| error.kind() == ErrorKind::AlreadyExists) {
        return linked;
    }
    let modified = fs::metadata(old)?.modified()?;
    let mut new = create(staged)?;
    write(&mut new)?;
    new.set_modified(modified)
}

/// A new file: never one that is there, which could be the published one under its second name.
fn create(staged: &Path) -> io::Result<File> {
    with_folder(staged, || OpenOptions::new().write(true).create_new(true).open(staged))
}

/// Makes the file's folder if it turns out to be missing. A page nearly always has one of its own.
fn with_folder<T>(staged: &Path, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
    let Some(folder) = staged.parent() else { return make() };
    if staged.file_name().is_some_and(|name| name == "index.html") {
        let _ = fs::create_dir(folder);
    }
    match make() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            make()
        }
        done => done,
    }
}

fn copy_hashing(source: &mut File, new: &mut File) -> io::Result<Hash> {
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 128 * 1024];
    loop {
        let n = match io::Read::read(source, &mut buffer) {
            Ok(0) => break,
            Ok(n) => n,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hasher.update(&buffer[..n]);
        new.write_all(&buffer[..n])?;
    }
    Hash::parse(&hasher.finalize().to_hex()).ok_or_else(|| io::Error::other("a hash that is none"))
}

/// The manifest outlasts a power cut. The pages need not: a build that finds one with another length writes it again.
fn write_durably(file: &Path, bytes: &[u8]) -> io::Result<()> {
    // Not `create`: if the folder has been taken from us, there is nothing to publish.
    let mut new = OpenOptions::new().write(true).create_new(true).open(file)?;
    new.write_all(bytes)?;
    new.sync_all()
}

fn put_failure(path: &str, staged: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            Failure::environment("failure-write-twice").with("path", path)
        }
        _ => disk::failure(staged, error),
    }
}

fn unreadable(from: &Path, error: &io::Error) -> Failure {
    disk::at("failure-source-read", from).with("detail", error)
}

#[cfg(test)]
mod tests;
