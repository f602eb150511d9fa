import { mount } from "svelte";
import { beginSmall } from "../small/begin";
import Enter from "./Enter.svelte";

await beginSmall((target) => mount(Enter, { target }));
