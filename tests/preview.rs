//! The preview: whatever is changed in whatever order, it shows what a build would publish and says what a build would
//! say; and its server answers only whom it should.

#![cfg(feature = "serve")]
#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{Read, Write},
    net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    time::{Duration, Instant},
};

use arengo::{
    diagnostic::{self, Finding, Format, Report},
    l10n::{L10n, Lang},
    links,
    load::Stamps,
    pipeline::{self, Plan, Seen, Snapshot, Workshop},
    serve::{Options, Server},
    source::Sources,
    write,
};
use proptest::prelude::*;
use support::{Site, below};

// ---------------------------------------------------------------------------------------------------------------
// The same as a build.

/// Something a person does to the site's folder.
#[derive(Debug, Clone)]
enum Edit {
    Write(usize, usize),
    Delete(usize),
    Move(usize, usize),
    Attachment(bool, usize),
    Template(usize),
    Settings(usize),
    Vocabulary(bool),
    Static(bool),
    /// A text of some test site, at its own path or at that of another.
    Borrow(usize, usize),
    /// As careful editors save: a new file, moved over the old one.
    Over(usize, usize),
    /// A folder gets another name, or the old one back.
    Folder(bool),
    /// A folder goes with everything in it.
    Uproot(usize),
    /// `git checkout`: many files come, change and go at once. False: the system lost count of what it saw.
    Checkout(usize, bool),
    Schema(usize),
    Words(usize),
}

/// Folders that may go as a whole.
const FOLDERS: [&str; 4] = ["content/notizie", "content/notizie/anno", "content/pagine/d", "content/sezioni"];

const PATHS: [&str; 10] = [
    "content/notizie/a.md",
    "content/notizie/b.md",
    "content/notizie/anno/c.md",
    "content/pagine/d/index.md",
    "content/pagine/e.md",
    "content/uffici/anagrafe.md",
    "content/argomenti/residenza.md",
    "content/sezioni/avvisi.md",
    "content/notizie/a.en.md",
    "content/notizie/anno/g/h.md",
];

const NEWS: &str = "---\ntitolo: TITOLO\ntipo: Avvisi\ndescrizione_breve: Una notizia.\nargomenti: [Residenza]\n\
                    data_pubblicazione: 2026-11-03\na_cura_di: [anagrafe]\n---\n\nTesto.\n";
const PAGE: &str =
    "---\ntitolo: TITOLO\ndescrizione_breve: Una pagina.\nufficio_responsabile: anagrafe\n---\n\n";
const OFFICE: &str = "---\ntitolo: TITOLO\ntipo: Ufficio\ndescrizione_breve: Certificati.\ncompetenze: Registri.\n\
                      sede_principale: municipio\ncontatti: [contatti-anagrafe]\n---\n";

/// What a file may hold, good and bad.
fn text(n: usize) -> String {
    match n {
        0 => NEWS.replace("TITOLO", "Prima"),
        1 => NEWS.replace("TITOLO", "Zeta").replace("2026-11-03", "2026-10-01"),
        2 => NEWS.replace("TITOLO", "Bozza").replace("---\n\nTesto", "bozza: true\n---\n\nTesto"),
        3 => NEWS.replace("TITOLO", "Altrove").replace("---\n\nTesto", "slug: altrove\n---\n\nTesto"),
        4 => NEWS.replace("[anagrafe]", "[nessuno]").replace("TITOLO", "Senza ufficio"),
        5 => format!(
            "{}[a](../notizie/a.md) [b](/novita/avvisi/b/) ![](x.svg)\n",
            PAGE.replace("TITOLO", "Legami")
        ),
        6 => format!(
            "{}[c](../notizie/anno/c.md#costi)\n\n## Costi\n\n#### Salto\n",
            PAGE.replace("TITOLO", "Ancore")
        ),
        7 => OFFICE.replace("TITOLO", "Ufficio anagrafe"),
        8 => OFFICE.replace("TITOLO", "Anagrafe e stato civile"),
        9 => "---\ntitolo: [\n---\n".to_owned(),
        10 => "senza intestazione\n".to_owned(),
        11 => "---\ntitolo: Residenza\ndescrizione_breve: Vivere qui.\n---\n".to_owned(),
        12 => "---\ntitolo: Gli avvisi\nindirizzo: /novita/avvisi/\nordine: titolo\n---\n".to_owned(),
        13 => NEWS
            .replace("TITOLO", "Con il vecchio indirizzo")
            .replace("---\n\nTesto", "alias: [/vecchia/, /novita/avvisi/b/]\n---\n\nTesto"),
        14 => NEWS
            .replace("TITOLO", "Fra poco")
            .replace("---\n\nTesto", "pubblicato_dal: 2027-01-01\n---\n\nTesto"),
        _ => String::new(),
    }
}

const TEXTS: usize = 16;

/// Every content of every test site: its path, its bytes.
fn borrowed() -> &'static [(String, Vec<u8>)] {
    static ALL: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
        let mut all = Vec::new();
        for path in below(&cases) {
            let shown = path.strip_prefix(&cases).unwrap().to_str().unwrap();
            let content = shown.find("/content/").map(|at| shown[at + 1..].to_owned());
            if let Some(content) = content.filter(|content| content.ends_with(".md")) {
                all.push((content, fs::read(&path).unwrap()));
            }
        }
        all
    })
}

fn edit() -> impl Strategy<Value = Edit> {
    let path = 0..PATHS.len();
    prop_oneof![
        6 => (path.clone(), 0..TEXTS).prop_map(|(path, text)| Edit::Write(path, text)),
        2 => path.clone().prop_map(Edit::Delete),
        2 => (path.clone(), path).prop_map(|(from, to)| Edit::Move(from, to)),
        1 => (any::<bool>(), 0..2_usize).prop_map(|(is, size)| Edit::Attachment(is, size)),
        1 => (0..3_usize).prop_map(Edit::Template),
        1 => (0..5_usize).prop_map(Edit::Settings),
        1 => any::<bool>().prop_map(Edit::Vocabulary),
        1 => any::<bool>().prop_map(Edit::Static),
        4 => (any::<usize>(), any::<usize>()).prop_map(|(text, path)| Edit::Borrow(text, path)),
        4 => any::<usize>().prop_map(|text| Edit::Borrow(text, text)),
        2 => (0..PATHS.len(), 0..TEXTS).prop_map(|(path, text)| Edit::Over(path, text)),
        1 => any::<bool>().prop_map(Edit::Folder),
        1 => (0..FOLDERS.len()).prop_map(Edit::Uproot),
        1 => (any::<usize>(), any::<bool>()).prop_map(|(first, heard)| Edit::Checkout(first, heard)),
        1 => (0..3_usize).prop_map(Edit::Schema),
        1 => (0..2_usize).prop_map(Edit::Words),
    ]
}

impl Edit {
    /// Does it, and says what the system would have said of it.
    fn make(&self, root: &Path) -> BTreeSet<PathBuf> {
        let put = |path: &str, text: &str| put(root, path, text);
        let touched = match *self {
            Self::Write(path, n) => vec![put(PATHS[path], &text(n))],
            Self::Delete(path) => {
                let _ = fs::remove_file(root.join(PATHS[path]));
                vec![root.join(PATHS[path])]
            }
            Self::Move(from, to) => {
                let (from, to) = (root.join(PATHS[from]), root.join(PATHS[to]));
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                let _ = fs::rename(&from, &to);
                vec![from, to]
            }
            Self::Attachment(true, size) => {
                vec![put(
                    "content/pagine/d/x.svg",
                    &format!("<svg xmlns='http://www.w3.org/2000/svg' width='{}' height='9'/>", size + 4),
                )]
            }
            Self::Attachment(false, _) => {
                let _ = fs::remove_file(root.join("content/pagine/d/x.svg"));
                vec![root.join("content/pagine/d/x.svg")]
            }
            Self::Static(true) => vec![put("static/novita/index.html", "<p>statica</p>")],
            Self::Static(false) => {
                let _ = fs::remove_dir_all(root.join("static"));
                vec![root.join("static")]
            }
            Self::Borrow(n, path) => {
                let all = borrowed();
                let path = root.join(&all[path % all.len()].0);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, &all[n % all.len()].1).unwrap();
                vec![path]
            }
            Self::Over(path, n) => {
                let new = put(&format!("{}~", PATHS[path]), &text(n));
                let path = root.join(PATHS[path]);
                fs::rename(&new, &path).unwrap();
                vec![new, path]
            }
            Self::Folder(there) => {
                let (from, to) = (root.join("content/notizie/anno"), root.join("content/pagine/altrove"));
                let (from, to) = if there { (from, to) } else { (to, from) };
                let _ = fs::create_dir_all(to.parent().unwrap());
                let _ = fs::rename(&from, &to);
                vec![from, to]
            }
            Self::Uproot(n) => {
                let _ = fs::remove_dir_all(root.join(FOLDERS[n]));
                vec![root.join(FOLDERS[n])]
            }
            Self::Checkout(first, _) => check_out(root, first),
            _ => self.change_the_frame(root),
        };
        touched.into_iter().collect()
    }

    /// Edits of what all contents stand in: theme, settings, schemas.
    fn change_the_frame(&self, root: &Path) -> Vec<PathBuf> {
        let put = |path: &str, text: &str| put(root, path, text);
        match *self {
            Self::Template(n) => {
                let text = match n {
                    0 => {
                        "{% extends \"base.html\" %}\n{% block principale %}<p>{{ contenuto.titolo }}</p>{{ contenuto.corpo }}{% endblock principale %}\n"
                    }
                    1 => {
                        "{% extends \"base.html\" %}\n{% block principale %}<img src=\"a.png\">{{ contenuto.corpo }}{% endblock principale %}\n"
                    }
                    _ => {
                        "{% extends \"base.html\" %}\n{% block principale %}{% if %}{% endblock principale %}\n"
                    }
                };
                vec![put("themes/prova/templates/tipi/notizia.html", text)]
            }
            Self::Settings(n) => {
                let old = fs::read_to_string(root.join("site.toml")).unwrap();
                let first = [
                    "nome = \"Comune di Prova\"",
                    "nome = \"Comune di Altrove\"",
                    "nome = 7",
                    "nome = \"Comune di Prova\"\nlingue = [\"it\", \"en\"]",
                    "nome = \"Comune di Prova\"\nlingue = [\"en\"]",
                ][n];
                let (_, rest) = old.split_once("nome_breve").unwrap();
                vec![put("site.toml", &format!("{first}\nnome_breve{rest}"))]
            }
            Self::Vocabulary(true) => vec![put("schemas/vocabolari/prova.yaml", "titolo: Prova\nparole: [")],
            Self::Vocabulary(false) => {
                let _ = fs::remove_file(root.join("schemas/vocabolari/prova.yaml"));
                vec![root.join("schemas/vocabolari/prova.yaml")]
            }
            Self::Schema(n) => {
                let path = root.join("schemas/notizia.schema.json");
                let shipped = include_str!("../schemas/notizia.schema.json");
                match n {
                    0 => vec![put(
                        "schemas/notizia.schema.json",
                        &shipped.replace("\"a_cura_di\"],", "\"luoghi\"],"),
                    )],
                    1 => vec![put("schemas/notizia.schema.json", &shipped[..shipped.len() / 2])],
                    _ => {
                        let _ = fs::remove_file(&path);
                        vec![path]
                    }
                }
            }
            Self::Words(n) => {
                let path = "themes/prova/i18n/it.ftl";
                let old = fs::read_to_string(root.join(path)).unwrap();
                let (good, _) = old.split_once("# prova").unwrap_or((&old, ""));
                let added = ["# prova\n", "# prova\nrotta = { \n"][n];
                vec![put(path, &format!("{}\n{added}", good.trim_end()))]
            }
            _ => Vec::new(),
        }
    }
}

fn put(root: &Path, path: &str, text: &str) -> PathBuf {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

/// Another branch: of many files some come, some change, some go.
fn check_out(root: &Path, first: usize) -> Vec<PathBuf> {
    let all = borrowed();
    let paths = (0..60).map(|n| (n, root.join(&all[(first.wrapping_add(n * 7)) % all.len()].0)));
    paths
        .map(|(n, path)| {
            if n % 3 == 2 {
                let _ = fs::remove_file(&path);
            } else {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                let text = &all[first.wrapping_add(n * if n % 3 == 0 { 7 } else { 11 }) % all.len()].1;
                fs::write(&path, text).unwrap();
            }
            path
        })
        .collect()
}

fn plan(site: &Site) -> Plan {
    Plan {
        request: site.order().request,
        output: site.folder.path().join("mai-pubblicato"),
        cache: None,
        progress: Arc::new(|_| {}),
    }
}

/// Every file of a snapshot before minifying, and everything that is wrong, as text.
fn whole(snapshot: &Snapshot) -> (BTreeMap<String, String>, String) {
    let mut told = snapshot.diagnostics().to_vec();
    let mut files = BTreeMap::new();
    let mut anchors = Vec::new();
    if let Some(line) = snapshot.prepared.as_ref().and_then(|prepared| prepared.line()) {
        for route in line.view().routes().iter() {
            let made = line.make(route);
            told.extend(made.diagnostics);
            anchors.extend(made.anchors);
            let finished = |text: String| match route.is_page() {
                true => String::from_utf8(write::finish_html(&text, false)).unwrap(),
                false => text,
            };
            files.extend(made.text.map(|text| (route.file(), finished(text))));
        }
        told.extend(links::across(&anchors));
    }
    let findings = snapshot.judge(told);
    (files, shown(&findings, &snapshot.sources))
}

fn shown(findings: &[Finding], sources: &Sources) -> String {
    let report = Report {
        findings,
        accepted: 0,
        accepted_findings: &[],
        pages: 0,
        date: String::new(),
        tested: None,
        offices: None,
    };
    let mut out = Vec::new();
    let options = diagnostic::Options::default();
    diagnostic::show(Format::Text, &report, sources, &L10n::new(Lang::It), &mut out, &options).unwrap();
    // The last line counts pages, which a snapshot does not.
    String::from_utf8(out).unwrap()
}

/// What a build from nothing publishes and says.
fn built(site: &Site) -> (Option<BTreeMap<String, String>>, String) {
    let mut order = site.order();
    let output = tempfile::tempdir().unwrap();
    order.output = output.path().join("public");
    let build = pipeline::run(&order).unwrap();
    let files = build.written.is_some().then(|| {
        let text = |path: &PathBuf| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
        let name = |path: &PathBuf| path.strip_prefix(&order.output).unwrap().to_str().unwrap().to_owned();
        below(&order.output).iter().map(|path| (name(path), text(path))).collect()
    });
    (files, shown(&build.findings, &build.sources))
}

fn compare(site: &Site, workshop: &Workshop, edits: &[Edit]) {
    let (files, told) = whole(workshop.latest());
    let (published, expected) = built(site);
    assert_eq!(told, expected, "findings after {edits:?}");
    let Some(published) = published else { return };
    for (name, text) in &files {
        assert_eq!(Some(text), published.get(name), "{name} after {edits:?}");
    }
    let is_route = |name: &&String| {
        let is_own = name.starts_with("risorse/") || name.starts_with("allegati/") || name.starts_with('.');
        !is_own && !site.root().join("static").join(name).exists()
    };
    for name in published.keys().filter(is_route) {
        assert!(files.contains_key(name), "{name} is missing after {edits:?}");
    }
}

/// The page of the content that an edit touches, and of the section it stands in, without their marks.
fn touched(workshop: &Workshop, edit: &Edit) -> Vec<(String, Option<String>)> {
    let path = match *edit {
        Edit::Write(path, _) | Edit::Over(path, _) | Edit::Delete(path) => PATHS[path],
        Edit::Borrow(_, path) => borrowed()[path % borrowed().len()].0.as_str(),
        _ => return Vec::new(),
    };
    let Some(line) = workshop.latest().prepared.as_ref().and_then(|prepared| prepared.line()) else {
        return Vec::new();
    };
    let model = line.view().model();
    let shown = |address: String| {
        let route = line.view().routes().at(&address)?;
        let text = line.render(route).ok()?;
        Some(String::from_utf8(write::finish_html(&text, false)).unwrap())
    };
    let page = |address: String| (address.clone(), shown(address));
    let entry = model.entries().find(|(_, entry)| entry.path == path.trim_start_matches("content/"));
    let Some((id, _)) = entry else { return Vec::new() };
    let section = model.content(model.content_of(id)).section.map(|id| model.section(id).address.clone());
    model.address(id).into_iter().chain(section).map(page).collect()
}

fn follow(case: &str, edits: &[Edit]) {
    let site = Site::from(case);
    let mut stamps = Stamps::take(&site.root());
    // What is edited first may be edited before the texts of the site are read.
    let mut workshop = match edits.len() % 2 {
        0 => Workshop::open(plan(&site)),
        _ => Workshop::glance(plan(&site), None, || None),
    }
    .unwrap();
    for (n, edit) in edits.iter().enumerate() {
        // The site is being put together while the edit comes.
        let mut under_way = (n % 3 == 0).then(|| workshop.begin().unwrap()).flatten();
        let hints = edit.make(&site.root());
        let (named, around) = match edit {
            Edit::Checkout(_, false) => (stamps.everything(), Vec::new()),
            _ => (stamps.named(&hints), stamps.around(&hints)),
        };
        for changes in [named, around] {
            let seen = workshop.look(&changes).unwrap();
            let shown = (seen == Seen::Moment).then(|| touched(&workshop, edit));
            if let Some(under_way) = under_way.take() {
                let finished = workshop.finish(under_way.run());
                assert_eq!(finished == Seen::Nothing, seen == Seen::Whole, "{:?}", &edits[..=n]);
                if let Some(shown) = &shown {
                    assert_eq!(*shown, touched(&workshop, edit), "put together without {:?}", &edits[..=n]);
                }
            }
            workshop.settle().unwrap();
            if let Some(shown) = shown {
                assert_eq!(shown, touched(&workshop, edit), "for a moment, after {:?}", &edits[..=n]);
            }
        }
        compare(&site, &workshop, &edits[..=n]);
    }
    assert_eq!(stamps.everything(), [], "nothing was missed");
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 10,
        max_shrink_iters: 60,
        ..ProptestConfig::default()
    })]

    #[test]
    fn it_shows_and_says_what_a_build_would(edits in prop::collection::vec(edit(), 1..7)) {
        follow("base-site", &edits);
    }

    #[test]
    fn the_law_is_followed_too(edits in prop::collection::vec(edit(), 1..7)) {
        follow("transparency-lists", &edits);
    }
}

/// Contents are lent for the first look: what is in no site afterwards, a second one with the same id or all of them where no
/// page can be made, is not forgotten.
#[test]
fn what_was_lent_for_the_first_look_comes_back() {
    let site = Site::from("base-site");
    let office = fs::read(site.root().join("content/uffici/anagrafe.md")).unwrap();
    fs::create_dir_all(site.root().join("content/uffici/altri")).unwrap();
    fs::write(site.root().join("content/uffici/altri/anagrafe.md"), office).unwrap();
    compare(&site, &Workshop::open(plan(&site)).unwrap(), &[]);

    let template = site.root().join("themes/prova/templates/base.html");
    let right = fs::read(&template).unwrap();
    fs::write(&template, "{% if %}").unwrap();
    let mut stamps = Stamps::take(&site.root());
    let mut workshop = Workshop::open(plan(&site)).unwrap();
    assert_eq!(whole(workshop.latest()).1, built(&site).1);
    fs::write(&template, right).unwrap();
    workshop.update(&stamps.everything()).unwrap();
    compare(&site, &workshop, &[]);
}

/// What the law wants gone is not shown for a moment either.
#[test]
fn what_is_over_is_never_shown() {
    let cases = borrowed().iter().enumerate();
    let over: Vec<usize> =
        cases.filter(|(_, (path, _))| path.contains("documenti/vecchio")).map(|(n, _)| n).collect();
    assert!(!over.is_empty());
    for n in over {
        follow("transparency-lists", &[Edit::Borrow(n, n)]);
        follow("transparency-lists", &[Edit::Borrow(n, n), Edit::Write(0, 0), Edit::Borrow(n, n)]);
    }
}

#[test]
fn every_kind_of_edit_is_followed() {
    use Edit::*;
    let site = "base-site";
    follow(
        site,
        &[
            Write(0, 0),
            Write(1, 1),
            Write(3, 5),
            Attachment(true, 0),
            Write(4, 6),
            Write(2, 0),
            Template(1),
            Write(5, 8),
            Delete(1),
            Move(2, 1),
            Attachment(true, 1),
            Attachment(false, 0),
            Write(0, 9),
            Write(0, 3),
            Template(2),
            Write(0, 2),
            Template(0),
            Settings(2),
            Write(1, 4),
            Settings(1),
            Delete(5),
            Write(5, 7),
            Static(true),
            Static(false),
            Vocabulary(true),
            Vocabulary(false),
            Write(6, 11),
            Write(0, 10),
            Write(0, 15),
            Over(0, 13),
            Write(7, 12),
            Write(8, 0),
            Settings(3),
            Write(9, 0),
            Folder(true),
            Write(2, 14),
            Folder(false),
            Settings(4),
            Settings(0),
            Checkout(3, true),
            Uproot(1),
            Schema(0),
            Checkout(40, false),
            Words(0),
            Schema(1),
            Schema(2),
            Words(1),
            Uproot(0),
            Checkout(90, true),
        ],
    );
}

// ---------------------------------------------------------------------------------------------------------------
// The server.

/// A site with a running preview.
struct Preview {
    site: Site,
    server: Option<Server>,
    address: SocketAddr,
}

impl Drop for Preview {
    fn drop(&mut self) {
        if let Some(server) = self.server.take() {
            server.stop();
        }
    }
}

fn options(site: &Site) -> Options {
    let mut plan = plan(site);
    plan.request.root = plan.request.root.canonicalize().unwrap();
    Options {
        plan,
        host: IpAddr::V4(Ipv4Addr::LOCALHOST),
        port: 0,
        other_ports: false,
        names: Vec::new(),
        editor: Some("vscode://file{path}:{line}:{column}".to_owned()),
        lang: Lang::It,
        calendar: None,
        told: Arc::new(|_| {}),
        watch: None,
    }
}

struct Reply {
    status: u16,
    head: String,
    body: String,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Preview {
    fn of(site: Site) -> Self {
        let server = Server::start(options(&site)).unwrap();
        let address = server.address();
        Self { site, server: Some(server), address }
    }

    fn start() -> Self {
        let site = Site::from("base-site");
        for edit in [Edit::Write(0, 0), Edit::Write(3, 5), Edit::Attachment(true, 0)] {
            edit.make(&site.root());
        }
        Self::of(site)
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream
    }

    /// Sends bytes as they are, and reads everything that comes back.
    fn raw(&self, request: &str) -> Reply {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Reply { status, head: head.to_owned(), body: body.to_owned() }
    }

    fn ask(&self, method: &str, path: &str, headers: &str) -> Reply {
        let host = self.address;
        self.raw(&format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n"))
    }

    fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, "")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.site.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Asks until the answer is as wanted: how long that takes is not the matter here.
    fn until(&self, path: &str, what: &str, wanted: impl Fn(&Reply) -> bool) -> Reply {
        let begun = Instant::now();
        loop {
            let reply = self.get(path);
            if wanted(&reply) {
                return reply;
            }
            assert!(begun.elapsed() < Duration::from_secs(90), "{what}: {} {}", reply.status, reply.body);
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Listens for events of a page.
    fn listen(&self, page: &str, version: &str) -> TcpStream {
        let mut stream = self.connect();
        let path = format!("/_arengo/eventi?pagina={page}&versione={version}");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).unwrap();
        stream
    }
}

/// Reads events until one of a name.
fn wait_for(stream: &mut TcpStream, event: &str) {
    let mut heard = String::new();
    let mut buffer = [0; 1024];
    while !heard.contains(&format!("event: {event}\n")) {
        let n = stream.read(&mut buffer).unwrap();
        assert!(n > 0, "the connection ended after {heard}");
        heard.push_str(&String::from_utf8_lossy(&buffer[..n]));
    }
}

fn version(page: &str) -> &str {
    page.split("data-versione=\"").nth(1).unwrap().split('"').next().unwrap()
}

#[test]
fn what_is_saved_is_shown() {
    let preview = Preview::start();
    let page = preview.get("/novita/avvisi/a/");
    assert_eq!(page.status, 200);
    assert!(
        page.body.contains("<h1>Prima</h1>") && page.body.contains("/_arengo/pagina.js"),
        "{}",
        page.body
    );

    // An edit is heard of by who looks at the page, and by who looks at a list of it.
    let mut events = preview.listen("/novita/avvisi/a/", version(&page.body));
    let list = preview.get("/novita/avvisi/");
    let mut list_events = preview.listen("/novita/avvisi/", version(&list.body));
    preview.write("content/notizie/a.md", &NEWS.replace("TITOLO", "Seconda"));
    wait_for(&mut events, "cambiata");
    wait_for(&mut list_events, "cambiata");
    assert!(preview.get("/novita/avvisi/a/").body.contains("<h1>Seconda</h1>"));
    assert!(preview.get("/novita/avvisi/").body.contains("Seconda"));

    // Who shows an old version hears of it at once.
    wait_for(&mut preview.listen("/novita/avvisi/a/", "200-vecchia"), "cambiata");

    // As some editors save: another file, moved over the old one.
    preview.write("content/notizie/.a.md.tmp", &NEWS.replace("TITOLO", "Terza"));
    fs::rename(
        preview.site.root().join("content/notizie/.a.md.tmp"),
        preview.site.root().join("content/notizie/a.md"),
    )
    .unwrap();
    preview.until("/novita/avvisi/a/", "renamed over", |reply| reply.body.contains("<h1>Terza</h1>"));

    // New files in new folders, then gone again.
    preview.write("content/notizie/2027/gennaio/nuova.md", &NEWS.replace("TITOLO", "Nuova"));
    preview.until("/novita/avvisi/nuova/", "a new folder", |reply| reply.status == 200);
    preview.until("/novita/avvisi/", "its list", |reply| reply.body.contains("Nuova"));
    fs::remove_dir_all(preview.site.root().join("content/notizie/2027")).unwrap();
    preview.until("/novita/avvisi/nuova/", "a folder gone", |reply| reply.status == 404);

    // A file with another name is the same page elsewhere.
    fs::rename(
        preview.site.root().join("content/notizie/a.md"),
        preview.site.root().join("content/notizie/z.md"),
    )
    .unwrap();
    let moved = preview.until("/novita/avvisi/a/", "moved", |reply| reply.status == 302);
    let to = moved.header("Location").unwrap().to_owned();
    assert_eq!(to, "/novita/avvisi/z/?arengo-da=/novita/avvisi/a/");
    assert!(preview.get(&to).body.contains("<h1>Terza</h1>"));
    let panel = preview.get("/_arengo/pannello?pagina=/novita/avvisi/z/&arengo-da=/novita/avvisi/a/");
    assert!(panel.body.contains("alias: [&quot;/novita/avvisi/a/&quot;]"), "{}", panel.body);
}

#[test]
fn many_files_at_once_are_all_right() {
    let preview = Preview::start();
    for n in 0..300 {
        preview.write(
            &format!("content/notizie/lotto-{}/n{n}.md", n % 7),
            &NEWS.replace("TITOLO", &format!("Numero {n}")),
        );
    }
    for n in [0, 1, 6, 150, 298, 299] {
        let wanted = format!("<h1>Numero {n}</h1>");
        preview.until(&format!("/novita/avvisi/n{n}/"), "one of many", |reply| reply.body.contains(&wanted));
    }
    preview.until("/novita/", "all of them", |_| {
        (0..300).all(|n| preview.get(&format!("/novita/avvisi/n{n}/")).status == 200)
    });
}

#[test]
fn mistakes_never_take_it_down() {
    let preview = Preview::start();
    let panel = "/_arengo/pannello?pagina=/novita/avvisi/a/";
    preview.until(panel, "no mistakes", |reply| {
        reply.body.contains("data-stato=\"bene\"") || reply.body.contains("data-stato=\"avviso\"")
    });

    preview.write("content/notizie/a.md", "---\ntitolo: [\n---\n\nRotta.\n");
    let told = preview.until(panel, "front matter", |reply| reply.body.contains("data-stato=\"errore\""));
    assert!(told.body.contains("ultima versione buona"), "{}", told.body);
    assert!(told.body.contains("content/notizie/a.md:"), "{}", told.body);
    assert!(told.body.contains("vscode://file/"), "{}", told.body);
    let kept = preview.get("/novita/avvisi/a/");
    assert!(kept.status == 200 && kept.body.contains("<h1>Prima</h1>"), "{}", kept.body);
    // Broken in another way before it was mended: the last good version is still the same.
    preview.write("content/notizie/a.md", &NEWS.replace("TITOLO", "[Mezza"));
    preview.until(panel, "half a front matter", |reply| {
        reply.body.contains("data-stato=\"errore\"") && reply.body.contains("ultima versione buona")
    });
    assert!(preview.get("/novita/avvisi/a/").body.contains("<h1>Prima</h1>"));
    preview.write("content/notizie/a.md", &NEWS.replace("TITOLO", "Guarita"));
    preview.until("/novita/avvisi/a/", "mended", |reply| reply.body.contains("<h1>Guarita</h1>"));
    preview.until(panel, "no error left", |reply| !reply.body.contains("data-stato=\"errore\""));

    let base = fs::read_to_string(preview.site.root().join("themes/prova/templates/base.html")).unwrap();
    preview.write("themes/prova/templates/base.html", &base.replace("<h1>", "{% if %}<h1>"));
    let broken = preview.until("/novita/avvisi/a/", "a broken template", |reply| reply.status == 500);
    assert!(broken.body.contains("themes/prova/templates/base.html:"), "{}", broken.body);
    assert!(broken.body.contains("{% if %}"), "{}", broken.body);
    preview.write("themes/prova/templates/base.html", &base);
    preview.until("/novita/avvisi/a/", "a mended template", |reply| reply.body.contains("<h1>Guarita</h1>"));

    let settings = fs::read_to_string(preview.site.root().join("site.toml")).unwrap();
    fs::remove_file(preview.site.root().join("site.toml")).unwrap();
    preview.until("/_arengo/", "no settings", |reply| reply.body.contains("role=\"alert\""));
    assert_eq!(preview.get("/novita/avvisi/a/").status, 200);
    preview.write("site.toml", &settings);
    preview.until("/_arengo/", "settings again", |reply| !reply.body.contains("role=\"alert\""));
}

/// What counts neither steps nor bytes, and what can be asked to stop: both are told on their page, and all others are shown.
#[test]
fn a_page_without_end_holds_up_nobody_else() {
    let site = Site::from("base-site");
    Edit::Write(0, 0).make(&site.root());
    let settings = fs::read_to_string(site.root().join("site.toml")).unwrap();
    fs::write(site.root().join("site.toml"), format!("{settings}\n[limiti]\npagina_secondi = 1\n")).unwrap();
    let preview = Preview::of(site);
    assert_eq!(preview.get("/").status, 200);
    let home = "themes/prova/templates/home.html";
    let block = |inner: &str| {
        format!("{{% extends \"sezione.html\" %}}{{% block principale %}}{inner}{{% endblock principale %}}")
    };
    let words = "non finisce la pagina in un secondo";

    // Three million steps that each write: asked to stop, it does.
    let writes = "{% for a in range(end=1700) %}{% for b in range(end=1700) %}{{ a | str | upper | lower | title }}\
        {% endfor %}{% endfor %}";
    preview.write(home, &block(writes));
    let told = preview.until("/", "a page that writes on", |reply| reply.status == 500);
    assert!(told.body.contains(words) && told.body.contains(home), "{}", told.body);

    let calls = "{% component giro(n) %}{% if n < 19 %}{{ <giro n={n + 1} /> }}{{ <giro n={n + 1} /> }}\
        {{ <giro n={n + 1} /> }}{% endif %}{% endcomponent giro %}";
    preview.write("themes/prova/templates/giro.html", calls);
    preview.write(home, &block("{{ <giro n={1} /> }}"));
    let told =
        preview.until("/", "a page without end", |reply| reply.status == 500 && reply.body.contains(words));
    assert!(told.body.contains(home), "{}", told.body);
    // Its work goes on aside, which the desk tells; everything else is shown, and what is saved too.
    preview.until("/_arengo/", "what was left behind", |reply| reply.body.contains("continua in disparte"));
    assert_eq!(preview.get("/novita/avvisi/a/").status, 200);
    preview.write("content/notizie/a.md", &NEWS.replace("TITOLO", "Intanto"));
    preview.until("/novita/avvisi/a/", "an edit meanwhile", |reply| reply.body.contains("<h1>Intanto</h1>"));
    preview.write(home, &block("<h1>Di nuovo</h1>"));
    preview.until("/", "mended", |reply| reply.status == 200 && reply.body.contains("Di nuovo"));
}

#[test]
fn the_desk_filters_and_looks_ahead() {
    let preview = Preview::start();
    preview.write("content/notizie/b.md", &text(2));
    preview.write(
        "content/notizie/futura.md",
        &NEWS.replace("TITOLO", "Futura").replace("---\n\nTesto", "pubblicato_dal: 2027-01-01\n---\n\nTesto"),
    );
    let desk = preview.until("/_arengo/?stato=futuro", "the desk", |reply| {
        reply.body.contains("<th scope=\"row\" lang=\"it\">Futura")
    });
    assert!(!desk.body.contains("<th scope=\"row\" lang=\"it\"><a href=\"/novita/avvisi/a/\">"));
    assert_eq!(preview.get("/novita/avvisi/futura/").status, 404);
    let form = "data=2027-01-01&bozze=1";
    let host = preview.address;
    let posted = preview.raw(&format!("POST /_arengo/vista HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{form}", form.len()));
    assert_eq!((posted.status, posted.header("Location")), (303, Some("/_arengo/")));
    preview.until("/novita/avvisi/futura/", "another day", |reply| reply.status == 200);
    preview.until("/novita/avvisi/b/", "a draft", |reply| reply.status == 200);
    assert!(preview.get("/_arengo/telefono?pagina=/novita/").body.contains("src=\"/novita/\""));
}

#[test]
fn only_who_may_ask_is_answered() {
    let preview = Preview::start();
    fs::create_dir_all(preview.site.root().join("static")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", preview.site.root().join("static/passwd")).unwrap();
    preview.write("static/.segreto", "segreto");
    preview.write("static/libero.txt", "libero");
    preview.until("/libero.txt", "a static file", |reply| reply.status == 200);
    let host = |host: &str| {
        preview.raw(&format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).status
    };
    assert_eq!(host("evil.example"), 421);
    assert_eq!(host(&format!("localhost:{}", preview.address.port())), 200);
    assert_eq!(preview.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status, 421);
    assert_eq!(preview.ask("GET", "/", "Origin: https://evil.example\r\n").status, 403);
    assert_eq!(
        preview.ask("GET", "/", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n").status,
        403
    );
    assert_eq!(preview.ask("POST", "/_arengo/vista", "Content-Length: 0\r\n").status, 403);
    for path in
        ["/../site.toml", "/%2e%2e/site.toml", "/..%2fsite.toml", "/a\\..\\b", "/%00", "/static/../../x"]
    {
        assert_eq!(preview.get(path).status, 400, "{path}");
    }
    for path in [
        "/site.toml",
        "/content/notizie/a.md",
        "/.segreto",
        "/passwd",
        "//etc/passwd",
        "/_arengo/niente",
        "/themes/prova/theme.toml",
    ] {
        let reply = preview.get(path);
        assert!(
            reply.status == 404 && !reply.body.contains("root:"),
            "{path}: {} {}",
            reply.status,
            reply.body
        );
    }
    for method in ["PUT", "DELETE", "OPTIONS", "TRACE"] {
        assert_eq!(preview.ask(method, "/", "").status, 405, "{method}");
    }
    assert_eq!(preview.ask("POST", "/", "Content-Length: 0\r\n").status, 405);
    assert_eq!(preview.ask("POST", "/_arengo/vista", "Transfer-Encoding: chunked\r\n").status, 411);
    assert_eq!(preview.ask("POST", "/_arengo/vista", "Content-Length: 99999999\r\n").status, 413);
    assert_eq!(preview.get(&format!("/{}", "a".repeat(6000))).status, 414);
    assert_eq!(preview.ask("GET", "/", &format!("X: {}\r\n", "a".repeat(20_000))).status, 431);
    assert_eq!(preview.raw("\u{1}\u{2}\r\n\r\n").status, 400);
}

#[test]
fn answers_are_whole_and_of_today() {
    let preview = Preview::start();
    let page = preview.get("/");
    assert_eq!((page.status, page.header("Cache-Control")), (200, Some("no-store")));
    assert_eq!(page.header("Content-Type"), Some("text/html; charset=utf-8"));
    let head = preview.ask("HEAD", "/", "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("Content-Length"), page.header("Content-Length"));
    assert_eq!(preview.get("/novita").header("Location"), Some("/novita/"));
    assert_eq!(preview.get("/sitemap.xml").header("Content-Type"), Some("application/xml; charset=utf-8"));

    let file = preview.get("/allegati/d/x.svg");
    assert_eq!((file.status, file.header("Content-Type")), (200, Some("image/svg+xml")));
    let part = preview.ask("GET", "/allegati/d/x.svg", "Range: bytes=1-3\r\n");
    assert_eq!((part.status, part.body.as_str()), (206, "svg"));
    assert_eq!(part.header("Content-Range"), Some(format!("bytes 1-3/{}", file.body.len()).as_str()));
    assert_eq!(preview.ask("GET", "/allegati/d/x.svg", "Range: bytes=9999-\r\n").status, 416);

    // Several requests on one connection, the second sent before the first is answered.
    let mut stream = preview.connect();
    let host = preview.address;
    write!(stream, "GET /robots.txt HTTP/1.1\r\nHost: {host}\r\n\r\nGET /robots.txt HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    assert_eq!(text.matches("HTTP/1.1 200 OK").count(), 2, "{text}");
}

#[test]
fn a_thousand_connections_are_held() {
    let preview = Preview::start();
    let quiet: Vec<TcpStream> = (0..500).map(|_| preview.connect()).collect();
    let mut listening: Vec<TcpStream> = (0..500).map(|_| preview.listen("/novita/avvisi/a/", "")).collect();
    assert_eq!(preview.get("/novita/avvisi/a/").status, 200);
    preview.write("content/notizie/a.md", &NEWS.replace("TITOLO", "Per tutti"));
    for stream in &mut listening {
        wait_for(stream, "cambiata");
    }
    preview.until("/novita/avvisi/a/", "the edit", |reply| reply.body.contains("Per tutti"));
    drop(quiet);
}

#[test]
fn who_does_not_finish_asking_is_let_go() {
    let preview = Preview::start();
    let mut silent = preview.connect();
    let mut half = preview.connect();
    half.write_all(b"GET / HTTP/1.1\r\nHost: local").unwrap();
    assert_eq!(preview.get("/").status, 200);
    for stream in [&mut silent, &mut half] {
        let mut rest = Vec::new();
        stream.read_to_end(&mut rest).expect("the connection ends");
        assert!(rest.is_empty(), "nothing was asked");
    }
}

#[test]
fn a_port_that_is_taken_is_passed_over() {
    let site = Site::from("base-site");
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let mut options = options(&site);
    options.port = port;
    let failure = Server::start(options.clone()).err().expect("the port is taken");
    assert_eq!(failure.message.id, "serve-port");
    options.other_ports = true;
    let server = Server::start(options).unwrap();
    assert!(server.address().port() > port);
    assert_eq!(server.url(), format!("http://127.0.0.1:{}/", server.address().port()));
    server.stop();
}

/// An act with a file of its own that nobody can read.
const ACT: &str = "---\ntitolo: Atto con un PDF rotto\ndata_atto: 2026-11-19\nufficio_responsabile: anagrafe\n\
                   genere_atto: Provvedimento di un dirigente\nalbo:\n  numero: 70\n  \
                   tipo: Determinazione del Dirigente\n  dal: 2026-11-20\n  giorni: 30\n  \
                   motivo: Osservazioni entro trenta giorni.\nallegati:\n  - titolo: Determinazione\n    \
                   file: rotto.pdf\n---\n";

#[test]
fn acts_and_their_documents_are_on_the_panel_and_on_the_desk() {
    let site = Site::from("albo");
    put(&site.root(), "content/albo/2026/rotto.md", ACT);
    put(&site.root(), "content/albo/2026/rotto.pdf", "%PDF-1.7\nniente di leggibile\n");
    let preview = Preview::of(site);
    let panel = preview.until("/_arengo/pannello?pagina=/albo-pretorio/2026/70/", "documents", |reply| {
        reply.body.contains("<code>pdf-broken</code>")
    });
    // Where it is written, and when it goes, as the law counts: thirty days after the first, then its archive.
    for words in [
        "content/albo/2026/rotto.md",
        "content/albo/2026/rotto.pdf",
        "Ultimo giorno all&#39;albo pretorio: 20/12/2026, tra 24 giorni",
        "Ultimo giorno nell&#39;archivio dell&#39;albo: 31/12/2027",
    ] {
        assert!(panel.body.contains(words), "{words}: {}", panel.body);
    }
    let file = preview.get("/albo-pretorio/2026/70/rotto.pdf");
    assert!(matches!(file.status, 200 | 404), "{}", file.status);

    // Acts have no page among the contents, but one on the board: the desk knows it, and what is to come or over.
    let row = |desk: &Reply, title: &str| {
        let rows = desk.body.split("<tr>").find(|row| row.contains(title)).map(str::to_owned);
        rows.unwrap_or_else(|| panic!("{title}: {}", desk.body))
    };
    let desk = preview.get("/_arengo/");
    let in_force = row(&desk, "Atto con un PDF rotto");
    assert!(
        in_force.contains("href=\"/albo-pretorio/2026/70/\"") && in_force.contains("in linea"),
        "{in_force}"
    );
    let due = row(&desk, "Atto che comincia domani");
    assert!(!due.contains("href=\"/albo") && due.contains("non ancora in linea"), "{due}");
    assert!(desk.body.contains("Va all&#39;albo pretorio: 27/11/2026, domani"), "{}", desk.body);
    assert!(desk.body.contains("pdf-broken"), "{}", desk.body);
    let over = preview.get("/_arengo/?stato=passato");
    assert!(row(&over, "vecchio").contains("non più in linea"));
}

#[test]
fn a_folder_that_comes_back_is_heard_of_again() {
    let preview = Preview::start();
    let (content, away) = (preview.site.root().join("content"), preview.site.folder.path().join("altrove"));
    fs::rename(&content, &away).unwrap();
    preview.until("/novita/avvisi/a/", "everything gone", |reply| reply.status == 404);
    // Another folder of the same name, as after `git checkout`.
    for path in below(&away) {
        let path_there = content.join(path.strip_prefix(&away).unwrap());
        fs::create_dir_all(path_there.parent().unwrap()).unwrap();
        fs::copy(&path, path_there).unwrap();
    }
    preview.until("/novita/avvisi/a/", "everything back", |reply| reply.body.contains("<h1>Prima</h1>"));
    preview.write("content/notizie/a.md", &NEWS.replace("TITOLO", "Tornata"));
    preview.until("/novita/avvisi/a/", "heard of", |reply| reply.body.contains("<h1>Tornata</h1>"));
}

#[test]
fn a_file_that_appears_unheard_is_found() {
    // A state for the moment, the neighbours, the site put together: whatever comes in between, all of it is shown.
    let preview = Preview::start();
    for n in 0..30 {
        preview
            .write(&format!("content/notizie/nuova-{n}/dentro/n{n}.md"), &NEWS.replace("TITOLO", "Dentro"));
        preview.write("content/notizie/a.md", &NEWS.replace("TITOLO", &format!("Prima {n}")));
    }
    for n in 0..30 {
        preview.until(&format!("/novita/avvisi/n{n}/"), "deep inside", |reply| reply.status == 200);
    }
    preview.until("/novita/avvisi/a/", "the last word", |reply| reply.body.contains("<h1>Prima 29</h1>"));
}

/// Bytes of a file that is larger than what a socket holds.
const LARGE: u64 = 64 * 1024 * 1024;

#[test]
fn who_takes_nothing_is_cut() {
    let preview = Preview::start();
    fs::create_dir_all(preview.site.root().join("static")).unwrap();
    let file = fs::File::create(preview.site.root().join("static/grande.zip")).unwrap();
    file.set_len(LARGE).unwrap();
    preview.until("/grande.zip", "a large file", |reply| reply.status == 200);
    let part = preview.ask("GET", "/grande.zip", "Range: bytes=67108000-67108003\r\n");
    assert_eq!((part.status, part.body.as_str()), (206, "\0\0\0\0"));

    let mut lazy = preview.connect();
    write!(lazy, "GET /grande.zip HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address).unwrap();
    // Longer than the server waits for a browser that takes nothing.
    std::thread::sleep(Duration::from_secs(25));
    let mut arrived = Vec::new();
    // The end of the connection, or that it was reset.
    let _ = lazy.read_to_end(&mut arrived);
    assert!((arrived.len() as u64) < LARGE, "{} bytes were sent to who took none", arrived.len());
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn more_than_enough_connections_are_turned_away() {
    let preview = Preview::start();
    let mut held: Vec<TcpStream> = (0..1300).map(|_| preview.connect()).collect();
    let last = held.last_mut().unwrap();
    let mut told = String::new();
    let _ = last.read_to_string(&mut told);
    assert!(told.starts_with("HTTP/1.1 503 "), "{told}");
    drop(held);
    preview.until("/", "room again", |reply| reply.status == 200);
}

#[test]
fn other_names_are_answered_only_if_they_were_allowed() {
    let site = Site::from("base-site");
    let mut options = options(&site);
    options.names = vec!["pc-anagrafe".to_owned()];
    let server = Server::start(options).unwrap();
    let preview = Preview { address: server.address(), server: Some(server), site };
    let ask = |host: &str| {
        preview.raw(&format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).status
    };
    assert_eq!([ask("pc-anagrafe:8484"), ask("PC-Anagrafe"), ask("pc-ufficio")], [200, 200, 421]);
}

/// A page that fills the memory without ever looking up ends the preview with its name, before the system ends it without
/// one; so does a part of all pages that never ends, while the preview starts.
#[test]
fn what_cannot_be_stopped_ends_the_command_with_its_name() {
    let calls = "{% component giro(n, s) %}{% if n < 19 %}{{ <giro n={n + 1} s={s ~ s} /> }}{{ <giro n={n + 1} s={s ~ s} /> }}\
        {{ <giro n={n + 1} s={s ~ s} /> }}{% endif %}{% endcomponent giro %}";
    let home = |inner: &str| {
        format!("{{% extends \"sezione.html\" %}}{{% block principale %}}{inner}{{% endblock principale %}}")
    };
    let memory = ("memoria_mib = 256\npagina_secondi = 600", "home.html", "più di 256 MiB");
    let start = ("pagina_secondi = 1", "fissi/piede.html", "non finisce la pagina in un secondo");
    for (limits, template, words) in [memory, start] {
        let site = Site::from("base-site");
        let templates = site.root().join("themes/prova/templates");
        fs::create_dir_all(templates.join("fissi")).unwrap();
        fs::write(templates.join("giro.html"), calls).unwrap();
        // Nineteen times double, and three times each: half a GB at a time, for ever.
        let inner = format!("{{{{ <giro n={{1}} s={{\"{}\"}} /> }}}}", "x".repeat(4_000));
        let text = if template == "home.html" { home(&inner) } else { inner };
        fs::write(templates.join(template), text).unwrap();
        if template != "home.html" {
            fs::write(templates.join("home.html"), home("{{ fisso(nome=\"piede\") }}")).unwrap();
        }
        let settings = fs::read_to_string(site.root().join("site.toml")).unwrap();
        fs::write(site.root().join("site.toml"), format!("{settings}\n[limiti]\n{limits}\n")).unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_arengo"));
        command.args(["serve", "--lang", "it", "--date", "2026-11-22", "--site"]).arg(site.root());
        let run = command.stdin(std::process::Stdio::null()).output().unwrap();
        let told = String::from_utf8_lossy(&run.stdout) + String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(1), "{told}");
        assert!(told.contains(words) && told.contains(template), "{told}");
    }
}

/// `arengo serve` as a person starts it: another port is told, and Ctrl-C ends it with nothing left to say.
#[test]
fn the_command_tells_another_port_and_ends_on_ctrl_c() {
    let site = Site::from("base-site");
    let start = || {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_arengo"));
        command.args(["serve", "--lang", "it", "--date", "2026-11-22", "--site"]).arg(site.root());
        command.stdin(std::process::Stdio::null()).stderr(std::process::Stdio::piped()).spawn().unwrap()
    };
    let ready = |child: &mut std::process::Child| {
        let mut said = String::new();
        let mut stderr = child.stderr.take().unwrap();
        let mut byte = [0];
        while !said.contains("(Ctrl-C per chiudere)") && stderr.read(&mut byte).unwrap() == 1 {
            said.push(char::from(byte[0]));
        }
        (said, stderr)
    };
    // The second one finds the usual port taken, by the first or by whoever had it.
    let mut children = [start(), start()];
    let mut told = children.each_mut().map(ready);
    let others = told.iter().filter(|(said, _)| said.contains("occupata: ne uso un'altra")).count();
    assert!(others >= 1, "{told:?}");
    for (child, (_, stderr)) in children.iter_mut().zip(&mut told) {
        let pid = rustix::process::Pid::from_child(child);
        rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
        let mut rest = String::new();
        stderr.read_to_string(&mut rest).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{rest}");
        assert!(rest.contains("Anteprima chiusa."), "{rest}");
    }
}
