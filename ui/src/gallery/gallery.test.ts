import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { cleanup, render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { play, startInfo } from "../ipc/fake/index";
import { router } from "../state/router.svelte";
import { session } from "../state/session.svelte";
import Gallery from "./Gallery.svelte";
import { listenForGallery } from "./open-gallery";

const sections = ["tokens", "actions", "fields", "surfaces", "ways", "failures", "pictures"];

beforeEach(async () => {
  play("full");
  window.location.hash = "";
  await session.begin(startInfo({ mode: "practice", region: "DE" }));
});
afterEach(cleanup);

describe("the gallery", () => {
  test.each(sections)("shows %s without missing messages", async (section) => {
    window.location.hash = `#gallery/${section}`;
    render(Gallery);
    const shown = await screen.findByTestId(`gallery-${section}`);
    expect(within(shown).getAllByRole("heading", { level: 2 }).length).toBeGreaterThan(0);
    // A message that is missing shows its name.
    expect(shown.textContent).not.toMatch(/(?:test-key|help|failure|settings|clipboard)-[a-z]+/);
  });

  test("switches between sections", async () => {
    render(Gallery);
    await userEvent.click(screen.getByRole("radio", { name: "pictures" }));
    expect(screen.getByTestId("gallery-pictures")).toBeTruthy();
  });

  test("has every component of the design system", () => {
    const shown = sources("src/gallery");
    const inside = sources("src/design");
    const missing = readdirSync("src/design", { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".svelte"))
      .filter((path) => !new RegExp(`import .*${basename(path)}`).test(`${shown}\n${inside}`));
    expect(missing.filter((path) => path !== "Corner.svelte")).toEqual([]);
  });

  test("opens by its shortcut and by its address", () => {
    router.start({ page: "home" });
    listenForGallery();
    expect(router.route.page).toBe("home");
    const keys = { key: "G", code: "KeyG", ctrlKey: true, shiftKey: true };
    window.dispatchEvent(new KeyboardEvent("keydown", keys));
    expect(router.route.page).toBe("gallery");
    router.start({ page: "home" });
    window.location.hash = "#gallery";
    window.dispatchEvent(new HashChangeEvent("hashchange"));
    expect(router.route.page).toBe("gallery");
  });
});

function sources(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".svelte"))
    .map((path) => readFileSync(`${folder}/${path}`, "utf8"))
    .join("\n");
}
