/** The names of files that are saved. */

import { t } from "../i18n/index.svelte";
import { now } from "./clock.svelte";
import { session } from "./session.svelte";

/** `Key list 2026-08-27`, with a word before it in practice. */
export function datedFileName(name: string): string {
  const at = now();
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  return [session.practice ? t("chip-practice") : "", name, day].join(" ").trim();
}
