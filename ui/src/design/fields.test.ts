import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../locales/en.ftl?raw";
import { adopt } from "../i18n/index.svelte";
import Checkbox from "./Checkbox.svelte";
import CountryField from "./country/CountryField.svelte";
import Select from "./Select.svelte";
import TextField from "./TextField.svelte";

const PROPS = { label: "The field", hint: "What is wanted", error: "What is wrong" };
const options = [
  { value: "en", label: "English" },
  { value: "uk", label: "Ukrainian" },
];
const countries = [
  { region: "DE", callingCode: 49 },
  { region: "PL", callingCode: 48 },
];

beforeEach(() => adopt("en", english));
afterEach(cleanup);

describe("every field", () => {
  const fields = {
    "a text field": () => render(TextField, PROPS),
    "a select": () => render(Select, { ...PROPS, options }),
    "a country field": () =>
      render(CountryField, { ...PROPS, countries, first: null, chosen: "DE", onchoose: vi.fn() }),
  };

  test.each(Object.entries(fields))("%s has a name, a hint and an error", (_name, show) => {
    show();
    const control = screen.getByLabelText("The field", { selector: ".control" });
    expect(described(control)).toBe("What is wanted What is wrong");
    expect(control.getAttribute("aria-invalid")).toBe("true");
  });

  test.each(Object.entries(fields))("%s announces its error", (_name, show) => {
    show();
    expect(screen.getByText("What is wrong").parentElement?.ariaLive).toBe("polite");
  });

  test("is not marked as invalid without an error", () => {
    render(TextField, { label: "The field" });
    const control = screen.getByRole("textbox");
    expect(control.getAttribute("aria-invalid")).toBeNull();
    expect(control.getAttribute("aria-describedby")).toBeNull();
  });
});

describe("a select", () => {
  test("shows its placeholder until an option is chosen", async () => {
    const onchange = vi.fn();
    render(Select, { label: "Language", options, placeholder: "Choose one", onchange });
    const control = screen.getByRole<HTMLSelectElement>("combobox", { name: "Language" });
    expect(control.selectedOptions[0]?.textContent).toBe("Choose one");
    await userEvent.selectOptions(control, "Ukrainian");
    expect(control.value).toBe("uk");
    expect(onchange).toHaveBeenCalledOnce();
  });
});

describe("a checkbox", () => {
  test("is described by its text and its error", async () => {
    const { rerender } = render(Checkbox, { label: "I have it", text: "Then it goes on" });
    const box = screen.getByRole<HTMLInputElement>("checkbox", { name: "I have it" });
    expect(described(box)).toBe("Then it goes on");
    await rerender({ error: "Tick it to go on" });
    expect(described(box)).toBe("Then it goes on Tick it to go on");
    await userEvent.click(screen.getByText("I have it"));
    expect(box.checked).toBe(true);
  });
});

describe("a country field", () => {
  test("chooses the country that was typed", async () => {
    const onchoose = vi.fn();
    render(CountryField, { label: "Country", countries, first: null, chosen: "DE", onchoose });
    const field = screen.getByRole<HTMLInputElement>("combobox", { name: "Country" });
    expect(field.value).toBe("Germany");
    await userEvent.type(field, "polska{Enter}", {
      initialSelectionStart: 0,
      initialSelectionEnd: 7,
    });
    expect(onchoose).toHaveBeenCalledWith("PL");
  });

  test("without calling codes has a country as its example, that of the system if it is known", async () => {
    const props = { label: "Country", countries, chosen: null, codes: false, onchoose: vi.fn() };
    const { rerender } = render(CountryField, { ...props, first: "DE" });
    const field = screen.getByRole<HTMLInputElement>("combobox", { name: "Country" });
    expect(field.placeholder).toBe("Name, such as Germany");
    await rerender({ ...props, first: null });
    expect(field.placeholder).toBe("Name, such as Poland");
    await userEvent.click(field);
    expect(screen.getAllByRole("option").map((option) => option.textContent?.trim())).toEqual([
      "Germany",
      "Poland",
    ]);
    await rerender({ ...props, first: null, codes: true });
    expect(field.placeholder).toBe("Name or code, such as +49");
    expect(screen.getAllByRole("option")[0]?.textContent).toContain("+49");
  });
});

function described(field: HTMLElement): string {
  const ids = field.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent?.trim()).join(" ");
}
