/** What holds while Rust has said nothing: how a window begins in a plain browser, and in tests. */

import type { StartInfo } from "../bindings";

/** Nothing chosen, nothing set. The times are those of the settings' own defaults. */
export const UNSET: StartInfo = {
  mode: null,
  version: "",
  system: "",
  languages: [],
  region: null,
  settings: {
    language: null,
    theme: "system",
    textSize: 100,
    clipboardSeconds: 30,
    showSeconds: 30,
  },
};
