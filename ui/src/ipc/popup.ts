/** The commands of the popup windows. Each popup has permission for its own commands only. */

import { invoke } from "@tauri-apps/api/core";
import type {
  AskCommands,
  ClipboardCheck,
  EnterCommands,
  RevealCommands,
  TokenAnswer,
  TokenQuestion,
} from "../bindings";
import { openSealed, seal } from "./sealed";

type PopupCommands = RevealCommands & EnterCommands & AskCommands;

/** What the reveal popup shows. It is never stored, logged or sent on. */
export interface RevealedSecret {
  text: string;
  /** `text` is the passphrase of a sealed key, with hyphens between its groups. Otherwise it is a key. */
  isPassphrase: boolean;
  /** `text` is not the secret but dots and, of a key, the last four characters. */
  isCovered: boolean;
}

/** The key or the passphrase that this popup was opened for. */
export async function revealSecret(): Promise<RevealedSecret> {
  let [isPassphrase, isCovered] = [false, false];
  const text = await openSealed(async (publicKey) => {
    const revealed = await popupCall("reveal_secret", { publicKey });
    ({ isPassphrase, isCovered } = revealed);
    return revealed.secret;
  });
  return { text, isPassphrase, isCovered };
}

/** Closes the reveal popup. */
export function closeReveal(): Promise<void> {
  return popupCall("close_reveal", {});
}

/**
 * Sends the typed text to Rust, sealed, and returns what it is. If it is a key, Rust closes the popup
 * and the answer may not arrive.
 */
export async function submitEnteredKey(typed: string): Promise<ClipboardCheck> {
  const publicKey = await popupCall("entry_public_key", {});
  return popupCall("submit_entered_key", { sealed: await seal(typed, publicKey) });
}

/**
 * Lets Rust read the clipboard, and returns what is on it. Pasting into the field would leave copies
 * of the key in the web engine's buffers.
 */
export function submitPastedKey(): Promise<ClipboardCheck> {
  return popupCall("submit_pasted_key", {});
}

/**
 * Lets Rust read the text that is marked in some window, and returns what it is. The answer for systems
 * on which marking copies nothing is that there is nothing.
 */
export function submitMarkedKey(): Promise<ClipboardCheck> {
  return popupCall("submit_marked_key", {});
}

/** Closes the enter popup. */
export function closeEnter(): Promise<void> {
  return popupCall("close_enter", {});
}

/** What the ask popup was opened for. Fails if the question has been answered. */
export function tokenQuestion(): Promise<TokenQuestion> {
  return popupCall("token_question", {});
}

/** Answers the question. Rust closes the popup, and the answer of this call may not arrive. */
export function answerTokenQuestion(answer: TokenAnswer): Promise<void> {
  return popupCall("answer_token_question", { answer });
}

/** Restarts the time after which Rust closes this popup. */
export function stayOpen(): Promise<void> {
  return popupCall("stay_open", {});
}

function popupCall<C extends keyof PopupCommands>(
  name: C,
  args: PopupCommands[C]["args"],
): Promise<PopupCommands[C]["result"]> {
  return invoke(name, args);
}
