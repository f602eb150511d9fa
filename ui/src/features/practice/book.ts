/** The practice phone book, in the order in which it is read: first what works. */

import type { PracticeNumber } from "../../bindings";

/** The groups of numbers. */
export const groups = ["works", "number", "service", "afterwards"] as const;

/** A group of numbers. */
export type Group = (typeof groups)[number];

const groupOf: Record<string, Group> = {
  new_key: "works",
  active_key: "works",
  expired_key: "works",
  cleaned_up_key: "works",
  phone_refused: "number",
  not_registered: "number",
  several_clients: "number",
  daily_limit: "number",
  key_refused: "afterwards",
  short_tokens: "afterwards",
  clock_ahead: "afterwards",
  access_forbidden: "afterwards",
  too_many_tokens: "afterwards",
  token_unavailable: "afterwards",
};

/** The book's own numbers of a group. Whatever is new to the window plays trouble with the service. */
export function inGroup(book: readonly PracticeNumber[], group: Group): PracticeNumber[] {
  return book.filter(({ plays, own }) => !own && (groupOf[plays] ?? "service") === group);
}
