/** The state of a combobox of countries: what is typed, which are offered, which one is marked. */

import type { Region } from "../../bindings";
import { findCountries, type ListedCountry } from "./country-search";

/** How far Page Up and Page Down go. */
const PAGE = 8;

/** Marks and chooses; knows nothing of the screen. */
export class CountryChoice {
  readonly #listed: () => readonly ListedCountry[];
  readonly #choose: (region: Region) => void;
  #isOpen = $state(false);
  #typed = $state<string | null>(null);
  #marked = $state(0);
  #offered = $derived.by(() => findCountries(this.#listed(), this.#typed ?? ""));

  constructor(listed: () => readonly ListedCountry[], choose: (region: Region) => void) {
    this.#listed = listed;
    this.#choose = choose;
  }

  /** Whether the list is shown. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The search; null while the person is not searching and the chosen name is shown. */
  get typed(): string | null {
    return this.#typed;
  }

  /** What the search has found. */
  get offered(): readonly ListedCountry[] {
    return this.#offered;
  }

  /** Place of the marked country among the offered; -1 where none is. */
  get marked(): number {
    return this.#isOpen && this.#offered.length > 0 ? this.#marked : -1;
  }

  /** Searches, and marks the best. */
  search(typed: string): void {
    this.#typed = typed;
    this.#marked = 0;
    this.#isOpen = true;
  }

  /** Opens the list with the chosen country marked. */
  open(chosen: Region | null): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#marked = Math.max(
      0,
      this.#offered.findIndex((country) => country.region === chosen),
    );
  }

  /** Closes the list; what was searched for is forgotten. */
  close(): void {
    this.#isOpen = false;
    this.#typed = null;
  }

  /** Chooses one of the offered, by default the marked one. */
  choose(place: number = this.marked): void {
    const country = this.#offered[place];
    this.close();
    if (country) this.#choose(country.region);
  }

  /** Leaves the field: a search that has found something was meant as a choice. */
  leave(): void {
    if (this.#typed?.trim()) this.choose();
    else this.close();
  }

  /** Takes a key of the keyboard (ARIA practice "combobox"); true if it was for the list. */
  press(key: string, withAlt: boolean, chosen: Region | null): boolean {
    if (!this.#isOpen) {
      if (key !== "ArrowDown" && key !== "ArrowUp") return false;
      this.open(chosen);
      return true;
    }
    switch (key) {
      case "ArrowDown":
        return this.#mark(this.#marked + 1, "round");
      case "ArrowUp":
        if (withAlt) this.close();
        else this.#mark(this.#marked - 1, "round");
        return true;
      case "PageDown":
        return this.#mark(this.#marked + PAGE, "end");
      case "PageUp":
        return this.#mark(this.#marked - PAGE, "end");
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

  #mark(place: number, beyond: "round" | "end"): true {
    const last = this.#offered.length - 1;
    const held = Math.min(Math.max(place, 0), Math.max(last, 0));
    const around = place < 0 ? Math.max(last, 0) : 0;
    this.#marked = beyond === "round" && held !== place ? around : held;
    return true;
  }
}
