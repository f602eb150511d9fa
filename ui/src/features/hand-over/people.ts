/** The systems and people that have a key. */

import type { HandOver, KeyCard, Place } from "../../bindings";

/** Whether two names are one person's, written with other capital letters or blanks. Core compares them the same way. */
export function isSamePerson(one: string, other: string): boolean {
  return spelled(one) === spelled(other);
}

/** The places of a key, and everybody to whom it was given, each person once. */
export function placesWith(key: KeyCard, handOvers: readonly HandOver[]): Place[] {
  const places = [...key.places];
  for (const { recipient: name, method } of handOvers) {
    const isKnown = places.some(
      (place) => place.kind === "person" && isSamePerson(place.name, name),
    );
    if (method && name && !isKnown) places.push({ kind: "person", name });
  }
  return places;
}

/** The newest hand-over to a person; `null` if there is none. `handOvers`: the newest first. */
export function handOverTo(name: string, handOvers: readonly HandOver[]): HandOver | null {
  return handOvers.find(({ recipient }) => isSamePerson(recipient, name)) ?? null;
}

function spelled(name: string): string {
  return name.trim().split(/\s+/).join(" ").toLowerCase();
}
