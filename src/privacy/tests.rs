//! Italian administrative prose with what must be found, marked by `«…»`, and what must not.

use super::*;

const ACT: Scope = Scope { year: 2026, is_act: true, is_about_a_person: false };
const PAGE: Scope = Scope { is_act: false, ..ACT };
const PERSON: Scope = Scope { is_about_a_person: true, ..PAGE };

/// Finds again what is between the marks, and nothing else.
fn check(scope: Scope, marked: &str, kinds: &[Kind]) {
    let text: String = marked.chars().filter(|c| !matches!(c, '«' | '»')).collect();
    let hits = search(&text, &scope);
    let mut shown = String::new();
    let mut at = 0;
    for hit in &hits {
        let (start, end) = (hit.range.start as usize, hit.range.end as usize);
        shown += &format!("{}«{}»", &text[at.min(start)..start], &text[start..end]);
        at = end;
    }
    shown += &text[at..];
    assert_eq!(shown, marked);
    assert_eq!(hits.iter().map(|hit| hit.kind).collect::<Vec<_>>(), kinds, "{marked}");
}

#[test]
fn acts_that_say_too_much() {
    use Kind::{Birth, FiscalCode, Hardship, Health, Iban, IdentityDocument, Justice, Phone, Residence};
    let check = |marked, kinds: &[Kind]| check(ACT, marked, kinds);
    check(
        "VISTA la domanda del sig. Ugo Valenti, «nato a Todi (PG) il 12/03/1980», «residente a Todi in via dei Tigli, 4», \
         C.F. «RSSMRA85T10A562S»;",
        &[Birth, Residence, FiscalCode],
    );
    check(
        "La liquidazione avviene sul conto «IT60 X054 2811 1010 0000 0123 456» intestato alla beneficiaria.",
        &[Iban],
    );
    check("Identificata con carta d'identità n. «CA12345BD» rilasciata dal Comune.", &[IdentityDocument]);
    check("Contatto: Carla Neri, cell. «347 1928374», ore pasti.", &[Phone]);
    check("di concedere alla sig.ra «Carla Neri, in condizione di disabilità», un ausilio", &[Health]);
    check("di concedere a «Rossi Mario un contributo» straordinario per l'affitto", &[Hardship]);
    check("PRESO ATTO che «ROSSI MARIO è stato condannato» con sentenza", &[Justice]);
    check("«nata il 3 maggio 1974» Carla Neri, dipendente", &[Birth]);
    check("Luisa Bianchi, «nata a Perugia», chiede", &[Birth]);
    check("il sig. Ugo Valenti, «nato a San Giustino»", &[Birth]);
    check("Carla Neri, luogo di «nascita: Todi»", &[Birth]);
    check("«Luisa Bianchi è seguita» dai servizi sociali.", &[Hardship]);
    check("«Luisa Bianchi, presa in carico» dal servizio sociale", &[Hardship]);
    check("Telefono di casa del sig. Mario Rossi: «075 5723412»", &[Phone]);
}

#[test]
fn acts_that_say_what_they_must() {
    for text in [
        "Il responsabile del servizio, dott.ssa Anna Verdi, concede i contributi straordinari per il disagio economico.",
        "Responsabile del procedimento: Anna Verdi. Contributi per l'affitto, bando 2026, ISEE fino a 15.000 euro.",
        "Il Sindaco Mario Rossi ha firmato l'ordinanza sul trattamento sanitario delle acque.",
        "La biblioteca «Anna Frank» organizza letture per persone con disabilità."
            .replace(['«', '»'], "")
            .as_str(),
        "Lavori in via Giuseppe Verdi, rampa per disabili al numero 12.",
        "Alla beneficiaria M. R. è concesso un contributo straordinario per morosità incolpevole.",
        "Il richiedente, nato a _______ il __/__/____, residente in via ______ n. ___",
        "I cittadini residenti in via Garibaldi dal civico 1 al civico 20 possono chiedere il permesso.",
        "Chi è residente in via Roma 12 passa dall'altro ingresso.",
        "San Francesco, nato ad Assisi il 26 settembre 1181, e Giuseppe Garibaldi, nato a Nizza il 4 luglio 1807.",
        "Il progetto è nato il 12 marzo 1998 da un'idea di Carla Neri."
            .replace("il 12 marzo 1998 ", "")
            .as_str(),
        "Non aver riportato condanne penali; essere in possesso di patente di guida di categoria B.",
        "CIG Z1234567AB, CUP B12C34D56E78F9, protocollo 3331234567 del 12/03/2026, foglio 12 mappali 340 341 3421.",
        "Delibera n. 104 del 1992; L. 5 febbraio 1992, n. 104, per l'assistenza e i diritti delle persone con disabilità.",
        "Per informazioni: ufficio.tributi@unione.umbria.it, prolocoborgo@gmail.com, +39 075 0000100.",
        "La carta d'identità elettronica costa 22,21 euro; sul retro si legge un numero, ad esempio CA00000AA.",
        "Partita IVA 00000000000, codice univoco UFABCD.",
        "L'associazione Carla Neri è nata a Perugia; il progetto, nato a Todi, è di tutti.",
        "A seguito della relazione dei servizi sociali, Anna Verdi firma; la spesa è a carico del servizio sociale.",
        "Ufficio tributi, Anna Verdi, telefono 075 5723412.",
    ] {
        check(ACT, text, &[]);
    }
}

#[test]
fn pages_speak_freely_of_health_and_of_names() {
    for text in [
        "Ha vinto Carla Neri, atleta con disabilità, che gioca a pallavolo da seduta.",
        "Anna Bonacci, nata a Falconara, ha scritto commedie.",
        "Lo spettacolo è di Mario Rossi. Posti riservati alle persone con disabilità.",
    ] {
        check(PAGE, text, &[]);
    }
    check(PERSON, "Nata nel 1974, vive a Borgo Alvese.", &[]);
    check(PERSON, "È «nata a Perugia il 3 maggio 1974».", &[Kind::Birth]);
    check(PAGE, "Scrivi a «carla.neri71@libero.it»", &[Kind::Email]);
}

#[test]
fn a_name_is_not_everything_with_capitals() {
    let check = |text: &str, expected: &str| {
        let words = Words::of(text);
        let names: Vec<String> =
            names::all_in(&words, 0..words.len()).into_iter().map(|name| name.key).collect();
        assert_eq!(names.join(", "), expected, "{text}");
    };
    check("il signor Bianchi e la sig.ra Hu Lin", "bianchi, hu lin");
    check("Rossi Mario, Carla Neri; SANDRO SANTINI", "rossi mario, carla neri, sandro santini");
    check("Piazza Giuseppe Verdi, scuola Maria Montessori, premio Carlo Levi", "");
    check("A Maria piace la Festa della Repubblica", "");
    check("Per Mario Rossi", "mario rossi");
}

#[test]
fn given_names_are_in_order() {
    let names: Vec<&str> = include_str!("given_names.txt").lines().collect();
    assert!(names.is_sorted() && names.len() > 400);
    for name in names {
        assert!(names::is_given(name), "{name}");
        assert!(names::is_given(&name.to_uppercase()), "{name}");
    }
    assert!(
        !names::is_given("comune")
            && !names::is_given("")
            && !names::is_given("zzz")
            && !names::is_given("mari")
    );
}

proptest::proptest! {
    /// Any text is searched without a panic, and every place is a piece of it.
    #[test]
    fn places_are_inside(text in "(\\PC|sig\\. |nata |il |12/03/1980|via |3[0-9]{9}|@gmail\\.com|IT60X|invalid|\n){0,60}") {
        for hit in search(&text, &ACT) {
            proptest::prop_assert!(text.get(hit.range.start as usize..hit.range.end as usize).is_some());
        }
    }
}
