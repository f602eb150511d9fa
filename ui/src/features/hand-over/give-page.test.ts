import { cleanup, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { RecipientKeyProblem } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { call, observeCommands } from "../../ipc";
import { SOME_PUBLIC_KEY } from "../../ipc/fake/hand-overs";
import { answerAt, failAt, play, startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { given, KEY, show, start, textIn } from "./testing";

// jsdom's files have no such method.
Blob.prototype.text = function read(this: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsText(this);
  });
};

beforeEach(async () => {
  await session.begin(startInfo({ mode: "live" }));
  adopt("en", english);
  play("full");
  router.start({ page: "key", key: KEY });
});
afterEach(cleanup);

async function open(): Promise<number> {
  const { id } = await start();
  show({ handOver: id, step: "key" });
  await screen.findByRole("radio", { name: "In person" });
  return id;
}

const choose = async (way: string) => userEvent.click(screen.getByRole("radio", { name: way }));
const method = async () => (await call("hand_overs", { key: KEY }))[0]?.method ?? null;

test("nothing is chosen at first, and it can be left for later", async () => {
  await open();
  expect(screen.queryByTestId("continue")).toBeNull();
  for (const way of screen.getAllByRole<HTMLInputElement>("radio")) expect(way.checked).toBe(false);
  await userEvent.click(screen.getByTestId("hand-over-later"));
  expect(router.route).toEqual({ page: "key", key: KEY });
});

describe("sealed to a public key", () => {
  async function paste(text: string) {
    await choose("Sealed for your developer alone");
    await userEvent.click(screen.getByTestId("hand-over-public-key"));
    await userEvent.paste(text);
  }

  test("takes the public key from a file, and says when it is none", async () => {
    await open();
    await choose("Sealed for your developer alone");
    const file = screen.getByTestId<HTMLInputElement>("hand-over-public-key-file");
    const upload = (text: string) =>
      userEvent.upload(file, new File([text], "oleh.pub", { type: "text/plain" }));
    await upload("hello");
    expect(await screen.findByText(/^This is no public key/)).toBeTruthy();
    await upload(`${SOME_PUBLIC_KEY}\n`);
    await waitFor(() =>
      expect(screen.getByTestId("hand-over-public-key-note").textContent).toContain("age1…"),
    );
    const field = screen.getByTestId<HTMLTextAreaElement>("hand-over-public-key");
    expect(field.value).toBe(SOME_PUBLIC_KEY);
    const gone = new File(["x"], "gone.pub", { type: "text/plain" });
    gone.slice = () => ({ text: () => Promise.reject(new Error("gone")) }) as unknown as Blob;
    await userEvent.upload(file, gone);
    expect(await screen.findByText(/^This file can’t be read/)).toBeTruthy();
    expect(field.value).toBe(SOME_PUBLIC_KEY);
  });

  test("gives a text that only this person can open", async () => {
    await open();
    await paste(SOME_PUBLIC_KEY);
    await waitFor(() =>
      expect(screen.getByTestId("hand-over-public-key-note").textContent).toContain("age1…"),
    );
    await userEvent.click(screen.getByTestId("hand-over-seal"));
    expect((await screen.findByTestId("hand-over-sealed-done")).textContent).toContain(
      "Only the owner of this public key can open it: Oleh Koval",
    );
    const text = await textIn("hand-over-sealed");
    expect(text).toContain("age --decrypt --identity");
    expect(text).toContain("-----BEGIN AGE ENCRYPTED FILE-----");
    expect(text.startsWith("PRACTICE")).toBe(false);
    expect(await method()).toMatchObject({ kind: "sealed" });
    await userEvent.click(await screen.findByTestId("continue"));
    expect(router.route).toMatchObject({ step: "receipt" });
  });

  test("can be saved as a file, without the words around it", async () => {
    const sent: string[] = [];
    const stop = observeCommands((result) => {
      if (result.command === "save_sealed_key" && "args" in result) sent.push(result.args.text);
    });
    await open();
    await paste(SOME_PUBLIC_KEY);
    await userEvent.click(screen.getByTestId("hand-over-seal"));
    await userEvent.click(await screen.findByTestId("hand-over-sealed-save"));
    expect((await screen.findByTestId("hand-over-saved")).textContent).toContain(".age");
    expect(sent[0]?.startsWith("-----BEGIN")).toBe(true);
    stop();
  });

  test.each([
    [{ kind: "private_key" }, "private key"],
    [{ kind: "several" }, "several keys"],
    [{ kind: "too_long" }, "too long"],
    [{ kind: "damaged" }, "cut off"],
    [{ kind: "other_kind", name: "ecdsa-sha2-nistp256" }, "ecdsa-sha2-nistp256"],
    [{ kind: "rsa_too_short", bits: 1024 }, "1024"],
    [{ kind: "rsa_too_long" }, "longer"],
    [{ kind: "not_a_key" }, "no public key"],
  ] as [RecipientKeyProblem, string][])("says what is wrong: $kind", async (problem, said) => {
    answerAt("check_recipient_key", { is: "not_usable", problem });
    await open();
    await paste("something");
    expect((await screen.findByTestId("hand-over-public-key-problem")).textContent).toContain(said);
    await userEvent.click(screen.getByTestId("hand-over-seal"));
    expect(document.activeElement).toBe(screen.getByTestId("hand-over-public-key"));
    expect(await method()).toBeNull();
  });

  test("says that the field is empty only after the press", async () => {
    await open();
    await choose("Sealed for your developer alone");
    expect(screen.queryByTestId("hand-over-public-key-problem")).toBeNull();
    await userEvent.click(screen.getByTestId("hand-over-seal"));
    expect((await screen.findByTestId("hand-over-public-key-problem")).textContent).toContain(
      "Paste the public key",
    );
  });

  test("has a text that asks the developer for a key", async () => {
    await open();
    await choose("Sealed for your developer alone");
    await userEvent.click(screen.getByTestId("hand-over-ask"));
    expect(document.body.textContent).toContain("age-keygen -o key.txt");
    expect(document.body.textContent).toContain("ssh-keygen -t ed25519");
  });

  test("takes the public key from last time, and asks whether it is still theirs", async () => {
    await given();
    await open();
    await waitFor(() =>
      expect(screen.getByTestId("hand-over-public-key-note").textContent).toMatch(
        /from last time.*still theirs: Oleh Koval/,
      ),
    );
    expect(screen.getByTestId<HTMLTextAreaElement>("hand-over-public-key").value).toBe(
      SOME_PUBLIC_KEY,
    );
  });

  test("that failed says why and can be tried again", async () => {
    failAt("seal_key", { code: "keychain_locked" });
    await open();
    await paste(SOME_PUBLIC_KEY);
    await userEvent.click(screen.getByTestId("hand-over-seal"));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("keychain_locked");
    expect(screen.queryByTestId("hand-over-sealed")).toBeNull();
    expect(await method()).toBeNull();
  });
});

test("with a passphrase, the text does not have the passphrase", async () => {
  await open();
  await choose("Sealed with a passphrase");
  await userEvent.click(screen.getByTestId("hand-over-seal-passphrase"));
  const text = await textIn("hand-over-sealed");
  expect(text).toContain("a passphrase that I tell you by phone");
  expect(text).toContain("-----BEGIN AGE ENCRYPTED FILE-----");
  expect(screen.getByTestId("hand-over-seal-passphrase").textContent).toContain("again");
  expect(await method()).toEqual({ kind: "passphrase" });
});

test("the sealed text of practice begins with the word", async () => {
  await session.chooseMode("practice");
  await open();
  await choose("Sealed with a passphrase");
  await userEvent.click(screen.getByTestId("hand-over-seal-passphrase"));
  expect((await textIn("hand-over-sealed")).startsWith("PRACTICE")).toBe(true);
});

test("in person, the key is copied and given", async () => {
  await open();
  await choose("In person");
  await userEvent.click(screen.getByTestId("copy-key"));
  expect(await method()).toBeNull();
  await userEvent.click(screen.getByTestId("hand-over-given-in-person"));
  await screen.findByTestId("continue");
  expect(await method()).toEqual({ kind: "in_person" });
});

describe("a file with the key", () => {
  test("is folded, says what it is, and is saved with the key", async () => {
    await open();
    const fold = screen.getByTestId("hand-over-value-files");
    expect(fold.getAttribute("aria-expanded")).toBe("false");
    await userEvent.click(fold);
    expect(document.body.textContent).toContain("Anyone who opens such a file has the key");
    expect(screen.queryByTestId("hand-over-value-file-env_example")).toBeNull();
    await userEvent.click(screen.getByTestId("hand-over-value-file-env"));
    await screen.findByTestId("hand-over-saved");
    await screen.findByTestId("continue");
    expect(await method()).toEqual({ kind: "file_with_value", file: "env" });
  });

  test("is saved into a folder that a service copies only after a question", async () => {
    const sent: boolean[] = [];
    const stop = observeCommands((result) => {
      if (result.command === "save_hand_over_file" && "args" in result)
        sent.push(result.args.inSynchronizedFolder);
    });
    answerAt("save_hand_over_file", { is: "synchronized_folder", service: "OneDrive" });
    await open();
    await userEvent.click(screen.getByTestId("hand-over-value-file-env"));
    expect((await screen.findByTestId("hand-over-cloud")).textContent).toContain("OneDrive");
    expect(await method()).toBeNull();
    answerAt("save_hand_over_file", { is: "saved", folder: "/home/olena", file: ".env" });
    await userEvent.click(screen.getByTestId("hand-over-cloud-sure"));
    await screen.findByTestId("hand-over-saved");
    expect(screen.queryByTestId("hand-over-cloud")).toBeNull();
    expect(sent).toEqual([false, true]);
    stop();
  });
});

test("a key that was given before says how, and can be given again", async () => {
  const { id } = await given();
  show({ handOver: id, step: "key" });
  expect((await screen.findByTestId("hand-over-given-before")).textContent).toContain("Sealed for");
  expect(await screen.findByTestId("continue")).toBeTruthy();
});
