//! `organigramma()`: the units of the body as a tree, the branches gathered by the section they stand in.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};
use crate::{model::targets, render::values::object, validate::ContentId};

/// The content type whose contents are units, the field that says who leads one, and the relation to those below.
const UNIT: &str = "unita_organizzativa";
const LEADER: &str = "responsabile";
const ABOVE: &str = "genitore";
const BELOW: &str = "unita_figlie";
/// No body has more levels.
const DEEPEST: usize = 12;

pub(super) fn call(view: &View, page: &Scope, _: &Kwargs) -> TeraResult<Value> {
    let model = &view.model;
    let is_root = |unit: &ContentId| targets(model.main_version(*unit).items(ABOVE)).next().is_none();
    let mut groups: Vec<(crate::model::SectionId, Vec<Value>)> = Vec::new();
    for unit in model.of_type(UNIT).iter().copied().filter(is_root) {
        let Some(section) = model.content(unit).section else { continue };
        let branch = branch(view, unit, &page.lang, 0);
        match groups.iter_mut().find(|(group, _)| *group == section) {
            Some((_, branches)) => branches.push(branch),
            None => groups.push((section, vec![branch])),
        }
    }
    groups.sort_by_key(|(section, _)| place_in_menu(view, *section));
    let groups = groups.into_iter().map(|(section, branches)| {
        object([("sezione", view.section_card(section, &page.lang)), ("unita", branches.into())])
    });
    Ok(groups.collect::<Vec<_>>().into())
}

/// Where a section stands among those beside it.
fn place_in_menu(view: &View, section: crate::model::SectionId) -> usize {
    let parent = view.model.section(section).parent;
    let beside = parent.map_or(&[][..], |parent| view.model.section(parent).children.as_slice());
    beside.iter().position(|other| *other == section).unwrap_or(usize::MAX)
}

/// A unit and all that is below it. A unit below itself is a finding of the model; here it only must not go on for ever.
fn branch(view: &View, unit: ContentId, lang: &str, depth: usize) -> Value {
    let leader = targets(view.model.main_version(unit).items(LEADER)).next();
    let below = if depth < DEEPEST { view.model.inverse(unit, BELOW) } else { &[] };
    let below = below.iter().map(|below| branch(view, *below, lang, depth + 1));
    object([
        ("scheda", view.card(unit, lang)),
        ("responsabile", leader.map(|leader| view.card(leader, lang)).into()),
        ("figli", below.collect::<Vec<_>>().into()),
    ])
}
