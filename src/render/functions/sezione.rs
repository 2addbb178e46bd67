//! `sezione(indirizzo="/servizi/")`: a section with what lies below it, or nothing.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};

pub(super) fn call(view: &View, page: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let Some(id) = view.model.section_at(args.must_get::<&str>("indirizzo")?) else {
        return Ok(Value::none());
    };
    let section = view.model.section(id);
    let mut map = view.section_card(id, &page.lang).into_map().unwrap_or_default();
    let children = section.children.iter().map(|child| view.section_card(*child, &page.lang));
    map.insert("sottosezioni".into(), children.collect::<Vec<_>>().into());
    map.insert("contenuti".into(), view.cards(section.contents.iter().copied(), &page.lang));
    Ok(map.into())
}
