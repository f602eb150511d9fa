/** When the list shows the distance of a date from now. */

import type { KeyCard } from "../../bindings";
import { relative } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";
import { now } from "../../state/clock.svelte";

/** Milliseconds around the end of a key within which the list also shows the distance to it. */
export const NEAR_END = 60 * 86_400_000;

/** Milliseconds after a check within which it was just now. */
export const JUST_NOW = 60_000;

/** Whether the end of the key is known and near. */
export function isEndNear(key: KeyCard): boolean {
  if (key.validUntil === null) return false;
  return Math.abs(Date.parse(key.validUntil) - now().getTime()) < NEAR_END;
}

/** When the key was last checked, as text. */
export function lastChecked(key: KeyCard): string {
  const at = key.lastCheck?.at ?? key.lastVerifiedAt;
  if (!at) return t("key-never-checked");
  const isFresh = now().getTime() - Date.parse(at) < JUST_NOW;
  return isFresh ? t("key-checked-just-now") : relative(at);
}
