import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, test } from "vitest";
import { APP, catalogsOf, languagesOf, PRACTICE, textOfCatalog } from "./catalog-files";

/** Messages that send a person to pages of Nova Post. */
const DIRECTIONS = /^(guide-|key-refused-|failure-key-refused-|add-key-environment-|link-)/;

/** Quotes of all languages. */
const QUOTED = /[“„«»”]([^“”„«»]+)[”“»«]/g;

/** All messages of a catalog without variables: an unknown one stays as `{$name}`. */
function textsOf(folder: string, language: string): Map<string, string> {
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(textOfCatalog(folder, language)));
  const ids = [...(catalogsOf(folder).get(language)?.ids ?? [])];
  return new Map(
    ids.map((id) => [id, bundle.formatPattern(bundle.getMessage(id)?.value ?? "", {}, [])]),
  );
}

test("practice’s pages have the languages of the app", () => {
  expect(languagesOf(PRACTICE)).toEqual(languagesOf(APP));
});

// A person who follows a text to Nova Post's pages, or to those of practice, looks for these words.
describe.each(languagesOf(APP))("in %s, the labels of Nova Post’s pages", (language) => {
  const app = textsOf(APP, language);
  const page = textsOf(PRACTICE, language);

  test.each([
    ["guide-europe-answer-action-2", ["menu-integrations", "api-keys"]],
    ["guide-europe-offered-action-1", ["menu-integrations", "api-keys"]],
    ["guide-europe-create-action-1", ["menu-integrations", "api-keys"]],
    ["guides-somebody-else-message", ["menu-integrations", "api-keys"]],
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
      expect(page.get(label)).toBeTruthy();
      expect(app.get(id)).toContain(page.get(label));
    }
  });

  test("are the only quoted words of the guides beside labels of the app", () => {
    const known = [...app.values(), ...page.values()].map((text) => text.toLowerCase());
    const isLabel = (words: string) =>
      known.some((text) => text === words || text.endsWith(`(${words})`));
    const quoted = [...app]
      .filter(([id]) => DIRECTIONS.test(id))
      .flatMap(([id, text]) => [...text.matchAll(QUOTED)].map((match) => `${id}: ${match[1]}`));
    expect(quoted.length).toBeGreaterThan(15);
    const strange = quoted.filter(
      (line) => !isLabel(line.slice(line.indexOf(": ") + 2).toLowerCase()),
    );
    expect(strange).toEqual([]);
  });
});
