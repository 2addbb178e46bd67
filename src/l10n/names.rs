//! The names that words for editors go by, as they stand in the program: what was written down is found again as its own.

use std::collections::HashSet;

use super::Lang;

/// The names of all messages and of everything that is filled into them, as they stand in the program itself.
#[derive(Debug, Default)]
pub struct Names(HashSet<&'static str>);

impl Names {
    /// One language is enough: both have the same names, which a test holds.
    pub fn of_messages() -> Self {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let name = |text: &'static str| &text[..text.find(|c| !is_name(c)).unwrap_or(text.len())];
        let mut names = HashSet::new();
        for line in Lang::It.files().flat_map(str::lines) {
            names.insert(name(line));
            names.extend(line.split('$').skip(1).map(name));
        }
        Self(names)
    }

    /// The name, if there is one like this.
    pub fn find(&self, name: &str) -> Option<&'static str> {
        self.0.get(name).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_and_what_fills_them_have_names() {
        let names = Names::of_messages();
        assert_eq!(names.find("image-alt"), Some("image-alt"));
        assert_eq!(names.find("address"), Some("address"));
        assert_eq!(names.find("non-esiste"), None);
    }
}
