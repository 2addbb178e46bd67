//! What holds of every build: the same bytes whatever the circumstances, nothing touched that did not change,
//! and nothing of the published portal lost when a build fails.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]

mod model;
mod support;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use arengo::pipeline::{self, Build, Order};
use support::{Site, below};

/// Every file below a folder: its bytes and when it was written.
type Snapshot = BTreeMap<PathBuf, (Vec<u8>, SystemTime)>;

fn snapshot(folder: &Path) -> Snapshot {
    let one = |path: &PathBuf| {
        let written = fs::metadata(path).expect("there").modified().expect("a time");
        let name = path.strip_prefix(folder).expect("below").to_owned();
        (name, (fs::read(path).expect("a file"), written))
    };
    below(folder).iter().map(one).collect()
}

fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    snapshot(folder).into_iter().map(|(path, (bytes, _))| (path, bytes)).collect()
}

/// Builds with a number of threads; the site must be good.
fn build(order: &Order, threads: usize) -> Build {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(8 << 20).build();
    let build = pool.expect("threads").install(|| pipeline::run(order)).expect("a site");
    assert!(build.written.is_some(), "{:?}", build.findings.first());
    build
}

/// A site with something of everything: lists, feeds, redirects, attachments, languages, topics.
fn site() -> Site {
    let mut site = Site::from("english-version");
    for (path, text) in [
        ("content/notizie/scade/index.md", EXPIRING),
        ("content/notizie/scade/bando.pdf", "%PDF-1.4\n"),
        ("static/moduli/modulo.pdf", "%PDF-1.4\n%modulo\n"),
    ] {
        write(&site, path, text);
    }
    site.case.minify = true;
    site
}

const EXPIRING: &str = "---
titolo: Bando che scade
tipo: Avvisi
descrizione_breve: Una notizia di prova.
argomenti: [Sport]
data_pubblicazione: 2026-11-01
pubblicato_fino: 2026-11-22
alias: [/bando-vecchio/]
a_cura_di: [anagrafe]
---

Scarica [il bando](bando.pdf).
";

fn write(site: &Site, path: &str, text: &str) {
    let path = site.root().join(path);
    fs::create_dir_all(path.parent().expect("a folder above")).expect("made");
    fs::write(path, text).expect("written");
}

fn day(order: &Order, date: &str) -> Order {
    let mut order = order.clone();
    order.request.today = date.parse().expect("a date");
    order
}

#[test]
fn threads_do_not_change_a_byte() {
    let site = site();
    let outputs: Vec<_> = [1, 2, 8]
        .into_iter()
        .map(|threads| {
            let mut order = site.order();
            order.output = site.folder.path().join(format!("public-{threads}"));
            build(&order, threads);
            bytes(&order.output)
        })
        .collect();
    assert!(outputs[0].len() > 20, "{:?}", outputs[0].keys());
    assert!(outputs.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn time_zones_do_not_change_a_byte() {
    let site = site();
    let outputs: Vec<_> = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"]
        .into_iter()
        .map(|zone| {
            let output = site.folder.path().join(zone.replace('/', "-"));
            let run = std::process::Command::new(env!("CARGO_BIN_EXE_arengo"))
                .args(["build", "--date", "2026-11-22", "--site"])
                .arg(site.root())
                .arg("--output")
                .arg(&output)
                .env("TZ", zone)
                .env("LC_ALL", "tr_TR.UTF-8")
                .output()
                .expect("the program");
            assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
            bytes(&output)
        })
        .collect();
    assert!(outputs.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn the_order_in_which_files_were_made_does_not_change_a_byte() {
    let site = site();
    let mut order = site.order();
    build(&order, 2);
    let first = bytes(&order.output);
    let files = bytes(&site.root());
    fs::remove_dir_all(site.root()).expect("removed");
    for (path, bytes) in files.iter().rev() {
        let path = site.root().join(path);
        fs::create_dir_all(path.parent().expect("a folder above")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    order.output = site.folder.path().join("again");
    build(&order, 2);
    assert!(first == bytes(&order.output));
}

#[test]
fn unchanged_files_keep_their_time() {
    let site = site();
    let order = site.order();
    build(&order, 2);
    // Older than any clock's grain.
    let old = SystemTime::now() - Duration::from_secs(86_400);
    for path in below(&order.output) {
        fs::File::open(&path).expect("there").set_modified(old).expect("a time can be set");
    }
    let before = snapshot(&order.output);
    write(&site, "content/pagine/nuova.md", NEW);
    build(&order, 2);
    let after = snapshot(&order.output);
    let changed = |path: &&PathBuf| before.get(*path) != after.get(*path);
    let changed: Vec<String> = after.keys().filter(changed).map(|path| path.display().to_string()).collect();
    assert_eq!(changed, [".arengo-manifest.json", "index.html", "nuova/index.html", "sitemap.xml"]);
}

const NEW: &str = "---
titolo: Nuova
descrizione_breve: Una pagina di prova.
ufficio_responsabile: anagrafe
---

Testo.
";

#[test]
fn what_expired_is_gone_with_all_that_was_its_own() {
    let site = site();
    let order = site.order();
    build(&order, 2);
    let own = [
        "novita/avvisi/scade/index.html",
        "allegati/scade/bando.pdf",
        "bando-vecchio/index.html",
        "argomenti/sport/index.html",
    ];
    for path in own {
        assert!(order.output.join(path).exists(), "{path}");
    }
    build(&day(&order, "2026-11-23"), 2);
    for path in own {
        assert!(!order.output.join(path).exists(), "{path}");
    }
    for (path, bytes) in bytes(&order.output) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Bando che scade") && !text.contains("bando-vecchio"), "{}", path.display());
    }
}

#[test]
fn a_failed_build_leaves_the_portal_as_it_was() {
    let site = site();
    let order = site.order();
    build(&order, 2);
    let before = snapshot(site.folder.path().join("public").as_path());
    write(&site, "content/pagine/rotta.md", "---\ntitolo: Rotta\n---\n\n[Qui](manca.md)\n");
    let failed = pipeline::run(&order).expect("a site");
    assert!(failed.has_errors() && failed.written.is_none());
    assert!(before == snapshot(&order.output));
    let beside: Vec<_> = fs::read_dir(site.folder.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .filter(|name| name != "sito" && name != "public" && !name.to_string_lossy().ends_with(".lock"))
        .collect();
    assert!(beside.is_empty(), "left behind: {beside:?}");
}

#[test]
fn checking_writes_nothing() {
    let site = site();
    let order = Order { publish: false, ..site.order() };
    let before = snapshot(site.folder.path());
    let checked = pipeline::run(&order).expect("a site");
    assert!(!checked.has_errors() && checked.written.is_none() && checked.pages > 10);
    assert!(before == snapshot(site.folder.path()));
}
