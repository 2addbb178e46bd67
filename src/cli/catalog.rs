//! What can be written in a site: its types, its vocabularies, and the contents there are to refer to.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
};

use super::{
    console::Console,
    show::{self, Shown},
    site,
};
use crate::{
    diagnostic::{self, Failure, Format},
    load,
    pipeline::Build,
    schema::{self, ContentType, SchemaFile, Schemas},
    source::Sources,
    suggest::closest,
};

/// The schema of `site.toml`, which is no type of content.
pub(super) const SITE_SCHEMA: &str = "site.schema.json";

/// Types with the contents there are.
pub(super) struct Catalog {
    pub schemas: Arc<Schemas>,
    /// Text of the schema of `site.toml`.
    pub site_schema: String,
    /// Type and ids of its contents.
    pub ids: BTreeMap<String, BTreeSet<String>>,
}

impl Catalog {
    /// What a site says. None: its configuration is too broken, which has been told.
    pub(super) fn of_site(root: &Path, console: &Console) -> Result<Option<Self>, Failure> {
        let request = site::whole(root.to_owned())?;
        let loading = load::load(&request)?;
        let Some(site) = loading.site else {
            let findings = diagnostic::fold(loading.diagnostics, &loading.sources);
            let build = Build { findings, ..Build::empty(loading.sources) };
            show::findings(Format::Text, &Shown::build(&build, &request), console)?;
            return Ok(None);
        };
        let validated = crate::validate::run(&site, &loading.sources).value;
        let entries =
            validated.entries.into_iter().map(|entry| (entry.content_type.name.clone(), entry.id.clone()));
        let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (content_type, id) in entries.chain(validated.unreadable) {
            ids.entry(content_type).or_default().insert(id);
        }
        let site_schema = loading
            .sources
            .iter()
            .find(|(_, source)| source.path.ends_with(&format!("schemas/{SITE_SCHEMA}")))
            .map_or(String::new(), |(_, source)| source.text.to_string());
        Ok(Some(Self { schemas: site.schemas, site_schema, ids }))
    }

    /// What ships with Arengo, outside of any site.
    pub(super) fn shipped() -> Self {
        let mut sources = Sources::default();
        let texts: Vec<_> = load::shipped_schemas()
            .into_iter()
            .map(|(name, bytes)| {
                let text = String::from_utf8_lossy(bytes).into_owned();
                (sources.add(format!("arengo:schemas/{name}"), text.as_str()), name, text)
            })
            .collect();
        let files: Vec<SchemaFile<'_>> =
            texts.iter().map(|(id, name, text)| SchemaFile { id: *id, name, text }).collect();
        let site_schema = texts.iter().find(|(_, name, _)| name == SITE_SCHEMA);
        Self {
            site_schema: site_schema.map_or(String::new(), |(_, _, text)| text.clone()),
            schemas: Arc::new(schema::read(&files).value),
            ids: BTreeMap::new(),
        }
    }

    /// A type by name.
    pub(super) fn content_type(&self, name: &str) -> Result<&ContentType, Failure> {
        if let Some(found) = self.schemas.types.get(name) {
            return Ok(found);
        }
        let types = &self.schemas.types;
        // `servizi` is the folder, `Servizio` the label: people write those too.
        let by_label = types.values().find(|known| {
            let word = name.to_lowercase();
            known.folder == word || known.label.to_lowercase() == word || known.plural.to_lowercase() == word
        });
        let known = by_label
            .map(|known| known.name.as_str())
            .or_else(|| closest(name, types.keys().map(String::as_str)));
        let failure = match known {
            Some(known) => Failure::usage("cli-type-unknown--similar").with("known", known),
            None => {
                let names: Vec<&str> = types.keys().map(String::as_str).collect();
                Failure::usage("cli-type-unknown").with("types", names.join(", "))
            }
        };
        Err(failure.with("name", name))
    }

    /// Ids of the contents a reference may lead to, as they are written.
    pub(super) fn targets(&self, types: &[String]) -> Vec<String> {
        match types {
            [one] => self.ids.get(one).into_iter().flatten().cloned().collect(),
            several => self
                .ids
                .iter()
                .filter(|(name, _)| several.is_empty() || several.contains(name))
                .flat_map(|(name, ids)| ids.iter().map(move |id| format!("{name}/{id}")))
                .collect(),
        }
    }
}
