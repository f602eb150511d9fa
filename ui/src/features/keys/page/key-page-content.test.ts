import { cleanup, render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../../../locales/en.ftl?raw";
import ukrainian from "../../../../locales/uk.ftl?raw";
import type { ApiEnvironment, KeyCard } from "../../../bindings";
import { adopt, t } from "../../../i18n/index.svelte";
import { answerAt, play } from "../../../ipc/fake/index";
import { router } from "../../../state/router.svelte";
import { checkOf } from "../check/key-check.svelte";
import KeyPageContent from "./KeyPageContent.svelte";

const PHONE = "+49 821 3437654";

function show(changes: Partial<KeyCard>) {
  const key: KeyCard = {
    id: "k",
    name: "",
    environment: "sandbox",
    lastFour: "4bf2",
    phone: null,
    createdAt: null,
    validUntil: null,
    status: "refused",
    standing: "refused",
    replacedBy: null,
    lastVerifiedAt: null,
    lastCheck: null,
    holder: "",
    notes: "",
    company: null,
    otherAccount: null,
    places: [],
    kept: "keychain",
    addedAt: "2026-11-01T00:00:00Z",
    organizations: [],
    ...changes,
  };
  router.start({ page: "key", key: key.id });
  render(KeyPageContent, { key, onchange: vi.fn() });
}

beforeEach(() => play("full"));
afterEach(() => {
  cleanup();
  checkOf("k").dismiss();
});

describe.each([
  ["en", english],
  ["uk", ukrainian],
] as const)("in %s, a refused key", (language, catalog) => {
  test.each([
    ["sandbox", /^(?!.*novapost\.com)(?!.*novaposhta\.ua)/],
    ["production", /my\.novapost\.com/],
    ["ukraine", /new\.novaposhta\.ua/],
  ] as [ApiEnvironment, RegExp][])("of %s is looked up where it was made", (environment, place) => {
    adopt(language, catalog);
    show({ environment });
    expect(document.querySelector("main, body")?.textContent).toMatch(place);
  });
});

describe("a refused test key", () => {
  test.each([
    [PHONE, { input: PHONE, country: null }],
    [null, undefined],
  ])("is requested again, with the number %s", async (phone, draft) => {
    adopt("en", english);
    show({ phone });
    await userEvent.click(screen.getByRole("button", { name: "Ask for it again" }));
    expect(router.route).toEqual({ page: "test-key", step: "number", draft });
  });
});

test.each(["production", "ukraine"] as const)(
  "a refused %s key is added again",
  async (environment) => {
    adopt("en", english);
    show({ environment });
    await userEvent.click(screen.getByRole("button", { name: t("keys-add") }));
    expect(router.route).toEqual({ page: "add-key", record: "k" });
  },
);

describe("the other environment", () => {
  const lastCheck = { at: "2026-11-02T00:00:00Z", result: "refused" } as const;

  test.each(["refused", "expired", "active"] as const)(
    "is offered if the last check was refused, also for a key that is %s",
    (status) => {
      adopt("en", english);
      show({ environment: "production", status, standing: status, lastCheck });
      expect(screen.getByTestId("check-elsewhere")).toBeTruthy();
    },
  );

  test.each([
    ["is in Ukraine", { environment: "ukraine", lastCheck }],
    ["has no secret here", { environment: "production", kept: "nowhere", lastCheck }],
    ["had no check", { environment: "production", lastCheck: null }],
    ["has worked", { environment: "production", lastCheck: { ...lastCheck, result: "works" } }],
  ] as [string, Partial<KeyCard>][])("is not offered for a key that %s", (_, changes) => {
    adopt("en", english);
    show(changes);
    expect(screen.queryByTestId("check-elsewhere")).toBeNull();
  });

  test.each([
    ["en", english, "Ukrainian key"],
    ["uk", ukrainian, "Ключ для України"],
  ] as const)("in %s, a second refusal names Ukraine", async (language, catalog, kind) => {
    adopt(language, catalog);
    answerAt("check_key_elsewhere", undefined);
    for (const environment of ["production", "sandbox"] as const) {
      checkOf("k").dismiss();
      show({ environment, lastCheck });
      await userEvent.click(screen.getByTestId("check-elsewhere"));
      const refused = await screen.findByTestId("refused-elsewhere");
      expect(refused.textContent).toContain("new.novaposhta.ua");
      expect(refused.textContent).toContain(kind);
      expect(refused.textContent).not.toMatch(/itself|самому/);
      cleanup();
    }
  });
});

test("the check is what the person does, and the token is for the developer", () => {
  adopt("en", english);
  show({ status: "active", standing: "active" });
  const developer = screen.getByRole("region", { name: "Token" });
  expect(within(developer).getByTestId("get-token")).toBeTruthy();
  expect(within(developer).queryByTestId("check-key")).toBeNull();
});

describe.each([
  ["en", english],
  ["uk", ukrainian],
] as const)("in %s, an expired key", (language, catalog) => {
  test.each([
    ["sandbox", "test-key", "key-lost-ask"],
    ["production", "replace", "to-do-expires-action-production"],
    ["ukraine", "replace", "to-do-expires-action-production"],
  ] as const)("of %s leads to a key that works", async (environment, page, action) => {
    adopt(language, catalog);
    show({ environment, status: "expired", standing: "expired" });
    expect(screen.getByText(t("key-expired-heading"))).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: t(action) }));
    expect(router.route.page).toBe(page);
  });
});

test.each(["active", "expired", "replaced"] as const)(
  "a key that is %s is not told to be refused",
  (status) => {
    adopt("en", english);
    show({ status, standing: status });
    expect(screen.queryByText(/did not accept/)).toBeNull();
  },
);

test("a Ukrainian key leads to the attempt to get a token, and asks for none by itself", async () => {
  adopt("en", english);
  show({ id: "k-ua", environment: "ukraine", status: "active", standing: "active" });
  expect(screen.queryByTestId("get-token")).toBeNull();
  await userEvent.click(screen.getByTestId("try-token"));
  expect(router.route).toEqual({ page: "token", key: "k-ua" });
});
