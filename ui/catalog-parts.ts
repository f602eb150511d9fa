/**
 * Makes modules of the catalogs. That of the window is split into the messages of the first page and
 * those of all other pages, so that the first page loads faster.
 */

import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

/** `first` can be used alone, `later` only together with `first`. */
export type CatalogPart = "first" | "later" | "whole";

/** The sections of the first part. Text above the first section also belongs to it. */
const FIRST = ["Everywhere", "Welcome"];

/** Makes `catalog.ftl?first`, `?later` and `?whole` modules that hold the text of their part. */
export function catalogParts(): Plugin {
  return {
    name: "catalog-parts",
    async load(id) {
      const [, file, part] = /^(.+\.ftl)\?(first|later|whole)$/.exec(id) ?? [];
      if (!file) return null;
      this.addWatchFile(file);
      const text = partOf(await readFile(file, "utf8"), part as CatalogPart);
      return `export default ${JSON.stringify(withoutComments(text))}`;
    },
  };
}

/** One part of a catalog. */
export function partOf(catalog: string, part: CatalogPart): string {
  if (part === "whole") return catalog;
  const sections = catalog.split(/^(?=## )/m);
  return sections.filter((section) => isFirst(section) === (part === "first")).join("");
}

/** The comments are for translators, and the window does not need them. */
function withoutComments(text: string): string {
  return text.replace(/^#.*\n/gm, "");
}

function isFirst(section: string): boolean {
  const heading = /^## (.+)/.exec(section)?.[1];
  return heading === undefined || FIRST.includes(heading.trim());
}
