/** Which component shows which page. Each is fetched when it is used. */

import type { Component } from "svelte";
import { fluent } from "../../i18n/index.svelte";
import type { Place } from "../../state/router.svelte";

type Page = Place["page"];
type At<P extends Page> = Extract<Place, { page: P }>;

// A page whose place says more than its name is told where it stands; the others take nothing.
type Told<P extends Page> =
  Exclude<keyof At<P>, "page"> extends never ? Record<string, never> : { place: At<P> };

/** A page's component, whichever it is. */
export type Screen = Component<{ place: Place }>;

const screens: { [P in Page]: () => Promise<{ default: Component<Told<P>> }> } = {
  home: () => import("../../features/home/Home.svelte"),
  keys: () => import("../../features/keys/Keys.svelte"),
  guides: () => import("../../features/guides/Guides.svelte"),
  guide: () => import("../../features/guides/Guide.svelte"),
  affiliation: () => import("../../features/affiliation/Affiliation.svelte"),
  "bring-in": () => import("../../features/add-key/AddKey.svelte"),
  key: () => import("../../features/keys/KeyDetails.svelte"),
  practice: () => import("../../features/practice/Practice.svelte"),
  settings: () => import("../../features/settings/Settings.svelte"),
  help: () => import("../../features/help/Help.svelte"),
  // For whoever builds the app. A build for people knows the condition, and drops the page.
  gallery: () =>
    import.meta.env.DEV || import.meta.env.MODE === "gallery"
      ? import("../../gallery/Gallery.svelte")
      : import("../../features/home/Home.svelte"),
  "test-key": () => import("../../features/test-key/TestKey.svelte"),
  token: () => import("../../features/token/Token.svelte"),
};

/** Fetches the component of a page, and the words for it. */
export async function screenFor(place: Place): Promise<Screen> {
  const [page] = await Promise.all([screens[place.page](), fluent()]);
  // The table pairs each page with its own component, which the union of all can't express.
  return page.default as unknown as Screen;
}

/** Fetches all pages while nothing else is to do, so that none has to be waited for. */
export function fetchAhead(): void {
  for (const load of Object.values(screens)) void load();
}
