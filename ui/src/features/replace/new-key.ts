/** Makes a key that was just added the new key of a replacement. */

import type { KeyId, ReplacementId, ReplacementRefusal } from "../../bindings";
import { call, isFailure } from "../../ipc";

/** Why an added key is not the new key of its replacement. */
export type NotTaken = ReplacementRefusal | "failed";

/**
 * Called before the key is verified: only a later check counts. The key is saved in any case, and can be chosen on
 * the page of the replacement. Resolves to `null` if it is the new key.
 */
export async function takeNewKey(replacement: ReplacementId, key: KeyId): Promise<NotTaken | null> {
  try {
    const answer = await call("set_replacement_key", { replacement, key });
    return answer.is === "refused" ? answer.why : null;
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
    return "failed";
  }
}
