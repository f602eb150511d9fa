/**
 * The door of the small window that a key is typed into. It has three commands, and no other window
 * has them.
 */

import { invoke } from "@tauri-apps/api/core";
import type { OnClipboard } from "../bindings";
import { sealed } from "./sealed";

/**
 * Hands over what was typed, sealed on its way, and says what it is. A key ends this window: there
 * may be no answer then.
 */
export async function enteredKey(typed: string): Promise<OnClipboard> {
  const publicKey = await invoke<number[]>("entry_lock");
  return invoke<OnClipboard>("entered_key", { sealed: await sealed(typed, publicKey) });
}

/** Closes and destroys this window. */
export function closeEnter(): Promise<void> {
  return invoke<void>("close_enter");
}
