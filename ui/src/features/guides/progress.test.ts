import { describe, expect, test } from "vitest";
import type { GuideRun, KeyCard } from "../../bindings";
import { progressOf, type RunProgress } from "./progress";

const key: KeyCard = {
  id: "k",
  name: "",
  environment: "production",
  lastFour: "77aa",
  phone: null,
  createdAt: null,
  validUntil: null,
  status: "active",
  standing: "active",
  replacedBy: null,
  lastVerifiedAt: null,
  lastCheck: null,
  holder: "",
  notes: "",
  company: null,
  otherAccount: null,
  places: [],
  kept: "keychain",
  addedAt: "2026-11-01T00:00:00Z",
  organizations: [],
};

function run(changes: Partial<GuideRun>): GuideRun {
  return {
    id: 1,
    guide: "europe",
    organization: "Hanse Textil GmbH",
    startedAt: "2026-11-01T00:00:00Z",
    done: [],
    answers: {},
    form: "not_started",
    key: null,
    ...changes,
  };
}

const BEFORE_THE_KEY = ["person", "account", "offered", "organizations", "create"];
const OFFERED = { answers: { offered: "yes" } };
const NOT_OFFERED = { answers: { offered: "no" } };

const idsOf = ({ steps }: RunProgress) => steps.map(({ id }) => id);

describe("the progress of a run", () => {
  test("starts with the first step, which is the person's turn", () => {
    const progress = progressOf(run({}), []);
    expect(progress.done).toBe(0);
    expect(progress.next?.id).toBe("person");
    expect(progress.turn).toBe("you");
  });

  test("waits for Nova Post after the email was sent", () => {
    const done = ["person", "account", "offered", "affiliate"];
    const progress = progressOf(run({ ...NOT_OFFERED, done }), []);
    expect(progress.next?.id).toBe("answer");
    expect(progress.turn).toBe("nova_post");
  });

  test("has a skipped step as the next one", () => {
    const progress = progressOf(run({ done: ["account", "organizations"] }), []);
    expect(progress.done).toBe(2);
    expect(progress.next?.id).toBe("person");
  });

  test("ignores a completed step that the guide no longer has", () => {
    expect(progressOf(run({ done: ["list"] }), []).done).toBe(0);
  });

  test("locks the steps that need a key until there is one", () => {
    const lockedOf = (progress: ReturnType<typeof progressOf>) =>
      progress.steps.filter(({ isLocked }) => isLocked).map(({ id }) => id);
    expect(lockedOf(progressOf(run({}), [key]))).toEqual(["check", "tell"]);
    expect(lockedOf(progressOf(run({ key: "k" }), [key]))).toEqual([]);
  });

  test("completes one step with the added key, and one with the verified key", () => {
    const withKey = run({ ...OFFERED, done: BEFORE_THE_KEY, key: "k" });
    expect(progressOf(withKey, [key]).next?.id).toBe("check");
    const verified = { ...key, lastVerifiedAt: "2026-11-02T00:00:00Z" };
    expect(progressOf(withKey, [verified]).next?.id).toBe("tell");
  });

  test("needs another key if its key was deleted", () => {
    const progress = progressOf(run({ ...OFFERED, done: BEFORE_THE_KEY, key: "k" }), []);
    expect(progress.next?.id).toBe("add_key");
    expect(progress.key).toBeNull();
  });

  test("is complete when no step is left", () => {
    const verified = { ...key, lastVerifiedAt: "2026-11-02T00:00:00Z" };
    const done = [...BEFORE_THE_KEY, "tell"];
    const progress = progressOf(run({ ...OFFERED, done, key: "k" }), [verified]);
    expect(progress.next).toBeNull();
    expect(progress.done).toBe(progress.steps.length);
  });
});

describe("the steps that depend on an answer", () => {
  const EMAIL = ["affiliate", "answer"];

  test.each([
    ["are not part of a run before it is given", {}],
    ["are not part of a run with another one", OFFERED],
  ])("%s", (_, answers) => {
    const progress = progressOf(run({ ...answers, done: [...BEFORE_THE_KEY, ...EMAIL] }), []);
    expect(idsOf(progress)).not.toContain("affiliate");
    expect(idsOf(progress)).not.toContain("answer");
    expect(progress.steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("are not counted as done with another one, and count again when it changes", () => {
    const done = [...BEFORE_THE_KEY, ...EMAIL];
    expect(progressOf(run({ ...OFFERED, done }), []).done).toBe(5);
    expect(progressOf(run({ ...NOT_OFFERED, done }), []).done).toBe(7);
  });

  test("follow their question", () => {
    const progress = progressOf(run(NOT_OFFERED), []);
    expect(idsOf(progress).slice(2, 6)).toEqual(["offered", ...EMAIL, "organizations"]);
    expect(progress.steps).toHaveLength(10);
  });

  test("leave the question open if its answer is none of those that it has", () => {
    const odd = run({ done: ["offered"], answers: { offered: "maybe" } });
    expect(progressOf(odd, []).steps.find(({ id }) => id === "offered")?.isDone).toBe(false);
  });
});

describe("the step with the email", () => {
  const isSent = (changes: Partial<GuideRun>) =>
    progressOf(run({ ...NOT_OFFERED, ...changes }), []).steps.find(({ id }) => id === "affiliate")
      ?.isDone;

  test.each([
    ["not done by a complete form alone", [], "complete", false],
    ["done when it is sent", ["affiliate"], "complete", true],
    ["done when it was sent without the form", ["affiliate"], "not_started", true],
    ["not done when a field was emptied later", ["affiliate"], "incomplete", false],
  ] as const)("is %s", (_, done, form, isDone) => {
    expect(isSent({ done: [...done], form })).toBe(isDone);
  });
});
