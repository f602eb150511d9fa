import { untrack } from "svelte";
import { onEvent } from "../ipc";

let changes = $state(0);

onEvent("keys_changed", noteKeysChanged);

/** Says that keys have changed: the pages that show them ask for them again. */
export function noteKeysChanged(): void {
  changes += 1;
}

/**
 * Calls `refresh` each time keys have changed without the calling component, until it is destroyed.
 */
export function whenKeysChange(refresh: () => void): void {
  const before = changes;
  $effect(() => {
    // What `refresh` reads must not call it again.
    if (changes > before) untrack(refresh);
  });
}
