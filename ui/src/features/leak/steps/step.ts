import type { HandOver, KeyCard, Leak } from "../../../bindings";
import type { DrillStep } from "../drills";

/** What the content of a step shows. */
export interface LeakStepProps {
  key: KeyCard;
  leak: Leak;
  step: DrillStep;
  /** To whom the key was handed over. */
  handOvers: readonly HandOver[];
  /** The key that has replaced this one. */
  successor: KeyCard | null;
}
