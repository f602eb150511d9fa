import "../design/tokens.css";
import "../design/base.css";
import "../app/native.css";

import { mount } from "svelte";
import { guard } from "../app/guards";
import { showTheme } from "../app/theme";
import { languageFor, speak } from "../i18n/index.svelte";
import Reveal from "./Reveal.svelte";

// This window shares nothing with the main one but the look and the words: no session, no router.
const start = window.__KEYDESK_START__;

guard(start?.system ?? "");
showTheme(start?.settings.theme ?? "system");
document.documentElement.dataset.mode = start?.mode ?? "none";
const wishes = start?.languages ?? navigator.languages;
await speak(languageFor([start?.settings.language ?? null, ...wishes]), wishes);
mount(Reveal, { target: document.getElementById("app") as HTMLElement });
