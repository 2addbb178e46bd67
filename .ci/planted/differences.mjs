// Where we judge otherwise than axe-core, and why.

/** Rules that axe decides by what it guesses, and that we put as a question. */
export const ASKED = new Set([]);

/** Rules about a whole page or a set of elements: axe names the first of the set or its root, we the one to be mended. */
export const OF_SETS = new Set([
  "accesskeys",
  "css-orientation-lock",
  "document-title",
  "html-has-lang",
  "html-lang-valid",
  "html-xml-lang-mismatch",
  "landmark-no-duplicate-banner",
  "landmark-no-duplicate-contentinfo",
  "landmark-no-duplicate-main",
  "landmark-one-main",
  "landmark-unique",
  "page-has-heading-one",
  "td-headers-attr",
]);

/** The rule, what would be said, the planted line, and the reason. */
export const DIFFER = [
  { rule: "aria-prohibited-attr", kind: "only ours", when: /aria-roledescription/, why: "ARIA 1.2 and ACT kb1m8s forbid it on generic elements" },
  { rule: "duplicate-id", kind: "only ours", when: /id="y".*id="y"/, why: "obsolete for axe; for us an anchor that leads to the wrong place" },
  { rule: "frame-focusable-content", kind: "only ours", when: /srcdoc/, why: "axe would have to run inside of the frame" },
  { rule: "presentation-role-conflict", kind: "only ours", when: /<div id="x" role="none"/, why: "ACT 46ca7f speaks of every element" },
  { rule: "skip-link", kind: "only ours", when: /#testo/, why: "axe looks at links off screen only" },
  { rule: "target-size", kind: "missed", when: /<button id="x">Cerca <a/, why: "the size of a text is a matter of layout" },
  { rule: "th-has-data-cells", kind: "only ours", when: /headers="orario"/, why: "HTML gives a cell with `headers` no other header" },
];
