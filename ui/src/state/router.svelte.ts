/** Where the person is. No addresses: the window has no address bar, only Back. */

import type { GuideName, KeyId } from "../bindings";

/** The pages of the test key, in their order. */
export type TestKeyStep = "before" | "number" | "check" | "key";

/** What was typed, with the country chosen beside it. */
export interface PhoneDraft {
  input: string;
  country: string | null;
}

/** Every page of the app, with what it needs to know. */
export type Place =
  | { page: "home" }
  | { page: "keys" }
  | { page: "guides" }
  | { page: "guide"; guide: GuideName; run?: number }
  | { page: "affiliation"; run: number }
  | { page: "bring-in"; run?: number; organization?: string; unlisted?: KeyId }
  | { page: "key"; key: KeyId }
  | { page: "practice" }
  | { page: "settings" }
  | { page: "help" }
  | { page: "gallery" }
  | { page: "test-key"; step: TestKeyStep; draft?: PhoneDraft }
  | { page: "token"; key: KeyId };

/** A visit to a page: going there again is another visit. */
interface Visit {
  id: number;
  place: Place;
}

class Router {
  #visits: Visit[] = $state.raw([{ id: 0, place: { page: "home" } }]);
  #lastId = 0;

  /** The visit that is on show. */
  get visit(): Visit {
    return this.#visits[this.#visits.length - 1] as Visit;
  }

  /** Where the person is. */
  get place(): Place {
    return this.visit.place;
  }

  /** Whether Back leads anywhere. */
  get canGoBack(): boolean {
    return this.#visits.length > 1;
  }

  /** Goes on to a page; Back returns from it. */
  go(place: Place): void {
    this.#visits = [...this.#visits, this.#visitTo(place)];
  }

  /** Puts a page in place of the one on show, which Back then skips. */
  replace(place: Place): void {
    this.#visits = [...this.#visits.slice(0, -1), this.#visitTo(place)];
  }

  /** Begins a new way, as the navigation does: Back leads Home, and from Home nowhere. */
  start(place: Place): void {
    const here = this.#visitTo(place);
    this.#visits = place.page === "home" ? [here] : [this.#visitTo({ page: "home" }), here];
  }

  /** Returns to the page before. */
  back(): void {
    if (this.canGoBack) this.#visits = this.#visits.slice(0, -1);
  }

  #visitTo(place: Place): Visit {
    this.#lastId += 1;
    return { id: this.#lastId, place };
  }
}

/** The one router of the window. */
export const router = new Router();
