/** The door to Rust. */

import { Channel, invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { StartInfo, Step } from "../bindings";
import type { Door } from ".";
import { UNSET } from "./default-start";

declare global {
  interface Window {
    /** Put there by Rust before the page loads. */
    __KEYDESK_START__?: StartInfo;
  }
}

/** A page that is drawn again is told in its address what holds now: what was injected is older. */
function told(): StartInfo | null {
  const start = new URLSearchParams(window.location.search).get("start");
  return start ? (JSON.parse(start) as StartInfo) : null;
}

/** Without a word from Rust the window speaks the browser's language. */
function untold(): StartInfo {
  return { ...UNSET, languages: [...navigator.languages] };
}

export const tauri: Door = {
  start: () => told() ?? window.__KEYDESK_START__ ?? untold(),

  call: (name, args, onStep) => {
    if (!onStep) return invoke(name, args);
    const steps = new Channel<Step>();
    steps.onmessage = onStep;
    return invoke(name, { ...args, steps });
  },

  on: (event, hear) => {
    void listen(event, ({ payload }) => hear(payload as Parameters<typeof hear>[0]));
  },
};
