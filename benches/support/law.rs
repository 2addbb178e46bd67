//! What the law adds to a generated site: acts of the albo pretorio over five years, and pages with tables of data.

use std::fmt::Write;

use super::{generate::File, random::Random};

/// How much of it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Law {
    pub(crate) acts: usize,
    pub(crate) tables: usize,
    /// Of each table.
    pub(crate) rows: usize,
}

/// What `site.toml` says of it.
pub(super) const SETTINGS: &str = "\n[trasparenza]\n\n[albo]\narchivio = true\narchivio_anni = 5\n";

/// The first year of acts and tables, and how many years there are.
const FIRST: usize = 2022;
const YEARS: usize = 5;

/// Types of act, and what each is about.
const ACTS: &[(&str, &str)] = &[
    ("Determinazione del Dirigente", "Liquidazione di una fattura per la manutenzione degli edifici"),
    ("Deliberazione della Giunta comunale", "Variazione del piano esecutivo di gestione"),
    ("Ordinanza del Dirigente", "Modifica della circolazione per lavori"),
    ("Decreto del Sindaco", "Nomina del responsabile di un procedimento"),
];

impl Law {
    /// Every file of it. A quarter of the acts is on the board on 22 November 2026; the others are over.
    pub(super) fn files(self, seed: u64, office: &str) -> impl Iterator<Item = File> {
        let office = office.to_owned();
        let acts = {
            let office = office.clone();
            (0..self.acts).map(move |n| act(n, self.acts, &office))
        };
        // One file for all: every act on the board has its own copy of it on the portal.
        let text =
            (self.acts > 0).then(|| File::text("content/albo/atto.txt", "Il testo dell'atto.\n".to_owned()));
        let tables = (0..self.tables).flat_map(move |n| table(n, self.rows, seed, &office));
        acts.chain(text).chain(tables)
    }
}

fn act(n: usize, all: usize, office: &str) -> File {
    // Half of them in the last year, half of those on the board.
    let half = all / 2;
    let old_years = YEARS - 1;
    let (year, number, from) = if n < half {
        let per_year = half.div_ceil(old_years);
        let (year, number) = (FIRST + n / per_year, n % per_year + 1);
        (year, number, of_year(year, number, per_year, 360))
    } else {
        let (number, per_year) = (n - half + 1, all - half);
        let year = FIRST + old_years;
        let on_board = per_year - per_year / 2;
        let from = match number.checked_sub(on_board + 1) {
            Some(late) => format!("{year}-11-{:02}", 10 + late * 12 / per_year),
            None => of_year(year, number, on_board, 280),
        };
        (year, number, from)
    };
    let (kind, subject) = ACTS[n % ACTS.len()];
    File::text(
        format!("content/albo/{year}/atto-{number}.md"),
        format!(
            "---\ntitolo: {subject} ({number})\nslug: atto-{number}\nid: atto-{year}-{number}\n\
             identificativo: {number}/{year}\ndata_atto: {from}\nufficio_responsabile: {office}\nalbo:\n  \
             numero: {number}\n  tipo: {kind}\n  dal: {from}\nallegati:\n  - titolo: Il \
             testo\n    file: ../atto.txt\naggiornato: {from}\n---\n\n\
             L'atto si può leggere presso l'ufficio che lo ha adottato.\n"
        ),
    )
}

/// The `n`-th of `of` days that go evenly over the first `days` of a year.
fn of_year(year: usize, n: usize, of: usize, days: usize) -> String {
    let day = jiff::civil::date(year as i16, 1, 1);
    let offset = (n - 1) * days / of.max(1);
    day.saturating_add(jiff::Span::new().days(offset as i64)).to_string()
}

/// A page with one table: payments as CSV, benefits as CSV, rents as JSON.
fn table(n: usize, rows: usize, seed: u64, office: &str) -> [File; 2] {
    let mut random = Random::new(seed, (1 << 40) + n as u64);
    let year = FIRST + n % YEARS;
    let (scheme, section, extension, text) = match n % 3 {
        0 => {
            ("pagamenti", "pagamenti/dati-pagamenti/dati-pagamenti", "csv", payments(year, rows, &mut random))
        }
        1 => (
            "atti_concessione",
            "sovvenzioni/atti-concessione/atti-concessione",
            "csv",
            benefits(year, rows, &mut random),
        ),
        _ => ("canoni", "beni-immobili/canoni/canoni", "json", rents(year, rows, &mut random)),
    };
    let page = format!(
        "---\ntitolo: Dati del {year}, parte {n}\nslug: dati-{n}\ndescrizione_breve: I dati del {year}, come li tiene \
         l'ufficio.\nufficio_responsabile: {office}\ntrasparenza:\n  - {section}\npubblicazione:\n  decorre_dal: \
         {year}-02-01\ntabelle:\n  - titolo: Dati del {year}, parte {n}\n    file: ./dati-{n}.{extension}\n    schema: \
         {scheme}\naggiornato: 2026-11-02\n---\n\nI dati vengono dal programma dell'ufficio.\n"
    );
    [
        File::text(format!("content/pagine/dati/dati-{n}.md"), page),
        File::text(format!("content/pagine/dati/dati-{n}.{extension}"), text),
    ]
}

fn amount(random: &mut Random) -> String {
    format!("{}.{:03},{:02}", random.between(1, 90), random.below(1_000), random.below(100))
}

fn payments(year: usize, rows: usize, random: &mut Random) -> String {
    let mut text = "Anno;Trimestre;Categoria di spesa;Tipologia di spesa;Importo;Beneficiario\n".to_owned();
    let kinds = ["acquisto di beni e di servizi", "contributi in conto esercizio", "altre spese correnti"];
    for _ in 0..rows {
        let (quarter, kind) = (random.between(1, 4), random.pick(&kinds));
        let amount = amount(random);
        let _ = writeln!(
            text,
            "{year};{quarter};uscite correnti;{kind};{amount};Altro soggetto pubblico e privato"
        );
    }
    text
}

fn benefits(year: usize, rows: usize, random: &mut Random) -> String {
    let mut text =
        "Beneficiario;Importo;Norma;Data dell'atto;Ufficio;Funzionario responsabile;Modo di scelta\n"
            .to_owned();
    for n in 0..rows {
        let (amount, day, month) = (amount(random), random.between(1, 28), random.between(1, 12));
        let _ = writeln!(
            text,
            "Associazione sportiva {n};{amount};\"Regolamento dei contributi; articolo {}\";{day:02}/{month:02}/{year};\
             Ufficio sport;Responsabile dell'area;Avviso pubblico",
            random.between(1, 20)
        );
    }
    text
}

fn rents(year: usize, rows: usize, random: &mut Random) -> String {
    let row = |n: usize| {
        let rent = random.between(500, 9_000);
        format!(
            "  {{\"anno\": {year}, \"immobile\": \"Locale n. {n}\", \"verso\": \"incassato\", \"canone\": {rent}}}"
        )
    };
    format!("[\n{}\n]\n", (0..rows).map(row).collect::<Vec<_>>().join(",\n"))
}
