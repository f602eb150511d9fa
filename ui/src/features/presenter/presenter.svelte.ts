/**
 * Presenter view, in practice only: everything is larger, no secret is shown, and a script appears
 * beside the page. Rust stores its state, so that it survives a restart of the app.
 */

import type { Failure, Presenter, TextSize } from "../../bindings";
import { call } from "../../ipc";
import { Autosave } from "../../state/autosave.svelte";
import { session } from "../../state/session.svelte";

const INITIAL_STATE: Presenter = {
  on: false,
  textSize: 150,
  script: null,
  done: [],
  step: null,
  folded: false,
};

/** The members that Rust stores but does not act on. */
type Shown = Omit<Presenter, "on" | "textSize">;

export class PresenterView {
  #state: Presenter = $state.raw(INITIAL_STATE);
  #wanted = INITIAL_STATE;
  #autosave = autosaveOf(INITIAL_STATE);

  /** Takes over the start data. */
  begin(presenter: Presenter = INITIAL_STATE): void {
    this.#state = presenter;
    this.#wanted = presenter;
    this.#autosave = autosaveOf(presenter);
  }

  /** Whether presenter view is open. */
  get on(): boolean {
    return this.#state.on && session.practice;
  }

  /** The text size while it is open. */
  get textSize(): TextSize {
    return this.#state.textSize;
  }

  /** The script, its progress, and whether the panel is folded. */
  get shown(): Shown {
    return this.#state;
  }

  /** Why the last change could not be saved; `null` if it was. */
  get failure(): Failure | null {
    return this.#autosave.failure;
  }

  /** Opens it, with these changes. Resolves to whether the change was saved. */
  open(script: Partial<Shown> = {}): Promise<boolean> {
    return this.#change({ on: true, folded: false, ...script });
  }

  /** Closes it. The progress of the script stays. */
  leave(): Promise<boolean> {
    return this.#change({ on: false });
  }

  /**
   * Changes the text size of presenter view, but not the setting. The change is applied immediately,
   * so that quick key presses add up, and reverted if it can't be saved.
   */
  async resize(textSize: TextSize): Promise<boolean> {
    const { textSize: before } = this.#state;
    this.#state = { ...this.#state, textSize };
    const isSaved = await this.#change({ textSize });
    if (!isSaved) this.#state = { ...this.#state, textSize: before };
    return isSaved;
  }

  /** Opens it, or folds and unfolds its panel. */
  toggle(): void {
    if (this.on) this.note({ folded: !this.#state.folded });
    else void this.open();
  }

  /** Changes the progress or the folding: applied immediately, and saved. */
  note(changes: Partial<Shown>): void {
    this.#state = { ...this.#state, ...changes };
    void this.#change(changes);
  }

  /** Repeats a change that could not be saved. */
  again(): Promise<boolean> {
    return this.#change({});
  }

  /**
   * Applies a change only after Rust has saved it, so that the window never looks as if secrets were
   * hidden while Rust still shows them.
   */
  async #change(changes: Partial<Presenter>): Promise<boolean> {
    this.#wanted = { ...this.#wanted, ...changes };
    this.#autosave.keep(this.#wanted);
    const isSaved = await this.#autosave.again();
    if (isSaved) this.#state = this.#wanted;
    return isSaved;
  }
}

function autosaveOf(saved: Presenter): Autosave<Presenter> {
  return new Autosave(saved, (presenter) => call("save_presenter", { presenter }));
}

/** The window's single instance. */
export const presenter = new PresenterView();
