//! A portal that is served on this computer: its first page, then whatever its pages lead to, wave by wave.
//! Only this computer is asked, and never another, whatever a page or a redirect says.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    net::{SocketAddr, ToSocketAddrs},
    path::Path,
};

use rayon::prelude::*;
use url::{Host, Url};

use super::{Desk, Read, Target, Waiting, encoding, http, papers, seen};
use crate::{
    audit::Document,
    diagnostic::{Diagnostic, Failure},
    documents::{self, pdf::Opened},
};

/// More pages than any portal of a Comune serves for a test; calendars have no end.
const MOST_PAGES: usize = 20_000;
const REDIRECTS: usize = 5;
/// Pages that are held in memory at once, until the sheets they link are there.
const TOGETHER: usize = 100;
/// Documents that are opened.
const MOST_PAPERS: usize = 2_000;
/// Elements whose address is a page.
const LEADS: &[&str] = &["a", "area", "frame", "iframe"];
/// Others whose address may be that of a document.
const SHOWS: &[&str] = &["embed", "object"];

/// An address on this computer.
#[derive(Clone, Debug)]
pub struct Address {
    url: Url,
    at: SocketAddr,
}

impl Address {
    /// Whether a target is meant as an address at all.
    pub fn is_meant(written: &str) -> bool {
        let lower = written.to_ascii_lowercase();
        lower.starts_with("http://") || lower.starts_with("https://")
    }

    /// Understands what was written, and finds out where it is.
    pub fn parse(written: &str) -> Result<Self, Failure> {
        let failure = |id| Failure::usage(id).with("url", written);
        let mut url = Url::parse(written).map_err(|_| failure("cli-audit-address"))?;
        url.set_fragment(None);
        if url.scheme() != "http" {
            return Err(failure("cli-audit-scheme"));
        }
        let is_local = match url.host() {
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            None => false,
        };
        if !is_local {
            return Err(failure("cli-audit-remote"));
        }
        let port = url.port_or_known_default().unwrap_or(80);
        // Names below `localhost` are this computer's own, whether or not the system knows them.
        let found = match url.host() {
            Some(Host::Ipv4(address)) => vec![SocketAddr::from((address, port))],
            Some(Host::Ipv6(address)) => vec![SocketAddr::from((address, port))],
            _ => ("localhost", port).to_socket_addrs().map(Iterator::collect).unwrap_or_default(),
        };
        let mut local = found.into_iter().filter(|at: &SocketAddr| at.ip().is_loopback());
        // A server listens on one of the two kinds of address.
        let answers = |at: &SocketAddr| std::net::TcpStream::connect(at).is_ok();
        let at = local
            .find(answers)
            .ok_or_else(|| Failure::environment("cli-audit-silent").with("url", written))?;
        Ok(Self { url, at })
    }

    /// The same server's page at another address, if it is there.
    fn follow(&self, base: &Url, link: &str) -> Option<Url> {
        let mut url = base.join(link).ok()?;
        url.set_fragment(None);
        (url.origin() == self.url.origin()).then_some(url)
    }

    fn host(&self) -> String {
        let host = self.url.host_str().unwrap_or_default();
        self.url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }
}

pub(super) fn judge(targets: &[Target], desk: &mut Desk<'_>) -> Result<(), Failure> {
    for target in targets {
        if let Target::Served(address) = target {
            crawl(address, desk)?;
        }
    }
    Ok(())
}

fn crawl(address: &Address, desk: &mut Desk<'_>) -> Result<(), Failure> {
    let server = address.clone();
    desk.linked.sheets.open_pictures(move |path| picture(&server, path));
    let mut papers: BTreeMap<Url, String> = BTreeMap::new();
    let first = address.url.clone();
    let mut known = BTreeSet::from([first.to_string()]);
    let mut wave = vec![first];
    let n_before = desk.pages.len();
    while !wave.is_empty() {
        let mut next: Vec<Url> = Vec::new();
        for part in wave.chunks(TOGETHER) {
            let waiting: Vec<Waiting<(Url, Read)>> =
                part.par_iter().map(|url| waiting(url, read(address, url))).collect();
            gather_sheets(address, &waiting, desk);
            let ask = |(url, _): &(Url, Read), page: &Document| (url.to_string(), links(address, url, page));
            let found = desk.judge(&waiting, |(_, read)| read.clone(), ask);
            for (page, led) in found {
                for url in led {
                    if papers::is_pdf(Path::new(url.path())) {
                        papers.entry(url).or_insert_with(|| page.clone());
                    } else {
                        next.push(url);
                    }
                }
            }
        }
        next.sort();
        next.retain(|url| known.len() < MOST_PAGES && known.insert(url.to_string()));
        wave = next;
    }
    judge_papers(address, papers, desk);
    if desk.pages.len() == n_before && desk.diagnostics.is_empty() {
        let failure = Failure::usage("cli-audit-empty").with("path", address.url.as_str());
        return Err(failure);
    }
    Ok(())
}

/// Opens the PDFs of the server that pages lead to, each once, and tells what they lack. A finding names a page that leads
/// there; what is not there is not ours to say.
fn judge_papers(address: &Address, papers: BTreeMap<Url, String>, desk: &mut Desk<'_>) {
    let papers: Vec<(Url, String)> = papers.into_iter().take(MOST_PAPERS).collect();
    let numbered: Vec<_> =
        papers.into_iter().map(|(url, page)| (desk.sources.add(url.as_str(), ""), url, page)).collect();
    let found: Vec<Vec<Diagnostic>> = numbered
        .par_iter()
        .map(|(file, url, page)| {
            let is_there = |response: &http::Response| (200..300).contains(&response.status);
            let opened = match fetch(address, url, is_there) {
                Ok(Some(response)) if is_there(&response) => Opened::of(response.body),
                Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Opened::TooLarge,
                _ => return Vec::new(),
            };
            documents::judge_pdf(&opened, &seen(*file, page))
        })
        .collect();
    desk.diagnostics.extend(found.into_iter().flatten());
}

/// A picture of the server.
fn picture(address: &Address, path: &str) -> Option<Vec<u8>> {
    let url = address.follow(&address.url, path)?;
    let is_picture = |response: &http::Response| {
        response.media_type.starts_with("image/") && (200..300).contains(&response.status)
    };
    let found = fetch(address, &url, is_picture).ok()??;
    is_picture(&found).then_some(found.body)
}

fn waiting(url: &Url, read: Read) -> Waiting<(Url, Read)> {
    let address = url.query().is_none().then(|| url.path().to_owned());
    Waiting { name: url.to_string(), address, read: (url.clone(), read) }
}

/// Asks the server for the sheets that pages link.
fn gather_sheets(address: &Address, pages: &[Waiting<(Url, Read)>], desk: &mut Desk<'_>) {
    for page in pages {
        let (url, Read::Page(html)) = &page.read else { continue };
        let known = page.address.as_deref().unwrap_or(&page.name);
        desk.linked.gather(known, &Document::parse(html), url, |from: &Url, href| {
            let url = address.follow(from, href)?;
            let found = fetch(address, &url, |response| response.media_type == "text/css").ok()??;
            let css = encoding::decode(&found.body, found.charset.as_deref());
            let name = url.path().to_owned();
            (found.status < 300).then_some((url, name, css))
        });
    }
}

/// What the server is asked for.
fn path(url: &Url) -> String {
    match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    }
}

fn read(address: &Address, url: &Url) -> Read {
    match fetch(address, url, is_page) {
        Ok(Some(response)) if (200..300).contains(&response.status) => {
            Read::Page(encoding::decode(&response.body, response.charset.as_deref()))
        }
        Ok(Some(response)) => Read::Trouble(format!("HTTP {}", response.status).into()),
        Ok(None) => Read::Nothing,
        Err(error) => Read::Trouble((&error).into()),
    }
}

/// An answer of the wanted kind, redirects on this server followed; none when it is another or stands elsewhere.
fn fetch(
    address: &Address,
    url: &Url,
    is_wanted: impl Fn(&http::Response) -> bool,
) -> io::Result<Option<http::Response>> {
    let mut url = url.clone();
    for _ in 0..=REDIRECTS {
        let response = http::get(address.at, &address.host(), &path(&url), &is_wanted)?;
        let target = response.location.as_deref().filter(|_| (300..400).contains(&response.status));
        match target {
            Some(target) => match address.follow(&url, target) {
                Some(next) => url = next,
                None => return Ok(None),
            },
            None if response.status < 300 && !is_wanted(&response) => return Ok(None),
            None => return Ok(Some(response)),
        }
    }
    Err(io::Error::other("HTTP: redirects"))
}

fn is_page(response: &http::Response) -> bool {
    let is_html = matches!(response.media_type.as_str(), "text/html" | "application/xhtml+xml");
    is_html && (200..300).contains(&response.status)
}

/// The pages and documents of this server that a page leads to.
fn links(address: &Address, url: &Url, page: &Document) -> Vec<Url> {
    let base = page.elements().find(|&node| page.tag(node) == "base" && page.has_attr(node, "href"));
    let base =
        base.and_then(|node| url.join(page.attr(node, "href")?.trim()).ok()).unwrap_or_else(|| url.clone());
    let leads = |tag: &str, url: &Url| {
        LEADS.contains(&tag) || SHOWS.contains(&tag) && papers::is_pdf(Path::new(url.path()))
    };
    let references = page
        .references()
        .into_iter()
        .filter_map(|found| Some((page.tag(found.node), address.follow(&base, found.url)?)));
    references.filter(|(tag, url)| leads(tag, url)).map(|(_, url)| url).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_computer_is_asked() {
        let refused = |written: &str| Address::parse(written).map(|_| ()).unwrap_err().message.id;
        assert_eq!(refused("http://www.comune.example/"), "cli-audit-remote");
        assert_eq!(refused("http://192.0.2.1:8000/"), "cli-audit-remote");
        assert_eq!(refused("http://localhost.comune.example/"), "cli-audit-remote");
        assert_eq!(refused("https://127.0.0.1/"), "cli-audit-scheme");
        assert_eq!(refused("http://"), "cli-audit-address");
        assert_eq!(refused("http://127.0.0.1:1/"), "cli-audit-silent");
        assert!(Address::is_meant("HTTP://127.0.0.1"));
        assert!(!Address::is_meant("http/index.html"));
    }

    #[test]
    fn links_stay_on_the_server() {
        let url = Url::parse("http://127.0.0.1:8000/a/b.html?x#y").unwrap();
        let address = Address { url: url.clone(), at: SocketAddr::from(([127, 0, 0, 1], 8000)) };
        let page = Document::parse(
            "<base href='/c/'><a href='d?e#f'>1</a><a href='//other.example/'>2</a><a href='mailto:a@b'>3</a>\
             <iframe src='http://127.0.0.1:8000/g'></iframe><img src=h.png><a href='http://127.0.0.1:80/'>4</a>",
        );
        let names: Vec<String> = links(&address, &url, &page).iter().map(path).collect();
        assert_eq!(names, ["/c/d?e", "/g"]);
        assert_eq!(address.host(), "127.0.0.1:8000");
    }
}
