import "./design/tokens.css";
import "./design/base.css";
import "./app/native.css";

import { mount, tick } from "svelte";
import App from "./app/App.svelte";
import { clipboard } from "./app/clipboard.svelte";
import { runMenu } from "./app/deeds";
import { guard } from "./app/guards";
import { news } from "./app/news.svelte";
import { fetchAhead, screenFor } from "./app/screens";
import { session } from "./app/session.svelte";
import { toasts } from "./design/toasts.svelte";
import { t } from "./i18n/index.svelte";
import { call, on, start } from "./platform";
import { presenter } from "./presenter/presenter.svelte";

const info = start();

presenter.begin(info.presenter);
guard(info.system);
on("menu", runMenu);
on("clipboard", (state) => clipboard.hear(state));
on("already_running", () => news.secondCopyStarted());
on("drawn_again", () => toasts.say(t("drawn-again")));

const isFirstStart = info.mode === null;
const [welcome, first] = await Promise.all([
  isFirstStart ? import("./screens/welcome/Welcome.svelte") : null,
  isFirstStart ? null : screenFor({ page: "home" }),
  session.begin(info),
]);

mount(App, {
  target: document.getElementById("app") as HTMLElement,
  props: { welcome: welcome?.default ?? null, first },
});

if (import.meta.env.DEV || import.meta.env.MODE === "gallery") {
  (await import("./gallery/door")).openDoors();
}

// A hidden window draws no frames, so this can't wait for one: the page is complete, show it.
await tick();
await call("painted", {});
setTimeout(fetchAhead, 500);
