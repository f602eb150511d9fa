/** Lists the npm packages whose code is in the window, for the bill of materials. */

import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** A package that npm has installed. */
interface Package {
  name: string;
  version: string;
}

/** Writes `packages.json` beside the built files: name and version of each package with code in them. */
export function bundledPackages(): Plugin {
  return {
    name: "bundled-packages",
    generateBundle(_, bundle) {
      const found = new Map<string, Package>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const folder = renderedLength > 0 ? folderOf(id) : null;
          if (folder && !found.has(folder)) found.set(folder, packageIn(folder));
        }
      }
      const packages = [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
      const source = JSON.stringify(packages, null, 2);
      this.emitFile({ type: "asset", fileName: "packages.json", source });
    },
  };
}

/** The folder of the package that a module belongs to; `null` for a module of the window itself. */
export function folderOf(id: string): string | null {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? null;
}

function packageIn(folder: string): Package {
  const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  return { name, version };
}
