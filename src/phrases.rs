//! Phrases that say nothing to a reader: vague texts of links, file names instead of descriptions.

/// Texts that say nothing of where a link leads.
const VAGUE: &[&str] = &[
    // Italian
    "altro",
    "apri",
    "approfondisci",
    "clicca",
    "clicca qua",
    "clicca qui",
    "clicca sul link",
    "continua",
    "continua a leggere",
    "dettagli",
    "fai clic qui",
    "guarda",
    "guarda qui",
    "leggi",
    "leggi altro",
    "leggi di più",
    "leggi qui",
    "leggi tutto",
    "link",
    "maggiori informazioni",
    "pagina",
    "per saperne di più",
    "premi qui",
    "qua",
    "qui",
    "questa pagina",
    "questo link",
    "scarica",
    "scarica qui",
    "scopri di più",
    "vai",
    "vai al link",
    "vedi",
    "vedi qui",
    // English
    "click",
    "click here",
    "click this link",
    "details",
    "download",
    "download here",
    "find out more",
    "here",
    "learn more",
    "more",
    "more info",
    "more information",
    "read more",
    "see more",
    "this link",
    "this page",
    // German
    "details",
    "dieser link",
    "download hier",
    "herunterladen",
    "hier",
    "hier klicken",
    "hier lesen",
    "klicken sie hier",
    "mehr",
    "mehr erfahren",
    "mehr infos",
    "mehr informationen",
    "mehr lesen",
    "weiter",
    "weiterlesen",
    "weitere informationen",
];

/// Whether a link with this text says nothing of where it leads.
pub fn is_vague(text: &str) -> bool {
    let words = text.trim_matches(|character: char| !character.is_alphanumeric()).to_lowercase();
    VAGUE.contains(&words.as_str())
}

/// Whether a description is the name of a file.
pub fn is_file_name(text: &str) -> bool {
    const EXTENSIONS: &[&str] =
        &["jpg", "jpeg", "png", "gif", "webp", "svg", "avif", "bmp", "tif", "tiff", "heic", "pdf"];
    let camera = ["IMG_", "IMG-", "DSC_", "DSC0", "DSCN", "PXL_"];
    let has_extension = text
        .rsplit_once('.')
        .is_some_and(|(_, extension)| EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str()));
    let is_one_word = !text.contains(char::is_whitespace);
    has_extension || (is_one_word && camera.iter().any(|prefix| text.starts_with(prefix)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vague_texts_are_known_whatever_their_dress() {
        assert!(is_vague("Clicca QUI!"));
        assert!(is_vague("» leggi tutto…"));
        assert!(!is_vague("qui trovi il modulo"));
    }

    #[test]
    fn file_names_are_no_alternative() {
        assert!(is_file_name("municipio.JPG"));
        assert!(is_file_name("IMG_2041"));
        assert!(!is_file_name("Il municipio visto da est."));
    }
}
