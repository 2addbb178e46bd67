// The search page: asks the index while the visitor types, and tells how much was found.
const root = document.querySelector("[data-ricerca]");
const form = root.querySelector("form");
const field = form.elements.q;
const status = root.querySelector("[data-stato]");
const filters = root.querySelector("[data-filtri]");
const groups = [...filters.querySelectorAll("[data-filtro]")];
const list = root.querySelector("[data-risultati]");
const more = root.querySelector("[data-altri]");
const reset = root.querySelector("[data-azzera]");
const model = root.querySelector("template[data-risultato]").content;
const option = root.querySelector("template[data-scelta]").content;

const STEP = 10;
let index;
let found = [];
let shown = 0;
let turn = 0;

// The index is loaded when somebody begins to search.
const load = () => {
  index ??= import(root.dataset.ricerca).then(async (found) => {
    await found.options({ baseUrl: "/", noWorker: true, excerptLength: 28 });
    await found.init();
    // Counts for the filters come with every answer only when the filters were asked for once.
    await found.filters();
    return found;
  });
  return index;
};

const say = (name, words = {}) => {
  const text = status.dataset[name] ?? "";
  status.textContent = text.replace(/%(\w+)%/g, (_, word) => words[word] ?? "");
};

// Articles and prepositions would only narrow what is found; between quotation marks, or alone, they count.
const empty = new Set(root.dataset.paroleVuote.split(" "));
const asAsked = (query) => {
  if (query.includes('"')) return query;
  const words = query.split(/\s+/).filter((word) => !empty.has(word.toLowerCase()));
  return words.length > 0 ? words.join(" ") : query;
};

const chosen = (group) => [...group.querySelectorAll("input:checked")].map((input) => input.value);

// What is asked stands in the address, so that a search can be kept and sent.
const remember = (query) => {
  const asked = new URLSearchParams();
  if (query) asked.set("q", query);
  groups.forEach((group) => chosen(group).forEach((value) => asked.append(group.dataset.filtro, value)));
  history.replaceState(null, "", asked.size ? `?${asked}` : location.pathname);
};

// A box for every value that still has something behind it; what is checked stays, with none left too.
const draw = (group, counts) => {
  const checked = chosen(group);
  const focused = group.contains(document.activeElement) ? document.activeElement.value : null;
  const values = Object.entries(counts ?? {}).filter(([value, n]) => n > 0 || checked.includes(value));
  values.sort(([a, n], [b, m]) => m - n || a.localeCompare(b, document.documentElement.lang));
  group.hidden = values.length === 0;
  const boxes = values.map(([value, n], at) => {
    const box = option.cloneNode(true);
    const input = box.querySelector("input");
    const label = box.querySelector("label");
    input.id = `${group.dataset.filtro}-${at}`;
    input.value = value;
    input.checked = checked.includes(value);
    label.htmlFor = input.id;
    label.textContent = `${value} (${n})`;
    return box;
  });
  group.querySelector("[data-scelte]").replaceChildren(...boxes);
  if (focused !== null) {
    [...group.querySelectorAll("input")].find((input) => input.value === focused)?.focus();
  }
};

// The excerpt comes as HTML with <mark>: only the text and those marks are taken from it.
const excerpt = (html) => {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return document.createTextNode(node.textContent);
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
};

// Where in the page the words stand, if it is not its beginning.
const places = (data) => {
  const below = (data.sub_results ?? []).filter((part) => part.url !== data.url && part.url.includes("#"));
  return below.slice(0, 3).map((part) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = part.url;
    link.textContent = part.title;
    item.append(link);
    return item;
  });
};

const item = (data) => {
  const node = model.cloneNode(true);
  const link = node.querySelector("a");
  link.href = data.url;
  link.textContent = data.meta.title;
  node.querySelector("[data-tipo]").textContent = [data.meta.tipo, data.meta.data].filter(Boolean).join(" · ");
  node.querySelector("[data-testo]").append(...excerpt(data.excerpt));
  const inside = node.querySelector("[data-parti]");
  inside.append(...places(data));
  inside.hidden = inside.children.length === 0;
  return node;
};

const extend = async (now) => {
  const next = await Promise.all(found.slice(shown, shown + STEP).map((result) => result.data()));
  if (now !== turn) return null;
  const first = list.children.length;
  list.append(...next.map(item));
  shown += next.length;
  more.hidden = shown >= found.length;
  return list.children[first];
};

const search = async () => {
  const now = ++turn;
  const query = field.value.trim();
  const wanted = {};
  groups.forEach((group) => {
    const values = chosen(group);
    // Several topics or offices: one of them is enough.
    if (values.length) wanted[group.dataset.filtro] = { any: values };
  });
  const any = Object.keys(wanted).length > 0;
  remember(query);
  reset.hidden = !any;
  if (!query && !any) {
    found = [];
    list.replaceChildren();
    more.hidden = filters.hidden = true;
    say("vuoto");
    return;
  }
  let answer;
  let counts;
  try {
    const pagefind = await load();
    const words = query ? asAsked(query) : null;
    answer = await pagefind.search(words, { filters: wanted });
    // What the other boxes of a group would bring is asked as if none of them was checked.
    counts = await Promise.all(groups.map(async ({ dataset: { filtro } }) => {
      if (!wanted[filtro]) return answer.filters?.[filtro];
      const others = Object.fromEntries(Object.entries(wanted).filter(([name]) => name !== filtro));
      return (await pagefind.search(words, { filters: others })).filters?.[filtro];
    }));
  } catch {
    if (now === turn) say("guasto");
    return;
  }
  if (now !== turn) return;
  found = answer.results;
  shown = 0;
  const before = [...list.children];
  groups.forEach((group, at) => draw(group, counts[at]));
  filters.hidden = groups.every((group) => group.hidden);
  await extend(now);
  if (now !== turn) return;
  before.forEach((old) => old.remove());
  const name = found.length === 0 ? "nessuno" : found.length === 1 ? "uno" : "molti";
  say(query ? name : `${name}Filtri`, { n: found.length.toLocaleString(document.documentElement.lang), q: query });
};

let waiting;
field.addEventListener("focus", () => { load().catch(() => {}); }, { once: true });
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 250);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  search();
});
filters.addEventListener("change", search);
reset.addEventListener("click", () => {
  filters.querySelectorAll("input:checked").forEach((input) => { input.checked = false; });
  search();
  field.focus();
});
more.addEventListener("click", async () => {
  const first = await extend(turn);
  first?.querySelector("a").focus();
});

const asked = new URLSearchParams(location.search);
groups.forEach((group) => {
  const values = Object.fromEntries(asked.getAll(group.dataset.filtro).map((value) => [value, 0]));
  draw(group, Object.fromEntries(Object.keys(values).map((value) => [value, 1])));
  group.querySelectorAll("input").forEach((input) => { input.checked = true; });
});
field.value = asked.get("q") ?? "";
// Beside the results there is room for the filters, above them there is none.
filters.open = matchMedia("(min-width: 992px)").matches;
root.querySelectorAll("[data-con-script]").forEach((part) => { part.hidden = false; });
root.querySelectorAll("[data-senza-script]").forEach((part) => { part.hidden = true; });
if (field.value || asked.size > 0) search();
