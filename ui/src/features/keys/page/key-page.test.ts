import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../../locales/en.ftl?raw";
import { adopt } from "../../../i18n/index.svelte";
import { failAt, play } from "../../../ipc/fake/index";
import { router } from "../../../state/router.svelte";
import { tokenOf } from "../../token/key-token.svelte";
import { checkOf } from "../check/key-check.svelte";
import Keys from "../list/Keys.svelte";
import KeyPage from "./KeyPage.svelte";

function open(key: string) {
  router.start({ page: "key", key });
  render(KeyPage, { route: { page: "key", key } });
}

beforeEach(() => {
  adopt("en", english);
  play("full");
});
afterEach(() => {
  cleanup();
  for (const key of ["k-test", "k-live", "k-ua", "k-old"]) {
    tokenOf(key).rest();
    checkOf(key).dismiss();
  }
});

describe("the page of a key", () => {
  test("opens from its row", async () => {
    render(Keys);
    await userEvent.click(await screen.findByRole("button", { name: "Web shop" }));
    expect(router.route).toEqual({ page: "key", key: "k-live" });
  });

  test("shows all facts", async () => {
    open("k-live");
    expect(await screen.findByRole("heading", { level: 1, name: "Web shop" })).toBeTruthy();
    const card = screen.getByTestId("key-card");
    expect(card.textContent).toMatch(
      /91c0.*PRODUCTION.*Hanse Textil GmbH.*Active.*3\sdays ago.*This computer’s password store/s,
    );
    expect(document.body.innerHTML).not.toMatch(/[0-9a-f]{32}/);
  });

  test("leads to a token, which is requested already", async () => {
    open("k-live");
    await userEvent.click(await screen.findByTestId("get-token"));
    expect(router.route).toEqual({ page: "token", key: "k-live" });
    await waitFor(() => expect(tokenOf("k-live").card).not.toBeNull());
    tokenOf("k-live").rest();
  });

  test("checks the key in one press", async () => {
    open("k-old");
    await userEvent.click(await screen.findByTestId("check-key"));
    const works = await screen.findByTestId("key-works");
    expect(works.textContent).toMatch(/It works.*Accepted: /s);
    expect(router.route).toEqual({ page: "key", key: "k-old" });
    await waitFor(() => expect(screen.getByTestId("key-card").textContent).toMatch(/just now/i));
  });

  test.each(["key_refused", "timed_out"] as const)("says why the check fails: %s", async (code) => {
    open("k-live");
    failAt("check_key", { code });
    await userEvent.click(await screen.findByTestId("check-key"));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe(code);
    expect(screen.queryByTestId("key-works")).toBeNull();
  });

  test("checks once more after a failure", async () => {
    open("k-live");
    failAt("check_key", { code: "timed_out" });
    await userEvent.click(await screen.findByTestId("check-key"));
    await screen.findByTestId("failure-card");
    play("full");
    await userEvent.click(screen.getByRole("button", { name: /again$/ }));
    expect(await screen.findByTestId("key-works")).toBeTruthy();
    expect(screen.queryByTestId("failure-card")).toBeNull();
  });

  test("does not show the result of an earlier visit", async () => {
    open("k-live");
    await userEvent.click(await screen.findByTestId("check-key"));
    await screen.findByTestId("key-works");
    cleanup();
    open("k-live");
    await screen.findByTestId("check-key");
    expect(screen.queryByTestId("key-works")).toBeNull();
  });

  test("gives one advice for a key that was just refused", async () => {
    open("k-old");
    failAt("check_key", { code: "key_refused" });
    await userEvent.click(await screen.findByTestId("check-key"));
    await screen.findByTestId("failure-card");
    expect(screen.queryByText("This key was not accepted last time")).toBeNull();
  });

  test("offers only to add a key again that the keychain has lost", async () => {
    play("orphans");
    open("k-live");
    expect(await screen.findByText("Missing from the password store")).toBeTruthy();
    expect(screen.queryByTestId("copy-key")).toBeNull();
    expect(screen.queryByTestId("get-token")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Add it again" }));
    expect(router.route).toEqual({ page: "add-key", record: "k-live" });
  });

  test("offers to request a test key again that the keychain has lost", async () => {
    play("orphans");
    open("k-test");
    await userEvent.click(await screen.findByRole("button", { name: "Ask for it again" }));
    expect(router.route).toMatchObject({ page: "test-key", step: "number" });
  });

  test("says why a key for Ukraine has no token", async () => {
    open("k-ua");
    expect(await screen.findByText(/works without a token/)).toBeTruthy();
    expect(screen.queryByTestId("get-token")).toBeNull();
  });

  test("offers to add a key again that is missing when it is copied", async () => {
    open("k-live");
    failAt("copy_key", { code: "not_found" });
    await userEvent.click(await screen.findByTestId("copy-key"));
    await userEvent.click(await screen.findByRole("button", { name: "Add the key again" }));
    expect(router.route).toEqual({ page: "add-key", record: "k-live" });
  });

  test("saves a key that is only in memory", async () => {
    play("unsaved");
    open("k-test");
    await userEvent.click(
      await screen.findByRole("button", { name: "Save in the password store" }),
    );
    await waitFor(() =>
      expect(screen.getByTestId("key-card").textContent).toContain(
        "This computer’s password store",
      ),
    );
  });

  test("says that a key is gone", async () => {
    open("k-nobody");
    expect(await screen.findByText("This key is no longer in your list.")).toBeTruthy();
  });
});
