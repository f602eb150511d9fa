/** Which things to do Home counts, which only wait, and which it shows as one. */

import type { KeyCard, ToDo } from "../../bindings";
import { progressOf } from "../guides/progress";

/** A request for a test key that is on Home. */
export type RequestToDo = Extract<ToDo, { attempt: number }>;

/** Several requests that call for the same. */
export interface Group {
  kind: RequestToDo["kind"];
  items: RequestToDo[];
}

/** What Home shows as one thing. */
export type Entry = { item: ToDo } | { group: Group };

/** The things to do, and those where the person can only wait. */
export interface Arranged {
  toDo: Entry[];
  waiting: Entry[];
}

/** Splits and groups the things to do. `keys` are all keys of the store. The order stays. */
export function arrange(items: readonly ToDo[], keys: readonly KeyCard[]): Arranged {
  const isWaiting = (item: ToDo) => waits(item, keys);
  return {
    toDo: grouped(items.filter((item) => !isWaiting(item))),
    waiting: grouped(items.filter(isWaiting)),
  };
}

/** Identifies an entry in the list. */
export function idOf(entry: Entry): string {
  if ("group" in entry) return `group ${entry.group.kind}`;
  const { item } = entry;
  if ("attempt" in item) return `${item.kind} ${item.attempt}`;
  if (item.kind === "review") return item.kind;
  if (item.kind === "leak") return `${item.kind} ${item.leak.id}`;
  if (item.kind === "replacement") return `${item.kind} ${item.replacement.id}`;
  if (item.kind === "key_request") return `${item.kind} ${item.request}`;
  return `${item.kind} ${item.kind === "guide" ? item.run.id : item.key}`;
}

function waits(item: ToDo, keys: readonly KeyCard[]): boolean {
  if (item.kind === "ask_again") return !item.due;
  if (item.kind !== "guide" || progressOf(item.run, keys).turn !== "nova_post") return false;
  // After two weeks without an answer it is the person's turn again.
  return item.waitingSince === undefined;
}

function grouped(items: readonly ToDo[]): Entry[] {
  const requestsOf = (kind: string) =>
    items.filter((item): item is RequestToDo => "attempt" in item && item.kind === kind);
  return items.flatMap((item): Entry[] => {
    if (!("attempt" in item)) return [{ item }];
    const same = requestsOf(item.kind);
    if (same.length === 1) return [{ item }];
    return same[0] === item ? [{ group: { kind: item.kind, items: same } }] : [];
  });
}
