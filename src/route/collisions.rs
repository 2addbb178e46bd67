//! Two things at one address, or one where the other needs a folder. File systems that ignore case make no difference
//! between `A` and `a`, and some none between an accented letter and a letter with an accent, so neither do we.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::{Diagnostics, Routes, SEARCH_FOLDER, Shape, attachment_place, owner};
use crate::{
    diagnostic::{Diagnostic, Place, Severity},
    load::Site,
    model::{EntryId, Model},
    rule::Meta,
    slug::{composed, is_safe},
    source::Span,
    validate::Val,
};

pub static ADDRESS_TAKEN: Meta = Meta::new("address-taken", Severity::Error);

/// Whom the files belong to that no file of the site asks for.
const PROGRAM: &str = "Arengo";
/// The theme's files stand in a folder below this one, named after what is in them.
const THEME_FOLDER: &str = "/risorse/";
const MARK_OF_THE_THEME: &str = "{tema}/";

/// Who wants an address.
struct Claim<'a> {
    address: Cow<'a, str>,
    place: Place,
    kind: Kind,
    source: Origin<'a>,
    /// The number of the route.
    route: Option<usize>,
}

/// Where a file comes from: by its path in a folder of the site, or from the program itself.
enum Origin<'a> {
    Content(&'a str),
    Static(&'a str),
    Program,
}

impl Origin<'_> {
    /// As people see it.
    fn shown(&self) -> String {
        match self {
            Self::Content(path) => format!("content/{path}"),
            Self::Static(path) => format!("static/{path}"),
            Self::Program => PROGRAM.to_owned(),
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Page,
    Alias,
    File,
    /// A file that the program writes by itself.
    Made,
}

/// How two claims are in each other's way.
#[derive(Clone, Copy, PartialEq)]
enum Clash {
    Same,
    /// They differ in capitals or in how accents are written, in the name of the file or of a folder above it.
    Case,
    /// One is a file where the other needs a folder.
    Within,
}

/// The names that are taken: files and the folders above them, each with who took it first.
struct Taken<'a> {
    claims: &'a [Claim<'a>],
    files: HashMap<String, usize>,
    /// By their folded names, and as they were written first.
    folders: HashMap<String, (String, usize)>,
}

impl<'a> Taken<'a> {
    fn new(claims: &'a [Claim<'a>]) -> Self {
        Self { claims, files: HashMap::with_capacity(claims.len()), folders: HashMap::new() }
    }

    /// Gives a file to a claim, by its number; else tells which one is in its way.
    fn take(&mut self, file: &str, claim: usize) -> Result<(), (&'a Claim<'a>, Clash)> {
        let name = folded(file);
        let clash = |n: usize, clash| Err((&self.claims[n], clash));
        if let Some(n) = self.files.get(&*name) {
            let is_same = file_of(&self.claims[*n].address) == file;
            return clash(*n, if is_same { Clash::Same } else { Clash::Case });
        }
        if let Some((_, n)) = self.folders.get(&*name) {
            return clash(*n, Clash::Within);
        }
        // Where another file stands in the same folder, nothing is in the way of those above it either.
        if !self.knows_folder(file, &name) {
            for folder in folders_of(file) {
                let name = folded(folder);
                if let Some(n) = self.files.get(&*name) {
                    return clash(*n, Clash::Within);
                }
                if let Some((written, n)) = self.folders.get(&*name)
                    && written != folder
                {
                    return clash(*n, Clash::Case);
                }
            }
            for folder in folders_of(file) {
                let first = || (folder.to_owned(), claim);
                self.folders.entry(folded(folder).into_owned()).or_insert_with(first);
            }
        }
        self.files.insert(name.into_owned(), claim);
        Ok(())
    }

    /// A file and its folded name: whether its folder is there, written like this.
    fn knows_folder(&self, file: &str, name: &str) -> bool {
        let (Some((folder, _)), Some((name, _))) = (file.rsplit_once('/'), name.rsplit_once('/')) else {
            return false;
        };
        self.folders.get(name).is_some_and(|(written, _)| written == folder)
    }
}

/// What a file system may take for the same name.
fn folded(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        let has_capitals = name.bytes().any(|byte| byte.is_ascii_uppercase());
        return if has_capitals { name.to_ascii_lowercase().into() } else { name.into() };
    }
    composed(name).to_lowercase().into()
}

/// The file at an address, below the output folder.
fn file_of(address: &str) -> String {
    let path = address.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// The folders above a file, the outermost first.
fn folders_of(file: &str) -> impl Iterator<Item = &str> {
    file.match_indices('/').map(|(at, _)| &file[..at])
}

/// Tells every second claim. Of two that are in each other's way the first stays: nobody could write both.
pub(super) fn check(model: &Model, site: &Site, routes: &mut Routes, diagnostics: &mut Diagnostics) {
    let lost = lost(model, site, routes, diagnostics);
    second_sections(model, diagnostics);
    if lost.is_empty() {
        return;
    }
    let mut n = 0;
    routes.retain(|_| {
        n += 1;
        !lost.contains(&(n - 1))
    });
    let redirects = Arc::unwrap_or_clone(std::mem::take(&mut routes.redirects));
    let is_free =
        |from: &str| matches!(routes.at(from).map(|route| &route.shape), Some(Shape::Redirect { .. }));
    let redirects = redirects.into_iter().filter(|(from, _)| is_free(from)).collect();
    routes.redirects = Arc::new(redirects);
}

/// The numbers of the routes whose address is taken.
fn lost(model: &Model, site: &Site, routes: &Routes, diagnostics: &mut Diagnostics) -> HashSet<usize> {
    let claims = claims(model, site, routes);
    let mut taken = Taken::new(&claims);
    let mut lost = HashSet::new();
    for (n, claim) in claims.iter().enumerate() {
        let file = file_of(&claim.address);
        if claim.kind == Kind::File && !is_safe(&file) {
            let told = ADDRESS_TAKEN.variant("address-taken--name", claim.place.clone());
            diagnostics.push(told_of(told, claim));
        } else if let Err((first, clash)) = taken.take(&file, n) {
            diagnostics.push(tell(first, claim, clash));
            lost.extend(claim.route);
        }
    }
    lost
}

/// Two contents that describe one section: the first has its page, so no second route tells of the other.
fn second_sections(model: &Model, diagnostics: &mut Diagnostics) {
    for (id, content) in model.contents() {
        let Some(address) = content.address.as_deref().filter(|_| content.type_name == "sezione") else {
            continue;
        };
        let first = model.section_at(address).and_then(|section| model.section(section).content);
        if let Some(first) = first.filter(|first| *first != id) {
            let claim = |id| Claim {
                address: address.into(),
                place: model.main_version(id).head.into(),
                kind: Kind::Page,
                source: Origin::Content(&model.main_version(id).path),
                route: None,
            };
            diagnostics.push(second_of(&claim(first), &claim(id), "address-taken"));
        }
    }
}

/// What the program writes, then pages, then files, then aliases: an alias never wins over something that is there.
fn claims<'a>(model: &'a Model, site: &'a Site, routes: &'a Routes) -> Vec<Claim<'a>> {
    let mut claims: Vec<Claim<'_>> = made(site).collect();
    let mut aliases = Vec::new();
    let written = written_aliases(model);
    for (n, route) in routes.iter().enumerate() {
        let (from, place) = match &route.shape {
            Shape::Redirect { to } => {
                let known = written.get(route.url.trim_end_matches('/')).into_iter().flatten();
                let own =
                    known.into_iter().find(|(id, _)| model.address(*id).as_deref() == Some(to.as_str()));
                (own.map(|(id, _)| model.entry(*id)), own.map(|(_, span)| *span))
            }
            _ => {
                let owner = owner(model, route);
                (owner, owner.map(|entry| entry.head))
            }
        };
        let (kind, list) = match &route.shape {
            Shape::Redirect { .. } => (Kind::Alias, &mut aliases),
            _ => (if from.is_some() { Kind::Page } else { Kind::Made }, &mut claims),
        };
        let place = place.map_or_else(|| site.config_file.into(), Place::from);
        let source = from.map_or(Origin::Program, |entry| Origin::Content(&entry.path));
        list.push(Claim { address: route.url.as_str().into(), place, kind, source, route: Some(n) });
    }
    let of_contents = model.used_attachments().chain(model.albo.files(model.today));
    claims.extend(of_contents.map(|(id, address)| Claim {
        address: address.into(),
        place: attachment_place(model, id),
        kind: Kind::File,
        source: Origin::Content(&model.attachment(id).path),
        route: None,
    }));
    claims.extend(site.statics.iter().map(|file| Claim {
        address: format!("/{}", file.path).into(),
        place: file.file.into(),
        kind: Kind::File,
        source: Origin::Static(&file.path),
        route: None,
    }));
    claims.extend(aliases);
    claims
}

/// The files that are no routes: the manifest, the theme's files in their folder, the index of the search.
fn made(site: &Site) -> impl Iterator<Item = Claim<'static>> + use<> {
    let index = format!("{SEARCH_FOLDER}pagefind.js");
    let index = site.config.ricerca.attiva.then_some(index);
    let theme = format!("{THEME_FOLDER}{MARK_OF_THE_THEME}");
    let addresses = ["/.arengo-manifest.json".to_owned(), theme].into_iter().chain(index);
    let place: Place = site.config_file.into();
    addresses.map(move |address| Claim {
        address: address.into(),
        place: place.clone(),
        kind: Kind::Made,
        source: Origin::Program,
        route: None,
    })
}

/// Where aliases are written, by what they say.
fn written_aliases(model: &Model) -> HashMap<&str, Vec<(EntryId, Span)>> {
    let mut written: HashMap<&str, Vec<(EntryId, Span)>> = HashMap::new();
    for (id, entry) in model.entries() {
        for item in entry.items("alias") {
            if let Val::Text(text) = &item.value {
                written.entry(text.trim_end_matches('/')).or_default().push((id, item.span));
            }
        }
    }
    written
}

fn tell(first: &Claim<'_>, second: &Claim<'_>, clash: Clash) -> Diagnostic {
    let are_pages = first.kind != Kind::File && second.kind != Kind::File;
    let words = match (second.kind, clash) {
        (Kind::File, Clash::Same) if first.kind == Kind::Made => "address-taken--made",
        (Kind::Alias, Clash::Same | Clash::Case) => "address-taken--alias",
        (_, Clash::Within) => "address-taken--within",
        (_, Clash::Case) if composed(&first.address) == composed(&second.address) => "address-taken--accents",
        (_, Clash::Case) if are_pages => "address-taken--case",
        (_, Clash::Case) => "address-taken--file-case",
        (Kind::File, Clash::Same) => "address-taken--file",
        (_, Clash::Same) => "address-taken",
    };
    second_of(first, second, words)
}

fn second_of(first: &Claim<'_>, second: &Claim<'_>, words: &'static str) -> Diagnostic {
    let diagnostic = told_of(ADDRESS_TAKEN.variant(words, second.place.clone()), second)
        .with("other", &*first.address)
        .with("other_source", first.source.shown());
    if first.kind == Kind::Made {
        // What nobody wrote stands nowhere.
        return diagnostic;
    }
    let other = first.place.span().unwrap_or(Span { file: first.place.file, start: 0, end: 0 });
    diagnostic.related(other, "ui-address-here")
}

fn told_of(diagnostic: Diagnostic, claim: &Claim<'_>) -> Diagnostic {
    diagnostic.with("address", &*claim.address).with("source", claim.source.shown())
}
