import { describe, expect, test } from "vitest";
import type { GuideRun, KeyCard } from "../../bindings";
import { progressOf } from "./progress";

const key: KeyCard = {
  id: "k",
  name: "",
  environment: "production",
  lastFour: "77aa",
  phone: null,
  createdAt: null,
  validUntil: null,
  status: "active",
  lastVerifiedAt: null,
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
    key: null,
    ...changes,
  };
}

const BEFORE_THE_KEY = ["person", "account", "affiliate", "answer", "organizations", "create"];

describe("the progress of a run", () => {
  test("starts with the first step, which is the person's turn", () => {
    const progress = progressOf(run({}), []);
    expect(progress.done).toBe(0);
    expect(progress.next?.id).toBe("person");
    expect(progress.turn).toBe("you");
  });

  test("waits for Nova Post after the email was sent", () => {
    const progress = progressOf(run({ done: ["person", "account", "affiliate"] }), []);
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
    expect(lockedOf(progressOf(run({}), [key]))).toEqual(["prove", "tell"]);
    expect(lockedOf(progressOf(run({ key: "k" }), [key]))).toEqual([]);
  });

  test("completes one step with the added key, and one with the verified key", () => {
    const withKey = run({ done: BEFORE_THE_KEY, key: "k" });
    expect(progressOf(withKey, [key]).next?.id).toBe("prove");
    const verified = { ...key, lastVerifiedAt: "2026-11-02T00:00:00Z" };
    expect(progressOf(withKey, [verified]).next?.id).toBe("tell");
  });

  test("needs another key if its key was deleted", () => {
    const progress = progressOf(run({ done: BEFORE_THE_KEY, key: "k" }), []);
    expect(progress.next?.id).toBe("bring_in");
    expect(progress.key).toBeNull();
  });

  test("is complete when no step is left", () => {
    const verified = { ...key, lastVerifiedAt: "2026-11-02T00:00:00Z" };
    const progress = progressOf(run({ done: [...BEFORE_THE_KEY, "tell"], key: "k" }), [verified]);
    expect(progress.next).toBeNull();
    expect(progress.done).toBe(progress.steps.length);
  });
});
