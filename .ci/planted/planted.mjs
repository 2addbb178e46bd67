// The lists of pages in tests/audit, as the tests in src/audit read them.

/** A fragment in the main content of a page that is otherwise good. */
const around = (html) =>
  `<!doctype html><html lang="it"><head><title>Uffici</title></head><body><main id="main"><h1>Uffici</h1>${html}</main></body></html>`;

/** Rules, lines and pages of a list. A list of ACT rules (`o` among its marks) holds pages as they are. */
export function planted(text) {
  const isBare = text.includes("\no ");
  const pages = [];
  let rule = "";
  for (const line of text.split("\n")) {
    if (!line || line.startsWith("#")) continue;
    const isWhole = isBare || line.startsWith("@");
    const [, html] = /^@?[-+?o] (.*)$/.exec(line) ?? [];
    if (html === undefined) rule = line;
    else pages.push({ rule, line: html, page: isWhole ? html : around(html) });
  }
  return pages;
}
