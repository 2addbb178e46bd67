//! What an editor wants to know of a text and is nobody's mistake: how long and how readable it is, what changes when.

use jiff::civil::Date;

use crate::{
    schema::Kind,
    validate::{Entry, Val},
};

/// How a text reads, by the Gulpease index made for Italian (Lucisano and Piemontese, 1988).
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Readability {
    pub words: usize,
    pub sentences: usize,
    /// From 0, unreadable, to 100. None for texts too short to say.
    pub gulpease: Option<usize>,
}

/// A few words have no readability.
const FEWEST_WORDS: usize = 30;

/// Measures plain text, one block a line: a block that ends without a full stop is a sentence too.
pub(super) fn readability(text: &str) -> Readability {
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    let mut measured = Readability { words: 0, sentences: 0, gulpease: None };
    let mut letters = 0;
    for line in text.lines() {
        let mut is_open = false;
        for word in line.split_whitespace().filter(is_word) {
            measured.words += 1;
            letters += word.chars().filter(|c| c.is_alphanumeric()).count();
            is_open = true;
            if ends_sentence(word) {
                measured.sentences += 1;
                is_open = false;
            }
        }
        measured.sentences += usize::from(is_open);
    }
    if measured.words >= FEWEST_WORDS {
        let (words, sentences) = (measured.words as f64, measured.sentences as f64);
        let score = 89.0 + (300.0 * sentences - 10.0 * letters as f64) / words;
        measured.gulpease = Some(score.clamp(0.0, 100.0).round() as usize);
    }
    measured
}

/// `art.` and `n.` are shortened words, not ends.
fn ends_sentence(word: &str) -> bool {
    let inner = word.trim_end_matches(['"', '\'', ')', '»', '”', '’']);
    match inner.strip_suffix('.') {
        Some(word) => {
            word.chars().filter(|c| c.is_alphabetic()).count() > 3
                || word.ends_with(|c: char| c.is_ascii_digit())
        }
        None => inner.ends_with(['!', '?', '…']),
    }
}

/// A day on which something of a content changes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Deadline {
    pub day: Date,
    /// Negative when it is over.
    pub days: i32,
    /// The field that says so.
    pub field: String,
    /// What the type calls it.
    pub label: String,
    /// Whether the content itself comes or goes, or only something in it.
    pub presence: bool,
}

/// Days in a content that are today or to come, and an end of publication that is over; soonest first.
pub(super) fn deadlines(entry: &Entry, today: Date) -> Vec<Deadline> {
    let mut deadlines = Vec::new();
    for (name, item) in &entry.fields {
        let is_presence = name == "pubblicato_dal" || name == "pubblicato_fino";
        let Some(day) = days(&item.value) else { continue };
        let field = entry.content_type.field(name);
        let is_date = field.is_some_and(|field| matches!(field.kind, Kind::Date | Kind::DateTime));
        let n_days = (day - today).get_days();
        if !is_date || n_days < 0 && name != "pubblicato_fino" {
            continue;
        }
        deadlines.push(Deadline {
            day,
            days: n_days,
            field: name.clone(),
            label: field.map_or_else(|| name.clone(), |field| field.label.clone()),
            presence: is_presence,
        });
    }
    deadlines.sort_by(|a, b| (a.day, &a.field).cmp(&(b.day, &b.field)));
    deadlines
}

fn days(value: &Val) -> Option<Date> {
    match value {
        Val::Date(date) => Some(*date),
        Val::DateTime(moment) => Some(moment.date()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_words() {
        let check = |text: &str, words, sentences| {
            let found = readability(text);
            assert_eq!((found.words, found.sentences, found.gulpease), (words, sentences, None), "{text}");
        };
        check("", 0, 0);
        check("Orari", 1, 1);
        check("Porta un documento. Poi firma!", 5, 2);
        check("Vedi l'art. 5 del d.lgs. 33 del 2013.", 8, 1);
        check("– «Basta così.»\nFine", 3, 2);
    }

    #[test]
    fn long_sentences_are_harder() {
        let short = "Porta un documento di identità. ".repeat(10);
        let long =
            "Il richiedente è tenuto a produrre documentazione comprovante la sussistenza dei requisiti "
                .repeat(5);
        let (short, long) = (readability(&short).gulpease.unwrap(), readability(&long).gulpease.unwrap());
        assert!(short > 80 && long < 40, "{short} {long}");
    }
}
