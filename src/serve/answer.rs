//! From a request to an answer: who may ask what, and what stands at which address.

use std::{
    io::{Seek, SeekFrom},
    path::Path,
    sync::Arc,
    thread,
    time::Duration,
};

use super::{
    RESERVED, desk,
    engine::Work,
    files::{self, Part, part},
    guard::{self, Refusal},
    html::Fields,
    http::{Answer, Payload, Request, reason},
    hub::Hub,
    panel,
    show::{self, What},
};
use crate::{load, slug::percent_decoded};

const HTML: &str = "text/html; charset=utf-8";

/// Where browsers listen for events.
const EVENTS: &str = "eventi";

/// The preview's own files: name, kind, text.
const OWN: [(&str, &str, &str); 4] = [
    ("pagina.js", "text/javascript; charset=utf-8", include_str!("assets/pagina.js")),
    ("pagina.css", "text/css; charset=utf-8", include_str!("assets/pagina.css")),
    ("pannello.css", "text/css; charset=utf-8", include_str!("assets/pannello.css")),
    ("scrivania.css", "text/css; charset=utf-8", include_str!("assets/scrivania.css")),
];

/// Answers everything, whatever it is.
pub(super) fn answer(hub: &Arc<Hub>, request: &Request) -> Answer {
    if let Err(refusal) = guard::judge(request, &hub.options.names) {
        return refused(&refusal);
    }
    let path = percent_decoded(&request.path);
    if path.contains(['\0', '\\']) || path.split('/').any(|part| part == ".." || part == ".") {
        return Answer::text(400, reason(400));
    }
    let own = path.strip_prefix(RESERVED);
    match (request.method.as_str(), own) {
        ("POST", Some(desk::SETTINGS)) => settings(hub, request),
        ("GET" | "HEAD", Some(own)) => reserved(hub, own, request),
        ("GET" | "HEAD", None) => site(hub, &path, request.header("range")),
        _ => Answer::text(405, reason(405)).with("Allow", "GET, HEAD"),
    }
}

fn refused(refusal: &Refusal) -> Answer {
    match refusal {
        Refusal::Host => Answer::text(421, reason(421)),
        Refusal::Origin => Answer::text(403, reason(403)),
    }
}

/// Pages and files of the site.
fn site(hub: &Hub, path: &str, range: Option<&str>) -> Answer {
    let state = hub.state();
    let base = state.snapshot.config.as_ref().map_or("", |config| config.base_path());
    let address = match path.strip_prefix(base) {
        Some(address) if address.starts_with('/') => address,
        // The site stands below its base path, as it will when it is published.
        _ => return Answer::redirect(302, &format!("{base}/")),
    };
    let shown = hub.show(&state, address);
    match &shown.what {
        What::Page(page) => {
            let page = show::with_script(page, address, &shown.version);
            Answer::new(shown.status, HTML, page.into_bytes())
        }
        What::Data(data, kind) => Answer::new(shown.status, kind, data.clone().into_bytes()),
        What::Redirect(to) => Answer::redirect(302, to),
        What::Asset(assets, name) => {
            let bytes = assets.files.get(name).map_or(&[][..], Vec::as_slice);
            in_memory(files::content_type(name), bytes, range)
        }
        What::File(on_disk, kind) => file(on_disk, kind, range),
    }
}

/// The preview's own pages.
fn reserved(hub: &Hub, own: &str, request: &Request) -> Answer {
    let fields = Fields::parse(&request.query);
    if let Some((_, kind, text)) = OWN.iter().find(|(name, ..)| *name == own) {
        return Answer::new(200, kind, text.as_bytes().to_vec());
    }
    match own {
        EVENTS => Answer {
            status: 200,
            headers: vec![("Content-Type", "text/event-stream".to_owned())],
            body: Payload::Events,
        },
        "" => Answer::new(200, HTML, desk::page(hub, &fields).into_bytes()),
        "telefono" => Answer::new(200, HTML, desk::phone(hub, &fields).into_bytes()),
        "pannello" => Answer::new(200, HTML, panel::fragment(hub, &fields).into_bytes()),
        _ => Answer::text(404, reason(404)),
    }
}

/// The page for which a browser listens, and the version it shows.
pub(super) fn listener(request: &Request) -> (String, String) {
    let fields = Fields::parse(&request.query);
    let field = |name| fields.get(name).unwrap_or("").to_owned();
    (field("pagina"), field("versione"))
}

/// How long the form waits for the site of another day.
const PATIENCE: Duration = Duration::from_secs(2);
const STEP: Duration = Duration::from_millis(10);

/// Another day, with or without drafts.
fn settings(hub: &Hub, request: &Request) -> Answer {
    // `guard` refused other origins; a form of a page says its own.
    if !request.has("origin") && request.header("sec-fetch-site") != Some("same-origin") {
        return refused(&Refusal::Origin);
    }
    let form = String::from_utf8_lossy(&request.body);
    let fields = Fields::parse(&form);
    let day = match fields.get("data").map(str::parse) {
        Some(Ok(day)) => Some(day),
        None => None,
        Some(Err(_)) => return Answer::text(400, reason(400)),
    };
    let before = hub.state().number;
    hub.ask(Work::LookAt(day, fields.get("bozze").is_some()));
    let mut waited = Duration::ZERO;
    while hub.state().number == before && waited < PATIENCE {
        thread::sleep(STEP);
        waited += STEP;
    }
    Answer::redirect(303, RESERVED)
}

fn in_memory(kind: &str, bytes: &[u8], range: Option<&str>) -> Answer {
    let size = bytes.len() as u64;
    let part = part(range, size);
    let sent = match part {
        Part::Whole => bytes,
        Part::Nothing => return not_satisfiable(size),
        Part::Bytes(from, to) => &bytes[from as usize..=to as usize],
    };
    Answer::new(200, kind, sent.to_vec()).part(&part, size)
}

fn not_satisfiable(size: u64) -> Answer {
    Answer::text(416, reason(416)).with("Content-Range", format!("bytes */{size}"))
}

/// A file of the site, sent piece by piece.
fn file(path: &Path, kind: &str, range: Option<&str>) -> Answer {
    let missing = || Answer::text(404, reason(404));
    let Ok((mut file, size)) = load::open_plain(path) else { return missing() };
    let part = part(range, size);
    let (from, length) = match part {
        Part::Nothing => return not_satisfiable(size),
        Part::Whole => (0, size),
        Part::Bytes(from, to) => (from, to - from + 1),
    };
    if file.seek(SeekFrom::Start(from)).is_err() {
        return missing();
    }
    let headers = vec![("Content-Type", kind.to_owned())];
    Answer { status: 200, headers, body: Payload::File(file, length) }.part(&part, size)
}
