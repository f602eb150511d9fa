import { mount } from "svelte";
import { beginSmall } from "../small/begin";
import Reveal from "./Reveal.svelte";

await beginSmall((target, showSeconds) => mount(Reveal, { target, props: { showSeconds } }));
