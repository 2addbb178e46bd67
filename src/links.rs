//! Links of finished pages, held against everything that is published: pages, files, and anchors on other pages.
//! Works on the same tree the auditor has judged, so no page is parsed twice.

use std::{
    borrow::{Borrow, Cow},
    collections::{HashMap, HashSet},
    sync::OnceLock,
};

use foldhash::fast::RandomState;
use memchr::memchr2;

use crate::{
    audit::{Document, NodeId},
    config::Config,
    diagnostic::{Diagnostic, Place, Seen, Severity},
    hash::Hash,
    rule::Meta,
    schema::ROOT,
    slug::percent_decoded,
    source::FileId,
};

/// A link of a page that leads nowhere.
pub static LINK_PAGE: Meta = Meta::new("link-page", Severity::Error);

pub static RULES: &[&Meta] = &[&LINK_PAGE];

/// Every address that will be online, from the site's root.
pub struct Addresses {
    /// Each with its [`short`] form, which every link to it needs.
    known: HashMap<String, Short, RandomState>,
    /// What is not there today but was or will be.
    gone: HashSet<String>,
    /// Each address, shortened, with whether it is online, when somebody needs them so.
    shortened: OnceLock<HashMap<Short, Standing, RandomState>>,
    base_path: String,
    absolute: String,
}

/// What stands at an address today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Nothing = 0,
    Online = 1,
    /// Something did or will.
    Gone = 2,
}

/// What must wait until all pages are there: anchors it has, and anchors it wants elsewhere.
#[derive(Debug)]
pub struct Anchors {
    pub url: String,
    pub(crate) ids: Shorts,
    pub(crate) wants: Vec<Wanted>,
    /// The addresses it leads to, shortened.
    pub(crate) leads: Shorts,
}

/// What stands for an anchor or an address: enough of a hash to tell those of one site apart, at a tenth of the memory.
pub(crate) type Short = [u8; 8];

/// A set of them, in their order.
#[derive(Debug, Default)]
pub(crate) struct Shorts(Box<[Short]>);

impl Shorts {
    fn contains(&self, one: Short) -> bool {
        self.0.binary_search(&one).is_ok()
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = Short> + '_ {
        self.0.iter().copied()
    }
}

impl FromIterator<Short> for Shorts {
    fn from_iter<T: IntoIterator<Item = Short>>(all: T) -> Self {
        let mut all: Vec<Short> = all.into_iter().collect();
        all.sort_unstable_by_key(|one| u64::from_be_bytes(*one));
        all.dedup();
        Self(all.into())
    }
}

impl Anchors {
    /// Whether a link of the page leads to this address.
    pub fn leads_to(&self, address: &str) -> bool {
        self.leads.contains(short(address))
    }
}

/// An anchor that a page wants on another one.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub url: String,
    pub anchor: String,
    pub place: Place,
}

impl Anchors {
    /// Whether a browser finds the anchor: as written, else percent-decoded (HTML, "find a potential indicated element").
    fn has(&self, anchor: &str) -> bool {
        self.ids.contains(short(anchor))
            || anchor.contains('%') && self.ids.contains(short(&percent_decoded(anchor)))
    }
}

impl Addresses {
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.known.keys().map(String::as_str)
    }

    /// What stands at an address of which only the short form is left.
    pub(crate) fn standing(&self, shortened: Short) -> Standing {
        let all = self.shortened.get_or_init(|| {
            let gone = self.gone.iter().map(|address| (short(address), Standing::Gone));
            gone.chain(self.known.values().map(|known| (*known, Standing::Online))).collect()
        });
        all.get(&shortened).copied().unwrap_or(Standing::Nothing)
    }

    /// Whether a link to an address at which nothing stands is no mistake that may stop publishing: what must go would stay
    /// online. Files of data go with their last row, and lists with their years.
    fn is_gone(&self, address: &str) -> bool {
        let is_data = address.ends_with(".csv") || address.ends_with(".json");
        let has_data = ["/dati/", &format!("/{ROOT}/")].iter().any(|folder| address.starts_with(folder));
        is_data && has_data || self.gone.contains(address)
    }

    /// `gone`: addresses of what is not there today but was or will be.
    pub fn new(
        config: &Config,
        addresses: impl IntoIterator<Item = String>,
        gone: impl IntoIterator<Item = String>,
    ) -> Self {
        Self {
            known: addresses
                .into_iter()
                .map(|address| {
                    let shortened = short(&address);
                    (address, shortened)
                })
                .collect(),
            gone: gone.into_iter().collect(),
            shortened: OnceLock::new(),
            base_path: config.base_path().to_owned(),
            absolute: config.indirizzo_web.trim_end_matches('/').to_owned(),
        }
    }

    /// The address on this site a link on the page `url` leads to, and its anchor; none when it leads elsewhere.
    fn resolve<'a>(&self, url: &'a str, link: &'a str) -> Option<(Cow<'a, str>, Option<&'a str>)> {
        let (path, anchor) = parted(link);
        if path.starts_with('/') && !path.starts_with("//") {
            // Outside the base path nothing is ours.
            return Some((path.strip_prefix(&self.base_path).unwrap_or(path).into(), anchor));
        }
        match path.strip_prefix(&self.absolute) {
            Some("") => return Some(("/".into(), anchor)),
            Some(rest) if rest.starts_with('/') => return Some((rest.into(), anchor)),
            _ => {}
        }
        if path.is_empty() {
            return Some((url.into(), anchor));
        }
        if path.starts_with("//") || !path.starts_with(['/', '.']) && path.contains(':') {
            return None;
        }
        Some((join(url, path).into(), anchor))
    }
}

/// Judges the links of one page; what concerns anchors of other pages comes back for [`across`].
pub fn page(
    document: &Document,
    url: &str,
    template: FileId,
    addresses: &Addresses,
    diagnostics: &mut Vec<Diagnostic>,
) -> Anchors {
    let ids: Shorts = document.ids().map(|(id, _)| short(id)).collect();
    let mut leads = Vec::new();
    let mut anchors = Anchors { url: url.to_owned(), ids, wants: Vec::new(), leads: Shorts::default() };
    for reference in document.references() {
        let Some((target, anchor)) = addresses.resolve(url, reference.url) else { continue };
        let target = decoded(target);
        let known = addresses.known.get(&*target).copied();
        leads.push(known.unwrap_or_else(|| short(&target)));
        if known.is_none() {
            let place = place(document, reference.node, url, template);
            // What must go on its day goes, whoever still leads to it.
            let diagnostic = match addresses.is_gone(&target) {
                true => LINK_PAGE.variant("link-page--gone", place).severity(Severity::Warning),
                false => LINK_PAGE.at(place),
            };
            diagnostics.push(diagnostic.with("address", &*target));
            continue;
        }
        let is_page = target.ends_with('/') || target.ends_with(".html");
        let Some(anchor) = anchor.filter(|anchor| is_page && *anchor != "top") else { continue };
        let is_here = target == url;
        if is_here && anchors.has(anchor) {
            continue;
        }
        let wanted = Wanted {
            anchor: anchor.to_owned(),
            place: place(document, reference.node, url, template),
            url: target.into_owned(),
        };
        if is_here {
            diagnostics.push(missing(&wanted));
        } else {
            anchors.wants.push(wanted);
        }
    }
    anchors.leads = leads.into_iter().collect();
    anchors
}

/// A link without what is asked of the page (`?…`), and its anchor.
fn parted(link: &str) -> (&str, Option<&str>) {
    let Some(end) = memchr2(b'#', b'?', link.as_bytes()) else { return (link, None) };
    let anchor = link[end..].split_once('#').map(|(_, anchor)| anchor);
    (&link[..end], anchor.filter(|anchor| !anchor.is_empty()))
}

/// Nearly every link is written plainly, and stays where it stands.
fn decoded(target: Cow<'_, str>) -> Cow<'_, str> {
    match target {
        Cow::Borrowed(target) => percent_decoded(target),
        Cow::Owned(target) => percent_decoded(&target).into_owned().into(),
    }
}

/// Judges the anchors pages want of each other.
pub fn across<A: Borrow<Anchors>>(pages: &[A]) -> Vec<Diagnostic> {
    let pages = || pages.iter().map(Borrow::borrow);
    let by_url: HashMap<&str, &Anchors> = pages().map(|page| (page.url.as_str(), page)).collect();
    let is_missing =
        |wanted: &&Wanted| by_url.get(wanted.url.as_str()).is_some_and(|page| !page.has(&wanted.anchor));
    pages().flat_map(|page| &page.wants).filter(is_missing).map(missing).collect()
}

fn missing(wanted: &Wanted) -> Diagnostic {
    LINK_PAGE
        .variant("link-page--anchor", wanted.place.clone())
        .with("address", &wanted.url)
        .with("anchor", &wanted.anchor)
}

fn place(document: &Document, node: NodeId, url: &str, template: FileId) -> Place {
    let place: Place = document.source(node).map_or_else(|| template.into(), Place::from);
    place.seen(Seen {
        page: url.to_owned(),
        selector: document.selector(node),
        html: document.start_tag_excerpt(node),
    })
}

fn short(anchor: &str) -> Short {
    Hash::of(anchor.as_bytes()).first_bytes()
}

/// A relative address, seen from a page.
fn join(url: &str, path: &str) -> String {
    let folder = &url[..url.rfind('/').map_or(0, |slash| slash + 1)];
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let joined = format!("/{}", parts.join("/"));
    if path.ends_with('/') && joined != "/" { format!("{joined}/") } else { joined }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(base_path: &str, link: &str, expected: Option<(&str, Option<&str>)>) {
        let addresses = Addresses {
            known: HashMap::default(),
            gone: HashSet::new(),
            shortened: OnceLock::new(),
            base_path: base_path.to_owned(),
            absolute: format!("https://h.example{base_path}"),
        };
        let found = addresses.resolve("/a/b/", link);
        let found = found.as_ref().map(|(target, anchor)| (&**target, *anchor));
        assert_eq!(found, expected, "{link}");
    }

    #[test]
    fn links_lead_where_browsers_go() {
        for (link, expected) in [
            ("#x", Some(("/a/b/", Some("x")))),
            ("#", Some(("/a/b/", None))),
            ("?q=1#x", Some(("/a/b/", Some("x")))),
            ("/c/?q=#x?", Some(("/c/", Some("x?")))),
            ("/c/#x#y", Some(("/c/", Some("x#y")))),
            ("c/d.html", Some(("/a/b/c/d.html", None))),
            ("../c/", Some(("/a/c/", None))),
            ("./x:y", Some(("/a/b/x:y", None))),
            ("https://h.example", Some(("/", None))),
            ("https://h.example/c/#x", Some(("/c/", Some("x")))),
            ("https://h.examples/c/", None),
            ("https://other.example/", None),
            ("//other.example/c/", None),
            ("mailto:a@b.example", None),
        ] {
            check("", link, expected);
        }
        check("/p", "/p/c/", Some(("/c/", None)));
        check("/p", "/q/", Some(("/q/", None)));
        check("/p", "https://h.example/p/c/", Some(("/c/", None)));
    }

    #[test]
    fn a_set_is_asked_for_what_was_put() {
        let shorts: Shorts = ["b", "a", "b"].into_iter().map(short).collect();
        assert_eq!(shorts.iter().len(), 2);
        assert!(shorts.contains(short("a")) && shorts.contains(short("b")) && !shorts.contains(short("c")));
    }
}
