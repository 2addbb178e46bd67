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
    ("punto_contatto", "Ufficio tributi"),
    ("servizio", "Null"),
    ("sezione", "Turismo"),
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
    for command in ["", "init", "new", "build", "check", "schema", "explain", "help", "completions", "man"] {
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
