import type { Theme } from "../bindings";

const system = window.matchMedia?.("(prefers-color-scheme: dark)");
let wanted: Theme = "system";

/** Applies a theme to the document. `system` follows changes of the system's theme. */
export function showTheme(theme: Theme): void {
  wanted = theme;
  apply();
}

function apply(): void {
  const systemTheme = system?.matches ? "dark" : "light";
  document.documentElement.dataset.theme = wanted === "system" ? systemTheme : wanted;
}

system?.addEventListener("change", apply);
