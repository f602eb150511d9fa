/** The list of keys: its search, filters and order, and the part that is loaded. */

import type { Failure, KeyCard, KeyPage, KeysView } from "../../../bindings";
import { call, isFailure } from "../../../ipc";
import { searchWords } from "./search-words";

/** The number of keys that are shown at first: about twice as many as fit into a new window. */
export const PART = 16;

/** The number of keys that each further part adds. */
export const MORE = 100;

/** All keys, the newest first. */
export const ALL: KeysView = {
  environment: null,
  status: null,
  organization: null,
  sort: "added",
  descending: true,
};

/** Orders in which the greatest comes first when they are chosen. */
const LATEST_FIRST: KeysView["sort"][] = ["last_checked", "created", "added"];

export class KeySearch {
  #view: KeysView = $state.raw(ALL);
  #search = $state("");
  #page: KeyPage | null = $state.raw(null);
  #failure: Failure | null = $state.raw(null);
  #failureOfMore: Failure | null = $state.raw(null);
  #organizations: readonly string[] = $state.raw([]);
  #isLoadingMore = $state(false);
  /** Counts requests. An answer to an older request is dropped. */
  #request = 0;

  /** The filters and the order. */
  get view(): KeysView {
    return this.#view;
  }

  /** What is searched for. */
  get search(): string {
    return this.#search;
  }

  /** The loaded part; `null` until the first answer. */
  get page(): KeyPage | null {
    return this.#page;
  }

  /** Why the list was not read. `page` then is what was read before. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /** Why the next part was not read. */
  get failureOfMore(): Failure | null {
    return this.#failureOfMore;
  }

  /** The organizations to choose from. */
  get organizations(): readonly string[] {
    return this.#organizations;
  }

  /** Whether the next part is being read. */
  get isLoadingMore(): boolean {
    return this.#isLoadingMore;
  }

  /** Whether a filter or a search hides keys. The order hides none. */
  get isNarrowed(): boolean {
    const { environment, status, organization } = this.#view;
    return (
      this.#search.trim() !== "" || [environment, status, organization].some((it) => it !== null)
    );
  }

  /** Reads how the list was last shown, and its first part. `view`: show it like this instead. */
  async open(view?: KeysView): Promise<void> {
    try {
      this.#view = view ?? (await call("keys_view", {}));
    } catch (thrown) {
      this.#fail(thrown);
      return;
    }
    await this.again();
    await this.#loadOrganizations();
  }

  /** Reads all that is shown again. */
  async again(): Promise<void> {
    const shown = this.#page?.keys.length ?? 0;
    await this.#load(Math.max(shown, PART));
  }

  /** Searches while the person types. */
  async searchFor(search: string): Promise<void> {
    this.#search = search;
    await this.#load(PART);
  }

  /** Changes filters, and keeps them for the next start. */
  async narrow(changes: Partial<KeysView>): Promise<void> {
    this.#view = { ...this.#view, ...changes };
    await Promise.all([this.#load(PART), this.#keepView()]);
  }

  /** Sorts by this, or the other way round if the list is sorted by it. */
  async sortBy(sort: KeysView["sort"]): Promise<void> {
    const isSame = sort === this.#view.sort;
    const descending = isSame ? !this.#view.descending : LATEST_FIRST.includes(sort);
    await this.narrow({ sort, descending });
  }

  /** Removes the search and all filters. The order stays. */
  async showAll(): Promise<void> {
    this.#search = "";
    await this.narrow({ environment: null, status: null, organization: null });
  }

  /** Adds the next part. */
  async more(): Promise<void> {
    const before = this.#page;
    if (!before || this.#isLoadingMore || before.keys.length >= before.matching) return;
    const request = this.#request;
    this.#isLoadingMore = true;
    this.#failureOfMore = null;
    try {
      const page = await this.#find(before.keys.length, MORE);
      if (request === this.#request) this.#page = joined(this.#page ?? before, page);
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
      if (request === this.#request) this.#failureOfMore = thrown;
    } finally {
      this.#isLoadingMore = false;
    }
  }

  /** Shows what has become of these keys. Keys that are not shown are ignored, and the order stays. */
  replace(changed: readonly KeyCard[]): void {
    const page = this.#page;
    if (!page) return;
    const cards = new Map(changed.map((card) => [card.id, card]));
    if (!page.keys.some(({ id }) => cards.has(id))) return;
    this.#page = { ...page, keys: page.keys.map((card) => cards.get(card.id) ?? card) };
  }

  async #load(limit: number): Promise<void> {
    this.#request += 1;
    const request = this.#request;
    try {
      const page = await this.#find(0, limit);
      if (request !== this.#request) return;
      // A part that was asked for meanwhile belongs to the page before.
      this.#request += 1;
      this.#page = page;
      this.#failure = null;
      this.#failureOfMore = null;
    } catch (thrown) {
      if (request === this.#request) this.#fail(thrown);
    }
  }

  #find(offset: number, limit: number): Promise<KeyPage> {
    return call("find_keys", {
      query: {
        view: this.#view,
        search: searchWords(this.#search, this.#page?.dates ?? null),
        offset,
        limit,
      },
    });
  }

  async #keepView(): Promise<void> {
    try {
      await call("save_keys_view", { view: this.#view });
    } catch (thrown) {
      // Only the next start shows the list differently.
      if (!isFailure(thrown)) throw thrown;
    }
  }

  async #loadOrganizations(): Promise<void> {
    try {
      this.#organizations = await call("key_organizations", {});
    } catch (thrown) {
      // The list itself says that the store can't be read.
      if (!isFailure(thrown)) throw thrown;
    }
  }

  #fail(thrown: unknown): void {
    if (!isFailure(thrown)) throw thrown;
    this.#failure = thrown;
  }
}

/** A page with the next part after it. Keys may have been added meanwhile, which moves the parts. */
function joined(before: KeyPage, next: KeyPage): KeyPage {
  const known = new Set(before.keys.map(({ id }) => id));
  const keys = [...before.keys, ...next.keys.filter(({ id }) => !known.has(id))];
  // An empty part is the end of the list, whatever was counted before.
  return { ...next, keys, matching: next.keys.length === 0 ? keys.length : next.matching };
}
