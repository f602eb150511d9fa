/**
 * A language that nobody speaks, for whoever builds the app: English with marks on its letters,
 * longer by two fifths and in brackets. What stays plain was never in a catalog; a missing bracket
 * was cut off. Builds for people don't have it.
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

/** Letters with marks, the commonest of them twice. */
export function marked(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => MARKED[letter] ?? letter);
}

/** A whole sentence, with its beginning and its end to be seen. */
export function bracketed(sentence: string): string {
  return `⟦${sentence}⟧`;
}
