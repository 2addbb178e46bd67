//! What holds of every build: the same bytes whatever the circumstances, nothing touched that did not change,
//! and nothing of the published portal lost when a build fails.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]

mod albo;
mod cached;
mod model;
mod support;
#[path = "support/transparency.rs"]
mod transparency;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use arengo::pipeline::{self, Build, Order};
use jiff::civil::Date;
use support::{Site, below};
use transparency::{Days, lists};

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

/// Every item of a site is in its list exactly from its first to its last day, on every day of two years; and what no
/// list shows any more is gone with its page and its attachments.
#[test]
fn transparency_shows_everything_in_its_days_and_no_others() {
    let site = Site::from("transparency-durations");
    let mut days = Days::read(&site.root());
    let reviews = "controlli-rilievi/organi-revisione/relazioni-revisione";
    let politics = "organizzazione/titolari-incarichi-politici";
    let in_office = format!("{politics}/atto-nomina");
    let (pay, others, ended) = (
        format!("{politics}/compensi-politici"),
        format!("{politics}/altre-cariche"),
        format!("{politics}/cessati"),
    );
    let (first, last) = ("2026-07-01", "2028-06-30");
    // List, title, first and last day within the two years: by hand, from the law.
    let expected = [
        // Five years from 1 January 2021 ended with 2025.
        (reviews, "Relazione del 2020", None),
        (reviews, "Relazione del 2021", Some((first, "2026-12-31"))),
        ("bilanci/bilancio/bilancio-preventivo", "Bilancio con effetti lunghi", Some((first, "2027-03-31"))),
        ("pianificazione-territorio/atti-governo", "Variante superata", Some((first, "2026-12-01"))),
        (reviews, "Relazione senza data", Some((first, last))),
        (reviews, "Relazione tolta prima", Some((first, "2026-12-15"))),
        (reviews, "Relazione tenuta di più", Some((first, "2027-01-10"))),
        (reviews, "Relazione che verrà", Some(("2026-12-20", last))),
        (&in_office, "Sindaco", Some((first, "2026-12-05"))),
        (&pay, "Sindaco", Some((first, "2026-12-05"))),
        (&others, "Carlo Rossi", Some((first, "2026-12-05"))),
        (&ended, "Sindaco", Some(("2026-12-06", last))),
        (&ended, "Carlo Rossi", Some(("2026-12-06", last))),
    ];
    let date = |text: &str| text.parse::<Date>().expect("a date");
    let mut day = date(first);
    while day <= date(last) {
        let model = days.on(day);
        let lists = lists(&model, days.site());
        for (key, title, life) in &expected {
            let is_there = lists.get(*key).is_some_and(|titles| titles.iter().any(|found| found == title));
            let should = life.is_some_and(|(from, until)| date(from) <= day && day <= date(until));
            assert_eq!(is_there, should, "{day} {key} {title}");
        }
        let is_page = |id: &str| model.find("documento_pubblico", id).is_some();
        assert!(!is_page("vecchio"), "{day}");
        assert_eq!(is_page("ultimo"), day <= date("2026-12-31"), "{day}");
        assert_eq!(is_page("piano"), day <= date("2026-12-01"), "{day}");
        let files: Vec<&str> = model.used_attachments().map(|(_, address)| address).collect();
        assert!(!files.contains(&"/allegati/vecchio/vecchio.pdf"), "{day}");
        // What another act that is there needs stays as long as that one.
        for file in ["/allegati/ultimo/ultimo.pdf", "/allegati/documenti/comune.pdf"] {
            assert_eq!(files.contains(&file), day <= date("2026-12-31"), "{day} {file}");
        }
        day = day.tomorrow().expect("a day");
    }
    // Three years after the end of the office.
    let ends = |days: &mut Days, day: &str| days.on(date(day)).find("incarico", "sindaco").is_some();
    assert!(ends(&mut days, "2029-12-05"));
    assert!(!ends(&mut days, "2029-12-06"));
}

/// The example: what the model shows on a day is what the plan says, on every day around which something changes.
#[test]
fn the_example_keeps_its_plan() {
    let mut days = Days::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let start: Date = "2026-11-26".parse().expect("a date");
    let plan_of = days.on(start);
    let mut turns = BTreeSet::new();
    for (_, _, listings) in plan_of.transparency.plan.iter() {
        for listing in listings {
            turns.extend(listing.life.from);
            turns.extend(listing.life.until);
            turns.extend(listing.life.until.and_then(|day| day.tomorrow().ok()));
        }
    }
    assert!(turns.len() > 5, "the example has acts with an end");
    for day in turns {
        let model = days.on(day);
        let listed: usize = model.transparency.pages.iter().map(|page| page.all_shown().count()).sum();
        let mut planned = 0;
        for (type_name, id, listings) in model.transparency.plan.iter() {
            let alive = listings.iter().filter(|listing| listing.life.contains(day)).count();
            let is_there = model.find(type_name, id).is_some();
            planned += if is_there { alive } else { 0 };
            let is_over = listings.iter().all(|listing| listing.life.until.is_some_and(|until| until < day));
            assert!(!(is_over && is_there), "{day} {type_name}/{id} should be gone");
        }
        assert_eq!(listed, planned, "{day}");
    }
}

/// Whoever reads the list of deadlines finds an office where the content names one, and a person on every line.
#[test]
fn deadlines_say_who_answers() {
    use arengo::model::transparency::{Deadline, Reason, deadlines};
    let mut days = Days::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut on = |today: &str, until: &str| -> Vec<Deadline> {
        let date = |text: &str| text.parse::<Date>().expect("a date");
        let model = days.on(date(today));
        deadlines(&model, days.site(), date(until), &[])
    };
    let lines = on("2026-05-01", "2026-05-31");
    for file in ["content/bandi/gara-manutenzione-strade.md", "content/albo/2026/determina-58.md"] {
        let coming = |line: &&Deadline| line.file.as_deref() == Some(file) && line.reason == Reason::Appears;
        let coming: Vec<&Deadline> = lines.iter().filter(coming).collect();
        assert!(!coming.is_empty(), "{file}");
        for line in coming {
            assert_eq!(line.office.as_deref(), Some("Area tecnica"), "{line:?}");
        }
    }
    let lines = lines.into_iter().chain(on("2026-11-26", "2026-12-31"));
    let lines: Vec<Deadline> = lines.collect();
    for reason in [Reason::Removal, Reason::Appears, Reason::Recurring] {
        assert!(lines.iter().any(|line| line.reason == reason), "{reason:?}");
    }
    for line in &lines {
        assert!(line.responsible.is_some(), "{line:?}");
    }
    // The Comune has no managers, and its office said so.
    assert!(lines.iter().all(|line| !line.title.contains("emolumenti")));
}

/// Documents of contracts: what should be there is late, what will have to be comes on its day.
#[test]
fn documents_of_contracts_are_due() {
    use arengo::model::transparency::{Reason, deadlines};
    let site = Site::from("contract-documents");
    let mut days = Days::read(&site.root());
    let date = |text: &str| text.parse::<Date>().expect("a date");
    let due = |days: &mut Days, today: &str, act: &str| -> Vec<(Date, Reason, Option<u32>)> {
        let model = days.on(date(today));
        let lines = deadlines(&model, days.site(), date("2027-03-31"), &[]);
        let of_act = lines.iter().filter(|line| line.title.starts_with(act));
        of_act.map(|line| (line.date, line.reason, line.days_late)).collect()
    };
    let report = "Relazione di genere: ";
    let in_six_months = date("2027-02-28");
    assert_eq!(due(&mut days, "2026-11-22", report), [(in_six_months, Reason::Due, None)]);
    assert_eq!(due(&mut days, "2027-02-28", report), [(in_six_months, Reason::Due, None)]);
    assert_eq!(due(&mut days, "2027-03-03", report), [(in_six_months, Reason::Late, Some(3))]);
    let started = date("2026-03-02");
    assert_eq!(due(&mut days, "2026-03-12", "Perizia giustificativa: "), [(started, Reason::Late, Some(10))]);
    // Before it begins nothing is due; what is published, or is said not to be due, never is.
    assert_eq!(due(&mut days, "2026-03-01", "Perizia giustificativa: "), [(started, Reason::Due, None)]);
    for act in ["Decisione di contrarre: Gara per la mensa", "Disciplinare di gara: Gara per la mensa"] {
        assert_eq!(due(&mut days, "2026-11-22", act), []);
    }
}

/// The output changes on the day that was foretold and on no day before.
#[test]
fn the_next_change_is_foretold() {
    let mut site = Site::from("transparency-durations");
    write(
        &site,
        "content/notizie/presto.md",
        "---\ntitolo: Notizia che verrà\ntipo: Avvisi\ndescrizione_breve: Di prova.\nargomenti: [Sport]\na_cura_di: [anagrafe]\ndata_pubblicazione: 2026-11-30\npubblicato_dal: 2026-11-30\naggiornato: 2026-11-20\n---\n\nTesto della notizia.\n",
    );
    site.case.minify = false;
    let root = site.root();
    let mut days = Days::read(&root);
    let feeds: Vec<&str> = arengo::route::FEEDS.iter().map(|(name, _)| *name).collect();
    let order = site.order();
    let mut changes = Vec::new();
    for (first, last) in
        [("2026-11-29", "2026-12-07"), ("2026-12-14", "2026-12-21"), ("2026-12-30", "2027-01-02")]
    {
        let mut day: Date = first.parse().expect("a date");
        build(&self::day(&order, first), 2);
        let mut before = bytes(&site.output());
        while day < last.parse().expect("a date") {
            let foretold = arengo::model::transparency::next_change(&days.on(day), &feeds);
            day = day.tomorrow().expect("a day");
            build(&self::day(&order, &day.to_string()), 2);
            let now = bytes(&site.output());
            assert_eq!(now != before, foretold == Some(day), "{day}: {foretold:?} was foretold");
            if now != before {
                changes.push(day.to_string());
            }
            before = now;
        }
    }
    let expected = ["2026-11-30", "2026-12-02", "2026-12-06", "2026-12-16", "2026-12-20", "2027-01-01"];
    assert_eq!(changes, expected);
}

/// A service that is to be on the net by a day is told to be late from the next; the calendar of the site says so, too.
#[test]
fn the_next_change_knows_what_pages_ask_of_the_day() {
    let mut days = Days::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let planned: BTreeSet<Date> = days
        .on("2026-11-26".parse().expect("a date"))
        .entries()
        .filter_map(|(_, entry)| {
            entry.field("informatizzazione")?.value.member("data_prevista")?.value.date()
        })
        .collect();
    assert!(!planned.is_empty(), "the example plans services");
    for day in planned {
        let model = days.on(day);
        let foretold = arengo::render::next_change(&model);
        let next = day.tomorrow().expect("a day");
        assert_eq!(foretold, Some(next), "{day}");
        // What is on the net by then is not late.
        let later = arengo::render::next_change(&days.on(next));
        assert!(later.is_none_or(|later| later > next), "{later:?}");
    }
}

/// Every section of the law can be reached from the home page through links whose text is its title and nothing else.
#[test]
fn every_section_is_reached_by_its_title() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = Pages::of(root, "2026-11-26");
    let law = &pages.law;
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut next = vec!["/".to_owned()];
    let mut walked = BTreeSet::new();
    while let Some(url) = next.pop() {
        if !walked.insert(url.clone()) {
            continue;
        }
        let Some(text) = pages.render(&url) else { continue };
        for (href, words) in links(&text) {
            // The home page, then only pages of the section.
            let href = href.split('#').next().unwrap_or_default().to_owned();
            if href.starts_with("/amministrazione-trasparente/") {
                seen.entry(href.clone()).or_default().insert(words);
                let is_section = law.iter().any(|(address, _)| *address == href);
                if is_section {
                    next.push(href);
                }
            }
        }
    }
    assert!(law.len() > 80, "{} sections", law.len());
    for (address, title) in law {
        let words = seen.get(address);
        assert!(words.is_some_and(|words| words.contains(title)), "{address} «{title}»: {words:?}");
        let page = pages.render(address).expect("a page");
        let heading =
            page.split("<h1").nth(1).and_then(|rest| rest.split("</h1>").next()).expect("a heading");
        assert_eq!(plain(heading.split_once('>').expect("a tag").1), *title);
        assert!(!page.contains("noindex"), "{address} must be indexed (d.lgs. 33/2013, art. 9)");
    }
}

/// Pages of a site, one at a time, without what the theme takes from npm.
struct Pages {
    renderer: arengo::render::Renderer,
    /// Address and official title of every section of the law.
    law: Vec<(String, String)>,
}

impl Pages {
    fn of(root: &Path, date: &str) -> Self {
        let today = date.parse().expect("a date");
        let request = arengo::load::Request { root: root.to_owned(), today, base_url: None, drafts: false };
        let mut loading = arengo::load::load(&request).expect("a site");
        let site = loading.site.take().expect("settings");
        let validated = arengo::validate::run(&site, &loading.sources).value;
        let model = arengo::model::run(validated, &site).value;
        let tables = arengo::tables::run(&model, &site, &loading.sources, None).value;
        let surroundings = arengo::route::Surroundings { previous: None };
        let routes = arengo::route::run(&model, &tables, &site, &surroundings).value;
        let mut law =
            vec![("/amministrazione-trasparente/".to_owned(), arengo::schema::ROOT_TITLE.to_owned())];
        for section in &site.schemas.transparency.sections {
            if !section.is_archive {
                let address = format!("/amministrazione-trasparente/{}/", section.key);
                law.push((address, section.title.clone()));
            }
        }
        // Whatever the templates ask for is there under its name.
        let texts = site.theme.templates.values().map(|file| loading.sources.get(*file).text.to_string());
        let assets: BTreeMap<String, String> =
            texts.flat_map(|text| asked(&text)).map(|name| (name.clone(), format!("/{name}"))).collect();
        let integrity = BTreeMap::clone(&assets);
        let config = site.config.clone();
        let schemas = site.schemas.clone();
        let tables = std::sync::Arc::new(tables);
        let parts = arengo::render::ViewParts { model, tables, routes, config, schemas, assets, integrity };
        let view = arengo::render::View::new(parts, &site.theme, &loading.sources).value;
        let renderer = arengo::render::Renderer::new(view, &site.theme, &loading.sources);
        assert!(renderer.diagnostics.is_empty(), "{:?}", renderer.diagnostics.first());
        Self { renderer: renderer.value.expect("templates"), law }
    }

    fn render(&self, url: &str) -> Option<String> {
        let route = self.renderer.view().routes().at(url)?.clone();
        let text = self.renderer.render(&route).unwrap_or_else(|told| panic!("{url}: {told:?}"));
        Some(String::from_utf8(arengo::write::finish_html(&text, false)).expect("text"))
    }
}

/// Names of theme files in a template: `risorsa(nome="css/arengo.css")`.
fn asked(template: &str) -> Vec<String> {
    let after = ["risorsa(nome=", "<foglio nome="].iter().flat_map(|call| template.split(call).skip(1));
    after.filter_map(|rest| rest.get(1..)?.split(['"', '\'']).next().map(str::to_owned)).collect()
}

/// Address and text of every link of a page.
fn links(page: &str) -> Vec<(String, String)> {
    let after = page.split("<a ").skip(1);
    after
        .filter_map(|rest| {
            let (tag, rest) = rest.split_once('>')?;
            let href = tag.split("href=\"").nth(1)?.split('"').next()?;
            Some((href.to_owned(), plain(rest.split("</a>").next()?)))
        })
        .collect()
}

/// Text without tags, as it is read.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut parts = html.split('<');
    text.push_str(parts.next().unwrap_or_default());
    parts.for_each(|part| text.push_str(part.split_once('>').map_or("", |(_, text)| text)));
    let text =
        text.replace("&#39;", "'").replace("&#x27;", "'").replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The site with a page that searches, a draft, and a page for wrong addresses.
fn searched_site() -> Site {
    let site = site();
    let page = |slug: &str, more: &str| {
        format!(
            "---\ntitolo: Pagina {slug}\nslug: {slug}\ndescrizione_breve: Una pagina di prova.\n{more}\
             ufficio_responsabile: anagrafe\n---\n\nTesto di {slug}: perché cercarlo?\n"
        )
    };
    write(&site, "themes/prova/templates/modelli/ricerca.html", "{% extends \"base.html\" %}\n");
    write(&site, "content/pagine/ricerca.md", &page("ricerca", "modello: ricerca\n"));
    write(&site, "content/pagine/non-trovata.md", &page("non-trovata", "modello: non-trovata\n"));
    write(&site, "content/pagine/bozza.md", &page("bozza", "bozza: true\n"));
    write(&site, "content/pagine/visibile.md", &page("visibile", ""));
    site
}

/// What the index shows of each page, by address.
fn found(output: &Path) -> BTreeMap<String, serde_json::Value> {
    let one = |path: &PathBuf| {
        let packed = fs::read(path).expect("a file");
        let mut text = String::new();
        let mut unpacked = flate2::read::GzDecoder::new(packed.as_slice());
        std::io::Read::read_to_string(&mut unpacked, &mut text).expect("packed text");
        let page: serde_json::Value =
            serde_json::from_str(text.trim_start_matches("pagefind_dcd")).expect("JSON");
        (page["url"].as_str().expect("an address").to_owned(), page)
    };
    below(&output.join("risorse/ricerca/fragment")).iter().map(one).collect()
}

#[test]
#[cfg(feature = "search")]
fn the_index_finds_what_is_published_and_nothing_else() {
    let site = searched_site();
    let order = site.order();
    build(&order, 2);
    let pages = found(&order.output);
    for url in
        ["/visibile/", "/novita/avvisi/scade/", "/en/novita/avvisi/orari/", "/novita/", "/argomenti/sport/"]
    {
        assert!(pages.contains_key(url), "{url} in {:?}", pages.keys());
    }
    for url in ["/bozza/", "/ricerca/", "/404.html", "/bando-vecchio/"] {
        assert!(!pages.contains_key(url), "{url}");
    }
    let news = &pages["/novita/avvisi/scade/"];
    assert_eq!(news["meta"]["title"], "Bando che scade");
    assert_eq!(news["filters"]["argomento"][0], "Sport");
    assert_eq!(news["filters"]["ufficio"].as_array().map(Vec::len), Some(1), "{news}");
    let text = pages["/visibile/"]["content"].as_str().expect("text");
    assert!(text.contains("perché cercarlo") && !text.contains("Amministrazione"), "menus stay out: {text}");

    let entry = fs::read(order.output.join("risorse/ricerca/pagefind-entry.json")).expect("an entry");
    let entry: serde_json::Value = serde_json::from_slice(&entry).expect("JSON");
    let languages: Vec<&String> = entry["languages"].as_object().expect("languages").keys().collect();
    assert_eq!(languages, ["en", "it"]);

    build(&day(&order, "2026-11-23"), 2);
    assert!(!found(&order.output).contains_key("/novita/avvisi/scade/"), "what expired is not found");
    build(&Order { search: Some(false), ..order.clone() }, 2);
    assert!(!order.output.join("risorse/ricerca").exists(), "no index was asked for");
}

#[test]
#[cfg(feature = "search")]
fn threads_do_not_change_a_byte_of_the_index() {
    let site = searched_site();
    let outputs: Vec<_> = [1, 4]
        .into_iter()
        .map(|threads| {
            let mut order = site.order();
            order.output = site.folder.path().join(format!("public-{threads}"));
            build(&order, threads);
            bytes(&order.output)
        })
        .collect();
    assert!(outputs[0] == outputs[1]);
}

/// Sites of one run come out as each would alone, whatever happens to the others, and are told in the order they were named.
#[test]
fn several_sites_are_built_side_by_side() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = site();
    for name in ["valle", "rotto", "borgo", "spoglio"] {
        copy(&site.root(), &folder.path().join(name));
    }
    let file = |path: &str| folder.path().join(path);
    fs::write(file("rotto/content/notizie/senza.md"), "niente intestazione\n").expect("written");
    fs::write(file("spoglio/site.toml"), "nome = ").expect("written");
    // Another vocabulary than the site before it has, and the same as the one after.
    fs::create_dir_all(file("borgo/schemas/vocabolari")).expect("made");
    fs::write(file("borgo/schemas/vocabolari/prova.yaml"), "titolo: Prova\nparole:\n  - Una parola\n")
        .expect("written");
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_arengo"));
        command.current_dir(folder.path()).args(["build", "--lang", "it", "--date", "2026-11-22"]);
        let output = command.args(arguments).output().expect("run");
        (output.status.code(), String::from_utf8(output.stderr).expect("text"))
    };
    let named = |names: &[&str]| {
        names.iter().flat_map(|name| ["--site".to_owned(), (*name).to_owned()]).collect::<Vec<_>>()
    };
    let several = named(&["valle", "rotto", "borgo", "manca", "spoglio"]);
    let several: Vec<&str> = several.iter().map(String::as_str).chain(["--output", "fuori"]).collect();
    let (code, told) = run(&several);
    assert_eq!(code, Some(2), "{told}");
    for name in ["valle", "borgo"] {
        let (code, alone) = run(&["--site", name, "--output", "solo"]);
        assert_eq!(code, Some(0), "{alone}");
        assert!(bytes(&file("solo")) == bytes(&file("fuori").join(name)), "{name}");
        fs::remove_dir_all(file("solo")).expect("removed");
    }
    assert!(!file("fuori/rotto").exists() && !file("fuori/spoglio").exists());
    let places: Vec<usize> =
        ["── valle", "── rotto", "content/notizie/senza.md", "── borgo", "── manca", "── spoglio"]
            .iter()
            .map(|words| told.find(words).unwrap_or_else(|| panic!("{words}: {told}")))
            .collect();
    assert!(places.is_sorted(), "{told}");
    assert!(told.contains("5 siti, di cui 3 con qualcosa da correggere: rotto, manca, spoglio"), "{told}");

    // What stops nothing is no news to who wants quiet.
    let (code, told) = run(&["--site", "valle", "--site", "borgo", "--quiet"]);
    assert_eq!((code, told.as_str()), (Some(0), ""));
    assert!(file("valle/public/index.html").exists() && file("borgo/public/index.html").exists());
}

fn copy(from: &Path, to: &Path) {
    for file in below(from) {
        let target = to.join(file.strip_prefix(from).expect("below"));
        fs::create_dir_all(target.parent().expect("a folder above")).expect("made");
        fs::copy(&file, &target).expect("copied");
    }
}

/// What counts neither steps nor bytes: components that call each other, and text that grows between two tags.
#[test]
fn templates_that_never_end_are_told_and_leave_the_old_portal() {
    let endless = "{% component giro(n) %}{% if n < 19 %}{{ <giro n={n + 1} /> }}{{ <giro n={n + 1} /> }}\
        {{ <giro n={n + 1} /> }}{% endif %}{% endcomponent giro %}";
    let calls =
        "{% extends \"sezione.html\" %}{% block principale %}{{ <giro n={1} /> }}{% endblock principale %}";
    let grows = "{% extends \"sezione.html\" %}{% block principale %}\n{% set s %}{% for i in range(end=999) %}\
        0123456789{% endfor %}{% endset %}{% set t %}{% for i in range(end=999999) %}{{ s }}{% endfor %}{% endset %}\
        {% endblock principale %}";
    for (home, words) in [(calls, "non finisce la pagina in un secondo"), (grows, "più di 256 MiB")] {
        let site = site();
        build(&site.order(), 2);
        let before = snapshot(&site.output());
        let templates = "themes/prova/templates";
        write(&site, &format!("{templates}/giro.html"), endless);
        write(&site, &format!("{templates}/home.html"), home);
        let settings = fs::read_to_string(site.root().join("site.toml")).expect("settings");
        let limits = "\n[limiti]\npagina_secondi = 1\nmemoria_mib = 256\n";
        // Memory is told before time only where the page may take its time.
        let limits = if home == grows { limits.replace("= 1\n", "= 600\n") } else { limits.to_owned() };
        write(&site, "site.toml", &format!("{settings}{limits}"));
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_arengo"));
        command.args(["build", "--lang", "it", "--date", "2026-11-22", "--format", "json", "--site"]);
        let run = command.arg(site.root()).arg("--output").arg(site.output()).output().expect("run");
        let told: serde_json::Value = serde_json::from_slice(&run.stdout).expect("findings");
        let finding = &told["findings"][0];
        assert_eq!(run.status.code(), Some(1), "{told}");
        assert!(finding["message"].as_str().is_some_and(|said| said.contains(words)), "{told}");
        assert_eq!(finding["file"], format!("{templates}/home.html"), "{told}");
        assert!(snapshot(&site.output()) == before, "the old portal changed");
        let left: Vec<_> = fs::read_dir(site.folder.path()).expect("a folder").collect();
        assert!(left.iter().all(|entry| !format!("{entry:?}").contains("staging")), "{left:?}");
    }
}

/// What the example's pages weigh on the way to a first visitor, in bytes: everything with text in it compressed as
/// servers do, fonts as they are.
#[test]
fn pages_of_the_example_are_light() {
    const HOME: usize = 200_000;
    const SERVICE: usize = 150_000;
    let folder = tempfile::tempdir().expect("a folder");
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let order = Order {
        request: arengo::load::Request {
            root: root.clone(),
            today: "2026-11-26".parse().expect("a date"),
            base_url: None,
            drafts: false,
        },
        output: folder.path().join("public"),
        publish: true,
        minify: Some(true),
        search: Some(false),
        strict: false,
        cache: Some(root.join(".arengo")),
        switches: arengo::pipeline::Switches::default(),
        progress: std::sync::Arc::new(|_| {}),
        watch: None,
    };
    build(&order, 2);
    let services: Vec<PathBuf> = below(&order.output.join("servizi"))
        .into_iter()
        .filter(|path| path.ends_with("index.html"))
        // What only leads to a new address loads nothing.
        .filter(|path| !fs::read_to_string(path).expect("a page").contains("http-equiv"))
        .collect();
    assert!(services.len() > 10, "{services:?}");
    let heaviest = services.iter().map(|page| (weight(&order.output, page), page)).max().expect("a service");
    assert!(heaviest.0 <= SERVICE, "{} bytes: {}", heaviest.0, heaviest.1.display());
    let home = weight(&order.output, &order.output.join("index.html"));
    assert!(home <= HOME, "the home page: {home} bytes");
}

/// A page with everything it loads at once from its own site.
fn weight(output: &Path, page: &Path) -> usize {
    let html = fs::read_to_string(page).expect("a page");
    let mut files: std::collections::BTreeSet<PathBuf> = html
        .split(['"', '\'', ' ', '>', '=', '#', '\\'])
        .filter(|word| {
            word.starts_with('/') && word.rsplit('/').next().is_some_and(|name| name.contains('.'))
        })
        .map(|address| output.join(address.trim_start_matches('/')))
        .filter(|path| {
            path.is_file() && path.extension().is_some_and(|kind| is_loaded(&kind.to_string_lossy()))
        })
        .collect();
    // Browsers load a font when a page has text in it.
    let fonts = files.iter().find(|path| path.parent().is_some_and(|folder| folder.ends_with("fonts")));
    let fonts = fonts.and_then(|path| path.parent()).expect("fonts are preloaded").to_owned();
    let has = |tags: &[&str]| tags.iter().any(|tag| html.contains(&format!("<{tag}>")));
    files.extend(below(&fonts).into_iter().filter(|font| match font.to_string_lossy() {
        name if name.contains("italic") => has(&["em", "i", "cite"]),
        name if name.contains("mono") => has(&["code", "pre", "kbd", "samp"]),
        _ => true,
    }));
    compressed(page) + files.iter().map(|file| compressed(file)).sum::<usize>()
}

/// Documents are loaded when somebody asks for them.
fn is_loaded(kind: &str) -> bool {
    matches!(kind, "css" | "js" | "svg" | "png" | "jpg" | "jpeg" | "webp" | "woff2")
}

fn compressed(file: &Path) -> usize {
    let bytes = fs::read(file).expect("a file");
    let is_text =
        file.extension().is_some_and(|kind| ["html", "css", "js", "svg"].iter().any(|text| kind == *text));
    if !is_text {
        return bytes.len();
    }
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    std::io::Write::write_all(&mut packed, &bytes).expect("a buffer");
    packed.finish().expect("a buffer").len()
}
