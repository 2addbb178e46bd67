//! `corpo(rif=card)`: the text of another content as HTML. Its anchors begin with the content's id.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View, content_of};
use crate::render::values;

pub(super) fn call(view: &View, page: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let card = args.must_get::<&Value>("rif")?;
    let Some(content) = content_of(view, card) else { return Ok(Value::none()) };
    let entry = view.model.entry(view.model.version(content, &page.lang));
    let prefix = format!("{}-", entry.id);
    Ok(values::body_html(view, &entry.body, entry, &page.lang, 1, &prefix))
}
