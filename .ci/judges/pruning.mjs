// What the build leaves out of Bootstrap Italia's sheet is missed nowhere: every element of every kind of page has the same
// computed style under the sheet that is published and under the whole one.

import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { serve } from "./site.mjs";

const SHEET = /\/css\/bootstrap-italia\.min\.css$/;
/** How often what differs is looked at again before it is told. */
const LOOKS = 4;
const SIZES = [{ width: 1280, height: 900 }, { width: 360, height: 740 }];

/** One page of each part of the site at each depth: home, lists, details. */
function kinds(pages) {
  const byKind = new Map();
  for (const page of pages) {
    const steps = page.split("/").filter(Boolean);
    byKind.set(`${steps[0]}/${steps.length}`, page);
  }
  return [...byKind.values()];
}

/**
 * The elements with all their computed values, custom properties aside: those that nothing reads are left out on purpose.
 * Head and foot are the same on every page: they are looked at once.
 */
const styles = (selector) => {
  const names = [...getComputedStyle(document.body)].filter((name) => !name.startsWith("--"));
  return [...document.querySelectorAll(selector)].map((element) => {
    const values = [null, "::before", "::after"].map((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      if (pseudo && style.content === "none") return "";
      return names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("\n");
    });
    return { name: `${element.tagName.toLowerCase()}.${[...element.classList].join(".")}`, values: values.join("\n") };
  });
};

async function stylesOf(page, address, selector) {
  const found = [];
  await page.goto(address, { waitUntil: "load" });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.waitForFunction((width) => innerWidth === width && document.readyState === "complete", size.width);
    await page.evaluate(() => new Promise((ready) => requestAnimationFrame(() => requestAnimationFrame(ready))));
    found.push(...await page.evaluate(styles, selector));
  }
  return found;
}

/** What the published sheet leaves out, element by element. */
function differences(published, full) {
  return full.flatMap(({ name, values }, at) => {
    if (values === published[at]?.values) return [];
    const known = published[at]?.values.split("\n") ?? [];
    const missed = values.split("\n").filter((value, n) => value !== known[n]);
    return [`${name} would have ${missed.slice(0, 3).join("; ")}`];
  });
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
    await page.route((url) => /(\/|\.html)$/.test(url.pathname), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(/ integrity="?[^" >]+"?/g, "") });
    });
    await page.route(SHEET, (route) => isWhole ? route.fulfill({ contentType: "text/css", body: whole }) : route.continue());
    const missed = async (address, selector) => {
      isWhole = false;
      const published = await stylesOf(page, base + address, selector);
      isWhole = true;
      const full = await stylesOf(page, base + address, selector);
      return differences(published, full);
    };
    for (const [n, address] of kinds(pages).entries()) {
      const selector = n === 0 ? "*" : "main *";
      let found = await missed(address, selector);
      // A busy browser caught between two layouts differs now and then; a rule that was left out differs every time.
      for (let look = 0; look < LOOKS && found.length > 0; look += 1) {
        const again = new Set(await missed(address, selector));
        found = found.filter((text) => again.has(text));
      }
      said.push(...found.map((text) => ({ text, page: address })));
    }
  } finally {
    await chrome.close();
    stop();
  }
  return said;
}
