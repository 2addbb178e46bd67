// Walks by keyboard alone through what moves: menu, rating, page index, search; and a visit without JavaScript.

const SEARCH = "/ricerca/";
const TABLE = "/amministrazione-trasparente/sovvenzioni/atti-concessione/anno-2026/";
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

/** A table of data is sorted from its headings by keyboard and by click: in the right order, shown by `aria-sort`, and said. */
async function sort(context, base, object, judge) {
  const page = await open(context, base, TABLE);
  const column = (n) => page.locator(`table[data-ordinabile] tbody tr > :nth-child(${n + 1})`).allTextContents();
  const sorts = () => page.locator("table[data-ordinabile] thead th").evaluateAll((heads) => heads.map((head) => head.getAttribute("aria-sort")));
  const heads = await page.locator("table[data-ordinabile] thead th").allTextContents();
  const n = heads.findIndex((head) => /importo|€|compenso/i.test(head));
  if (n < 0) return object(`no column of amounts: ${heads.join("; ")}`);
  const amounts = async () => (await column(n)).map((text) => Number(text.replace(/[^\d,-]/g, "").replace(",", ".")));
  const isUp = (list) => list.every((value, at) => at === 0 || list[at - 1] <= value);
  if (!await tabTo(page, `table[data-ordinabile] thead th:nth-child(${n + 1}) .ar-ordina`)) return object("the heading is not reached");
  await page.keyboard.press("Enter");
  if (!isUp(await amounts())) object(`Enter does not sort upwards: ${await amounts()}`);
  if ((await sorts())[n] !== "ascending") object(`aria-sort is ${await sorts()}`);
  const said = () => page.locator(".ar-tabella + [role=status]").first().textContent();
  if (!(await said()).includes(heads[n].trim())) object(`what is said: ${await said()}`);
  if (!await page.evaluate(() => document.activeElement.matches(".ar-ordina"))) object("the focus is lost on sorting");
  const up = await said();
  await page.keyboard.press("Space");
  if (!isUp((await amounts()).reverse())) object(`the second time does not sort downwards: ${await amounts()}`);
  if (up === await said()) object("both directions are said in the same words");
  await page.locator("table[data-ordinabile] thead th .ar-ordina").first().click();
  const order = await sorts();
  if (order[0] !== "ascending" || order.filter(Boolean).length !== 1) object(`after a click aria-sort is ${order}`);
  for (const text of await judge(page)) object(text);
}

/** The acts of the albo by words and by type, from every page of the list; what there is comes back when nothing is asked. */
async function albo(context, base, object, judge) {
  const page = await open(context, base, "/albo-pretorio/");
  const shown = () => page.locator(".ar-albo-atto:visible").count();
  const said = () => page.locator("[data-albo-filtro] [role=status]").textContent();
  const all = await shown();
  if (!await tabTo(page, "#albo-parole")) return object("the field is not reached");
  await page.keyboard.type("ordinanza");
  await page.waitForFunction(() => /\d/.test(document.querySelector("[data-albo-filtro] [role=status]").textContent), undefined, { timeout: PATIENCE });
  const few = await shown();
  if (few === 0 || few >= all) object(`${few} of ${all} acts are shown`);
  if (!(await said()).includes(few)) object(`what is said of ${few} acts: ${await said()}`);
  for (const text of await judge(page)) object(text);
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.waitForFunction(() => !document.querySelector("[data-albo-tutti]").hidden, undefined, { timeout: PATIENCE });
  if (await shown() !== all) object("without words there is not what there was");
  const kind = await page.locator("#albo-tipo option").nth(1).getAttribute("value");
  await page.locator("#albo-tipo").selectOption(kind);
  await page.waitForFunction(() => document.querySelector("[data-albo-tutti]").hidden, undefined, { timeout: PATIENCE });
  const kinds = await page.locator("[data-albo-trovati] [data-tipo]").allTextContents();
  if (!kinds.length || !kinds.every((text) => text.startsWith(kind))) object(`of "${kind}" there are: ${kinds.join("; ")}`);
  const address = await page.locator("[data-albo-trovati] a").first().getAttribute("href");
  const answer = await page.goto(base + address);
  if (answer.status() !== 200) object(`${address} leads nowhere`);
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
  await page.goto(`${base}/albo-pretorio/`);
  if (await isShown(page, "#albo-parole")) object("a filter is offered that does nothing");
  if (!await page.locator(".ar-albo-atto").count()) object("the acts are not shown");
  await page.goto(base + TABLE);
  if (!await page.locator("table[data-ordinabile] tbody tr").count()) object("a table has no rows");
  await bare.close();
}

export const WALKS = { menu, rating, index, skip, search, sort, albo, plain };
