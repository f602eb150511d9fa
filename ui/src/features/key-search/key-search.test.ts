import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { KeySearchResult } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { type CommandResult, observeCommands } from "../../ipc";
import { someKeys } from "../../ipc/fake/data";
import { answerAt, emit, failAt, play, stallAt, startInfo } from "../../ipc/fake/index";
import { NOTHING_FOUND, someFound } from "../../ipc/fake/key-search";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import KeySearch from "./KeySearch.svelte";
import { keySearch } from "./key-search.svelte";

let sent: CommandResult[] = [];
let stop = () => {};

beforeEach(async () => {
  await session.begin(startInfo({ mode: "live" }));
  adopt("en", english);
  play("full");
  sent = [];
  stop = observeCommands((result) => sent.push(result));
});
afterEach(() => {
  stop();
  cleanup();
  keySearch.dismiss();
});

/** The folders of each search. */
const searched = () =>
  sent.flatMap((it) => (it.command === "search_for_keys" && "args" in it ? [it.args.folders] : []));

async function open() {
  render(KeySearch);
  await screen.findAllByTestId("key-search-folder");
}

async function search() {
  await userEvent.click(await screen.findByTestId("key-search-start"));
}

const result = () => screen.findByTestId("key-search-result");

/** A search that ends when the test says so. */
function runningSearch() {
  let end: (value: KeySearchResult) => void = () => undefined;
  answerAt("search_for_keys", new Promise((resolve) => (end = resolve)) as never);
  return (value: KeySearchResult) => end(value);
}

describe("the folders", () => {
  test("the usual ones are ticked, each with its path", async () => {
    await open();
    const boxes = screen.getAllByTestId<HTMLInputElement>("key-search-folder");
    expect(boxes.map(({ checked }) => checked)).toEqual([true, true, true, true]);
    expect(document.body.textContent).toMatch(/Documents.*\/home\/olena\/Documents/s);
  });

  test("only those with a tick are searched", async () => {
    await open();
    for (const name of ["All your folders", "Desktop"]) {
      await userEvent.click(screen.getByRole("checkbox", { name }));
    }
    await search();
    await result();
    expect(searched()).toEqual([[0, 1]]);
  });

  test("another one can be added", async () => {
    await open();
    await userEvent.click(screen.getByTestId("key-search-choose"));
    expect(await screen.findByRole("checkbox", { name: "/home/olena/projects" })).toBeTruthy();
    await search();
    await result();
    expect(searched()).toEqual([[0, 1, 2, 3, 4]]);
  });

  test("a dialog that is closed without a choice adds none", async () => {
    answerAt("choose_search_folder", null);
    await open();
    await userEvent.click(screen.getByTestId("key-search-choose"));
    await waitFor(() =>
      expect(sent.some((it) => it.command === "choose_search_folder")).toBe(true),
    );
    await tick();
    expect(screen.getAllByTestId("key-search-folder")).toHaveLength(4);
  });

  test("without one nothing is searched, and the page says so", async () => {
    await open();
    for (const box of screen.getAllByTestId("key-search-folder")) await userEvent.click(box);
    await search();
    expect(screen.getByTestId("key-search-folders-missing").textContent).toContain("at least one");
    expect(searched()).toEqual([]);
  });
});

describe("while it runs", () => {
  test("the page shows how far it is, and it can be cancelled", async () => {
    const end = runningSearch();
    await open();
    await search();
    emit("key_search_progress", {
      files: 1_200,
      bytes: 3_400_000,
      folder: "/home/olena/Documents",
    });
    const progress = await screen.findByTestId("key-search-progress");
    await waitFor(() => expect(progress.textContent).toMatch(/1,200.*3.4.MB.*Documents/s));
    await userEvent.click(screen.getByTestId("key-search-cancel"));
    expect(sent.at(-1)?.command).toBe("cancel_key_search");
    end({ ...NOTHING_FOUND, isCancelled: true });
    expect((await result()).textContent).toContain("You cancelled the search");
  });

  test("it goes on while another page is open", async () => {
    const end = runningSearch();
    await open();
    await search();
    cleanup();
    render(KeySearch);
    expect(await screen.findByTestId("key-search-progress")).toBeTruthy();
    end(NOTHING_FOUND);
    expect((await result()).textContent).toContain("None of your keys was found");
  });

  test("a keychain that does not answer yet is named", async () => {
    stallAt("search_for_keys", "keychain_slow");
    await open();
    await search();
    const progress = await screen.findByTestId("key-search-progress");
    await waitFor(() => expect(progress.textContent).toContain("password store has not answered"));
    keySearch.enter("another");
  });

  test("a search of practice says nothing in the real account", async () => {
    await session.begin(startInfo({ mode: "practice" }));
    const end = runningSearch();
    await open();
    await search();
    await session.chooseMode("live");
    await screen.findAllByTestId("key-search-folder");
    end(someFound(someKeys()));
    await tick();
    expect(screen.queryByTestId("key-search-result")).toBeNull();
  });
});

describe("the result", () => {
  test("names file, line, key and form, and never a key", async () => {
    await open();
    await search();
    await result();
    const places = screen.getAllByTestId("key-search-place").map((it) => it.textContent ?? "");
    expect(places[0]).toMatch(/\.env.*Documents\/shop.*Line: 3.*Test key, …4bf2/s);
    expect(places[1]).toMatch(/docx.*Inside: word\/document\.xml.*Web shop, …91c0.*once more/s);
    expect(places[2]).toMatch(/Position in the file: 48,211.*Base64/s);
    expect(document.body.textContent).toContain("empty the recycle bin");
  });

  test("says what was not searched", async () => {
    await open();
    await search();
    await result();
    const incomplete = screen.getByTestId("key-search-incomplete");
    expect(incomplete.textContent).toContain("60 zip files");
    await userEvent.click(incomplete);
    expect(document.body.textContent).toMatch(/protected\.zip.*And 59 others/s);
    expect(screen.getByTestId("key-search-online").textContent).toContain("2 files are not");
  });

  test("a file is shown in its folder", async () => {
    await open();
    await search();
    const [, second] = await screen.findAllByTestId("key-search-place");
    await userEvent.click(within(second as HTMLElement).getByTestId("key-search-show"));
    await waitFor(() =>
      expect(sent.at(-1)).toMatchObject({ command: "show_found_key", args: { place: 1 } }),
    );
  });

  test("a key that was found is opened, and Back shows the result again", async () => {
    router.start({ page: "key-search" });
    await open();
    await search();
    const [first] = await screen.findAllByTestId("key-search-open-key");
    await userEvent.click(first as HTMLElement);
    expect(router.route).toEqual({ page: "key", key: "k-test" });
    cleanup();
    router.back();
    render(KeySearch);
    expect(await result()).toBeTruthy();
  });

  test("is good news only if everything was searched", async () => {
    answerAt("search_for_keys", NOTHING_FOUND);
    await open();
    await search();
    const notice = await result();
    expect(notice.textContent).toMatch(/None of your keys.*Keys looked for.*4.*12,481.*3\.4.GB/s);
    expect(notice.className).toContain("success");
    expect(screen.queryByTestId("key-search-places")).toBeNull();
  });

  test("without keys says that there is nothing to look for", async () => {
    answerAt("search_for_keys", { ...NOTHING_FOUND, keys: 0, leftOut: 2 });
    await open();
    await search();
    expect((await result()).textContent).toMatch(/no key to look for.*left out.*2/s);
  });

  test("has the focus, which the pressed button had before", async () => {
    await open();
    await search();
    await result();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByTestId("key-search-content")),
    );
  });

  test("can be closed for another search", async () => {
    await open();
    await search();
    await userEvent.click(await screen.findByTestId("key-search-new"));
    expect(await screen.findAllByTestId("key-search-folder")).toHaveLength(4);
  });
});

test("a locked keychain is a failure that can be tried again", async () => {
  failAt("search_for_keys", { code: "keychain_locked" });
  await open();
  await search();
  const card = await screen.findByTestId("failure-card");
  expect(card.dataset.code).toBe("keychain_locked");
});
