//! `arengo schema`: the types of content, and their schemas as editors need them.

use serde_json::{Value, json};

use super::{
    Exit,
    args::SchemaArguments,
    catalog::{Catalog, SITE_SCHEMA},
    console::Console,
    site,
};
use crate::{diagnostic::Failure, l10n::Message, load, write};

/// How the schema of `site.toml` is called here.
const SITE: &str = "site";

/// The shipped theme's words for visitors, which who adds a language translates.
const WORDS: (&str, &str) = ("comune", "i18n/it.ftl");

pub(super) fn run(arguments: &SchemaArguments, console: &Console) -> Result<Exit, Failure> {
    if arguments.words {
        let theme = load::shipped_theme(WORDS.0);
        let words = theme.iter().find(|(path, _)| path == WORDS.1).map_or(&[][..], |(_, words)| words);
        console.data(words)?;
        return Ok(Exit::Fine);
    }
    let root = match &arguments.site {
        Some(named) => Some(site::root(Some(named))?),
        None => site::nearest()?,
    };
    let catalog = match root {
        Some(root) => match Catalog::of_site(&root, console)? {
            Some(catalog) => catalog,
            None => return Ok(Exit::Findings),
        },
        None => Catalog::shipped(),
    };
    let wanted = arguments.content_type.as_deref();
    match (&arguments.output, wanted) {
        (Some(folder), wanted) => {
            let names: Vec<&str> = match wanted {
                Some(name) => vec![name],
                None => catalog.schemas.types.keys().map(String::as_str).chain([SITE]).collect(),
            };
            for name in &names {
                let text = schema(name, &catalog)?;
                write::replace(&folder.join(format!("{name}.schema.json")), text.as_bytes())?;
            }
            let message = Message::new("cli-schema-done").with("n", names.len());
            console.note(&message.with("path", folder.display().to_string()));
        }
        (None, Some(name)) => console.data(schema(name, &catalog)?.as_bytes())?,
        (None, None) => console.data(list(&catalog).as_bytes())?,
    }
    Ok(Exit::Fine)
}

/// One type a line: name, label, folder.
fn list(catalog: &Catalog) -> String {
    let types = catalog.schemas.types.values();
    let mut rows: Vec<[String; 3]> = types
        .map(|known| [known.name.clone(), known.label.clone(), format!("content/{}", known.folder)])
        .collect();
    rows.push([SITE.to_owned(), "Sito".to_owned(), "site.toml".to_owned()]);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (names, labels) = (width(0), width(1));
    rows.iter().map(|[name, label, folder]| format!("{name:names$}  {label:labels$}  {folder}\n")).collect()
}

/// A schema as text, ending with a line break.
fn schema(name: &str, catalog: &Catalog) -> Result<String, Failure> {
    if name == SITE || name == SITE_SCHEMA {
        return Ok(format!("{}\n", catalog.site_schema.trim_end()));
    }
    let mut schema = catalog.schemas.for_editors(catalog.content_type(name)?);
    offer_targets(&mut schema, catalog);
    Ok(format!("{schema:#}\n"))
}

/// Adds the ids of the contents there are to every reference, so that an editor offers them.
fn offer_targets(schema: &mut Value, catalog: &Catalog) {
    let types = match schema.get("x-riferimento") {
        Some(Value::String(name)) if name == "*" => Some(Vec::new()),
        Some(Value::String(name)) => Some(vec![name.clone()]),
        Some(Value::Array(names)) => {
            Some(names.iter().filter_map(Value::as_str).map(str::to_owned).collect())
        }
        _ => None,
    };
    let targets = types.map(|types| catalog.targets(&types)).filter(|targets| !targets.is_empty());
    if let (Some(targets), Some(map)) = (targets, schema.as_object_mut()) {
        match map.get_mut("items").and_then(Value::as_object_mut) {
            Some(items) => items.insert("enum".to_owned(), json!(targets)),
            None => map.insert("enum".to_owned(), json!(targets)),
        };
    }
    match schema {
        Value::Object(map) => map.values_mut().for_each(|value| offer_targets(value, catalog)),
        Value::Array(items) => items.iter_mut().for_each(|item| offer_targets(item, catalog)),
        _ => {}
    }
}
