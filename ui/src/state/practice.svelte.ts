import type { TimeMove } from "../bindings";
import { call, isFailure } from "../ipc";
import { setTimeAhead } from "./clock.svelte";

/** Practice's time, and clearing practice. */
class Practice {
  #chapter = $state(0);

  /** Increases each time practice is cleared, so that pages drop their old data. */
  get chapter(): number {
    return this.#chapter;
  }

  /** Sets the window's time to practice's. Ignores a failure, because the page's own query reports it. */
  async followTime(): Promise<void> {
    try {
      setTimeAhead((await call("practice_time", {})).ahead);
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
    }
  }

  /** Sets the window's time to the computer's, for live mode. */
  leaveTime(): void {
    setTimeAhead(0);
  }

  /** Moves practice's time and the window's. Resolves to `false` if the target is too far away. */
  async move(to: TimeMove): Promise<boolean> {
    try {
      const time = await call("move_practice_time", { to });
      if (time) setTimeAhead(time.ahead);
      return time !== null;
    } catch (thrown) {
      // The time may have moved although saving it failed, so ask for it.
      await this.followTime();
      throw thrown;
    }
  }

  /** Deletes practice's data. `keepNumbers` keeps the numbers that the presenter added. */
  async clear(keepNumbers: boolean): Promise<void> {
    await call("clear_practice", { keepNumbers });
    setTimeAhead(0);
    this.#chapter += 1;
  }
}

/** The window's single instance. */
export const practice = new Practice();
