import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { KeyCard } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { call, ignoreSteps } from "../../ipc";
import { RIGHT_CODE } from "../../ipc/fake/hand-overs";
import { failAt, play, startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import Help from "../help/Help.svelte";
import KeyPageContent from "../keys/page/KeyPageContent.svelte";
import { given, KEY, start } from "./testing";

beforeEach(async () => {
  await session.begin(startInfo({ mode: "live" }));
  adopt("en", english);
  play("full");
  router.start({ page: "home" });
});
afterEach(cleanup);

async function showEntry(changes: Partial<KeyCard> = {}) {
  const [key] = await call("keys_by_id", { keys: [KEY] });
  render(KeyPageContent, { key: { ...(key as KeyCard), ...changes }, onchange: () => {} });
}

describe("on the key’s page", () => {
  test("the button starts to hand the key over", async () => {
    await showEntry();
    await userEvent.click(screen.getByTestId("hand-over"));
    expect(router.route).toEqual({ page: "hand-over", key: KEY });
  });

  test("each hand-over says to whom, how and whether it arrived", async () => {
    const { id } = await given();
    await showEntry();
    const line = await screen.findByTestId("hand-over-line");
    expect(line.textContent).toContain("Oleh Koval");
    expect(line.textContent).toContain("Sealed for this public key: age1…");
    expect(line.textContent).toContain("Not known yet whether it arrived");
    await userEvent.click(screen.getByRole("button", { name: "Did it arrive? Oleh Koval" }));
    expect(router.route).toEqual({ page: "hand-over", key: KEY, handOver: id, step: "receipt" });
  });

  test("one that arrived asks no longer", async () => {
    const { id } = await given();
    await call("check_receipt", { handOver: id, code: RIGHT_CODE }, ignoreSteps);
    await showEntry();
    expect((await screen.findByTestId("hand-over-line")).textContent).toContain("Arrived complete");
    expect(screen.queryByTestId("hand-over-did-arrive")).toBeNull();
  });

  test("one that was only started can be continued or removed", async () => {
    const { id } = await start();
    await showEntry();
    expect((await screen.findByTestId("hand-over-line")).textContent).toContain("not given yet");
    await userEvent.click(screen.getByTestId("hand-over-go-on"));
    expect(router.route).toEqual({ page: "hand-over", key: KEY, handOver: id });
    await userEvent.click(screen.getByTestId("hand-over-remove"));
    await waitFor(() => expect(screen.queryByTestId("hand-over-line")).toBeNull());
  });

  test.each([
    [{ status: "deactivated" }, "no longer in use"],
    [{ status: "replaced" }, "no longer in use"],
    [{ status: "expired" }, "has expired"],
  ] as [Partial<KeyCard>, string][])("has no button for %o", async (changes, said) => {
    await showEntry(changes);
    expect(screen.queryByTestId("hand-over")).toBeNull();
    expect(document.body.textContent).toContain(said);
  });

  test.each([["nowhere"], ["never_here"]] as const)(
    "has no button for a key that is %s: the page says why",
    async (kept) => {
      await showEntry({ kept });
      expect(screen.queryByTestId("hand-over")).toBeNull();
      expect(document.body.textContent).toContain("so you can’t copy");
    },
  );

  test("shows why the list is not there", async () => {
    failAt("hand_overs", { code: "store_unreadable" });
    await showEntry();
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unreadable");
    expect(screen.getByTestId("hand-over")).toBeTruthy();
  });
});

test("Help answers the question first, and leads to the keys", async () => {
  render(Help);
  const [first] = screen.getAllByRole("heading", { level: 3 });
  expect(first?.textContent).toBe("How do I give it to my developer?");
  await userEvent.click(screen.getByTestId("help-hand-over"));
  expect(router.route).toEqual({ page: "keys" });
});
