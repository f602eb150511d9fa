import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { observeCommands } from "../../ipc";
import { answerAt, emit, failAt, play } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { checkOf } from "../keys/check/key-check.svelte";
import Home from "./Home.svelte";

beforeEach(() => {
  adopt("en", english);
  router.start({ page: "home" });
});
afterEach(cleanup);

describe("Home without anything", () => {
  test("offers the test key", async () => {
    play("empty");
    render(Home);
    expect(await screen.findByRole("heading", { name: "Get your first key" })).toBeTruthy();
    await userEvent.click(screen.getByTestId("start-test-key"));
    expect(router.route).toEqual({ page: "test-key", step: "number" });
  });

  test("says what to know before, so that the number is the next page", async () => {
    play("empty");
    render(Home);
    expect(await screen.findByTestId("before-list")).toBeTruthy();
    const titles = screen.getAllByRole("heading", { level: 3 }).map((title) => title.textContent);
    expect(titles[0]).toBe("The phone number is registered at my.novapost.com");
  });
});

describe("Home with keys", () => {
  beforeEach(() => play("full"));

  test("counts the things to do, the most urgent first", async () => {
    render(Home);
    expect(await screen.findByRole("heading", { level: 1, name: "5 things to do" })).toBeTruthy();
    const titles = screen.getAllByRole("heading", { level: 2 }).map((title) => title.textContent);
    expect(titles[0]).toBe("Unfinished request: +49 171 3920063");
  });

  test("asks again with the number of the unfinished request", async () => {
    render(Home);
    await userEvent.click(await screen.findByRole("button", { name: "Ask again" }));
    expect(router.route).toEqual({
      page: "test-key",
      step: "number",
      draft: { input: "+49 171 3920063", country: null },
    });
  });

  test("checks a key in one press, on the page of the key", async () => {
    render(Home);
    await userEvent.click(await screen.findByRole("button", { name: "Check the key" }));
    expect(router.route).toMatchObject({ page: "key" });
    const { key } = router.route as Extract<typeof router.route, { page: "key" }>;
    await waitFor(() => expect(checkOf(key).state).toBe("works"));
    checkOf(key).dismiss();
  });

  test("removes a thing from the list", async () => {
    render(Home);
    await userEvent.click(await screen.findByRole("button", { name: "Remove from the list" }));
    expect(await screen.findByRole("heading", { level: 1, name: "4 things to do" })).toBeTruthy();
  });

  test("shows three keys, and how many there are", async () => {
    render(Home);
    expect(await screen.findAllByTestId("key-row")).toHaveLength(3);
    await userEvent.click(screen.getByRole("button", { name: "See all 4 keys" }));
    expect(router.route).toEqual({ page: "keys" });
  });

  test("leads to what to know before the test key", async () => {
    render(Home);
    await userEvent.click(await screen.findByTestId("start-test-key"));
    expect(router.route).toEqual({ page: "test-key", step: "before" });
  });

  test("opens a key from its row", async () => {
    render(Home);
    const [row] = await screen.findAllByTestId("key-row");
    const [name] = within(row as HTMLElement).getAllByRole("button");
    await userEvent.click(name as HTMLElement);
    expect(router.route).toEqual({ page: "key", key: "k-test" });
  });
});

describe("Home after playing through the phone book", () => {
  const request = (kind: "unfinished" | "not_registered", attempt: number, phone: string) =>
    kind === "unfinished"
      ? { kind, attempt, phone, startedAt: "2026-11-12T12:00:00Z", sameDay: true }
      : { kind, attempt, phone };

  beforeEach(() => {
    play("empty");
    answerAt("home", {
      keys: [],
      mentioned: [],
      total: 0,
      moreDue: 0,
      toDo: [
        request("unfinished", 3, "+49 171 3920063"),
        request("unfinished", 2, "+49 171 3920061"),
        request("not_registered", 1, "+49 171 3920044"),
        request("unfinished", 4, "+49 171 3920060"),
      ],
    });
  });

  test("shows the unfinished requests as one thing", async () => {
    render(Home);
    expect(await screen.findByRole("heading", { level: 1, name: "2 things to do" })).toBeTruthy();
    const group = screen.getByTestId("to-do-group");
    expect(group.textContent).toContain("3 requests are unfinished");
    expect(group.textContent).toMatch(/3920063.*3920061.*3920060/s);
    await userEvent.click(within(group).getByRole("button", { name: /Ask again: .*3920061/ }));
    expect(router.route).toMatchObject({ draft: { input: "+49 171 3920061" } });
  });

  test("removes all of them with one press", async () => {
    const dismissed: unknown[] = [];
    const stop = observeCommands((done) => {
      if (done.command === "dismiss_to_do" && "args" in done) dismissed.push(done.args);
    });
    render(Home);
    await userEvent.click(await screen.findByTestId("to-do-group-remove"));
    await waitFor(() =>
      expect(dismissed).toEqual([{ attempt: 3 }, { attempt: 2 }, { attempt: 4 }]),
    );
    stop();
  });

  test("explains why they could not be removed", async () => {
    failAt("dismiss_to_do", { code: "store_unwritable" });
    render(Home);
    await userEvent.click(await screen.findByTestId("to-do-group-remove"));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unwritable");
  });

  test("remembers the number that is not registered", async () => {
    render(Home);
    const heading = await screen.findByRole("heading", {
      name: "Not registered yet: +49 171 3920044",
    });
    const item = heading.closest("li") as HTMLElement;
    await userEvent.click(within(item).getByRole("button", { name: "Ask again" }));
    expect(router.route).toMatchObject({ draft: { input: "+49 171 3920044" } });
  });
});

describe("Home while only Nova Post can go on", () => {
  test("has nothing to do, and says what it waits for", async () => {
    play("empty");
    answerAt("home", {
      keys: [],
      mentioned: [],
      total: 0,
      moreDue: 0,
      toDo: [
        {
          kind: "guide",
          run: {
            id: 1,
            guide: "europe",
            organization: "Hanse Textil GmbH",
            startedAt: "2026-11-12T12:00:00Z",
            done: ["person", "account", "offered", "affiliate"],
            answers: { offered: "no" },
            form: "complete",
            key: null,
          },
        },
      ],
    });
    render(Home);
    expect(await screen.findByRole("heading", { level: 1, name: "Nothing to do" })).toBeTruthy();
    expect(screen.getByRole("heading", { level: 2, name: "For later" })).toBeTruthy();
    expect(
      screen.getByRole("heading", { level: 3, name: "Production key, Europe: Hanse Textil GmbH" }),
    ).toBeTruthy();
  });
});

describe("Home with a key that the keychain did not take", () => {
  beforeEach(() => play("unsaved"));

  test("saves it", async () => {
    render(Home);
    expect(await screen.findByText("Not saved yet")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Save again" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Nothing to do" })).toBeTruthy();
    expect(screen.queryByText("Not saved yet")).toBeNull();
  });

  test("explains why it could not be saved, and keeps it", async () => {
    failAt("save_key_again", { code: "keychain_locked" });
    render(Home);
    await userEvent.click(await screen.findByRole("button", { name: "Save again" }));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("keychain_locked");
    expect(screen.getByRole("heading", { name: /Not saved yet/ })).toBeTruthy();
  });
});

describe("Home when keys change in the background", () => {
  test("updates itself", async () => {
    play("unsaved");
    render(Home);
    expect(await screen.findByText("Not saved yet")).toBeTruthy();
    play("full");
    emit("keys_changed", null);
    expect(await screen.findByRole("heading", { level: 1, name: "5 things to do" })).toBeTruthy();
    expect(screen.queryByText("Not saved yet")).toBeNull();
  });
});

describe("Home with keys that are only in the keychain or only in the store", () => {
  beforeEach(() => play("orphans"));

  test("marks the keys that the keychain has lost, and leads to getting them back", async () => {
    render(Home);
    expect(await screen.findAllByText("Missing from the password store")).toHaveLength(2);
    await userEvent.click(screen.getByRole("button", { name: "Add it again" }));
    expect(router.route).toEqual({ page: "add-key", record: "k-live" });
  });

  test("adds the key that the store does not know", async () => {
    render(Home);
    await userEvent.click(await screen.findByRole("button", { name: "Add it to the list" }));
    expect(router.route).toEqual({ page: "add-key", unlisted: "k-unlisted" });
  });

  test("removes the key only after a confirmation", async () => {
    render(Home);
    const remove = await screen.findByRole("button", { name: "Delete the key" });
    await userEvent.click(remove);
    const dialog = screen.getByRole("alertdialog");
    expect(document.activeElement?.textContent).toContain("Keep it");
    await userEvent.click(screen.getByRole("button", { name: "Keep it" }));
    expect(dialog.isConnected).toBe(false);
    await userEvent.click(remove);
    await userEvent.click(screen.getByTestId("orphan-sure"));
    expect(await screen.findByRole("heading", { level: 1, name: "2 things to do" })).toBeTruthy();
  });

  test("removes a lost key from the list, and explains a failure", async () => {
    failAt("remove_lost_key", { code: "keychain_locked" });
    render(Home);
    const [takeOff] = await screen.findAllByRole("button", { name: "Remove from the list" });
    await userEvent.click(takeOff as HTMLElement);
    await userEvent.click(screen.getByTestId("orphan-sure"));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("keychain_locked");
  });
});

describe("Home that can't read its list", () => {
  test("explains the failure, and tries again", async () => {
    play("full");
    failAt("home", { code: "store_unreadable" });
    render(Home);
    const card = await screen.findByTestId("failure-card");
    expect(card.dataset.code).toBe("store_unreadable");
    expect(screen.getByTestId("start-test-key")).toBeTruthy();
    play("full");
    await userEvent.click(within(card).getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { level: 1, name: "5 things to do" })).toBeTruthy();
  });
});
