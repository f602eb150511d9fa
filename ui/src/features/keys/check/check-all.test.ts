import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import english from "../../../../locales/en.ftl?raw";
import type { CheckedKeys, KeyCard, KeyDetails } from "../../../bindings";
import { adopt } from "../../../i18n/index.svelte";
import { keyName } from "../../../i18n/words.svelte";
import { call, ignoreSteps } from "../../../ipc";
import { manyKeys, someKeys } from "../../../ipc/fake/data";
import { answerAt, answerWith, emit, failAt, play, startInfo } from "../../../ipc/fake/index";
import { session } from "../../../state/session.svelte";
import Keys from "../list/Keys.svelte";
import CheckAll from "./CheckAll.svelte";
import { checkAll } from "./check-all.svelte";

const NONE: CheckedKeys = {
  total: 4,
  works: 0,
  refused: 0,
  expired: 0,
  failed: 0,
  leftOut: 0,
  stopped: null,
};

const NOTHING: KeyDetails = { name: "", holder: "", notes: "", organizations: [], places: [] };

function show() {
  render(CheckAll);
}

/** A check of all keys that ends when the test says so. */
function runningCheck() {
  let end: (value: CheckedKeys) => void = () => undefined;
  answerAt("check_all_keys", new Promise((resolve) => (end = resolve)) as never);
  return (value: CheckedKeys) => end(value);
}

async function run() {
  await userEvent.click(screen.getByTestId("check-all"));
}

beforeEach(async () => {
  await session.begin(startInfo({ mode: "live" }));
  adopt("en", english);
  play("full");
});
afterEach(() => {
  cleanup();
  checkAll.dismiss();
});

test("all keys are checked, and the result can be closed", async () => {
  show();
  await run();
  const result = await screen.findByTestId("check-all-result");
  expect(result.textContent).toMatch(/All keys are checked.*Works.*4/s);
  expect(result.textContent).not.toContain("Not accepted");
  await userEvent.click(screen.getByTestId("check-all-close"));
  expect(screen.queryByTestId("check-all-result")).toBeNull();
});

test("bad news is the heading, also if all keys were checked", async () => {
  answerAt("check_all_keys", { ...NONE, works: 3, refused: 1 });
  show();
  await run();
  const result = await screen.findByTestId("check-all-result");
  expect(result.textContent).toMatch(/Some keys do not work.*Works.*3.*Not accepted.*1/s);
  expect(result.textContent).not.toContain("All keys are checked");
});

test("the result of practice is not shown in the real account", async () => {
  await session.begin(startInfo({ mode: "practice" }));
  show();
  await run();
  await screen.findByTestId("check-all-result");
  cleanup();
  await session.chooseMode("live");
  show();
  expect(screen.queryByTestId("check-all-result")).toBeNull();
});

test("a check of practice that ends in the real account says nothing there", async () => {
  await session.begin(startInfo({ mode: "practice" }));
  const end = runningCheck();
  show();
  await run();
  await screen.findByTestId("check-all-progress");
  await session.chooseMode("live");
  await waitFor(() => expect(screen.queryByTestId("check-all-progress")).toBeNull());
  end({ ...NONE, works: 4 });
  await tick();
  expect(screen.queryByTestId("check-all-result")).toBeNull();
});

test("a key that is not among the loaded rows has a name while it is checked", async () => {
  play("many");
  const end = runningCheck();
  render(Keys);
  await screen.findAllByTestId("key-row");
  await run();
  const last = manyKeys().at(-1) as KeyCard;
  emit("check_progress", { key: last.id, number: 1, total: 1000, end: null });
  const progress = await screen.findByTestId("check-all-progress");
  await waitFor(() => expect(progress.textContent).toContain(keyName(last)));
  end(NONE);
});

test("the row of a key changes while the others are checked", async () => {
  const end = runningCheck();
  render(Keys);
  await screen.findAllByTestId("key-row");
  await run();
  await call("check_key", { key: "k-ua" }, ignoreSteps);
  const told = { key: "k-ua", number: 1, total: 4 };
  emit("check_progress", { ...told, end: { end: "answered", result: "works" } });
  const row = () =>
    screen.getAllByTestId("key-row").find((it) => it.textContent?.includes("Київський склад"));
  await waitFor(() => expect(row()?.textContent).toContain("Just now"));
  end(NONE);
});

test("a page that was opened during the check shows what came of it", async () => {
  const end = runningCheck();
  render(Keys);
  await screen.findAllByTestId("key-row");
  await run();
  cleanup();
  render(Keys);
  await screen.findAllByTestId("key-row");
  await call("change_key_details", { key: "k-ua", details: { ...NOTHING, name: "Changed" } });
  end(NONE);
  expect(await screen.findByText("Changed")).toBeTruthy();
});

test("keys of another account are counted, and marked in the list", async () => {
  const keys = someKeys().map((key) =>
    key.id === "k-old" ? { ...key, otherAccount: "k-test" } : key,
  );
  answerWith("keys_by_id", ({ keys: ids }) => keys.filter(({ id }) => ids.includes(id)));
  answerAt("find_keys", { total: keys.length, matching: keys.length, keys, dates: null });
  render(Keys);
  await screen.findAllByTestId("key-row");
  await run();
  const said = await screen.findByTestId("check-all-accounts");
  expect(said.textContent).toMatch(
    /1 key does not belong to the same person.*Created under another/s,
  );
  expect(screen.getAllByTestId("key-other-account")).toHaveLength(1);
});

test("while it runs, the number and the name of the key are shown, and it can be cancelled", async () => {
  const end = runningCheck();
  show();
  await run();
  await screen.findByTestId("check-all-progress");
  emit("check_progress", { key: "k-live", number: 2, total: 4, end: null });
  await screen.findByText("Key 2 of 4");
  expect(await screen.findByText("Web shop")).toBeTruthy();
  await userEvent.click(screen.getByTestId("check-all-cancel"));
  end({ ...NONE, works: 1, stopped: { why: "cancelled" } });
  const result = await screen.findByTestId("check-all-result");
  expect(result.textContent).toMatch(/You cancelled the check.*Works.*1.*Not checked.*3/s);
  expect(screen.getByTestId("check-all").textContent).toContain("Go on with the others");
});

test("429 stops it and says when to go on", async () => {
  const failure = { code: "too_many_requests", retryAfter: 90 } as const;
  answerAt("check_all_keys", { ...NONE, failed: 1, stopped: { why: "failed", failure } });
  show();
  await run();
  const card = await screen.findByTestId("failure-card");
  expect(card.dataset.code).toBe("too_many_requests");
  expect(card.textContent).toMatch(/1:30|90|1 minute/);
  expect(screen.getByTestId("check-all-result").textContent).toContain("The check was stopped");
});

test("a failure before it begins is shown", async () => {
  failAt("check_all_keys", { code: "store_unreadable" });
  show();
  await run();
  expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unreadable");
});
