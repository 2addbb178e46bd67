//! Which pages and files exist, and where: addresses, languages, lists page by page, redirects, feeds.
//! Everything is decided here before any page is made, so links, menus, sitemap and collisions are one computation.

mod albo;
mod calendars;
mod collisions;
mod data;
mod lists;
mod moment;
mod moved;
mod redirects;

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

pub use albo::{ALBO_FEED, ALBO_JSON, archive_url};
pub use calendars::{DEADLINES, calendar_url, deadlines, deadlines_url, events_url, own_dates};
pub use collisions::ADDRESS_TAKEN;
pub use data::{CATALOGUE, DataFormat, Graph, register_url, table_url};
pub use lists::page_url;
pub use moment::moment;
pub use moved::ADDRESS_MOVED;
pub use redirects::ALIAS;

use crate::{
    config::{Config, Server},
    diagnostic::Diagnostic,
    layered::Layered,
    load::Site,
    model::{AttachmentId, EntryId, Model, SectionId},
    rule::Meta,
    stage::Staged,
    tables::Tables,
    validate::{ContentId, Entry},
};

pub static RULES: &[&Meta] = &[&ADDRESS_MOVED, &ADDRESS_TAKEN, &ALIAS];

/// The content types with a feed: name, and the address of the section it belongs to.
pub const FEEDS: &[(&str, &str)] = &[
    ("notizia", "/novita/"),
    ("evento", "/vivere-il-comune/eventi/"),
    ("bando", "/amministrazione/documenti-e-dati/bandi/"),
];

/// Where the index of the search is published, beside the theme's files.
pub const SEARCH_FOLDER: &str = "/risorse/ricerca/";

/// A file of the portal.
#[derive(Debug, Clone)]
pub struct Route {
    /// From the site's root, without the base path: `/servizi/tari/`.
    pub url: String,
    pub lang: String,
    pub shape: Shape,
}

/// What the file is made of.
#[derive(Debug, Clone)]
pub enum Shape {
    Content(EntryId),
    /// A page of the list of a section.
    Section {
        section: SectionId,
        page: Page,
    },
    /// A page of the list of a topic, by its number.
    Topic {
        topic: usize,
        page: Page,
    },
    /// An old address.
    Redirect {
        to: String,
    },
    /// Atom, for contents of a type.
    Feed {
        content_type: String,
    },
    /// iCalendar.
    Calendar(Agenda),
    /// The albo pretorio.
    Albo(AlboFile),
    Sitemap,
    Robots,
    /// A table of a content, by its number, as data.
    Table {
        entry: EntryId,
        table: usize,
        format: DataFormat,
    },
    /// A list of the law, by its number, as data.
    Register {
        register: usize,
        format: DataFormat,
    },
    /// The catalogue of all data.
    Catalogue(Graph),
    /// Every file of data.
    DataSitemap,
    /// Redirects, headers and error page, as a web server wants them.
    ServerFile(Server, &'static str),
}

/// What there is of the albo pretorio. Acts are named by their number in the register's list.
#[derive(Debug, Clone)]
pub enum AlboFile {
    /// A page of the list of acts in force.
    List(ActPage),
    Act(usize),
    /// The years in the archive.
    Archive,
    /// A page of the archive of a year.
    ArchiveYear(i16, ActPage),
    /// Atom, for acts in force.
    Feed,
    /// The acts in force as data.
    Json,
}

/// A page of a list of acts, numbered from 1.
#[derive(Debug, Clone)]
pub struct ActPage {
    pub number: usize,
    pub of: usize,
    pub acts: Vec<usize>,
    /// On all pages together.
    pub total: usize,
}

/// What a calendar file holds.
#[derive(Debug, Clone, Copy)]
pub enum Agenda {
    /// The date of one content.
    Content(EntryId),
    Events,
    Deadlines,
}

/// A page of a list, numbered from 1, and the contents on it.
#[derive(Debug, Clone)]
pub struct Page {
    pub number: usize,
    pub of: usize,
    pub contents: Vec<ContentId>,
    /// On all pages together.
    pub total: usize,
}

/// Every file, by address, and where contents stand.
#[derive(Debug, Clone, Default)]
pub struct Routes {
    routes: Vec<Arc<Route>>,
    /// By address, the number a route was given when it was added.
    by_url: Layered<usize>,
    /// The numbers of those that went since, in order.
    gone: Vec<usize>,
    /// Old address → new address, both from the site's root.
    pub redirects: Arc<BTreeMap<String, String>>,
}

impl Route {
    /// Path of the file below the output folder.
    pub fn file(&self) -> String {
        let path = self.url.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    }

    /// Whether it is a page for people, to be audited.
    pub fn is_page(&self) -> bool {
        match &self.shape {
            Shape::Content(_) | Shape::Section { .. } | Shape::Topic { .. } | Shape::Redirect { .. } => true,
            Shape::Albo(file) => !matches!(file, AlboFile::Feed | AlboFile::Json),
            _ => false,
        }
    }
}

impl Routes {
    pub fn iter(&self) -> impl Iterator<Item = &Route> {
        self.routes.iter().map(|route| &**route)
    }

    pub fn as_slice(&self) -> &[Arc<Route>] {
        &self.routes
    }

    pub fn at(&self, url: &str) -> Option<&Route> {
        self.place_of(url).map(|n| &*self.routes[n])
    }

    fn place_of(&self, url: &str) -> Option<usize> {
        let number = *self.by_url.get(url)?;
        Some(number - self.gone.partition_point(|gone| *gone < number))
    }

    fn retain(&mut self, mut keep: impl FnMut(&Route) -> bool) {
        self.routes.retain(|route| keep(route));
        self.by_url = self.routes.iter().enumerate().map(|(n, route)| (route.url.clone(), n)).collect();
        self.gone.clear();
    }

    fn add(&mut self, route: Route) {
        self.add_shared(Arc::new(route));
    }

    fn add_shared(&mut self, route: Arc<Route>) {
        if self.by_url.get(&route.url).is_none() {
            self.by_url.insert(route.url.clone(), self.routes.len() + self.gone.len());
        }
        self.routes.push(route);
    }
}

/// What must be known beyond the model: addresses of files published as they are, and what was published before.
pub struct Surroundings<'a> {
    /// Addresses of the last published build, by content (`servizio/tari/it`).
    pub previous: Option<&'a BTreeMap<String, String>>,
}

/// Decides every file of the portal.
pub fn run(model: &Model, tables: &Tables, site: &Site, surroundings: &Surroundings<'_>) -> Staged<Routes> {
    let mut diagnostics = Vec::new();
    let mut routes = Routes::default();
    routes.by_url.reserve(model.content_numbers());
    contents(model, &mut routes);
    lists::sections(model, &site.config, &mut routes);
    lists::topics(model, &site.config, &mut routes);
    files(model, &site.config, &mut routes);
    calendars::add(model, &mut routes);
    data::add(model, tables, site, &mut routes);
    albo::add(model, &mut routes);
    redirects::add(model, &mut routes, &mut diagnostics);
    collisions::check(model, site, &mut routes, &mut diagnostics);
    if let Some(previous) = surroundings.previous {
        moved::check(model, &routes, previous, &mut diagnostics);
    }
    Staged::new(routes, diagnostics)
}

fn contents(model: &Model, routes: &mut Routes) {
    let of_topics: HashSet<ContentId> = model.topics().iter().filter_map(|topic| topic.content).collect();
    for (id, entry) in model.entries() {
        let of_list = entry.content_type.name == "sezione" || of_topics.contains(&model.content_of(id));
        if of_list {
            continue;
        }
        if let Some(url) = model.address(id) {
            routes.add(Route { url, lang: entry.lang.clone(), shape: Shape::Content(id) });
        }
    }
}

/// Addresses of contents for the manifest, so that the next build can tell what moved.
pub fn addresses(model: &Model) -> BTreeMap<String, String> {
    model.entries().filter_map(|(id, _)| Some((key(model, id), model.address(id)?))).collect()
}

fn key(model: &Model, id: EntryId) -> String {
    let entry = model.entry(id);
    format!("{}/{}/{}", entry.content_type.name, entry.id, entry.lang)
}

fn files(model: &Model, config: &Config, routes: &mut Routes) {
    let lang = &model.main_language;
    let mut add = |url: String, shape: Shape| routes.add(Route { url, lang: lang.clone(), shape });
    for (content_type, section) in FEEDS {
        let any = model.entries().any(|(_, entry)| entry.content_type.name == *content_type);
        if any && model.section_at(section).is_some() {
            add(format!("{section}feed.xml"), Shape::Feed { content_type: (*content_type).to_owned() });
        }
    }
    add("/sitemap.xml".to_owned(), Shape::Sitemap);
    add("/robots.txt".to_owned(), Shape::Robots);
    for server in &config.server {
        for name in server_files(*server) {
            add(format!("/{name}"), Shape::ServerFile(*server, name));
        }
    }
}

fn server_files(server: Server) -> &'static [&'static str] {
    match server {
        Server::Nginx => &["arengo.nginx.conf"],
        Server::Apache => &[".htaccess"],
        Server::Netlify => &["_redirects", "_headers"],
    }
}

/// The content that a route comes from; none: the program makes it by itself.
fn owner<'a>(model: &'a Model, route: &Route) -> Option<&'a Entry> {
    let content = match &route.shape {
        Shape::Content(id) | Shape::Table { entry: id, .. } => return Some(model.entry(*id)),
        Shape::Albo(AlboFile::Act(act)) => return Some(&model.albo.act(*act).entry),
        Shape::Section { section, .. } => {
            let section = model.section(*section);
            section.content.or_else(|| section.contents.first().copied())
        }
        Shape::Topic { topic, .. } => {
            let topic = &model.topics()[*topic];
            topic.content.or_else(|| topic.contents.first().copied())
        }
        _ => None,
    };
    content.map(|content| model.main_version(content))
}

/// An attachment's owner is itself.
fn attachment_place(model: &Model, id: AttachmentId) -> crate::diagnostic::Place {
    model.attachment(id).file.into()
}

type Diagnostics = Vec<Diagnostic>;
