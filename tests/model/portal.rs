//! The example portal, built once, as the validator finds its way through it: by `data-element` hooks alone.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use arengo::{
    audit::dom::{Document, NodeId},
    load::Request,
    pipeline::{self, Order},
};

use crate::support::below;

/// The host the example is published at.
pub(crate) const HOST: &str = "https://comune.borgoalvese.example";

/// Built pages by address, and the style sheets.
pub(crate) struct Portal {
    pub pages: BTreeMap<String, Page>,
    pub sheets: BTreeMap<String, String>,
    /// Feeds and calendars.
    pub files: BTreeMap<String, String>,
}

/// A page, and where it is.
pub(crate) struct Page {
    pub url: String,
    pub html: Document,
}

/// The example, built on first use.
pub(crate) fn example() -> &'static Portal {
    static PORTAL: OnceLock<Portal> = OnceLock::new();
    PORTAL.get_or_init(|| build(Path::new(env!("CARGO_MANIFEST_DIR")), None))
}

/// Builds a site and reads what was published. `cache` keeps what the theme takes from npm.
pub(crate) fn build(root: &Path, cache: Option<PathBuf>) -> Portal {
    let output = tempfile::tempdir().expect("a folder");
    let order = Order {
        request: Request {
            root: root.to_owned(),
            today: "2026-11-26".parse().expect("a date"),
            base_url: None,
            drafts: false,
        },
        output: output.path().join("public"),
        publish: true,
        search: None,
        minify: Some(true),
        strict: false,
        cache,
        switches: arengo::pipeline::Switches::default(),
        progress: Arc::new(|_| {}),
        watch: None,
    };
    let build = pipeline::run(&order).expect("a site");
    assert!(build.written.is_some(), "{:#?}", build.findings.first());
    let mut portal = Portal { pages: BTreeMap::new(), sheets: BTreeMap::new(), files: BTreeMap::new() };
    for path in below(&order.output) {
        let url = format!("/{}", path.strip_prefix(&order.output).expect("below").to_string_lossy());
        if url.ends_with(".css") {
            portal.sheets.insert(url, fs::read_to_string(&path).expect("text"));
        } else if url.ends_with(".xml") || url.ends_with(".ics") {
            portal.files.insert(url, fs::read_to_string(&path).expect("text"));
        } else if url.ends_with(".html") {
            let url = url.strip_suffix("index.html").map_or(url.clone(), str::to_owned);
            let html = Document::parse(&fs::read_to_string(&path).expect("text"));
            // Pages of old addresses only lead on.
            let leads_on = html.elements().any(|node| html.attr(node, "http-equiv") == Some("refresh"));
            if !leads_on {
                portal.pages.insert(url.clone(), Page { url, html });
            }
        }
    }
    portal
}

impl Portal {
    pub(crate) fn page(&self, url: &str) -> &Page {
        self.pages.get(url).unwrap_or_else(|| panic!("no page at {url}"))
    }

    pub(crate) fn home(&self) -> &Page {
        self.page("/")
    }

    /// The page behind the only element of `from` with a hook.
    pub(crate) fn follow(&self, from: &Page, hook: &str) -> &Page {
        self.page(from.href(from.one(hook)))
    }

    /// The services the validator finds on the page of services.
    pub(crate) fn services(&self) -> Vec<&Page> {
        let list = self.follow(self.home(), "all-services");
        let addresses: BTreeSet<&str> = list.all("service-link").map(|node| list.href(node)).collect();
        addresses.into_iter().map(|url| self.page(url)).collect()
    }

    /// Every page that exists in Italian: the texts of the model are Italian.
    pub(crate) fn italian(&self) -> impl Iterator<Item = &Page> {
        self.pages.values().filter(|page| page.html.attr(page.html.html(), "lang") == Some("it"))
    }
}

impl Page {
    pub(crate) fn all<'a>(&'a self, hook: &'a str) -> impl Iterator<Item = NodeId> + 'a {
        self.html.elements().filter(move |node| self.html.attr(*node, "data-element") == Some(hook))
    }

    pub(crate) fn has(&self, hook: &str) -> bool {
        self.all(hook).next().is_some()
    }

    /// The only element with a hook.
    pub(crate) fn one(&self, hook: &str) -> NodeId {
        let found: Vec<NodeId> = self.all(hook).collect();
        assert_eq!(found.len(), 1, "{}: elements with {hook}", self.url);
        found[0]
    }

    /// Text without space around it, white space collapsed.
    pub(crate) fn text(&self, node: NodeId) -> String {
        self.html.text_content(node).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(crate) fn text_of(&self, hook: &str) -> String {
        self.text(self.one(hook))
    }

    /// Where a link leads, from the site's root. It must be a link, and stay on the host.
    pub(crate) fn href(&self, node: NodeId) -> &str {
        assert_eq!(self.html.tag(node), "a", "{}: {}", self.url, self.html.start_tag_excerpt(node));
        let href = self.html.attr(node, "href").unwrap_or_default();
        assert!(href.starts_with('/'), "{}: leads away to {href}", self.url);
        // The validator takes an address with one of these for another site.
        assert!(!href.contains("http") && !href.contains("www"), "{}: {href}", self.url);
        href
    }

    /// The elements with a tag.
    pub(crate) fn tagged<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = NodeId> + 'a {
        self.html.elements().filter(move |node| self.html.tag(*node) == tag)
    }

    /// The JSON of the scripts with structured data.
    pub(crate) fn data(&self) -> Vec<serde_json::Value> {
        self.tagged("script")
            .filter(|node| self.html.attr(*node, "type") == Some("application/ld+json"))
            .map(|node| {
                let text = self.html.text_content(node);
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}: {text}", self.url))
            })
            .collect()
    }
}
