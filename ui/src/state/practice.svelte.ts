/** Practice as a whole: its time, and beginning it anew. */

import type { TimeMove } from "../bindings";
import { call, isFailure } from "../ipc";
import { setTimeAhead } from "./clock.svelte";

class Practice {
  #chapter = $state(0);

  /** Grows when practice is cleared: what a page still knows of the time before is over. */
  get chapter(): number {
    return this.#chapter;
  }

  /** Has the window follow practice's time. Where it can't be asked, the page says why. */
  async followTime(): Promise<void> {
    try {
      setTimeAhead((await call("practice_time", {})).ahead);
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
    }
  }

  /** The window's time is the computer's: live. */
  leaveTime(): void {
    setTimeAhead(0);
  }

  /** Moves practice's time, and the window's with it; false: that is too far, nothing has moved. */
  async move(to: TimeMove): Promise<boolean> {
    try {
      const time = await call("move_practice_time", { to });
      if (time) setTimeAhead(time.ahead);
      return time !== null;
    } catch (thrown) {
      // It may hold until the end of the app, and only not be written down.
      await this.followTime();
      throw thrown;
    }
  }

  /** Removes all that practice keeps, but for the presenter's own numbers where they are to stay. */
  async clear(keepNumbers: boolean): Promise<void> {
    await call("clear_practice", { keepNumbers });
    setTimeAhead(0);
    this.#chapter += 1;
  }
}

/** The one practice of this computer. */
export const practice = new Practice();
