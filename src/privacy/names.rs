//! Names of persons in running text: a given name beside another word with a capital, or what stands after `sig.`.

use std::ops::Range;

use super::words::Words;

/// Given names that are not also something else, in lower case and in order.
const GIVEN: &str = include_str!("given_names.txt");

/// What carries the name of a person without being one; a star stands for any ending.
const PLACES: &[&str] = &[
    "associazion*",
    "asilo",
    "auditorium",
    "aula",
    "banda",
    "basilica",
    "bibliotec*",
    "borgo",
    "casa",
    "centro",
    "chiesa",
    "circolo",
    "compagnia",
    "comun*",
    "convento",
    "cooperativ*",
    "corso",
    "decreto",
    "fondazion*",
    "giardin*",
    "ic",
    "istitut*",
    "largo",
    "legge",
    "liceo",
    "lodo",
    "memorial",
    "monument*",
    "museo",
    "nido",
    "ospedal*",
    "palazz*",
    "palestra",
    "parco",
    "parrocch*",
    "piazz*",
    "plesso",
    "ponte",
    "premio",
    "residenza",
    "rocca",
    "sala",
    "san",
    "sant",
    "santa",
    "santo",
    "scuol*",
    "stadio",
    "statua",
    "strada",
    "teatr*",
    "torneo",
    "trofeo",
    "via",
    "viale",
    "vicolo",
    "villa",
];
/// Who signs, decides or answers for an act: the office is named, not the person.
const OFFICES: &[&str] = &[
    "arch",
    "architett*",
    "assessor*",
    "assistente",
    "avv",
    "avvocat*",
    "cancelliere",
    "capogruppo",
    "comandante",
    "commissari*",
    "consiglier*",
    "delegat*",
    "dirigent*",
    "direttor*",
    "direttric*",
    "dott",
    "dottor*",
    "estensore",
    "firmat*",
    "funzionari*",
    "geom",
    "geometra",
    "giudic*",
    "ing",
    "ingegner*",
    "istruttor*",
    "ministr*",
    "notai*",
    "prefett*",
    "president*",
    "prof",
    "professor*",
    "rag",
    "ragionier*",
    "redattor*",
    "relator*",
    "responsabil*",
    "rup",
    "segretar*",
    "sindac*",
    "verbalizz*",
    "vicesegretar*",
    "vicesindac*",
];
const TITLES: &[&str] =
    &["sig", "sigg", "signor", "signora", "signore", "signorina", "sottoscritto", "sottoscritta"];

/// A name, and the words it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) words: Range<usize>,
    /// In lower case, one blank between two words.
    pub(super) key: String,
}

/// Whether it is a given name, in any case.
pub(super) fn is_given(word: &str) -> bool {
    let word = word.to_lowercase();
    let names = GIVEN.as_bytes();
    // The list is kept in order: half of it is left each time.
    let (mut low, mut high) = (0, names.len());
    while low < high {
        let middle = low.midpoint(high);
        let start = names[..middle].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let end = names[start..].iter().position(|byte| *byte == b'\n').map_or(names.len(), |at| start + at);
        match names[start..end].cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

/// The first name that stands wholly in these words.
pub(super) fn first_in(words: &Words<'_>, range: Range<usize>) -> Option<Name> {
    range.clone().find_map(|n| at(words, n, &range))
}

/// Every name in these words.
pub(super) fn all_in(words: &Words<'_>, range: Range<usize>) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for n in range.clone() {
        if names.last().is_none_or(|last| last.words.end <= n)
            && let Some(name) = at(words, n, &range)
            && names.last().is_none_or(|last| last.words.end <= name.words.start)
        {
            names.push(name);
        }
    }
    names
}

fn at(words: &Words<'_>, n: usize, range: &Range<usize>) -> Option<Name> {
    let is_part = |k: usize| {
        let word =
            words.get(k).filter(|word| word.is_capital && !word.has_digit && word.end - word.start > 1);
        word.is_some() && range.contains(&k) && !super::is_one_of(words.text(k), PLACES)
    };
    let follows = |k: usize| is_part(k + 1) && words.are_side_by_side(k);
    let precedes = |k: usize| k > range.start && is_part(k - 1) && words.are_side_by_side(k - 1);
    let words_of = if is_title(words, n) {
        // `sig.`, `sig.ra`: the name is what comes after.
        let first = if words.text(n + 1) == "ra" || words.text(n + 1) == "na" { n + 2 } else { n + 1 };
        if !is_part(first) {
            return None;
        }
        first..first + 1 + usize::from(follows(first))
    } else if is_part(n) && is_given(words.text(n)) {
        if follows(n) {
            n..n + 2
        } else if precedes(n) {
            n - 1..n + 1
        } else {
            return None;
        }
    } else {
        return None;
    };
    if is_of_a_place(words, words_of.start) {
        return None;
    }
    let key = words_of.clone().map(|k| words.text(k).to_lowercase()).collect::<Vec<_>>().join(" ");
    Some(Name { words: words_of, key })
}

fn is_title(words: &Words<'_>, n: usize) -> bool {
    let word = words.text(n);
    TITLES.iter().any(|title| title.eq_ignore_ascii_case(word)) && words.gap(n).len() <= 3
}

/// Whether a street, a school, a prize is called so.
fn is_of_a_place(words: &Words<'_>, first: usize) -> bool {
    let before = words.around(first, 3, 0);
    // Who is called `sig.` is a person, wherever he lives.
    let title = (before.start..first).rev().find(|k| is_title(words, *k));
    // `telefono di casa`: somebody's home, and no house with a name.
    let is_home =
        |k: usize| words.text(k) == "casa" && k > 0 && ["di", "a", "da"].contains(&words.text(k - 1));
    (title.unwrap_or(before.start)..first).any(|k| super::is_one_of(words.text(k), PLACES) && !is_home(k))
}

/// Whether the person is named for an office held: who decides, signs or answers.
pub(super) fn is_in_office(words: &Words<'_>, name: &Name) -> bool {
    let before = words.around(name.words.start, 5, 0);
    let after = words.around(name.words.end - 1, 0, 4);
    let is_office = |k: usize| super::is_one_of(words.text(k), OFFICES);
    // `a favore della sig.ra …` ends what the office before it is about.
    let is_title = (before.start..name.words.start).any(|k| is_title(words, k));
    !is_title
        && ((before.start..name.words.start).any(is_office) || (name.words.end..after.end).any(is_office))
}
