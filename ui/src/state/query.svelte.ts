import type { Failure } from "../bindings";
import { isFailure } from "../ipc";

type State<T> =
  | { kind: "waiting" }
  | { kind: "answered"; value: T }
  | { kind: "failed"; failure: Failure };

/** Data that a page shows: loading, loaded or failed. */
export class Query<T> {
  #state: State<T> = $state.raw({ kind: "waiting" });
  readonly #fetch: () => Promise<T>;

  /** Fetches immediately. */
  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
    void this.#run();
  }

  get state(): State<T> {
    return this.#state;
  }

  /** Fetches again. The old value stays until the new one arrives. */
  async again(): Promise<void> {
    if (this.#state.kind === "failed") this.#state = { kind: "waiting" };
    await this.#run();
  }

  async #run(): Promise<void> {
    try {
      this.#state = { kind: "answered", value: await this.#fetch() };
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
      this.#state = { kind: "failed", failure: thrown };
    }
  }
}
