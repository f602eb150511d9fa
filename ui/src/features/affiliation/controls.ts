import type { Field } from "./affiliation-form.svelte";

/** The inputs of the form, to lead to the one that is wrong. */
export type Controls = { [F in Field]: HTMLInputElement | null };
