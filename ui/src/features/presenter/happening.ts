/** What happens in the window, as far as a script waits for it, and what a step waits for. */

import type { ApiEnvironment, CopiedWhat, Failure, Outcome } from "../../bindings";
import type { Command, Deed } from "../../ipc";
import type { Place, TestKeyStep } from "../../state/router.svelte";

const HOUR = 3_600_000;

/** Something that has happened. */
export type Happening =
  /** A page is on show. */
  | { kind: "page"; place: Place }
  /** Nova Post has given a key. */
  | { kind: "key"; outcome: Outcome["outcome"] }
  /** A key has come in from the clipboard. */
  | { kind: "brought_in"; environment: ApiEnvironment }
  /** Nova Post has given a token. */
  | { kind: "token" }
  /** A token was shown to work. */
  | { kind: "proof" }
  /** A secret lies on the clipboard. */
  | { kind: "copied"; what: CopiedWhat }
  /** The small window with a key was opened. */
  | { kind: "shown" }
  /** Practice's clock was set; `days`: how far it is ahead of this computer's. */
  | { kind: "time"; days: number }
  /** A failure card is on show. */
  | { kind: "failure"; code: Failure["code"]; during: Command };

/** What a step waits for. What it leaves open may be anything. */
export type Condition =
  | { kind: "page"; page: Place["page"]; step?: TestKeyStep }
  | { kind: "key"; outcome?: Outcome["outcome"] }
  | { kind: "brought_in"; environment?: ApiEnvironment }
  | { kind: "token" }
  | { kind: "proof" }
  | { kind: "copied"; what?: CopiedWhat }
  | { kind: "shown" }
  /** Practice's clock is at least so many days ahead. */
  | { kind: "ahead"; days: number }
  /** Practice's clock shows the same as this computer's. */
  | { kind: "now" }
  | { kind: "failure"; code: Failure["code"]; during?: Command };

/** What a command's end means to a script; null: nothing. */
export function happeningOf(deed: Deed): Happening | null {
  if ("failure" in deed) {
    return { kind: "failure", code: deed.failure.code, during: deed.command };
  }
  switch (deed.command) {
    case "request_test_key":
      return { kind: "key", outcome: deed.result.outcome.outcome };
    case "import_key":
      return { kind: "brought_in", environment: deed.result.key.environment };
    case "get_token":
      return { kind: "token" };
    case "verify_token":
      return { kind: "proof" };
    case "copy_key":
      return { kind: "copied", what: "key" };
    case "copy_token":
      return { kind: "copied", what: "token" };
    case "show_key":
      return { kind: "shown" };
    case "move_practice_time":
      return deed.result && { kind: "time", days: inDays(deed.result.ahead) };
    default:
      return null;
  }
}

/** Whether what has happened is what the condition waits for. */
export function meets(condition: Condition, happening: Happening): boolean {
  switch (condition.kind) {
    case "page":
      return happening.kind === "page" && isAt(condition, happening.place);
    case "key":
      return happening.kind === "key" && fits(condition.outcome, happening.outcome);
    case "brought_in":
      return happening.kind === "brought_in" && fits(condition.environment, happening.environment);
    case "copied":
      return happening.kind === "copied" && fits(condition.what, happening.what);
    case "ahead":
      return happening.kind === "time" && happening.days >= condition.days;
    case "now":
      return happening.kind === "time" && happening.days === 0;
    case "failure":
      return (
        happening.kind === "failure" &&
        happening.code === condition.code &&
        fits(condition.during, happening.during)
      );
    default:
      return happening.kind === condition.kind;
  }
}

/** To the hour: the clock goes on while it is set. */
function inDays(milliseconds: number): number {
  return Math.round(milliseconds / HOUR) / 24;
}

function isAt({ page, step }: Extract<Condition, { kind: "page" }>, place: Place): boolean {
  return place.page === page && fits(step, place.page === "test-key" ? place.step : undefined);
}

function fits<T>(wanted: T | undefined, there: T | undefined): boolean {
  return wanted === undefined || wanted === there;
}
