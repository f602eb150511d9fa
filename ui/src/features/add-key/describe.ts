/** What is said about a key that is added, and what is suggested for it. */

import type { ApiEnvironment, KeyCard, NewExpiry, NewKey } from "../../bindings";
import { call } from "../../ipc";
import { endOf, isUnchanged, type TypedDate } from "../keys/changes/expiry";
import { environmentOfGuide } from "./check";

/** What the page asks of a key that is no test key. */
export interface Described {
  organizations: string[];
  holder: string;
  expires: TypedDate;
}

/** What a key of the list has of it; the page starts from that. */
export type Recorded = Pick<KeyCard, "organizations" | "holder" | "validUntil">;

/**
 * What the person has said about a key. Nothing is asked of a test key: it belongs to the person, and Nova Post tells
 * when it ends. An empty field says something only if the page showed what is recorded.
 */
export function saidAbout(
  environment: ApiEnvironment,
  { organizations, holder, expires }: Described,
  recorded: Recorded | null,
  now: Date,
): Pick<NewKey, "organizations" | "holder" | "expiry"> {
  if (environment === "sandbox") {
    return { organizations: null, holder: null, expiry: { is: "not_asked" } };
  }
  return {
    organizations:
      organizations.length > 0 || recorded?.organizations.length ? organizations : null,
    holder: holder.trim() || recorded?.holder ? holder : null,
    expiry: expiryOf(expires, recorded?.validUntil ?? null, now),
  };
}

function expiryOf(typed: TypedDate, recorded: string | null, now: Date): NewExpiry {
  // A date that was not changed keeps its time of day.
  if (recorded !== null && isUnchanged(typed, recorded)) return { is: "on", end: recorded };
  const read = endOf(typed, now);
  const end = typeof read === "object" ? read.end : null;
  if (end !== null) return { is: "on", end };
  return { is: recorded === null ? "not_asked" : "not_known" };
}

/** The kind of key that a guide run leads to, and the organizations of the guides and of other keys. */
export async function suggestions(
  run: number | null,
): Promise<{ environment: ApiEnvironment | null; names: string[] }> {
  const [runs, organizations] = await Promise.all([
    call("guide_runs", {}),
    call("key_organizations", {}),
  ]);
  const own = runs.find(({ id }) => id === run);
  const names = [...runs.map(({ organization }) => organization), ...organizations];
  return {
    environment: own ? environmentOfGuide[own.guide] : null,
    names: [...new Set(names.filter((name) => name))],
  };
}
