//! Files of data: every table and every list of the law as CSV and JSON, and the catalogue of them all.

use super::{Route, Routes, Shape};
use crate::{
    load::Site,
    model::{EntryId, Model, transparency::is_refused},
    schema::{ROOT, Schemas},
    tables::{Register, Tables},
};

/// Where the catalogue stands, without its ending.
pub const CATALOGUE: &str = "/dati/catalogo";

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataFormat {
    Csv,
    Json,
}

/// How the catalogue is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Graph {
    Turtle,
    JsonLd,
}

impl DataFormat {
    pub const ALL: [Self; 2] = [Self::Csv, Self::Json];

    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

impl Graph {
    pub const ALL: [Self; 2] = [Self::Turtle, Self::JsonLd];

    pub fn extension(self) -> &'static str {
        match self {
            Self::Turtle => "ttl",
            Self::JsonLd => "jsonld",
        }
    }
}

/// `/dati/contributi-2026/atti-concessione.csv`: it depends on names that stay, not on the file of the office nor on
/// the place of the page.
pub fn table_url(model: &Model, entry: EntryId, name: &str, format: DataFormat) -> String {
    let entry = model.entry(entry);
    let content = crate::slug::slug(&entry.id);
    model.in_language(&format!("/dati/{content}/{name}.{}", format.extension()), &entry.lang)
}

/// `/amministrazione-trasparente/sovvenzioni/atti-concessione/atti-concessione-2026.csv`: beside the page of its section.
pub fn register_url(schemas: &Schemas, register: &Register, format: DataFormat) -> String {
    let law = &schemas.transparency;
    let section = &law.sections[law.obligations[register.obligation].section].key;
    let name = crate::slug::slug(&register.scheme.name);
    let year = register.year.map(|year| format!("-{year}")).unwrap_or_default();
    format!("/{ROOT}/{section}/{name}{year}.{}", format.extension())
}

pub(super) fn add(model: &Model, tables: &Tables, site: &Site, routes: &mut Routes) {
    // Files tell search engines nothing of a page that keeps them away: those pages have none.
    for (entry, published) in tables.iter().filter(|(entry, _)| !is_refused(model, *entry)) {
        let lang = &model.entry(entry).lang;
        for (n, table) in published.iter().enumerate() {
            for format in DataFormat::ALL {
                let url = table_url(model, entry, &table.name, format);
                routes.add(Route {
                    url,
                    lang: lang.clone(),
                    shape: Shape::Table { entry, table: n, format },
                });
            }
        }
    }
    let lang = &model.main_language;
    let mut add = |url, shape| routes.add(Route { url, lang: lang.clone(), shape });
    for (n, register) in tables.registers.iter().enumerate() {
        for format in DataFormat::ALL {
            add(register_url(&site.schemas, register, format), Shape::Register { register: n, format });
        }
    }
    let has_data = tables.iter().next().is_some() || !model.of_type("dataset").is_empty();
    if has_data {
        for graph in Graph::ALL {
            add(format!("{CATALOGUE}.{}", graph.extension()), Shape::Catalogue(graph));
        }
        add("/sitemap-dati.xml".to_owned(), Shape::DataSitemap);
    }
}
