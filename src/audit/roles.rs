//! What ARIA says of roles, as a table: WAI-ARIA 1.2 with the DPUB and graphics modules.
//!
//! Which role an element has is decided in `semantics`.

use std::sync::LazyLock;

pub use super::attributes::{ATTRIBUTES, GLOBAL, PROHIBITED, ValueKind, value_kind};
use super::numbers::ByName;

/// What a role is and asks for.
#[derive(Debug)]
pub struct Role {
    pub name: &'static str,
    /// The more general role that decides where this one says nothing (`doc-backlink` is a `link`).
    pub base: &'static str,
    /// Nobody may write it.
    pub is_abstract: bool,
    pub is_widget: bool,
    pub is_landmark: bool,
    /// What stands inside gives the name.
    pub named_by_content: bool,
    /// `aria-label` and `aria-labelledby` are not allowed.
    pub naming_prohibited: bool,
    /// What stands inside has no meaning of its own.
    pub children_presentational: bool,
    /// Attributes that must be there.
    pub required: &'static [&'static str],
    /// Attributes that are allowed, besides the global ones.
    pub supported: &'static [&'static str],
    /// Roles in which it must stand.
    pub context: &'static [&'static str],
    /// Roles of which it must hold some, and nothing else.
    pub owned: &'static [&'static str],
}

impl Role {
    const fn new(name: &'static str) -> Self {
        Self {
            name,
            base: "",
            is_abstract: false,
            is_widget: false,
            is_landmark: false,
            named_by_content: false,
            naming_prohibited: false,
            children_presentational: false,
            required: &[],
            supported: &[],
            context: &[],
            owned: &[],
        }
    }

    const fn base(mut self, base: &'static str) -> Self {
        self.base = base;
        self
    }

    const fn abstract_role(mut self) -> Self {
        self.is_abstract = true;
        self
    }

    const fn widget(mut self) -> Self {
        self.is_widget = true;
        self
    }

    const fn landmark(mut self) -> Self {
        self.is_landmark = true;
        self
    }

    const fn content(mut self) -> Self {
        self.named_by_content = true;
        self
    }

    const fn unnamed(mut self) -> Self {
        self.naming_prohibited = true;
        self
    }

    const fn flat(mut self) -> Self {
        self.children_presentational = true;
        self
    }

    const fn required(mut self, attributes: &'static [&'static str]) -> Self {
        self.required = attributes;
        self
    }

    const fn supported(mut self, attributes: &'static [&'static str]) -> Self {
        self.supported = attributes;
        self
    }

    const fn within(mut self, roles: &'static [&'static str]) -> Self {
        self.context = roles;
        self
    }

    const fn owns(mut self, roles: &'static [&'static str]) -> Self {
        self.owned = roles;
        self
    }

    /// Whether it is this role or one made from it.
    pub fn is_a(&self, name: &str) -> bool {
        self.name == name || (!name.is_empty() && self.base == name)
    }

    /// Whether an attribute may stand on an element of this role.
    pub fn allows(&self, attribute: &str) -> bool {
        if self.prohibits(attribute) {
            return false;
        }
        GLOBAL.contains(&attribute)
            || self.supported.contains(&attribute)
            || self.required.contains(&attribute)
            || role(self.base).is_some_and(|base| base.allows(attribute))
    }

    /// Whether an attribute says something that the role must not say: a name where none is read, or another role
    /// where there is none.
    pub fn prohibits(&self, attribute: &str) -> bool {
        let is_name = matches!(attribute, "aria-braillelabel" | "aria-label" | "aria-labelledby");
        self.naming_prohibited && PROHIBITED.contains(&attribute) && (is_name || self.name == "generic")
    }

    /// Whether the role takes `none` off: it has no meaning.
    pub fn is_none(&self) -> bool {
        matches!(self.name, "none" | "presentation")
    }
}

/// The role with this name, in lower case.
pub fn role(name: &str) -> Option<&'static Role> {
    BY_NAME.get(name).copied()
}

/// Every role an element may have.
pub(super) fn all() -> impl Iterator<Item = &'static Role> {
    ROLES.iter().chain([&GENERIC, &NO_ROLE])
}

static BY_NAME: LazyLock<ByName<&Role>> =
    LazyLock::new(|| ROLES.iter().map(|role| (role.name, role)).collect());

/// An element without a role of its own: `<div>`, `<span>`.
pub static GENERIC: Role = Role::new("generic").unnamed();
/// An element for which no role exists: `<video>`, `<legend>`.
pub static NO_ROLE: Role = Role::new("");

const ACTIVE: &str = "aria-activedescendant";
const EXPANDED: &str = "aria-expanded";
const SET: &[&str] = &["aria-posinset", "aria-setsize"];
const RANGE: &[&str] = &["aria-valuenow", "aria-valuemin", "aria-valuemax", "aria-valuetext"];
const CELL: &[&str] = &[
    "aria-colindex",
    "aria-colindextext",
    "aria-colspan",
    "aria-rowindex",
    "aria-rowindextext",
    "aria-rowspan",
];
const GRID_CELL: &[&str] = &[
    "aria-colindex",
    "aria-colindextext",
    "aria-colspan",
    "aria-rowindex",
    "aria-rowindextext",
    "aria-rowspan",
    EXPANDED,
    "aria-readonly",
    "aria-required",
    "aria-selected",
    "aria-sort",
];
const GRID: &[&str] = &[
    ACTIVE,
    "aria-colcount",
    "aria-rowcount",
    "aria-multiselectable",
    "aria-readonly",
    "aria-orientation",
    "aria-required",
];
const ROW: &[&str] = &[
    ACTIVE,
    "aria-colindex",
    "aria-rowindex",
    "aria-rowindextext",
    EXPANDED,
    "aria-level",
    "aria-posinset",
    "aria-selected",
    "aria-setsize",
];
const MENU_ITEM: &[&str] = &["aria-checked", EXPANDED, "aria-posinset", "aria-setsize"];
const MENU_ITEMS: &[&str] = &["group", "menuitem", "menuitemcheckbox", "menuitemradio"];
const MENUS: &[&str] = &["group", "menu", "menubar"];
const TEXT: &[&str] =
    &[ACTIVE, "aria-autocomplete", "aria-multiline", "aria-placeholder", "aria-readonly", "aria-required"];
const TABLES: &[&str] = &["grid", "rowgroup", "table", "treegrid"];

/// Sorted by name.
static ROLES: &[Role] = &[
    Role::new("alert"),
    Role::new("alertdialog").supported(&["aria-modal"]),
    Role::new("application").supported(&[ACTIVE, EXPANDED]),
    Role::new("article").supported(SET),
    Role::new("banner").landmark(),
    Role::new("blockquote"),
    Role::new("button").widget().content().flat().supported(&[EXPANDED, "aria-pressed"]),
    Role::new("caption").unnamed(),
    Role::new("cell").content().supported(CELL).within(&["row"]),
    Role::new("checkbox").widget().content().flat().required(&["aria-checked"]).supported(&[
        EXPANDED,
        "aria-readonly",
        "aria-required",
    ]),
    Role::new("code").unnamed(),
    Role::new("columnheader").widget().content().supported(GRID_CELL).within(&["row"]),
    Role::new("combobox").widget().required(&[EXPANDED]).supported(&[
        ACTIVE,
        "aria-autocomplete",
        "aria-placeholder",
        "aria-readonly",
        "aria-required",
    ]),
    Role::new("command").abstract_role(),
    Role::new("comment").content().supported(&["aria-level", "aria-posinset", "aria-setsize"]),
    Role::new("complementary").landmark(),
    Role::new("composite").abstract_role(),
    Role::new("contentinfo").landmark(),
    Role::new("definition"),
    Role::new("deletion").unnamed(),
    Role::new("dialog").supported(&["aria-modal"]),
    Role::new("directory").base("list"),
    Role::new("doc-abstract"),
    Role::new("doc-acknowledgments").landmark(),
    Role::new("doc-afterword").landmark(),
    Role::new("doc-appendix").landmark(),
    Role::new("doc-backlink").base("link").widget().content(),
    Role::new("doc-biblioentry").within(&["list", "doc-bibliography"]).base("listitem"),
    Role::new("doc-bibliography").landmark(),
    Role::new("doc-biblioref").base("link").widget().content(),
    Role::new("doc-chapter").landmark(),
    Role::new("doc-colophon"),
    Role::new("doc-conclusion").landmark(),
    Role::new("doc-cover").base("img"),
    Role::new("doc-credit"),
    Role::new("doc-credits").landmark(),
    Role::new("doc-dedication"),
    Role::new("doc-endnote").base("listitem"),
    Role::new("doc-endnotes").landmark(),
    Role::new("doc-epigraph"),
    Role::new("doc-epilogue").landmark(),
    Role::new("doc-errata").landmark(),
    Role::new("doc-example"),
    Role::new("doc-footnote"),
    Role::new("doc-foreword").landmark(),
    Role::new("doc-glossary").landmark(),
    Role::new("doc-glossref").base("link").widget().content(),
    Role::new("doc-index").base("navigation").landmark(),
    Role::new("doc-introduction").landmark(),
    Role::new("doc-noteref").base("link").widget().content(),
    Role::new("doc-notice").base("note"),
    Role::new("doc-pagebreak").base("separator").flat(),
    Role::new("doc-pagefooter").unnamed(),
    Role::new("doc-pageheader").unnamed(),
    Role::new("doc-pagelist").base("navigation").landmark(),
    Role::new("doc-part").landmark(),
    Role::new("doc-preface").landmark(),
    Role::new("doc-prologue").landmark(),
    Role::new("doc-pullquote"),
    Role::new("doc-qna"),
    Role::new("doc-subtitle").base("heading").content(),
    Role::new("doc-tip").base("note"),
    Role::new("doc-toc").base("navigation").landmark(),
    Role::new("document"),
    Role::new("emphasis").unnamed(),
    Role::new("feed").owns(&["article"]),
    Role::new("figure"),
    Role::new("form").landmark(),
    Role::new("generic").unnamed(),
    Role::new("graphics-document").base("document"),
    Role::new("graphics-object").base("group"),
    Role::new("graphics-symbol").base("img").flat(),
    Role::new("grid").widget().supported(GRID).owns(&["row", "rowgroup", "caption"]),
    Role::new("gridcell").widget().content().supported(GRID_CELL).within(&["row"]),
    Role::new("group").supported(&[ACTIVE]),
    Role::new("heading").content().required(&["aria-level"]),
    Role::new("image").base("img").flat(),
    Role::new("img").flat(),
    Role::new("input").abstract_role(),
    Role::new("insertion").unnamed(),
    Role::new("landmark").abstract_role(),
    Role::new("link").widget().content().supported(&[EXPANDED]),
    Role::new("list").owns(&["listitem"]),
    Role::new("listbox")
        .widget()
        .supported(&[
            ACTIVE,
            EXPANDED,
            "aria-multiselectable",
            "aria-orientation",
            "aria-readonly",
            "aria-required",
        ])
        .owns(&["group", "option"]),
    Role::new("listitem")
        .supported(&["aria-level", "aria-posinset", "aria-setsize"])
        .within(&["directory", "list"]),
    Role::new("log"),
    Role::new("main").landmark(),
    Role::new("mark").unnamed(),
    Role::new("marquee"),
    Role::new("math"),
    Role::new("menu").widget().supported(&[ACTIVE, "aria-orientation"]).owns(MENU_ITEMS),
    Role::new("menubar").widget().supported(&[ACTIVE, "aria-orientation"]).owns(MENU_ITEMS),
    Role::new("menuitem")
        .widget()
        .content()
        .supported(&[EXPANDED, "aria-posinset", "aria-setsize"])
        .within(MENUS),
    Role::new("menuitemcheckbox")
        .widget()
        .content()
        .flat()
        .required(&["aria-checked"])
        .supported(MENU_ITEM)
        .within(MENUS),
    Role::new("menuitemradio")
        .widget()
        .content()
        .flat()
        .required(&["aria-checked"])
        .supported(MENU_ITEM)
        .within(MENUS),
    Role::new("meter").flat().required(&["aria-valuenow"]).supported(RANGE),
    Role::new("navigation").landmark(),
    Role::new("none").unnamed(),
    Role::new("note"),
    Role::new("option")
        .widget()
        .content()
        .flat()
        .supported(&["aria-checked", "aria-posinset", "aria-selected", "aria-setsize"])
        .within(&["group", "listbox"]),
    Role::new("paragraph").unnamed(),
    Role::new("presentation").unnamed(),
    Role::new("progressbar").widget().flat().supported(RANGE),
    Role::new("radio").widget().content().flat().required(&["aria-checked"]).supported(SET),
    Role::new("radiogroup").widget().supported(&[
        ACTIVE,
        "aria-orientation",
        "aria-readonly",
        "aria-required",
    ]),
    Role::new("range").abstract_role(),
    Role::new("region").landmark(),
    Role::new("roletype").abstract_role(),
    Role::new("row").content().supported(ROW).within(TABLES).owns(&[
        "cell",
        "columnheader",
        "gridcell",
        "rowheader",
    ]),
    Role::new("rowgroup").within(&["grid", "table", "treegrid"]).owns(&["row"]),
    Role::new("rowheader").widget().content().supported(GRID_CELL).within(&["row"]),
    Role::new("scrollbar").widget().flat().required(&["aria-controls", "aria-valuenow"]).supported(&[
        "aria-orientation",
        "aria-valuemin",
        "aria-valuemax",
        "aria-valuetext",
    ]),
    Role::new("search").landmark(),
    Role::new("searchbox").widget().supported(TEXT),
    Role::new("section").abstract_role(),
    Role::new("sectionhead").abstract_role(),
    Role::new("select").abstract_role(),
    Role::new("separator").flat().supported(&[
        "aria-orientation",
        "aria-valuenow",
        "aria-valuemin",
        "aria-valuemax",
        "aria-valuetext",
    ]),
    Role::new("slider").widget().flat().required(&["aria-valuenow"]).supported(&[
        "aria-orientation",
        "aria-readonly",
        "aria-valuemin",
        "aria-valuemax",
        "aria-valuetext",
    ]),
    Role::new("spinbutton").widget().supported(&[
        ACTIVE,
        "aria-readonly",
        "aria-required",
        "aria-valuenow",
        "aria-valuemin",
        "aria-valuemax",
        "aria-valuetext",
    ]),
    Role::new("status"),
    Role::new("strong").unnamed(),
    Role::new("structure").abstract_role(),
    Role::new("subscript").unnamed(),
    Role::new("suggestion").unnamed().owns(&["insertion", "deletion"]),
    Role::new("superscript").unnamed(),
    Role::new("switch").widget().content().flat().required(&["aria-checked"]).supported(&[
        EXPANDED,
        "aria-readonly",
        "aria-required",
    ]),
    Role::new("tab")
        .widget()
        .content()
        .flat()
        .supported(&[EXPANDED, "aria-posinset", "aria-selected", "aria-setsize"])
        .within(&["tablist"]),
    Role::new("table").supported(&["aria-colcount", "aria-rowcount"]).owns(&["row", "rowgroup", "caption"]),
    Role::new("tablist")
        .widget()
        .supported(&[ACTIVE, "aria-multiselectable", "aria-orientation"])
        .owns(&["tab"]),
    Role::new("tabpanel"),
    Role::new("term"),
    Role::new("text").content().flat(),
    Role::new("textbox").widget().supported(TEXT),
    Role::new("time").unnamed(),
    Role::new("timer"),
    Role::new("toolbar").supported(&[ACTIVE, "aria-orientation"]),
    Role::new("tooltip").content(),
    Role::new("tree")
        .widget()
        .supported(&[ACTIVE, "aria-multiselectable", "aria-orientation", "aria-required"])
        .owns(&["group", "treeitem"]),
    Role::new("treegrid").widget().supported(GRID).owns(&["row", "rowgroup", "caption"]),
    Role::new("treeitem")
        .widget()
        .content()
        .supported(&[
            "aria-checked",
            EXPANDED,
            "aria-level",
            "aria-posinset",
            "aria-selected",
            "aria-setsize",
        ])
        .within(&["group", "tree"]),
    Role::new("widget").abstract_role(),
    Role::new("window").abstract_role(),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_whole() {
        assert!(ROLES.is_sorted_by(|a, b| a.name < b.name));
        for known in ROLES {
            assert!(known.base.is_empty() || role(known.base).is_some(), "{}", known.name);
            for name in known.context.iter().chain(known.owned) {
                assert!(role(name).is_some(), "{}: {name}", known.name);
            }
            for attribute in known.required.iter().chain(known.supported) {
                assert!(value_kind(attribute).is_some(), "{}: {attribute}", known.name);
            }
        }
    }

    #[test]
    fn what_a_role_allows() {
        let check = |name, attribute, expected| {
            assert_eq!(role(name).unwrap().allows(attribute), expected, "{name} {attribute}");
        };
        check("button", "aria-pressed", true);
        check("button", "aria-sort", false);
        check("doc-backlink", "aria-expanded", true);
        check("generic", "aria-label", false);
        check("generic", "aria-live", true);
    }
}
