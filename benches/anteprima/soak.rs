//! Random edits for a long time, three browsers listening: nothing may be missed, nothing stay stale, memory stay flat.

use std::{
    fs,
    net::TcpStream,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use arengo::{pipeline::Workshop, write};

use super::{Bench, TEMPLATE, plan, process, restore, samples, tell};

/// A change that nobody heard of for so long is one that was missed.
const MOST: Duration = Duration::from_secs(10);

/// A content that is edited, with what it was.
struct Sample {
    file: PathBuf,
    page: String,
    original: String,
}

struct Soak<'a> {
    bench: &'a Bench,
    samples: Vec<Sample>,
    /// Each looks at the sample of this number.
    clients: Vec<(usize, TcpStream)>,
    random: u64,
    n: usize,
    times: Vec<Duration>,
    missed: Vec<String>,
}

pub(super) fn run(bench: &Bench, time: Duration) {
    let of = |folder| samples(&bench.browser, &bench.root, folder).into_iter().take(20);
    let read =
        |(file, page): (PathBuf, String)| Sample { original: fs::read_to_string(&file).unwrap(), file, page };
    let samples: Vec<Sample> = of("notizie").chain(of("servizi")).map(read).collect();
    let clients = (0..3).map(|n| (n * 7, bench.browser.listen(&samples[n * 7].page))).collect();
    let mut soak = Soak { bench, samples, clients, random: 7, n: 0, times: Vec::new(), missed: Vec::new() };
    let begun = Instant::now();
    let mut minute = 0;
    println!("soak: memory {} MB at the start", process::memory());
    while begun.elapsed() < time {
        soak.step();
        std::thread::sleep(Duration::from_millis(soak.below(150)));
        if begun.elapsed().as_secs() / 60 > minute {
            minute += 1;
            println!(
                "  minute {minute}: {} edits, {} missed, memory {} MB",
                soak.n,
                soak.missed.len(),
                process::memory()
            );
        }
    }
    for sample in &soak.samples {
        fs::write(&sample.file, &sample.original).unwrap();
    }
    bench.browser.until_judged();
    println!("soak: {} edits, memory {} MB at the end", soak.n, process::memory());
    println!("soak: missed {} {:?}", soak.missed.len(), soak.missed);
    tell("soak", soak.times);
    println!("idle after it: {:.2}% of one processor", process::idle(Duration::from_secs(30)));
    println!("soak: stale pages {:?}", stale(bench));
}

impl Soak<'_> {
    /// A number below another, the same in every run.
    fn below(&mut self, most: u64) -> u64 {
        self.random =
            self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.random >> 33) % most
    }

    fn step(&mut self) {
        self.n += 1;
        match self.below(100) {
            0..50 => self.body(),
            50..65 => self.title(),
            65..72 => self.unseen(),
            72..84 => self.new_and_gone(),
            84..92 => self.broken(),
            92..95 => self.template(),
            95..97 => self.settings(),
            _ => self.look_elsewhere(),
        }
    }

    fn client(&mut self) -> usize {
        self.below(3) as usize
    }

    /// Saves a file that a browser looks at, and waits until it has what was saved.
    fn seen(&mut self, what: &str, client: usize, save: impl FnOnce(&Sample), wanted: impl Fn(&str) -> bool) {
        let (sample, stream) = &mut self.clients[client];
        let sample = &self.samples[*sample];
        save(sample);
        match self.bench.browser.until_at_most(stream, &sample.page, wanted, MOST) {
            Some(time) => self.times.push(time),
            None => self.missed.push(format!("{what} {} {}", self.n, sample.page)),
        }
    }

    fn body(&mut self) {
        let (n, client) = (self.n, self.client());
        let text = move |sample: &Sample| format!("{}\n\nProva{n}fine.\n", sample.original);
        let is_over = self.below(3) == 0;
        let save = move |sample: &Sample| match is_over {
            // As careful editors save.
            true => {
                let beside = sample.file.with_extension("md~");
                fs::write(&beside, text(sample)).unwrap();
                fs::rename(&beside, &sample.file).unwrap();
            }
            false => fs::write(&sample.file, text(sample)).unwrap(),
        };
        self.seen("body", client, save, |html| html.contains(&format!("Prova{n}fine")));
    }

    fn title(&mut self) {
        let (n, client) = (self.n, self.client());
        let save = |sample: &Sample| {
            let title = sample.original.lines().find_map(|line| line.strip_prefix("titolo: ")).unwrap();
            fs::write(&sample.file, sample.original.replacen(title, &format!("Titolo{n}fine"), 1)).unwrap();
        };
        self.seen("title", client, save, |html| html.contains(&format!("Titolo{n}fine")));
    }

    /// A page that nobody looks at.
    fn unseen(&mut self) {
        let (n, at) = (self.n, self.below(self.samples.len() as u64) as usize);
        if self.clients.iter().any(|(sample, _)| *sample == at) {
            return;
        }
        let sample = &self.samples[at];
        fs::write(&sample.file, format!("{}\n\nAltrove{n}fine.\n", sample.original)).unwrap();
        self.poll("unseen", at, |html| html.contains(&format!("Altrove{n}fine")));
    }

    fn poll(&mut self, what: &str, at: usize, wanted: impl Fn(&str) -> bool) {
        let page = self.samples[at].page.clone();
        self.poll_at(what, &page, wanted);
    }

    fn poll_at(&mut self, what: &str, page: &str, wanted: impl Fn(&str) -> bool) {
        let begun = Instant::now();
        while !wanted(&self.bench.browser.get(page)) {
            if begun.elapsed() > MOST {
                return self.missed.push(format!("{what} {} {page}", self.n));
            }
            std::thread::sleep(Duration::from_millis(4));
        }
    }

    fn new_and_gone(&mut self) {
        let n = self.n;
        let folder = self.bench.file.with_file_name(format!("soak{n}"));
        let path = folder.join(format!("soak{n}.md"));
        let page = format!("{}/soak{n}/", self.bench.above());
        fs::create_dir(&folder).unwrap();
        fs::write(&path, self.bench.another(&format!("Nuova{n}fine"))).unwrap();
        self.poll_at("new", &page, |html| html.contains(&format!("Nuova{n}fine")));
        fs::remove_dir_all(&folder).unwrap();
        self.poll_at("gone", &page, |html| html.starts_with("HTTP/1.1 404"));
    }

    /// A mistake, told by the panel while the last good version stands; then it is mended.
    fn broken(&mut self) {
        let (n, client) = (self.n, self.client());
        let at = self.clients[client].0;
        let panel = format!("/_arengo/pannello?pagina={}", self.samples[at].page);
        fs::write(&self.samples[at].file, "---\ntitolo: [\n---\n").unwrap();
        self.poll_at("broken", &panel, |html| html.contains("yaml-syntax"));
        let save = |sample: &Sample| {
            fs::write(&sample.file, format!("{}\n\nRiparata{n}fine.\n", sample.original)).unwrap();
        };
        self.seen("mended", client, save, |html| html.contains(&format!("Riparata{n}fine")));
    }

    fn template(&mut self) {
        let (n, client) = (self.n, self.client());
        let shipped = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(TEMPLATE)).unwrap();
        let path = self.bench.root.join(TEMPLATE);
        let original = fs::read_to_string(&path).ok();
        let text = original.as_deref().unwrap_or(&shipped);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let marked = text.replace("</body>", &format!("<p>Modello{n}fine</p></body>"));
        let is_there = |html: &str| html.contains(&format!("Modello{n}fine"));
        self.seen("template", client, |_| fs::write(&path, marked).unwrap(), is_there);
        self.seen("template back", client, |_| restore(&path, original.as_deref()), |html| !is_there(html));
    }

    fn settings(&mut self) {
        let (n, client) = (self.n, self.client());
        let path = self.bench.root.join("site.toml");
        let original = fs::read_to_string(&path).unwrap();
        let name = original.lines().find_map(|line| line.strip_prefix("nome = ")).unwrap();
        let renamed = original.replacen(name, &format!("\"Comune{n}fine\""), 1);
        let is_there = |html: &str| html.contains(&format!("Comune{n}fine"));
        self.seen("settings", client, |_| fs::write(&path, renamed).unwrap(), is_there);
        self.seen("settings back", client, |_| fs::write(&path, &original).unwrap(), |html| !is_there(html));
    }

    /// A browser goes to another page, and comes back to what is there now.
    fn look_elsewhere(&mut self) {
        let client = self.client();
        let at = self.below(self.samples.len() as u64) as usize;
        if self.clients.iter().all(|(sample, _)| *sample != at) {
            self.clients[client] = (at, self.bench.browser.listen(&self.samples[at].page));
        }
    }
}

/// Pages that are not what a site read from nothing shows.
fn stale(bench: &Bench) -> Vec<String> {
    let workshop = Workshop::open(plan(&bench.root)).unwrap_or_else(|failure| panic!("{failure:?}"));
    let snapshot = workshop.latest();
    let line = snapshot.prepared.as_ref().and_then(|prepared| prepared.line()).expect("a site");
    let pages = line.view().routes().iter().filter(|route| route.is_page());
    let is_stale = |url: &str, fresh: String| {
        let answer = bench.browser.get(url);
        let served = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        let fresh = String::from_utf8(write::finish_html(&fresh, false)).unwrap();
        without_script(served) != fresh
    };
    pages
        .filter_map(|route| line.render(route).ok().map(|text| (route, text)))
        .filter(|(route, text)| is_stale(&route.url, text.clone()))
        .map(|(route, _)| route.url.clone())
        .collect()
}

/// The page without what the preview adds.
fn without_script(page: &str) -> String {
    let Some(start) = page.find("<link rel=\"stylesheet\" href=\"/_arengo/pagina.css\">") else {
        return page.to_owned();
    };
    let end = page[start..].find("</script>").map_or(page.len(), |at| start + at + "</script>".len());
    format!("{}{}", &page[..start], &page[end..])
}
