import { describe, expect, test } from "vitest";
import type { GuideRun, ToDo } from "../../bindings";
import { arrange, type Entry, idOf } from "./arrange";

const unfinished = (attempt: number): ToDo => ({
  kind: "unfinished",
  attempt,
  phone: `+49 171 39200${attempt}`,
  startedAt: "2026-11-12T12:00:00Z",
  sameDay: true,
});
const unregistered = (attempt: number): ToDo => ({
  kind: "not_registered",
  attempt,
  phone: `+49 171 39201${attempt}`,
});
const askAgain = (attempt: number, due: boolean): ToDo => ({
  kind: "ask_again",
  attempt,
  phone: `+49 171 39202${attempt}`,
  from: "2026-11-13T00:00:00Z",
  due,
});
const run: GuideRun = {
  id: 5,
  guide: "europe",
  organization: "Hanse Textil GmbH",
  startedAt: "2026-11-12T12:00:00Z",
  done: ["person", "account", "offered"],
  answers: { offered: "no" },
  form: "complete",
  key: null,
};
const mine: ToDo = { kind: "guide", run };
const theirs: ToDo = { kind: "guide", run: { ...run, id: 6, done: [...run.done, "affiliate"] } };

const ids = (entries: readonly Entry[]) => entries.map(idOf);

describe("the things to do", () => {
  test("are one thing for several requests of a kind, in the place of the first", () => {
    const { toDo } = arrange(
      [unfinished(60), unregistered(44), unfinished(61), mine, unfinished(62)],
      [],
    );
    expect(ids(toDo)).toEqual(["group unfinished", "not_registered 44", "guide 5"]);
    const [first] = toDo;
    if (!first || !("group" in first)) throw new Error("no group");
    expect(first.group.items.map(({ attempt }) => attempt)).toEqual([60, 61, 62]);
  });

  test.each([
    ["unfinished", [unfinished(1), unfinished(2)]],
    ["not_registered", [unregistered(1), unregistered(2)]],
    ["ask_again", [askAgain(1, true), askAgain(2, true)]],
  ])("are grouped if they are %s", (kind, items) => {
    expect(ids(arrange(items, []).toDo)).toEqual([`group ${kind}`]);
  });

  test("of two kinds are not mixed", () => {
    const { toDo } = arrange([unfinished(1), unregistered(2), askAgain(3, true)], []);
    expect(ids(toDo)).toEqual(["unfinished 1", "not_registered 2", "ask_again 3"]);
  });

  test("do not include what only Nova Post or the next day can do", () => {
    const { toDo, waiting } = arrange(
      [askAgain(29, false), theirs, mine, askAgain(30, true), askAgain(31, false)],
      [],
    );
    expect(ids(toDo)).toEqual(["guide 5", "ask_again 30"]);
    expect(ids(waiting)).toEqual(["group ask_again", "guide 6"]);
  });

  test("include a guide that Nova Post has not answered for two weeks", () => {
    const { toDo, waiting } = arrange([{ ...theirs, waitingSince: "2026-11-12T12:00:00Z" }], []);
    expect([ids(toDo), ids(waiting)]).toEqual([["guide 6"], []]);
  });
});
