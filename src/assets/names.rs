//! Every name that pages can carry: the words of templates and scripts, and what the renderer of bodies writes.
//!
//! Bodies themselves are not asked. What stays in a shared file may depend on the theme and on the program,
//! never on one content: that would change every page.

use std::collections::HashSet;

/// Words, and beginnings of words that a template completes (`ar-stato-{{ stato }}`).
#[derive(Debug, Default)]
pub(super) struct Names<'a> {
    words: HashSet<&'a str>,
    beginnings: Vec<&'a str>,
    endings: Vec<&'a str>,
}

impl<'a> Names<'a> {
    /// Every word of a template or a script. Most are no names, which does no harm.
    pub(super) fn add_text(&mut self, text: &'a str) {
        for word in text.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty()) {
            self.add(word);
        }
    }

    pub(super) fn add(&mut self, word: &'a str) {
        if word.bytes().all(|byte| byte == b'-' || byte == b'_') || !self.words.insert(word) {
            return;
        }
        if word.ends_with(['-', '_']) {
            self.beginnings.push(word);
        }
        if word.starts_with(['-', '_']) && !word.starts_with("--") {
            self.endings.push(word);
        }
    }

    /// Whether a page can carry this class, id or attribute.
    pub(super) fn has(&self, name: &str) -> bool {
        self.words.contains(name)
            || self.beginnings.iter().any(|beginning| name.starts_with(beginning))
            || self.endings.iter().any(|ending| name.ends_with(ending))
            // A name with a sign in it is not one word: kept when its parts are there.
            || (name.contains(|c| !is_of_word(c)) && self.has_parts(name))
    }

    fn has_parts(&self, name: &str) -> bool {
        name.split(|c| !is_of_word(c)).all(|part| part.is_empty() || self.words.contains(part))
    }

    /// Words that are names of custom properties.
    pub(super) fn properties(&self) -> impl Iterator<Item = &'a str> {
        let mut found: Vec<&str> =
            self.words.iter().copied().filter(|word| word.starts_with("--") && word.len() > 2).collect();
        found.sort_unstable();
        found.into_iter()
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_what_completes_them() {
        let mut names = Names::default();
        names.add_text(
            "<p class=\"a b-c{% if x %} ar-stato-{{ y }}{% endif %} {{ z }}-largo\" data-k=v> {%- w --x:",
        );
        for name in ["a", "b-c", "ar-stato-", "ar-stato-chiuso", "col-largo", "data-k", "p", "v:w", "--x"] {
            assert!(names.has(name), "{name}");
        }
        for name in ["b", "c", "ar", "stato", "largo-3", "-", "v:q"] {
            assert!(!names.has(name), "{name}");
        }
        assert_eq!(names.properties().collect::<Vec<_>>(), ["--x"]);
    }
}
