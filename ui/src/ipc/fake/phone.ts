/** Rust’s check of a phone number in short: numbers with separators, and one example of each other verdict. */

import type { Country, Verdict } from "../../bindings";
import { book, countries } from "./data";

export function checkPhone(input: string, region: string | null): Verdict {
  const parts = input.split(/[;\t]/).filter((part) => /\d{3}/.test(part));
  if (parts.length > 1) {
    const numbers = parts.map((part) => {
      const verdict = checkPhone(part, region);
      return verdict.verdict === "ready" ? verdict.number.international : part.trim();
    });
    return { verdict: "several", numbers };
  }
  if (/^\d[.,]\d+E\+\d+$/i.test(input)) return { verdict: "cut_off" };
  const mexican = input.match(/^\+52 1 (\d\d \d{4} \d{4})$/)?.[1];
  if (mexican) {
    const number = {
      digits: `52${mexican.replaceAll(" ", "")}`,
      international: `+52 ${mexican}`,
      region: "MX",
    };
    return { verdict: "old_prefix", number, dropped: "1" };
  }
  const mobile = input.match(/^0(67 \d{3} \d\d \d\d)$/)?.[1];
  if (mobile && region !== "UA") {
    const verdict = checkPhone(mobile, region);
    const number = verdict.verdict === "ready" ? verdict.number : null;
    return { verdict: "maybe_ukraine", number, ukrainian: `+380 ${mobile}` };
  }
  const words = input.match(/^Olena (.*)$/)?.[1];
  if (words) {
    const verdict = checkPhone(words, region);
    return verdict.verdict === "ready" ? { ...verdict, verdict: "unknown_words" } : verdict;
  }
  return checkDigits(input, region);
}

function checkDigits(input: string, region: string | null): Verdict {
  const typed = input.replace(/[^\d+]/g, "");
  if (!typed) return input.trim() ? { verdict: "not_a_number" } : { verdict: "empty" };
  if (/[a-z]/i.test(input)) return { verdict: "not_a_number" };
  const country = countries.find((entry) => entry.region === region);
  const digits = international(typed, country);
  if (!country && !/^(\+|00)/.test(typed) && typed.length < 11)
    return { verdict: "no_country", abroad: null };
  if (digits === null) return { verdict: "unknown_country_code" };
  if (digits.startsWith("380")) return { verdict: "ukraine" };
  const home = countries.find((entry) => digits.startsWith(String(entry.callingCode)));
  if (!home) return { verdict: "unknown_country_code" };
  const code = String(home.callingCode);
  const rest = digits.slice(code.length);
  if (rest.length < 9)
    return { verdict: "too_short", region: home.region, missing: 9 - rest.length };
  if (rest.length > 11)
    return { verdict: "too_long", region: home.region, extra: rest.length - 11 };
  const number = {
    digits,
    international: `+${code} ${rest.slice(0, 3)} ${rest.slice(3)}`,
    region: home.region,
  };
  return { verdict: rest.startsWith("999") ? "unassigned" : "ready", number };
}

function international(typed: string, country: Country | undefined): string | null {
  if (typed.startsWith("+")) return typed.slice(1);
  if (typed.startsWith("00")) return typed.slice(2);
  const inBook = book.some((entry) => entry.digits === typed);
  if (inBook) return typed;
  if (!country) return null;
  return `${country.callingCode}${typed.replace(/^0/, "")}`;
}
