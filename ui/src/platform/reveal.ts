/** The door of the small window that shows a key. It has two commands, and no other window has them. */

import { invoke } from "@tauri-apps/api/core";
import { opened, type Sealed } from "./sealed";

/** The key that this window was opened for. Never kept, logged or sent on. */
export function revealedSecret(): Promise<string> {
  return opened((publicKey) => invoke<Sealed>("revealed_secret", { publicKey }));
}

/** Closes and destroys this window. */
export function closeReveal(): Promise<void> {
  return invoke<void>("close_reveal");
}
