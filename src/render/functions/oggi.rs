//! `oggi()`: the day the site is built for.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};
use crate::render::dates;

pub(super) fn call(view: &View, page: &Scope, _: &Kwargs) -> TeraResult<Value> {
    Ok(dates::value(view.model.today, &page.lang))
}
