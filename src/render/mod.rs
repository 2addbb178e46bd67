//! Templates and what they may ask: a route becomes a page.
//!
//! 1. `templates` loads the theme into Tera, marks every start tag with its place, and finds what is broken.
//! 2. `view` is the only door from a template to the model; `functions` are its handles.
//! 3. `page` makes the variables of one page, `values` turns contents into what templates see.
//! 4. `data` makes the files that are not pages: feeds, sitemap, files for web servers.

mod about;
mod albo;
mod budget;
mod counted;
mod data;
mod dates;
mod days;
mod error;
mod filters;
mod functions;
mod marks;
mod page;
mod reads;
mod resolver;
mod seats;
mod sections;
mod tables;
mod templates;
mod transparency;
mod values;
mod view;
mod words;

use std::sync::Arc;

pub use about::About;
pub use days::next_change;
pub use error::TEMPLATE;
pub use reads::{Askers, Print, Read, Reads};
pub use seats::{Busy, Excess};
pub use view::{View, ViewParts};

use reads::Question;

use crate::{
    diagnostic::Diagnostic,
    load::Theme,
    model::transparency::{Indexing, of_content, of_section},
    route::{AlboFile, Route, Shape},
    rule::Meta,
    source::{FileId, Sources},
    stage::Staged,
    suggest::closest,
};

pub static RULES: &[&Meta] = &[&TEMPLATE];

/// A theme ready to render the pages of one view.
pub struct Renderer {
    view: Arc<View>,
    templates: templates::Templates,
}

/// The templates of a theme, read.
pub struct Parsed(Staged<Option<templates::Templates>>);

impl Renderer {
    /// Reads the templates of a theme, which takes no site.
    pub fn parse(theme: &Theme, sources: &Sources) -> Parsed {
        Parsed(templates::load(theme, sources))
    }

    /// Reads the templates, for a site. Without a value they cannot be used at all.
    pub fn new(view: View, theme: &Theme, sources: &Sources) -> Staged<Option<Self>> {
        Self::with(view, theme, Self::parse(theme, sources))
    }

    /// [`Self::new`], with templates that were read.
    pub fn with(view: View, theme: &Theme, Parsed(mut templates): Parsed) -> Staged<Option<Self>> {
        let view = Arc::new(view);
        templates.diagnostics.extend(unknown_models(&view, theme));
        let fixed = templates.value.as_ref().map(|templates| fix(&view, templates));
        let (is_fixed, told) = fixed.map_or((false, Vec::new()), |fixed| (fixed.value, fixed.diagnostics));
        templates.diagnostics.extend(told);
        templates.map(|templates| templates.filter(|_| is_fixed).map(|templates| Self { view, templates }))
    }

    /// The same templates for the view after a change in the contents.
    pub fn after(&self, view: View, theme: &Theme) -> Staged<Self> {
        let view = Arc::new(view);
        let templates = self.templates.clone();
        let mut diagnostics = unknown_models(&view, theme);
        fix(&view, &templates).unpack(&mut diagnostics);
        Staged::new(Self { view, templates }, diagnostics)
    }

    /// The bytes of a route. HTML still carries the marks of its sources.
    pub fn render(&self, route: &Route) -> Result<String, Box<Diagnostic>> {
        match &route.shape {
            Shape::Redirect { to } => Ok(data::redirect_page(&self.view, to, &route.lang)),
            Shape::Feed { content_type } => Ok(data::feed(&self.view, route, content_type)),
            Shape::Calendar(agenda) => Ok(data::calendar(&self.view, route, *agenda)),
            Shape::Table { entry, table, format } => Ok(data::table(&self.view, *entry, *table, *format)),
            Shape::Register { register, format } => Ok(data::register(&self.view, *register, *format)),
            Shape::Catalogue(graph) => Ok(data::catalogue(&self.view, *graph)),
            Shape::DataSitemap => Ok(data::data_sitemap(&self.view)),
            Shape::Albo(AlboFile::Feed) => Ok(data::albo_feed(&self.view, route)),
            Shape::Albo(AlboFile::Json) => Ok(data::albo_json(&self.view)),
            Shape::Sitemap => Ok(data::sitemap(&self.view)),
            Shape::Robots => Ok(data::robots(&self.view)),
            Shape::ServerFile(server, name) => Ok(data::server_file(&self.view, *server, name)),
            Shape::Content(_) | Shape::Section { .. } | Shape::Topic { .. } | Shape::Albo(_) => {
                let templates = page::templates(&self.view, route);
                let variables = page::variables(&self.view, route);
                self.templates.render(&self.view, &templates, variables, &route.lang, &route.url)
            }
        }
    }

    /// The file of the content a route shows.
    pub fn content_of(&self, route: &Route) -> Option<FileId> {
        match &route.shape {
            Shape::Content(id) => Some(self.view.model().entry(*id).file),
            Shape::Albo(AlboFile::Act(act)) => Some(self.view.model().albo.act(*act).entry.file),
            _ => None,
        }
    }

    /// The file of the template a route takes.
    pub fn template_of(&self, route: &Route) -> Option<FileId> {
        self.templates.file(&page::templates(&self.view, route))
    }

    /// What the law wants of a page towards search engines.
    pub fn indexing(&self, route: &Route) -> Indexing {
        match &route.shape {
            Shape::Content(id) => of_content(self.view.asking(|| Question::About(*id)), *id),
            Shape::Section { section, .. } => {
                of_section(self.view.asking(|| Question::Section(*section)), *section)
            }
            Shape::Albo(_) => Indexing::Never,
            _ => Indexing::Free,
        }
    }

    pub fn view(&self) -> &View {
        &self.view
    }

    /// The fingerprint of what a route is: two routes with the same one differ only in what their pages ask.
    pub fn route_print(&self, route: &Route) -> Print {
        reads::of_route(&self.view, route)
    }
}

/// Makes the parts that are the same on every page. False: one cannot be made.
fn fix(view: &Arc<View>, templates: &templates::Templates) -> Staged<bool> {
    templates.fixed(view, &view.config.lingue).map(|parts| parts.map(|parts| view.fix(parts)).is_some())
}

/// Contents that choose a template (`modello`) the theme has not got.
fn unknown_models(view: &View, theme: &Theme) -> Vec<Diagnostic> {
    let known: Vec<&str> = theme
        .templates
        .keys()
        .filter_map(|name| name.strip_prefix("modelli/")?.strip_suffix(".html"))
        .collect();
    let chosen = view.model.with_own_page().filter_map(|entry| {
        let name = entry.text("modello").filter(|name| !known.contains(name))?;
        Some((name, entry.field("modello")?.span))
    });
    chosen
        .map(|(name, place)| {
            let similar = closest(name, known.iter().copied()).unwrap_or("none");
            TEMPLATE.variant("template--model", place).with("name", name).with("known", similar)
        })
        .collect()
}
