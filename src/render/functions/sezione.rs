//! `sezione(indirizzo="/servizi/")`: a section with what lies below it, or nothing.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};

pub(super) fn call(view: &View, page: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let id = view.model.section_at(args.must_get::<&str>("indirizzo")?);
    Ok(id.map_or_else(Value::none, |id| view.section(id, &page.lang)))
}
