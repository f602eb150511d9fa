import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { LeakCause } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { failAt, play, stallAt } from "../../ipc/fake/index";
import { type Route, router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { given } from "../hand-over/testing";
import { causes } from "./drills";
import Leak from "./Leak.svelte";
import LeakEntry from "./LeakEntry.svelte";

type LeakRoute = Extract<Route, { page: "leak" }>;

const KEY = "k-live";

beforeEach(() => {
  adopt("en", english);
  play("full");
  router.start({ page: "key", key: KEY });
});
afterEach(cleanup);

function show(route: Partial<LeakRoute> = {}) {
  cleanup();
  router.go({ page: "leak", key: KEY, ...route });
  render(Leak, { route: router.route as LeakRoute });
}

const report = (cause: LeakCause = "message", key = KEY) => call("report_leak", { key, cause });
const openStep = async () => (await screen.findByTestId("leak-step")).dataset.step;

async function done(step: string, next: string | undefined) {
  expect(await openStep()).toBe(step);
  await userEvent.click(screen.getByTestId("leak-step-done"));
  await waitFor(() => expect(screen.queryByTestId("leak-step")?.dataset.step).toBe(next));
}

test("what happened is asked for, and nothing is noted without an answer", async () => {
  show();
  await userEvent.click(await screen.findByTestId("leak-report"));
  expect(screen.getByText("Choose what happened")).toBeTruthy();
  expect(await call("leaks", { key: KEY })).toEqual([]);
  await userEvent.click(screen.getByRole("radio", { name: /on a screen/ }));
  await userEvent.click(screen.getByTestId("leak-report"));
  expect(await openStep()).toBe("take_back");
  expect((await call("leaks", { key: KEY }))[0]?.cause).toBe("screen");
  expect(screen.getByText("Remove pictures and recordings")).toBeTruthy();
});

test("each step is ticked and kept, and the case is closed at the end", async () => {
  await report();
  show();
  await done("take_back", "replace");
  await done("replace", "tell");
  show();
  await done("tell", "deactivate");
  await done("deactivate", "parcels");
  await done("parcels", undefined);
  await userEvent.click(screen.getByTestId("leak-close"));
  expect((await screen.findByTestId("leak-closed")).textContent).not.toContain("not done");
  const [line] = await call("key_history", { key: KEY });
  expect(line?.event).toEqual({ event: "leak_closed" });
  show();
  expect((await screen.findByTestId("leak-earlier")).textContent).toContain("email or chat");
});

test("copies on this computer can be looked for, and the case stays open", async () => {
  const { id } = await report();
  show();
  await userEvent.click(await screen.findByTestId("leak-key-search"));
  expect(router.route).toEqual({ page: "key-search" });
  expect((await call("leaks", { key: KEY }))[0]).toMatchObject({ id, closedAt: null });
});

test("a step can be opened again", async () => {
  const { id } = await report();
  await call("set_leak_step", { leak: id, step: "take_back", done: true });
  show({ leak: id });
  await userEvent.click(await screen.findByRole("button", { name: /Take the message back/ }));
  await userEvent.click(await screen.findByTestId("leak-step-reopen"));
  await waitFor(async () => expect((await call("leaks", { key: KEY }))[0]?.done).toEqual([]));
});

test("closing with steps left is asked about, and says what was left", async () => {
  await report();
  show();
  await userEvent.click(await screen.findByTestId("leak-close"));
  expect((await call("leaks", { key: KEY }))[0]?.closedAt).toBeNull();
  await userEvent.click(await screen.findByTestId("leak-close-sure"));
  const closed = await screen.findByTestId("leak-closed");
  expect(closed.textContent).toContain("Steps that were not done: 5");
});

test("what happened can be corrected, and then its first step is to be done", async () => {
  const { id } = await report();
  for (const step of ["take_back", "replace"])
    await call("set_leak_step", { leak: id, step, done: true });
  show();
  await userEvent.click(await screen.findByTestId("leak-change-cause"));
  await userEvent.click(screen.getByRole("radio", { name: /public place/ }));
  await userEvent.click(screen.getByTestId("leak-change-sure"));
  await waitFor(() => expect(screen.getByTestId("leak-cause").dataset.cause).toBe("public"));
  await waitFor(async () => expect(await openStep()).toBe("take_back"));
  expect((await call("leaks", { key: KEY })).map(({ done }) => done)).toEqual([["replace"]]);
});

describe("replacing the key", () => {
  test("starts from here", async () => {
    const { id } = await report();
    await call("set_leak_step", { leak: id, step: "take_back", done: true });
    show();
    await userEvent.click(await screen.findByTestId("leak-replace"));
    expect(router.route).toEqual({ page: "replace", key: KEY });
    await call("start_replacement", { key: KEY });
    show();
    expect((await screen.findByText(/Next: Add the new key/)).textContent).toBeTruthy();
  });

  test("is done when the list says so", async () => {
    await report();
    await call("mark_key_replaced", { key: KEY, by: null });
    show();
    await done("take_back", "tell");
  });
});

test("those who have the key are named, also those to whom it was handed over", async () => {
  await given();
  const { id } = await report();
  for (const step of ["take_back", "replace"])
    await call("set_leak_step", { leak: id, step, done: true });
  show();
  const places = await screen.findByTestId("leak-places");
  expect(places.textContent).toContain("Online shop");
  expect(places.textContent).toContain("Oleh Koval");
});

describe("the texts to copy", () => {
  test.each(causes)(
    "for %s name the ending of the key, and practice in practice",
    async (cause) => {
      await report(cause);
      show();
      const text = async () => (await screen.findByText(/Ending of the key: 91c0/)).textContent;
      expect(await text()).not.toContain("PRACTICE");
      await session.chooseMode("practice");
      await waitFor(async () => expect(await text()).toContain("PRACTICE"));
      await session.chooseMode("live");
    },
  );

  test("to the service desk have the number of a test key", async () => {
    const { id } = await report("message", "k-test");
    await call("set_leak_step", { leak: id, step: "take_back", done: true });
    show({ key: "k-test" });
    expect(await openStep()).toBe("deactivate");
    expect(screen.getByText(/servicedesk@novapost.com/)).toBeTruthy();
    expect(screen.getByText(/Phone number of the key: \+49/)).toBeTruthy();
  });
});

test("a key of Ukraine is ended in the business account, and its shipments are not asked for", async () => {
  const { id } = await report("message", "k-ua");
  for (const step of ["take_back", "replace", "tell", "deactivate"])
    await call("set_leak_step", { leak: id, step, done: true });
  show({ key: "k-ua" });
  expect(await openStep()).toBe("parcels");
  expect(screen.queryByTestId("newest-shipment-ask")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: /End the old key/ }));
  await waitFor(async () => expect(await openStep()).toBe("deactivate"));
  expect(screen.getByTestId("link-ukraine_cabinet")).toBeTruthy();
});

test("while it loads it says so, and a failure has a card", async () => {
  stallAt("leaks", "recording");
  show();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("seen this key");
  play("full");
  failAt("leaks", { code: "store_unreadable" });
  show();
  expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unreadable");
});

test("a change that failed is shown and changes nothing", async () => {
  await report();
  failAt("set_leak_step", { code: "store_unwritable" });
  show();
  await userEvent.click(await screen.findByTestId("leak-step-done"));
  expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unwritable");
  expect(await openStep()).toBe("take_back");
});

test("a key that is gone says so", async () => {
  play("empty");
  show();
  expect(await screen.findByText("This key is no longer in your list.")).toBeTruthy();
});

test("the page of the key leads here, and says what is next", async () => {
  const [key] = await call("keys_by_id", { keys: [KEY] });
  if (!key) throw new Error("no key");
  render(LeakEntry, { key });
  expect((await screen.findByTestId("leak-open")).textContent).toContain("See what to do");
  cleanup();
  await report();
  render(LeakEntry, { key });
  expect(await screen.findByText("Next: Take the message back")).toBeTruthy();
  await userEvent.click(screen.getByTestId("leak-open"));
  expect(router.route).toEqual({ page: "leak", key: KEY });
});
