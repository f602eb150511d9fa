import { describe, expect, test } from "vitest";
import type { KeyCard } from "../../bindings";
import type { CommandResult } from "../../ipc";
import { advance, back, forward, initialProgress, minutesLeft, type Progress } from "./progress";
import type { Script } from "./script";
import { type Condition, meets, type ScriptEvent, scriptEventOf } from "./script-event";

const script: Script = {
  minutes: 4,
  steps: [
    { id: "open", minutes: 0.5, done: { kind: "page", page: "test-key", step: "number" } },
    { id: "ask", minutes: 1.5, done: { kind: "key" } },
    { id: "pass", minutes: 1, done: { kind: "token" } },
    { id: "home", minutes: 0.5, done: { kind: "page", page: "home" } },
    { id: "pass_again", minutes: 0.5, done: { kind: "token" } },
  ],
};
const begun = initialProgress(script);

const key: ScriptEvent = { kind: "key", outcome: "created" };
const token: ScriptEvent = { kind: "token" };
const home: ScriptEvent = { kind: "page", route: { page: "home" } };

function played(...events: ScriptEvent[]): Progress {
  return events.reduce((progress, event) => advance(script, progress, event), begun);
}

describe("a condition is met by", () => {
  test.each<[string, Condition, ScriptEvent]>([
    ["a page", { kind: "page", page: "keys" }, { kind: "page", route: { page: "keys" } }],
    [
      "a page of the flow",
      { kind: "page", page: "test-key", step: "check" },
      { kind: "page", route: { page: "test-key", step: "check" } },
    ],
    ["a key of any outcome", { kind: "key" }, { kind: "key", outcome: "same" }],
    [
      "a key of this outcome",
      { kind: "key", outcome: "prolonged" },
      { kind: "key", outcome: "prolonged" },
    ],
    ["a token", { kind: "token" }, token],
    ["a proof", { kind: "verified" }, { kind: "verified" }],
    ["a copy", { kind: "copied", what: "key" }, { kind: "copied", what: "key" }],
    ["a look", { kind: "shown" }, { kind: "shown" }],
    ["time enough", { kind: "ahead", days: 390 }, { kind: "time", days: 395.2 }],
    ["the present", { kind: "now" }, { kind: "time", days: 0 }],
    ["a key that came in", { kind: "imported" }, { kind: "imported", environment: "ukraine" }],
    [
      "a failure",
      { kind: "failure", code: "key_refused", during: "get_token" },
      { kind: "failure", code: "key_refused", during: "get_token" },
    ],
  ])("%s", (_name, condition, event) => {
    expect(meets(condition, event)).toBe(true);
  });
});

describe("a condition is not met by", () => {
  test.each<[string, Condition, ScriptEvent]>([
    ["another page", { kind: "page", page: "keys" }, home],
    [
      "another page of the flow",
      { kind: "page", page: "test-key", step: "check" },
      { kind: "page", route: { page: "test-key", step: "number" } },
    ],
    ["another outcome", { kind: "key", outcome: "reactivated" }, key],
    [
      "a copied token instead of a key",
      { kind: "copied", what: "key" },
      { kind: "copied", what: "token" },
    ],
    ["too little time", { kind: "ahead", days: 390 }, { kind: "time", days: 1 }],
    ["another time", { kind: "now" }, { kind: "time", days: 1 }],
    [
      "another key",
      { kind: "imported", environment: "production" },
      { kind: "imported", environment: "ukraine" },
    ],
    [
      "another failure",
      { kind: "failure", code: "offline" },
      { kind: "failure", code: "timed_out", during: "home" },
    ],
    [
      "a failure elsewhere",
      { kind: "failure", code: "key_refused", during: "get_token" },
      { kind: "failure", code: "key_refused", during: "verify_token" },
    ],
    ["something else", { kind: "token" }, { kind: "verified" }],
  ])("%s", (_name, condition, event) => {
    expect(meets(condition, event)).toBe(false);
  });
});

describe("the event of a command", () => {
  const card = { environment: "production" } as KeyCard;

  test.each<[CommandResult["command"], unknown, ScriptEvent | null]>([
    [
      "request_test_key",
      { key: card, outcome: { outcome: "same" } },
      { kind: "key", outcome: "same" },
    ],
    ["import_key", { key: card }, { kind: "imported", environment: "production" }],
    ["get_token", {}, token],
    ["verify_token", {}, { kind: "verified" }],
    ["check_key", {}, { kind: "verified" }],
    ["copy_key", {}, { kind: "copied", what: "key" }],
    ["copy_token", {}, { kind: "copied", what: "token" }],
    ["show_key", undefined, { kind: "shown" }],
    ["move_practice_time", { ahead: 86_400_007 }, { kind: "time", days: 1 }],
    ["move_practice_time", { ahead: 0 }, { kind: "time", days: 0 }],
    ["move_practice_time", null, null],
    ["home", { keys: [], toDo: [] }, null],
  ])("by %s", (command, result, event) => {
    expect(scriptEventOf({ command, args: {}, result } as CommandResult)).toEqual(event);
  });

  test("is a failure if it failed", () => {
    const finished: CommandResult = { command: "get_token", failure: { code: "key_refused" } };
    expect(scriptEventOf(finished)).toEqual({
      kind: "failure",
      code: "key_refused",
      during: "get_token",
    });
  });
});

describe("a script", () => {
  test("moves on when the event of its step happens", () => {
    const number: ScriptEvent = { kind: "page", route: { page: "test-key", step: "number" } };
    expect(played(number)).toEqual({ done: ["open"], step: "ask" });
    expect(played(number, key, token, home, token)).toEqual({
      done: ["open", "ask", "pass", "home", "pass_again"],
      step: null,
    });
  });

  test("completes a later step early, and skips it afterwards", () => {
    const early = played(token);
    expect(early).toEqual({ done: ["pass"], step: "open" });
    const marked = { ...early, step: "ask" };
    expect(advance(script, marked, key)).toEqual({ done: ["pass", "ask"], step: "home" });
  });

  test("completes one step per event", () => {
    expect(played(token).done).toEqual(["pass"]);
    expect(played(token, token).done).toEqual(["pass", "pass_again"]);
  });

  test("completes the current step before an earlier one that waits for the same event", () => {
    const skipped = { done: [], step: "pass_again" };
    expect(advance(script, skipped, token)).toEqual({ done: ["pass_again"], step: null });
  });

  test("ignores pages that are passed on the way", () => {
    expect(played(home)).toBe(begun);
  });

  test("ignores events that no step waits for", () => {
    expect(played({ kind: "verified" })).toBe(begun);
  });

  test("moves on from a step that is shown a second time", () => {
    const again = { done: ["open", "ask"], step: "ask" };
    expect(advance(script, again, key)).toEqual({ done: ["open", "ask"], step: "pass" });
  });

  test("stays at a step with a closing remark until the next event", () => {
    const spoken: Script = {
      minutes: 2,
      steps: [
        { id: "ask", minutes: 1, seen: true, done: { kind: "key" } },
        { id: "home", minutes: 0.5, done: { kind: "page", page: "home" } },
        { id: "proof", minutes: 0.5, done: { kind: "verified" } },
      ],
    };
    const asked = advance(spoken, initialProgress(spoken), key);
    expect(asked).toEqual({ done: ["ask"], step: "ask" });
    expect(advance(spoken, asked, key)).toEqual(asked);
    expect(advance(spoken, asked, home)).toEqual({ done: ["ask", "home"], step: "proof" });
    expect(advance(spoken, asked, { kind: "verified" }).step).toBe("ask");
    expect(forward(spoken, asked).step).toBe("home");
  });

  test("can be moved by hand without completing steps", () => {
    const second = forward(script, begun);
    expect(second).toEqual({ done: [], step: "ask" });
    expect(back(script, second)).toEqual(begun);
    expect(back(script, begun)).toBe(begun);
    const end = forward(script, { done: [], step: "pass_again" });
    expect(end.step).toBeNull();
    expect(forward(script, end).step).toBeNull();
    expect(back(script, end).step).toBe("pass_again");
  });

  test("knows how many minutes are left", () => {
    expect(minutesLeft(script, begun)).toBe(4);
    expect(minutesLeft(script, { done: ["pass"], step: "ask" })).toBe(3);
    expect(minutesLeft(script, { done: [], step: null })).toBe(0);
  });
});
