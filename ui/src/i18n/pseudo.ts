/**
 * The pseudo language for development: English with accented letters, two fifths longer and in
 * brackets. Plain text on the screen is missing in the catalog, and a missing bracket shows that text
 * is cut off. Release builds don't have it.
 */

const MARKED: Readonly<Record<string, string>> = {
  a: "åå",
  b: "ƀ",
  c: "ç",
  d: "ď",
  e: "éé",
  f: "ƒ",
  g: "ğ",
  h: "ĥ",
  i: "îî",
  j: "ĵ",
  k: "ķ",
  l: "ļ",
  m: "ḿ",
  n: "ññ",
  o: "öö",
  p: "þ",
  q: "ǫ",
  r: "ŕ",
  s: "š",
  t: "ţţ",
  u: "ûû",
  v: "ṽ",
  w: "ŵ",
  x: "ẋ",
  y: "ýý",
  z: "ž",
  A: "Å",
  B: "Ɓ",
  C: "Ç",
  D: "Ð",
  E: "É",
  F: "Ƒ",
  G: "Ĝ",
  H: "Ĥ",
  I: "Î",
  J: "Ĵ",
  K: "Ķ",
  L: "Ļ",
  M: "Ṁ",
  N: "Ñ",
  O: "Ö",
  P: "Þ",
  Q: "Ǫ",
  R: "Ŕ",
  S: "Š",
  T: "Ţ",
  U: "Û",
  V: "Ṽ",
  W: "Ŵ",
  X: "Ẋ",
  Y: "Ý",
  Z: "Ž",
};

/** Accents every letter and doubles the most common ones. */
export function marked(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => MARKED[letter] ?? letter);
}

/** Puts a sentence in brackets that mark its beginning and end. */
export function bracketed(sentence: string): string {
  return `⟦${sentence}⟧`;
}
