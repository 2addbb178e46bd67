//! `risorsa(nome="css/arengo.css")`: the versioned address of a file of the theme.

use tera::{Error, Kwargs, TeraResult, Value};

use super::{Scope, View};
use crate::suggest::closest;

pub(super) fn call(view: &View, _: &Scope, args: &Kwargs) -> TeraResult<Value> {
    let name = args.must_get::<&str>("nome")?;
    match view.assets.get(name) {
        Some(url) => Ok(url.as_str().into()),
        None => {
            let known = closest(name, view.assets.keys().map(String::as_str)).unwrap_or("–");
            Err(Error::message(format!("the theme has no file `{name}` (`{known}`?)")))
        }
    }
}
