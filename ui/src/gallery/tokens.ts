/** The names of the tokens, read from the stylesheet itself: a new one appears by itself. */

import css from "../design/tokens.css?raw";

const MEANING = "/* Meaning: light. */";

const names = [...css.matchAll(/^ {2}--([\w-]+):/gm)].map((match) => match[1] as string);
const meanings = (css.split(MEANING)[1] ?? "").split("\n}")[0] ?? "";
const looks = [...meanings.matchAll(/--([\w-]+):/g)].map((match) => match[1] as string);

/** Colours by what they are for. */
export const colours = looks.filter((name) => !name.startsWith("shadow"));
/** Heights above the page, the lowest first. */
export const elevations = looks.filter((name) => name.startsWith("shadow"));
/** Sizes of type, the smallest first. */
export const typeSizes = named(/^text-(?:s|m|l|\d?xl)$/);
/** Steps of space, the smallest first. */
export const spaces = named(/^space-/);
/** Corners. */
export const radii = named(/^radius-/);
/** Durations. */
export const motions = named(/^motion-/);

/** Lends a token's value to an element as `--sample`; through the object model, as the CSP wants it. */
export function sample(name: string) {
  return (element: HTMLElement): void => {
    element.style.setProperty("--sample", `var(--${name})`);
  };
}

function named(pattern: RegExp): string[] {
  return [...new Set(names)].filter((name) => pattern.test(name));
}
