/** The data of the fake and its answer to every command. */

import type { Events, HandOver, Home, KeyCard, Outcome, TokenCard } from "../../bindings";
import type { Args, Command, Result } from "..";
import { makeBackups } from "./backups";
import { makeChecks } from "./checks";
import { makeConnection } from "./connection";
import {
  book,
  countries,
  manyKeys,
  orphans,
  ownNumbers,
  required,
  someKeys,
  someRuns,
  someToDo,
} from "./data";
import { makeGuides } from "./guides";
import { makeHandOvers } from "./hand-overs";
import { imported } from "./import";
import { makeKeyRequests } from "./key-requests";
import { makeKeySearch } from "./key-search";
import { makeLeaks } from "./leaks";
import { makeLists } from "./lists";
import { checkPhone } from "./phone";
import { makePractice } from "./practice";
import { makeProgramTokens } from "./program-tokens";
import { makeRegister } from "./register";
import { makeReplacements } from "./replacements";
import { makeReviews } from "./reviews";
import { afterCheck } from "./standing";
import { someToken } from "./token";
import { makeUpdates } from "./updates";

/** The number of keys on Home. */
const NEWEST = 3;

/**
 * The data at the start. `unsaved`: the keychain did not take a key. `orphans`: the keychain and the
 * store hold different keys. `many`: a thousand keys. `loading`: `home` and the list never resolve. `failed`:
 * they fail.
 */
export type SceneName = "full" | "many" | "empty" | "unsaved" | "orphans" | "loading" | "failed";

/** A function for each command. */
export type FakeCommands = { [C in Command]: (args: Args<C>) => Result<C> | Promise<Result<C>> };

export type Emit = <E extends keyof Events>(event: E, payload: Events[E]) => void;

const scenes: Partial<Record<SceneName, () => Pick<Home, "keys" | "toDo">>> = {
  full: () => ({ keys: someKeys(), toDo: someToDo() }),
  many: () => ({ keys: manyKeys(), toDo: [] }),
  orphans: () => orphans(),
  unsaved: () => {
    const key: KeyCard = { ...required(someKeys()[0]), kept: "this_session" };
    return { keys: [key], toDo: [{ kind: "save_again", key: key.id, cause: "locked" }] };
  },
};

/** The commands on the data of a scene, with practice's time this many days ahead. */
export function makeCommands(scene: SceneName, emit: Emit, daysAhead = 0): FakeCommands {
  let { keys, toDo } = scenes[scene]?.() ?? { keys: [], toDo: [] };
  const guides = makeGuides(scene === "full" ? someRuns() : []);
  const practice = makePractice(checkPhone, daysAhead, scene === "full" ? ownNumbers : []);
  let isDamaged = scene === "failed";
  const backups = makeBackups(
    () => (scene === "failed" ? someKeys() : keys),
    () => isDamaged,
    () => {
      if (isDamaged) keys = someKeys();
      isDamaged = false;
    },
  );
  let clipboardSeconds = 30;
  const tokens = new Map<string, TokenCard>();

  const { commands: register, note } = makeRegister({
    read,
    all: () => keys,
    store: (changed) => {
      keys = [...changed];
    },
  });

  const replacements = makeReplacements({
    handOversOf: (key) => handOvers.hand_overs({ key }) as HandOver[],
    find: (id) => keys.find((key) => key.id === id),
    change: (id, changes) => {
      keys = keys.map((key) => (key.id === id ? { ...key, ...changes } : key));
    },
    note,
  });

  const leaks = makeLeaks({ find: (id) => keys.find((key) => key.id === id), note });

  const handOvers = makeHandOvers({
    find: (id) => keys.find((key) => key.id === id),
    all: () => keys,
    note,
    onArrived: (handOver) => replacements.tickReceiver(handOver),
  });

  const reviews = makeReviews({
    all: () => keys,
    handOvers: (key) => handOvers.hand_overs({ key }) as HandOver[],
  });

  const keyRequests = makeKeyRequests({ handOvers, all: () => keys });

  function find(id: string): KeyCard {
    return keys.find((key) => key.id === id) ?? required(keys[0]);
  }

  function change(key: KeyCard): KeyCard {
    keys = keys.map((other) => (other.id === key.id ? key : other));
    return key;
  }

  function read<T>(value: T): T | Promise<T> {
    if (scene === "loading") return new Promise(() => undefined);
    if (isDamaged) return Promise.reject({ code: "store_unreadable" });
    return value;
  }

  function removeToDo(key: string) {
    toDo = toDo.filter((item) => !("key" in item) || item.key !== key);
  }

  function copy(what: "key" | "token") {
    emit("clipboard", { state: "holds", what, seconds: clipboardSeconds });
    return { clearsAfter: clipboardSeconds };
  }

  return {
    window_painted: () => undefined,
    choose_mode: () => undefined,
    save_settings: ({ settings }) => {
      clipboardSeconds = settings.clipboardSeconds;
    },
    save_presenter: () => undefined,
    storage_locations: () => ({
      dataFolder: "/home/olena/.local/share/keydesk/practice",
      keychainService: "Key Desk (practice)",
    }),
    countries: () => countries,
    check_phone: ({ input, country }) => checkPhone(input, country),
    request_test_key: ({ input, country, secondLook }) => {
      const verdict = checkPhone(input, country);
      if (verdict.verdict === "ukraine") throw { code: "phone_ukraine" };
      const number = "number" in verdict ? verdict.number : null;
      if (!number || !(verdict.verdict === "ready" || secondLook)) throw { code: "phone_invalid" };
      const entry = book.find((known) => known.digits === number.digits);
      if (!entry) throw { code: "client_not_found" };
      if (entry.failure) throw entry.failure;
      const made: KeyCard = { ...required(someKeys()[0]), phone: number.international };
      keys = [made, ...keys.filter((key) => key.id !== made.id)];
      return {
        key: made,
        outcome: entry.outcome ?? ({ outcome: "created" } as Outcome),
        replaced: null,
        warning: null,
      };
    },
    save_key_again: ({ key }) => {
      const saved: KeyCard = { ...find(key), kept: "keychain" };
      keys = keys.map((other) => (other.id === key ? saved : other));
      toDo = toDo.filter((item) => item.kind !== "save_again");
      return saved;
    },
    check_unlisted_key: () => ({
      is: "key",
      lastFour: "77aa",
      length: 40,
      known: null,
      question: null,
    }),
    remove_unlisted_key: ({ key }) => removeToDo(key),
    remove_lost_key: ({ key }) => {
      removeToDo(key);
      keys = keys.filter((other) => other.id !== key);
    },
    remind_tomorrow: () => undefined,
    dismiss_to_do: ({ attempt }) => {
      toDo = toDo.filter((item) => !("attempt" in item) || item.attempt !== attempt);
    },
    dismiss_import: ({ key }) => removeToDo(key),
    home: () =>
      read({
        toDo: [
          ...leaks.toDo(),
          ...toDo,
          ...guides.commands.guide_runs({}).map((run) => ({ kind: "guide" as const, run })),
          ...replacements.toDo(),
          ...reviews.toDo(),
          ...keyRequests.toDo(),
        ],
        moreDue: 0,
        keys: keys.slice(0, NEWEST),
        mentioned: keys.slice(NEWEST),
        total: keys.length,
      }),
    keys: () => read(keys),
    ...makeChecks({ find, change, all: () => keys, note }, emit),
    ...register,
    ...replacements.commands,
    ...leaks.commands,
    ...handOvers,
    ...reviews.commands,
    ...keyRequests.commands,
    ...makeProgramTokens(),
    get_token: ({ key }) => {
      const token = someToken(find(key));
      tokens.set(key, token);
      note(find(key), { event: "token_received" });
      return token;
    },
    token: ({ key }) => tokens.get(key) ?? null,
    verify_token: ({ key }) => {
      const at = new Date().toISOString();
      const verified = {
        ...(tokens.get(key) ?? someToken(find(key))),
        verification: { at, currencies: 14 },
      };
      tokens.set(key, verified);
      keys = keys.map((other) => (other.id === key ? afterCheck(other, "works") : other));
      return verified;
    },
    copy_key: ({ key }) => {
      note(find(key), { event: "copied" });
      return copy("key");
    },
    copy_token: ({ key }) => {
      note(find(key), { event: "token_copied" });
      return copy("token");
    },
    clear_clipboard: () => emit("clipboard", { state: "emptied" }),
    copy_text: () => undefined,
    show_key: ({ key }) => note(find(key), { event: "shown" }),
    open_link: () => null,
    compose_email: () => "whole",
    save_email: ({ name }) => ({ folder: "/home/olena/Downloads", file: `${name}.eml` }),
    show_saved_email: () => undefined,
    ...guides.commands,
    ...backups,
    check_clipboard: () => ({
      is: "key",
      lastFour: "77aa",
      length: 40,
      known: null,
      question: null,
    }),
    open_key_entry: () => undefined,
    import_key: ({ about }) => {
      const made = imported(
        about,
        keys.find((key) => key.id === about.record),
      );
      keys = [made, ...keys.filter((key) => key.id !== made.id)];
      if (about.run !== null) guides.noteKey(about.run, made.id);
      return { key: made, clipboardEmptied: true };
    },
    cancel_import: () => undefined,
    ...makeConnection(emit),
    ...makeKeySearch(() => keys, emit),
    ...makeLists(),
    ...makeUpdates(emit),
    ...practice.commands,
    unlock_practice: () => undefined,
    clear_practice: ({ keepNumbers }) => {
      practice.clear(keepNumbers);
      guides.clear();
      tokens.clear();
      keys = [];
      toDo = [];
    },
  };
}
