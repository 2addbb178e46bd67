// Walks by keyboard alone through what moves: menu, rating, page index, search; and a visit without JavaScript.

const SEARCH = "/ricerca/";
const SERVICE = "/servizi/anagrafe-e-stato-civile/cambio-residenza/";

async function open(context, base, address, size = { width: 1280, height: 900 }) {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.goto(base + address);
  return page;
}

/** Presses Tab until the element with the focus matches, at most so often. */
async function tabTo(page, selector, most = 150) {
  for (let n = 0; n < most; n++) {
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return true;
    await page.keyboard.press("Tab");
  }
  return false;
}

const isShown = (page, selector) => page.locator(selector).first().isVisible();

/** The menu of a telephone opens, is walked through, and closes with the focus where it was. */
async function menu(context, base, object) {
  const page = await open(context, base, "/", { width: 360, height: 740 });
  if (!await tabTo(page, ".ar-apri-menu")) return object("the button is never reached");
  await page.keyboard.press("Enter");
  if (!await isShown(page, "#menu")) return object("Enter does not open it");
  if (!await tabTo(page, "#menu [data-element=management]", 6)) object("its first link is not reached");
  await page.keyboard.press("Escape");
  if (await isShown(page, "#menu")) object("Escape does not close it");
  if (!await page.evaluate(() => document.activeElement.matches(".ar-apri-menu"))) object("the focus is lost on closing");
}

/** Stars 1 to 3 ask what went wrong, 4 and 5 what went well: by keyboard, and by the clicks of the official validator. */
async function rating(context, base, object) {
  const page = await open(context, base, SERVICE);
  const bad = "[data-element=feedback-rating-negative]";
  const good = "[data-element=feedback-rating-positive]";
  const look = async (n, how) => {
    const [isBad, isGood] = [await isShown(page, bad), await isShown(page, good)];
    if (isBad !== n <= 3 || isGood !== n >= 4) object(`${n} stars by ${how}: negative ${isBad}, positive ${isGood}`);
  };
  if (await isShown(page, bad) || await isShown(page, good)) object("a branch is shown before any choice");
  if (!await tabTo(page, "[name=voto]")) return object("the stars are never reached");
  await page.keyboard.press("Space");
  await look(1, "keyboard");
  for (let n = 2; n <= 5; n++) {
    await page.keyboard.press("ArrowRight");
    await look(n, "keyboard");
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  if (!await page.locator(`${good} input:checked`).count()) object("no answer can be chosen");
  if (!await tabTo(page, "[data-element=feedback-input-text]", 3)) object("the free text is not reached");
  await page.keyboard.type("Tutto chiaro");
  if (!await tabTo(page, ".ar-valutazione-invio", 3)) object("sending is not reached");
  const target = await page.evaluate(() => document.activeElement.href ?? document.activeElement.form?.action);
  if (!/^(mailto:|https?:)/.test(target ?? "")) object(`the answers go to ${target}`);
  await page.setViewportSize({ width: 3840, height: 2160 });
  for (let n = 1; n <= 5; n++) {
    await page.evaluate((n) => document.querySelector(`[data-element=feedback-rate-${n}]`).click(), n);
    await look(n, "click");
  }
}

/** A link of the index leads to its part, and the index shows where the reader is. */
async function index(context, base, object) {
  const page = await open(context, base, SERVICE);
  if (!await tabTo(page, "[data-element=page-index] a[href='#contatti']")) return object("the last item is never reached");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => {
    const box = document.getElementById("contatti").getBoundingClientRect();
    return location.hash === "#contatti" && box.top >= 0 && box.top < innerHeight;
  }, null, { timeout: 3000 }).catch(() => object("the part is not shown"));
  await page.waitForSelector("[data-element=page-index] a[href='#contatti'][aria-current]", { timeout: 3000 })
    .catch(() => object("the index does not follow the reader"));
  await page.keyboard.press("Tab");
  const isBeyond = await page.evaluate(() => {
    const place = document.getElementById("contatti").compareDocumentPosition(document.activeElement);
    return (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
  if (!isBeyond) object("the focus stays in the index");
}

/** The first Tab offers to leave the head of the page behind. */
async function skip(context, base, object) {
  const page = await open(context, base, SERVICE);
  await page.keyboard.press("Tab");
  if (!await page.evaluate(() => document.activeElement.matches("a[href='#contenuto']"))) object("no way to the contents");
  await page.keyboard.press("Enter");
  if (!await page.evaluate(() => document.activeElement.id === "contenuto")) object("the contents do not get the focus");
}

/** How long an answer may take on a busy machine, in milliseconds. */
const PATIENCE = 10000;

/** Words find pages while they are typed, in the forms of Italian; filters narrow, the address keeps, and every step is said. */
async function search(context, base, object, judge) {
  const page = await open(context, base, SEARCH);
  const titles = () => page.locator("[data-risultati] > li a").allTextContents();
  const said = () => page.locator("[data-stato]").textContent();
  const until = (test, argument) => page.waitForFunction(test, argument, { timeout: PATIENCE });
  const isSaid = (n) => document.querySelector("[data-stato]").textContent.includes(n);
  if (!await tabTo(page, "#ricerca-q")) return object("the field is never reached");
  await page.keyboard.type("cambi di residenze", { delay: 20 });
  await until(() => document.querySelector("[data-risultati] > li"));
  if (!(await titles()).some((title) => /residenza/i.test(title))) object(`plurals find only: ${(await titles()).join("; ")}`);
  const all = Number(/\d+/.exec(await said())?.[0]);
  if (!all) object(`how many there are is not said: ${await said()}`);
  for (const text of await judge(page)) object(text);
  if (!await tabTo(page, "[data-filtro=tipo] input", 200)) return object("no filter is reached");
  const kind = await page.evaluate(() => document.activeElement.labels[0].textContent);
  const few = /\((\d+)\)/.exec(kind)?.[1];
  await page.keyboard.press("Space");
  await until(isSaid, few).catch(() => object(`"${kind}" is not what is said then`));
  if (!await page.evaluate(() => document.activeElement.matches("[data-filtro=tipo] input:checked"))) object("the focus is lost on filtering");
  const kept = await titles();
  await page.reload();
  await until(() => document.querySelector("[data-risultati] > li"));
  if ((await titles()).join() !== kept.join()) object("the address does not keep the search");
  await page.locator("[data-azzera]").press("Enter");
  await until(isSaid, all).catch(() => object("without filters there is not what there was"));
  if (all > 10) {
    await page.locator("[data-altri]").press("Enter");
    await until(() => document.querySelectorAll("[data-risultati] > li").length > 10);
    if (!await page.evaluate(() => document.activeElement.matches("[data-risultati] > li:nth-child(11) a"))) object("more results do not get the focus");
  }
  await page.locator("#ricerca-q").fill("xkqwjv");
  await until(() => !document.querySelector("[data-risultati] > li"));
  if (!/xkqwjv/.test(await said())) object(`nothing found is not said: ${await said()}`);
}

/** Without JavaScript: menu, index, questions, rating; only what needs the script is not offered. */
async function plain(context, base, object) {
  const bare = await context.browser().newContext({ javaScriptEnabled: false });
  const page = await open(bare, base, SERVICE, { width: 360, height: 740 });
  await page.locator(".ar-apri-menu").click();
  if (!await isShown(page, "#menu")) object("the menu does not open");
  await page.goto(base + SERVICE);
  if (!await isShown(page, "[data-element=page-index]")) object("the index is not shown");
  await page.locator("[data-element=feedback-rate-2]").click();
  if (!await isShown(page, "[data-element=feedback-rating-negative]")) object("the rating does not open");
  if (await isShown(page, "[data-azione]")) object("a button is shown that does nothing");
  await page.goto(`${base}/domande-frequenti/`);
  await page.locator("details summary").nth(1).click();
  if (!await page.locator("details[open]").count()) object("a question does not open");
  await page.goto(base + SEARCH);
  if (await isShown(page, "#ricerca-q")) object("a search is offered that finds nothing");
  if (!await isShown(page, "main a[href='/mappa-del-sito/']")) object("the search page leads nowhere");
  await bare.close();
}

export const WALKS = { menu, rating, index, skip, search, plain };
