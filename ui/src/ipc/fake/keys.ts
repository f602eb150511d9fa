/** The data of the fake and its answer to every command. */

import type { Country, Events, Home, KeyCard, Outcome, TokenCard, Verdict } from "../../bindings";
import type { Args, Command, Result } from "..";
import {
  book,
  countries,
  orphans,
  ownNumbers,
  required,
  someKeys,
  someRuns,
  someToDo,
} from "./data";
import { makeGuides } from "./guides";
import { makePractice } from "./practice";

/**
 * The data at the start. `unsaved`: the keychain did not take a key. `orphans`: the keychain and the
 * store hold different keys. `loading`: `home` and `keys` never resolve. `failed`: they fail.
 */
export type SceneName = "full" | "empty" | "unsaved" | "orphans" | "loading" | "failed";

/** A function for each command. */
export type FakeCommands = { [C in Command]: (args: Args<C>) => Result<C> | Promise<Result<C>> };

type Emit = <E extends keyof Events>(event: E, payload: Events[E]) => void;

const scenes: Partial<Record<SceneName, () => Home>> = {
  full: () => ({ keys: someKeys(), toDo: someToDo() }),
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
  let clipboardSeconds = 30;
  const tokens = new Map<string, TokenCard>();

  function find(id: string): KeyCard {
    return keys.find((key) => key.id === id) ?? required(keys[0]);
  }

  function read<T>(value: T): T | Promise<T> {
    if (scene === "loading") return new Promise(() => undefined);
    if (scene === "failed") return Promise.reject({ code: "store_unreadable" });
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
          ...toDo,
          ...guides.commands.guide_runs({}).map((run) => ({ kind: "guide" as const, run })),
        ],
        keys,
      }),
    keys: () => read(keys),
    get_token: ({ key }) => {
      const token = someToken(find(key));
      tokens.set(key, token);
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
      keys = keys.map((other) => (other.id === key ? { ...other, lastVerifiedAt: at } : other));
      return verified;
    },
    copy_key: () => copy("key"),
    copy_token: () => copy("token"),
    clear_clipboard: () => emit("clipboard", { state: "emptied" }),
    copy_text: () => undefined,
    show_key: () => undefined,
    open_link: () => null,
    compose_email: () => "whole",
    save_email: ({ name }) => ({ folder: "/home/olena/Downloads", file: `${name}.eml` }),
    show_saved_email: () => undefined,
    ...guides.commands,
    check_clipboard: () => ({
      is: "key",
      lastFour: "77aa",
      length: 40,
      known: null,
      question: null,
    }),
    open_key_entry: () => undefined,
    import_key: ({ about }) => {
      const made: KeyCard = {
        ...required(someKeys()[1]),
        id: "k-brought",
        name: about.name,
        environment: about.environment,
        organizations: about.organizations,
        lastFour: "77aa",
        createdAt: null,
        validUntil: null,
        lastVerifiedAt: null,
        addedAt: new Date().toISOString(),
      };
      keys = [made, ...keys.filter((key) => key.id !== made.id)];
      if (about.run !== null) guides.noteKey(about.run, made.id);
      return { key: made, clipboardEmptied: true };
    },
    cancel_import: () => undefined,
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

function someToken(key: KeyCard): TokenCard {
  const now = Date.now();
  return {
    key,
    secondsLeft: 3540,
    secondsInAll: 3600,
    assumed: false,
    claims: {
      issuedAt: new Date(now - 60_000).toISOString(),
      expiresAt: new Date(now + 3_540_000).toISOString(),
      client: "400512",
      issuer: "novapost",
    },
    verification: null,
    warning: null,
  };
}

/** A simple check that is enough to show every page. The real one is in Rust. */
/** Rust's check in short: numbers with separators, and one example of each other verdict. */
function checkPhone(input: string, region: string | null): Verdict {
  const parts = input.split(/[;\t]/).filter((part) => /\d{3}/.test(part));
  if (parts.length > 1) {
    const numbers = parts.map((part) => {
      const verdict = checkPhone(part, region);
      return verdict.verdict === "ready" ? verdict.number.international : part.trim();
    });
    return { verdict: "several", numbers };
  }
  if (/^\d[.,]\d+E\+\d+$/i.test(input)) return { verdict: "cut_off" };
  const mexican = input.match(/^\+52 1 (\d\d \d{4} \d{4})$/)?.[1];
  if (mexican) {
    const number = {
      digits: `52${mexican.replaceAll(" ", "")}`,
      international: `+52 ${mexican}`,
      region: "MX",
    };
    return { verdict: "old_prefix", number, dropped: "1" };
  }
  const mobile = input.match(/^0(67 \d{3} \d\d \d\d)$/)?.[1];
  if (mobile && region !== "UA") {
    const verdict = checkPhone(mobile, region);
    const number = verdict.verdict === "ready" ? verdict.number : null;
    return { verdict: "maybe_ukraine", number, ukrainian: `+380 ${mobile}` };
  }
  const words = input.match(/^Olena (.*)$/)?.[1];
  if (words) {
    const verdict = checkPhone(words, region);
    return verdict.verdict === "ready" ? { ...verdict, verdict: "unknown_words" } : verdict;
  }
  return checkDigits(input, region);
}

function checkDigits(input: string, region: string | null): Verdict {
  const typed = input.replace(/[^\d+]/g, "");
  if (!typed) return input.trim() ? { verdict: "not_a_number" } : { verdict: "empty" };
  if (/[a-z]/i.test(input)) return { verdict: "not_a_number" };
  const country = countries.find((entry) => entry.region === region);
  const digits = international(typed, country);
  if (!country && !/^(\+|00)/.test(typed) && typed.length < 11)
    return { verdict: "no_country", abroad: null };
  if (digits === null) return { verdict: "unknown_country_code" };
  if (digits.startsWith("380")) return { verdict: "ukraine" };
  const home = countries.find((entry) => digits.startsWith(String(entry.callingCode)));
  if (!home) return { verdict: "unknown_country_code" };
  const code = String(home.callingCode);
  const rest = digits.slice(code.length);
  if (rest.length < 9)
    return { verdict: "too_short", region: home.region, missing: 9 - rest.length };
  if (rest.length > 11)
    return { verdict: "too_long", region: home.region, extra: rest.length - 11 };
  const number = {
    digits,
    international: `+${code} ${rest.slice(0, 3)} ${rest.slice(3)}`,
    region: home.region,
  };
  return { verdict: rest.startsWith("999") ? "unassigned" : "ready", number };
}

function international(typed: string, country: Country | undefined): string | null {
  if (typed.startsWith("+")) return typed.slice(1);
  if (typed.startsWith("00")) return typed.slice(2);
  const inBook = book.some((entry) => entry.digits === typed);
  if (inBook) return typed;
  if (!country) return null;
  return `${country.callingCode}${typed.replace(/^0/, "")}`;
}
