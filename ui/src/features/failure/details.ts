/** The details for support: what is needed to find the cause, without secrets or phone numbers. */

import type { Failure, Mode } from "../../bindings";
import type { Command } from "../../ipc";

/** What was running: a command, or the start of the app. */
export type Operation = Command | "start";

/** The state of the app when the failure came. */
export interface DetailsContext {
  mode: Mode | null;
  /** The version of Key Desk. */
  version: string;
  /** The operating system: `linux`, `macos` or `windows`. */
  system: string;
  /** When the failure came. */
  at: Date;
}

/**
 * One line per fact, untranslated, because support reads it. The members of a failure are listed one
 * by one, so that a new member is never copied by accident.
 */
export function detailsOf(failure: Failure, during: Operation, context: DetailsContext): string {
  const facts: [string, string | number | null][] = [
    ["code", failure.code],
    ["status", "status" in failure ? failure.status : null],
    ["error-code", "errorCode" in failure ? failure.errorCode : null],
    ["accepted-by", "acceptedBy" in failure ? failure.acceptedBy : null],
    ["internal", "what" in failure ? failure.what : null],
    ["forbidden", "forbidden" in failure ? failure.forbidden : null],
    ["keychain", "cause" in failure ? failure.cause : null],
    ["proxy", "reason" in failure ? failure.reason : null],
    ["offered-version", "version" in failure ? failure.version : null],
    ["retry-after", "retryAfter" in failure ? failure.retryAfter : null],
    ["clock-minutes-behind", "minutesBehind" in failure ? failure.minutesBehind : null],
    ["operation", during],
    ["mode", context.mode],
    ["version", context.version],
    ["system", context.system],
    ["time", context.at.toISOString()],
  ];
  return facts
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}
