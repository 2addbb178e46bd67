//! One build at a time for one output: a locked file beside it, which the system frees when the build dies.
#![expect(clippy::disallowed_methods, reason = "`write` is the one writer of the disk")]

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use super::disk;
use crate::diagnostic::Failure;

/// Held while it lives.
#[derive(Debug)]
pub(super) struct Lock {
    file: PathBuf,
    _held: File,
}

impl Lock {
    /// Takes the lock, or says that another build of `output` is running.
    pub(super) fn take(file: &Path, output: &Path) -> Result<Self, Failure> {
        // Whoever held the lock removes the file at the end, so we may have locked one that is gone: then again.
        for _ in 0..16 {
            let held = open(file).map_err(disk::or_at(file))?;
            match held.try_lock() {
                Ok(()) => {}
                // Some network file systems know no locks; a build there runs unguarded.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(disk::failure(file, &error)),
                Err(TryLockError::WouldBlock) => break,
            }
            if is_still_there(&held, file) {
                return Ok(Self { file: file.to_owned(), _held: held });
            }
        }
        Err(disk::at("failure-output-busy", output))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is still held: after that it could be another build's. If it cannot be removed, it does no harm.
        let _ = std::fs::remove_file(&self.file);
    }
}

fn open(file: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(false).open(file)
}

#[cfg(unix)]
fn is_still_there(held: &File, file: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (held.metadata(), std::fs::symlink_metadata(file)) {
        (Ok(held), Ok(there)) => (held.dev(), held.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

/// Elsewhere an open file keeps its name.
#[cfg(not(unix))]
fn is_still_there(_: &File, _: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_holds_it_and_nothing_remains() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lock");
        let take = || Lock::take(&file, Path::new("public"));
        let first = take().unwrap();
        assert_eq!(take().unwrap_err().message.id, "failure-output-busy");
        drop(first);
        assert!(!file.exists());
        std::fs::write(&file, "").unwrap();
        drop(take().expect("a file that nobody holds is no lock"));
    }
}
