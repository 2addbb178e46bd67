// The Nu HTML checker (Java) over every page and every sheet. What third-party sheets cause is let through by name, with its reason.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { addressOf, filesOf } from "./site.mjs";
import { THIRD_PARTY } from "./third-party.mjs";

const jar = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");

function run(options, files) {
  // The checker says what it finds on standard error, and fails when it finds something.
  const args = ["-Xmx512m", "-jar", jar, "--format", "json", "--exit-zero-always", ...options, ...files];
  return new Promise((done, fail) => {
    execFile("java", args, { maxBuffer: 256 << 20 }, (error, _, text) => {
      if (error) fail(error);
      else done(JSON.parse(text).messages);
    });
  });
}

const isOurs = ({ text, page }) =>
  !THIRD_PARTY.some((known) => known.file.test(page) && known.says.test(text));

export async function checker(folder) {
  const pages = await filesOf(folder, [".html"]);
  const sheets = await filesOf(folder, [".css"]);
  const [html, css] = [await run([], pages), await run(["--css"], sheets)];
  return [...html, ...css]
    .filter((message) => message.type !== "info" || message.subType === "warning")
    .map((message) => {
      const near = message.extract ? `: ${message.extract.trim().replace(/\s+/g, " ").slice(0, 160)}` : "";
      const file = message.url.replace(/^file:/, "");
      return { text: `${message.message.replace(/\s+/g, " ")}${near}`, page: addressOf(folder, file) };
    })
    .filter(isOurs);
}
