//! `arengo serve`: the live preview, until Ctrl-C.

use std::{net::IpAddr, process::Stdio, sync::Arc};

use super::{Exit, args::ServeArguments, console::Console, judge, site, watch};
use crate::{
    diagnostic::Failure,
    l10n::Message,
    pipeline::{Plan, Step},
    serve::{Calendar, Interrupts, Options, Server},
};

/// Unless told otherwise: easy to remember, and nothing else's.
const PORT: u16 = 8484;

/// Ways into editors by name: what opens a file at a place.
const EDITORS: [(&str, &str); 5] = [
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("cursor", "cursor://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
];
const NO_EDITOR: &str = "none";

pub(super) fn run(arguments: &ServeArguments, console: &Console) -> Result<Exit, Failure> {
    let order = judge::order(&arguments.judge(), arguments.site.as_deref())?;
    site::threads(None)?;
    let today = arguments.date.is_none();
    let calendar: Calendar = Arc::new(|| site::date(None).ok());
    let installing = console.l10n.text(&Message::new("cli-installing"));
    let quiet = console.quiet;
    let plan = Plan {
        request: order.request,
        output: order.output,
        cache: order.cache,
        progress: Arc::new(move |step| {
            if step == Step::Installing && !quiet {
                Console::tell(&installing);
            }
        }),
    };
    let mut plan = plan;
    // Editors' links need whole paths, and so do the hints of the system.
    plan.request.root = site::whole_path(&plan.request.root)?;
    let watch = watch::over_preview(&plan.request, console);
    let options = Options {
        plan,
        host: host(arguments.host.as_deref())?,
        port: port(arguments.port.as_deref())?,
        other_ports: arguments.port.is_none(),
        names: arguments.allow_host.clone(),
        editor: editor(arguments.editor.as_deref())?,
        lang: console.l10n.lang(),
        calendar: today.then_some(calendar),
        told: Arc::new(Console::tell),
        watch: Some(watch),
    };
    let wanted = options.port;
    let server = Server::start(options)?;
    let interrupts = Interrupts::listen()?;
    let url = server.url();
    if server.address().port() != wanted && wanted != 0 {
        console.note(&Message::new("serve-other-port").with("port", wanted.to_string()));
    }
    console.note(&Message::new("serve-ready").with("url", &url));
    if arguments.open && !open(&url) {
        console.note(&Message::new("serve-no-browser"));
    }
    server.wait(interrupts);
    Ok(Exit::Fine)
}

fn host(written: Option<&str>) -> Result<IpAddr, Failure> {
    let written = written.unwrap_or("127.0.0.1");
    let written = if written == "localhost" { "127.0.0.1" } else { written };
    written.parse().map_err(|_| Failure::usage("serve-host").with("value", written))
}

fn port(written: Option<&str>) -> Result<u16, Failure> {
    let Some(written) = written else { return Ok(PORT) };
    written.parse().map_err(|_| Failure::usage("serve-port-number").with("value", written))
}

/// The pattern of an editor's links, by name or written out.
fn editor(written: Option<&str>) -> Result<Option<String>, Failure> {
    match written {
        Some(NO_EDITOR) => Ok(None),
        Some(pattern) if pattern.contains("{path}") => Ok(Some(pattern.to_owned())),
        name => {
            let name = name.unwrap_or(EDITORS[0].0);
            let known = EDITORS.iter().find(|(known, _)| *known == name);
            let names: Vec<&str> = EDITORS.iter().map(|(name, _)| *name).collect();
            known.map(|(_, pattern)| Some((*pattern).to_owned())).ok_or_else(|| {
                Failure::usage("serve-editor").with("value", name).with("known", names.join(", "))
            })
        }
    }
}

/// Asks the system to show an address. False: it has no way to.
fn open(url: &str) -> bool {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let mut command = std::process::Command::new(program);
    command.args(arguments).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_meanings() {
        assert_eq!(port(None).unwrap(), PORT);
        assert!(port(Some("70000")).is_err());
        assert!(host(None).unwrap().is_loopback());
        assert!(host(Some("sito")).is_err());
        assert_eq!(editor(Some("none")).unwrap(), None);
        assert!(editor(None).unwrap().unwrap().starts_with("vscode:"));
        assert_eq!(editor(Some("x:{path}")).unwrap().as_deref(), Some("x:{path}"));
        assert!(editor(Some("vim")).is_err());
    }
}
