import { mount } from "svelte";
import { openPopup } from "../popup/open-popup";
import Reveal from "./Reveal.svelte";

await openPopup((target, showSeconds) => mount(Reveal, { target, props: { showSeconds } }));
