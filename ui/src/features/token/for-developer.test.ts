import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import type { OtherAddress, StartInfo } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { observeCommands } from "../../ipc";
import { startInfo } from "../../ipc/fake/index";
import { session } from "../../state/session.svelte";
import ForDeveloper from "./ForDeveloper.svelte";

const OTHER: OtherAddress = { environment: "production", host: "gateway.firma.example" };

/** Shows the text in the language, copies it, and returns what was copied. */
async function copied(
  environment: "sandbox" | "production",
  start: Partial<StartInfo>,
  language = "en",
) {
  await session.begin(startInfo(start));
  if (language === "uk") adopt("uk", ukrainian);
  else adopt("en", english);
  const texts: string[] = [];
  const stop = observeCommands((done) => {
    if (done.command === "copy_text" && "args" in done) texts.push(done.args.text);
  });
  render(ForDeveloper, { environment });
  const name =
    language === "uk" ? "Копіювати, як користуватися токеном" : "Copy how to use the token";
  await userEvent.click(screen.getByRole("button", { name }));
  await waitFor(() => expect(texts).toHaveLength(1));
  stop();
  return texts[0] as string;
}

afterEach(cleanup);

describe("what the developer needs for a token", () => {
  test.each([
    ["sandbox", "Environment: test (sandbox)", "Address: https://api-stage.novapost.pl/v.1.0/"],
    ["production", "Environment: production", "Address: https://api.novapost.com/v.1.0/"],
  ] as const)("is copied with the address: %s", async (environment, kind, address) => {
    const text = await copied(environment, { mode: "live" });
    const lines = text.split("\n");
    expect(lines).toContain(kind);
    expect(lines).toContain(address);
    expect(text).toContain("Authorization: <jwt> (the token alone, without “Bearer”)");
    expect(text).toContain("about an hour");
    expect(text).not.toMatch(/PRACTICE|eyJ/);
    expect(screen.getAllByText("Copied")).not.toHaveLength(0);
  });

  test("names the host that the administrator has set for this environment only", async () => {
    const start: Partial<StartInfo> = { mode: "live", otherAddresses: [OTHER] };
    expect(await copied("production", start)).toContain("Address: gateway.firma.example\n");
    cleanup();
    expect(await copied("sandbox", start)).toContain(
      "Address: https://api-stage.novapost.pl/v.1.0/\n",
    );
  });

  test("is marked as practice there", async () => {
    const text = await copied("production", { mode: "practice", otherAddresses: [OTHER] });
    expect(text).toMatch(/^PRACTICE: /);
    expect(text).toContain("Address: https://api.novapost.com/v.1.0/\n");
  });

  test("is in Ukrainian if the window is", async () => {
    const text = await copied("sandbox", { mode: "live" }, "uk");
    expect(text.split("\n")).toContain("Середовище: тестове (sandbox)");
  });
});
