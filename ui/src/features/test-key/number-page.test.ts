import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { answerAt, play } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { testKey } from "./flow.svelte";
import NumberPage from "./NumberPage.svelte";

const FORM = {
  organization: "Hanse Textil GmbH",
  country: null,
  taxCode: "",
  fullName: "",
  phone: "",
  email: "",
  managerEmail: "",
  language: "",
};

beforeEach(() => {
  adopt("en", english);
  play("empty");
  testKey.restart("DE");
  router.start({ page: "test-key", step: "number" });
  render(NumberPage);
});
afterEach(cleanup);

const phone = () => screen.getByTestId<HTMLInputElement>("phone-input");
const country = () => screen.getByTestId<HTMLInputElement>("phone-country");

describe("the page that asks for the number", () => {
  test("shows exactly the digits that will be sent", async () => {
    await userEvent.type(phone(), "0821 34 37 654");
    await waitFor(() =>
      expect(screen.getByTestId("phone-digits").textContent).toBe("498213437654"),
    );
    expect(phone().value).toBe("0821 34 37 654");
  });

  test("opens the check with Enter", async () => {
    await userEvent.type(phone(), "+49 821 3437654{Enter}");
    await waitFor(() => expect(router.route).toEqual({ page: "test-key", step: "check" }));
  });

  test("stays open, shows the error and focuses the field", async () => {
    await userEvent.type(phone(), "+49 821 34");
    await userEvent.click(screen.getByTestId("continue"));
    expect((await screen.findByTestId("phone-problem")).textContent).toContain(
      "This number is too short",
    );
    expect(phone().getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(phone());
    expect(router.route).toEqual({ page: "test-key", step: "number" });
  });

  test("asks for a confirmation of a number that is not in the numbering plan", async () => {
    await userEvent.type(phone(), "+49 999 1234567{Enter}");
    expect((await screen.findByTestId("phone-problem")).textContent).toContain("Tick the box");
    await userEvent.click(screen.getByTestId("second-look"));
    await userEvent.click(screen.getByTestId("continue"));
    await waitFor(() => expect(router.route).toEqual({ page: "test-key", step: "check" }));
  });

  test("offers several numbers as buttons, and puts the chosen one into the field", async () => {
    await userEvent.type(phone(), "+49 821 3437654; +49 171 3920010");
    const choices = await screen.findAllByTestId("phone-choice");
    expect(choices.map((choice) => choice.textContent?.trim())).toEqual([
      "+49 821 3437654",
      "+49 171 3920010",
    ]);
    await userEvent.keyboard("{Enter}");
    expect((await screen.findByTestId("phone-problem")).textContent).toContain("several numbers");
    expect(router.route).toEqual({ page: "test-key", step: "number" });

    await userEvent.tab();
    await userEvent.tab();
    expect(document.activeElement).toBe(choices[1]);
    await userEvent.keyboard("{Enter}");
    expect(phone().value).toBe("+49 171 3920010");
    await waitFor(() =>
      expect(screen.getByTestId("phone-digits").textContent).toBe("491713920010"),
    );
    expect(screen.queryByTestId("phone-choice")).toBeNull();
    expect(screen.queryByTestId("phone-problem")).toBeNull();
    expect(document.activeElement).toBe(phone());
  });

  test("keeps two pasted lines apart", async () => {
    await userEvent.click(phone());
    await userEvent.paste("+49 821 3437654\r\n+49 171 3920010\r\n");
    expect(await screen.findAllByTestId("phone-choice")).toHaveLength(2);
  });

  test("pastes one line unchanged", async () => {
    await userEvent.click(phone());
    await userEvent.paste("+49 821 3437654\n");
    await waitFor(() =>
      expect(screen.getByTestId("phone-digits").textContent).toBe("498213437654"),
    );
  });

  test("says that a spreadsheet has cut off digits", async () => {
    await userEvent.type(phone(), "4,98213E+11{Enter}");
    expect((await screen.findByTestId("phone-problem")).textContent).toContain("spreadsheet");
  });

  test("asks whether a number is Ukrainian: yes leads to the guide", async () => {
    await userEvent.type(phone(), "067 123 45 67{Enter}");
    expect((await screen.findByTestId("phone-problem")).textContent).toContain("Tick the box");
    expect(router.route).toEqual({ page: "test-key", step: "number" });
    await userEvent.click(screen.getByTestId("second-look-ukraine"));
    expect(phone().value).toBe("+380 67 123 45 67");
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("phone_ukraine");
    expect(document.activeElement).toBe(phone());
  });

  test("asks whether a number is Ukrainian: no sends the number of the chosen country", async () => {
    await userEvent.type(phone(), "067 123 45 67");
    const no = await screen.findByTestId("second-look");
    expect(document.body.textContent).toContain("No, it is +49 671 234567 (Germany)");
    await userEvent.click(no);
    await userEvent.click(screen.getByTestId("continue"));
    await waitFor(() => expect(router.route).toEqual({ page: "test-key", step: "check" }));
  });

  test("asks whether a number is Ukrainian although the chosen country has no such number", async () => {
    answerAt("check_phone", {
      verdict: "maybe_ukraine",
      number: null,
      ukrainian: "+380 67 123 45 67",
    });
    testKey.phone.country = "LT";
    await userEvent.type(phone(), "067 123 45 67{Enter}");
    expect(await screen.findByTestId("second-look-ukraine")).toBeTruthy();
    expect(screen.queryByTestId("second-look")).toBeNull();
    expect(document.body.textContent).toContain("it does not fit the country (Lithuania)");
    expect(router.route).toEqual({ page: "test-key", step: "number" });
  });

  test.each([
    ["+52 1 55 1234 5678", "525512345678", "In Mexico, 1 is no longer part"],
    ["Olena +49 821 3437654", "498213437654", "There is other text next to the number"],
  ])("asks for a second look at %s", async (typed, digits, words) => {
    await userEvent.type(phone(), `${typed}{Enter}`);
    await waitFor(() => expect(screen.getByTestId("phone-digits").textContent).toBe(digits));
    expect(document.body.textContent).toContain(words);
    expect(router.route).toEqual({ page: "test-key", step: "number" });
    await userEvent.click(screen.getByTestId("second-look"));
    await userEvent.click(screen.getByTestId("continue"));
    await waitFor(() => expect(router.route).toEqual({ page: "test-key", step: "check" }));
  });

  test("shows the guide for Ukraine to a number of a company in Ukraine", async () => {
    await userEvent.type(phone(), "+380 67 123 45 67{Enter}");
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("phone_ukraine");
    const guide = screen.getByRole("button", { name: "My company is in Ukraine" });
    // The way out is the main action, not Continue.
    expect(guide.classList).toContain("primary");
    expect(screen.getByTestId("continue").classList).not.toContain("primary");
    await userEvent.click(guide);
    expect(router.route).toEqual({ page: "guide", guide: "ukraine" });
  });

  test("lets the person with a number of Ukraine and a company elsewhere write to Nova Post", async () => {
    await userEvent.type(phone(), "+380 67 123 45 67{Enter}");
    await userEvent.click(await screen.findByRole("button", { name: "Write to Nova Post" }));
    const email = await screen.findByTestId("failure-email");
    await screen.findByTestId("email-body");
    expect(email.textContent).toContain("servicedesk@novapost.com");
    expect(email.textContent).toContain("+380 67 123 45 67");
    expect(router.route).toEqual({ page: "test-key", step: "number" });
  });

  test("names the country of a number with another country code", async () => {
    await userEvent.type(phone(), "+48 601 234 567");
    await waitFor(() => expect(document.body.textContent).toContain("Country: Poland"));
  });
});

describe("a number without a country", () => {
  beforeEach(() => {
    cleanup();
    play("full");
    answerAt("affiliation", { typed: { ...FORM, phoneCountry: "CZ" }, isSaved: true });
    testKey.restart(null);
    render(NumberPage);
  });

  test("is asked about, and each likely country is a button", async () => {
    await userEvent.type(phone(), "601 234 567{Enter}");
    expect((await screen.findByTestId("phone-problem")).textContent).toContain(
      "Choose the country",
    );
    const choices = await screen.findAllByTestId("which-country-choice");
    const names = choices.map((choice) => choice.textContent?.trim());
    expect(names).toContain("Czechia");
    expect(new Set(names).size).toBe(names.length);
    expect(document.body.textContent).not.toContain("Malaysia");
    expect(router.route).toEqual({ page: "test-key", step: "number" });
  });

  test("gets the country of the button", async () => {
    await userEvent.type(phone(), "601 234 567{Enter}");
    await userEvent.click(await screen.findByRole("button", { name: "Czechia" }));
    await waitFor(() =>
      expect(screen.getByTestId("phone-digits").textContent).toBe("420601234567"),
    );
    expect(country().value).toBe("Czechia");
    expect(phone().value).toBe("601 234 567");
    expect(screen.queryByTestId("which-country")).toBeNull();
    expect(document.activeElement).toBe(phone());
  });

  test("gets the code of the country with which it begins", async () => {
    answerAt("check_phone", {
      verdict: "no_country",
      abroad: { digits: "4520123456", international: "+45 20 12 34 56", region: "DK" },
    });
    await userEvent.type(phone(), "45 20 12 34 56{Enter}");
    await userEvent.click(await screen.findByTestId("which-country-abroad"));
    expect(phone().value).toBe("+45 20 12 34 56");
  });

  test("fills in the country if its code is recognized", async () => {
    await userEvent.type(phone(), "+48 601 234 567");
    await waitFor(() => expect(country().value).toBe("Poland"));
  });
});

describe("the field for the country", () => {
  test("is called unnecessary for a number with “+”", () => {
    expect(screen.getByRole("combobox", { name: "Country" })).toBe(country());
    const hint = document.getElementById(country().getAttribute("aria-describedby") ?? "");
    expect(hint?.textContent).toBe("Not needed if the number begins with “+”.");
  });

  test("shows the name of the system's country", async () => {
    await waitFor(() => expect(country().value).toBe("Germany"));
  });

  test("is searched and chosen with the keyboard, without submitting the form", async () => {
    await waitFor(() => expect(country().value).toBe("Germany"));
    await userEvent.clear(country());
    await userEvent.type(country(), "+48{Enter}");
    expect(country().value).toBe("Poland");
    expect(testKey.phone.country).toBe("PL");
    expect(router.route).toEqual({ page: "test-key", step: "number" });
  });

  test("tells a screen reader which country is marked", async () => {
    await waitFor(() => expect(country().value).toBe("Germany"));
    await userEvent.clear(country());
    await userEvent.type(country(), "slovakia");
    const marked = document.getElementById(country().getAttribute("aria-activedescendant") ?? "");
    expect(marked?.textContent).toContain("Slovakia");
    expect(country().getAttribute("aria-expanded")).toBe("true");
    expect(document.body.textContent).toContain("1 country found");
  });

  test("is chosen with the mouse", async () => {
    await waitFor(() => expect(country().value).toBe("Germany"));
    await userEvent.click(country());
    await userEvent.click(screen.getByRole("option", { name: /Austria/ }));
    expect(testKey.phone.country).toBe("AT");
  });
});
