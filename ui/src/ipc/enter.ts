/** The door of the small window that a key is typed into. No other window has its commands. */

import { invoke } from "@tauri-apps/api/core";
import type { ClipboardCheck } from "../bindings";
import { sealed } from "./sealed";

/**
 * Hands over what was typed, sealed on its way, and says what it is. A key ends this window: there
 * may be no answer then.
 */
export async function enteredKey(typed: string): Promise<ClipboardCheck> {
  const publicKey = await invoke<number[]>("entry_public_key");
  return invoke<ClipboardCheck>("submit_entered_key", { sealed: await sealed(typed, publicKey) });
}

/** Has Rust look at the clipboard, and says what is on it: pasted here, it would leave traces. */
export function pastedKey(): Promise<ClipboardCheck> {
  return invoke<ClipboardCheck>("submit_pasted_key");
}

/** Closes and destroys this window. */
export function closeEnter(): Promise<void> {
  return invoke<void>("close_enter");
}
