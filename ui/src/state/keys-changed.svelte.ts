import { onEvent } from "../ipc";

let changes = $state(0);

onEvent("keys_changed", () => {
  changes += 1;
});

/**
 * Calls `refresh` each time Rust changes keys in the background, until the calling component is
 * destroyed.
 */
export function whenKeysChange(refresh: () => void): void {
  const before = changes;
  $effect(() => {
    if (changes > before) refresh();
  });
}
