//! The menu of `site.toml` leads to sections that exist.

use super::{MENU, Model};
use crate::{config::Config, diagnostic::Diagnostic, suggest::closest};

pub(super) fn check(model: &Model, config: &Config, diagnostics: &mut Vec<Diagnostic>) {
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
