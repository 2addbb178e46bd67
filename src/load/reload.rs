//! A site brought up to date after some of its files changed: only those are read again.

use std::{io::ErrorKind::NotFound, sync::Arc};

use super::{
    Attachment, Change, Common, Kind, Request, Site, Unread, attachment, git, number, read_content, split,
    text, theme, vocabulary, walk,
};
use crate::{
    diagnostic::Diagnostic,
    source::{FileId, Sources},
};

/// What was read again.
#[derive(Default)]
pub struct Refreshed {
    /// Files below `content/` and `static/`, each with what there is to say of it now.
    pub files: Vec<(FileId, Vec<Diagnostic>)>,
    /// What there is to say of the theme, if it was read again.
    pub theme: Option<Vec<Diagnostic>>,
    /// What there is to say of `site.toml` and the schemas, if they were read again: contents then mean something else.
    pub settings: Option<Vec<Diagnostic>>,
    /// What there is to say of git, if it was asked again.
    pub dates: Option<Vec<Diagnostic>>,
    /// Paths below `content/` of Markdown files whose text is another.
    pub contents: Vec<String>,
    /// Whether an attachment or a file of `static/` is not what it was.
    pub attachments: bool,
}

impl Refreshed {
    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        let Self { files, theme, settings, dates, .. } = self;
        files.is_empty() && theme.is_none() && settings.is_none() && dates.is_none()
    }
}

/// Grows with every commit, which gives contents their dates.
const LOG: &str = ".git/logs/HEAD";

/// Reads changed files again. None: a change goes so deep that the site has to be read as a whole.
pub fn refresh(
    site: &mut Site,
    request: &Request,
    changes: &[Change],
    sources: &mut Sources,
) -> Option<Refreshed> {
    let is_of_settings = |change: &Change| change.path == "site.toml" || change.path.starts_with("schemas/");
    let is_shallow = |change: &Change| {
        let is_below = |folder: &str| change.path.starts_with(folder);
        change.kind != Kind::Odd
            && (["content/", "static/", "themes/"].into_iter().any(is_below)
                || change.path == LOG
                || is_of_settings(change))
    };
    if !changes.iter().all(is_shallow) {
        return None;
    }
    let mut refreshed = Refreshed::default();
    if changes.iter().any(is_of_settings) {
        refreshed.settings = Some(settings(site, request, sources)?);
    }
    for change in changes {
        if let Some(path) = change.path.strip_prefix("content/") {
            if path.ends_with(".md") {
                content(site, path, change, sources, &mut refreshed);
            } else {
                file(site, "content", path, change.kind, sources, &mut refreshed);
            }
        } else if let Some(path) = change.path.strip_prefix("static/") {
            file(site, "static", path, change.kind, sources, &mut refreshed);
        }
    }
    let theme_folder = format!("themes/{}/", site.theme.name);
    // The settings name the theme and its colours.
    if refreshed.settings.is_some() || changes.iter().any(|change| change.path.starts_with(&theme_folder)) {
        let read = theme(&site.root, &site.config, site.config_file, sources);
        site.theme = Arc::new(read.value);
        refreshed.theme = Some(read.diagnostics);
    }
    if changes.iter().any(|change| change.path == LOG) {
        let read = git::dates(&site.root, site.config_file);
        site.dates = Arc::new(read.value);
        refreshed.dates = Some(read.diagnostics);
    }
    Some(refreshed)
}

/// `site.toml`, the schemas and the vocabularies. None: they are broken, or other files may be read by them.
fn settings(site: &mut Site, request: &Request, sources: &mut Sources) -> Option<Vec<Diagnostic>> {
    let mut diagnostics = Vec::new();
    let config_text = text::readable(walk::read_config(&site.root).ok()?).ok()?;
    let config_file = sources.add("site.toml", config_text.as_str());
    let common = Common::default();
    let (schemas, config) = vocabulary(&site.root, config_file, &common, sources, &mut diagnostics);
    let mut config = config?;
    request.overrule(&mut config);
    if config.limiti != site.config.limiti {
        return None;
    }
    (site.config, site.schemas) = (Arc::new(config), schemas);
    Some(diagnostics)
}

fn content(site: &mut Site, path: &str, change: &Change, sources: &mut Sources, refreshed: &mut Refreshed) {
    let known = sources.find(&change.path).map(|file| sources.get(file).text.clone());
    let at = site.contents.binary_search_by(|loaded| loaded.path.as_str().cmp(path));
    let read = (change.kind == Kind::File).then(|| read_content(&site.root, path, &site.config));
    // Gone in the meantime: there will be another hint.
    let is_gone = |error: &Unread| matches!(error, Unread::Failed(error) if error.kind() == NotFound);
    let read = read.filter(|read| !read.as_ref().is_err_and(is_gone));
    let is_there = read.is_some();
    let file = match &read {
        Some(read) => number(path, read, sources),
        None => sources.add(change.path.as_str(), ""),
    };
    let staged = read.map(|read| split(path, file, read, &site.config));
    let (loaded, diagnostics) =
        staged.map_or_else(Default::default, |staged| (staged.value, staged.diagnostics));
    let is_same =
        loaded.is_some() && at.is_ok() && known.is_some_and(|known| known == sources.get(file).text);
    if is_same {
        return;
    }
    site.unread.retain(|unread| unread != path);
    match (loaded, at) {
        (Some(loaded), Ok(n)) => site.contents[n] = loaded,
        (Some(loaded), Err(n)) => site.contents.insert(n, loaded),
        (None, at) => {
            if let Ok(n) = at {
                site.contents.remove(n);
            }
            site.unread.extend(is_there.then(|| path.to_owned()));
        }
    }
    refreshed.files.push((file, diagnostics));
    refreshed.contents.push(path.to_owned());
}

/// An attachment, or a file that is published as it is.
fn file(
    site: &mut Site,
    folder: &str,
    path: &str,
    kind: Kind,
    sources: &mut Sources,
    refreshed: &mut Refreshed,
) {
    let is_content = folder == "content";
    let limit = if is_content { u64::from(site.config.limiti.allegato_mib) * 1024 * 1024 } else { u64::MAX };
    let mut diagnostics = Vec::new();
    let on_disk = site.root.join(folder).join(path);
    let is_there = kind == Kind::File && on_disk.is_file();
    let paths = [path.to_owned()];
    let read: Vec<Attachment> = match is_there {
        true => attachment::read(&site.root, folder, &paths, limit, sources, &mut diagnostics),
        false => Vec::new(),
    };
    // The text of a file of data was kept when it was read.
    let file = match read.first() {
        Some(attachment) => attachment.file,
        None => sources.add(format!("{folder}/{path}"), ""),
    };
    let is_refused = is_content && is_there && read.is_empty();
    let list = if is_content { &mut site.attachments } else { &mut site.statics };
    match (read.into_iter().next(), list.binary_search_by(|known| known.path.as_str().cmp(path))) {
        (Some(read), Ok(n)) => list[n] = read,
        (Some(read), Err(n)) => list.insert(n, read),
        (None, Ok(n)) => {
            list.remove(n);
        }
        (None, Err(_)) => {}
    }
    if is_content {
        site.unread.retain(|unread| unread != path);
        site.unread.extend(is_refused.then(|| path.to_owned()));
    }
    refreshed.attachments = true;
    refreshed.files.push((file, diagnostics));
}
