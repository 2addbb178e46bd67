//! The files of the index, made by pagefind.

use pagefind::{api::PagefindIndex, options::PagefindServiceConfig};

use super::Record;
use crate::{diagnostic::Failure, l10n::said};

/// Files by name below the folder of the index, in the order of their names. The same records in the same order give the
/// same bytes.
pub fn index(records: Vec<Record>) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    made(records)
        .map_err(|error| Failure::environment("failure-search").with("detail", said("Pagefind", &error)))
}

fn made(records: Vec<Record>) -> Result<Vec<(String, Vec<u8>)>, String> {
    // Its interface is asynchronous, its work is not.
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let files = runtime.block_on(async {
        let options = PagefindServiceConfig::builder().keep_index_url(true).build();
        let mut index = PagefindIndex::new(Some(options))?;
        for record in records {
            index.add_html_file(None, Some(record.url), record.html).await?;
        }
        index.get_files().await
    });
    let files = files.map_err(|error| format!("{error:#}"))?;
    let needs_plain =
        files.iter().any(|file| file.filename.as_os_str() == ENTRY && is_without_stems(&file.contents));
    let mut kept: Vec<(String, Vec<u8>)> = files
        .into_iter()
        .map(|file| (file.filename.to_string_lossy().replace('\\', "/"), file.contents))
        .filter(|(name, _)| is_used(name) || (needs_plain && name == PLAIN))
        .collect();
    kept.sort();
    kept.dedup_by(|one, other| one.0 == other.0);
    Ok(kept)
}

const ENTRY: &str = "pagefind-entry.json";

/// The program for languages whose words pagefind does not know.
const PLAIN: &str = "wasm.unknown.pagefind";

/// Not the interfaces pagefind brings along, nor its worker: the theme has its own, and asks for none.
fn is_used(name: &str) -> bool {
    let is_interface = name.ends_with("ui.js") || name.ends_with("ui.css");
    !is_interface && !matches!(name, PLAIN | "pagefind-highlight.js" | "pagefind-worker.js")
}

fn is_without_stems(entry: &[u8]) -> bool {
    let entry: serde_json::Value = serde_json::from_slice(entry).unwrap_or_default();
    let languages = entry["languages"].as_object();
    languages.is_none_or(|languages| languages.values().any(|language| language["wasm"].is_null()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(n: usize, lang: &str) -> Record {
        let html = format!(
            "<html lang=\"{lang}\"><body><meta data-pagefind-filter=\"tipo[content]\" content=\"Tipo {}\">\
             <h1>Pagina {n}</h1><p>Città, perché {} parole {n}</p></body></html>",
            n % 3,
            n % 7
        );
        Record { url: format!("/p{n}/"), html }
    }

    #[test]
    fn the_same_records_give_the_same_bytes() {
        let records = || (0..60).map(|n| record(n, if n % 5 == 0 { "en" } else { "it" })).collect::<Vec<_>>();
        let make = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| index(records()).unwrap())
        };
        let first = make(1);
        assert!(first == make(1) && first == make(4));
        let names: Vec<&str> = first.iter().map(|(name, _)| name.as_str()).collect();
        let fragments = names.iter().filter(|name| name.starts_with("fragment/")).count();
        assert_eq!(fragments, 60, "{names:?}");
        let others: Vec<&str> =
            names.iter().copied().filter(|name| !name.contains('/') && !name.ends_with("pf_meta")).collect();
        assert_eq!(others, ["pagefind-entry.json", "pagefind.js", "wasm.en.pagefind", "wasm.it.pagefind"]);
    }

    #[test]
    fn a_language_without_stems_is_searched_all_the_same() {
        let files = index(vec![record(1, "fur")]).unwrap();
        assert!(files.iter().any(|(name, _)| name == PLAIN));
        assert!(index(Vec::new()).is_ok());
    }
}
