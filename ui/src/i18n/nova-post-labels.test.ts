import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, test } from "vitest";

const PRACTICE = "../src-tauri/crates/practice/portal/locales";

function catalog(folder: string, language: string): (id: string) => string {
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(readFileSync(join(folder, `${language}.ftl`), "utf8")));
  return (id) => bundle.formatPattern(bundle.getMessage(id)?.value ?? "", {}, []);
}

// A person who follows a text to Nova Post's pages, or to those of practice, looks for these words.
describe.each(["en", "uk"])("in %s, the sections of Nova Post’s pages", (language) => {
  const app = catalog("locales", language);
  const page = catalog(PRACTICE, language);

  test.each([
    ["guide-europe-answer-action-2", ["menu-integrations", "api-keys"]],
    ["guide-europe-offered-action-1", ["menu-integrations", "api-keys"]],
    ["guide-europe-create-action-1", ["menu-integrations", "api-keys"]],
    ["guides-somebody-else-message", ["menu-integrations", "api-keys"]],
    ["guide-europe-offered-practice", ["manager-heading"]],
    ["guide-europe-answer-practice", ["manager-heading"]],
    ["key-refused-text", ["menu-integrations", "api-keys"]],
    ["failure-key-refused-text-own", ["menu-integrations", "api-keys"]],
    ["key-refused-text-ukraine", ["settings-heading", "security"]],
    ["failure-key-refused-text-ukraine", ["settings-heading", "security"]],
    ["guide-ukraine-create-action-1", ["settings-heading", "security"]],
    ["guide-ukraine-create-action-2", ["security-create"]],
    ["add-key-environment-ukraine", ["security"]],
    ["link-test_key_page", ["test-key-heading"]],
  ])("are named in %s as on the page", (id, labels) => {
    for (const label of labels) {
      expect(page(label)).not.toBe("");
      expect(app(id)).toContain(page(label));
    }
  });
});
