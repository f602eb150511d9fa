import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import { adopt, t } from "../../i18n/index.svelte";
import Guide from "./Guide.svelte";
import { type GuideName, guides } from "./guides";

const names = Object.keys(guides) as GuideName[];

afterEach(cleanup);

describe.each([
  ["en", english],
  ["uk", ukrainian],
] as const)("the guides in %s", (language, catalog) => {
  beforeEach(() => adopt(language, catalog));

  test.each(names)("%s has words for each step", (name) => {
    const ids = guides[name].steps.flatMap(({ id }) => [
      `guide-${name}-${id}-title`,
      `guide-${name}-${id}-text`,
    ]);
    expect(ids.filter((id) => t(id) === id)).toEqual([]);
  });
});

describe("a guide", () => {
  test("says when it was checked, and against what", () => {
    adopt("en", english);
    render(Guide, { place: { page: "guide", guide: "europe" } });
    expect(screen.getByText(/Checked against Nova Post’s pages in November 2026/)).toBeTruthy();
    expect(screen.getByRole("button", { name: /API portal/ })).toBeTruthy();
  });

  test("has its steps in order", () => {
    adopt("en", english);
    render(Guide, { place: { page: "guide", guide: "ukraine" } });
    const steps = screen.getAllByRole("heading", { level: 2 }).map((step) => step.textContent);
    expect(steps).toEqual([
      "Log in as a company",
      "Open the settings",
      "Choose “Security”",
      "Choose “Create key”",
      "Copy the code",
    ]);
  });
});
