//! What every rule concluded on every page, praise included: reports of conformance want to know what was tested.

/// The gravest thing a rule said on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conclusion {
    /// The rule did not run.
    #[default]
    Untested,
    /// There was nothing it could have said anything about.
    Inapplicable,
    Passed,
    CantTell,
    Failed,
}

/// A rule that ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Test {
    pub rule: &'static str,
    pub wcag: &'static [&'static str],
    pub act: &'static [&'static str],
}

/// What kinds of content a page holds: a criterion about films says nothing of pages without any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub struct Features {
    /// Sound, films, embedded pages, or links to files of such kinds.
    pub media: bool,
    /// Fields to fill in.
    pub controls: bool,
    /// Fields for passwords.
    pub passwords: bool,
    pub scripts: bool,
    /// Elements that move by themselves.
    pub motion: bool,
    /// Reloads after a while.
    pub timing: bool,
    /// Keys that do something.
    pub shortcuts: bool,
}

impl Features {
    /// What either of the two holds.
    pub fn or(self, other: Self) -> Self {
        Self {
            media: self.media || other.media,
            controls: self.controls || other.controls,
            passwords: self.passwords || other.passwords,
            scripts: self.scripts || other.scripts,
            motion: self.motion || other.motion,
            timing: self.timing || other.timing,
            shortcuts: self.shortcuts || other.shortcuts,
        }
    }
}

/// A page that was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestedPage {
    /// Address on the site, or path of the audited file.
    pub page: String,
    /// One for every test, in their order.
    pub conclusions: Vec<Conclusion>,
    pub features: Features,
}

/// Everything that was tested.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tested {
    pub tests: Vec<Test>,
    /// By name.
    pub pages: Vec<TestedPage>,
}
