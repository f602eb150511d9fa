import { describe, expect, test } from "vitest";
import type { KeyCard } from "../../bindings";
import type { Deed } from "../../ipc";
import { type Condition, type Happening, happeningOf, meets } from "./happening";
import { advance, atTheBeginning, back, forward, minutesLeft, type Progress } from "./progress";
import type { Script } from "./script";

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
const begun = atTheBeginning(script);

const key: Happening = { kind: "key", outcome: "created" };
const token: Happening = { kind: "token" };
const home: Happening = { kind: "page", place: { page: "home" } };

function played(...happenings: Happening[]): Progress {
  return happenings.reduce((progress, happening) => advance(script, progress, happening), begun);
}

describe("a condition is met by", () => {
  test.each<[string, Condition, Happening]>([
    ["a page", { kind: "page", page: "keys" }, { kind: "page", place: { page: "keys" } }],
    [
      "a page of the flow",
      { kind: "page", page: "test-key", step: "check" },
      { kind: "page", place: { page: "test-key", step: "check" } },
    ],
    ["a key of any outcome", { kind: "key" }, { kind: "key", outcome: "same" }],
    [
      "a key of this outcome",
      { kind: "key", outcome: "prolonged" },
      { kind: "key", outcome: "prolonged" },
    ],
    ["a token", { kind: "token" }, token],
    ["a proof", { kind: "proof" }, { kind: "proof" }],
    ["a copy", { kind: "copied", what: "key" }, { kind: "copied", what: "key" }],
    ["a look", { kind: "shown" }, { kind: "shown" }],
    ["time enough", { kind: "ahead", days: 390 }, { kind: "time", days: 395.2 }],
    ["the present", { kind: "now" }, { kind: "time", days: 0 }],
    ["a key that came in", { kind: "brought_in" }, { kind: "brought_in", environment: "ukraine" }],
    [
      "a failure",
      { kind: "failure", code: "key_refused", during: "get_token" },
      { kind: "failure", code: "key_refused", during: "get_token" },
    ],
  ])("%s", (_name, condition, happening) => {
    expect(meets(condition, happening)).toBe(true);
  });
});

describe("a condition is not met by", () => {
  test.each<[string, Condition, Happening]>([
    ["another page", { kind: "page", page: "keys" }, home],
    [
      "another page of the flow",
      { kind: "page", page: "test-key", step: "check" },
      { kind: "page", place: { page: "test-key", step: "number" } },
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
      { kind: "brought_in", environment: "production" },
      { kind: "brought_in", environment: "ukraine" },
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
    ["something else", { kind: "token" }, { kind: "proof" }],
  ])("%s", (_name, condition, happening) => {
    expect(meets(condition, happening)).toBe(false);
  });
});

describe("what a command has brought", () => {
  const card = { environment: "production" } as KeyCard;

  test.each<[Deed["command"], unknown, Happening | null]>([
    [
      "request_test_key",
      { key: card, outcome: { outcome: "same" } },
      { kind: "key", outcome: "same" },
    ],
    ["import_key", { key: card }, { kind: "brought_in", environment: "production" }],
    ["get_token", {}, token],
    ["verify_token", {}, { kind: "proof" }],
    ["copy_key", {}, { kind: "copied", what: "key" }],
    ["copy_token", {}, { kind: "copied", what: "token" }],
    ["show_key", undefined, { kind: "shown" }],
    ["move_practice_time", { ahead: 86_400_007 }, { kind: "time", days: 1 }],
    ["move_practice_time", { ahead: 0 }, { kind: "time", days: 0 }],
    ["move_practice_time", null, null],
    ["home", { keys: [], toDo: [] }, null],
  ])("by %s", (command, result, happening) => {
    expect(happeningOf({ command, args: {}, result } as Deed)).toEqual(happening);
  });

  test("is a failure where it failed", () => {
    const deed: Deed = { command: "get_token", failure: { code: "key_refused" } };
    expect(happeningOf(deed)).toEqual({
      kind: "failure",
      code: "key_refused",
      during: "get_token",
    });
  });
});

describe("a script", () => {
  test("goes on when what it waits for has happened", () => {
    const number: Happening = { kind: "page", place: { page: "test-key", step: "number" } };
    expect(played(number)).toEqual({ done: ["open"], step: "ask" });
    expect(played(number, key, token, home, token)).toEqual({
      done: ["open", "ask", "pass", "home", "pass_again"],
      step: null,
    });
  });

  test("ticks a later step alone, and passes it by afterwards", () => {
    const early = played(token);
    expect(early).toEqual({ done: ["pass"], step: "open" });
    const marked = { ...early, step: "ask" };
    expect(advance(script, marked, key)).toEqual({ done: ["pass", "ask"], step: "home" });
  });

  test("ticks one step for one thing that happens", () => {
    expect(played(token).done).toEqual(["pass"]);
    expect(played(token, token).done).toEqual(["pass", "pass_again"]);
  });

  test("ticks the marked step before an earlier one that waits for the same", () => {
    const skipped = { done: [], step: "pass_again" };
    expect(advance(script, skipped, token)).toEqual({ done: ["pass_again"], step: null });
  });

  test("takes no notice of pages that are passed by on the way", () => {
    expect(played(home)).toBe(begun);
  });

  test("takes no notice of what it does not wait for", () => {
    expect(played({ kind: "proof" })).toBe(begun);
  });

  test("goes on from a step that is shown a second time", () => {
    const again = { done: ["open", "ask"], step: "ask" };
    expect(advance(script, again, key)).toEqual({ done: ["open", "ask"], step: "pass" });
  });

  test("stays at a step that is spoken about once it has happened, until something else does", () => {
    const spoken: Script = {
      minutes: 2,
      steps: [
        { id: "ask", minutes: 1, seen: true, done: { kind: "key" } },
        { id: "home", minutes: 0.5, done: { kind: "page", page: "home" } },
        { id: "proof", minutes: 0.5, done: { kind: "proof" } },
      ],
    };
    const asked = advance(spoken, atTheBeginning(spoken), key);
    expect(asked).toEqual({ done: ["ask"], step: "ask" });
    expect(advance(spoken, asked, key)).toEqual(asked);
    expect(advance(spoken, asked, home)).toEqual({ done: ["ask", "home"], step: "proof" });
    expect(advance(spoken, asked, { kind: "proof" }).step).toBe("ask");
    expect(forward(spoken, asked).step).toBe("home");
  });

  test("is moved by hand without a tick", () => {
    const second = forward(script, begun);
    expect(second).toEqual({ done: [], step: "ask" });
    expect(back(script, second)).toEqual(begun);
    expect(back(script, begun)).toBe(begun);
    const end = forward(script, { done: [], step: "pass_again" });
    expect(end.step).toBeNull();
    expect(forward(script, end).step).toBeNull();
    expect(back(script, end).step).toBe("pass_again");
  });

  test("says how long it still takes", () => {
    expect(minutesLeft(script, begun)).toBe(4);
    expect(minutesLeft(script, { done: ["pass"], step: "ask" })).toBe(3);
    expect(minutesLeft(script, { done: [], step: null })).toBe(0);
  });
});
