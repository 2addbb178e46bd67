//! A build on top of the cache is the clean build, byte by byte and finding by finding, whatever changed in between.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use arengo::{
    cache::Used,
    hash::Hash,
    load::Stamps,
    pipeline::{self, Build, Order, Plan, Snapshot, Workshop},
    render::Askers,
};
use proptest::prelude::*;

use crate::support::Site;

/// Names the program that kept the pages.
const PROGRAM: &[u8] = b"this one";

/// Something that happens between two builds.
#[derive(Debug, Clone)]
enum Change {
    /// A file gets another text.
    Write(usize, usize),
    Delete(usize),
    Move(usize, usize),
    /// A drawing of another size, or none.
    Attachment(Option<usize>),
    Template(usize),
    Settings(usize),
    Schema(bool),
    Vocabulary(bool),
    Static(bool),
    Day(usize),
}

const PATHS: [&str; 9] = [
    "content/notizie/a.md",
    "content/notizie/b.md",
    "content/notizie/b.en.md",
    "content/notizie/anno/c.md",
    "content/pagine/d/index.md",
    "content/pagine/e.md",
    "content/uffici/anagrafe.md",
    "content/argomenti/residenza.md",
    "content/sezioni/avvisi.md",
];

const DAYS: [&str; 3] = ["2026-11-22", "2026-11-23", "2026-12-24"];

const NEWS: &str = "---\ntitolo: TITOLO\ntipo: Avvisi\ndescrizione_breve: Una notizia.\nargomenti: [Residenza]\n\
                    data_pubblicazione: 2026-11-03\na_cura_di: [anagrafe]\n---\n\nTesto.\n";
const PAGE: &str =
    "---\ntitolo: TITOLO\ndescrizione_breve: Una pagina.\nufficio_responsabile: anagrafe\n---\n\n";
const OFFICE: &str = "---\ntitolo: TITOLO\ntipo: Ufficio\ndescrizione_breve: Certificati.\ncompetenze: Registri.\n\
                      sede_principale: municipio\ncontatti: [contatti-anagrafe]\n---\n";

/// What a file may hold, good and bad.
fn text(n: usize) -> String {
    let before_end =
        |text: &str, line: &str| text.replacen("---\n\nTesto", &format!("{line}\n---\n\nTesto"), 1);
    match n {
        0 => NEWS.replace("TITOLO", "Prima"),
        1 => NEWS.replace("TITOLO", "Prima").replace("Testo.", "Altro testo, con [un legame](b.md)."),
        2 => NEWS.replace("TITOLO", "Zeta").replace("2026-11-03", "2026-10-01"),
        3 => before_end(&NEWS.replace("TITOLO", "Scade"), "pubblicato_fino: 2026-11-22"),
        4 => before_end(&NEWS.replace("TITOLO", "Altrove"), "slug: altrove\nalias: [/vecchio/]"),
        5 => NEWS.replace("TITOLO", "Senza argomenti").replace("argomenti: [Residenza]\n", ""),
        6 => format!(
            "{}[a](../notizie/a.md) [b](/novita/avvisi/b/) ![Pianta](x.svg)\n",
            PAGE.replace("TITOLO", "Legami")
        ),
        7 => format!(
            "{}[c](../notizie/anno/c.md#costi)\n\n## Costi\n\n#### Salto\n",
            PAGE.replace("TITOLO", "Ancore")
        ),
        8 => OFFICE.replace("TITOLO", "Ufficio anagrafe"),
        9 => OFFICE.replace("TITOLO", "Anagrafe e stato civile"),
        10 => "---\ntitolo: Residenza\ndescrizione_breve: Vivere qui.\n---\n".to_owned(),
        11 => "---\ntitolo: Avvisi del Comune\ndescrizione_breve: Tutti.\n---\n\nTesto della sezione.\n"
            .to_owned(),
        12 => "---\ntitolo: [\n---\n".to_owned(),
        // The same words further down: places of findings move.
        13 => format!("{}![](x.svg)\n", PAGE.replace("TITOLO", "Legami").replace("descr", "# nota\ndescr")),
        14 => format!("{}## Costi\n\n![](x.svg)\n", PAGE.replace("TITOLO", "Legami")),
        _ => before_end(&NEWS.replace("TITOLO", "Aggiornata"), "aggiornato: 2026-11-20"),
    }
}

const TEXTS: usize = 16;

/// A page that asks a bit of everything.
const HOME: &str = r#"{% extends "base.html" %}
{% block principale %}
{% for c in contenuti(tipo="notizia", limite=2, ordine="-data_pubblicazione") %}<p>{{ c.titolo }}</p>{% endfor %}
{% for a in argomenti() %}<p>{{ a.parola }} {{ a.n }}</p>{% endfor %}
{% set s = sezione(indirizzo="/novita/") %}{% if s %}<p>{{ s.titolo }} {{ s.n }}</p>{% endif %}
{% set m = mappa() %}{% for f in m.figli %}<p>{{ f.titolo }}</p>{% endfor %}
{% set o = oggi() %}<p>{{ o.testo }}</p>
{% endblock principale %}
"#;

/// News that show the fields and the text of the office they come from.
const NEWS_PAGE: &str = r#"{% extends "base.html" %}
{% block principale %}
{{ contenuto.corpo }}
{{ fisso(nome="parte") }}
{% for u in contenuto.a_cura_di %}{% set tutto = scheda(rif=u) %}<h2>{{ tutto.titolo }}</h2>{{ tutto.competenze }}{{ corpo(rif=u) }}{% endfor %}
{% for a in argomenti(in_evidenza=true) %}<p>{{ a.parola }}</p>{% endfor %}
{% endblock principale %}
"#;

/// What is the same on all of them, made once.
const PART: &str = r#"<p>{% for v in menu() %}{{ v.titolo }} {% endfor %}{% for a in argomenti() %}{{ a.parola }} {{ a.n }} {% endfor %}</p>
"#;

fn change() -> impl Strategy<Value = Change> {
    let path = 0..PATHS.len();
    prop_oneof![
        8 => (path.clone(), 0..TEXTS).prop_map(|(path, text)| Change::Write(path, text)),
        2 => path.clone().prop_map(Change::Delete),
        2 => (path.clone(), path).prop_map(|(from, to)| Change::Move(from, to)),
        1 => prop::option::of(0..2_usize).prop_map(Change::Attachment),
        1 => (0..2_usize).prop_map(Change::Template),
        1 => (0..3_usize).prop_map(Change::Settings),
        1 => any::<bool>().prop_map(Change::Schema),
        1 => any::<bool>().prop_map(Change::Vocabulary),
        1 => any::<bool>().prop_map(Change::Static),
        2 => (0..DAYS.len()).prop_map(Change::Day),
    ]
}

impl Change {
    fn make(&self, site: &mut Site) {
        let root = site.root();
        let put = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder above")).expect("made");
            fs::write(path, text).expect("written");
        };
        let remove = |path: &str| drop(fs::remove_file(root.join(path)));
        let type_file = "schemas/notizia.schema.json";
        match *self {
            Self::Write(path, n) => put(PATHS[path], &text(n)),
            Self::Delete(path) => remove(PATHS[path]),
            Self::Move(from, to) => {
                let (from, to) = (root.join(PATHS[from]), root.join(PATHS[to]));
                fs::create_dir_all(to.parent().expect("a folder above")).expect("made");
                drop(fs::rename(from, to));
            }
            Self::Attachment(Some(size)) => put(
                "content/pagine/d/x.svg",
                &format!("<svg xmlns='http://www.w3.org/2000/svg' width='{}' height='9'/>", size + 4),
            ),
            Self::Attachment(None) => remove("content/pagine/d/x.svg"),
            Self::Template(0) => put("themes/prova/templates/tipi/notizia.html", NEWS_PAGE),
            Self::Template(_) => put(
                "themes/prova/templates/tipi/notizia.html",
                &NEWS_PAGE.replace("{{ contenuto.corpo }}", "<img src=\"a.png\">{{ contenuto.corpo }}"),
            ),
            Self::Settings(n) => {
                let old = fs::read_to_string(root.join("site.toml")).expect("settings");
                let first = [
                    "nome = \"Comune di Prova\"",
                    "nome = \"Comune di Altrove\"",
                    "# nota\nnome = \"Comune di Prova\"",
                ];
                let is_kept = |line: &&str| !line.starts_with("nome = ") && *line != "# nota";
                let rest: Vec<&str> = old.lines().filter(is_kept).collect();
                put("site.toml", &format!("{}\n{}\n", first[n], rest.join("\n")));
            }
            Self::Schema(true) => {
                let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join(type_file);
                let text = fs::read_to_string(shipped).expect("a schema");
                put(type_file, &text.replace("\"Notizie\"", "\"Nuove\""));
            }
            Self::Schema(false) => remove(type_file),
            Self::Vocabulary(true) => put("schemas/vocabolari/prova.yaml", "titolo: Prova\nparole: [Una]\n"),
            Self::Vocabulary(false) => remove("schemas/vocabolari/prova.yaml"),
            Self::Static(true) => put("static/novita/avvisi/b/index.html", "<p>statica</p>"),
            Self::Static(false) => drop(fs::remove_dir_all(root.join("static"))),
            Self::Day(n) => DAYS[n].clone_into(&mut site.case.date),
        }
    }
}

/// A site of which every page asks something, with drafts of its own.
fn site() -> Site {
    let mut site = Site::from("english-version");
    Change::Template(0).make(&mut site);
    let parts = site.root().join("themes/prova/templates/fissi");
    fs::create_dir_all(&parts).expect("made");
    fs::write(parts.join("parte.html"), PART).expect("written");
    let home = site.root().join("themes/prova/templates/home.html");
    fs::write(home, HOME).expect("written");
    for (path, n) in [(0, 0), (1, 2), (4, 6), (5, 7), (6, 8)] {
        Change::Write(path, n).make(&mut site);
    }
    Change::Attachment(Some(0)).make(&mut site);
    site.case.minify = true;
    site
}

fn run(order: &Order) -> Build {
    pipeline::run_tested(order).expect("a site")
}

/// Everything a build says, as text.
fn said(build: &Build) -> String {
    let Build { findings, accepted_findings, pages, tested, .. } = build;
    format!("{findings:#?}\n{accepted_findings:#?}\n{pages}\n{tested:#?}")
}

/// Builds into a fresh folder from the cache and without it, compares, and says how much the cache had.
fn compare(site: &Site, after: &dyn std::fmt::Debug) -> Used {
    let fresh = tempfile::tempdir().expect("a folder");
    let mut order = site.order();
    order.search = Some(false);
    order.output = fresh.path().join("clean");
    let clean = run(&order);
    order.output = fresh.path().join("cached");
    order.cache = Some(site.folder.path().join("cache"));
    order.switches.keep = Some(|| Some(Hash::of(PROGRAM)));
    let cached = run(&order);
    assert_eq!(said(&cached), said(&clean), "findings after {after:?}");
    assert_eq!(cached.written.is_some(), clean.written.is_some(), "after {after:?}");
    if cached.written.is_some() {
        let (clean, cached) = (fresh.path().join("clean"), fresh.path().join("cached"));
        assert!(crate::bytes(&clean) == crate::bytes(&cached), "files after {after:?}");
    }
    cached.cached.unwrap_or_default()
}

fn follow(changes: &[Change]) -> Vec<Used> {
    let mut site = site();
    let mut used = vec![compare(&site, &"nothing")];
    assert!(used[0].made > 15, "the site is made whole: {used:?}");
    for (n, change) in changes.iter().enumerate() {
        change.make(&mut site);
        used.push(compare(&site, &&changes[..=n]));
    }
    used
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 8,
        max_shrink_iters: 40,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_changes_give_the_clean_build(changes in prop::collection::vec(change(), 1..8)) {
        follow(&changes);
    }
}

#[test]
fn every_kind_of_change_gives_the_clean_build() {
    use Change::*;
    follow(&[
        Write(0, 1),
        Write(1, 3),
        Day(1),
        Write(2, 0),
        Write(3, 4),
        Write(4, 13),
        Write(4, 14),
        Attachment(Some(1)),
        Attachment(None),
        Attachment(Some(1)),
        Write(6, 9),
        Write(7, 10),
        Write(8, 11),
        Move(0, 3),
        Write(0, 5),
        Delete(1),
        Write(5, 12),
        Write(5, 6),
        Template(1),
        Template(0),
        Settings(1),
        Settings(0),
        Settings(2),
        Schema(true),
        Schema(false),
        Vocabulary(true),
        Static(true),
        Static(false),
        Day(2),
        Day(0),
        Write(0, 15),
        Delete(6),
    ]);
}

#[test]
fn only_what_changes_is_made() {
    let mut site = site();
    let all = compare(&site, &"nothing").made;
    let mut made = |change: Change| {
        change.make(&mut site);
        let used = compare(&site, &change);
        assert!(used.saved, "{change:?}");
        used.made
    };
    assert!(all > 15, "{all}");
    assert_eq!(made(Change::Write(0, 0)), 0, "nothing changed");
    assert_eq!(made(Change::Write(0, 1)), 1, "the text of one page");
    // Itself, the two lists it stands on with their languages, what links to it, the home page and the map.
    let title = made(Change::Write(0, 2));
    assert!(title > 2 && title < all * 2 / 3, "{title} of {all}");
    let new = made(Change::Write(3, 0));
    assert!(new > 2 && new < all * 2 / 3, "{new} of {all}");
    let deleted = made(Change::Delete(3));
    assert!(deleted > 1 && deleted < all * 2 / 3, "{deleted} of {all}");
    let day = made(Change::Day(1));
    assert!(day < all / 4, "{day} of {all}: only what shows the day");
    assert_eq!(made(Change::Settings(2)), 0, "a comment in the settings");
    assert!(made(Change::Template(1)) >= all, "another theme");
}

#[test]
fn other_programs_and_damaged_folders_are_not_believed() {
    let site = site();
    compare(&site, &"nothing");
    let file = bin(&site, "pagine");
    let whole = fs::read(&file).expect("a file");
    assert_eq!(compare(&site, &"again").made, 0);
    let mut order = site.order();
    order.cache = Some(site.folder.path().join("cache"));
    order.switches.keep = Some(|| Some(Hash::of(b"another one")));
    assert_eq!(run(&order).cached.expect("a cache").taken, 0);
    for (step, damaged) in damaged(&whole).into_iter().enumerate() {
        fs::write(&file, damaged).expect("written");
        let used = compare(&site, &step);
        assert!(used.made > 0 && used.saved, "{step}: {used:?}");
    }
    fs::remove_file(&file).expect("removed");
    fs::create_dir(&file).expect("made");
    assert!(!compare(&site, &"a folder in its place").saved);
}

/// The one file of a folder of the cache.
fn bin(site: &Site, folder: &str) -> PathBuf {
    let folder = site.folder.path().join("cache").join(folder);
    let mut files = crate::below(&folder).into_iter();
    files.find(|path| path.extension().is_some_and(|name| name == "bin")).expect("something was kept")
}

/// A file with one bit turned, or cut, at several places.
fn damaged(whole: &[u8]) -> Vec<Vec<u8>> {
    let one = |step: usize| {
        let at = whole.len() * step / 8;
        let mut damaged = whole.to_vec();
        damaged[at] ^= 64;
        if step.is_multiple_of(2) { damaged } else { whole[..at].to_vec() }
    };
    (0..8).map(one).collect()
}

#[test]
fn what_texts_say_is_remembered_and_never_what_is_found_in_them() {
    let mut site = site();
    let secret = "RSSMRA85T10A562S";
    let tell = |name: &str, text: String| {
        fs::write(site.root().join("content/notizie").join(name), text).expect("written");
    };
    tell("codice.md", format!("---\ntitolo: Un codice\n---\n\n## Titolo\n\n{secret}\n"));
    tell("campo.md", format!("---\ntitolo: Un campo\ndescrizione_breve: Di {secret}.\n---\n\n## Titolo\n"));
    tell("senza.md", "---\ntitolo: Senza codice\n---\n\n## Titolo\n\n## Titolo\n".to_owned());
    compare(&site, &"nothing");
    let file = bin(&site, "testi");
    let whole = fs::read(&file).expect("a file");
    let holds = |what: &str| whole.windows(what.len()).any(|bytes| bytes == what.as_bytes());
    assert!(holds("titolo-1") || holds("titolo-2"), "the headings of the text");
    assert!(holds("Senza codice") && !holds("Un codice") && !holds("Un campo") && !holds(secret));
    let all = compare(&site, &"again").texts;
    assert!(all > 5, "nothing is read again: {all}");
    assert!(fs::read(&file).expect("a file") == whole, "nothing is new");
    for (step, damaged) in damaged(&whole).into_iter().enumerate() {
        fs::write(&file, damaged).expect("written");
        assert_eq!(compare(&site, &step).texts, 0, "{step}: everything is read");
        assert!(fs::read(&file).expect("a file") == whole, "{step}");
    }
    Change::Write(0, 1).make(&mut site);
    assert_eq!(compare(&site, &"one text").texts, all - 1);
    assert!(fs::read(&file).expect("a file") != whole);
}

#[test]
fn builds_at_once_do_not_harm_each_other() {
    let site = site();
    std::thread::scope(|scope| {
        let builds: Vec<_> = (0..3)
            .map(|n| {
                scope.spawn({
                    let site = &site;
                    move || compare(site, &n)
                })
            })
            .collect();
        assert!(builds.into_iter().map(|build| build.join().expect("a build")).any(|used| used.saved));
    });
    assert_eq!(compare(&site, &"all of them").made, 0);
}

/// Transparency counts days: what a list shows, and for how long.
#[test]
fn days_pass_over_transparency() {
    let mut site = Site::from("transparency-durations");
    for day in ["2026-11-22", "2026-12-01", "2026-12-02", "2026-12-06", "2027-01-01", "2027-01-11"] {
        day.clone_into(&mut site.case.date);
        compare(&site, &day);
    }
}

/// Every page as text, and what each asked.
fn asked(snapshot: &Snapshot) -> (BTreeMap<String, String>, Askers) {
    let line = snapshot.prepared.as_ref().and_then(|prepared| prepared.line()).expect("templates");
    let (mut texts, mut askers) = (BTreeMap::new(), Askers::default());
    for route in line.view().routes().iter().filter(|route| route.is_page()) {
        let (text, reads) = line.view().recording(|| line.render(route).expect("a page"));
        assert!(reads.hold(line.view()), "{}", route.url);
        texts.insert(route.url.clone(), text);
        askers.set(&route.url, reads);
    }
    (texts, askers)
}

#[test]
fn pages_that_did_not_ask_stay_as_they_are() {
    let site = site();
    let request = site.order().request;
    let output = site.folder.path().join("never");
    let plan = Plan { request, output, cache: None, progress: Arc::new(|_| {}) };
    let mut stamps = Stamps::take(&site.root());
    let mut workshop = Workshop::open(plan).expect("a site");
    let (old, askers) = asked(workshop.latest());
    let view = |workshop: &Workshop| Arc::clone(workshop.latest());
    let before = view(&workshop);
    let renderer =
        before.prepared.as_ref().and_then(|prepared| prepared.renderer.as_ref()).expect("templates");
    assert_eq!(askers.outdated(renderer.view()), BTreeSet::new());

    let path = site.root().join(PATHS[0]);
    fs::write(&path, text(2)).expect("written");
    let changes = stamps.named(&BTreeSet::from([path]));
    assert!(workshop.update(&changes).expect("a site"));
    let after = view(&workshop);
    let renderer =
        after.prepared.as_ref().and_then(|prepared| prepared.renderer.as_ref()).expect("templates");
    let outdated = askers.outdated(renderer.view());
    let (new, _) = asked(&after);
    assert!(outdated.contains("/novita/avvisi/a/") && outdated.contains("/"), "{outdated:?}");
    assert!(outdated.len() < old.len() * 2 / 3, "{outdated:?}");
    for (url, text) in old.iter().filter(|(url, _)| !outdated.contains(url.as_str())) {
        assert_eq!(Some(text), new.get(url), "{url}");
    }
}
