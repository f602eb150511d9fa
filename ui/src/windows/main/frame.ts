/** What the window shows after practice or live is chosen. */

import { openedRequest } from "../../features/request/opened.svelte";
import { onEvent } from "../../ipc";

onEvent("key_request_opened", () => void openedRequest.collect());

export { default as Frame } from "./Frame.svelte";
export { preloadPages } from "./routes";
