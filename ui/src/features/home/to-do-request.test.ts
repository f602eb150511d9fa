import { beforeEach, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { describe as described } from "./to-do";

beforeEach(() => adopt("en", english));

test("a request that waits says for what, and opens", () => {
  const item = {
    kind: "key_request",
    request: 7,
    name: "Oleh Koval",
    environment: "production",
  } as const;
  const waiting = described({ ...item, hasKey: false }, []);
  expect([waiting.title, waiting.text]).toEqual([
    "Waits for a key: Oleh Koval",
    "What was asked for: Production key",
  ]);
  expect(waiting.leadsTo).toEqual({ page: "request", kept: 7 });
  expect(waiting.secondAction).toBe("dismiss");
  expect(described({ ...item, hasKey: true }, []).text).toContain("can give it: Production key");
});
