/** The fake's list of keys: a simple search, and the changes that a person makes. */

import type {
  Actor,
  DetailField,
  HistoryEntry,
  HistoryEvent,
  KeyCard,
  KeyDetails,
  KeyQuery,
  KeyRemark,
  KeysView,
  Period,
  SearchWord,
  StatusFilter,
} from "../../bindings";
import type { FakeCommands } from "./keys";
import { asShown, inUse } from "./standing";

type Commands = Pick<
  FakeCommands,
  | "find_keys"
  | "keys_by_id"
  | "key_organizations"
  | "keys_view"
  | "save_keys_view"
  | "key_history"
  | "change_key_details"
  | "change_key_dates"
  | "mark_key_replaced"
  | "mark_key_deactivated"
  | "delete_key"
  | "undo_key_deletion"
  | "finish_key_deletion"
>;

interface Scene {
  /** Waits or fails in the scenes that do. */
  read: <T>(value: T) => T | Promise<T>;
  all: () => readonly KeyCard[];
  store: (keys: readonly KeyCard[]) => void;
}

const NEWEST_FIRST: KeysView = {
  environment: null,
  status: null,
  organization: null,
  sort: "added",
  descending: true,
};

/** Adds a line to the history of a key. */
export type Note = (key: KeyCard, event: HistoryEvent, actor?: Actor) => void;

/** The commands of the register on the keys of a scene. */
export function makeRegister({ read, all, store }: Scene): { commands: Commands; note: Note } {
  let view = NEWEST_FIRST;
  const deleted = new Set<string>();
  const history = new Map<string, HistoryEntry[]>();
  const listed = () => all().filter(({ id }) => !deleted.has(id));

  const note: Note = (key, event, actor = "person") => {
    const entry: HistoryEntry = {
      at: new Date().toISOString(),
      actor,
      key: key.id,
      keyName: key.name,
      lastFour: key.lastFour,
      event,
    };
    history.set(key.id, [entry, ...(history.get(key.id) ?? [])]);
  };

  function find(id: string): KeyCard {
    const key = listed().find((other) => other.id === id);
    if (!key) throw { code: "not_found" };
    return key;
  }

  function change(changed: KeyCard, ...events: HistoryEvent[]): KeyCard {
    store(all().map((other) => (other.id === changed.id ? changed : other)));
    for (const event of events) note(changed, event);
    return changed;
  }

  const commands: Commands = {
    find_keys: ({ query }) => {
      const found = listed()
        .filter((key) => isFound(key, query))
        .sort(compare(query.view));
      const { offset, limit } = query;
      const keys = found.slice(offset, offset + limit);
      return read({
        total: listed().length,
        matching: found.length,
        keys,
        dates: datesOf(listed()),
      });
    },
    keys_by_id: ({ keys }) => read(listed().filter(({ id }) => keys.includes(id))),
    key_organizations: () => [...new Set(listed().flatMap((key) => key.organizations))].sort(),
    keys_view: () => view,
    save_keys_view: ({ view: chosen }) => {
      view = chosen;
    },
    key_history: ({ key }) => {
      const card = all().find(({ id }) => id === key);
      const added: HistoryEntry[] = card
        ? [
            {
              at: card.addedAt,
              actor: "person",
              key,
              keyName: card.name,
              lastFour: card.lastFour,
              event: { event: card.phone ? "received" : "added" },
            },
          ]
        : [];
      return [...(history.get(key) ?? []), ...added];
    },
    change_key_details: ({ key, details }) => {
      const before = find(key);
      const fields = differing(before, details);
      if (fields.length === 0) return before;
      return change({ ...before, ...details }, { event: "details_changed", fields });
    },
    change_key_dates: ({ key, to }) => {
      const before = find(key);
      // Nova Post has told when it created a key with a phone number.
      const createdAt = before.phone === null ? to.createdAt : before.createdAt;
      const { validUntil } = to;
      const created = { from: before.createdAt, to: createdAt };
      const end = { from: before.validUntil, to: validUntil };
      const events: HistoryEvent[] = [];
      if (created.from !== created.to) events.push({ event: "creation_changed", ...created });
      if (end.from !== end.to) events.push({ event: "expiry_changed", ...end });
      return change(asShown({ ...before, createdAt, validUntil }), ...events);
    },
    mark_key_replaced: ({ key, by }) => {
      const before = find(key);
      const lastFour = by === null ? "" : find(by).lastFour;
      const replaced = asShown({ ...before, status: "replaced", replacedBy: by });
      return change(replaced, { event: "replaced", by: lastFour });
    },
    mark_key_deactivated: ({ key, deactivated }) => {
      const before = { ...find(key), replacedBy: null };
      return deactivated
        ? change(asShown({ ...before, status: "deactivated" }), { event: "deactivated" })
        : change(inUse(before), { event: "reactivated" });
    },
    delete_key: ({ key }) => {
      deleted.add(key);
    },
    undo_key_deletion: ({ key }) => {
      deleted.delete(key);
    },
    finish_key_deletion: ({ key }) => {
      store(all().filter(({ id }) => id !== key));
    },
  };
  return { commands, note };
}

function differing(before: KeyCard, details: KeyDetails): DetailField[] {
  const fields = ["name", "holder", "notes", "organizations", "places"] as const;
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(details[field]));
}

function isFound(key: KeyCard, { view, search }: KeyQuery): boolean {
  return (
    search.every((word) => hasWord(key, word)) &&
    (view.environment === null || view.environment === key.environment) &&
    (view.organization === null || key.organizations.includes(view.organization)) &&
    (view.status === null || hasStatus(key, view.status))
  );
}

function hasWord(key: KeyCard, word: SearchWord): boolean {
  const places = key.places.map(({ name }) => name);
  const { name, lastFour, phone, holder, notes, organizations, createdAt, validUntil } = key;
  const text = [name, lastFour, phone, holder, notes, ...organizations, ...places].join("\n");
  const check = key.lastCheck?.at ?? key.lastVerifiedAt;
  const remarks: Record<KeyRemark, boolean> = {
    creation_unknown: createdAt === null,
    end_unknown: validUntil === null,
    never_checked: check === null,
    works: key.lastCheck?.result === "works",
    not_accepted: key.lastCheck?.result === "refused",
    expired: key.lastCheck?.result === "expired",
    unsaved: key.kept === "this_session",
    lost: key.kept === "nowhere",
    never_here: key.kept === "never_here",
    other_account: key.otherAccount !== null,
  };
  return (
    text.toLocaleLowerCase().includes(word.text.toLocaleLowerCase()) ||
    word.environments.includes(key.environment) ||
    word.standings.includes(key.standing) ||
    word.remarks.some((remark) => remarks[remark]) ||
    [createdAt, validUntil, check].some((date) => isWithin(word.days, date)) ||
    isWithin(word.ends, validUntil) ||
    isWithin(word.checks, check)
  );
}

function isWithin(periods: readonly Period[], date: string | null): boolean {
  const at = Date.parse(date ?? "");
  return periods.some(({ from, until }) => Date.parse(from) <= at && at < Date.parse(until));
}

/** From the first to the last date of the keys. */
function datesOf(keys: readonly KeyCard[]): Period | null {
  const dates = keys
    .flatMap(({ createdAt, validUntil, lastVerifiedAt }) => [createdAt, validUntil, lastVerifiedAt])
    .filter((date) => date !== null)
    .sort();
  const [from, until] = [dates[0], dates.at(-1)];
  return from && until ? { from, until } : null;
}

function hasStatus({ standing }: KeyCard, status: StatusFilter): boolean {
  if (status === "to_do") return ["refused", "expired", "unchecked"].includes(standing);
  if (status === "not_checked") return standing === "unchecked" || standing === "check_due";
  return standing === status;
}

function compare({ sort, descending }: KeysView) {
  const sorted = (key: KeyCard) =>
    ({
      name: key.name,
      expires: key.validUntil,
      last_checked: key.lastVerifiedAt,
      created: key.createdAt,
      added: key.addedAt,
    })[sort] ?? "";
  return (left: KeyCard, right: KeyCard) =>
    sorted(left).localeCompare(sorted(right)) * (descending ? -1 : 1);
}
