import { mount } from "svelte";
import { beginSmall } from "../popup/open-popup";
import Enter from "./Enter.svelte";

await beginSmall((target) => mount(Enter, { target }));
