import "../../design/tokens.css";
import "../../design/base.css";
import "../native.css";

import { mount, tick } from "svelte";
import { toasts } from "../../design/toasts.svelte";
import { presenter } from "../../features/presenter/presenter.svelte";
import { t } from "../../i18n/index.svelte";
import { call, on, start } from "../../ipc";
import { news } from "../../state/already-running.svelte";
import { clipboard } from "../../state/clipboard.svelte";
import { session } from "../../state/session.svelte";
import { guard } from "../guards";
import App from "./App.svelte";
import { runMenu } from "./actions";
import { fetchAhead, screenFor } from "./routes";

const info = start();

presenter.begin(info.presenter);
guard(info.system);
on("menu", runMenu);
on("clipboard", (state) => clipboard.hear(state));
on("already_running", () => news.secondCopyStarted());
on("page_reloaded", () => toasts.say(t("drawn-again")));

const isFirstStart = info.mode === null;
const [welcome, first] = await Promise.all([
  isFirstStart ? import("../../features/welcome/Welcome.svelte") : null,
  isFirstStart ? null : screenFor({ page: "home" }),
  session.begin(info),
]);

mount(App, {
  target: document.getElementById("app") as HTMLElement,
  props: { welcome: welcome?.default ?? null, first },
});

if (import.meta.env.DEV || import.meta.env.MODE === "gallery") {
  (await import("../../gallery/open-gallery")).openDoors();
}

// A hidden window draws no frames, so this can't wait for one: the page is complete, show it.
await tick();
await call("window_painted", {});
setTimeout(fetchAhead, 500);
