/** The props of every kind of step. */

import type { GuideRun } from "../../../bindings";
import type { RunProgress, RunStep } from "../progress";

/** The changes that a step can make. */
export interface StepActions {
  /** Completes the step and opens the next one. Without `answer`, the saved answer stays. */
  done: (answer?: string) => Promise<void>;
  /** Marks the step as not done. */
  reopen: () => Promise<void>;
  /** Saves an answer without completing the step. */
  saveAnswer: (answer: string) => void;
  /** Opens another step. */
  openStep: (step: string) => void;
}

export interface StepProps {
  run: GuideRun;
  step: RunStep;
  progress: RunProgress;
  actions: StepActions;
}
