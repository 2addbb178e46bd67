//! The manifest: the file that marks an output folder as ours and says what stands in it.
#![expect(clippy::disallowed_methods, reason = "`write` reads back what it wrote itself")]

use std::{collections::BTreeMap, path::Path};

use serde::{Deserialize, Serialize};

use crate::{hash::Hash, slug::is_safe};

/// Its name, in the root of the output.
pub const MANIFEST: &str = ".arengo-manifest.json";

/// Of the form of the file. A manifest of another version is not believed.
const VERSION: u32 = 1;

/// What was published. It holds no times: one commit and one date give one manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Path in the output → hash of its bytes. The manifest itself is not in it.
    pub files: BTreeMap<String, Hash>,
    /// Content (`servizio/carta-identita`, as the caller names it) → its address, to tell next time what moved.
    pub contents: BTreeMap<String, String>,
}

/// As it stands in the file.
#[derive(Serialize, Deserialize)]
struct Written {
    version: u32,
    tool: String,
    files: BTreeMap<String, String>,
    contents: BTreeMap<String, String>,
}

impl Manifest {
    /// The manifest of an output folder; none if there is none that can be believed.
    pub fn read(output: &Path) -> Option<Self> {
        Self::parse(&std::fs::read_to_string(output.join(MANIFEST)).ok()?)
    }

    /// None for anything that [`Manifest::to_json`] could not have written.
    pub fn parse(json: &str) -> Option<Self> {
        let written: Written = serde_json::from_str(json).ok()?;
        if written.version != VERSION || !written.tool.starts_with("arengo ") {
            return None;
        }
        let parse_file = |(path, hash): (String, String)| {
            let hash = Hash::parse(&hash)?;
            is_safe(&path).then_some((path, hash))
        };
        let files = written.files.into_iter().map(parse_file).collect::<Option<_>>()?;
        Some(Self { files, contents: written.contents })
    }

    /// The text of the file: sorted, one entry a line.
    pub fn to_json(&self) -> String {
        let written = Written {
            version: VERSION,
            tool: concat!("arengo ", env!("CARGO_PKG_VERSION")).to_owned(),
            files: self.files.iter().map(|(path, hash)| (path.clone(), hash.to_string())).collect(),
            contents: self.contents.clone(),
        };
        let mut json = serde_json::to_string_pretty(&written).expect("maps of strings are JSON");
        json.push('\n');
        json
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Manifest {
        let page = |path: &str| (path.to_owned(), Hash::of(path.as_bytes()));
        Manifest {
            files: BTreeMap::from([page("servizi/index.html"), page("index.html")]),
            contents: BTreeMap::from([("servizio/tari".to_owned(), "/servizi/tari/".to_owned())]),
        }
    }

    #[test]
    fn is_read_back() {
        let json = example().to_json();
        assert_eq!(Manifest::parse(&json), Some(example()));
        assert_eq!(json, example().to_json());
        assert!(json.find("\"index.html\"") < json.find("\"servizi/index.html\""), "{json}");
    }

    #[test]
    fn damaged_and_foreign_ones_are_not_believed() {
        let json = example().to_json();
        let check = |damaged: &str| assert_eq!(Manifest::parse(damaged), None, "{damaged}");
        check("");
        check("{}");
        check(&json[..json.len() / 2]);
        check(&json.replace("\"version\": 1", "\"version\": 2"));
        check(&json.replace("arengo ", "altro "));
        check(&json.replace("\"servizi/index.html\"", "\"../index.html\""));
        check(&json.replace(&Hash::of(b"index.html").to_string(), "abc"));
    }
}
