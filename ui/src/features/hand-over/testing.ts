/** What the tests of handing over share. */

import { cleanup, render, screen } from "@testing-library/svelte";
import type { HandOver, Receiver, ReceiverInfo } from "../../bindings";
import { call, ignoreSteps } from "../../ipc";
import { SOME_PUBLIC_KEY } from "../../ipc/fake/hand-overs";
import { type Route, router } from "../../state/router.svelte";
import HandOverFlow from "./HandOver.svelte";

type HandOverRoute = Extract<Route, { page: "hand-over" }>;

/** The production key of the test data. */
export const KEY = "k-live";

/** Shows a page of the flow, as the window does. */
export function show(route: Partial<HandOverRoute> = {}): void {
  router.go({ page: "hand-over", key: KEY, ...route });
  showCurrent();
}

/** Shows the page that the router has opened. */
export function showCurrent(): void {
  cleanup();
  render(HandOverFlow, { route: router.route as HandOverRoute });
}

/** Starts a hand-over without a page. */
export function start(receiver: Receiver = "own_code", key = KEY): Promise<HandOver> {
  return call("start_hand_over", { key, receiver, recipient: "Oleh Koval" });
}

/** A hand-over with which the key was given, sealed. */
export async function given(key = KEY): Promise<HandOver> {
  const { id } = await start("own_code", key);
  const sealing = { handOver: id, publicKey: SOME_PUBLIC_KEY };
  return (await call("seal_key", sealing, ignoreSteps)).handOver;
}

export async function infoOf(wanted: Receiver): Promise<ReceiverInfo> {
  const all = await call("receivers", {});
  return all.find(({ receiver }) => receiver === wanted) as ReceiverInfo;
}

/** The text in a field to copy from. */
export async function textIn(testid: string): Promise<string> {
  return (await screen.findByTestId<HTMLTextAreaElement>(testid)).value;
}
