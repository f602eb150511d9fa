import { readFileSync } from "node:fs";
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";
import { partOf } from "../../catalog-parts";
import Welcome from "../features/welcome/Welcome.svelte";
import { adopt, currentLanguage, fluent, greet, speak, t } from "./index.svelte";

const catalogs = (["en", "uk"] as const).map(
  (language) => [language, readFileSync(`locales/${language}.ftl`, "utf8")] as const,
);

afterEach(cleanup);

describe.each(catalogs)("the catalog %s", (language, catalog) => {
  test("has its first page in a part of its own, and that part is small", () => {
    const first = partOf(catalog, "first");
    adopt(language, first);
    const { container } = render(Welcome);
    // A message that is missing shows its name.
    expect(container.textContent).not.toMatch(/\b(?:app|choose|settings|welcome)-[a-z]+/);
    expect(first.length).toBeLessThan(catalog.length / 5);
  });

  test("is all there in its two parts", () => {
    const parts = [partOf(catalog, "first"), partOf(catalog, "later")];
    const lines = (text: string) => text.split("\n").sort();
    expect(lines(parts.join(""))).toEqual(lines(catalog));
  });
});

describe("a first start", () => {
  test("says the first page at once, and soon everything", async () => {
    await greet("uk");
    expect(t("welcome-practice-title")).toBe("Спершу потренуватися");
    await fluent();
    expect(t("help-heading")).toBe("Довідка");
  });

  test("does not fall back into the language that was left meanwhile", async () => {
    await greet("uk");
    await speak("en");
    await fluent();
    expect(currentLanguage()).toBe("en");
    expect(t("help-heading")).toBe("Help");
  });
});
