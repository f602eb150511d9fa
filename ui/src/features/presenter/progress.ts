/** How far a script is: a mark at the step that is up, and ticks on those that have happened. */

import type { Presenter } from "../../bindings";
import { type Happening, meets } from "./happening";
import type { Script, ScriptStep } from "./script";

/** As it is kept. `step`: where the mark is; none: at the end. */
export type Progress = Pick<Presenter, "done" | "step">;

/** At the first step, with nothing ticked. */
export function atTheBeginning(script: Script): Progress {
  return { done: [], step: script.steps[0]?.id ?? null };
}

/**
 * How far the script is after this. What was waited for ticks itself, also ahead of the mark; one
 * thing ticks one step, the one that is due first. A page is a tick for that one only: on the way
 * to others one passes pages by. Returns the same object where nothing has changed.
 */
export function advance(script: Script, progress: Progress, happening: Happening): Progress {
  const marked = stepAt(script, progress.step);
  const due = dueStep(script, progress);
  if (due && meets(due.done, happening)) return tickedAndOn(script, progress, due);
  // It was gone back to by hand, and has been shown once more.
  if (marked && meets(marked.done, happening)) return tickedAndOn(script, progress, marked);
  if (happening.kind === "page") return progress;
  const ahead = script.steps.find((step) => isOpen(step, progress) && meets(step.done, happening));
  return ahead ? { ...progress, done: [...progress.done, ahead.id] } : progress;
}

/** The step that is up; undefined at the end. */
export function stepAt(script: Script, id: string | null): ScriptStep | undefined {
  return script.steps.find((step) => step.id === id);
}

/** The steps behind the marked one, in their order. */
export function stepsBehind(script: Script, { step }: Progress): ScriptStep[] {
  return script.steps.slice(indexOf(script, step) + 1);
}

/** The mark a step further by hand; behind the last step it is at the end. */
export function forward(script: Script, progress: Progress): Progress {
  return { ...progress, step: stepsBehind(script, progress)[0]?.id ?? null };
}

/** The mark a step back by hand; at the first step it stays. */
export function back(script: Script, progress: Progress): Progress {
  const before = script.steps[indexOf(script, progress.step) - 1];
  return before ? { ...progress, step: before.id } : progress;
}

/** How many minutes the marked step and what follows it still take, rounded up. */
export function minutesLeft(script: Script, progress: Progress): number {
  const ahead = script.steps
    .slice(indexOf(script, progress.step))
    .filter((step) => step.id === progress.step || isOpen(step, progress));
  return Math.ceil(ahead.reduce((sum, { minutes }) => sum + minutes, 0));
}

/** The marked step, or the next open one where that is ticked and only spoken about. */
function dueStep(script: Script, progress: Progress): ScriptStep | undefined {
  const marked = stepAt(script, progress.step);
  if (marked && isOpen(marked, progress)) return marked;
  return stepsBehind(script, progress).find((step) => isOpen(step, progress));
}

function tickedAndOn(script: Script, progress: Progress, ticked: ScriptStep): Progress {
  const { id, seen } = ticked;
  const done = isOpen(ticked, progress) ? [...progress.done, id] : progress.done;
  return { done, step: seen ? id : (dueStep(script, { done, step: id })?.id ?? null) };
}

function isOpen({ id }: ScriptStep, { done }: Progress): boolean {
  return !done.includes(id);
}

/** The end, and a step that this version does not know, are behind the last one. */
function indexOf({ steps }: Script, id: string | null): number {
  const index = steps.findIndex((step) => step.id === id);
  return index < 0 ? steps.length : index;
}
