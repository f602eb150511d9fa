/** The details for support: enough to find the cause, and nothing of what the person keeps. */

import type { Failure, Mode } from "../../bindings";
import type { Command } from "../../ipc";

/** What was being done: a command, or the start of the app. */
export type Operation = Command | "start";

/** Where it happened. */
export interface Surroundings {
  mode: Mode | null;
  /** Of Key Desk. */
  version: string;
  /** Operating system. */
  system: string;
  /** When it happened. */
  at: Date;
}

/**
 * One line a fact, in the words of the code and the same in every language, because support reads
 * it. Facts of a failure are named one by one, so that a new member never slips in unseen.
 */
export function detailsOf(failure: Failure, during: Operation, where: Surroundings): string {
  const facts: [string, string | number | null][] = [
    ["code", failure.code],
    ["status", "status" in failure ? failure.status : null],
    ["keychain", "cause" in failure ? failure.cause : null],
    ["retry-after", "retryAfter" in failure ? failure.retryAfter : null],
    ["clock-minutes-behind", "minutesBehind" in failure ? failure.minutesBehind : null],
    ["operation", during],
    ["mode", where.mode],
    ["version", where.version],
    ["system", where.system],
    ["time", where.at.toISOString()],
  ];
  return facts
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}
