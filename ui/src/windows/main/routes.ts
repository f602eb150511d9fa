/** The component of each page. Each is loaded when it is first used. */

import type { Component } from "svelte";
import { fluent } from "../../i18n/index.svelte";
import type { Route } from "../../state/router.svelte";

type Page = Route["page"];
type At<P extends Page> = Extract<Route, { page: P }>;

// A page gets its route only if the route has parameters.
type PageProps<P extends Page> =
  Exclude<keyof At<P>, "page"> extends never ? Record<string, never> : { route: At<P> };

/** The component of any page. */
export type PageComponent = Component<{ route: Route }>;

const pages: { [P in Page]: () => Promise<{ default: Component<PageProps<P>> }> } = {
  home: () => import("../../features/home/Home.svelte"),
  keys: () => import("../../features/keys/list/Keys.svelte"),
  lists: () => import("../../features/register-files/Lists.svelte"),
  guides: () => import("../../features/guides/Guides.svelte"),
  guide: () => import("../../features/guides/Guide.svelte"),
  affiliation: () => import("../../features/affiliation/Affiliation.svelte"),
  "add-key": () => import("../../features/add-key/AddKey.svelte"),
  key: () => import("../../features/keys/page/KeyPage.svelte"),
  replace: () => import("../../features/replace/Replace.svelte"),
  "hand-over": () => import("../../features/hand-over/HandOver.svelte"),
  "key-search": () => import("../../features/key-search/KeySearch.svelte"),
  connection: () => import("../../features/connection/Connection.svelte"),
  review: () => import("../../features/review/Review.svelte"),
  leak: () => import("../../features/leak/Leak.svelte"),
  request: () => import("../../features/request/Request.svelte"),
  practice: () => import("../../features/practice/Practice.svelte"),
  settings: () => import("../../features/settings/Settings.svelte"),
  help: () => import("../../features/help/Help.svelte"),
  // For developers. Release builds evaluate the condition and drop the page.
  gallery: () =>
    import.meta.env.DEV || import.meta.env.MODE === "gallery"
      ? import("../../gallery/Gallery.svelte")
      : import("../../features/home/Home.svelte"),
  "test-key": () => import("../../features/test-key/TestKey.svelte"),
  token: () => import("../../features/token/Token.svelte"),
};

/** Loads the component of a page, and waits for the whole catalog. */
export async function loadPage(route: Route): Promise<PageComponent> {
  const [page] = await Promise.all([pages[route.page](), fluent()]);
  // The table pairs each page with its component, which TypeScript can't express for the union.
  return page.default as unknown as PageComponent;
}

/** Loads all pages in the background, one after the other, so that they open without a delay. */
export async function preloadPages(): Promise<void> {
  for (const load of Object.values(pages)) await load();
}
