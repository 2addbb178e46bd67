//! Whole sites: every folder of `tests/sites` is built, and what comes out is compared with its `expect/`.
//!
//! - `diagnostics.txt`: what a person at a terminal reads, in Italian;
//! - `files.txt`: what is published;
//! - `pages/`: the `<main>` of the pages that `case.toml` names, or whole files.
//!
//! `SITES=name` runs one case, `SNAPSHOTS=overwrite` writes what came out: read it in the diff like any other line.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use arengo::{
    audit,
    diagnostic::{self, Failure, FailureKind, Format, Options, Report},
    l10n::{L10n, Lang},
    pipeline::{self, Build},
    source::Sources,
    write,
};
use snapbox::{
    Data,
    report::{Palette, write_diff},
};
use support::{Site, below, cases};

/// Expected files of a case, by path below `expect/`.
type Files = BTreeMap<String, String>;

#[test]
fn sites_are_as_expected() {
    let wanted = std::env::var("SITES").ok();
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|how| how == "overwrite");
    let pool = rayon::ThreadPoolBuilder::new().stack_size(8 * 1024 * 1024).build().expect("threads");
    let names: Vec<String> = fs::read_dir(cases())
        .expect("tests/sites")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"))
        .filter(|name| !name.starts_with('_') && wanted.as_ref().is_none_or(|wanted| wanted == name))
        .collect();
    assert!(!names.is_empty(), "there is no such case");
    let mut failures: Vec<(&str, String)> = pool.install(|| {
        use rayon::prelude::*;
        names.par_iter().filter_map(|name| Some((name.as_str(), run(name, overwrite).err()?))).collect()
    });
    failures.sort();
    let told: String = failures.iter().map(|(name, why)| format!("\n=== {name}\n{why}")).collect();
    assert!(failures.is_empty(), "{} of {} sites are not as expected\n{told}", failures.len(), names.len());
}

/// What the privacy guard finds is shown by no format, in no language, whatever rule speaks of the same line.
#[test]
fn no_format_shows_personal_data() {
    ["privacy-found", "privacy-files"].into_iter().for_each(shows_nothing);
}

fn shows_nothing(case: &str) {
    let site = Site::from(case);
    let build = pipeline::run_tested(&site.order()).expect("a site");
    let report = Report {
        findings: &build.findings,
        accepted: 0,
        accepted_findings: &build.findings,
        pages: build.pages,
        date: site.case.date.clone(),
        tested: build.tested.as_ref(),
        offices: Some(&build.offices),
    };
    for lang in [Lang::It, Lang::En] {
        let l10n = L10n::new(lang);
        let mut texts: Vec<(&str, String)> = Vec::new();
        for format in Format::ALL {
            let mut out = Vec::new();
            let options = Options::default();
            diagnostic::show(format, &report, &build.sources, &l10n, &mut out, &options).expect("a buffer");
            texts.push((format.name(), String::from_utf8(out).expect("text")));
        }
        let signed = diagnostic::Signed::default();
        let declaration = diagnostic::declaration(&report, signed, &build.sources, &l10n);
        texts.extend([("dichiarazione.html", declaration.html), ("dichiarazione.json", declaration.json)]);
        for (name, text) in texts {
            for secret in [
                "RSSMRA85T10A562S",
                "0542811101",
                "05428 11101",
                "X054 2811",
                "347 1928374",
                "3471928374",
                "ugo.valenti",
                "carla.neri",
                "CA12345BD",
                "12/03/1980",
                "via dei Tigli",
                "ricoverato",
            ] {
                let at = text.to_lowercase().find(&secret.to_lowercase());
                let near = at.map(|at| &text[text.floor_char_boundary(at.saturating_sub(80))..at]);
                assert_eq!(near, None, "{case}: {name} shows {secret}");
            }
            let rules = ["json", "sarif", "html"];
            assert!(!rules.contains(&name) || text.contains("privacy-fiscal-code"), "{name}");
        }
    }
}

/// Builds a case and compares, or says what differs.
fn run(name: &str, overwrite: bool) -> Result<(), String> {
    let (found, complaints) = catch_unwind(AssertUnwindSafe(|| build(name))).map_err(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        format!("panic: {}", text.unwrap_or_else(|| "without words".to_owned()))
    })?;
    let folder = cases().join(name).join("expect");
    if overwrite {
        let _ = fs::remove_dir_all(&folder);
        for (path, text) in &found {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a folder above")).expect("made");
            fs::write(path, text).expect("written");
        }
    }
    let differences = compare(&read(&folder), &found) + &complaints;
    if differences.is_empty() { Ok(()) } else { Err(differences) }
}

fn build(name: &str) -> (Files, String) {
    let site = Site::from(name);
    let before = cases().join(name).join("before");
    if before.is_dir() {
        site.lay(&before);
        let first = pipeline::run(&site.order()).expect("the state before can be built");
        assert!(first.written.is_some(), "the state before has errors:\n{}", shown(&first, &site));
        site.lay(&cases().join(name));
    }
    let untouched = listed(&site.output());
    let built = pipeline::run(&site.order());
    let mut found = Files::new();
    let mut complaints = String::new();
    let exit = match &built {
        Ok(build) => {
            found.insert("diagnostics.txt".to_owned(), shown(build, &site));
            if build.written.is_some() {
                found.insert("files.txt".to_owned(), listed(&site.output()));
                complaints += &pages(&site, &mut found);
                complaints += &verdicts(&site);
            }
            u8::from(build.has_errors())
        }
        Err(failure) => {
            found.insert("diagnostics.txt".to_owned(), told(failure, &site));
            if failure.kind == FailureKind::Usage { 2 } else { 3 }
        }
    };
    if exit != site.case.exit {
        complaints += &format!("it ends with {exit} instead of {}\n", site.case.exit);
    }
    if exit != 0 && listed(&site.output()) != untouched {
        complaints += "a build that failed touched the output\n";
    }
    (found, complaints)
}

/// What a person at a terminal reads.
fn shown(build: &Build, site: &Site) -> String {
    let report = Report {
        findings: &build.findings,
        accepted: build.accepted,
        accepted_findings: &[],
        pages: build.pages,
        date: site.case.date.clone(),
        tested: None,
        offices: None,
    };
    let l10n = L10n::new(Lang::It);
    let mut out = Vec::new();
    let options = Options::default();
    diagnostic::show(Format::Text, &report, &build.sources, &l10n, &mut out, &options).expect("a buffer");
    anonymous(&String::from_utf8(out).expect("text"), site)
}

fn told(failure: &Failure, site: &Site) -> String {
    let l10n = L10n::new(Lang::It);
    let help = l10n.help(&failure.message).unwrap_or_default();
    anonymous(&format!("errore: {}\n  = aiuto: {help}\n", l10n.message(&failure.message)), site)
}

fn anonymous(text: &str, site: &Site) -> String {
    text.replace(&site.folder.path().display().to_string(), "[CARTELLA]")
}

/// Paths of the published files, a line each; the theme's folder is named after its bytes.
fn listed(output: &Path) -> String {
    let files = below(output);
    let name = |path: &Path| fold(&path.strip_prefix(output).expect("below").display().to_string());
    files.iter().map(|path| name(path) + "\n").collect()
}

/// The theme's folder is named after its bytes: not this test's business.
fn fold(text: &str) -> String {
    let mut parts = text.split("risorse/");
    let mut folded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        folded += "risorse/[IMPRONTA]";
        folded += part.find('/').map_or("", |slash| &part[slash..]);
    }
    folded
}

/// Adds the pages that the case names; says which are not there.
fn pages(site: &Site, found: &mut Files) -> String {
    let mut missing = String::new();
    let main = site.case.pages.iter().map(|address| (address, true));
    for (address, only_main) in main.chain(site.case.whole.iter().map(|address| (address, false))) {
        let inner = address.trim_start_matches('/');
        let file = if inner.is_empty() || inner.ends_with('/') {
            format!("{inner}index.html")
        } else {
            inner.to_owned()
        };
        let Ok(text) = fs::read_to_string(site.output().join(&file)) else {
            missing += &format!("there is no page {address}\n");
            continue;
        };
        let text = if only_main { main_of(&text).to_owned() } else { text };
        let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
        let text: String = lines.map(|line| format!("{line}\n")).collect();
        let name = match file.strip_suffix("/index.html") {
            Some(folder) => format!("{}.html", folder.replace('/', "-")),
            None => file.replace('/', "-"),
        };
        found.insert(format!("pages/{name}"), fold(&text));
    }
    missing
}

fn main_of(page: &str) -> &str {
    let start = page.find("<main").unwrap_or(0);
    let end = page.find("</main>").map_or(page.len(), |end| end + "</main>".len());
    &page[start..end]
}

/// Minifying may not change a verdict.
fn verdicts(site: &Site) -> String {
    let mut changed = String::new();
    for path in below(&site.output()) {
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a page");
        let minified = String::from_utf8(write::finish_html(&text, true)).expect("text");
        for minified in std::iter::once(minified).chain(audit::Document::parse(&text).shortened()) {
            let (one, other) = (judged(&text), judged(&minified));
            if one != other {
                changed += &format!("{} minified is judged otherwise:\n{one:?}\n{other:?}\n", path.display());
            }
        }
    }
    changed
}

fn judged(page: &str) -> Vec<(&'static str, String)> {
    let document = audit::Document::parse(page);
    let file = Sources::default().add("page.html", "");
    let subject = audit::Subject { document: &document, url: "/", file, sheets: audit::Sheets::none() };
    let found = subject.audit(&audit::Settings::default());
    let selector =
        |found: &diagnostic::Diagnostic| found.place.seen.as_ref().map(|seen| seen.selector.clone());
    found.iter().map(|found| (found.rule, selector(found).unwrap_or_default())).collect()
}

fn read(folder: &Path) -> Files {
    let text = |path: &Path| fs::read_to_string(path).expect("text");
    let name = |path: &Path| path.strip_prefix(folder).expect("below").display().to_string();
    below(folder).iter().map(|path| (name(path), text(path))).collect()
}

fn compare(expected: &Files, found: &Files) -> String {
    if expected.is_empty() {
        return "there is no expect/: run with SNAPSHOTS=overwrite and read what it says\n".to_owned();
    }
    let mut told = String::new();
    for (path, text) in found {
        match expected.get(path) {
            Some(expected) if expected == text => {}
            Some(expected) => {
                let (one, other) = (Data::text(expected.as_str()).raw(), Data::text(text.as_str()).raw());
                let title = format!("expect/{path}");
                let name: Option<&dyn std::fmt::Display> = Some(&title);
                write_diff(&mut told, &one, &other, name, Some(&"found"), Palette::plain())
                    .expect("a string");
            }
            None => told += &format!("expect/{path} is missing:\n{text}\n"),
        }
    }
    for path in expected.keys().filter(|path| !found.contains_key(*path)) {
        told += &format!("expect/{path} is expected, and nothing makes it\n");
    }
    told
}

/// What is published as data says the same in all its forms, to parsers that are not ours.
#[test]
fn data_is_read_back() {
    let site = Site::from("table-files");
    let built = pipeline::run(&site.order()).expect("it can be built");
    assert!(built.written.is_some(), "{}", shown(&built, &site));
    let text = |path: &str| fs::read_to_string(site.output().join(path)).expect("a file");
    let turtle = text("dati/catalogo.ttl");
    let of_turtle: BTreeSet<String> = oxttl::TurtleParser::new()
        .for_slice(&turtle)
        .map(|triple| triple.expect("Turtle").to_string())
        .collect();
    let json_ld = text("dati/catalogo.jsonld");
    let of_json: BTreeSet<String> = oxjsonld::JsonLdParser::new()
        .for_slice(&json_ld)
        .map(|quad| oxrdf::Triple::from(quad.expect("JSON-LD")).to_string())
        .collect();
    assert_eq!(of_turtle, of_json);
    assert!(of_turtle.len() > 100, "{}", of_turtle.len());

    let is_table = |path: &&std::path::PathBuf| {
        path.extension().is_some_and(|extension| extension == "csv")
            && !path.to_string_lossy().contains("allegati")
    };
    let files = below(&site.output());
    let tables: Vec<_> = files.iter().filter(is_table).collect();
    assert!(tables.len() >= 5, "{tables:?}");
    for path in tables {
        let json = fs::read_to_string(path.with_extension("json")).expect("its other form");
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let mut rows = rfc4180(&fs::read_to_string(path).expect("CSV"));
        let heads = rows.remove(0);
        let in_json = json["righe"].as_array().expect("rows");
        assert_eq!(rows.len(), in_json.len(), "{}", path.display());
        for (row, object) in rows.iter().zip(in_json) {
            assert_eq!(row.len(), heads.len(), "{}: {row:?}", path.display());
            for (head, cell) in heads.iter().zip(row) {
                let same = match &object[head] {
                    serde_json::Value::Null => cell.is_empty(),
                    serde_json::Value::Bool(truth) => cell == if *truth { "si" } else { "no" },
                    serde_json::Value::Number(number) => number.as_f64() == cell.parse().ok(),
                    other => other.as_str().is_some_and(|text| text == cell || format!("'{text}") == *cell),
                };
                assert!(same, "{}: {head}: {cell} and {}", path.display(), object[head]);
            }
        }
    }
}

/// In JSON offices stand inside the office they belong to, as the Authority's scheme for art. 13 has them.
#[test]
fn offices_stand_inside_offices() {
    let site = Site::from("transparency-lists");
    let office = fs::read_to_string(site.root().join("content/uffici/anagrafe.md")).expect("an office");
    let office = office.replacen("---\n", "---\ngenitore: anagrafe\nid: sportello\nslug: sportello\n", 1);
    let office = office.replacen("titolo: ", "titolo: Sportello dell'", 1);
    fs::write(site.root().join("content/uffici/sportello.md"), office).expect("written");
    let built = pipeline::run(&site.order()).expect("it can be built");
    assert!(built.written.is_some(), "{}", shown(&built, &site));
    let is_list = |path: &&std::path::PathBuf| path.ends_with("articolazione-uffici.json");
    let files = below(&site.output());
    let path = files.iter().find(is_list).expect("the list of offices");
    let list: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON");
    let rows = list["righe"].as_array().expect("rows");
    let inside: BTreeMap<&str, Vec<&str>> = rows
        .iter()
        .map(|row| {
            let below = row["uffici"].as_array().expect("what stands inside");
            let below = below.iter().map(|row| row["denominazione_ufficio"].as_str().expect("a name"));
            (row["denominazione_ufficio"].as_str().expect("a name"), below.collect())
        })
        .collect();
    let holding: Vec<(&&str, &Vec<&str>)> = inside.iter().filter(|(_, below)| !below.is_empty()).collect();
    assert_eq!(rows.len(), 2, "{inside:?}");
    assert_eq!(holding.len(), 1, "{inside:?}");
    assert!(holding[0].1[0].starts_with("Sportello dell'"), "{inside:?}");
}

/// Who heads an area is an organ of administration: area and offices below it stand in its row, each once, with the
/// Authority's members and no others.
#[test]
fn posts_carry_their_offices() {
    let site = Site::from("transparency-lists");
    let put = |path: &str, text: &str| fs::write(site.root().join(path), text).expect("written");
    let office = fs::read_to_string(site.root().join("content/uffici/anagrafe.md")).expect("an office");
    let other = |id: &str, kind: &str, more: &str| {
        let head = format!("---\ntitolo: {id}\nslug: {id}\ntipo: {kind}\n{more}");
        let kept = office.lines().skip(1).filter(|line| {
            !["titolo:", "slug:", "tipo:", "responsabile:"].iter().any(|key| line.starts_with(key))
        });
        head + &kept.map(|line| format!("{line}\n")).collect::<String>()
    };
    put("content/uffici/area.md", &other("area", "Area", "livello_dirigenziale: sì\n").replace("sì", "true"));
    put("content/uffici/sportello.md", &other("sportello", "Ufficio", "genitore: area\n"));
    put("content/uffici/archivio.md", &other("archivio", "Ufficio", "genitore: sportello\n"));
    let post = "---\ntitolo: Responsabile dell'area\ntipo: Amministrativo\npersona: anna-verdi\nunita_organizzativa: \
        area\nresponsabile_struttura: area\ndata_inizio: 2024-01-01\n---\n";
    fs::create_dir_all(site.root().join("content/incarichi")).expect("a folder");
    put("content/incarichi/capo-area.md", post);
    let built = pipeline::run(&site.order()).expect("it can be built");
    assert!(built.written.is_some(), "{}", shown(&built, &site));
    let files = below(&site.output());
    let path = files.iter().find(|path| path.ends_with("organi-amministrazione-gestione.json"));
    let list = fs::read_to_string(path.expect("the list of organs")).expect("a file");
    let list: serde_json::Value = serde_json::from_str(&list).expect("JSON");
    let [row] = &list["righe"].as_array().expect("rows")[..] else { panic!("one organ: {list}") };
    let offices = row["uffici"].as_array().expect("its offices");
    let named =
        |key: &str| -> Vec<Option<&str>> { offices.iter().map(|office| office[key].as_str()).collect() };
    assert_eq!(named("denominazione_ufficio_dirigenziale"), [Some("area"), None, None], "{list}");
    let below = [None, Some("sportello"), Some("archivio")];
    assert_eq!(named("denominazione_ufficio_non_dirigenziale"), below, "{list}");
    let mut members: Vec<&String> = offices[0].as_object().expect("an office").keys().collect();
    members.sort();
    let wanted =
        ["competenze", "denominazione_ufficio_dirigenziale", "denominazione_ufficio_non_dirigenziale"];
    assert_eq!(members, [&wanted[..], &["nominativo", "qualifica"]].concat(), "{list}");
}

/// Each row goes on its own day, though the page stays: five years for an act, three after the end of a post.
#[test]
fn rows_leave_on_their_days() {
    let site = Site::from("table-files");
    let page = site.root().join("content/pagine/contributi/index.md");
    let written = fs::read_to_string(&page).expect("a page");
    // Who links to a file by its address does not keep it online.
    let link = "---\ntitolo: Dove sono i dati\nslug: rimanda\ndescrizione_breve: Di prova.\nufficio_responsabile: anagrafe\n\
        ---\n\nI dati sono in un [file CSV](/dati/contributi/atti-concessione.csv).\n";
    fs::write(site.root().join("content/pagine/rimanda.md"), link).expect("written");
    // A page that says nothing of its days, and one that decided on a day.
    let silent = written.replace("pubblicazione:\n  decorre_dal: 2026-02-20\n", "");
    let decided = "pubblicazione:\n  fino: 2035-12-31\n  motivo: Contenzioso in corso.\n";
    let decided = written.replace("pubblicazione:\n  decorre_dal: 2026-02-20\n", decided);
    let on = |text: &str, day: &str| {
        fs::write(&page, text).expect("written");
        let mut order = site.order();
        order.request.today = day.parse().expect("a day");
        let built = pipeline::run(&order).expect("it can be built");
        assert!(built.written.is_some(), "{}", shown(&built, &site));
        let data = site.output().join("dati/contributi/atti-concessione.csv");
        fs::read_to_string(data).map_or(0, |text| text.lines().count() - 1)
    };
    let all = on(&silent, "2026-11-22");
    assert_eq!(all, 3, "one of 2025, two of 2026");
    assert_eq!(on(&silent, "2030-12-31"), 3);
    assert_eq!(on(&silent, "2031-01-01"), 2);
    assert_eq!(on(&silent, "2031-12-31"), 2);
    assert_eq!(on(&silent, "2032-01-01"), 0);
    assert_eq!(on(&decided, "2032-01-01"), 3);
}

/// What is late is told by the periods in the data, not by the day on which somebody touched the page.
#[test]
fn data_tell_what_is_late() {
    let site = Site::from("transparency-lists");
    let folder = site.root().join("content/pagine/tempi");
    fs::create_dir_all(&folder).expect("a folder");
    let put = |name: &str, text: &str| fs::write(folder.join(name), text).expect("written");
    put(
        "index.md",
        "---\ntitolo: Tempi di pagamento\nslug: tempi\ndescrizione_breve: Quanto aspettano i fornitori.\n\
         ufficio_responsabile: anagrafe\ntrasparenza: [pagamenti/tempestivita/itp-trimestrale]\ntabelle:\n  - titolo: \
         Tempi del 2026\n    file: ./tempi.csv\n    schema: tempestivita_pagamenti\naggiornato: 2026-11-20\n---\n\nSi pubblica ogni tre mesi.\n",
    );
    let is_late = |quarters: &[&str]| {
        let rows = quarters.iter().map(|quarter| format!("2026;{quarter};-3,5;1000,00\n"));
        put("tempi.csv", &("anno;periodo;indicatore;importo\n".to_owned() + &rows.collect::<String>()));
        let mut order = site.order();
        order.request.today = "2026-11-26".parse().expect("a day");
        let built = pipeline::run(&order).expect("it can be built");
        let told = shown(&built, &site);
        assert!(built.written.is_some(), "{told}");
        told.contains("transparency-late")
    };
    assert!(is_late(&["primo trimestre"]));
    assert!(!is_late(&["primo trimestre", "terzo trimestre"]));
}

/// The records of a CSV by the letter of RFC 4180, without the library that wrote it: commas, CRLF, quotes doubled.
fn rfc4180(text: &str) -> Vec<Vec<String>> {
    let mut records = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let record = records.last_mut().expect("one record at least");
        match letter {
            '"' if is_quoted && letters.next_if_eq(&'"').is_some() => {
                record.last_mut().expect("a cell").push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => record.push(String::new()),
            '\r' if !is_quoted => assert_eq!(letters.peek(), Some(&'\n'), "lines end with CRLF"),
            '\n' if !is_quoted => records.push(vec![String::new()]),
            letter => record.last_mut().expect("a cell").push(letter),
        }
    }
    assert!(!is_quoted, "a quote is not closed");
    assert_eq!(records.pop(), Some(vec![String::new()]), "the last line ends, too");
    records
}
