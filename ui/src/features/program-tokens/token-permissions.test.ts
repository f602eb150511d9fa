import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { KeyCard } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { failAt, play } from "../../ipc/fake/index";
import { permit } from "../../ipc/fake/program-tokens";
import { noteKeysChanged } from "../../state/keys-changed.svelte";
import TokenPermissions from "./TokenPermissions.svelte";

const PHP = { program: "/usr/bin/php", until: "2026-11-30T21:00:00Z" };
const NODE = { program: "/usr/bin/node", until: "2026-11-30T21:30:00Z" };

beforeEach(() => {
  adopt("en", english);
  play("full");
});
afterEach(cleanup);

async function show() {
  const key = (await call("keys", {})).at(0) as KeyCard;
  render(TokenPermissions, { key });
  return key.id;
}

/** The lines of the list. */
function lines() {
  return screen.queryAllByRole("listitem").map((line) => line.textContent);
}

test("a key without permissions shows nothing", async () => {
  await show();
  expect(screen.queryByRole("heading")).toBeNull();
});

test("a permission appears when a program was allowed, and ends on request", async () => {
  const key = await show();
  permit(key, PHP);
  permit(key, NODE);
  noteKeysChanged();
  await vi.waitFor(() => expect(lines()).toHaveLength(2));
  expect(lines()[0]).toContain("/usr/bin/php");
  expect(lines()[0]).toContain("Until 30 November 2026");
  await userEvent.click(screen.getByRole("button", { name: "End the permission of /usr/bin/php" }));
  await vi.waitFor(() => expect(lines()).toHaveLength(1));
  expect(document.activeElement).toBe(screen.getByTestId("token-permissions"));
});

test.each(["token_permissions", "end_token_permission"] as const)(
  "a failure of %s is shown",
  async (command) => {
    const key = await show();
    permit(key, PHP);
    if (command === "end_token_permission") {
      noteKeysChanged();
      await vi.waitFor(() => expect(lines()).toHaveLength(1));
      failAt(command, { code: "store_unwritable" });
      await userEvent.click(screen.getByTestId("end-token-permission"));
    } else {
      failAt(command, { code: "store_unwritable" });
      noteKeysChanged();
    }
    const failure = await screen.findByTestId("failure-card");
    expect(failure.dataset.code).toBe("store_unwritable");
  },
);
