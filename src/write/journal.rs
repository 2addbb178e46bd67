//! A file that only grows: lines are added to its end and never changed.
#![expect(clippy::disallowed_methods, reason = "`write` reads back what it wrote itself")]

use std::{
    fs,
    io::{ErrorKind, Write},
    path::Path,
};

use super::disk;
use crate::diagnostic::Failure;

/// What stands in the file; nothing where there is none.
pub fn read_journal(file: &Path) -> Result<String, Failure> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(disk::at("failure-journal", file).with("detail", &error)),
    }
}

/// Adds bytes to the end, in one piece, and waits until the disk has them.
pub fn append(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(disk::or_at(folder))?;
    }
    let mut open = fs::OpenOptions::new().append(true).create(true).open(file).map_err(disk::or_at(file))?;
    open.write_all(bytes).and_then(|()| open.sync_all()).map_err(disk::or_at(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_at_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("registro/albo.jsonl");
        assert_eq!(read_journal(&file).unwrap(), "");
        append(&file, b"uno\n").unwrap();
        append(&file, b"due\n").unwrap();
        assert_eq!(read_journal(&file).unwrap(), "uno\ndue\n");
        assert_eq!(read_journal(folder.path()).unwrap_err().message.id, "failure-journal");
    }
}
