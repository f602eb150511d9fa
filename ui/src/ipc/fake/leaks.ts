/** The fake's cases of keys that others may have seen. */

import type { KeyCard, Leak } from "../../bindings";
import type { FakeCommands } from "./keys";
import type { Note } from "./register";

type Commands = Pick<FakeCommands, "leaks" | "report_leak" | "set_leak_step" | "close_leak">;

interface Scene {
  find: (id: string) => KeyCard | undefined;
  note: Note;
}

/** The commands of such cases, and the open ones for Home. */
export function makeLeaks({ find, note }: Scene) {
  let all: Leak[] = [];
  let lastId = 0;
  const now = () => new Date().toISOString();

  function open(id: number): Leak {
    const found = all.find((leak) => leak.id === id && leak.closedAt === null);
    if (!found) throw { code: "not_found" };
    return found;
  }

  function save(leak: Leak): Leak {
    all = [leak, ...all.filter(({ id }) => id !== leak.id)].sort((one, two) => two.id - one.id);
    return leak;
  }

  const commands: Commands = {
    leaks: ({ key }) => all.filter((leak) => leak.key === key),
    report_leak: ({ key, cause }) => {
      const found = find(key);
      if (!found) throw { code: "not_found" };
      const before = all.find((leak) => leak.key === key && leak.closedAt === null);
      if (before?.cause === cause) return before;
      note(found, { event: "leak_reported", cause });
      if (before) return save({ ...before, cause });
      lastId += 1;
      return save({ id: lastId, key, cause, startedAt: now(), done: [], closedAt: null });
    },
    set_leak_step: ({ leak, step, done }) => {
      const before = open(leak);
      const others = before.done.filter((other) => other !== step);
      return save({ ...before, done: done ? [...others, step] : others });
    },
    close_leak: ({ leak }) => {
      const before = open(leak);
      const key = find(before.key);
      if (key) note(key, { event: "leak_closed" });
      return save({ ...before, closedAt: now() });
    },
  };

  return {
    commands,
    toDo: () =>
      all
        .filter(({ closedAt }) => closedAt === null)
        .map((leak) => ({ kind: "leak" as const, leak })),
  };
}
