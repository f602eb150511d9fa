/**
 * The scripts of presenter view. They are data in ui/scripts; their words are in the catalogs under
 * `script-<script>-<step>-…`. A test holds the two against each other.
 */

import firstKey from "../../../scripts/first_key.json";
import trouble from "../../../scripts/trouble.json";
import yearLater from "../../../scripts/year_later.json";
import type { Condition } from "./happening";

/** One thing to show: what to say, what to press, and how it is seen that it has happened. */
export interface ScriptStep {
  id: string;
  /** How long it takes to say and to show. */
  minutes: number;
  /** A number of the practice phone book, which a button fills in. */
  number?: string;
  /** When it has happened there is something to say about it, and the mark waits for that. */
  seen?: true;
  /** What has to happen. */
  done: Condition;
}

/** A script as it lies in ui/scripts. */
export interface Script {
  /** How long it takes in all: the title says it. */
  minutes: number;
  steps: ScriptStep[];
}

/** All scripts, in the order in which they are offered. */
export const scripts = {
  first_key: firstKey as Script,
  trouble: trouble as Script,
  year_later: yearLater as Script,
};

/** The name of a script, as it is kept. */
export type ScriptName = keyof typeof scripts;

export const scriptNames = Object.keys(scripts) as ScriptName[];

/** The name, if it is one that this version knows. */
export function asScriptName(name: string | null): ScriptName | null {
  return scriptNames.find((known) => known === name) ?? null;
}
