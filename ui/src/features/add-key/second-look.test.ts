import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { ClipboardCheck, KeyQuestion, NewKey } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import type { Args } from "../../ipc";
import { answerAt, failAt, fake, play } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import AddKey from "./AddKey.svelte";

const FOUND: Extract<ClipboardCheck, { is: "key" }> = {
  is: "key",
  lastFour: "77aa",
  length: 40,
  known: null,
  question: null,
};

function open() {
  router.start({ page: "add-key" });
  render(AddKey, { route: { page: "add-key" } });
}

async function find() {
  await userEvent.click(screen.getByTestId("add-key-look"));
  return screen.findByTestId("add-key-keep");
}

beforeEach(() => {
  adopt("en", english);
  play("full");
});
afterEach(cleanup);

/** What the page says about the key when it saves it. */
function savedAbout(): NewKey[] {
  const calls = vi.mocked(fake.call).mock.calls;
  const imports = calls.filter(([name]) => name === "import_key");
  return imports.map(([, args]) => (args as Args<"import_key">).about);
}

describe("a second look", () => {
  beforeEach(() => void vi.spyOn(fake, "call"));
  afterEach(() => vi.restoreAllMocks());

  async function findUnusual(question: KeyQuestion) {
    answerAt("check_clipboard", { ...FOUND, length: 36, question });
    open();
    await userEvent.click(screen.getByTestId("add-key-look"));
    return screen.findByTestId("add-key-problem");
  }

  test.each([
    [{ asks: "unusual_form" }, "unusual_form", /36 characters/],
    [{ asks: "joined", pieces: [20, 16] }, "joined", /20 \+ 16.*36/],
  ] as const)("shows the length and is needed: %o", async (question, code, said) => {
    const notice = await findUnusual(question as KeyQuestion);
    expect(notice.dataset.code).toBe(code);
    expect(notice.textContent).toMatch(said);
    expect(notice.textContent).toContain("77aa");
    expect(screen.queryByTestId("add-key-found")).toBeNull();
    await userEvent.click(screen.getByTestId("add-key-anyway"));
    expect(await screen.findByTestId("add-key-found")).toBeTruthy();
  });

  test("is not needed a second time for the form of the kind of key", async () => {
    await findUnusual({ asks: "unusual_form" });
    await userEvent.click(screen.getByTestId("add-key-anyway"));
    await userEvent.click(screen.getByRole("radio", { name: "Ukrainian key" }));
    await userEvent.click(screen.getByTestId("add-key-keep"));
    await screen.findByTestId("key-card");
    expect(savedAbout().map(({ secondLook }) => secondLook)).toEqual([true]);
  });

  test("is needed for a key that is longer than the keys of Ukraine", async () => {
    open();
    const save = await find();
    await userEvent.click(screen.getByRole("radio", { name: "Ukrainian key" }));
    failAt("import_key", { code: "key_form_unusual", length: 40 });
    await userEvent.click(save);
    const asked = await screen.findByTestId("add-key-problem");
    expect(asked.textContent).toMatch(/40.*32/);
    // Another kind of key takes the question back.
    await userEvent.click(screen.getByRole("radio", { name: "Production key" }));
    expect(screen.queryByTestId("add-key-problem")).toBeNull();
    await userEvent.click(screen.getByRole("radio", { name: "Ukrainian key" }));
    failAt("import_key", { code: "key_form_unusual", length: 40 });
    await userEvent.click(screen.getByTestId("add-key-keep"));
    const anyway = await screen.findByTestId("add-key-anyway");
    play("full");
    await userEvent.click(anyway);
    await screen.findByTestId("key-card");
    expect(savedAbout().map(({ secondLook }) => secondLook)).toEqual([false, false, true]);
  });

  test("at a name with a key in it stays on the page and says so", async () => {
    open();
    const save = await find();
    await userEvent.click(screen.getByRole("radio", { name: "Production key" }));
    failAt("import_key", { code: "looks_like_key" });
    await userEvent.click(save);
    expect(await screen.findByText("This looks like a key")).toBeTruthy();
    expect(screen.getByTestId("add-key-keep")).toBeTruthy();
  });
});
