import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, expect, test } from "vitest";
import { tauri } from "./tauri";

afterEach(clearMocks);

test("a refusal of Tauri is a failure with the name of the command, without Tauri’s text", async () => {
  mockIPC(() => {
    throw "invalid args `key` for command `copy_key`: invalid type: string “99dde7bd”";
  });
  await expect(tauri.call("copy_key", { key: "k" })).rejects.toEqual({
    code: "internal",
    what: "copy_key",
  });
});

test("a failure of a use case stays as it is", async () => {
  mockIPC(() => {
    throw { code: "not_found" };
  });
  await expect(tauri.call("copy_key", { key: "k" })).rejects.toEqual({ code: "not_found" });
});

test("the steps of a command reach their listener", async () => {
  const seen: unknown[] = [];
  mockIPC((_, args) => {
    const { steps } = args as { steps: { onmessage: (step: unknown) => void } };
    steps.onmessage({ step: "recording" });
    return null;
  });
  await tauri.call("finish_key_deletion", { key: "k" }, (step) => seen.push(step));
  expect(seen).toEqual([{ step: "recording" }]);
});
