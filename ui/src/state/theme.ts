/** Light or dark, written onto the document before anything is drawn. */

import type { Theme } from "../bindings";

const system = window.matchMedia?.("(prefers-color-scheme: dark)");
let wanted: Theme = "system";

/** Shows a theme; `system` follows the computer from now on. */
export function showTheme(theme: Theme): void {
  wanted = theme;
  apply();
}

function apply(): void {
  const followed = system?.matches ? "dark" : "light";
  document.documentElement.dataset.theme = wanted === "system" ? followed : wanted;
}

system?.addEventListener("change", apply);
