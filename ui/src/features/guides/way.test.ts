import { describe, expect, test } from "vitest";
import type { GuideRun, KeyCard } from "../../bindings";
import { wayOf } from "./way";

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

describe("how far a run has come", () => {
  test("it begins with the first step, which is the person's turn", () => {
    const way = wayOf(run({}), []);
    expect(way.done).toBe(0);
    expect(way.next?.id).toBe("person");
    expect(way.turn).toBe("you");
  });

  test("it is Nova Post's turn once the e-mail was sent", () => {
    const way = wayOf(run({ done: ["person", "account", "affiliate"] }), []);
    expect(way.next?.id).toBe("answer");
    expect(way.turn).toBe("nova_post");
  });

  test("a step that was left out is the next one, whatever came after it", () => {
    const way = wayOf(run({ done: ["account", "organizations"] }), []);
    expect(way.done).toBe(2);
    expect(way.next?.id).toBe("person");
  });

  test("a step that the guide no longer has counts for nothing", () => {
    expect(wayOf(run({ done: ["list"] }), []).done).toBe(0);
  });

  test("what needs a key stays locked until there is one", () => {
    const lockedOf = (way: ReturnType<typeof wayOf>) =>
      way.steps.filter(({ isLocked }) => isLocked).map(({ id }) => id);
    expect(lockedOf(wayOf(run({}), [key]))).toEqual(["prove", "tell"]);
    expect(lockedOf(wayOf(run({ key: "k" }), [key]))).toEqual([]);
  });

  test("the key ticks two steps: by being there, and by working", () => {
    const withKey = run({ done: BEFORE_THE_KEY, key: "k" });
    expect(wayOf(withKey, [key]).next?.id).toBe("prove");
    const proven = { ...key, lastVerifiedAt: "2026-11-02T00:00:00Z" };
    expect(wayOf(withKey, [proven]).next?.id).toBe("tell");
  });

  test("a key that is gone has to be brought in once more", () => {
    const way = wayOf(run({ done: BEFORE_THE_KEY, key: "k" }), []);
    expect(way.next?.id).toBe("bring_in");
    expect(way.key).toBeNull();
  });

  test("it has arrived when nothing is left", () => {
    const proven = { ...key, lastVerifiedAt: "2026-11-02T00:00:00Z" };
    const way = wayOf(run({ done: [...BEFORE_THE_KEY, "tell"], key: "k" }), [proven]);
    expect(way.next).toBeNull();
    expect(way.done).toBe(way.steps.length);
  });
});
