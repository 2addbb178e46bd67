//! The register in every form, read back.

use super::*;
use crate::l10n::Lang;

fn register() -> Register {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let line = Line {
        anno: 2026,
        numero: 7,
        tipo: Some("Ordinanza del Sindaco".to_owned()),
        oggetto: "Divieto di sosta, \"via Roma\";\nlavori".to_owned(),
        identificativo: None,
        ufficio: Some("Polizia locale".to_owned()),
        richiedente: Some("=1+1".to_owned()),
        numero_protocollo: None,
        data_protocollo: None,
        registrato_il: day("2026-11-01"),
        pubblicato_dal: day("2026-11-01"),
        pubblicato_al: Some(day("2026-11-16")),
        giorni: Some(15),
        norma: None,
        motivo: None,
        stato: "scaduto",
        annullato_il: None,
        nota: None,
        documenti: vec![Document { titolo: "Atto".to_owned(), sha256: Some("ab".repeat(32)), url: None }],
        in_linea_dal: Some(day("2026-11-02")),
        tolto_il: Some(day("2026-11-17")),
        conforme: Some(false),
        file: "content/albo/7.md".to_owned(),
    };
    Register {
        site: "Comune di Prova".to_owned(),
        date: day("2026-11-26"),
        lines: vec![line],
        unknown: vec![("/albo-pretorio/2026/9/".to_owned(), Seen { first: day("2026-11-03"), gone: None })],
        has_log: true,
    }
}

#[test]
fn the_table_is_read_back() {
    let text = register().write(Form::Csv, &L10n::new(Lang::It));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |name: &str| records[0].get(header.iter().position(|column| column == name).unwrap()).unwrap();
    assert_eq!(records.len(), 1);
    assert_eq!(cell("numero"), "7");
    assert_eq!(cell("oggetto"), "Divieto di sosta, \"via Roma\";\nlavori");
    assert_eq!(cell("richiedente"), "'=1+1", "a spreadsheet must not compute it");
    assert_eq!(cell("pubblicato_al"), "2026-11-16");
    assert_eq!(cell("conforme"), "no");
    assert_eq!(cell("documenti_sha256"), format!("{} Atto", "ab".repeat(32)));
}

#[test]
fn every_form_tells_what_does_not_agree() {
    for lang in [Lang::It, Lang::En] {
        let text = register().write(Form::Text, &L10n::new(lang));
        assert!(text.contains("7/2026") && text.contains("! "), "{text}");
        assert!(text.contains("/albo-pretorio/2026/9/"), "{text}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&register().write(Form::Json, &L10n::new(Lang::It))).unwrap();
    assert_eq!(json["atti"][0]["conforme"], false);
    assert_eq!(json["sconosciuti"][0]["indirizzo"], "/albo-pretorio/2026/9/");
}
