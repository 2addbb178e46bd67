//! `site.toml` as typed values. Its shape is `schemas/site.schema.json`, which judges it first:
//! what arrives here is complete and of the right kind.

mod palette;
mod policy;

use std::collections::BTreeMap;

use palette::Colour;
pub use policy::ANSWER_CRITERION;
use serde::Deserialize;

use crate::{
    diagnostic::{Answer, Diagnostic, Severity},
    judge::Policy,
    rule::Meta,
    schema::{Document, Judge, Kind, Syntax, to_json},
    source::{FileId, Span},
    stage::Staged,
    tree::{Limits, Map, Node, Value, parse_toml},
};

/// The colour of a portal carries its white texts (WCAG 2.2, 1.4.3).
pub static SITE_COLOUR: Meta = Meta::new("site-colour", Severity::Error);

/// What a site says of itself.
#[derive(Debug, Clone, Deserialize)]
pub struct Config {
    pub nome: String,
    #[serde(default)]
    pub nome_breve: Option<String>,
    /// Code in the national index of public administrations.
    #[serde(default)]
    pub codice_ipa: Option<String>,
    /// The portal's base address, without a final slash.
    pub indirizzo_web: String,
    /// Languages of the contents; the first is the one of files without a suffix.
    #[serde(default = "italian")]
    pub lingue: Vec<String>,
    #[serde(default = "comune")]
    pub tema: String,
    /// Addresses of the first-level sections, in order.
    #[serde(default = "national_menu")]
    pub menu: Vec<String>,
    /// `MM-GG` of the patron saint.
    #[serde(default)]
    pub patrono: Option<String>,
    #[serde(default)]
    pub ente: Ente,
    #[serde(default)]
    pub social: Vec<Social>,
    #[serde(default)]
    pub piede: Piede,
    #[serde(default)]
    pub area_personale: Option<AreaPersonale>,
    #[serde(default)]
    pub servizi_digitali: BTreeMap<String, String>,
    /// None: the site has no section of this kind.
    #[serde(default)]
    pub trasparenza: Option<Trasparenza>,
    /// None: an albo pretorio is there as soon as a content is published on it.
    #[serde(default)]
    pub albo: Option<Albo>,
    /// Addresses that receive what is written into the forms of the pages.
    #[serde(default)]
    pub moduli: BTreeMap<String, String>,
    #[serde(default)]
    pub aspetto: Aspetto,
    /// Sites whose videos may be shown inside a page, once the visitor asks for it.
    #[serde(default)]
    pub video: Vec<String>,
    /// What is the body's own and no personal datum.
    #[serde(default)]
    pub privacy: Privacy,
    #[serde(default)]
    pub limiti: Limiti,
    /// Web servers that get files of redirects and headers.
    #[serde(default)]
    pub server: Vec<Server>,
    #[serde(default)]
    pub build: Build,
    #[serde(default)]
    pub ricerca: Ricerca,
    /// `[regole]` and `[[accettati]]`.
    #[serde(skip)]
    pub policy: Policy,
    /// `[[verifiche]]`.
    #[serde(skip)]
    pub answers: Vec<Answer>,
    #[serde(skip)]
    pub places: Places,
}

/// Where `site.toml` says what only later stages can judge.
#[derive(Debug, Clone, Default)]
pub struct Places {
    pub theme: Option<Span>,
    pub colour: Option<Span>,
    /// The languages of `lingue`, as long as they are written.
    pub languages: Vec<Span>,
    /// The addresses of `menu`, as long as they are written.
    pub menu: Vec<Span>,
    /// What `[trasparenza]` names, one by one.
    pub transparency: Vec<(String, Span)>,
    /// The office that `[albo]` names.
    pub albo_office: Option<Span>,
}

/// The body itself.
#[derive(Debug, Clone, Default, Deserialize, serde::Serialize)]
#[serde(default)]
pub struct Ente {
    pub regione: String,
    pub provincia: String,
    pub sigla_provincia: String,
    pub popolazione: Option<u32>,
    pub codice_fiscale: String,
    pub partita_iva: String,
    pub pec: String,
    pub email: String,
    pub telefono: String,
    pub indirizzo: String,
    pub cap: String,
    pub citta: String,
    pub tipo: TipoEnte,
}

/// Which laws concern the body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TipoEnte {
    #[default]
    Comune,
    Unione,
    Altro,
}

/// The section Amministrazione trasparente.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Trasparenza {
    /// The office that answers where no other is named, by id.
    pub ufficio: Option<String>,
    /// Who answers for all of it, by id.
    pub responsabile: Option<String>,
    /// After so many months without a look a content is to be read again.
    pub revisione_mesi: u8,
}

impl Default for Trasparenza {
    fn default() -> Self {
        Self { ufficio: None, responsabile: None, revisione_mesi: 12 }
    }
}

/// The albo pretorio.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Albo {
    /// The office that keeps the register, by id.
    pub ufficio: Option<String>,
    /// Whether acts that left the board stay in an archive, with reduced data.
    pub archivio: bool,
    /// For how many years after that of publication.
    pub archivio_anni: i16,
    /// `418/2025`: the first number that is kept here, where those before it are kept elsewhere.
    pub inizia_da: Option<String>,
}

impl Default for Albo {
    fn default() -> Self {
        Self { ufficio: None, archivio: false, archivio_anni: 5, inizia_da: None }
    }
}

#[derive(Debug, Clone, Deserialize, serde::Serialize)]
pub struct Social {
    pub nome: String,
    pub url: String,
}

#[derive(Debug, Clone, Default, Deserialize, serde::Serialize)]
#[serde(default)]
pub struct Piede {
    pub collegamenti: Vec<Collegamento>,
    pub dichiarazione_accessibilita: String,
}

#[derive(Debug, Clone, Deserialize, serde::Serialize)]
pub struct Collegamento {
    pub etichetta: String,
    pub url: String,
}

#[derive(Debug, Clone, Deserialize, serde::Serialize)]
pub struct AreaPersonale {
    pub url: String,
    #[serde(default)]
    pub etichetta: Option<String>,
}

/// Colours and signs of the body.
#[derive(Debug, Clone, Default, Deserialize, serde::Serialize)]
#[serde(default)]
pub struct Aspetto {
    /// The main colour, `#rrggbb`; none: the theme's own.
    pub colore: Option<String>,
    pub accento: Option<String>,
    /// Address of the coat of arms.
    pub stemma: Option<String>,
}

impl Aspetto {
    /// The style sheet with the body's own colours: custom properties of the theme.
    pub fn sheet(&self) -> Option<String> {
        let colour = |text: &Option<String>| text.as_deref().and_then(Colour::parse);
        colour(&self.colore).map(|primary| palette::sheet(primary, colour(&self.accento)))
    }
}

/// Codes, accounts, telephones and mailboxes that may be published, besides those in `[ente]` and of the offices.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Privacy {
    pub codici: Vec<String>,
    pub iban: Vec<String>,
    pub telefoni: Vec<String>,
    pub caselle: Vec<String>,
    /// Domains whose mailboxes are all of offices.
    pub domini: Vec<String>,
}

/// What a file may ask of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Limiti {
    pub front_matter_kib: u32,
    pub corpo_kib: u32,
    pub allegato_mib: u32,
    pub profondita: usize,
    pub tabella_mib: u32,
    pub tabella_righe: u32,
    /// How long a template may work on a page.
    pub pagina_secondi: u32,
    /// How much memory a build may take before a template is given up.
    pub memoria_mib: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Server {
    Nginx,
    Apache,
    Netlify,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(default)]
pub struct Build {
    pub minifica: bool,
    pub per_pagina: usize,
}

/// Search inside the portal, where it has a page for it.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(default)]
pub struct Ricerca {
    pub attiva: bool,
}

impl Config {
    /// The language of files without a suffix.
    pub fn main_language(&self) -> &str {
        self.lingue.first().map_or("it", String::as_str)
    }

    pub fn short_name(&self) -> &str {
        self.nome_breve.as_deref().unwrap_or(&self.nome)
    }

    /// Path part of the base address, without a final slash: `/portale`, or nothing.
    pub fn base_path(&self) -> &str {
        let rest = self.indirizzo_web.split_once("://").map_or("", |(_, rest)| rest);
        rest.find('/').map_or("", |slash| &rest[slash..]).trim_end_matches('/')
    }

    /// The whole address of a page.
    pub fn absolute(&self, url: &str) -> String {
        format!("{}{url}", self.indirizzo_web.trim_end_matches('/'))
    }
}

impl Limiti {
    pub fn yaml(&self) -> Limits {
        Limits { depth: self.profondita }
    }
}

impl Default for Limiti {
    fn default() -> Self {
        Self {
            front_matter_kib: 64,
            corpo_kib: 1024,
            allegato_mib: 50,
            profondita: 8,
            tabella_mib: 5,
            tabella_righe: 20_000,
            pagina_secondi: 30,
            memoria_mib: 4096,
        }
    }
}

impl Default for Build {
    fn default() -> Self {
        Self { minifica: true, per_pagina: 20 }
    }
}

impl Default for Ricerca {
    fn default() -> Self {
        Self { attiva: true }
    }
}

fn italian() -> Vec<String> {
    vec!["it".to_owned()]
}

fn comune() -> String {
    "comune".to_owned()
}

fn national_menu() -> Vec<String> {
    ["/amministrazione/", "/novita/", "/servizi/", "/vivere-il-comune/"].map(str::to_owned).to_vec()
}

/// White stands on the main colour everywhere: one that is too light is told with the nearest that is not.
fn judge_colour(config: &Config) -> Option<Diagnostic> {
    let written = config.aspetto.colore.as_deref()?;
    let colour = Colour::parse(written).filter(|colour| !colour.carries_white_text())?;
    let better = colour.darkened_for_white_text().text();
    Some(SITE_COLOUR.at(config.places.colour?).with("colour", written).with("better", better))
}

fn places(file: FileId, map: Option<&Map>) -> Places {
    let node = |key: &str| map.and_then(|map| map.get(key));
    let span = |node: &Node| Span::new(file, node.range.clone());
    let list = |key: &str| node(key).and_then(Node::list).unwrap_or(&[]).iter();
    let colour = node("aspetto").and_then(Node::map).and_then(|map| map.get("colore"));
    Places {
        theme: node("tema").map(span),
        menu: list("menu").map(span).collect(),
        languages: list("lingue").map(span).collect(),
        colour: colour.map(span),
        transparency: transparency_places(file, node("trasparenza").and_then(Node::map)),
        albo_office: node("albo").and_then(Node::map).and_then(|map| map.get("ufficio")).map(span),
    }
}

/// Every text of `[trasparenza]` that names something, and where it stands.
fn transparency_places(file: FileId, map: Option<&Map>) -> Vec<(String, Span)> {
    let mut places = Vec::new();
    for entry in map.into_iter().flat_map(Map::iter) {
        let nodes = entry.node.list().unwrap_or(std::slice::from_ref(&entry.node));
        let texts = nodes.iter().filter_map(|node| Some((node.text()?.to_owned(), node)));
        places.extend(texts.map(|(text, node)| (text, Span::new(file, node.range.clone()))));
    }
    places
}

/// Whether a mistake stands in `[regole]` or `[[accettati]]`. The lines that hold are used all the same: of a wrong level
/// nobody should have to mend first what it hides.
fn is_of_policy(map: &Map, told: &Diagnostic) -> bool {
    let Some(place) = &told.place.range else { return false };
    ["regole", "accettati", "verifiche"].iter().any(|key| map.get(key).is_some_and(|node| holds(node, place)))
}

/// Whether a place lies in a value: a TOML table's own range is only its header.
fn holds(node: &Node, place: &std::ops::Range<u32>) -> bool {
    let is_in = |range: &std::ops::Range<u32>| range.start <= place.start && place.end <= range.end;
    is_in(&node.range)
        || node
            .map()
            .into_iter()
            .flat_map(Map::iter)
            .any(|entry| is_in(&entry.key_range) || holds(&entry.node, place))
        || node.list().unwrap_or(&[]).iter().any(|item| holds(item, place))
}

/// Reads `site.toml`. Without a value the findings say why, and nothing can be built.
pub fn read(file: FileId, text: &str, judge: &Judge) -> Staged<Option<Config>> {
    let mut diagnostics = Vec::new();
    let map = parse_toml(file, text).unpack(&mut diagnostics);
    // Of half a file nobody knows what is missing.
    if diagnostics.iter().any(Diagnostic::is_error) {
        return Staged::new(None, diagnostics);
    }
    let document = Document { file, map: &map, head: 0..0, broken: &[], syntax: Syntax::Toml };
    diagnostics.extend(judge.check(&document));
    if diagnostics.iter().any(|told| told.is_error() && !is_of_policy(&map, told)) {
        return Staged::new(None, diagnostics);
    }
    let root = Node { range: 0..text.len() as u32, value: Value::Map(map) };
    let kind = Kind::Object(judge.fields().to_vec());
    let config = match serde_json::from_value::<Config>(to_json(&root, Some(&kind))) {
        Ok(mut config) => {
            config.policy = policy::read(file, root.map());
            config.answers = policy::answers(file, root.map(), &mut diagnostics);
            config.places = places(file, root.map());
            diagnostics.extend(judge_colour(&config));
            Some(config)
        }
        Err(error) => {
            // Only a site's own, looser schema lets such a value through.
            let detail = crate::l10n::said("JSON", &error.to_string());
            diagnostics.push(crate::tree::TOML_SYNTAX.at(file).with("detail", detail));
            None
        }
    };
    Staged::new(config, diagnostics)
}
