import { cleanup, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { call } from "../../ipc";
import { answerAt, failAt, play } from "../../ipc/fake/index";
import { enter, FILLED, open, RUN, type } from "./testing";

vi.mock("../../ipc", async (original) => {
  const real = await original<typeof import("../../ipc")>();
  return { ...real, call: vi.fn(real.call) };
});

beforeEach(async () => {
  play("full");
  await enter("live");
  vi.mocked(call).mockClear();
});
afterEach(cleanup);

describe("the affiliation email", () => {
  test("is written while the form is filled in", async () => {
    const body = await open();
    await type("affiliation-full-name", "Anna Schmidt");
    expect(body.textContent).toMatch(
      /Organization: Hanse Textil GmbH\nCountry: Germany\nTax code: …/,
    );
    expect(body.textContent).toContain("Authorized representative: Anna Schmidt");
  });

  test("is in the chosen language, which is kept, and the window stays in its own", async () => {
    await open({});
    await userEvent.selectOptions(screen.getByTestId("email-language"), "Українська");
    const body = screen.getByTestId("email-body");
    await waitFor(() => expect(body.textContent).toMatch(/Країна: Німеччина/));
    expect(body.lang).toBe("uk");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Email to Nova Post");
    await waitFor(async () =>
      expect((await call("affiliation", { run: RUN })).typed.language).toBe("uk"),
    );
  });

  test("is in the language of the organization's country, and in English for the service desk", async () => {
    await open({ language: "" });
    const body = screen.getByTestId("email-body");
    await waitFor(() => expect(body.textContent).toMatch(/Land: Deutschland/));
    expect(screen.getByText(/suggests it by the country/)).toBeTruthy();
    await userEvent.clear(screen.getByTestId("affiliation-manager"));
    await waitFor(() => expect(body.textContent).toMatch(/Country: Germany/));
    expect(screen.getByText(/suggests English/)).toBeTruthy();
    expect((await call("affiliation", { run: RUN })).typed.language).toBe("");
  });

  test("in another language than the window's can be read in the window's", async () => {
    await open({ language: "pl" });
    const fold = await screen.findByTestId("email-meaning");
    await userEvent.click(fold);
    const meaning = document.getElementById(fold.getAttribute("aria-controls") ?? "");
    expect(meaning?.textContent).toContain("Country: Germany");
    expect(screen.getByTestId("email-body").textContent).toContain("Kraj: Niemcy");
    await userEvent.selectOptions(screen.getByTestId("email-language"), "English");
    await waitFor(() => expect(screen.queryByTestId("email-meaning")).toBeNull());
  });

  test("has the phone number in international form", async () => {
    const body = await open({});
    await waitFor(() => expect(body.textContent).toContain("Phone: +49 821 3437654"));
  });
});

describe("the typed values", () => {
  test("are saved up to the last character", async () => {
    await open();
    await type("affiliation-tax-code", "DE136");
    await waitFor(async () =>
      expect((await call("affiliation", { run: RUN })).typed.taxCode).toBe("DE136"),
    );
  });

  test("show a failed save, and are saved on another try", async () => {
    await open();
    failAt("save_affiliation", { code: "store_unwritable" });
    await type("affiliation-tax-code", "D");
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unwritable");
    play("full");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.queryByTestId("failure-card")).toBeNull());
    expect((await call("affiliation", { run: RUN })).typed.taxCode).toBe("D");
  });
});

describe("a field", () => {
  test("is checked after the person leaves it, not while they type the first characters", async () => {
    await open();
    const field = await type("affiliation-email", "anna");
    expect(field.getAttribute("aria-invalid")).toBeNull();
    await userEvent.tab();
    await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
    await userEvent.type(field, "@");
    expect(field.getAttribute("aria-invalid")).toBeNull();
  });

  test("with a doubtful tax code shows the reason, and the email can still be sent", async () => {
    await open({ taxCode: "DE136695978" });
    const doubt = await screen.findByTestId("tax-code-doubt");
    expect(doubt.textContent).toMatch(/One digit may be wrong.*USt-IdNr\. or Steuernummer/);
    await userEvent.click(screen.getByTestId("continue"));
    expect(await screen.findByTestId("open-mail")).toBeTruthy();
  });

  test("with a tax code of an unknown country says that it was not checked", async () => {
    await open({ country: "AQ", taxCode: "1" });
    expect((await screen.findByTestId("tax-code-note")).textContent).toContain("can’t check");
    expect(screen.getByText(/^The company’s registration or VAT number/)).toBeTruthy();
  });

  test("for the tax code names the numbers of the country", async () => {
    await open({ country: "PL", taxCode: "" });
    const hint = "The NIP, REGON or KRS, as written in the contract.";
    expect(await screen.findByText(hint)).toBeTruthy();
    expect(screen.getByRole("textbox", { name: "Tax code" })).toBeTruthy();
  });

  test("for the tax code has the number’s name in its label if the country has one number", async () => {
    await open({ country: "ES", taxCode: "" });
    const field = await screen.findByRole("textbox", { name: "Tax code (NIF)" });
    expect(field).toBe(screen.getByTestId("affiliation-tax-code"));
    expect(screen.getByText(/^The company’s registration or VAT number/)).toBeTruthy();
  });

  test("for the tax code follows the chosen country", async () => {
    await open({ country: "ES", taxCode: "" });
    await screen.findByRole("textbox", { name: "Tax code (NIF)" });
    await userEvent.type(await type("affiliation-country", "Deutschland"), "{Enter}");
    expect(await screen.findByText(/^The USt-IdNr\. or Steuernummer/)).toBeTruthy();
    expect(screen.getByRole("textbox", { name: "Tax code" })).toBeTruthy();
  });

  test("accepts a phone number of Ukraine, because an account may have one", async () => {
    await open({ phone: "+380 67 123 45 67" });
    await userEvent.click(screen.getByTestId("continue"));
    expect(await screen.findByTestId("open-mail")).toBeTruthy();
  });
});

describe("what is filled in", () => {
  const place = (id: string) => screen.getByTestId(id).closest(".field")?.textContent;

  test("says where it comes from while it is unchanged", async () => {
    await open();
    expect(place("affiliation-organization")).toContain("From this guide.");
    expect(place("affiliation-country")).toContain("From the region settings");
    expect(place("affiliation-phone-country")).toContain("From the region settings");
    expect(place("affiliation-full-name")).not.toContain("From");
    await userEvent.type(screen.getByTestId("affiliation-organization"), " & Co");
    expect(place("affiliation-organization")).not.toContain("From this guide.");
  });

  test("from another email says so", async () => {
    answerAt("affiliation", { typed: { ...FILLED, taxCode: "" }, isSaved: false });
    await open();
    for (const id of ["full-name", "phone", "email", "manager", "country"]) {
      expect(place(`affiliation-${id}`)).toContain("From your last email to Nova Post.");
    }
    expect(place("affiliation-tax-code")).not.toContain("From");
  });

  test("on an earlier visit is explained above the form", async () => {
    await open({});
    expect(screen.getByTestId("affiliation-earlier").textContent).toContain("Saved earlier");
    expect(place("affiliation-organization")).not.toContain("From");
  });

  test("is never the number of a test key, which is offered with its origin", async () => {
    await open();
    const phone = screen.getByTestId<HTMLInputElement>("affiliation-phone");
    expect(phone.value).toBe("");
    expect(screen.getByText(/Phone number of your newest test key: \+49 821 3437654/)).toBeTruthy();
    await userEvent.click(screen.getByTestId("affiliation-phone-use"));
    expect(phone.value).toBe("+49 821 3437654");
    expect(screen.queryByTestId("affiliation-phone-use")).toBeNull();
    await waitFor(async () =>
      expect((await call("affiliation", { run: RUN })).typed.phone).toBe("+49 821 3437654"),
    );
  });
});

test("an address is taken out of what was pasted with it", async () => {
  await open({});
  await type("affiliation-email", "  anna@firma.example ");
  await userEvent.tab();
  await waitFor(() => expect(screen.getByDisplayValue("anna@firma.example")).toBeTruthy());
  expect((await call("affiliation", { run: RUN })).typed.email).toBe("anna@firma.example");
});

test("a letter of another alphabet in an address or a tax code is named", async () => {
  answerAt("check_email", {
    verdict: "mixed_alphabets",
    letter: "і",
    alphabet: "cyrillic",
    part: "offіce",
  });
  await open({ email: "offіce@firma.example", taxCode: "DЕ136695976" });
  const named = await screen.findAllByText(/The letter “і” in “offіce” is Cyrillic/);
  expect(named.length).toBeGreaterThan(0);
  const doubt = await screen.findByTestId("tax-code-doubt");
  expect(doubt.textContent).toContain("The letter “Е” is Cyrillic");
});

test("the summary of errors is above the form, and each line leads to its field", async () => {
  await open({ taxCode: "", email: "anna", managerEmail: "manager" });
  await userEvent.click(screen.getByTestId("continue"));
  const summary = await screen.findByRole("region", { name: "Before you can send the email" });
  expect(document.activeElement).toBe(summary);
  const lines = within(summary).getAllByRole("button");
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    "Enter the tax code.",
    expect.stringMatching(/^Email: /),
    expect.stringMatching(/^Email of your manager at Nova Post: /),
  ]);
  await userEvent.click(lines[0] as HTMLElement);
  expect(document.activeElement).toBe(screen.getByTestId("affiliation-tax-code"));
});
