import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { ClipboardCheck, KeyCard, NewKey } from "../../bindings";
import { date } from "../../i18n/format.svelte";
import { adopt } from "../../i18n/index.svelte";
import { someKeys } from "../../ipc/fake/data";
import { answerAt, answerWith, play } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import AddKey from "./AddKey.svelte";

const FOUND: Extract<ClipboardCheck, { is: "key" }> = {
  is: "key",
  lastFour: "77aa",
  length: 40,
  known: null,
  question: null,
};

beforeEach(() => {
  adopt("en", english);
  play("full");
});
afterEach(cleanup);

describe("a known key", () => {
  const live = someKeys().find(({ id }) => id === "k-live") as KeyCard;

  /** Opens the description of the known key. The result gets what is said about it. */
  async function openKnown(key: KeyCard = live) {
    const sent: NewKey[] = [];
    answerWith("import_key", ({ about }) => {
      sent.push(about);
      return { key, clipboardEmptied: true };
    });
    answerAt("check_clipboard", { ...FOUND, known: key });
    router.start({ page: "add-key" });
    render(AddKey, { route: { page: "add-key" } });
    await userEvent.click(screen.getByTestId("add-key-look"));
    await userEvent.click(await screen.findByTestId("renew-known-key"));
    return sent;
  }

  async function save() {
    await userEvent.click(screen.getByTestId("add-key-keep"));
    await screen.findByTestId("key-card");
  }

  test("keeps its date to the second if it is not changed", async () => {
    const sent = await openKnown();
    await save();
    expect(sent[0]?.expiry).toEqual({ is: "on", end: live.validUntil });
  });

  test("loses its date only after the page has said so", async () => {
    const sent = await openKnown();
    await userEvent.click(screen.getByTestId("key-expiry-unknown"));
    const says = screen.getByTestId("key-expiry-says").textContent;
    expect(says).toContain(`You remove the date ${date(live.validUntil as string)}`);
    await save();
    expect(sent[0]?.expiry).toEqual({ is: "not_known" });
  });

  test("without a date says nothing about it if none is typed", async () => {
    const sent = await openKnown({ ...live, validUntil: null });
    expect(screen.getByTestId("key-expiry-says").textContent).toContain("Not known");
    await save();
    expect(sent[0]?.expiry).toEqual({ is: "not_asked" });
  });

  test("loses its holder and organizations if the person empties them", async () => {
    const sent = await openKnown();
    await userEvent.clear(screen.getByTestId("key-holder"));
    await userEvent.click(screen.getByRole("button", { name: "Remove: Hanse Textil GmbH" }));
    await save();
    expect(sent[0]).toMatchObject({ holder: "", organizations: [] });
  });

  test("is asked nothing as a test key", async () => {
    const sent = await openKnown();
    await userEvent.click(screen.getByRole("radio", { name: "Test key" }));
    await save();
    const nothing = { holder: null, organizations: null, expiry: { is: "not_asked" } };
    expect(sent[0]).toMatchObject(nothing);
  });
});

test("the secret of a key in the list starts from its description, and completes it", async () => {
  const [old] = someKeys().filter(({ id }) => id === "k-live");
  let sent: NewKey | null = null;
  answerWith("import_key", ({ about }) => {
    sent = about;
    return { key: old as KeyCard, clipboardEmptied: true };
  });
  answerAt("check_clipboard", FOUND);
  router.start({ page: "add-key", record: "k-live" });
  render(AddKey, { route: { page: "add-key", record: "k-live" } });
  await userEvent.click(screen.getByTestId("add-key-look"));
  const keep = await screen.findByTestId("add-key-keep");
  expect((screen.getByTestId("key-name") as HTMLInputElement).value).toBe(old?.name);
  await userEvent.click(keep);
  await screen.findByTestId("key-card");
  expect(sent).toMatchObject({ record: "k-live", environment: "production", name: old?.name });
});
