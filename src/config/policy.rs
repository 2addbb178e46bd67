//! `[regole]`, `[[accettati]]` and `[[verifiche]]`: how the site wants rules to be treated and what persons saw, each line with
//! its place.

use crate::{
    diagnostic::{Answer, AnswerSeen, Diagnostic, Severity},
    judge::{Accepted, AcceptedPlace, Level, Policy, RuleLevel},
    rule::Meta,
    source::{FileId, Span},
    suggest,
    tree::{Map, Node},
    wcag::{CRITERIA, Level as Conformance},
};

/// An answer is about a criterion that there is.
pub static ANSWER_CRITERION: Meta = Meta::new("answer-criterion", Severity::Warning);

/// Reads both tables. The schema has judged them: what does not fit has been told.
pub(super) fn read(file: FileId, map: Option<&Map>) -> Policy {
    let levels = map.and_then(|map| map.get("regole")?.map()).into_iter().flat_map(Map::iter);
    let accepted = map.and_then(|map| map.get("accettati")?.list()).unwrap_or(&[]);
    Policy {
        strict: false,
        levels: levels
            .filter_map(|entry| {
                Some(RuleLevel {
                    rule: entry.key.clone(),
                    level: Level::parse(entry.node.text()?)?,
                    span: Span::new(file, entry.key_range.clone()),
                })
            })
            .collect(),
        accepted: accepted.iter().filter_map(|node| one(file, node)).collect(),
    }
}

/// Reads `[[verifiche]]`; what is said of no criterion is told.
pub(super) fn answers(file: FileId, map: Option<&Map>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Answer> {
    let written = map.and_then(|map| map.get("verifiche")?.list()).unwrap_or(&[]);
    written.iter().filter_map(|node| answer(file, node, diagnostics)).collect()
}

fn answer(file: FileId, node: &Node, diagnostics: &mut Vec<Diagnostic>) -> Option<Answer> {
    let map = node.map()?;
    let text = |key: &str| map.get(key).and_then(Node::text).map(str::to_owned);
    let criterion = text("criterio")?;
    let known = || CRITERIA.iter().filter(|known| known.level < Conformance::AAA).map(|known| known.number);
    if !known().any(|number| number == criterion) {
        let place = map.get("criterio").map_or(node.range.clone(), |node| node.range.clone());
        let span = Span::new(file, place);
        let found = match suggest::closest(&criterion, known()) {
            Some(similar) => {
                ANSWER_CRITERION.variant("answer-criterion--similar", span).with("similar", similar)
            }
            None => ANSWER_CRITERION.at(span),
        };
        diagnostics.push(found.with("criterion", criterion));
        return None;
    }
    Some(Answer {
        criterion,
        seen: AnswerSeen::parse(&text("esito")?)?,
        date: text("data")?.parse().ok()?,
        who: text("responsabile")?,
        note: text("nota"),
    })
}

fn one(file: FileId, node: &Node) -> Option<Accepted> {
    let map = node.map()?;
    let text = |key: &str| map.get(key).and_then(Node::text).map(str::to_owned);
    let place = text("file")
        .map(AcceptedPlace::File)
        .or_else(|| text("pagina").map(AcceptedPlace::Page))
        .or_else(|| text("modello").map(AcceptedPlace::Template))?;
    Some(Accepted {
        rule: text("regola")?,
        place,
        selector: text("selettore"),
        reason: text("motivo")?,
        responsible: text("responsabile")?,
        expires: text("scadenza")?.parse().ok()?,
        span: Span::new(file, node.range.clone()),
    })
}
