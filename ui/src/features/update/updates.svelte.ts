import type { UpdateState } from "../../bindings";
import { call, onEvent } from "../../ipc";

/** What the window knows of new versions. Rust tells it of every change. */
class Updates {
  #state: UpdateState | null = $state.raw(null);

  constructor() {
    onEvent("update_changed", (state) => {
      this.#state = state;
    });
  }

  /** `null` until Rust has answered for the first time. */
  get state(): UpdateState | null {
    return this.#state;
  }

  /** Whether something is being done that the person waits for. */
  get isBusy(): boolean {
    return this.#state !== null && this.#state.phase.phase !== "idle";
  }

  /** Asks Rust. Needed at the start and after a change of the mode, because practice has no updates. */
  async ask(): Promise<void> {
    this.#state = await call("update_state", {});
  }

  async check(): Promise<void> {
    this.#state = await call("check_for_update", {});
  }

  async install(): Promise<void> {
    await call("install_update", {});
  }

  async cancel(): Promise<void> {
    await call("cancel_update", {});
  }

  async postpone(): Promise<void> {
    this.#state = await call("postpone_update", {});
  }

  async dismissResult(): Promise<void> {
    this.#state = await call("dismiss_update_result", {});
  }
}

/** The window's single instance. */
export const updates = new Updates();
