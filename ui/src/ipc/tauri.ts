/** The backend in the app: Rust, through Tauri. */

import { Channel, invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Failure, StartInfo, Step } from "../bindings";
import type { Backend } from ".";
import { DEFAULT_START } from "./default-start";

declare global {
  interface Window {
    /** Injected by Rust before the page loads. */
    __KEYDESK_START__?: StartInfo;
  }
}

export const tauri: Backend = {
  start: () => startFromAddress() ?? window.__KEYDESK_START__ ?? startInBrowser(),

  call: async (name, args, onStep) => {
    try {
      if (!onStep) return await invoke(name, args);
      const steps = new Channel<Step>();
      steps.onmessage = onStep;
      return await invoke(name, { ...args, steps });
    } catch (thrown) {
      // Tauri rejects with a text if it can't read the arguments. The text may quote them.
      if (typeof thrown !== "string") throw thrown;
      throw { code: "internal", what: name } satisfies Failure;
    }
  },

  onEvent: (event, listener) => {
    void listen(event, ({ payload }) => listener(payload as Parameters<typeof listener>[0]));
  },
};

/** A reloaded page gets the current data in its address, because the injected data is older. */
function startFromAddress(): StartInfo | null {
  const start = new URLSearchParams(window.location.search).get("start");
  return start ? (JSON.parse(start) as StartInfo) : null;
}

/** Without start data the window uses the browser's languages. */
function startInBrowser(): StartInfo {
  return { ...DEFAULT_START, languages: [...navigator.languages] };
}
