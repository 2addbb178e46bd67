//! Amministrazione trasparente on every day: a site read once, its model made for any day.

use std::{collections::BTreeMap, path::Path};

use arengo::{
    load::{self, Request, Site},
    model::{self, Model},
    validate::{self, Validated},
};
use jiff::civil::Date;

/// A site that can be looked at on any day.
pub(crate) struct Days {
    site: Site,
    validated: Validated,
}

impl Days {
    pub(crate) fn read(root: &Path) -> Self {
        let today = "2026-11-26".parse().expect("a date");
        let request = Request { root: root.to_owned(), today, base_url: None, drafts: false };
        let loading = load::load(&request).expect("a site");
        let site = loading.site.expect("settings that can be read");
        let validated = validate::run(&site, &loading.sources).value;
        Self { site, validated }
    }

    pub(crate) fn on(&mut self, day: Date) -> Model {
        self.site.today = day;
        model::run(self.validated.clone(), &self.site).value
    }

    pub(crate) fn site(&self) -> &Site {
        &self.site
    }
}

/// Titles in the list of every obligation of a day, by the obligation's key.
pub(crate) fn lists(model: &Model, site: &Site) -> BTreeMap<String, Vec<String>> {
    let law = &site.schemas.transparency;
    let mut lists = BTreeMap::new();
    for duty in model.transparency.pages.iter().flat_map(|page| &page.duties) {
        let titles = duty.shown.iter().map(|shown| model.main_version(shown.content).title.clone()).collect();
        lists.insert(law.obligations[duty.obligation].key.clone(), titles);
    }
    lists
}
