import { readFileSync } from "node:fs";
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";
import { partOf } from "../../catalog-parts";
import Welcome from "../features/welcome/Welcome.svelte";
import { adopt, currentLanguage, fluent, speak, speakFirst, t } from "./index.svelte";

const catalogs = (["en", "uk"] as const).map(
  (language) => [language, readFileSync(`locales/${language}.ftl`, "utf8")] as const,
);

afterEach(cleanup);

describe.each(catalogs)("the catalog %s", (language, catalog) => {
  test("has a small part with all messages of the first page", () => {
    const first = partOf(catalog, "first");
    adopt(language, first);
    const { container } = render(Welcome);
    // A missing message shows its id.
    expect(container.textContent).not.toMatch(/\b(?:app|choose|settings|welcome)-[a-z]+/);
    expect(messages(first).length).toBeLessThan(messages(catalog).length / 5);
  });

  test("is complete in its two parts", () => {
    const parts = [partOf(catalog, "first"), partOf(catalog, "later")];
    const lines = (text: string) => text.split("\n").sort();
    expect(lines(parts.join(""))).toEqual(lines(catalog));
  });
});

function messages(catalog: string): string {
  return catalog.replace(/^#.*\n/gm, "");
}

describe("a first start", () => {
  test("shows the first page at once, and loads the rest", async () => {
    await speakFirst("uk");
    expect(t("welcome-practice-title")).toBe("Спершу потренуватися");
    await fluent();
    expect(t("help-heading")).toBe("Довідка");
  });

  test("does not return to a language that was changed meanwhile", async () => {
    await speakFirst("uk");
    await speak("en");
    await fluent();
    expect(currentLanguage()).toBe("en");
    expect(t("help-heading")).toBe("Help");
  });
});
