/** The fake's search for keys. It finds one key in some files of each form. */

import type { KeyCard, KeySearchResult, SearchFolder } from "../../bindings";
import type { Emit, FakeCommands } from "./keys";

type Commands = Pick<
  FakeCommands,
  | "search_folders"
  | "choose_search_folder"
  | "search_for_keys"
  | "cancel_key_search"
  | "show_found_key"
>;

const FOLDERS: SearchFolder[] = [
  { number: 0, usual: "documents", path: "/home/olena/Documents" },
  { number: 1, usual: "downloads", path: "/home/olena/Downloads" },
  { number: 2, usual: "desktop", path: "/home/olena/Desktop" },
  { number: 3, usual: "home", path: "/home/olena" },
];

/** A search that found nothing. */
export const NOTHING_FOUND: KeySearchResult = {
  places: [],
  more: 0,
  keys: 4,
  leftOut: 0,
  files: 12_481,
  bytes: 3_400_000_000,
  unreadable: { count: 0, some: [] },
  incomplete: { count: 0, some: [] },
  onlyOnline: { count: 0, some: [] },
  isCancelled: false,
};

/** A search that found these keys: each kind of place, and each kind of file that was not searched. */
export function someFound(keys: readonly KeyCard[]): KeySearchResult {
  const [first, second = first] = keys;
  if (!first || !second) return { ...NOTHING_FOUND, keys: 0 };
  const key = { key: first.id, lastFour: first.lastFour };
  const other = { key: second.id, lastFour: second.lastFour };
  const folder = "/home/olena/Documents/shop";
  return {
    ...NOTHING_FOUND,
    keys: keys.length,
    places: [
      {
        number: 0,
        ...key,
        folder,
        file: ".env",
        at: { is: "line", line: 3 },
        form: "text",
        more: 0,
      },
      {
        number: 1,
        ...other,
        folder: "/home/olena/Downloads",
        file: "Letter to the developer.docx",
        at: { is: "inside", entry: "word/document.xml" },
        form: "text",
        more: 1,
      },
      {
        number: 2,
        ...other,
        folder,
        file: "mail.mbox",
        at: { is: "byte", position: 48_211 },
        form: "base64",
        more: 0,
      },
    ],
    unreadable: { count: 1, some: ["/home/olena/Documents/closed"] },
    incomplete: { count: 60, some: ["/home/olena/Documents/protected.zip"] },
    onlyOnline: { count: 2, some: ["/home/olena/OneDrive/a.pdf", "/home/olena/OneDrive/b.pdf"] },
  };
}

/** The commands of the search among these keys. */
export function makeKeySearch(all: () => readonly KeyCard[], emit: Emit): Commands {
  return {
    search_folders: () => FOLDERS,
    choose_search_folder: () => ({ number: 4, usual: null, path: "/home/olena/projects" }),
    search_for_keys: () => {
      const { files, bytes } = NOTHING_FOUND;
      emit("key_search_progress", { files, bytes, folder: "/home/olena/Documents/shop" });
      return someFound(all());
    },
    cancel_key_search: () => undefined,
    show_found_key: () => undefined,
  };
}
