import { mount } from "svelte";
import { openPopup } from "../popup/open-popup";
import Ask from "./Ask.svelte";

await openPopup((target) => mount(Ask, { target }));
