import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { ListPreview } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { observeCommands } from "../../ipc";
import { answerAt, failAt, play } from "../../ipc/fake/index";
import { somePreview } from "../../ipc/fake/lists";
import { router } from "../../state/router.svelte";
import Lists from "./Lists.svelte";

// jsdom's files have no such method.
File.prototype.arrayBuffer = function read(this: File): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(this);
  });
};

const sent: string[] = [];
let stop = () => {};

beforeEach(() => {
  adopt("en", english);
  play("full");
  sent.length = 0;
  stop = observeCommands((result) => sent.push(result.command));
  render(Lists);
});
afterEach(() => {
  stop();
  cleanup();
});

async function choose(content = "Name;Environment\nShop;Production\n") {
  const input = screen.getByTestId<HTMLInputElement>("list-file");
  await userEvent.upload(input, new File([content], "my keys.csv", { type: "text/csv" }));
}

test("the list of keys says that it has what the person wrote, and not the numbers of test keys", () => {
  expect(document.body.textContent).toMatch(
    /holders, places and notes as you wrote them.*phone numbers of test keys are not in it/,
  );
});

describe("lists and calendar", () => {
  test.each([
    ["export_keys-csv", /Saved: Key list \d{4}-\d\d-\d\d\.csv/],
    ["export_keys-json", /Saved: Key list .*\.json/],
    ["export_history-csv", /Saved: Key history .*\.csv/],
    ["export_calendar-ics", /Saved: Key calendar .*\.ics/],
  ])("saves a file with the button %s and says where it is", async (button, name) => {
    await userEvent.click(screen.getByTestId(button));
    const notice = await screen.findByTestId("list-saved");
    expect(notice.textContent).toMatch(name);
    expect(notice.textContent).toContain("Folder: /home/olena/Downloads");
    await userEvent.click(within(notice).getByRole("button", { name: "Show the file" }));
    await waitFor(() => expect(sent).toContain("show_saved_list"));
  });

  test("shows which files were saved, the newest first", async () => {
    expect(await screen.findByText("Nothing is noted yet.")).toBeTruthy();
    await userEvent.click(screen.getByTestId("export_keys-csv"));
    await screen.findByTestId("list-history");
    await userEvent.click(screen.getByTestId("export_calendar-ics"));
    const saved = () => within(screen.getByTestId("list-history")).getAllByRole("listitem");
    await waitFor(() => expect(saved()).toHaveLength(2));
    expect(saved()[0]?.textContent).toMatch(/Saved as a file: .?calendar/);
    expect(saved()[1]?.textContent).toMatch(/Saved as a file: .?list of keys \(CSV\)/);
  });

  test("says how many texts were left out", async () => {
    answerAt("export_keys", { folder: "/home/olena", file: "keys.csv", leftOut: 2 });
    await userEvent.click(screen.getByTestId("export_keys-csv"));
    expect((await screen.findByTestId("list-saved")).textContent).toContain(
      "2 texts were left out because they look like keys.",
    );
  });

  test("shows why a file could not be saved", async () => {
    failAt("export_keys", { code: "store_unwritable" });
    await userEvent.click(screen.getByTestId("export_keys-csv"));
    const card = await screen.findByTestId("failure-card");
    expect(card.dataset.code).toBe("store_unwritable");
  });
});

describe("a list that is read", () => {
  test("is shown line by line before anything is written", async () => {
    await choose();
    expect(await screen.findByRole("heading", { level: 1 })).toBeTruthy();
    const added = await screen.findByTestId("list-new");
    expect(added.textContent).toMatch(
      /Warehouse.*4bf2.*Line: 2.*Hanse Textil GmbH.*27 August 2027/s,
    );
    expect(added.textContent).toContain("Not used: Replaced by");
    const changed = screen.getByTestId("list-changed");
    expect(changed.textContent).toMatch(/Shop.*Expires.*31 January 2027.*28 February 2027/s);
    expect(changed.textContent).toContain("Stays as it is here: Status");
    expect(screen.getByTestId("list-refused").textContent).toMatch(
      /Old shop.*Line: 4.*does not say where the key works/s,
    );
    expect(document.body.textContent).toContain("Columns that are not read: Our number");
    expect(screen.getByTestId("list-unchanged").textContent).toContain("3 lines");
    expect(sent).not.toContain("import_list");
  });

  test("is written after the person confirms, and leads to the keys", async () => {
    await choose();
    await userEvent.click(await screen.findByTestId("confirm-list"));
    expect((await screen.findByTestId("list-done")).textContent).toMatch(/Added: 1.*Changed: 1/s);
    await userEvent.click(screen.getByRole("button", { name: "See your keys" }));
    expect(router.route).toEqual({ page: "keys" });
  });

  test("is shown again if the keys have changed meanwhile", async () => {
    answerAt("import_list", { is: "outdated", preview: { ...somePreview, lines: [] } });
    await choose();
    await userEvent.click(await screen.findByTestId("confirm-list"));
    await waitFor(() =>
      expect(document.body.textContent).toContain("Your keys have changed meanwhile."),
    );
    expect(document.body.textContent).toContain("This list changes nothing.");
    expect(screen.queryByTestId("confirm-list")).toBeNull();
  });

  test("is forgotten if another file is chosen", async () => {
    await choose();
    await userEvent.click(await screen.findByRole("button", { name: "Choose another file" }));
    expect(await screen.findByRole("button", { name: "Choose a file" })).toBeTruthy();
    expect(sent).toContain("cancel_list");
    expect(sent).not.toContain("import_list");
  });

  test("is refused loudly if it holds a key", async () => {
    const problem = { code: "holds_key", line: 2, column: 3 } as const;
    answerAt("preview_list", { is: "refused", problem });
    await choose();
    const notice = await screen.findByTestId("list-problem");
    expect(notice.dataset.code).toBe("holds_key");
    expect(notice.textContent).toMatch(/looks like a whole key.*Line: 2. Column: 3./s);
  });

  test("is refused if it can't be read any more", async () => {
    const file = new File(["Name"], "keys.csv");
    file.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotFoundError"));
    await userEvent.upload(screen.getByTestId<HTMLInputElement>("list-file"), file);
    const notice = await screen.findByTestId("list-problem");
    expect(notice.textContent).toContain("It could not be read.");
    expect(sent).not.toContain("preview_list");
  });

  test("asks what comes first in a date, and is read again", async () => {
    const asks: ListPreview = { ...somePreview, unclearDate: "8/7/2026" };
    answerAt("preview_list", { is: "preview", preview: asks });
    await choose();
    const question = await screen.findByTestId("list-dates");
    expect(question.textContent).toContain("Say what comes first in: 8/7/2026");
    answerAt("preview_list", { is: "preview", preview: somePreview });
    await userEvent.click(within(question).getByLabelText("The day"));
    await waitFor(() => expect(sent.filter((name) => name === "preview_list")).toHaveLength(2));
    expect(screen.getByTestId<HTMLElement>("list-dates").querySelector(":checked")).toBeTruthy();
  });

  test("says that its alphabet is a guess, and can be read in the other one", async () => {
    const reading = {
      ...somePreview.reading,
      encoding: "windows_1251",
      encodingIsGuess: true,
    } as const;
    answerAt("preview_list", { is: "preview", preview: { ...somePreview, reading } });
    await choose();
    await userEvent.click(await screen.findByLabelText("Latin"));
    await waitFor(() => expect(sent.filter((name) => name === "preview_list")).toHaveLength(2));
  });

  test("shows a long list in parts", async () => {
    const [line] = somePreview.lines;
    const lines = Array.from({ length: 120 }, (_, at) => ({ ...line, line: at + 2 }));
    answerAt("preview_list", { is: "preview", preview: { ...somePreview, lines } as ListPreview });
    await choose();
    const list = await screen.findByTestId("list-new");
    expect(within(list).getAllByRole("listitem")).toHaveLength(50);
    await userEvent.click(screen.getByRole("button", { name: "Show more: 50" }));
    await userEvent.click(screen.getByRole("button", { name: "Show more: 20" }));
    expect(within(list).getAllByRole("listitem")).toHaveLength(120);
  });
});
