//! Words of health, hardship and justice near a person's name, where benefits and acts are published.
//!
//! Art. 26 c. 4 d.lgs. 33/2013 forbids whatever lets health or hardship be understood; art. 2-septies c. 8 of the Codice
//! forbids to make health data known at all; art. 10 GDPR keeps convictions and offences.

use super::{Hit, Kind, Scope, names, words::Words};

/// Words on each side in which the name may stand.
const NEAR: usize = 22;

/// A word, what must follow it within three words (nothing: it says enough), and what it tells.
struct Term {
    stem: &'static str,
    then: &'static [&'static str],
    kind: Kind,
    /// Only before `da`: who is `seguita dai servizi`, not what comes `a seguito di`.
    is_passive: bool,
}

const fn health(stem: &'static str, then: &'static [&'static str]) -> Term {
    Term { stem, then, kind: Kind::Health, is_passive: false }
}

const fn hardship(stem: &'static str, then: &'static [&'static str]) -> Term {
    Term { stem, then, kind: Kind::Hardship, is_passive: false }
}

/// Somebody whom the social services look after.
const fn cared(stem: &'static str) -> Term {
    Term { is_passive: true, ..hardship(stem, &["social", "assistenzial", "assistent"]) }
}

const fn justice(stem: &'static str, then: &'static [&'static str]) -> Term {
    Term { stem, then, kind: Kind::Justice, is_passive: false }
}

/// In the order of their first letters.
const TERMS: &[Term] = &[
    hardship("abitativ", &["emergenz", "disag"]),
    health("alcoldipend", &[]),
    health("alcolis", &[]),
    health("amministra", &["sostegno"]),
    justice("arresti", &["domiciliar"]),
    hardship("assistenz", &["economic", "indigent"]),
    health("autis", &[]),
    hardship("bisognos", &[]),
    hardship("buoni", &["spesa", "alimentar"]),
    justice("carcer", &[]),
    cared("carico"),
    justice("casellari", &["giudizial"]),
    health("cecità", &[]),
    health("ciec", &["civil"]),
    justice("condann", &[]),
    hardship(
        "contribut",
        &["affitt", "indigen", "economic", "straordinari", "canone", "abitativ", "morosit"],
    ),
    health("deficit", &["cognitiv", "motori", "intellettiv"]),
    health("demenz", &[]),
    health("depression", &[]),
    justice("detenut", &[]),
    justice("detenzion", &["domiciliar", "carcer"]),
    health("diagnos", &["clinic", "funzional", "medic", "psich"]),
    health("dializ", &[]),
    hardship("difficoltà", &["economic", "finanziari"]),
    health("disabil", &[]),
    hardship("disagi", &["economic", "social", "abitativ"]),
    hardship("disoccupat", &[]),
    health("epiless", &[]),
    hardship("esenzion", &["reddit", "isee", "indigen"]),
    hardship("fabbisogn", &["assistenzial"]),
    health("gravidanz", &["rischio"]),
    health("handicap", &[]),
    health("hiv", &[]),
    health("immunodeficienz", &[]),
    justice("imputat", &[]),
    health("inabilit", &["lavor", "permanent", "total"]),
    justice("indagat", &[]),
    hardship("indigen", &[]),
    health("infermit", &[]),
    health("invalid", &[]),
    hardship("isee", &[]),
    health("malat", &[]),
    health("menomazion", &[]),
    justice("misur", &["cautelar"]),
    hardship("moros", &["incolpevol"]),
    hardship("nullatenent", &[]),
    health("oncologic", &[]),
    health("paraplegic", &[]),
    health("patologi", &[]),
    justice("pena", &["detentiv", "pecuniari"]),
    hardship("povert", &[]),
    justice("precedenti", &["penal"]),
    health("psichiatric", &[]),
    health("psicofisic", &["disturb", "stato"]),
    justice("reato", &[]),
    justice("reclus", &[]),
    hardship("reddit", &["inclusion", "cittadinanz", "minim", "basso"]),
    health("ricover", &["clinic", "ospedal", "repart", "rsa", "struttur"]),
    health("ricoverat", &[]),
    health("sclerosi", &[]),
    cared("seguit"),
    hardship("sfratt", &[]),
    health("sieropositiv", &[]),
    health("sordomut", &[]),
    hardship("stato", &["bisogno", "indigen", "povert"]),
    hardship("sussidi", &[]),
    health("tetraplegic", &[]),
    health("tossicodipend", &[]),
    health("trattament", &["sanitari"]),
    health("tso", &[]),
    health("tumor", &[]),
    hardship("vulnerabil", &["economic", "social"]),
];

/// A word that opens one of the terms: a quick look, since nearly every word of a text comes here.
pub(super) fn may_begin(word: &str) -> bool {
    const PAIRS: [u32; 26] = pairs();
    let bytes = word.as_bytes();
    let letter =
        |at: usize| bytes.get(at).map(|byte| (byte | 0x20).wrapping_sub(b'a')).filter(|letter| *letter < 26);
    let (Some(first), Some(second)) = (letter(0), letter(1)) else { return false };
    PAIRS[usize::from(first)] & (1 << second) != 0
}

const fn pairs() -> [u32; 26] {
    let mut pairs = [0; 26];
    let mut n = 0;
    while n < TERMS.len() {
        let stem = TERMS[n].stem.as_bytes();
        pairs[(stem[0] - b'a') as usize] |= 1 << ((stem[1] - b'a') as u32);
        n += 1;
    }
    pairs
}

/// The terms that begin with a letter.
fn terms_with(first: u8) -> &'static [Term] {
    let first = first | 0x20;
    let start = TERMS.partition_point(|term| term.stem.as_bytes()[0] < first);
    let end = TERMS.partition_point(|term| term.stem.as_bytes()[0] <= first);
    &TERMS[start..end]
}

/// What is told of a person from this word on; every name near it counts.
pub(super) fn at(words: &Words<'_>, n: usize, scope: &Scope) -> Option<Hit> {
    if !scope.is_act {
        return None;
    }
    let word = words.text(n);
    let terms = terms_with(*word.as_bytes().first()?);
    let term = terms.iter().find(|term| {
        super::begins_with(word, term.stem)
            && (!term.is_passive || super::begins_with(words.text(n + 1), "da"))
            && (term.then.is_empty()
                || (n + 1..n + 4).any(|k| super::begins_with_any(words.text(k), term.then)))
    })?;
    let near = words.around(n, NEAR, NEAR);
    let mut names = names::all_in(words, near);
    names.retain(|name| !names::is_in_office(words, name));
    let first = names.iter().map(|name| name.words.start).min()?.min(n);
    let last = names.iter().map(|name| name.words.end - 1).max()?.max(n);
    let mut hit = Hit::new(term.kind, words.range(first, last), String::new());
    hit.keys = names.into_iter().map(|name| name.key).collect();
    Some(hit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_are_letters() {
        assert!(TERMS.is_sorted_by_key(|term| term.stem.as_bytes()[0]));
        for term in TERMS {
            let stem = term.stem.as_bytes();
            assert!(stem[..2].iter().all(u8::is_ascii_lowercase), "{}", term.stem);
            assert!(may_begin(term.stem), "{}", term.stem);
        }
        assert!(!may_begin("è") && !may_begin("x") && !may_begin("2a"));
    }
}
