/** What each thing to do says, and where it leads. Its words are in the catalogs. */

import type { GuideRun, Home, KeyCard, ToDo } from "../../bindings";
import type { IconName } from "../../design/Icon.svelte";
import { date, dateTime, relative } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";
import { keyName } from "../../i18n/words.svelte";
import { now } from "../../state/clock.svelte";
import type { Place } from "../../state/router.svelte";
import { progressOf } from "../guides/progress";

/** What else can be done about a thing besides what its button says. */
export type Aside = "dismiss" | "remove_unlisted_key" | "remove_lost_key";

/** A thing to do, ready to be shown. */
export interface Described {
  icon: IconName;
  title: string;
  text: string;
  /** The label of its button; none while nothing can be done yet. */
  action: string | null;
  /** Where the button leads; none: it saves the key again on the spot. */
  leadsTo: Place | null;
  aside?: Aside;
}

/**
 * What is still to be done: a run that has arrived is not, and where a run's next step is to check
 * its key, the key is not named a second time.
 */
export function stillToDo({ toDo, keys }: Home): ToDo[] {
  const nextOf = (run: GuideRun) => progressOf(run, keys).next;
  const checkedThere = toDo.map((item) =>
    item.kind === "guide" && nextOf(item.run)?.kind === "prove" ? item.run.key : null,
  );
  return toDo.filter((item) => {
    if (item.kind === "guide") return nextOf(item.run) !== null;
    return item.kind !== "key_unproven" || !checkedThere.includes(item.key);
  });
}

/** Says it in words. `keys`: all keys of the register. */
export function describe(item: ToDo, keys: readonly KeyCard[]): Described {
  switch (item.kind) {
    case "unfinished":
      return {
        icon: "clock",
        title: t("to-do-unfinished-title", { phone: item.phone }),
        text: item.sameDay
          ? t("to-do-unfinished-text-same-day", { started: dateTime(item.startedAt) })
          : t("to-do-unfinished-text-later", { started: dateTime(item.startedAt) }),
        action: t("to-do-ask-again"),
        leadsTo: askFor(item.phone),
        aside: "dismiss",
      };
    case "ask_again":
      return {
        icon: "clock",
        title: item.due
          ? t("to-do-ask-again-title-due", { phone: item.phone })
          : t("to-do-ask-again-title-later", { phone: item.phone }),
        text: item.due
          ? t("to-do-ask-again-text-due")
          : t("to-do-ask-again-text-later", { day: date(item.from) }),
        action: item.due ? t("to-do-ask-again") : null,
        leadsTo: askFor(item.phone),
        aside: "dismiss",
      };
    case "save_again":
      return {
        icon: "keychain",
        title: t("to-do-save-again-title", { name: nameOf(item.key, keys) }),
        text: t(`to-do-save-again-text-${item.cause ?? "unrecorded"}`),
        action: t("to-do-save-again-action"),
        leadsTo: null,
      };
    case "key_lost":
      return describeLost(item.key, keys);
    case "key_unlisted":
      return {
        icon: "keychain",
        title: t("to-do-unlisted-title", { lastFour: item.lastFour }),
        text: t("to-do-unlisted-text"),
        action: t("to-do-unlisted-action"),
        leadsTo: { page: "bring-in", unlisted: item.key },
        aside: "remove_unlisted_key",
      };
    case "key_ends":
      return describeEnd(item, keys);
    case "key_unproven":
      return {
        icon: "keys",
        title: t("to-do-unproven-title", { name: nameOf(item.key, keys) }),
        text: t("to-do-unproven-text"),
        action: t("to-do-unproven-action"),
        leadsTo: { page: "token", key: item.key },
      };
    case "guide":
      return describeRun(item.run, keys);
  }
}

function describeLost(id: string, keys: readonly KeyCard[]): Described {
  const key = find(id, keys);
  // The person's number brings a test key back; the others are shown by Nova Post.
  const phone = key?.environment === "sandbox" ? key.phone : null;
  return {
    icon: "warning",
    title: t("to-do-lost-title", { name: nameOf(id, keys) }),
    text: phone ? t("to-do-lost-text-test") : t("to-do-lost-text"),
    action: phone ? t("to-do-ask-again") : t("to-do-lost-action"),
    leadsTo: phone ? askFor(phone) : { page: "bring-in" },
    aside: "remove_lost_key",
  };
}

function describeEnd(
  item: Extract<ToDo, { kind: "key_ends" }>,
  keys: readonly KeyCard[],
): Described {
  const key = find(item.key, keys);
  const over = Date.parse(item.at) <= now().getTime();
  const told = { name: nameOf(item.key, keys), day: date(item.at), when: relative(item.at) };
  // Only a test key is prolonged by asking again; for the others the guide leads to a new one.
  const test = key?.environment === "sandbox";
  return {
    icon: "warning",
    title: over ? t("to-do-ended-title", told) : t("to-do-ends-title", told),
    text: test ? t("to-do-ends-text-test") : t("to-do-ends-text-live"),
    action: test ? t("to-do-ends-action-test") : t("to-do-ends-action-live"),
    leadsTo: test ? askFor(key.phone ?? "") : { page: "guide", guide: "europe" },
  };
}

function describeRun(run: GuideRun, keys: readonly KeyCard[]): Described {
  const { next, steps, turn } = progressOf(run, keys);
  const told = {
    step: next ? t(`guide-${run.guide}-${next.id}-title`) : "",
    number: next?.number ?? steps.length,
    count: steps.length,
  };
  return {
    icon: "guides",
    title: run.organization
      ? t(`to-do-guide-title-${run.guide}`, { organization: run.organization })
      : t(`to-do-guide-title-${run.guide}-unnamed`),
    text: turn === "nova_post" ? t("to-do-guide-text-waiting", told) : t("to-do-guide-text", told),
    action: t("to-do-guide-action"),
    leadsTo: { page: "guide", guide: run.guide, run: run.id },
  };
}

function askFor(phone: string): Place {
  return { page: "test-key", step: "number", draft: { input: phone, country: null } };
}

/** What a thing to do calls a key. */
export function nameOf(id: string, keys: readonly KeyCard[]): string {
  const key = find(id, keys);
  if (!key) return t("key-unnamed");
  // A name that the person gave tells keys apart; a kind alone does not.
  return key.name || t("key-by-kind", { kind: keyName(key), lastFour: key.lastFour });
}

function find(id: string, keys: readonly KeyCard[]): KeyCard | undefined {
  return keys.find((key) => key.id === id);
}
