/** What every step of a run is given, whatever its kind. */

import type { GuideRun } from "../../../bindings";
import type { StepOnWay, Way } from "../way";

/** What the person can do in a step. */
export interface StepActs {
  /** Ticks it, with an answer; the next one opens. Without an answer the one before stays. */
  done: (answer?: string) => Promise<void>;
  /** Opens it again: it was not done after all. */
  reopen: () => Promise<void>;
  /** Keeps an answer while the step is still being worked on. */
  keep: (answer: string) => void;
  /** Turns to another step. */
  turnTo: (step: string) => void;
}

export interface StepProps {
  run: GuideRun;
  step: StepOnWay;
  way: Way;
  acts: StepActs;
}
