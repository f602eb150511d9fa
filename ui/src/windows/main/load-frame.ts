/** Loads what Welcome does not need: the frame of the window, and the pages in it. */

import type { Component } from "svelte";
import { fluent } from "../../i18n/index.svelte";
import type { PageComponent } from "./routes";

/** The frame of the window, and Home as the first page in it. */
export interface LoadedFrame {
  Frame: Component<{ home: PageComponent }>;
  home: PageComponent;
  preloadPages: () => Promise<void>;
}

/** Loads the frame, Home and the rest of the catalog at the same time. */
export async function loadFrame(): Promise<LoadedFrame> {
  const [{ Frame, preloadPages }, home] = await Promise.all([
    import("./frame"),
    import("../../features/home/Home.svelte"),
    fluent(),
  ]);
  return { Frame, preloadPages, home: home.default as unknown as PageComponent };
}

/**
 * Loads all pages when the person first moves the pointer or presses a key. Before that, they would
 * only take memory, and time from the first page.
 */
export function preloadOnFirstInput(): void {
  const once = new AbortController();
  const preload = async () => {
    once.abort();
    const { preloadPages } = await loadFrame();
    await preloadPages();
  };
  for (const input of ["pointermove", "pointerdown", "keydown"]) {
    addEventListener(input, () => void preload(), { signal: once.signal, passive: true });
  }
}
