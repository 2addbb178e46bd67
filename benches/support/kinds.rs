//! One function per kind of content: its front matter and body.

use std::fmt::Write;

use super::{
    generate::{Content, File, Kind, Plan},
    prose::{self, body, paragraph, short},
    random::Random,
};

/// Title, category, topic.
const SERVICES: &[(&str, &str, &str)] = &[
    ("Contributo per l'affitto", "Salute, benessere e assistenza", "Assistenza sociale"),
    ("Carta d'identità elettronica", "Anagrafe e stato civile", "Anagrafe"),
    ("Cambio di residenza", "Anagrafe e stato civile", "Residenza"),
    ("Iscrizione al nido", "Educazione e formazione", "Istruzione"),
    ("Mensa scolastica", "Educazione e formazione", "Istruzione"),
    ("Trasporto scolastico", "Mobilità e trasporti", "Trasporto pubblico"),
    ("Pagamento della tassa sui rifiuti", "Tributi, finanze e contravvenzioni", "Tassa sui servizi"),
    ("Dichiarazione per l'IMU", "Tributi, finanze e contravvenzioni", "Imposte"),
    ("Avvio di un'attività commerciale", "Imprese e commercio", "Imprese"),
    ("Permesso di costruire", "Catasto e urbanistica", "Urbanizzazione"),
    ("Occupazione di suolo pubblico", "Autorizzazioni", "Commercio ambulante"),
    ("Permesso per la zona a traffico limitato", "Mobilità e trasporti", "ZTL"),
    ("Prestito di libri", "Cultura e tempo libero", "Tempo libero"),
    ("Ritiro dei rifiuti ingombranti", "Ambiente", "Gestione rifiuti"),
    ("Assistenza a domicilio", "Salute, benessere e assistenza", "Assistenza agli invalidi"),
    ("Accesso agli atti", "Giustizia e sicurezza pubblica", "Accesso all'informazione"),
];

const FOR_WHOM: &[&str] = &[
    "per famiglie",
    "per imprese",
    "per associazioni",
    "per chi abita in frazione",
    "per persone anziane",
    "per studenti",
    "per chi ha un reddito basso",
    "per chi risiede all'estero",
];

const NEWS: &[(&str, &str)] = &[
    ("Lavori in corso in via Roma", "Avvisi"),
    ("Il Consiglio approva il bilancio", "Comunicati"),
    ("Aprono le iscrizioni al nido", "Notizie"),
    ("Chiusura degli uffici", "Avvisi"),
    ("Nuovi orari della biblioteca", "Notizie"),
    ("Contributi alle associazioni sportive", "Comunicati"),
    ("Sospensione dell'acqua nel centro", "Avvisi"),
    ("Il museo inaugura una sala", "Notizie"),
];

const DOCUMENTS: &[(&str, &str)] = &[
    ("Regolamento comunale", "Atto normativo"),
    ("Modulo di domanda", "Modulistica"),
    ("Piano annuale", "Documento di programmazione e rendicontazione"),
    ("Accordo di collaborazione", "Accordo tra enti"),
    ("Relazione tecnica", "Documento (tecnico) di supporto"),
    ("Carta dei servizi", "Documento funzionamento interno"),
];

const EVENTS: &[(&str, &str)] = &[
    ("Concerto in piazza", "Manifestazione musicale"),
    ("Laboratorio di lettura", "Laboratorio"),
    ("Mercatino dell'artigianato", "Mercatino"),
    ("Camminata sulle colline", "Escursione"),
];

const NAMES: &[&str] =
    &["Anna", "Bruno", "Carla", "Dario", "Elisa", "Franco", "Gaia", "Ivo", "Lidia", "Mauro"];
const SURNAMES: &[&str] =
    &["Bellucci", "Cardinali", "Fioroni", "Gatti", "Lupattelli", "Moretti", "Palazzetti", "Ricci", "Tosti"];
const PLACES: &[(&str, &str)] =
    &[("Parco del fiume", "Parco"), ("Palazzo dei Priori", "Palazzo"), ("Teatro delle Muse", "Teatro")];
const PHOTO: &[u8] = include_bytes!("foto.png");

/// The name of a content, without its text.
pub(super) fn content(kind: Kind, number: usize) -> Content {
    let title = match kind {
        Kind::Service => {
            let (what, ..) = SERVICES[number % SERVICES.len()];
            format!("{what} {}", FOR_WHOM[number / SERVICES.len() % FOR_WHOM.len()])
        }
        Kind::News => NEWS[number % NEWS.len()].0.to_owned(),
        Kind::Document => format!("{} n. {}", DOCUMENTS[number % DOCUMENTS.len()].0, number + 1),
        Kind::Office => match number {
            0 => "Consiglio comunale".to_owned(),
            1 => "Giunta comunale".to_owned(),
            2..=5 => format!("Area {}", ["amministrativa", "finanziaria", "tecnica", "sociale"][number - 2]),
            _ => format!("Ufficio {}", number - 5),
        },
        Kind::Person => format!("{} {}", NAMES[number % NAMES.len()], SURNAMES[number % SURNAMES.len()]),
        Kind::Role => format!("Incarico n. {}", number + 1),
        Kind::Contact => format!("Recapiti n. {}", number + 1),
        Kind::Place => PLACES[number % PLACES.len()].0.to_owned(),
        Kind::Event => EVENTS[number % EVENTS.len()].0.to_owned(),
        Kind::Faq => format!("Che cosa serve per il caso n. {}?", number + 1),
    };
    let has_files = match kind {
        // The first document is the one services refer to.
        Kind::Document => number.is_multiple_of(3),
        Kind::Place => true,
        _ => false,
    };
    Content { kind, number, id: format!("{}-{}", arengo::slug::slug(&title), number + 1), title, has_files }
}

/// The files of a content.
pub(super) fn files(content: &Content, plan: &Plan, random: &mut Random) -> Vec<File> {
    let mut files = Vec::new();
    let (fields, text) = match content.kind {
        Kind::Service => (service(content, plan, random), linked_body(content, plan, random)),
        Kind::News => (news(content, plan, random), linked_body(content, plan, random)),
        Kind::Document => {
            if content.has_files {
                files.push(File::binary(content.beside("documento.pdf"), pdf(&content.title, random)));
            }
            (document(content, plan, random), linked_body(content, plan, random))
        }
        Kind::Office => (office(content, plan, random), String::new()),
        Kind::Person => (person(content, plan, random), String::new()),
        Kind::Role => (role(content, plan), String::new()),
        Kind::Contact => (contact(content), String::new()),
        Kind::Place => {
            files.push(File::binary(content.beside("foto.png"), PHOTO));
            (place(content, plan, random), linked_body(content, plan, random))
        }
        Kind::Event => (event(content, plan, random), linked_body(content, plan, random)),
        Kind::Faq => (faq(content, plan), paragraph(random) + "\n"),
    };
    let front = format!("---\n{fields}aggiornato: {}\n---\n", day(random.below(680)));
    files.push(File::text(content.path(), if text.is_empty() { front } else { format!("{front}\n{text}") }));
    files
}

fn linked_body(content: &Content, plan: &Plan, random: &mut Random) -> String {
    let links = links(content, plan, random);
    body(random, &links)
}

/// Links to two to four other contents.
fn links(content: &Content, plan: &Plan, random: &mut Random) -> Vec<(String, String)> {
    let most = random.between(2, 4);
    [Kind::Service, Kind::Document, Kind::Office, Kind::News]
        .into_iter()
        .filter_map(|kind| plan.of(kind, random.below(100_000)))
        .filter(|target| target.id != content.id)
        .take(most)
        .map(|target| content.link(target))
        .collect()
}

fn service(content: &Content, plan: &Plan, random: &mut Random) -> String {
    let (what, category, topic) = SERVICES[content.number % SERVICES.len()];
    let office = plan.office(6 + content.number);
    let mut fields = head(content);
    let _ = write!(
        fields,
        "stato: Servizio attivo\ncategorie:\n  - {category}\ndescrizione_breve: \"{}\"\nargomenti:\n  - {topic}\n",
        short(random, what)
    );
    for name in [
        "a_chi_e_rivolto",
        "come_fare",
        "cosa_serve",
        "cosa_si_ottiene",
        "tempi_scadenze",
        "procedure_collegate",
    ] {
        markdown(&mut fields, name, &paragraph(random));
    }
    let _ = write!(fields, "cosa_serve_elenco:\n  - documento d'identità\n  - codice fiscale\nfasi:\n");
    let _ = write!(fields, "  - titolo: Verifica dei documenti\n    giorni: {}\n", random.between(5, 60));
    let _ = write!(
        fields,
        "canale_digitale:\n  etichetta: Compila la domanda\n  url: https://servizi.comune.provaalta.example/{}\n",
        content.id
    );
    if let Some(conditions) = plan.of(Kind::Document, 0) {
        let path = conditions.beside("documento.pdf");
        let _ = writeln!(fields, "condizioni_servizio: ../{}", path.trim_start_matches("content/"));
    }
    let _ = write!(fields, "unita_responsabile: {}\ncanale_fisico:\n  - {}\n", office.id, office.id);
    list(&mut fields, "contatti", plan.of(Kind::Contact, office.number));
    list(&mut fields, "documenti", plan.of(Kind::Document, content.number + 1));
    list(&mut fields, "servizi_collegati", plan.of(Kind::Service, content.number + 1));
    reference(&mut fields, "responsabile_procedimento", plan.of(Kind::Person, office.number));
    fields.push_str("normativa: |\n  - L. 7 agosto 1990, n. 241\n  - D.P.R. 28 dicembre 2000, n. 445\n");
    fields
}

fn news(content: &Content, plan: &Plan, random: &mut Random) -> String {
    let (what, kind) = NEWS[content.number % NEWS.len()];
    let mut fields = head(content);
    let _ = write!(
        fields,
        "tipo: {kind}\ndescrizione_breve: \"{}\"\ndata_pubblicazione: {}\na_cura_di:\n  - {}\nargomenti:\n  - {}\n",
        short(random, what),
        day(random.below(680)),
        plan.office(content.number).id,
        SERVICES[random.below(SERVICES.len())].2
    );
    list(&mut fields, "servizi", plan.of(Kind::Service, content.number));
    list(&mut fields, "luoghi", plan.of(Kind::Place, content.number));
    fields
}

fn document(content: &Content, plan: &Plan, random: &mut Random) -> String {
    let (what, kind) = DOCUMENTS[content.number % DOCUMENTS.len()];
    let mut fields = head(content);
    let _ = write!(
        fields,
        "tipo: {kind}\ndescrizione_breve: \"{}\"\nufficio_responsabile: {}\nlicenza: Attribuzione\nargomenti:\n  - {}\n",
        short(random, what),
        plan.office(6 + content.number).id,
        SERVICES[random.below(SERVICES.len())].2
    );
    if content.has_files {
        let _ = write!(fields, "file:\n  - titolo: {}\n    file: documento.pdf\n", content.title);
    } else {
        let _ = writeln!(fields, "url: https://documenti.comune.provaalta.example/{}", content.id);
    }
    list(&mut fields, "servizi", plan.of(Kind::Service, content.number));
    fields
}

fn office(content: &Content, plan: &Plan, random: &mut Random) -> String {
    let kind = match content.number {
        0 => "Consiglio comunale",
        1 => "Giunta comunale",
        2..=5 => "Area",
        _ => "Ufficio",
    };
    let mut fields = head(content);
    let _ = write!(fields, "tipo: {kind}\ndescrizione_breve: \"{}\"\n", short(random, &content.title));
    markdown(&mut fields, "competenze", &paragraph(random));
    if content.number > 5 {
        let _ = writeln!(fields, "genitore: {}", plan.office(2 + content.number % 4).id);
    }
    reference(&mut fields, "responsabile", plan.of(Kind::Person, content.number));
    reference(&mut fields, "sede_principale", plan.of(Kind::Place, content.number));
    fields.push_str(
        "orario_pubblico:\n  - giorni: lunedì e mercoledì\n    dalle: \"09:00\"\n    alle: \"12:30\"\n",
    );
    list(&mut fields, "contatti", plan.of(Kind::Contact, content.number));
    fields
}

fn person(content: &Content, plan: &Plan, random: &mut Random) -> String {
    let (name, surname) = content.title.split_once(' ').unwrap_or((&content.title, "Rossi"));
    let mut fields = format!("nome: {name}\ncognome: {surname}\nslug: {}\n", content.id);
    list(&mut fields, "incarichi", plan.of(Kind::Role, content.number));
    list(&mut fields, "organizzazioni", plan.of(Kind::Office, content.number));
    list(&mut fields, "contatti", plan.of(Kind::Contact, content.number));
    markdown(&mut fields, "competenze", &paragraph(random));
    fields
}

fn role(content: &Content, plan: &Plan) -> String {
    let mut fields = head(content);
    if content.number < 2 {
        fields.push_str("tipo: Politico\ncompensi: Indennità di legge.\nimporti_viaggi_servizi: Nessuno.\n");
    } else {
        fields.push_str("tipo: Amministrativo\n");
    }
    let _ = writeln!(fields, "data_inizio: {}", day(content.number % 300));
    reference(&mut fields, "persona", plan.of(Kind::Person, content.number));
    reference(&mut fields, "unita_organizzativa", plan.of(Kind::Office, content.number));
    fields
}

fn contact(content: &Content) -> String {
    format!(
        "{}voci:\n  - tipo: Telefono\n    valore: \"+39 075 000{:04}\"\n  - tipo: Email\n    valore: \
         ufficio{}@comune.provaalta.example\n  - tipo: PEC\n    valore: comune.provaalta@pec.example\n",
        head(content),
        content.number % 10_000,
        content.number + 1
    )
}

fn place(content: &Content, plan: &Plan, random: &mut Random) -> String {
    let (what, kind) = PLACES[content.number % PLACES.len()];
    let mut fields = head(content);
    let _ = write!(
        fields,
        "tipo_luogo:\n  - {kind}\ndescrizione_breve: \"{}\"\nimmagine:\n  file: foto.png\n  alt: L'ingresso visto \
         dalla strada\nindirizzo: Via della Prova {}\ncap: \"06098\"\ncitta: Prova Alta\nposizione_gps:\n  lat: \
         43.{:04}\n  lon: 12.{:04}\n",
        short(random, what),
        content.number + 1,
        random.below(10_000),
        random.below(10_000)
    );
    markdown(&mut fields, "modalita_accesso", &paragraph(random));
    list(&mut fields, "contatti", plan.of(Kind::Contact, content.number));
    fields
}

fn event(content: &Content, plan: &Plan, random: &mut Random) -> String {
    let (what, kind) = EVENTS[content.number % EVENTS.len()];
    let date = day(random.between(620, 1_000));
    let mut fields = head(content);
    let _ = write!(
        fields,
        "tipo_evento: {kind}\ndescrizione_breve: \"{}\"\ndata_ora_inizio: {date}T18:00\ndata_ora_fine: \
         {date}T20:30\nargomenti:\n  - Tempo libero\ncosti:\n  - titolo: Ingresso\n    prezzo: gratuito\n",
        short(random, what)
    );
    markdown(&mut fields, "descrizione_completa", &paragraph(random));
    markdown(&mut fields, "a_chi_e_rivolto", &prose::sentence(random));
    reference(&mut fields, "luogo", plan.of(Kind::Place, content.number));
    reference(&mut fields, "organizzatore", plan.of(Kind::Office, 6 + content.number));
    list(&mut fields, "contatti", plan.of(Kind::Contact, content.number));
    fields
}

fn faq(content: &Content, plan: &Plan) -> String {
    let mut fields = format!("domanda: {}\nslug: {}\n", content.title, content.id);
    reference(&mut fields, "servizio", plan.of(Kind::Service, content.number));
    let _ = writeln!(fields, "ordine: {}", content.number + 1);
    fields
}

fn head(content: &Content) -> String {
    format!("titolo: \"{}\"\nslug: {}\n", content.title, content.id)
}

fn markdown(fields: &mut String, name: &str, text: &str) {
    let _ = write!(fields, "{name}: |\n  {text}\n");
}

fn reference(fields: &mut String, name: &str, target: Option<&Content>) {
    if let Some(target) = target {
        let _ = writeln!(fields, "{name}: {}", target.id);
    }
}

fn list(fields: &mut String, name: &str, target: Option<&Content>) {
    if let Some(target) = target {
        let _ = write!(fields, "{name}:\n  - {}\n", target.id);
    }
}

/// The day so many days after the first of 2025.
fn day(number: usize) -> jiff::civil::Date {
    let days = i64::try_from(number).unwrap_or(0);
    jiff::civil::date(2025, 1, 1).saturating_add(jiff::Span::new().days(days))
}

/// A small PDF of one page, with a title and a language.
fn pdf(title: &str, random: &mut Random) -> Vec<u8> {
    let line: String = prose::sentence(random).chars().filter(char::is_ascii).collect();
    let line = line.replace(['(', ')', '\\'], "");
    let title: String = title.chars().filter(char::is_ascii).collect();
    let drawn = format!("/P <</MCID 0>> BDC BT /F1 11 Tf 60 760 Td ({line}) Tj ET EMC");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/Lang(it-IT)/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/StructParents 0/Resources<</Font<</F1 5 0 \
         R>>>>>>"
            .to_owned(),
        format!("<</Length {}>>\nstream\n{drawn}\nendstream", drawn.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        "<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[7 0 R]]>>>>".to_owned(),
        "<</Type/StructElem/S/P/P 6 0 R/Pg 3 0 R/K 0>>".to_owned(),
        format!("<</Title({title})>>"),
    ];
    let mut file = "%PDF-1.7\n".to_owned();
    let mut offsets = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let start = file.len();
    let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for offset in offsets {
        let _ = writeln!(file, "{offset:010} 00000 n ");
    }
    let _ = write!(
        file,
        "trailer\n<</Size {}/Root 1 0 R/Info 8 0 R>>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    );
    file.into_bytes()
}
