/** What the tests of the page of a run share. */

import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { call, ignoreSteps } from "../../ipc";
import Guide from "./Guide.svelte";

/** The runs of the test data: the first is not offered and has to write, the second has no step done. */
export const HANSE = 2;
export const NORDLICHT = 1;

/** The steps before the key is added. */
export const BEFORE_THE_KEY = [
  "person",
  "account",
  "offered",
  "affiliate",
  "answer",
  "organizations",
  "create",
];

/** Opens the page of a run. */
export function show(run: number) {
  cleanup();
  render(Guide, { route: { page: "guide", guide: "europe", run } });
}

/** The step that is open. */
export async function openStep(): Promise<HTMLElement> {
  return screen.findByTestId("guide-step");
}

/** Opens the step with this title. */
export async function openByTitle(title: string) {
  await userEvent.click(await screen.findByRole("button", { name: new RegExp(title) }));
}

/** Marks steps of the first run as done. */
export async function tick(steps: string[]) {
  for (const step of steps) {
    const answer = step === "offered" ? "no" : null;
    await call("set_guide_step", { run: HANSE, step, done: true, answer });
  }
}

/** Adds a key in the first run. */
export async function importKey() {
  const about = {
    name: "",
    environment: "production",
    holder: null,
    expiry: { is: "not_asked" },
    run: HANSE,
    record: null,
    secondLook: false,
  } as const;
  const organizations = ["Hanse Textil GmbH"];
  await call("import_key", { about: { ...about, organizations } }, ignoreSteps);
}
