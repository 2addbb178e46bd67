//! What comes out is what went in, or nothing.

#![expect(clippy::disallowed_methods, reason = "tests make the files they look at")]

use super::*;
use crate::diagnostic::{Place, Seen, Severity};

static IMAGE_ALT: Meta = Meta::new("image-alt", Severity::Error);

fn findings(sources: &mut Sources) -> Vec<Diagnostic> {
    let file = sources.add("content/a.md", "testo");
    let span = crate::source::Span { file, start: 1, end: 3 };
    let seen = Seen { page: "/a/".to_owned(), selector: "img".to_owned(), html: "<img>".to_owned() };
    let plain = IMAGE_ALT.at(file).with("name", "però").with("n", 3_i64);
    let placed = IMAGE_ALT
        .at(Place::from(span).seen(seen))
        .severity(Severity::Note)
        .related(span, "ui-first-here")
        .with("type", "");
    vec![plain, placed]
}

#[test]
fn findings_come_back_as_they_were() {
    let mut sources = Sources::default();
    let findings = findings(&mut sources);
    let dictionary = Dictionary::new(&[&IMAGE_ALT]);
    for finding in &findings {
        let mut to = Encoder::default();
        dictionary.put(finding, &sources, &mut to);
        let bytes = to.bytes();
        assert_eq!(dictionary.take(&mut Decoder(&bytes), &sources).as_ref(), Some(finding));
        for end in 0..bytes.len() {
            assert_eq!(dictionary.take(&mut Decoder(&bytes[..end]), &sources), None, "{end}");
        }
        // A file that is gone, a rule that is no more.
        assert_eq!(dictionary.take(&mut Decoder(&bytes), &Sources::default()), None);
        assert_eq!(Dictionary::new(&[]).take(&mut Decoder(&bytes), &sources), None);
    }
}

/// A file with these pages; the answers are numbered.
fn pack(file: &Path, pages: &[(&str, &str)]) {
    let mut new = NewPack::create(file, &Hash::of(b"today")).unwrap();
    for (url, text) in pages {
        new.add(url, text.as_bytes(), b"!", Hash::of(b"!")).unwrap();
    }
    new.index.answers = vec![("a".into(), 1), ("b".into(), 2)];
    new.finish().unwrap();
}

#[test]
fn pages_are_copied_from_file_to_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.bin");
    let circumstances = Hash::of(b"today");
    pack(&file, &[("/a/", "uno"), ("/b/", "due"), ("/c/", "tre"), ("/d/", "")]);
    let old = Pack::open(&file, &circumstances).unwrap();
    let read = |pack: &Pack, url: &str| {
        let both = |row| [pack.about(row).unwrap(), pack.page(row).unwrap()].concat();
        pack.index.rows.get(url).map(|row| String::from_utf8(both(row)).unwrap())
    };
    assert_eq!(read(&old, "/b/").as_deref(), Some("due!"));
    let mut new = NewPack::create(&file, &circumstances).unwrap();
    new.add("/b/", b"altro", b"", Hash::of(b"")).unwrap();
    let rows = ["/d/", "/c/", "/a/"].map(|url| (url, old.index.rows[url]));
    new.copy(&old, &rows).unwrap();
    new.finish().unwrap();
    let new = Pack::open(&file, &circumstances).unwrap();
    let texts: Vec<_> = ["/a/", "/b/", "/c/", "/d/", "/e/"].map(|url| read(&new, url)).into_iter().collect();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(texts, [text("uno!"), text("altro"), text("tre!"), text("!"), None]);
    // The old file is still open and whole.
    assert_eq!(read(&old, "/b/").as_deref(), Some("due!"));
    assert!(Pack::open(&file, &Hash::of(b"tomorrow")).is_none());
}

#[test]
fn a_damaged_file_says_nothing_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.bin");
    let circumstances = Hash::of(b"today");
    pack(&file, &[("/a/", "uno"), ("/b/", "due")]);
    let whole = std::fs::read(&file).unwrap();
    let check = |bytes: &[u8]| {
        std::fs::write(&file, bytes).unwrap();
        let Some(pack) = Pack::open(&file, &circumstances) else { return };
        assert_eq!(pack.index.answers, [("a".into(), 1), ("b".into(), 2)]);
        for (url, text) in [("/a/", "uno"), ("/b/", "due")] {
            let row = &pack.index.rows[url];
            assert!(pack.about(row).is_none_or(|about| about == text.as_bytes()), "{url}");
            assert!(pack.page(row).is_none_or(|page| page == b"!"), "{url}");
        }
    };
    for end in 0..whole.len() {
        check(&whole[..end]);
    }
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        check(&damaged);
    }
    check(&[whole.clone(), whole.clone()].concat());
}

#[test]
fn one_writes_and_what_a_killed_build_left_goes() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.bin");
    let other = folder.path().join("y.bin");
    let circumstances = Hash::of(b"today");
    std::fs::write(folder.path().join(".nuovo-x-abc"), "resto").unwrap();
    let first = NewPack::create(&file, &circumstances).unwrap();
    assert!(!folder.path().join(".nuovo-x-abc").exists());
    assert!(NewPack::create(&file, &circumstances).is_err());
    assert!(NewPack::create(&other, &circumstances).is_ok());
    drop(first);
    assert!(NewPack::create(&file, &circumstances).is_ok());
}
