//! A page for each type of content: where it stands, its fields, how its page is ordered, an example.

use std::fmt::Write;

use serde_json::Value;

use super::{
    Page, SiteSchema, cell, inline,
    shape::{self, Shapes},
    yaml,
};
use crate::schema::{AddressPart, BodyRule, ContentType, Field, Kind, Schemas};

const FOLDER: &str = "manuale/campi";

/// A page for each type, one for the fields all have, one for `site.toml`, and the list.
pub(super) fn pages(schemas: &Schemas, site: &SiteSchema<'_>) -> Vec<Page> {
    let page = |name: &str, text: String| Page { path: format!("{FOLDER}/{name}.md"), text };
    let mut pages: Vec<Page> =
        schemas.types.values().map(|known| page(&known.name, content_type(schemas, known))).collect();
    pages.push(page("comuni", common(schemas)));
    pages.push(page("site", site_settings(schemas, site)));
    pages.push(page("README", index(schemas)));
    pages
}

fn index(schemas: &Schemas) -> String {
    let mut text = String::from(
        "# Campi di ogni tipo di contenuto\n\nUna pagina per tipo. Ci sono poi i [campi comuni](comuni.md), \
         i [vocabolari](vocabolari.md) e le [impostazioni del sito](site.md).\n\n\
         | Tipo | Nome per i comandi | Cartella | Che cos'è |\n|---|---|---|---|\n",
    );
    for known in schemas.types.values() {
        // Writing into a `String` cannot fail.
        let _ = writeln!(
            text,
            "| [{}]({name}.md) | `{name}` | `content/{}` | {} |",
            known.label,
            known.folder,
            cell(&known.description),
            name = known.name,
        );
    }
    text
}

fn content_type(schemas: &Schemas, known: &ContentType) -> String {
    let mut text = format!("# {}\n\n{}\n\n", known.label, inline(&known.description));
    place(known, &mut text);
    let table = Tables::of(schemas, &known.schema);
    let shown = |field: &&Field| !field.common || field.required || field.recommended || field.name == "slug";
    let fields: Vec<&Field> = known.fields.iter().filter(shown).collect();
    text.push_str("\n## Campi\n\n");
    table.write(&fields, &known.schema, table.soft(), "", &mut text);
    text.push_str("\nSi possono scrivere anche i [campi comuni](comuni.md) a tutti i contenuti.\n");
    conditions(known, &mut text);
    table.objects(&fields, &known.schema, table.soft(), "", &mut text);
    page_order(schemas, known, &mut text);
    inverses(schemas, known, &mut text);
    example(&known.schema, &mut text);
    text
}

/// Where the file goes, where the page comes out.
fn place(known: &ContentType, text: &mut String) {
    let _ = writeln!(text, "- Si crea con: `arengo new {} \"{}\"`", known.name, known.label);
    let _ = writeln!(text, "- Cartella: `content/{}/`", known.folder);
    match &known.address {
        Some(address) => {
            let part = |part: &AddressPart| match part {
                AddressPart::Fixed(name) => format!("/{name}"),
                AddressPart::Field(path) => format!("/{{{}}}", path.join(".")),
            };
            let parts: String = address.parts.iter().map(part).collect();
            let _ = writeln!(text, "- Indirizzo della pagina: `{parts}/{{slug}}/`");
        }
        None => text.push_str("- Non ha una pagina sua: compare nelle pagine che lo citano.\n"),
    }
    let body = match known.body {
        BodyRule::Required => "obbligatorio",
        BodyRule::Recommended => "consigliato",
        BodyRule::Optional => "facoltativo",
        BodyRule::Forbidden => "non si scrive",
    };
    let _ = writeln!(text, "- Testo sotto l'intestazione: {body}");
}

/// Tables of fields of one schema.
struct Tables<'a> {
    shapes: Shapes<'a>,
}

impl<'a> Tables<'a> {
    fn of(schemas: &'a Schemas, root: &'a Value) -> Self {
        Self { shapes: Shapes { schemas, root } }
    }

    fn soft(&self) -> Option<&'a Value> {
        self.shapes.root.get("x-avvisi")
    }

    /// One field a line: what must be there first, then what should.
    fn write(&self, fields: &[&Field], schema: &Value, soft: Option<&Value>, path: &str, text: &mut String) {
        let weight = |field: &Field| match (field.required, shape::is_recommended(soft, &field.name)) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        };
        let mut fields = fields.to_vec();
        fields.sort_by_key(|field| weight(field));
        text.push_str("| Campo | Etichetta | Che cosa scrivere | Obbligo | Forma |\n|---|---|---|---|---|\n");
        for field in fields {
            let duty = ["obbligatorio", "consigliato", ""][weight(field)];
            let anchor = anchor(&join(path, &field.name));
            let own = self.shapes.member(schema, &field.name);
            let form = self.shapes.form(field, own, shape::soft_member(soft, &field.name), &anchor);
            let (label, help) = (cell(&field.label), cell(&field.help));
            let _ = writeln!(text, "| `{}` | {label} | {help} | {duty} | {} |", field.name, cell(&form));
        }
    }

    /// A table for each field that consists of others.
    fn objects(
        &self,
        fields: &[&Field],
        schema: &Value,
        soft: Option<&Value>,
        path: &str,
        text: &mut String,
    ) {
        for field in fields {
            let Kind::Object(members) = field.kind.item() else { continue };
            let path = join(path, &field.name);
            let own = self.shapes.member(schema, &field.name);
            let soft = shape::soft_member(soft, &field.name);
            let members: Vec<&Field> = members.iter().collect();
            let _ = writeln!(text, "\n### {path}\n");
            self.write(&members, own, soft, &path, text);
            self.objects(&members, own, soft, &path, text);
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The anchor forges give to a heading.
fn anchor(heading: &str) -> String {
    heading.replace('.', "")
}

/// What is wanted only in some cases, or of several fields together.
fn conditions(known: &ContentType, text: &mut String) {
    let mut said = Vec::new();
    said_by(&known.schema, "ferma la pubblicazione", &mut said);
    if let Some(soft) = known.schema.get("x-avvisi") {
        said_by(soft, "avviso", &mut said);
    }
    for choice in &known.at_least_one {
        let effect = if choice.stops { "ferma la pubblicazione" } else { "avviso" };
        said.push(format!("Almeno uno fra {} ({effect}).", list(choice.fields.iter().map(String::as_str))));
    }
    if !said.is_empty() {
        text.push_str("\n## Condizioni\n\n");
        said.iter().for_each(|line| text.push_str(&format!("- {line}\n")));
    }
}

fn said_by(schema: &Value, effect: &str, said: &mut Vec<String>) {
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
    for part in std::iter::once(schema).chain(parts) {
        let branches = part.get("anyOf").and_then(Value::as_array).into_iter().flatten();
        let one_of: Vec<&str> = branches.flat_map(|branch| names(branch.get("required"))).collect();
        let then = names(part.pointer("/then/required"));
        let comment = part.get("$comment").and_then(Value::as_str).map(inline);
        let fields = match (one_of.is_empty(), then.is_empty()) {
            (false, _) => format!("Almeno uno fra {}", list(one_of.into_iter())),
            (true, false) => format!("In questo caso serve {}", list(then.into_iter())),
            (true, true) if comment.is_some() => String::new(),
            (true, true) => continue,
        };
        let gap = if comment.is_some() && !fields.is_empty() { " " } else { "" };
        let comment = comment.unwrap_or_default();
        let line = format!("{comment}{gap}{fields}");
        said.push(format!("{} ({effect}).", line.trim_end_matches('.')));
    }
}

fn names(list: Option<&Value>) -> Vec<&str> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn page_order(schemas: &Schemas, known: &ContentType, text: &mut String) {
    if known.sections.is_empty() {
        return;
    }
    text.push_str(
        "\n## Come si presenta la pagina\n\nUna parte in cui non c'è niente da mostrare non compare.\n\n",
    );
    let inverses = schemas.inverses_of(&known.name);
    let label = |name: &String| match known.field(name) {
        Some(_) => format!("`{name}`"),
        None if name == "corpo" => "il testo sotto l'intestazione".to_owned(),
        None => inverses
            .iter()
            .find(|(inverse, _)| inverse == name)
            .map_or(name.clone(), |(_, label)| format!("{} (si compila da sé)", label.to_lowercase())),
    };
    for (n, section) in known.sections.iter().enumerate() {
        let fields: Vec<String> = section.fields.iter().map(label).collect();
        let _ = writeln!(text, "{}. **{}**: {}", n + 1, inline(&section.title), fields.join(", "));
    }
}

fn inverses(schemas: &Schemas, known: &ContentType, text: &mut String) {
    let inverses = schemas.inverses_of(&known.name);
    if inverses.is_empty() {
        return;
    }
    text.push_str("\n## Che cosa si compila da sé\n\nArengo lo ricava dai contenuti che citano questo: non si scrive.\n\n");
    for (name, label) in inverses {
        let _ = writeln!(text, "- {label} (`{name}`)");
    }
}

fn example(schema: &Value, text: &mut String) {
    let example = schema.get("examples").and_then(|examples| examples.get(0)?.as_object());
    if let Some(example) = example {
        let _ = writeln!(text, "\n## Esempio\n\n```yaml\n{}```", yaml::front_matter(example));
    }
}

fn common(schemas: &Schemas) -> String {
    let mut text = String::from(
        "# Campi comuni\n\nOgni contenuto, di qualunque tipo, può avere questi campi. Il tipo può renderne \
         obbligatorio qualcuno: lo dice la sua pagina.\n\n",
    );
    // Every type has them; a free page asks for the fewest.
    let Some(known) = schemas.types.get("pagina").or_else(|| schemas.types.values().next()) else {
        return text;
    };
    let fields: Vec<Field> = known
        .fields
        .iter()
        .filter(|field| field.common)
        .map(|field| Field { required: false, recommended: false, ..field.clone() })
        .collect();
    let fields: Vec<&Field> = fields.iter().collect();
    Tables::of(schemas, &known.schema).write(&fields, &known.schema, None, "", &mut text);
    text
}

fn site_settings(schemas: &Schemas, site: &SiteSchema<'_>) -> String {
    let mut text = String::from(
        "# Impostazioni del sito\n\nIl file `site.toml` sta nella cartella del sito. Un gruppo di voci si scrive \
         sotto il suo nome tra parentesi quadre (`[ente]`), doppie se può ripetersi (`[[social]]`).\n\n",
    );
    let table = Tables::of(schemas, site.schema);
    let fields: Vec<&Field> = site.judge.fields().iter().collect();
    table.write(&fields, site.schema, table.soft(), "", &mut text);
    table.objects(&fields, site.schema, table.soft(), "", &mut text);
    text
}
