/** The script that is played: what happens in the window ticks its steps. */

import { type Place, router } from "../../state/router.svelte";
import type { Happening } from "./happening";
import { presenter } from "./presenter.svelte";
import { advance, atTheBeginning, back, forward, type Progress, stepAt } from "./progress";
import { asScriptName, type Script, type ScriptName, type ScriptStep, scripts } from "./script";

export class Stage {
  #justTicked: string | null = $state(null);
  #isMovedByHand = $state(false);

  /** The name of the script; null: none is chosen yet. */
  get name(): ScriptName | null {
    return asScriptName(presenter.shown.script);
  }

  /** The script. */
  get script(): Script | null {
    return this.name && scripts[this.name];
  }

  /** How far it is. */
  get progress(): Progress {
    return presenter.shown;
  }

  /** The step that is up; undefined at the end. */
  get step(): ScriptStep | undefined {
    return this.script ? stepAt(this.script, this.progress.step) : undefined;
  }

  /** The id of the step that ticked itself last, since the mark was moved by hand. */
  get justTicked(): string | null {
    return this.#justTicked;
  }

  /** The step that is up has happened, and there is something to say about it. */
  get isSeen(): boolean {
    const { step } = this;
    if (!step?.seen || this.#isMovedByHand) return false;
    return this.progress.done.includes(step.id);
  }

  /** Opens presenter view with a script: where it was left, or from its beginning. */
  play(name: ScriptName): Promise<boolean> {
    if (isUnderWay(name)) return presenter.open();
    this.#justTicked = null;
    this.#isMovedByHand = false;
    return presenter.open({ script: name, ...atTheBeginning(scripts[name]) });
  }

  /** Something has happened. */
  hear(happening: Happening): void {
    if (!this.script) return;
    const before = this.progress;
    const next = advance(this.script, before, happening);
    if (next === before) return;
    const ticked = next.done.find((id) => !before.done.includes(id));
    if (ticked) this.#justTicked = ticked;
    this.#isMovedByHand = false;
    note(next);
  }

  /** The mark a step further. */
  forward(): void {
    if (this.script) this.#move(forward(this.script, this.progress));
  }

  /** The mark a step back. */
  back(): void {
    if (this.script) this.#move(back(this.script, this.progress));
  }

  /** The mark to this step. */
  goTo(id: string): void {
    this.#move({ ...this.progress, step: id });
  }

  /** From the beginning, with nothing ticked. */
  startAgain(): void {
    if (this.script) this.#move(atTheBeginning(this.script));
  }

  /** Goes to the page that asks for the number, with this one filled in. */
  fillIn(digits: string): void {
    const draft = { input: `+${digits}`, country: null };
    const there: Place = { page: "test-key", step: "number", draft };
    const isThere = router.place.page === "test-key" && router.place.step === "number";
    if (isThere) router.replace(there);
    else router.go(there);
  }

  #move(progress: Progress): void {
    this.#justTicked = null;
    this.#isMovedByHand = true;
    note(progress);
  }
}

/** Whether this script has been begun. */
export function isUnderWay(name: ScriptName): boolean {
  const { script, done, step } = presenter.shown;
  return script === name && (done.length > 0 || step !== scripts[name].steps[0]?.id);
}

function note({ done, step }: Progress): void {
  presenter.note({ done, step });
}

/** The one script of the window. */
export const stage = new Stage();
