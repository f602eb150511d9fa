import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import english from "../../locales/en.ftl?raw";
import { adopt } from "../i18n/index.svelte";
import { looksLikeSecret } from "./key-guard.svelte";
import TextField from "./TextField.svelte";

const KEY = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
const TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJub3ZhIn0.c2lnbmF0dXJl";

beforeEach(() => adopt("en", english));
afterEach(cleanup);

test.each([
  KEY,
  KEY.slice(0, 32),
  KEY.toUpperCase(),
  `key ${KEY}, web shop`,
  `apiKey=${KEY}`,
  `\u200b${KEY.slice(0, 20)}\u200b${KEY.slice(20)}`,
  `\u3164${KEY.slice(0, 20)}\u3164${KEY.slice(20)}`,
  `${KEY.slice(0, 20)}\n${KEY.slice(20)}`,
  `key ${KEY.slice(0, 20)}\n${KEY.slice(20)} web shop`,
  TOKEN,
  `Bearer ${TOKEN}`,
])("a key or a token is recognized: %j", (text) => {
  expect(looksLikeSecret(text)).toBe(true);
});

test.each([
  "",
  "Hanse Textil GmbH",
  "ТОВ «Склад 24»",
  "DE 811 223 344, HRB 12345, +49 821 3437654",
  "UA213223130000026007233566001",
  "Facade Café Bad Ebbe",
  "•••• •••• 4bf2",
  KEY.slice(0, 20),
])("other text is not: %j", (text) => {
  expect(looksLikeSecret(text)).toBe(false);
});

function pasted(text: string) {
  const clipboardData = { getData: () => text };
  return fireEvent.paste(screen.getByLabelText("Organization"), { clipboardData });
}

test("a field refuses a pasted or dropped key and says why, until something else is typed", async () => {
  render(TextField, { label: "Organization" });
  const field = screen.getByLabelText<HTMLInputElement>("Organization");
  expect(await pasted(`for ${KEY}`)).toBe(false);
  expect(screen.getByText(/looks like a key/)).toBeTruthy();
  expect(field.getAttribute("aria-invalid")).toBe("true");
  await fireEvent.input(field, { target: { value: "Hanse" } });
  expect(screen.queryByText(/looks like a key/)).toBeNull();

  const dataTransfer = { getData: () => TOKEN };
  expect(await fireEvent.drop(field, { dataTransfer })).toBe(false);
  expect(screen.getByText(/looks like a key/)).toBeTruthy();
  expect(await pasted("Hanse")).toBe(true);
  expect(screen.queryByText(/looks like a key/)).toBeNull();
});

test("a field with a key in it says so", async () => {
  render(TextField, { label: "Organization" });
  await fireEvent.input(screen.getByLabelText("Organization"), { target: { value: KEY } });
  expect(screen.getByText(/looks like a key/)).toBeTruthy();
});
