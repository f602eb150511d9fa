import { cleanup, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import type { PdfDocument, PdfPart, Receiver } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { call, observeCommands } from "../../ipc";
import { answerAt, failAt, play, startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { KEY, show, start, textIn } from "./testing";

beforeEach(async () => {
  await session.begin(startInfo({ mode: "live" }));
  adopt("en", english);
  play("full");
  router.start({ page: "key", key: KEY });
});
afterEach(cleanup);

async function open(receiver: Receiver = "own_code", key = KEY): Promise<void> {
  const { id } = await start(receiver, key);
  show({ key, handOver: id, step: "sheet" });
}

describe("the sheet", () => {
  test("says what a developer of own software needs", async () => {
    await open();
    const text = await textIn("hand-over-sheet");
    for (const part of [
      "Oleh Koval",
      "production",
      "NOVA_POST_API_KEY=<the key>",
      "NOVA_POST_API_URL=https://api.novapost.com/v.1.0/",
      "clients/authorization?apiKey=<the key>",
      "Authorization: <jwt>",
      "without “Bearer”",
      "NEXT_PUBLIC_",
      "VITE_",
      "The key ends in: 91c0",
      "The key expires: ",
      "Word: dubikola",
      "openssl",
      "PowerShell",
      "Python",
      "PHP",
      "Node.js",
    ])
      expect(text).toContain(part);
  });

  test("has the names of a setting, and the words of a choice", async () => {
    await open("woocommerce");
    const text = await textIn("hand-over-sheet");
    expect(text).toContain("mrkv_nova_api_token: <the key>");
    expect(text).toContain("mrkv_nova_api_server: production");
    cleanup();
    await open("sdk", "k-test");
    const sandbox = await textIn("hand-over-sheet");
    expect(sandbox).toContain("API_KEY=<the key>\nUSE_SANDBOX=true");
    expect(sandbox).toContain("api-stage.novapost.pl");
  });

  test("of a Ukrainian key has no token in it", async () => {
    await open("own_code_ukraine", "k-ua");
    const text = await textIn("hand-over-sheet");
    expect(text).toContain("NOVA_POSHTA_API_KEY=<the key>");
    expect(text).toContain("https://api.novaposhta.ua/v2.0/json/");
    expect(text).not.toContain("jwt");
  });

  test.each([
    ["en", english, "PRACTICE"],
    ["uk", ukrainian, "ПРАКТИКА"],
  ] as const)("of practice begins with the word, in %s", async (language, catalog, word) => {
    await session.begin(startInfo({ mode: "practice" }));
    adopt(language, catalog);
    await open();
    expect((await textIn("hand-over-sheet")).startsWith(word)).toBe(true);
  });

  test("is copied and saved as it is shown", async () => {
    const sent: unknown[] = [];
    const stop = observeCommands((result) => {
      if ("args" in result && "text" in result.args) sent.push(result.args.text);
    });
    await open();
    const text = await textIn("hand-over-sheet");
    await userEvent.click(screen.getByTestId("hand-over-sheet-copy"));
    await userEvent.click(screen.getByTestId("hand-over-sheet-save"));
    expect((await screen.findByTestId("hand-over-saved")).textContent).toContain(".txt");
    expect(sent).toEqual([text, text]);
    stop();
  });
});

describe("the sheet as PDF", () => {
  /** Saves it, and gives the document that was sent. */
  async function save(): Promise<PdfDocument> {
    const sent: PdfDocument[] = [];
    const stop = observeCommands((result) => {
      if ("args" in result && "document" in result.args) sent.push(result.args.document);
    });
    await open();
    await userEvent.click(await screen.findByTestId("hand-over-sheet-save-pdf"));
    expect((await screen.findByTestId("hand-over-saved")).textContent).toContain(".pdf");
    stop();
    expect(sent).toHaveLength(1);
    return sent[0] as PdfDocument;
  }

  const textsOf = (part: PdfPart) =>
    part.kind === "row" ? [part.label, part.value] : part.text.split("\n");

  test("says what the text says, and no more but how to run a long line", async () => {
    const { title, language, ribbon, sections } = await save();
    expect([title, language, ribbon]).toEqual(["Nova Post API key for: Oleh Koval", "en", null]);
    expect(sections.map(({ heading }) => heading)).toEqual([
      "About the key",
      "What to enter",
      "How to use the key",
      "How to keep it safe",
      "Did the key arrive?",
    ]);
    const said = sections.flatMap(({ parts }) => parts.flatMap(textsOf));
    const text = await textIn("hand-over-sheet");
    expect(said.filter((line) => !text.includes(line))).toEqual([
      expect.stringContaining("one line"),
    ]);
    const document = [title, ...sections.map(({ heading }) => heading), ...said].join("\n");
    const missing = text.split(/:?\n|=|: /).filter((line) => !document.includes(line));
    expect(missing).toEqual([]);
  });

  test("has the place for the key, and no key", async () => {
    const { sections } = await save();
    expect(sections[1]?.parts).toContainEqual({
      kind: "row",
      label: "NOVA_POST_API_KEY",
      value: "<the key>",
    });
    expect(JSON.stringify(sections)).not.toMatch(/[0-9a-f]{20}/i);
  });

  test("of practice has the word at the top of each page", async () => {
    await session.begin(startInfo({ mode: "practice" }));
    expect((await save()).ribbon).toContain("PRACTICE");
  });

  test("that can’t be saved is explained", async () => {
    failAt("save_hand_over_sheet_pdf", { code: "looks_like_key" });
    await open();
    await userEvent.click(await screen.findByTestId("hand-over-sheet-save-pdf"));
    expect(await screen.findByText(/looks like/i)).toBeTruthy();
  });
});

describe("what a system asks for", () => {
  test("is asked for if it is not known, and only this", async () => {
    await open("shopify");
    await screen.findByTestId("hand-over-facts");
    for (const known of ["tax_code", "payer_contract", "sender_city"])
      expect(screen.getByTestId(`hand-over-fact-${known}`)).toBeTruthy();
    // Shopify does not ask for it.
    expect(screen.queryByTestId("hand-over-fact-company_name")).toBeNull();
    expect(screen.queryByTestId("hand-over-sheet")).toBeNull();
    await userEvent.click(screen.getByTestId("hand-over-facts-save"));
    expect(await textIn("hand-over-sheet")).toContain("City you send from: <not known yet, ask>");
  });

  test("is not asked for if the app knows it", async () => {
    await open("magento");
    await screen.findByTestId("hand-over-facts");
    expect(screen.queryByTestId("hand-over-fact-company_name")).toBeNull();
    await userEvent.click(screen.getByTestId("hand-over-facts-save"));
    expect(await textIn("hand-over-sheet")).toContain("company_name: Hanse Textil GmbH");
  });

  test("is not asked for own software", async () => {
    await open();
    await screen.findByTestId("hand-over-sheet");
    expect(screen.queryByTestId("hand-over-facts")).toBeNull();
    expect(screen.queryByTestId("hand-over-facts-change")).toBeNull();
  });

  test("is saved for the next time, and what stays empty is not asked for again", async () => {
    await open("magento");
    await userEvent.type(await screen.findByTestId("hand-over-fact-payer_contract"), " 4711 ");
    await userEvent.click(screen.getByTestId("hand-over-facts-save"));
    await screen.findByTestId("hand-over-facts-change");
    await waitFor(async () =>
      expect(await textIn("hand-over-sheet")).toContain("payer_contact_number: 4711"),
    );
    expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
    const facts = await call("sender_facts", { key: KEY });
    expect([facts.payerContract, facts.company]).toEqual(["4711", "Hanse Textil GmbH"]);
  });

  test("can be changed later, and all of it is shown then", async () => {
    const facts = await call("sender_facts", { key: KEY });
    await call("save_sender_facts", { key: KEY, facts: { ...facts, payerContract: "4711" } });
    await open("magento");
    await userEvent.click(await screen.findByTestId("hand-over-facts-save"));
    await userEvent.click(await screen.findByTestId("hand-over-facts-change"));
    await userEvent.type(screen.getByTestId("hand-over-fact-payer_contract"), "/2");
    await userEvent.click(screen.getByTestId("hand-over-facts-save"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("hand-over-sheet")));
    expect(await textIn("hand-over-sheet")).toContain("payer_contact_number: 4711/2");
  });

  test("can’t be a key", async () => {
    failAt("save_sender_facts", { code: "looks_like_key" });
    await open("magento");
    await userEvent.click(await screen.findByTestId("hand-over-facts-save"));
    expect(await screen.findByText(/looks like/i)).toBeTruthy();
  });
});

describe("the files for the developer", () => {
  test("are those of the system, each saved without the key", async () => {
    const sent: unknown[] = [];
    const stop = observeCommands((result) => {
      if (result.command === "save_hand_over_file" && "args" in result) sent.push(result.args);
    });
    await open();
    await userEvent.click(await screen.findByTestId("hand-over-files"));
    expect(screen.queryByTestId("hand-over-file-env")).toBeNull();
    await userEvent.click(screen.getByTestId("hand-over-file-env_example"));
    await screen.findByTestId("hand-over-saved");
    expect(sent).toMatchObject([{ file: "env_example", withValue: false }]);
    const [handOver] = await call("hand_overs", { key: KEY });
    expect(handOver?.method).toBeNull();
    stop();
  });

  test("that can’t be made are explained with the field", async () => {
    const problem = { kind: "unsupported_text", value: { kind: "sender_name" } } as const;
    answerAt("save_hand_over_file", { is: "not_made", problem });
    await open();
    await userEvent.click(await screen.findByTestId("hand-over-file-bruno"));
    expect((await screen.findByTestId("hand-over-not-made")).textContent).toContain(
      "Sender’s name",
    );
  });

  test("of a system without any are not offered", async () => {
    await open("woocommerce");
    await screen.findByTestId("hand-over-sheet");
    expect(screen.queryByTestId("hand-over-files")).toBeNull();
  });
});

test("Continue leads to the key itself", async () => {
  await open();
  await userEvent.click(await screen.findByTestId("continue"));
  expect(router.route).toMatchObject({ page: "hand-over", step: "key" });
});
