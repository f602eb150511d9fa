/** Names of two words that never break over two lines in the window. */

// “Нова пошта” in every case. The English names are not declined.
const NAMES =
  /My Nova Post|Nova Poshta|Nova Post|Key Desk|Нов(?:а|ої|ою|ій|у) пошт(?:а|и|ою|і|у)/gu;

/** Puts no-break spaces into the names. */
export function withNamesTogether(sentence: string): string {
  return sentence.replace(NAMES, (name) => name.replaceAll(" ", "\u00a0"));
}

/** Takes the no-break spaces out again, also in the members of an object. For what leaves the window. */
export function withPlainSpaces<T>(value: T): T {
  if (typeof value === "string") return value.replaceAll("\u00a0", " ") as T;
  if (Array.isArray(value)) return value.map(withPlainSpaces) as T;
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withPlainSpaces(member)]);
  return Object.fromEntries(members) as T;
}
