//! `fisso(nome="piede")`: what the template `fissi/piede.html` gives on every page of a language, made once.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};
use crate::render::error::Refusal;

pub(super) fn call(view: &View, page: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let name = args.must_get::<&str>("nome")?;
    view.fixed(name, &page.lang).ok_or_else(|| Refusal::Part.about(name))
}
