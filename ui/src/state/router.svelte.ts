/** The window's routes and history. There are no URLs, because the window has no address bar. */

import type {
  ApiEnvironment,
  GuideName,
  HandOverId,
  KeyId,
  KeyRequestId,
  LeakId,
  Receiver,
  ReplacementId,
} from "../bindings";

/** The pages of the test key flow, in their order. */
export type TestKeyStep = "before" | "number" | "check" | "key";

/** The pages of handing a key over, in their order. */
export type HandOverStep = "who" | "sheet" | "key" | "receipt";

/** A phone number as typed, with the chosen country. */
export interface PhoneDraft {
  input: string;
  country: string | null;
}

/** Every page of the app, with its parameters. */
export type Route =
  | { page: "home" }
  | { page: "keys"; due?: boolean }
  | { page: "lists" }
  | { page: "guides" }
  | { page: "guide"; guide: GuideName; run?: number }
  | { page: "affiliation"; run: number }
  | {
      page: "add-key";
      run?: number;
      organization?: string;
      environment?: ApiEnvironment;
      unlisted?: KeyId;
      /** The key of the list whose secret is added. */
      record?: KeyId;
      /** The replacement that the key is added for. */
      replacement?: ReplacementId;
    }
  | { page: "key"; key: KeyId }
  | { page: "replace"; key: KeyId }
  | {
      page: "hand-over";
      key: KeyId;
      /** A hand-over that was started; without it, a new one begins. */
      handOver?: HandOverId;
      /** Without it, the page with what is to do next. */
      step?: HandOverStep;
      /** Who gets the key, and for which system: filled in when a new hand-over begins. */
      to?: { name: string; receiver: Receiver | null };
    }
  | {
      page: "leak";
      key: KeyId;
      /** A case, open or closed; without it, the open one. */
      leak?: LeakId;
    }
  | { page: "key-search" }
  | { page: "connection" }
  | { page: "review" }
  | {
      page: "request";
      /** A request that is kept; without it, the one that was opened. */
      kept?: KeyRequestId;
    }
  | { page: "practice" }
  | { page: "settings" }
  | { page: "help"; part?: "secrets" }
  | { page: "gallery" }
  | { page: "test-key"; step: TestKeyStep; draft?: PhoneDraft }
  | { page: "token"; key: KeyId };

/** One visit to a page. Opening the same page again is a new visit. */
interface Visit {
  id: number;
  route: Route;
}

class Router {
  #visits: Visit[] = $state.raw([{ id: 0, route: { page: "home" } }]);
  #lastId = 0;

  /** The current visit. */
  get visit(): Visit {
    return this.#visits[this.#visits.length - 1] as Visit;
  }

  /** The current route. */
  get route(): Route {
    return this.visit.route;
  }

  /** Whether there is a page to go back to. */
  get canGoBack(): boolean {
    return this.#visits.length > 1;
  }

  /** Opens a page. Back returns to the current one. */
  go(route: Route): void {
    this.#visits = [...this.#visits, this.#visitTo(route)];
  }

  /** Replaces the current page, which Back then skips. */
  replace(route: Route): void {
    this.#visits = [...this.#visits.slice(0, -1), this.#visitTo(route)];
  }

  /** The page from which the pages of the current flow were opened; `null` if there is none. */
  get origin(): Route | null {
    return this.#visits.findLast(({ route }) => route.page !== this.route.page)?.route ?? null;
  }

  /** Returns to that page. */
  backToOrigin(): void {
    const index = this.#visits.findLastIndex(({ route }) => route.page !== this.route.page);
    if (index >= 0) this.#visits = this.#visits.slice(0, index + 1);
  }

  /** Opens a page from the navigation and clears the history. Back then leads Home. */
  start(route: Route): void {
    const visit = this.#visitTo(route);
    this.#visits = route.page === "home" ? [visit] : [this.#visitTo({ page: "home" }), visit];
  }

  /** Returns to the previous page. */
  back(): void {
    if (this.canGoBack) this.#visits = this.#visits.slice(0, -1);
  }

  #visitTo(route: Route): Visit {
    this.#lastId += 1;
    return { id: this.#lastId, route };
  }
}

/** The window's single instance. */
export const router = new Router();
