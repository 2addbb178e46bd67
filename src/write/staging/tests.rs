//! Whole builds over a folder of the disk.

use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use tempfile::TempDir;

use super::*;

/// A site's folder; the output is `public` in it.
struct Site(TempDir);

impl Site {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn output(&self) -> PathBuf {
        self.0.path().join("public")
    }

    fn open(&self) -> Result<Staging, Failure> {
        Staging::open(&self.output(), self.0.path())
    }

    fn publish(&self, files: &[(&str, &str)]) -> Outcome {
        let staging = self.open().unwrap();
        let entries = files.iter().map(|(path, text)| staging.put(path, text.as_bytes()).unwrap()).collect();
        staging.commit(entries, BTreeMap::new()).unwrap()
    }

    /// Every file under the output, with its text, but for the manifest; sorted.
    fn published(&self) -> Vec<(String, String)> {
        let output = self.output();
        let files = walkdir::WalkDir::new(&output).sort_by_file_name().into_iter().map(Result::unwrap);
        let files = files.filter(|entry| entry.file_type().is_file() && entry.file_name() != MANIFEST);
        let text = |path: &Path| fs::read_to_string(path).unwrap();
        let relative = |path: &Path| path.strip_prefix(&output).unwrap().display().to_string();
        files.map(|entry| (relative(entry.path()), text(entry.path()))).collect()
    }

    #[track_caller]
    fn check(&self, expected: &[(&str, &str)]) {
        let expected: Vec<(String, String)> =
            expected.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect();
        assert_eq!(self.published(), expected);
    }

    /// What stands in the site's folder, sorted.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn age(&self, path: &str) -> SystemTime {
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        let file = OpenOptions::new().append(true).open(self.output().join(path)).unwrap();
        file.set_modified(long_ago).unwrap();
        long_ago
    }

    fn modified(&self, path: &str) -> SystemTime {
        fs::metadata(self.output().join(path)).unwrap().modified().unwrap()
    }
}

#[test]
fn publishes_and_publishes_again() {
    let site = Site::new();
    let first = site.publish(&[("index.html", "a"), ("servizi/index.html", "b"), ("novita/x.html", "c")]);
    assert_eq!(first, Outcome { written: 3, kept: 0, removed: 0 });
    site.check(&[("index.html", "a"), ("novita/x.html", "c"), ("servizi/index.html", "b")]);

    let second =
        site.publish(&[("index.html", "a"), ("servizi/index.html", "B"), ("luoghi/index.html", "d")]);
    assert_eq!(second, Outcome { written: 2, kept: 1, removed: 1 });
    site.check(&[("index.html", "a"), ("luoghi/index.html", "d"), ("servizi/index.html", "B")]);
    assert!(!site.output().join("novita").exists());
    assert_eq!(site.names(), ["public"]);
}

#[test]
fn the_manifest_tells_what_was_published() {
    let site = Site::new();
    let staging = site.open().unwrap();
    assert_eq!(staging.previous(), None);
    let entry = staging.put("index.html", b"a").unwrap();
    let contents = BTreeMap::from([("pagina/home".to_owned(), "/".to_owned())]);
    staging.commit(vec![entry], contents.clone()).unwrap();
    let expected = Manifest { files: BTreeMap::from([("index.html".to_owned(), Hash::of(b"a"))]), contents };
    assert_eq!(Manifest::read(&site.output()), Some(expected.clone()));
    assert_eq!(site.open().unwrap().previous(), Some(&expected));
}

#[test]
fn same_files_give_the_same_manifest() {
    let manifest = |files: &[(&str, &str)]| {
        let site = Site::new();
        site.publish(files);
        fs::read(site.output().join(MANIFEST)).unwrap()
    };
    assert_eq!(manifest(&[("a", "1"), ("b", "2")]), manifest(&[("b", "2"), ("a", "1")]));
}

#[test]
fn unchanged_files_keep_their_time() {
    let site = Site::new();
    site.publish(&[("a/index.html", "a"), ("b/index.html", "b")]);
    let (old_a, old_b) = (site.age("a/index.html"), site.age("b/index.html"));
    site.publish(&[("a/index.html", "a"), ("b/index.html", "nuovo")]);
    assert_eq!(site.modified("a/index.html"), old_a);
    assert_ne!(site.modified("b/index.html"), old_b);
    let old = site.age(MANIFEST);
    site.publish(&[("a/index.html", "a"), ("b/index.html", "nuovo")]);
    assert_eq!(site.modified(MANIFEST), old);
    site.publish(&[("a/index.html", "a")]);
    assert_ne!(site.modified(MANIFEST), old);
}

#[test]
fn where_links_fail_bytes_and_time_are_copied() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("old"), folder.path().join("deep/new"));
    // A folder cannot be linked, as a file cannot across file systems.
    fs::create_dir(&old).unwrap();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    File::open(&old).unwrap().set_modified(long_ago).unwrap();
    link(&old, &new, |new| new.write_all(b"a")).unwrap();
    assert_eq!(fs::read(&new).unwrap(), b"a");
    assert_eq!(fs::metadata(&new).unwrap().modified().unwrap(), long_ago);
}

#[test]
#[cfg(unix)]
fn changed_files_never_touch_the_old_ones() {
    use std::os::unix::fs::MetadataExt;
    let site = Site::new();
    let inode = |path: &str| fs::metadata(site.output().join(path)).unwrap().ino();
    site.publish(&[("a", "vecchio"), ("b", "b")]);
    // A reader that has the old page open, such as a web server.
    let held = site.0.path().join("held");
    fs::hard_link(site.output().join("a"), &held).unwrap();
    let (a, b) = (inode("a"), inode("b"));
    site.publish(&[("a", "nuovo"), ("b", "b")]);
    assert_ne!(inode("a"), a);
    assert_eq!(inode("b"), b);
    assert_eq!(fs::read(&held).unwrap(), b"vecchio");
}

#[test]
fn a_file_someone_touched_is_written_again() {
    let site = Site::new();
    site.publish(&[("a", "testo")]);
    fs::write(site.output().join("a"), "testo manomesso").unwrap();
    assert_eq!(site.publish(&[("a", "testo")]), Outcome { written: 1, kept: 0, removed: 0 });
    site.check(&[("a", "testo")]);
}

#[test]
fn without_commit_nothing_happens() {
    let site = Site::new();
    site.publish(&[("a", "vecchio")]);
    let staging = site.open().unwrap();
    staging.put("a", b"nuovo").unwrap();
    staging.put("b", b"nuovo").unwrap();
    drop(staging);
    site.check(&[("a", "vecchio")]);
    assert_eq!(site.names(), ["public"]);
}

#[test]
fn a_killed_build_leaves_the_old_site() {
    let site = Site::new();
    site.publish(&[("a", "vecchio"), ("b", "uguale")]);
    let staging = site.open().unwrap();
    staging.put("a", b"nuovo").unwrap();
    staging.put("b", b"uguale").unwrap();
    let places = Places::new(site.0.path(), "public".as_ref());
    // Neither `Drop` nor `commit` runs in a process that is killed; its folder and its lock file stay.
    let aside = site.0.path().join("aside");
    fs::rename(&places.staging, &aside).unwrap();
    drop(staging);
    fs::rename(&aside, &places.staging).unwrap();
    fs::write(&places.lock, "").unwrap();
    site.check(&[("a", "vecchio"), ("b", "uguale")]);

    site.publish(&[("a", "terzo")]);
    site.check(&[("a", "terzo")]);
    assert_eq!(site.names(), ["public"]);
}

#[test]
fn a_build_killed_between_two_renames_is_undone() {
    let site = Site::new();
    site.publish(&[("a", "vecchio")]);
    let places = Places::new(site.0.path(), "public".as_ref());
    fs::create_dir(&places.staging).unwrap();
    fs::write(places.staging.join("a"), "nuovo").unwrap();
    fs::rename(&places.output, &places.old).unwrap();

    let staging = site.open().unwrap();
    site.check(&[("a", "vecchio")]);
    assert!(staging.put("a", b"vecchio").unwrap().kept);
    drop(staging);
    site.check(&[("a", "vecchio")]);
    assert_eq!(site.names(), ["public"]);
}

#[test]
fn a_swap_that_fails_leaves_the_old_site() {
    let site = Site::new();
    site.publish(&[("a", "vecchio")]);
    let staging = site.open().unwrap();
    let entry = staging.put("a", b"nuovo").unwrap();
    let moved = site.0.path().join("moved");
    fs::rename(&staging.places.staging, &moved).unwrap();
    assert!(staging.commit(vec![entry], BTreeMap::new()).is_err());
    site.check(&[("a", "vecchio")]);
}

#[test]
fn one_build_at_a_time() {
    let site = Site::new();
    let first = site.open().unwrap();
    assert_eq!(site.open().unwrap_err().message.id, "failure-output-busy");
    let entry = first.put("a", b"a").unwrap();
    first.commit(vec![entry], BTreeMap::new()).unwrap();
    site.open().unwrap();
    assert_eq!(site.names(), ["public"]);
}

#[test]
fn refusals_change_nothing() {
    let site = Site::new();
    fs::create_dir(site.output()).unwrap();
    fs::write(site.output().join("tesi.odt"), "mia").unwrap();
    assert_eq!(site.open().unwrap_err().message.id, "failure-output-foreign");
    site.check(&[("tesi.odt", "mia")]);
    assert_eq!(site.names(), ["public"]);
}

#[test]
fn nothing_leaves_the_folder() {
    let site = Site::new();
    let staging = site.open().unwrap();
    for path in ["../fuori", "/etc/fuori", "", "a//b", "a\0b", "con", MANIFEST, ".ARENGO-manifest.json"] {
        assert_eq!(staging.put(path, b"").unwrap_err().message.id, "failure-write-path", "{path:?}");
    }
    drop(staging);
    assert!(site.names().is_empty());
}

#[test]
fn a_file_is_put_once() {
    let site = Site::new();
    site.publish(&[("a", "a")]);
    let staging = site.open().unwrap();
    let check = |path: &str, expected: Result<bool, &str>| {
        let outcome = staging.put(path, b"a");
        let outcome = outcome.as_ref().map(|entry| entry.kept).map_err(|failure| failure.message.id);
        assert_eq!(outcome, expected, "{path}");
    };
    check("a", Ok(true));
    check("a", Err("failure-write-twice"));
    check("b", Ok(false));
    check("b", Err("failure-write-twice"));
    check("b/index.html", Err("failure-write-twice"));
    check("b/c/d", Err("failure-write-twice"));
}

#[test]
fn attachments_are_copied_and_later_kept() {
    let site = Site::new();
    let from = site.0.path().join("modulo.pdf");
    let bytes = b"%PDF".repeat(100_000);
    fs::write(&from, &bytes).unwrap();
    let hash = Hash::of(&bytes);
    let publish = || {
        let staging = site.open().unwrap();
        let entry = staging.put_copy("allegati/1/modulo.pdf", &from, hash)?;
        staging.commit(vec![entry], BTreeMap::new())
    };
    assert_eq!(publish().unwrap(), Outcome { written: 1, kept: 0, removed: 0 });
    let old = site.age("allegati/1/modulo.pdf");
    assert_eq!(publish().unwrap(), Outcome { written: 0, kept: 1, removed: 0 });
    assert_eq!(site.modified("allegati/1/modulo.pdf"), old);

    // The editor's program writes over its own file: the published one stays.
    fs::write(&from, "altro").unwrap();
    assert_eq!(fs::read(site.output().join("allegati/1/modulo.pdf")).unwrap(), bytes);
    assert_eq!(publish().unwrap_err().message.id, "failure-source-changed");
    fs::remove_file(&from).unwrap();
    assert_eq!(publish().unwrap_err().message.id, "failure-source-read");
    assert_eq!(fs::read(site.output().join("allegati/1/modulo.pdf")).unwrap(), bytes);
}

#[test]
fn many_threads_put_at_once() {
    let site = Site::new();
    for kept in [0, 500] {
        let staging = site.open().unwrap();
        let put = |n: usize| staging.put(&format!("s{}/p{n}/index.html", n % 7), n.to_string().as_bytes());
        let entries: Vec<Entry> = (0..500).into_par_iter().map(put).collect::<Result<_, _>>().unwrap();
        let outcome = staging.commit(entries, BTreeMap::new()).unwrap();
        assert_eq!((outcome.kept, outcome.removed), (kept, 0));
    }
    let published = site.published();
    assert_eq!(published.len(), 500);
    assert!(published.contains(&("s0/p350/index.html".to_owned(), "350".to_owned())));
}

#[test]
#[cfg(unix)]
fn a_folder_that_may_not_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new();
    let allow = |mode| fs::set_permissions(site.0.path(), fs::Permissions::from_mode(mode)).unwrap();
    allow(0o555);
    // The system's administrator may write everywhere.
    let is_root = fs::create_dir(site.0.path().join("prova")).is_ok();
    let refusal = site.open().map_err(|failure| failure.message.id);
    allow(0o755);
    match is_root {
        true => assert!(refusal.is_ok()),
        false => assert_eq!(refusal.unwrap_err(), "failure-disk-denied"),
    }
}

#[test]
#[cfg(unix)]
fn files_and_folders_are_as_readable_as_any() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new();
    site.publish(&[("a/b", "")]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    let (file, folder) = (site.0.path().join("file"), site.0.path().join("folder"));
    fs::write(&file, "").unwrap();
    fs::create_dir(&folder).unwrap();
    assert_eq!(mode(&site.output().join("a/b")), mode(&file));
    assert_eq!(mode(&site.output().join(MANIFEST)), mode(&file));
    assert_eq!(mode(&site.output()), mode(&folder));
    assert_eq!(mode(&site.output().join("a")), mode(&folder));
}
