//! Walking a folder in one order on every machine, taking only plain files people meant to publish.

#![expect(clippy::disallowed_methods, reason = "`load` is the one reader of the disk")]

use std::{
    io::{self, Read},
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::{
    diagnostic::{Diagnostic, Failure, Severity},
    l10n::{Arg, said},
    rule::Meta,
    source::Sources,
};

/// A symbolic link, a device, a name that is not text: never followed, never published.
pub static FILE_KIND: Meta = Meta::new("file-kind", Severity::Warning);
pub static FILE_UNREADABLE: Meta = Meta::new("file-unreadable", Severity::Error);

/// Folders inside folders are followed this far.
const MAX_DEPTH: usize = 32;

/// The plain files below `root/folder`, as sorted paths relative to the folder. A folder that is not there has none.
pub(super) fn tree(
    root: &Path,
    folder: &str,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<String> {
    list(root, folder).told(sources, diagnostics)
}

/// What [`tree`] finds, to be told later.
pub(super) struct Listing {
    files: Vec<String>,
    odd: Vec<Odd>,
}

/// The path of what is not read, and why.
type Odd = (String, Result<&'static str, Arg>);

pub(super) fn list(root: &Path, folder: &str) -> Listing {
    let start = root.join(folder);
    if let Some(link) = link_on_the_way(root, folder) {
        return Listing { files: Vec::new(), odd: vec![(shown(root, &link), Ok("file-kind--symlink"))] };
    }
    if !start.is_dir() {
        return Listing { files: Vec::new(), odd: Vec::new() };
    }
    let top = look(root, &start, &start, 1);
    // Folders beside each other are listed at the same time.
    let below = top.folders.par_iter().map(|folder| look(root, &start, folder, MAX_DEPTH - 1));
    let below: Vec<Found> = below.collect();
    let (mut files, mut odd) = (Vec::new(), Vec::new());
    for found in std::iter::once(top).chain(below) {
        files.extend(found.files);
        odd.extend(found.odd);
    }
    // Whatever the order in which the system lists them.
    files.sort_unstable();
    odd.sort_by(|one, other| one.0.cmp(&other.0));
    Listing { files, odd }
}

impl Listing {
    /// The files; what is no file is told.
    pub(super) fn told(self, sources: &mut Sources, diagnostics: &mut Vec<Diagnostic>) -> Vec<String> {
        for (path, what) in self.odd {
            let file = sources.add(path, "");
            diagnostics.push(match what {
                Ok(words) => FILE_KIND.variant(words, file),
                Err(detail) => FILE_UNREADABLE.at(file).with("detail", detail),
            });
        }
        self.files
    }
}

/// What stands in a folder.
#[derive(Default)]
struct Found {
    /// Relative to the folder that is read.
    files: Vec<String>,
    odd: Vec<Odd>,
    /// The folders at the greatest depth, which were not entered.
    folders: Vec<PathBuf>,
}

/// Lists a folder below `start` so many levels deep.
fn look(root: &Path, start: &Path, folder: &Path, depth: usize) -> Found {
    let mut found = Found::default();
    let walk = WalkDir::new(folder).follow_links(false).min_depth(1).max_depth(depth);
    for entry in walk.into_iter().filter_entry(is_meant) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = shown(root, error.path().unwrap_or(folder));
                let detail = error.io_error().map_or_else(|| said("walkdir", &error.to_string()), Arg::from);
                found.odd.push((path, Err(detail)));
                continue;
            }
        };
        let kind = entry.file_type();
        if kind.is_dir() {
            if entry.depth() == depth {
                found.folders.push(entry.into_path());
            }
            continue;
        }
        let relative = entry.path().strip_prefix(start).ok().and_then(Path::to_str);
        let words = match relative {
            None => "file-kind--name",
            Some(_) if kind.is_symlink() => "file-kind--symlink",
            Some(_) if !kind.is_file() => "file-kind--special",
            Some(relative) => {
                found.files.push(relative.replace('\\', "/"));
                continue;
            }
        };
        found.odd.push((shown(root, entry.path()), Ok(words)));
    }
    found
}

/// The first part of a folder's path that is a link: what is behind it may be anybody's.
fn link_on_the_way(root: &Path, folder: &str) -> Option<PathBuf> {
    let is_link = |path: &PathBuf| path.symlink_metadata().is_ok_and(|found| found.is_symlink());
    let mut path = root.to_owned();
    folder.split('/').find_map(|part| {
        path.push(part);
        Some(path.clone()).filter(is_link)
    })
}

/// Hidden files and what editors and systems leave behind are nobody's contents.
fn is_meant(entry: &DirEntry) -> bool {
    entry.depth() == 0 || is_meant_name(&entry.file_name().to_string_lossy())
}

pub(super) fn is_meant_name(name: &str) -> bool {
    let leftover = name.starts_with('.')
        || name.ends_with('~')
        || name.starts_with("~$")
        || name.starts_with('#') && name.ends_with('#')
        || [".swp", ".swo", ".tmp", ".bak", ".orig", ".part", ".crdownload"]
            .iter()
            .any(|end| name.ends_with(end))
        || ["Thumbs.db", "desktop.ini", "node_modules", "__MACOSX"].contains(&name);
    !leftover
}

fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// A whole file. The caller knows it is a plain one.
pub(super) fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    std::fs::read(path)
}

/// A whole file of at most so many bytes; none: it is larger.
pub(super) fn read_small_file(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let file = std::fs::File::open(path)?;
    // Room for what is said to be there and for the end to be seen: memory that had to grow would be cleared many times over.
    let room = file.metadata()?.len().min(limit) + 1;
    let mut bytes = Vec::with_capacity(usize::try_from(room).unwrap_or(0));
    // Asked for one byte more than allowed, a file that grows while it is read is caught too.
    file.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= limit))
}

/// The bytes of `site.toml`, without which a folder is no site.
pub(super) fn read_config(root: &Path) -> Result<Vec<u8>, Failure> {
    let path = root.join("site.toml");
    if path.exists() && !path.is_file() {
        let failure = Failure::usage("failure-site-unreadable").with("path", root.display().to_string());
        return Err(failure.with("detail", "site.toml"));
    }
    std::fs::read(&path).map_err(|error| {
        let failure = match error.kind() {
            io::ErrorKind::NotFound => Failure::usage("failure-no-site"),
            _ => Failure::usage("failure-site-unreadable").with("detail", &error),
        };
        failure.with("path", root.display().to_string())
    })
}
