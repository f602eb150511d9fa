/**
 * The ways to a key that lead through Nova Post's own pages, as data: what the steps are, where
 * their links lead, and when they were last held against the source. The words are in the catalogs
 * under `guide-<guide>-<step>-title` and `-text`. Nova Post's pages change; so does this file.
 */

import type { Place } from "../../app/router.svelte";
import type { Link } from "../../bindings";

/** A guide's name. */
export type GuideName = Extract<Place, { page: "guide" }>["guide"];

/** A step: one thing to do in one place. */
export interface GuideStep {
  id: string;
  /** The page where it is done. */
  link?: Link;
}

export interface Guide {
  steps: GuideStep[];
  /** The month in which the steps were held against their source: `2026-11`. */
  checked: string;
  /** Where they come from. */
  sources: Link[];
}

export const guides: Record<GuideName, Guide> = {
  europe: {
    steps: [
      { id: "person" },
      { id: "account", link: "my_nova_post" },
      { id: "affiliate", link: "registration_help" },
      { id: "create", link: "my_nova_post" },
      { id: "organizations" },
      { id: "list" },
    ],
    checked: "2026-11",
    sources: ["api_portal"],
  },
  ukraine: {
    steps: [
      { id: "cabinet", link: "ukraine_cabinet" },
      { id: "settings" },
      { id: "security" },
      { id: "create" },
      { id: "copy" },
    ],
    checked: "2026-11",
    sources: ["api_portal"],
  },
  method_1: {
    steps: [
      { id: "registered", link: "my_nova_post" },
      { id: "page", link: "test_key_page" },
      { id: "phone" },
      { id: "keep" },
    ],
    checked: "2026-11",
    sources: ["api_portal"],
  },
};
