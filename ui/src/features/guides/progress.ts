/** The progress of a run: its completed steps, the next one, and whose turn it is. */

import type { GuideRun, KeyCard } from "../../bindings";
import { type GuideStep, guides } from "./guides";

/** A step of a guide with its state in a run. */
export interface RunStep extends GuideStep {
  /** The position in the run, starting at 1. */
  number: number;
  isDone: boolean;
  /** It needs a key, and there is none yet. */
  isLocked: boolean;
}

export interface RunProgress {
  steps: RunStep[];
  /** The number of completed steps. */
  done: number;
  /** The first step that is not completed; `null` if the run is complete. */
  next: RunStep | null;
  /** Who has to act now. */
  turn: "you" | "nova_post";
  /** The key that was added in this run; `null` if there is none or it was deleted. */
  key: KeyCard | null;
}

/** `keys`: all keys. The state of the run's key decides whether two of the steps are done. */
export function progressOf(run: GuideRun, keys: readonly KeyCard[]): RunProgress {
  const key = keys.find(({ id }) => id === run.key) ?? null;
  const steps = stepsOf(run).map((step, index) => ({
    ...step,
    number: index + 1,
    isDone: isDone(step, run, key),
    isLocked: (step.kind === "check" || step.kind === "tell") && key === null,
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

/** The steps that belong to a run with its answers so far. */
function stepsOf({ guide, answers }: GuideRun): GuideStep[] {
  return guides[guide].steps.filter(
    ({ onlyIf }) => !onlyIf || answers[onlyIf.step] === onlyIf.answer,
  );
}

function isDone(step: GuideStep, run: GuideRun, key: KeyCard | null): boolean {
  switch (step.kind) {
    case "add_key":
      return key !== null;
    case "check":
      return key !== null && key.lastVerifiedAt !== null;
    case "ask":
      return (
        run.done.includes(step.id) && step.answers?.includes(run.answers[step.id] ?? "") === true
      );
    case "write":
      // An email with an empty field is not the one that was sent.
      return run.done.includes(step.id) && run.form !== "incomplete";
    default:
      return run.done.includes(step.id);
  }
}
