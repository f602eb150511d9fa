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
  /** The pages where it is done, or explained. */
  links?: Link[];
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
      { id: "account", links: ["my_nova_post", "registration_help"] },
      { id: "affiliate" },
      { id: "create", links: ["my_nova_post"] },
      { id: "organizations" },
      { id: "list" },
    ],
    checked: "2026-11",
    sources: ["api_portal"],
  },
  ukraine: {
    steps: [
      { id: "cabinet", links: ["ukraine_cabinet"] },
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
      { id: "registered", links: ["my_nova_post"] },
      { id: "page", links: ["test_key_page"] },
      { id: "phone" },
      { id: "keep" },
    ],
    checked: "2026-11",
    sources: ["api_portal"],
  },
};
