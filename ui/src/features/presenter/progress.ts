/** The progress of a script: the current step, and the steps that are done. */

import type { Presenter } from "../../bindings";
import type { Script, ScriptStep } from "./script";
import { meets, type ScriptEvent } from "./script-event";

/** As stored. `step` is the current step; `null` at the end. */
export type Progress = Pick<Presenter, "done" | "step">;

/** At the first step, with no step done. */
export function initialProgress(script: Script): Progress {
  return { done: [], step: script.steps[0]?.id ?? null };
}

/**
 * The progress after an event. An event completes one step that waits for it: the due step first, but
 * also a later one. A page completes only the due step, because the person passes pages on the way to
 * others. Returns the same object if nothing changed.
 */
export function advance(script: Script, progress: Progress, event: ScriptEvent): Progress {
  const current = stepAt(script, progress.step);
  const due = dueStep(script, progress);
  if (due && meets(due.done, event)) return completed(script, progress, due);
  // The presenter went back to a step that is done, and showed it again.
  if (current && meets(current.done, event)) return completed(script, progress, current);
  if (event.kind === "page") return progress;
  const ahead = script.steps.find((step) => isOpen(step, progress) && meets(step.done, event));
  return ahead ? { ...progress, done: [...progress.done, ahead.id] } : progress;
}

/** The step with this id; `undefined` at the end. */
export function stepAt(script: Script, id: string | null): ScriptStep | undefined {
  return script.steps.find((step) => step.id === id);
}

/** The steps after the current one, in their order. */
export function stepsAfter(script: Script, { step }: Progress): ScriptStep[] {
  return script.steps.slice(indexOf(script, step) + 1);
}

/** Moves to the next step without completing one. After the last step is the end. */
export function forward(script: Script, progress: Progress): Progress {
  return { ...progress, step: stepsAfter(script, progress)[0]?.id ?? null };
}

/** Moves to the previous step. At the first step nothing changes. */
export function back(script: Script, progress: Progress): Progress {
  const before = script.steps[indexOf(script, progress.step) - 1];
  return before ? { ...progress, step: before.id } : progress;
}

/** Minutes for the current step and the open steps after it, rounded up. */
export function minutesLeft(script: Script, progress: Progress): number {
  const ahead = script.steps
    .slice(indexOf(script, progress.step))
    .filter((step) => step.id === progress.step || isOpen(step, progress));
  return Math.ceil(ahead.reduce((sum, { minutes }) => sum + minutes, 0));
}

/** The current step, or the next open one if the current step is done. */
function dueStep(script: Script, progress: Progress): ScriptStep | undefined {
  const current = stepAt(script, progress.step);
  if (current && isOpen(current, progress)) return current;
  return stepsAfter(script, progress).find((step) => isOpen(step, progress));
}

function completed(script: Script, progress: Progress, ticked: ScriptStep): Progress {
  const { id, seen } = ticked;
  const done = isOpen(ticked, progress) ? [...progress.done, id] : progress.done;
  return { done, step: seen ? id : (dueStep(script, { done, step: id })?.id ?? null) };
}

function isOpen({ id }: ScriptStep, { done }: Progress): boolean {
  return !done.includes(id);
}

/** The end, and a step that this version does not know, have the index after the last step. */
function indexOf({ steps }: Script, id: string | null): number {
  const index = steps.findIndex((step) => step.id === id);
  return index < 0 ? steps.length : index;
}
