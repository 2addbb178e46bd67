//! `mappa()`: the whole tree of sections with what stands in each.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};

pub(super) fn call(view: &View, page: &Scope, _: &Kwargs) -> TeraResult<Value> {
    Ok(view.map(&page.lang))
}
