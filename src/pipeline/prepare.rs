//! From a site that was read to one in which any page can be made: what `build`, `check` and the preview share.

use std::collections::{BTreeMap, HashSet};

use super::{Clock, Line};
use crate::{
    assets::Assets,
    diagnostic::Diagnostic,
    links::Addresses,
    load::Site,
    model,
    render::{Renderer, View, ViewParts},
    route::{self, Surroundings},
    source::Sources,
    validate::{self, Validated},
};

/// A site of which any page can be made, and what was found on the way there.
pub struct Prepared {
    /// Its schemas have moved into the view.
    pub site: Site,
    pub assets: Assets,
    /// None: the templates cannot be used.
    pub renderer: Option<Renderer>,
    /// Everything a link of this site may lead to.
    pub addresses: Addresses,
    /// Addresses of contents, for the manifest.
    pub contents: BTreeMap<String, String>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Prepared {
    /// The stages from `validate` to the loading of templates; `told` is what was found before.
    pub(super) fn new(
        site: Site,
        sources: &Sources,
        assets: Assets,
        previous: Option<&BTreeMap<String, String>>,
        mut told: Vec<Diagnostic>,
        clock: &mut Clock,
    ) -> Self {
        let validated = validate::run(&site, sources).unpack(&mut told);
        clock.lap("validate");
        Self::of_entries(validated, site, sources, assets, previous, told, clock)
    }

    /// The stages after `validate`.
    fn of_entries(
        validated: Validated,
        mut site: Site,
        sources: &Sources,
        assets: Assets,
        previous: Option<&BTreeMap<String, String>>,
        mut diagnostics: Vec<Diagnostic>,
        clock: &mut Clock,
    ) -> Self {
        let model = model::run(validated, &site).unpack(&mut diagnostics);
        clock.lap("model");
        let routes = route::run(&model, &site, &Surroundings { previous }).unpack(&mut diagnostics);
        let contents = route::addresses(&model);
        clock.lap("route");
        let parts = ViewParts {
            model,
            routes,
            config: site.config.clone(),
            schemas: std::mem::take(&mut site.schemas),
            assets: assets.addresses(),
        };
        let view = View::new(parts, &site.theme, sources).unpack(&mut diagnostics);
        let addresses = addresses(&site, &view, &assets);
        let renderer = Renderer::new(view, &site.theme, sources).unpack(&mut diagnostics);
        clock.lap("templates");
        Self { site, assets, renderer, addresses, contents, diagnostics }
    }

    /// What makes the pages; none when the templates cannot be used.
    pub fn line(&self) -> Option<Line<'_>> {
        let broken: HashSet<_> =
            self.diagnostics.iter().filter(|told| told.is_error()).map(|told| told.place.file).collect();
        let renderer = self.renderer.as_ref()?;
        Some(Line { renderer, addresses: &self.addresses, fallback: self.site.config_file, broken })
    }
}

/// Everything a link of this site may lead to.
fn addresses(site: &Site, view: &View, assets: &Assets) -> Addresses {
    let routes = view.routes().iter().map(|route| route.url.clone());
    let attachments = view.model().used_attachments().map(|(_, address)| address.to_owned());
    let statics = site.statics.iter().map(|file| format!("/{}", file.path));
    let assets = assets.addresses().into_values();
    Addresses::new(view.config(), routes.chain(attachments).chain(statics).chain(assets))
}
