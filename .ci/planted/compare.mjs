// The planted pages of tests/audit/planted.txt before two judges: axe-core in Chromium, and `arengo audit`.
//
// What axe says is violated we must have found, at the same element, contrasts within 0.05; what we say fails axe must not
// know to be good. Where the two differ on purpose, DIFFER says why.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { ASKED, DIFFER, OF_SETS } from "./differences.mjs";
import { planted } from "./planted.mjs";

const [binary, list] = process.argv.slice(2);
if (!list) {
  console.error("usage: compare.mjs ARENGO PLANTED");
  process.exit(2);
}
/** The window in which contrasts are compared: the widest of those the auditor looks at. */
const DESK = { width: 1280, height: 900 };
/** Rules of axe that are off or experimental, and that we run. */
const SWITCHED_ON = ["target-size", "css-orientation-lock", "avoid-inline-spacing"];
const SLACK = 0.05;

/** Findings by the name of the page. */
function ours(folder) {
  let text;
  try {
    text = execFileSync(binary, ["audit", "--format", "json", "--lang", "en", folder], { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    // Findings are what we are here for.
    if (error.status !== 1) throw error;
    text = error.stdout;
  }
  const byPage = new Map();
  for (const finding of JSON.parse(text).findings) {
    // Contrasts tell at which widths they hold when not at all.
    for (const page of finding.pages ?? [finding.page]) {
      const name = page.split("/").pop();
      byPage.set(name, [...(byPage.get(name) ?? []), finding]);
    }
  }
  return byPage;
}

/** Runs in the page: axe's verdicts, and which of them are about an element that we named. */
async function inPage({ findings, on }) {
  const rules = Object.fromEntries(on.map((id) => [id, { enabled: true }]));
  const results = await window.axe.run(document, { iframes: false, resultTypes: ["violations", "incomplete"], rules });
  const element = (selector) => {
    try {
      return document.querySelector(selector);
    } catch {
      return null;
    }
  };
  const named = findings.map((finding) => ({ ...finding, element: element(finding.selector) }));
  const nodes = (kind) =>
    results[kind].flatMap(({ id, nodes }) =>
      nodes.map((node) => {
        const target = element(node.target.flat().at(-1));
        const data = node.any.concat(node.all, node.none).find((check) => check.data?.contrastRatio)?.data;
        const same = (finding) => finding.rule === id && finding.element && finding.element === target;
        const ofUs = named.map((finding, index) => (same(finding) ? index : -1)).filter((index) => index >= 0);
        return { id, html: node.html.slice(0, 120), ratio: data?.contrastRatio, ofUs };
      }));
  return { violations: nodes("violations"), incomplete: nodes("incomplete"), ran: window.axe.getRules().map(({ ruleId }) => ruleId) };
}

const ratioOf = (finding) => Number(/([\d.,]+):1/.exec(finding.message)?.[1].replace(",", "."));

/** What is to say of one page. */
function weigh(page, findings, { violations, incomplete, ran }, counts) {
  const said = [];
  const say = (kind, rule, text) => {
    const reason = DIFFER.find((one) => one.rule === rule && one.kind === kind && one.when.test(page.line));
    if (reason) reason.used = true;
    else said.push({ kind, rule, text, line: page.line });
  };
  const praised = new Set();
  for (const violation of violations) {
    counts.violations += 1;
    const matched = violation.ofUs.map((index) => findings[index]);
    const failed = matched.find(({ outcome }) => outcome === "failed");
    if (!failed) {
      const elsewhere = findings.find(({ rule, outcome }) => rule === violation.id && outcome === "failed");
      if (matched.length && ASKED.has(violation.id)) counts.asked += 1;
      else if (matched.length) say("asked", violation.id, violation.html);
      else if (elsewhere && OF_SETS.has(violation.id)) counts.found += 1;
      else if (elsewhere) say("elsewhere", violation.id, `${violation.html} / ${elsewhere.selector}`);
      else say("missed", violation.id, violation.html);
      continue;
    }
    counts.found += 1;
    if (violation.ratio && violation.id === "color-contrast") {
      counts.ratios += 1;
      const ratio = ratioOf(failed);
      if (!(Math.abs(ratio - violation.ratio) <= SLACK)) say("ratio", violation.id, `${violation.ratio} / ${ratio} ${violation.html}`);
    }
  }
  for (const one of [...violations, ...incomplete]) one.ofUs.forEach((index) => praised.add(index));
  findings.forEach((finding, index) => {
    const isKnown = finding.outcome === "failed" && ran.includes(finding.rule) && !praised.has(index);
    const isElsewhere = [...violations, ...incomplete].some(({ id }) => id === finding.rule);
    if (isKnown && !isElsewhere) say("only ours", finding.rule, finding.selector);
  });
  return said;
}

const folder = mkdtempSync(join(tmpdir(), "arengo-planted-"));
const pages = planted(readFileSync(list, "utf8"));
pages.forEach(({ page }, index) => writeFileSync(join(folder, `${index}.html`), page));
const findings = ours(folder);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: DESK, colorScheme: "light", reducedMotion: "reduce", bypassCSP: true });
const tab = await context.newPage();
const counts = { pages: pages.length, violations: 0, found: 0, asked: 0, ratios: 0 };
const said = [];
for (const [index, page] of pages.entries()) {
  const name = `${index}.html`;
  const own = findings.get(name) ?? [];
  const slim = own.map(({ rule, outcome, selector, message }) => ({ rule, outcome, selector, message }));
  // A page that refreshes itself would leave before it is judged; it is judged as text all the same.
  const html = page.page.replace(/http-equiv="refresh"/i, 'http-equiv="refresh" data-planted');
  if (html === page.page) {
    await tab.goto(pathToFileURL(join(folder, name)).href, { waitUntil: "load" });
  } else {
    await tab.goto("about:blank");
    await tab.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, "text/html");
      document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement);
    }, page.page);
  }
  await tab.evaluate(axe);
  said.push(...weigh(page, slim, await tab.evaluate(inPage, { findings: slim, on: SWITCHED_ON }), counts));
}
await browser.close();
rmSync(folder, { recursive: true });
said.sort((a, b) => a.kind.localeCompare(b.kind) || a.rule.localeCompare(b.rule));
for (const { kind, rule, text, line } of said) console.log(`${kind}\t${rule}\t${text}\n\t${line}`);
const unused = DIFFER.filter(({ used }) => !used);
for (const { rule, kind } of unused) console.log(`unused\t${rule}\t${kind}`);
console.log(
  `${counts.pages} pages; axe reports ${counts.violations}: ${counts.found} found, ${counts.asked} asked, ${counts.ratios} contrasts compared; ${said.length} differences`,
);
process.exit(said.length || unused.length ? 1 : 0);
