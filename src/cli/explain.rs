//! `arengo explain`: a rule's page of the manual; without a rule, the list of all.

use super::{Exit, args::ExplainArguments, console::Console};
use crate::{
    diagnostic::Failure,
    l10n::L10n,
    manual::{rule_page, severity},
    pipeline,
    rule::Meta,
    suggest::closest,
};

pub(super) fn run(arguments: &ExplainArguments, console: &Console) -> Result<Exit, Failure> {
    let rules = pipeline::rules();
    let text = match arguments.rule.as_deref() {
        None => list(&rules, &console.l10n),
        // Findings are shown as `errore[image-alt]`, and that is what people copy.
        Some(written) => rule_page(find(written.trim_matches(['[', ']', '`', ' ']), &rules)?, &console.l10n),
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
