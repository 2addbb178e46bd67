//! What every portal has whatever its size: settings, the sections of the menu tree, topics, the legal pages.

use super::{generate::File, prose, random::Random};

pub(super) const SITE: &str = r#"nome = "Comune di Prova Alta"
nome_breve = "Prova Alta"
codice_ipa = "c_zz98"
indirizzo_web = "https://comune.provaalta.example"
menu = ["/amministrazione/", "/novita/", "/servizi/", "/vivere-il-comune/"]

[ente]
regione = "Umbria"
provincia = "Perugia"
sigla_provincia = "PG"
popolazione = 12000
codice_fiscale = "00000000000"
pec = "comune.provaalta@pec.example"
email = "protocollo@comune.provaalta.example"
telefono = "+39 075 0000200"
indirizzo = "Piazza della Prova 1"
cap = "06098"
citta = "Prova Alta"

[servizi_digitali]
valutazione = "/accessibilita/"
prenotazione = "/prenota-appuntamento/"
assistenza = "/richiedi-assistenza/"
disservizio = "/segnala-disservizio/"

[piede]
collegamenti = [
  { etichetta = "Informativa sulla privacy", url = "/privacy/" },
  { etichetta = "Note legali", url = "/note-legali/" },
]
dichiarazione_accessibilita = "https://form.agid.gov.it/view/prova"
"#;

/// Address, title, order of what it lists.
const SECTIONS: &[(&str, &str, &str)] = &[
    ("/", "Comune di Prova Alta", ""),
    ("/amministrazione/", "Amministrazione", ""),
    ("/amministrazione/organi-di-governo/", "Organi di governo", "titolo"),
    ("/amministrazione/aree-amministrative/", "Aree amministrative", "titolo"),
    ("/amministrazione/uffici/", "Uffici", "titolo"),
    ("/amministrazione/enti-e-fondazioni/", "Enti e fondazioni", "titolo"),
    ("/amministrazione/politici/", "Politici", "cognome"),
    ("/amministrazione/personale-amministrativo/", "Personale amministrativo", "cognome"),
    ("/amministrazione/documenti-e-dati/", "Documenti e dati", "titolo"),
    ("/novita/", "Novità", "-data_pubblicazione"),
    ("/novita/notizie/", "Notizie", "-data_pubblicazione"),
    ("/novita/comunicati/", "Comunicati", "-data_pubblicazione"),
    ("/novita/avvisi/", "Avvisi", "-data_pubblicazione"),
    ("/servizi/", "Servizi", "titolo"),
    ("/vivere-il-comune/", "Vivere il Comune", ""),
    ("/vivere-il-comune/luoghi/", "Luoghi", "titolo"),
    ("/vivere-il-comune/eventi/", "Eventi", "data_ora_inizio"),
    ("/argomenti/", "Argomenti", "titolo"),
];

/// Slug and title.
const PAGES: &[(&str, &str)] = &[
    ("privacy", "Informativa sulla privacy"),
    ("note-legali", "Note legali"),
    ("accessibilita", "Accessibilità del sito"),
    ("social-media-policy", "Regole per l'uso dei canali social"),
    ("caselle-pec", "Caselle di posta elettronica e PEC"),
    ("account-social", "Gli account social del Comune"),
    ("mappa-del-sito", "Mappa del sito"),
    ("domande-frequenti", "Domande frequenti"),
    ("prenota-appuntamento", "Prenota un appuntamento"),
    ("richiedi-assistenza", "Richiedi assistenza"),
    ("segnala-disservizio", "Segnala un disservizio"),
    ("non-trovata", "Pagina non trovata"),
];

/// Topics with a page of their own, by slug and word.
const TOPICS: &[(&str, &str)] = &[
    ("anagrafe", "Anagrafe"),
    ("imposte", "Imposte"),
    ("istruzione", "Istruzione"),
    ("imprese", "Imprese"),
    ("gestione-rifiuti", "Gestione rifiuti"),
    ("assistenza-sociale", "Assistenza sociale"),
    ("patrimonio-culturale", "Patrimonio culturale"),
    ("trasporto-pubblico", "Trasporto pubblico"),
];

/// The files that do not depend on the number of contents. `office` is an id to be responsible for pages.
pub(super) fn files(seed: u64, office: &str) -> Vec<File> {
    let mut random = Random::new(seed, u64::MAX);
    let mut files = vec![File::text("site.toml", SITE.to_owned())];
    for (position, &(address, title, order)) in SECTIONS.iter().enumerate() {
        files.push(section(address, title, order, position));
    }
    for &(slug, title) in PAGES {
        files.push(File::text(
            format!("content/pagine/{slug}.md"),
            format!(
                "---\ntitolo: {title}\nslug: {slug}\ndescrizione_breve: \"{title}: le informazioni essenziali e i \
                 recapiti a cui rivolgersi.\"\nufficio_responsabile: {office}\nsommario: true\naggiornato: \
                 2026-11-02\n---\n\n{}",
                prose::body(&mut random, &[])
            ),
        ));
    }
    for &(slug, word) in TOPICS {
        files.push(File::text(
            format!("content/argomenti/{slug}.md"),
            format!(
                "---\ntitolo: {word}\nslug: {slug}\ndescrizione_breve: \"{word}: tutti i contenuti del sito su \
                 questo argomento.\"\nunita_responsabili:\n  - {office}\naggiornato: 2026-11-02\n---\n"
            ),
        ));
    }
    files
}

fn section(address: &str, title: &str, order: &str, position: usize) -> File {
    let slug = address.trim_matches('/').rsplit('/').next().filter(|slug| !slug.is_empty()).unwrap_or("home");
    let order =
        if order.is_empty() { String::new() } else { format!("ordine: \"{order}\"\nper_pagina: 20\n") };
    File::text(
        format!("content/sezioni/{slug}.md"),
        format!(
            "---\ntitolo: {title}\nslug: {slug}\nindirizzo: {address}\ndescrizione_breve: \"{title}: le pagine \
             di questa parte del sito, in ordine.\"\nposizione: {position}\n{order}aggiornato: 2026-11-02\n---\n"
        ),
    )
}
