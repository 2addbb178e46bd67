// What the preview adds to a page: it listens for changes, shows the panel, keeps the reader's place.
(() => {
  'use strict';
  const own = document.currentScript;
  const address = own.dataset.pagina;
  const base = '/_arengo/';
  const store = 'arengo-anteprima';
  const remembered = (key) => {
    try { return JSON.parse(sessionStorage.getItem(`${store}-${key}`)); } catch { return null; }
  };
  const remember = (key, value) => {
    try { sessionStorage.setItem(`${store}-${key}`, JSON.stringify(value)); } catch { /* private windows */ }
  };

  // The way to an element, good enough to find it again after a small change.
  const pathOf = (element) => {
    const steps = [];
    for (let at = element; at && at !== document.body && at.nodeType === 1; at = at.parentElement) {
      if (at.id) { steps.unshift(`#${CSS.escape(at.id)}`); break; }
      const same = [...at.parentElement.children].filter((other) => other.localName === at.localName);
      steps.unshift(`${at.localName}:nth-of-type(${same.indexOf(at) + 1})`);
    }
    return steps.join(' > ');
  };

  const leave = () => {
    const focus = document.activeElement;
    const fields = [...document.querySelectorAll('input, textarea, select')]
      .filter((field) => !['password', 'file', 'hidden'].includes(field.type))
      .map((field) => [pathOf(field), field.value, field.checked ?? null]);
    const inPanel = focus === host && host.shadowRoot.activeElement;
    remember('posto', {
      address, x: scrollX, y: scrollY, fields,
      focus: focus && focus !== document.body && focus !== host ? pathOf(focus) : null,
      panel: inPanel ? [...host.shadowRoot.querySelectorAll('a, button')].indexOf(inPanel) : -1,
      selection: focus && 'selectionStart' in focus ? [focus.selectionStart, focus.selectionEnd] : null,
    });
    location.reload();
  };

  const find = (path) => { try { return path && document.querySelector(path); } catch { return null; } };
  let panelFocus = -1;
  const restore = () => {
    const place = remembered('posto');
    remember('posto', null);
    if (!place || place.address !== address) return;
    for (const [path, value, checked] of place.fields) {
      const field = find(path);
      if (!field) continue;
      try { field.value = value; } catch { /* not every field takes a value */ }
      if (checked !== null) field.checked = checked;
    }
    const focus = find(place.focus);
    if (focus) {
      focus.focus({ preventScroll: true });
      try { if (place.selection) focus.setSelectionRange(...place.selection); } catch { /* no text */ }
    }
    panelFocus = place.panel;
    const scroll = () => scrollTo({ left: place.x, top: place.y, behavior: 'instant' });
    scroll();
    addEventListener('load', scroll, { once: true });
  };
  if ('scrollRestoration' in history) history.scrollRestoration = 'auto';

  // The panel stands apart: neither its style nor its words meet those of the page.
  const host = document.createElement('arengo-anteprima');
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = `${base}pannello.css`;
  const inner = document.createElement('div');
  root.append(style, inner);

  const from = new URLSearchParams(location.search).get('arengo-da');
  let marked = null;
  const mark = (selector) => {
    marked?.removeAttribute('data-arengo-evidenza');
    marked = find(selector);
    if (!marked) return;
    marked.setAttribute('data-arengo-evidenza', '');
    marked.scrollIntoView({ block: 'center' });
  };
  const open = (is) => {
    const button = root.querySelector('.apri');
    if (!button) return;
    button.setAttribute('aria-expanded', String(is));
    root.getElementById('dentro').hidden = !is;
  };
  let asked = 0;
  const refresh = async () => {
    const mine = ++asked;
    const query = new URLSearchParams({ pagina: address });
    if (from) query.set('arengo-da', from);
    const answer = await fetch(`${base}pannello?${query}`).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    const text = await answer.text();
    if (mine !== asked || text === inner.dataset.text) return;
    const focused = root.activeElement ? [...root.querySelectorAll('a, button')].indexOf(root.activeElement) : panelFocus;
    inner.dataset.text = text;
    inner.innerHTML = text;
    open(remembered('aperto') ?? false);
    if (focused >= 0) root.querySelectorAll('a, button')[focused]?.focus({ preventScroll: true });
    panelFocus = -1;
  };
  root.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.classList.contains('apri')) {
      const is = button.getAttribute('aria-expanded') !== 'true';
      remember('aperto', is);
      open(is);
    } else if (button.dataset.selettore) {
      mark(button.dataset.selettore);
    }
  });

  const listen = () => {
    const query = new URLSearchParams({ pagina: address, versione: own.dataset.versione });
    const events = new EventSource(`${base}eventi?${query}`);
    events.addEventListener('cambiata', leave);
    events.addEventListener('rilievi', refresh);
    addEventListener('pagehide', () => events.close(), { once: true });
  };

  document.body.append(host);
  restore();
  refresh();
  listen();
  // A page that comes back from the browser's memory may be old.
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
})();
