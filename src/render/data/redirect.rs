//! The page at an old address: it leads on by itself, and says where to.

use fluent_bundle::FluentArgs;

use super::super::View;

pub(in super::super) fn redirect_page(view: &View, to: &str, lang: &str) -> String {
    let word = |key: &str, built_in: &str| {
        view.words.find(key, lang, &FluentArgs::new()).unwrap_or_else(|| built_in.to_owned())
    };
    let title = escaped(&word("pagina-spostata", "La pagina ha un nuovo indirizzo"));
    let go = escaped(&word("pagina-spostata-vai", "Vai alla pagina"));
    let href = escaped(&view.href(to));
    let canonical = escaped(&view.config.absolute(to));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <meta http-equiv=\"refresh\" content=\"0; url={href}\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <link rel=\"canonical\" href=\"{canonical}\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p><a href=\"{href}\">{go}</a></p>\n</main>\n</body>\n</html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
