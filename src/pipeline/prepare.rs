//! From a site that was read to one in which any page can be made: what `build`, `check` and the preview share.

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use super::{Clock, Line};
use crate::{
    assets::Assets,
    audit::Sheets,
    cache::Texts,
    diagnostic::Diagnostic,
    hash::{Hash, Last},
    links::Addresses,
    load::{Site, Theme},
    model::{self, Model},
    privacy::{self, Privacy, Scope},
    render::{Renderer, View, ViewParts},
    route::{self, Surroundings},
    source::{FileId, Sources},
    stage::Staged,
    tables,
    validate::{Entry, Validated},
};

/// A site of which any page can be made, and what was found on the way there.
pub struct Prepared {
    /// None: the templates cannot be used.
    pub renderer: Option<Renderer>,
    /// Everything a link of this site may lead to.
    pub addresses: Arc<Addresses>,
    /// Addresses of contents, for the manifest.
    pub contents: Arc<BTreeMap<String, String>>,
    /// Everything that was told so far.
    pub diagnostics: Vec<Diagnostic>,
    /// The style sheets of the portal.
    pub sheets: Arc<Sheets>,
    /// The personal data that were found.
    pub privacy: Arc<Privacy>,
    /// What the templates were loaded from.
    pub(super) theme: Arc<Theme>,
    /// `site.toml`.
    pub config_file: FileId,
    /// Files in which something stops publishing.
    pub(super) broken: HashSet<FileId>,
}

/// What the stages after `validate` work on.
pub(super) struct Ingredients<'a> {
    pub site: &'a Site,
    pub sources: &'a Sources,
    pub assets: &'a Assets,
    pub sheets: &'a Arc<Sheets>,
    /// Addresses of contents in what is online now.
    pub published: Option<&'a BTreeMap<String, String>>,
    /// The site before a change.
    pub before: Option<&'a View>,
    /// The personal data that were found before a change.
    pub searched: Option<&'a Privacy>,
    /// What is known of contents from an earlier build.
    pub texts: Option<&'a Texts<'a>>,
    /// The templates, if neither the theme nor the settings changed since they were loaded.
    pub renderer: Option<&'a Renderer>,
    /// False: for a first look, the texts of contents stay unread, and nothing is judged.
    pub reads_texts: bool,
}

impl<'a> Ingredients<'a> {
    /// A site of which nothing is known from before.
    pub(super) fn new(
        site: &'a Site,
        sources: &'a Sources,
        assets: &'a Assets,
        sheets: &'a Arc<Sheets>,
    ) -> Self {
        let (published, before, searched, texts, renderer) = (None, None, None, None, None);
        Self {
            site,
            sources,
            assets,
            sheets,
            published,
            before,
            searched,
            texts,
            renderer,
            reads_texts: true,
        }
    }

    /// The stages from `model` to the loading of templates; `diagnostics` is what was told before.
    pub(super) fn prepare(
        &self,
        validated: Validated,
        mut diagnostics: Vec<Diagnostic>,
        clock: &mut Clock,
    ) -> Prepared {
        let Self { site, sources, assets, sheets, published: previous, before, renderer, .. } = self;
        // Templates know no site: they are read beside it, by a thread that would wait.
        let (parsed, model) = rayon::join(
            || renderer.is_none().then(|| Renderer::parse(&site.theme, sources)),
            || match self.reads_texts {
                true => model::run_after(before.map(View::model), validated, site),
                false => model::first(validated, site),
            },
        );
        let mut model = model.unpack(&mut diagnostics);
        clock.lap("model");
        let tables = tables::run(&model, site, sources, before.map(View::tables)).unpack(&mut diagnostics);
        model.told_by_data = tables.renewed(site);
        diagnostics.extend(model::transparency::late(&model, site));
        clock.lap("tables");
        let privacy = self.privacy(&model);
        clock.lap("privacy");
        let surroundings = Surroundings { previous: *previous };
        let (routes, contents) =
            rayon::join(|| route::run(&model, &tables, site, &surroundings), || route::addresses(&model));
        let (routes, contents) = (routes.unpack(&mut diagnostics), Arc::new(contents));
        clock.lap("route");
        let parts = ViewParts {
            model,
            tables: Arc::new(tables),
            routes,
            config: Arc::clone(&site.config),
            schemas: Arc::clone(&site.schemas),
            assets: assets.addresses(),
            integrity: assets.integrity(),
        };
        let (renderer, addresses) = match (renderer, parsed) {
            (Some(before), _) => {
                let view = before.view().after(parts);
                let addresses = addresses(site, &view, assets);
                (before.after(view, &site.theme).map(Some), addresses)
            }
            (None, parsed) => {
                let view = View::new(parts, &site.theme, sources).unpack(&mut diagnostics);
                let addresses = addresses(site, &view, assets);
                let parsed = parsed.unwrap_or_else(|| Renderer::parse(&site.theme, sources));
                (Renderer::with(view, &site.theme, parsed), addresses)
            }
        };
        let renderer: Option<Renderer> = Staged::unpack(renderer, &mut diagnostics);
        clock.lap("templates");
        let broken = diagnostics.iter().filter(|told| told.is_error()).map(|told| told.place.file).collect();
        // A content that says too much is whole all the same: it breaks no page.
        let privacy = Arc::new(privacy.unpack(&mut diagnostics));
        let config_file = site.config_file;
        let (sheets, addresses) = (Arc::clone(sheets), Arc::new(addresses));
        let theme = Arc::clone(&site.theme);
        Prepared { renderer, addresses, contents, diagnostics, sheets, privacy, theme, config_file, broken }
    }

    fn privacy(&self, model: &Model) -> Staged<Privacy> {
        if !self.reads_texts {
            return Staged::new(Privacy::default(), Vec::new());
        }
        let is_clean =
            &|entry: &Entry, scope: &Scope| self.texts.is_some_and(|texts| texts.is_clean(entry, scope));
        let before = privacy::Before { site: self.searched, is_clean };
        privacy::run(model, &self.site.config, self.sources, before)
    }
}

impl Prepared {
    /// What makes the pages; none when the templates cannot be used.
    pub fn line(&self) -> Option<Line<'_>> {
        let renderer = self.renderer.as_ref()?;
        let Self { addresses, sheets, config_file, broken, .. } = self;
        Some(Line {
            renderer,
            addresses,
            sheets,
            fallback: *config_file,
            broken,
            is_searched: false,
            keeps_tests: false,
            audits: true,
        })
    }
}

/// [`sheets`], or those of the site before, if they are the same at the same addresses.
pub(super) fn shared_sheets(site: &Site, assets: &Assets, last: &Last<Sheets>) -> Arc<Sheets> {
    let own = site.statics.iter().filter_map(|file| Some((file, file.css.as_ref()?)));
    let own = own.flat_map(|(file, css)| [file.path.as_bytes(), css.as_bytes()]);
    // The folder is named after everything in it.
    let given = [site.config.base_path().as_bytes(), assets.folder.as_bytes()];
    let hash = Hash::of_parts(given.into_iter().chain(own));
    last.get(hash).unwrap_or_else(|| {
        let sheets = Arc::new(sheets(site, assets));
        last.put(hash, &sheets);
        sheets
    })
}

/// The style sheets that pages may link, read once: those of the theme and those of `static/`.
pub(super) fn sheets(site: &Site, assets: &Assets) -> Sheets {
    let mut sheets = Sheets::default();
    let base = site.config.base_path();
    let is_sheet = |name: &str| name.to_ascii_lowercase().ends_with(".css");
    for (name, address) in assets.addresses().into_iter().filter(|(name, _)| is_sheet(name)) {
        let css = String::from_utf8_lossy(&assets.files[&name]);
        sheets.add(&format!("{base}{address}"), &name, &css);
    }
    for file in &site.statics {
        if let Some(css) = &file.css {
            sheets.add(&format!("{base}/{}", file.path), &format!("static/{}", file.path), css);
        }
    }
    sheets
}

/// Everything a link of this site may lead to.
fn addresses(site: &Site, view: &View, assets: &Assets) -> Addresses {
    let routes = view.routes().iter().map(|route| route.url.clone());
    let attachments = view.model().used_attachments().map(|(_, address)| address.to_owned());
    let model = view.model();
    let on_the_albo = model.albo.files(model.today).map(|(_, address)| address.to_owned());
    let attachments = attachments.chain(on_the_albo);
    let statics = site.statics.iter().map(|file| format!("/{}", file.path));
    let assets = assets.addresses().into_values();
    let gone = model.gone().map(str::to_owned);
    Addresses::new(view.config(), routes.chain(attachments).chain(statics).chain(assets), gone)
}
