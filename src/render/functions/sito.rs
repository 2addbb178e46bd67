//! `sito()`: what `site.toml` says.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};

pub(super) fn call(view: &View, page: &Scope, _: &Kwargs) -> TeraResult<Value> {
    Ok(view.site(&page.lang))
}
