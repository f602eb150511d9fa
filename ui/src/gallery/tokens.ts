/** The names of the design tokens, read from the stylesheet, so that new ones appear automatically. */

import css from "../design/tokens.css?raw";

const MEANING = "/* Meaning: light. */";

const names = [...css.matchAll(/^ {2}--([\w-]+):/gm)].map((match) => match[1] as string);
const meanings = (css.split(MEANING)[1] ?? "").split("\n}")[0] ?? "";
const looks = [...meanings.matchAll(/--([\w-]+):/g)].map((match) => match[1] as string);

/** Colours. */
export const colours = looks.filter((name) => !name.startsWith("shadow"));
/** Shadows, the lowest elevation first. */
export const elevations = looks.filter((name) => name.startsWith("shadow"));
/** Text sizes, the smallest first. */
export const typeSizes = named(/^text-(?:s|m|l|\d?xl)$/);
/** Spaces, the smallest first. */
export const spaces = named(/^space-/);
/** Corner radii. */
export const radii = named(/^radius-/);
/** Durations. */
export const motions = named(/^motion-/);

/** Sets an element's `--sample` to a token. Uses the object model, because the CSP forbids inline styles. */
export function sample(name: string) {
  return (element: HTMLElement): void => {
    element.style.setProperty("--sample", `var(--${name})`);
  };
}

function named(pattern: RegExp): string[] {
  return [...new Set(names)].filter((name) => pattern.test(name));
}
