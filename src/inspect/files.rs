//! Pages on the disk: files that were named, and those below folders.

#![expect(clippy::disallowed_methods, reason = "pages to judge are not a site that `load` could read")]

use std::{
    io::Read as _,
    path::{Component, Path, PathBuf},
};

use walkdir::WalkDir;

use super::{Desk, Read, Target, Waiting, encoding, papers};
use crate::{
    audit::{Document, Sheets},
    diagnostic::Failure,
};

/// Files in folders that are taken for pages.
const EXTENSIONS: &[&str] = &["html", "htm", "xhtml", "svg"];
/// No page is so large; what is would only keep the others waiting.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// Style sheets of a folder.
const MOST_SHEETS: usize = 2_000;
/// Marks a folder that Arengo published: the files in it have addresses.
const MANIFEST: &str = ".arengo-manifest.json";

pub(super) fn judge(targets: &[Target], desk: &mut Desk<'_>) -> Result<(), Failure> {
    let mut waiting = Vec::new();
    for target in targets {
        if let Target::Path(path) = target {
            waiting.extend(pages(path)?);
        }
    }
    waiting.sort_by(|a: &Waiting<PathBuf>, b| a.name.cmp(&b.name));
    waiting.dedup_by(|a, b| a.name == b.name);
    gather_sheets(targets, desk);
    desk.linked.sheets.open_pictures(pictures(targets));
    let links = desk.judge(&waiting, |path| read(path), |path, page| papers::links(path, page));
    let named = targets.iter().filter_map(|target| match target {
        Target::Path(path) if path.is_dir() || papers::is_pdf(path) => Some(path.as_path()),
        _ => None,
    });
    papers::judge(named, links.into_iter().flatten().collect(), desk);
    Ok(())
}

/// Opens the picture at an address of a page or sheet: below the folders that were named, or beside the files.
fn pictures(targets: &[Target]) -> impl Fn(&str) -> Option<Vec<u8>> + Send + Sync + 'static {
    let paths = targets.iter().filter_map(|target| match target {
        Target::Path(path) => Some(path.clone()),
        Target::Served(_) => None,
    });
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = paths.partition(|path| path.is_dir());
    move |address| {
        let path = address.split(['?', '#']).next().unwrap_or("");
        if path.starts_with("//") || path.contains(':') {
            return None;
        }
        let path = percent_decoded(path)?;
        let below = path.trim_start_matches('/');
        // An address from the root of a server, or the name of a file.
        let served = folders.iter().map(|folder| folder.join(below)).filter(|_| path.starts_with('/'));
        let found = served
            .chain([PathBuf::from(&path)])
            .filter(|file| {
                let own = file.canonicalize().unwrap_or_default();
                let lies_below =
                    |folder: &PathBuf| folder.canonicalize().is_ok_and(|folder| own.starts_with(folder));
                folders.iter().any(lies_below)
            })
            .find(|file| file.is_file());
        let named = || Some(PathBuf::from(&path)).filter(|file| !files.is_empty() && file.is_file());
        let beside_files = || files.iter().find_map(|file| beside(file, &format!("/{below}")));
        picture(&found.or_else(named).or_else(beside_files)?)
    }
}

fn picture(file: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(file).ok()?.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// The sheets beside pages that were named one by one: those of folders were read as a whole.
fn gather_sheets(targets: &[Target], desk: &mut Desk<'_>) {
    for target in targets {
        let Target::Path(path) = target else { continue };
        if !path.is_file() {
            continue;
        }
        let Ok(html) = text(path) else { continue };
        let document = Document::parse(&html);
        desk.linked.gather(&name(path), &document, path, |from: &PathBuf, href| {
            let sheet = beside(from, href)?;
            let css = text(&sheet).ok()?;
            let name = name(&sheet);
            Some((sheet, name, css))
        });
    }
}

/// The file that a page or sheet means by an address. What begins at the root of a server is looked for in the folders
/// above: one of them is that root.
pub(super) fn beside(from: &Path, href: &str) -> Option<PathBuf> {
    let path = href.split(['?', '#']).next().unwrap_or("").trim();
    let is_elsewhere = path.is_empty() || path.starts_with("//") || path.contains(':');
    if is_elsewhere {
        return None;
    }
    let path = percent_decoded(path)?;
    let found = match path.strip_prefix('/') {
        Some(below) => from.ancestors().skip(1).map(|folder| folder.join(below)).find(|file| file.is_file()),
        None => Some(without_dots(&from.parent()?.join(&path))),
    };
    found.filter(|file| file.is_file())
}

/// `a/../b` as `b`.
fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        let goes_up = part == Component::ParentDir
            && matches!(plain.components().next_back(), Some(Component::Normal(_)));
        if goes_up {
            plain.pop();
        } else if part != Component::CurDir {
            plain.push(part);
        }
    }
    plain
}

/// `%20` and the like as the signs they stand for.
fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let code = (byte == b'%').then(|| {
            let mut digits = rest.clone();
            let high = char::from(digits.next()?).to_digit(16)?;
            let low = char::from(digits.next()?).to_digit(16)?;
            Some((high * 16 + low) as u8)
        });
        match code.flatten() {
            Some(code) => {
                bytes.push(code);
                rest.nth(1);
            }
            None => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}

/// The style sheets that were named, which hold everywhere, and those below folders, which pages link.
pub(super) fn sheets(targets: &[Target], css: &[PathBuf]) -> Result<Sheets, Failure> {
    let mut sheets = Sheets::default();
    for path in css {
        let text = text(path)
            .map_err(|_| Failure::usage("cli-audit-path").with("path", path.display().to_string()))?;
        sheets.add_everywhere(&name(path), &text);
    }
    let folders = targets.iter().filter_map(|target| match target {
        Target::Path(path) if path.is_dir() => Some(path),
        _ => None,
    });
    for folder in folders {
        let files = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
        let is_sheet = |file: &Path| file.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("css"));
        for file in files.filter(|file| file.file_type().is_file() && is_sheet(file.path())).take(MOST_SHEETS)
        {
            let Ok(text) = text(file.path()) else { continue };
            let name = name(file.path());
            // Pages name it by its place beside them, or from the root of their server.
            if let Ok(below) = file.path().strip_prefix(folder) {
                sheets.add(&address(below), &name, &text);
            }
            sheets.add(&name, &name, &text);
        }
    }
    Ok(sheets)
}

fn text(path: &Path) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(encoding::decode(&bytes, None))
}

/// The pages a path stands for.
fn pages(path: &Path) -> Result<Vec<Waiting<PathBuf>>, Failure> {
    let failure = |id| Failure::usage(id).with("path", path.display().to_string());
    let meta = std::fs::metadata(path).map_err(|_| failure("cli-audit-path"))?;
    if papers::is_pdf(path) {
        return Ok(Vec::new());
    }
    if !meta.is_dir() {
        return Ok(vec![Waiting { name: name(path), address: None, read: path.to_owned() }]);
    }
    let is_published = path.join(MANIFEST).is_file();
    let page = |file: PathBuf| {
        let below = file.strip_prefix(path).ok().filter(|_| is_published);
        Waiting { name: name(&file), address: below.map(address), read: file }
    };
    let pages: Vec<_> = WalkDir::new(path)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file() && is_page(entry.path()))
        .map(|entry| page(entry.into_path()))
        .collect();
    let is_empty = pages.is_empty() && papers::below(path).is_empty();
    if is_empty { Err(failure("cli-audit-empty")) } else { Ok(pages) }
}

fn is_page(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

/// A path as findings show it: with `/`, and without what says nothing.
pub(super) fn name(path: &Path) -> String {
    let name = path.to_string_lossy().replace('\\', "/");
    name.strip_prefix("./").unwrap_or(&name).replace("/./", "/")
}

/// The address of a file of a published folder.
fn address(below: &Path) -> String {
    let path = format!("/{}", name(below));
    path.strip_suffix("index.html").filter(|folder| folder.ends_with('/')).unwrap_or(&path).to_owned()
}

fn read(path: &Path) -> Read {
    let bytes = std::fs::File::open(path).and_then(|file| {
        let mut bytes = Vec::new();
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    });
    match bytes {
        Ok(bytes) if bytes.len() as u64 > MOST_BYTES => Read::Trouble("> 32 MiB".into()),
        Ok(bytes) => Read::Page(encoding::decode(&bytes, None)),
        Err(error) => Read::Trouble((&error).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses() {
        assert_eq!(name(Path::new("./public/./a.html")), "public/a.html");
        assert_eq!(name(Path::new("/srv/a.html")), "/srv/a.html");
        assert_eq!(address(Path::new("index.html")), "/");
        assert_eq!(address(Path::new("servizi/tari/index.html")), "/servizi/tari/");
        assert_eq!(address(Path::new("404.html")), "/404.html");
        assert_eq!(address(Path::new("a/reindex.html")), "/a/reindex.html");
        assert!(is_page(Path::new("a/B.HTM")));
        assert_eq!(percent_decoded("a%20b%c3%a8%").as_deref(), Some("a bè%"));
        assert_eq!(percent_decoded("%ff"), None);
        assert_eq!(without_dots(Path::new("a/./b/../../../c")), Path::new("../c"));
        assert!(!is_page(Path::new("a/html")));
    }
}
