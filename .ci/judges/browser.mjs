// Chromium over every page: axe-core wide and narrow, light and dark; reflow; requests, cookies and the policy; then the walks.

import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { serve } from "./site.mjs";
import { REFUSED_FONT } from "./third-party.mjs";
import { WALKS } from "./walks.mjs";

const WORKERS = 2;
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };
/** WCAG 1.4.10 reflow. */
const NARROWEST = { width: 320, height: 640 };

const RUN = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};
/** The sheets change nothing but colours with the scheme. */
const COLOURS = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, resultTypes: ["violations"] };

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe objects to in a page as it stands. */
async function run(page, options) {
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} (${node.target.join(" ")})${node.any[0] ? ` ${node.any[0].message}` : ""}`));
  }, options);
}

/** Gives the page the colours of a scheme, and waits until they stand. */
async function dress(page, colorScheme) {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}

/** C.SI.1.1: the first family of headings and paragraphs, and of all that is in them, is one of three. */
const foreignFonts = () => {
  const allowed = ["titillium web", "lora", "roboto mono"];
  const first = (element) => getComputedStyle(element).fontFamily.split(",")[0].trim().replace(/["']/g, "").toLowerCase();
  const texts = [...document.body.querySelectorAll("h1, h2, h3, h4, h5, h6, p")].flatMap((text) => [text, ...text.querySelectorAll("*")]);
  return [...new Set(texts.map(first))].filter((family) => !allowed.includes(family));
};

const sideways = () => {
  const root = document.scrollingElement;
  if (root.scrollWidth <= root.clientWidth) return null;
  const out = [...document.querySelectorAll("body *")].find((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
  return out ? `${out.tagName.toLowerCase()}.${[...out.classList].join(".")}` : "?";
};

/** Everything about one page that one load can show. */
async function judge(context, base, address) {
  const said = [];
  const say = (text) => said.push({ text, page: address });
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith("data:") && !url.startsWith("blob:")) say(`asks another host: ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) say(`not there: ${response.url().slice(base.length)}`);
  });
  page.on("pageerror", (error) => say(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !REFUSED_FONT.test(message.text())) say(`console: ${message.text()}`);
  });
  await page.setViewportSize(WIDE);
  await page.goto(base + address, { waitUntil: "load" });
  await page.evaluate(axe);
  for (const [size, name] of [[WIDE, "wide"], [NARROW, "narrow"]]) {
    await page.setViewportSize(size);
    await dress(page, "light");
    for (const text of await run(page, RUN)) say(`${text} [${name}]`);
    await dress(page, "dark");
    for (const text of await run(page, COLOURS)) say(`${text} [${name}, dark]`);
  }
  for (const family of await page.evaluate(foreignFonts)) say(`a text is set in ${family}`);
  await page.setViewportSize(NARROWEST);
  const narrow = await page.evaluate(sideways);
  if (narrow) say(`scrolls sideways at 320 px: ${narrow}`);
  await page.setViewportSize(WIDE);
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  const large = await page.evaluate(sideways);
  if (large) say(`scrolls sideways with text at 200%: ${large}`);
  const cookies = await context.cookies();
  if (cookies.length > 0) say(`sets cookies: ${cookies.map((cookie) => cookie.name).join(", ")}`);
  await page.close();
  return said;
}

export async function browser(folder, pages) {
  const { base, stop } = await serve(folder);
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const chrome = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const said = [];
  try {
    const waiting = [...pages];
    const work = async () => {
      const context = await chrome.newContext({ reducedMotion: "reduce" });
      for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
        const objections = await judge(context, base, address);
        objections.forEach(({ text }) => console.error(`  ${address}: ${text}`));
        said.push(...objections);
        // Somebody waits in front of the log.
        const n = pages.length - waiting.length;
        if (n % 50 === 0) console.error(`  ${n} of ${pages.length} pages, ${said.length} objections`);
      }
      await context.close();
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
    for (const [name, walk] of Object.entries(WALKS)) {
      const context = await chrome.newContext();
      const objection = (text) => said.push({ text: `${name}: ${text}`, page: "walk" });
      // A walk that changes a page has it judged in between.
      const look = async (page) => {
        await page.evaluate(axe);
        return run(page, RUN);
      };
      context.on("weberror", (error) => objection(error.error().message));
      context.on("console", (message) => message.type() === "error" && objection(`console: ${message.text()}`));
      await walk(context, base, objection, look).catch((error) => objection(error.message));
      await context.close();
    }
  } finally {
    await chrome.close();
    stop();
  }
  return said.sort((a, b) => (a.page + a.text < b.page + b.text ? -1 : 1));
}
