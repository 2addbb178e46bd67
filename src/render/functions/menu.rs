//! `menu()`: the first-level sections of `site.toml`, with what lies below each.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};

pub(super) fn call(view: &View, page: &Scope, _: &Kwargs) -> TeraResult<Value> {
    Ok(view.menu(&page.lang, &page.url))
}
