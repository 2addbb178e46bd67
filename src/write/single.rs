//! One file at a time: what `init` and `new` make for the editor, and small files replaced as a whole.
#![expect(clippy::disallowed_methods, reason = "`write` is the one writer of the disk")]

use std::{
    fs,
    io::{ErrorKind, Write},
    path::Path,
};

use super::disk;
use crate::{diagnostic::Failure, slug::is_safe};

/// Fills a folder with files, by their path in it. If one of them is already there, none is written.
pub fn scaffold<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<(), Failure> {
    let files: Vec<(&str, &[u8])> = files.into_iter().collect();
    for (name, _) in &files {
        if !is_safe(name) {
            return Err(Failure::environment("failure-write-path").with("path", *name));
        }
        let file = folder.join(name);
        if fs::symlink_metadata(&file).is_ok() {
            return Err(already_there(&file));
        }
    }
    files.iter().try_for_each(|(name, bytes)| write_new(&folder.join(name), bytes))
}

/// Writes a file that must not be there yet, with the folders on the way to it.
pub fn write_new(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    make_folder(file)?;
    let mut new = match fs::OpenOptions::new().write(true).create_new(true).open(file) {
        Ok(new) => new,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(already_there(file)),
        Err(error) => return Err(disk::failure(file, &error)),
    };
    new.write_all(bytes).map_err(|error| {
        // Half a file would stand in the way of the next attempt.
        let _ = fs::remove_file(file);
        disk::failure(file, &error)
    })
}

/// Writes a file in the place of the one that may be there. A reader sees the old bytes or the new ones, never a part.
pub fn replace(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    make_folder(file)?;
    let folder = file.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".arengo-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What any new file has, less the umask; a temporary one would be the user's alone.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut new = builder.tempfile_in(folder).map_err(disk::or_at(file))?;
    new.write_all(bytes).map_err(disk::or_at(file))?;
    new.persist(file).map_err(|error| disk::failure(file, &error.error))?;
    Ok(())
}

fn make_folder(file: &Path) -> Result<(), Failure> {
    match file.parent() {
        Some(folder) => fs::create_dir_all(folder).map_err(disk::or_at(folder)),
        None => Ok(()),
    }
}

fn already_there(file: &Path) -> Failure {
    Failure::usage("failure-file-exists").with("path", file.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_overwrites() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("content/servizi/tari.md");
        write_new(&file, b"uno").unwrap();
        assert_eq!(write_new(&file, b"due").unwrap_err().message.id, "failure-file-exists");
        assert_eq!(fs::read(&file).unwrap(), b"uno");
    }

    #[test]
    fn scaffolds_all_or_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("comune");
        let files: [(&str, &[u8]); 2] = [("site.toml", b"a"), ("content/index.md", b"b")];
        scaffold(&site, files).unwrap();
        assert_eq!(fs::read(site.join("content/index.md")).unwrap(), b"b");

        fs::remove_file(site.join("site.toml")).unwrap();
        assert_eq!(scaffold(&site, files).unwrap_err().message.id, "failure-file-exists");
        assert!(!site.join("site.toml").exists());
        let outside: [(&str, &[u8]); 1] = [("../x", b"")];
        assert_eq!(scaffold(&site, outside).unwrap_err().message.id, "failure-write-path");
    }

    #[test]
    fn replaces_as_a_whole() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(".arengo/cache");
        replace(&file, b"uno").unwrap();
        replace(&file, b"due").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"due");
        assert_eq!(fs::read_dir(folder.path().join(".arengo")).unwrap().count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |file: &Path| fs::metadata(file).unwrap().permissions().mode();
            let plain = folder.path().join("plain");
            fs::write(&plain, "").unwrap();
            assert_eq!(mode(&file), mode(&plain));
        }
    }
}
