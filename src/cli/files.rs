//! The few files commands make for the editor, one at a time; none is ever written over another
//! unless it is ours to renew.
#![expect(clippy::disallowed_methods, reason = "files made for the editor, outside of any build")]

use std::{
    fs,
    io::{self, ErrorKind, Write},
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

/// Fills a folder with files, by their path in it. If one of them is already there, none is written.
pub(super) fn scaffold<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<(), Failure> {
    let files: Vec<(&str, &[u8])> = files.into_iter().collect();
    if let Some(there) = files.iter().map(|(name, _)| folder.join(name)).find(|path| path.exists()) {
        return Err(already_there(&there));
    }
    files.iter().try_for_each(|(name, bytes)| write_new(&folder.join(name), bytes))
}

/// Writes a file that must not be there yet, with the folders on the way to it.
pub(super) fn write_new(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    make_folder(file)?;
    match fs::OpenOptions::new().write(true).create_new(true).open(file) {
        Ok(mut new) => new.write_all(bytes).map_err(|error| disk(file, &error)),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(already_there(file)),
        Err(error) => Err(disk(file, &error)),
    }
}

/// Writes a file in the place of the one that may be there.
pub(super) fn replace(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    make_folder(file)?;
    fs::write(file, bytes).map_err(|error| disk(file, &error))
}

fn make_folder(file: &Path) -> Result<(), Failure> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| disk(folder, &error))
}

fn already_there(file: &Path) -> Failure {
    Failure::usage("cli-file-exists").with("path", file.display().to_string())
}

fn disk(path: &Path, error: &io::Error) -> Failure {
    let failure = Failure::environment("cli-disk").with("path", path.display().to_string());
    failure.with("detail", error.to_string())
}
