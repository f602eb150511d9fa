import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../../locales/en.ftl?raw";
import ukrainian from "../../../../locales/uk.ftl?raw";
import type { HistoryEvent } from "../../../bindings";
import { adopt } from "../../../i18n/index.svelte";
import { call, ignoreSteps } from "../../../ipc";
import { play } from "../../../ipc/fake/index";
import { router } from "../../../state/router.svelte";
import KeyPage from "../page/KeyPage.svelte";
import { told } from "./history";

const said = (event: HistoryEvent) =>
  told({
    at: "2026-11-30T12:00:00Z",
    actor: "person",
    key: null,
    keyName: "",
    lastFour: "",
    event,
  });

/** Each event that says more than its name. */
const SENTENCES: [HistoryEvent, string, string][] = [
  [{ event: "token_received" }, "Token received", "Отримано токен"],
  [{ event: "token_copied" }, "Token copied to the clipboard", "Токен скопійовано в буфер обміну"],
  [
    { event: "tried_elsewhere", environment: "production", result: "works" },
    "Tried in the other environment (Production key): it works",
    "Випробувано в іншому середовищі (Робочий ключ): працює",
  ],
  [
    { event: "tried_elsewhere", environment: "sandbox", result: "refused" },
    "Tried in the other environment (Test key): not accepted",
    "Випробувано в іншому середовищі (Тестовий ключ): не прийнято",
  ],
  [
    { event: "details_changed", fields: ["name", "places", "company"] },
    "Changed: name, where it is used, company",
    "Змінено: назва, місця використання і компанія",
  ],
  [
    { event: "details_changed", fields: [] },
    "Name, holder, notes, organizations or places changed",
    "Змінено назву, власника, нотатки, організації або місця",
  ],
  [
    { event: "replacement_key_chosen", by: "91c0" },
    "New key chosen. Ending of the new key: 91c0",
    "Вибрано новий ключ. Останні символи нового ключа: 91c0",
  ],
  [
    { event: "leak_reported", cause: "message" },
    "Others may have seen it: It was sent by email or chat",
    "Його міг побачити хтось інший: Його надіслано електронною поштою або в чаті",
  ],
  [{ event: "place_ticked", place: "1C" }, "Has the new key: 1C", "Має новий ключ: 1C"],
  [{ event: "place_ticked", place: "" }, "A place has the new key", "Одне з місць має новий ключ"],
  [
    { event: "place_unticked", place: "1C" },
    "Does not have the new key yet: 1C",
    "Ще не має нового ключа: 1C",
  ],
  [
    { event: "place_unticked", place: "" },
    "A place does not have the new key yet",
    "Одне з місць іще не має нового ключа",
  ],
  [
    { event: "handed_over", recipient: "Oleh", how: { kind: "sealed", to: "age1…mcac8p" } },
    "Handed over to Oleh: sealed for the person’s public key",
    "Передано. Кому: Oleh. Як: зашифровано відкритим ключем отримувача",
  ],
  [
    { event: "handed_over", recipient: "", how: { kind: "in_person" } },
    "Handed over: in person",
    "Передано. Як: особисто",
  ],
  [
    { event: "receipt_checked", result: { kind: "complete" } },
    "Receipt code checked: the key arrived complete",
    "Перевірено код отримання: ключ отримано повністю",
  ],
  [
    { event: "receipt_checked", result: { kind: "other_key", key: "k-shop", lastFour: "91c0" } },
    "Receipt code checked: the person has another key. Its ending: 91c0",
    "Перевірено код отримання: в отримувача інший ключ. Його останні символи: 91c0",
  ],
  [
    { event: "token_given", program: "php" },
    "Token given to a program: php",
    "Токен надано програмі: php",
  ],
  [
    { event: "token_refused", program: "" },
    "Token not allowed for a program",
    "Програмі не дозволено отримати токен",
  ],
  [
    { event: "file_saved", file: "history_json" },
    "Saved as a file: history (JSON)",
    "Збережено у файл: історія (JSON)",
  ],
  [
    { event: "unknown" },
    "Noted by a later version of Key Desk",
    "Записано новішою версією Key Desk",
  ],
];

/** Fluent marks the values of variables, because their direction may be another one. */
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, "").replace(/\u00a0/g, " ");

beforeEach(() => play("full"));
afterEach(cleanup);

describe("the history of a key", () => {
  test.each(SENTENCES)("says %j", (event, inEnglish, inUkrainian) => {
    adopt("en", english);
    expect(plain(said(event))).toBe(inEnglish);
    adopt("uk", ukrainian);
    expect(plain(said(event))).toBe(inUkrainian);
  });

  test("has a line at once for what leaves the key as it is", async () => {
    adopt("en", english);
    router.start({ page: "key", key: "k-live" });
    render(KeyPage, { route: { page: "key", key: "k-live" } });
    await userEvent.click(await screen.findByTestId("show-key"));
    await waitFor(() =>
      expect(screen.getByTestId("key-history").textContent).toContain("Shown in a window"),
    );
  });

  test("has each step of a replacement, and the token", async () => {
    adopt("en", english);
    const step = await call("start_replacement", { key: "k-live" });
    if (step.is !== "taken") throw step;
    const { id } = step.replacement;
    await call("add_replacement_place", {
      replacement: id,
      place: { kind: "system", name: "Ledger" },
    });
    const place = (await call("replacement", { key: "k-live" }))?.places.at(-1);
    for (const done of [true, true, false])
      await call("tick_replacement_place", { replacement: id, place: place?.id ?? 0, done });
    await call("get_token", { key: "k-live" }, ignoreSteps);
    router.start({ page: "key", key: "k-live" });
    render(KeyPage, { route: { page: "key", key: "k-live" } });
    await waitFor(() =>
      expect(plain(screen.getByTestId("key-history").textContent ?? "")).toMatch(
        /Token received.*Does not have the new key yet: Ledger.*Has the new key: Ledger.*Replacement started/s,
      ),
    );
  });
});
