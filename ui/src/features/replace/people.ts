/** How a person gets the new key of a replacement. */

import type { HandOver, KeyCard, ReplacementPlace } from "../../bindings";
import type { Route } from "../../state/router.svelte";
import { obstacleTo } from "../hand-over/allowed";
import { routeTo } from "../hand-over/hand-over-steps";
import { handOverTo } from "../hand-over/people";

/** To whom the old and the new key were given, the newest first. */
export interface HandOversOfBoth {
  ofOld: readonly HandOver[];
  ofNew: readonly HandOver[];
}

/** What to do next for a person who needs the new key. */
export interface WayToPerson {
  /** `give`: nothing was given yet. `go_on`: that was started. `arrived`: it was given, and may have arrived. */
  is: "give" | "go_on" | "arrived";
  leadsTo: Route;
}

/** The way of the new key to a person; `null` if it is there, if it can’t be given now, or for a system. */
export function wayTo(
  { place, doneAt }: ReplacementPlace,
  newKey: KeyCard,
  { ofOld, ofNew }: HandOversOfBoth,
): WayToPerson | null {
  if (place.kind !== "person" || doneAt !== null) return null;
  const given = handOverTo(place.name, ofNew);
  if (given?.method) return { is: "arrived", leadsTo: routeTo(given, "receipt") };
  if (obstacleTo(newKey) !== null) return null;
  if (given) return { is: "go_on", leadsTo: routeTo(given) };
  const before = handOverTo(
    place.name,
    ofOld.filter(({ method }) => method),
  );
  const to = { name: place.name, receiver: before?.receiver ?? null };
  return { is: "give", leadsTo: { page: "hand-over", key: newKey.id, to } };
}
