import "../../design/tokens.css";
import "../../design/base.css";
import "../native.css";

import { mount, tick } from "svelte";
import { toasts } from "../../design/toasts.svelte";
import { presenter } from "../../features/presenter/presenter.svelte";
import { fluent, keepNamesTogether, t } from "../../i18n/index.svelte";
import { call, onEvent, start } from "../../ipc";
import { alreadyRunning } from "../../state/already-running.svelte";
import { clipboard } from "../../state/clipboard.svelte";
import { session } from "../../state/session.svelte";
import { guard } from "../guards";
import App from "./App.svelte";
import { runMenu } from "./actions";
import { loadFrame, preloadOnFirstInput } from "./load-frame";

const info = start();

keepNamesTogether();
presenter.begin(info.presenter);
guard(info.system);
onEvent("menu_action", runMenu);
onEvent("clipboard", (state) => clipboard.update(state));
onEvent("already_running", () => alreadyRunning.show());
onEvent("page_reloaded", async () => {
  await fluent();
  toasts.say(t("window-reopened"));
});

const isFirstStart = info.mode === null;
const [welcome, frame] = await Promise.all([
  isFirstStart ? import("../../features/welcome/Welcome.svelte") : null,
  isFirstStart ? null : loadFrame(),
  session.begin(info),
]);

mount(App, {
  target: document.getElementById("app") as HTMLElement,
  props: { welcome: welcome?.default ?? null, frame },
});

if (import.meta.env.DEV || import.meta.env.MODE === "gallery") {
  (await import("../../gallery/open-gallery")).listenForGallery();
}

// The window is still hidden and draws no frames, so this waits for the DOM and not for a frame.
await tick();
await call("window_painted", {});
preloadOnFirstInput();
