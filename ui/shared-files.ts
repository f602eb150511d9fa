/**
 * Puts the code that several pages share into two files: what the first page of a first start needs, and
 * the rest. So the first page needs few requests, and loads nothing that only other pages use.
 */

import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

/** What the first page of a first start loads. Its imports belong to it too. */
const FIRST_PAGE = ["src/windows/main/main.ts", "src/features/welcome/Welcome.svelte"];

// The commands of the popup windows are in the files of these windows only.
const SHARED_LATER =
  /node_modules|src\/(?:(?:design|i18n|state)\/|windows\/(?:guards|native)|ipc\/(?!popup|sealed))/;

type Graph = Pick<Rolldown.ChunkingContext, "getModuleInfo">;

/** The groups for `codeSplitting`. */
export function sharedFiles(): Rolldown.CodeSplittingGroup[] {
  let first: Set<string> | undefined;
  function nameOf(id: string, graph: Graph): string | null {
    first ??= withImports(FIRST_PAGE.map(absolute), graph);
    return first.has(id) ? "shared" : null;
  }
  return [
    { name: nameOf, debugName: "shared", minShareCount: 2, priority: 1 },
    { name: "pages", test: SHARED_LATER, minShareCount: 2 },
  ];
}

/** The modules, and all that they import at once and not only when it is needed. */
function withImports(ids: string[], graph: Graph): Set<string> {
  const found = new Set<string>();
  const rest = [...ids];
  for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    rest.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}

function absolute(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
