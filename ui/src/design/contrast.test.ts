import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** WCAG 2.2: body text AAA, all other text AA, edges of controls and focus rings 3 : 1. */
const BODY = 7;
const TEXT = 4.5;
const EDGE = 3;

const SURFACES = ["surface-window", "surface-side", "surface-card", "surface-sunken"];

const css = readFileSync("src/design/tokens.css", "utf8");
const themes = {
  "light, live": [":root"],
  "light, practice": [":root", ':root[data-mode="practice"]'],
  "dark, live": [":root", ':root[data-theme="dark"]'],
  "dark, practice": [
    ":root",
    ':root[data-mode="practice"]',
    ':root[data-theme="dark"]',
    ':root[data-theme="dark"][data-mode="practice"]',
  ],
};

describe.each(Object.entries(themes))("%s", (_theme, selectors) => {
  const values = new Map(selectors.flatMap(declarations));

  test.each(SURFACES)("text has enough contrast on %s", (surface) => {
    expect(contrast("text", surface)).toBeGreaterThanOrEqual(BODY);
    expect(contrast("text-soft", surface)).toBeGreaterThanOrEqual(BODY);
    expect(contrast("text-faint", surface)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast("accent-text", surface)).toBeGreaterThanOrEqual(TEXT);
  });

  test.each(["good", "warn", "bad", "info"])("a notice has enough contrast: %s", (kind) => {
    expect(contrast(kind, `${kind}-soft`)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(kind, "surface-card")).toBeGreaterThanOrEqual(TEXT);
    expect(contrast("text", `${kind}-soft`)).toBeGreaterThanOrEqual(BODY);
  });

  test("buttons, chips and the practice banner have enough contrast", () => {
    expect(contrast("accent-on", "accent")).toBeGreaterThanOrEqual(TEXT);
    expect(contrast("accent-on", "accent-hover")).toBeGreaterThanOrEqual(TEXT);
    expect(contrast("accent-text", "accent-soft")).toBeGreaterThanOrEqual(TEXT);
    expect(contrast("practice-on", "practice")).toBeGreaterThanOrEqual(BODY);
    expect(contrast("surface-card", "good")).toBeGreaterThanOrEqual(TEXT);
    expect(contrast("surface-card", "info")).toBeGreaterThanOrEqual(TEXT);
  });

  test.each(SURFACES)(
    "the focus ring and the edges of fields have enough contrast on %s",
    (surface) => {
      expect(contrast("focus", surface)).toBeGreaterThanOrEqual(EDGE);
      expect(contrast("line-control", surface)).toBeGreaterThanOrEqual(EDGE);
    },
  );

  function contrast(front: string, back: string): number {
    const [brighter, darker] = [luminance(colour(front)), luminance(colour(back))].sort(
      (left, right) => right - left,
    ) as [number, number];
    return (brighter + 0.05) / (darker + 0.05);
  }

  function colour(name: string): string {
    const value = values.get(name) ?? "";
    const reference = value.match(/^var\(--([\w-]+)\)$/)?.[1];
    return reference ? colour(reference) : value;
  }
});

function declarations(selector: string): [string, string][] {
  return css
    .split(`\n${selector} {`)
    .slice(1)
    .flatMap((rest) => [...(rest.split("\n}")[0] ?? "").matchAll(/--([\w-]+):\s*([^;]+);/g)])
    .map((match) => [match[1] as string, (match[2] as string).trim()]);
}

function luminance(hex: string): number {
  const parts = hex.match(/^#(..)(..)(..)$/);
  if (!parts) throw new Error(`${hex} is not a plain colour`);
  const [red, green, blue] = parts.slice(1).map((part) => {
    const share = Number.parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
