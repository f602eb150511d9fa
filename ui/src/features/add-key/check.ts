/** The pages that add a key, and the cases that they distinguish in Rust's answers. */

import type { ApiEnvironment, ClipboardCheck, Failure, GuideName } from "../../bindings";
import { isFailure } from "../../ipc";

/**
 * The page that is shown. `opening`: the keychain is read for an unlisted key. `copy`: the person
 * copies or types the key. `about`: they describe it. `saving`: it is written to the keychain.
 */
export type Stage = "opening" | "copy" | "about" | "saving" | "saved";

/** A pending import: Rust holds the key, the window knows its length and last four characters. */
export type FoundKey = Extract<ClipboardCheck, { is: "key" }>;

/** Why a copied or typed text is no key. */
export type NoKey = Extract<ClipboardCheck, { is: "problem" }>;

/** A failure that the person answers on the page that describes the key. */
export type Refusal = Extract<Failure, { code: "key_form_unusual" | "looks_like_key" }>;

/** A failure while the key was saved or checked, with the command that failed. */
export interface ImportFailure {
  failure: Failure;
  during: "import_key" | "save_key_again" | "check_key";
}

/** The kind of key that each guide leads to. */
export const environmentOfGuide: Record<GuideName, ApiEnvironment> = {
  europe: "production",
  ukraine: "ukraine",
  method_1: "sandbox",
};

/** Whether the person answers this on the page that describes the key. */
export function isRefusal(thrown: unknown): thrown is Refusal {
  return (
    isFailure(thrown) && (thrown.code === "key_form_unusual" || thrown.code === "looks_like_key")
  );
}
