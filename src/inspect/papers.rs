//! The PDFs that lie beside pages: those in folders that were named, those named by themselves, and those that pages link.

#![expect(clippy::disallowed_methods, reason = "documents to judge are not a site that `load` could read")]

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{Desk, files, seen};
use crate::{
    audit::Document,
    diagnostic::Diagnostic,
    documents::{self, pdf::Opened},
};

/// More are not looked at: an archive of acts is judged by the build.
const MOST: usize = 20_000;
/// What is larger is told as too large.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// A link from a page to a PDF on the disk.
pub(super) struct Link {
    page: String,
    pdf: PathBuf,
}

/// The PDFs that a page leads to and that are there.
pub(super) fn links(path: &Path, page: &Document) -> Vec<Link> {
    let leads = page
        .references()
        .into_iter()
        .filter(|found| matches!(page.tag(found.node), "a" | "area" | "embed" | "iframe" | "object"));
    let named = leads.filter(|found| is_pdf(Path::new(found.url.split(['?', '#']).next().unwrap_or(""))));
    named
        .filter_map(|found| Some(Link { page: files::name(path), pdf: files::beside(path, found.url)? }))
        .collect()
}

/// Opens the PDFs of folders and of links, each once, and tells what they lack. A finding names a page that leads there.
pub(super) fn judge<'a>(named: impl Iterator<Item = &'a Path>, links: Vec<Link>, desk: &mut Desk<'_>) {
    let mut known: BTreeMap<PathBuf, (String, String)> = BTreeMap::new();
    for Link { page, pdf } in links {
        let name = files::name(&pdf);
        known.entry(identity(&pdf)).or_insert((name, page));
    }
    for pdf in named.flat_map(below) {
        let name = files::name(&pdf);
        known.entry(identity(&pdf)).or_insert((name.clone(), name));
    }
    let numbered: Vec<_> = known
        .into_iter()
        .take(MOST)
        .map(|(path, (name, page))| (path, desk.sources.add(name.as_str(), ""), page))
        .collect();
    let found: Vec<Vec<Diagnostic>> = numbered
        .par_iter()
        .map(|(path, file, page)| documents::judge_pdf(&open(path), &seen(*file, page)))
        .collect();
    desk.diagnostics.extend(found.into_iter().flatten());
}

/// The PDF itself, or those in a folder.
pub(super) fn below(path: &Path) -> Vec<PathBuf> {
    let files = WalkDir::new(path).sort_by_file_name().into_iter().filter_map(Result::ok);
    files
        .filter(|entry| entry.file_type().is_file() && is_pdf(entry.path()))
        .map(walkdir::DirEntry::into_path)
        .take(MOST)
        .collect()
}

pub(super) fn is_pdf(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"))
}

/// The same file has one name only.
fn identity(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn open(path: &Path) -> Opened {
    if std::fs::metadata(path).is_ok_and(|meta| meta.len() > MOST_BYTES) {
        return Opened::TooLarge;
    }
    std::fs::read(path).map_or(Opened::Broken, Opened::of)
}
