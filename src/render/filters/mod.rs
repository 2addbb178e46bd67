//! What templates may put values through: one file per filter, one line here.

mod json_encode;
mod solo_testo;

use tera::Tera;

pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("json_encode", json_encode::call);
    tera.register_filter("solo_testo", solo_testo::call);
}
