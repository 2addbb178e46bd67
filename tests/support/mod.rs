//! Test sites: a folder of `tests/sites` made into a site on disk, ready to be built.
//!
//! 1. `_comune` (settings, sections and one office that most cases share), unless the case brings everything.
//! 2. `_tema`, as `themes/prova`.
//! 3. The case's own files, which win; then those a checkout cannot hold (`setup` in `case.toml`).

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use arengo::{load::Request, pipeline::Order};
use serde::Deserialize;
use tempfile::TempDir;

/// `case.toml`: what differs from an ordinary build. A case without one is built for the usual day and must succeed.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Case {
    /// The day the site is built for.
    pub date: String,
    pub drafts: bool,
    pub strict: bool,
    pub minify: bool,
    pub base_url: Option<String>,
    /// False: the case brings its own `site.toml` and contents.
    pub base: bool,
    /// Exit code of `arengo build`.
    pub exit: u8,
    /// Pages whose `<main>` is compared, by address.
    pub pages: Vec<String>,
    /// Files that are compared whole, by address.
    pub whole: Vec<String>,
    /// Files of `_comune` that are not there.
    pub without: Vec<String>,
    pub setup: Vec<Setup>,
    /// Files that stand in the output folder from the beginning.
    pub output: Vec<Setup>,
}

/// A file that a checkout cannot hold, or that is shorter to describe than to keep.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Setup {
    pub path: String,
    pub kind: Kind,
    #[serde(default)]
    pub text: String,
    /// How often the text stands in the file.
    #[serde(default = "once")]
    pub times: usize,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Utf8,
    /// Every character is the byte of its number.
    Latin1,
    Utf16,
    /// To what `text` says.
    Symlink,
    Fifo,
}

fn once() -> usize {
    1
}

impl Default for Case {
    fn default() -> Self {
        Self {
            date: "2026-11-22".to_owned(),
            drafts: false,
            strict: false,
            minify: false,
            base_url: None,
            base: true,
            exit: 0,
            pages: Vec::new(),
            whole: Vec::new(),
            without: Vec::new(),
            setup: Vec::new(),
            output: Vec::new(),
        }
    }
}

/// A site on disk that goes when the test is over.
pub(crate) struct Site {
    pub folder: TempDir,
    pub case: Case,
}

/// The folder with all cases.
pub(crate) fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites")
}

impl Site {
    /// Copies a case; nothing is built yet.
    pub(crate) fn from(name: &str) -> Self {
        let folder = cases().join(name);
        let case = match fs::read_to_string(folder.join("case.toml")) {
            Ok(text) => toml::from_str(&text).unwrap_or_else(|error| panic!("{name}/case.toml: {error}")),
            Err(_) => Case::default(),
        };
        let site = Self { folder: tempfile::tempdir().expect("a folder"), case };
        site.lay(&folder);
        site
    }

    /// Puts the common files and those of `folder` into place, over whatever stands there.
    pub(crate) fn lay(&self, folder: &Path) {
        let root = self.root();
        if root.exists() {
            fs::remove_dir_all(&root).expect("removed");
        }
        fs::create_dir_all(&root).expect("made");
        if self.case.base {
            copy(&cases().join("_comune"), &root);
        }
        copy(&cases().join("_tema"), &root.join("themes/prova"));
        for path in &self.case.without {
            fs::remove_file(root.join(path)).expect("a file of `_comune`");
        }
        copy(folder, &root);
        self.case.setup.iter().for_each(|file| file.make(&root));
        if !self.output().exists() {
            self.case.output.iter().for_each(|file| file.make(&self.output()));
        }
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("sito")
    }

    pub(crate) fn output(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    /// A build as the case wants it.
    pub(crate) fn order(&self) -> Order {
        let case = &self.case;
        Order {
            request: Request {
                root: self.root(),
                today: case.date.parse().expect("a date"),
                base_url: case.base_url.clone(),
                drafts: case.drafts,
            },
            output: self.output(),
            publish: true,
            minify: Some(case.minify),
            search: None,
            strict: case.strict,
            cache: None,
            switches: arengo::pipeline::Switches::default(),
            progress: Arc::new(|_| {}),
            watch: None,
        }
    }
}

impl Setup {
    fn make(&self, root: &Path) {
        let path = root.join(&self.path);
        fs::create_dir_all(path.parent().expect("a folder above")).expect("made");
        let text = self.text.repeat(self.times);
        let bytes = match self.kind {
            Kind::Utf8 => text.into_bytes(),
            Kind::Latin1 => text.chars().map(|c| u8::try_from(u32::from(c)).expect("a byte")).collect(),
            Kind::Utf16 => {
                let units = text.encode_utf16().flat_map(u16::to_le_bytes);
                [0xff, 0xfe].into_iter().chain(units).collect()
            }
            Kind::Symlink => return std::os::unix::fs::symlink(&self.text, path).expect("a link"),
            Kind::Fifo => {
                let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo");
                return assert!(made.success());
            }
        };
        fs::write(path, bytes).expect("written");
    }
}

/// What belongs to the harness, not to the site.
const NOT_OF_THE_SITE: [&str; 3] = ["case.toml", "expect", "before"];

fn copy(from: &Path, to: &Path) {
    for path in below(from) {
        let relative = path.strip_prefix(from).expect("below");
        let first = relative.iter().next().expect("a name").to_string_lossy();
        if NOT_OF_THE_SITE.contains(&first.as_ref()) {
            continue;
        }
        let target = to.join(relative);
        fs::create_dir_all(target.parent().expect("a folder above")).expect("made");
        fs::copy(&path, target).expect("copied");
    }
}

/// All files below a folder, sorted; none when it is not there.
pub(crate) fn below(folder: &Path) -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name();
    let files = walk.into_iter().filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
    files.map(walkdir::DirEntry::into_path).collect()
}
