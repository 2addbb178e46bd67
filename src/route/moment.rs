//! The routes for a moment: those of contents that came or went, and of the lists they stand in.

use std::{collections::BTreeSet, sync::Arc};

use super::{Route, Routes, Shape, lists};
use crate::{
    config::Config,
    model::{Model, Moment, SectionId},
};

/// The routes of a moment's model. None: an address is taken, so the whole has to be looked at.
pub fn moment(before: &Routes, model: &Model, config: &Config, moment: &Moment) -> Option<Routes> {
    let mut routes = before.clone();
    for url in &moment.removed {
        routes.remove(url);
    }
    for id in &moment.added {
        let Some(url) = model.address(*id) else { continue };
        if routes.at(&url).is_some() {
            return None;
        }
        let lang = model.entry(*id).lang.clone();
        routes.add(Route { url, lang, shape: Shape::Content(*id) });
    }
    let mut lists = Routes::default();
    for section in upward(model, &moment.sections) {
        lists::section(model, config, section, &mut lists);
    }
    for topic in &moment.topics {
        lists::topic(model, config, *topic, &mut lists);
    }
    for route in lists.routes {
        routes.replace(route)?;
    }
    Some(routes)
}

/// Sections with all that stand above them: one may list what lies deeper.
fn upward(model: &Model, sections: &BTreeSet<SectionId>) -> BTreeSet<SectionId> {
    let above = |id: &SectionId| std::iter::successors(Some(*id), move |id| model.section(*id).parent);
    sections.iter().flat_map(above).collect()
}

impl Routes {
    fn remove(&mut self, url: &str) {
        let (Some(place), Some(number)) = (self.place_of(url), self.by_url.get(url).copied()) else { return };
        self.routes.remove(place);
        self.by_url.remove(url);
        self.gone.insert(number - place, number);
    }

    /// Puts a page of a list where it was; a further page is new. None: something else stands there.
    fn replace(&mut self, route: Arc<Route>) -> Option<()> {
        match self.place_of(&route.url) {
            None => self.add_shared(route),
            Some(n) => {
                let old = &mut self.routes[n];
                let is_same_kind = std::mem::discriminant(&old.shape) == std::mem::discriminant(&route.shape);
                *old = is_same_kind.then_some(route)?;
            }
        }
        Some(())
    }
}
