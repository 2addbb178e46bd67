//! The register as CSV (RFC 4180): a header, a line each, days as machines sort them. Columns are Italian in every
//! language: the file is the register of an Italian body.

use super::{Line, Register};

const COLUMNS: [&str; 23] = [
    "anno",
    "numero",
    "tipo",
    "oggetto",
    "identificativo",
    "ufficio",
    "richiedente",
    "numero_protocollo",
    "data_protocollo",
    "registrato_il",
    "pubblicato_dal",
    "pubblicato_al",
    "giorni",
    "norma",
    "motivo",
    "stato",
    "annullato_il",
    "nota",
    "documenti_sha256",
    "in_linea_dal",
    "tolto_il",
    "conforme",
    "file",
];

pub(super) fn write(register: &Register) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Memory does not refuse a record.
    let records = std::iter::once(COLUMNS.map(str::to_owned)).chain(register.lines.iter().map(record));
    for record in records {
        writer.write_record(record.map(|cell| guarded(&cell))).expect("written into memory");
    }
    let bytes = writer.into_inner().expect("written into memory");
    String::from_utf8(bytes).expect("cells are texts")
}

fn record(line: &Line) -> [String; 23] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let documents: Vec<String> = line
        .documenti
        .iter()
        .map(|document| {
            format!(
                "{} {}",
                document.sha256.as_deref().or(document.url.as_deref()).unwrap_or("-"),
                document.titolo
            )
        })
        .collect();
    [
        line.anno.to_string(),
        line.numero.to_string(),
        text(&line.tipo),
        line.oggetto.clone(),
        text(&line.identificativo),
        text(&line.ufficio),
        text(&line.richiedente),
        text(&line.numero_protocollo),
        date(line.data_protocollo),
        line.registrato_il.to_string(),
        line.pubblicato_dal.to_string(),
        date(line.pubblicato_al),
        line.giorni.map(|days| days.to_string()).unwrap_or_default(),
        text(&line.norma),
        text(&line.motivo),
        line.stato.to_owned(),
        date(line.annullato_il),
        text(&line.nota),
        documents.join("\n"),
        date(line.in_linea_dal),
        date(line.tolto_il),
        line.conforme.map_or("", |agrees| if agrees { "si" } else { "no" }).to_owned(),
        line.file.clone(),
    ]
}

/// What a spreadsheet would take for a formula gets an apostrophe before it.
fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}
