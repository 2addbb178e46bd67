// The built portal: its pages, and a server that sends them with the headers it was built with.

import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { extname, join, sep } from "node:path";

const KINDS = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".ics": "text/calendar; charset=utf-8", ".jpg": "image/jpeg",
  ".js": "text/javascript", ".json": "application/json", ".mjs": "text/javascript", ".png": "image/png", ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8", ".wasm": "application/wasm", ".woff2": "font/woff2", ".xml": "application/xml",
};

/** Every file below a folder with one of the endings, in order. */
export async function filesOf(folder, endings) {
  const all = await readdir(folder, { recursive: true });
  return all.filter((name) => endings.some((ending) => name.endsWith(ending))).sort().map((name) => join(folder, name));
}

/** Addresses of all pages that stay where they are: those that only lead on are no pages. */
export async function pagesOf(folder) {
  const pages = [];
  for (const file of await filesOf(folder, [".html"])) {
    const text = await readFile(file, "utf8");
    if (/http-equiv="?refresh/i.test(text.slice(0, 2000))) continue;
    pages.push(addressOf(folder, file));
  }
  return pages;
}

export function addressOf(folder, file) {
  const path = file.slice(folder.length).split(sep).join("/").replace(/^\/*/, "/");
  return path.replace(/\/index\.html$/, "/");
}

/** The headers that the build wrote for every page. */
async function headersOf(folder) {
  const text = await readFile(join(folder, "_headers"), "utf8");
  const [, ...lines] = text.split("\n/")[0].split("\n");
  return lines.filter((line) => line.startsWith("  ")).map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(2, colon), line.slice(colon + 1).trim()];
  });
}

/** Serves a folder; gives its base address and the way to stop. */
export async function serve(folder) {
  const headers = await headersOf(folder);
  if (!headers.some(([name]) => name === "Content-Security-Policy")) throw new Error("the build wrote no policy");
  const server = createServer(async (request, response) => {
    let path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (path.endsWith("/")) path += "index.html";
    for (const [name, value] of headers) response.setHeader(name, value);
    try {
      const bytes = await readFile(join(folder, path));
      response.setHeader("Content-Type", KINDS[extname(path)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { base: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
