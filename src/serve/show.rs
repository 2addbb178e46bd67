//! The answer for an address, made from a state with the functions of a build.

use std::{path::PathBuf, sync::Arc};

use super::{
    RESERVED, files,
    html::{Text, encoded},
    hub::{Hub, Kept, State},
    patience::{self, Who},
    told,
};
use crate::{
    assets::Assets,
    diagnostic::Diagnostic,
    hash::Hash,
    l10n::Message,
    model::albo,
    pipeline::{Line, Snapshot},
    route::Route,
    write,
};

/// What stands at an address.
pub(super) struct Shown {
    pub status: u16,
    pub what: What,
    /// Another one means that there is something else to see.
    pub version: String,
}

pub(super) enum What {
    /// A page, without what the preview adds.
    Page(String),
    /// A file made by the program.
    Data(String, &'static str),
    /// A file of the site.
    File(PathBuf, &'static str),
    /// A file of the theme, by name.
    Asset(Arc<Assets>, String),
    /// Another address, of this server.
    Redirect(String),
}

/// The address of the page that answers to wrong addresses.
const NOT_FOUND: &str = "/404.html";

/// Where a redirect tells the page that it came from an old address.
pub(super) const CAME_FROM: &str = "arengo-da";

/// Makes the answer. `address` is decoded and stands below the base path.
pub(super) fn show(hub: &Hub, state: &State, address: &str) -> Shown {
    if let Some(page) = state.kept.get(address).and_then(|kept| last_good(hub, kept, address)) {
        return Shown::new(200, What::Page(page));
    }
    let snapshot = &state.snapshot;
    let Some(line) = snapshot.prepared.as_ref().and_then(|prepared| prepared.line()) else {
        return broken(hub, snapshot, snapshot.diagnostics());
    };
    let view = line.view();
    if let Some(route) = view.routes().at(address) {
        return page(hub, snapshot, &line, route, 200);
    }
    file(snapshot, address).unwrap_or_else(|| nowhere(hub, state, &line, address))
}

/// Files of `static/`, attachments in use and assets of the theme.
fn file(snapshot: &Snapshot, address: &str) -> Option<Shown> {
    if let Some(file) = snapshot.statics.get(address) {
        return Some(Shown::new(200, What::File(file.on_disk.clone(), files::content_type(address))));
    }
    let model = super::hub::model(snapshot)?;
    if address.starts_with("/allegati/") || address.starts_with(albo::ADDRESS) {
        let mut attached = model.used_attachments().chain(model.albo.files(model.today));
        let (id, _) = attached.find(|(_, known)| *known == address)?;
        let on_disk = model.attachment(id).on_disk.clone();
        return Some(Shown::new(200, What::File(on_disk, files::content_type(address))));
    }
    let assets = &snapshot.assets;
    let name = address.strip_prefix(&assets.folder).filter(|name| assets.files.contains_key(*name))?;
    Some(Shown::new(200, What::Asset(Arc::clone(assets), name.to_owned())))
}

/// An address at which nothing stands; perhaps something else was meant, or moved away.
fn nowhere(hub: &Hub, state: &State, line: &Line<'_>, address: &str) -> Shown {
    let routes = line.view().routes();
    let base = line.view().config().base_path();
    let redirect = |to: &str| Shown::new(302, What::Redirect(format!("{base}{}", encoded(to))));
    if let Some(new) = state.moved.get(address) {
        let to = format!("{base}{}?{CAME_FROM}={}", encoded(new), encoded(address));
        return Shown::new(302, What::Redirect(to));
    }
    let folder = address.strip_suffix("index.html").map(str::to_owned);
    let folder = folder.or_else(|| (!address.ends_with('/')).then(|| format!("{address}/")));
    if let Some(folder) = folder.filter(|folder| routes.at(folder).is_some()) {
        return redirect(&folder);
    }
    match routes.at(NOT_FOUND) {
        Some(route) => page(hub, &state.snapshot, line, route, 404),
        None => {
            let title = hub.l10n.word("serve-not-found");
            Shown::new(
                404,
                What::Page(document(hub, &title, &format!("<p><code>{}</code></p>", Text(address)))),
            )
        }
    }
}

fn page(hub: &Hub, snapshot: &Arc<Snapshot>, line: &Line<'_>, route: &Route, status: u16) -> Shown {
    match render(hub, snapshot, line, route) {
        Ok(text) if route.is_page() => Shown::new(status, What::Page(finished(&text))),
        Ok(text) => Shown::new(status, What::Data(text, files::content_type(&route.file()))),
        Err(diagnostic) => {
            // A content's own mistakes come first: the template may only miss what they left out.
            let content = line.content_of(route);
            let own = snapshot.diagnostics().iter().filter(|told| Some(told.place.file) == content);
            let mut told: Vec<Diagnostic> = own.filter(|told| told.is_error()).cloned().collect();
            told.push(*diagnostic);
            broken(hub, snapshot, &told)
        }
    }
}

/// The text of a page, or why there is none; also when it does not end.
fn render(
    hub: &Hub,
    snapshot: &Arc<Snapshot>,
    line: &Line<'_>,
    route: &Route,
) -> Result<String, Box<Diagnostic>> {
    patience::attempt(hub, (snapshot, line, route), Who::Visitor, |line, route| line.render(route))?
}

/// The page as a build would publish it before minifying.
pub(super) fn finished(text: &str) -> String {
    String::from_utf8_lossy(&write::finish_html(text, false)).into_owned()
}

fn last_good(hub: &Hub, kept: &Kept, address: &str) -> Option<String> {
    let line = kept.snapshot.prepared.as_ref()?.line()?;
    let route = line.view().routes().at(address)?;
    render(hub, &kept.snapshot, &line, route).ok().map(|text| finished(&text))
}

/// What stands in the way of a page, with the lines it is about.
fn broken(hub: &Hub, snapshot: &Snapshot, diagnostics: &[Diagnostic]) -> Shown {
    let errors: Vec<Diagnostic> = diagnostics.iter().filter(|told| told.is_error()).cloned().collect();
    let excerpts = told::excerpts(hub, snapshot, &errors);
    let list = told::list(hub, &snapshot.sources, &snapshot.judge(errors));
    let inner = format!(
        "<p>{}</p>{list}<pre tabindex=\"0\">{}</pre>",
        Text(&hub.l10n.word("serve-broken-help")),
        Text(&excerpts)
    );
    Shown::new(500, What::Page(document(hub, &hub.l10n.word("serve-broken"), &inner)))
}

/// A page of the preview's own.
pub(super) fn document(hub: &Hub, title: &str, inner: &str) -> String {
    let lang = hub.options.lang.code();
    let heading = Text(title);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{heading} · Arengo</title>\
         <link rel=\"icon\" href=\"data:,\">\
         <link rel=\"stylesheet\" href=\"{RESERVED}scrivania.css\"></head>\
         <body><main><h1>{heading}</h1>{inner}</main></body></html>\n"
    )
}

impl Shown {
    fn new(status: u16, what: What) -> Self {
        let version = match &what {
            What::Page(text) | What::Data(text, _) | What::Redirect(text) => {
                Hash::of(text.as_bytes()).short()
            }
            What::File(path, _) => Hash::of(path.to_string_lossy().as_bytes()).short(),
            What::Asset(_, name) => Hash::of(name.as_bytes()).short(),
        };
        Self { status, what, version: format!("{status}-{version}") }
    }
}

/// Adds the preview's script and style to a page.
pub(super) fn with_script(page: &str, address: &str, version: &str) -> String {
    let added = format!(
        "<link rel=\"stylesheet\" href=\"{RESERVED}pagina.css\"><script src=\"{RESERVED}pagina.js\" \
         data-pagina=\"{}\" data-versione=\"{version}\" defer></script>",
        Text(address)
    );
    // A page without a head is one that a template made so.
    let at = page.find("</head>").or_else(|| page.find("</body>")).unwrap_or(page.len());
    format!("{}{added}{}", &page[..at], &page[at..])
}

/// What failed outside of any file of the site.
pub(super) fn failure(hub: &Hub, state: &State) -> Option<String> {
    let left = match hub.patience.count() {
        0 => None,
        n => Some(Message::new("serve-left-behind").with("n", n)),
    };
    let messages: Vec<&Message> =
        state.failure.iter().map(|failure| &failure.message).chain(left.as_ref()).collect();
    let told: String = messages.into_iter().map(|message| banner(hub, message)).collect();
    (!told.is_empty()).then_some(told)
}

fn banner(hub: &Hub, message: &Message) -> String {
    let help = hub.l10n.help(message).unwrap_or_default();
    format!(
        "<div class=\"guasto\" role=\"alert\"><p><strong>{}</strong></p><p>{}</p></div>",
        Text(&hub.l10n.message(message)),
        Text(&help)
    )
}
