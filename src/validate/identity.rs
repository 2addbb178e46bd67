//! Who a content is: its type by the folder (or `tipo_contenuto`), its id by the file's name (or `id`), its language
//! by the suffix, when `site.toml` lists it.

use std::sync::Arc;

use crate::{
    diagnostic::{Diagnostic, Severity},
    load::{Loaded, Site},
    rule::Meta,
    schema::ContentType,
    source::Span,
    stage::Staged,
    suggest::closest,
    tree::Map,
};

pub static CONTENT_TYPE: Meta = Meta::new("content-type", Severity::Error);
pub static FILE_NAME: Meta = Meta::new("file-name", Severity::Warning);

/// Id and language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Identity {
    pub id: String,
    pub lang: String,
}

/// The identity a file says it has.
pub(super) fn of(loaded: &Loaded, map: &Map, site: &Site) -> Staged<Option<(Arc<ContentType>, Identity)>> {
    let mut diagnostics = Vec::new();
    let folder = loaded.path.split_once('/').map_or("", |(folder, _)| folder);
    let head = Span { file: loaded.file, start: 0, end: 3 };
    let content_type = match map.get("tipo_contenuto").and_then(|node| Some((node, node.text()?))) {
        Some((node, name)) => site.schemas.types.get(name).cloned().or_else(|| {
            let place = Span::new(loaded.file, node.range.clone());
            let known = closest(name, site.schemas.types.keys().map(String::as_str));
            let diagnostic = match known {
                Some(known) => CONTENT_TYPE.at(place).with("known", known),
                None => CONTENT_TYPE.variant("content-type--strange", place).with("types", types(site)),
            };
            diagnostics.push(diagnostic.with("name", name));
            None
        }),
        None => site.schemas.of_folder(folder).cloned().or_else(|| {
            let folders: Vec<&str> = site.schemas.types.values().map(|known| known.folder.as_str()).collect();
            let diagnostic = match closest(folder, folders.iter().copied()) {
                Some(known) => CONTENT_TYPE.variant("content-type--folder", head).with("known", known),
                None => {
                    CONTENT_TYPE.variant("content-type--no-folder", head).with("folders", folders.join(", "))
                }
            };
            diagnostics.push(diagnostic.with("folder", folder));
            None
        }),
    };
    let Some(content_type) = content_type else { return Staged::new(None, diagnostics) };
    let mut identity = of_name(&loaded.path, site);
    let tidy = crate::slug::slug(&identity.id);
    match map.get("id").and_then(|node| node.text()) {
        Some(id) => identity.id = id.to_owned(),
        None if tidy != identity.id && !identity.id.contains('.') => {
            diagnostics.push(FILE_NAME.at(head).with("name", &identity.id).with("tidy", tidy));
        }
        None => diagnostics.extend(unlisted_language(&identity, head, site)),
    }
    Staged::new(Some((content_type, identity)), diagnostics)
}

/// Languages that translations of a municipality's pages are written in, by their codes.
const LANGUAGES: &[&str] = &[
    "ar", "bg", "bn", "de", "el", "en", "es", "fr", "hi", "hr", "hu", "it", "ja", "lld", "nl", "pa", "pl",
    "pt", "ro", "ru", "sc", "sl", "sq", "sr", "tl", "uk", "ur", "zh",
];

/// `tari.de.md` where the site has no German: a suffix that is no language of the site is part of the name.
fn unlisted_language(identity: &Identity, head: Span, site: &Site) -> Option<Diagnostic> {
    let (_, suffix) = identity.id.rsplit_once('.')?;
    let main = site.config.main_language();
    LANGUAGES.contains(&suffix).then(|| {
        let told = FILE_NAME.variant("file-name--language", head);
        told.with("name", &identity.id).with("lang", suffix).with("main", main)
    })
}

/// What the path alone tells, for a file that cannot be read.
pub(super) fn of_path(path: &str, site: &Site) -> Option<(Arc<ContentType>, Identity)> {
    let folder = path.split_once('/')?.0;
    Some((site.schemas.of_folder(folder)?.clone(), of_name(path, site)))
}

/// `servizi/tari.en.md` → `tari`, `en`; `luoghi/teatro/index.md` → `teatro` in the main language.
fn of_name(path: &str, site: &Site) -> Identity {
    let stem = path.strip_suffix(".md").unwrap_or(path);
    let (stem, lang) = match stem.rsplit_once('.') {
        Some((before, suffix)) if site.config.lingue.iter().any(|lang| lang == suffix) => (before, suffix),
        _ => (stem, site.config.main_language()),
    };
    let mut parts = stem.rsplit('/');
    let id = match parts.next() {
        Some("index") => parts.next().unwrap_or("index"),
        name => name.unwrap_or_default(),
    };
    Identity { id: id.to_owned(), lang: lang.to_owned() }
}

fn types(site: &Site) -> String {
    site.schemas.types.keys().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
