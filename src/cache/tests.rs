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
    new.index.add(7, "però", 1);
    new.index.add(8, "b", 2);
    new.finish(None, &[]).unwrap();
}

#[test]
fn pages_are_copied_from_file_to_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.bin");
    let circumstances = Hash::of(b"today");
    pack(&file, &[("/a/", "uno"), ("/b/", "due"), ("/c/", "tre"), ("/d/", "")]);
    let old = Pack::open(&file, &circumstances).unwrap();
    let read = |pack: &Pack, url: &str| {
        let page = |row| pack.page(row, &mut Vec::new()).unwrap().to_vec();
        let both = |row| [pack.about(row).unwrap(), page(row)].concat();
        pack.index.rows.get(url).map(|row| String::from_utf8(both(row)).unwrap())
    };
    assert_eq!(read(&old, "/b/").as_deref(), Some("due!"));
    let mut new = NewPack::create(&file, &circumstances).unwrap();
    new.add("/b/", b"altro", b"", Hash::of(b"")).unwrap();
    let rows = ["/d/", "/c/", "/a/"].map(|url| (url, old.index.rows[url]));
    new.finish(Some(old), &rows).unwrap();
    let new = Pack::open(&file, &circumstances).unwrap();
    let texts: Vec<_> = ["/a/", "/b/", "/c/", "/d/", "/e/"].map(|url| read(&new, url)).into_iter().collect();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(texts, [text("uno!"), text("altro"), text("tre!"), text("!"), None]);
    assert!(Pack::open(&file, &Hash::of(b"tomorrow")).is_none());
}

#[test]
fn little_that_is_new_stands_beside() {
    let folder = tempfile::tempdir().unwrap();
    let [file, beside] = ["x.bin", "x.2.bin"].map(|name| folder.path().join(name));
    let circumstances = Hash::of(b"today");
    let long = "pagina ".repeat(20);
    pack(&file, &[("/a/", &long), ("/b/", &long), ("/c/", "tre")]);
    let whole = std::fs::read(&file).unwrap();
    let open = || Pack::open(&file, &circumstances).unwrap();
    let texts = |pack: &Pack| {
        let about =
            |url| pack.index.rows.get(url).map(|row| String::from_utf8(pack.about(row).unwrap()).unwrap());
        ["/a/", "/b/", "/c/"].map(about)
    };
    let change = |url: &str, text: &str| {
        let old = open();
        let mut new = NewPack::create(&file, &circumstances).unwrap();
        new.add(url, text.as_bytes(), b"!", Hash::of(b"!")).unwrap();
        let kept: Vec<(Box<str>, Row)> =
            old.index.rows.iter().map(|(url, row)| (url.clone(), *row)).collect();
        let kept: Vec<(&str, Row)> =
            kept.iter().filter(|(known, _)| &**known != url).map(|(url, row)| (&**url, *row)).collect();
        new.finish(Some(old), &kept).unwrap();
        std::fs::read(&file).unwrap() == whole
    };
    let text = |text: &str| Some(text.to_owned());
    assert!(change("/c/", "nuovo"));
    assert_eq!(texts(&open()), [text(&long), text(&long), text("nuovo")]);
    // What is new comes on top of what was new.
    assert!(change("/b/", "altro"));
    assert_eq!(texts(&open()), [text(&long), text("altro"), text("nuovo")]);
    let newer = std::fs::read(&beside).unwrap();
    // Beside another file it says nothing, nor does it when it is cut.
    std::fs::write(&beside, &newer[..newer.len() - 1]).unwrap();
    assert_eq!(texts(&open()), [text(&long), text(&long), text("tre")]);
    // Much that is new makes one file of both.
    std::fs::write(&beside, &newer).unwrap();
    assert!(!change("/c/", &long) && !beside.exists());
    assert_eq!(texts(&open()), [text(&long), text("altro"), text(&long)]);
    std::fs::write(&beside, &newer).unwrap();
    assert_eq!(texts(&open()), [text(&long), text("altro"), text(&long)]);
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
        let answers = pack.index.answers.iter();
        let answers = answers.map(|answer| (answer.number, pack.index.question(answer), answer.print));
        assert_eq!(answers.collect::<Vec<_>>(), [(7, "però", 1), (8, "b", 2)]);
        for (url, text) in [("/a/", "uno"), ("/b/", "due")] {
            let row = &pack.index.rows[url];
            assert!(pack.about(row).is_none_or(|about| about == text.as_bytes()), "{url}");
            assert!(pack.page(row, &mut Vec::new()).is_none_or(|page| page == b"!"), "{url}");
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
