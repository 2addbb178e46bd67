//! `scheda(rif=card)`: all fields of another content.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View, content_of};

pub(super) fn call(view: &View, page: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let card = args.must_get::<&Value>("rif")?;
    Ok(content_of(view, card).map(|content| view.sheet(content, &page.lang)).into())
}
