/**
 * The scripts of presenter view. They are data in ui/scripts. Their texts are in the catalogs, with ids
 * `script-<script>-<step>-…`. A test compares the two.
 */

import firstKey from "../../../scripts/first_key.json";
import trouble from "../../../scripts/trouble.json";
import yearLater from "../../../scripts/year_later.json";
import type { Condition } from "./script-event";

/** The pages that steps name, and the messages with the names of these pages. */
export const pageNames = {
  home: "nav-home",
  number: "test-key-step-number",
  check: "test-key-step-check",
  key: "test-key-step-key",
  token: "token-title",
  practice: "nav-practice",
} as const;

/** One step of a demonstration, and the condition that completes it. */
export interface ScriptStep {
  id: string;
  /** Minutes to speak and to demonstrate. */
  minutes: number;
  /** The page where the step is done; none if it can be done on every page. */
  page?: keyof typeof pageNames;
  /** A practice number that a button fills in. */
  number?: string;
  /** There is a closing remark, so the script does not move on by itself. */
  seen?: true;
  /** What completes the step. */
  done: Condition;
}

/** A script in ui/scripts. */
export interface Script {
  /** Minutes in total, as in its title. */
  minutes: number;
  steps: ScriptStep[];
}

/** All scripts, in the order of the list. */
export const scripts = {
  first_key: firstKey as Script,
  trouble: trouble as Script,
  year_later: yearLater as Script,
};

/** The name of a script, as stored. */
export type ScriptName = keyof typeof scripts;

export const scriptNames = Object.keys(scripts) as ScriptName[];

/** The name if this version knows it, else `null`. */
export function asScriptName(name: string | null): ScriptName | null {
  return scriptNames.find((known) => known === name) ?? null;
}
