//! `integrita(nome="css/arengo.css")`: the fingerprint of a sheet or script of the theme, for the `integrity` of what loads it.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};
use crate::render::error::Refusal;

pub(super) fn call(view: &View, _: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let name = args.must_get::<&str>("nome")?;
    view.integrity.get(name).map(|print| print.as_str().into()).ok_or_else(|| Refusal::Asset.about(name))
}
