//! Rules as pages of the manual and as the answer of `explain`: one text, so that both say the same.

use std::fmt::Write;

use super::{Page, cell, inline};
use crate::{
    diagnostic::Severity,
    l10n::{L10n, Lang, Message},
    rule::{Expected, Meta},
};

/// A page for each rule, and the list of all.
pub(super) fn pages(rules: &[&Meta], l10n: &L10n, folder: &str) -> Vec<Page> {
    let one = |rule: &&Meta| Page { path: format!("{folder}/{}.md", rule.id), text: page(rule, l10n) };
    let mut pages: Vec<Page> = rules.iter().map(one).collect();
    pages.push(Page { path: format!("{folder}/README.md"), text: index(rules, l10n) });
    pages
}

/// The rule's page: who it is, why, how it looks right and wrong, and everything it can say.
pub fn page(rule: &Meta, l10n: &L10n) -> String {
    let mut text = String::new();
    // Writing into a `String` cannot fail.
    let _ = writeln!(text, "# {}\n", rule.id);
    let _ = writeln!(text, "- {}: {}", l10n.word("cli-explain-severity"), severity(rule, l10n));
    for (words, ids) in [("cli-explain-wcag", rule.wcag), ("cli-explain-act", rule.act)] {
        if !ids.is_empty() {
            let _ = writeln!(text, "- {}: {}", l10n.word(words), ids.join(", "));
        }
    }
    if let Some(description) = l10n.description(rule.id) {
        let _ = writeln!(text, "\n{}", lines(&description, ""));
    }
    examples(rule, l10n, &mut text);
    findings(rule, l10n, &mut text);
    text
}

/// How much a finding of the rule weighs, in words.
pub fn severity(rule: &Meta, l10n: &L10n) -> String {
    l10n.word(match rule.severity {
        Severity::Error => "cli-severity-error",
        Severity::Warning => "cli-severity-warning",
        Severity::Note => "cli-severity-note",
    })
}

fn examples(rule: &Meta, l10n: &L10n, text: &mut String) {
    for example in rule.examples {
        let words = match example.expected {
            Expected::Pass => "cli-explain-pass",
            Expected::Fail => "cli-explain-fail",
            Expected::CantTell => "cli-explain-cant-tell",
            Expected::Inapplicable => "cli-explain-inapplicable",
        };
        let _ = writeln!(text, "\n## {}\n\n```html\n{}\n```", l10n.word(words), example.text.trim_end());
    }
}

fn findings(rule: &Meta, l10n: &L10n, text: &mut String) {
    let variants = l10n.ids(&format!("{}--", rule.id));
    let said: Vec<(String, Option<String>)> = std::iter::once(rule.id.to_owned())
        .chain(variants)
        .filter_map(|id| Some((l10n.lookup(&id, Some("message"))?, l10n.lookup(&id, Some("help")))))
        .collect();
    if said.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n## {}\n", l10n.word("cli-explain-findings"));
    for (message, help) in said {
        let _ = writeln!(text, "- {}", lines(&gaps(&message), "  "));
        if let Some(help) = help.filter(|help| !help.is_empty()) {
            let help = Message::new("cli-explain-remedy").with("help", gaps(&help));
            let _ = writeln!(text, "  {}", lines(&l10n.text(&help), "    "));
        }
    }
}

/// What a finding fills in (`{$key}`) is different every time: here it is a gap.
fn gaps(text: &str) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{$") {
        let Some((_, after)) = after.split_once('}') else { break };
        filled.push_str(before);
        filled.push('…');
        rest = after;
    }
    filled + rest
}

/// Lines kept as they are, each safe as Markdown, those after the first indented.
fn lines(text: &str, indent: &str) -> String {
    let lines: Vec<String> = text.lines().map(inline).collect();
    lines.join(&format!("\n{indent}"))
}

fn index(rules: &[&Meta], l10n: &L10n) -> String {
    let mut text = String::from(match l10n.lang() {
        Lang::It => {
            "# Regole\n\nTutto ciò che Arengo controlla. Il nome della regola sta tra parentesi quadre in ogni rilievo, \
             come in `errore[image-alt]`; la stessa pagina si legge con `arengo explain image-alt`.\n\n\
             | Regola | Peso | Che cosa controlla |\n|---|---|---|\n"
        }
        Lang::En => {
            "# Rules\n\nEverything Arengo checks. A finding names its rule in square brackets, as in `error[image-alt]`; \
             `arengo explain image-alt` shows the same page.\n\n| Rule | Severity | What it checks |\n|---|---|---|\n"
        }
    });
    for rule in rules {
        let description = l10n.description(rule.id).unwrap_or_default();
        let first = cell(description.lines().next().unwrap_or_default());
        let _ = writeln!(text, "| [{0}]({0}.md) | {1} | {first} |", rule.id, severity(rule, l10n));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_a_gap() {
        let check = |text, expected| assert_eq!(gaps(text), expected);
        check("il campo `{$key}` è scritto due volte", "il campo `…` è scritto due volte");
        check("{$a}{$b}", "……");
        check("nessuno { $ }", "nessuno { $ }");
        check("rotto {$a", "rotto {$a");
    }
}
