//! What a site says of findings: how severe a rule is, what is accepted and until when, and whether warnings stop publishing.
//!
//! 1. Accepted findings are taken out, before repeats are folded: a folded finding has forgotten most of its pages.
//! 2. Entries that are expired, unused or name no rule become findings themselves.
//! 3. Severities of `[regole]` apply, then the strict mode.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::{
    diagnostic::{Diagnostic, Finding, Severity, fold},
    rule::Meta,
    source::{FileId, Sources, Span},
    suggest,
};

pub static ACCEPTED_EXPIRED: Meta = Meta::new("accepted-expired", Severity::Warning);
pub static ACCEPTED_UNUSED: Meta = Meta::new("accepted-unused", Severity::Warning);
pub static ACCEPTED_RULE: Meta = Meta::new("accepted-rule", Severity::Error);
pub static RULE_LEVEL: Meta = Meta::new("rule-level", Severity::Error);

pub static RULES: &[&Meta] = &[&ACCEPTED_EXPIRED, &ACCEPTED_RULE, &ACCEPTED_UNUSED, &RULE_LEVEL];

/// What `site.toml` and the command line say of findings.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// Warnings are errors.
    pub strict: bool,
    /// `[regole]`.
    pub levels: Vec<RuleLevel>,
    /// `[[accettati]]`.
    pub accepted: Vec<Accepted>,
}

/// A line of `[regole]`.
#[derive(Clone, Debug)]
pub struct RuleLevel {
    pub rule: String,
    pub level: Level,
    /// The rule's name in `site.toml`.
    pub span: Span,
}

/// How a site wants a rule to be treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Error,
    Warning,
    Note,
    Off,
}

impl Level {
    /// As it is written in `[regole]`.
    pub const NAMES: [(&str, Self); 4] =
        [("errore", Self::Error), ("avviso", Self::Warning), ("nota", Self::Note), ("spenta", Self::Off)];

    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|&(written, _)| written == name).map(|(_, level)| level)
    }

    fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Off => None,
        }
    }
}

/// An entry of `[[accettati]]`: somebody signs that a finding may stay for a while.
#[derive(Clone, Debug)]
pub struct Accepted {
    pub rule: String,
    pub place: AcceptedPlace,
    /// Only this element, as the finding names it.
    pub selector: Option<String>,
    pub reason: String,
    pub responsible: String,
    /// The last day on which it holds.
    pub expires: Date,
    /// The entry in `site.toml`.
    pub span: Span,
}

/// Where a finding is accepted. `*` stands for any part of a name, `**` for any folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AcceptedPlace {
    /// Path of a file, from the site's folder.
    File(String),
    /// Address of a page.
    Page(String),
    /// Path of a template.
    Template(String),
}

/// What is left to tell, folded, and how many findings were accepted.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    pub findings: Vec<Finding>,
    pub accepted: usize,
    /// Those that were, folded.
    pub accepted_findings: Vec<Finding>,
}

/// A rule about a text and the rule about pages that sees the same mistake: the text's words are nearer to its writer.
const SAME: &[(&str, &str)] = &[
    ("heading-empty", "empty-heading"),
    ("heading-level-one", "heading-order"),
    ("heading-skipped", "heading-order"),
    ("image-alt-file-name", "image-alt-words"),
    ("image-alt-missing", "image-alt"),
    ("link-empty", "link-name"),
    ("link-text", "link-purpose"),
    ("bold-heading", "p-as-heading"),
];

/// Leaves out what a text's own rule tells at the same place; the graver severity of the two stays.
fn drop_twins(diagnostics: &mut Vec<Diagnostic>) {
    let start = |found: &Diagnostic| Some((found.place.file, found.place.range.as_ref()?.start));
    let mut told: BTreeMap<(FileId, u32), Vec<&str>> = BTreeMap::new();
    for found in diagnostics.iter().filter(|found| SAME.iter().any(|(of_text, _)| found.rule == *of_text)) {
        if let Some(start) = start(found) {
            told.entry(start).or_default().push(found.rule);
        }
    }
    let twin = |found: &Diagnostic| {
        let start = start(found)?;
        let rules = told.get(&start)?;
        let twins = SAME.iter().filter(|(_, of_page)| found.rule == *of_page).map(|(of_text, _)| *of_text);
        twins.into_iter().find(|of_text| rules.contains(of_text)).map(|of_text| (start, of_text))
    };
    let (twins, mut left): (Vec<_>, Vec<_>) =
        std::mem::take(diagnostics).into_iter().partition(|found| twin(found).is_some());
    let graver: BTreeSet<_> = twins.iter().filter(|found| found.is_error()).filter_map(twin).collect();
    for found in &mut left {
        if start(found).is_some_and(|start| graver.contains(&(start, found.rule))) {
            found.severity = Severity::Error;
        }
    }
    *diagnostics = left;
}

/// Applies the site's policy to everything the stages found. `known` are the ids of all rules.
pub fn judge(
    mut diagnostics: Vec<Diagnostic>,
    policy: &Policy,
    known: &[&str],
    today: Date,
    sources: &Sources,
) -> Verdict {
    drop_twins(&mut diagnostics);
    let mut entries = Entries::new(&policy.accepted, today);
    let (accepted, mut left): (Vec<_>, Vec<_>) =
        diagnostics.into_iter().partition(|diagnostic| entries.accept(diagnostic, sources));
    left.extend(entries.findings(known));
    left.extend(unknown_levels(&policy.levels, known));

    let levels: BTreeMap<&str, Level> =
        policy.levels.iter().map(|level| (level.rule.as_str(), level.level)).collect();
    let left = left
        .into_iter()
        .filter_map(|diagnostic| match levels.get(diagnostic.rule) {
            // A question stays one: nothing that is not known stops publishing.
            Some(level) if diagnostic.is_question() => {
                level.severity().map(|_| diagnostic.severity(Severity::Note))
            }
            Some(level) => level.severity().map(|severity| diagnostic.severity(severity)),
            None => Some(diagnostic),
        })
        .map(|diagnostic| match diagnostic.severity {
            Severity::Warning if policy.strict => diagnostic.severity(Severity::Error),
            _ => diagnostic,
        })
        .collect();
    let accepted_findings = fold(accepted, sources);
    Verdict { findings: fold(left, sources), accepted: accepted_findings.len(), accepted_findings }
}

/// The entries of `[[accettati]]` and which of them were needed.
struct Entries<'a> {
    today: Date,
    entries: Vec<(&'a Accepted, bool)>,
    by_rule: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Entries<'a> {
    fn new(accepted: &'a [Accepted], today: Date) -> Self {
        let mut by_rule: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (n, entry) in accepted.iter().enumerate() {
            by_rule.entry(&entry.rule).or_default().push(n);
        }
        Self { today, entries: accepted.iter().map(|entry| (entry, false)).collect(), by_rule }
    }

    /// Whether any entry accepts the finding; all that do are needed.
    fn accept(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> bool {
        let mut is_accepted = false;
        for &n in self.by_rule.get(diagnostic.rule).into_iter().flatten() {
            let (entry, is_used) = &mut self.entries[n];
            if self.today <= entry.expires && entry.matches(diagnostic, sources) {
                *is_used = true;
                is_accepted = true;
            }
        }
        is_accepted
    }

    /// What is wrong with the entries themselves.
    fn findings(&self, known: &[&str]) -> impl Iterator<Item = Diagnostic> {
        self.entries.iter().filter_map(move |&(entry, is_used)| {
            if !known.contains(&entry.rule.as_str()) {
                return Some(unknown_rule(
                    &ACCEPTED_RULE,
                    "accepted-rule--similar",
                    entry.span,
                    &entry.rule,
                    known,
                ));
            }
            let expired = entry.expires < self.today;
            let meta = match (expired, is_used) {
                (true, _) => &ACCEPTED_EXPIRED,
                (false, false) => &ACCEPTED_UNUSED,
                (false, true) => return None,
            };
            let found = meta.at(entry.span).with("rule", &entry.rule);
            Some(if expired {
                let day = entry.expires.strftime("%d/%m/%Y").to_string();
                found.with("responsible", &entry.responsible).with("date", day)
            } else {
                found.with("place", entry.place.pattern())
            })
        })
    }
}

fn unknown_levels(levels: &[RuleLevel], known: &[&str]) -> impl Iterator<Item = Diagnostic> {
    levels
        .iter()
        .filter(|level| !known.contains(&level.rule.as_str()))
        .map(|level| unknown_rule(&RULE_LEVEL, "rule-level--similar", level.span, &level.rule, known))
}

fn unknown_rule(
    meta: &'static Meta,
    similar_words: &'static str,
    span: Span,
    rule: &str,
    known: &[&str],
) -> Diagnostic {
    match suggest::closest(rule, known.iter().copied()) {
        Some(similar) => meta.variant(similar_words, span).with("rule", rule).with("similar", similar),
        None => meta.at(span).with("rule", rule),
    }
}

impl Accepted {
    fn matches(&self, diagnostic: &Diagnostic, sources: &Sources) -> bool {
        let place = &diagnostic.place;
        let seen = place.seen.as_ref();
        let is_there = match &self.place {
            AcceptedPlace::File(pattern) | AcceptedPlace::Template(pattern) => {
                is_match(pattern, &sources.get(place.file).path)
            }
            AcceptedPlace::Page(pattern) => seen.is_some_and(|seen| is_match(pattern, &seen.page)),
        };
        is_there
            && self.selector.as_ref().is_none_or(|selector| {
                seen.is_some_and(|seen| selector.split_whitespace().eq(seen.selector.split_whitespace()))
            })
    }
}

impl AcceptedPlace {
    fn pattern(&self) -> &str {
        match self {
            Self::File(pattern) | Self::Page(pattern) | Self::Template(pattern) => pattern,
        }
    }
}

/// Whether a path fits a pattern; both may begin with `./` or `/` or not.
fn is_match(pattern: &str, path: &str) -> bool {
    let segments = |text: &'_ str| -> Vec<String> {
        text.trim_start_matches("./").trim_start_matches('/').split('/').map(str::to_owned).collect()
    };
    let is_name = |pattern: &String, name: &String| {
        let (pattern, name): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
        fits(&pattern, &name, |c| *c == '*', |c, other| *c == '?' || c == other)
    };
    fits(&segments(pattern), &segments(path), |segment| segment == "**", is_name)
}

/// Matches with wildcards that stand for any number of items. When one fails, only the last wildcard
/// takes one more: the work is bounded by the product of the lengths.
fn fits<T>(pattern: &[T], items: &[T], is_any: impl Fn(&T) -> bool, same: impl Fn(&T, &T) -> bool) -> bool {
    let (mut p, mut i) = (0, 0);
    let mut retry = None;
    while i < items.len() {
        match pattern.get(p) {
            Some(wildcard) if is_any(wildcard) => {
                retry = Some((p, i));
                p += 1;
            }
            Some(wanted) if same(wanted, &items[i]) => {
                p += 1;
                i += 1;
            }
            _ => match retry {
                Some((wildcard, start)) => {
                    retry = Some((wildcard, start + 1));
                    p = wildcard + 1;
                    i = start + 1;
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(is_any)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        diagnostic::{Place, Seen},
        l10n::{L10n, Lang},
    };

    static IMAGE_ALT: Meta = Meta::new("image-alt", Severity::Error);
    static DATE_OLD: Meta = Meta::new("date-old", Severity::Warning);
    static DATE_NOTE: Meta = Meta::new("date-note", Severity::Note);
    const KNOWN: &[&str] = &["image-alt", "date-old", "date-note", "accepted-expired", "accepted-unused"];

    struct Case {
        sources: Sources,
        site: FileId,
        found: Vec<Diagnostic>,
    }

    fn case() -> Case {
        let mut sources = Sources::default();
        let site = sources.add("site.toml", "[[accettati]]\n");
        let card = sources.add("content/servizi/carta.md", "");
        let base = sources.add("themes/comune/base.html", "");
        let on = |page: &str| {
            let seen = Seen { page: page.into(), selector: "main > img".into(), html: String::new() };
            IMAGE_ALT.at(Place::from(base).seen(seen))
        };
        let found = vec![DATE_OLD.at(card), DATE_NOTE.at(card), on("/uno/"), on("/due/")];
        Case { sources, site, found }
    }

    fn entry(rule: &str, place: AcceptedPlace) -> impl Fn(FileId) -> Accepted {
        move |site| Accepted {
            rule: rule.into(),
            place: place.clone(),
            selector: None,
            reason: "stemma in arrivo".into(),
            responsible: "Anna Verdi".into(),
            expires: date(2026, 10, 30),
            span: Span::new(site, 0..13),
        }
    }

    /// Judges on a day; shows findings as `severity rule times: message`.
    fn check(policy: impl Fn(FileId) -> Policy, day: Date, expected: &str) {
        let Case { sources, site, found } = case();
        let verdict = judge(found, &policy(site), KNOWN, day, &sources);
        let l10n = L10n::new(Lang::It);
        let mut shown = format!("accettati: {}", verdict.accepted);
        for Finding { diagnostic, times, .. } in &verdict.findings {
            shown += &format!("\n{:?} {} {times}", diagnostic.severity, diagnostic.rule);
            if diagnostic.place.file == site {
                shown += &format!(": {}", l10n.message(&diagnostic.message));
                shown += &format!(" | {}", l10n.help(&diagnostic.message).unwrap());
            }
        }
        assert_eq!(shown, expected);
    }

    const TODAY: Date = date(2026, 10, 30);

    #[test]
    fn without_a_policy_nothing_changes() {
        let expected = "accettati: 0\nNote date-note 1\nWarning date-old 1\nError image-alt 2";
        check(|_| Policy::default(), TODAY, expected);
    }

    #[test]
    fn strict_turns_warnings_into_errors() {
        let policy = |_| Policy { strict: true, ..Policy::default() };
        check(policy, TODAY, "accettati: 0\nNote date-note 1\nError date-old 1\nError image-alt 2");
    }

    #[test]
    fn rules_have_the_severity_the_site_gives_them() {
        let level =
            |rule: &str, level, site| RuleLevel { rule: rule.into(), level, span: Span::new(site, 0..2) };
        let policy = |site| Policy {
            levels: vec![
                level("image-alt", Level::Off, site),
                level("date-note", Level::Warning, site),
                level("date-odl", Level::Error, site),
            ],
            ..Policy::default()
        };
        check(
            policy,
            TODAY,
            "accettati: 0\nWarning date-note 1\nWarning date-old 1\n\
             Error rule-level 1: la regola `date-odl` non esiste | forse `date-old`?",
        );
    }

    #[test]
    fn accepted_findings_go() {
        let policy = |site| Policy {
            accepted: vec![
                entry("date-old", AcceptedPlace::File("content/**/*.md".into()))(site),
                entry("image-alt", AcceptedPlace::Template("themes/comune/base.html".into()))(site),
            ],
            ..Policy::default()
        };
        check(policy, TODAY, "accettati: 2\nNote date-note 1");
    }

    #[test]
    fn one_page_of_many_is_accepted() {
        let policy = |site| {
            let mut accepted = entry("image-alt", AcceptedPlace::Page("/uno/".into()))(site);
            accepted.selector = Some("main  >  img".into());
            Policy { accepted: vec![accepted], ..Policy::default() }
        };
        check(policy, TODAY, "accettati: 1\nNote date-note 1\nWarning date-old 1\nError image-alt 1");
    }

    #[test]
    fn entries_that_are_no_use_are_told() {
        let policy = |site| {
            let mut other_element = entry("image-alt", AcceptedPlace::Page("/uno/".into()))(site);
            other_element.selector = Some("footer img".into());
            Policy {
                levels: vec![],
                strict: false,
                accepted: vec![
                    other_element,
                    entry("imge-alt", AcceptedPlace::Page("/uno/".into()))(site),
                    entry("xyz", AcceptedPlace::Page("/uno/".into()))(site),
                ],
            }
        };
        check(
            policy,
            TODAY,
            "accettati: 0\nNote date-note 1\nWarning date-old 1\n\
             Error accepted-rule 1: la regola `xyz` non esiste | \
             copia il nome dal rilievo: sta tra parentesi quadre, dopo `errore` o `avviso`\n\
             Error accepted-rule 1: la regola `imge-alt` non esiste | forse `image-alt`?\n\
             Warning accepted-unused 1: nessun rilievo `image-alt` corrisponde a `/uno/` | \
             se il problema è risolto cancella la voce; \
             altrimenti controlla `file`, `pagina` o `modello` e `selettore`\nError image-alt 2",
        );
    }

    #[test]
    fn after_its_last_day_an_entry_accepts_nothing() {
        let policy = |site| Policy {
            accepted: vec![entry("date-old", AcceptedPlace::File("content/servizi/carta.md".into()))(site)],
            ..Policy::default()
        };
        check(
            policy,
            date(2026, 10, 31),
            "accettati: 0\nNote date-note 1\nWarning date-old 1\n\
             Warning accepted-expired 1: il rilievo `date-old` accettato da Anna Verdi è scaduto il 30/10/2026 | \
             correggi il problema e cancella la voce, oppure scrivi una nuova `scadenza` e un motivo che valga ancora\n\
             Error image-alt 2",
        );
    }

    #[test]
    fn patterns() {
        let check = |pattern: &str, path: &str, expected: bool| {
            assert_eq!(is_match(pattern, path), expected, "{pattern} {path}");
        };
        check("content/servizi/carta.md", "content/servizi/carta.md", true);
        check("./content/*.md", "content/carta.md", true);
        check("content/*.md", "content/servizi/carta.md", false);
        check("content/**/*.md", "content/carta.md", true);
        check("content/**", "content/servizi/carta.md", true);
        check("**/carta*.md", "content/servizi/carta-identità.md", true);
        check("/servizi/*/", "/servizi/carta/", true);
        check("/servizi/", "/servizi/carta/", false);
        check("content/cart?.md", "content/carta.md", true);
        check("", "content/carta.md", false);
        let hard = "*a".repeat(500);
        check(&hard, &"a".repeat(499), false);
    }
}
