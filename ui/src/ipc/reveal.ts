/** The door of the small window that shows a key. No other window has these two commands. */

import { invoke } from "@tauri-apps/api/core";
import { opened, type Sealed } from "./sealed";

/** What this window shows. Never kept, logged or sent on. */
export interface Revealed {
  text: string;
  /** It is not the key, but dots and its last four characters. */
  isCovered: boolean;
}

/** The key that this window was opened for. */
export async function revealedSecret(): Promise<Revealed> {
  let isCovered = false;
  const text = await opened(async (publicKey) => {
    const answer = await invoke<{ secret: Sealed; isCovered: boolean }>("reveal_secret", {
      publicKey,
    });
    isCovered = answer.isCovered;
    return answer.secret;
  });
  return { text, isCovered };
}

/** Closes and destroys this window. */
export function closeReveal(): Promise<void> {
  return invoke<void>("close_reveal");
}
