//! Old addresses (`alias`): a page that leads on, and a line for the web server.

use std::sync::Arc;

use super::{Diagnostics, Route, Routes, Shape};
use crate::{diagnostic::Severity, model::Model, rule::Meta, validate::Val};

/// An alias that is no address of this site.
pub static ALIAS: Meta = Meta::new("alias", Severity::Error);

pub(super) fn add(model: &Model, routes: &mut Routes, diagnostics: &mut Diagnostics) {
    for (id, entry) in model.entries() {
        let written = entry.items("alias");
        let to = if written.is_empty() { None } else { model.address(id) };
        let Some(to) = to else { continue };
        for item in written {
            let Val::Text(written) = &item.value else { continue };
            let Some(from) = tidy(written) else {
                let told = match meant(written) {
                    Some(meant) => ALIAS.variant("alias--path", item.span).with("meant", meant),
                    None => ALIAS.at(item.span),
                };
                diagnostics.push(told.with("alias", written));
                continue;
            };
            if from == to {
                diagnostics.push(ALIAS.variant("alias--itself", item.span).with("alias", written));
                continue;
            }
            Arc::make_mut(&mut routes.redirects).entry(from.clone()).or_insert_with(|| to.clone());
            routes.add(Route {
                url: from,
                lang: entry.lang.clone(),
                shape: Shape::Redirect { to: to.clone() },
            });
        }
    }
}

/// What is an address in it: without the site's name, `?` and what follows, spaces.
fn meant(written: &str) -> Option<String> {
    let path = written
        .split_once("://")
        .map_or(written, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let words: Vec<&str> = path.split_whitespace().collect();
    tidy(&format!("/{}", words.join("-").trim_start_matches('/')))
}

/// `/vecchio/indirizzo` or `/pagina.html`; nothing that leaves the site.
fn tidy(written: &str) -> Option<String> {
    let path = written.strip_prefix('/')?.trim_end_matches('/');
    let clean = !path.is_empty()
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
        && path.chars().all(|c| c.is_alphanumeric() || "/-_.~".contains(c));
    let is_file =
        path.rsplit('/').next().is_some_and(|name| name.ends_with(".html") || name.ends_with(".htm"));
    clean.then(|| if is_file { format!("/{path}") } else { format!("/{path}/") })
}
