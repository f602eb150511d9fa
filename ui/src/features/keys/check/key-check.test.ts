import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../../locales/en.ftl?raw";
import ukrainian from "../../../../locales/uk.ftl?raw";
import type { KeyCard } from "../../../bindings";
import { adopt } from "../../../i18n/index.svelte";
import { someKeys } from "../../../ipc/fake/data";
import { answerAt, answerWith, failAt, play, startInfo } from "../../../ipc/fake/index";
import { router } from "../../../state/router.svelte";
import { session } from "../../../state/session.svelte";
import KeyPage from "../page/KeyPage.svelte";
import { checkOf } from "./key-check.svelte";

function open(key: string) {
  router.start({ page: "key", key });
  render(KeyPage, { route: { page: "key", key } });
}

async function check(key: string) {
  open(key);
  await userEvent.click(await screen.findByTestId("check-key"));
}

beforeEach(async () => {
  await session.begin(startInfo({ mode: "live" }));
  adopt("en", english);
  play("full");
});
afterEach(() => {
  cleanup();
  for (const { id } of someKeys()) checkOf(id).dismiss();
});

describe("a key of Ukraine that works", () => {
  test("names its company, which is kept only after a yes", async () => {
    await check("k-ua");
    const works = await screen.findByTestId("key-works");
    expect(works.textContent).toMatch(/It works.*ТОВ «Київський склад».*EDRPOU.*12345670/s);
    expect(screen.getByTestId("key-card").textContent).not.toContain("EDRPOU");
    await userEvent.click(screen.getByTestId("keep-company"));
    expect(await screen.findByText("This is kept in your list of keys.")).toBeTruthy();
    await waitFor(() =>
      expect(screen.getByTestId("key-card").textContent).toMatch(/EDRPOU.*12345670/s),
    );
  });

  test("is not asked about again after a no", async () => {
    await check("k-ua");
    await userEvent.click(await screen.findByRole("button", { name: "No" }));
    expect(screen.queryByTestId("keep-company")).toBeNull();
    expect(screen.getByText("This is not kept.")).toBeTruthy();
  });

  test("says what the answer does not tell", async () => {
    const key = someKeys().find(({ id }) => id === "k-ua") as KeyCard;
    const at = "2026-11-01T00:00:00Z";
    const rest = { company: null, otherCompanies: 0, warning: null };
    answerAt("check_key", { key, at, ...rest });
    await check("k-ua");
    expect((await screen.findByTestId("key-works")).textContent).toContain("named no company");
    expect(screen.queryByTestId("keep-company")).toBeNull();
  });
});

describe("a refused key", () => {
  const TRIES = [
    ["k-test", "api.novapost.com", "production keys"],
    ["k-live", "api-stage.novapost.pl", "test keys"],
  ] as const;

  test.each(TRIES)("%s is sent to %s only after a press, and moved", async (key, host, list) => {
    failAt("check_key", { code: "key_refused" });
    await check(key);
    const elsewhere = await screen.findByTestId("check-elsewhere");
    expect(document.body.textContent).toContain(`Sent to: ${host}`);
    await userEvent.click(elsewhere);
    const card = await screen.findByTestId("failure-card");
    await waitFor(() =>
      expect(screen.getByTestId("failure-card").dataset.code).toBe("wrong_environment"),
    );
    expect(card).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: `Move it to my ${list}` }));
    expect((await screen.findByTestId("key-moved")).textContent).toContain(list);
    expect(screen.queryByTestId("failure-card")).toBeNull();
  });

  test("that the other environment refuses as well stays refused", async () => {
    failAt("check_key", { code: "key_refused" });
    answerAt("check_key_elsewhere", undefined);
    await check("k-live");
    await userEvent.click(await screen.findByTestId("check-elsewhere"));
    const refused = await screen.findByTestId("refused-elsewhere");
    expect(refused.textContent).toContain("test environment either");
    expect(screen.getByTestId("failure-card").dataset.code).toBe("key_refused");
  });

  test("is sent to practice in practice", async () => {
    await session.begin(startInfo({ mode: "practice" }));
    failAt("check_key", { code: "key_refused" });
    await check("k-test");
    await screen.findByTestId("check-elsewhere");
    expect(document.body.textContent).toContain("not to Nova Post");
    expect(document.body.textContent).not.toContain("Sent to: api");
  });

  test("is sent to the address that replaces Nova Post’s", async () => {
    const address = { environment: "production", host: "localhost:1" } as const;
    await session.begin(startInfo({ mode: "live", otherAddresses: [address] }));
    failAt("check_key", { code: "key_refused" });
    await check("k-test");
    await screen.findByTestId("check-elsewhere");
    expect(document.body.textContent).toContain("Sent to: localhost:1");
  });

  test("can be tried elsewhere without another check", async () => {
    const lastCheck = { at: "2026-11-02T00:00:00Z", result: "refused" } as const;
    const keys = someKeys().map((key) => ({ ...key, status: "refused" as const, lastCheck }));
    answerWith("keys_by_id", ({ keys: ids }) => keys.filter(({ id }) => ids.includes(id)));
    open("k-live");
    await userEvent.click(await screen.findByTestId("check-elsewhere"));
    const card = await screen.findByTestId("failure-card");
    expect(card.dataset.code).toBe("wrong_environment");
    expect(screen.queryByTestId("check-elsewhere")).toBeNull();
  });

  test("is moved after a move that failed", async () => {
    failAt("check_key", { code: "key_refused" });
    await check("k-live");
    await userEvent.click(await screen.findByTestId("check-elsewhere"));
    const move = await screen.findByRole("button", { name: "Move it to my test keys" });
    const [key] = someKeys();
    let tries = 0;
    answerWith("move_key", () => {
      tries += 1;
      if (tries === 1) throw { code: "store_unwritable" };
      return key as KeyCard;
    });
    await userEvent.click(move);
    await waitFor(() =>
      expect(screen.getByTestId("failure-card").dataset.code).toBe("store_unwritable"),
    );
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByTestId("key-moved")).toBeTruthy();
    expect(tries).toBe(2);
  });

  test("of Ukraine has no other environment", async () => {
    failAt("check_key", { code: "key_refused" });
    await check("k-ua");
    const card = await screen.findByTestId("failure-card");
    expect(card.textContent).toContain("new.novaposhta.ua");
    expect(screen.queryByTestId("check-elsewhere")).toBeNull();
  });
});

describe.each([
  ["en", english],
  ["uk", ukrainian],
] as const)("in %s, an answer of Ukraine", (language, catalog) => {
  test.each([
    { code: "key_expired" },
    { code: "call_refused", errorCode: "20000100016" },
    { code: "too_many_requests", retryAfter: 5 },
  ] as const)("has its own card: $code", async (failure) => {
    adopt(language, catalog);
    failAt("check_key", failure);
    await check("k-ua");
    const card = await screen.findByTestId("failure-card");
    expect(card.dataset.code).toBe(failure.code);
    expect(card.textContent).not.toMatch(/failure-|\{/);
    expect(within(card).getAllByRole("button").length).toBeGreaterThan(0);
  });
});

test("a key that was made under another account names a key of the usual one", async () => {
  const keys = someKeys().map((key) =>
    key.id === "k-old" ? { ...key, otherAccount: "k-test" } : key,
  );
  answerWith("keys_by_id", ({ keys: ids }) => keys.filter(({ id }) => ids.includes(id)));
  open("k-old");
  const other = await screen.findByTestId("other-account");
  expect(other.textContent).toMatch(/Created under another account.*Test key.*4bf2/s);
  await userEvent.click(within(other).getByRole("button", { name: "Open the other key" }));
  expect(router.route).toEqual({ page: "key", key: "k-test" });
});
