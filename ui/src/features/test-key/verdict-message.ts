/** The messages about a phone number that can't be sent, and when to show them. */

import type { PhoneNumber, Region, Verdict } from "../../bindings";
import { countryName } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";

/** The person pauses while typing, leaves the field, or presses Continue. */
export type Occasion = "pause" | "leave" | "continue";

// With fewer digits, the person is still typing the beginning of the number.
const MIN_DIGITS = 4;

/** The number, if its digits can mean only one. The page asks about `maybe_ukraine`. */
export function numberOf(verdict: Verdict): PhoneNumber | null {
  return "number" in verdict && verdict.verdict !== "maybe_ukraine" ? verdict.number : null;
}

/** The message about the number; `null` if it can be sent, or can be sent after a second look. */
export function problemOf(verdict: Verdict): string | null {
  switch (verdict.verdict) {
    case "ready":
    case "unassigned":
    case "old_prefix":
    case "unknown_words":
      return null;
    case "maybe_ukraine":
      return t("test-key-problem-maybe-ukraine");
    case "several":
      return t("test-key-problem-several");
    case "cut_off":
      return t("test-key-problem-cut-off");
    case "empty":
      return t("test-key-problem-empty");
    case "too_short":
      return tooShort(verdict.region, verdict.missing);
    case "too_long":
      return tooLong(verdict.region, verdict.extra);
    case "unknown_country_code":
      return t("test-key-problem-code");
    case "no_country":
      return t("test-key-problem-no-country");
    case "not_a_number":
      return t("test-key-problem-not-a-number");
    case "extension":
      return t("test-key-problem-extension");
    case "ukraine":
      return t("test-key-problem-ukraine");
  }
}

/** Whether to show the error now. It is never shown while the first digits are typed. */
export function shouldShowProblem(verdict: Verdict, input: string, occasion: Occasion): boolean {
  if (occasion === "continue") return true;
  if (verdict.verdict === "empty") return false;
  return occasion === "leave" || digitsIn(input) >= MIN_DIGITS;
}

function tooShort(region: Region | null, missing: number): string {
  if (region === null) return t("test-key-problem-short-anywhere", { missing });
  return t("test-key-problem-short", { missing, country: countryName(region) });
}

function tooLong(region: Region | null, extra: number): string {
  if (region === null) return t("test-key-problem-long-anywhere", { extra });
  return t("test-key-problem-long", { extra, country: countryName(region) });
}

function digitsIn(input: string): number {
  return input.match(/\p{Nd}/gu)?.length ?? 0;
}
