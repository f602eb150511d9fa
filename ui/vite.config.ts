import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";
import { catalogParts } from "./catalog-parts";

// WebKitGTK of Debian 12 is the oldest engine the app meets; Safari 16.4 is its nearest name here.
const OLDEST_ENGINE = "safari16.4";

// The calls of the popup windows stay in those windows' own files.
const SHARED =
  /node_modules|src\/(?:(?:design|i18n|state|windows\/main)\/|windows\/(?:guards|native)|ipc\/(?!enter|reveal|sealed|stay))/;

// What Welcome does without: the pages after it share this in a file of their own.
const SHARED_LATER =
  /src\/design\/(?:country|Checkbox|CopyButton|Dialog|Disclosure|Drawing|EmptyState|ErrorSummary|Field|KeyMask|Progress|RadioCards|Ring|Section|Select|Skeleton|Step|Text)/;

export default defineConfig({
  base: "./",
  plugins: [catalogParts(), svelte(), svelteTesting()],
  build: {
    target: OLDEST_ENGINE,
    // Every engine above knows modulepreload, and the strict CSP wants no help from a polyfill.
    modulePreload: { polyfill: false },
    // Small images would become data: addresses and fonts inline styles; nothing here needs either.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { main: "index.html", reveal: "reveal.html", enter: "enter.html" },
      output: {
        chunkFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.endsWith("?later")
            ? "assets/[name].later-[hash].js"
            : "assets/[name]-[hash].js",
        // What several pages share comes in one file: the first page waits for few answers.
        codeSplitting: {
          groups: [
            { name: "shared", test: isSharedAtOnce, minShareCount: 2, priority: 1 },
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
    testTimeout: 60_000,
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
  },
});

function isSharedAtOnce(id: string): boolean {
  return SHARED.test(id) && !SHARED_LATER.test(id);
}
