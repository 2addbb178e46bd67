//! The albo pretorio: its list, a page for each act in force, the archive if one is kept, feed and data.
//!
//! Everything stands below one address, so that a web server can keep search engines away from all of it by one rule.

use super::{ActPage, AlboFile, Route, Routes, Shape, page_url};
use crate::model::{Model, albo::ADDRESS};

pub const ALBO_FEED: &str = "/albo-pretorio/feed.xml";
pub const ALBO_JSON: &str = "/albo-pretorio/atti.json";

/// What a page lists.
const PER_PAGE: usize = 100;

/// Address of the archive, or of a year in it.
pub fn archive_url(year: Option<i16>) -> String {
    let year = year.map(|year| format!("{year}/")).unwrap_or_default();
    format!("{ADDRESS}archivio/{year}")
}

pub(super) fn add(model: &Model, routes: &mut Routes) {
    let albo = &model.albo;
    if !albo.is_on {
        return;
    }
    let mut add = |url: String, file: AlboFile| {
        routes.add(Route { url, lang: model.main_language.clone(), shape: Shape::Albo(file) });
    };
    for page in pages(albo.shown()) {
        add(page_url(ADDRESS, page.number), AlboFile::List(page));
    }
    for n in albo.shown() {
        add(albo.act(*n).address(), AlboFile::Act(*n));
    }
    add(ALBO_FEED.to_owned(), AlboFile::Feed);
    add(ALBO_JSON.to_owned(), AlboFile::Json);
    if albo.has_archive {
        add(archive_url(None), AlboFile::Archive);
        for (year, acts) in albo.archived() {
            for page in pages(acts) {
                add(page_url(&archive_url(Some(year)), page.number), AlboFile::ArchiveYear(year, page));
            }
        }
    }
}

/// At least one page, also of an empty board.
fn pages(acts: &[usize]) -> Vec<ActPage> {
    let total = acts.len();
    let of = total.div_ceil(PER_PAGE).max(1);
    let page = |number: usize| {
        let here = acts.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE).copied();
        ActPage { number, of, acts: here.collect(), total }
    };
    (1..=of).map(page).collect()
}
