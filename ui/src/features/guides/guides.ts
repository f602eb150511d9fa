/**
 * The guides to a key that is created on Nova Post's own pages. The steps are data in ui/guides, because
 * Nova Post's pages change. Their texts are in the catalogs as `guide-<guide>-<step>-…`, and a test checks
 * that steps and texts match.
 */

import europe from "../../../guides/europe.json";
import method1 from "../../../guides/method_1.json";
import ukraine from "../../../guides/ukraine.json";
import type { GuideName, Link } from "../../bindings";
import type { ChipKind } from "../../design/Chip.svelte";

/** The kinds of step. The kind decides what a step shows besides its texts. */
export const stepKinds = [
  /** The person confirms statements. */
  "confirm",
  /** The person answers a question, on which later steps depend. */
  "ask",
  /** The person writes the affiliation email. */
  "write",
  /** The person waits for Nova Post. */
  "wait",
  /** The person decides between one key and several. */
  "choose",
  /** The person does something on Nova Post's pages. */
  "do",
  /** The person adds the key. */
  "add_key",
  /** Key Desk checks that the key works. */
  "check",
  /** The person informs developers and colleagues. */
  "tell",
] as const;

export type StepKind = (typeof stepKinds)[number];

/** The answer that a question must have. */
export interface Condition {
  /** The id of a step of the kind `ask`, earlier in the guide. */
  step: string;
  answer: string;
}

/** One thing to do. */
export interface GuideStep {
  id: string;
  kind: StepKind;
  /** The step belongs to a run only if the question has this answer. */
  onlyIf?: Condition;
  /** The number of things to have ready: `…-prepare-1`, `…-prepare-2`. */
  prepare?: number;
  /** The number of actions, in order: `…-action-1`, `…-action-2`. */
  actions?: number;
  /** The pages where it is done or explained. */
  links?: Link[];
  /** The guide for those whom this one does not fit. */
  otherGuide?: GuideName;
  /** Practice mode has a text about what to play: `…-practice`. */
  inPractice?: boolean;
  /** `…-done` says when the step is done, because its last action does not show it. */
  done?: boolean;
  /** `ask`: the answers `…-answer-<name>` to `…-question`. */
  answers?: string[];
  /** `confirm`: the statements `…-check-<name>`, and `…-otherwise-<name>` for those that are not true. */
  checks?: string[];
  /** `confirm`: another person can be the right one. There is a text to send to them. */
  somebodyElse?: boolean;
  /** `tell`: the base URL of the API that accepts the key. */
  address?: string;
}

/** A guide, as a file in ui/guides has it. */
export interface Guide {
  /** The month when the steps were last compared with their sources: `2026-11`. */
  checked: string;
  /** The pages that the steps come from. */
  sources: Link[];
  steps: GuideStep[];
}

/** All guides, in the order on the page. */
export const guides: Record<GuideName, Guide> = {
  europe: europe as Guide,
  ukraine: ukraine as Guide,
  method_1: method1 as Guide,
};

export const guideNames = Object.keys(guides) as GuideName[];

/** The number of steps of a run: the fewest and the most, depending on the answers. */
export function lengthOf(guide: GuideName): { fewest: number; most: number } {
  const { steps } = guides[guide];
  return { fewest: steps.filter(({ onlyIf }) => !onlyIf).length, most: steps.length };
}

/** The kind of key that a guide leads to. */
export const chipOfGuide: Record<GuideName, ChipKind> = {
  europe: "production",
  ukraine: "ua",
  method_1: "test",
};
