/** A copied text of every kind that is not a key, for tests. */

import type { KeyProblem } from "../../bindings";

// A new kind does not compile until it has an example here.
const examples: { [C in KeyProblem["code"]]: Extract<KeyProblem, { code: C }> } = {
  empty: { code: "empty" },
  email: { code: "email" },
  address: { code: "address" },
  domain: { code: "domain" },
  hidden: { code: "hidden" },
  token: { code: "token" },
  phone: { code: "phone" },
  several_keys: { code: "several_keys" },
  foreign_letter: { code: "foreign_letter", letter: "с", position: 9 },
  too_short: { code: "too_short", length: 12 },
  too_long: { code: "too_long", length: 200 },
  no_key: { code: "no_key" },
};

export const keyProblems: KeyProblem[] = Object.values(examples);
