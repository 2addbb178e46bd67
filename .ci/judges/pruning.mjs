// What the build leaves out of Bootstrap Italia's sheet is missed nowhere: every element of every kind of page has the same
// computed style under the sheet that is published and under the whole one.

import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { serve } from "./site.mjs";

const SHEET = /\/css\/bootstrap-italia\.min\.css$/;
const SIZES = [{ width: 1280, height: 900 }, { width: 360, height: 740 }];

/** One page of each part of the site, told by the first two steps of its address. */
function kinds(pages) {
  const byKind = new Map();
  for (const page of pages) byKind.set(page.split("/").slice(1, 3).join("/"), page);
  return [...byKind.values()];
}

/** Every element with all its computed values, custom properties aside: those that nothing reads are left out on purpose. */
const styles = () => [...document.querySelectorAll("*")].map((element) => {
  const parts = [null, "::before", "::after"].map((pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
  });
  return { name: `${element.tagName.toLowerCase()}.${[...element.classList].join(".")}`, values: parts.flat() };
});

async function stylesOf(page, address) {
  const found = [];
  await page.goto(address, { waitUntil: "load" });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    found.push(...await page.evaluate(styles));
  }
  return found;
}

export async function pruning(folder, pages, wholeSheet) {
  const whole = await readFile(wholeSheet, "utf8");
  const { base, stop } = await serve(folder);
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const chrome = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const said = [];
  try {
    const context = await chrome.newContext({ reducedMotion: "reduce" });
    const page = await context.newPage();
    let isWhole = false;
    // Another sheet has another fingerprint.
    await page.route((url) => url.pathname.endsWith("/"), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(/ integrity="?[^" >]+"?/g, "") });
    });
    await page.route(SHEET, (route) => isWhole ? route.fulfill({ contentType: "text/css", body: whole }) : route.continue());
    for (const address of kinds(pages)) {
      isWhole = false;
      const published = await stylesOf(page, base + address);
      isWhole = true;
      const full = await stylesOf(page, base + address);
      full.forEach(({ name, values }, at) => {
        const missed = values.filter((value, n) => value !== published[at]?.values[n]);
        if (missed.length > 0) said.push({ text: `${name} would have ${missed.slice(0, 3).join("; ")}`, page: address });
      });
    }
  } finally {
    await chrome.close();
    stop();
  }
  return said;
}
