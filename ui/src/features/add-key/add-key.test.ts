import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import type { ClipboardCheck } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { someKeys } from "../../ipc/fake/data";
import { answerAt, emit, failAt, play } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import BringIn from "./AddKey.svelte";

const FOUND: ClipboardCheck = { is: "key", lastFour: "77aa", length: 40, known: null };

const judgements: ClipboardCheck[] = [
  { is: "empty" },
  { is: "address" },
  { is: "token" },
  { is: "spaces_inside" },
  { is: "foreign_signs" },
  { is: "too_short", length: 12 },
  { is: "too_long", length: 200 },
];

function open(run?: number, organization?: string) {
  router.start({ page: "bring-in", run, organization });
  render(BringIn, { route: { page: "bring-in", run, organization } });
}

async function find() {
  await userEvent.click(screen.getByTestId("look-at-clipboard"));
  return screen.findByTestId("bring-in-keep");
}

beforeEach(() => {
  adopt("en", english);
  play("full");
});
afterEach(cleanup);

describe("what is on the clipboard", () => {
  test.each(judgements)("is said in words: $is", async (judged) => {
    for (const [language, catalog] of [
      ["en", english],
      ["uk", ukrainian],
    ] as const) {
      adopt(language, catalog);
      answerAt("check_clipboard", judged);
      open();
      await userEvent.click(screen.getByTestId("look-at-clipboard"));
      const said = await screen.findByTestId("clipboard-judged");
      expect(said.dataset.found).toBe(judged.is);
      expect(said.textContent).not.toMatch(/bring-in-|\{/);
      if ("length" in judged) expect(said.textContent).toContain(String(judged.length));
      cleanup();
    }
  });

  test("is looked at when somebody pastes, and stays out of the window", async () => {
    open();
    const pasted = await fireEvent.paste(document.body);
    expect(pasted).toBe(false);
    await screen.findByTestId("bring-in-keep");
    expect(screen.getByTestId("found-key").textContent).toContain("77aa");
  });

  test("may stay empty: a key that is typed into the small window leads on as well", async () => {
    open();
    await userEvent.click(screen.getByTestId("type-key"));
    expect(screen.queryByTestId("bring-in-keep")).toBeNull();
    emit("import_pending", FOUND);
    await screen.findByTestId("bring-in-keep");
    expect(screen.getByTestId("found-key").textContent).toContain("77aa");
    // What comes late, from a window that was left open, changes nothing.
    emit("import_pending", { ...FOUND, lastFour: "0000" });
    expect(screen.getByTestId("found-key").textContent).toContain("77aa");
  });

  test("is told of as a known key, which can be opened or described anew", async () => {
    const known = someKeys()[1] ?? null;
    answerAt("check_clipboard", { ...FOUND, known });
    open();
    await userEvent.click(screen.getByTestId("look-at-clipboard"));
    expect((await screen.findByTestId("clipboard-judged")).textContent).toContain("Web shop");
    await userEvent.click(screen.getByTestId("renew-known-key"));
    expect(await screen.findByDisplayValue("Web shop")).toBeTruthy();
    expect(screen.getByTestId("chosen-organization").textContent).toContain("Hanse Textil GmbH");
  });
});

describe("what a key is", () => {
  test("is known from the guide that led here", async () => {
    open(2, "Hanse Textil GmbH");
    await find();
    const production = screen.getByRole<HTMLInputElement>("radio", { name: "Production key" });
    expect(production.checked).toBe(true);
    expect(screen.getByTestId("chosen-organization").textContent).toContain("Hanse Textil GmbH");
  });

  test("has to be said, and nothing is chosen for the person", async () => {
    open();
    await userEvent.click(await find());
    expect(screen.getByText("Choose what the key opens.")).toBeTruthy();
    expect(document.activeElement).toBe(screen.getAllByRole("radio")[0]);
  });

  test("is several organizations, known ones by a click and a typed one without Add", async () => {
    open();
    const keep = await find();
    await userEvent.click(screen.getByRole("radio", { name: "Production key" }));
    await userEvent.click(screen.getByRole("button", { name: "Hanse Textil GmbH" }));
    await userEvent.type(screen.getByTestId("organization-name"), "Neue Firma");
    await userEvent.click(keep);
    const card = await screen.findByTestId("key-card");
    expect(card.textContent).toMatch(/Hanse Textil GmbH.*Neue Firma/);
  });

  test("is no organization for a test key", async () => {
    open();
    await find();
    await userEvent.click(screen.getByRole("radio", { name: "Test key" }));
    expect(screen.queryByTestId("organization-name")).toBeNull();
  });

  test("is never the key itself, pasted out of habit", async () => {
    open();
    await find();
    const name = screen.getByTestId("key-name");
    const clipboardData = { getData: () => `${"0".repeat(36)}77aa` };
    expect(await fireEvent.paste(name, { clipboardData })).toBe(false);
    expect(screen.getByText(/That was the key itself/)).toBeTruthy();
    const other = { getData: () => "Web shop" };
    expect(await fireEvent.paste(name, { clipboardData: other })).toBe(true);
  });
});

describe("a key that only the keychain knows", () => {
  function openUnlisted() {
    router.start({ page: "home" });
    router.go({ page: "bring-in", unlisted: "k-unlisted" });
    render(BringIn, { route: { page: "bring-in", unlisted: "k-unlisted" } });
  }

  test("is described at once, and nothing is said of the clipboard", async () => {
    openUnlisted();
    expect((await screen.findByTestId("found-key")).textContent).toContain("77aa");
    expect(screen.queryByRole("button", { name: "Take another key" })).toBeNull();
    await userEvent.click(screen.getByRole("radio", { name: "Key for Ukraine" }));
    await userEvent.click(screen.getByTestId("bring-in-keep"));
    expect(await screen.findByText(/takes it without a token/)).toBeTruthy();
    expect(screen.queryByText(/clipboard has been emptied/)).toBeNull();
  });

  test("begins with what is known of it, where the list had it under another name", async () => {
    answerAt("check_unlisted_key", { ...FOUND, known: someKeys()[1] ?? null });
    openUnlisted();
    expect(await screen.findByDisplayValue("Web shop")).toBeTruthy();
  });

  test("is tried again where the keychain is in the way", async () => {
    failAt("check_unlisted_key", { code: "keychain_locked" });
    openUnlisted();
    const card = await screen.findByTestId("failure-card");
    expect(card.dataset.code).toBe("keychain_locked");
    play("orphans");
    await userEvent.click(screen.getByRole("button", { name: /Unlock/ }));
    expect(await screen.findByTestId("found-key")).toBeTruthy();
  });

  test("is left by the way that led to it", async () => {
    openUnlisted();
    await screen.findByTestId("found-key");
    await userEvent.click(screen.getByTestId("back"));
    expect(router.route).toEqual({ page: "home" });
  });
});

describe("a key that is kept", () => {
  async function keepAs(kind: string) {
    open();
    const keep = await find();
    await userEvent.click(screen.getByRole("radio", { name: kind }));
    await userEvent.click(keep);
  }

  test("is proven at once, and the clipboard's emptying is said", async () => {
    await keepAs("Production key");
    expect(await screen.findByTestId("key-proven")).toBeTruthy();
    expect(screen.getByText(/clipboard has been emptied/)).toBeTruthy();
  });

  test("says nothing of the clipboard when it was typed", async () => {
    open();
    emit("import_pending", FOUND);
    const keep = await screen.findByTestId("bring-in-keep");
    await userEvent.click(screen.getByRole("radio", { name: "Production key" }));
    await userEvent.click(keep);
    expect(await screen.findByTestId("key-proven")).toBeTruthy();
    expect(screen.queryByText(/clipboard has been emptied/)).toBeNull();
  });

  test("for Ukraine needs no token, and says so", async () => {
    await keepAs("Key for Ukraine");
    expect(await screen.findByText(/takes it without a token/)).toBeTruthy();
    expect(screen.queryByTestId("key-proven")).toBeNull();
  });

  test("is kept also when Nova Post refuses it, and the card says what to do", async () => {
    failAt("get_token", { code: "key_refused" });
    await keepAs("Production key");
    const card = await screen.findByTestId("failure-card");
    expect(card.dataset.code).toBe("key_refused");
    expect(card.textContent).toContain("my.novapost.com");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Your key is safe");
    await userEvent.click(screen.getByRole("button", { name: "Bring the key in again" }));
    expect(await screen.findByTestId("look-at-clipboard")).toBeTruthy();
  });

  test("is saved again when the keychain did not take it", async () => {
    failAt("import_key", { code: "secret_not_saved", key: "k-live", cause: "locked" });
    await keepAs("Production key");
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("secret_not_saved");
    await userEvent.click(screen.getByRole("button", { name: "Save again" }));
    expect(await screen.findByTestId("key-proven")).toBeTruthy();
  });

  test("has to be copied again when no key is pending", async () => {
    failAt("import_key", { code: "nothing_pending" });
    await keepAs("Production key");
    await userEvent.click(await screen.findByRole("button", { name: "Copy it again" }));
    expect(await screen.findByTestId("look-at-clipboard")).toBeTruthy();
  });
});
