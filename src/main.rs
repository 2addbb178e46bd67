//! The program: parse, run, exit code.
use std::io::Write;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let root = std::path::PathBuf::from(args.get(2).cloned().unwrap_or(".".into()));
    let order = arengo::pipeline::Order {
        request: arengo::load::Request {
            today: "2026-11-22".parse().unwrap(),
            base_url: None,
            drafts: false,
            root: root.clone(),
        },
        output: args.get(3).map(Into::into).unwrap_or(root.join("public")),
        publish: args[1] == "build",
        minify: None,
        strict: false,
        cache: std::env::var_os("ARENGO_CACHE").map(Into::into),
        progress: std::sync::Arc::new(|_| {}),
    };
    let l10n = arengo::l10n::L10n::new(arengo::l10n::Lang::It);
    match arengo::pipeline::run(&order) {
        Err(failure) => {
            let _ = writeln!(std::io::stderr(), "{}: {:?}", l10n.message(&failure.message), failure);
            std::process::exit(3)
        }
        Ok(build) => {
            let report = arengo::diagnostic::Report {
                findings: &build.findings,
                accepted: build.accepted,
                pages: build.pages,
                date: "2026-11-22".parse().unwrap(),
            };
            let _ = arengo::diagnostic::show(
                arengo::diagnostic::Format::Text,
                &report,
                &build.sources,
                &l10n,
                &mut std::io::stdout(),
                &Default::default(),
            );
            let _ = writeln!(
                std::io::stdout(),
                "{} pages, {:?}, {:?}",
                build.pages,
                build.written,
                build.timings
            );
        }
    }
}
