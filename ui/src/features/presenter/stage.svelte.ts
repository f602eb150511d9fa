import { type Route, router } from "../../state/router.svelte";
import { presenter } from "./presenter.svelte";
import { advance, back, forward, initialProgress, type Progress, stepAt } from "./progress";
import { asScriptName, type Script, type ScriptName, type ScriptStep, scripts } from "./script";
import type { ScriptEvent } from "./script-event";

/** The running script. Events in the window complete its steps. */
export class Stage {
  #justTicked: string | null = $state(null);
  #isMovedByHand = $state(false);

  /** `null` if no script is chosen. */
  get name(): ScriptName | null {
    return asScriptName(presenter.shown.script);
  }

  get script(): Script | null {
    return this.name && scripts[this.name];
  }

  get progress(): Progress {
    return presenter.shown;
  }

  /** The current step; `undefined` at the end. */
  get step(): ScriptStep | undefined {
    return this.script ? stepAt(this.script, this.progress.step) : undefined;
  }

  /** The id of the step that an event completed last; `null` after a move by hand. */
  get justTicked(): string | null {
    return this.#justTicked;
  }

  /** Whether the current step is done and its closing remark is shown. */
  get isSeen(): boolean {
    const { step } = this;
    if (!step?.seen || this.#isMovedByHand) return false;
    return this.progress.done.includes(step.id);
  }

  /**
   * Opens presenter view with a script: where it was left, or at its first step on Home, where every
   * script begins.
   */
  async play(name: ScriptName): Promise<boolean> {
    if (isStarted(name)) return presenter.open();
    this.#justTicked = null;
    this.#isMovedByHand = false;
    const progress = initialProgress(scripts[name]);
    const isOpen = await presenter.open({ script: name, ...progress });
    if (isOpen) router.start({ page: "home" });
    return isOpen;
  }

  /** Updates the progress after an event. */
  handle(event: ScriptEvent): void {
    if (!this.script) return;
    const before = this.progress;
    const next = advance(this.script, before, event);
    if (next === before) return;
    const ticked = next.done.find((id) => !before.done.includes(id));
    if (ticked) this.#justTicked = ticked;
    this.#isMovedByHand = false;
    note(next);
  }

  forward(): void {
    if (this.script) this.#move(forward(this.script, this.progress));
  }

  back(): void {
    if (this.script) this.#move(back(this.script, this.progress));
  }

  goTo(id: string): void {
    this.#move({ ...this.progress, step: id });
  }

  /** Moves to the first step, with no step done. */
  startAgain(): void {
    if (this.script) this.#move(initialProgress(this.script));
  }

  /** Opens the page for the phone number with this number filled in. */
  fillIn(digits: string): void {
    const draft = { input: `+${digits}`, country: null };
    const target: Route = { page: "test-key", step: "number", draft };
    const isOpen = router.route.page === "test-key" && router.route.step === "number";
    if (isOpen) router.replace(target);
    else router.go(target);
  }

  #move(progress: Progress): void {
    this.#justTicked = null;
    this.#isMovedByHand = true;
    note(progress);
  }
}

/** Whether the script was started. */
export function isStarted(name: ScriptName): boolean {
  const { script, done, step } = presenter.shown;
  return script === name && (done.length > 0 || step !== scripts[name].steps[0]?.id);
}

function note({ done, step }: Progress): void {
  presenter.note({ done, step });
}

/** The window's single instance. */
export const stage = new Stage();
