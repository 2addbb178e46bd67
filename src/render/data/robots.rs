//! `robots.txt`: everything may be read, and where the list is.

use super::super::View;

pub(in super::super) fn robots(view: &View) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", view.config.absolute("/sitemap.xml"))
}
