/** Whether a key can be handed over, and why not. */

import type { KeyCard } from "../../bindings";

/** Why a key can't be handed over now. */
export type HandOverObstacle = "unsaved" | "not_here" | "retired" | "expired";

/** Why a key can’t be handed over; `null` if nothing does. */
export function obstacleTo(key: KeyCard): HandOverObstacle | null {
  if (key.kept === "this_session") return "unsaved";
  if (key.kept !== "keychain") return "not_here";
  if (key.status === "deactivated" || key.status === "replaced") return "retired";
  if (key.status === "expired") return "expired";
  return null;
}
