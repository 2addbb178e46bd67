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
