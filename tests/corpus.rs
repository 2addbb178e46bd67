//! Markdown nobody here wrote: every `.md` file in the sources of our dependencies becomes a page of a site.
//! Nothing may panic or hang, and every file must become a page or be told about.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use arengo::{
    load::Request,
    pipeline::{self, INTERNAL, Order},
};

/// Fewer files than this, and the sources of the dependencies are not where they were expected.
const FEWEST: usize = 100;

#[test]
fn readmes_of_dependencies_become_pages() {
    let texts = markdown_of_dependencies();
    if texts.len() < FEWEST {
        eprintln!("SKIPPED: only {} Markdown files of dependencies were found", texts.len());
        return;
    }
    if let Some(folder) = env::var_os("CORPUS_SITE") {
        // For a person to look at, with `arengo serve --site FOLDER`: most texts have findings, so no build would show them.
        write_site(Path::new(&folder), &texts, "comune");
        return;
    }
    let site = tempfile::tempdir().unwrap();
    let n = write_site(site.path(), &texts, "prova");
    let order = Order {
        request: Request {
            root: site.path().to_owned(),
            today: "2026-11-22".parse().unwrap(),
            base_url: None,
            drafts: false,
        },
        output: site.path().join("public"),
        publish: false,
        minify: Some(true),
        search: None,
        strict: false,
        cache: None,
        switches: arengo::pipeline::Switches::default(),
        progress: Arc::new(|_| {}),
        watch: None,
    };
    let build = pipeline::run(&order).unwrap();
    let bugs: Vec<_> =
        build.findings.iter().filter(|finding| finding.diagnostic.rule == INTERNAL.id).collect();
    assert!(bugs.is_empty(), "{bugs:#?}");
    assert!(build.pages >= n, "{} pages of {n} files", build.pages);
}

fn markdown_of_dependencies() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let mut files = Vec::new();
    if let Some(sources) = home.map(|home| home.join("registry/src")).filter(|folder| folder.is_dir()) {
        collect(&sources, &mut files);
    }
    files.sort();
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() {
            collect(&entry.path(), files);
        } else if kind.is_file() && entry.path().extension().is_some_and(|extension| extension == "md") {
            files.push(entry.path());
        }
    }
}

/// A site with a page for every text, in a theme of the least or in the one that is shipped; how many.
fn write_site(root: &Path, texts: &[PathBuf], theme: &str) -> usize {
    let put = |path: &str, text: &str| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let head = "nome = \"Prova\"\nindirizzo_web = \"https://prova.example\"\n";
    put("site.toml", &format!("{head}tema = \"{theme}\"\n"));
    for name in ["home", "sezione", "argomento", "tipi/contenuto"] {
        put(&format!("themes/prova/templates/{name}.html"), TEMPLATE);
    }
    let mut n = 0;
    for (number, path) in texts.iter().enumerate() {
        // What is not UTF-8 is another test's business.
        let Ok(text) = fs::read_to_string(path) else { continue };
        let head = format!("---\ntitolo: Testo numero {number}\nslug: testo-{number}\n---\n\n");
        put(&format!("content/pagine/testo-{number}.md"), &(head + &text));
        n += 1;
    }
    n
}

const TEMPLATE: &str = "<!doctype html><html lang=\"it\"><head><meta charset=\"utf-8\"><title>{{ pagina.titolo }}</title></head>\
<body><main><h1>{{ pagina.titolo }}</h1>{% if contenuto %}{{ contenuto.corpo }}{% endif %}</main></body></html>\n";
