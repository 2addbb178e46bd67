//! Addresses at which nothing stands today although something did or will, and those of acts, which all go one day.
//!
//! A link to such an address is no mistake that may stop publishing: what must go would then stay online. So it is
//! treated like a link to the file: told, and left out.

use std::{collections::HashMap, sync::Arc};

use super::{Absence, Model, PathTarget, address, attachments, contents, references};
use crate::{
    load::Site,
    slug::percent_decoded,
    validate::{Entry, Val},
};

/// What is known of such addresses, from the site's root.
#[derive(Debug, Clone, Default)]
pub(super) struct Gone {
    known: HashMap<String, PathTarget>,
    /// The portal's whole address, for links that write it out.
    own: String,
}

impl Gone {
    /// What a link leads to that names an address, if that is gone or will be.
    pub(super) fn at(&self, written: &str) -> Option<&PathTarget> {
        let path = written.strip_prefix(&self.own).filter(|_| !self.own.is_empty()).unwrap_or(written);
        // Most of what is written is relative to its file.
        let path = Some(path).filter(|path| path.starts_with('/'))?;
        let path = path.split(['#', '?']).next()?;
        let path = percent_decoded(path);
        let known = |path: &str| self.known.get(path);
        known(&path).or_else(|| known(&format!("{path}/"))).or_else(|| {
            // A file of the page: `index.html`, a document of an act.
            let (folder, _) = path.rsplit_once('/')?;
            known(&format!("{folder}/"))
        })
    }

    pub(super) fn addresses(&self) -> impl Iterator<Item = &str> {
        self.known.keys().map(String::as_str)
    }
}

/// Looks at everything that is written and not shown on the day, and at the register of the albo.
pub(super) fn collect(model: &Model, site: &Site, plan: &super::transparency::Plan) -> Gone {
    let mut known = HashMap::new();
    for entry in &model.hidden {
        let Some(absence) = contents::absence(entry, site, plan) else { continue };
        // What stands on the albo alone has no page of its own to go.
        if absence == Absence::OnlyAlbo {
            continue;
        }
        let mut add = |address: String| {
            known.entry(address).or_insert_with(|| PathTarget::Absent(absence.clone()));
        };
        if let Some(address) = own_address(entry, model, site) {
            add(model.in_language(&address, &entry.lang));
        }
        for id in attachments::of_hidden(model, entry) {
            add(model.attachment_address(id).to_owned());
        }
        aliases(entry).for_each(&mut add);
    }
    if !known.is_empty() {
        for (id, entry) in model.entries() {
            for address in model.address(id).into_iter().chain(aliases(entry)) {
                known.remove(&address);
            }
        }
    }
    known.retain(|address, _| model.section_at(address).is_none() && !model.is_topic(address));
    for act in model.albo.acts() {
        let target = PathTarget::Act { from: act.from, until: act.until };
        known.insert(act.address(), target.clone());
        for document in &act.documents {
            if let super::albo::DocumentTarget::File(_, address) = &document.target {
                known.insert(address.clone(), target.clone());
            }
        }
    }
    let own = site.config.indirizzo_web.trim_end_matches('/').to_owned();
    Gone { known, own }
}

/// The old addresses of a content, as they are published.
fn aliases(entry: &Entry) -> impl Iterator<Item = String> {
    entry.items("alias").iter().filter_map(|item| match &item.value {
        Val::Text(alias) if alias.ends_with(".html") => Some(alias.clone()),
        Val::Text(alias) => Some(format!("/{}/", alias.trim_matches('/'))),
        _ => None,
    })
}

/// Where a content would stand: what is hidden has no references resolved yet.
fn own_address(entry: &Arc<Entry>, model: &Model, site: &Site) -> Option<String> {
    let mut entry = Arc::clone(entry);
    references::resolve_one(&mut entry, model, &site.schemas, &mut Vec::new());
    address::place(&entry, model, site).map(|place| place.address)
}
