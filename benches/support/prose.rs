//! Plain administrative Italian, put together from pieces that fit each other.

use std::fmt::Write;

use super::random::Random;

const WHO: &[&str] = &[
    "L'ufficio",
    "Il Comune",
    "Lo sportello",
    "Il responsabile del procedimento",
    "Il personale incaricato",
    "La segreteria",
    "L'area competente",
    "Il servizio",
    "La Giunta",
    "Il protocollo",
];

const DOES: &[&str] = &[
    "esamina",
    "registra",
    "conserva",
    "aggiorna",
    "pubblica",
    "trasmette",
    "verifica",
    "mette a disposizione",
    "riceve",
    "controlla",
];

const WHAT: &[&str] = &[
    "la domanda e i documenti allegati",
    "i dati dichiarati da chi fa la richiesta",
    "l'elenco delle persone ammesse",
    "il calendario degli appuntamenti",
    "le osservazioni arrivate per posta elettronica certificata",
    "gli atti collegati alla pratica",
    "le planimetrie presentate dai tecnici",
    "la graduatoria provvisoria",
    "le ricevute dei pagamenti",
    "le segnalazioni di chi abita nel quartiere",
    "la documentazione sulla situazione economica della famiglia",
    "il verbale del sopralluogo",
];

const HOW: &[&str] = &[
    "entro trenta giorni dalla data del protocollo",
    "senza chiedere documenti che l'amministrazione possiede già",
    "nel rispetto dell'ordine di arrivo",
    "dopo il controllo formale della richiesta",
    "con le modalità previste dal regolamento comunale",
    "e ne dà comunicazione a chi ha presentato la domanda",
    "insieme agli altri enti interessati",
    "anche quando la richiesta arriva da un delegato",
    "secondo quanto stabilito dalla L. 7 agosto 1990, n. 241",
    "con le cautele previste dal regolamento (UE) 2016/679",
];

const OPENINGS: &[&str] = &[
    "Chi ha bisogno di aiuto per compilare il modulo può fissare un appuntamento allo sportello.",
    "La dichiarazione si rende secondo il D.P.R. 28 dicembre 2000, n. 445, sotto la propria responsabilità.",
    "Per le persone con disabilità è prevista l'assistenza al telefono o, su richiesta, a domicilio.",
    "Se manca un documento, l'ufficio lo chiede una sola volta e sospende il termine.",
    "I pagamenti si fanno con pagoPA, in rete o presso gli esercizi che aderiscono.",
    "Contro il provvedimento si può presentare ricorso nei termini indicati in calce all'atto.",
    "L'accesso agli atti resta possibile anche dopo la conclusione del procedimento.",
    "Le informazioni sono riviste almeno una volta l'anno, e ogni volta che cambia una norma.",
    "Nei periodi di maggiore afflusso conviene prenotare con qualche giorno di anticipo.",
    "Chi rappresenta un'associazione allega copia dello statuto e dell'ultimo bilancio approvato.",
    "La conferma arriva all'indirizzo indicato nella domanda, di solito in giornata.",
    "Quando i posti non bastano per tutti si forma una lista d'attesa.",
];

const HEADINGS: &[&str] = &[
    "Come funziona",
    "Prima di cominciare",
    "Chi può chiederlo",
    "I documenti da preparare",
    "Che cosa succede dopo",
    "I tempi della risposta",
    "Quanto si paga",
    "Riduzioni ed esenzioni",
    "Se la risposta è negativa",
    "I controlli",
    "Dove rivolgersi",
    "Per chi vive fuori dal Comune",
    "Per le imprese",
    "Per le associazioni",
    "Le regole da conoscere",
    "Le domande più comuni",
    "Il calendario dell'anno",
    "I dati personali",
];

const ITEMS: &[&str] = &[
    "documento d'identità in corso di validità",
    "codice fiscale di chi fa la richiesta",
    "ricevuta del pagamento, se dovuto",
    "delega firmata, quando si presenta un'altra persona",
    "marca da bollo da 16 euro, salvo esenzioni",
    "attestazione ISEE dell'anno in corso",
    "planimetria in scala con l'indicazione delle aree",
    "contratto registrato o altro titolo",
    "autorizzazione del proprietario",
    "recapito telefonico per le comunicazioni urgenti",
];

const TABLES: &[(&str, &str, &str)] = &[
    ("Importi per fascia di reddito", "Fascia ISEE", "Importo"),
    ("Orari dello sportello per mese", "Periodo", "Orario"),
    ("Termini per tipo di richiesta", "Richiesta", "Giorni"),
    ("Domande ricevute per anno", "Anno", "Domande"),
    ("Posti disponibili per sede", "Sede", "Posti"),
];

const PLACES: &[&str] =
    &["Centro", "Colle San Martino", "Pian del Lago", "Le Fornaci", "Ponte Vecchio", "Santa Lucia"];

/// A sentence of one clause or two.
pub(super) fn sentence(random: &mut Random) -> String {
    if random.chance(30) {
        return random.pick(OPENINGS).to_owned();
    }
    format!("{} {} {} {}.", random.pick(WHO), random.pick(DOES), random.pick(WHAT), random.pick(HOW))
}

pub(super) fn paragraph(random: &mut Random) -> String {
    let sentences: Vec<String> = (0..random.between(2, 5)).map(|_| sentence(random)).collect();
    sentences.join(" ")
}

/// A text for a short field: at most 160 characters.
pub(super) fn short(random: &mut Random, about: &str) -> String {
    let end = random.pick(&[
        "chi può chiederlo, che cosa serve e in quanto tempo si ottiene",
        "informazioni, scadenze e recapiti dell'ufficio",
        "le regole, i moduli e i contatti utili",
        "come fare, quanto costa e a chi rivolgersi",
    ]);
    let text = format!("{about}: {end}.");
    if text.chars().count() <= 160 { text } else { format!("Informazioni utili: {end}.") }
}

/// A body of 2 to 8 KB: sections with paragraphs, lists, tables, links to `links` and footnotes.
pub(super) fn body(random: &mut Random, links: &[(String, String)]) -> String {
    let wanted = random.between(2_000, 7_300);
    let mut text = paragraph(random) + "\n";
    let mut links = links.iter();
    let mut heading = random.below(HEADINGS.len());
    let mut used = 0;
    while text.len() < wanted && used < HEADINGS.len() {
        let level = if used > 0 && random.chance(25) { "###" } else { "##" };
        let _ = write!(text, "\n{level} {}\n\n", HEADINGS[heading]);
        section(random, &mut text, links.next());
        heading = (heading + 1) % HEADINGS.len();
        used += 1;
    }
    footnotes(random, &mut text);
    text
}

fn section(random: &mut Random, text: &mut String, link: Option<&(String, String)>) {
    text.push_str(&paragraph(random));
    text.push('\n');
    if let Some((title, path)) = link {
        let _ = write!(text, "\nPer saperne di più: [{title}]({path}).\n");
    }
    match random.below(10) {
        0..=3 => list(random, text),
        4..=5 => table(random, text),
        _ => {
            let _ = write!(text, "\n{}\n", paragraph(random));
        }
    }
}

fn list(random: &mut Random, text: &mut String) {
    let numbered = random.chance(25);
    text.push_str("\nOccorrono:\n\n");
    let first = random.below(ITEMS.len());
    for n in 0..random.between(3, 6) {
        let item = ITEMS[(first + n) % ITEMS.len()];
        let mark = if numbered { format!("{}.", n + 1) } else { "-".to_owned() };
        let _ = writeln!(text, "{mark} {item};");
    }
}

fn table(random: &mut Random, text: &mut String) {
    let (caption, left, right) = TABLES[random.below(TABLES.len())];
    let _ = write!(text, "\nTabella: {caption}\n\n| {left} | {right} | Note |\n|---|---|---|\n");
    for row in 0..random.between(3, 7) {
        let place = PLACES[row % PLACES.len()];
        let value = random.between(5, 480);
        let _ = writeln!(text, "| {} {} | {value} | {place} |", left.to_lowercase(), row + 1);
    }
}

/// References in the text are put at the ends of the first two paragraphs.
fn footnotes(random: &mut Random, text: &mut String) {
    if !random.chance(60) {
        return;
    }
    let Some(end) = text.find(".\n") else { return };
    text.insert_str(end + 1, "[^1]");
    let norm = random.pick(&[
        "L. 7 agosto 1990, n. 241, articoli 2 e 7.",
        "D.P.R. 28 dicembre 2000, n. 445, articoli 46 e 47.",
        "D.Lgs. 14 marzo 2013, n. 33, articolo 35.",
        "D.Lgs. 7 marzo 2005, n. 82, articolo 54.",
    ]);
    let _ = write!(text, "\n[^1]: {norm}\n");
}
