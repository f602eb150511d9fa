/** The events that a presenter script waits for, and the conditions of its steps. */

import type { ApiEnvironment, CopiedWhat, Failure, Outcome } from "../../bindings";
import type { Command, CommandResult } from "../../ipc";
import type { Route, TestKeyStep } from "../../state/router.svelte";

const HOUR = 3_600_000;

/** An event in the window. */
export type ScriptEvent =
  /** A page was opened. */
  | { kind: "page"; route: Route }
  /** Nova Post returned a test key. */
  | { kind: "key"; outcome: Outcome["outcome"] }
  /** A key was imported. */
  | { kind: "imported"; environment: ApiEnvironment }
  /** Nova Post returned a token. */
  | { kind: "token" }
  /** A token was verified. */
  | { kind: "verified" }
  /** A secret was copied. */
  | { kind: "copied"; what: CopiedWhat }
  /** The popup that shows a key was opened. */
  | { kind: "shown" }
  /** Practice's time was moved. `days`: its distance from the computer's time. */
  | { kind: "time"; days: number }
  /** A command failed. */
  | { kind: "failure"; code: Failure["code"]; during: Command };

/** What a step waits for. An omitted member matches any value. */
export type Condition =
  | { kind: "page"; page: Route["page"]; step?: TestKeyStep }
  | { kind: "key"; outcome?: Outcome["outcome"] }
  | { kind: "imported"; environment?: ApiEnvironment }
  | { kind: "token" }
  | { kind: "verified" }
  | { kind: "copied"; what?: CopiedWhat }
  | { kind: "shown" }
  /** Practice's time is at least this many days ahead. */
  | { kind: "ahead"; days: number }
  /** Practice's time is the computer's. */
  | { kind: "now" }
  | { kind: "failure"; code: Failure["code"]; during?: Command };

/** The event of a finished command; `null` if scripts don't wait for it. */
export function scriptEventOf(finished: CommandResult): ScriptEvent | null {
  if ("failure" in finished) {
    return { kind: "failure", code: finished.failure.code, during: finished.command };
  }
  switch (finished.command) {
    case "request_test_key":
      return { kind: "key", outcome: finished.result.outcome.outcome };
    case "import_key":
      return { kind: "imported", environment: finished.result.key.environment };
    case "get_token":
      return finished.result && { kind: "token" };
    case "verify_token":
    case "check_key":
      return { kind: "verified" };
    case "copy_key":
      return { kind: "copied", what: "key" };
    case "copy_token":
      return { kind: "copied", what: "token" };
    case "show_key":
      return { kind: "shown" };
    case "move_practice_time":
      return finished.result && { kind: "time", days: inDays(finished.result.ahead) };
    default:
      return null;
  }
}

/** Whether an event meets a condition. */
export function meets(condition: Condition, event: ScriptEvent): boolean {
  switch (condition.kind) {
    case "page":
      return event.kind === "page" && isRoute(condition, event.route);
    case "key":
      return event.kind === "key" && fits(condition.outcome, event.outcome);
    case "imported":
      return event.kind === "imported" && fits(condition.environment, event.environment);
    case "copied":
      return event.kind === "copied" && fits(condition.what, event.what);
    case "ahead":
      return event.kind === "time" && event.days >= condition.days;
    case "now":
      return event.kind === "time" && event.days === 0;
    case "failure":
      return (
        event.kind === "failure" &&
        event.code === condition.code &&
        fits(condition.during, event.during)
      );
    default:
      return event.kind === condition.kind;
  }
}

/** Rounded to the hour, because the clock advances while the command runs. */
function inDays(milliseconds: number): number {
  return Math.round(milliseconds / HOUR) / 24;
}

function isRoute({ page, step }: Extract<Condition, { kind: "page" }>, route: Route): boolean {
  return route.page === page && fits(step, route.page === "test-key" ? route.step : undefined);
}

function fits<T>(wanted: T | undefined, actual: T | undefined): boolean {
  return wanted === undefined || wanted === actual;
}
