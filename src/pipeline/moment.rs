//! A state for the moment: what an editor sees of a change until the site is put together again.

use std::sync::Arc;

use super::{Prepared, prepare::Ingredients};
use crate::{
    diagnostic::Diagnostic,
    model,
    render::{Renderer, View, ViewParts},
    route,
    stage::Staged,
    validate::Entry,
};

impl Ingredients<'_> {
    /// The state before with some contents, each with its path, put in the place of what they were. Nothing is judged:
    /// `diagnostics` is what was told of other contents before, and of these when they were read. None: too much would
    /// change.
    pub(super) fn moment(
        &self,
        before: &Prepared,
        changed: &[(String, Option<Arc<Entry>>)],
        mut diagnostics: Vec<Diagnostic>,
    ) -> Option<Prepared> {
        let view = before.renderer.as_ref()?.view();
        let (model, moment) = model::moment(view.model(), changed, self.site)?;
        // Somebody may have been waiting for what is new.
        let is_waiting = || before.diagnostics.iter().any(|told| told.rule == model::REFERENCE.id);
        if !moment.added.is_empty() && is_waiting() {
            return None;
        }
        let routes = route::moment(view.routes(), &model, &self.site.config, &moment)?;
        let parts = ViewParts {
            model,
            tables: view.shared_tables(),
            routes,
            config: Arc::clone(&self.site.config),
            schemas: Arc::clone(&self.site.schemas),
            assets: self.assets.addresses(),
            integrity: self.assets.integrity(),
        };
        let renderer: Staged<Option<Renderer>> = match self.renderer {
            Some(before) => before.after(before.view().after(parts), &self.site.theme).map(Some),
            None => {
                let view = View::new(parts, &self.site.theme, self.sources).unpack(&mut diagnostics);
                Renderer::new(view, &self.site.theme, self.sources)
            }
        };
        let renderer = renderer.unpack(&mut diagnostics);
        Some(Prepared {
            renderer,
            addresses: Arc::clone(&before.addresses),
            contents: Arc::clone(&before.contents),
            sheets: Arc::clone(&before.sheets),
            privacy: Arc::clone(&before.privacy),
            theme: Arc::clone(&self.site.theme),
            config_file: before.config_file,
            broken: diagnostics.iter().filter(|told| told.is_error()).map(|told| told.place.file).collect(),
            diagnostics,
        })
    }
}
