// A browser in front of the preview, as an editor sits there: `node preview.mjs ARENGO SITE [SCREENSHOTS]`.
//
// SITE is copied first, and the copy is edited. The exit code is 1 when something is not as it should be.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const [arengo, original, screenshots] = process.argv.slice(2);
if (!arengo || !original) {
  console.error("usage: node preview.mjs ARENGO SITE [SCREENSHOTS]");
  process.exit(2);
}
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const folder = await mkdtemp(join(tmpdir(), "arengo-anteprima-"));
const site = join(folder, "sito");
await cp(original, site, {
  recursive: true,
  filter: (path) => !/\/(public|target|node_modules|\.git|\.ci|src|tests|benches|docs|fuzz)(\/|$)/.test(path.slice(original.length)),
});
const server = spawn(arengo, ["serve", "--site", site, "--port", "0", "--lang", "it", "--date", "2026-11-22"], { stdio: ["ignore", "ignore", "pipe"] });
const base = await new Promise((done, fail) => {
  createInterface({ input: server.stderr }).on("line", (line) => {
    const found = line.match(/http:\/\/[^ ]+:\d+/);
    if (found) done(found[0]);
  });
  server.once("exit", (code) => fail(new Error(`the preview ended with ${code}`)));
});

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 700 } });
const page = await context.newPage();
page.setDefaultTimeout(120_000);
const faults = [];
page.on("pageerror", (error) => faults.push(String(error)));

const file = (path) => join(site, path);
const edit = async (path, change) => writeFile(file(path), change(await readFile(file(path), "utf8")));
const panel = (selector) => page.locator(`arengo-anteprima ${selector}`);
/** Waits for words in the panel, open or not. */
const says = (text) => page.locator("arengo-anteprima").getByText(text).first().waitFor({ state: "attached" });
const shot = async (name) => { if (screenshots) await page.screenshot({ path: join(screenshots, `${name}.png`) }); };
const state = (wanted) => panel(`.pannello[data-stato="${wanted}"]`).waitFor();

/** What axe says of the panel, or of a page of the preview's own. */
async function judge(target) {
  await page.evaluate(axe);
  const violations = await page.evaluate(async (target) => {
    const run = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], rules: { "target-size": { enabled: true } } };
    const { violations } = await window.axe.run(target ?? document, run);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`));
  }, target);
  assert.deepEqual(violations, []);
}

const CONTENT = "content/pagine/prova-anteprima.md";
const TEXT = `---
titolo: Prova dell'anteprima
descrizione_breve: Una pagina per provare.
ufficio_responsabile: ufficio-anagrafe
indirizzo: /prova-anteprima/
pubblicato_fino: 2026-12-04
---

Prima versione.

${"Un paragrafo lungo abbastanza da scorrere.\n\n".repeat(60)}
[Ultimo](https://www.normattiva.it/)
`;

const steps = {
  "a new page is there": async () => {
    await writeFile(file(CONTENT), TEXT);
    await page.goto(`${base}/prova-anteprima/`);
    await page.getByText("Prima versione.").waitFor();
    await panel(".apri").waitFor();
    await shot("pannello-chiuso");
  },
  "an edit shows by itself, scroll and focus stay": async () => {
    await page.getByRole("link", { name: "Ultimo" }).focus();
    await page.evaluate(() => scrollTo(0, 900));
    const before = await page.evaluate(() => scrollY);
    await edit(CONTENT, (text) => text.replace("Prima versione.", "Seconda versione."));
    await page.getByText("Seconda versione.").waitFor({ state: "attached" });
    await page.waitForFunction(() => document.activeElement?.textContent.includes("Ultimo"));
    await page.waitForFunction((before) => Math.abs(scrollY - before) < 3, before);
  },
  "the panel opens by keyboard and passes axe": async () => {
    await panel(".apri").focus();
    await page.keyboard.press("Enter");
    await panel("#dentro").waitFor();
    await says("tra 12 giorni");
    await says("Gulpease");
    await judge("arengo-anteprima");
    await shot("pannello-aperto");
  },
  "a mistake is told on the page, and its element shown": async () => {
    await edit(CONTENT, (text) => text.replace("Seconda versione.", "Terza versione. ![](niente.png)\n\n<p><img src=\"/favicon.ico\"></p>"));
    await page.getByText("Terza versione.").waitFor({ state: "attached" });
    await state("errore");
    await says("content/pagine/prova-anteprima.md:");
    await judge("arengo-anteprima");
    await shot("pannello-errore");
  },
  "broken front matter keeps the last good version": async () => {
    await edit(CONTENT, (text) => text.replace("Terza versione. ![](niente.png)\n\n<p><img src=\"/favicon.ico\"></p>", "Quarta versione."));
    await page.getByText("Quarta versione.").waitFor({ state: "attached" });
    await edit(CONTENT, (text) => text.replace("titolo: Prova", "titolo: [Prova"));
    await says("ultima versione buona");
    assert.ok(await page.getByText("Quarta versione.").count());
  },
  "repaired, the error is gone": async () => {
    await edit(CONTENT, (text) => text.replace("titolo: [Prova", "titolo: Prova"));
    await page.waitForFunction(() => !document.querySelector("arengo-anteprima").shadowRoot.textContent.includes("ultima versione buona"));
  },
  "a broken template shows its place, and comes back": async () => {
    const template = file("themes/comune/templates/base.html");
    const good = await readFile(template, "utf8");
    await writeFile(template, good.replace("<body", "{% if %}<body"));
    await page.locator("pre").getByText("{% if %}").waitFor();
    await judge(null);
    await shot("modello-rotto");
    await writeFile(template, good);
    await page.getByText("Quarta versione.").waitFor({ state: "attached" });
  },
  "a renamed page leads to the new one and says so": async () => {
    await edit(CONTENT, (text) => text.replace("indirizzo: /prova-anteprima/", "indirizzo: /prova-spostata/"));
    await page.waitForURL(/prova-spostata/);
    await says("alias:");
  },
  "a deleted page is not found, and is again when it comes back": async () => {
    await rename(file(CONTENT), join(folder, "via.md"));
    await says("non c'è nessuna pagina");
    await rename(join(folder, "via.md"), file(CONTENT));
    await page.getByText("Quarta versione.").waitFor({ state: "attached" });
  },
  "the desk passes axe, wide and narrow": async () => {
    await page.goto(`${base}/_arengo/`);
    await page.getByRole("table").waitFor();
    await judge(null);
    await shot("scrivania");
    await page.setViewportSize({ width: 360, height: 740 });
    await judge(null);
    assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth), false);
    await shot("scrivania-stretta");
    await page.setViewportSize({ width: 1280, height: 700 });
    await page.getByLabel("Il sito com'è il").fill("2027-01-01");
    await page.getByRole("button", { name: "Applica" }).click();
    await page.waitForFunction(() => document.querySelector("#data")?.value === "2027-01-01");
    await page.goto(`${base}/prova-spostata/`);
    await says("non c'è nessuna pagina");
  },
};

let failed = 0;
for (const [name, step] of Object.entries(steps)) {
  try {
    await step();
    console.log(`ok    ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}\n${error.stack}`);
    await shot(`fallito-${failed}`);
    break;
  }
}
if (faults.length) console.log(`faults of scripts: ${faults.join("; ")}`);
await browser.close();
const ended = new Promise((done) => server.once("exit", done));
server.kill("SIGINT");
const code = await ended;
if (code !== 0) console.log(`FAIL  Ctrl-C: the preview ended with ${code}`);
await rm(folder, { recursive: true, force: true });
process.exit(failed || faults.length || code !== 0 ? 1 : 0);
