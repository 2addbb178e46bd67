//! A text as words with places: what all detectors look at, made once for each text.

use std::ops::Range;

/// A run of letters and digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) has_digit: bool,
    pub(super) has_letter: bool,
    /// Begins with a capital letter.
    pub(super) is_capital: bool,
}

/// The words of a text, in order.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    list: Vec<Word>,
}

impl<'a> Words<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut list = Vec::with_capacity(bytes.len() / 6);
        let mut at = 0;
        while at < bytes.len() {
            if CLASSES[usize::from(bytes[at])] == SIGN {
                at += 1;
                continue;
            }
            let word = word_at(text, at);
            at = (word.end as usize).max(at + char_len(bytes[at]));
            if word.end > word.start {
                list.push(word);
            }
        }
        Self { text, list }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn get(&self, n: usize) -> Option<Word> {
        self.list.get(n).copied()
    }

    pub(super) fn text(&self, n: usize) -> &'a str {
        self.list.get(n).map_or("", |word| &self.text[word.start as usize..word.end as usize])
    }

    /// What stands between a word and the next.
    pub(super) fn gap(&self, n: usize) -> &'a str {
        match (self.list.get(n), self.list.get(n + 1)) {
            (Some(word), Some(next)) => &self.text[word.end as usize..next.start as usize],
            (Some(word), None) => &self.text[word.end as usize..],
            _ => "",
        }
    }

    /// The bytes from one word to another, both included.
    pub(super) fn range(&self, first: usize, last: usize) -> Range<u32> {
        match (self.list.get(first), self.list.get(last)) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }

    /// Whether a word and the next are parted by blanks alone, on one line or two.
    pub(super) fn are_side_by_side(&self, n: usize) -> bool {
        let gap = self.gap(n);
        !gap.is_empty()
            && gap.chars().all(char::is_whitespace)
            && gap.bytes().filter(|byte| *byte == b'\n').count() < 2
    }

    /// Whether a sentence, a cell, a line of a list or a field ends between a word and the next.
    pub(super) fn ends_sentence(&self, n: usize) -> bool {
        let gap = self.gap(n);
        if gap.contains(['!', '?', ';', '|']) {
            return !gap.contains('|') || gap.contains('\n');
        }
        if let Some((_, after)) = gap.split_once('\n') {
            let mark = after.trim_start_matches([' ', '\t', '\r']).chars().next();
            let next = self.get(n + 1).map_or(0, |word| word.end as usize);
            if mark.is_some() || self.text[next..].starts_with(':') {
                return true;
            }
        }
        gap.trim_end_matches(['*', '_', '"', '»', ')', '”']).trim_end().ends_with('.')
            && gap.ends_with(char::is_whitespace)
            && self.get(n + 1).is_some_and(|next| next.is_capital)
            && !is_abbreviation(self.text(n))
    }

    /// The words around one, at most so many on each side, in its sentence.
    pub(super) fn around(&self, n: usize, before: usize, after: usize) -> Range<usize> {
        let mut first = n;
        while first > 0 && n - first < before && !self.ends_sentence(first - 1) {
            first -= 1;
        }
        let mut last = n;
        while last + 1 < self.len() && last - n < after && !self.ends_sentence(last) {
            last += 1;
        }
        first..last + 1
    }
}

/// Words after whose point a sentence goes on.
const ABBREVIATIONS: &[&str] = &[
    "all", "arch", "art", "artt", "avv", "cap", "cell", "cfr", "dott", "ecc", "fig", "fraz", "geom", "ing",
    "lett", "lgs", "loc", "mons", "num", "pag", "par", "prof", "prot", "rag", "reg", "rev", "sez", "sig",
    "sigg", "ssa", "str", "tel", "voc", "zza",
];

fn is_abbreviation(word: &str) -> bool {
    let is_initial = word.len() <= 2 && !word.starts_with(|c: char| c.is_ascii_digit());
    is_initial || ABBREVIATIONS.iter().any(|one| one.eq_ignore_ascii_case(word))
}

fn char_len(first: u8) -> usize {
    match first {
        0xf0.. => 4,
        0xe0.. => 3,
        0xc0.. => 2,
        _ => 1,
    }
}

/// What bytes are to a word, as bits.
const DIGIT: u8 = 1;
const LETTER: u8 = 2;
const CAPITAL: u8 = 4;
/// Ends a word.
const SIGN: u8 = 8;
/// Of a character beyond ASCII.
const OTHER: u8 = 16;

/// Every byte of every text is looked up here.
const CLASSES: [u8; 256] = {
    let mut classes = [SIGN; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' => DIGIT,
            b'a'..=b'z' => LETTER,
            b'A'..=b'Z' => LETTER | CAPITAL,
            0x80.. => OTHER,
            _ => SIGN,
        };
        byte += 1;
    }
    classes
};

/// The word that begins at a byte; empty where a sign stands that is no letter.
fn word_at(text: &str, start: usize) -> Word {
    let bytes = text.as_bytes();
    let mut at = start;
    let (mut first, mut all) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        let mut class = CLASSES[usize::from(byte)];
        let mut length = 1;
        if class & (SIGN | OTHER) != 0 {
            let letter = if class == OTHER { text[at..].chars().next() } else { None };
            let Some(letter) = letter.filter(|c| c.is_alphabetic() && !is_ordinal(*c)) else { break };
            class = if letter.is_uppercase() { LETTER | CAPITAL } else { LETTER };
            length = letter.len_utf8();
        }
        if at == start {
            first = class;
        }
        all |= class;
        at += length;
    }
    Word {
        start: start as u32,
        end: at as u32,
        has_digit: all & DIGIT != 0,
        has_letter: all & LETTER != 0,
        is_capital: first & CAPITAL != 0,
    }
}

/// `1º` is a number with a sign, although Unicode counts the sign among the letters.
fn is_ordinal(c: char) -> bool {
    matches!(c, 'º' | 'ª')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_what_parts_them() {
        let words = Words::of("L'età: 1º maggio, città\u{a0}di “Però”.");
        let all: Vec<&str> = (0..words.len()).map(|n| words.text(n)).collect();
        assert_eq!(all, ["L", "età", "1", "maggio", "città", "di", "Però"]);
        assert!(words.are_side_by_side(4) && !words.are_side_by_side(3));
        assert!(words.get(6).is_some_and(|word| word.is_capital));
        assert_eq!(words.gap(6), "”.");
    }

    #[test]
    fn sentences_end_where_readers_stop() {
        let check = |text: &str, expected: &[&str]| {
            let words = Words::of(text);
            let mut sentences = vec![String::new()];
            for n in 0..words.len() {
                if let Some(last) = sentences.last_mut() {
                    last.push_str(words.text(n));
                    last.push(' ');
                }
                if n + 1 < words.len() && words.ends_sentence(n) {
                    sentences.push(String::new());
                }
            }
            let shown: Vec<&str> = sentences.iter().map(|sentence| sentence.trim_end()).collect();
            assert_eq!(shown, expected, "{text}");
        };
        check(
            "Il dott. Rossi abita qui. La sede è altrove.",
            &["Il dott Rossi abita qui", "La sede è altrove"],
        );
        check("ai sensi dell'art. 26\ndel decreto", &["ai sensi dell art 26 del decreto"]);
        check("- uno\n- due\n\ntre", &["uno", "due", "tre"]);
        check("titolo: Avviso\nautori: Anna", &["titolo Avviso", "autori Anna"]);
        check("| Anna | 3 |\n| Ugo | 4 |", &["Anna 3", "Ugo 4"]);
    }
}
