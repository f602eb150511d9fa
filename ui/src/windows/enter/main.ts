import { mount } from "svelte";
import { openPopup } from "../popup/open-popup";
import Enter from "./Enter.svelte";

await openPopup((target) => mount(Enter, { target }));
