//! Whether a folder can be filled.
#![expect(clippy::disallowed_methods, reason = "a look at a folder outside of any site")]

use std::{
    fs,
    io::{self, ErrorKind},
    path::Path,
};

use crate::diagnostic::Failure;

/// Whether a folder can be filled: it is not there, or nothing is in it but what git put there.
pub(super) fn is_vacant(folder: &Path) -> Result<bool, Failure> {
    match fs::read_dir(folder) {
        Ok(entries) => {
            for entry in entries {
                if entry.map_err(|error| disk(folder, &error))?.file_name() != ".git" {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotADirectory && folder.exists() => Ok(false),
        Err(error) => Err(disk(folder, &error)),
    }
}

fn disk(path: &Path, error: &io::Error) -> Failure {
    let failure = Failure::environment("cli-disk").with("path", path.display().to_string());
    failure.with("detail", error)
}
