import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { failAt, play } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import Token from "./Token.svelte";
import { tokenOf } from "./token-in-hand.svelte";

let key = "k-test";

/** Each test has a key of its own, because the token of a key is kept for the whole session. */
function open(id: string) {
  key = id;
  router.start({ page: "token", key: id });
  render(Token, { place: { page: "token", key: id } });
}

beforeEach(() => {
  adopt("en", english);
  play("full");
});
afterEach(() => {
  tokenOf(key).rest();
  cleanup();
  vi.useRealTimers();
});

describe("the page of a token", () => {
  test("gets one, counts it down and shows that it works", async () => {
    open("one");
    await userEvent.click(await screen.findByTestId("get-token"));
    expect((await screen.findByTestId("token-remaining")).textContent).toMatch(/^(59:00|58:59)$/);
    await userEvent.click(screen.getByTestId("try-token"));
    expect((await screen.findByTestId("token-proven")).textContent).toContain("14 currencies");
  });

  test("gives the focus on when the button that got the token is gone", async () => {
    open("two");
    await userEvent.click(await screen.findByTestId("get-token"));
    await screen.findByTestId("token-card");
    expect(document.activeElement?.textContent).toBe("Your token is ready");
  });

  test("says when it is over and offers a new one, but nothing that needs a live one", async () => {
    open("three");
    await userEvent.click(await screen.findByTestId("get-token"));
    await screen.findByTestId("token-card");
    play("full");
    window.dispatchEvent(new Event("focus"));
    await waitFor(() => expect(screen.getByTestId("token-card").dataset.state).toBe("dead"));
    expect(screen.getByTestId("token-remaining").textContent).toBe("0:00");
    expect(screen.getByTestId("get-token").textContent).toContain("Get a new token");
    expect(screen.queryByTestId("copy-token")).toBeNull();
    expect(screen.queryByTestId("try-token")).toBeNull();
  });

  test("leads from a refused key to asking for it again, with its number", async () => {
    open("four");
    failAt("get_token", { code: "key_refused" });
    await userEvent.click(await screen.findByTestId("get-token"));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("key_refused");
    await userEvent.click(screen.getByRole("button", { name: "Ask for the test key again" }));
    expect(router.place).toMatchObject({ page: "test-key", step: "check" });
  });

  test("keeps the token in hand when a new one has to wait", async () => {
    open("five");
    await userEvent.click(await screen.findByTestId("get-token"));
    await screen.findByTestId("token-card");
    failAt("get_token", { code: "too_many_tokens", retryAfter: 5 });
    await userEvent.click(screen.getByTestId("get-token"));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("too_many_tokens");
    expect(screen.getByTestId("copy-token")).toBeTruthy();
  });
});
