//! The command line from outside: languages, exit codes, pipes, and the files commands make.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
};

/// What ships with Arengo, in the order of `arengo schema`, with a title that suits it.
const TYPES: &[(&str, &str)] = &[
    ("argomento", "Sport"),
    ("atto", "Divieto di sosta in via Roma"),
    ("bando", "Gara per la mensa"),
    ("dataset", "Numeri civici"),
    ("documento_pubblico", "Regolamento: la biblioteca"),
    ("domanda_frequente", "Come si paga la \"TARI\"?"),
    ("evento", "Festa dell'olio"),
    ("incarico", "Sindaca"),
    ("luogo", "Parco #1"),
    ("notizia", "31/12/2026"),
    ("pagina", "Città e frazioni"),
    ("persona", "Anna De Santis"),
    ("procedimento", "- trattino"),
    ("progetto_pnrr", "Scuola: nuovi spazi"),
    ("punto_contatto", "Ufficio tributi"),
    ("servizio", "Null"),
    ("sezione", "Turismo"),
    ("sezione_trasparente", "bilanci"),
    ("sito_tematico", "Museo {della carta}"),
    ("unita_organizzativa", "Ufficio tributi"),
];

/// A run of the program with an environment that says nothing of language and colors.
fn arengo(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_arengo"));
    command.current_dir(folder).args(arguments).stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE", "TERM", "RUST_BACKTRACE"] {
        command.env_remove(name);
    }
    command
}

/// Runs and expects an exit code; gives stdout and stderr.
fn check(folder: &Path, arguments: &[&str], code: i32) -> (String, String) {
    texts(arengo(folder, arguments).output().unwrap(), code, arguments)
}

fn texts(output: Output, code: i32, what: &[&str]) -> (String, String) {
    let out = String::from_utf8(output.stdout).unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{what:?}\n{out}\n{err}");
    (out, err)
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// A new site, and the folder that holds it.
fn site() -> tempfile::TempDir {
    let folder = folder();
    check(folder.path(), &["init", ".", "--name", "Comune di Prova"], 0);
    folder
}

/// Ids of the rules that a text finds broken, as errors.
fn broken_rules(err: &str) -> Vec<&str> {
    err.split("error[").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0)).collect()
}

#[test]
fn help_speaks_both_languages() {
    let folder = folder();
    for command in
        ["", "init", "new", "build", "check", "audit", "schema", "explain", "help", "completions", "man"]
    {
        let with = |lang| {
            let arguments: Vec<&str> =
                [command, "--help", "--lang", lang].into_iter().filter(|word| !word.is_empty()).collect();
            check(folder.path(), &arguments, 0).0
        };
        let (italian, english) = (with("it"), with("en"));
        for (help, usage, examples) in [(&italian, "Uso: ", "Esempi:"), (&english, "Usage: ", "Examples:")] {
            assert!(help.contains(&format!("{usage}arengo")), "{help}");
            let example = help.split_once(examples).map_or("", |(_, after)| after);
            assert!(example.contains(&format!("\n  arengo {command}")), "{help}");
        }
        for word in ["Usage", "Options", "OPTIONS", "Commands", "Arguments", "Print", "default:", "possible"]
        {
            assert!(!italian.contains(word), "{word} in {italian}");
        }
    }
    let (help, _) = check(folder.path(), &["help", "build"], 0);
    assert_eq!(help, check(folder.path(), &["build", "-h"], 0).0);
    for exit in ["0  ", "1  ", "2  ", "3  "] {
        assert!(help.contains(exit), "{help}");
    }
}

#[test]
fn language_comes_from_the_environment() {
    let folder = folder();
    for (variable, value, expected) in [
        ("LANG", "en_US.UTF-8", "Usage:"),
        ("LC_ALL", "en_GB", "Usage:"),
        ("LANG", "it_IT.UTF-8", "Uso:"),
        ("LANG", "C", "Uso:"),
        ("LANG", "de_DE", "Uso:"),
    ] {
        let output = arengo(folder.path(), &["--help"]).env(variable, value).output().unwrap();
        let (help, _) = texts(output, 0, &[variable, value]);
        assert!(help.contains(expected), "{variable}={value}");
    }
}

#[test]
fn mistakes_in_the_command_are_explained() {
    let folder = folder();
    for (arguments, expected) in [
        (&["build", "--otput", "x"][..], "forse intendevi `--output`?"),
        (&["buidl"], "forse intendevi `build`?"),
        (&["check", "--format", "jsn"], "forse intendevi `json`?"),
        (&["check", "--format"], "manca il valore"),
        (&["check", "--drafts=si"], "non vuole un valore"),
        (&["check", "-q", "-v"], "non va insieme"),
        (&["check", "--strict", "--strict"], "due volte"),
        (&["new", "servizio"], "manca <TITOLO>"),
        (&["new", "servizio", "Pagare", "la", "TARI"], "va fra virgolette"),
        (&["explain", "yaml-sintax"], "forse intendevi `yaml-syntax`?"),
        (&["schema", "servizi"], "forse intendevi `servizio`?"),
        (&["help", "chek"], "forse intendevi `check`?"),
        (&["check"], "manca site.toml"),
        (&["check", "--site", "niente"], "in `niente` non c'è site.toml"),
        (&["check", "--site", "niente", "--site", "./niente"], "hanno la cartella di nome niente"),
        (
            &["check", "--site", "a", "--site", "b", "--format", "json"],
            "--format json vale per un sito alla volta",
        ),
        (
            &["build", "--site", "a", "--site", "b", "--base-url", "https://x.it"],
            "--base-url vale per un sito",
        ),
        (
            &["check", "--site", "niente", "--site", "nulla"],
            "2 siti, di cui 2 con qualcosa da correggere: niente, nulla",
        ),
        (&["init", "x", "--name", "<b>"], "non può essere il nome"),
        (&[], "Comandi:"),
    ] {
        let (out, err) = check(folder.path(), arguments, 2);
        assert!(err.contains(expected), "{arguments:?}\n{err}");
        assert_eq!(out, "", "{arguments:?}");
    }
    let (_, err) = check(folder.path(), &["build", "--otput", "x", "--lang", "en"], 2);
    assert!(err.contains("did you mean `--output`?"), "{err}");
}

#[test]
fn values_are_understood_or_explained() {
    let site = site();
    for (arguments, expected) in [
        (&["check", "--date", "31/12/2026"][..], "scrivi `2026-12-31`"),
        (&["check", "--date", "domani"], "non è una data"),
        (&["check", "--jobs", "0"], "da 1 a 1024"),
        (&["check", "--base-url", "comune.it"], "scrivilo intero"),
    ] {
        let (_, err) = check(site.path(), arguments, 2);
        assert!(err.contains(expected), "{arguments:?}\n{err}");
    }
}

#[test]
fn exit_codes_tell_whose_fault_it_is() {
    let site = site();
    check(site.path(), &["--version"], 0);
    fs::write(site.path().join("content/pagine/rotta.md"), "senza intestazione\n").unwrap();
    let (_, err) = check(site.path(), &["check", "--lang", "en"], 1);
    assert!(broken_rules(&err).contains(&"front-matter"), "{err}");
    // A file where a folder is needed is the disk's fault.
    check(site.path(), &["init", "site.toml/sotto"], 3);
    fs::write(site.path().join("site.toml"), "nome = ").unwrap();
    let (_, err) = check(site.path(), &["check", "--lang", "en"], 1);
    assert!(broken_rules(&err).contains(&"toml-syntax"), "{err}");
    check(site.path(), &["new", "pagina", "Prova"], 1);
}

#[test]
fn colors_only_when_they_are_wanted() {
    let folder = folder();
    let colored = |arguments: &[&str], variables: &[(&str, &str)]| {
        let output = arengo(folder.path(), arguments).envs(variables.iter().copied()).output().unwrap();
        let (out, err) = (output.stdout.contains(&0x1b), output.stderr.contains(&0x1b));
        out || err
    };
    for arguments in [&["--help"][..], &["buidl"], &["check"]] {
        let always = [arguments, &["--color", "always"]].concat();
        assert!(!colored(arguments, &[]), "{arguments:?}");
        assert!(colored(&always, &[]), "{arguments:?}");
        assert!(colored(arguments, &[("CLICOLOR_FORCE", "1")]), "{arguments:?}");
        assert!(!colored(arguments, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), "{arguments:?}");
        assert!(
            !colored(&[arguments, &["--color=never"]].concat(), &[("CLICOLOR_FORCE", "1")]),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = folder();
    for arguments in [&["schema", "servizio"][..], &["explain"], &["--help"], &["completions", "bash"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = arengo(folder.path(), arguments).stdout(writer).output().unwrap();
        let (_, err) = texts(output, 0, arguments);
        assert_eq!(err, "", "{arguments:?}");
    }
}

/// Everything but the theme, which the program has to bring.
#[test]
fn a_new_site_has_no_errors() {
    let site = site();
    for file in
        [".gitignore", ".editorconfig", ".vscode/settings.json", ".vscode/extensions.json", "README.md"]
    {
        assert!(site.path().join(file).is_file(), "{file}");
    }
    for file in [".vscode/settings.json", ".vscode/extensions.json", ".vscode/schemi/site.schema.json"] {
        let text = fs::read_to_string(site.path().join(file)).unwrap();
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{file}");
    }
    let output = arengo(site.path(), &["check", "--lang", "en"]).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    let broken: Vec<&str> = broken_rules(&err).into_iter().filter(|rule| *rule != "theme").collect();
    assert!(broken.is_empty(), "{err}");
    assert!(err.contains("site.toml"), "what is still to be filled in is told: {err}");
}

/// What `new` writes can be read; what is empty in it is told, and nothing else.
#[test]
fn new_contents_of_every_type_can_be_read() {
    let site = site();
    for (content_type, title) in TYPES {
        let (out, _) = check(site.path(), &["new", content_type, "--", title], 0);
        let text = fs::read_to_string(out.trim()).unwrap();
        assert!(text.contains("\nslug: "), "{text}");
        assert!(text.starts_with("---\n") && text.ends_with("\n---\n"), "{text}");
    }
    let output = arengo(site.path(), &["check", "--lang", "en"]).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    for rule in broken_rules(&err) {
        let is_form = ["yaml-", "front-matter", "file-"].iter().any(|start| rule.starts_with(start));
        let is_wrong = ["field-unknown", "field-value", "content-type", "vocabulary"].contains(&rule);
        assert!(!is_form && !is_wrong, "{rule}: {err}");
    }
    let persona = fs::read_to_string(site.path().join("content/persone/anna-de-santis.md")).unwrap();
    assert!(persona.contains("\nnome: Anna\n") && persona.contains("\ncognome: De Santis\n"), "{persona}");
    assert!(persona.contains("ufficio-segreteria"), "existing offices are offered: {persona}");
}

/// Fifty of a kind are enough for a screen, and who asks sees all; a program gets all in any case.
#[test]
fn what_is_not_shown_is_counted() {
    let folder = site();
    for n in 0..60 {
        let page = format!("---\ntitolo: Pagina {n}\nsconosciuto: {n}\n---\n\nTesto.\n");
        fs::write(folder.path().join(format!("content/pagine/p{n}.md")), page).unwrap();
    }
    let count = |text: &str| text.matches("[field-unknown]").count();
    for (lang, words, total) in [
        ("it", "altri 10 errori: usa -v per vederli", "60 errori"),
        ("en", "10 more errors: use -v to see them", "60 errors"),
    ] {
        let (_, err) = check(folder.path(), &["check", "--lang", lang], 1);
        assert_eq!(count(&err), 50, "{err}");
        assert!(err.contains(words) && err.contains(total), "{err}");
        let (_, err) = check(folder.path(), &["check", "-v", "--lang", lang], 1);
        assert!(count(&err) == 60 && !err.contains(words), "{err}");
    }
    for format in ["json", "sarif", "github", "gitlab", "junit", "html"] {
        let (out, _) = check(folder.path(), &["check", "--format", format], 1);
        let all = (0..60).filter(|n| out.contains(&format!("content/pagine/p{n}.md"))).count();
        assert_eq!(all, 60, "{format}");
    }
}

#[test]
fn an_outline_shows_what_may_be_written() {
    let site = site();
    let (out, _) = check(site.path(), &["new", "servizio", "Pagare la TARI"], 0);
    let text = fs::read_to_string(out.trim()).unwrap();
    for line in [
        "titolo: Pagare la TARI",
        "slug: pagare-la-tari",
        "# Si sceglie fra: Servizio attivo; Servizio non attivo.",
        "unita_responsabile:",
        "# Ci sono: ufficio-segreteria.",
        "contatti:",
        "#  - contatti-comune",
        "# Serve almeno uno di questi campi: tempi_scadenze, fasi.",
        "tempi_scadenze:",
        "#fasi:",
        "canale_digitale:",
        "  url:",
        "#procedure_collegate:",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} in\n{text}");
    }
    let lines = text.lines();
    assert!(lines.clone().all(|line| line.chars().count() <= 101), "{text}");
    // With every explanation taken away, what is left is what has to be written.
    let fields = lines.filter(|line| !line.trim_start().starts_with('#') && line.contains(':'));
    assert_eq!(fields.count(), 16, "{text}");
}

#[test]
fn nothing_is_ever_overwritten() {
    let site = site();
    let config = site.path().join("site.toml");
    fs::write(&config, fs::read_to_string(&config).unwrap() + "# mia\n").unwrap();
    let (_, err) = check(site.path(), &["init", "."], 2);
    assert!(err.contains("non è vuota"), "{err}");
    assert!(fs::read_to_string(&config).unwrap().ends_with("# mia\n"));
    let (_, err) = check(site.path(), &["init", "site.toml"], 2);
    assert!(err.contains("site.toml"), "{err}");

    let (out, _) = check(site.path(), &["new", "notizia", "Chiusura di via Roma"], 0);
    fs::write(out.trim(), "mio").unwrap();
    let (_, err) = check(site.path(), &["new", "notizia", "Chiusura di via Roma"], 2);
    assert!(err.contains("esiste già"), "{err}");
    assert_eq!(fs::read_to_string(out.trim()).unwrap(), "mio");
    check(site.path(), &["new", "notizia", "Chiusura di via Roma", "--id", "via-roma"], 0);
    check(site.path(), &["new", "notizia", "Altra", "--id", "../altra"], 2);
    // A content that has its own folder is there as well.
    fs::create_dir_all(site.path().join("content/luoghi/teatro")).unwrap();
    fs::write(site.path().join("content/luoghi/teatro/index.md"), "mio").unwrap();
    check(site.path(), &["new", "luogo", "Teatro"], 2);
}

#[test]
fn the_nearest_site_upwards_is_meant() {
    let site = site();
    let below = site.path().join("content/pagine");
    let (out, _) = check(&below, &["new", "pagina", "Storia"], 0);
    assert!(Path::new(out.trim()).is_file());
    assert!(below.join("storia.md").is_file());
}

#[test]
fn rules_are_explained() {
    let folder = folder();
    let (list, _) = check(folder.path(), &["explain"], 0);
    for line in list.lines() {
        let rule = line.split(' ').next().unwrap();
        let (page, _) = check(folder.path(), &["explain", rule], 0);
        assert!(page.starts_with(&format!("# {rule}\n")), "{page}");
    }
    let (page, _) = check(folder.path(), &["explain", "yaml-limit"], 0);
    assert!(page.contains("Rimedio: ") && page.contains("il testo supera"), "{page}");
    let (page, _) = check(folder.path(), &["explain", "yaml-limit", "--lang", "en"], 0);
    assert!(page.contains("Severity: error") && page.contains("Remedy: "), "{page}");
}

#[test]
fn schemas_are_json_schema() {
    let site = site();
    let (list, _) = check(site.path(), &["schema"], 0);
    let names: Vec<&str> = list.lines().filter_map(|line| line.split(' ').next()).collect();
    let known: Vec<&str> = TYPES.iter().map(|(name, _)| *name).chain(["site"]).collect();
    assert_eq!(names, known);
    check(site.path(), &["schema", "--output", ".vscode/schemi"], 0);
    for name in names {
        let (text, _) = check(site.path(), &["schema", name], 0);
        let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(jsonschema::draft202012::meta::is_valid(&schema), "{name}");
        let file = site.path().join(format!(".vscode/schemi/{name}.schema.json"));
        assert_eq!(fs::read_to_string(file).unwrap(), text, "{name}");
    }
    let (text, _) = check(site.path(), &["schema", "servizio"], 0);
    let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
    let offered = |pointer| schema.pointer(pointer).cloned();
    assert_eq!(offered("/properties/unita_responsabile/enum/0"), Some("ufficio-segreteria".into()));
    assert_eq!(offered("/properties/contatti/items/enum/0"), Some("contatti-comune".into()));
    assert_eq!(offered("/properties/stato/enum/0"), Some("Servizio attivo".into()));
}

/// A type of the site's own is a type like the others.
#[test]
fn a_type_of_the_site_can_be_made() {
    let site = site();
    let schema = r#"{"title": "Sentiero", "x-cartella": "sentieri", "type": "object",
        "required": ["titolo", "lunghezza"], "properties": {"lunghezza": {"title": "Km", "type": "number"}}}"#;
    fs::create_dir(site.path().join("schemas")).unwrap();
    fs::write(site.path().join("schemas/sentiero.schema.json"), schema).unwrap();
    let (out, _) = check(site.path(), &["new", "sentiero", "Anello del monte"], 0);
    let text = fs::read_to_string(out.trim()).unwrap();
    assert!(out.trim().ends_with("content/sentieri/anello-del-monte.md"), "{out}");
    assert!(text.contains("\nlunghezza:\n"), "{text}");
}

#[test]
fn completions_and_man_page() {
    let folder = folder();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (script, _) = check(folder.path(), &["completions", shell], 0);
        assert!(
            script.contains("arengo") && script.contains("explain") && !script.contains('\u{1b}'),
            "{shell}"
        );
    }
    for (arguments, expected) in [
        (&["man"][..], ".SH \"NOME\""),
        (&["man", "build"], "arengo\\-build"),
        (&["man", "--lang", "en"], ".SH \"NAME\""),
    ] {
        let (page, _) = check(folder.path(), arguments, 0);
        assert!(page.contains(expected) && page.starts_with(".ie"), "{arguments:?}\n{page}");
        assert!(!page.contains('\u{1b}'), "{arguments:?}");
    }
}

const PAGE: &str = "<!DOCTYPE html>\n<html lang=\"it\">\n<title>Prova</title>\n<main>\n<h1>Prova</h1>\n\
    <p>Perché <img src=\"a.png\"> no</p>\n</main>\n</html>\n";

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

/// What can be told of pages that nobody here made, without a site.
#[test]
fn any_page_can_be_audited() {
    let folder = folder();
    fs::create_dir_all(folder.path().join("sito/sotto")).unwrap();
    fs::write(folder.path().join("sito/b.html"), PAGE).unwrap();
    fs::write(folder.path().join("sito/sotto/a.XHTML"), PAGE.replace("<img", "<img alt=\"\"")).unwrap();
    fs::write(folder.path().join("sito/nota.txt"), PAGE).unwrap();
    let (out, _) = check(folder.path(), &["audit", "sito", "--format", "json"], 1);
    let report = json(&out);
    let schema = json(include_str!("../docs/formats/findings.schema.json"));
    assert!(jsonschema::is_valid(&schema, &report), "{out}");
    assert_eq!((&report["version"], &report["pages"]), (&1.into(), &2.into()));
    let findings = report["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 1, "{out}");
    let expected = serde_json::json!({
        "rule": "image-alt", "severity": "error", "outcome": "failed", "wcag": ["1.1.1"], "act": ["23a2a8"],
        "level": "A", "en301549": ["9.1.1.1"], "file": "sito/b.html", "page": "sito/b.html", "line": 6, "column": 11,
        "endLine": 6, "endColumn": 28, "html": "<img src=\"a.png\">",
    });
    for (field, value) in expected.as_object().unwrap() {
        assert_eq!(&findings[0][field], value, "{field}");
    }
    let (_, err) = check(folder.path(), &["audit", "sito"], 1);
    assert!(err.contains("sito/b.html:6:11") && err.contains("2 pagine controllate: 1 errore"), "{err}");
    check(folder.path(), &["audit", "sito/sotto", "-q"], 0);
}

/// A page brings its sheets and the PDFs it leads to, wherever they lie; drawings are no pages.
#[test]
fn what_a_page_links_is_looked_at() {
    let folder = folder();
    for sub in ["pagine", "css/base", "carte"] {
        fs::create_dir_all(folder.path().join(sub)).unwrap();
    }
    let page = PAGE
        .replace("<main>", "<link rel=stylesheet href='/css/a.css?v=1'>\n<main>")
        .replace("<img src=\"a.png\">", "<a href='../carte/piano%20regolatore.pdf#1'>Piano (PDF, 1 MB)</a>");
    fs::write(folder.path().join("pagine/a.html"), &page).unwrap();
    fs::write(folder.path().join("pagine/b.svg"), "<svg xmlns='http://www.w3.org/2000/svg' role='img'/>")
        .unwrap();
    fs::write(folder.path().join("css/a.css"), "@import 'base/b.css';").unwrap();
    fs::write(folder.path().join("css/base/b.css"), "h1 { color: #bbb }").unwrap();
    fs::write(folder.path().join("carte/piano regolatore.pdf"), "non è un PDF").unwrap();
    fs::write(folder.path().join("carte/altro.pdf"), "non è un PDF").unwrap();
    let said = |path: &str| -> Vec<(String, String, String)> {
        let report = json(&check(folder.path(), &["audit", path, "--format", "json"], 1).0);
        let text = |finding: &serde_json::Value, name: &str| finding[name].as_str().unwrap().to_owned();
        let findings = report["findings"].as_array().unwrap().iter();
        findings.map(|one| (text(one, "rule"), text(one, "file"), text(one, "page"))).collect()
    };
    let told = |rule: &str, file: &str, page: &str| (rule.to_owned(), file.to_owned(), page.to_owned());
    let broken = told("pdf-broken", "carte/piano regolatore.pdf", "pagine/a.html");
    let pale = told("color-contrast", "pagine/a.html", "pagine/a.html");
    assert_eq!(said("pagine/a.html"), [broken, pale]);
    assert_eq!(said("pagine/b.svg"), [told("svg-img-alt", "pagine/b.svg", "pagine/b.svg")]);
    let (out, _) = check(folder.path(), &["audit", "carte", "--format", "json"], 0);
    assert_eq!(json(&out)["findings"].as_array().unwrap().len(), 2, "{out}");
}

#[test]
fn the_auditor_runs_what_was_asked_for() {
    let folder = folder();
    let page = PAGE
        .replace("<img", "<img alt=x")
        .replace("<title>", "<meta http-equiv=refresh content='90000; url=b'><title>");
    fs::write(folder.path().join("a.html"), page).unwrap();
    let rules = |arguments: &[&str], code| -> Vec<String> {
        let all = [&["audit", "a.html", "--format", "json"][..], arguments].concat();
        let report = json(&check(folder.path(), &all, code).0);
        let findings = report["findings"].as_array().unwrap().iter();
        findings.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(rules(&[], 0), [""; 0]);
    assert_eq!(rules(&["--level", "aaa"], 1), ["meta-refresh-no-exceptions"]);
    assert_eq!(
        rules(&["--rules", "image-alt,meta-refresh-no-exceptions"], 1),
        ["meta-refresh-no-exceptions"]
    );
    assert_eq!(rules(&["--rules", "image-alt"], 0), [""; 0]);
    for (arguments, expected) in [
        (&["audit", "b.html"][..], "`b.html` non esiste"),
        (&["audit", "a.html", "--rules", "imgae-alt"], "forse intendevi `image-alt`?"),
        (&["audit", "a.html", "--level", "B"], "scrivi uno di questi: A, AA, AAA"),
        (&["audit", "http://comune.example/"], "non è su questo computer"),
        (&["audit"], "manca <PERCORSO>"),
    ] {
        let (_, err) = check(folder.path(), arguments, 2);
        assert!(err.contains(expected), "{arguments:?}: {err}");
    }
    fs::create_dir(folder.path().join("vuota")).unwrap();
    let (_, err) = check(folder.path(), &["audit", "vuota"], 2);
    assert!(err.contains("non c'è nessuna pagina"), "{err}");
}

/// Each format has its own tests; here each comes out of the program whole.
#[test]
fn audits_speak_every_format() {
    let folder = folder();
    fs::write(folder.path().join("a.html"), PAGE).unwrap();
    let shown = |format| check(folder.path(), &["audit", "a.html", "--format", format], 1).0;
    let earl = json(&shown("earl"));
    let outcomes: Vec<&str> = earl["@graph"][1]["assertions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|assertion| assertion["result"]["outcome"].as_str())
        .collect();
    for outcome in ["earl:failed", "earl:passed", "earl:inapplicable"] {
        assert!(outcomes.contains(&outcome), "{earl:#}");
    }
    assert_eq!(json(&shown("sarif"))["runs"][0]["results"][0]["ruleId"], "image-alt");
    assert_eq!(json(&shown("gitlab"))[0]["check_name"], "image-alt");
    assert!(shown("github").starts_with("::error file=a.html,line=6,col=11"));
    let junit = shown("junit");
    assert!(junit.contains("<testcase classname=\"a.html\" name=\"image-alt\">"), "{junit}");
    assert!(junit.contains("<testcase classname=\"a.html\" name=\"document-title\"/>"), "{junit}");
    // The report is a page that passes.
    fs::write(folder.path().join("rapporto.html"), shown("html")).unwrap();
    let (out, _) = check(folder.path(), &["audit", "rapporto.html", "--format", "json"], 0);
    assert_eq!(json(&out)["findings"], serde_json::json!([]), "{out}");
}

/// A published folder is judged as its site wants, by the addresses of its pages.
#[test]
fn audits_inside_a_site_know_what_it_accepts() {
    let site = site();
    fs::create_dir_all(site.path().join("public/prova")).unwrap();
    fs::write(site.path().join("public/.arengo-manifest.json"), "{}").unwrap();
    fs::write(site.path().join("public/prova/index.html"), PAGE).unwrap();
    let (out, _) = check(site.path(), &["audit", "public", "--format", "json"], 1);
    assert_eq!(json(&out)["findings"][0]["page"], "public/prova/index.html");
    let mut settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    settings += "\n[[accettati]]\nregola = \"image-alt\"\npagina = \"/prova/\"\nmotivo = \"foto in arrivo\"\n\
        responsabile = \"Anna Verdi\"\nscadenza = 2026-12-31\n";
    fs::write(site.path().join("site.toml"), settings).unwrap();
    let (out, _) = check(site.path(), &["audit", "public", "--format", "json", "--date", "2026-12-31"], 0);
    assert_eq!(
        (&json(&out)["accepted"], &json(&out)["findings"]),
        (&1.into(), &serde_json::json!([])),
        "{out}"
    );
    check(site.path(), &["audit", "public", "--date", "2027-01-01"], 1);
    // Elsewhere the site has no say.
    let elsewhere = folder();
    fs::write(elsewhere.path().join("a.html"), PAGE).unwrap();
    check(site.path(), &["audit", elsewhere.path().join("a.html").to_str().unwrap()], 1);
}

/// A picture of one grey.
fn grey(level: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    png::Encoder::new(&mut bytes, 4, 4).write_header().unwrap().write_image_data(&[level; 16]).unwrap();
    bytes
}

/// Serves the files of a list until the test ends; every path that is not there is a 404. The text of a picture is its grey.
fn serve(files: &'static [(&'static str, &'static str, &'static str)]) -> String {
    use std::io::{BufRead, BufReader, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let head: Vec<String> = BufReader::new(&stream)
                .lines()
                .map_while(Result::ok)
                .take_while(|line| !line.is_empty())
                .collect();
            let request = head.first().cloned().unwrap_or_default();
            let path = request.split(' ').nth(1).unwrap_or_default();
            let (head, body) = match files.iter().find(|(known, ..)| *known == path) {
                Some((_, "redirect", target)) => (format!("302 Found\r\nLocation: {target}"), Vec::new()),
                Some((_, kind, text)) => {
                    let body = match *kind {
                        "image/png" => grey(text.parse().unwrap()),
                        _ => text.as_bytes().to_vec(),
                    };
                    (format!("200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}", body.len()), body)
                }
                None => ("404 Not Found".to_owned(), Vec::new()),
            };
            let _ = stream.write_all(&[format!("HTTP/1.1 {head}\r\n\r\n").as_bytes(), &body].concat());
        }
    });
    address
}

#[test]
fn a_served_portal_is_followed_page_by_page() {
    let address = serve(&[
        (
            "/",
            "text/html; charset=utf-8",
            "<!DOCTYPE html><html lang=it><title>t</title><main><h1>t</h1>\
            <a href='due/'>due</a> <a href='/foglio.css'>foglio</a> <a href='/via'>via</a> \
            <a href='http://192.0.2.7/'>fuori</a> <a href='/fuori'>fuori da qui</a> \
            <a href='atto.PDF#page=2'>Atto (PDF, 1 kB)</a> <a href='manca.pdf'>Altro (PDF, 1 kB)</a>",
        ),
        (
            "/due/",
            "text/html",
            "<!DOCTYPE html><html lang=it><title>t</title><main><h1>t</h1>\n<img src=x> <a href='../'>uno</a>",
        ),
        ("/foglio.css", "text/css", "<img>"),
        ("/atto.PDF", "application/pdf", "non è un PDF"),
        ("/via", "redirect", "/tre"),
        (
            "/tre",
            "text/html",
            "<!DOCTYPE html><html lang=it><title>t</title><main><h1>t</h1><a href='/manca'>manca</a>",
        ),
        ("/fuori", "redirect", "http://192.0.2.7/"),
    ]);
    let folder = folder();
    let (out, _) = check(folder.path(), &["audit", &format!("{address}/#x"), "--format", "json"], 1);
    let report = json(&out);
    assert_eq!(report["pages"], 3, "{out}");
    let found: Vec<(String, &str)> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            (finding["page"].as_str().unwrap().replace(&address, ""), finding["rule"].as_str().unwrap())
        })
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(page, rule)| (page.as_str(), *rule)).collect();
    assert_eq!(found, [("/", "pdf-broken"), ("/due/", "image-alt"), ("/manca", "page-unread")], "{out}");
}

#[test]
fn pictures_of_a_server_are_looked_at() {
    let address = serve(&[
        (
            "/",
            "text/html",
            "<!DOCTYPE html><html lang=it><title>t</title><link rel=stylesheet href=css/a.css><main><h1>t</h1><p>Testo</p>\
            <a href=chiaro>chiaro</a> <a href=manca>manca</a>",
        ),
        ("/css/a.css", "text/css", "p { color: #444; background: url(notte.png) }"),
        ("/css/notte.png", "image/png", "16"),
        (
            "/chiaro",
            "text/html",
            "<!DOCTYPE html><html lang=it><title>t</title><style>p { color: #eee; background: url('/css/notte.png?v=2') }</style>\
            <main><h1>t</h1><p>Testo</p>",
        ),
        (
            "/manca",
            "text/html",
            "<!DOCTYPE html><html lang=it><title>t</title><style>p { color: #eee; background: url(altra.png) }</style>\
            <main><h1>t</h1><p>Testo</p>",
        ),
    ]);
    let folder = folder();
    let (out, _) =
        check(folder.path(), &["audit", &address, "--rules", "color-contrast", "--format", "json"], 1);
    let found: Vec<(String, String)> = json(&out)["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let word = |key: &str| one[key].as_str().unwrap().replace(&address, "");
            (word("page"), word("outcome"))
        })
        .collect();
    let of = |page: &str, outcome: &str| (page.to_owned(), outcome.to_owned());
    assert_eq!(found, [of("/", "failed"), of("/manca", "cantTell")], "{out}");
}

#[test]
fn deadlines_are_told_in_every_form() {
    let site = site();
    let run = |arguments: &[&str]| {
        let all: Vec<&str> = ["deadlines", "--date", "2026-11-26"].iter().chain(arguments).copied().collect();
        check(site.path(), &all, 0).0
    };
    assert!(run(&[]).contains("dal 26/11/2026"), "a person reads Italian days");
    let json: serde_json::Value = serde_json::from_str(&run(&["--format", "json"])).unwrap();
    assert_eq!(json["until"], "2027-02-24");
    assert!(run(&["--format", "csv"]).starts_with("Giorno,Ultimo giorno lavorativo,"));
    assert!(run(&["--format", "ics"]).starts_with("BEGIN:VCALENDAR\r\n"));
    assert_eq!(run(&["--next-change"]), "", "nothing in a new site depends on the day");
    assert_eq!(run(&["--html", "scadenze.html"]), "");
    let page = std::fs::read_to_string(site.path().join("scadenze.html")).unwrap();
    assert!(page.contains("<h1>Scadenze: Comune di Prova</h1>"), "{page}");
    let (_, err) = check(site.path(), &["deadlines", "--days", "molti"], 2);
    assert!(err.contains("--days 365"), "{err}");
}

#[test]
fn the_register_is_told_and_its_log_grows() {
    let site = site();
    let write = |path: &str, text: &str| {
        let path = site.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "content/albo/prova.md",
        "---\ntitolo: Atto di prova\nalbo:\n  numero: 1\n  tipo: Ordinanza del Sindaco\n  dal: 2026-11-20\n---\n",
    );
    let run = |arguments: &[&str], code: i32| {
        let all: Vec<&str> = ["register"].iter().chain(arguments).copied().collect();
        check(site.path(), &all, code)
    };
    let (text, _) = run(&["--date", "2026-11-26"], 0);
    assert!(text.contains("20/11/2026 – 05/12/2026  in corso"), "{text}");
    assert!(run(&["--date", "2026-12-06"], 0).0.contains("scaduto"));
    let (csv, _) = run(&["--date", "2026-11-26", "--format", "csv", "--year", "2026"], 0);
    assert!(csv.lines().count() == 2 && csv.starts_with("anno,numero,tipo,"), "{csv}");
    run(&["--year", "ventisei"], 2);
    run(&["--record", "public"], 2);

    let manifest = |files: &str| {
        write(
            "public/.arengo-manifest.json",
            &format!("{{\"version\":1,\"tool\":\"arengo 0.1.0\",\"files\":{{{files}}},\"contents\":{{}}}}"),
        );
    };
    let log = ["--log", "giornale/albo.jsonl"];
    let record =
        |date: &str, code: i32| run(&[&log[..], &["--record", "public", "--date", date]].concat(), code).1;
    assert!(record("2026-11-20", 2).contains("public"), "nothing was published there");
    manifest(&format!("\"albo-pretorio/2026/1/index.html\":\"{}\"", "ab".repeat(32)));
    record("2026-11-20", 0);
    record("2026-11-20", 0);
    record("2026-11-19", 2);
    manifest("");
    record("2026-12-06", 0);
    let text = fs::read_to_string(site.path().join("giornale/albo.jsonl")).unwrap();
    assert_eq!(text.lines().count(), 2, "{text}");
    let json = json(&run(&[&log[..], &["--format", "json", "--date", "2026-12-06"]].concat(), 0).0);
    let act = &json["atti"][0];
    assert_eq!(
        (&act["in_linea_dal"], &act["tolto_il"]),
        (&"2026-11-20".into(), &"2026-12-06".into()),
        "{json}"
    );
    assert_eq!(act["conforme"], true, "{json}");
    write("giornale/albo.jsonl", &text.replacen("2026-11-20", "2026-11-01", 1));
    let (_, err) = run(&log, 3);
    assert!(err.contains("la riga prima della 2"), "{err}");
}

#[test]
fn style_sheets_of_folders_and_named_ones_count() {
    let folder = folder();
    let page = |head: &str| {
        format!(
            "<!doctype html><html lang=\"it\"><head><title>Prova</title>{head}</head><body><main><h1>Prova</h1><p>Testo</p></main></body></html>"
        )
    };
    fs::create_dir(folder.path().join("sito")).unwrap();
    fs::write(folder.path().join("sito/a.html"), page("<link rel=\"stylesheet\" href=\"grigio.css\">"))
        .unwrap();
    fs::write(folder.path().join("sito/grigio.css"), "p { color: #bbb; background: #fff }").unwrap();
    fs::write(folder.path().join("b.html"), page("")).unwrap();
    let rules = |arguments: &[&str], code: i32| -> Vec<String> {
        let all: Vec<&str> = ["audit", "--format", "json"].iter().chain(arguments).copied().collect();
        let (out, _) = check(folder.path(), &all, code);
        let found = json(&out)["findings"].as_array().unwrap().clone();
        found
            .iter()
            .map(|one| format!("{} {}", one["rule"].as_str().unwrap(), one["outcome"].as_str().unwrap()))
            .collect()
    };
    assert_eq!(rules(&["sito"], 1), ["color-contrast failed"]);
    assert_eq!(rules(&["b.html"], 0), Vec::<String>::new());
    assert_eq!(rules(&["b.html", "--css", "sito/grigio.css"], 1), ["color-contrast failed"]);
    check(folder.path(), &["audit", "b.html", "--css", "manca.css"], 2);
    // A dark picture beside a sheet, by its place there and from the root of a server.
    fs::create_dir_all(folder.path().join("foto/css")).unwrap();
    fs::write(folder.path().join("foto/css/notte 1.png"), grey(16)).unwrap();
    fs::write(folder.path().join("foto/css/a.css"), "p { color: #444; background: url(notte%201.png) }")
        .unwrap();
    fs::write(folder.path().join("foto/a.html"), page("<link rel=\"stylesheet\" href=\"css/a.css\">"))
        .unwrap();
    fs::write(
        folder.path().join("foto/b.html"),
        page("<style>p { color: #eee; background: url('/css/notte 1.png?v=2') }</style>"),
    )
    .unwrap();
    assert_eq!(rules(&["foto"], 1), ["color-contrast failed"]);
    assert_eq!(rules(&["foto/a.html"], 1), ["color-contrast failed"]);
    assert_eq!(rules(&["foto/b.html"], 0), Vec::<String>::new());
}

#[test]
fn the_declaration_is_written_for_the_office() {
    let folder = folder();
    fs::write(folder.path().join("a.html"), PAGE).unwrap();
    for _ in 0..2 {
        check(folder.path(), &["audit", "a.html", "--declaration", "verifica"], 1);
    }
    let read = |name: &str| fs::read_to_string(folder.path().join("verifica").join(name)).unwrap();
    let data = json(&read("dichiarazione.json"));
    let schema = json(include_str!("../docs/formats/declaration.schema.json"));
    assert!(jsonschema::is_valid(&schema, &data), "{data:#}");
    let states: Vec<&str> =
        data["criteria"].as_array().unwrap().iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!((states.len(), states[0], states[1]), (56, "nonConforme", "nonApplicabile"));
    assert!(read("dichiarazione.html").contains("parzialmente conforme"));
    let (out, _) = check(folder.path(), &["audit", "verifica/dichiarazione.html", "--format", "json"], 0);
    assert_eq!(json(&out)["findings"], serde_json::json!([]), "{out}");
}
