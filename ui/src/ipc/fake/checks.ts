/** The checks of the fake. */

import type { ApiEnvironment, CheckedKey, CheckedKeys, Company, KeyCard } from "../../bindings";
import type { Emit } from "./keys";
import type { Note } from "./register";
import { afterCheck, isRetired } from "./standing";

/** The keys of the scene. */
interface Keys {
  find(id: string): KeyCard;
  /** Replaces the key with the same id, and returns it. */
  change(key: KeyCard): KeyCard;
  all(): KeyCard[];
  note: Note;
}

const COMPANY: Company = { name: "ТОВ «Київський склад»", code: "12345670" };

/** The commands that check keys. Every key works. */
export function makeChecks(keys: Keys, emit: Emit) {
  function check(key: KeyCard): KeyCard {
    const checked = keys.change(afterCheck(key, "works"));
    keys.note(checked, { event: "checked", result: "works" });
    return checked;
  }

  return {
    check_key: ({ key }: { key: string }): CheckedKey => {
      const checked = check(keys.find(key));
      const at = checked.lastVerifiedAt ?? "";
      const company = checked.environment === "ukraine" ? COMPANY : null;
      return { key: checked, at, company, otherCompanies: 0, warning: null };
    },
    check_key_elsewhere: ({ key }: { key: string }): void => {
      const tried = keys.find(key);
      const environment = tried.environment === "sandbox" ? "production" : "sandbox";
      keys.note(tried, { event: "tried_elsewhere", environment, result: "works" });
      throw { code: "wrong_environment", acceptedBy: environment };
    },
    move_key: ({ key, environment }: { key: string; environment: ApiEnvironment }): KeyCard => {
      const before = keys.find(key);
      keys.note(before, { event: "moved", from: before.environment, to: environment });
      return keys.change(afterCheck({ ...before, environment }, "works"));
    },
    keep_company: ({ key }: { key: string }): KeyCard => {
      const before = keys.find(key);
      keys.note(before, { event: "details_changed", fields: ["company"] });
      return keys.change({ ...before, company: COMPANY });
    },
    check_all_keys: (): CheckedKeys => {
      const all = keys.all();
      const due = all.filter((key) => !isRetired(key) && hasSecret(key));
      const lastCheck = (key: KeyCard) => key.lastCheck?.at ?? "";
      due.sort((one, other) => lastCheck(one).localeCompare(lastCheck(other)));
      const total = due.length;
      due.forEach((key, index) => {
        const told = { key: key.id, number: index + 1, total };
        emit("check_progress", { ...told, end: null });
        check(key);
        emit("check_progress", { ...told, end: { end: "answered", result: "works" } });
      });
      const none = { refused: 0, expired: 0, failed: 0, stopped: null };
      return { total, works: total, leftOut: all.length - total, ...none };
    },
    cancel_check_of_all_keys: (): void => undefined,
  };
}

function hasSecret({ kept }: KeyCard): boolean {
  return kept !== "nowhere" && kept !== "never_here";
}
