//! The albo pretorio from outside: what is published of it, when it goes, and that nothing else of the portal knows it.

use std::{collections::BTreeSet, path::Path};

use jiff::civil::Date;

use super::{Site, build, bytes, day};

fn texts(site: &Site) -> Vec<(String, String)> {
    let files = bytes(&site.output()).into_iter();
    files
        .map(|(path, bytes)| (path.display().to_string(), String::from_utf8_lossy(&bytes).into_owned()))
        .collect()
}

/// The feed, read by another program's parser, the data and the pages tell of the same acts.
#[test]
fn feed_data_and_pages_tell_the_same() {
    let site = Site::from("albo");
    build(&site.order(), 2);
    let read = |path: &str| std::fs::read(site.output().join(path)).expect("a file");
    let feed = feed_rs::parser::parse(read("albo-pretorio/feed.xml").as_slice()).expect("a feed");
    let of_feed: BTreeSet<String> = feed.entries.iter().map(|entry| entry.links[0].href.clone()).collect();
    let data: serde_json::Value = serde_json::from_slice(&read("albo-pretorio/atti.json")).expect("data");
    let acts = data["atti"].as_array().expect("a list");
    let of_data: BTreeSet<String> =
        acts.iter().map(|act| act["url"].as_str().expect("an address").to_owned()).collect();
    let base = "https://comune.prova.example/";
    let pages = texts(&site).into_iter().filter_map(|(path, _)| {
        let rest = path.strip_prefix("albo-pretorio/2026/")?.strip_suffix("/index.html")?;
        Some(format!("{base}albo-pretorio/2026/{rest}/"))
    });
    assert_eq!(of_feed, of_data);
    assert_eq!(of_data, pages.collect::<BTreeSet<String>>());
    assert_eq!(of_data.len(), 5);
    for entry in &feed.entries {
        assert!(entry.published.is_some() && entry.updated >= entry.published, "{entry:?}");
    }
    // Whoever takes a file by its fingerprint finds it at its address.
    let mut n_files = 0;
    for document in acts.iter().flat_map(|act| act["documenti"].as_array().expect("a list")) {
        let Some(hash) = document["sha256"].as_str() else { continue };
        let url = document["url"].as_str().expect("an address");
        let bytes = read(url.strip_prefix(base).expect("on the portal"));
        assert_eq!(arengo_sha256(&bytes), hash, "{url}");
        n_files += 1;
    }
    assert_eq!(n_files, 4);
}

fn arengo_sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Pages of the albo say `noindex`, those of transparency never do, and nothing else leads into the albo.
#[test]
fn nothing_else_knows_the_acts() {
    let site = Site::from("albo");
    build(&site.order(), 2);
    for (path, text) in texts(&site) {
        let is_of_albo = path.starts_with("albo-pretorio/");
        if path.ends_with(".html") {
            let says = text.contains(r#"<meta name="robots" content="noindex">"#);
            let is_refused = path.contains("/riservato/");
            assert_eq!(says, is_of_albo || is_refused || path == "404.html", "{path}");
        }
        let is_ours = path.starts_with(".arengo") || path.starts_with("risorse/");
        if !is_of_albo && !is_ours {
            assert!(!text.contains("albo-pretorio/2026"), "{path} leads to an act");
            // Of what stands on the albo alone nothing is known elsewhere.
            for words in ["ultimo giorno", "due persone", "Asta di un terreno", "comincia domani"] {
                assert!(!text.contains(words), "{path}: {words}");
            }
        }
    }
    let robots = std::fs::read_to_string(site.output().join("robots.txt")).expect("a file");
    assert!(!robots.contains("Disallow"), "who may not read a page cannot see that it is not to be listed");
}

/// On the day after its last an act is gone with its files; what transparency still needs stays, at its own address.
#[test]
fn an_act_goes_and_leaves_its_other_route() {
    let site = Site::from("albo");
    let order = site.order();
    build(&order, 2);
    let is_there = |path: &str| site.output().join(path).exists();
    let own = [
        "albo-pretorio/2026/4/index.html",
        "albo-pretorio/2026/4/atto.txt",
        "albo-pretorio/2026/4/intero.txt",
    ];
    assert!(own.iter().all(|path| is_there(path)));
    let other = "amministrazione/documenti-e-dati/documento-albo-pretorio";
    let lasting = [format!("{other}/scaduto/index.html"), "allegati/2026/atto.txt".to_owned()];
    assert!(lasting.iter().all(|path| is_there(path)));
    assert!(!is_there(&format!("{other}/domani/index.html")));
    build(&day(&order, "2026-11-27"), 2);
    assert!(own.iter().all(|path| !is_there(path)));
    assert!(lasting.iter().all(|path| is_there(path)));
    assert!(is_there(&format!("{other}/domani/index.html")));
    // Five years from 1 January after; the albo forgot it long before.
    build(&day(&order, "2031-12-31"), 2);
    assert!(lasting.iter().all(|path| is_there(path)));
    build(&day(&order, "2032-01-01"), 2);
    assert!(lasting.iter().all(|path| !is_there(path)));
    assert!(!is_there("albo-pretorio/archivio/2026/index.html") && is_there("albo-pretorio/index.html"));
}

/// The output changes on the days that were foretold and on no others.
#[test]
fn changes_of_the_albo_are_foretold() {
    let site = Site::from("albo");
    let mut days = super::Days::read(&site.root());
    let order = site.order();
    let feeds: Vec<&str> = arengo::route::FEEDS.iter().map(|(name, _)| *name).collect();
    let mut changes = Vec::new();
    for (first, last) in [("2026-11-09", "2026-12-22"), ("2026-12-30", "2027-01-03")] {
        let mut at: Date = first.parse().expect("a date");
        build(&day(&order, first), 2);
        let mut before = bytes(&site.output());
        while at < last.parse().expect("a date") {
            let foretold = arengo::model::transparency::next_change(&days.on(at), &feeds);
            at = at.tomorrow().expect("a day");
            build(&day(&order, &at.to_string()), 2);
            let now = bytes(&site.output());
            assert_eq!(now != before, foretold == Some(at), "{at}: {foretold:?} was foretold");
            if now != before {
                changes.push(at.to_string());
            }
            before = now;
        }
    }
    assert!(changes.len() > 12, "{changes:?}");
}

/// The register and its log, as whoever publishes keeps them, over every day of seven weeks.
#[test]
fn the_log_agrees_with_the_register() {
    let site = Site::from("albo");
    let order = site.order();
    let mut text = String::new();
    let mut at: Date = "2026-11-01".parse().expect("a date");
    let last: Date = "2026-12-20".parse().expect("a date");
    while at <= last {
        let today = day(&order, &at.to_string());
        build(&today, 2);
        let log = arengo::register::Log::parse(&text).expect("a log");
        let manifest = arengo::write::Manifest::read(&site.output()).expect("a manifest");
        let files = manifest.files.iter().map(|(path, hash)| (path.as_str(), hash.to_string()));
        let line = log.line(at, manifest.to_json().as_bytes(), files).expect("a new publication");
        text.push_str(&line);
        at = at.tomorrow().expect("a day");
    }
    let log = arengo::register::Log::parse(&text).expect("a log");
    let loading =
        arengo::load::load(&arengo::load::Request { today: last, ..order.request.clone() }).expect("a site");
    let read = loading.site.expect("settings");
    let register = arengo::register::of(&read, &loading.sources, Some(&log), Some(2026));
    // What came before the log began cannot agree with it.
    let began = |line: &&arengo::register::Line| line.pubblicato_dal >= "2026-11-01".parse().expect("a date");
    let lines: Vec<_> = register.lines.iter().filter(began).collect();
    assert!(lines.len() >= 8, "{lines:?}");
    for line in lines {
        assert_eq!(line.conforme, Some(true), "{line:?}");
        assert_eq!(line.in_linea_dal, Some(line.pubblicato_dal), "{line:?}");
    }
    assert!(register.unknown.is_empty(), "{:?}", register.unknown);
    // A log that ends before an act does cannot say that it went.
    let cut: String = text.lines().take(20).map(|line| format!("{line}\n")).collect();
    let log = arengo::register::Log::parse(&cut).expect("a log");
    let register = arengo::register::of(&read, &loading.sources, Some(&log), Some(2026));
    let of = |number: i64| register.lines.iter().find(|line| line.numero == number).expect("an act");
    assert_eq!((of(2).conforme, of(4).conforme, of(9).conforme), (Some(true), Some(false), Some(false)));
}

/// The example has a year of acts: to come, in force, expired, annulled.
#[test]
fn the_example_has_a_year_of_acts() {
    use arengo::model::albo::State;
    let mut days = super::Days::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let today: Date = "2026-11-26".parse().expect("a date");
    let model = days.on(today);
    let count = |state: State| model.albo.acts().iter().filter(|act| act.state(today) == state).count();
    assert!(model.albo.acts().len() >= 40);
    for (state, least) in [(State::Due, 3), (State::InForce, 10), (State::Expired, 20), (State::Annulled, 1)]
    {
        assert!(count(state) >= least, "{state:?}: {}", count(state));
    }
    let months: BTreeSet<(i16, i8)> =
        model.albo.acts().iter().map(|act| (act.from.year(), act.from.month())).collect();
    assert!(months.len() >= 12, "{months:?}");
}
