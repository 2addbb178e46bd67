//! `robots.txt`: everything may be read, and where the lists are.

use super::super::View;

pub(in super::super) fn robots(view: &View) -> String {
    let mut text = "User-agent: *\nAllow: /\n\n".to_owned();
    for list in ["/sitemap.xml", "/sitemap-dati.xml"] {
        if view.routes.at(list).is_some() {
            text.push_str(&format!("Sitemap: {}\n", view.config.absolute(list)));
        }
    }
    text
}
