import type { KeyCard } from "../../bindings";
import { relative } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";
import { now } from "../../state/clock.svelte";

const JUST_NOW = 60_000;

/** When a token of the key was last verified, as text. */
export function lastVerified(key: KeyCard): string {
  if (key.environment === "ukraine") return t("key-check-not-needed");
  if (!key.lastVerifiedAt) return t("key-never-checked");
  const isFresh = now().getTime() - Date.parse(key.lastVerifiedAt) < JUST_NOW;
  return isFresh ? t("key-checked-just-now") : relative(key.lastVerifiedAt);
}
