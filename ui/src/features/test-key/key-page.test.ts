import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import type { KeyCard, Outcome } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { failAt, play, stallAt } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { tokenOf } from "../token/key-token.svelte";
import KeyPage from "./KeyPage.svelte";

const FROM = "2026-08-29T23:59:59Z";
const TO = "2027-08-29T23:59:59Z";
const KEY: KeyCard = {
  id: "k-test",
  name: "",
  environment: "sandbox",
  lastFour: "4bf2",
  phone: "+49 821 3437654",
  createdAt: "2025-08-27T08:03:02Z",
  validUntil: TO,
  status: "active",
  standing: "active",
  replacedBy: null,
  lastVerifiedAt: null,
  lastCheck: null,
  holder: "",
  notes: "",
  company: null,
  otherAccount: null,
  places: [],
  kept: "keychain",
  addedAt: "2026-11-01T00:00:00Z",
  organizations: [],
};
const outcomes: Outcome[] = [
  { outcome: "created" },
  { outcome: "same" },
  { outcome: "prolonged", from: FROM, to: TO },
  { outcome: "reactivated", from: FROM, to: TO },
];

function show(outcome: Outcome | null, key: KeyCard = KEY, replaced: KeyCard | null = null) {
  router.start({ page: "test-key", step: "key" });
  render(KeyPage, { received: { key, outcome, replaced, warning: null } });
}

beforeEach(() => {
  adopt("en", english);
  play("full");
});
afterEach(cleanup);

describe("the page of a key", () => {
  test("names the key that the new one has replaced, and opens it", async () => {
    const old: KeyCard = { ...KEY, id: "k-old", lastFour: "545d", status: "replaced" };
    show({ outcome: "created" }, KEY, old);
    const notice = screen.getByTestId("key-replaced");
    expect(notice.textContent).toContain("Ending of the previous key: 545d");
    expect(notice.textContent).toContain("29 August 2027");
    expect(notice.textContent).toContain("“Replaced”");
    await userEvent.click(screen.getByRole("button", { name: "Open the old key" }));
    expect(router.route).toEqual({ page: "key", key: "k-old" });
  });

  test.each(outcomes)("describes the outcome: $outcome", (outcome) => {
    show(outcome);
    expect(screen.getByTestId("key-outcome").dataset.outcome).toBe(outcome.outcome);
    expect(document.body.textContent).not.toMatch(/test-key-[a-z]|\{/);
  });

  test("shows the old and the new end date of a prolonged key", () => {
    adopt("uk", ukrainian);
    show({ outcome: "prolonged", from: FROM, to: TO });
    expect(document.body.textContent).toMatch(/до: .*2026.*дата: .*2027/);
  });

  test("never holds more of the key than its last four characters", () => {
    show({ outcome: "created" });
    expect(screen.getByTestId("key-masked").textContent).toContain("4bf2");
    expect(document.body.innerHTML).not.toMatch(/[0-9a-f]{32}/);
  });

  test("requests a token and opens its page", async () => {
    show({ outcome: "created" });
    await userEvent.click(screen.getByTestId("get-token"));
    expect(router.route).toEqual({ page: "token", key: "k-test" });
    await waitFor(() => expect(tokenOf("k-test").card).not.toBeNull());
    tokenOf("k-test").rest();
  });

  test("warns while the key is only in memory, and can save it", () => {
    show(null, { ...KEY, kept: "this_session" });
    expect(
      screen.getByRole("heading", { level: 1, name: "Your test key is here, but not saved yet" }),
    ).toBeTruthy();
    expect(screen.getByRole("button", { name: "Save in the password store" })).toBeTruthy();
  });

  test("says that the keychain has not answered yet", async () => {
    show({ outcome: "created" });
    stallAt("copy_key", "keychain_slow");
    await userEvent.click(screen.getByTestId("copy-key"));
    expect(
      (await screen.findByText(/password store has not answered yet/)).textContent,
    ).toBeTruthy();
  });

  test("shows why a key could not be copied, and tries again on request", async () => {
    show({ outcome: "created" });
    failAt("copy_key", { code: "keychain_locked" });
    await userEvent.click(screen.getByTestId("copy-key"));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("keychain_locked");
    play("full");
    await userEvent.click(screen.getByRole("button", { name: "Unlock and try again" }));
    expect(screen.queryByTestId("failure-card")).toBeNull();
  });
});
