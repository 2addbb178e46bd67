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
