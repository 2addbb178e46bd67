//! `sezione(indirizzo="/servizi/", elenchi=false)`: a section with what lies below it, or nothing. Without its lists it is
//! title and address: what every page shows should not change with every content.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};

pub(super) fn call(view: &View, page: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let id = view.model.section_at(args.must_get::<&str>("indirizzo")?);
    let has_lists = args.get::<bool>("elenchi")?.unwrap_or(true);
    let shown = id.map(|id| match has_lists {
        true => view.section(id, &page.lang),
        false => view.section_link(id, &page.lang),
    });
    Ok(shown.into())
}
