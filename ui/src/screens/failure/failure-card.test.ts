import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import { session } from "../../app/session.svelte";
import type { Failure, Mode } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../platform";
import { cardOf } from "./cards";
import { detailsOf, type Operation } from "./details";
import FailureCard from "./FailureCard.svelte";

vi.mock("../../platform", async (original) => {
  const platform = await original<typeof import("../../platform")>();
  return { ...platform, call: vi.fn(platform.call) };
});

const PHONE = "+49 821 3437654";
const KEY = "5f0c3b52-8e3f-4f8e-9d55-1d0a6c0d9b11";

/** One failure of every code: a new code does not compile until it stands here. */
const examples: { [C in Failure["code"]]: Extract<Failure, { code: C }>[] } = {
  phone_invalid: [{ code: "phone_invalid" }],
  phone_ukraine: [{ code: "phone_ukraine" }],
  client_not_found: [{ code: "client_not_found" }],
  several_clients: [{ code: "several_clients" }],
  daily_limit: [
    { code: "daily_limit", againAt: "2026-11-25T00:00:00Z", key: null },
    { code: "daily_limit", againAt: "2026-11-25T00:00:00Z", key: KEY },
  ],
  key_refused: [{ code: "key_refused" }],
  key_malformed: [{ code: "key_malformed" }],
  access_forbidden: [{ code: "access_forbidden" }],
  too_many_tokens: [
    { code: "too_many_tokens", retryAfter: null },
    { code: "too_many_tokens", retryAfter: 5 },
  ],
  service_unavailable: [{ code: "service_unavailable", status: 503, retryAfter: 30 }],
  service_error: [{ code: "service_error", status: 500 }],
  answer_unreadable: [{ code: "answer_unreadable", status: 200 }],
  redirect_refused: [{ code: "redirect_refused" }],
  offline: [{ code: "offline" }],
  unreachable: [{ code: "unreachable" }],
  tls_untrusted: [{ code: "tls_untrusted" }],
  proxy_needed: [{ code: "proxy_needed" }],
  timed_out: [{ code: "timed_out" }],
  keychain_locked: [{ code: "keychain_locked" }],
  keychain_missing: [{ code: "keychain_missing" }],
  keychain_slow: [{ code: "keychain_slow" }],
  keychain_refused: [{ code: "keychain_refused" }],
  secret_not_saved: [
    { code: "secret_not_saved", key: KEY, cause: "locked" },
    { code: "secret_not_saved", key: KEY, cause: "missing" },
    { code: "secret_not_saved", key: KEY, cause: "slow" },
    { code: "secret_not_saved", key: KEY, cause: "refused" },
  ],
  store_unwritable: [{ code: "store_unwritable" }],
  store_unreadable: [{ code: "store_unreadable" }],
  clock_wrong: [
    { code: "clock_wrong", minutesBehind: 120 },
    { code: "clock_wrong", minutesBehind: -7 },
  ],
  clipboard_refused: [{ code: "clipboard_refused" }],
  already_running: [{ code: "already_running" }],
};
const failures: Failure[] = Object.values(examples).flat();
const operations: Operation[] = ["request_test_key", "copy_token"];
const cases = failures.flatMap((failure) =>
  operations.map((during) => [failure.code, during, failure] as const),
);

async function enter(mode: Mode) {
  await session.begin({
    mode,
    version: "0.1.0",
    system: "linux",
    languages: ["en"],
    region: "DE",
    settings: { language: null, theme: "light", textSize: 100, clipboardSeconds: 30 },
  });
}

function show(failure: Failure, during: Operation = "request_test_key") {
  const onAction = vi.fn();
  render(FailureCard, { failure, during, onAction, phone: PHONE });
  return onAction;
}

beforeEach(async () => {
  await enter("live");
  vi.mocked(call).mockClear();
});
afterEach(cleanup);

describe.each([
  ["en", english],
  ["uk", ukrainian],
] as const)("in %s, the card", (language, catalog) => {
  test.each(cases)("of %s during %s has words and a button", (code, during, failure) => {
    adopt(language, catalog);
    show(failure, during);
    const card = screen.getByTestId("failure-card");
    expect(card.dataset.code).toBe(code);
    expect(screen.getAllByRole("button").length).toBeGreaterThan(0);
    // A message that is missing or misses a variable shows its name.
    expect(card.textContent).not.toMatch(/failure-[a-z]|\{/);
  });
});

describe("the details for support", () => {
  test.each(cases)("of %s during %s name no key and no phone number", (_, during, failure) => {
    const where = { mode: "live", version: "0.1.0", system: "linux", at: new Date(0) } as const;
    const details = detailsOf(failure, during, where);
    expect(details).toContain(`code: ${failure.code}`);
    expect(details).not.toContain(KEY);
    expect(details).not.toMatch(/\d{6}/);
  });

  test("are copied as they are shown", async () => {
    show({ code: "service_error", status: 500 });
    const shown = screen.getByTestId("failure-details").textContent;
    await userEvent.click(
      screen.getAllByRole("button", { name: "Copy the details" })[0] as Element,
    );
    expect(call).toHaveBeenCalledWith("copy_text", { text: shown });
  });
});

describe("the card", () => {
  test("takes the focus, so that it is read out", () => {
    show({ code: "offline" });
    expect(document.activeElement).toBe(screen.getByTestId("failure-card"));
  });

  test("leaves the focus where it is among other things", () => {
    render(FailureCard, {
      failure: { code: "offline" },
      during: "home",
      onAction: vi.fn(),
      compact: true,
    });
    expect(document.activeElement).toBe(document.body);
  });

  test("says what was chosen", async () => {
    const onAction = show({ code: "secret_not_saved", key: KEY, cause: "locked" });
    await userEvent.click(screen.getByRole("button", { name: "Save again" }));
    expect(onAction).toHaveBeenCalledWith({ kind: "save_again", key: KEY });
  });

  test("lets a person ask again before the wait is over, and says so", async () => {
    const onAction = show({ code: "service_unavailable", status: 503, retryAfter: 30 });
    await userEvent.click(screen.getByRole("button", { name: "Try now all the same" }));
    expect(onAction).toHaveBeenCalledWith({ kind: "try_again" });
  });

  test("speaks of the token when there was none left to copy", () => {
    expect(cardOf({ code: "key_refused" }, "copy_token").title).toContain("token");
    expect(cardOf({ code: "key_refused" }, "prove_token").title).not.toContain("token");
  });
});

describe("the letter to Nova Post", () => {
  test("opens in the mail program with the number in it", async () => {
    show({ code: "several_clients" });
    await userEvent.click(screen.getByRole("button", { name: "Write to Nova Post" }));
    expect(call).toHaveBeenCalledWith(
      "write_letter",
      { letter: expect.objectContaining({ body: expect.stringContaining(PHONE) }) },
    );
    expect(screen.getByTestId("failure-letter").textContent).toContain("servicedesk@novapost.com");
  });

  test("stays in the window in practice", async () => {
    await enter("practice");
    show({ code: "several_clients" });
    await userEvent.click(screen.getByRole("button", { name: "Write to Nova Post" }));
    expect(call).not.toHaveBeenCalledWith("write_letter", expect.anything());
    expect(screen.getByTestId("failure-letter").textContent).toContain(PHONE);
  });
});
