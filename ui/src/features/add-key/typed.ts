/** What Rust says of a key that was typed into the small window, handed to the walk that waits for it. */

import type { ClipboardCheck } from "../../bindings";
import { onEvent } from "../../ipc";

type Hearer = (typed: ClipboardCheck) => void;

let hearer: Hearer | null = null;

onEvent("import_pending", (typed) => hearer?.(typed));

/** Hears it until the function that comes back is called. */
export function hearTyped(hear: Hearer): () => void {
  hearer = hear;
  return () => {
    if (hearer === hear) hearer = null;
  };
}
