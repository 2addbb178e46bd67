//! How an Italian text reads: its words, letters and sentences, and the Gulpease index made of them.

/// What was counted of a text, piece by piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub words: i64,
    pub letters: i64,
    pub sentences: i64,
    /// Words of the longest sentence.
    pub longest: i64,
}

impl Counts {
    /// Adds a piece of text, whose end is the end of a sentence.
    pub fn add(&mut self, words: &[&str]) {
        let mut length = 0;
        for (index, word) in words.iter().enumerate() {
            let letters = match word.is_ascii() {
                true => word.bytes().filter(u8::is_ascii_alphanumeric).count() as i64,
                false => word.chars().filter(|c| c.is_alphanumeric()).count() as i64,
            };
            self.words += i64::from(letters > 0);
            self.letters += letters;
            length += i64::from(letters > 0);
            // A full stop ends a sentence when a capital follows: `n. 33` and `dott. Rossi` are rarely that long.
            let starts_new = words.get(index + 1).is_none_or(|next| next.starts_with(char::is_uppercase));
            let is_end = word.ends_with(['.', '!', '?', ';']) && starts_new && letters > 2;
            if length > 0 && (is_end || index + 1 == words.len()) {
                self.sentences += 1;
                self.longest = self.longest.max(std::mem::take(&mut length));
            }
        }
    }

    /// Counts a piece of text that comes in several parts, each of whole words, and tells how many words there are, those
    /// without a letter included. The same as [`Counts::add`], in one way through the text.
    pub fn of_parts<'a>(parts: impl IntoIterator<Item = &'a str>) -> (usize, Self) {
        let mut reading = Reading::default();
        for part in parts {
            reading.read(part);
        }
        let (n_words, is_open) = (reading.n_words, reading.length > 0);
        if is_open {
            reading.end_sentence();
        }
        (n_words, reading.counts)
    }

    /// Adds what was counted elsewhere.
    pub fn join(&mut self, other: Self) {
        self.words += other.words;
        self.letters += other.letters;
        self.sentences += other.sentences;
        self.longest = self.longest.max(other.longest);
    }

    /// Lucisano and Piemontese, 1988: 89 + (300 × sentences − 10 × letters) ÷ words, from 0 to about 100. Nothing can be
    /// said of no words.
    pub fn gulpease(&self) -> Option<i64> {
        let index = (300 * self.sentences - 10 * self.letters).checked_div(self.words)?;
        Some((89 + index).max(0))
    }
}

const SIGN: u8 = 0;
const LETTER: u8 = 1;
const GAP: u8 = 2;
const BEYOND: u8 = 3;

/// What each byte is by itself.
static KINDS: [u8; 256] = {
    let mut kinds = [BEYOND; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b' ' | b'\t'..=b'\r' => GAP,
            _ if byte.is_ascii_alphanumeric() => LETTER,
            _ => SIGN,
        };
        byte += 1;
    }
    kinds
};

/// A text up to some word.
#[derive(Debug, Default)]
struct Reading {
    counts: Counts,
    n_words: usize,
    /// Words of the sentence so far.
    length: i64,
    /// The word before may have been the last one of a sentence.
    may_end: bool,
}

impl Reading {
    /// Reads whole words.
    fn read(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        loop {
            at += bytes[at..].iter().take_while(|byte| KINDS[usize::from(**byte)] == GAP).count();
            let start = at;
            let mut letters = 0;
            while let Some(byte) = bytes.get(at) {
                match KINDS[usize::from(*byte)] {
                    kind @ (SIGN | LETTER) => letters += i64::from(kind),
                    GAP => break,
                    // Beyond ASCII.
                    _ => {
                        let Some(c) = text[at..].chars().next().filter(|c| !c.is_whitespace()) else { break };
                        letters += i64::from(c.is_alphanumeric());
                        at += c.len_utf8() - 1;
                    }
                }
                at += 1;
            }
            if start < at {
                self.word(&text[start..at], letters);
            }
            // A gap beyond ASCII, or the end.
            match text[at..].chars().next() {
                Some(c) => at += c.len_utf8(),
                None => return,
            }
        }
    }

    fn word(&mut self, word: &str, letters: i64) {
        if self.may_end && word.starts_with(char::is_uppercase) {
            self.end_sentence();
        }
        self.n_words += 1;
        self.counts.words += i64::from(letters > 0);
        self.counts.letters += letters;
        self.length += i64::from(letters > 0);
        self.may_end = self.length > 0 && letters > 2 && word.ends_with(['.', '!', '?', ';']);
    }

    fn end_sentence(&mut self) {
        self.counts.sentences += 1;
        self.counts.longest = self.counts.longest.max(std::mem::take(&mut self.length));
        self.may_end = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(text: &str) -> Counts {
        let mut counts = Counts::default();
        for line in text.lines() {
            counts.add(&line.split_whitespace().collect::<Vec<_>>());
        }
        counts
    }

    proptest::proptest! {
        #[test]
        fn parts_are_counted_as_words_are(parts in proptest::collection::vec("([a-zA-ZèÈ0-9.!?;«» \u{a0}\n-]{0,6}| Da poi. | ab\\. C){0,8}", 0..4)) {
            let words: Vec<&str> = parts.iter().flat_map(|part| part.split_whitespace()).collect();
            let mut counts = Counts::default();
            counts.add(&words);
            proptest::prop_assert_eq!(Counts::of_parts(parts.iter().map(String::as_str)), (words.len(), counts));
        }
    }

    #[test]
    fn sentences_and_words() {
        let check = |text: &str, words, sentences| {
            let found = counts(text);
            assert_eq!((found.words, found.sentences), (words, sentences), "{text}");
        };
        check("", 0, 0);
        check("–", 0, 0);
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
        let (short, long) = (counts(&short).gulpease().unwrap(), counts(&long).gulpease().unwrap());
        assert!(short > 80 && long < 40, "{short} {long}");
        assert_eq!(counts("").gulpease(), None);
    }
}
