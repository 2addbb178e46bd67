//! Front matter from body: the two `---` lines, and what is wrong when they are not there.

use std::ops::Range;

use super::Loaded;
use crate::{
    config::Limiti,
    diagnostic::{Diagnostic, Severity},
    rule::Meta,
    source::{FileId, Span},
    stage::Staged,
    tree::YAML_LIMIT,
};

pub static FRONT_MATTER: Meta = Meta::new("front-matter", Severity::Error);

/// Splits a text. Without a front matter there is no content, only a finding.
pub(super) fn split(file: FileId, path: &str, text: &str, limits: &Limiti) -> Staged<Option<Loaded>> {
    let (front, body) = match borders(file, text) {
        Ok(borders) => borders,
        Err(diagnostic) => return Staged::new(None, vec![*diagnostic]),
    };
    for (range, limit, words) in [
        (&front, limits.front_matter_kib, "yaml-limit--front"),
        (&body, limits.corpo_kib, "yaml-limit--body"),
    ] {
        if range.end - range.start > limit.saturating_mul(1024) {
            let place = Span { file, start: range.start, end: range.start };
            return Staged::new(None, vec![YAML_LIMIT.variant(words, place).with("limit", limit)]);
        }
    }
    Staged::new(Some(Loaded { file, path: path.to_owned(), front, body }), Vec::new())
}

fn borders(file: FileId, text: &str) -> Result<(Range<u32>, Range<u32>), Box<Diagnostic>> {
    let first = text.split_inclusive('\n').next().unwrap_or("");
    let place = Span { file, start: 0, end: first.trim_end().len() as u32 };
    if text.trim().is_empty() {
        return Err(Box::new(FRONT_MATTER.variant("front-matter--empty-file", file)));
    }
    if !text.contains('\n') && text.trim_end().contains('\r') {
        return Err(Box::new(FRONT_MATTER.variant("front-matter--line-ends", file)));
    }
    if first.trim_end() != "---" {
        let words = match first.trim() {
            "---" | "--" | "----" | "–––" | "———" | "—" => "front-matter--first-line",
            line if line.starts_with("---") => "front-matter--first-line",
            "" => "front-matter--blank-first",
            "+++" => "front-matter--toml",
            line if line.starts_with('{') => "front-matter--json",
            _ => "front-matter--missing",
        };
        return Err(Box::new(FRONT_MATTER.variant(words, place)));
    }
    // The line break before it ends the line above, which may be the first.
    for line_break in memchr::memmem::find_iter(text.as_bytes(), "\n---") {
        let at = line_break + 1;
        let line = text[at..].split_inclusive('\n').next().unwrap_or("");
        if line.trim_end() == "---" {
            return Ok((first.len() as u32..at as u32, (at + line.len()) as u32..text.len() as u32));
        }
    }
    Err(Box::new(FRONT_MATTER.variant("front-matter--unclosed", place)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn check(text: &str, expected: Result<(&str, &str), &str>) {
        let mut sources = Sources::default();
        let file = sources.add("a.md", text);
        let found = borders(file, text);
        let found = found.as_ref().map(|(front, body)| {
            (&text[front.start as usize..front.end as usize], &text[body.start as usize..body.end as usize])
        });
        assert_eq!(found.map_err(|diagnostic| diagnostic.message.id), expected);
    }

    #[test]
    fn borders_are_found_or_explained() {
        check("---\na: 1\n---\nciao", Ok(("a: 1\n", "ciao")));
        check("---\r\na: 1\r\n---\r\n", Ok(("a: 1\r\n", "")));
        check("---\n---", Ok(("", "")));
        check("---\na: 1\n", Err("front-matter--unclosed"));
        check("\n---\na: 1\n---\n", Err("front-matter--blank-first"));
        check("# Titolo\n", Err("front-matter--missing"));
        check("+++\ntitolo = \"a\"\n+++\n", Err("front-matter--toml"));
        check("{\n\"titolo\": \"a\"}\n", Err("front-matter--json"));
        check("----\na: 1\n---\n", Err("front-matter--first-line"));
        check("  \n", Err("front-matter--empty-file"));
    }
}
