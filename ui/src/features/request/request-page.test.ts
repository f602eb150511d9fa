import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { KeyRequest, RequesterStanding } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { answerAt, failAt, play, startInfo } from "../../ipc/fake/index";
import { SOME_REQUEST } from "../../ipc/fake/key-requests";
import { type Route, router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { openedRequest } from "./opened.svelte";
import Request from "./Request.svelte";

type RequestRoute = Extract<Route, { page: "request" }>;

beforeEach(async () => {
  await session.begin(startInfo({ mode: "live" }));
  adopt("en", english);
  play("full");
  router.start({ page: "keys" });
  openedRequest.close();
});
afterEach(cleanup);

function show(route: Partial<RequestRoute> = {}): void {
  cleanup();
  router.go({ page: "request", ...route });
  render(Request, { route: router.route as RequestRoute });
}

async function open(request: KeyRequest = SOME_REQUEST): Promise<void> {
  openedRequest.show(await call("check_key_request_again", { request }));
  show();
}

/** Opens the request with this standing of its writer. */
async function openAs(standing: RequesterStanding): Promise<void> {
  const check = await call("check_key_request_again", { request: SOME_REQUEST });
  if (check.is !== "readable") throw new Error("it is readable");
  const known = { ...check, found: { ...check.found, standing } };
  answerAt("check_key_request_again", known);
  openedRequest.show(known);
  show();
}

const press = async (testid: string) => userEvent.click(await screen.findByTestId(testid));
const standing = async () => (await screen.findByTestId("request-standing")).dataset.kind;

describe("opening a request", () => {
  test("a pasted text becomes a request, with the words of who wrote it", async () => {
    show();
    await userEvent.click(screen.getByTestId("request-text"));
    await userEvent.paste(JSON.stringify({ keyRequest: 1, ...SOME_REQUEST }));
    await press("request-read");
    expect((await screen.findByTestId("request-name")).textContent).toBe("Oleh Koval");
    expect(screen.getByTestId("request-note").textContent).toBe(SOME_REQUEST.note);
    expect(document.body.textContent).toContain("Production key");
    expect(document.body.textContent).toContain("Tax code of the company");
    expect(screen.getByTestId("request-words").textContent).toBe("resistreceivepanthertrain");
  });

  test.each([
    ["", "Paste the text"],
    ["Hello", "This is no request"],
    ["AGE-SECRET-KEY-1QQQ", "private key"],
  ])("%j is refused with its reason, and the text stays", async (text, said) => {
    show();
    if (text) await userEvent.type(screen.getByTestId("request-text"), text);
    await press("request-read");
    expect((await screen.findByTestId("request-problem")).textContent).toContain(said);
    expect(screen.getByTestId<HTMLTextAreaElement>("request-text").value).toBe(text);
    expect(document.activeElement).toBe(screen.getByTestId("request-text"));
  });

  test("a file that was opened with the app opens the page", async () => {
    const check = await call("check_key_request_again", { request: SOME_REQUEST });
    answerAt("opened_key_request", check);
    await openedRequest.collect();
    expect(router.route).toEqual({ page: "request" });
    expect(openedRequest.check).toEqual(check);
  });

  test("a file that is no request says so on the page", async () => {
    answerAt("opened_key_request", { is: "not_readable", problem: { kind: "not_text" } });
    await openedRequest.collect();
    show();
    expect(screen.getByTestId("request-problem").textContent).toContain("can’t be read as text");
  });

  test("another one can be opened in its place", async () => {
    await open();
    await press("request-another");
    expect(await screen.findByTestId("request-text")).toBeTruthy();
    expect(screen.queryByTestId("request-name")).toBeNull();
  });

  test("a failure has its card", async () => {
    failAt("check_key_request", { code: "store_unreadable" });
    show();
    await press("request-read");
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unreadable");
  });

  test("markup in a request is text", async () => {
    await open({ ...SOME_REQUEST, name: "<b>Oleh</b>", note: "<img src=x onerror=alert(1)>" });
    expect((await screen.findByTestId("request-name")).textContent).toBe("<b>Oleh</b>");
    expect(document.querySelector("img, dd b")).toBeNull();
  });
});

describe("who asks", () => {
  test("somebody new can be given a key, and the words can be compared", async () => {
    await open();
    expect(await standing()).toBe("unknown");
    await press("request-words-same");
    await waitFor(async () => expect(await standing()).toBe("known"));
    expect(screen.queryByTestId("request-words")).toBeNull();
    expect(document.body.textContent).toContain("you compared its words");
  });

  test.each<RequesterStanding>([
    { kind: "other_key", known: "age1…aaaaaaaa", wasCompared: true },
    { kind: "looks_like", name: "Оleh Koval" },
  ])("%o gets no key before the words were compared", async (known) => {
    await openAs(known);
    expect(await standing()).toBe(known.kind);
    expect(screen.queryByTestId("continue")).toBeNull();
    expect(screen.queryByRole("radio")).toBeNull();
    expect(screen.getByTestId("request-words")).toBeTruthy();
  });

  test("words that are different stop the person", async () => {
    await open();
    await screen.findByRole("radio");
    await press("request-words-different");
    expect(screen.getByTestId("request-different").textContent).toContain("Don’t give a key");
    expect(screen.queryByTestId("continue")).toBeNull();
    await press("request-refuse");
    await waitFor(() => expect(router.route).toEqual({ page: "home" }));
    expect(openedRequest.check).toBeNull();
    expect(await call("kept_key_requests", {})).toEqual([]);
  });
});

describe("giving the key", () => {
  test("the request fills the hand-over", async () => {
    await open();
    await press("continue");
    await waitFor(() => expect(router.route).toMatchObject({ page: "hand-over", step: "sheet" }));
    const { key } = router.route as Extract<Route, { page: "hand-over" }>;
    const [started] = await call("hand_overs", { key });
    expect([started?.recipient, started?.receiver]).toEqual(["Oleh Koval", "sdk"]);
    expect(openedRequest.check).toBeNull();
  });

  test("without such a key the request is kept, and the way to it opens", async () => {
    play("empty");
    await open();
    await press("request-way");
    await waitFor(() => expect(router.route).toEqual({ page: "guide", guide: "europe" }));
    const [kept] = await call("kept_key_requests", {});
    expect(kept?.request).toEqual(SOME_REQUEST);
    openedRequest.close();

    show({ kept: kept?.id });
    expect((await screen.findByTestId("request-name")).textContent).toBe("Oleh Koval");
    expect(await screen.findByTestId("request-is-kept")).toBeTruthy();
  });

  test("a kept request can be opened and removed", async () => {
    await call("keep_key_request", { request: SOME_REQUEST });
    show();
    await press("request-kept-remove");
    await waitFor(() => expect(screen.queryByTestId("requests-kept")).toBeNull());
    expect(await call("kept_key_requests", {})).toEqual([]);
  });
});
