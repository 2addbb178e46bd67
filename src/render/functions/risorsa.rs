//! `risorsa(nome="css/arengo.css")`: the versioned address of a file of the theme.

use tera::{Kwargs, TeraResult, Value};

use super::{Scope, View};
use crate::render::error::Refusal;

pub(super) fn call(view: &View, _: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let name = args.must_get::<&str>("nome")?;
    view.assets.get(name).map(|url| url.as_str().into()).ok_or_else(|| Refusal::Asset.about(name))
}
