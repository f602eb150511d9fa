/** What is not right, whatever was pasted with it. */

import { describe, expect, test } from "vitest";
import { checkTaxCode } from "./check";

describe("a letter of another alphabet is named", () => {
  test.each([
    ["DE", "DЕ136695976", "Е", "cyrillic"],
    ["PL", "РL8567346215", "Р", "cyrillic"],
    ["PL", "NIP: 85673462І5", "І", "cyrillic"],
    ["PL", "8567З46215", "З", "cyrillic"],
    ["BG", "ВG831902088", "В", "cyrillic"],
    ["ES", "В58378431", "В", "cyrillic"],
    ["AT", "ΑTU13585627", "Α", "greek"],
    ["RO", "RО18547290", "О", "cyrillic"],
    ["UA", "3285596І", "І", "cyrillic"],
  ])("in %s: %s", (country, code, letter, alphabet) => {
    expect(checkTaxCode(country, code)).toEqual({
      verdict: "foreign_letter",
      found: { letter, alphabet },
    });
  });
});

describe("a label does not make a wrong number right", () => {
  test.each([
    ["PL", "NIP: 856-734-62-16", "check_digit"],
    ["PL", "REGON 8567346216", "check_digit"],
    ["PL", "DE 8567346215", "wrong_length"],
    ["PL", "Kowalski 8567346215", "wrong_length"],
    ["UA", "ЄДРПОУ 32855962", "check_digit"],
    ["DE", "DE136695978-00001", "check_digit"],
    ["DE", "DE136695976-0001", "wrong_sign"],
    ["DE", "USt-IdNr. DE036695976", "check_digit"],
    ["CZ", "CZ687836438", "check_digit"],
    ["CZ", "CZ630723632", "check_digit"],
    ["SK", "SK7312874162", "wrong_form"],
    ["SK", "SK2022749618", "check_digit"],
    ["RO", "J2012000750529", "check_digit"],
    ["RO", "J2012000750998", "wrong_form"],
    ["RO", "J40/1234/1889", "wrong_form"],
    ["RO", "CUI 18547291", "check_digit"],
    ["RO", "CUI 18547290, J2012000750529", "check_digit"],
    ["GB", "XI 980780685", "check_digit"],
    ["GB", "HP604", "wrong_form"],
    ["BG", "7523169264", "check_digit"],
    ["BG", "2557132427", "check_digit"],
    ["BG", "BG 255 713 2427", "check_digit"],
    ["BG", "831902089", "check_digit"],
    ["BG", "8319020880006", "check_digit"],
    ["FR", "10052116825638", "check_digit"],
    ["LV", "32123456789", "check_digit"],
    ["NL", "NL081637949B00", "wrong_form"],
    ["DK", "03146308", "wrong_form"],
  ])("in %s: %s", (country, code, why) => {
    expect(checkTaxCode(country, code)).toMatchObject({ verdict: "misfit", why });
  });
});

test.each(["  ", "\u200B", "\uFEFF \u00A0", "„”"])("%j is no tax code at all", (code) => {
  expect(checkTaxCode("PL", code)).toEqual({ verdict: "empty" });
});

test.each([
  ["UA", "ТОВ Ромашка, ЄДРПОУ 32855962"],
  ["UA", "Коваленко 1759013777"],
  ["BG", "Фирма 831902089"],
])("in %s, the words of %j are no letters that look like Latin ones", (country, code) => {
  expect(checkTaxCode(country, code).verdict).toBe("misfit");
});

test.each(["number ", "N° ", "numero ", "code ID ", "(", "AG a ", '"', "1 "])(
  "a long text of %j is answered at once",
  (part) => {
    for (const length of [280, 100_000]) {
      const started = performance.now();
      checkTaxCode("DE", part.repeat(length / part.length));
      expect(performance.now() - started).toBeLessThan(500);
    }
  },
);
