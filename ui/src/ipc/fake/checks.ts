/** The checks of the fake. */

import type { ApiEnvironment, CheckedKey, CheckedKeys, Company, KeyCard } from "../../bindings";
import type { Emit } from "./keys";
import type { Note } from "./register";

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
  return {
    check_key: ({ key }: { key: string }): CheckedKey => {
      const at = new Date().toISOString();
      const checked = keys.change({
        ...keys.find(key),
        status: "active",
        lastVerifiedAt: at,
        lastCheck: { at, result: "works" },
      });
      keys.note(checked, { event: "checked", result: "works" });
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
      return keys.change({ ...before, environment, status: "active" });
    },
    keep_company: ({ key }: { key: string }): KeyCard => {
      const before = keys.find(key);
      keys.note(before, { event: "details_changed", fields: ["company"] });
      return keys.change({ ...before, company: COMPANY });
    },
    check_all_keys: (): CheckedKeys => {
      const all = keys.all();
      all.forEach(({ id }, index) => {
        const told = { key: id, number: index + 1, total: all.length };
        emit("check_progress", { ...told, end: null });
        emit("check_progress", { ...told, end: { end: "answered", result: "works" } });
      });
      const none = { refused: 0, expired: 0, failed: 0, leftOut: 0, stopped: null };
      return { total: all.length, works: all.length, ...none };
    },
    cancel_check_of_all_keys: (): void => undefined,
  };
}
