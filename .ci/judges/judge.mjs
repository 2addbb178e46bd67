// The judges from outside, over every page of a built portal: `node judge.mjs PUBLISHED READABLE WHOLE_SHEET`.
//
// PUBLISHED is the output of `arengo build`, READABLE that of `arengo build --no-minify` (html-validate wants the source as it was
// written), WHOLE_SHEET Bootstrap Italia's as its makers hand it out. Nothing is fetched from outside: the pages are served from this machine. The exit code is 1 when a judge objects.

import { markup } from "./markup.mjs";
import { checker } from "./checker.mjs";
import { browser } from "./browser.mjs";
import { pruning } from "./pruning.mjs";
import { pagesOf } from "./site.mjs";

const [published, readable, wholeSheet] = process.argv.slice(2);
if (!published || !readable || !wholeSheet) {
  console.error("usage: node judge.mjs PUBLISHED READABLE WHOLE_SHEET");
  process.exit(2);
}

const pages = await pagesOf(published);
let objections = 0;

/** Shows what a judge says, the same sentence once with the pages it was said of. */
function tell(judge, seconds, said) {
  const byText = new Map();
  for (const { text, page } of said) byText.set(text, [...(byText.get(text) ?? []), page]);
  console.log(`${judge}: ${pages.length} pages, ${said.length} objections, ${seconds.toFixed(0)} s`);
  for (const [text, where] of byText) {
    const more = where.length > 3 ? ` and ${where.length - 3} more` : "";
    console.log(`  ${text}\n    on ${where.slice(0, 3).join(", ")}${more}`);
  }
  objections += said.length;
}

/** Runs one judge; `work` gives a list of `{ text, page }`. */
async function hear(judge, work) {
  const begun = performance.now();
  const said = await work();
  tell(judge, (performance.now() - begun) / 1000, said);
}

// The checker is one Java program beside the browser's two pages.
const nu = hear("Nu HTML checker", () => checker(published));
await hear("html-validate", () => markup(readable));
await nu;
await hear("Chromium, the sheet whole and cut", () => pruning(published, pages, wholeSheet));
await hear("Chromium with axe-core", () => browser(published, pages));
process.exit(objections === 0 ? 0 : 1);
