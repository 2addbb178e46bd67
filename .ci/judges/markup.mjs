// html-validate over every page as it was written: presets recommended, document and a11y.

import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { addressOf, filesOf } from "./site.mjs";

const CONFIG = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
};

export async function markup(folder) {
  const validate = new HtmlValidate(new StaticConfigLoader(CONFIG));
  const said = [];
  for (const file of await filesOf(folder, [".html"])) {
    const report = await validate.validateFile(file);
    for (const result of report.results) {
      for (const message of result.messages) {
        said.push({ text: `${message.ruleId}: ${message.message} (${message.selector ?? ""})`, page: addressOf(folder, file) });
      }
    }
  }
  return said;
}
