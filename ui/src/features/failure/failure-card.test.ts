import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ApiEnvironment, Failure, Mode } from "../../bindings";
import { textsOfApp } from "../../i18n/catalog-files";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { cardOf } from "./cards";
import { detailsOf, type Operation } from "./details";
import { failures, KEY } from "./examples";
import FailureCard from "./FailureCard.svelte";

vi.mock("../../ipc", async (original) => {
  const platform = await original<typeof import("../../ipc")>();
  return { ...platform, call: vi.fn(platform.call) };
});

const catalogs = textsOfApp();
const PHONE = "+49 821 3437654";
const contexts: [Operation, ApiEnvironment?][] = [
  ["request_test_key"],
  ["get_token", "sandbox"],
  ["copy_key", "production"],
  ["get_token", "ukraine"],
];
const cases = failures.flatMap((failure) =>
  contexts.map(([during, environment]) => [failure.code, during, failure, environment] as const),
);

async function openMode(mode: Mode) {
  await session.begin(startInfo({ mode, region: "DE" }));
}

function show(
  failure: Failure,
  during: Operation = "request_test_key",
  environment?: ApiEnvironment,
) {
  const onAction = vi.fn();
  render(FailureCard, { failure, during, environment, onAction, phone: PHONE });
  return onAction;
}

beforeEach(async () => {
  await openMode("live");
  vi.mocked(call).mockClear();
});
afterEach(cleanup);

describe.each(catalogs)("in %s, the card", (language, catalog) => {
  test.each(cases)(
    "of %s during %s has words and a button",
    (code, during, failure, environment) => {
      adopt(language, catalog);
      show(failure, during, environment);
      const card = screen.getByTestId("failure-card");
      expect(card.dataset.code).toBe(code);
      expect(screen.getAllByRole("button").length).toBeGreaterThan(0);
      // A message that is missing or misses a variable shows its name.
      expect(card.textContent).not.toMatch(/failure-[a-z]|\{/);
    },
  );
});

test.each(["client_not_found", "unreachable"] as const)(
  "%s says in practice that it is simulated, and leads to other numbers",
  async (code) => {
    show({ code });
    expect(screen.queryByTestId("failure-simulated")).toBeNull();
    cleanup();
    await openMode("practice");
    show({ code });
    expect(screen.getByTestId("failure-simulated").textContent).toContain("simulates");
    await userEvent.click(screen.getByRole("button", { name: "All practice numbers" }));
    expect(router.route).toEqual({ page: "practice" });
  },
);

test("a problem of this computer is not simulated", async () => {
  await openMode("practice");
  show({ code: "store_unwritable" });
  expect(screen.queryByTestId("failure-simulated")).toBeNull();
});

test.each([
  ["practice", 1],
  ["live", 0],
] as const)(
  "in %s, unlocking opens the practice keychain %d times before the retry",
  async (mode, times) => {
    await openMode(mode);
    vi.mocked(call).mockClear();
    const onAction = show({ code: "keychain_locked" });
    await userEvent.click(screen.getAllByRole("button")[0] as HTMLElement);
    expect(vi.mocked(call).mock.calls).toEqual(Array(times).fill(["unlock_practice", {}]));
    expect(onAction).toHaveBeenCalledWith({ kind: "try_again" });
  },
);

describe("behind a proxy", () => {
  const reasons = ["sign_in", "sign_in_refused", "sign_in_unsupported", "script"] as const;

  async function textOn(system: string, failure: Failure) {
    await session.begin(startInfo({ mode: "live", system }));
    show(failure);
    const text = screen.getByTestId("failure-card").textContent ?? "";
    cleanup();
    return text;
  }

  test.each(catalogs)(
    "the card says what can be done on each system, in %s",
    async (language, catalog) => {
      for (const reason of reasons) {
        const failure: Failure = { code: "proxy_needed", reason };
        const texts: string[] = [];
        for (const system of ["windows", "macos", "linux"]) {
          await session.begin(startInfo({ mode: "live", system }));
          adopt(language, catalog);
          show(failure);
          texts.push(screen.getByTestId("failure-card").querySelector("h2 + p")?.textContent ?? "");
          cleanup();
        }
        // What an administrator of the network does is the same everywhere.
        const different = reason === "sign_in_unsupported" ? 1 : 3;
        expect(new Set(texts).size, reason).toBe(different);
      }
    },
  );

  test("the card names the variable only where the app reads it for that", async () => {
    for (const system of ["windows", "macos"]) {
      const script = await textOn(system, { code: "proxy_needed", reason: "script" });
      expect(script).not.toContain("HTTPS_PROXY");
    }
    expect(await textOn("linux", { code: "proxy_needed", reason: "script" })).toContain(
      "HTTPS_PROXY",
    );
    for (const system of ["windows", "macos", "linux"]) {
      expect(await textOn(system, { code: "proxy_needed", reason: "sign_in" })).toContain(
        "HTTPS_PROXY",
      );
    }
  });

  test("a sign-in that can’t work names the hosts for an exception", async () => {
    const text = await textOn("windows", { code: "proxy_needed", reason: "sign_in_unsupported" });
    expect(text).toMatch(/api\.novapost\.com and api-stage\.novapost\.pl/);
    expect(text).not.toMatch(/HTTPS_PROXY|enter/i);
  });
});

describe("an untrusted certificate", () => {
  test("may be a hotel’s: the browser is the first button, as for a page of the network", async () => {
    await openMode("live");
    const card = cardOf({ code: "tls_untrusted" }, "get_token");
    expect(card.actions[0]).toEqual(
      cardOf({ code: "network_page", status: 200 }, "get_token").actions[0],
    );
    show({ code: "tls_untrusted" }, "get_token");
    expect(screen.getByTestId("failure-card").textContent).toMatch(
      /hotel.*Open the browser.*sign in/s,
    );
    await userEvent.click(screen.getAllByRole("button")[0] as HTMLElement);
    expect(call).toHaveBeenCalledWith("open_link", { link: "my_nova_post" });
  });
});

describe("the details for support", () => {
  test.each(cases)("of %s during %s name no key and no phone number", (_, during, failure) => {
    const context = { mode: "live", version: "0.1.0", system: "linux", at: new Date(0) } as const;
    const details = detailsOf(failure, during, context);
    expect(details).toContain(`code: ${failure.code}`);
    expect(details).not.toContain(KEY);
    // An error code of the API of Ukraine has eleven digits, and is no phone number.
    expect(details.replace(/error-code: \d+/, "")).not.toMatch(/\d{6}/);
  });

  test("are copied as they are shown", async () => {
    show({ code: "service_error", status: 500 });
    const shown = screen.getByTestId("failure-details").textContent;
    await userEvent.click(
      screen.getAllByRole("button", { name: "Copy the details" })[0] as Element,
    );
    expect(call).toHaveBeenCalledWith("copy_text", { text: shown });
  });
});

describe("the card", () => {
  test("takes the focus, so that a screen reader reads it", () => {
    show({ code: "offline" });
    expect(document.activeElement).toBe(screen.getByTestId("failure-card"));
  });

  test("does not take the focus when it is compact", () => {
    render(FailureCard, {
      failure: { code: "offline" },
      during: "home",
      onAction: vi.fn(),
      compact: true,
    });
    expect(document.activeElement).toBe(document.body);
  });

  test("tells the page which action was chosen", async () => {
    const onAction = show({ code: "secret_not_saved", key: KEY, cause: "locked" });
    await userEvent.click(screen.getByRole("button", { name: "Save again" }));
    expect(onAction).toHaveBeenCalledWith({ kind: "save_again", key: KEY });
  });

  test("has a third action that is less prominent than the others", () => {
    show({ code: "client_not_found" });
    const kinds = [...document.querySelectorAll(".actions > button")].map((it) => it.classList[1]);
    expect(kinds).toEqual(["primary", "secondary", "quiet"]);
  });

  test("lets the person ask again before the wait is over", async () => {
    const onAction = show({ code: "service_unavailable", status: 503, retryAfter: 30 });
    await userEvent.click(screen.getByRole("button", { name: "Try now anyway" }));
    expect(onAction).toHaveBeenCalledWith({ kind: "try_again" });
  });

  test("offers a new token for an expired one", () => {
    const card = cardOf({ code: "token_expired" }, "verify_token");
    expect(card.actions.map(({ action }) => action.kind)).toEqual(["new_token"]);
  });

  test.each([
    ["sandbox", "new_key"],
    ["production", "add_key"],
  ] as const)("says how to get a missing %s key back: %s", (environment, action) => {
    const card = cardOf({ code: "not_found" }, "copy_key", environment);
    expect(card.actions[1]?.action.kind).toBe(action);
  });

  // A key is looked up and made again where it was made, and nowhere else.
  test.each([
    ["sandbox", ["new_key", "copy_details"], "failure-key-refused-text"],
    ["production", ["my_nova_post", "add_key"], "failure-key-refused-text-own"],
    ["ukraine", ["ukraine_cabinet", "add_key"], "failure-key-refused-text-ukraine"],
    [null, ["my_nova_post", "add_key"], "failure-key-refused-text-own"],
  ] as const)("of a refused key of %s leads to where it was made", (environment, actions, text) => {
    const card = cardOf({ code: "key_refused" }, "get_token", environment);
    const kinds = card.actions.map(({ action }) =>
      action.kind === "open_link" ? action.link : action.kind,
    );
    expect(kinds).toEqual(actions);
    expect(card.text).toBe(text);
  });

  test.each(catalogs)(
    "of a refused test key names no page for production keys in %s",
    (language, catalog) => {
      adopt(language, catalog);
      show({ code: "key_refused" }, "get_token", "sandbox");
      expect(screen.getByTestId("failure-card").textContent).not.toContain("novapost.com");
    },
  );

  test.each([
    ["sandbox", "Nova Post"],
    ["ukraine", "Nova Poshta"],
  ] as const)("of an error of the service of %s is up to %s", (environment, service) => {
    show({ code: "service_error", status: 500 }, "get_token", environment);
    const texts = [...screen.getByTestId("failure-card").querySelectorAll("p")];
    expect(texts.map((text) => text.textContent?.trim())).toContain(`This is up to ${service}`);
  });

  test("of a number of Ukraine has a way for a company in Ukraine and for one elsewhere", () => {
    const card = cardOf({ code: "phone_ukraine" }, "check_phone");
    expect(card.actions.map(({ action }) => action.kind)).toEqual([
      "ukraine_guide",
      "correct_number",
      "compose_email",
    ]);
    expect(card.email).toBe("ukraine");
  });

  test.each([
    ["linux", /gnome-keyring/, /Credential Manager|Mac/],
    ["freebsd", /gnome-keyring/, /Credential Manager|Mac/],
    ["windows", /Credential Manager/, /gnome-keyring|Mac\b/],
    ["macos", /Keychain Access/, /gnome-keyring|Credential Manager/],
  ])("of a missing keychain names that of %s and no other", async (system, named, other) => {
    await session.begin(startInfo({ mode: "live", region: "DE", system }));
    show({ code: "keychain_missing" });
    const text = screen.getByTestId("failure-card").querySelector("p[id]")?.textContent;
    expect(text).toMatch(named);
    expect(text).not.toMatch(other);
  });

  test("offers no key for something else that is missing", () => {
    const card = cardOf({ code: "not_found" }, "affiliation");
    expect(card.actions.map(({ action }) => action.kind)).toEqual(["try_again", "copy_details"]);
  });
});
