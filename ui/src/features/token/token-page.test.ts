import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { failAt, play } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { tokenOf } from "./key-token.svelte";
import Token from "./Token.svelte";

let key = "k-test";

/** Each test uses another key, because the token of a key stays for the whole session. */
function open(id: string) {
  key = id;
  router.start({ page: "token", key: id });
  render(Token, { route: { page: "token", key: id } });
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
  test("requests a token, counts down and verifies it", async () => {
    open("one");
    await userEvent.click(await screen.findByTestId("get-token"));
    expect((await screen.findByTestId("token-remaining")).textContent).toMatch(/^(59:00|58:59)$/);
    await userEvent.click(screen.getByTestId("try-token"));
    expect((await screen.findByTestId("token-proven")).textContent).toMatch(
      /It works\. Checked at /,
    );
    expect(screen.getByTestId("token-currencies").textContent).toBe("14");
  });

  test("moves the focus when the button that requested the token disappears", async () => {
    open("two");
    await userEvent.click(await screen.findByTestId("get-token"));
    await screen.findByTestId("token-card");
    expect(document.activeElement?.textContent).toBe("Your token is ready");
  });

  test("says when the token has expired, and offers only a new one", async () => {
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

  test("offers to request a refused test key again, with its number", async () => {
    open("k-old");
    failAt("get_token", { code: "key_refused" });
    await userEvent.click(await screen.findByTestId("get-token"));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("key_refused");
    await userEvent.click(screen.getByRole("button", { name: "Ask for the test key again" }));
    expect(router.route).toMatchObject({ page: "test-key", step: "check" });
  });

  test("keeps the token when a new one has to wait", async () => {
    open("five");
    await userEvent.click(await screen.findByTestId("get-token"));
    await screen.findByTestId("token-card");
    failAt("get_token", { code: "too_many_tokens", retryAfter: 5 });
    await userEvent.click(screen.getByTestId("get-token"));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("too_many_tokens");
    expect(screen.getByTestId("copy-token")).toBeTruthy();
  });
});
