/** Texts in the form in which the window searches them. */

// Letters that Unicode does not decompose into a plain letter and a mark.
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  đ: "d",
  ð: "d",
  ı: "i",
  ł: "l",
  ø: "o",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  "’": "'",
  ʼ: "'",
};

/** Lower case without marks: `Österreich` and `osterreich` become the same. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[đðıłøßæœ’ʼ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}
