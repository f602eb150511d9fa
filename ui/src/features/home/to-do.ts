/** The texts and actions of the things to do on Home. */

import type { ApiEnvironment, GuideRun, Home, KeyCard, Replacement, ToDo } from "../../bindings";
import type { IconName } from "../../design/Icon.svelte";
import { date, dateTime, relative } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";
import { keyName } from "../../i18n/words.svelte";
import { now } from "../../state/clock.svelte";
import type { Route } from "../../state/router.svelte";
import { progressOf } from "../guides/progress";
import { leakToDo } from "../leak/to-do";
import { nextStep } from "../replace/progress";
import { describeRequest } from "../request/to-do";
import { describeReview } from "./review-to-do";

/** The second action of a thing to do. */
export type SecondAction = "dismiss" | "remove_unlisted_key" | "remove_lost_key";

/** A thing to do as it is shown. */
export interface Described {
  icon: IconName;
  title: string;
  text: string;
  /** The label of its button; `null` while nothing can be done yet. */
  action: string | null;
  /** Where the button leads; `null` if it saves the key again. */
  leadsTo: Route | null;
  secondAction?: SecondAction;
}

/**
 * The things that are still to do. Finished runs are left out, and keys whose verification is the next
 * step of a run, because the run says it already.
 */
export function stillToDo({ toDo, ...home }: Home): ToDo[] {
  const keys = [...home.keys, ...home.mentioned];
  const nextOf = (run: GuideRun) => progressOf(run, keys).next;
  const checkedThere = toDo.map((item) =>
    item.kind === "guide" && nextOf(item.run)?.kind === "check" ? item.run.key : null,
  );
  return toDo.filter((item) => {
    if (item.kind === "guide") return nextOf(item.run) !== null;
    return item.kind !== "key_unproven" || !checkedThere.includes(item.key);
  });
}

/** The texts and actions of a thing to do. `keys` are all keys of the store. */
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
        secondAction: "dismiss",
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
        secondAction: "dismiss",
      };
    case "not_registered":
      return {
        icon: "phone",
        title: t("to-do-not-registered-title", { phone: item.phone }),
        text: t("to-do-not-registered-text"),
        action: t("to-do-ask-again"),
        leadsTo: askFor(item.phone),
        secondAction: "dismiss",
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
        leadsTo: { page: "add-key", unlisted: item.key },
        secondAction: "remove_unlisted_key",
      };
    case "import_lost":
      return {
        icon: "warning",
        title: t("to-do-import-lost-title", { lastFour: item.lastFour }),
        text: item.organization
          ? t("to-do-import-lost-text-of", { ...toldOf(item), organization: item.organization })
          : t("to-do-import-lost-text", toldOf(item)),
        action: t("to-do-import-lost-action"),
        leadsTo: {
          page: "add-key",
          environment: item.environment,
          organization: item.organization || undefined,
        },
        secondAction: "dismiss",
      };
    case "key_ends":
      return describeEnd(item, keys);
    case "key_refused":
      return describeRefused(item.key, keys);
    case "key_expired":
      return describeExpired(item.key, keys);
    case "expiry_passed":
      return {
        icon: "clock",
        title: t("to-do-expiry-passed-title", { name: nameOf(item.key, keys) }),
        text: t("to-do-expiry-passed-text", { day: date(item.at) }),
        action: t("to-do-expiry-passed-action"),
        leadsTo: { page: "key", key: item.key },
      };
    case "expiry_unknown":
      return {
        icon: "clock",
        title: t("to-do-expiry-unknown-title", { name: nameOf(item.key, keys) }),
        text: t("to-do-expiry-unknown-text"),
        action: t("to-do-expiry-unknown-action"),
        leadsTo: { page: "key", key: item.key },
      };
    case "key_unproven":
      return {
        icon: "keys",
        title: t("to-do-unchecked-title", { name: nameOf(item.key, keys) }),
        text: t("to-do-unchecked-text"),
        action: t("to-do-unchecked-action"),
        leadsTo: { page: "key", key: item.key },
      };
    case "guide":
      return describeRun(item, keys);
    case "leak":
      return leakToDo(item.leak, find(item.leak.key, keys), nameOf(item.leak.key, keys));
    case "replacement":
      return describeReplacement(item.replacement, keys);
    case "review":
      return describeReview(item);
    case "key_request":
      return describeRequest(item);
  }
}

function toldOf({ environment, at }: Extract<ToDo, { kind: "import_lost" }>) {
  return { kind: t(`key-kind-${environment}`), added: dateTime(at) };
}

function describeLost(id: string, keys: readonly KeyCard[]): Described {
  const key = find(id, keys);
  // A test key comes back by its phone number. Other keys are copied or made again at Nova Post.
  const phone = key?.environment === "sandbox" ? key.phone : null;
  return {
    icon: "warning",
    title: t("to-do-lost-title", { name: nameOf(id, keys) }),
    text: phone ? t("to-do-lost-text-test") : t("to-do-lost-text"),
    action: phone ? t("to-do-ask-again") : t("to-do-lost-action"),
    leadsTo: phone ? askFor(phone) : { page: "add-key", record: id },
    secondAction: "remove_lost_key",
  };
}

function describeRefused(id: string, keys: readonly KeyCard[]): Described {
  const environment = find(id, keys)?.environment ?? "production";
  return {
    icon: "warning",
    title: t("to-do-refused-title", { name: nameOf(id, keys) }),
    text: t(`to-do-refused-text-${environment}`),
    action: t("to-do-refused-action"),
    leadsTo: { page: "key", key: id },
  };
}

function describeExpired(id: string, keys: readonly KeyCard[]): Described {
  const key = find(id, keys);
  const environment = key?.environment ?? "production";
  const test = environment === "sandbox";
  return {
    icon: "warning",
    title: t("to-do-key-expired-title", { name: nameOf(id, keys) }),
    text: test ? t("to-do-expired-text-test") : t(`to-do-key-expired-text-${environment}`),
    ...wayOn(id, key),
  };
}

/** Where a key that has ended or soon ends leads: a request extends a test key, other keys are replaced. */
function wayOn(id: string, key: KeyCard | undefined): Pick<Described, "action" | "leadsTo"> {
  if (key?.environment === "sandbox") {
    return { action: t("to-do-expires-action-test"), leadsTo: askFor(key.phone ?? "") };
  }
  return { action: t("to-do-expires-action-production"), leadsTo: { page: "replace", key: id } };
}

function describeEnd(
  item: Extract<ToDo, { kind: "key_ends" }>,
  keys: readonly KeyCard[],
): Described {
  const key = find(item.key, keys);
  const over = Date.parse(item.at) <= now().getTime();
  const told = { name: nameOf(item.key, keys), day: date(item.at), when: relative(item.at) };
  return {
    icon: "warning",
    title: over ? t("to-do-expired-title", told) : t("to-do-expires-title", told),
    text: endsText(key?.environment ?? "production", over, item.extendUntil),
    ...wayOn(item.key, key),
  };
}

/**
 * What is lost without a new key, or what a new request does to a test key. Only one that has expired may be
 * replaced by another.
 */
function endsText(
  environment: ApiEnvironment,
  over: boolean,
  extendUntil: string | undefined,
): string {
  if (environment !== "sandbox") {
    return over ? t(`to-do-key-expired-text-${environment}`) : t("to-do-expires-text-production");
  }
  if (extendUntil) return t("to-do-expired-text-extend", { day: date(extendUntil) });
  return over ? t("to-do-expired-text-test") : t("to-do-expires-text-test");
}

function describeRun(
  { run, waitingSince }: Extract<ToDo, { kind: "guide" }>,
  keys: readonly KeyCard[],
): Described {
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
    text: runText(turn, waitingSince !== undefined, told),
    action: t("to-do-guide-action"),
    leadsTo: { page: "guide", guide: run.guide, run: run.id },
  };
}

function runText(
  turn: "you" | "nova_post",
  isLong: boolean,
  told: { step: string; number: number; count: number },
): string {
  if (turn === "you") return t("to-do-guide-text", told);
  return isLong ? t("to-do-guide-text-no-answer") : t("to-do-guide-text-waiting", told);
}

function describeReplacement(replacement: Replacement, keys: readonly KeyCard[]): Described {
  const next = nextStep(replacement) ?? "mark";
  return {
    icon: "keys",
    title: t("to-do-replacement-title", { name: nameOf(replacement.old, keys) }),
    text: t("to-do-replacement-text", { step: t(`replace-${next}-title`) }),
    action: t("to-do-replacement-action"),
    leadsTo: { page: "replace", key: replacement.old },
  };
}

function askFor(phone: string): Route {
  return { page: "test-key", step: "number", draft: { input: phone, country: null } };
}

/** The name of a key in a thing to do. */
export function nameOf(id: string, keys: readonly KeyCard[]): string {
  const key = find(id, keys);
  if (!key) return t("key-unnamed");
  // Without a name, the kind needs the last characters to tell keys apart.
  return key.name || t("key-by-kind", { kind: keyName(key), lastFour: key.lastFour });
}

function find(id: string, keys: readonly KeyCard[]): KeyCard | undefined {
  return keys.find((key) => key.id === id);
}
