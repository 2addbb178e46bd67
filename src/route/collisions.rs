//! Two things at one address. File systems that ignore case make no difference between `A` and `a`, so neither do we.

use std::collections::HashMap;

use super::{Diagnostics, Routes, Shape, attachment_place, owner};
use crate::{
    diagnostic::{Place, Severity},
    load::Site,
    model::Model,
    rule::Meta,
    source::Span,
};

pub static ADDRESS_TAKEN: Meta = Meta::new("address-taken", Severity::Error);

/// Who wants an address.
struct Claim {
    address: String,
    place: Place,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Page,
    Alias,
    File,
}

/// Tells every second claim, and leaves out redirects that a page stands in the way of.
pub(super) fn check(model: &Model, site: &Site, routes: &mut Routes, diagnostics: &mut Diagnostics) {
    let mut taken: HashMap<String, Claim> = HashMap::new();
    for claim in claims(model, site, routes) {
        let folded = claim.address.trim_end_matches("index.html").to_lowercase();
        match taken.get(&folded) {
            Some(first) => diagnostics.push(tell(first, &claim)),
            None => {
                taken.insert(folded, claim);
            }
        }
    }
    let redirects = std::mem::take(&mut routes.redirects);
    let is_free =
        |from: &str| matches!(routes.at(from).map(|route| &route.shape), Some(Shape::Redirect { .. }));
    routes.redirects = redirects.into_iter().filter(|(from, _)| is_free(from)).collect();
}

/// Pages first, then files, then aliases: an alias never wins over something that is there.
fn claims(model: &Model, site: &Site, routes: &Routes) -> Vec<Claim> {
    let mut pages = Vec::new();
    let mut aliases = Vec::new();
    for route in routes.iter() {
        let claim = |kind, place| Claim { address: route.url.clone(), place, kind };
        match &route.shape {
            Shape::Redirect { to } => {
                aliases.push(claim(Kind::Alias, alias_place(model, &route.url, to, site)))
            }
            _ => pages.push(claim(Kind::Page, owner(model, route, site.config_file))),
        }
    }
    let attachments = model.used_attachments().map(|(id, address)| Claim {
        address: address.to_owned(),
        place: attachment_place(model, id),
        kind: Kind::File,
    });
    let statics = site.statics.iter().map(|file| Claim {
        address: format!("/{}", file.path),
        place: file.file.into(),
        kind: Kind::File,
    });
    pages.into_iter().chain(attachments).chain(statics).chain(aliases).collect()
}

fn alias_place(model: &Model, from: &str, to: &str, site: &Site) -> Place {
    let written =
        model.entries().filter(|(id, _)| model.address(*id).as_deref() == Some(to)).flat_map(|(_, entry)| {
            entry.items("alias").iter().filter(|item| match &item.value {
                crate::validate::Val::Text(text) => text.trim_end_matches('/') == from.trim_end_matches('/'),
                _ => false,
            })
        });
    written.map(|item| Place::from(item.span)).next().unwrap_or_else(|| site.config_file.into())
}

fn tell(first: &Claim, second: &Claim) -> crate::diagnostic::Diagnostic {
    let words = match (first.kind, second.kind) {
        (_, Kind::Alias) => "address-taken--alias",
        (_, Kind::File) => "address-taken--file",
        _ if first.address != second.address => "address-taken--case",
        _ => "address-taken",
    };
    let other = first.place.span().unwrap_or(Span { file: first.place.file, start: 0, end: 0 });
    ADDRESS_TAKEN
        .variant(words, second.place.clone())
        .with("address", &second.address)
        .with("other", &first.address)
        .related(other, "ui-address-here")
}
