import { beforeEach, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { Leak } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { required, someKeys } from "../../ipc/fake/data";
import { leakToDo } from "./to-do";

beforeEach(() => adopt("en", english));

const key = required(someKeys().find(({ environment }) => environment === "production"));
const leak: Leak = {
  id: 3,
  key: key.id,
  cause: "screen",
  startedAt: "2026-11-12T12:00:00Z",
  done: ["take_back"],
  closedAt: null,
};

test("a key that others may have seen says what comes next, and opens its page", () => {
  const said = leakToDo(leak, key, "Web shop");
  expect(said.title).toBe("Others may have seen a key: Web shop");
  expect(said.text).toBe("Next: Replace the key");
  expect(said.leadsTo).toEqual({ page: "leak", key: key.id, leak: 3 });
});

test("a case whose steps are done is to be closed", () => {
  const done = ["take_back", "replace", "tell", "deactivate", "parcels"];
  const said = leakToDo({ ...leak, done }, key, "Web shop");
  expect(said.text).toBe("All steps are done. You can close the case.");
});
