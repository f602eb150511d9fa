import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { KeyAnswers } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { failAt, play } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import Review from "./Review.svelte";

const NEEDED: KeyAnswers = { need: "needed", people: null, organizations: null, inPortal: null };

beforeEach(() => {
  adopt("en", english);
  play("full");
  router.start({ page: "home" });
});
afterEach(cleanup);

function show() {
  cleanup();
  render(Review);
}

const press = async (testid: string) => userEvent.click(await screen.findByTestId(testid));

async function choose(question: RegExp, answer: string) {
  const group = await screen.findByRole("group", { name: question });
  await userEvent.click(within(group).getByLabelText(answer));
}

/** Starts a review and answers the question about each key but the last `but` ones. */
async function answered(but = 0) {
  const { id } = await call("start_review", {});
  const { inUse } = await call("reviews", {});
  for (const key of inUse.slice(0, inUse.length - but)) {
    await call("answer_review_key", { review: id, key, answers: NEEDED });
  }
  return { id, inUse };
}

test("a review asks about one key after the other, and counts them", async () => {
  show();
  await press("review-start");
  const { inUse } = await call("reviews", {});
  const progress = await screen.findByTestId("review-progress");
  expect(progress.textContent).toContain(`0 of ${inUse.length}`);
  await choose(/need this key/, "Yes");
  await press("continue");
  await waitFor(() =>
    expect(screen.getByTestId("review-progress").textContent).toContain(`1 of ${inUse.length}`),
  );
  const review = (await call("reviews", {})).open;
  expect(review?.keys.map(({ key }) => key)).toEqual([inUse[0]]);
});

test("a key without an answer can be left for later, and is not passed by accident", async () => {
  const { inUse } = await answered(1);
  show();
  await press("continue");
  expect(
    (await screen.findByRole("group", { name: /need this key/ })).parentElement?.textContent,
  ).toContain("Choose an answer");
  expect(document.activeElement).toBe(screen.getAllByRole("radio", { name: "Yes" })[0]);
  expect((await call("reviews", {})).open?.keys).toHaveLength(inUse.length - 1);
  await press("review-skip");
  expect(await screen.findByText("Compare with Nova Post’s list")).toBeTruthy();
});

test("a review that was left goes on at the first key without an answer", async () => {
  const { inUse } = await answered(2);
  show();
  const next = await screen.findByTestId("guide-key");
  const [card] = await call("keys_by_id", { keys: [inUse[inUse.length - 2] as string] });
  expect(next.textContent).toContain(card?.lastFour);
});

test("a key that is added during the review is asked about", async () => {
  await answered();
  const about = {
    name: "Web shop 2",
    environment: "production",
    holder: null,
    expiry: { is: "not_asked" },
    run: null,
    record: null,
    secondLook: false,
    organizations: null,
  } as const;
  const added = await call("import_key", { about }, () => undefined);
  show();
  expect(await screen.findByRole("heading", { level: 1, name: added.key.name })).toBeTruthy();
});

test("the answers lead to what is to do, and a deactivated key is no longer among it", async () => {
  const { id, inUse } = await answered();
  const key = inUse[0] as string;
  const answers = { ...NEEDED, need: "not_needed" } as const;
  await call("answer_review_key", { review: id, key, answers });
  show();
  await press("continue");
  await press("continue");
  expect((await screen.findByTestId("review-follow-up")).dataset.key).toBe(key);
  await press("review-deactivate");
  await press("key-deactivate-sure");
  await waitFor(() => expect(screen.queryByTestId("review-follow-up")).toBeNull());
});

test("Nova Post’s list is compared by eye, and a key that is not here can be added", async () => {
  await answered();
  show();
  await choose(/ending in 91c0/, "Not in the list");
  await waitFor(async () => {
    const reviewed = (await call("reviews", {})).open?.keys.find(({ key }) => key === "k-live");
    expect(reviewed?.answers).toEqual({ ...NEEDED, inPortal: false });
  });
  await choose(/that is not here/, "Yes");
  await press("review-add-key");
  expect(router.route).toEqual({ page: "add-key", environment: "production" });
});

test("the webhooks are shown only when the person asks for them", async () => {
  await answered();
  show();
  await press("continue");
  await screen.findByTestId("review-webhooks-show");
  expect(screen.queryByTestId("review-webhooks")).toBeNull();
  await press("review-webhooks-show");
  const list = await screen.findByTestId("review-webhooks");
  expect(list.textContent).toContain("https://shop.example/nova-post/tracking");
  await choose(/know all these/, "No");
  expect(await screen.findByText(/Ask your developer about them/)).toBeTruthy();
});

test("why the webhooks can’t be shown is said, and the review goes on", async () => {
  await answered();
  failAt("webhooks", { code: "access_forbidden" });
  show();
  await press("continue");
  await press("review-webhooks-show");
  expect((await screen.findByTestId("failure-card")).dataset.code).toBe("access_forbidden");
  await press("continue");
  expect(await screen.findByTestId("review-sign")).toBeTruthy();
});

test("a review is signed with a name, and its report is saved", async () => {
  await answered(1);
  show();
  await press("review-skip");
  await press("continue");
  await press("continue");
  expect(await screen.findByText(/not reviewed 1 key/)).toBeTruthy();
  await press("review-sign");
  expect(await screen.findByText("Enter your name")).toBeTruthy();
  await userEvent.type(screen.getByTestId("review-name"), "Olena Kovalenko");
  await press("review-sign");
  expect(await screen.findByTestId("review-done")).toBeTruthy();
  await press("review-report-save");
  expect((await screen.findByTestId("hand-over-saved")).textContent).toContain("Key review");

  show();
  const earlier = await screen.findByTestId("reviews-signed");
  expect(earlier.textContent).toContain("Olena Kovalenko");
});

test("a review is stopped only after a question", async () => {
  await answered(1);
  show();
  await press("review-discard");
  expect((await call("reviews", {})).open).not.toBeNull();
  await press("review-discard-sure");
  expect(await screen.findByTestId("review-start")).toBeTruthy();
  expect((await call("reviews", {})).open).toBeNull();
});

test("without a key in use there is nothing to review", async () => {
  play("empty");
  show();
  expect(await screen.findByText("No keys to review")).toBeTruthy();
  expect(screen.queryByTestId("review-start")).toBeNull();
});

test("a failure has a card, and the page can be loaded again", async () => {
  failAt("reviews", { code: "store_unwritable" });
  show();
  expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unwritable");
});
