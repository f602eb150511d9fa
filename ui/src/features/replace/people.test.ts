import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { HandOver } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { RIGHT_CODE } from "../../ipc/fake/hand-overs";
import { play } from "../../ipc/fake/index";
import { type Route, router } from "../../state/router.svelte";
import { leaveTo } from "../hand-over/hand-over-steps";
import { placesWith } from "../hand-over/people";
import { show as showHandOver, start as startHandOver } from "../hand-over/testing";
import Replace from "./Replace.svelte";
import { OLD, withNewKey } from "./testing";

const NEW = "k-brought";

beforeEach(() => {
  adopt("en", english);
  play("full");
  router.start({ page: "replace", key: OLD });
});
afterEach(cleanup);

/** Shows a replacement whose old key was given to a person, for Magento. */
async function show() {
  const { id } = await startHandOver("magento", OLD);
  await call("note_handed_in_person", { handOver: id });
  const { id: replacement } = await withNewKey();
  render(Replace, { route: { page: "replace", key: OLD } });
  await screen.findByTestId("replace-places");
  return replacement;
}

const way = async () => (await screen.findByTestId("replace-person")).dataset.way;

describe("a person who got the old key", () => {
  test("is in the list, and is given the new one for the same system", async () => {
    await show();
    expect(screen.getByRole("checkbox", { name: "Oleh Koval" })).toBeTruthy();
    expect(screen.getAllByTestId("replace-person")).toHaveLength(1);
    await userEvent.click(screen.getByTestId("replace-person"));
    const to = { name: "Oleh Koval", receiver: "magento" } as const;
    expect(router.route).toEqual({ page: "hand-over", key: NEW, to });
    showHandOver(router.route as Extract<Route, { page: "hand-over" }>);
    const name = await screen.findByTestId<HTMLInputElement>("hand-over-name");
    expect(name.value).toBe("Oleh Koval");
    expect(screen.getByTestId<HTMLSelectElement>("hand-over-receiver").value).toBe("magento");
  });

  test("is asked whether it arrived, and is ticked by a receipt code", async () => {
    await show();
    const { id } = await startHandOver("magento", NEW);
    const again = async () => {
      cleanup();
      render(Replace, { route: { page: "replace", key: OLD } });
      await screen.findByTestId("replace-places");
    };
    await again();
    expect(await way()).toBe("go_on");
    await call("note_handed_in_person", { handOver: id });
    await again();
    expect(await way()).toBe("arrived");
    await call("check_receipt", { handOver: id, code: RIGHT_CODE }, () => undefined);
    await again();
    expect(screen.queryByTestId("replace-person")).toBeNull();
    const ticked = screen.getByRole<HTMLInputElement>("checkbox", { name: "Oleh Koval" });
    await waitFor(() => expect(ticked.checked).toBe(true));
  });
});

test("leaving the hand-over leads back to the replacement, and otherwise to the key", () => {
  router.go({ page: "hand-over", key: NEW });
  router.go({ page: "hand-over", key: NEW, handOver: 1, step: "receipt" });
  leaveTo(NEW);
  expect(router.route).toEqual({ page: "replace", key: OLD });
  router.start({ page: "key", key: NEW });
  router.go({ page: "hand-over", key: NEW });
  leaveTo(NEW);
  expect(router.route).toEqual({ page: "key", key: NEW });
});

test("a person is listed once, in whatever spelling", async () => {
  const [key] = await call("keys_by_id", { keys: [OLD] });
  if (!key) throw new Error("no key");
  const started = await startHandOver("magento", OLD);
  const given: HandOver = { ...started, method: { kind: "in_person" } };
  const places = [{ kind: "person" as const, name: "oleh  KOVAL" }];
  const names = (handOvers: HandOver[] = [given]) =>
    placesWith({ ...key, places }, handOvers).map(({ name }) => name);
  expect(names()).toEqual(["oleh  KOVAL"]);
  expect(names([{ ...given, recipient: "Marek" }, started])).toEqual(["oleh  KOVAL", "Marek"]);
});
