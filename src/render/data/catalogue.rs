//! The catalogue of data as DCAT-AP_IT asks for it: contents of type `dataset`, lists of the law, and every other table
//! (d.lgs. 82/2005, artt. 52 and 53, c. 1-bis).

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use super::{
    super::View,
    file_types,
    table::title,
    triples::{self, Node},
};
use crate::{
    model::{EntryId, transparency::is_refused},
    route::{CATALOGUE, DataFormat, Graph, register_url, table_url},
    schema::{ROOT, Rhythm},
    tables::{Published, Register},
    validate::{ContentId, Item, Val},
};

const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";
/// "Governo e settore pubblico": what transparency speaks of.
const GOVERNMENT: &str = "GOVE";
const LICENCE: &str = "Attribuzione";

pub(in super::super) fn catalogue(view: &View, graph: Graph) -> String {
    let nodes = Builder::new(view).nodes();
    match graph {
        Graph::Turtle => triples::turtle(&nodes),
        Graph::JsonLd => triples::json_ld(&nodes),
    }
}

/// The address of every file of this site that the catalogue names, and of the catalogue, with the day it changed.
pub(super) fn files(view: &View) -> Vec<(String, Option<Date>)> {
    let own = view.config.absolute("/");
    let mut files: BTreeMap<String, Option<Date>> = BTreeMap::new();
    let mut last = None;
    for dataset in datasets(view) {
        last = last.max(dataset.modified);
        let here = dataset.files.into_iter().filter(|file| file.address.starts_with(&own));
        files.extend(here.map(|file| (file.address, dataset.modified)));
    }
    for graph in Graph::ALL {
        files.insert(view.config.absolute(&format!("{CATALOGUE}.{}", graph.extension())), last);
    }
    files.into_iter().collect()
}

/// One entry of the catalogue.
struct Dataset {
    /// Its address, which names it.
    iri: String,
    page: Option<String>,
    /// In every language it has: language and words.
    titles: Vec<(String, String)>,
    descriptions: Vec<(String, String)>,
    identifier: String,
    modified: Option<Date>,
    /// Codes of the European authority.
    themes: Vec<String>,
    frequency: &'static str,
    /// Name and code of who owns the data, if not the body itself.
    holder: Option<(String, String)>,
    contact: Option<EntryId>,
    files: Vec<File>,
}

/// One form in which its data can be had.
struct File {
    address: String,
    title: String,
    /// `CSV`.
    format: String,
    licence: String,
    size: Option<u64>,
}

fn datasets(view: &View) -> Vec<Dataset> {
    let model = &view.model;
    let mut datasets = Vec::new();
    for content in model.of_type("dataset") {
        let id = model.version(*content, &model.main_language);
        if !is_refused(model, id) {
            datasets.push(of_content(view, id));
        }
    }
    datasets.extend(view.tables.registers.iter().map(|register| of_register(view, register)));
    let in_registers: HashSet<(&str, ContentId)> = view
        .tables
        .registers
        .iter()
        .flat_map(|register| register.rows.iter().map(|row| (register.scheme.name.as_str(), row.content)))
        .collect();
    let in_register = |id: EntryId, published: &Published| {
        in_registers.contains(&(published.table.scheme.name.as_str(), model.content_of(id)))
    };
    for (id, tables) in view.tables.iter() {
        let entry = model.entry(id);
        let is_main = model.version(model.content_of(id), &model.main_language) == id;
        if entry.content_type.name == "dataset" || !is_main || is_refused(model, id) {
            continue;
        }
        let free = tables.iter().filter(|published| !in_register(id, published));
        datasets.extend(free.map(|published| of_table(view, id, published)));
    }
    datasets
}

fn of_content(view: &View, id: EntryId) -> Dataset {
    let (model, config) = (&view.model, &view.config);
    let entry = model.entry(id);
    let page = model.address(id).map(|address| config.absolute(&address));
    let versions = model.content(model.content_of(id)).versions.iter().map(|version| model.entry(*version));
    let descriptions = versions.clone().filter_map(|version| {
        let text = version.text("descrizione_breve").map(str::to_owned);
        let text = text.or_else(|| Some(version.body.excerpt(500)).filter(|text| !text.is_empty()))?;
        Some((version.lang.clone(), text))
    });
    let own_licence = entry.field("licenza").and_then(word).unwrap_or(LICENCE);
    let listed =
        entry.items("distribuzioni").iter().filter_map(|item| distribution(view, id, item, own_licence));
    let tables = view.tables.of(id).iter().flat_map(|published| table_files(view, id, published));
    let themes = entry.items("temi").iter().filter_map(|item| code(view, "temi_dataset", word(item)?));
    let frequency = entry.field("frequenza_aggiornamento").and_then(word);
    Dataset {
        iri: page.as_ref().map_or_else(|| config.absolute("/dati/"), |page| format!("{page}#dataset")),
        page,
        titles: versions.map(|version| (version.lang.clone(), version.title.clone())).collect(),
        descriptions: descriptions.collect(),
        identifier: entry.text("identificativo").map_or_else(|| identifier(view, &entry.id), str::to_owned),
        modified: entry.date("data_modifica").or_else(|| model.updated(id)),
        themes: themes.map(str::to_owned).collect(),
        frequency: frequency.and_then(|word| known_code(view, word)).unwrap_or("UNKNOWN"),
        holder: holder(view, id),
        contact: Some(id),
        files: listed.chain(tables).collect(),
    }
}

fn of_table(view: &View, id: EntryId, published: &Published) -> Dataset {
    let entry = view.model.entry(id);
    let page = view.model.address(id).map(|address| view.config.absolute(&address));
    let files: Vec<File> = table_files(view, id, published).collect();
    let description = published.description.as_ref().unwrap_or(&published.table.scheme.description);
    let lang = entry.lang.clone();
    Dataset {
        iri: format!("{}#dataset", files.first().map_or("", |file| file.address.as_str())),
        page,
        titles: vec![(lang.clone(), published.title.clone())],
        descriptions: vec![(lang, description.clone())],
        identifier: identifier(view, &format!("{}:{}", entry.id, published.name)),
        modified: published.updated,
        themes: vec![GOVERNMENT.to_owned()],
        frequency: "IRREG",
        holder: None,
        contact: Some(id),
        files,
    }
}

fn of_register(view: &View, register: &Register) -> Dataset {
    let law = &view.schemas.transparency;
    let obligation = &law.obligations[register.obligation];
    let lang = view.model.main_language.clone();
    let address = |format| view.config.absolute(&register_url(&view.schemas, register, format));
    let files = DataFormat::ALL.map(|format| File {
        address: address(format),
        title: format!("{} ({})", title(register), format.extension().to_uppercase()),
        format: format.extension().to_uppercase(),
        licence: LICENCE.to_owned(),
        size: None,
    });
    let name = match register.year {
        Some(year) => format!("{}:{year}", register.scheme.name),
        None => register.scheme.name.clone(),
    };
    Dataset {
        iri: format!("{}#dataset", address(DataFormat::Csv)),
        page: Some(view.config.absolute(&format!("/{ROOT}/{}/", law.sections[obligation.section].key))),
        titles: vec![(lang.clone(), title(register))],
        descriptions: vec![(lang, register.scheme.description.clone())],
        identifier: identifier(view, &name),
        modified: register.updated,
        themes: vec![GOVERNMENT.to_owned()],
        frequency: match obligation.rhythm {
            Rhythm::Tempestivo => "UPDATE_CONT",
            Rhythm::Trimestrale => "QUARTERLY",
            Rhythm::Semestrale => "ANNUAL_2",
            Rhythm::Annuale => "ANNUAL",
            Rhythm::UnaTantum => "NEVER",
        },
        holder: None,
        contact: None,
        files: files.into_iter().collect(),
    }
}

fn table_files<'a>(view: &'a View, id: EntryId, published: &'a Published) -> impl Iterator<Item = File> + 'a {
    DataFormat::ALL.into_iter().map(move |format| File {
        address: view.config.absolute(&table_url(&view.model, id, &published.name, format)),
        title: format!("{} ({})", published.title, format.extension().to_uppercase()),
        format: format.extension().to_uppercase(),
        licence: published.licence.clone(),
        size: None,
    })
}

/// A line of `distribuzioni`.
fn distribution(view: &View, id: EntryId, item: &Item, own_licence: &str) -> Option<File> {
    let model = &view.model;
    let text = |name: &str| match &item.value.member(name)?.value {
        Val::Text(text) => Some(text.as_str()),
        _ => None,
    };
    let attachment = match item.value.member("file").map(|item| &item.value) {
        Some(Val::File(path)) => model.attachment_from(model.entry(id), path),
        _ => None,
    };
    let file =
        attachment.map(|id| (view.config.absolute(model.attachment_address(id)), model.attachment(id)));
    let address =
        file.as_ref().map(|(address, _)| address.clone()).or_else(|| text("url").map(str::to_owned))?;
    let written = text("formato").map(str::to_owned);
    let format = written.or_else(|| file.as_ref().map(|(_, file)| file.extension())).unwrap_or_default();
    let licence = item.value.member("licenza").and_then(word).unwrap_or(own_licence);
    Some(File {
        title: text("titolo").map_or_else(|| address.clone(), str::to_owned),
        format: format.to_uppercase(),
        licence: licence.to_owned(),
        size: file.map(|(_, file)| file.size),
        address,
    })
}

fn word(item: &Item) -> Option<&str> {
    match &item.value {
        Val::Word { label, .. } => Some(label),
        _ => None,
    }
}

fn code<'a>(view: &'a View, vocabulary: &str, label: &str) -> Option<&'a str> {
    view.schemas.vocabularies.get(vocabulary)?.find(label)?.attributes.get("codice").map(String::as_str)
}

/// A frequency whose code the European authority knows.
fn known_code(view: &View, label: &str) -> Option<&'static str> {
    let code = code(view, "frequenze_aggiornamento", label)?;
    FREQUENCIES.iter().find(|known| **known == code).copied()
}

const FREQUENCIES: [&str; 30] = [
    "ANNUAL",
    "ANNUAL_2",
    "ANNUAL_3",
    "BIDECENNIAL",
    "BIENNIAL",
    "BIHOURLY",
    "BIMONTHLY",
    "BIWEEKLY",
    "CONT",
    "DAILY",
    "DAILY_2",
    "DECENNIAL",
    "HOURLY",
    "IRREG",
    "MONTHLY",
    "MONTHLY_2",
    "MONTHLY_3",
    "NEVER",
    "OTHER",
    "QUADRENNIAL",
    "QUARTERLY",
    "QUINQUENNIAL",
    "TRIDECENNIAL",
    "TRIENNIAL",
    "TRIHOURLY",
    "UNKNOWN",
    "UPDATE_CONT",
    "WEEKLY",
    "WEEKLY_2",
    "WEEKLY_3",
];

/// `c_zz99:popolazione`: unique in the country, if the body's code is known.
fn identifier(view: &View, name: &str) -> String {
    let config = &view.config;
    let body = config.codice_ipa.as_deref().unwrap_or(&config.ente.codice_fiscale);
    format!("{body}:{name}")
}

/// Who owns the data, if it is not the body of the site.
fn holder(view: &View, id: EntryId) -> Option<(String, String)> {
    let holder = view.model.entry(id).field("titolare")?;
    let text = |name: &str| match &holder.value.member(name)?.value {
        Val::Text(text) => Some(text.clone()),
        _ => None,
    };
    let (name, code) = (text("nome")?, text("codice_ipa").unwrap_or_default());
    let is_own = Some(&code) == view.config.codice_ipa.as_ref() || name == view.config.nome;
    (!is_own).then_some((name, code))
}

struct Builder<'a> {
    view: &'a View,
    /// What datasets refer to, each once.
    others: BTreeMap<String, Node>,
}

impl<'a> Builder<'a> {
    fn new(view: &'a View) -> Self {
        Self { view, others: BTreeMap::new() }
    }

    /// The address of something that is only spoken of in the catalogue.
    fn here(&self, name: &str) -> String {
        self.view.config.absolute(&format!("{CATALOGUE}#{name}"))
    }

    fn nodes(mut self) -> Vec<Node> {
        let config = &self.view.config;
        let datasets = datasets(self.view);
        let body =
            self.agent(&config.nome, config.codice_ipa.as_deref().unwrap_or(&config.ente.codice_fiscale));
        let mut catalogue = Node::new(self.here("catalogo"), &["dcat:Catalog", "dcatapit:Catalog"]);
        let lang = &self.view.model.main_language;
        catalogue.text("dct:title", &format!("Dati aperti – {}", config.nome), lang);
        let about = format!("Gli insiemi di dati e le tabelle che {} pubblica nel suo sito.", config.nome);
        catalogue.text("dct:description", &about, lang);
        catalogue.iri("dct:publisher", &body);
        catalogue.iri("foaf:homepage", config.absolute("/"));
        catalogue.iri("dct:language", format!("{AUTHORITY}language/ITA"));
        catalogue.iri("dcat:themeTaxonomy", format!("{AUTHORITY}data-theme"));
        let modified = datasets.iter().filter_map(|dataset| dataset.modified).max();
        catalogue.date("dct:modified", modified.unwrap_or(self.view.model.today));
        let mut nodes = Vec::new();
        for dataset in &datasets {
            catalogue.iri("dcat:dataset", &dataset.iri);
            self.dataset(dataset, &body, &mut nodes);
        }
        let mut all = vec![catalogue];
        all.extend(nodes);
        all.extend(self.others.into_values());
        all
    }

    fn dataset(&mut self, dataset: &Dataset, body: &str, nodes: &mut Vec<Node>) {
        let mut node = Node::new(&dataset.iri, &["dcat:Dataset", "dcatapit:Dataset"]);
        for (lang, title) in &dataset.titles {
            node.text("dct:title", title, lang);
        }
        for (lang, description) in &dataset.descriptions {
            node.text("dct:description", description, lang);
        }
        node.plain("dct:identifier", &dataset.identifier);
        if let Some(day) = dataset.modified {
            node.date("dct:modified", day);
        }
        for theme in &dataset.themes {
            node.iri("dcat:theme", format!("{AUTHORITY}data-theme/{theme}"));
        }
        let holder = dataset.holder.as_ref().map(|(name, code)| self.agent(name, code));
        node.iri("dct:rightsHolder", holder.as_deref().unwrap_or(body));
        node.iri("dct:publisher", body);
        node.iri("dct:accrualPeriodicity", format!("{AUTHORITY}frequency/{}", dataset.frequency));
        node.iri("dct:language", format!("{AUTHORITY}language/ITA"));
        if let Some(page) = &dataset.page {
            node.iri("dcat:landingPage", page);
        }
        node.iri("dcat:contactPoint", self.contact(dataset.contact));
        for file in &dataset.files {
            let iri = format!("{}#file", file.address);
            node.iri("dcat:distribution", &iri);
            nodes.push(self.file(iri, file, dataset.modified));
        }
        nodes.push(node);
    }

    fn file(&mut self, iri: String, file: &File, modified: Option<Date>) -> Node {
        let mut node = Node::new(iri, &["dcat:Distribution", "dcatapit:Distribution"]);
        node.text("dct:title", &file.title, &self.view.model.main_language);
        node.iri("dcat:accessURL", &file.address);
        node.iri("dcat:downloadURL", &file.address);
        if let Some(code) = file_types::code(&file.format) {
            node.iri("dct:format", format!("{AUTHORITY}file-type/{code}"));
        }
        let licence = self.licence(&file.licence);
        node.iri("dct:license", licence);
        if let Some(size) = file.size {
            node.say("dcat:byteSize", triples::Term::Typed(size.to_string(), "decimal"));
        }
        if let Some(day) = modified {
            node.date("dct:modified", day);
        }
        node
    }

    fn agent(&mut self, name: &str, code: &str) -> String {
        let iri = self.here(&crate::slug::slug(if code.is_empty() { name } else { code }));
        let lang = &self.view.model.main_language;
        self.others.entry(iri.clone()).or_insert_with(|| {
            let mut node = Node::new(&iri, &["foaf:Agent", "dcatapit:Agent"]);
            node.text("foaf:name", name, lang);
            node.plain("dct:identifier", if code.is_empty() { name } else { code });
            node
        });
        iri
    }

    /// The office that answers for the data, else the body.
    fn contact(&mut self, content: Option<EntryId>) -> String {
        let model = &self.view.model;
        let office = content.and_then(|id| model.competent_office(model.entry(id)));
        let office = office.map(|office| model.main_version(office));
        let (name, title) = match office {
            Some(office) => (format!("contatto-{}", crate::slug::slug(&office.id)), office.title.as_str()),
            None => ("contatto".to_owned(), self.view.config.nome.as_str()),
        };
        let iri = self.here(&name);
        let ente = &self.view.config.ente;
        let mailbox = if ente.email.is_empty() { &ente.pec } else { &ente.email };
        self.others.entry(iri.clone()).or_insert_with(|| {
            let mut node = Node::new(&iri, &["dcatapit:Organization", "vcard:Kind", "vcard:Organization"]);
            node.plain("vcard:fn", title);
            node.iri("vcard:hasEmail", format!("mailto:{mailbox}"));
            node
        });
        iri
    }

    fn licence(&mut self, label: &str) -> String {
        let words = self.view.schemas.vocabularies.get("licenze");
        let word = words.and_then(|words| words.find(label));
        let known = word.and_then(|word| word.attributes.get("catalogo")).cloned();
        let iri = known.unwrap_or_else(|| self.here(&format!("licenza-{}", crate::slug::slug(label))));
        self.others.entry(iri.clone()).or_insert_with(|| {
            let mut node = Node::new(&iri, &["dcatapit:LicenseDocument", "dct:LicenseDocument"]);
            node.plain("foaf:name", label);
            if let Some(address) = word.and_then(|word| word.attributes.get("indirizzo")) {
                node.iri("foaf:page", address);
            }
            node
        });
        iri
    }
}
