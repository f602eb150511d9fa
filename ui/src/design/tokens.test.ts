import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const tokens = new Set(
  [...readFileSync("src/design/tokens.css", "utf8").matchAll(/^ {2}--([\w-]+):/gm)].map(
    (match) => match[1],
  ),
);
const components = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".svelte"))
  .map((path) => ({ path, css: stylesOf(readFileSync(`src/${path}`, "utf8")) }));

describe("the components", () => {
  test("take every size and colour from the tokens", () => {
    const literal = /#[\da-f]{3,8}\b|(?<![\w-])-?[\d.]+(?:px|r?em)\b/gi;
    const found = components
      .filter(({ path }) => !path.startsWith("gallery"))
      .flatMap(({ path, css }) =>
        // Container and media queries can't use tokens; they use em.
        [...css.replace(/@(container|media)[^{]*/g, "").matchAll(literal)].map(
          ([size]) => `${path}: ${size}`,
        ),
      );
    expect(found).toEqual([]);
  });
});

describe("every component", () => {
  test("uses only tokens that exist or that it defines itself", () => {
    const unknown = components.flatMap(({ path, css }) => {
      const own = new Set([...css.matchAll(/(?<!var\()--([\w-]+):/g)].map((match) => match[1]));
      return [...css.matchAll(/var\(--([\w-]+)(,?)/g)]
        .filter(([, name, fallback]) => !fallback && !tokens.has(name) && !own.has(name))
        .map(([, name]) => `${path}: ${name}`);
    });
    expect(unknown.filter((name) => !name.endsWith(": sample"))).toEqual([]);
  });

  test("takes the line widths of its drawings from the tokens", () => {
    const literals = components.flatMap(({ path, css }) =>
      [...css.matchAll(/stroke-(?:width|dash\w+): [\d.][^;]*/g)].map(
        ([rule]) => `${path}: ${rule}`,
      ),
    );
    expect(literals).toEqual([]);
  });
});

function stylesOf(component: string): string {
  return /<style>([\s\S]*)<\/style>/.exec(component)?.[1] ?? "";
}
