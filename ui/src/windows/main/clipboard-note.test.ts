import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { KEY } from "../../features/hand-over/testing";
import { adopt } from "../../i18n/index.svelte";
import { call, ignoreSteps } from "../../ipc";
import { play, startInfo } from "../../ipc/fake/index";
import { clipboard } from "../../state/clipboard.svelte";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import ClipboardNote from "./ClipboardNote.svelte";

beforeEach(async () => {
  await session.begin(startInfo({ mode: "live" }));
  adopt("en", english);
  play("full");
  router.start({ page: "home" });
});
afterEach(cleanup);

test("a link beside the note leads to the page that hands the copied key over", async () => {
  render(ClipboardNote);
  await call("copy_key", { key: KEY }, ignoreSteps);
  clipboard.update({ state: "holds", what: "key", seconds: 30 });
  await userEvent.click(await screen.findByTestId("clipboard-hand-over"));
  expect(router.route).toEqual({ page: "hand-over", key: KEY });
  await waitFor(() => expect(screen.queryByTestId("clipboard-hand-over")).toBeNull());
});

test("there is no such link for a copied token", async () => {
  render(ClipboardNote);
  await call("copy_key", { key: KEY }, ignoreSteps);
  clipboard.update({ state: "holds", what: "token", seconds: 30 });
  await screen.findByTestId("clipboard-note");
  expect(screen.queryByTestId("clipboard-hand-over")).toBeNull();
});
