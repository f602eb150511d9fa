/**
 * Takes a catalog apart for the build: what the first page says, and what all other pages say. The
 * first page then waits for a few sentences and not for all of them.
 */

import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

/** Which part: `first` can be spoken alone, `later` needs it. */
export type CatalogPart = "first" | "later";

/** The sections that the first page is made of; with them goes what stands above all sections. */
const FIRST = ["Everywhere", "The frame of the window", "Welcome"];

/** Makes `catalog.ftl?first` and `catalog.ftl?later` modules that hold the text of their part. */
export function catalogParts(): Plugin {
  return {
    name: "catalog-parts",
    async load(id) {
      const [, file, part] = /^(.+\.ftl)\?(first|later)$/.exec(id) ?? [];
      if (!file) return null;
      this.addWatchFile(file);
      const text = partOf(await readFile(file, "utf8"), part as CatalogPart);
      return `export default ${JSON.stringify(text)}`;
    },
  };
}

/** One part of a catalog. */
export function partOf(catalog: string, part: CatalogPart): string {
  const sections = catalog.split(/^(?=## )/m);
  return sections.filter((section) => isFirst(section) === (part === "first")).join("");
}

function isFirst(section: string): boolean {
  const heading = /^## (.+)/.exec(section)?.[1];
  return heading === undefined || FIRST.includes(heading.trim());
}
