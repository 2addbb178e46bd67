// The built portal: its pages, and a server that sends them with the headers it was built with.

import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { gzipSync } from "node:zlib";

const KINDS = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".ics": "text/calendar; charset=utf-8", ".jpg": "image/jpeg",
  ".js": "text/javascript", ".json": "application/json", ".mjs": "text/javascript", ".png": "image/png", ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8", ".wasm": "application/wasm", ".woff2": "font/woff2", ".xml": "application/xml",
};

/** What web servers send compressed. */
const TEXTS = new Set([".css", ".html", ".ics", ".js", ".json", ".mjs", ".svg", ".txt", ".xml"]);

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

/** The headers that the build wrote, each block with the addresses it is for. */
async function headersOf(folder) {
  const text = await readFile(join(folder, "_headers"), "utf8");
  const blocks = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("/")) blocks.push({ paths: new RegExp(`^${line.replace(/[.+?]/g, "\\$&").replace(/:\w+/g, "[^/]+").replace(/\*/g, ".*")}$`), headers: [] });
    const header = /^ +([^:]+): *(.*)$/.exec(line);
    if (header) blocks.at(-1).headers.push([header[1], header[2]]);
  }
  return blocks;
}

/** Serves a folder, compressed when asked to; gives its base address and the way to stop. */
export async function serve(folder, { compressed = false } = {}) {
  const blocks = await headersOf(folder);
  const named = blocks.flatMap(({ headers }) => headers.map(([name]) => name));
  if (!named.includes("Content-Security-Policy")) throw new Error("the build wrote no policy");
  const server = createServer(async (request, response) => {
    let path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    for (const { paths, headers } of blocks) {
      if (paths.test(path)) for (const [name, value] of headers) response.setHeader(name, value);
    }
    if (path.endsWith("/")) path += "index.html";
    try {
      const bytes = await readFile(join(folder, path));
      response.setHeader("Content-Type", KINDS[extname(path)] ?? "application/octet-stream");
      const small = compressed && TEXTS.has(extname(path));
      if (small) response.setHeader("Content-Encoding", "gzip");
      response.end(small ? gzipSync(bytes) : bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { base: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
