// Computed styles of the planted pages: ours against those of Chromium, element by element.
//
// Ours come from the test `styles_are_told_to_who_asks`, run with ARENGO_STYLES_OF. What we are not sure of is not compared.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { planted } from "./planted.mjs";

const lists = process.argv.slice(2);
if (!lists.length) {
  console.error("usage: styles.mjs LIST…");
  process.exit(2);
}
const DESK = { width: 1280, height: 900 };
const PROPERTIES = ["color", "background-color", "font-size", "font-weight", "display", "visibility", "opacity"];
/** What is otherwise on purpose, or known, by element and property. */
const KNOWN = {
  "area display": "an area of a map is there wherever its image is",
  "input color": "a slider is drawn by the browser and shows no text",
  "input background-color": "the same",
  "select background-color": "newer Chromium paints closed lists grey, where we still count on white",
  "summary display": "a list item is a block for all that we ask",
  "track background-color": "browsers compute no style for a track",
  "track display": "the same",
  "track visibility": "the same",
};
/** Of 255. */
const SLACK = 2;

/** Runs in the page: the same as ours, colours as bytes of sRGB. */
function inPage(properties) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true, colorSpace: "srgb" });
  const known = new Map();
  const bytes = (colour) => {
    if (!known.has(colour)) {
      const alpha = /(?:\/|,[^,]+,[^,]+,)\s*([\d.e-]+)\)$/.exec(colour);
      pen.clearRect(0, 0, 1, 1);
      pen.globalAlpha = 1;
      pen.fillStyle = colour.replace(/(\/\s*)[\d.e-]+\)$/, "$11)").replace(/^rgba\((.*),\s*[\d.e-]+\)$/, "rgb($1)");
      pen.fillRect(0, 0, 1, 1);
      known.set(colour, [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3), alpha ? Number(alpha[1]) : 1]);
    }
    return known.get(colour);
  };
  return [...document.body.querySelectorAll("*")].map((element) => {
    const style = getComputedStyle(element);
    const told = { name: element.localName };
    for (const property of properties) {
      const value = style.getPropertyValue(property);
      told[property] = property.endsWith("color") ? bytes(value) : value;
    }
    return told;
  });
}

function differs(property, ours, theirs) {
  if (ours === null) return false;
  if (property.endsWith("color")) {
    const isClear = ours[3] < 0.005 && theirs[3] < 0.005;
    return !isClear && ours.some((part, index) => Math.abs(part - theirs[index]) > (index === 3 ? 0.02 : SLACK));
  }
  if (property === "font-size" || property === "font-weight" || property === "opacity") {
    return Math.abs(ours - parseFloat(theirs)) > 0.02;
  }
  return ours !== theirs;
}

const folder = mkdtempSync(join(tmpdir(), "arengo-styles-"));
const pages = lists.flatMap((list) => planted(readFileSync(list, "utf8")));
pages.forEach(({ page }, index) => writeFileSync(join(folder, `${index}.html`), page.replace(/http-equiv=.?refresh/gi, "data-planted")));
execFileSync("cargo", ["test", "--quiet", "--lib", "styles_are_told_to_who_asks"], {
  env: { ...process.env, ARENGO_STYLES_OF: folder },
  stdio: ["ignore", "ignore", "inherit"],
});
const ours = JSON.parse(readFileSync(join(folder, "styles.json"), "utf8"));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: DESK, colorScheme: "light", reducedMotion: "reduce" });
const tab = await context.newPage();
let compared = 0;
const said = new Map();
for (const [index, { line }] of pages.entries()) {
  const name = `${index}.html`;
  await tab.goto(pathToFileURL(join(folder, name)).href, { waitUntil: "domcontentloaded" });
  const theirs = await tab.evaluate(inPage, PROPERTIES);
  const own = ours[name];
  // Elements in shadow trees stand elsewhere in our tree.
  if (own.map(({ name }) => name).join() !== theirs.map(({ name }) => name).join()) continue;
  for (const [place, element] of own.entries()) {
    for (const property of PROPERTIES) {
      compared += 1;
      if (`${element.name} ${property}` in KNOWN || !differs(property, element[property], theirs[place][property])) continue;
      const text = `${element.name}\t${property}\t${element[property]} / ${theirs[place][property]}`;
      said.set(text, said.get(text) ?? line);
    }
  }
}
await browser.close();
rmSync(folder, { recursive: true });
for (const [text, line] of [...said].sort()) console.log(`${text}\n\t${line.slice(0, 200)}`);
console.log(`${pages.length} pages, ${compared} values compared, ${said.size} differ`);
process.exit(said.size ? 1 : 0);
