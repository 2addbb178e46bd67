//! `arengo explain`: a rule's page of the manual; without a rule, the list of all.

use std::fmt::Write;

use super::{Exit, args::ExplainArguments, console::Console};
use crate::{
    diagnostic::{Failure, Severity},
    l10n::{L10n, Message},
    pipeline,
    rule::{Expected, Meta},
    suggest::closest,
};

pub(super) fn run(arguments: &ExplainArguments, console: &Console) -> Result<Exit, Failure> {
    let rules = pipeline::rules();
    let text = match arguments.rule.as_deref() {
        None => list(&rules, &console.l10n),
        // Findings are shown as `errore[image-alt]`, and that is what people copy.
        Some(written) => page(find(written.trim_matches(['[', ']', '`', ' ']), &rules)?, &console.l10n),
    };
    console.data(text.as_bytes())?;
    Ok(Exit::Fine)
}

fn find<'a>(id: &str, rules: &[&'a Meta]) -> Result<&'a Meta, Failure> {
    rules.iter().copied().find(|rule| rule.id == id).ok_or_else(|| {
        let failure = match closest(id, rules.iter().map(|rule| rule.id)) {
            Some(known) => Failure::usage("cli-rule-unknown--similar").with("known", known),
            None => Failure::usage("cli-rule-unknown"),
        };
        failure.with("rule", id)
    })
}

fn list(rules: &[&Meta], l10n: &L10n) -> String {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    for rule in rules {
        let description = l10n.description(rule.id).unwrap_or_default();
        let first = description.lines().next().unwrap_or_default();
        let line = format!("{:width$}  {:8}  {first}", rule.id, severity(rule, l10n));
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The page: who it is, why, how it looks right and wrong, and everything it can say.
fn page(rule: &Meta, l10n: &L10n) -> String {
    let mut text = String::new();
    // Writing into a `String` cannot fail.
    let _ = writeln!(text, "# {}\n", rule.id);
    let _ = writeln!(text, "{}: {}", l10n.word("cli-explain-severity"), severity(rule, l10n));
    for (words, ids) in [("cli-explain-wcag", rule.wcag), ("cli-explain-act", rule.act)] {
        if !ids.is_empty() {
            let _ = writeln!(text, "{}: {}", l10n.word(words), ids.join(", "));
        }
    }
    if let Some(description) = l10n.description(rule.id) {
        let _ = writeln!(text, "\n{description}");
    }
    examples(rule, l10n, &mut text);
    findings(rule, l10n, &mut text);
    text
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
        let _ = writeln!(text, "- {}", message.replace('\n', "\n  "));
        if let Some(help) = help.filter(|help| !help.is_empty()) {
            let help = Message::new("cli-explain-remedy").with("help", help.replace('\n', "\n    "));
            let _ = writeln!(text, "  {}", l10n.text(&help));
        }
    }
}

fn severity(rule: &Meta, l10n: &L10n) -> String {
    l10n.word(match rule.severity {
        Severity::Error => "cli-severity-error",
        Severity::Warning => "cli-severity-warning",
        Severity::Note => "cli-severity-note",
    })
}
