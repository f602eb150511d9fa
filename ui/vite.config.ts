import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";
import { bundledPackages } from "./bundled-packages";
import { catalogParts } from "./catalog-parts";
import { sharedFiles } from "./shared-files";

// The oldest supported engine is WebKitGTK of Debian 12, which is closest to Safari 16.4.
const OLDEST_ENGINE = "safari16.4";

export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: [catalogParts(), svelte(), svelteTesting(), mode === "packages" && bundledPackages()],
  build: {
    target: OLDEST_ENGINE,
    // All supported engines have modulepreload, and the strict CSP forbids the polyfill.
    modulePreload: { polyfill: false },
    // The CSP forbids data: URLs for fonts and styles, so assets are never inlined.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { main: "index.html", reveal: "reveal.html", enter: "enter.html", ask: "ask.html" },
      output: {
        chunkFileNames: ({ facadeModuleId }) =>
          `assets/[name]${suffixOf(facadeModuleId)}-[hash].js`,
        codeSplitting: { groups: sharedFiles() },
      },
    },
  },
  server: { port: 5273, strictPort: true },
  test: {
    environment: "jsdom",
    setupFiles: ["src/design/jsdom.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
  },
}));

/** Tells the files of one language apart. */
function suffixOf(id: string | null): string {
  if (id?.endsWith(".ftl?later")) return ".later";
  return id?.endsWith(".ftl?whole") ? ".emails" : "";
}
