//! `[regole]` and `[[accettati]]`: how the site wants rules to be treated, each line with its place.

use crate::{
    judge::{Accepted, AcceptedPlace, Level, Policy, RuleLevel},
    source::{FileId, Span},
    tree::{Map, Node},
};

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
