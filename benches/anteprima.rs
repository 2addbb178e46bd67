//! How long from saving a file to its new text in the browser, on a generated site: `anteprima DIR [EDITS] [SOAK_SECONDS]`.
//!
//! The preview runs in this process; three clients listen as browsers do. Every time is taken from the end of the write
//! to the last byte of the new page, the watcher's own delay included.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]
#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot go on has failed")]

use std::{
    fs,
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
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

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let root = PathBuf::from(arguments.next().expect("a folder")).canonicalize().unwrap();
    let edits: usize = arguments.next().map_or(200, |n| n.parse().unwrap());
    let soak: u64 = arguments.next().map_or(0, |n| n.parse().unwrap());
    let begun = Instant::now();
    let server = Server::start(options(&root)).unwrap_or_else(|failure| panic!("{failure:?}"));
    let bench = Bench { address: server.address(), root };
    let first = bench.get("/");
    assert!(first.contains("</html>"));
    println!("first page after {:?}, memory {} MB", begun.elapsed(), memory());
    let (file, page) = bench.sample();
    let original = fs::read_to_string(&file).unwrap();
    let title = original.lines().find_map(|line| line.strip_prefix("titolo: ")).unwrap().to_owned();
    let home = page.trim_end_matches('/').rsplit_once('/').map_or("/", |(above, _)| above).to_owned() + "/";
    let body = |n: usize| (format!("{original}\n\nParola{n}fine.\n"), format!("Parola{n}fine"));
    let titled = |n: usize| {
        let new = format!("Titolo{n}fine");
        (original.replacen(&title, &new, 1), new)
    };
    bench.series("body", edits, &file, &page, body);
    bench.series("title", edits, &file, &page, titled);
    bench.series("title, in its list", edits, &file, &home, titled);
    bench.new_and_gone(edits, &file, &page, &original, &title);
    bench.template(edits.min(50), &page);
    fs::write(&file, &original).unwrap();
    bench.many(&file, &page, &original, &title);
    if soak > 0 {
        bench.soak(soak, &file, &page, &original);
    }
    server.stop();
}

fn options(root: &Path) -> Options {
    Options {
        plan: Plan {
            request: Request {
                root: root.to_owned(),
                today: "2026-11-22".parse().unwrap(),
                base_url: None,
                drafts: false,
            },
            output: root.join("public"),
            cache: std::env::var_os("ARENGO_CACHE").map(Into::into),
            progress: Arc::new(|_| {}),
        },
        host: Ipv4Addr::LOCALHOST.into(),
        port: 0,
        other_ports: false,
        names: Vec::new(),
        editor: None,
        lang: Lang::It,
        calendar: None,
        told: Arc::new(|_| {}),
    }
}

struct Bench {
    address: SocketAddr,
    root: PathBuf,
}

impl Bench {
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut text = Vec::new();
        stream.read_to_end(&mut text).unwrap();
        String::from_utf8_lossy(&text).into_owned()
    }

    /// A news item, and its address.
    fn sample(&self) -> (PathBuf, String) {
        let mut files: Vec<PathBuf> = fs::read_dir(self.root.join("content/notizie"))
            .expect("news")
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
            .collect();
        files.sort();
        let file = files[files.len() / 2].clone();
        let id = file.file_stem().unwrap().to_str().unwrap();
        let sitemap = self.get("/sitemap.xml");
        let end = format!("/{id}/</loc>");
        let at = sitemap.find(&end).expect("its address");
        let address = sitemap[..at + end.len() - "</loc>".len()].rsplit("<loc>").next().unwrap();
        let path = address.split_once("://").unwrap().1.split_once('/').unwrap().1;
        (file, format!("/{path}"))
    }

    fn listen(&self, page: &str) -> TcpStream {
        let html = self.get(page);
        let version =
            html.split("data-versione=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("");
        let mut stream = TcpStream::connect(self.address).unwrap();
        let path = format!("/_arengo/eventi?pagina={page}&versione={version}");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream
    }

    /// Time until a listening browser has the new page.
    fn until(&self, events: &mut TcpStream, page: &str, wanted: impl Fn(&str) -> bool) -> Duration {
        let begun = Instant::now();
        let mut buffer = [0; 4096];
        loop {
            let n = events.read(&mut buffer).unwrap();
            assert!(n > 0, "the preview ended");
            let text = String::from_utf8_lossy(&buffer[..n]);
            if text.contains("cambiata") && wanted(&self.get(page)) {
                return begun.elapsed();
            }
        }
    }

    fn series(
        &self,
        name: &str,
        edits: usize,
        file: &Path,
        page: &str,
        edit: impl Fn(usize) -> (String, String),
    ) {
        let mut events = self.listen(page);
        let mut times = Vec::new();
        let mut worked = 0;
        for n in 0..edits {
            let (text, wanted) = edit(n);
            let before = work();
            fs::write(file, text).unwrap();
            times.push(self.until(&mut events, page, |html| html.contains(&wanted)));
            worked += work() - before;
            std::thread::sleep(Duration::from_millis(100));
        }
        tell(name, times);
        println!("  of the processor, for one: {} ms", worked as f64 / 1e6 / edits as f64);
    }

    fn new_and_gone(&self, edits: usize, file: &Path, page: &str, original: &str, title: &str) {
        let (mut new, mut gone) = (Vec::new(), Vec::new());
        for n in 0..edits {
            let path = file.with_file_name(format!("nuova{n}.md"));
            let address = format!("{}/nuova{n}/", page.trim_end_matches('/').rsplit_once('/').unwrap().0);
            let mut events = self.listen(&address);
            fs::write(&path, original.replacen(title, &format!("Nuova{n}fine"), 1)).unwrap();
            new.push(self.until(&mut events, &address, |html| html.contains(&format!("Nuova{n}fine"))));
            std::thread::sleep(Duration::from_millis(60));
            fs::remove_file(&path).unwrap();
            gone.push(self.until(&mut events, &address, |html| html.starts_with("HTTP/1.1 404")));
            std::thread::sleep(Duration::from_millis(60));
        }
        tell("new page", new);
        tell("deleted page", gone);
    }

    fn template(&self, edits: usize, page: &str) {
        let path = self.root.join("themes/comune/templates/base.html");
        let Ok(original) = fs::read_to_string(&path) else {
            return println!("template: the site has none of its own");
        };
        let mut events = self.listen(page);
        let mut times = Vec::new();
        for n in 0..edits {
            fs::write(&path, original.replace("</body>", &format!("<p>Modello{n}fine</p></body>"))).unwrap();
            times.push(self.until(&mut events, page, |html| html.contains(&format!("Modello{n}fine"))));
            std::thread::sleep(Duration::from_millis(100));
        }
        fs::write(&path, original).unwrap();
        tell("template", times);
    }

    fn many(&self, file: &Path, page: &str, original: &str, title: &str) {
        let folder = page.trim_end_matches('/').rsplit_once('/').unwrap().0;
        let path = |n: usize| file.with_file_name(format!("lotto{n}.md"));
        for n in 0..500 {
            fs::write(path(n), original.replacen(title, &format!("Lotto{n}fine"), 1)).unwrap();
        }
        let begun = Instant::now();
        for n in (0..500).rev() {
            while !self.get(&format!("{folder}/lotto{n}/")).contains(&format!("Lotto{n}fine")) {
                std::thread::sleep(Duration::from_millis(10));
            }
        }
        println!("500 files at once: every page right after {:?}", begun.elapsed());
        (0..500).for_each(|n| fs::remove_file(path(n)).unwrap());
    }

    fn soak(&self, seconds: u64, file: &Path, page: &str, original: &str) {
        let mut clients: Vec<TcpStream> = (0..3).map(|_| self.listen(page)).collect();
        let begun = Instant::now();
        let mut n = 0;
        let mut times = Vec::new();
        while begun.elapsed() < Duration::from_secs(seconds) {
            n += 1;
            fs::write(file, format!("{original}\n\nProva{n}fine.\n")).unwrap();
            for client in &mut clients {
                times.push(self.until(client, page, |html| html.contains(&format!("Prova{n}fine"))));
            }
            if n % 200 == 0 {
                println!("{n} edits, memory {} MB", memory());
            }
        }
        fs::write(file, original).unwrap();
        println!("{n} edits, memory {} MB", memory());
        tell("soak", times);
    }
}

fn tell(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    println!("{name}: p50 {:?}, p95 {:?}, worst {:?} of {}", at(0.5), at(0.95), at(1.0), times.len());
}

/// Processor time of the thread that keeps the site up to date, in nanoseconds: on a busy machine the clock on the wall
/// tells of the others.
fn work() -> u64 {
    let tasks = fs::read_dir("/proc/self/task").unwrap().flatten().map(|task| task.path());
    let of_engine =
        |task: &PathBuf| fs::read_to_string(task.join("comm")).is_ok_and(|name| name.trim() == "arengo-sito");
    let times = tasks.filter(of_engine).filter_map(|task| {
        let times = fs::read_to_string(task.join("schedstat")).ok()?;
        times.split(' ').next()?.parse::<u64>().ok()
    });
    times.sum()
}

/// What the system says this process holds, in MB.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}
