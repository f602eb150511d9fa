/** The fake's replacements of keys. */

import type {
  HandOver,
  KeyCard,
  Place,
  Replacement,
  ReplacementRefusal,
  ReplacementStep,
} from "../../bindings";
import { isSamePerson, placesWith } from "../../features/hand-over/people";
import type { FakeCommands } from "./keys";
import type { Note } from "./register";

type Commands = Pick<
  FakeCommands,
  | "replacement"
  | "start_replacement"
  | "set_replacement_key"
  | "add_replacement_place"
  | "tick_replacement_place"
  | "finish_replacement"
  | "cancel_replacement"
  | "newest_shipment"
>;

interface Scene {
  find: (id: string) => KeyCard | undefined;
  change: (id: string, changes: Partial<KeyCard>) => void;
  note: Note;
  handOversOf: (key: string) => readonly HandOver[];
}

/** The commands of replacements, and the open ones for Home. */
export function makeReplacements({ find, change, note, handOversOf }: Scene) {
  let all: Replacement[] = [];
  let lastId = 0;
  const now = () => new Date().toISOString();

  /** A check counts if it was made after the new key was chosen. */
  function current(replacement: Replacement): Replacement {
    const newKey = replacement.new === null ? undefined : find(replacement.new);
    const at = newKey?.lastVerifiedAt ?? null;
    const counts = at !== null && at >= (replacement.newSetAt ?? "");
    return { ...replacement, new: newKey?.id ?? null, newCheckedAt: newKey && counts ? at : null };
  }

  function open(id: number): Replacement {
    const found = all.find((known) => known.id === id && known.finishedAt === null);
    if (!found) throw { code: "not_found" };
    return current(found);
  }

  function save(replacement: Replacement): Replacement {
    all = [replacement, ...all.filter(({ id }) => id !== replacement.id)];
    return replacement;
  }

  const taken = (replacement: Replacement): ReplacementStep => ({ is: "taken", replacement });
  const refused = (why: ReplacementRefusal): ReplacementStep => ({ is: "refused", why });

  const commands: Commands = {
    replacement: ({ key }) => {
      const found = all.filter(({ old }) => old === key).sort((one, two) => two.id - one.id)[0];
      return found ? current(found) : null;
    },
    start_replacement: ({ key }) => {
      const known = all.find(({ old, finishedAt }) => old === key && finishedAt === null);
      if (known) return taken(current(known));
      const old = find(key);
      if (!old) throw { code: "not_found" };
      if (old.status === "deactivated" || old.status === "replaced") return refused("old_retired");
      note(old, { event: "replacement_started" });
      lastId += 1;
      const listed = placesWith(old, handOversOf(key));
      const places = listed.map((place, index) => ({ id: index + 1, place, doneAt: null }));
      const started = { new: null, newSetAt: null, newCheckedAt: null, finishedAt: null };
      return taken(save({ id: lastId, old: key, startedAt: now(), places, ...started }));
    },
    set_replacement_key: ({ replacement, key }) => {
      const before = open(replacement);
      const [oldKey, newKey] = [find(before.old), find(key)];
      if (!oldKey || !newKey) throw { code: "not_found" };
      if (key === before.old) return refused("same_key");
      if (newKey.environment !== oldKey.environment) return refused("other_environment");
      if (["deactivated", "replaced"].includes(newKey.status)) return refused("new_retired");
      if (before.new === key) return taken(before);
      note(oldKey, { event: "replacement_key_chosen", by: newKey.lastFour });
      const places = before.places.map((place) => ({ ...place, doneAt: null }));
      return taken(current(save({ ...before, new: key, newSetAt: now(), places })));
    },
    add_replacement_place: ({ replacement, place }) => {
      const before = open(replacement);
      const places = [...before.places, { id: before.places.length + 1, place, doneAt: null }];
      return save({ ...before, places });
    },
    tick_replacement_place: ({ replacement, place, done }) => {
      const before = open(replacement);
      const ticked = before.places.find((it) => it.id === place);
      if (!ticked || (ticked.doneAt !== null) === done) return before;
      const old = find(before.old);
      const event = done ? "place_ticked" : "place_unticked";
      if (old) note(old, { event, place: ticked.place.name });
      const doneAt = done ? now() : null;
      const places = before.places.map((it) => (it.id === place ? { ...it, doneAt } : it));
      return save({ ...before, places });
    },
    finish_replacement: ({ replacement, withoutPlaces }) => {
      const before = open(replacement);
      const newKey = before.new === null ? undefined : find(before.new);
      if (!newKey) return refused("no_new_key");
      if (!before.newCheckedAt) return refused("not_checked");
      const isLeft = before.places.some(({ doneAt }) => doneAt === null);
      if (isLeft && !withoutPlaces) return refused("places_left");
      const retired = { status: "replaced", standing: "replaced", replacedBy: newKey.id } as const;
      change(before.old, retired);
      const old = find(before.old);
      if (old) note(old, { event: "replaced", by: newKey.lastFour });
      const places = before.places.map(({ place }) => place);
      change(newKey.id, { places });
      return taken(save({ ...before, finishedAt: now() }));
    },
    cancel_replacement: ({ replacement }) => {
      const given = all.find(({ id, finishedAt }) => id === replacement && finishedAt === null);
      const old = given && find(given.old);
      if (old) note(old, { event: "replacement_cancelled" });
      all = all.filter(({ id }) => id !== replacement);
    },
    newest_shipment: ({ key }) =>
      find(key)?.environment === "sandbox"
        ? { is: "none" }
        : { is: "on", at: "2026-11-27T09:12:00Z" },
  };

  /** Ticks a person who has shown with a receipt code that they have the new key. */
  function tickReceiver({ key, recipient }: HandOver): void {
    const found = all.find((it) => it.new === key && it.finishedAt === null);
    if (!found) return;
    const isTheirs = (place: Place) =>
      place.kind === "person" && isSamePerson(place.name, recipient);
    const places = found.places.map((it) =>
      isTheirs(it.place) && it.doneAt === null ? { ...it, doneAt: now() } : it,
    );
    save({ ...found, places });
  }

  return {
    commands,
    tickReceiver,
    toDo: () =>
      all
        .filter(({ finishedAt }) => finishedAt === null)
        .map((it) => ({ kind: "replacement" as const, replacement: current(it) })),
  };
}
