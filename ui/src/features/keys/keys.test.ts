import { cleanup, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { play } from "../../ipc/fake/index";
import Keys from "./Keys.svelte";

beforeEach(() => adopt("en", english));
afterEach(cleanup);

describe("the list of keys", () => {
  test("shows the kind, the end and the status of each key", async () => {
    play("full");
    render(Keys);
    const rows = await screen.findAllByTestId("key-row");
    const facts = rows.map((row) => row.textContent);
    expect(facts[0]).toMatch(
      /Test key.*TEST.*Key ending in 4bf2.*\+49 821 3437654.*Not checked yet.*Active/s,
    );
    expect(facts[1]).toMatch(/Web shop.*PRODUCTION.*in 22 days.*3 days ago.*Active/s);
    expect(facts[2]).toMatch(/UA.*Not known/s);
    expect(facts[3]).toMatch(/35 days ago.*Expired/s);
  });

  test("never contains more of a key than its last four characters", async () => {
    play("full");
    render(Keys);
    const [row] = await screen.findAllByTestId("key-row");
    expect(within(row as HTMLElement).queryByText(/[0-9a-f]{8,}/)).toBeNull();
  });

  test("leads to a first key while it is empty", async () => {
    play("empty");
    render(Keys);
    expect(await screen.findByRole("heading", { name: "No keys yet" })).toBeTruthy();
    expect(screen.getByTestId("start-test-key")).toBeTruthy();
  });
});
