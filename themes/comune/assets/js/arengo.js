// Small comforts of the theme. Every page works without them.
"use strict";
(() => {
  // The page index starts closed where there is little room, and follows the reader.
  const index = document.querySelector(".ar-indice");
  if (index) {
    const narrow = window.matchMedia("(max-width: 991.98px)");
    const box = index.querySelector("details");
    const fit = () => { box.open = !narrow.matches; };
    fit();
    narrow.addEventListener("change", fit);
    const links = [...index.querySelectorAll("a[href^='#']")];
    const places = links.map((link) => document.getElementById(link.hash.slice(1)));
    const follow = () => {
      let current = -1;
      places.forEach((place, n) => {
        if (place && place.getBoundingClientRect().top < window.innerHeight * 0.3) current = n;
      });
      links.forEach((link, n) => {
        if (n === current) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      });
    };
    let waiting = false;
    document.addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; follow(); });
    }, { passive: true });
    follow();
  }

  // Print, and copy the address.
  const action = (name, run) => {
    const item = document.querySelector(`[data-azione="${name}"]`);
    if (!item) return;
    item.hidden = false;
    item.querySelector("button").addEventListener("click", () => run(item));
  };
  action("stampa", () => window.print());
  if (navigator.share) {
    action("condividi", () => {
      // Who closes the window of the system has decided: nothing to say.
      navigator.share({ title: document.title, url: location.href.split("#")[0] }).catch(() => {});
    });
  }
  if (navigator.clipboard) {
    action("copia", (item) => {
      navigator.clipboard.writeText(location.href.split("#")[0]).then(() => {
        const status = item.querySelector("[data-fatto]");
        status.textContent = status.dataset.fatto;
        status.classList.remove("visually-hidden");
      });
    });
  }

  // A question that is linked to opens by itself.
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  window.addEventListener("hashchange", open);
  open();

  // A video of another site is loaded when it is asked for, and not before.
  for (const box of document.querySelectorAll("[data-video]")) {
    const button = box.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => {
      const frame = document.createElement("iframe");
      frame.src = box.dataset.video;
      frame.title = box.dataset.titolo;
      frame.allowFullscreen = true;
      box.replaceChildren(frame);
      box.classList.add("ratio", "ratio-16x9");
      frame.focus();
    });
  }

  // Tables of data are sorted by the buttons in their headings; without a script there are none, and nothing is missing.
  const number = (text) => Number(text.replace(/[^\d,\u2212-]/g, "").replace("\u2212", "-").replace(",", "."));
  const english = (text) => Number(text.replace(/[^\d.\u2212-]/g, "").replace("\u2212", "-"));
  const lang = document.documentElement.lang || "it";
  for (const table of document.querySelectorAll("table[data-ordinabile]")) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    if (body.rows.length < 2) continue;
    const hint = document.createElement("span");
    hint.className = "visually-hidden";
    hint.textContent = ` ${table.dataset.ordinabile}`;
    table.caption.append(hint);
    // Who does not see the arrow hears what happened.
    const status = document.createElement("p");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    table.closest(".ar-tabella").after(status);
    const key = (row, n) => {
      const cell = row.cells[n];
      const time = cell.querySelector("time");
      const text = cell.textContent.trim();
      if (text === "") return null;
      if (time) return time.dateTime;
      if (!cell.classList.contains("ar-numero")) return text;
      return lang === "en" ? english(text) : number(text);
    };
    const compare = (a, b) => {
      if (typeof a === "number" && typeof b === "number") return a - b;
      return String(a).localeCompare(String(b), lang, { numeric: true });
    };
    const sort = (n) => {
      const sign = heads[n].getAttribute("aria-sort") === "ascending" ? -1 : 1;
      heads.forEach((head) => head.removeAttribute("aria-sort"));
      heads[n].setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      const rows = [...body.rows].map((row) => ({ row, key: key(row, n) }));
      // What says nothing stays last, whichever way.
      rows.sort((a, b) => {
        if (a.key === null || b.key === null) return (a.key === null) - (b.key === null);
        return sign * compare(a.key, b.key);
      });
      body.append(...rows.map(({ row }) => row));
      const said = sign > 0 ? table.dataset.crescente : table.dataset.decrescente;
      status.textContent = said.replace("%c%", names[n]);
    };
    const names = heads.map((head) => head.textContent.trim());
    heads.forEach((head, n) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "ar-ordina";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(n));
      head.append(button);
    });
  }

  // The albo pretorio, all its pages together, by words and by type. The acts come from the data that any program may
  // read; without a script the list stands as it is, type by type.
  const filter = document.querySelector("[data-albo-filtro]");
  if (filter) {
    const MOST = 100;
    const [words, kind, status] = ["input", "select", "[role=status]"].map((name) => filter.querySelector(name));
    const found = document.querySelector("[data-albo-trovati]");
    const whole = document.querySelector("[data-albo-tutti]");
    const row = document.querySelector("[data-albo-riga]");
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    let acts = null;
    const load = () => {
      acts ??= fetch(filter.dataset.alboFiltro).then((answer) => answer.json()).then((data) => data.atti.map((act) => ({
        ...act,
        text: plain([`${act.numero}/${act.anno}`, act.oggetto, act.identificativo, act.tipo, act.ufficio, act.richiedente].join(" ")),
      })));
      return acts;
    };
    const day = (text) => new Date(`${text}T12:00:00`).toLocaleDateString(lang, { day: "numeric", month: "long", year: "numeric" });
    const show = (act) => {
      const item = row.content.cloneNode(true);
      const put = (name, text) => { item.querySelector(`[data-${name}]`).textContent = text; };
      put("sigla", `${act.numero}/${act.anno}`);
      const link = item.querySelector("a");
      link.href = new URL(act.url).pathname;
      link.textContent = act.oggetto;
      put("tipo", [act.tipo, act.richiedente ?? act.ufficio].filter(Boolean).join(" · "));
      const days = item.querySelector("[data-giorni]");
      days.textContent = days.dataset.giorni.replace("%d%", day(act.pubblicato_dal)).replace("%a%", day(act.pubblicato_al));
      item.querySelector("[data-annullato]").hidden = act.stato !== "annullato";
      return item;
    };
    const say = (name, n) => { status.textContent = name ? status.dataset[name].replace("%n%", n) : ""; };
    const look = async () => {
      const wanted = plain(words.value).split(/\s+/).filter(Boolean);
      const asks = wanted.length > 0 || kind.value !== "";
      try {
        const all = asks ? await load() : [];
        const fits = all.filter((act) => (kind.value === "" || act.tipo === kind.value) && wanted.every((word) => act.text.includes(word)));
        found.replaceChildren(...fits.slice(0, MOST).map(show));
        found.hidden = !asks;
        whole.hidden = asks;
        const name = fits.length === 0 ? "nessuno" : fits.length === 1 ? "uno" : fits.length > MOST ? "troppi" : "molti";
        say(asks && name, fits.length);
      } catch {
        acts = null;
        found.hidden = true;
        whole.hidden = false;
        say("guasto", 0);
      }
    };
    // While somebody types, only the last word counts.
    let waiting;
    filter.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, 200);
    });
    filter.addEventListener("submit", (event) => { event.preventDefault(); look(); });
    // The index of the page leads into the whole list.
    document.querySelector(".ar-indice")?.addEventListener("click", () => {
      filter.reset();
      found.hidden = true;
      whole.hidden = false;
      say("", 0);
    });
    filter.hidden = false;
  }

  // Where the rating goes by mail, the answers go into the message.
  const mail = document.querySelector("a.ar-valutazione-invio");
  if (mail) {
    const box = mail.closest(".ar-valutazione-riquadro");
    const subject = mail.href;
    box.addEventListener("input", () => {
      const vote = box.querySelector("[name=voto]:checked");
      const branch = vote && Number(vote.value) > 3 ? "bene" : "male";
      const reason = box.querySelector(`[name=${branch}]:checked`);
      const text = box.querySelector("[name=dettagli]").value;
      const lines = [vote && `${vote.value}/5`, reason && reason.value, text, location.href];
      mail.href = `${subject}&body=${encodeURIComponent(lines.filter(Boolean).join("\n"))}`;
    });
  }
})();
