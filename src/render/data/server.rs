//! What web servers need to know: redirects, the answer to wrong addresses, headers of safety.

use std::fmt::Write as _;

use super::super::View;
use crate::config::Server;

/// No inline script or style, nothing from elsewhere. Drawings inside the sheet are `data:` images.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; \
                      form-action 'self' https: mailto:; frame-ancestors 'self'";

fn headers(view: &View) -> [(&'static str, String); 4] {
    [
        ("Content-Security-Policy", policy(view)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()".to_owned()),
    ]
}

/// Videos of the sites that `site.toml` names may be shown in a frame.
fn policy(view: &View) -> String {
    let videos = view.config.video.join(" ");
    if videos.is_empty() { POLICY.to_owned() } else { format!("{POLICY}; frame-src 'self' {videos}") }
}

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

fn nginx(view: &View) -> String {
    let mut text = "# include this file inside the `server` block\n".to_owned();
    let _ = writeln!(text, "error_page 404 {};", view.href("/404.html"));
    for (name, value) in headers(view) {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    for (from, to) in redirects(view) {
        let _ = writeln!(text, "location = {from} {{ return 301 {to}; }}");
    }
    text
}

fn apache(view: &View) -> String {
    let mut text = format!("ErrorDocument 404 {}\n", view.href("/404.html"));
    text.push_str("<IfModule mod_headers.c>\n");
    for (name, value) in headers(view) {
        let _ = writeln!(text, "  Header always set {name} \"{value}\"");
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
    format!("/*\n{lines}")
}
