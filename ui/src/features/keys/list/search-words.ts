/** What is typed into the search, with what the list shows in words that contain it. */

import type { ApiEnvironment, KeyRemark, KeyStanding, Period, SearchWord } from "../../../bindings";
import { fold } from "../../../i18n/fold";
import { countryName } from "../../../i18n/format.svelte";
import { t } from "../../../i18n/index.svelte";
import { chipOf } from "../../../i18n/words.svelte";
import { now } from "../../../state/clock.svelte";
import { session } from "../../../state/session.svelte";
import { JUST_NOW, NEAR_END } from "../shown-dates";
import { daysWith, distancesWith, earliestFrom } from "./search-dates";

/** The words of a search. `dates`: from the first to the last date of the list. */
export function searchWords(typed: string, dates: Period | null): SearchWord[] {
  const typedWords = typed.split(/\s+/).filter((word) => word !== "");
  return typedWords.filter((word) => !isOnEveryRow(fold(word))).map((word) => find(word, dates));
}

/** In practice, each row says so. */
function isOnEveryRow(word: string): boolean {
  return session.practice && fold(t("chip-practice")).includes(word);
}

function find(typed: string, dates: Period | null): SearchWord {
  const word = fold(typed);
  const since = now();
  const checks = distancesWith(word, earliestFrom(dates, since), 0, since);
  return {
    text: typed,
    environments: namesWith(word, environments()),
    standings: namesWith(word, standings()),
    remarks: namesWith(word, remarks()),
    days: daysWith(word, dates, since),
    ends: distancesWith(word, -NEAR_END, NEAR_END, since),
    checks: fold(t("key-checked-just-now")).includes(word) ? [...checks, justNow(since)] : checks,
  };
}

function justNow(since: Date): Period {
  const from = new Date(since.getTime() - JUST_NOW).toISOString();
  return { from, until: new Date(since.getTime() + JUST_NOW).toISOString() };
}

function namesWith<Name extends string>(word: string, shown: Record<Name, string>): Name[] {
  const names = Object.keys(shown) as Name[];
  return names.filter((name) => fold(shown[name]).includes(word));
}

function environments(): Record<ApiEnvironment, string> {
  const shown = (environment: ApiEnvironment) =>
    `${t(`chip-${chipOf(environment)}`)} ${t(`key-kind-${environment}`)}`;
  return {
    sandbox: shown("sandbox"),
    production: shown("production"),
    ukraine: `${shown("ukraine")} ${countryName("UA")}`,
  };
}

function standings(): Record<KeyStanding, string> {
  return {
    active: t("status-active"),
    // The distance from now is among the checks.
    check_due: t("status-check_due", { when: "" }),
    unchecked: t("key-never-checked"),
    expired: t("status-expired"),
    refused: t("status-refused"),
    deactivated: t("status-deactivated"),
    replaced: t("status-replaced"),
  };
}

function remarks(): Record<KeyRemark, string> {
  return {
    creation_unknown: t("key-not-known"),
    end_unknown: t("key-not-known"),
    never_checked: t("key-never-checked"),
    works: t("key-check-result-works"),
    not_accepted: t("key-check-result-refused"),
    expired: t("key-check-result-expired"),
    unsaved: t("key-unsaved"),
    lost: t("key-lost"),
    never_here: t("key-never-here"),
    other_account: t("key-other-account"),
  };
}
