/**
 * What to do when others may have seen a key, for each kind of key. The steps are data in ui/leaks, because Nova
 * Post's pages change. Their texts are in the catalogs as `leak-<environment>-<step>-…`, and those of the first step
 * as `leak-take_back-<cause>-…`. A test checks that steps and texts match.
 */

import production from "../../../leaks/production.json";
import sandbox from "../../../leaks/sandbox.json";
import takeBack from "../../../leaks/take_back.json";
import ukraine from "../../../leaks/ukraine.json";
import type { ApiEnvironment, KeyCard, Leak, LeakCause, Link } from "../../bindings";
import { t } from "../../i18n/index.svelte";

/** The kinds of step. The kind decides what a step shows besides its texts. */
export const drillKinds = [
  /** The person deletes the text or the picture, or ends an access. It depends on what happened. */
  "take_back",
  /** The person replaces the key. */
  "replace",
  /** The person informs those who use the key. */
  "tell",
  /** The person does something on Nova Post's pages, or writes to Nova Post. */
  "do",
  /** The person looks for parcels that nobody sent. */
  "parcels",
] as const;

export type DrillKind = (typeof drillKinds)[number];

/** One thing to do. */
export interface DrillStep {
  /** Kept in the store when the step is done: small letters and `_`. */
  id: string;
  kind: DrillKind;
  /** The number of actions, in order: `…-action-1`, `…-action-2`. */
  actions?: number;
  /** The pages where it is done. */
  links?: Link[];
  /** There is a text for them, `…-write`, for when the person can't do it alone. */
  writeTo?: "service_desk" | "nova_poshta";
}

/** The steps for a kind of key, as a file in ui/leaks has them. */
export interface Drill {
  /** The month when the steps were last compared with their sources: `2026-11`. */
  checked: string;
  /** The pages that the steps come from. */
  sources: Link[];
  steps: DrillStep[];
}

/** The steps for each kind of key. */
export const drills: Record<ApiEnvironment, Drill> = {
  sandbox: sandbox as Drill,
  production: production as Drill,
  ukraine: ukraine as Drill,
};

/** The number of actions of the first step, by what happened. In the order in which the page asks. */
export const takeBackActions: Record<LeakCause, { actions: number }> = takeBack;

/** What may have happened, in the order in which the page asks. */
export const causes = Object.keys(takeBack) as LeakCause[];

/** Whether a step is done: the person said so, or the key is replaced already. */
export function isDone(leak: Leak, step: DrillStep, key: KeyCard): boolean {
  return leak.done.includes(step.id) || (step.kind === "replace" && key.status === "replaced");
}

/** The step to take now; `null` if all are done. */
export function nextStep(leak: Leak, key: KeyCard): DrillStep | null {
  return drills[key.environment].steps.find((step) => !isDone(leak, step, key)) ?? null;
}

/** The number of steps that are not done. */
export function stepsLeft(leak: Leak, key: KeyCard): number {
  return drills[key.environment].steps.filter((step) => !isDone(leak, step, key)).length;
}

/** The title of a step. */
export function titleOf(step: DrillStep, environment: ApiEnvironment, cause: LeakCause): string {
  return step.kind === "take_back"
    ? t(`leak-take_back-${cause}-title`)
    : t(`leak-${environment}-${step.id}-title`);
}

/** The case of a key that is not closed. */
export function openLeak(leaks: readonly Leak[]): Leak | null {
  return leaks.find(({ closedAt }) => closedAt === null) ?? null;
}
