//! What the system refuses, in words.

use std::{
    io::{self, ErrorKind},
    path::Path,
};

use crate::diagnostic::Failure;

/// The failure for an error met at `path`.
pub(super) fn failure(path: &Path, error: &io::Error) -> Failure {
    let words = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "failure-disk-full",
        ErrorKind::PermissionDenied => "failure-disk-denied",
        ErrorKind::ReadOnlyFilesystem => "failure-disk-read-only",
        ErrorKind::InvalidFilename => "failure-disk-name",
        _ => return at("failure-disk", path).with("detail", error),
    };
    at(words, path)
}

/// A failure of the environment that names a path.
pub(super) fn at(words: &'static str, path: &Path) -> Failure {
    Failure::environment(words).with("path", path.display().to_string())
}

/// For `map_err`: [`failure`] at `path`.
pub(super) fn or_at(path: &Path) -> impl Fn(io::Error) -> Failure + '_ {
    move |error| failure(path, &error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::{L10n, Lang};

    fn check(error: &io::Error, expected: &str) {
        let failure = failure(Path::new("/srv/sito/public"), error);
        let words = L10n::new(Lang::It);
        assert_eq!(words.message(&failure.message), expected);
        assert!(words.help(&failure.message).is_some(), "{expected}");
    }

    #[test]
    fn refusals_are_told_apart() {
        check(&ErrorKind::StorageFull.into(), "il disco è pieno: non si può scrivere /srv/sito/public");
        check(&ErrorKind::PermissionDenied.into(), "manca il permesso di scrivere /srv/sito/public");
        check(&ErrorKind::ReadOnlyFilesystem.into(), "/srv/sito/public sta su un disco di sola lettura");
        check(&ErrorKind::InvalidFilename.into(), "il nome /srv/sito/public è troppo lungo per il disco");
        check(
            &io::Error::other("guasto"),
            "non si può scrivere /srv/sito/public (il sistema dice: «guasto»)",
        );
    }
}
