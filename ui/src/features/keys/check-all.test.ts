import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { CheckedKeys } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { someKeys } from "../../ipc/fake/data";
import { answerAt, answerWith, emit, failAt, play, startInfo } from "../../ipc/fake/index";
import { session } from "../../state/session.svelte";
import CheckAll from "./CheckAll.svelte";
import { checkAll } from "./check-all.svelte";
import Keys from "./Keys.svelte";

const NONE: CheckedKeys = {
  total: 4,
  works: 0,
  refused: 0,
  expired: 0,
  failed: 0,
  leftOut: 0,
  stopped: null,
};

function show() {
  render(CheckAll);
}

async function run() {
  await userEvent.click(screen.getByTestId("check-all"));
}

beforeEach(() => {
  adopt("en", english);
  play("full");
});
afterEach(() => {
  cleanup();
  checkAll.dismiss();
});

test("all keys are checked, and what came of it can be closed", async () => {
  show();
  await run();
  const result = await screen.findByTestId("check-all-result");
  expect(result.textContent).toMatch(/All keys are checked.*Works.*4/s);
  expect(result.textContent).not.toContain("Not accepted");
  await userEvent.click(screen.getByTestId("check-all-close"));
  expect(screen.queryByTestId("check-all-result")).toBeNull();
});

test("a list that was opened while it runs is read again at its end", async () => {
  let end: (value: CheckedKeys) => void = () => undefined;
  answerAt("check_all_keys", new Promise((resolve) => (end = resolve)) as never);
  show();
  await run();
  cleanup();
  let readings = 0;
  answerWith("find_keys", () => {
    readings += 1;
    return { total: 1, matching: 1, keys: someKeys().slice(0, 1) };
  });
  render(Keys);
  await screen.findByTestId("key-row");
  const before = readings;
  emit("check_progress", {
    key: "k-live",
    number: 5,
    total: 9,
    end: { end: "failed", failure: { code: "timed_out" } },
  });
  await waitFor(() => expect(readings).toBe(before + 1));
  end({ ...NONE, works: 4 });
  await waitFor(() => expect(readings).toBe(before + 2));
});

test("the result of practice is not shown in the real account", async () => {
  await session.begin(startInfo({ mode: "practice" }));
  show();
  await run();
  await screen.findByTestId("check-all-result");
  await session.begin(startInfo({ mode: "live" }));
  await waitFor(() => expect(screen.queryByTestId("check-all-result")).toBeNull());
});

test("while it runs, the number and the name of the key are shown, and it can be cancelled", async () => {
  let end: (value: CheckedKeys) => void = () => undefined;
  answerAt("check_all_keys", new Promise((resolve) => (end = resolve)) as never);
  show();
  await run();
  await screen.findByTestId("check-all-progress");
  emit("check_progress", { key: "k-live", number: 2, total: 4, end: null });
  expect(await screen.findByText("Key 2 of 4")).toBeTruthy();
  await waitFor(() =>
    expect(screen.getByTestId("check-all-progress").textContent).toContain("Web shop"),
  );
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
