/**
 * Presenter view, in practice only: everything is larger, no secret is shown, and a script stands
 * beside the page. Rust keeps how it stands, so that it survives a restart of the app.
 */

import type { Failure, Presenter, TextSize } from "../../bindings";
import { call } from "../../ipc";
import { Keeper } from "../../state/autosave.svelte";
import { session } from "../../state/session.svelte";

const NEVER_OPENED: Presenter = {
  on: false,
  textSize: 150,
  script: null,
  done: [],
  step: null,
  folded: false,
};

/** What only the window shows. */
type Shown = Omit<Presenter, "on" | "textSize">;

export class PresenterView {
  #state: Presenter = $state.raw(NEVER_OPENED);
  #wanted = NEVER_OPENED;
  #keeper = keeperOf(NEVER_OPENED);

  /** Takes over what Rust knew before the page loaded. */
  begin(presenter: Presenter = NEVER_OPENED): void {
    this.#state = presenter;
    this.#wanted = presenter;
    this.#keeper = keeperOf(presenter);
  }

  /** It is on show. */
  get on(): boolean {
    return this.#state.on && session.practice;
  }

  /** How large everything is while it is on. */
  get textSize(): TextSize {
    return this.#state.textSize;
  }

  /** Which script, how far it is, and whether it is folded away. */
  get shown(): Shown {
    return this.#state;
  }

  /** Why the last change could not be kept. */
  get failure(): Failure | null {
    return this.#keeper.failure;
  }

  /** Opens it, and with it a script from its beginning if one is named. */
  open(script: Partial<Shown> = {}): Promise<boolean> {
    return this.#turn({ on: true, folded: false, ...script });
  }

  /** Leaves it; what was ticked stays. */
  leave(): Promise<boolean> {
    return this.#turn({ on: false });
  }

  /**
   * Another text size while it is on; the person's own stays what it is. Taken at once, so that keys
   * pressed in quick succession count on from it; given back if it can't be kept.
   */
  async resize(textSize: TextSize): Promise<boolean> {
    const { textSize: before } = this.#state;
    this.#state = { ...this.#state, textSize };
    const isKept = await this.#turn({ textSize });
    if (!isKept) this.#state = { ...this.#state, textSize: before };
    return isKept;
  }

  /** Opens it, or folds its script away and back. */
  toggle(): void {
    if (this.on) this.note({ folded: !this.#state.folded });
    else void this.open();
  }

  /** The script has gone on, or is folded away: seen at once, and kept. */
  note(changes: Partial<Shown>): void {
    this.#state = { ...this.#state, ...changes };
    void this.#turn(changes);
  }

  /** Tries once more to keep what could not be kept. */
  again(): Promise<boolean> {
    return this.#turn({});
  }

  /**
   * What Rust carries out holds once it is kept, not before: the window never looks as if secrets
   * were covered while they are not.
   */
  async #turn(changes: Partial<Presenter>): Promise<boolean> {
    this.#wanted = { ...this.#wanted, ...changes };
    this.#keeper.keep(this.#wanted);
    const isKept = await this.#keeper.again();
    if (isKept) this.#state = this.#wanted;
    return isKept;
  }
}

function keeperOf(kept: Presenter): Keeper<Presenter> {
  return new Keeper(kept, (presenter) => call("save_presenter", { presenter }));
}

/** The one presenter view of the window. */
export const presenter = new PresenterView();
