//! Pages of the last build in the place of new ones, where they would come out the same.

use std::{
    cell::RefCell,
    path::{Path, PathBuf},
};

use super::{Line, Made, Order, rules};
use crate::{
    assets::Assets,
    cache::{Cache, Kept, Page, Texts, Today, Used},
    config::{Config, Places},
    diagnostic::Failure,
    hash::Hash,
    judge::Policy,
    load::Site,
    privacy::Privacy,
    render::Print,
    route::Route,
    source::Sources,
    stage::Staged,
    timings::Step,
    validate::{self, Validated},
    write::{Entry, Staging},
};

thread_local! {
    /// For the bytes of one page after the other.
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// The cache of a site, and what its pages are held against.
pub(super) struct Reuse<'a> {
    cache: Cache,
    today: Today<'a>,
}

impl<'a> Reuse<'a> {
    /// None: nobody asked for it, or nothing is published.
    pub(super) fn open(
        order: &Order,
        site: &Site,
        sources: &'a Sources,
        assets: &Assets,
        line: &'a Line<'a>,
        minify: bool,
        folder: &Path,
    ) -> Option<Self> {
        let program = order.switches.keep.filter(|_| order.publish)?()?;
        let config = format!("{:?}", of_pages(&site.config));
        let switches = [minify, line.is_searched, line.keeps_tests, line.audits].map(u8::from);
        let assets = format!("{:?}{:?}", assets.addresses(), assets.integrity());
        let given = [program.as_bytes().as_slice(), &switches, config.as_bytes(), assets.as_bytes()];
        let texts = sources.iter().filter(|(_, source)| is_no_content(&source.path));
        let texts = texts.flat_map(|(_, source)| [source.path.as_bytes(), source.text.as_bytes()]);
        let sheets = site.statics.iter().filter_map(|file| Some((file, file.css.as_ref()?)));
        let sheets = sheets.flat_map(|(file, css)| [file.path.as_bytes(), css.as_bytes()]);
        let circumstances = Hash::of_parts(given.into_iter().chain(texts).chain(sheets));
        let file = file(&folder.join("pagine"), site);
        let today = Today { view: line.view(), sources, addresses: line.addresses };
        Some(Self { cache: Cache::open(&file, &circumstances, &rules()), today })
    }

    /// Makes a page and puts it into its place, or takes the one of an earlier build.
    pub(super) fn publish(
        &self,
        line: &Line<'_>,
        route: &Route,
        minify: bool,
        staging: &Staging,
    ) -> Result<(Made, Option<Entry>), Failure> {
        let print = line.renderer.route_print(route);
        if let Some(taken) = self.take(route, print, staging)? {
            return Ok(taken);
        }
        let ((mut made, bytes), reads) = self.today.view.recording(|| line.publish(route, minify));
        let Some(bytes) = bytes else { return Ok((made, None)) };
        let hash = Hash::of(&bytes);
        if let Some(anchors) = &made.anchors {
            let (record, tested) = (made.record.as_ref(), made.tested.as_ref());
            let page = Page { bytes: &bytes, hash, diagnostics: &made.diagnostics, anchors, record, tested };
            self.cache.keep(&route.url, print, page, &reads, self.today);
        }
        let entry = made.steps.time(Step::Put, || staging.put_hashed(&route.file(), &bytes, hash))?;
        Ok((made, Some(entry)))
    }

    /// The page of an earlier build, if it would be made the same now. What the output holds already is not even read.
    fn take(
        &self,
        route: &Route,
        print: Print,
        staging: &Staging,
    ) -> Result<Option<(Made, Option<Entry>)>, Failure> {
        let Some(kept) = self.cache.take(&route.url, print, self.today) else { return Ok(None) };
        let Kept { file, diagnostics, anchors, record, tested } = kept;
        let mut made = Made { anchors: Some(anchors), diagnostics, record, tested, ..Made::default() };
        let path = route.file();
        let put = || match staging.keep(&path, file.hash, file.length)? {
            Some(entry) => Ok(Some(entry)),
            None => BUFFER.with_borrow_mut(|buffer| {
                let bytes = self.cache.read(&file, buffer);
                bytes.map(|bytes| staging.put_hashed(&path, bytes, file.hash)).transpose()
            }),
        };
        let entry = made.steps.time(Step::Put, put)?;
        Ok(entry.map(|entry| {
            self.cache.taken(&file);
            (made, Some(entry))
        }))
    }
}

/// Leaves what this build made and took for the next one.
pub(super) fn keep(reuse: Option<Reuse<'_>>, texts: Option<&Texts<'_>>, privacy: &Privacy) -> Option<Used> {
    let (used, texts) = rayon::join(
        || reuse.map(|reuse| reuse.cache.save()),
        || texts.map_or(0, |texts| texts.save(&privacy.clean())),
    );
    used.map(|used| Used { texts, ..used })
}

/// What is known of the texts of a site, which is what the program and the schemas make of them. None: nobody asked for it, or
/// nothing is published.
pub(super) fn texts<'a>(
    order: &Order,
    site: &Site,
    sources: &'a Sources,
    folder: &Path,
) -> Option<Texts<'a>> {
    let program = order.switches.keep.filter(|_| order.publish)?()?;
    let config = format!("{:?}", of_pages(&site.config));
    let schemas = sources.iter().filter(|(_, source)| source.path.starts_with("schemas/"));
    let schemas = schemas.flat_map(|(_, source)| [source.path.as_bytes(), source.text.as_bytes()]);
    let given = [program.as_bytes().as_slice(), config.as_bytes()];
    let circumstances = Hash::of_parts(given.into_iter().chain(schemas));
    Some(Texts::open(&file(&folder.join("testi"), site), circumstances, &rules(), sources))
}

/// Understands every content; texts that are known are not read.
pub(super) fn validated(site: &Site, sources: &Sources, texts: Option<&Texts<'_>>) -> Staged<Validated> {
    match texts {
        Some(texts) => validate::run_with(site, sources, texts),
        None => validate::run(site, sources),
    }
}

/// The file of a site in a folder that several may share.
fn file(folder: &Path, site: &Site) -> PathBuf {
    let names = [&site.config.nome, site.config.codice_ipa.as_deref().unwrap_or_default()];
    folder.join(Hash::of_parts(names.map(str::as_bytes)).short()).with_extension("bin")
}

/// The settings without what is only about findings: which are accepted, and where in the file things stand.
fn of_pages(config: &Config) -> Config {
    Config { policy: Policy::default(), places: Places::default(), ..config.clone() }
}

/// What the theme and the schemas say, rather than the contents.
fn is_no_content(path: &str) -> bool {
    !["content/", "static/", "site.toml"].iter().any(|start| path.starts_with(start))
}
