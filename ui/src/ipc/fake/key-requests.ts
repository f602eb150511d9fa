/** The fake's requests of developers. It takes JSON with all members, and knows no other text. */

import type {
  KeptKeyRequest,
  KeyCard,
  KeyRequest,
  KeyRequestCheck,
  RequesterStanding,
  ToDo,
} from "../../bindings";
import { SOME_PUBLIC_KEY } from "./hand-overs";
import type { FakeCommands } from "./keys";

type Commands = Pick<
  FakeCommands,
  | "opened_key_request"
  | "check_key_request"
  | "check_key_request_again"
  | "note_words_compared"
  | "keep_key_request"
  | "kept_key_requests"
  | "delete_key_request"
  | "forget_key_request"
  | "start_requested_hand_over"
>;

interface Scene {
  handOvers: Pick<FakeCommands, "start_hand_over" | "hand_over_recipients">;
  all: () => readonly KeyCard[];
}

/** A request that the fake reads. */
export const SOME_REQUEST: KeyRequest = {
  system: "sdk",
  environment: "production",
  needs: ["company_name", "tax_code"],
  name: "Oleh Koval",
  publicKey: SOME_PUBLIC_KEY,
  note: "For the web shop.\nBy Friday, please.",
};

export function makeKeyRequests({ handOvers, all }: Scene): {
  commands: Commands;
  toDo: () => ToDo[];
} {
  let kept: KeptKeyRequest[] = [];
  let lastId = 0;
  /** The public key and the time of the comparison for each name. */
  const compared = new Map<string, { publicKey: string; comparedAt: string }>();

  const isSame = (one: KeyRequest, other: KeyRequest) =>
    JSON.stringify(one) === JSON.stringify(other);

  function standingOf({ name, publicKey }: KeyRequest): RequesterStanding {
    const known = compared.get(name);
    if (known?.publicKey === publicKey)
      return { kind: "known", name, comparedAt: known.comparedAt };
    if (known) return { kind: "other_key", known: "age1…00000000", wasCompared: true };
    const alike = [...compared.keys()].find((other) => other.toLowerCase() === name.toLowerCase());
    return alike ? { kind: "looks_like", name: alike } : { kind: "unknown" };
  }

  function check(request: KeyRequest): KeyRequestCheck {
    return {
      is: "readable",
      found: {
        request,
        standing: standingOf(request),
        kind: "age",
        fingerprint: `age1…${request.publicKey.slice(-8)}`,
        words: ["resist", "receive", "panther", "train"],
        isKept: kept.some((one) => isSame(one.request, request)),
      },
    };
  }

  function checkText(text: string): KeyRequestCheck {
    if (!text.trim()) return { is: "not_readable", problem: { kind: "empty" } };
    if (/PRIVATE KEY|AGE-SECRET-KEY-/i.test(text))
      return { is: "not_readable", problem: { kind: "private_key" } };
    try {
      const { keyRequest: _version, ...request } = JSON.parse(text);
      return check(request as KeyRequest);
    } catch {
      return { is: "not_readable", problem: { kind: "not_a_request" } };
    }
  }

  function forget(request: KeyRequest): void {
    kept = kept.filter((one) => !isSame(one.request, request));
  }

  return {
    commands: {
      opened_key_request: () => null,
      check_key_request: ({ text }) => checkText(text),
      check_key_request_again: ({ request }) => check(request),
      note_words_compared: ({ request }) => {
        const { name, publicKey } = request;
        compared.set(name, { publicKey, comparedAt: new Date().toISOString() });
        return check(request);
      },
      keep_key_request: ({ request }) => {
        forget(request);
        lastId += 1;
        kept = [{ id: lastId, request, keptAt: new Date().toISOString() }, ...kept];
        return check(request);
      },
      kept_key_requests: () => kept,
      delete_key_request: ({ request }) => {
        kept = kept.filter(({ id }) => id !== request);
      },
      forget_key_request: ({ request }) => forget(request),
      start_requested_hand_over: ({ request, key }) => {
        const { kind } = standingOf(request);
        if (kind === "other_key" || kind === "looks_like") return null;
        forget(request);
        const { name: recipient, system: receiver } = request;
        return handOvers.start_hand_over({ key, receiver, recipient });
      },
    },
    toDo: () =>
      kept.map(({ id, request }) => ({
        kind: "key_request",
        request: id,
        name: request.name,
        environment: request.environment,
        hasKey: all().some(({ environment }) => environment === request.environment),
      })),
  };
}
