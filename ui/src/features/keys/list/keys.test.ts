import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../../../locales/en.ftl?raw";
import { adopt } from "../../../i18n/index.svelte";
import { observeCommands } from "../../../ipc";
import { failAt, play } from "../../../ipc/fake/index";
import Keys from "./Keys.svelte";

/** Brings an element into view, or out of it. */
type Move = (isIntersecting: boolean) => void;

/** An observer whose elements come into view when the test says so. `moves`: of those with this class. */
function observerOf(name: string, moves: Set<Move>) {
  return class {
    #move: Move;
    constructor(told: (entries: { isIntersecting: boolean }[]) => void) {
      this.#move = (isIntersecting) => told([{ isIntersecting }]);
    }
    observe(element: HTMLElement) {
      if (element.classList.contains(name)) moves.add(this.#move);
    }
    disconnect() {
      moves.delete(this.#move);
    }
  };
}

beforeEach(() => adopt("en", english));
afterEach(cleanup);

describe("the list of keys", () => {
  test("shows the kind, the end and the status of each key", async () => {
    play("full");
    render(Keys);
    const rows = await screen.findAllByTestId("key-row");
    const facts = rows.map((row) => row.textContent);
    expect(facts[0]).toMatch(
      /Test key.*TEST.*Key ending in 4bf2.*\+49 821 3437654.*Not checked yet/s,
    );
    expect(facts[2]).toMatch(
      /Web shop.*PRODUCTION.*Hanse Textil.*Olena Kovalenko.*in 22\sdays.*Active.*3\sdays ago/s,
    );
    expect(facts[1]).toMatch(/UA.*Not known/s);
    expect(facts[3]).toMatch(/35\sdays ago.*Expired/s);
  });

  test("never contains more of a key than its last four characters", async () => {
    play("full");
    render(Keys);
    const [row] = await screen.findAllByTestId("key-row");
    expect(within(row as HTMLElement).queryByText(/[0-9a-f]{8,}/)).toBeNull();
  });

  test("leads to a first key while it is empty", async () => {
    play("empty");
    render(Keys);
    expect(await screen.findByRole("heading", { name: "No keys yet" })).toBeTruthy();
    expect(screen.getByTestId("start-test-key")).toBeTruthy();
  });

  test("is searched while the person types, and shows all again", async () => {
    play("many");
    render(Keys);
    await screen.findAllByTestId("key-row");
    await userEvent.type(screen.getByTestId("keys-search"), "СКЛАД 997");
    await waitFor(() => expect(screen.getAllByTestId("key-row")).toHaveLength(1));
    expect(screen.getByTestId("keys-count").textContent).toContain("1 of 1,000");
    await userEvent.type(screen.getByTestId("keys-search"), " nobody");
    expect(await screen.findByRole("heading", { name: "No key matches" })).toBeTruthy();
    await userEvent.click(screen.getByTestId("keys-show-all"));
    expect((await screen.findAllByTestId("key-row")).length).toBe(16);
    expect((screen.getByTestId("keys-search") as HTMLInputElement).value).toBe("");
  });

  test("shows the next keys when they are wanted", async () => {
    play("many");
    render(Keys);
    await screen.findAllByTestId("key-row");
    expect(screen.getByText("Shown: 16 of 1,000")).toBeTruthy();
    const asked: number[] = [];
    const stop = observeCommands((done) => {
      if (done.command === "find_keys" && "args" in done) asked.push(done.args.query.offset);
    });
    await userEvent.click(screen.getByTestId("keys-more"));
    await waitFor(() => expect(screen.getAllByTestId("key-row")).toHaveLength(116));
    stop();
    // Only the part that is missing is read.
    expect(asked).toEqual([16]);
    expect(document.activeElement).toBe(screen.getByTestId("keys-more"));
    const numbers = screen.getAllByTestId("key-row").map((row) => row.ariaRowIndex);
    expect(numbers).toEqual(Array.from({ length: 116 }, (_, index) => String(index + 2)));
  });

  test("shows the next keys when the end comes into view, down to the last", async () => {
    const ends = new Set<Move>();
    vi.stubGlobal("IntersectionObserver", observerOf("end", ends));
    play("many");
    render(Keys);
    await screen.findAllByTestId("key-row");
    for (const shown of [116, 216]) {
      await waitFor(() => expect(ends.size).toBe(1));
      for (const move of ends) move(true);
      await waitFor(() => expect(screen.getAllByTestId("key-row")).toHaveLength(shown));
    }
    vi.unstubAllGlobals();
  });

  test("keeps its rows if the next part can't be read, and does not ask for it by itself", async () => {
    const ends = new Set<Move>();
    vi.stubGlobal("IntersectionObserver", observerOf("end", ends));
    play("many");
    render(Keys);
    await screen.findAllByTestId("key-row");
    failAt("find_keys", { code: "store_unreadable" });
    await userEvent.click(screen.getByTestId("keys-more"));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unreadable");
    expect(screen.getAllByTestId("key-row")).toHaveLength(16);
    expect(ends.size).toBe(0);
    vi.unstubAllGlobals();
  });

  test("has only the rows that are near, and the one with the focus", async () => {
    const parts = new Set<Move>();
    vi.stubGlobal("IntersectionObserver", observerOf("part", parts));
    play("many");
    render(Keys);
    await screen.findAllByTestId("key-row");
    await userEvent.click(screen.getByTestId("keys-more"));
    await waitFor(() => expect(screen.getAllByTestId("key-row")).toHaveLength(116));
    const [first, second] = [...parts];
    first?.(false);
    await waitFor(() => expect(screen.getAllByTestId("key-row")).toHaveLength(16));
    expect(screen.getAllByTestId("key-row")[0]?.ariaRowIndex).toBe("102");
    screen.getAllByTestId("key-row")[0]?.querySelector("button")?.focus();
    second?.(false);
    first?.(true);
    await waitFor(() => expect(screen.getAllByTestId("key-row")).toHaveLength(116));
    vi.unstubAllGlobals();
  });

  test("is sorted by the headings, which say so", async () => {
    play("full");
    render(Keys);
    await screen.findAllByTestId("key-row");
    const heading = () => screen.getByTestId("sort-name").closest("[role=columnheader]");
    expect(heading()?.getAttribute("aria-sort")).toBe("none");
    await userEvent.click(screen.getByTestId("sort-name"));
    await waitFor(() => expect(heading()?.getAttribute("aria-sort")).toBe("ascending"));
    await userEvent.click(screen.getByTestId("sort-name"));
    await waitFor(() => expect(heading()?.getAttribute("aria-sort")).toBe("descending"));
    const last = screen.getAllByTestId("key-row").map((row) => row.textContent);
    expect(last[0]).toContain("Київський склад");
  });

  test("keeps its filters for the next visit", async () => {
    play("full");
    render(Keys);
    await screen.findAllByTestId("key-row");
    await userEvent.selectOptions(screen.getByTestId("keys-filter-kind"), "ukraine");
    await waitFor(() => expect(screen.getAllByTestId("key-row")).toHaveLength(1));
    cleanup();
    render(Keys);
    await waitFor(() => expect(screen.getAllByTestId("key-row")).toHaveLength(1));
    expect((screen.getByTestId("keys-filter-kind") as HTMLSelectElement).value).toBe("ukraine");
  });

  test("opens with what is due when Home asks for it", async () => {
    play("full");
    render(Keys, { route: { page: "keys", due: true } });
    await screen.findAllByTestId("key-row");
    expect((screen.getByTestId("keys-filter-state") as HTMLSelectElement).value).toBe("to_do");
  });

  test("does not call a key active that was checked long ago", async () => {
    play("many");
    render(Keys);
    await screen.findAllByTestId("key-row");
    const [status] = screen.getAllByTestId("key-status");
    expect(status?.dataset.standing).toBe("check_due");
    expect(status?.textContent).toBe("Checked: 395\u00a0days ago");
  });

  test("keeps the search, its text and the focus if a search fails", async () => {
    play("many");
    render(Keys);
    await screen.findAllByTestId("key-row");
    failAt("find_keys", { code: "store_unreadable" });
    await userEvent.type(screen.getByTestId("keys-search"), "997");
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unreadable");
    const search = screen.getByTestId("keys-search") as HTMLInputElement;
    expect(search.value).toBe("997");
    expect(document.activeElement).toBe(search);
    expect(screen.queryAllByTestId("key-row")).toHaveLength(0);
    play("many");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.getAllByTestId("key-row")).toHaveLength(1));
    expect(screen.queryByTestId("failure-card")).toBeNull();
  });

  test("says why it can't be read", async () => {
    play("full");
    failAt("find_keys", { code: "store_unreadable" });
    render(Keys);
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unreadable");
  });
});
