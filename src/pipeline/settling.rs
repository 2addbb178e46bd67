//! The site put together from what is known of its files: all that this takes is held here, so that another thread may do
//! it while the next changes are shown.

use std::{collections::BTreeMap, sync::Arc};

use rayon::prelude::*;

use super::{
    Clock, Prepared,
    prepare::{Ingredients, sheets},
    snapshot::Snapshot,
};
use crate::{
    assets::Assets,
    audit::Sheets,
    diagnostic::Diagnostic,
    load::Site,
    source::Sources,
    validate::{self, Outcome},
};

/// A site that is about to be put together.
pub struct Settling {
    pub(super) site: Arc<Site>,
    pub(super) sources: Sources,
    pub(super) assets: Arc<Assets>,
    /// None: the style sheets are to be read.
    pub(super) sheets: Option<Arc<Sheets>>,
    pub(super) published: Option<Arc<BTreeMap<String, String>>>,
    /// What each content came to, its texts perhaps unread.
    pub(super) outcomes: Vec<Outcome>,
    pub(super) told: Vec<Diagnostic>,
    /// The state before.
    pub(super) before: Arc<Snapshot>,
    /// Whether the templates of the state before are still those of the site.
    pub(super) keeps_templates: bool,
    /// False: for a first look, texts stay unread and nothing is judged.
    pub(super) reads_texts: bool,
    pub(super) number: u64,
}

/// A site that was put together.
pub struct Settled {
    pub(super) site: Arc<Site>,
    pub(super) sources: Sources,
    pub(super) assets: Arc<Assets>,
    pub(super) sheets: Arc<Sheets>,
    pub(super) prepared: Prepared,
    pub(super) number: u64,
    pub(super) is_settled: bool,
    /// How long each stage took.
    pub laps: Vec<(&'static str, std::time::Duration)>,
}

impl Settling {
    /// Goes through the stages after `validate`.
    pub fn run(self) -> Settled {
        let Self { site, sources, assets, sheets: known, published, outcomes, before, number, .. } = self;
        let mut clock = Clock::default();
        let mut diagnostics = self.told;
        if self.reads_texts {
            let of_texts = outcomes.par_iter().map(validate::of_texts);
            let of_texts: Vec<Vec<Diagnostic>> = of_texts.filter(|told| !told.is_empty()).collect();
            diagnostics.extend(of_texts.into_iter().flatten());
        }
        clock.lap("texts");
        let sheets = known.unwrap_or_else(|| Arc::new(sheets(&site, &assets)));
        clock.lap("sheets");
        let validated = validate::collect(outcomes, &site);
        let was = before.prepared.as_ref();
        let renderer = was.and_then(|prepared| prepared.renderer.as_ref());
        let ingredients = Ingredients {
            site: &site,
            sources: &sources,
            assets: &assets,
            sheets: &sheets,
            published: published.as_deref(),
            before: renderer.map(|renderer| renderer.view()),
            searched: was.map(|prepared| &*prepared.privacy),
            texts: None,
            renderer: renderer.filter(|_| self.keeps_templates),
            reads_texts: self.reads_texts,
        };
        let prepared = ingredients.prepare(validated, diagnostics, &mut clock);
        Settled {
            site,
            sources,
            assets,
            sheets,
            prepared,
            number,
            is_settled: self.reads_texts,
            laps: clock.laps,
        }
    }
}
