import "./design/tokens.css";
import "./design/base.css";

import { mount, tick } from "svelte";
import App from "./app/App.svelte";
import { clipboard } from "./app/clipboard.svelte";
import { news } from "./app/news.svelte";
import { fetchAhead } from "./app/screens";
import { session } from "./app/session.svelte";
import { call, on, start } from "./platform";

const info = start();

on("clipboard", (state) => clipboard.hear(state));
on("already_running", () => news.secondCopyStarted());

const [welcome] = await Promise.all([
  info.mode === null ? import("./screens/welcome/Welcome.svelte") : null,
  session.begin(info),
]);

mount(App, {
  target: document.getElementById("app") as HTMLElement,
  props: { welcome: welcome?.default ?? null },
});

// A hidden window draws no frames, so this can't wait for one: the page is complete, show it.
await tick();
await call("painted", {});
setTimeout(fetchAhead, 500);
