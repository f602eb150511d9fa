import { describe, expect, test, vi } from "vitest";
import english from "../../locales/en.ftl?raw";
import { call } from "../ipc";
import { fake } from "../ipc/fake/index";
import { adopt, keepNamesTogether, t, voiceOf } from "./index.svelte";
import { withNamesTogether } from "./names";

const HEADING = "failure-action-write";

describe("a name of two words", () => {
  test.each([
    ["Write to Nova Post", "Write to Nova\u00a0Post"],
    ["my Nova Post keys", "my Nova\u00a0Post keys"],
    ["My Nova Post", "My\u00a0Nova\u00a0Post"],
    ["at Nova Poshta.", "at Nova\u00a0Poshta."],
    ["About Key Desk", "About Key Desk".replace("Key ", "Key\u00a0")],
    ["Нова пошта", "Нова\u00a0пошта"],
    ["на сторінках Нової пошти", "на сторінках Нової\u00a0пошти"],
    ["з Новою поштою", "з Новою\u00a0поштою"],
    ["нова пошта для вас", "нова пошта для вас"],
  ])("stays on one line: %s", (sentence, expected) => {
    expect(withNamesTogether(sentence)).toBe(expected);
  });

  test("stays on one line in the window only: not in an email, and not in what is copied", async () => {
    adopt("en", english);
    expect(t(HEADING)).toBe("Write to Nova Post");
    keepNamesTogether();
    expect(t(HEADING)).toBe("Write to Nova\u00a0Post");
    expect(voiceOf("en", english).say(HEADING)).toBe("Write to Nova Post");

    const sent = vi.spyOn(fake, "call");
    await call("copy_text", { text: t(HEADING) });
    expect(sent.mock.calls[0]?.[1]).toEqual({ text: "Write to Nova Post" });
  });
});
