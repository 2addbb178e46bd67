//! "Did you mean": the word that an editor most likely wanted to write.

use std::{borrow::Cow, cmp::Reverse};

/// Longer words are no typos of anything.
const LONGEST: usize = 100;
/// Letters a piece of a word must have to stand for the whole.
const PIECE: usize = 4;

/// The candidate closest to `word`, if one is close enough that a person would have meant it.
/// For many words against the same candidates, see [`Candidates`].
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Candidates::new(candidates).closest(word)
}

/// Words to choose from, made ready once.
#[derive(Clone, Debug, Default)]
pub struct Candidates<'a> {
    words: Vec<Candidate<'a>>,
}

#[derive(Clone, Debug)]
struct Candidate<'a> {
    word: &'a str,
    folded: String,
    n_chars: usize,
}

impl<'a> Candidates<'a> {
    /// The order of the candidates does not matter.
    pub fn new(candidates: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words: Vec<_> = candidates
            .into_iter()
            .filter(|word| word.len() <= LONGEST)
            .map(|word| {
                let folded = fold(word).into_owned();
                Candidate { word, n_chars: folded.chars().count(), folded }
            })
            .collect();
        words.sort_by_key(|candidate| candidate.word);
        words.dedup_by_key(|candidate| candidate.word);
        Self { words }
    }

    /// A word with few typing mistakes; else the only one that the given word is a piece of, or that is a piece of it.
    pub fn closest(&self, word: &str) -> Option<&'a str> {
        if word.is_empty() || word.len() > LONGEST {
            return None;
        }
        let word = fold(word);
        self.misspelled(&word)
            .or_else(|| self.only(|candidate| is_piece(&candidate.folded, &word)))
            .or_else(|| self.only(|candidate| has_misspelled_part(&candidate.folded, &word)))
    }

    fn misspelled(&self, word: &str) -> Option<&'a str> {
        let n_chars = word.chars().count();
        let limit = mistakes(n_chars);
        self.words
            .iter()
            .filter(|candidate| candidate.n_chars.abs_diff(n_chars) <= limit)
            .map(|candidate| (strsim::osa_distance(word, &candidate.folded), candidate))
            .filter(|&(distance, candidate)| distance <= limit.min(mistakes(candidate.n_chars)))
            .min_by_key(|(distance, candidate)| {
                // Same number of mistakes: people begin words right. Then the alphabet decides.
                let likeness = (strsim::jaro_winkler(word, &candidate.folded) * 1e6) as u32;
                (*distance, Reverse(likeness), candidate.word)
            })
            .map(|(_, candidate)| candidate.word)
    }

    fn only(&self, fits: impl Fn(&Candidate<'a>) -> bool) -> Option<&'a str> {
        let mut fitting = self.words.iter().filter(|candidate| fits(candidate));
        let first = fitting.next()?;
        fitting.next().is_none().then_some(first.word)
    }
}

/// Typing mistakes that a word of a length may have.
fn mistakes(n_chars: usize) -> usize {
    match n_chars {
        0..=2 => 0,
        3..=4 => 1,
        5..=8 => 2,
        _ => 3,
    }
}

/// What does not tell words apart: case, accents, and what is written between the parts.
fn fold(word: &str) -> Cow<'_, str> {
    let is_folded = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if word.bytes().all(is_folded) {
        return Cow::Borrowed(word);
    }
    let plain = deunicode::deunicode(word).to_ascii_lowercase();
    Cow::Owned(plain.replace(['_', ' ', '/', '.', '\''], "-"))
}

fn is_piece(candidate: &str, word: &str) -> bool {
    let (shorter, longer) = if word.len() < candidate.len() { (word, candidate) } else { (candidate, word) };
    shorter.len() >= PIECE && longer.contains(shorter)
}

fn has_misspelled_part(candidate: &str, word: &str) -> bool {
    let n_chars = word.chars().count();
    n_chars > PIECE
        && candidate.split('-').any(|part| {
            part.len() > PIECE
                && part.len().abs_diff(word.len()) <= 2
                && strsim::osa_distance(part, word) <= mistakes(n_chars).min(2)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFICES: &[&str] =
        &["ufficio-anagrafe", "ufficio-tributi", "ufficio-tecnico", "polizia-locale", "biblioteca"];
    const FIELDS: &[&str] = &[
        "titolo",
        "descrizione_breve",
        "descrizione",
        "argomenti",
        "unita_responsabile",
        "costi",
        "come_fare",
        "cosa_serve",
        "aggiornato",
        "tempi_e_scadenze",
        "id",
    ];

    fn check(candidates: &[&'static str], word: &str, expected: Option<&str>) {
        assert_eq!(closest(word, candidates.iter().copied()), expected, "{word}");
        assert_eq!(closest(word, candidates.iter().rev().copied()), expected, "{word}, other order");
    }

    #[test]
    fn typing_mistakes() {
        check(OFFICES, "ufficcio-tributi", Some("ufficio-tributi"));
        check(OFFICES, "ufficio-tirbuti", Some("ufficio-tributi"));
        check(OFFICES, "Ufficio Tributi", Some("ufficio-tributi"));
        check(OFFICES, "ufficio_tecncio", Some("ufficio-tecnico"));
        check(OFFICES, "bibloteca", Some("biblioteca"));
        check(FIELDS, "descrizone_breve", Some("descrizione_breve"));
        check(FIELDS, "desrcizione", Some("descrizione"));
        check(FIELDS, "unità_responsabile", Some("unita_responsabile"));
        check(FIELDS, "Titolo", Some("titolo"));
        check(FIELDS, "title", Some("titolo"));
        check(FIELDS, "cosa-serve", Some("cosa_serve"));
    }

    #[test]
    fn pieces_when_only_one_fits() {
        check(OFFICES, "anagraf", Some("ufficio-anagrafe"));
        check(OFFICES, "anagrafi", Some("ufficio-anagrafe"));
        check(OFFICES, "tributi", Some("ufficio-tributi"));
        check(OFFICES, "polizia-locale-di-avellana", Some("polizia-locale"));
        check(OFFICES, "ufficio", None);
        check(FIELDS, "scadenze", Some("tempi_e_scadenze"));
    }

    #[test]
    fn silence_is_better_than_a_guess() {
        check(OFFICES, "protezione-civile", None);
        check(OFFICES, "", None);
        check(OFFICES, &"ufficio-tributi".repeat(1_000), None);
        check(FIELDS, "ed", None);
        check(FIELDS, "foto", None);
        check(&[], "titolo", None);
    }

    #[test]
    fn the_alphabet_decides_between_equals() {
        check(&["casa", "caso", "case"], "cas", Some("casa"));
        check(&["vaso", "caso"], "naso", Some("caso"));
    }
}
