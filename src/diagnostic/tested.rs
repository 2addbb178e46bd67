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

/// A page that was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestedPage {
    /// Address on the site, or path of the audited file.
    pub page: String,
    /// One for every test, in their order.
    pub conclusions: Vec<Conclusion>,
}

/// Everything that was tested.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tested {
    pub tests: Vec<Test>,
    /// By name.
    pub pages: Vec<TestedPage>,
}
