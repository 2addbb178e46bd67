//! The site at one moment, whole and unchanging: what the preview shows while the next state is being made.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;

use super::{Prepared, judged};
use crate::{
    assets::Assets,
    config::Config,
    diagnostic::{Diagnostic, Finding, fold},
    load::{Attachment, Site},
    source::Sources,
};

/// Everything that is needed to show any page of a site.
#[derive(Default)]
pub struct Snapshot {
    /// Counts the states of a site; the later one has the higher number.
    pub number: u64,
    /// False: made for the moment, with nothing judged; the site as it is follows.
    pub is_settled: bool,
    pub today: Date,
    pub drafts: bool,
    /// What findings quote: personal data that were found are covered.
    pub sources: Sources,
    /// None: `site.toml` or the schemas are too broken to go on.
    pub prepared: Option<Prepared>,
    pub config: Option<Arc<Config>>,
    pub assets: Arc<Assets>,
    /// Address → file of `static/`.
    pub statics: BTreeMap<String, Attachment>,
    /// What was found when nothing could be prepared.
    told: Vec<Diagnostic>,
}

impl Snapshot {
    pub(super) fn new(
        site: &Site,
        mut sources: Sources,
        prepared: Prepared,
        assets: &Arc<Assets>,
        before: &Self,
        is_settled: bool,
    ) -> Self {
        let quoted = prepared.diagnostics.iter().map(|told| told.place.file);
        prepared.privacy.cover_sources(&mut sources, quoted);
        let address = |file: &Attachment| (format!("/{}", file.path), file.clone());
        Self {
            number: before.number + 1,
            is_settled,
            today: site.today,
            drafts: site.drafts,
            sources,
            prepared: Some(prepared),
            config: Some(Arc::clone(&site.config)),
            assets: Arc::clone(assets),
            statics: site.statics.iter().map(address).collect(),
            told: Vec::new(),
        }
    }

    pub(super) fn unreadable(sources: Sources, told: Vec<Diagnostic>, before: &Self) -> Self {
        Self {
            number: before.number + 1,
            is_settled: true,
            today: before.today,
            drafts: before.drafts,
            sources,
            told,
            ..Self::default()
        }
    }

    /// Whether a page that asked the same would be made the same in both: of one theme and one set of settings.
    pub fn is_made_like(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (&self.prepared, &other.prepared) else { return false };
        let has_same_settings =
            matches!((&self.config, &other.config), (Some(one), Some(two)) if Arc::ptr_eq(one, two));
        has_same_settings
            && Arc::ptr_eq(&one.theme, &two.theme)
            && Arc::ptr_eq(&one.sheets, &two.sheets)
            && Arc::ptr_eq(&self.assets, &other.assets)
    }

    /// Whether the templates are the same in both.
    pub fn has_theme_of(&self, other: &Self) -> bool {
        matches!((&self.prepared, &other.prepared), (Some(one), Some(two)) if Arc::ptr_eq(&one.theme, &two.theme))
    }

    /// What was found before any page was made.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.prepared.as_ref().map_or(&self.told, |prepared| &prepared.diagnostics)
    }

    /// Findings as a build would tell them, from what the stages and the pages had to say.
    pub fn judge(&self, mut diagnostics: Vec<Diagnostic>) -> Vec<Finding> {
        if let Some(prepared) = &self.prepared {
            prepared.privacy.cover_words(&mut diagnostics);
        }
        match &self.config {
            Some(config) => judged(diagnostics, config, self.today, false, &self.sources).findings,
            None => fold(diagnostics, &self.sources),
        }
    }
}
