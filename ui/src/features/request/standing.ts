/** What is said of the person who asks for a key. */

import type { RequesterStanding } from "../../bindings";

/** Whether the person can’t go on before the words were compared: somebody may be using a known name. */
export function mustBeCompared({ kind }: RequesterStanding): boolean {
  return kind === "other_key" || kind === "looks_like";
}

/** Whether the words of this public key were compared before. */
export function wasCompared(standing: RequesterStanding): boolean {
  return standing.kind === "known" && standing.comparedAt !== null;
}
