import { mount } from "svelte";
import { beginSmall } from "../popup/open-popup";
import Reveal from "./Reveal.svelte";

await beginSmall((target, showSeconds) => mount(Reveal, { target, props: { showSeconds } }));
