import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import type { ClipboardCheck } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { someKeys } from "../../ipc/fake/data";
import { answerAt, emit, failAt, play, startInfo } from "../../ipc/fake/index";
import { keyProblems } from "../../ipc/fake/key-problems";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import AddKey from "./AddKey.svelte";

const FOUND: Extract<ClipboardCheck, { is: "key" }> = {
  is: "key",
  lastFour: "77aa",
  length: 40,
  known: null,
  question: null,
};

function open(run?: number, organization?: string) {
  router.start({ page: "add-key", run, organization });
  render(AddKey, { route: { page: "add-key", run, organization } });
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

describe("what is on the clipboard", () => {
  test.each(keyProblems)("is named in both languages: $code", async (problem) => {
    for (const [language, catalog] of [
      ["en", english],
      ["uk", ukrainian],
    ] as const) {
      adopt(language, catalog);
      answerAt("check_clipboard", { is: "problem", ...problem });
      open();
      await userEvent.click(screen.getByTestId("add-key-look"));
      const notice = await screen.findByTestId("add-key-problem");
      expect(notice.dataset.code).toBe(problem.code);
      expect(notice.textContent).not.toMatch(/add-key-|\{/);
      if ("length" in problem) expect(notice.textContent).toContain(String(problem.length));
      if ("letter" in problem) expect(notice.textContent).toMatch(/с.*9/);
      cleanup();
    }
  });

  test("is checked when the person pastes, and is not inserted into the page", async () => {
    open();
    const pasted = await fireEvent.paste(document.body);
    expect(pasted).toBe(false);
    await screen.findByTestId("add-key-keep");
    expect(screen.getByTestId("add-key-found").textContent).toContain("77aa");
  });

  test("may be empty if the key is typed in the popup window", async () => {
    open();
    await userEvent.click(screen.getByTestId("type-key"));
    expect(screen.queryByTestId("add-key-keep")).toBeNull();
    emit("import_pending", FOUND);
    await screen.findByTestId("add-key-keep");
    expect(screen.getByTestId("add-key-found").textContent).toContain("77aa");
    expect(document.body.textContent).toContain("40 characters, entered by you");
    expect(document.body.textContent).not.toContain("found on the clipboard");
    // A second key from a popup window that stayed open is ignored.
    emit("import_pending", { ...FOUND, lastFour: "0000" });
    expect(screen.getByTestId("add-key-found").textContent).toContain("77aa");
  });

  test("is recognized as a known key, whose description can be changed", async () => {
    const known = someKeys()[1] ?? null;
    answerAt("check_clipboard", { ...FOUND, known });
    open();
    await userEvent.click(screen.getByTestId("add-key-look"));
    expect((await screen.findByTestId("add-key-known")).textContent).toContain("Web shop");
    await userEvent.click(screen.getByTestId("renew-known-key"));
    expect(await screen.findByDisplayValue("Web shop")).toBeTruthy();
    expect(screen.getByTestId("chosen-organization").textContent).toContain("Hanse Textil GmbH");
  });
});

describe("the description of a key", () => {
  test("takes the kind of key and the organization from the guide", async () => {
    open(2, "Hanse Textil GmbH");
    await find();
    const production = screen.getByRole<HTMLInputElement>("radio", { name: "Production key" });
    expect(production.checked).toBe(true);
    expect(screen.getByTestId("chosen-organization").textContent).toContain("Hanse Textil GmbH");
  });

  test("has no kind of key chosen in advance, and requires one", async () => {
    open();
    await userEvent.click(await find());
    expect(screen.getByText("Choose the kind of key.")).toBeTruthy();
    expect(document.activeElement).toBe(screen.getAllByRole("radio")[0]);
  });

  test("takes several organizations: suggested ones by a click, a typed one without Add", async () => {
    open();
    const save = await find();
    await userEvent.click(screen.getByRole("radio", { name: "Production key" }));
    await userEvent.click(screen.getByRole("button", { name: "Hanse Textil GmbH" }));
    await userEvent.type(screen.getByTestId("organization-name"), "Neue Firma");
    await userEvent.click(save);
    const card = await screen.findByTestId("key-card");
    expect(card.textContent).toMatch(/Hanse Textil GmbH.*Neue Firma/);
  });

  test("asks for no organization of a test key", async () => {
    open();
    await find();
    await userEvent.click(screen.getByRole("radio", { name: "Test key" }));
    expect(screen.queryByTestId("organization-name")).toBeNull();
  });

  test("refuses the key itself, pasted into the name by mistake", async () => {
    open();
    await find();
    const name = screen.getByTestId("key-name");
    const clipboardData = { getData: () => `${"0".repeat(36)}77aa` };
    expect(await fireEvent.paste(name, { clipboardData })).toBe(false);
    expect(screen.getByText(/looks like a key/)).toBeTruthy();
    const ofOtherForm = { getData: () => `${"z-".repeat(18)}77aa` };
    expect(await fireEvent.paste(name, { clipboardData: ofOtherForm })).toBe(false);
    expect(screen.getByText(/This is the key itself/)).toBeTruthy();
    const other = { getData: () => "Web shop" };
    expect(await fireEvent.paste(name, { clipboardData: other })).toBe(true);
  });
});

describe("a key that is in the keychain but not in the list", () => {
  function openUnlisted() {
    router.start({ page: "home" });
    router.go({ page: "add-key", unlisted: "k-unlisted" });
    render(AddKey, { route: { page: "add-key", unlisted: "k-unlisted" } });
  }

  test("opens its description at once, and the clipboard is not mentioned", async () => {
    openUnlisted();
    expect((await screen.findByTestId("add-key-found")).textContent).toContain("77aa");
    expect(screen.queryByRole("button", { name: "Use another key" })).toBeNull();
    await userEvent.click(screen.getByRole("radio", { name: "Ukrainian key" }));
    await userEvent.click(screen.getByTestId("add-key-keep"));
    expect(await screen.findByTestId("add-key-works")).toBeTruthy();
    expect(screen.queryByText(/clipboard/)).toBeNull();
  });

  test("starts with its known description if the list has it under another id", async () => {
    answerAt("check_unlisted_key", { ...FOUND, known: someKeys()[1] ?? null });
    openUnlisted();
    expect(await screen.findByDisplayValue("Web shop")).toBeTruthy();
  });

  test("is read again after the keychain was locked", async () => {
    failAt("check_unlisted_key", { code: "keychain_locked" });
    openUnlisted();
    const card = await screen.findByTestId("failure-card");
    expect(card.dataset.code).toBe("keychain_locked");
    play("orphans");
    await userEvent.click(screen.getByRole("button", { name: /Unlock/ }));
    expect(await screen.findByTestId("add-key-found")).toBeTruthy();
  });

  test("leads back to the page before", async () => {
    openUnlisted();
    await screen.findByTestId("add-key-found");
    await userEvent.click(screen.getByTestId("back"));
    expect(router.route).toEqual({ page: "home" });
  });
});

describe("a key that is saved", () => {
  async function saveAs(kind: string) {
    open();
    const save = await find();
    await userEvent.click(screen.getByRole("radio", { name: kind }));
    await userEvent.click(save);
  }

  // The browser's copy had no marks, so a clipboard history has the key: the page can't say that it is gone.
  test.each([
    ["linux", /Klipper.*delete the key there too/],
    ["macos", /clipboard history.*delete the key there too/],
    ["windows", /Windows key and V.*delete the key there too/],
    ["freebsd", /Klipper/],
  ])(
    "is verified at once, and the page says where a copy may be left: %s",
    async (system, said) => {
      await session.begin(startInfo({ mode: "live", system }));
      await saveAs("Production key");
      expect(await screen.findByTestId("add-key-works")).toBeTruthy();
      expect(screen.getByText(said).textContent).toContain("The copy was cleared");
    },
  );

  test("does not mention the clipboard if it was typed", async () => {
    open();
    emit("import_pending", FOUND);
    const save = await screen.findByTestId("add-key-keep");
    await userEvent.click(screen.getByRole("radio", { name: "Production key" }));
    await userEvent.click(save);
    expect(await screen.findByTestId("add-key-works")).toBeTruthy();
    expect(screen.queryByText(/clipboard/)).toBeNull();
  });

  test("for Ukraine is checked at once, and its company is named", async () => {
    await saveAs("Ukrainian key");
    const works = await screen.findByTestId("add-key-works");
    expect(works.textContent).toMatch(/Nova Poshta accepted it.*«Київський склад»/s);
    expect(works.textContent).not.toContain("token");
  });

  test("is saved even if Nova Post refuses it, and the card says what to do", async () => {
    failAt("check_key", { code: "key_refused" });
    await saveAs("Production key");
    const card = await screen.findByTestId("failure-card");
    expect(card.dataset.code).toBe("key_refused");
    expect(card.textContent).toContain("my.novapost.com");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("This key does not work");
    expect(document.body.textContent).not.toContain("Your key is saved");
    const facts = screen.getByTestId("key-card");
    expect(card.compareDocumentPosition(facts)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await userEvent.click(screen.getByRole("button", { name: "Add the key again" }));
    expect(await screen.findByTestId("add-key-look")).toBeTruthy();
  });

  test.each([
    ["key_malformed", "This key does not work"],
    ["access_forbidden", "This key does not work"],
    ["offline", "The key is saved, but not checked"],
    ["timed_out", "The key is saved, but not checked"],
    ["keychain_locked", "The key is saved, but not checked"],
    ["network_page", "The key is saved, but not checked"],
  ] as const)("has the bad news as its heading: %s", async (code, heading) => {
    failAt("check_key", code === "network_page" ? { code, status: 200 } : { code });
    await saveAs("Production key");
    await screen.findByTestId("failure-card");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(heading);
  });

  test("has the good news as its heading once it works", async () => {
    failAt("check_key", { code: "offline" });
    await saveAs("Production key");
    await screen.findByTestId("failure-card");
    play("full");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByTestId("add-key-works");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Your key is saved");
  });

  test("is saved again after the keychain refused it", async () => {
    failAt("import_key", { code: "secret_not_saved", key: "k-live", cause: "locked" });
    await saveAs("Production key");
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("secret_not_saved");
    await userEvent.click(screen.getByRole("button", { name: "Save again" }));
    expect(await screen.findByTestId("add-key-works")).toBeTruthy();
  });

  test("has to be copied again if no import is pending", async () => {
    failAt("import_key", { code: "nothing_pending" });
    await saveAs("Production key");
    await userEvent.click(await screen.findByRole("button", { name: "Copy it again" }));
    expect(await screen.findByTestId("add-key-look")).toBeTruthy();
  });
});
