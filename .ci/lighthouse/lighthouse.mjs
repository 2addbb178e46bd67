// Lighthouse, as for a phone on a slow line, over one page of each weight: `node lighthouse.mjs PUBLISHED [ADDRESS…]`.
//
// Not a part of `.ci/run`: its speed is simulated from what this machine does meanwhile, and means something only where nothing
// else runs. The exit code is 1 when a page is below what the portal promises.

import lighthouse from "lighthouse";
import { launch } from "chrome-launcher";
import { serve } from "../judges/site.mjs";

const LEAST = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
/** Home, a service with everything, a list, a long document. */
const PAGES = ["/", "/servizi/anagrafe-e-stato-civile/carta-identita/", "/novita/", "/privacy/"];

const [published, ...asked] = process.argv.slice(2);
if (!published) {
  console.error("usage: node lighthouse.mjs PUBLISHED [ADDRESS…]");
  process.exit(2);
}

const { base, stop } = await serve(published, { compressed: true });
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
});
let below = 0;
for (const address of asked.length > 0 ? asked : PAGES) {
  const { lhr } = await lighthouse(base + address, { port: chrome.port, onlyCategories: Object.keys(LEAST), logLevel: "error" });
  const scores = Object.values(lhr.categories).map(({ id, score }) => ({ id, score: Math.round(score * 100) }));
  const shown = ["largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "total-byte-weight"];
  console.log(`${address}: ${scores.map(({ id, score }) => `${id} ${score}`).join(", ")}`);
  console.log(`  ${shown.map((id) => `${lhr.audits[id].title} ${lhr.audits[id].displayValue}`).join("; ")}`);
  for (const { id, score } of scores.filter(({ id, score }) => score < LEAST[id])) {
    below += 1;
    for (const audit of lhr.categories[id].auditRefs.map((ref) => lhr.audits[ref.id])) {
      if (audit.score !== null && audit.score < 0.9) console.log(`  ${id}: ${audit.title} ${audit.displayValue ?? ""}`);
    }
  }
}
await chrome.kill();
stop();
process.exit(below > 0 ? 1 : 0);
