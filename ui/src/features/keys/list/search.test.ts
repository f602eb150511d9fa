import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../../../locales/en.ftl?raw";
import ukrainian from "../../../../locales/uk.ftl?raw";
import type { KeyCard, KeyPage, Period, SearchWord } from "../../../bindings";
import { adopt, type Language } from "../../../i18n/index.svelte";
import { call } from "../../../ipc";
import { someKeys } from "../../../ipc/fake/data";
import { answerWith, play } from "../../../ipc/fake/index";
import { makeRegister } from "../../../ipc/fake/register";
import Keys from "./Keys.svelte";
import { ALL } from "./key-search.svelte";
import { searchWords } from "./search-words";

const languages: [Language, string][] = [
  ["en", english],
  ["uk", ukrainian],
];

beforeEach(() => adopt("en", english));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The list is that of these keys. */
function list(keys: KeyCard[]) {
  play("full");
  const { commands } = makeRegister({ read: (value) => value, all: () => keys, store: () => {} });
  answerWith("find_keys", (args) => commands.find_keys(args) as KeyPage);
}

/** Keys with everything that a row can say. */
function everyKind(): KeyCard[] {
  const [test, live, ua, old] = someKeys() as [KeyCard, KeyCard, KeyCard, KeyCard];
  const now = Date.now();
  const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
  return [
    test,
    live,
    ua,
    old,
    { ...test, id: "unsaved", kept: "this_session", validUntil: ago(-100) },
    { ...live, id: "lost", kept: "nowhere", lastVerifiedAt: ago(5) },
    { ...ua, id: "listed", kept: "never_here", createdAt: null },
    { ...live, id: "other", otherAccount: "k-live", lastVerifiedAt: ago(0) },
    { ...live, id: "due", standing: "check_due", lastVerifiedAt: ago(60 * 24 * 400) },
    { ...live, id: "refused", standing: "refused", lastVerifiedAt: ago(7 * 60) },
    { ...live, id: "off", standing: "deactivated", validUntil: "2031-02-28T12:00:00Z" },
    { ...live, id: "by", standing: "replaced", createdAt: "2019-12-31T23:30:00Z" },
  ];
}

/** What a person sees in a row, without the names of the columns and the dots before the last characters. */
function wordsOf(row: HTMLElement): string[] {
  const copy = row.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll(".label, .hidden-visually, [hidden], .dots"))
    hidden.remove();
  const texts: string[] = [];
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? "");
  return [...new Set(texts.join(" ").split(/\s+/))].filter((word) => word !== "");
}

async function found(typed: string, dates: Period | null = null): Promise<KeyCard[]> {
  const search = searchWords(typed, dates);
  const page = await call("find_keys", { query: { view: ALL, search, offset: 0, limit: 10_000 } });
  return page.keys;
}

async function foundIds(typed: string): Promise<string[]> {
  return (await found(typed)).map(({ id }) => id).sort();
}

describe("a search", () => {
  test.each(languages)(
    "finds a key by each word that its row shows, in %s",
    async (id, catalog) => {
      adopt(id, catalog);
      list(everyKind());
      render(Keys);
      const rows = await screen.findAllByTestId("key-row");
      const { keys, dates } = await call("find_keys", {
        query: { view: ALL, search: [], offset: 0, limit: 100 },
      });
      expect(rows).toHaveLength(everyKind().length);
      for (const [index, row] of rows.entries()) {
        const words = wordsOf(row);
        expect(words.length).toBeGreaterThan(8);
        for (const word of [...words, words.join(" ")]) {
          const ids = (await found(word, dates)).map((key) => key.id);
          expect(ids, word).toContain(keys[index]?.id);
        }
      }
    },
  );

  test("finds a kind and a name with the same word", async () => {
    list(someKeys().map((key) => (key.id === "k-live" ? { ...key, name: "Test bench" } : key)));
    expect(await foundIds("TEST")).toEqual(["k-live", "k-old", "k-test"]);
    expect(await foundIds("test production")).toEqual(["k-live"]);
    expect(await foundIds("ukraine")).toEqual(["k-ua"]);
    expect(await foundIds("ua")).toEqual(["k-ua"]);
  });

  test("finds statuses", async () => {
    list(everyKind());
    expect(await foundIds("expired")).toEqual(["k-old"]);
    expect(await foundIds("deactivated")).toEqual(["off"]);
    expect(await foundIds("replaced hanse")).toEqual(["by"]);
    expect(await foundIds("accepted")).toEqual(["refused"]);
    expect(await foundIds("password store")).toEqual(["lost"]);
    expect(await foundIds("expired production")).toEqual([]);
  });

  test("understands Ukrainian", async () => {
    adopt("uk", ukrainian);
    list(everyKind());
    expect(await foundIds("тест")).toEqual(["k-old", "k-test", "unsaved"]);
    expect(await foundIds("Україна")).toEqual(["k-ua", "listed"]);
    expect(await foundIds("ПРОСТРОЧЕНО")).toEqual(["k-old"]);
    expect(await foundIds("деактивовано")).toEqual(["off"]);
    expect(await foundIds("не прийнято")).toEqual(["refused"]);
    expect(await foundIds("склад україна")).toEqual(["k-ua", "listed"]);
  });

  test("that finds nothing says so", async () => {
    list(everyKind());
    render(Keys);
    await screen.findAllByTestId("key-row");
    await userEvent.type(screen.getByTestId("keys-search"), "deactivated 2031 ");
    await waitFor(() => expect(screen.getAllByTestId("key-row")).toHaveLength(1));
    await userEvent.type(screen.getByTestId("keys-search"), "ukraine");
    expect(await screen.findByRole("heading", { name: "No key matches" })).toBeTruthy();
  });
});

describe("a date", () => {
  const at = (created: string, ends: string, checked: string | null) => ({
    ...(someKeys()[1] as KeyCard),
    id: created,
    createdAt: created,
    validUntil: ends,
    lastVerifiedAt: checked,
  });

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-30T12:00:00Z") });
    list([
      at("2026-01-27T12:00:00Z", "2027-01-27T12:00:00Z", "2026-11-29T12:00:00Z"),
      at("2026-08-27T12:00:00Z", "2027-08-27T12:00:00Z", "2026-11-30T09:00:00Z"),
      at("2026-11-02T12:00:00Z", "2028-03-01T12:00:00Z", null),
    ]);
  });

  const [january, august, november] = ["2026-01-27", "2026-08-27", "2026-11-02"].map(
    (day) => `${day}T12:00:00Z`,
  );

  test.each([
    ["2028", [november]],
    ["2026-08", [august]],
    ["2027-01-27", [january]],
    ["27 Aug 2027", [august]],
    ["august", [august]],
    ["27/08/2027", [august]],
    ["2026-11-02", [november]],
    ["yesterday", [january]],
    ["3 hours ago", [august]],
    ["2029", []],
    ["2026-13", []],
  ])("is found as %s in English", async (typed, expected) => {
    expect(await foundIds(typed)).toEqual(expected);
  });

  test.each([
    ["27 серп. 2027", [august]],
    ["27 серпня", [august]],
    ["серпень", [august]],
    ["27.08.2027", [august]],
    ["01.03", [november]],
    ["2026-08", [august]],
    ["учора", [january]],
    ["3 години тому", [august]],
  ])("is found as %s in Ukrainian", async (typed, expected) => {
    adopt("uk", ukrainian);
    expect(await foundIds(typed)).toEqual(expected);
  });

  test("is not looked for when a word is in no date", () => {
    const [word] = searchWords("warehouse", null) as [SearchWord];
    expect(word).toEqual({
      text: "warehouse",
      environments: [],
      standings: [],
      remarks: [],
      days: [],
      ends: [],
      checks: [],
    });
  });

  test("is found far away from today", async () => {
    const far = at("2011-05-04T12:00:00Z", "2049-06-07T12:00:00Z", null);
    list([far]);
    const dates = { from: far.createdAt, until: far.validUntil };
    for (const typed of ["2011-05-04", "7 Jun 2049"])
      expect(await found(typed, dates), typed).toHaveLength(1);
  });
});
