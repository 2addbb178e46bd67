//! Two things at one address. File systems that ignore case make no difference between `A` and `a`, so neither do we.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::{Diagnostics, Routes, Shape, attachment_place, owner};
use crate::{
    diagnostic::{Diagnostic, Place, Severity},
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

/// Tells every second claim. Of two routes for one file the first stays: nobody could write both.
pub(super) fn check(model: &Model, site: &Site, routes: &mut Routes, diagnostics: &mut Diagnostics) {
    let mut taken: HashMap<String, Claim> = HashMap::new();
    for claim in claims(model, site, routes) {
        match taken.get(&folded(&claim.address)) {
            Some(first) => diagnostics.push(tell(first, &claim, site)),
            None => {
                taken.insert(folded(&claim.address), claim);
            }
        }
    }
    second_sections(model, diagnostics);
    let mut seen = HashSet::new();
    routes.retain(|route| seen.insert(folded(&route.url)));
    let redirects = Arc::unwrap_or_clone(std::mem::take(&mut routes.redirects));
    let is_free =
        |from: &str| matches!(routes.at(from).map(|route| &route.shape), Some(Shape::Redirect { .. }));
    let redirects = redirects.into_iter().filter(|(from, _)| is_free(from)).collect();
    routes.redirects = Arc::new(redirects);
}

fn folded(address: &str) -> String {
    address.trim_end_matches("index.html").to_lowercase()
}

/// Two contents that describe one section: the first has its page, so no second route tells of the other.
fn second_sections(model: &Model, diagnostics: &mut Diagnostics) {
    for (id, content) in model.contents() {
        let Some(address) = content.address.as_deref().filter(|_| content.type_name == "sezione") else {
            continue;
        };
        let first = model.section_at(address).and_then(|section| model.section(section).content);
        if let Some(first) = first.filter(|first| *first != id) {
            let claim = |id| Claim {
                address: address.to_owned(),
                place: model.main_version(id).head.into(),
                kind: Kind::Page,
            };
            diagnostics.push(second_of(&claim(first), &claim(id), "address-taken"));
        }
    }
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
    let on_the_albo = model.albo.files(model.today).map(|(id, address)| Claim {
        address: address.to_owned(),
        place: attachment_place(model, id),
        kind: Kind::File,
    });
    let statics = site.statics.iter().map(|file| Claim {
        address: format!("/{}", file.path),
        place: file.file.into(),
        kind: Kind::File,
    });
    pages.into_iter().chain(attachments).chain(on_the_albo).chain(statics).chain(aliases).collect()
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

fn tell(first: &Claim, second: &Claim, site: &Site) -> Diagnostic {
    // What no content owns (`/sitemap.xml`) is made by the program.
    if first.place.file == site.config_file && second.kind == Kind::File {
        let diagnostic = ADDRESS_TAKEN.variant("address-taken--made", second.place.clone());
        return diagnostic.with("address", &second.address);
    }
    let words = match second.kind {
        Kind::Alias => "address-taken--alias",
        _ if first.address.trim_end_matches("index.html")
            != second.address.trim_end_matches("index.html") =>
        {
            "address-taken--case"
        }
        Kind::File => "address-taken--file",
        Kind::Page => "address-taken",
    };
    second_of(first, second, words)
}

fn second_of(first: &Claim, second: &Claim, words: &'static str) -> Diagnostic {
    let other = first.place.span().unwrap_or(Span { file: first.place.file, start: 0, end: 0 });
    ADDRESS_TAKEN
        .variant(words, second.place.clone())
        .with("address", &second.address)
        .with("other", &first.address)
        .related(other, "ui-address-here")
}
