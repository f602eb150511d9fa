import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../../locales/en.ftl?raw";
import { adopt } from "../../../i18n/index.svelte";
import { call } from "../../../ipc";
import { answerAt, failAt, play } from "../../../ipc/fake/index";
import { router } from "../../../state/router.svelte";
import KeyPage from "../page/KeyPage.svelte";

async function open(key = "k-live") {
  router.start({ page: "key", key });
  render(KeyPage, { route: { page: "key", key } });
  await screen.findByTestId("key-card");
}

async function keyNow(key = "k-live") {
  return (await call("keys_by_id", { keys: [key] }))[0];
}

beforeEach(() => {
  adopt("en", english);
  play("full");
});
afterEach(cleanup);

describe("the page of a key", () => {
  test("changes its name, holder, notes and organizations", async () => {
    await open();
    await userEvent.click(screen.getByTestId("change-details"));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getAllByText("Nothing changes.")).toHaveLength(2);
    await userEvent.clear(dialog.getByTestId("key-name"));
    await userEvent.type(dialog.getByTestId("key-name"), "New shop");
    await userEvent.type(dialog.getByTestId("key-notes"), "Ask Olena");
    await userEvent.type(dialog.getByTestId("organization-name"), "Nordlicht");
    await userEvent.click(dialog.getByTestId("key-details-save"));
    expect(await screen.findByRole("heading", { level: 1, name: "New shop" })).toBeTruthy();
    const card = screen.getByTestId("key-card").textContent;
    expect(card).toMatch(/Hanse Textil GmbH.*Nordlicht.*Ask Olena/s);
    await waitFor(() =>
      expect(screen.getByTestId("key-history").textContent).toContain(
        "Changed: name, notes, organizations",
      ),
    );
  });

  test("changes the expiry date, and refuses a day that does not exist", async () => {
    await open("k-ua");
    await userEvent.click(screen.getByTestId("change-expiry"));
    await userEvent.type(screen.getByTestId("key-expiry-day"), "31");
    await userEvent.selectOptions(screen.getByTestId("key-expiry-month"), "2");
    await userEvent.type(screen.getByTestId("key-expiry-year"), "2031");
    await userEvent.click(screen.getByTestId("key-expiry-save"));
    expect(screen.getByTestId("key-expiry-problem").textContent).toContain("does not exist");
    await userEvent.clear(screen.getByTestId("key-expiry-day"));
    await userEvent.type(screen.getByTestId("key-expiry-day"), "28");
    await userEvent.click(screen.getByTestId("key-expiry-save"));
    await waitFor(() =>
      expect(screen.getByTestId("key-expires").textContent).toContain("28 February 2031"),
    );
    await waitFor(() =>
      expect(screen.getByTestId("key-history").textContent).toContain(
        "Before: Not known. Now: 28 February 2031",
      ),
    );
  });

  test("changes both dates, and refuses a creation after the end", async () => {
    await open("k-ua");
    await userEvent.click(screen.getByTestId("change-expiry"));
    await userEvent.clear(screen.getByTestId("key-created-day"));
    await userEvent.clear(screen.getByTestId("key-created-year"));
    await userEvent.type(screen.getByTestId("key-created-day"), "2");
    await userEvent.selectOptions(screen.getByTestId("key-created-month"), "3");
    await userEvent.type(screen.getByTestId("key-created-year"), "2031");
    await userEvent.type(screen.getByTestId("key-expiry-day"), "1");
    await userEvent.selectOptions(screen.getByTestId("key-expiry-month"), "3");
    await userEvent.type(screen.getByTestId("key-expiry-year"), "2031");
    await userEvent.click(screen.getByTestId("key-expiry-save"));
    expect(screen.getByTestId("key-created-problem").textContent).toContain("after the expiry");
    await userEvent.clear(screen.getByTestId("key-created-day"));
    await userEvent.type(screen.getByTestId("key-created-day"), "1");
    await userEvent.click(screen.getByTestId("key-expiry-save"));
    await waitFor(() =>
      expect(screen.getByTestId("key-history").textContent).toMatch(
        /Creation date changed\. Before: .*\. Now: 1 March 2031/,
      ),
    );
  });

  test("leaves the creation of a requested key as Nova Post told it", async () => {
    await open("k-test");
    await userEvent.click(screen.getByTestId("change-expiry"));
    expect(screen.queryByTestId("key-created-day")).toBeNull();
    await userEvent.clear(screen.getByTestId("key-expiry-year"));
    await userEvent.type(screen.getByTestId("key-expiry-year"), "1990");
    await userEvent.click(screen.getByTestId("key-expiry-save"));
    expect(screen.getByTestId("key-expiry-problem").textContent).toContain("before the creation");
  });

  test("marks a key as replaced elsewhere, and as in use again", async () => {
    await open();
    await userEvent.click(screen.getByTestId("change-replaced"));
    expect((await screen.findByRole("dialog")).textContent).toMatch(
      /Where it was created.*Nothing changes/s,
    );
    await userEvent.click(screen.getByTestId("key-replaced-sure"));
    await waitFor(() => expect(screen.getByTestId("key-status").dataset.standing).toBe("replaced"));
    await waitFor(() =>
      expect(screen.getByTestId("key-history").textContent).toContain("Marked as replaced"),
    );
    expect(screen.queryByTestId("change-replaced")).toBeNull();
    await userEvent.click(screen.getByTestId("change-deactivated"));
    await userEvent.click(screen.getByTestId("key-deactivate-sure"));
    await waitFor(() => expect(screen.getByTestId("key-status").dataset.standing).toBe("active"));
  });

  test("marks a key as deactivated and as in use again", async () => {
    await open();
    await userEvent.click(screen.getByTestId("change-deactivated"));
    expect((await screen.findByRole("dialog")).textContent).toContain("can’t deactivate a key");
    await userEvent.click(screen.getByTestId("key-deactivate-sure"));
    await waitFor(() =>
      expect(screen.getByTestId("key-status").dataset.standing).toBe("deactivated"),
    );
    await userEvent.click(screen.getByTestId("change-deactivated"));
    await userEvent.click(screen.getByTestId("key-deactivate-sure"));
    await waitFor(() => expect(screen.getByTestId("key-status").dataset.standing).toBe("active"));
  });

  test.each([
    ["nowhere", "delete-key"],
    ["nowhere", "change-deactivated"],
    ["never_here", "change-replaced"],
  ] as const)(
    "says of a key that is %s that the password store lacks it: %s",
    async (kept, change) => {
      const key = await keyNow();
      if (!key) throw new Error("no key");
      answerAt("keys_by_id", [{ ...key, kept }]);
      await open();
      await userEvent.click(screen.getByTestId(change));
      const dialog = await screen.findByRole(change === "delete-key" ? "alertdialog" : "dialog");
      expect(dialog.textContent).toContain("The key is not there.");
      expect(dialog.textContent).not.toMatch(/ten seconds|You can still copy/);
    },
  );

  test("adds and removes the places where it is used", async () => {
    await open();
    await userEvent.click(screen.getByLabelText("Person"));
    await userEvent.type(screen.getByTestId("key-place-name"), "Taras{Enter}");
    await waitFor(() =>
      expect(screen.getByTestId("key-places").textContent).toMatch(/Taras.*Person/s),
    );
    await userEvent.click(screen.getByRole("button", { name: "Remove: Online shop" }));
    await waitFor(() =>
      expect(screen.getByTestId("key-places").textContent).not.toContain("Online shop"),
    );
    expect((await keyNow())?.places).toEqual([{ kind: "person", name: "Taras" }]);
  });

  test("folds a long history", async () => {
    const createdAt = (await keyNow())?.createdAt ?? null;
    for (let count = 0; count < 6; count += 1)
      await call("change_key_dates", {
        key: "k-live",
        to: { createdAt, validUntil: `2027-08-0${count + 1}T12:00:00Z` },
      });
    await open();
    const history = await screen.findByTestId("key-history");
    expect(within(history).getAllByRole("listitem")).toHaveLength(5);
    await userEvent.click(screen.getByTestId("key-history-all"));
    expect(within(history).getAllByRole("listitem")).toHaveLength(7);
  });

  test("says why a change was not saved, and keeps what was typed", async () => {
    await open();
    failAt("change_key_details", { code: "looks_like_key" });
    await userEvent.click(screen.getByTestId("change-details"));
    await userEvent.type(await screen.findByTestId("key-notes"), "a key");
    await userEvent.click(screen.getByTestId("key-details-save"));
    const dialog = within(screen.getByRole("dialog"));
    expect(await dialog.findByRole("status")).toBeTruthy();
    expect((dialog.getByTestId("key-notes") as HTMLTextAreaElement).value).toBe("a key");
  });
});
