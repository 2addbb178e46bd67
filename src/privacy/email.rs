//! Mailboxes of persons: those of free providers, and `nome.cognome` at somebody else's domain.

use super::{Hit, Kind, names};

/// Providers where people have their own mailbox; what follows the first point may be any country.
const FREE: &[&str] = &[
    "alice.it",
    "aliceposta.it",
    "aol",
    "email.it",
    "fastwebnet.it",
    "gmail.com",
    "googlemail.com",
    "gmx",
    "hotmail",
    "icloud.com",
    "inwind.it",
    "iol.it",
    "katamail.com",
    "legalmail.it",
    "libero.it",
    "live",
    "mac.com",
    "mail.com",
    "me.com",
    "msn.com",
    "outlook",
    "pm.me",
    "poste.it",
    "postecert.it",
    "proton.me",
    "protonmail.com",
    "supereva.it",
    "teletu.it",
    "tim.it",
    "tin.it",
    "tiscali.it",
    "tiscalinet.it",
    "virgilio.it",
    "vodafone.it",
    "yahoo",
    "ymail.com",
];
/// Providers of certified mail: also bodies and firms have a mailbox there.
const CERTIFIED: &[&str] = &["legalmail.it", "postecert.it"];
/// Parts of a name that only something with many people has.
const GROUPS: &[&str] = &[
    "acli",
    "agesci",
    "agritur",
    "alpini",
    "amici",
    "anpi",
    "anspi",
    "arci",
    "asd",
    "asilo",
    "assoc",
    "auser",
    "avis",
    "azienda",
    "banda",
    "bibliot",
    "calcio",
    "centro",
    "cgil",
    "cisl",
    "circolo",
    "club",
    "comitato",
    "comune",
    "consorzio",
    "contatti",
    "contrada",
    "coop",
    "coro",
    "corale",
    "croce",
    "cral",
    "ditta",
    "eventi",
    "farmacia",
    "festa",
    "festival",
    "fiera",
    "filarmonica",
    "fondazione",
    "gruppo",
    "hotel",
    "impresa",
    "info",
    "istitut",
    "liceo",
    "mercat",
    "museo",
    "odv",
    "onlus",
    "palio",
    "parrocchia",
    "pizzeria",
    "polisportiva",
    "prenotazion",
    "procivil",
    "proloco",
    "pro.loco",
    "pro-loco",
    "pro_loco",
    "protciv",
    "protezionecivile",
    "quartiere",
    "redazione",
    "rione",
    "ristorante",
    "sagra",
    "scout",
    "scuola",
    "segreteria",
    "societa",
    "sport",
    "srl",
    "stampa",
    "studio",
    "teatro",
    "terziere",
    "trattoria",
    "uff",
    "unitre",
    "volley",
    "volontari",
];
/// Parts that make a place of a given name.
const PLACES: &[&str] =
    &["piazza", "san", "sant", "santa", "santo", "scuola", "sezione", "ufficio", "via", "villa"];
/// Names kept for examples (RFC 2606), and what people write instead.
const EXAMPLES: &[&str] = &["example", "invalid", "test", "localhost"];
const EXAMPLE_NAMES: &[&str] = &["example", "esempio", "dominio"];

/// Every such mailbox of a text.
pub(super) fn find(text: &str, hits: &mut Vec<Hit>) {
    let bytes = text.as_bytes();
    let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
    let is_host = |byte: &u8| byte.is_ascii_alphanumeric() || b".-".contains(byte);
    let mut from = 0;
    for at in memchr::memchr_iter(b'@', bytes) {
        let start = at - bytes[from..at].iter().rev().take_while(|byte| is_local(byte)).count();
        let end = at + 1 + bytes[at + 1..].iter().take_while(|byte| is_host(byte)).count();
        from = at + 1;
        let local = text[start..at].trim_start_matches(['.', '-', '%']);
        let host = text[at + 1..end].trim_end_matches(['.', '-']);
        let range = (at - local.len()) as u32..(at + 1 + host.len()) as u32;
        let (local, host) = (local.to_ascii_lowercase(), host.to_ascii_lowercase());
        if is_of_a_person(&local, &host) {
            hits.push(Hit::new(Kind::Email, range, format!("{local}@{host}")));
        }
    }
}

fn is_of_a_person(local: &str, host: &str) -> bool {
    // `nome.cognome` is how forms say it.
    let Some((name, top)) = host.rsplit_once('.') else { return false };
    if local.is_empty()
        || local.contains("cognome")
        || !top.bytes().all(|byte| byte.is_ascii_alphabetic())
        || is_example(name, top)
    {
        return false;
    }
    let has_full_name = has_full_name(local);
    let is_one_of = |hosts: &[&str]| {
        hosts.iter().any(|free| {
            let first = host.split('.').next().unwrap_or_default();
            *free == host || (!free.contains('.') && *free == first)
        })
    };
    if is_one_of(CERTIFIED) || !is_one_of(FREE) {
        return has_full_name;
    }
    has_full_name || !GROUPS.iter().any(|group| local.contains(group))
}

fn is_example(name: &str, top: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or(name);
    EXAMPLES.contains(&top) || EXAMPLE_NAMES.contains(&last)
}

/// `mario.rossi`, `rossi-mario80`.
fn has_full_name(local: &str) -> bool {
    let parts: Vec<&str> = local
        .split(['.', '_', '-'])
        .map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit()))
        .filter(|part| !part.is_empty())
        .collect();
    let is_word = |part: &&str| part.len() > 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let [first, second] = parts.as_slice() else { return false };
    let is_place = |part: &&str| PLACES.contains(part);
    is_word(first)
        && is_word(second)
        && !is_place(first)
        && !is_place(second)
        && (names::is_given(first) || names::is_given(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes_of_persons_and_of_others() {
        let check = |text: &str, expected: &str| {
            let mut hits = Vec::new();
            find(text, &mut hits);
            let found: Vec<&str> =
                hits.iter().map(|hit| &text[hit.range.start as usize..hit.range.end as usize]).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        };
        check("scrivere a Mario.Rossi@gmail.com.", "Mario.Rossi@gmail.com");
        check("[scrivi](mailto:ro.verdi71@libero.it)", "ro.verdi71@libero.it");
        check("giulia_neri@yahoo.co.uk", "giulia_neri@yahoo.co.uk");
        check("anna.bianchi@provincia.perugia.it", "anna.bianchi@provincia.perugia.it");
        check("mario.rossi@legalmail.it, impresa@legalmail.it", "mario.rossi@legalmail.it");
        check("prolocoborgo@gmail.com e info.palio@libero.it", "");
        check("ufficio.tributi@unione.umbria.it", "");
        check("nome.cognome@gmail.com", "");
        check("mario.rossi@esempio.it", "");
        check("@comune e user@host", "");
        check("san.martino@parrocchie.it", "");
    }
}
