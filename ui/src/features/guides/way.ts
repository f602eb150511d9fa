/** How far a run has come on its guide: what is done, what is next, and whose turn it is. */

import type { GuideRun, KeyCard } from "../../bindings";
import { type GuideStep, guides } from "./guides";

/** A step as a run has it. */
export interface StepOnWay extends GuideStep {
  /** Its place in the guide, from 1 on. */
  number: number;
  isDone: boolean;
  /** It makes no sense before another step is done. */
  isLocked: boolean;
}

export interface Way {
  steps: StepOnWay[];
  /** How many are done. */
  done: number;
  /** The first that is not; none: the run has arrived. */
  next: StepOnWay | null;
  /** Who has to act. */
  turn: "you" | "nova_post";
  /** The key that it has led to. */
  key: KeyCard | null;
}

/** `keys`: all keys of the register, for two steps are done by what happens to the key. */
export function wayOf(run: GuideRun, keys: readonly KeyCard[]): Way {
  const key = keys.find(({ id }) => id === run.key) ?? null;
  const steps = guides[run.guide].steps.map((step, index) => ({
    ...step,
    number: index + 1,
    isDone: isDone(step, run, key),
    isLocked: (step.kind === "prove" || step.kind === "tell") && key === null,
  }));
  const next = steps.find((step) => !step.isDone) ?? null;
  return {
    steps,
    done: steps.filter((step) => step.isDone).length,
    next,
    turn: next?.kind === "wait" ? "nova_post" : "you",
    key,
  };
}

function isDone(step: GuideStep, run: GuideRun, key: KeyCard | null): boolean {
  switch (step.kind) {
    case "bring_in":
      return key !== null;
    case "prove":
      return key !== null && key.lastVerifiedAt !== null;
    default:
      return run.done.includes(step.id);
  }
}
