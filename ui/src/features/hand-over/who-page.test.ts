import { cleanup, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { failAt, play } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { KEY, show, showCurrent, start } from "./testing";

beforeEach(() => {
  adopt("en", english);
  play("full");
  router.start({ page: "key", key: KEY });
});
afterEach(cleanup);

const next = async () => userEvent.click(await screen.findByTestId("continue"));

async function systems(): Promise<string[]> {
  const list = await screen.findByTestId<HTMLSelectElement>("hand-over-receiver");
  return [...list.options].map(({ value }) => value);
}

test("a name is asked for, and nothing is started without one", async () => {
  show();
  await next();
  expect((await screen.findByTestId("hand-over-name-missing")).textContent).toContain("Enter");
  expect(document.activeElement).toBe(screen.getByTestId("hand-over-name"));
  expect(await call("hand_overs", { key: KEY })).toEqual([]);
});

test("the name and the system lead to the sheet, and Back shows them again", async () => {
  show();
  await userEvent.type(await screen.findByTestId("hand-over-name"), "  Oleh Koval ");
  await userEvent.selectOptions(screen.getByTestId("hand-over-receiver"), "magento");
  await next();
  await waitFor(() => expect(router.route).toMatchObject({ page: "hand-over", step: "sheet" }));
  const [started] = await call("hand_overs", { key: KEY });
  expect([started?.recipient, started?.receiver]).toEqual(["Oleh Koval", "magento"]);

  router.back();
  showCurrent();
  expect((await screen.findByTestId<HTMLInputElement>("hand-over-name")).value).toBe("Oleh Koval");
  expect(screen.getByTestId<HTMLSelectElement>("hand-over-receiver").value).toBe("magento");
  await next();
  expect(await call("hand_overs", { key: KEY })).toHaveLength(1);
});

test("what was only started is replaced by what is entered instead", async () => {
  const { id } = await start();
  show({ handOver: id, step: "who" });
  await userEvent.selectOptions(await screen.findByTestId("hand-over-receiver"), "shopify");
  await next();
  await waitFor(() => expect(router.route).toMatchObject({ step: "sheet" }));
  const all = await call("hand_overs", { key: KEY });
  expect(all.map(({ receiver }) => receiver)).toEqual(["shopify"]);
});

describe("the systems", () => {
  test("begin with own software", async () => {
    show();
    expect((await systems())[0]).toBe("own_code");
    expect(screen.queryByTestId("hand-over-left-out")).toBeNull();
  });

  test("of a test key are those that take one, and it says which do not", async () => {
    show({ key: "k-test" });
    expect(await systems()).not.toContain("shopify");
    expect(screen.getByTestId("hand-over-left-out").textContent).toContain("Shopify");
  });

  test("of a Ukrainian key begin with software for Ukraine", async () => {
    show({ key: "k-ua" });
    expect(await systems()).toEqual(["own_code_ukraine", "other"]);
    expect(screen.getByTestId("hand-over-left-out").textContent).toContain("Ukrainian key");
  });
});

test("a name that was used before can be chosen", async () => {
  await start();
  show({ key: "k-test" });
  await userEvent.click(await screen.findByTestId("hand-over-known-name"));
  expect(screen.getByTestId<HTMLInputElement>("hand-over-name").value).toBe("Oleh Koval");
});

test("a failure is shown, and tried again", async () => {
  failAt("start_hand_over", { code: "store_unwritable" });
  show();
  await userEvent.type(await screen.findByTestId("hand-over-name"), "Oleh");
  await next();
  expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unwritable");
  expect(router.route).toMatchObject({ page: "hand-over" });
});

describe("a key that can’t be handed over", () => {
  test("says why", async () => {
    show({ key: "k-old" });
    expect((await screen.findByTestId("hand-over-obstacle")).textContent).toContain("expired");
  });

  test("that is gone says so", async () => {
    play("empty");
    show();
    expect(await screen.findByText("This key is no longer in your list.")).toBeTruthy();
  });

  test("or a hand-over that is gone leads back to the key", async () => {
    show({ handOver: 99 });
    expect((await screen.findByTestId("hand-over-obstacle")).textContent).toContain("Begin again");
  });
});

test("while it loads it says so, and a failure has a card", async () => {
  failAt("hand_overs", { code: "store_unreadable" });
  show();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("Give this key");
  expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unreadable");
});
