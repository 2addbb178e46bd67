//! How long from saving a file to its new text in the browser, on a generated site:
//! `anteprima DIR [EDITS] [SOAK_SECONDS] [subito]`. With the last word edits begin while all pages are being judged for the
//! first time.
//!
//! The preview runs in this process. Every time is taken from the end of the write to the last byte of the new page, the
//! watcher's own delay included. What the runs change in the folder they put back.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]
#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot go on has failed")]

mod browser;
mod process;
mod soak;

use std::{
    fs,
    net::Ipv4Addr,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use arengo::{
    l10n::Lang,
    load::Request,
    pipeline::Plan,
    serve::{Options, Server},
};
use browser::Browser;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The template that every page goes through.
const TEMPLATE: &str = "themes/comune/templates/base.html";

fn main() {
    let mut arguments = std::env::args().skip(1);
    let root = PathBuf::from(arguments.next().expect("a folder")).canonicalize().unwrap();
    let edits: usize = arguments.next().map_or(200, |n| n.parse().unwrap());
    let soak: u64 = arguments.next().map_or(0, |n| n.parse().unwrap());
    let waits = arguments.next().is_none_or(|word| word != "subito");
    let begun = Instant::now();
    let server = Server::start(options(&root)).unwrap_or_else(|failure| panic!("{failure:?}"));
    let browser = Browser { address: server.address() };
    let first = browser.get("/");
    assert!(first.contains("</html>"));
    println!(
        "first page after {:?} ({:?} of the processor), memory {} MB",
        begun.elapsed(),
        process::worked(),
        process::memory()
    );
    if waits {
        judged(&browser, begun);
    }
    let bench = Bench::new(browser, root);
    if edits > 0 {
        bench.edits(edits);
    }
    if soak > 0 {
        soak::run(&bench, Duration::from_secs(soak));
    }
    server.stop();
}

/// Waits until all pages were judged, and tells what that took and what is left to do.
fn judged(browser: &Browser, begun: Instant) {
    browser.until_judged();
    println!(
        "every page judged after {:?} ({:?} of the processor), memory {} MB",
        begun.elapsed(),
        process::worked(),
        process::memory()
    );
    println!("idle: {:.2}% of one processor", process::idle(Duration::from_secs(30)));
}

fn plan(root: &Path) -> Plan {
    Plan {
        request: Request {
            root: root.to_owned(),
            today: "2026-11-22".parse().unwrap(),
            base_url: None,
            drafts: false,
        },
        output: root.join("public"),
        cache: std::env::var_os("ARENGO_CACHE").map(Into::into),
        progress: Arc::new(|_| {}),
    }
}

fn options(root: &Path) -> Options {
    Options {
        plan: plan(root),
        host: Ipv4Addr::LOCALHOST.into(),
        port: 0,
        other_ports: false,
        names: Vec::new(),
        editor: None,
        lang: Lang::It,
        calendar: None,
        told: Arc::new(|_| {}),
        watch: None,
    }
}

/// A news item of the site, and how it is edited.
struct Bench {
    browser: Browser,
    root: PathBuf,
    file: PathBuf,
    page: String,
    original: String,
    title: String,
}

impl Bench {
    fn new(browser: Browser, root: PathBuf) -> Self {
        // One that the first page of its list shows.
        let is_listed = |page: &str| browser.get(&format!("{}/", above(page))).contains(page);
        let mut known = samples(&browser, &root, "notizie").into_iter();
        let (file, page) = known.find(|(_, page)| is_listed(page)).expect("news");
        let original = fs::read_to_string(&file).unwrap();
        let title = original.lines().find_map(|line| line.strip_prefix("titolo: ")).unwrap().to_owned();
        Self { browser, root, file, page, original, title }
    }

    /// The folder of its page: the list it stands in.
    fn above(&self) -> &str {
        above(&self.page)
    }

    fn titled(&self, title: &str) -> String {
        self.original.replacen(&self.title, title, 1)
    }

    /// The text of another content, whose address comes from the name of its file.
    fn another(&self, title: &str) -> String {
        let lines = self.original.lines().filter(|line| !line.starts_with("slug: "));
        lines.map(|line| format!("{line}\n")).collect::<String>().replacen(&self.title, title, 1)
    }

    fn edits(&self, edits: usize) {
        let body = |n: usize| (format!("{}\n\nParola{n}fine.\n", self.original), format!("Parola{n}fine"));
        let titled = |n: usize| {
            let new = format!("Titolo{n}fine");
            (self.titled(&new), new)
        };
        self.series("body", edits, &self.page, body);
        self.series("title", edits, &self.page, titled);
        self.series("title, in its list", edits, &format!("{}/", self.above()), titled);
        fs::write(&self.file, &self.original).unwrap();
        self.new_and_gone(edits);
        self.template(edits);
        self.many();
    }

    fn series(&self, name: &str, edits: usize, page: &str, edit: impl Fn(usize) -> (String, String)) {
        let mut events = self.browser.listen(page);
        let mut times = Vec::new();
        let mut worked = 0;
        for n in 0..edits {
            let (text, wanted) = edit(n);
            let before = process::of_engine();
            fs::write(&self.file, text).unwrap();
            times.push(self.browser.until(&mut events, page, |html| html.contains(&wanted)));
            worked += process::of_engine() - before;
            pause(n);
        }
        tell(name, times);
        println!("  of the processor, for one: {:.1} ms", worked as f64 / 1e6 / edits as f64);
    }

    /// A page in a folder that is made for it, and its deletion.
    fn new_and_gone(&self, edits: usize) {
        let (mut new, mut gone) = (Vec::new(), Vec::new());
        for n in 0..edits {
            let folder = self.file.with_file_name(format!("cartella{n}"));
            let path = folder.join(format!("nuova{n}.md"));
            let address = format!("{}/nuova{n}/", self.above());
            let mut events = self.browser.listen(&address);
            fs::create_dir(&folder).unwrap();
            fs::write(&path, self.another(&format!("Nuova{n}fine"))).unwrap();
            let is_there = |html: &str| html.contains(&format!("Nuova{n}fine"));
            new.push(self.browser.until(&mut events, &address, is_there));
            pause(n);
            fs::remove_file(&path).unwrap();
            gone.push(self.browser.until(&mut events, &address, |html| html.starts_with("HTTP/1.1 404")));
            pause(n + 1);
            fs::remove_dir(&folder).unwrap();
        }
        tell("new page in a new folder", new);
        tell("deleted page", gone);
    }

    fn template(&self, edits: usize) {
        let shipped = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(TEMPLATE)).unwrap();
        let path = self.root.join(TEMPLATE);
        let original = fs::read_to_string(&path).ok();
        let text = original.as_deref().unwrap_or(&shipped);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut events = self.browser.listen(&self.page);
        let mut times = Vec::new();
        for n in 0..edits {
            let marked = format!("<p>Modello{n}fine</p></body>");
            fs::write(&path, text.replace("</body>", &marked)).unwrap();
            let is_there = |html: &str| html.contains(&format!("Modello{n}fine"));
            times.push(self.browser.until(&mut events, &self.page, is_there));
            pause(n);
        }
        restore(&path, original.as_deref());
        tell("template", times);
        self.browser.until_judged();
    }

    fn many(&self) {
        let path = |n: usize| self.file.with_file_name(format!("lotto{n}.md"));
        for n in 0..500 {
            fs::write(path(n), self.another(&format!("Lotto{n}fine"))).unwrap();
        }
        let begun = Instant::now();
        for n in (0..500).rev() {
            let address = format!("{}/lotto{n}/", self.above());
            while !self.browser.get(&address).contains(&format!("Lotto{n}fine")) {
                std::thread::sleep(Duration::from_millis(10));
            }
        }
        println!("500 files at once: every page right after {:?}", begun.elapsed());
        (0..500).for_each(|n| fs::remove_file(path(n)).unwrap());
        self.browser.until_judged();
    }
}

fn above(page: &str) -> &str {
    page.trim_end_matches('/').rsplit_once('/').map_or("", |(above, _)| above)
}

/// Contents of a folder, each with the address of its page.
fn samples(browser: &Browser, root: &Path, folder: &str) -> Vec<(PathBuf, String)> {
    let sitemap = browser.get("/sitemap.xml");
    let mut addresses: std::collections::HashMap<&str, &str> = std::collections::HashMap::new();
    for address in sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next()) {
        let path =
            address.split_once("://").map_or(address, |(_, rest)| &rest[rest.find('/').unwrap_or(0)..]);
        let id = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        addresses.insert(id, path);
    }
    let mut files: Vec<PathBuf> = fs::read_dir(root.join("content").join(folder))
        .expect("contents")
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.sort();
    let middle = files.len() / 2;
    files.rotate_left(middle);
    let page = |file: &PathBuf| addresses.get(file.file_stem()?.to_str()?).map(|page| (*page).to_owned());
    files.iter().filter_map(|file| Some((file.clone(), page(file)?))).collect()
}

fn restore(path: &Path, original: Option<&str>) {
    match original {
        Some(text) => fs::write(path, text).unwrap(),
        None => fs::remove_file(path).unwrap(),
    }
}

/// As people type: sometimes the site is put together in between, sometimes it is being put together.
fn pause(n: usize) {
    std::thread::sleep(Duration::from_millis([60, 150, 280, 400][n % 4]));
}

fn tell(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    println!("{name}: p50 {:?}, p95 {:?}, worst {:?} of {}", at(0.5), at(0.95), at(1.0), times.len());
}
