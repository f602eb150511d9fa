import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { Replacement } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { answerAt, failAt, play } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { KeyImport } from "../add-key/add-key.svelte";
import { isLocked, nextStep } from "./progress";
import Replace from "./Replace.svelte";
import { ReplaceSteps } from "./steps.svelte";
import { add, OLD, start, withNewKey } from "./testing";

beforeEach(() => {
  adopt("en", english);
  play("full");
  router.start({ page: "home" });
});
afterEach(cleanup);

function show() {
  cleanup();
  render(Replace, { route: { page: "replace", key: OLD } });
}

async function openStep(): Promise<string | undefined> {
  return (await screen.findByTestId("replace-step")).dataset.step;
}

async function open(title: string) {
  await userEvent.click(await screen.findByRole("button", { name: new RegExp(title) }));
}

describe("the steps", () => {
  const started: Replacement = {
    id: 1,
    old: "k",
    new: null,
    startedAt: "2026-11-27T09:12:00Z",
    newSetAt: null,
    newCheckedAt: null,
    places: [{ id: 1, place: { kind: "system", name: "Shop" }, doneAt: null }],
    finishedAt: null,
  };

  test("come one after the other", () => {
    expect(nextStep(started)).toBe("new");
    expect(nextStep({ ...started, new: "n" })).toBe("check");
    const checked = { ...started, new: "n", newCheckedAt: "2026-11-28T09:12:00Z" };
    expect(nextStep(checked)).toBe("places");
    const places = started.places.map((place) => ({ ...place, doneAt: "2026-11-29T09:12:00Z" }));
    expect(nextStep({ ...checked, places })).toBe("mark");
    expect(nextStep({ ...checked, places, finishedAt: "2026-11-30T09:12:00Z" })).toBeNull();
  });

  test("after the check can’t be opened before it", () => {
    const chosen = { ...started, new: "n" };
    expect(isLocked(started, "check")).toBe(true);
    expect(isLocked(chosen, "check")).toBe(false);
    for (const step of ["places", "mark"] as const) expect(isLocked(chosen, step)).toBe(true);
  });
});

test("a replacement begins only when the person says so", async () => {
  show();
  await screen.findByTestId("replace-start");
  expect(await call("replacement", { key: OLD })).toBeNull();
  await userEvent.click(screen.getByTestId("replace-start"));
  expect(await openStep()).toBe("new");
});

test("adding the new key goes through the flow that adds a key, with the old key’s kind", async () => {
  const { id } = await start();
  show();
  await userEvent.click(await screen.findByTestId("replace-add"));
  expect(router.route).toEqual({
    page: "add-key",
    environment: "production",
    organization: "Hanse Textil GmbH",
    replacement: id,
  });
});

describe("a key that is added for a replacement", () => {
  async function addFor(replacement: number, environment: "production" | "ukraine") {
    const flow = new KeyImport({ environment, replacement });
    await flow.checkClipboard();
    await flow.save();
    return flow;
  }

  test("becomes its new key before it is checked, so that the check counts", async () => {
    const { id } = await start();
    const flow = await addFor(id, "production");
    expect(flow.notTaken).toBeNull();
    const now = await call("replacement", { key: OLD });
    expect(now?.new).toBe(flow.key?.id);
    expect(now?.newCheckedAt).not.toBeNull();
  });

  test("is saved all the same if it is of another kind", async () => {
    const { id } = await start();
    const flow = await addFor(id, "ukraine");
    expect([flow.stage, flow.notTaken]).toEqual(["saved", "other_environment"]);
    expect((await call("replacement", { key: OLD }))?.new).toBeNull();
  });

  test("is saved all the same if the replacement is gone", async () => {
    const flow = await addFor(99, "production");
    expect([flow.stage, flow.notTaken]).toEqual(["saved", "failed"]);
  });
});

test("a key of the list can be chosen, and is then checked", async () => {
  await start();
  await add();
  show();
  await open("in the list already");
  await userEvent.selectOptions(await screen.findByTestId("replace-choose-key"), "k-brought");
  await userEvent.click(screen.getByTestId("replace-choose-sure"));
  await waitFor(async () => expect(await openStep()).toBe("check"));
  await userEvent.click(screen.getByTestId("replace-check"));
  expect(router.route).toEqual({ page: "key", key: "k-brought" });
});

test("a key that can’t be chosen is explained", async () => {
  await start();
  await add();
  answerAt("set_replacement_key", { is: "refused", why: "new_retired" });
  show();
  await open("in the list already");
  await userEvent.selectOptions(await screen.findByTestId("replace-choose-key"), "k-brought");
  await userEvent.click(screen.getByTestId("replace-choose-sure"));
  const refused = await screen.findByTestId("replace-refused");
  expect(refused.textContent).toContain("marked as deactivated or replaced");
  expect(await openStep()).toBe("new");
});

test("each place is ticked, more can be added, and all of it is there when the page is opened again", async () => {
  await withNewKey();
  show();
  expect(await openStep()).toBe("places");
  await userEvent.type(screen.getByTestId("replace-place-name"), "Accounting");
  await userEvent.click(screen.getByTestId("replace-place-add"));
  await waitFor(() => expect(screen.getAllByTestId("replace-place")).toHaveLength(2));
  await userEvent.click(screen.getByRole("checkbox", { name: "Online shop" }));
  await waitFor(() => expect(screen.getByTestId("replace-places").dataset.left).toBe("1"));
  show();
  const places = await screen.findByTestId("replace-places");
  expect(places.dataset.left).toBe("1");
  await userEvent.click(screen.getByRole("checkbox", { name: "Accounting" }));
  await userEvent.click(await screen.findByTestId("replace-places-done"));
  await waitFor(async () => expect(await openStep()).toBe("mark"));
});

test("the text for the people names both endings, and practice in practice", async () => {
  await withNewKey();
  show();
  await screen.findByTestId("replace-places");
  const text = () => screen.getByText(/API key will be replaced/).textContent ?? "";
  expect(text()).toContain("Ending of the old key: 91c0");
  expect(text()).toContain("Ending of the new key: 77aa");
  expect(text()).not.toContain("PRACTICE");
  await session.chooseMode("practice");
  await waitFor(() => expect(text()).toContain("PRACTICE"));
});

describe("marking the old key as replaced", () => {
  test("needs a confirmation if places are left, and then shows what to do at Nova Post", async () => {
    await withNewKey();
    show();
    await open("Mark the old key as replaced");
    await userEvent.click(await screen.findByTestId("replace-finish"));
    expect((await screen.findByTestId("replace-refused")).dataset.why).toBe("places_left");
    await userEvent.click(screen.getByTestId("replace-without-places"));
    await userEvent.click(screen.getByTestId("replace-finish"));
    const done = await screen.findByTestId("replace-done");
    expect(done.textContent).toContain("77aa");
    const [old] = await call("keys_by_id", { keys: [OLD] });
    expect([old?.status, old?.replacedBy]).toEqual(["replaced", "k-brought"]);
  });

  test("can’t be opened before the new key was checked", async () => {
    await withNewKey(true);
    show();
    expect(await openStep()).toBe("check");
    expect(screen.queryByRole("button", { name: /Mark the old key as replaced/ })).toBeNull();
  });

  test("asks for the newest shipment only when the person wants it", async () => {
    await withNewKey();
    show();
    await open("Mark the old key as replaced");
    expect(screen.queryByTestId("newest-shipment")).toBeNull();
    const ask = async () => userEvent.click(await screen.findByTestId("newest-shipment-ask"));
    await ask();
    const told = await screen.findByTestId("newest-shipment");
    expect(told.textContent).toBe("Newest shipment of this account: 27 November 2026");
    answerAt("newest_shipment", { is: "none" });
    await ask();
    await waitFor(() =>
      expect(screen.getByTestId("newest-shipment").textContent).toBe("No shipments"),
    );
    failAt("newest_shipment", { code: "key_refused" });
    await ask();
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("key_refused");
  });
});

test("a replacement is cancelled after a question, and both keys stay", async () => {
  await withNewKey();
  show();
  await userEvent.click(await screen.findByTestId("replace-cancel"));
  expect(await call("replacement", { key: OLD })).not.toBeNull();
  await userEvent.click(await screen.findByTestId("replace-cancel-sure"));
  await waitFor(() => expect(router.route).toEqual({ page: "key", key: OLD }));
  expect(await call("replacement", { key: OLD })).toBeNull();
  expect(await call("keys_by_id", { keys: [OLD, "k-brought"] })).toHaveLength(2);
});

test("a step that failed changes nothing and says why", async () => {
  await withNewKey();
  failAt("tick_replacement_place", { code: "store_unwritable" });
  show();
  await userEvent.click(await screen.findByRole("checkbox", { name: "Online shop" }));
  expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unwritable");
  expect(screen.getByTestId("replace-places").dataset.left).toBe("1");
  const place = screen.getByRole<HTMLInputElement>("checkbox", { name: "Online shop" });
  expect(place.checked).toBe(false);
});

test("a step that failed is taken again on request", async () => {
  let tries = 0;
  const steps = new ReplaceSteps(() => Promise.resolve());
  const taken = await steps.take("tick_replacement_place", async () => {
    tries += 1;
    if (tries === 1) throw { code: "store_unwritable" };
    return null;
  });
  expect([taken, steps.failed?.failure.code]).toEqual([false, "store_unwritable"]);
  await steps.again();
  expect([tries, steps.failed]).toEqual([2, null]);
});
