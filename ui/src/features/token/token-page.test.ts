import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { answerAt, failAt, play, startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { tokenOf } from "./key-token.svelte";
import Token from "./Token.svelte";

let key = "k-test";

/** Each test uses another key, because the token of a key stays for the whole session. */
function open(id: string) {
  key = id;
  router.start({ page: "token", key: id });
  render(Token, { route: { page: "token", key: id } });
}

/** The key of Ukraine has a token, perhaps another one than in the test before. */
async function openUkrainianToken() {
  open("k-ua");
  const left = () => screen.queryByTestId("token-remaining")?.textContent ?? "0:00";
  await waitFor(() => expect(left()).toBe("0:00"));
  await userEvent.click(await screen.findByTestId("get-token"));
  await waitFor(() => expect(screen.getByTestId("token-card").dataset.state).toBe("alive"));
}

beforeEach(() => {
  adopt("en", english);
  play("full");
});
afterEach(() => {
  tokenOf(key).rest();
  tokenOf(key).dismiss();
  cleanup();
  vi.useRealTimers();
});

describe("the page of a token", () => {
  test("requests a token, counts down and verifies it", async () => {
    open("one");
    await userEvent.click(await screen.findByTestId("get-token"));
    expect((await screen.findByTestId("token-remaining")).textContent).toMatch(/^(59:00|58:59)$/);
    await userEvent.click(screen.getByTestId("try-token"));
    expect((await screen.findByTestId("token-proven")).textContent).toMatch(/It works\. Checked: /);
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

  test("says where a Ukrainian key is sent, and that this is not documented", async () => {
    await session.begin(startInfo({ mode: "live" }));
    open("k-ua");
    const get = await screen.findByRole("button", { name: "Try to get a token" });
    expect(get).toBe(screen.getByTestId("get-token"));
    expect(document.body.textContent).toContain("Other developers say");
    expect(document.body.textContent).toContain("to api.novaposhta.ua and asks");
    expect(document.body.textContent).not.toContain("shows that your key works");
  });

  test("says calmly that there is no token for a Ukrainian key", async () => {
    open("k-ua");
    answerAt("get_token", null);
    await userEvent.click(await screen.findByTestId("get-token"));
    const notice = await screen.findByTestId("token-not-given");
    expect(notice.textContent).toContain("Nova Poshta gives no token for this key.");
    expect(screen.queryByTestId("failure-card")).toBeNull();
    expect(screen.queryByTestId("token-card")).toBeNull();
    expect(screen.getByTestId("get-token")).toBeTruthy();
  });

  test("keeps the card of a failure for a Ukrainian key", async () => {
    open("k-ua");
    failAt("get_token", { code: "too_many_requests", retryAfter: 5 });
    await userEvent.click(await screen.findByTestId("get-token"));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("too_many_requests");
    expect(screen.queryByTestId("token-not-given")).toBeNull();
  });

  test("offers no check of a Ukrainian key’s token, and does not say that the key works", async () => {
    open("k-ua");
    await userEvent.click(await screen.findByTestId("get-token"));
    expect(await screen.findByTestId("copy-token")).toBeTruthy();
    expect(screen.queryByTestId("try-token")).toBeNull();
    expect(document.body.textContent).not.toMatch(/Check it|Authorize|currencies/);
    play("full");
    window.dispatchEvent(new Event("focus"));
    await waitFor(() => expect(screen.getByTestId("token-card").dataset.state).toBe("dead"));
    expect(document.body.textContent).not.toContain("The key still works");
  });

  test("keeps a Ukrainian key’s token when no new one is given, and says so", async () => {
    await openUkrainianToken();
    answerAt("get_token", null);
    await userEvent.click(screen.getByTestId("get-token"));
    const notice = await screen.findByTestId("token-not-given");
    expect(notice.textContent).toContain("gave no new token");
    expect(notice.textContent).not.toContain("gives no token");
    expect(screen.getByTestId("token-card").dataset.state).toBe("alive");
  });

  test("does not say when a Ukrainian token expires if the token does not say it", async () => {
    await openUkrainianToken();
    const given = tokenOf(key).card;
    if (!given) throw new Error("no token");
    answerAt("get_token", { ...given, assumed: true });
    await userEvent.click(screen.getByTestId("get-token"));
    await waitFor(() => expect(document.body.textContent).toContain("without an expiry time"));
    expect(document.body.textContent).not.toMatch(/expires at|Nova Post’s tokens|only Nova Post/);
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
