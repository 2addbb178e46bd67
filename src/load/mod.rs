//! Reading a site's folder: the only reader of the disk.
//!
//! 1. `site.toml`, schemas and vocabularies: the site's own files, else those shipped in the binary.
//! 2. The theme, file by file in the same way.
//! 3. `content/`: texts split into front matter and body; everything else is an attachment.
//! 4. Dates of change from git, when its history is whole.

mod attachment;
mod data;
mod front;
mod git;
mod reload;
mod shipped;
mod stamps;
mod text;
mod theme;
mod walk;

use std::{
    collections::HashSet,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::civil::Date;
use rayon::prelude::*;

pub use attachment::{Attachment, ImageSize, open_plain, read_attachment};
pub use data::Encoding;
pub use front::FRONT_MATTER;
pub use git::{Dates, GIT_HISTORY};
pub use reload::{Refreshed, refresh};
pub use shipped::{shipped_schemas, shipped_theme};
pub use stamps::{Change, Kind, Listed, Stamps};
pub use text::FILE_ENCODING;
pub use theme::{NpmFile, THEME, Theme, ThemeSettings};
pub use walk::{FILE_KIND, FILE_UNREADABLE};

use crate::{
    config::{self, Config},
    diagnostic::{Diagnostic, Failure, Place},
    hash::{Hash, Last},
    rule::Meta,
    schema::{self, Judge, SchemaFile, Schemas},
    source::{FileId, Sources},
    stage::Staged,
};

/// The asset made of the colours in `site.toml`.
pub const COLOURS: &str = "css/colori.css";

/// The rules about files themselves.
pub static RULES: &[&Meta] = &[
    &FILE_ENCODING,
    &FILE_KIND,
    &FILE_UNREADABLE,
    &FRONT_MATTER,
    &GIT_HISTORY,
    &crate::config::ANSWER_CRITERION,
    &crate::config::SITE_COLOUR,
    &THEME,
    &crate::tree::TOML_SYNTAX,
    &crate::tree::YAML_DUPLICATE_KEY,
    &crate::tree::YAML_LIMIT,
    &crate::tree::YAML_SYNTAX,
];

/// What to read, and for which day.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folder with `site.toml`.
    pub root: PathBuf,
    /// The day the site is built for.
    pub today: Date,
    /// Replaces `indirizzo_web`.
    pub base_url: Option<String>,
    /// Whether drafts count as contents.
    pub drafts: bool,
}

impl Request {
    /// What was asked for wins over what is written.
    fn overrule(&self, config: &mut Config) {
        if let Some(base_url) = &self.base_url {
            config.indirizzo_web.clone_from(base_url);
        }
    }
}

/// What sites that are read one after the other have in common, read once as long as its texts are the same.
#[derive(Default)]
pub struct Common {
    vocabulary: Last<Vocabulary>,
}

/// What a site's files are judged by.
#[derive(Default)]
struct Vocabulary {
    schemas: Arc<Schemas>,
    /// None: no site can be read.
    of_site: Option<Judge>,
}

/// Everything that was read, and what there is to say about it.
pub struct Loading {
    pub sources: Sources,
    pub diagnostics: Vec<Diagnostic>,
    /// None: `site.toml` or the schemas are too broken to go on.
    pub site: Option<Site>,
}

/// A site as it stands on disk.
#[derive(Clone)]
pub struct Site {
    pub root: PathBuf,
    pub today: Date,
    pub drafts: bool,
    pub config_file: FileId,
    pub config: Arc<Config>,
    pub schemas: Arc<Schemas>,
    pub theme: Arc<Theme>,
    pub contents: Vec<Loaded>,
    /// Paths below `content/` of texts that could not be read, and of attachments that were refused.
    pub unread: Vec<String>,
    pub attachments: Vec<Attachment>,
    /// Files of `static/`, published as they are.
    pub statics: Vec<Attachment>,
    pub dates: Arc<Dates>,
}

/// A Markdown file, split but not understood.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub file: FileId,
    /// Relative to `content/`: `servizi/tari.md`.
    pub path: String,
    /// Bytes between the two `---` lines.
    pub front: std::ops::Range<u32>,
    pub body: std::ops::Range<u32>,
}

/// Reads a site. Fails only when there is no readable `site.toml`, or the disk does.
pub fn load(request: &Request) -> Result<Loading, Failure> {
    load_beside(request, &Common::default())
}

/// [`load`], where other sites are read too.
pub fn load_beside(request: &Request, common: &Common) -> Result<Loading, Failure> {
    // To list the contents takes about as long as to read what they are judged by.
    let list = || walk::list(&request.root, "content");
    let (known, listing) = rayon::join(|| known(request, Sources::default(), common), list);
    Ok(known?.with_contents(request, |sources, diagnostics| listing.told(sources, diagnostics)))
}

/// Reads a site of which some files were read before: those keep their numbers. When everything but the contents was
/// read, `ready` may let it wait for them, and say which there are.
pub fn load_again(
    request: &Request,
    sources: Sources,
    ready: impl FnOnce() -> Listed,
) -> Result<Loading, Failure> {
    let walk = |sources: &mut _, diagnostics: &mut _| {
        ready().unwrap_or_else(|| walk::tree(&request.root, "content", sources, diagnostics))
    };
    Ok(known(request, sources, &Common::default())?.with_contents(request, walk))
}

/// A site without its contents.
struct Known {
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
    config_file: FileId,
    /// None: one of them is too broken to go on.
    read: Option<(Arc<Schemas>, Config, Theme)>,
}

fn known(request: &Request, mut sources: Sources, common: &Common) -> Result<Known, Failure> {
    let mut diagnostics = Vec::new();
    let root = &request.root;
    let config_text = walk::read_config(root)?;
    let config_file = sources.add("site.toml", "");
    let config_text = match text::decode(config_text, config_file) {
        Ok(text) => text,
        Err(diagnostic) => {
            return Ok(Known { sources, diagnostics: vec![*diagnostic], config_file, read: None });
        }
    };
    let config_file = sources.add("site.toml", config_text.as_str());
    let (schemas, config) = vocabulary(root, config_file, common, &mut sources, &mut diagnostics);
    let read = config.map(|mut config| {
        request.overrule(&mut config);
        let theme = theme(root, &config, config_file, &mut sources).unpack(&mut diagnostics);
        (schemas, config, theme)
    });
    Ok(Known { sources, diagnostics, config_file, read })
}

impl Known {
    /// The whole site, with the contents in the files that `list` gives.
    fn with_contents(
        self,
        request: &Request,
        list: impl FnOnce(&mut Sources, &mut Vec<Diagnostic>) -> Vec<String>,
    ) -> Loading {
        let Self { mut sources, mut diagnostics, config_file, read } = self;
        let Some((schemas, config, theme)) = read else {
            return Loading { sources, diagnostics, site: None };
        };
        let root = &request.root;
        let files = list(&mut sources, &mut diagnostics);
        let Contents { contents, unread, attachments } =
            contents(root, files, &config, &mut sources, &mut diagnostics);
        let statics = walk::tree(root, "static", &mut sources, &mut diagnostics);
        let statics = attachment::read(root, "static", &statics, u64::MAX, &mut sources, &mut diagnostics);
        let dates = git::dates(root, config_file).unpack(&mut diagnostics);
        let site = Site {
            root: root.clone(),
            today: request.today,
            drafts: request.drafts,
            config_file,
            config: Arc::new(config),
            schemas,
            theme: Arc::new(theme),
            contents,
            unread,
            attachments,
            statics,
            dates: Arc::new(dates),
        };
        Loading { sources, diagnostics, site: Some(site) }
    }
}

/// The theme that `site.toml` names.
fn theme(root: &Path, config: &Config, config_file: FileId, sources: &mut Sources) -> Staged<Theme> {
    let place = config.places.theme.map_or_else(|| config_file.into(), Place::from);
    theme::read(root, &config.tema, place, sources).map(|mut theme| {
        if let Some(sheet) = config.aspetto.sheet() {
            theme.assets.insert(COLOURS.to_owned(), sheet.into_bytes());
        }
        theme
    })
}

/// The settings of a site, for commands that judge something else by them; none when they are too broken,
/// which `check` tells.
pub fn settings(root: &Path) -> Result<(Sources, Option<Config>), Failure> {
    let mut sources = Sources::default();
    let bytes = walk::read_config(root)?;
    let Ok(text) = text::readable(bytes) else { return Ok((sources, None)) };
    let file = sources.add("site.toml", text.as_str());
    let (_, config) = vocabulary(root, file, &Common::default(), &mut sources, &mut Vec::new());
    Ok((sources, config))
}

/// Schemas and configuration.
fn vocabulary(
    root: &Path,
    config_file: FileId,
    common: &Common,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Arc<Schemas>, Option<Config>) {
    let files = shipped::schema_files(root, sources, diagnostics);
    let files: Vec<SchemaFile<'_>> =
        files.iter().map(|(name, id)| SchemaFile { id: *id, name, text: &sources.get(*id).text }).collect();
    let vocabulary = common.vocabulary(&files).unpack(diagnostics);
    let text = sources.get(config_file).text.clone();
    let judge = vocabulary.of_site.as_ref();
    let config = judge.and_then(|judge| config::read(config_file, &text, judge).unpack(diagnostics));
    (Arc::clone(&vocabulary.schemas), config)
}

impl Common {
    /// What has something to say is read for each site: it has to name that site's files.
    fn vocabulary(&self, files: &[SchemaFile<'_>]) -> Staged<Arc<Vocabulary>> {
        let ids: Vec<_> = files.iter().map(|file| file.id.to_bytes()).collect();
        let texts = files.iter().zip(&ids);
        let hash = Hash::of_parts(
            texts.flat_map(|(file, id)| [id.as_slice(), file.name.as_bytes(), file.text.as_bytes()]),
        );
        if let Some(known) = self.vocabulary.get(hash) {
            return Staged::new(known, Vec::new());
        }
        let mut diagnostics = Vec::new();
        let schemas = Arc::new(schema::read(files).unpack(&mut diagnostics));
        let site_schema = files.iter().find(|file| file.name == "site.schema.json");
        let of_site = site_schema.and_then(|file| schema::read_site(file).unpack(&mut diagnostics));
        let read = Arc::new(Vocabulary { schemas, of_site });
        if diagnostics.is_empty() {
            self.vocabulary.put(hash, &read);
        }
        Staged::new(read, diagnostics)
    }
}

struct Contents {
    contents: Vec<Loaded>,
    unread: Vec<String>,
    attachments: Vec<Attachment>,
}

fn contents(
    root: &Path,
    files: Vec<String>,
    config: &Config,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Contents {
    let (texts, others): (Vec<String>, Vec<String>) =
        files.into_iter().partition(|path| path.ends_with(".md"));
    let limit = u64::from(config.limiti.allegato_mib) * 1024 * 1024;
    let attachments = attachment::read(root, "content", &others, limit, sources, diagnostics);

    let read: Vec<_> = texts.par_iter().map(|path| read_content(root, path, config)).collect();
    let mut contents = Vec::with_capacity(texts.len());
    let kept: HashSet<&str> = attachments.iter().map(|attachment| attachment.path.as_str()).collect();
    let mut unread: Vec<String> =
        others.iter().filter(|path| !kept.contains(path.as_str())).cloned().collect();
    let files: Vec<FileId> =
        texts.iter().zip(&read).map(|(path, read)| number(path, read, sources)).collect();
    let split: Vec<_> = texts
        .par_iter()
        .zip(read.into_par_iter().zip(files))
        .map(|(path, (read, file))| split(path, file, read, config))
        .collect();
    for (path, split) in texts.into_iter().zip(split) {
        match split.unpack(diagnostics) {
            Some(loaded) => contents.push(loaded),
            None => unread.push(path),
        }
    }
    Contents { contents, unread, attachments }
}

/// Why there is no text of a content.
enum Unread {
    /// It is something else.
    NoText(text::Trouble),
    TooLong,
    Failed(io::Error),
}

fn read_content(root: &Path, path: &str, config: &Config) -> Result<Arc<str>, Unread> {
    let most = u64::from(config.limiti.front_matter_kib + config.limiti.corpo_kib) * 1024 + 64;
    let bytes = walk::read_small_file(&root.join("content").join(path), most).map_err(Unread::Failed)?;
    let text = text::readable(bytes.ok_or(Unread::TooLong)?).map_err(Unread::NoText)?;
    Ok(text.into())
}

/// The number of a content's file, which shows as much as can be read.
fn number(path: &str, read: &Result<Arc<str>, Unread>, sources: &mut Sources) -> FileId {
    let shown = match read {
        Ok(text) => Arc::clone(text),
        Err(Unread::NoText(trouble)) => trouble.shown.as_str().into(),
        Err(Unread::TooLong | Unread::Failed(_)) => "".into(),
    };
    sources.add(format!("content/{path}"), shown)
}

/// A content's text, split; none when it is no text or has no front matter.
fn split(
    path: &str,
    file: FileId,
    read: Result<Arc<str>, Unread>,
    config: &Config,
) -> Staged<Option<Loaded>> {
    let told = |diagnostic| Staged::new(None, vec![diagnostic]);
    match read {
        Ok(text) => front::split(file, path, &text, &config.limiti),
        Err(Unread::NoText(trouble)) => told(trouble.diagnostic(file)),
        Err(Unread::TooLong) => {
            let limit = config.limiti.corpo_kib;
            told(crate::tree::YAML_LIMIT.variant("yaml-limit--body", file).with("limit", limit))
        }
        Err(Unread::Failed(error)) => told(FILE_UNREADABLE.at(file).with("detail", &error)),
    }
}
