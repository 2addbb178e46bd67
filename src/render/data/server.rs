//! What web servers need to know: redirects, the answer to wrong addresses, headers of safety.

use std::{collections::BTreeSet, fmt::Write as _};

use super::super::View;
use crate::{
    config::Server,
    model::{albo::ADDRESS, transparency::is_refused},
};

/// No inline script or style, nothing from elsewhere. Drawings inside the sheet are `data:` images. The program that
/// searches is WebAssembly, which a page may start only if told so; that does not let it make scripts from text. Videos
/// of the sites that `site.toml` names may be shown in a frame.
fn policy(view: &View) -> String {
    let wasm = if view.has_search() { " 'wasm-unsafe-eval'" } else { "" };
    let videos = match view.config.video.join(" ") {
        none if none.is_empty() => none,
        sites => format!("; frame-src 'self' {sites}"),
    };
    format!(
        "default-src 'self'; script-src 'self'{wasm}; style-src 'self'; img-src 'self' data:; object-src 'none'; \
         base-uri 'self'; form-action 'self' https: mailto:; frame-ancestors 'self'{videos}"
    )
}

fn headers(view: &View) -> [(&'static str, String); 4] {
    [
        ("Content-Security-Policy", policy(view)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()".to_owned()),
    ]
}

/// Keeps search engines away. The pages say the same in a `meta`, which files cannot; and nothing in `robots.txt` hides the
/// pages, since who may not read them cannot see what they say.
const NO_ROBOTS: (&str, &str) = ("X-Robots-Tag", "noindex, nofollow, noarchive");

/// Beginnings of the addresses that search engines are kept away from: the albo pretorio, and pages with particular or
/// judicial data, with their files.
fn kept_away(view: &View) -> Vec<String> {
    let model = &view.model;
    let mut addresses: BTreeSet<String> = model.albo.is_on.then(|| ADDRESS.to_owned()).into_iter().collect();
    for (id, entry) in model.entries().filter(|(id, _)| is_refused(model, *id)) {
        addresses.extend(model.address(id));
        addresses.extend(model.attachments_of(entry).map(|file| model.attachment_address(file).to_owned()));
    }
    addresses.iter().map(|address| view.href(address)).collect()
}

/// Files of the theme have the hash of their bytes in their address.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Everything else is asked for again each time: what has expired must not come from a browser's store.
const ASK: &str = "no-cache";

/// Text kinds that shrink on the way; HTML does without being named.
const COMPRESSED: [&str; 6] = [
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/xml",
    "image/svg+xml",
];

pub(in super::super) fn server_file(view: &View, server: Server, name: &str) -> String {
    match (server, name) {
        (Server::Nginx, _) => nginx(view),
        (Server::Apache, _) => apache(view),
        (Server::Netlify, "_redirects") => netlify_redirects(view),
        (Server::Netlify, _) => netlify_headers(view),
    }
}

/// Old and new address, with the base path.
fn redirects(view: &View) -> impl Iterator<Item = (String, String)> {
    view.routes.redirects.iter().map(|(from, to)| (view.href(from), view.href(to)))
}

/// The addresses of the theme's files, as a regular expression. The index of the search lies beside them.
fn hashed(view: &View) -> String {
    format!("^{}[0-9a-f]+/", view.href("/risorse/").replace('.', "\\."))
}

fn nginx(view: &View) -> String {
    let mut text = "# include this file inside the `server` block\n".to_owned();
    let _ = writeln!(text, "error_page 404 {};", view.href("/404.html"));
    let _ = writeln!(text, "gzip on;\ngzip_vary on;\ngzip_types {};", COMPRESSED.join(" "));
    let all = |text: &mut String, indent: &str, cache: &str| {
        for (name, value) in headers(view) {
            let _ = writeln!(text, "{indent}add_header {name} \"{value}\" always;");
        }
        let _ = writeln!(text, "{indent}add_header Cache-Control \"{cache}\";");
    };
    all(&mut text, "", ASK);
    // A block that adds a header forgets those added outside of it.
    let _ = writeln!(text, "location ~ \"{}\" {{", hashed(view));
    all(&mut text, "  ", FOR_EVER);
    text.push_str("}\n");
    for address in kept_away(view) {
        let _ = writeln!(text, "location ^~ {address} {{");
        all(&mut text, "  ", ASK);
        let _ = writeln!(text, "  add_header {} \"{}\" always;\n}}", NO_ROBOTS.0, NO_ROBOTS.1);
    }
    for (from, to) in redirects(view) {
        let _ = writeln!(text, "location = {from} {{ return 301 {to}; }}");
    }
    text
}

fn apache(view: &View) -> String {
    let mut text = format!("ErrorDocument 404 {}\n", view.href("/404.html"));
    text.push_str("<IfModule mod_deflate.c>\n");
    let _ = writeln!(text, "  AddOutputFilterByType DEFLATE text/html {}", COMPRESSED.join(" "));
    text.push_str("</IfModule>\n<IfModule mod_headers.c>\n");
    for (name, value) in headers(view) {
        let _ = writeln!(text, "  Header always set {name} \"{value}\"");
    }
    let _ = writeln!(text, "  Header set Cache-Control \"{ASK}\"");
    let _ = writeln!(text, "  <If \"%{{REQUEST_URI}} =~ m#{}#\">", hashed(view));
    let _ = writeln!(text, "    Header set Cache-Control \"{FOR_EVER}\"\n  </If>");
    for address in kept_away(view) {
        let _ = writeln!(text, "  <If \"%{{REQUEST_URI}} =~ m#^{}#\">", address.replace('.', "\\."));
        let _ = writeln!(text, "    Header always set {} \"{}\"\n  </If>", NO_ROBOTS.0, NO_ROBOTS.1);
    }
    text.push_str("</IfModule>\n");
    for (from, to) in redirects(view) {
        let exact = from.trim_end_matches('/').replace('.', "\\.");
        let _ = writeln!(text, "RedirectMatch 301 ^{exact}/?$ {to}");
    }
    text
}

fn netlify_redirects(view: &View) -> String {
    redirects(view).map(|(from, to)| format!("{from} {to} 301\n")).collect()
}

fn netlify_headers(view: &View) -> String {
    let lines: String = headers(view).iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    // The place stands for the hash; the index of the search has files of its own beside it, and is asked for again.
    let hashed = ["css", "fonts", "img", "js", "svg"].map(|kind| {
        format!("{}\n  Cache-Control: {FOR_EVER}\n", view.href(&format!("/risorse/:impronta/{kind}/*")))
    });
    let away: String = kept_away(view)
        .iter()
        .map(|address| format!("{address}*\n  {}: {}\n", NO_ROBOTS.0, NO_ROBOTS.1))
        .collect();
    format!("/*\n{lines}{}{away}", hashed.concat())
}
