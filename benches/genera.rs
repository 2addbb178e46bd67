//! Writes a generated site: `cargo run --release --example genera -- DIR N [SEED [arengo|hugo|zola [ACTS TABLES ROWS]]]`.

#![expect(clippy::disallowed_methods, reason = "tests and benches make the sites they look at")]

use std::{path::PathBuf, process::ExitCode};

mod support;

use support::{generate::Size, law::Law};

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let dir = args.next().map(PathBuf::from);
    let size = args.next().and_then(|n| n.parse().ok());
    let seed = args.next().map_or(Some(1), |seed| seed.parse().ok());
    let program = args.next().unwrap_or_else(|| "arengo".to_owned());
    let counts: Option<Vec<usize>> = args.map(|n| n.parse().ok()).collect();
    let law = match counts.as_deref() {
        Some([]) => Some(Law::default()),
        Some(&[acts, tables, rows]) => Some(Law { acts, tables, rows }),
        _ => None,
    };
    let (Some(dir), Some(contents), Some(seed), Some(law)) = (dir, size, seed, law) else {
        return fail("genera DIR N [SEED [arengo|hugo|zola [ACTS TABLES ROWS]]]");
    };
    if dir.join("content").exists() {
        return fail("DIR has a content/ already");
    }
    match support::generate(&program, &dir, Size { contents, law }, seed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

#[expect(clippy::print_stderr, reason = "a program for developers, without the program's own writers")]
fn fail(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
