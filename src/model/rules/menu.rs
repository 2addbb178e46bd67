//! The menu of `site.toml` leads to sections that exist.

use super::{MENU, Model};
use crate::{diagnostic::Diagnostic, load::Site, suggest::closest};

pub(super) fn check(model: &Model, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let config = &site.config;
    let written = config.menu.iter().zip(&config.places.menu);
    for (address, place) in written.filter(|(address, _)| model.section_at(address).is_none()) {
        let sections = model.sections().map(|(_, section)| section.address.as_str());
        let diagnostic = match closest(address, sections) {
            Some(known) => MENU.at(*place).with("known", known),
            None => MENU.variant("menu-section--strange", *place),
        };
        diagnostics.push(diagnostic.with("address", address));
    }
}
