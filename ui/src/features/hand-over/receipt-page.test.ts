import { cleanup, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { OTHER_KEYS_CODE, RIGHT_CODE } from "../../ipc/fake/hand-overs";
import { failAt, play, startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { given, KEY, show } from "./testing";

beforeEach(async () => {
  await session.begin(startInfo({ mode: "live" }));
  adopt("en", english);
  play("full");
  router.start({ page: "key", key: KEY });
});
afterEach(cleanup);

async function open() {
  const { id } = await given();
  show({ handOver: id });
  await screen.findByTestId("hand-over-code");
}

async function check(code: string) {
  const field = screen.getByTestId("hand-over-code");
  await userEvent.clear(field);
  if (code) await userEvent.type(field, code);
  await userEvent.click(screen.getByTestId("hand-over-check"));
}

const result = async () => screen.findByTestId("hand-over-result");

test("the text for the developer has the word and a line for each tool", async () => {
  await open();
  const said = await screen.findByText(/Run one of these lines/);
  for (const part of ["dubikola", "openssl", "PowerShell", "Python 3", "PHP", "Node.js"])
    expect(said.textContent).toContain(part);
});

describe("the eight characters", () => {
  test("of this key show that it arrived complete", async () => {
    await open();
    await check("1A2B 3C4D");
    expect((await result()).dataset.result).toBe("complete");
    expect((await result()).textContent).toContain("91c0");
    expect((await result()).getAttribute("role")).toBe("status");
    expect(screen.queryByTestId("hand-over-code")).toBeNull();
    await userEvent.click(screen.getByTestId("hand-over-leave"));
    expect(router.route).toEqual({ page: "key", key: KEY });
  });

  test("of another key name it and lead to it", async () => {
    await open();
    await check(OTHER_KEYS_CODE);
    expect((await result()).dataset.result).toBe("other_key");
    expect((await result()).textContent).toContain("4bf2");
    await userEvent.click(screen.getByTestId("hand-over-open-other"));
    expect(router.route).toEqual({ page: "key", key: "k-test" });
  });

  test("of no key say what to look at, and can be entered again", async () => {
    await open();
    await check("00000000");
    expect((await result()).dataset.result).toBe("unknown");
    expect((await result()).textContent).toContain("dubikola");
    await check(RIGHT_CODE);
    await waitFor(async () => expect((await result()).dataset.result).toBe("complete"));
  });

  test.each(["", "12345", "hello there"])("that are none are not checked: “%s”", async (typed) => {
    await open();
    await check(typed);
    expect((await screen.findByTestId("hand-over-code-problem")).textContent).toContain("eight");
    expect(screen.queryByTestId("hand-over-result")).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("hand-over-code")));
  });
});

test("a check that failed says why and is tried again", async () => {
  await open();
  failAt("check_receipt", { code: "keychain_locked" });
  await check(RIGHT_CODE);
  expect((await screen.findByTestId("failure-card")).dataset.code).toBe("keychain_locked");
  const [handOver] = await call("hand_overs", { key: KEY });
  expect(handOver?.receipt).toBeNull();
});

test("it can be left, and continued later", async () => {
  await open();
  await userEvent.click(screen.getByTestId("hand-over-leave"));
  expect(router.route).toEqual({ page: "key", key: KEY });
});
