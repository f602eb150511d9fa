/** The state of the country combobox: the typed text, the countries found, the marked one. */

import type { Region } from "../../bindings";
import { findCountries, type ListedCountry } from "./country-search";

/** The number of countries that Page Up and Page Down skip. */
const PAGE = 8;

export class CountryChoice {
  readonly #listed: () => readonly ListedCountry[];
  readonly #choose: (region: Region) => void;
  #isOpen = $state(false);
  #typed = $state<string | null>(null);
  #marked = $state(0);
  #found = $derived.by(() => findCountries(this.#listed(), this.#typed ?? ""));

  constructor(listed: () => readonly ListedCountry[], choose: (region: Region) => void) {
    this.#listed = listed;
    this.#choose = choose;
  }

  /** Whether the list is open. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The text to search for; `null` while the field shows the chosen country. */
  get typed(): string | null {
    return this.#typed;
  }

  /** The countries found. */
  get found(): readonly ListedCountry[] {
    return this.#found;
  }

  /** The index of the marked country in `found`; -1 if none is marked. */
  get marked(): number {
    return this.#isOpen && this.#found.length > 0 ? this.#marked : -1;
  }

  /** Searches and marks the best match. */
  search(typed: string): void {
    this.#typed = typed;
    this.#marked = 0;
    this.#isOpen = true;
  }

  /** Opens the list and marks the chosen country. */
  open(chosen: Region | null): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#marked = Math.max(
      0,
      this.#found.findIndex((country) => country.region === chosen),
    );
  }

  /** Closes the list and clears the search. */
  close(): void {
    this.#isOpen = false;
    this.#typed = null;
  }

  /** Chooses a country of `found`, by default the marked one, and closes the list. */
  choose(index: number = this.marked): void {
    const country = this.#found[index];
    this.close();
    if (country) this.#choose(country.region);
  }

  /** Called when the person leaves the field. A search with a result counts as a choice. */
  leave(): void {
    if (this.#typed?.trim()) this.choose();
    else this.close();
  }

  /** Handles a key press (ARIA combobox pattern). Returns true if the list has used it. */
  press(key: string, withAlt: boolean, chosen: Region | null): boolean {
    if (!this.#isOpen) {
      if (key !== "ArrowDown" && key !== "ArrowUp") return false;
      this.open(chosen);
      return true;
    }
    switch (key) {
      case "ArrowDown":
        return this.#mark(this.#marked + 1, "wrap");
      case "ArrowUp":
        if (withAlt) this.close();
        else this.#mark(this.#marked - 1, "wrap");
        return true;
      case "PageDown":
        return this.#mark(this.#marked + PAGE, "stop");
      case "PageUp":
        return this.#mark(this.#marked - PAGE, "stop");
      case "Enter":
        this.choose();
        return true;
      case "Escape":
        this.close();
        return true;
      default:
        return false;
    }
  }

  #mark(index: number, atEnd: "wrap" | "stop"): true {
    const last = this.#found.length - 1;
    const clamped = Math.min(Math.max(index, 0), Math.max(last, 0));
    const wrapped = index < 0 ? Math.max(last, 0) : 0;
    this.#marked = atEnd === "wrap" && clamped !== index ? wrapped : clamped;
    return true;
  }
}
