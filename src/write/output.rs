//! Whether the output folder may be replaced: nothing that is not ours is ever deleted.
#![expect(clippy::disallowed_methods, reason = "`write` looks at what it is about to replace")]

use std::{
    collections::BTreeSet,
    ffi::{OsStr, OsString},
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    disk,
    manifest::{MANIFEST, Manifest},
    swap::Places,
};
use crate::diagnostic::Failure;

/// What file managers leave wherever they look. It does not make a folder someone's.
const DEBRIS: [&str; 4] = [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];

/// Folders of a site in which nothing is published: what a build wrote there the next one would read.
const SOURCES: [&str; 6] = ["content", "static", "schemas", "themes", ".arengo", ".git"];

/// A path without links, as far as it exists.
fn really(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut missing = Vec::new();
    for folder in whole.ancestors() {
        if let Ok(real) = folder.canonicalize() {
            return missing.into_iter().rev().fold(real, |path, name: &OsStr| path.join(name));
        }
        missing.extend(folder.file_name());
    }
    whole.clone()
}

/// Where the output really is. Creates the folder it stands in.
pub(super) fn places(output: &Path, site: &Path) -> Result<Places, Failure> {
    let refuse = |words| Failure::usage(words).with("path", output.display().to_string());
    let name = output.file_name().ok_or_else(|| refuse("failure-output-site"))?;
    let parent = match output.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    // Before anything is made there.
    let (wanted, root) = (really(parent).join(name), really(site));
    if SOURCES.iter().any(|folder| wanted.starts_with(root.join(folder))) {
        return Err(refuse("failure-output-source"));
    }
    fs::create_dir_all(parent).map_err(disk::or_at(parent))?;
    let parent = parent.canonicalize().map_err(disk::or_at(parent))?;
    let site = site.canonicalize().map_err(disk::or_at(site))?;
    let places = Places::new(&parent, name);
    if contains(&places.output, &site) {
        return Err(refuse("failure-output-site"));
    }
    Ok(places)
}

/// Whether `site` is the output or inside it, even where the disk takes `Public` for `public`.
fn contains(output: &Path, site: &Path) -> bool {
    let real = output.canonicalize();
    site.starts_with(output) || real.is_ok_and(|real: PathBuf| site.starts_with(real))
}

/// What is published there now; an error if the folder is not ours to replace.
pub(super) fn previous(output: &Path) -> Result<Option<Manifest>, Failure> {
    let refuse = |words| Failure::usage(words).with("path", output.display().to_string());
    let found = match fs::symlink_metadata(output) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(disk::failure(output, &error)),
        Ok(found) => found,
    };
    if found.is_symlink() {
        return Err(refuse("failure-output-symlink"));
    }
    if !found.is_dir() {
        return Err(refuse("failure-output-file"));
    }
    if is_mount_point(output) {
        return Err(disk::at("failure-output-mount", output));
    }
    let names = names(output)?;
    if names.is_empty() {
        return Ok(None);
    }
    if !names.contains(std::ffi::OsStr::new(MANIFEST)) {
        return Err(refuse("failure-output-foreign"));
    }
    let manifest = Manifest::read(output).ok_or_else(|| refuse("failure-output-manifest"))?;
    match stranger(names, &manifest) {
        Some(name) => {
            Err(refuse("failure-output-stranger").with("name", name.to_string_lossy().into_owned()))
        }
        None => Ok(Some(manifest)),
    }
}

/// Something in the root of the output that we did not write, such as `.git`: the swap would delete it.
fn stranger(names: BTreeSet<OsString>, manifest: &Manifest) -> Option<OsString> {
    let ours: BTreeSet<&str> = manifest.files.keys().filter_map(|path| path.split('/').next()).collect();
    names.into_iter().find(|name| name != MANIFEST && !name.to_str().is_some_and(|name| ours.contains(name)))
}

fn names(folder: &Path) -> Result<BTreeSet<OsString>, Failure> {
    let mut names: BTreeSet<OsString> = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.file_name())).collect())
        .map_err(disk::or_at(folder))?;
    names.retain(|name| !DEBRIS.iter().any(|debris| name == debris));
    Ok(names)
}

/// Also a folder mounted on itself, which has its parent's device.
#[cfg(target_os = "linux")]
fn is_mount_point(folder: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty())
        .is_ok_and(|found| found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(all(unix, not(target_os = "linux")))]
fn is_mount_point(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::symlink_metadata(path).map(|found| found.dev()).ok();
    folder.parent().is_some_and(|parent| device(folder) != device(parent))
}

#[cfg(not(unix))]
fn is_mount_point(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The outcome for `public` in a site's folder prepared by `prepare`: the id of the refusal, or "ours", "free".
    fn check(prepare: impl FnOnce(&Path), expected: &str) {
        let site = tempfile::tempdir().unwrap();
        let output = site.path().join("public");
        prepare(&output);
        let outcome = match previous(&output) {
            Ok(Some(_)) => "ours",
            Ok(None) => "free",
            Err(failure) => failure.message.id,
        };
        assert_eq!(outcome, expected);
    }

    fn publish(output: &Path, files: &[&str]) {
        let entry = |path: &&str| (path.to_string(), crate::hash::Hash::of(path.as_bytes()));
        let manifest = Manifest { files: files.iter().map(entry).collect(), ..Manifest::default() };
        fs::create_dir(output).unwrap();
        fs::write(output.join(MANIFEST), manifest.to_json()).unwrap();
    }

    #[test]
    fn only_what_is_ours_or_empty() {
        check(|_| {}, "free");
        check(|output| fs::create_dir(output).unwrap(), "free");
        check(|output| fs::write(output, "").unwrap(), "failure-output-file");
        check(|output| publish(output, &["index.html"]), "ours");
        check(
            |output| {
                fs::create_dir(output).unwrap();
                fs::write(output.join(".DS_Store"), "").unwrap();
            },
            "free",
        );
        check(
            |output| {
                fs::create_dir(output).unwrap();
                fs::write(output.join("tesi.odt"), "").unwrap();
            },
            "failure-output-foreign",
        );
        check(
            |output| {
                fs::create_dir(output).unwrap();
                fs::write(output.join(MANIFEST), "{").unwrap();
            },
            "failure-output-manifest",
        );
    }

    #[test]
    fn what_someone_else_put_in_the_root_is_not_deleted() {
        check(
            |output| {
                publish(output, &["servizi/tari/index.html"]);
                fs::create_dir(output.join("servizi")).unwrap();
            },
            "ours",
        );
        check(
            |output| {
                publish(output, &["index.html"]);
                fs::create_dir(output.join(".git")).unwrap();
            },
            "failure-output-stranger",
        );
    }

    #[test]
    #[cfg(unix)]
    fn links_are_refused() {
        check(
            |output| {
                fs::create_dir(output.with_file_name("altrove")).unwrap();
                std::os::unix::fs::symlink("altrove", output).unwrap();
            },
            "failure-output-symlink",
        );
        check(|output| std::os::unix::fs::symlink("nulla", output).unwrap(), "failure-output-symlink");
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn mount_points_are_refused() {
        assert!(is_mount_point(Path::new("/proc")));
        assert_eq!(previous(Path::new("/proc")).unwrap_err().message.id, "failure-output-mount");
    }

    #[test]
    fn the_site_itself_is_refused() {
        let root = tempfile::tempdir().unwrap();
        let site = root.path().join("comune/sito");
        fs::create_dir_all(&site).unwrap();
        let check = |output: PathBuf, expected: bool| {
            assert_eq!(places(&output, &site).is_ok(), expected, "{}", output.display());
        };
        check(site.clone(), false);
        check(site.join("../sito"), false);
        check(site.join(".."), false);
        check(root.path().join("comune"), false);
        check(PathBuf::from("/"), false);
        for source in ["content/out", "static/a/b", "themes", ".git/out"] {
            check(site.join(source), false);
            assert!(!site.join(source).exists(), "{source}");
        }
        check(site.join("public"), true);
        check(site.join("build/public"), true);
        check(root.path().join("comune/sit"), true);
    }
}
