/** Rust puts keys right by itself. Pages that show keys then ask for them again. */

import { on } from "../ipc";

let times = $state(0);

on("keys_changed", () => {
  times += 1;
});

/** Does this each time that keys have changed, for as long as the component stands that calls it. */
export function whenKeysChange(act: () => void): void {
  const before = times;
  $effect(() => {
    if (times > before) act();
  });
}
