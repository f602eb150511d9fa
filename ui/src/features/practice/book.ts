import type { PracticeNumber } from "../../bindings";

/** The groups of practice numbers, in the order in which they are shown. */
export const groups = ["works", "number", "service", "afterwards"] as const;

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
  list_not_found: "afterwards",
  list_unavailable: "afterwards",
};

/** The built-in numbers of a group. An outcome that the window does not know is in `service`. */
export function inGroup(numbers: readonly PracticeNumber[], group: Group): PracticeNumber[] {
  return numbers.filter(({ plays, own }) => !own && (groupOf[plays] ?? "service") === group);
}
