//! Exchanging the staging folder and the output, and repairing what a killed build left behind.
//!
//! Where the system can exchange two folders in one step, there is no moment without a site. Elsewhere the output is
//! renamed to `old` and the staging folder to the output: a build killed between the two leaves no output but an
//! `old`, which the next one puts back. So these names are fixed, and only the holder of the lock touches them.
#![expect(clippy::disallowed_methods, reason = "`write` is the one writer of the disk")]

use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::disk;
use crate::diagnostic::Failure;

/// The output and what stands beside it during a build.
#[derive(Debug)]
pub(super) struct Places {
    pub(super) output: PathBuf,
    pub(super) staging: PathBuf,
    pub(super) old: PathBuf,
    pub(super) lock: PathBuf,
}

impl Places {
    /// `parent` is the folder of the output, `name` the output's name in it.
    pub(super) fn new(parent: &Path, name: &OsStr) -> Self {
        let beside = |role: &str| {
            let mut sibling = OsStr::new(".").to_owned();
            sibling.push(name);
            sibling.push(format!(".arengo-{role}"));
            parent.join(sibling)
        };
        Self { output: parent.join(name), staging: beside("new"), old: beside("old"), lock: beside("lock") }
    }

    /// Brings back the last complete site if the output is missing, then removes what else a build left:
    /// a half-filled folder, or the previous site after the swap.
    pub(super) fn tidy(&self) -> Result<(), Failure> {
        if is_folder(&self.old) && fs::symlink_metadata(&self.output).is_err() {
            fs::rename(&self.old, &self.output).map_err(disk::or_at(&self.output))?;
        }
        for left in [&self.staging, &self.old] {
            remove(left).map_err(disk::or_at(left))?;
        }
        Ok(())
    }

    /// Puts the staging folder in the place of the output. After an error the output is what it was.
    pub(super) fn swap(&self) -> Result<(), Failure> {
        let result = match fs::symlink_metadata(&self.output) {
            Err(_) => fs::rename(&self.staging, &self.output),
            Ok(_) => exchange(&self.staging, &self.output).unwrap_or_else(|| self.two_renames()),
        };
        result.map_err(|error| match error.kind() {
            io::ErrorKind::ResourceBusy => disk::at("failure-output-mount", &self.output),
            _ => disk::failure(&self.output, &error),
        })?;
        if let Some(parent) = self.output.parent() {
            sync_folder(parent);
        }
        Ok(())
    }

    fn two_renames(&self) -> io::Result<()> {
        fs::rename(&self.output, &self.old)?;
        fs::rename(&self.staging, &self.output).inspect_err(|_| {
            // If this fails too, the next build does it.
            let _ = fs::rename(&self.old, &self.output);
        })
    }
}

/// Both names in one step; none where the system or the file system cannot.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> Option<io::Result<()>> {
    use rustix::{
        fs::{CWD, RenameFlags, renameat_with},
        io::Errno,
    };
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Some(Ok(())),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => None,
        Err(error) => Some(Err(error.into())),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> Option<io::Result<()>> {
    None
}

/// The names in a folder outlast a power cut. Not every system can; then they are as safe as it makes them.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

/// Removes a folder of ours, also one that somebody made read-only: left behind it would stop every later build.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match remove_as_it_is(path) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied && make_writable(path) => {
            remove_as_it_is(path)
        }
        done => done,
    }
}

/// Lets its owner change a folder. False: that is not for us to do.
#[cfg(unix)]
fn make_writable(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let Ok(found) = fs::symlink_metadata(folder) else { return false };
    let mode = found.permissions().mode();
    found.is_dir() && fs::set_permissions(folder, fs::Permissions::from_mode(mode | 0o700)).is_ok()
}

#[cfg(not(unix))]
fn make_writable(_: &Path) -> bool {
    false
}

/// The folders in it side by side: a site is many small ones.
fn remove_as_it_is(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
        Ok(found) if !found.is_dir() => return fs::remove_file(path),
        Ok(_) => {}
    }
    let entries: Vec<fs::DirEntry> = fs::read_dir(path)?.collect::<io::Result<_>>()?;
    entries.par_iter().try_for_each(|entry| match entry.file_type()?.is_dir() {
        true => remove(&entry.path()),
        false => fs::remove_file(entry.path()),
    })?;
    fs::remove_dir(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Folders with a file that says which they were.
    fn places(parent: &Path, folders: &[&str]) -> Places {
        let places = Places::new(parent, OsStr::new("public"));
        for (name, path) in [("output", &places.output), ("new", &places.staging), ("old", &places.old)] {
            if folders.contains(&name) {
                fs::create_dir(path).unwrap();
                fs::write(path.join("was"), name).unwrap();
            }
        }
        places
    }

    fn check_recovery(folders: &[&str], expected: Option<&str>) {
        let parent = tempfile::tempdir().unwrap();
        let places = places(parent.path(), folders);
        places.tidy().unwrap();
        assert_eq!(fs::read_to_string(places.output.join("was")).ok().as_deref(), expected, "{folders:?}");
        assert!(!places.staging.exists() && !places.old.exists(), "{folders:?}");
    }

    #[test]
    fn recovers_from_a_death_at_any_step() {
        check_recovery(&[], None);
        check_recovery(&["new"], None);
        check_recovery(&["output", "new"], Some("output"));
        check_recovery(&["old", "new"], Some("old"));
        check_recovery(&["old", "output"], Some("output"));
    }

    #[test]
    fn swaps_in_one_step_or_two() {
        for swap in [Places::swap, |places: &Places| places.two_renames().map_err(disk::or_at(&places.old))] {
            let parent = tempfile::tempdir().unwrap();
            let places = places(parent.path(), &["output", "new"]);
            swap(&places).unwrap();
            assert_eq!(fs::read_to_string(places.output.join("was")).unwrap(), "new");
            places.tidy().unwrap();
            assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
        }
    }

    #[test]
    fn a_second_rename_that_fails_takes_back_the_first() {
        let parent = tempfile::tempdir().unwrap();
        let places = places(parent.path(), &["output"]);
        places.two_renames().unwrap_err();
        assert_eq!(fs::read_to_string(places.output.join("was")).unwrap(), "output");
    }

    #[test]
    #[cfg(unix)]
    fn read_only_folders_are_removed() {
        use std::os::unix::fs::PermissionsExt;
        let parent = tempfile::tempdir().unwrap();
        let places = places(parent.path(), &["old"]);
        fs::create_dir(places.old.join("sotto")).unwrap();
        fs::write(places.old.join("sotto/pagina"), "").unwrap();
        for folder in [places.old.join("sotto"), places.old.clone()] {
            fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
        }
        assert!(make_writable(&places.old));
        assert_eq!(fs::metadata(&places.old).unwrap().permissions().mode() & 0o777, 0o755);
        assert!(!make_writable(&places.old.join("sotto/pagina")));
        remove(&places.old).unwrap();
        assert!(!places.old.exists());
    }

    #[test]
    #[cfg(unix)]
    fn removing_does_not_follow_links() {
        let parent = tempfile::tempdir().unwrap();
        let places = places(parent.path(), &["output", "new"]);
        std::os::unix::fs::symlink(&places.output, places.staging.join("link")).unwrap();
        remove(&places.staging).unwrap();
        assert!(places.output.join("was").exists());
    }
}
