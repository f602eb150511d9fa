import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import type { Failure, Mode } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { startInfo } from "../../ipc/fake/index";
import { session } from "../../state/session.svelte";
import { cardOf } from "./cards";
import { detailsOf, type Operation } from "./details";
import { failures, KEY } from "./examples";
import FailureCard from "./FailureCard.svelte";

vi.mock("../../ipc", async (original) => {
  const platform = await original<typeof import("../../ipc")>();
  return { ...platform, call: vi.fn(platform.call) };
});

const PHONE = "+49 821 3437654";
const operations: Operation[] = ["request_test_key", "copy_token"];
const cases = failures.flatMap((failure) =>
  operations.map((during) => [failure.code, during, failure] as const),
);

async function enter(mode: Mode) {
  await session.begin(startInfo({ mode, region: "DE" }));
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

test.each([
  ["practice", 1],
  ["live", 0],
] as const)("in %s, unlocking opens what waits for it first: %d", async (mode, times) => {
  await enter(mode);
  vi.mocked(call).mockClear();
  const onAction = show({ code: "keychain_locked" });
  await userEvent.click(screen.getAllByRole("button")[0] as HTMLElement);
  expect(vi.mocked(call).mock.calls).toEqual(Array(times).fill(["unlock_practice", {}]));
  expect(onAction).toHaveBeenCalledWith({ kind: "try_again" });
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
    expect(cardOf({ code: "key_refused" }, "verify_token").title).not.toContain("token");
  });
});

describe("the letter to Nova Post", () => {
  test("opens in the mail program with the number in it", async () => {
    show({ code: "several_clients" });
    await userEvent.click(screen.getByRole("button", { name: "Write to Nova Post" }));
    expect(call).toHaveBeenCalledWith("compose_email", {
      email: expect.objectContaining({ body: expect.stringContaining(PHONE) }),
    });
    expect(screen.getByTestId("failure-letter").textContent).toContain("servicedesk@novapost.com");
  });

  test("stays in the window in practice", async () => {
    await enter("practice");
    show({ code: "several_clients" });
    await userEvent.click(screen.getByRole("button", { name: "Write to Nova Post" }));
    expect(call).not.toHaveBeenCalledWith("compose_email", expect.anything());
    expect(screen.getByTestId("failure-letter").textContent).toContain(PHONE);
  });
});
