/** The connection check of this window. It continues while other pages are open. Nothing of it is stored. */

import type { ConnectionLine, ConnectionTopic, Failure, Mode } from "../../bindings";
import { call, isFailure, onEvent } from "../../ipc";
import { now } from "../../state/clock.svelte";

/** What is checked, in the order of the page. */
export const TOPICS: readonly ConnectionTopic[] = [
  "names",
  "route",
  "proxy",
  "certificates",
  "clock",
  "sandbox",
  "production",
  "ukraine",
  "keychain",
  "data_folder",
  "disk",
  "web_engine",
];

/** A check that has ended. */
export interface EndedCheck {
  /** The lines that were there, in the order of the page. */
  lines: readonly ConnectionLine[];
  isCancelled: boolean;
  /** Whether it was about the servers of Nova Post although the window is in practice mode. */
  isReal: boolean;
  /** When it ended. */
  at: Date;
}

class Connection {
  /** Counts checks. What an earlier one tells is dropped. */
  #run = 0;
  #mode: Mode | null = null;
  #visit: number | null = null;
  #isReal = $state(false);
  #isRunning = $state(false);
  #isCancelled = $state(false);
  #lines = $state.raw<readonly ConnectionLine[]>([]);
  #ended = $state.raw<EndedCheck | null>(null);
  #failure = $state.raw<Failure | null>(null);

  constructor() {
    onEvent("connection_check_progress", (line) => {
      if (!this.#isRunning) return;
      this.#lines = [...this.#lines.filter(({ topic }) => topic !== line.topic), line];
    });
  }

  /** Whether it runs. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Whether the person has cancelled it, and it has not ended yet. */
  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  /** The lines that are known. */
  get lines(): readonly ConnectionLine[] {
    return this.#ended?.lines ?? this.#lines;
  }

  /** The check that has ended; `null` while one runs. */
  get ended(): EndedCheck | null {
    return this.#ended;
  }

  /** Why there is no result; `null` if there is one. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /**
   * The page is opened in this mode, for the visit with this number. A new visit checks at once. Going back to
   * an earlier visit shows its result.
   */
  open(mode: Mode | null, visit: number): void {
    if (mode !== this.#mode) this.#reset();
    this.#mode = mode;
    if (visit === this.#visit) return;
    this.#visit = visit;
    void this.run(false);
  }

  /** Checks the servers of the mode, or in practice mode those of Nova Post if `real`. Resolves when it has ended. */
  async run(real: boolean): Promise<void> {
    if (this.#isRunning) return;
    this.#run += 1;
    const run = this.#run;
    this.#isReal = real;
    this.#isRunning = true;
    this.#isCancelled = false;
    this.#lines = [];
    this.#ended = null;
    this.#failure = null;
    try {
      const { lines, isCancelled } = await call("check_connection", { real });
      if (run === this.#run) this.#ended = { lines, isCancelled, isReal: real, at: now() };
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
      if (run === this.#run) this.#failure = thrown;
    } finally {
      if (run === this.#run) this.#isRunning = false;
    }
  }

  /** Checks the same servers again. */
  async again(): Promise<void> {
    await this.run(this.#isReal);
  }

  /** Ends the check that is running. */
  async cancel(): Promise<void> {
    this.#isCancelled = true;
    try {
      await call("cancel_connection_check", {});
    } catch (thrown) {
      // It ends by itself in some seconds.
      if (!isFailure(thrown)) throw thrown;
    }
  }

  #reset(): void {
    if (this.#isRunning) void this.cancel();
    this.#run += 1;
    this.#visit = null;
    this.#isRunning = false;
    this.#isCancelled = false;
    this.#lines = [];
    this.#ended = null;
    this.#failure = null;
  }
}

/** The window's single instance. */
export const connection = new Connection();
