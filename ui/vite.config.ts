import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";
import { catalogParts } from "./catalog-parts";

// The oldest supported engine is WebKitGTK of Debian 12, which is closest to Safari 16.4.
const OLDEST_ENGINE = "safari16.4";

// The commands of the popup windows are not in the shared file.
const SHARED =
  /node_modules|src\/(?:(?:design|i18n|state|windows\/main)\/|windows\/(?:guards|native)|ipc\/(?!popup|sealed))/;

// Components that Welcome does not need. The other pages share them in a second file.
const SHARED_LATER =
  /src\/design\/(?:country|Checkbox|CopyButton|Dialog|Disclosure|Drawing|EmptyState|ErrorSummary|Field|KeyMask|Progress|RadioCards|Ring|Section|Select|Skeleton|Step|Text)/;

export default defineConfig({
  base: "./",
  plugins: [catalogParts(), svelte(), svelteTesting()],
  build: {
    target: OLDEST_ENGINE,
    // All supported engines have modulepreload, and the strict CSP forbids the polyfill.
    modulePreload: { polyfill: false },
    // The CSP forbids data: URLs for fonts and styles, so assets are never inlined.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { main: "index.html", reveal: "reveal.html", enter: "enter.html" },
      output: {
        chunkFileNames: ({ facadeModuleId }) =>
          `assets/[name]${suffixOf(facadeModuleId)}-[hash].js`,
        // Shared code is in one file, so that the first page needs few requests.
        codeSplitting: {
          groups: [
            { name: "shared", test: isSharedEarly, minShareCount: 2, priority: 1 },
            { name: "pages", test: SHARED_LATER, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: { port: 5273, strictPort: true },
  test: {
    environment: "jsdom",
    setupFiles: ["src/design/jsdom.ts"],
    testTimeout: 120_000,
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
  },
});

function isSharedEarly(id: string): boolean {
  return SHARED.test(id) && !SHARED_LATER.test(id);
}

/** Tells the files of one language apart. */
function suffixOf(id: string | null): string {
  if (id?.endsWith(".ftl?later")) return ".later";
  return id?.endsWith(".ftl?whole") ? ".emails" : "";
}
