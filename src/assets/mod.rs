//! Files the theme takes from npm, installed once into a cache beside the site and published with the theme's own.
//!
//! The lock file decides what is installed, to the byte; no script of any package runs. Of what npm unpacks only the
//! files that `theme.toml` lists are kept, and of these the marked ones are cut down to what pages can use:
//! - `names` is everything a page can be called by;
//! - `css` reads style sheets, `prune` decides what of them stays;
//! - `sprite` does the same for icons.
//!
//! Every style sheet is written without comments and spaces, whether a page is minified or not: its address is a hash
//! of its bytes, and a page has the same links in the preview and online.

#![expect(
    clippy::disallowed_methods,
    reason = "the cache is Arengo's own folder; nothing of it is published unread"
)]

mod css;
mod names;
mod prune;
mod sprite;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
};

use data_encoding::BASE64;
use sha2::{Digest, Sha384};
use walkdir::WalkDir;

use crate::{
    diagnostic::Failure,
    hash::{Hash, Last},
    load::{COLOURS, NpmFile, Theme},
    source::Sources,
};
use names::Names;

/// The theme's published files: name → bytes, and the folder they are published in.
#[derive(Debug, Default)]
pub struct Assets {
    pub files: BTreeMap<String, Vec<u8>>,
    /// `/risorse/1a2b3c4d/`: named after everything in it, so browsers may keep it for ever.
    pub folder: String,
}

impl Assets {
    /// Name → address from the site's root.
    pub fn addresses(&self) -> BTreeMap<String, String> {
        self.files.keys().map(|name| (name.clone(), format!("{}{name}", self.folder))).collect()
    }

    /// Name → fingerprint of each sheet and script, for the `integrity` of the elements that load them (W3C SRI): a page
    /// never runs with another theme's files, and what stands between server and browser changes nothing unnoticed.
    pub fn integrity(&self) -> BTreeMap<String, String> {
        let loaded = self.files.iter().filter(|(name, _)| name.ends_with(".css") || name.ends_with(".js"));
        loaded
            .map(|(name, bytes)| (name.clone(), format!("sha384-{}", BASE64.encode(&Sha384::digest(bytes)))))
            .collect()
    }
}

/// What several sites with one theme have in common: its files are read and cut down once.
#[derive(Debug, Default)]
pub struct Common {
    small: Last<Vec<(String, Vec<u8>)>>,
}

/// All files of the theme, ready to be published. Installs what npm has to give when the cache has not got it yet;
/// `told` hears of it before it begins. `bodies` are the elements and classes that rendered texts can have.
pub fn gather(
    theme: &Theme,
    sources: &Sources,
    bodies: &[&str],
    cache: &Path,
    told: &dyn Fn(),
    common: &Common,
) -> Result<Assets, Failure> {
    let mut files = theme.assets.clone();
    let mut cut = BTreeSet::new();
    if let Some((package, lock)) = theme.npm.as_ref().filter(|_| !theme.settings.risorse.is_empty()) {
        let wanted = &theme.settings.risorse;
        let folder = cache.join("tema").join(version(package, lock, wanted).short());
        if !folder.is_dir() {
            told();
            install(&folder, package, lock, wanted)?;
        }
        read_into(&folder, &mut files).map_err(|error| unusable(&folder, &error))?;
        cut.extend(wanted.iter().filter(|file| file.sfoltisci).map(|file| file.a.as_str()));
    }
    // The colours are the site's own. They name nothing that a sheet could need, so they stand aside.
    let colours = files.remove(COLOURS);
    files.extend(common.made_small(theme, sources, bodies, &files, &cut).iter().cloned());
    if let Some(sheet) = colours {
        let small = std::str::from_utf8(&sheet).ok().and_then(css::squeeze).map(String::into_bytes);
        files.insert(COLOURS.to_owned(), small.unwrap_or(sheet));
    }
    let parts = files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]);
    let folder = format!("/risorse/{}/", Hash::of_parts(parts).short());
    Ok(Assets { files, folder })
}

impl Common {
    fn made_small(
        &self,
        theme: &Theme,
        sources: &Sources,
        bodies: &[&str],
        files: &BTreeMap<String, Vec<u8>>,
        cut: &BTreeSet<&str>,
    ) -> Arc<Vec<(String, Vec<u8>)>> {
        let counts = [theme.templates.len(), theme.settings.tieni.len(), bodies.len(), cut.len()];
        let counts = counts.map(|count| (count as u64).to_le_bytes());
        let templates = theme.templates.values().map(|file| sources.get(*file).text.as_bytes());
        let listed = theme.settings.tieni.iter().map(|name| name.as_bytes());
        let names = bodies.iter().chain(cut).map(|name| name.as_bytes());
        let named = files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]);
        let texts = templates.chain(listed).chain(names).chain(named);
        let hash = Hash::of_parts(counts.iter().map(<[u8; 8]>::as_slice).chain(texts));
        self.small.get(hash).unwrap_or_else(|| {
            let small = Arc::new(made_small(theme, sources, bodies, files, cut));
            self.small.put(hash, &small);
            small
        })
    }
}

/// The files that can be published smaller. What cannot be read is published as it is.
fn made_small(
    theme: &Theme,
    sources: &Sources,
    bodies: &[&str],
    files: &BTreeMap<String, Vec<u8>>,
    cut: &BTreeSet<&str>,
) -> Vec<(String, Vec<u8>)> {
    let text = |name: &str| files.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let of_kind = |end: &'static str| files.keys().filter(move |name| name.ends_with(end));
    let mut names = Names::default();
    theme.templates.values().for_each(|file| names.add_text(&sources.get(*file).text));
    of_kind(".js").filter_map(|name| text(name)).for_each(|script| names.add_text(script));
    let listed = theme.settings.tieni.iter().map(String::as_str);
    listed.chain(bodies.iter().copied()).for_each(|name| names.add(name));

    let others: Vec<&str> =
        of_kind(".css").filter(|name| !cut.contains(name.as_str())).filter_map(|name| text(name)).collect();
    let small = |name: &String| match cut.contains(name.as_str()) {
        true if name.ends_with(".css") => prune::prune(text(name)?, &names, &others),
        true => sprite::prune(text(name)?, &names),
        false => css::squeeze(text(name)?),
    };
    let candidates = of_kind(".css").chain(of_kind(".svg").filter(|name| cut.contains(name.as_str())));
    candidates.filter_map(|name| Some((name.clone(), small(name)?.into_bytes()))).collect()
}

fn version(package: &[u8], lock: &[u8], wanted: &[NpmFile]) -> Hash {
    let wanted = wanted.iter().flat_map(|file| [file.da.as_bytes(), file.a.as_bytes()]);
    Hash::of_parts([package, lock].into_iter().chain(wanted))
}

/// Installs beside the folder and moves what is wanted into place at the end, so that a folder that is there is whole.
fn install(folder: &Path, package: &[u8], lock: &[u8], wanted: &[NpmFile]) -> Result<(), Failure> {
    let parent = folder.parent().unwrap_or(folder);
    fs::create_dir_all(parent).map_err(|error| unusable(parent, &error))?;
    let work = tempfile::Builder::new()
        .prefix(".installa-")
        .tempdir_in(parent)
        .map_err(|error| unusable(parent, &error))?;
    let put = |name: &str, bytes: &[u8]| fs::write(work.path().join(name), bytes);
    put("package.json", package)
        .and_then(|()| put("package-lock.json", lock))
        .map_err(|error| unusable(work.path(), &error))?;
    npm(work.path())?;
    let ready = work.path().join("pronto");
    for file in wanted {
        let from = work.path().join("node_modules").join(&file.da);
        copy(&from, &ready.join(&file.a)).map_err(|error| {
            Failure::environment("failure-npm-file").with("file", &file.da).with("detail", &error)
        })?;
    }
    match fs::rename(&ready, folder) {
        Ok(()) => Ok(()),
        // Another build was faster.
        Err(_) if folder.is_dir() => Ok(()),
        Err(error) => Err(unusable(folder, &error)),
    }
}

fn npm(folder: &Path) -> Result<(), Failure> {
    let output = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Failure::environment("failure-npm-missing").with("detail", &error))?;
    if output.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(6).collect();
    Err(Failure::environment(trouble(&text)).with("detail", lines.join("\n")))
}

/// What npm complains of: what it was asked for, or the way there.
fn trouble(told: &str) -> &'static str {
    let is_one_of = |codes: &[&str]| codes.iter().any(|code| told.contains(code));
    if is_one_of(&["EINTEGRITY", "in sync", "EUSAGE"]) {
        "failure-npm-lock"
    } else if is_one_of(&["ETARGET", "E404", "ENOVERSIONS"]) {
        "failure-npm-version"
    } else {
        "failure-npm"
    }
}

/// A file, or a folder with everything in it.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_file() {
        fs::create_dir_all(to.parent().unwrap_or(to))?;
        return fs::copy(from, to).map(|_| ());
    }
    for file in files_below(from)? {
        let target = to.join(file.strip_prefix(from).unwrap_or(&file));
        fs::create_dir_all(target.parent().unwrap_or(to))?;
        fs::copy(&file, target)?;
    }
    Ok(())
}

fn read_into(folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    for path in files_below(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        files.insert(name, fs::read(&path)?);
    }
    Ok(())
}

/// The plain files below a folder, which must be there.
fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).follow_links(false).sort_by_file_name() {
        let entry = entry.map_err(io::Error::from)?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

fn unusable(path: &Path, error: &io::Error) -> Failure {
    Failure::environment("failure-cache").with("path", path.display().to_string()).with("detail", error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_npm_says_is_told_apart() {
        let check = |told, expected| assert_eq!(trouble(told), expected, "{told}");
        check(
            "npm error code ETARGET\nnpm error notarget No matching version found for x@9.9.9.",
            "failure-npm-version",
        );
        check("npm error code E404\nnpm error 404 Not Found", "failure-npm-version");
        check(
            "npm error code EUSAGE\nnpm error `npm ci` can only install packages when …",
            "failure-npm-lock",
        );
        check("npm error code EINTEGRITY", "failure-npm-lock");
        check("npm error code ENOTFOUND\nnpm error network request failed", "failure-npm");
    }
}
