/** How far a replacement has come. */

import type { Replacement } from "../../bindings";

/** The steps of a replacement, in their order. */
export const STEPS = ["new", "check", "places", "mark"] as const;

export type ReplaceStep = (typeof STEPS)[number];

/** Whether a step is done. */
export function isDone(replacement: Replacement, step: ReplaceStep): boolean {
  switch (step) {
    case "new":
      return replacement.new !== null;
    case "check":
      return replacement.newCheckedAt !== null;
    case "places":
      return isDone(replacement, "check") && placesLeft(replacement) === 0;
    case "mark":
      return replacement.finishedAt !== null;
  }
}

/** Whether a step can't be taken yet: there is no new key, or Nova Post has not accepted it. */
export function isLocked(replacement: Replacement, step: ReplaceStep): boolean {
  if (step === "new") return false;
  return !isDone(replacement, step === "check" ? "new" : "check");
}

/** The step to take now; `null` if the old key is replaced. */
export function nextStep(replacement: Replacement): ReplaceStep | null {
  if (replacement.finishedAt !== null) return null;
  return STEPS.find((step) => !isDone(replacement, step)) ?? null;
}

/** The number of places that do not have the new key yet. */
export function placesLeft({ places }: Replacement): number {
  return places.filter(({ doneAt }) => doneAt === null).length;
}
