import type { KeyCard } from "../../bindings";
import { relative } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";
import { now } from "../../state/clock.svelte";

const JUST_NOW = 60_000;

/** When the key was last checked, as text. The status tells what came of it. */
export function lastChecked(key: KeyCard): string {
  const at = key.lastCheck?.at ?? key.lastVerifiedAt;
  if (!at) return t("key-never-checked");
  const isFresh = now().getTime() - Date.parse(at) < JUST_NOW;
  return isFresh ? t("key-checked-just-now") : relative(at);
}
