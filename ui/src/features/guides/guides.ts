/**
 * The ways to a key that lead through Nova Post's own pages. Their steps are data in ui/guides,
 * because Nova Post's pages change; their words are in the catalogs under `guide-<guide>-<step>-…`.
 * A test holds the two against each other.
 */

import europe from "../../../guides/europe.json";
import method1 from "../../../guides/method_1.json";
import ukraine from "../../../guides/ukraine.json";
import type { GuideName, Link } from "../../bindings";
import type { ChipKind } from "../../design/Chip.svelte";

/** What a step has beside its words. */
export const stepKinds = [
  /** Statements that all have to be true. */
  "confirm",
  /** The details of the person's account are noted. */
  "account",
  /** An e-mail is written. */
  "write",
  /** Somebody else has to act. */
  "wait",
  /** A question is decided. */
  "choose",
  /** Something is done on Nova Post's pages. */
  "do",
  /** The key comes into the register. */
  "bring_in",
  /** The key is shown to work. */
  "prove",
  /** Others get to know what they need. */
  "tell",
] as const;

export type StepKind = (typeof stepKinds)[number];

/** A step: one thing to do in one place. */
export interface GuideStep {
  id: string;
  kind: StepKind;
  /** How many things to have at hand: `…-prepare-1`, `…-prepare-2`. */
  prepare?: number;
  /** How many things to do, one after the other: `…-action-1`, `…-action-2`. */
  actions?: number;
  /** The pages where it is done, or explained. */
  links?: Link[];
  /** `confirm`: the statements, `…-check-<name>`, and what to do where one is not true. */
  checks?: string[];
  /** `tell`: the address of the environment that the key opens. */
  address?: string;
}

/** A guide as it lies in ui/guides. */
export interface Guide {
  /** The month in which the steps were held against their source: `2026-11`. */
  checked: string;
  /** Where they come from. */
  sources: Link[];
  steps: GuideStep[];
}

/** All guides, in the order in which they are shown. */
export const guides: Record<GuideName, Guide> = {
  europe: europe as Guide,
  ukraine: ukraine as Guide,
  method_1: method1 as Guide,
};

export const guideNames = Object.keys(guides) as GuideName[];

/** The kind of key that a guide leads to. */
export const chipOfGuide: Record<GuideName, ChipKind> = {
  europe: "live",
  ukraine: "ua",
  method_1: "test",
};
