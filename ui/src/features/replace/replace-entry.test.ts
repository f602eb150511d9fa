import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { play } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import ReplaceEntry from "./ReplaceEntry.svelte";
import { OLD, start, withNewKey } from "./testing";

beforeEach(() => {
  adopt("en", english);
  play("full");
  router.start({ page: "home" });
});
afterEach(cleanup);

describe("the key’s page", () => {
  async function entry(id: string) {
    const [key] = await call("keys_by_id", { keys: [id] });
    if (!key) throw new Error(id);
    render(ReplaceEntry, { key });
  }

  test("offers to replace a production key, and to go on with it", async () => {
    await entry(OLD);
    expect((await screen.findByTestId("replace-key")).textContent).toContain("Replace this key");
    cleanup();
    await start();
    await entry(OLD);
    expect(await screen.findByText(/Next: Add the new key/)).toBeTruthy();
    await userEvent.click(screen.getByTestId("replace-key"));
    expect(router.route).toEqual({ page: "replace", key: OLD });
  });

  test("offers to extend a test key with its number instead", async () => {
    await entry("k-test");
    await userEvent.click(await screen.findByTestId("extend-key"));
    expect(screen.queryByTestId("replace-key")).toBeNull();
    const draft = { input: "+49 821 3437654", country: null };
    expect(router.route).toEqual({ page: "test-key", step: "number", draft });
  });

  test("leads from a replaced key to the new one", async () => {
    const { id } = await withNewKey();
    await call("finish_replacement", { replacement: id, withoutPlaces: true });
    await entry(OLD);
    await userEvent.click(await screen.findByRole("button", { name: "Open the new key" }));
    expect(router.route).toEqual({ page: "key", key: "k-brought" });
  });
});
