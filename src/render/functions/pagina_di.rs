//! `pagina_di(id="privacy")`: the card of a content of type `pagina`, or nothing.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};

pub(super) fn call(view: &View, page: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let content = view.model.find("pagina", args.must_get::<&str>("id")?);
    Ok(content.map(|content| view.card(content, &page.lang)).into())
}
