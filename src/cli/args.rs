//! The tree of commands, as typed: nothing here knows yet what a date or a folder means.
//! Help texts are not here: `localize` finds them in Fluent by the names of commands and arguments.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, builder::PossibleValuesParser};

use crate::{diagnostic::Format, wcag::Level};

/// Everything that can be typed after `arengo`.
#[derive(Debug, Parser)]
#[command(name = "arengo", version, subcommand_required = true, arg_required_else_help = true)]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub general: General,
}

#[derive(Debug, Args)]
pub(super) struct General {
    #[arg(long, global = true, value_name = "LANG", value_parser = PossibleValuesParser::new(["it", "en"]))]
    pub lang: Option<String>,
    #[arg(long, global = true, value_name = "WHEN")]
    #[arg(value_parser = PossibleValuesParser::new(["auto", "always", "never"]))]
    pub color: Option<String>,
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    #[arg(short, long, global = true)]
    pub verbose: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    pub version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Init(InitArguments),
    New(NewArguments),
    Build(BuildArguments),
    Check(JudgeArguments),
    Audit(AuditArguments),
    Deadlines(DeadlinesArguments),
    Register(RegisterArguments),
    #[cfg(feature = "serve")]
    Serve(ServeArguments),
    Schema(SchemaArguments),
    Explain(ExplainArguments),
    Help(CommandName),
    #[command(hide = true)]
    Completions(ShellName),
    #[command(hide = true)]
    Man(CommandName),
}

#[derive(Debug, Args)]
pub(super) struct InitArguments {
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct NewArguments {
    #[arg(value_name = "TYPE")]
    pub content_type: String,
    #[arg(value_name = "TITLE")]
    pub title: String,
    #[arg(long, value_name = "DIR")]
    pub site: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct BuildArguments {
    #[command(flatten)]
    pub judge: JudgeArguments,
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub no_minify: bool,
    #[arg(long)]
    pub no_search: bool,
    #[arg(long)]
    pub no_audit: bool,
    #[arg(long)]
    pub timings: bool,
    #[arg(long, value_name = "DIR")]
    pub cache: Option<PathBuf>,
}

/// What `build` and `check` share.
#[derive(Debug, Args)]
pub(super) struct JudgeArguments {
    #[arg(long, value_name = "DIR", action = ArgAction::Append)]
    pub site: Vec<PathBuf>,
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    #[arg(long)]
    pub drafts: bool,
    #[arg(long)]
    pub strict: bool,
    #[arg(long, value_name = "DIR")]
    pub declaration: Option<PathBuf>,
    #[arg(long, value_name = "N")]
    pub jobs: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    #[arg(value_parser = PossibleValuesParser::new(Format::ALL.map(Format::name)))]
    pub format: Option<String>,
}

/// What the preview is asked for.
#[cfg(feature = "serve")]
#[derive(Debug, Args)]
pub(super) struct ServeArguments {
    #[arg(long, value_name = "DIR")]
    pub site: Option<PathBuf>,
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    #[arg(long)]
    pub drafts: bool,
    #[arg(long, value_name = "HOST")]
    pub host: Option<String>,
    #[arg(long, value_name = "N")]
    pub port: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub allow_host: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub editor: Option<String>,
    #[arg(long)]
    pub open: bool,
}

#[cfg(feature = "serve")]
impl ServeArguments {
    /// The part that it shares with `check`.
    pub(super) fn judge(&self) -> JudgeArguments {
        JudgeArguments {
            site: self.site.iter().cloned().collect(),
            date: self.date.clone(),
            base_url: None,
            drafts: self.drafts,
            strict: false,
            jobs: None,
            format: None,
            declaration: None,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct AuditArguments {
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    #[arg(long, value_name = "LEVEL", ignore_case = true)]
    #[arg(value_parser = PossibleValuesParser::new(Level::ALL.map(Level::name)))]
    pub level: Option<String>,
    #[arg(long, value_name = "RULES", value_delimiter = ',', action = ArgAction::Append)]
    pub rules: Vec<String>,
    #[arg(long, value_name = "FILE", action = ArgAction::Append)]
    pub css: Vec<PathBuf>,
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    #[arg(long)]
    pub strict: bool,
    #[arg(long, value_name = "DIR")]
    pub declaration: Option<PathBuf>,
    #[arg(long, value_name = "N")]
    pub jobs: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    #[arg(value_parser = PossibleValuesParser::new(Format::ALL.map(Format::name)))]
    pub format: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct DeadlinesArguments {
    #[arg(long, value_name = "DIR")]
    pub site: Option<PathBuf>,
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    #[arg(long, value_name = "N")]
    pub days: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub office: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    #[arg(value_parser = PossibleValuesParser::new(crate::agenda::Form::ALL.map(crate::agenda::Form::name)))]
    pub format: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["office", "format", "html"])]
    pub next_change: bool,
}

#[derive(Debug, Args)]
pub(super) struct RegisterArguments {
    #[arg(long, value_name = "DIR")]
    pub site: Option<PathBuf>,
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub year: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    #[arg(value_parser = PossibleValuesParser::new(crate::register::Form::ALL.map(crate::register::Form::name)))]
    pub format: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub log: Option<PathBuf>,
    #[arg(long, value_name = "DIR", requires = "log")]
    pub record: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    #[arg(value_name = "TYPE")]
    pub content_type: Option<String>,
    #[arg(long, conflicts_with_all = ["content_type", "output"])]
    pub words: bool,
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub site: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct CommandName {
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ShellName {
    #[arg(value_name = "SHELL")]
    #[arg(value_parser = PossibleValuesParser::new(["bash", "elvish", "fish", "powershell", "zsh"]))]
    pub shell: String,
}
